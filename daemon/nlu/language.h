// Which of es, en, pt a message is written in. Words of the lexicon give points; what has none takes the language of
// the conversation before it. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "nlu/normalise.h"

namespace hotel::nlu {

// `prior`: es, en, pt or empty (unknown; es is then the tie break).
std::string language_of(const std::vector<Token>& tokens, std::string_view text, std::string_view prior);

}  // namespace hotel::nlu
