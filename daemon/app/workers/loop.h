// The loop that every worker shares: do what is due, then wait for a signal or for the next due time. A fault of the
// store is logged once per outage, slows the loop down, and never ends it.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include "app/context.h"

namespace hotel::app {

// `step` does one round and returns when it wants to be called again at the latest (nothing: at the next poll). It is
// called again at once after a notification. Ends when the daemon drains.
rt::Task<void> work_loop(Context& context, std::string name, rt::Notifier& wake, std::chrono::milliseconds poll,
                         std::function<rt::Task<std::optional<wire::Millis>>()> step);

}  // namespace hotel::app
