// Tells staff about something that happened now.
#pragma once

#include <string>
#include <string_view>

#include "ports/store.h"

namespace hotel::app {

// `key` folds repetitions: while an alert with the same key is not acknowledged, no other is raised.
void raise_alert(ports::UnitOfWork& unit, wire::Millis now, std::string kind, std::string severity, std::string text,
                 std::string_view key, std::string conversation_id = {});

}  // namespace hotel::app
