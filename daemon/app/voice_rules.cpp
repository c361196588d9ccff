#include "app/voice_rules.h"

#include <algorithm>

#include "nlu/understand.h"
#include "wire/codec.h"

namespace hotel::app {
namespace {

bool typed_emergency(const ports::TurnClaim& claim, wire::Date today) {
  std::string typed;
  for (const auto& m : claim.unanswered)
    if (m.type == "text") typed += (typed.empty() ? "" : "\n") + m.text;
  return !typed.empty() && nlu::understand(typed, today, claim.conversation.language).has("emergency");
}

// The list of conversations shows the newest words: those of the transcript, if nothing newer came.
void show_in_list(ports::ConversationRow& row, const wire::Message& message, const std::string& before) {
  auto& last = row.shown.last_message;
  if (last && last->type == message.type && last->at == message.sent_at && last->text == before)
    last->text = message.text;
}

// A turn that is due within the quiet time was not waiting for this: other words of the guest just came.
void end_wait(ports::ConversationRow& row, wire::Millis now, wire::Millis debounce) {
  if (row.turn_due_at && *row.turn_due_at > now + debounce) row.turn_due_at = now;
}

}  // namespace

void expect_transcript(wire::Message& message, bool transcribes) {
  if (message.type != "audio" || message.media.empty()) return;
  const bool fetchable = wire::text_of(message.media, "state") == "pending";
  message.media["transcript"] = boost::json::object{{"state", !transcribes ? "off" : fetchable ? "pending" : "failed"}};
}

wire::Millis transcript_deadline(const wire::Message& message, wire::Millis daemon_started_at) {
  return std::max(message.created_at, daemon_started_at) + kTranscriptPatience;
}

std::optional<wire::Millis> turn_waits_until(const ports::TurnClaim& claim, wire::Millis daemon_started_at,
                                             wire::Date today, wire::Millis now) {
  std::optional<wire::Millis> until;
  for (const auto& m : claim.unanswered) {
    if (!awaits_transcript(m)) continue;
    const auto deadline = transcript_deadline(m, daemon_started_at);
    if (deadline > now) until = std::max(until.value_or(deadline), deadline);
  }
  if (until && typed_emergency(claim, today)) return std::nullopt;
  return until;
}

bool settle_transcript(ports::UnitOfWork& unit, const std::string& message_id,
                       const ports::TranscriberResult<ports::Transcript>& heard, wire::Millis now,
                       wire::Millis debounce) {
  const auto seen = unit.messages().find(message_id);
  if (!seen) return false;
  auto row = unit.conversations().find(seen->conversation_id);  // first, for its lock: a turn is claimed under it
  auto message = unit.messages().find(message_id);
  if (!message || !awaits_transcript(*message)) return false;
  const std::string before = message->text;
  if (heard) {
    message->media["transcript"] =
        boost::json::object{{"state", "done"}, {"model", heard->model}, {"at", wire::to_rfc3339(now)}};
    message->text = heard->text;
  } else {
    message->media["transcript"] =
        boost::json::object{{"state", "failed"}, {"fault", name(heard.error().fault)}, {"at", wire::to_rfc3339(now)}};
  }
  unit.messages().save(*message, now);
  if (!row) return true;
  show_in_list(*row, *message, before);
  end_wait(*row, now, debounce);
  unit.conversations().save(*row, now);
  return true;
}

}  // namespace hotel::app
