// What a voice note's transcript does: to the message it becomes the text of, and to the turn that waits for it. A
// transcript is pending from the arrival of the note until the service has said something final or the patience is
// over; whatever comes first settles it, once.
//
// Everything is a function of a transaction or of values; nothing reads a clock.
#pragma once

#include <chrono>
#include <optional>

#include "ports/store.h"
#include "ports/transcriber.h"

namespace hotel::app {

// So long a guest waits for being understood; a daemon that died meanwhile begins anew when it is back.
inline constexpr wire::Millis kTranscriptPatience = 60'000;

// At arrival, before the message is stored. `transcribes`: a service is set.
void expect_transcript(wire::Message& message, bool transcribes);

inline bool awaits_transcript(const wire::Message& message) {
  return wire::transcript_state(message) == "pending";
}
wire::Millis transcript_deadline(const wire::Message& message, wire::Millis daemon_started_at);

// The time until which a turn that was claimed now shall wait; nothing: it need not. A typed emergency waits for
// nothing.
std::optional<wire::Millis> turn_waits_until(const ports::TurnClaim& claim, wire::Millis daemon_started_at,
                                             wire::Date today, wire::Millis now);

// Text or fault, into the message and its conversation; the turn that waited becomes due. False: it was settled before,
// or the message is gone.
bool settle_transcript(ports::UnitOfWork& unit, const std::string& message_id,
                       const ports::TranscriberResult<ports::Transcript>& heard, wire::Millis now,
                       wire::Millis debounce);

}  // namespace hotel::app
