// Numbers in words, as people dictate them: "dos diez" is the room 210, "ochenta y cinco mil" the amount 85000.
#pragma once

#include <optional>

#include "nlu/view.h"

namespace hotel::nlu {

struct Spoken {
  double value = 0;
  std::size_t end = 0;  // the token after it
  int words = 0;
};

// A cardinal number that begins at `at`: words, or digits followed by "mil", "k", "thousand".
std::optional<Spoken> spoken_number(const View& view, std::size_t at);

// A room read out digit by digit or in groups: "dos diez", "two oh four", "tres cero cinco", "duzentos e dez". 10 to
// 9999, at least two words.
std::optional<Spoken> spoken_room(const View& view, std::size_t at);

}  // namespace hotel::nlu
