#include "app/status_rules.h"

#include "app/alerting.h"
#include "domain/status_ladder.h"
#include "wire/ids.h"

namespace hotel::app {
namespace {

using wire::MessageStatus;

void failed(ports::UnitOfWork& unit, const wire::Message& message, wire::Millis now) {
  if (auto conversation = unit.conversations().find(message.conversation_id)) {
    conversation->shown.handover_reason = "not_delivered";
    if (!conversation->shown.waiting_since) conversation->shown.waiting_since = now;
    unit.conversations().save(*conversation, now);
  }
  raise_alert(unit, now, "not_delivered", "warning", "WhatsApp could not deliver a message",
              "not_delivered:" + message.conversation_id, message.conversation_id);
}

// True: the message changed.
bool move(wire::Message& message, const ports::StatusRow& status) {
  bool changed = false;
  if (message.external_id.empty() && !status.external_id.empty()) {
    message.external_id = status.external_id;
    changed = true;
  }
  const auto next = domain::after_status(message.status, status.status);
  if (!next) return changed;
  message.status = *next;
  if (*next == MessageStatus::kFailed)
    message.error = status.error;
  else
    message.error.clear();
  return true;
}

}  // namespace

void apply_known_statuses(ports::UnitOfWork& unit, wire::Message& message, wire::Millis now) {
  bool changed = false;
  for (const auto& status : unit.messages().statuses_of(message.external_id, message.id))
    changed = move(message, status) || changed;
  if (!changed) return;
  unit.messages().save(message, now);
  if (message.status == MessageStatus::kFailed) failed(unit, message, now);
}

void accepted(ports::UnitOfWork& unit, wire::Message& message, const std::string& external_id, wire::Millis now) {
  message.external_id = external_id;
  if (message.status == MessageStatus::kSending || message.status == MessageStatus::kQueued ||
      message.status == MessageStatus::kUnknown)
    message.status = MessageStatus::kAccepted;
  message.error.clear();
  for (const auto& status : unit.messages().statuses_of(external_id, message.id)) move(message, status);
  unit.messages().save(message, now);
  if (message.status == MessageStatus::kFailed) failed(unit, message, now);
}

void apply_status(ports::UnitOfWork& unit, const ports::StatusRow& status, wire::Millis now) {
  auto message = unit.messages().by_external_id(status.external_id);
  if (!message && wire::is_id(status.opaque)) {
    message = unit.messages().find(status.opaque);
    // Our id comes back: WhatsApp has the message, whatever happened to the answer of the send.
    if (message) unit.outbox().remove(message->id);
  }
  if (!message || message->direction != wire::Direction::kOut) return;
  const auto before = message->status;
  if (!move(*message, status)) return;
  unit.messages().save(*message, now);
  if (before != message->status && message->status == MessageStatus::kFailed) failed(unit, *message, now);
}

}  // namespace hotel::app
