// Finding, making and saving conversations, and the agent's turns. Lists are in conversation_lists.cpp.
#include <boost/json/serialize.hpp>

#include "domain/reply_window.h"
#include "store/sql/conversation_row.h"
#include "store/sql/cursor.h"
#include "store/sql/message_row.h"
#include "store/sql/repositories.h"
#include "wire/event.h"
#include "wire/ids.h"
#include "wire/text.h"

namespace hotel::store {
namespace {

const std::string kFind = kConversationSelect + "WHERE c.id = $1 {lock}";
const std::string kOfGuest = kConversationSelect + "WHERE c.guest_id = $1 AND c.number_id = $2 {lock}";
const std::string kByIdentity =
    kConversationSelect +
    "JOIN guest_identities i ON i.guest_id = g.id WHERE i.kind = $1 AND i.value = $2 AND c.number_id = $3 {lock}";
const std::string kDueTurns = kConversationSelect +
                              "WHERE c.turn_due_at <= $1 AND (c.turn_lease_until IS NULL OR c.turn_lease_until <= $1) "
                              "ORDER BY c.turn_due_at LIMIT $2 {lock_skip}";
const std::string kUnanswered =
    kMessageSelect + "WHERE m.conversation_id = $1 AND m.wants_answer = 1 AND m.seq > $2 ORDER BY m.sent_at, m.seq";

std::string folded_guest(const std::string& name, const std::string& phone) {
  return wire::fold(name) + " " + digits_of(phone);
}

}  // namespace

std::optional<ports::ConversationRow> ConversationSql::by_identity(std::string_view kind, const std::string& value,
                                                                   const std::string& number_id) {
  if (value.empty()) return std::nullopt;
  return scope_.db.first(kByIdentity, {kind, value, number_id},
                         [](const Row& row) { return conversation_from(row).row; });
}

std::optional<std::string> ConversationSql::guest_by_identity(std::string_view kind, const std::string& value) {
  return scope_.db.first("SELECT guest_id FROM guest_identities WHERE kind = $1 AND value = $2", {kind, value},
                         [](const Row& row) { return row.string(0); });
}

std::string ConversationSql::guest_of(const ports::GuestIdentity& who, const std::vector<std::string>& phone_variants) {
  if (!who.user_id.empty())
    if (auto guest = guest_by_identity("user_id", who.user_id)) return *guest;
  if (!who.wa_id.empty())
    if (auto guest = guest_by_identity("wa_id", who.wa_id)) return *guest;
  for (const auto& variant : phone_variants)
    if (auto guest = guest_by_identity("wa_id", variant)) return *guest;
  return {};
}

std::string ConversationSql::make_guest(const ports::GuestIdentity& who, Millis now) {
  const std::string id = wire::new_id(now), phone = who.wa_id.empty() ? "" : "+" + who.wa_id;
  scope_.db.run("INSERT INTO guests (id, name, phone, folded, created_at) VALUES ($1, $2, $3, $4, $5)",
                {id, who.name, phone, folded_guest(who.name, phone), now});
  return id;
}

void ConversationSql::link_missing(const std::string& guest_id, std::string_view kind, const std::string& value) {
  if (!value.empty())
    scope_.db.run(
        "INSERT INTO guest_identities (kind, value, guest_id) VALUES ($1, $2, $3) ON CONFLICT (kind, value) DO NOTHING",
        {kind, value, guest_id});
}

void ConversationSql::link_identity(const std::string& guest_id, std::string_view kind, const std::string& value) {
  if (value.empty()) return;
  scope_.db.run(
      "INSERT INTO guest_identities (kind, value, guest_id) VALUES ($1, $2, $3) ON CONFLICT (kind, value) DO UPDATE "
      "SET guest_id = excluded.guest_id",
      {kind, value, guest_id});
}

ports::ConversationRow ConversationSql::make(const std::string& guest_id, const std::string& number_id, Millis now) {
  const auto read = [](const Row& row) { return conversation_from(row).row; };
  if (auto known = scope_.db.first(kOfGuest, {guest_id, number_id}, read)) return std::move(*known);
  scope_.db.run(
      "INSERT INTO conversations (id, guest_id, number_id, channel, owner, assignee, status, unread, last_message, "
      "last_folded, handover_reason, opted_out, labels, typing, "
      "activity_at, updated_at, version, wa_id, user_id, turn_token, answered_seq, dialogue, language) "
      "VALUES ($1, $2, $3, 'whatsapp', 'agent', '', 'open', 0, '', '', '', 0, '', '', $4, $4, 0, '', '', 0, 0, '', '') "
      "ON CONFLICT (guest_id, number_id) DO NOTHING",
      {wire::new_id(now), guest_id, number_id, now});
  return scope_.db.first(kOfGuest, {guest_id, number_id}, read).value();
}

// Takes over what this message tells anew of the guest, and saves when there is anything (a new conversation: always).
void ConversationSql::refresh(ports::ConversationRow& row, const ports::GuestIdentity& who, Millis now) {
  auto& guest = row.shown.guest;
  const bool new_name = !who.name.empty() && who.name != guest.name;
  const bool new_phone = !who.wa_id.empty() && who.wa_id != row.wa_id;
  const bool new_user = !who.user_id.empty() && who.user_id != row.user_id;
  if (new_phone) link_missing(guest.id, "wa_id", who.wa_id);
  if (new_user) link_missing(guest.id, "user_id", who.user_id);
  if (new_phone) row.wa_id = who.wa_id;
  if (new_user) row.user_id = who.user_id;
  if (new_phone) guest.phone = "+" + who.wa_id;
  if (new_name) guest.name = who.name;
  if (new_name || new_phone)
    scope_.db.run("UPDATE guests SET name = $2, phone = $3, folded = $4 WHERE id = $1",
                  {guest.id, guest.name, guest.phone, folded_guest(guest.name, guest.phone)});
  if (new_name || new_phone || new_user || row.shown.version == 0) save(row, now);
}

ports::ConversationRow ConversationSql::open(const ports::GuestIdentity& who,
                                             const std::vector<std::string>& phone_variants,
                                             const std::string& number_id, Millis now) {
  auto row =
      by_identity(who.user_id.empty() ? "wa_id" : "user_id", who.user_id.empty() ? who.wa_id : who.user_id, number_id);
  if (!row) {
    std::string guest = guest_of(who, phone_variants);
    if (guest.empty()) guest = make_guest(who, now);
    row = make(guest, number_id, now);
  }
  refresh(*row, who, now);
  return std::move(*row);
}

std::optional<ports::ConversationRow> ConversationSql::find(const std::string& id) {
  return scope_.db.first(kFind, {id}, [](const Row& row) { return conversation_from(row).row; });
}

// What is told twice in a row has one source: the owner and the opt-out come from `ownership`, the window from
// `last_inbound_at`, the guest's language from `language`.
void ConversationSql::save(ports::ConversationRow& row, Millis now) {
  auto& c = row.shown;
  c.owner = row.ownership.owner;
  c.opted_out = row.ownership.opted_out;
  c.window_expires_at = domain::window_expires_at(row.last_inbound_at);
  c.guest.language = row.language;
  c.updated_at = now;
  json::object shown = wire::to_json(c);
  const std::string last = c.last_message ? json::serialize(shown.at("last_message")) : std::string{};
  const std::string labels =
      c.labels.empty() ? std::string{} : json::serialize(json::array(c.labels.begin(), c.labels.end()));
  const std::string folded = c.last_message ? wire::fold(c.last_message->text) : std::string{};
  const Millis activity = c.last_message ? c.last_message->at : now;
  const std::string dialogue = object_text(row.dialogue);
  ports::Standing standing{c.owner, c.assignee, c.status, c.waiting_since, c.snoozed_until};
  if (row.stored != standing)
    scope_.db.run(
        "UPDATE conversations SET owner = $2, assignee = $3, status = $4, waiting_since = $5, snoozed_until = $6 WHERE "
        "id = $1",
        {c.id, wire::name(c.owner), c.assignee, wire::name(c.status), c.waiting_since, c.snoozed_until});
  row.stored = std::move(standing);
  const auto version = scope_.db.number(
      "UPDATE conversations SET unread = $2, sla_due_at = $3, last_message = $4, last_folded = $5, handover_reason = "
      "$6, opted_out = $7, labels = $8, typing = $9, typing_until = $10, activity_at = $11, updated_at = $12, wa_id = "
      "$13, user_id = $14, turn_token = $15, last_inbound_at = $16, turn_due_at = $17, dialogue = $18, language = $19, "
      "version = version + 1 WHERE id = $1 RETURNING version",
      {c.id, c.unread, c.sla_due_at, last, folded, c.handover_reason, c.opted_out, labels, c.typing, c.typing_until,
       activity, now, row.wa_id, row.user_id, row.ownership.turn_token, row.last_inbound_at, row.turn_due_at, dialogue,
       row.language});
  if (!version) throw std::invalid_argument("conversations.save: there is no conversation with this id");
  c.version = *version;
  shown["version"] = c.version;
  events_.append(wire::kConversationUpdated, std::move(shown), c.version);
}

std::vector<ports::TurnClaim> ConversationSql::claim_turns(Millis now, Millis lease_until, int limit) {
  auto due = scope_.db.all(kDueTurns, {now, limit}, conversation_from);
  std::vector<ports::TurnClaim> out;
  for (auto& found : due) {
    auto messages = scope_.db.all(kUnanswered, {found.row.shown.id, found.answered_seq}, message_from);
    // Answered meanwhile by a person, or the agent may not answer here any more: nothing is due, and no lease blocks a
    // hand-back.
    if (messages.empty() || found.row.ownership.owner != wire::Owner::kAgent || found.row.ownership.opted_out) {
      scope_.db.run("UPDATE conversations SET turn_due_at = NULL, turn_lease_until = NULL WHERE id = $1",
                    {found.row.shown.id});
      continue;
    }
    scope_.db.run("UPDATE conversations SET turn_lease_until = $2 WHERE id = $1", {found.row.shown.id, lease_until});
    out.push_back({std::move(found.row), std::move(messages)});
  }
  return out;
}

// A turn that has ended already leaves the row alone: its lease may be another worker's by now.
bool ConversationSql::end_turn(const std::string& id, std::int64_t generation, Millis) {
  const bool newer =
      scope_.db.integer("SELECT count(*) FROM messages WHERE conversation_id = $1 AND wants_answer = 1 AND seq > $2",
                        {id, generation}) > 0;
  return scope_.db.run(newer ? "UPDATE conversations SET answered_seq = $2, turn_lease_until = NULL WHERE id = $1 AND "
                               "answered_seq < $2"
                             : "UPDATE conversations SET answered_seq = $2, turn_lease_until = NULL, turn_due_at = "
                               "NULL WHERE id = $1 AND answered_seq < $2",
                       {id, generation}) > 0;
}

void ConversationSql::release_turn(const std::string& id, Millis due_at) {
  scope_.db.run("UPDATE conversations SET turn_due_at = $2, turn_lease_until = NULL WHERE id = $1", {id, due_at});
}

std::optional<Millis> ConversationSql::next_turn_at() {
  return scope_.db.number(
      "SELECT min(CASE WHEN turn_lease_until > turn_due_at THEN turn_lease_until ELSE turn_due_at END) FROM "
      "conversations WHERE turn_due_at IS NOT NULL");
}

std::optional<Millis> ConversationSql::oldest_unanswered_at() {
  const auto agent = scope_.db.number(
      "SELECT min((SELECT min(m.created_at) FROM messages m WHERE m.conversation_id = c.id AND m.wants_answer = 1 AND "
      "m.seq > c.answered_seq)) FROM conversations c WHERE c.turn_due_at IS NOT NULL");
  const auto staff = scope_.db.number(
      "SELECT min(waiting_since) FROM conversations WHERE waiting_since IS NOT NULL AND status = 'open'");
  if (!agent || !staff) return agent ? agent : staff;
  return std::min(*agent, *staff);
}

std::vector<std::string> ConversationSql::wake_snoozed(Millis now) {
  const auto ids = scope_.db.all(
      "SELECT c.id FROM conversations c WHERE c.snoozed_until <= $1 AND c.status = 'snoozed' ORDER BY c.snoozed_until "
      "{lock_skip}",
      {now}, [](const Row& row) { return row.string(0); });
  for (const auto& id : ids) {
    auto row = find(id);
    row->shown.status = wire::ConversationStatus::kOpen;
    row->shown.snoozed_until.reset();
    save(*row, now);
  }
  return ids;
}

}  // namespace hotel::store
