// Identifiers of our own rows: UUID version 7 (RFC 9562), so that ids sort by the time they were made.
// They are names, not secrets.
#pragma once

#include <string>
#include <string_view>

#include "wire/time.h"

namespace hotel::wire {

std::string new_id(Millis now);
bool is_id(std::string_view text);  // has the form of an id; used to refuse foreign text in deep links and paths

}  // namespace hotel::wire
