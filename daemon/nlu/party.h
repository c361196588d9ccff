// Who travels: adults, children and their ages, or only the number of guests; and how many rooms. Pure.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "nlu/normalise.h"

namespace hotel::nlu {

struct PartyWords {
  std::optional<int> adults, children, guests, rooms;
  std::vector<int> child_ages;  // sorted
};

// `dated`: tokens that are dates and must not be counted as people.
PartyWords read_party(const std::vector<Token>& tokens, const std::vector<bool>& dated);

// The bare numbers of an answer ("7 y 9", "dos", "2"), for a form that has just asked for a count or for ages.
std::vector<int> bare_numbers(const std::vector<Token>& tokens);

}  // namespace hotel::nlu
