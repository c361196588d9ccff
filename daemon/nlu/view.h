// A message's tokens as the readers of facts look at them: out-of-range places match nothing, numbers that belong to a
// date are no numbers.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "nlu/normalise.h"

namespace hotel::nlu {

using Words = std::initializer_list<std::string_view>;

class View {
 public:
  View(const std::vector<Token>& tokens, const std::vector<bool>& dated) : t_(tokens), dated_(dated) {}

  std::size_t size() const { return t_.size(); }
  const Token& operator[](std::size_t i) const { return t_[i]; }
  const std::vector<Token>& tokens() const { return t_; }

  bool at(std::size_t i, Words words) const {
    return i < t_.size() && t_[i].kind == Kind::kWord &&
           std::find(words.begin(), words.end(), t_[i].folded) != words.end();
  }
  bool before(std::size_t i, Words words, std::size_t back = 1) const { return i >= back && at(i - back, words); }
  bool mark(std::size_t i, std::string_view c) const { return i < t_.size() && t_[i].raw == c; }
  bool glued(std::size_t i) const { return i < t_.size() && t_[i].glued; }
  bool word(std::size_t i) const { return i < t_.size() && t_[i].kind == Kind::kWord; }
  bool dated(std::size_t i) const { return i < dated_.size() && dated_[i]; }
  bool number(std::size_t i) const { return i < t_.size() && t_[i].value >= 0 && !dated(i); }
  bool digits(std::size_t i) const { return i < t_.size() && t_[i].kind == Kind::kNumber && !dated(i); }
  bool ends_sentence(std::size_t i) const {
    return i >= t_.size() || t_[i].kind == Kind::kBreak ||
           (t_[i].kind == Kind::kPunctuation &&
            (t_[i].raw == "." || t_[i].raw == "?" || t_[i].raw == "!" || t_[i].raw == ";" || t_[i].raw == "…"));
  }
  bool stops(std::size_t i) const {  // punctuation, a new line, the end
    return i >= t_.size() || t_[i].kind == Kind::kBreak || t_[i].kind == Kind::kPunctuation;
  }

  // Whether a word that takes back what was just said stands in [begin, end): "no, mejor", "wait", "ou melhor".
  bool corrected(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end && i < t_.size(); ++i) {
      if (at(i, {"perdon", "digo", "alias", "wait", "actually", "correction", "minto", "miento", "desculpa", "corrijo",
                 "corrigindo", "oops", "ups", "opa", "scratch"}))
        return true;
      const bool opens = i == 0 || stops(i - 1);
      if (opens && at(i, {"mejor", "melhor", "sorry"})) return true;
      if (at(i, {"make"}) && at(i + 1, {"it", "that"})) return true;
      // "…, no, el 28": with a pause of its own; "no importa si…" takes nothing back
      if (opens && at(i, {"no", "nao", "nah"}) &&
          (stops(i + 1) || at(i + 1, {"mejor", "melhor", "perdon", "espera", "wait", "para", "digo", "sorry", "pera"})))
        return true;
      if (at(i, {"ou", "o", "or"}) && at(i + 1, {"melhor", "mejor", "rather", "sea"})) return true;
      if (at(i, {"i"}) && at(i + 1, {"mean", "meant"})) return true;
    }
    return false;
  }

 private:
  const std::vector<Token>& t_;
  const std::vector<bool>& dated_;
};

}  // namespace hotel::nlu
