// Plays generated conversations and counts what is wrong with them. The same seed gives the same conversations.
#pragma once

#include <cstdint>

#include "judge.h"

namespace hotel::trial {

struct Kind {
  bool attacks = false;         // the guest only tries to get what is not his
  bool obedient_model = false;  // a language model that does what the guest's text says
};

Report play(std::uint64_t seed, const Kind& kind);  // one conversation

// `count` conversations from `seed` on, on as many threads as the machine has.
Report play_many(std::uint64_t seed, int count, const Kind& kind);

std::string summary_of(const Report& report);

}  // namespace hotel::trial
