#include "app/desk.h"

#include <algorithm>
#include <utility>

#include "app/agent_output.h"
#include "domain/handover.h"
#include "domain/reply_window.h"
#include "wire/codec.h"
#include "wire/ids.h"

namespace hotel::app {
using base::ErrorCode;
using wire::ConversationStatus;
using wire::Millis;
namespace {

constexpr std::size_t kLabelBytes = 64, kLabels = 50;
constexpr std::string_view kTakenOver = "taken_over", kTakenOverTitle = "A person took over before it was sent";
constexpr const char* kNoDraft = "nothing of the agent waits to be sent here (any more)";
constexpr Millis kSnoozeMost = 366LL * 24 * 3600 * 1000;

base::Error invalid(std::string detail) {
  return base::error(ErrorCode::kInvalid, std::move(detail));
}

Result<ports::ConversationRow> opened(ports::UnitOfWork& unit, const Desk::Act& act) {
  if (auto row = unit.conversations().find(act.conversation_id)) return std::move(*row);
  return base::error(ErrorCode::kNotFound, "there is no such conversation");
}

std::string object_name(const Desk::Act& act) {
  return "conversation:" + act.conversation_id;
}

void set_owner(ports::ConversationRow& row, const domain::Ownership& now) {
  row.ownership = now;
  row.shown.owner = now.owner;
  row.shown.opted_out = now.opted_out;
}

void nobody_waits(ports::ConversationRow& row) {
  row.shown.waiting_since.reset();
  row.shown.sla_due_at.reset();
}

std::string trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t' || text.front() == '\n')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\n')) text.remove_suffix(1);
  return std::string{text};
}

// The newest message that is no note; what it is decides whether the agent owes an answer.
std::optional<wire::Message> newest_spoken(ports::UnitOfWork& unit, const std::string& conversation_id) {
  std::string before;
  for (int page = 0; page < 10; ++page) {
    const auto messages = unit.messages().list(conversation_id, before, 50);
    for (const auto& message : messages.items)
      if (message.direction == wire::Direction::kOut ||
          (message.direction == wire::Direction::kIn && domain::wants_answer(message.type)))
        return message;
    if (messages.next.empty()) break;
    before = messages.next;
  }
  return std::nullopt;
}

wire::Message written(const Desk::Act& act, wire::Direction direction) {
  wire::Message message;
  message.id = wire::new_id(act.now);
  message.conversation_id = act.conversation_id;
  message.direction = direction;
  message.author = {wire::AuthorKind::kStaff, act.user};
  message.status = wire::MessageStatus::kSent;
  message.sent_at = message.created_at = act.now;
  return message;
}

}  // namespace

// A take-over without a reply: the guest goes on waiting, now for a person.
void Desk::give_to(ports::ConversationRow& row, const std::string& user) const {
  set_owner(row, domain::after_takeover(row.ownership));
  row.shown.assignee = user;
  row.turn_due_at.reset();
  if (!row.shown.waiting_since && row.shown.last_message && row.shown.last_message->direction == wire::Direction::kIn) {
    row.shown.waiting_since = row.shown.last_message->at;
    row.shown.sla_due_at = row.shown.last_message->at + rules_.sla_first_response.count();
  }
}

Result<Done> Desk::reply(ports::UnitOfWork& unit, const Act& act, const Said& said) const {
  auto row = opened(unit, act);  // holds the conversation: replies of two people come one after the other
  if (!row) return row.error();
  if (auto known = unit.messages().by_client_id(act.conversation_id, said.client_id)) {
    const auto as_of = unit.events().last_seq();
    return Done{std::move(*known), as_of, true};
  }
  if (unit.messages().staff_replied_after(act.conversation_id, said.last_seen_seq))
    return base::error(
        ErrorCode::kNewerReply,
        "somebody of the staff answered since last_seen_seq; read it, then send again with the new number");
  const bool is_template = !said.template_object.empty();
  if (!is_template && !domain::window_is_open(row->last_inbound_at, act.now))
    return base::error(ErrorCode::kWindowClosed,
                       "the guest's last message is older than 24 hours; only a template can be sent");

  auto message = written(act, wire::Direction::kOut);
  message.status = wire::MessageStatus::kQueued;
  message.reply_to = said.reply_to;
  ports::OutboxRow out;
  if (is_template) {
    message.type = "template";
    message.text = said.text;
    out.payload = {{"type", "template"}, {"template", said.template_object}};
  } else if (!said.media.empty()) {
    message.type = wire::text_of(said.media, "type");
    message.text = wire::text_of(said.media, "caption");
    boost::json::object sent;
    for (const char* key : {"id", "link", "caption", "filename"})
      if (auto text = wire::text_of(said.media, key); !text.empty()) sent[key] = std::move(text);
    message.media = said.media;
    message.media.erase("type");
    out.payload = {{"type", message.type}};
    out.payload[message.type] = std::move(sent);
  } else {
    message.text = said.text;
    out.payload = {{"type", "text"}, {"text", {{"body", said.text}}}};
  }
  if (!said.reply_to.empty()) out.payload["context"] = {{"message_id", said.reply_to}};

  withdraw_agent(unit, act.conversation_id, kTakenOver, kTakenOverTitle, act.now);
  unit.messages().insert(message, said.client_id);
  out.id = message.id;
  out.conversation_id = act.conversation_id;
  out.number_id = row->number_id;
  out.purpose = domain::Purpose::kStaff;
  out.is_template = is_template;
  out.created_at = out.next_at = act.now;
  unit.outbox().enqueue(out);

  set_owner(*row, domain::after_takeover(row->ownership));
  nobody_waits(*row);
  auto& shown = row->shown;
  if (shown.assignee.empty()) shown.assignee = act.user;
  if (shown.status != ConversationStatus::kOpen) shown.status = ConversationStatus::kOpen;
  shown.snoozed_until.reset();
  shown.unread = 0;
  if (shown.typing == act.user) shown.typing.clear(), shown.typing_until.reset();
  shown.last_message =
      wire::LastMessage{message.text, message.direction, message.author.kind, message.type, message.created_at};
  row->turn_due_at.reset();
  unit.conversations().save(*row, act.now);
  unit.conversations().end_turn(act.conversation_id, row->turn_generation,
                                act.now);  // what the guest asked is answered, by a person
  const auto as_of = unit.events().last_seq();
  return Done{std::move(message), as_of, false};
}

Result<Done> Desk::note(ports::UnitOfWork& unit, const Act& act, const std::string& text,
                        const std::string& client_id) const {
  auto row = opened(unit, act);
  if (!row) return row.error();
  if (trimmed(text).empty()) return invalid("text: a note says something");
  if (text.size() > kNoteLimit) return invalid("text: a note has at most 16384 bytes");
  if (!client_id.empty())
    if (auto known = unit.messages().by_client_id(act.conversation_id, client_id)) {
      const auto as_of = unit.events().last_seq();
      return Done{std::move(*known), as_of, true};
    }
  auto message = written(act, wire::Direction::kNote);
  message.type = "note";
  message.text = text;
  unit.messages().insert(message, client_id);
  const auto as_of = unit.events().last_seq();
  return Done{std::move(message), as_of, false};
}

Desk::Shown Desk::take_over(ports::UnitOfWork& unit, const Act& act) const {
  auto row = opened(unit, act);
  if (!row) return row.error();
  withdraw_agent(unit, act.conversation_id, kTakenOver, kTakenOverTitle, act.now);
  give_to(*row, act.user);
  if (row->shown.status != ConversationStatus::kOpen) row->shown.status = ConversationStatus::kOpen;
  row->shown.snoozed_until.reset();
  unit.conversations().save(*row, act.now);
  unit.operators().audit(act.now, act.user, "conversation.takeover", object_name(act), "");
  return std::move(row->shown);
}

Desk::Shown Desk::approve_draft(ports::UnitOfWork& unit, const Act& act) const {
  auto row = opened(unit, act);
  if (!row) return row.error();
  if (!send_draft_now(unit, act.conversation_id, act.now)) return base::error(ErrorCode::kNotNow, kNoDraft);
  unit.operators().audit(act.now, act.user, "draft.approve", object_name(act), "");
  return std::move(row->shown);
}

// Who stops the agent answers instead: what the guest waits for is not said by anybody yet.
Desk::Shown Desk::discard_draft(ports::UnitOfWork& unit, const Act& act) const {
  auto row = opened(unit, act);
  if (!row) return row.error();
  if (!withdraw_agent(unit, act.conversation_id, "discarded", act.user + " did not let the agent say this", act.now))
    return base::error(ErrorCode::kNotNow, kNoDraft);
  give_to(*row, act.user);
  if (!row->shown.waiting_since) {
    row->shown.waiting_since = act.now;
    row->shown.sla_due_at = act.now + rules_.sla_first_response.count();
  }
  unit.conversations().save(*row, act.now);
  unit.operators().audit(act.now, act.user, "draft.discard", object_name(act), "");
  return std::move(row->shown);
}

Desk::Shown Desk::hand_back(ports::UnitOfWork& unit, const Act& act, const std::string& note_to_agent) const {
  auto row = opened(unit, act);
  if (!row) return row.error();
  if (!trimmed(note_to_agent).empty()) {
    const auto noted = note(unit, act, note_to_agent, "");
    if (!noted) return noted.error();
  }
  set_owner(*row, domain::after_handback(row->ownership));
  nobody_waits(*row);
  auto& shown = row->shown;
  shown.assignee.clear();
  shown.handover_reason.clear();
  if (shown.status != ConversationStatus::kOpen) shown.status = ConversationStatus::kOpen;
  shown.snoozed_until.reset();
  const auto newest = newest_spoken(unit, act.conversation_id);
  if (newest && newest->direction == wire::Direction::kIn) row->turn_due_at = act.now;
  unit.conversations().save(*row, act.now);
  unit.operators().audit(act.now, act.user, "conversation.handback", object_name(act), "");
  return std::move(row->shown);
}

Desk::Shown Desk::assign(ports::UnitOfWork& unit, const Act& act, const std::string& assignee) const {
  auto row = opened(unit, act);
  if (!row) return row.error();
  if (!assignee.empty()) {
    const auto person = unit.operators().user(assignee);
    if (!person || person->disabled || !wire::allows(person->roles, wire::Right::kFrontdesk))
      return invalid("assignee: the name of an active user of the front desk, or null for nobody");
  }
  if (row->shown.assignee == assignee) return std::move(row->shown);
  row->shown.assignee = assignee;
  unit.conversations().save(*row, act.now);
  unit.operators().audit(act.now, act.user, "conversation.assign", object_name(act),
                         assignee.empty() ? "to nobody" : "to " + assignee);
  return std::move(row->shown);
}

Desk::Shown Desk::snooze(ports::UnitOfWork& unit, const Act& act, std::optional<Millis> until) const {
  auto row = opened(unit, act);
  if (!row) return row.error();
  if (until && (*until <= act.now || *until > act.now + kSnoozeMost))
    return invalid("until: a time in the future, at most a year from now");
  if (row->shown.status == ConversationStatus::kClosed)
    return base::error(ErrorCode::kNotNow, "the conversation is closed; reopen it first");
  row->shown.status = until ? ConversationStatus::kSnoozed : ConversationStatus::kOpen;
  row->shown.snoozed_until = until;
  unit.conversations().save(*row, act.now);
  return std::move(row->shown);
}

Desk::Shown Desk::close(ports::UnitOfWork& unit, const Act& act) const {
  auto row = opened(unit, act);
  if (!row) return row.error();
  if (row->shown.status == ConversationStatus::kClosed) return std::move(row->shown);
  row->shown.status = ConversationStatus::kClosed;
  row->shown.snoozed_until.reset();
  row->shown.unread = 0;
  nobody_waits(*row);
  unit.conversations().save(*row, act.now);
  unit.operators().audit(act.now, act.user, "conversation.close", object_name(act), "");
  return std::move(row->shown);
}

Desk::Shown Desk::reopen(ports::UnitOfWork& unit, const Act& act) const {
  auto row = opened(unit, act);
  if (!row) return row.error();
  if (row->shown.status == ConversationStatus::kOpen) return std::move(row->shown);
  row->shown.status = ConversationStatus::kOpen;
  row->shown.snoozed_until.reset();
  unit.conversations().save(*row, act.now);
  unit.operators().audit(act.now, act.user, "conversation.reopen", object_name(act), "");
  return std::move(row->shown);
}

Desk::Shown Desk::label(ports::UnitOfWork& unit, const Act& act, const boost::json::object& body) const {
  auto row = opened(unit, act);
  if (!row) return row.error();
  std::vector<std::string> labels = row->shown.labels, added = wire::texts_of(body, "add"),
                           removed = wire::texts_of(body, "remove");
  if (wire::array_of(body, "labels")) labels.clear(), added = wire::texts_of(body, "labels");
  for (auto& label : added) {
    label = trimmed(label);
    if (label.empty() || label.size() > kLabelBytes) return invalid("a label has between 1 and 64 bytes");
    if (std::find(labels.begin(), labels.end(), label) == labels.end()) labels.push_back(label);
  }
  std::erase_if(labels, [&](const std::string& label) {
    return std::find(removed.begin(), removed.end(), label) != removed.end();
  });
  if (labels.size() > kLabels) return invalid("a conversation has at most 50 labels");
  if (labels == row->shown.labels) return std::move(row->shown);
  row->shown.labels = std::move(labels);
  unit.conversations().save(*row, act.now);
  return std::move(row->shown);
}

// A lease of somebody else is not taken away: the answer shows who has it.
Desk::Shown Desk::typing(ports::UnitOfWork& unit, const Act& act, bool on) const {
  auto row = opened(unit, act);
  if (!row) return row.error();
  auto& shown = row->shown;
  const bool held = !shown.typing.empty() && shown.typing_until.value_or(0) > act.now;
  if (held && shown.typing != act.user) return std::move(shown);
  if (!on && !held) return std::move(shown);
  shown.typing = on ? act.user : "";
  shown.typing_until = on ? std::optional{act.now + kTypingLease} : std::nullopt;
  unit.conversations().save(*row, act.now);
  return std::move(row->shown);
}

Desk::Shown Desk::read(ports::UnitOfWork& unit, const Act& act) const {
  auto row = opened(unit, act);
  if (!row) return row.error();
  if (row->shown.unread == 0) return std::move(row->shown);
  row->shown.unread = 0;
  unit.conversations().save(*row, act.now);
  const auto messages = unit.messages().list(act.conversation_id, "", 100);
  const auto latest = std::find_if(messages.items.begin(), messages.items.end(), [](const wire::Message& m) {
    return m.direction == wire::Direction::kIn && !m.external_id.empty() && domain::opens_window(m.type);
  });
  if (latest == messages.items.end()) return std::move(row->shown);
  ports::OutboxRow mark;
  mark.id = wire::new_id(act.now);
  mark.conversation_id = act.conversation_id;
  mark.number_id = row->number_id;
  mark.visible = false;
  mark.purpose = domain::Purpose::kCourtesy;
  mark.payload = {{"status", "read"}, {"message_id", latest->external_id}};  // WhatsApp marks all earlier ones too
  mark.created_at = mark.next_at = act.now;
  unit.outbox().enqueue(mark);
  return std::move(row->shown);
}

Desk::Shown Desk::unread(ports::UnitOfWork& unit, const Act& act) const {
  auto row = opened(unit, act);
  if (!row) return row.error();
  if (row->shown.unread > 0) return std::move(row->shown);
  row->shown.unread = 1;
  unit.conversations().save(*row, act.now);
  return std::move(row->shown);
}

rt::Task<void> Desk::until_agent_is_silent(std::string conversation_id) {
  const auto end = std::chrono::steady_clock::now() + rules_.silence_limit;
  for (;;) {
    const auto seen = signals_.sends.generation();
    auto look = store_.read(
        [conversation_id](ports::UnitOfWork& unit) { return unit.outbox().agent_send_under_way(conversation_id); });
    if (!co_await std::move(look) || std::chrono::steady_clock::now() >= end) co_return;
    co_await signals_.sends.wait(seen, rules_.silence_poll);
  }
}

}  // namespace hotel::app
