#include "nlu/features.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include "nlu/date_mentions.h"
#include "nlu/lexicon.h"

namespace hotel::nlu {
namespace {

// Letters weigh less than words: there are many more of them. Cues and facts are few and count whole.
constexpr float kWord = 1.0F, kPair = 0.9F, kLetters = 0.5F, kCue = 0.25F, kFact = 0.4F, kConcept = 0.6F,
                kConceptPair = 0.3F;

std::uint32_t bucket_of(std::string_view kind, std::string_view text) {  // FNV-1a
  std::uint64_t hash = 14695981039346656037ULL;
  const auto mix = [&hash](std::string_view part) {
    for (const char c : part) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  };
  mix(kind);
  mix("\x1f");
  mix(text);
  return static_cast<std::uint32_t>((hash ^ (hash >> 32U)) & (kBuckets - 1));
}

// Numbers, addresses and codes count by their kind, not by their value.
std::string seen_as(const Token& t) {
  switch (t.kind) {
    case Kind::kNumber:
      return "<n>";
    case Kind::kEmail:
      return "<mail>";
    case Kind::kPhone:
      return "<phone>";
    case Kind::kCode:
      return "<code>";
    case Kind::kFlight:
      return "<flight>";
    case Kind::kWord:
      return t.repaired.empty() ? t.key : t.repaired;
    case Kind::kSymbol:
      return t.raw;
    case Kind::kPunctuation:
      return t.raw == "?" || t.raw == "!" ? t.raw : std::string();
    case Kind::kBreak:
      return {};
  }
  return {};
}

class Bag {
 public:
  void add(std::string_view kind, std::string_view text, float value) {
    auto& had = values_[bucket_of(kind, text)];
    had = std::max(had, value);
  }
  void scale(float length) {  // so that a long message is no louder than a short one
    float sum = 0;
    for (const auto& [bucket, value] : values_) sum += value * value;
    if (sum <= 0) return;
    const float factor = length / std::sqrt(sum);
    for (auto& [bucket, value] : values_) value *= factor;
  }
  const std::map<std::uint32_t, float>& values() const { return values_; }

 private:
  std::map<std::uint32_t, float> values_;
};

void add_letters(Bag& bag, const std::string& word) {
  const std::string framed = "<" + word + ">";
  for (std::size_t n = 3; n <= 5; ++n)
    for (std::size_t at = 0; at + n <= framed.size(); ++at) bag.add("c", framed.substr(at, n), kLetters);
}

void add_words(Bag& bag, const std::vector<Token>& tokens) {
  std::string before = "<s>", before_that;
  for (const auto& t : tokens) {
    const auto word = seen_as(t);
    if (word.empty()) continue;
    bag.add("w", word, kWord);
    bag.add("2", before + " " + word, kPair);
    if (!before_that.empty()) bag.add("s", before_that + " _ " + word, kPair * 0.5F);
    if (t.kind == Kind::kWord) add_letters(bag, t.key);
    before_that = std::exchange(before, word);
  }
  bag.add("2", before + " </s>", kPair);
}

void add_facts(Bag& bag, const std::vector<Token>& tokens) {
  // The day and the language play no part: only that a day, a span or a length was said.
  const wire::Date any_day{std::chrono::year{2026}, std::chrono::month{1}, std::chrono::day{1}};
  for (const auto& m : find_mentions(tokens, any_day, "es"))
    bag.add("d", std::to_string(static_cast<int>(m.what)), kFact);
  for (const auto& cue : lexicon().things())
    if (!find(cue, tokens).empty()) {
      bag.add("t", cue.label, kFact);
      bag.add("t", std::string_view(cue.label).substr(0, cue.label.find(':')), kFact);
    }
}

// Concepts, which two of them a message has, and which follow each other.
void add_concepts(Bag& bag, const std::vector<Token>& tokens) {
  std::map<std::size_t, std::set<std::string>> places;
  std::set<std::string> all;
  for (const auto& cue : lexicon().concepts())
    for (const auto& hit : find(cue, tokens)) {
      places[hit.begin].insert(cue.label);
      all.insert(cue.label);
    }
  for (const auto& name : all) bag.add("k", name, kConcept);
  for (auto a = all.begin(); a != all.end(); ++a)
    for (auto b = std::next(a); b != all.end(); ++b) bag.add("kk", *a + "|" + *b, kConceptPair);
  const std::set<std::string>* before = nullptr;
  for (const auto& [place, here] : places) {
    if (before)
      for (const auto& first : *before)
        for (const auto& second : here) bag.add("k2", first + ">" + second, kConceptPair);
    before = &here;
  }
}

void add_cues(Bag& bag, const CueReading& cues) {
  const CueHits* heaviest = nullptr;
  std::string top;
  for (const auto& [intent, hits] : cues.found) {
    bag.add("q", intent, kCue);
    if (hits.hits > 1) bag.add("q2", intent, kCue * 0.5F);
    if (!heaviest || hits.weight > heaviest->weight) heaviest = &hits, top = intent;
  }
  bag.add("qt", heaviest ? top : "<none>", kCue);
  if (cues.affirms) bag.add("q", "<yes>", kCue);
  if (cues.denies) bag.add("q", "<no>", kCue);
}

}  // namespace

std::vector<Feature> features_of(const std::vector<Token>& tokens, const CueReading& cues, std::string_view text) {
  Bag words, facts;
  add_words(words, tokens);
  words.scale(2.0F);
  add_facts(facts, tokens);
  Bag concepts;
  add_concepts(concepts, tokens);
  concepts.scale(1.0F);
  add_cues(facts, cues);
  facts.add("l", tokens.size() <= 2 ? "1" : tokens.size() <= 5 ? "2" : tokens.size() <= 12 ? "3" : "4", 0.3F);
  if (text.find('?') != std::string_view::npos) facts.add("l", "?", 0.3F);
  std::map<std::uint32_t, float> all = words.values();
  for (const auto* more : {&facts, &concepts})
    for (const auto& [bucket, value] : more->values()) all[bucket] += value;
  std::vector<Feature> out;
  out.reserve(all.size());
  for (const auto& [bucket, value] : all) out.push_back({bucket, value});
  return out;
}

}  // namespace hotel::nlu
