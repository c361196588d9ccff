#include "base/crypto.h"
#include "store/sql/cursor.h"
#include "store/sql/repositories.h"
#include "wire/event.h"
#include "wire/ids.h"
#include "wire/text.h"

namespace hotel::store {
namespace {

const std::string kColumns =
    "t.id, t.conversation_id, t.kind, t.topic, t.text, t.language, t.state, t.created_at, t.done_at, t.done_by, "
    "t.times, t.last_at, t.version";
const std::string kSelect = "SELECT " + kColumns + ", t.seq FROM tickets t ";

wire::Ticket ticket_from(const Row& row) {
  wire::Ticket t;
  t.id = row.string(0);
  t.conversation_id = row.string(1);
  t.kind = row.string(2);
  t.topic = row.string(3);
  t.text = row.string(4);
  t.language = row.string(5);
  t.state = wire::ticket_state_from(row.text(6)).value_or(wire::TicketState::kOpen);
  t.created_at = row.integer(7);
  t.done_at = row.number(8);
  t.done_by = row.string(9);
  t.times = row.integer(10);
  t.last_at = row.integer(11);
  t.version = row.integer(12);
  return t;
}

// Case and accents do not make another request.
std::string fold_key(const wire::Ticket& t) {
  return base::to_hex(base::sha256(t.conversation_id + "\n" + t.kind + "\n" + t.topic + "\n" + wire::fold(t.text)));
}

}  // namespace

void TicketSql::tell(const wire::Ticket& ticket) {
  events_.append(wire::kTicketUpdated, wire::to_json(ticket), ticket.version);
}

wire::Ticket TicketSql::open(wire::Ticket ticket) {
  const Millis now = scope_.clock.now();
  if (ticket.created_at == 0) ticket.created_at = now;
  const std::string key = fold_key(ticket);
  auto known = scope_.db.first(kSelect + "WHERE t.fold_key = $1 AND t.state = 'open' ORDER BY t.seq DESC LIMIT 1",
                               {key}, ticket_from);
  if (known) {
    known->times += 1;
    known->last_at = ticket.created_at;
    known->version += 1;
    scope_.db.run("UPDATE tickets SET times = $2, last_at = $3, version = $4 WHERE id = $1",
                  {known->id, known->times, known->last_at, known->version});
    tell(*known);
    return *known;
  }
  if (ticket.id.empty()) ticket.id = wire::new_id(now);
  ticket.state = wire::TicketState::kOpen;
  ticket.last_at = ticket.created_at;
  ticket.times = ticket.version = 1;
  scope_.db.run(
      "INSERT INTO tickets (id, fold_key, conversation_id, kind, topic, text, language, state, created_at, done_at, "
      "done_by, times, last_at, version) VALUES ($1, $2, $3, $4, $5, $6, $7, 'open', $8, NULL, '', 1, $8, 1)",
      {ticket.id, key, ticket.conversation_id, ticket.kind, ticket.topic, ticket.text, ticket.language,
       ticket.created_at});
  tell(ticket);
  return ticket;
}

std::optional<wire::Ticket> TicketSql::find(const std::string& id) {
  return scope_.db.first(kSelect + "WHERE t.id = $1", {id}, ticket_from);
}

Page<wire::Ticket> TicketSql::list(std::optional<wire::TicketState> state, std::string_view cursor, int limit) {
  const auto read = [](const Row& row) { return std::pair{row.integer(13), ticket_from(row)}; };
  const std::int64_t below = cursor_from(cursor).seq;
  auto found = state
                   ? scope_.db.all(kSelect + "WHERE t.state = $1 AND t.seq < $2 ORDER BY t.seq DESC LIMIT $3",
                                   {wire::name(*state), below, limit + 1}, read)
                   : scope_.db.all(kSelect + "WHERE t.seq < $1 ORDER BY t.seq DESC LIMIT $2", {below, limit + 1}, read);
  Page<wire::Ticket> page;
  page.as_of_seq = events_.last_seq();
  if (found.size() > static_cast<std::size_t>(limit)) {
    found.pop_back();
    if (!found.empty()) page.next = cursor_text(0, found.back().first);
  }
  for (auto& [seq, ticket] : found) page.items.push_back(std::move(ticket));
  return page;
}

std::optional<wire::Ticket> TicketSql::set_state(const std::string& id, wire::TicketState state, const std::string& by,
                                                 Millis now) {
  auto ticket = find(id);
  if (!ticket || ticket->state == state) return ticket;
  const bool done = state == wire::TicketState::kDone;
  ticket->state = state;
  ticket->done_at = done ? std::optional{now} : std::nullopt;
  ticket->done_by = done ? by : "";
  ticket->version += 1;
  scope_.db.run("UPDATE tickets SET state = $2, done_at = $3, done_by = $4, version = $5 WHERE id = $1",
                {id, wire::name(state), ticket->done_at, ticket->done_by, ticket->version});
  tell(*ticket);
  return ticket;
}

std::vector<wire::Ticket> TicketSql::of_conversation(const std::string& conversation_id) {
  return scope_.db.all(kSelect + "WHERE t.conversation_id = $1 ORDER BY t.seq", {conversation_id}, ticket_from);
}

std::int64_t TicketSql::remove_of_conversation(const std::string& conversation_id) {
  return scope_.db.run("DELETE FROM tickets WHERE conversation_id = $1", {conversation_id});
}

std::int64_t TicketSql::purge_done_before(Millis at) {
  return scope_.db.run("DELETE FROM tickets WHERE done_at < $1", {at});
}

}  // namespace hotel::store
