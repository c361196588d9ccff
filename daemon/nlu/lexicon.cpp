#include "nlu/lexicon.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>

namespace hotel::embedded {
extern const std::string_view nlu_intents;
extern const std::string_view nlu_things;
extern const std::string_view nlu_concepts;
extern const std::string_view nlu_shorthand;
extern const std::string_view nlu_languages;
extern const std::string_view nlu_names;
extern const std::string_view nlu_people;
extern const std::string_view nlu_roles;
extern const std::string_view nlu_words;
}  // namespace hotel::embedded

namespace hotel::nlu {
namespace {

std::vector<std::string_view> split(std::string_view text, char by) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const auto end = std::min(text.find(by), text.size());
    if (end > 0) out.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

template <class F>
void each_line(std::string_view text, F use) {
  for (auto line : split(text, '\n')) {
    while (!line.empty() && (line.back() == ' ' || line.back() == '\r')) line.remove_suffix(1);
    if (!line.empty() && line.front() != '#') use(line);
  }
}

int number_of(std::string_view text) {
  int n = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), n);
  if (fault != std::errc{} || end != text.data() + text.size())
    throw std::logic_error("no number in a word table: " + std::string(text));
  return n;
}

}  // namespace

Lexicon::Lexicon() {
  each_line(embedded::nlu_shorthand, [this](std::string_view line) {
    const auto words = split(line, ' ');
    if (words.size() != 2) throw std::logic_error("shorthand: " + std::string(line));
    shorthand_.emplace(words[0], words[1]);
  });
  std::string label;
  int weight = 0;
  each_line(embedded::nlu_intents, [&](std::string_view line) {
    if (line.starts_with('[')) {
      const auto words = split(line.substr(1, line.size() - 2), ' ');
      label = std::string(words.at(0));
      weight = number_of(words.at(1));
    } else {
      intents_.push_back(parse_cue(label, weight, line));
    }
  });
  each_line(embedded::nlu_things, [&](std::string_view line) {
    const auto colon = line.find(" = ");
    if (colon == std::string_view::npos) throw std::logic_error("things: " + std::string(line));
    for (const auto pattern : split(line.substr(colon + 3), ','))
      things_.push_back(parse_cue(line.substr(0, colon), 0, pattern));
  });
  each_line(embedded::nlu_concepts, [&](std::string_view line) {
    const auto equals = line.find(" = ");
    if (equals == std::string_view::npos) throw std::logic_error("concepts: " + std::string(line));
    const auto name = line.substr(0, equals);
    for (auto part : split(line.substr(equals + 3), ',')) {
      while (part.starts_with(' ')) part.remove_prefix(1);
      if (part.starts_with('~'))
        concepts_.push_back(parse_cue(name, 0, part.substr(1)));
      else
        for (const auto phrase : split(part, '|')) concepts_.push_back(parse_cue(name, 0, phrase));
    }
  });
  std::size_t column = 0;
  each_line(embedded::nlu_languages, [&](std::string_view line) {
    if (line.starts_with('[')) {
      column = line == "[es]" ? 0 : line == "[en]" ? 1 : 2;
      return;
    }
    int points = 2;
    for (const auto word : split(line, ' ')) {
      if (word.size() == 1 && word[0] >= '1' && word[0] <= '9')
        points = word[0] - '0';
      else {
        auto& had = languages_[std::string(word)][column];
        had = std::max(had, points);
      }
    }
  });
  std::set<std::string, std::less<>>* into = nullptr;
  each_line(embedded::nlu_names, [&](std::string_view line) {
    if (line.starts_with('['))
      into = line == "[given]" ? &given_ : &never_;
    else
      for (const auto word : split(line, ' ')) into->emplace(word);
  });
  bool settled = false;
  each_line(embedded::nlu_words, [&](std::string_view line) {
    if (line.starts_with('[')) {
      settled = line == "[settled]";
      return;
    }
    for (const auto word : split(line, ' ')) {
      everyday_.emplace(word);
      if (settled) settled_.insert(spelling_key(word));
    }
  });
  learn_words(things_);
  thing_words_ = vocabulary_;
  read_people();
  read_roles();
  learn_words(intents_);
  for (const auto& [word, points] : languages_) vocabulary_.insert(spelling_key(word));
  for (const std::string_view word :
       {"enero",    "febrero",   "marzo",     "abril",     "mayo",      "junio",   "julio",    "agosto",  "septiembre",
        "octubre",  "noviembre", "diciembre", "january",   "february",  "march",   "april",    "august",  "september",
        "october",  "november",  "december",  "janeiro",   "fevereiro", "marco",   "setembro", "outubro", "novembro",
        "dezembro", "lunes",     "martes",    "miercoles", "jueves",    "viernes", "sabado",   "domingo", "monday",
        "tuesday",  "wednesday", "thursday",  "friday",    "saturday",  "sunday",  "segunda",  "terca",   "quarta",
        "quinta",   "sexta",     "manana",    "tomorrow",  "weekend",   "noches",  "nights",   "noites"})
    vocabulary_.insert(spelling_key(word));
  for (const auto& key : vocabulary_)
    if (key.size() >= 5) repairable_[key.front()].push_back(key);
  learn_skeletons();
  nouns_.insert(vocabulary_.begin(), vocabulary_.end());
}

void Lexicon::read_people() {
  static constexpr std::array<std::string_view, static_cast<std::size_t>(People::kKinds)> kSections{
      "[speaker]", "[adult]", "[pair]",    "[child]",   "[children]",
      "[young]",   "[grown]", "[persons]", "[company]", "[flock]"};
  std::set<std::string, std::less<>>* into = nullptr;
  each_line(embedded::nlu_people, [&](std::string_view line) {
    if (line.starts_with('[')) {
      const auto section = std::find(kSections.begin(), kSections.end(), line);
      if (section == kSections.end()) throw std::logic_error("people: " + std::string(line));
      into = &people_[static_cast<std::size_t>(section - kSections.begin())];
      return;
    }
    if (!into) throw std::logic_error("people: a word before the first section");
    for (const auto word : split(line, ' ')) {
      into->emplace(word);
      nouns_.insert(spelling_key(word));
    }
  });
}

void Lexicon::read_roles() {
  static constexpr std::array<std::string_view, static_cast<std::size_t>(Says::kKinds)> kSections{
      "[arrives]", "[leaves]", "[takes_back]", "[changes]", "[moves]", "[adds]"};
  WordList* into = nullptr;
  each_line(embedded::nlu_roles, [&](std::string_view line) {
    if (line.starts_with('[')) {
      const auto section = std::find(kSections.begin(), kSections.end(), line);
      if (section == kSections.end()) throw std::logic_error("roles: " + std::string(line));
      into = &roles_[static_cast<std::size_t>(section - kSections.begin())];
      return;
    }
    if (!into) throw std::logic_error("roles: a word before the first section");
    for (const auto word : split(line, ' ')) {
      if (word.ends_with('*'))
        into->beginnings.emplace_back(word.substr(0, word.size() - 1));
      else
        into->words.emplace(word);
    }
  });
}

bool WordList::has(std::string_view folded) const {
  return words.contains(folded) ||
         std::any_of(beginnings.begin(), beginnings.end(), [&](const std::string& b) { return folded.starts_with(b); });
}

bool Lexicon::says(const Token& token, Says what) const {
  return token.kind == Kind::kWord && roles_[static_cast<std::size_t>(what)].has(token.folded);
}

bool Lexicon::people(const Token& token, People kind) const {
  return token.kind == Kind::kWord && people_[static_cast<std::size_t>(kind)].contains(token.folded);
}

void Lexicon::learn_words(const std::vector<Cue>& cues) {
  for (const auto& cue : cues)
    for (const auto& element : cue.elements)
      for (const auto& word : element.words)
        if (!word.prefix) vocabulary_.insert(word.exact ? spelling_key(word.key) : word.key);
}

std::string_view Lexicon::shorthand(std::string_view folded) const {
  const auto found = shorthand_.find(folded);
  return found == shorthand_.end() ? std::string_view{} : std::string_view(found->second);
}

bool Lexicon::everyday(const Token& token) const {
  return languages_.contains(token.folded) || everyday_.contains(token.folded) || vocabulary_.contains(token.key) ||
         !token.repaired.empty() || token.value >= 0;
}

std::array<int, 3> Lexicon::language_of(const std::string& folded) const {
  const auto found = languages_.find(folded);
  return found == languages_.end() ? std::array<int, 3>{} : found->second;
}

const Lexicon& lexicon() {
  static const Lexicon table;  // immutable after construction
  return table;
}

}  // namespace hotel::nlu
