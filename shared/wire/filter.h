// Which conversations a view holds: one predicate for the server's lists and for the console's live events, so that a
// view never fills with rows that do not belong there.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "wire/conversation.h"

namespace hotel::wire {

enum class View { kWaiting, kMine, kUnassigned, kAgent, kAll, kClosed };
std::string_view name(View view);
std::optional<View> view_from(std::string_view name);

// kWaiting: open and a guest waits for a person. kMine: assigned to `user`. kUnassigned: with staff, nobody's.
// kAgent: open and with the agent. kAll: everything, closed ones too. Snoozed ones are in kAll and kMine only.
bool matches(View view, const Conversation& conversation, std::string_view user);

}  // namespace hotel::wire
