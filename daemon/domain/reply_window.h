// WhatsApp's 24-hour window: free messages only within 24 hours after the guest's last message (contract, chapter 10).
// We stop two minutes early, because the clocks and the way to Meta take time.
#pragma once

#include <optional>
#include <string_view>

#include "wire/time.h"

namespace hotel::domain {

inline constexpr wire::Millis kWindow = 24LL * 3600 * 1000 - 2LL * 60 * 1000;

std::optional<wire::Millis> window_expires_at(std::optional<wire::Millis> last_inbound_at);
bool window_is_open(std::optional<wire::Millis> last_inbound_at, wire::Millis now);

// Does an inbound message of this type open the window? Reactions, edits, revokes and system messages do not.
bool opens_window(std::string_view message_type);

// Does it want an answer of the agent (or of a person)?
bool wants_answer(std::string_view message_type);

}  // namespace hotel::domain
