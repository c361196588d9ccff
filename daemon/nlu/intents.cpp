#include "nlu/intents.h"

#include <algorithm>
#include <array>

#include "nlu/classifier.h"
#include "nlu/features.h"
#include "nlu/lexicon.h"

namespace hotel::embedded {
std::string_view intent_model();
}

namespace hotel::nlu {
namespace {

constexpr double kLikely = 0.5;
constexpr double kHint = 0.15;
constexpr double kSure = 0.7;
constexpr double kPossible = 0.3;
constexpr std::size_t kLong = 7;  // tokens: shorter messages have one wish
constexpr double kBeside = 0.25;
constexpr double kDanger = 0.35;                    // a missed emergency costs more than a needless one
constexpr std::string_view kSteering = "steering";  // a class of the model beside the intents

bool one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Not a tier above the others only by its probability.
bool goes_first(const ScoredIntent& i) {
  return (i.name == "emergency" && i.confidence >= kDanger) || (i.name == "opt_out" && i.confidence >= kLikely) ||
         (i.name == "human_agent" && i.confidence >= kLikely);
}

// Words that nobody knows ("qwe rty"): whatever the model makes of their letters is chance.
bool only_noise(const std::vector<Token>& tokens, const CueReading& cues) {
  if (!cues.found.empty()) return false;
  for (const auto& t : tokens) {
    if (t.kind == Kind::kPunctuation || t.kind == Kind::kBreak) continue;
    if (t.kind != Kind::kWord || t.capital || t.value >= 0 || !t.repaired.empty() || lexicon().everyday(t))
      return false;
  }
  for (const auto* table : {&lexicon().concepts(), &lexicon().things()})
    for (const auto& cue : *table)
      if (!find(cue, tokens).empty()) return false;
  return true;
}

// A further question that the model thinks possible and a cue names.
bool backed(const ScoredIntent& i, const CueReading& cues) {
  return i.confidence >= kPossible && tier_of(i.name) == Tier::kQuestion && cues.found.contains(i.name);
}

// Where a further wish may begin: after the end of a sentence, and behind "and".
std::vector<std::vector<Token>> clauses_of(const std::vector<Token>& tokens) {
  std::vector<std::vector<Token>> out(1);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto& t = tokens[i];
    const bool ends =
        t.kind == Kind::kBreak || (t.kind == Kind::kPunctuation && one_of(t.raw, {".", "?", "!", ";", ":"}));
    const bool joins = t.kind == Kind::kWord &&
                       one_of(t.folded, {"y", "e", "and", "also", "ademas", "alem", "btw", "tambien", "tambem"});
    const bool list = t.kind == Kind::kPunctuation && t.raw == ",";
    if (!joins && !list) out.back().push_back(t);
    if ((ends || joins || list) && !out.back().empty()) out.emplace_back();
  }
  std::erase_if(out, [](const auto& clause) { return clause.size() < 3; });
  return out;
}

// Several wishes in one message: what a clause surely wants for itself counts beside what the whole says.
void add_wishes_of_clauses(const std::vector<Token>& tokens, std::vector<ScoredIntent>& intents) {
  if (tokens.size() < kLong) return;
  const auto clauses = clauses_of(tokens);
  if (clauses.size() < 2) return;
  const auto& model = intent_classifier();
  for (const auto& clause : clauses) {
    std::string text;
    for (const auto& t : clause) text += t.raw + " ";
    const auto likely = model.probabilities(features_of(clause, read_cues(clause, text), text));
    const auto best = std::max_element(likely.begin(), likely.end()) - likely.begin();
    const auto& name = model.classes()[static_cast<std::size_t>(best)].intent;
    const ScoredIntent wish{name, likely[static_cast<std::size_t>(best)]};
    const bool known =
        std::any_of(intents.begin(), intents.end(), [&](const ScoredIntent& i) { return i.name == name; });
    if (known || name == kSteering || wish.confidence < kSure || !(wish.wants() || name == "thanks") ||
        tier_of(name) > Tier::kPerson)
      continue;
    intents.push_back(wish);
  }
}

}  // namespace

const Classifier& intent_classifier() {
  static const Classifier model(embedded::intent_model());
  return model;
}

Tier tier_of(std::string_view intent) {
  if (intent == "emergency") return Tier::kEmergency;
  if (intent == "opt_out") return Tier::kOptOut;
  if (intent == "human_agent") return Tier::kPerson;
  if (one_of(intent, {"greeting", "thanks", "goodbye", "affirm", "deny"})) return Tier::kSocial;
  if (intent == "inform") return Tier::kInform;
  if (one_of(intent, {"ask_price", "ask_times", "ask_amenities", "ask_location", "ask_payment", "ask_policy",
                      "check_availability", "lookup_booking", "give_review"}))
    return Tier::kQuestion;
  return Tier::kRequest;
}

IntentReading read_intents(const std::vector<Token>& tokens, std::string_view text) {
  const auto cues = read_cues(tokens, text);
  if (only_noise(tokens, cues)) {
    IntentReading nothing;
    nothing.intents = {{"other", kHint}};
    return nothing;
  }
  const auto& model = intent_classifier();
  const auto likely = model.probabilities(features_of(tokens, cues, text));
  std::vector<ScoredIntent> all;
  double steering = 0;
  for (std::size_t i = 0; i < likely.size(); ++i)
    if (model.classes()[i].intent == kSteering)
      steering = likely[i];
    else
      all.push_back({model.classes()[i].intent, likely[i]});
  std::sort(all.begin(), all.end(), [](const ScoredIntent& a, const ScoredIntent& b) {
    const bool first = goes_first(a), second = goes_first(b);
    if (first != second) return first;
    if (first && second && tier_of(a.name) != tier_of(b.name)) return tier_of(a.name) > tier_of(b.name);
    return a.confidence > b.confidence;
  });
  IntentReading out;
  out.affirms = cues.affirms, out.denies = cues.denies;
  for (const auto& intent : all)
    if (out.intents.empty() || intent.confidence >= kLikely || goes_first(intent) || backed(intent, cues))
      out.intents.push_back(intent);
  const bool danger = out.intents.front().name == "emergency";
  // "And mark it as paid" beside a request changes nothing of the request.
  const auto request = std::find_if(all.begin(), all.end(), [](const ScoredIntent& i) { return i.name != "other"; });
  const bool only_beside = cues.mark_paid && !cues.steering && request != all.end() && request->confidence >= kBeside;
  if (only_beside) {
    std::erase_if(out.intents, [](const ScoredIntent& i) { return i.name == "other"; });
    if (out.intents.empty()) out.intents.push_back(*request);
  }
  // A cue alone is no proof: «free room» also asks for a vacancy.
  out.steering = !danger && !only_beside && (steering >= kLikely || (cues.steering && steering >= kHint));
  if (out.steering) out.intents = {{"other", std::max(steering, kLikely)}};
  out.asks_who = cues.asks_who;
  if (!danger && !out.steering) {
    add_wishes_of_clauses(tokens, out.intents);
    const bool thanked =
        std::any_of(out.intents.begin(), out.intents.end(), [](const auto& i) { return i.name == "thanks"; });
    if (cues.found.contains("thanks") && !thanked) out.intents.push_back({"thanks", kLikely});
  }
  out.keeps = cues.keeps, out.that_one = cues.that_one, out.goes_ahead = cues.goes_ahead;
  out.hesitates = cues.hesitates;
  return out;
}

}  // namespace hotel::nlu
