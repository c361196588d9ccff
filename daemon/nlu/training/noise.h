// Chat noise for training lines: lost, doubled and swapped letters, sound-alike spelling, shorthand, missing blanks.
// Deterministic: the same line and number give the same noise. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hotel::nlu {

std::string with_noise(std::string_view line, std::uint32_t number);

}  // namespace hotel::nlu
