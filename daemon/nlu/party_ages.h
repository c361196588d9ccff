// The ages of children: «de 4 y 8 años», «(6 y 9)», «kids are 5 and 7», «uno de 2 y otro de 5», «a 6yo», «18 meses».
// Pure.
#pragma once

#include <vector>

#include "nlu/normalise.h"

namespace hotel::nlu {

// Completed years, in the order of the message. `dated`: tokens that are dates.
std::vector<int> read_ages(const std::vector<Token>& tokens, const std::vector<bool>& dated);

}  // namespace hotel::nlu
