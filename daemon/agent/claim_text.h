// A text as the search for claims reads it: folded letter by letter (lower case, no accents, one form of digits and
// blanks, nothing invisible), cut into words, numbers and symbols that remember their bytes. Part of claims; pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hotel::agent::claims {

struct Piece {
  enum class What { kWord, kNumber, kSymbol } what = What::kWord;
  std::string text;                // folded: a-z, 0-9, or one symbol
  std::size_t begin = 0, end = 0;  // bytes of the original
  bool glued = false;              // nothing between this and the piece before
  bool capitals = false;           // a word written in capitals only
  bool taken = false;              // belongs to a claim already

  bool word() const { return what == What::kWord; }
  bool number() const { return what == What::kNumber; }
  bool is(std::string_view t) const { return text == t; }
  bool any(std::initializer_list<std::string_view> list) const {
    for (const auto t : list)
      if (text == t) return true;
    return false;
  }
};

struct Chunk {  // what stands between blanks, without the punctuation around it
  std::string text;
  std::size_t begin = 0, end = 0;
};

struct Text {
  std::vector<Piece> pieces;
  std::vector<Chunk> chunks;

  const Piece* at(std::size_t i) const { return i < pieces.size() ? &pieces[i] : nullptr; }
  bool is(std::size_t i, std::string_view text) const { return i < pieces.size() && pieces[i].text == text; }
  bool any(std::size_t i, std::initializer_list<std::string_view> list) const {
    return i < pieces.size() && pieces[i].any(list);
  }
};

Text read(std::string_view original);

// A number at piece i, in digits ("1.200,50", "2 mil") or in words ("eighty-five", "oitenta e cinco").
struct Quantity {
  std::string value;    // "1200.5": no leading zeros, no trailing zeros of the fraction
  std::size_t end = 0;  // one past its last piece
  int whole = -1;       // its value when it is a whole number below a million
  bool words = false;
  bool article = false;  // "una", "um", "a": one only beside a noun that is counted
};
std::optional<Quantity> quantity_at(const Text& text, std::size_t i, std::string_view language);
std::optional<int> ordinal_of(const Piece& piece);  // "fourteenth", "primero", "quinto"

}  // namespace hotel::agent::claims
