#include "app/outbox_rules.h"

#include <string>

#include "agent/evidence.h"
#include "app/agent_output.h"
#include "app/alerting.h"
#include "app/status_rules.h"
#include "domain/reply_window.h"

namespace hotel::app {
namespace {

using wire::MessageStatus;

boost::json::object fault(std::string_view code, std::string_view title, std::string_view detail = {}) {
  return {{"code", code}, {"title", title}, {"detail", detail}};
}

void set_message(ports::UnitOfWork& unit, const std::string& id, MessageStatus status, boost::json::object error,
                 wire::Millis now) {
  auto message = unit.messages().find(id);
  if (!message) return;
  message->status = status;
  message->error = std::move(error);
  unit.messages().save(*message, now);
}

// The guest does not get this message: staff has to see it.
void give_to_staff(ports::UnitOfWork& unit, const ports::OutboxRow& row, MessageStatus status,
                   boost::json::object error, std::string reason, wire::Millis now, std::chrono::seconds sla) {
  set_message(unit, row.id, status, std::move(error), now);
  if (auto conversation = unit.conversations().find(row.conversation_id)) {
    ask_for_person(*conversation, std::move(reason), now, sla);
    unit.conversations().save(*conversation, now);
  }
}

constexpr wire::Millis kReadMarkLife = 60'000;

// A text of the agent leaves only with a fact for each of its claims that is fresh enough at this moment.
bool lacks_evidence(ports::UnitOfWork& unit, const ports::OutboxRow& row, wire::Millis now, std::chrono::seconds sla) {
  const auto message = unit.messages().find(row.id);
  const auto wrong = agent::fault_of_evidence(message ? message->why : boost::json::object{}, row.payload, now);
  if (!wrong) return false;
  give_to_staff(unit, row, MessageStatus::kRefused,
                fault(wrong->code, "The agent cannot prove what this says", wrong->detail), std::string{wrong->code},
                now, sla);
  raise_alert(unit, now, std::string{wrong->code}, "warning",
              "A message of the agent was not sent: it says what is not proved or was read too long ago",
              std::string{wrong->code} + ":" + row.conversation_id, row.conversation_id);
  return true;
}

// Why a claimed row must not leave now; settles it. False: it may leave.
bool held_back(ports::UnitOfWork& unit, const ports::OutboxRow& row, const ports::ConversationRow& conversation,
               wire::Millis now, std::chrono::seconds sla) {
  if (row.by_agent && !domain::agent_row_may_leave(conversation.ownership, row.turn_token)) {
    if (row.visible)
      set_message(unit, row.id, MessageStatus::kRefused, fault("taken_over", "A person took over before this was sent"),
                  now);
    return true;
  }
  if (!row.visible) return now - row.created_at > kReadMarkLife;
  if (!row.is_template && !domain::window_is_open(conversation.last_inbound_at, now)) {
    give_to_staff(unit, row, MessageStatus::kRefused,
                  fault("window_closed", "The 24-hour window is closed", "Only a template can be sent"),
                  "window_closed", now, sla);
    return true;
  }
  if (row.by_agent && now - row.created_at > domain::kAnswerLife) {
    give_to_staff(unit, row, MessageStatus::kRefused,
                  fault("expired", "The answer became too old before it could be sent"), "answer_expired", now, sla);
    return true;
  }
  return row.by_agent && lacks_evidence(unit, row, now, sla);
}

}  // namespace

std::vector<ClaimedSend> claim_sends(ports::UnitOfWork& unit, wire::Millis now, wire::Millis lease_until, int limit,
                                     std::chrono::seconds sla) {
  std::vector<ClaimedSend> out;
  for (auto& row : unit.outbox().claim(now, lease_until, limit)) {
    const auto conversation = unit.conversations().find(row.conversation_id);
    if (!conversation || held_back(unit, row, *conversation, now, sla)) {
      unit.outbox().remove(row.id);
      continue;
    }
    if (row.visible) set_message(unit, row.id, MessageStatus::kSending, {}, now);
    ports::Outgoing message{row.number_id, conversation->wa_id, conversation->user_id, row.payload,
                            row.visible ? row.id : ""};
    out.push_back({std::move(row), std::move(message)});
  }
  return out;
}

void settle_send(ports::UnitOfWork& unit, const ports::OutboxRow& row, const domain::SendOutcome& outcome,
                 const domain::Decision& decision, wire::Millis now, std::chrono::seconds sla) {
  using domain::NextStep;
  const auto error =
      fault(outcome.code ? std::to_string(outcome.code) : std::string{"0"}, outcome.title, outcome.detail);
  switch (decision.step) {
    case NextStep::kDone: {
      if (!unit.outbox().finish(row, ports::OutboxState::kDone, 0)) return;
      if (!row.visible) return;
      auto message = unit.messages().find(row.id);
      if (!message) return;
      accepted(unit, *message, outcome.external_id, now);
      if (auto conversation = unit.conversations().find(row.conversation_id);
          conversation && !outcome.wa_id.empty() && outcome.wa_id != conversation->wa_id)
        unit.conversations().link_identity(conversation->shown.guest.id, "wa_id", outcome.wa_id);
      return;
    }
    case NextStep::kRetryAt:
    case NextStep::kHold: {
      const wire::Millis at = decision.step == NextStep::kHold ? now : decision.at;
      if (!row.visible) {
        unit.outbox().remove(row.id);  // a read mark is not worth a second try
        return;
      }
      if (unit.outbox().finish(row, ports::OutboxState::kQueued, at))
        set_message(unit, row.id, MessageStatus::kQueued,
                    decision.step == NextStep::kHold ? error : boost::json::object{}, now);
      return;
    }
    case NextStep::kRefuse:
      if (!unit.outbox().finish(row, ports::OutboxState::kDone, 0) || !row.visible) return;
      give_to_staff(unit, row, MessageStatus::kRefused, error,
                    outcome.what == domain::SendClass::kWindowClosed ? "window_closed" : "not_sent", now, sla);
      raise_alert(
          unit, now, "send_refused", "warning",
          "WhatsApp refused a message: " + (outcome.title.empty() ? std::to_string(outcome.code) : outcome.title),
          "send_refused:" + row.conversation_id, row.conversation_id);
      return;
    case NextStep::kAwaitStatus:
      if (!row.visible) {
        unit.outbox().remove(row.id);
        return;
      }
      if (!unit.outbox().finish(row, ports::OutboxState::kUnknown, now)) return;
      set_message(unit, row.id, MessageStatus::kUnknown,
                  fault("unknown", "It is not known whether the guest has this message", outcome.title), now);
      if (auto message = unit.messages().find(row.id)) apply_known_statuses(unit, *message, now);
      return;
  }
}

void settle_old_sends(ports::UnitOfWork& unit, wire::Millis now, std::chrono::seconds sla) {
  domain::SendOutcome interrupted;
  interrupted.title = "The daemon ended while this was being sent";
  domain::Decision wait;
  wait.step = domain::NextStep::kAwaitStatus;
  for (const auto& row : unit.outbox().expired_leases(now)) settle_send(unit, row, interrupted, wait, now, sla);

  for (auto row : unit.outbox().unknown_before(now - domain::kUnknownPatience)) {
    switch (domain::after_unknown(row.purpose)) {
      case domain::AfterUnknown::kDrop:
        unit.outbox().remove(row.id);
        break;
      case domain::AfterUnknown::kSendOnceMore:
        row.purpose = domain::Purpose::kStaff;  // a second unknown belongs to people
        unit.outbox().remove(row.id);
        row.next_at = now;
        unit.outbox().enqueue(row);
        set_message(unit, row.id, MessageStatus::kQueued, {}, now);
        break;
      case domain::AfterUnknown::kLeaveToStaff:
        unit.outbox().remove(row.id);
        give_to_staff(
            unit, row, MessageStatus::kUnknown,
            fault("unknown", "It is not known whether the guest has this message", "No status came within two minutes"),
            "send_unknown", now, sla);
        raise_alert(unit, now, "send_unknown", "warning", "It is not known whether a message reached its guest",
                    "send_unknown:" + row.conversation_id, row.conversation_id);
        break;
    }
  }
}

}  // namespace hotel::app
