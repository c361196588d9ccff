#include "app/agent_output.h"

#include <algorithm>
#include <utility>

#include "app/alerting.h"
#include "app/booking_request_json.h"
#include "app/system_note.h"
#include "app/workers/change_order.h"
#include "wire/codec.h"
#include "wire/event.h"
#include "wire/ids.h"

namespace hotel::app {
namespace {

void say(ports::UnitOfWork& unit, ports::ConversationRow& row, const agent::Reply& reply, wire::Millis now,
         std::chrono::milliseconds hold, const std::string& client_id = {}) {
  wire::Message m;
  m.id = wire::new_id(now);
  m.conversation_id = row.shown.id;
  m.direction = wire::Direction::kOut;
  m.author = {wire::AuthorKind::kAgent, ""};
  const auto* type = reply.payload.if_contains("type");
  m.type = type && type->is_string() ? std::string{type->get_string()} : "text";
  m.text = reply.text;
  if (m.type == "interactive")
    if (const auto* offered = reply.payload.if_contains("interactive"); offered && offered->is_object())
      m.interactive = offered->get_object();
  if (const auto* image = wire::object_of(reply.payload, "image")) m.media = *image;
  m.status = wire::MessageStatus::kQueued;
  m.why = reply.why;
  m.sent_at = m.created_at = now;
  unit.messages().insert(m, client_id);

  ports::OutboxRow out;
  out.id = m.id;
  out.conversation_id = row.shown.id;
  out.number_id = row.number_id;
  out.by_agent = true;
  out.turn_token = row.ownership.turn_token;
  out.purpose = reply.purpose;
  out.payload = reply.payload;
  out.is_template = m.type == "template";
  out.created_at = now;
  out.next_at = now + hold.count();
  unit.outbox().enqueue(out);
  row.shown.last_message = wire::LastMessage{m.text, m.direction, m.author.kind, m.type, now};
}

bool is_emergency(const agent::TurnResult& result) {
  return result.alert == "emergency";
}

void hand_over(ports::UnitOfWork& unit, ports::ConversationRow& row, const agent::TurnResult& result, wire::Millis now,
               std::chrono::seconds sla) {
  row.ownership = domain::after_agent_handover(row.ownership);
  ask_for_person(row, result.reason, now, sla);
  const bool emergency = is_emergency(result);
  const std::string kind = result.alert.value_or("handover");
  raise_alert(unit, now, kind, emergency ? "critical" : "warning",
              emergency ? "A guest reports an emergency" : "The agent asks for a person: " + result.reason,
              kind + ":" + row.shown.id, row.shown.id);
}

void order(ports::UnitOfWork& unit, const ports::ConversationRow& row, const agent::TurnResult& result,
           wire::Millis now) {
  ports::BookingIntent intent;
  intent.conversation_id = row.shown.id;
  intent.turn_token = row.ownership.turn_token;
  intent.created_at = intent.next_at = now;
  if (result.book) {
    intent.id = result.book->intent_id;
    intent.request = to_json(result.book->request);
    unit.bookings().begin_intent(intent);
  }
  if (result.cancel) {
    intent.id = result.cancel->intent_id;
    intent.kind = "cancel";
    intent.order_id = result.cancel->booking_id;
    intent.request = {{"booking_id", result.cancel->booking_id}, {"reference", result.cancel->reference}};
    unit.bookings().begin_intent(intent);
  }
  if (result.change) {
    intent.id = result.change->intent_id;
    intent.kind = "change";
    intent.order_id = result.change->booking_id;
    intent.request = to_json(*result.change);
    unit.bookings().begin_intent(intent);
  }
}

// What staff shall do or answer: the words stand in the conversation, the ticket lists them, the
// alert leads there and holds no guest's data.
void tell_tickets(ports::UnitOfWork& unit, ports::ConversationRow& row, const agent::TurnResult& result,
                  wire::Millis now, std::chrono::seconds sla) {
  std::string told;  // one message may ask for several things that have no entry: one note and one alert
  for (const auto& ticket : result.tickets) {
    wire::Ticket stored;
    stored.conversation_id = row.shown.id;
    stored.kind = ticket.kind;
    stored.topic = ticket.topic;
    stored.text = ticket.text;
    stored.language = result.language.empty() ? row.language : result.language;
    stored.created_at = now;
    stored = unit.tickets().open(std::move(stored));
    if (const auto note = ticket.kind + ": " + ticket.text; note != std::exchange(told, note)) {
      write_system_note(unit, row.shown.id, note, now);
      // While the alert of an open ticket is not acknowledged, asking again raises no other.
      raise_alert(unit, now, ticket.kind, "warning", "The agent leaves this to a person: " + ticket.kind,
                  ticket.kind + ":" + stored.id, row.shown.id);
    }
    if (ticket.kind == "unanswered_question" || ticket.kind == "transfer_request")
      ask_for_person(row, ticket.kind, now, sla);
  }
}

TurnEnd apply(ports::UnitOfWork& unit, ports::ConversationRow& row, const agent::TurnResult& result, wire::Millis now,
              const OutputRules& rules) {
  // Whom to call in an emergency is not held back.
  const auto hold = is_emergency(result) ? std::chrono::milliseconds{0} : rules.hold;
  for (const auto& reply : result.replies) say(unit, row, reply, now, hold);
  if (hold.count() > 0 && !result.replies.empty()) tell_draft(unit, row.shown.id, now);
  order(unit, row, result, now);
  tell_tickets(unit, row, result, now, rules.sla);
  row.dialogue = result.dialogue;
  if (!result.language.empty()) row.language = row.shown.guest.language = result.language;
  if (result.opt_out) row.ownership = domain::after_opt_out(row.ownership);
  if (result.hand_over)
    hand_over(unit, row, result, now, rules.sla);
  else if (result.alert)
    raise_alert(unit, now, *result.alert, "warning",
                *result.alert == "voice_note" ? "A voice note could not be understood: somebody should listen to it"
                                              : "The agent reports: " + *result.alert,
                *result.alert + ":" + row.shown.id, row.shown.id);
  if (!result.replies.empty() && !result.hand_over) row.shown.unread = 0;
  unit.conversations().save(row, now);
  if (result.hand_over) return TurnEnd::kHandedOver;
  return result.replies.empty() ? TurnEnd::kSilent : TurnEnd::kAnswered;
}

}  // namespace

std::string_view name(TurnEnd end) {
  switch (end) {
    case TurnEnd::kAnswered:
      return "answered";
    case TurnEnd::kHandedOver:
      return "handed_over";
    case TurnEnd::kDropped:
      return "dropped";
    case TurnEnd::kSilent:
      return "silent";
  }
  return "";
}

void ask_for_person(ports::ConversationRow& row, std::string reason, wire::Millis now, std::chrono::seconds sla) {
  row.shown.handover_reason = std::move(reason);
  if (row.shown.waiting_since) return;
  row.shown.waiting_since = now;
  row.shown.sla_due_at = now + std::chrono::milliseconds{sla}.count();
}

TurnEnd commit_turn(ports::UnitOfWork& unit, const ports::TurnClaim& claim, const agent::TurnResult& result,
                    wire::Millis now, const OutputRules& rules) {
  const std::string& id = claim.conversation.shown.id;
  auto row = unit.conversations().find(id);
  if (!row) return TurnEnd::kDropped;  // erased meanwhile
  if (!domain::agent_may_draft(row->ownership, claim.conversation.ownership.turn_token)) {
    // The messages stay unanswered: a hand-back lets the agent answer them afresh.
    unit.conversations().release_turn(id, now);
    return TurnEnd::kDropped;
  }
  if (!unit.conversations().end_turn(id, claim.conversation.turn_generation, now)) return TurnEnd::kDropped;
  row = unit.conversations().find(id);  // as end_turn left it
  return apply(unit, *row, result, now, rules);
}

bool commit_order_end(ports::UnitOfWork& unit, const std::string& conversation_id, std::int64_t turn_token,
                      const agent::TurnResult& result, wire::Millis now, const OutputRules& rules) {
  auto row = unit.conversations().find(conversation_id);
  if (!row || !domain::agent_may_draft(row->ownership, turn_token)) return false;
  apply(unit, *row, result, now, rules);
  return true;
}

ProactiveEnd commit_proactive(ports::UnitOfWork& unit, const std::string& conversation_id, const std::string& client_id,
                              const agent::Reply& reply, wire::Millis now) {
  auto row = unit.conversations().find(conversation_id);
  if (!row || row->ownership.opted_out) return ProactiveEnd::kOptedOut;
  if (unit.messages().by_client_id(conversation_id, client_id)) return ProactiveEnd::kKnown;
  if (row->ownership.owner != wire::Owner::kAgent) return ProactiveEnd::kWithStaff;
  say(unit, *row, reply, now, std::chrono::milliseconds{0}, client_id);
  unit.conversations().save(*row, now);
  return ProactiveEnd::kWritten;
}

std::optional<AgentDraft> draft_of(ports::UnitOfWork& unit, const std::string& conversation_id) {
  std::optional<AgentDraft> draft;
  for (const auto& row : unit.outbox().agent_rows_waiting(conversation_id)) {
    const auto message = unit.messages().find(row.id);
    if (!message) continue;
    if (!draft) draft = AgentDraft{message->id, "", message->why, row.next_at};
    draft->text.append(draft->text.empty() ? "" : "\n\n").append(message->text);
  }
  return draft;
}

bool send_draft_now(ports::UnitOfWork& unit, const std::string& conversation_id, wire::Millis now) {
  if (unit.outbox().hurry_agent_rows(conversation_id, now) == 0) return false;
  tell_draft(unit, conversation_id, now);
  return true;
}

bool withdraw_agent(ports::UnitOfWork& unit, const std::string& conversation_id, std::string_view code,
                    std::string_view title, wire::Millis now) {
  bool any = false;
  for (const auto& id : unit.outbox().cancel_agent_rows(conversation_id)) {
    auto message = unit.messages().find(id);
    if (!message) continue;  // a read mark
    any = true;
    message->status = wire::MessageStatus::kRefused;
    message->error = {{"code", code}, {"title", title}};
    unit.messages().save(*message, now);
  }
  if (any) tell_draft(unit, conversation_id, now);
  return any;
}

void tell_draft(ports::UnitOfWork& unit, const std::string& conversation_id, wire::Millis now) {
  unit.events().append(wire::kDraftUpdated, {{"conversation_id", conversation_id}}, now);
}

bool enqueue_typing(ports::UnitOfWork& unit, const ports::TurnClaim& claim, wire::Millis now) {
  const auto newest = std::find_if(claim.unanswered.rbegin(), claim.unanswered.rend(),
                                   [](const wire::Message& m) { return !m.external_id.empty(); });
  if (newest == claim.unanswered.rend()) return false;
  ports::OutboxRow out;
  out.id = wire::new_id(now);
  out.conversation_id = claim.conversation.shown.id;
  out.number_id = claim.conversation.number_id;
  out.visible = false;
  out.by_agent = true;
  out.turn_token = claim.conversation.ownership.turn_token;
  out.purpose = domain::Purpose::kCourtesy;
  out.payload = {{"status", "read"}, {"message_id", newest->external_id}, {"typing_indicator", {{"type", "text"}}}};
  out.created_at = out.next_at = now;
  unit.outbox().enqueue(out);
  return true;
}

}  // namespace hotel::app
