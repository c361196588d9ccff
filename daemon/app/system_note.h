// A line of the program itself in a conversation, for staff alone.
#pragma once

#include <string>

#include "ports/store.h"

namespace hotel::app {

void write_system_note(ports::UnitOfWork& unit, const std::string& conversation_id, std::string text, wire::Millis now);

}  // namespace hotel::app
