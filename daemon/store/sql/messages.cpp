#include "store/sql/cursor.h"
#include "store/sql/message_row.h"
#include "store/sql/repositories.h"
#include "wire/event.h"
#include "wire/ids.h"

namespace hotel::store {
namespace {

constexpr std::string_view kInsert =
    "INSERT INTO messages (id, conversation_id, direction, author_kind, author_name, type, text, media, interactive, "
    "reply_to, external_id, status, error, why, sent_at, "
    "created_at, version, wants_answer, media_pending, created_seq, client_id, number_id, participant, raw) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, "
    "$24)";
const std::string kInsertOnce =
    std::string{kInsert} + " ON CONFLICT (external_id, number_id) WHERE number_id <> '' DO NOTHING";

const std::string kFind = kMessageSelect + "WHERE m.id = $1";
const std::string kByClient =
    kMessageSelect + "WHERE m.conversation_id = $1 AND m.client_id = $2 AND m.client_id <> ''";
const std::string kByExternalIn = kMessageSelect + "WHERE m.external_id = $1 AND m.number_id <> ''";
const std::string kByExternalOut =
    kMessageSelect + "WHERE m.external_id = $1 AND m.number_id = '' AND m.external_id <> ''";
const std::string kList =
    kMessageSelect +
    "WHERE m.conversation_id = $1 AND (m.sent_at, m.seq) < ($2, $3) ORDER BY m.sent_at DESC, m.seq DESC LIMIT $4";
const std::string kMediaToFetch = kMessageSelect + "WHERE m.media_pending = 1 ORDER BY m.seq LIMIT $1";

bool media_pending(const wire::Message& m) {
  const auto* state = m.media.if_contains("state");
  const auto* text = state ? state->if_string() : nullptr;
  return (text && *text == "pending") || wire::transcript_state(m) == "pending";
}

struct Origin {
  bool wants_answer = false;
  std::int64_t created_seq = 0;
  std::string_view client_id, number_id, participant;
};

std::int64_t counter(Session& db, std::string_view name) {
  return db.integer("SELECT coalesce(max(value), 0) FROM counters WHERE name = $1", {name});
}

void count(Session& db, std::string_view name, std::int64_t more) {
  if (more == 0) return;
  db.run(
      "INSERT INTO counters (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = counters.value + "
      "excluded.value",
      {name, more});
}

std::int64_t insert_row(Session& db, std::string_view sql, const wire::Message& m, const Origin& from,
                        const json::object& raw_object) {
  const std::string media = object_text(m.media), interactive = object_text(m.interactive),
                    error = object_text(m.error), why = object_text(m.why), raw = object_text(raw_object);
  return db.run(sql, {m.id,
                      m.conversation_id,
                      wire::name(m.direction),
                      wire::name(m.author.kind),
                      m.author.name,
                      m.type,
                      m.text,
                      media,
                      interactive,
                      m.reply_to,
                      m.external_id,
                      wire::name(m.status),
                      error,
                      why,
                      m.sent_at,
                      m.created_at,
                      m.version,
                      from.wants_answer,
                      media_pending(m),
                      from.created_seq,
                      from.client_id,
                      from.number_id,
                      from.participant,
                      raw});
}

}  // namespace

void MessageSql::complete(wire::Message& m) {
  const Millis now = scope_.clock.now();
  if (m.id.empty()) m.id = wire::new_id(now);
  if (m.created_at == 0) m.created_at = now;
  if (m.sent_at == 0) m.sent_at = m.created_at;
  m.version = 1;
}

// What staff wrote (here, or in WhatsApp's own app: an echo) answers everything that stood there, so an agent's turn
// that is under way for it is over.
void MessageSql::answered_by_person(const wire::Message& m) {
  if (m.direction != wire::Direction::kOut || m.author.kind != wire::AuthorKind::kStaff) return;
  scope_.db.run(
      "UPDATE conversations SET turn_lease_until = NULL, "
      "answered_seq = (SELECT coalesce(max(seq), 0) FROM messages WHERE conversation_id = $1 AND wants_answer = 1) "
      "WHERE id = $1",
      {m.conversation_id});
}

bool MessageSql::insert_inbound(ports::InboundMessage& message) {
  auto& m = message.shown;
  if (message.number_id.empty() || m.external_id.empty())
    throw std::invalid_argument("messages.insert_inbound: a message from WhatsApp has a number and an id");
  complete(m);
  if (insert_row(scope_.db, kInsertOnce, m, {message.wants_answer, 0, "", message.number_id, message.participant},
                 message.raw) == 0)
    return false;
  const auto seq = events_.append(wire::kMessageCreated, wire::to_json(m), m.version);
  if (m.direction == wire::Direction::kOut)
    scope_.db.run("UPDATE messages SET created_seq = $2 WHERE id = $1", {m.id, seq});
  answered_by_person(m);
  return true;
}

void MessageSql::insert(wire::Message& m, const std::string& client_id) {
  complete(m);
  const auto seq = events_.append(wire::kMessageCreated, wire::to_json(m), m.version);
  insert_row(scope_.db, kInsert, m, {false, seq, client_id, "", ""}, {});
  answered_by_person(m);
}

std::optional<wire::Message> MessageSql::by_client_id(const std::string& conversation_id,
                                                      const std::string& client_id) {
  return scope_.db.first(kByClient, {conversation_id, client_id}, message_from);
}

std::optional<wire::Message> MessageSql::find(const std::string& id) {
  return scope_.db.first(kFind, {id}, message_from);
}

std::optional<wire::Message> MessageSql::by_external_id(const std::string& external_id) {
  if (external_id.empty()) return std::nullopt;
  if (auto sent = scope_.db.first(kByExternalOut, {external_id}, message_from)) return sent;
  return scope_.db.first(kByExternalIn, {external_id}, message_from);
}

void MessageSql::save(wire::Message& m, Millis) {
  const auto before = scope_.db.first("SELECT seq, text FROM messages WHERE id = $1", {m.id},
                                      [](const Row& row) { return std::pair{row.integer(0), row.string(1)}; });
  if (!before) throw std::invalid_argument("messages.save: there is no message with this id");
  const std::string media = object_text(m.media), interactive = object_text(m.interactive),
                    error = object_text(m.error), why = object_text(m.why);
  m.version = scope_.db.integer(
      "UPDATE messages SET author_kind = $2, author_name = $3, type = $4, text = $5, media = $6, interactive = $7, "
      "reply_to = $8, external_id = $9, status = $10, "
      "error = $11, why = $12, sent_at = $13, media_pending = $14, version = version + 1 WHERE seq = $1 RETURNING "
      "version",
      {before->first, wire::name(m.author.kind), m.author.name, m.type, m.text, media, interactive, m.reply_to,
       m.external_id, wire::name(m.status), error, why, m.sent_at, media_pending(m)});
  if (before->second != m.text)
    scope_.db.run("INSERT INTO message_search_again (seq) VALUES ($1) ON CONFLICT (seq) DO NOTHING", {before->first});
  events_.append(wire::kMessageUpdated, wire::to_json(m), m.version);
}

Page<wire::Message> MessageSql::list(const std::string& conversation_id, std::string_view before, int limit) {
  const Cursor from = cursor_from(before);
  auto found = scope_.db.all(kList, {conversation_id, from.key, from.seq, limit + 1}, listed_message_from);
  Page<wire::Message> page;
  page.as_of_seq = events_.last_seq();
  if (found.size() > static_cast<std::size_t>(limit)) {
    found.pop_back();
    if (!found.empty()) page.next = cursor_text(found.back().message.sent_at, found.back().seq);
  }
  for (auto& one : found) page.items.push_back(std::move(one.message));
  return page;
}

bool MessageSql::staff_replied_after(const std::string& conversation_id, std::int64_t seq) {
  return scope_.db.integer(
             "SELECT count(*) FROM messages WHERE conversation_id = $1 AND author_kind = 'staff' AND direction = 'out' "
             "AND created_seq > $2",
             {conversation_id, seq}) > 0;
}

bool MessageSql::insert_status(const ports::StatusRow& s) {
  const std::string error = object_text(s.error);
  return scope_.db.run(
             "INSERT INTO statuses (external_id, status, participant, at, opaque, error) VALUES ($1, $2, $3, $4, $5, "
             "$6) ON CONFLICT (external_id, status, participant) DO NOTHING",
             {s.external_id, s.status, s.participant, s.at, s.opaque, error}) > 0;
}

std::vector<ports::StatusRow> MessageSql::statuses_of(const std::string& external_id, const std::string& message_id) {
  return scope_.db.all(
      "SELECT external_id, status, participant, at, opaque, error FROM statuses WHERE (external_id = $1 AND "
      "external_id <> '') OR (opaque = $2 AND opaque <> '') ORDER BY at",
      {external_id, message_id}, [](const Row& row) {
        return ports::StatusRow{row.string(0),  row.string(1), row.string(2),
                                row.integer(3), row.string(4), object_from(row.text(5))};
      });
}

std::vector<wire::Message> MessageSql::media_to_fetch(int limit) {
  return scope_.db.all(kMediaToFetch, {limit}, message_from);
}

ports::Received MessageSql::received() {
  ports::Received out;
  out.messages = counter(scope_.db, "messages");
  out.statuses = counter(scope_.db, "statuses");
  out.foreign = counter(scope_.db, "foreign");
  out.dead_letters = scope_.db.integer("SELECT count(*) FROM dead_letters");
  return out;
}

void MessageSql::count_received(const ports::Received& more) {
  count(scope_.db, "messages", more.messages);
  count(scope_.db, "statuses", more.statuses);
  count(scope_.db, "foreign", more.foreign);
}

}  // namespace hotel::store
