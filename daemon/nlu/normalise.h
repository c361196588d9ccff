// A guest's message as tokens: original bytes, folded form, and a `key` that is the same for the usual misspellings of
// chat (quiero/kiero, habitación/avitasion, check/chek). E-mail addresses, phones, booking codes and flights are found
// first and kept whole. Pure functions, any thread; malformed UTF-8 is read as noise, never refused.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hotel::nlu {

enum class Kind { kWord, kNumber, kPunctuation, kBreak, kSymbol, kEmail, kPhone, kCode, kFlight };

struct Token {
  Kind kind = Kind::kWord;
  std::string raw;       // as written
  std::string folded;    // lower case, no accents, chat shorthand written out
  std::string key;       // spelling-insensitive form of `folded`
  std::string repaired;  // key of the one lexicon word an edit away; empty: none
  int value = -1;        // numbers, also written as words ("dos", "two", "dois"); -1: none
  bool article = false;  // "un", "una", "um", "uma", "a", "an": value 1, but no count by itself
  bool glued = false;    // no blank between this and the token before
  bool capital = false;  // begins with an upper-case letter

  bool is(std::string_view word) const { return folded == word; }
};

inline constexpr std::size_t kMaxTokens = 600;  // the rest of a longer text is not read

std::vector<Token> tokenise(std::string_view text);
std::string spelling_key(std::string_view folded);  // letters a-z only are changed
int number_word(std::string_view folded);           // "tres" 3, "two" 2, "oito" 8; -1 for no number

}  // namespace hotel::nlu
