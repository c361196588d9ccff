// The cue language of lexicon.h: reading a pattern, finding it among tokens.
#include <algorithm>
#include <stdexcept>

#include "nlu/lexicon.h"

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

std::uint64_t letter_bit(std::string_view key) {
  return key.empty() ? 0 : std::uint64_t{1} << (static_cast<unsigned char>(key.front()) & 63U);
}

bool matches(const Cue::Element& element, const Token& token) {
  if (element.what == Cue::Element::What::kNumber) return token.value >= 0;
  // A repaired key begins with the letter of the key itself.
  if ((element.letters & letter_bit(token.key)) == 0) return false;
  if (token.kind != Kind::kWord) {
    for (const auto& w : element.words)
      if (token.key == w.key) return true;
    return false;
  }
  for (const auto& w : element.words) {
    if (w.exact) {
      if (token.folded == w.key) return true;
      continue;
    }
    if (w.prefix ? token.key.starts_with(w.key) || (!token.repaired.empty() && token.repaired.starts_with(w.key))
                 : token.key == w.key || token.repaired == w.key)
      return true;
  }
  return false;
}

bool ends_sentence(const Token& t) {
  return t.kind == Kind::kBreak ||
         (t.kind == Kind::kPunctuation && (t.raw == "." || t.raw == "?" || t.raw == "!" || t.raw == ";"));
}

bool skippable(const Token& t) {
  return t.kind == Kind::kSymbol || (t.kind == Kind::kPunctuation && !ends_sentence(t));
}

// The end of a match that begins at `at`, or npos.
std::size_t match_from(const std::vector<Cue::Element>& elements, std::size_t e, const std::vector<Token>& tokens,
                       std::size_t at) {
  constexpr auto kNone = static_cast<std::size_t>(-1);
  if (e == elements.size()) return at;
  const auto& element = elements[e];
  using What = Cue::Element::What;
  if (element.what == What::kBegin) {
    std::size_t back = at;
    while (back > 0 && skippable(tokens[back - 1])) --back;
    return back == 0 || ends_sentence(tokens[back - 1]) || tokens[back - 1].raw == "¿" || tokens[back - 1].raw == "¡" ||
                   (at > 0 && tokens[at - 1].raw == ",")
               ? match_from(elements, e + 1, tokens, at)
               : kNone;
  }
  if (element.what == What::kNotBefore) {
    std::size_t back = at;
    while (back > 0 && skippable(tokens[back - 1])) --back;
    return back > 0 && matches(element, tokens[back - 1]) ? kNone : match_from(elements, e + 1, tokens, at);
  }
  if (element.what == What::kNotNext) {
    std::size_t next = at;
    while (next < tokens.size() && tokens[next].kind == Kind::kSymbol) ++next;
    return next < tokens.size() && matches(element, tokens[next]) ? kNone : match_from(elements, e + 1, tokens, at);
  }
  std::size_t here = at;
  while (here < tokens.size() && skippable(tokens[here]) && element.what != What::kEnd) ++here;
  if (element.what == What::kEnd) {
    std::size_t ahead = at;
    while (ahead < tokens.size() && tokens[ahead].kind == Kind::kSymbol) ++ahead;
    return ahead == tokens.size() || ends_sentence(tokens[ahead]) || tokens[ahead].raw == ","
               ? match_from(elements, e + 1, tokens, at)
               : kNone;
  }
  if (element.what == What::kGap) {
    for (int skipped = 0; skipped <= 4; ++skipped) {
      if (const auto end = match_from(elements, e + 1, tokens, here); end != kNone) return end;
      if (here >= tokens.size() || ends_sentence(tokens[here])) return kNone;
      ++here;
      while (here < tokens.size() && skippable(tokens[here])) ++here;
    }
    return kNone;
  }
  if (here < tokens.size() && matches(element, tokens[here]))
    if (const auto end = match_from(elements, e + 1, tokens, here + 1); end != kNone) return end;
  return element.optional ? match_from(elements, e + 1, tokens, at) : kNone;
}

}  // namespace

Cue parse_cue(std::string_view label, int weight, std::string_view pattern) {
  Cue cue{std::string(label), weight, {}};
  for (auto part : split(pattern, ' ')) {
    Cue::Element element;
    if (part.size() > 1 && (part.front() == '!' || part.front() == '~')) {
      element.what = part.front() == '!' ? Cue::Element::What::kNotNext : Cue::Element::What::kNotBefore;
      part.remove_prefix(1);
    }
    if (part == "^")
      element.what = Cue::Element::What::kBegin;
    else if (part == "$")
      element.what = Cue::Element::What::kEnd;
    else if (part == "..")
      element.what = Cue::Element::What::kGap;
    else if (part == "<n>")
      element.what = Cue::Element::What::kNumber;
    else {
      if (part.size() > 1 && part.ends_with('?')) {
        element.optional = true;
        part.remove_suffix(1);
      }
      for (auto word : split(part, '|')) {
        const bool prefix = word.ends_with('*');
        if (prefix) word.remove_suffix(1);
        // "=king|queen": each word of the element is meant exactly
        const bool exact = part.front() == '=';
        if (word.front() == '=') word.remove_prefix(1);
        element.words.push_back({exact ? std::string(word) : spelling_key(word), prefix, exact});
        element.letters |= exact ? ~std::uint64_t{0} : letter_bit(element.words.back().key);
      }
    }
    cue.elements.push_back(std::move(element));
  }
  if (cue.elements.empty()) throw std::logic_error("an empty cue of " + cue.label);
  return cue;
}

std::vector<Hit> find(const Cue& cue, const std::vector<Token>& tokens) {
  std::vector<Hit> out;
  using What = Cue::Element::What;
  const auto& first = cue.elements.front();
  // The words a match must begin with, where the cue says so: almost every token is told off by their first letters.
  const auto* lead = &first;
  if (first.what == What::kNotBefore && cue.elements.size() > 1) lead = &cue.elements[1];
  const bool led = lead->what == What::kWords && !lead->optional;
  for (std::size_t at = 0; at < tokens.size();) {
    const auto& token = tokens[at];
    if ((led && ((lead->letters & letter_bit(token.key)) == 0 || !matches(*lead, token))) ||
        (token.kind == Kind::kPunctuation && first.what != What::kWords)) {
      ++at;
      continue;
    }
    const auto end = match_from(cue.elements, 0, tokens, at);
    if (end != static_cast<std::size_t>(-1) && end > at) {
      out.push_back({&cue, at, end});
      at = end;
    } else {
      ++at;
    }
  }
  return out;
}

}  // namespace hotel::nlu
