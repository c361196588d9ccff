// What the guest wants: the 28 intents, each with the probability that a full answer must deal with it. The classifier
// decides; what is said about danger and about being left alone goes first, in the order of precedence. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "nlu/cues.h"
#include "nlu/normalise.h"

namespace hotel::nlu {

// Precedence when a message has more than one, lowest first.
enum class Tier { kSocial, kInform, kQuestion, kRequest, kPerson, kOptOut, kEmergency };
Tier tier_of(std::string_view intent);

struct ScoredIntent {
  std::string name;
  double confidence = 0;  // 0 … 1, calibrated
  // A request or a question, something that needs an answer of its own.
  bool wants() const { return tier_of(name) >= Tier::kQuestion && name != "other"; }
};

struct IntentReading {
  std::vector<ScoredIntent> intents;  // best first, at least one
  bool steering = false;              // an attempt to steer the machine
  bool affirms = false, denies = false;
  bool asks_who = false;    // "are you a robot?"
  bool keeps = false;       // "leave it as it is"
  bool that_one = false;    // "I take that one"
  bool goes_ahead = false;  // "confirm it"
  bool hesitates = false;   // a "no", a "wait", a "but" stands somewhere
};

IntentReading read_intents(const std::vector<Token>& tokens, std::string_view text);

}  // namespace hotel::nlu
