// What the hand-written cues of resources/nlu/intents.txt find in a message. They are evidence for the classifier
// (features.h), not the decision; the yes and no at the beginning of a message and attempts to steer are read here too.
// Pure.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "nlu/normalise.h"

namespace hotel::nlu {

struct CueHits {
  int weight = 0;  // of the heaviest cue: the precedence of the intents
  int hits = 0;
};

struct CueReading {
  std::map<std::string, CueHits, std::less<>> found;  // by intent, without what was negated
  bool steering = false;                              // an attempt to steer the machine
  bool that_one = false;                              // "I take that one"
  bool goes_ahead = false;                            // "confirm it"
  bool hesitates = false;                             // a "no", a "wait", a "but" stands somewhere
  bool mark_paid = false;                             // "and mark it as paid"
  bool keeps = false;                                 // "leave it as it is"
  bool asks_who = false;                              // "are you a robot?"
  bool affirms = false, denies = false;               // begins with a yes or a no, whatever else follows
};

CueReading read_cues(const std::vector<Token>& tokens, std::string_view text);

}  // namespace hotel::nlu
