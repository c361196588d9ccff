// What leads to a person's name in a message.
#pragma once

#include <vector>

#include "nlu/lexicon.h"

namespace hotel::nlu {

// How much a cue promises. kStrong: any word that is not an everyday one. kCapital: only capitals or a known first
// name. kFull: a full name, or a known first name with a capital.
enum class Trust { kStrong, kCapital, kFull };

struct NameCue {
  Trust trust = Trust::kStrong;
  Cue cue;
};

const std::vector<NameCue>& name_cues();

}  // namespace hotel::nlu
