// What a word that no table has is meant to be: one letter away from a known one ("avilability"), a known one without
// its vowels ("brkfst", "watr"), a diminutive or augmentative ("toallitas", "cafezinhos", "cucarachota").
#include <algorithm>
#include <array>

#include "nlu/lexicon.h"

namespace hotel::nlu {
namespace {

bool one_edit(const std::string& a, const std::string& b) {
  const auto& s = a.size() <= b.size() ? a : b;
  const auto& l = a.size() <= b.size() ? b : a;
  if (l.size() - s.size() > 1) return false;
  std::size_t i = 0;
  while (i < s.size() && s[i] == l[i]) ++i;
  if (s.size() == l.size()) {
    if (i + 1 < s.size() && s[i] == l[i + 1] && s[i + 1] == l[i] &&
        s.compare(i + 2, std::string::npos, l, i + 2, std::string::npos) == 0)
      return true;
    return s.compare(i + 1 > s.size() ? i : i + 1, std::string::npos, l, i + 1 > l.size() ? i : i + 1,
                     std::string::npos) == 0;
  }
  return s.compare(i, std::string::npos, l, i + 1, std::string::npos) == 0;
}

bool vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

// Letters of `word` in order, some left out.
bool left_out_of(const std::string& part, const std::string& word) {
  std::size_t at = 0;
  for (const char c : word)
    if (at < part.size() && part[at] == c) ++at;
  return at == part.size();
}

// An ending and what may stand in its place, most usual first.
struct Ending {
  std::string_view ending;
  std::array<std::string_view, 3> instead;
};
constexpr std::string_view kNone = "-";
constexpr std::array<Ending, 30> kDiminutives{{
    {"ecitos", {"es", "os", ""}},   {"ecitas", {"es", "as", ""}},   {"ecito", {"o", "e", ""}},
    {"ecita", {"a", "e", ""}},      {"citos", {"es", "s", kNone}},  {"citas", {"es", "s", kNone}},
    {"cito", {"", "e", kNone}},     {"cita", {"", "e", kNone}},     {"sitos", {"es", "s", kNone}},
    {"sitas", {"es", "s", kNone}},  {"sito", {"", "e", kNone}},     {"sita", {"", "e", kNone}},
    {"zinhos", {"s", "es", kNone}}, {"zinhas", {"s", "es", kNone}}, {"zinho", {"", "o", kNone}},
    {"zinha", {"", "a", kNone}},    {"itos", {"os", "es", "as"}},   {"itas", {"as", "es", "os"}},
    {"ito", {"o", "e", ""}},        {"ita", {"a", "e", "o"}},       {"inhos", {"os", "es", "as"}},
    {"inhas", {"as", "es", "os"}},  {"inho", {"o", "e", ""}},       {"inha", {"a", "e", ""}},
    {"icos", {"os", kNone, kNone}}, {"icas", {"as", kNone, kNone}}, {"illos", {"os", "es", kNone}},
    {"illas", {"as", "es", kNone}}, {"illo", {"o", "e", kNone}},    {"illa", {"a", "e", kNone}},
}};
constexpr std::array<Ending, 6> kAugmentatives{{
    {"otas", {"as", kNone, kNone}},
    {"otes", {"os", kNone, kNone}},
    {"ota", {"a", kNone, kNone}},
    {"ote", {"o", kNone, kNone}},
    {"zona", {"", "a", kNone}},
    {"zao", {"", "o", kNone}},
}};

// The stem as it is written without the ending: "poquito" poco, "cabecita" cabeza, "lueguito" luego.
std::string joined(std::string stem, std::string_view ending, std::string_view instead) {
  const bool hard = !instead.empty() && (instead[0] == 'o' || instead[0] == 'a');
  const bool portuguese = ending.find("nh") != std::string_view::npos;  // "precinho" preço
  if (hard && stem.ends_with("qu"))
    stem.replace(stem.size() - 2, 2, "c");
  else if (hard && stem.ends_with("gu"))
    stem.pop_back();
  else if (hard && stem.ends_with("c") && !portuguese)
    stem.back() = 'z';
  return stem + std::string(instead);
}

}  // namespace

std::string Lexicon::plain(const std::string& word) const {
  const auto key = spelling_key(word);
  if (word.size() < 6 || vocabulary_.contains(key) || settled_.contains(key) || given_.contains(word)) return {};
  const auto without = [&](const Ending& e, bool only_things) -> std::string {
    if (!word.ends_with(e.ending) || word.size() < e.ending.size() + 3) return {};
    for (const auto instead : e.instead) {
      if (instead == kNone) break;
      auto base = joined(word.substr(0, word.size() - e.ending.size()), e.ending, instead);
      const auto base_key = spelling_key(base);
      if (base.size() < (instead.empty() ? 4U : 3U) || number_word(base) >= 0) continue;
      const auto& known = only_things ? thing_words_ : nouns_;
      const bool plural = base_key.size() > 4 && base_key.back() == 's' && !only_things;
      if (known.contains(base_key) || (plural && known.contains(base_key.substr(0, base_key.size() - 1)))) return base;
    }
    return {};
  };
  for (const auto& e : kDiminutives)
    if (auto base = without(e, false); !base.empty()) return base;
  for (const auto& e : kAugmentatives)
    if (auto base = without(e, true); !base.empty()) return base;
  return {};
}

// Of two things with the same consonants the shorter is kept: "watr" is water, not waters.
void Lexicon::learn_skeletons() {
  for (const auto& word : thing_words_) {
    std::string skeleton;
    for (const char c : word)
      if (!vowel(c)) skeleton.push_back(c);
    if (word.size() < 5 || skeleton.size() < 3) continue;
    auto& kept = skeletons_[skeleton];
    if (kept.empty() || word.size() < kept.size()) kept = word;
  }
}

std::string Lexicon::repair(const std::string& key) const {
  if (vocabulary_.contains(key) || settled_.contains(key)) return {};
  const auto same = repairable_.find(key.front());
  if (same == repairable_.end()) return {};
  std::string best;
  for (const auto& word : same->second) {
    // Short words are too near to each other: a five-letter word must have lost or gained a letter.
    if (word.size() == key.size() && key.size() < 6) continue;
    // Four letters are too few to tell a thing of the hotel from another word ("cole" is no collie).
    if (key.size() < 5 && thing_words_.contains(word)) continue;
    if (!one_edit(key, word)) continue;
    if (best.empty() || word.size() > best.size()) best = word;
  }
  if (!best.empty()) return best;
  std::string consonants;
  for (const char c : key)
    if (!vowel(c)) consonants.push_back(c);
  const auto vowels = key.size() - consonants.size();
  const auto found = skeletons_.find(consonants);
  const bool shortened = vowels <= 1 && key.size() >= 4 && consonants.size() >= 3;
  if (!shortened || found == skeletons_.end()) return {};
  const auto& word = found->second;
  return word.front() == key.front() && word.back() == key.back() && left_out_of(key, word) ? word : std::string();
}

}  // namespace hotel::nlu
