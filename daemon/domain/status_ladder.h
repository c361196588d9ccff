// How the state of an outgoing message moves (WhatsApp contract, chapters 8 and 12): accepted < sent < delivered < read
// < played, only upwards, whatever the order in which statuses come. `failed` counts only while accepted or sent (or
// not yet answered); a later delivered, read or played repairs it.
#pragma once

#include <optional>
#include <string_view>

#include "wire/message.h"

namespace hotel::domain {

// The state after a status webhook, or nothing when it changes nothing. Unknown status names change nothing.
std::optional<wire::MessageStatus> after_status(wire::MessageStatus now, std::string_view status);

}  // namespace hotel::domain
