#include "store/sql/cursor.h"
#include "store/sql/repositories.h"

namespace hotel::store {
namespace {

const std::string kColumns =
    "SELECT c.id, c.conversation_id, c.number_id, c.visible, c.by_agent, c.turn_token, c.purpose, c.is_template, "
    "c.payload, c.attempts, c.created_at, c.next_at, c.fence "
    "FROM outbox c ";

// A conversation's rows leave one at a time and in order: nothing while one is being sent, and nothing before an older
// message. A read mark that waits for its next try holds nobody up.
const std::string kFree =
    "c.state = 'queued' AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.conversation_id = c.conversation_id AND o.seq "
    "<> c.seq AND "
    "(o.state = 'sending' OR (o.state = 'queued' AND o.seq < c.seq AND (o.visible = 1 OR o.next_at <= c.next_at)))) ";

const std::string kDue = kColumns + "WHERE " + kFree + "AND c.next_at <= $1 ORDER BY c.seq LIMIT $2 {lock_skip}";
const std::string kNextDue = "SELECT min(c.next_at) FROM outbox c WHERE " + kFree;
const std::string kExpired = kColumns + "WHERE c.state = 'sending' AND c.lease_until <= $1 ORDER BY c.seq {lock_skip}";
const std::string kUnknownSince = kColumns + "WHERE c.state = 'unknown' AND c.state_at < $1 ORDER BY c.seq {lock_skip}";
const std::string kWaiting = kColumns +
                             "WHERE c.conversation_id = $1 AND c.by_agent = 1 AND c.visible = 1 AND c.state = "
                             "'queued' ORDER BY c.seq {lock}";
const std::string kFind = kColumns + "WHERE c.id = $1 {lock}";

ports::OutboxRow row_from(const Row& row) {
  ports::OutboxRow r;
  r.id = row.text(0);
  r.conversation_id = row.text(1);
  r.number_id = row.text(2);
  r.visible = row.flag(3);
  r.by_agent = row.flag(4);
  r.turn_token = row.integer(5);
  r.purpose = static_cast<domain::Purpose>(row.integer(6));
  r.is_template = row.flag(7);
  r.payload = object_from(row.text(8));
  r.attempts = static_cast<int>(row.integer(9));
  r.created_at = row.integer(10);
  r.next_at = row.integer(11);
  r.fence = row.integer(12);
  return r;
}

std::string_view state_name(ports::OutboxState state) {
  switch (state) {
    case ports::OutboxState::kQueued:
      return "queued";
    case ports::OutboxState::kSending:
      return "sending";
    case ports::OutboxState::kDone:
      return "done";
    case ports::OutboxState::kUnknown:
      return "unknown";
  }
  return "";
}

}  // namespace

void OutboxSql::enqueue(const ports::OutboxRow& r) {
  const std::string payload = object_text(r.payload);
  scope_.db.run(
      "INSERT INTO outbox (id, conversation_id, number_id, visible, by_agent, turn_token, purpose, is_template, "
      "payload, attempts, created_at, next_at, state, state_at, fence) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'queued', $11, 0)",
      {r.id, r.conversation_id, r.number_id, r.visible, r.by_agent, r.turn_token, static_cast<int>(r.purpose),
       r.is_template, payload, r.attempts, r.created_at, r.next_at});
}

std::vector<ports::OutboxRow> OutboxSql::claim(Millis now, Millis lease_until, int limit) {
  auto rows = scope_.db.all(kDue, {now, limit}, row_from);
  for (auto& row : rows) {
    ++row.attempts;
    row.fence = scope_.db.integer(
        "UPDATE outbox SET state = 'sending', state_at = $2, lease_until = $3, attempts = $4, fence = fence + 1 WHERE "
        "id = $1 RETURNING fence",
        {row.id, now, lease_until, row.attempts});
  }
  return rows;
}

bool OutboxSql::finish(const ports::OutboxRow& row, ports::OutboxState state, Millis next_at) {
  if (state == ports::OutboxState::kDone)
    return scope_.db.run("DELETE FROM outbox WHERE id = $1 AND fence = $2", {row.id, row.fence}) > 0;
  return scope_.db.run(
             "UPDATE outbox SET state = $3, state_at = $4, next_at = $5, attempts = $6, lease_until = NULL, fence = "
             "fence + 1 WHERE id = $1 AND fence = $2",
             {row.id, row.fence, state_name(state), scope_.clock.now(), next_at, row.attempts}) > 0;
}

void OutboxSql::remove(const std::string& id) {
  scope_.db.run("DELETE FROM outbox WHERE id = $1", {id});
}

std::vector<std::string> OutboxSql::cancel_agent_rows(const std::string& conversation_id) {
  return scope_.db.all(
      "DELETE FROM outbox WHERE conversation_id = $1 AND by_agent = 1 AND state = 'queued' RETURNING id",
      {conversation_id}, [](const Row& row) { return row.string(0); });
}

std::vector<ports::OutboxRow> OutboxSql::agent_rows_waiting(const std::string& conversation_id) {
  return scope_.db.all(kWaiting, {conversation_id}, row_from);
}

std::int64_t OutboxSql::hurry_agent_rows(const std::string& conversation_id, Millis now) {
  return scope_.db.run(
      "UPDATE outbox SET next_at = $2 WHERE conversation_id = $1 AND by_agent = 1 AND visible = 1 AND state = 'queued' "
      "AND attempts = 0 AND next_at > $2",
      {conversation_id, now});
}

bool OutboxSql::agent_send_under_way(const std::string& conversation_id) {
  return scope_.db.integer(
             "SELECT count(*) FROM outbox WHERE conversation_id = $1 AND by_agent = 1 AND visible = 1 AND state = "
             "'sending'",
             {conversation_id}) > 0;
}

std::vector<ports::OutboxRow> OutboxSql::expired_leases(Millis now) {
  return scope_.db.all(kExpired, {now}, row_from);
}
std::vector<ports::OutboxRow> OutboxSql::unknown_before(Millis at) {
  return scope_.db.all(kUnknownSince, {at}, row_from);
}
std::optional<ports::OutboxRow> OutboxSql::find(const std::string& id) {
  return scope_.db.first(kFind, {id}, row_from);
}
std::optional<Millis> OutboxSql::next_due_at() {
  return scope_.db.number(kNextDue);
}

ports::OutboxAge OutboxSql::age() {
  ports::OutboxAge age;
  scope_.db.each(
      "SELECT state, count(*), min(created_at) FROM outbox WHERE state = 'queued' OR state = 'sending' GROUP BY state",
      {}, [&](const Row& row) {
        (row.text(0) == "queued" ? age.waiting : age.sending) = row.integer(1);
        if (row.text(0) == "queued") age.oldest_at = row.number(2);
      });
  return age;
}

}  // namespace hotel::store
