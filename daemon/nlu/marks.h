// What the tokeniser keeps whole: e-mail addresses, phone numbers, booking codes, flights. Looks at bytes only.
#pragma once

#include <cstddef>
#include <string_view>

#include "nlu/normalise.h"

namespace hotel::nlu {

struct Mark {
  Kind kind = Kind::kWord;
  std::size_t size = 0;  // 0: there is none
};

Mark mark_at(std::string_view text, std::size_t at);  // `at` is the begin of a word

}  // namespace hotel::nlu
