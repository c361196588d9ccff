// What the guest wants: the 28 intents by weighted cues (resources/nlu/intents.txt). Pure. A classifier can take the
// place of `score_intents` without a change elsewhere.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "nlu/normalise.h"

namespace hotel::nlu {

struct ScoredIntent {
  std::string name;
  double confidence = 0;  // 0 … 1
  int weight = 0;         // of its heaviest cue
};

struct IntentScores {
  std::vector<ScoredIntent> intents;     // best first; empty: nothing understood
  bool steering = false;                 // an attempt to steer the machine
  bool affirms = false, denies = false;  // begins with a yes or a no, whatever else follows
};

IntentScores score_intents(const std::vector<Token>& tokens, std::string_view text);

}  // namespace hotel::nlu
