#include "store/sql/words.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "wire/text.h"

namespace hotel::store {
namespace {

constexpr std::size_t kLongestWord = 200;      // bytes; PostgreSQL refuses lexemes above 2 KB
constexpr std::size_t kLongestText = 200'000;  // bytes of words; PostgreSQL refuses a tsvector above 1 MB

// What FTS5's unicode61 takes for a part of a word: letters, numbers, private use.
bool in_word(UChar32 c) {
  constexpr auto kParts = U_GC_L_MASK | U_GC_N_MASK | U_GC_CO_MASK;
  return (U_GET_GC_MASK(c) & kParts) != 0;
}

}  // namespace

std::vector<std::string> words_of(std::string_view text) {
  const std::string folded = wire::fold(text);
  std::vector<std::string> out;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) out.push_back(std::move(word));
    word.clear();
  };
  const auto length = static_cast<int32_t>(std::min(folded.size(), kLongestText));
  for (int32_t i = 0; i < length;) {
    const int32_t from = i;
    UChar32 c = 0;
    U8_NEXT(folded.data(), i, length, c);
    if (c < 0 || !in_word(c))
      end_word();
    else if (word.size() < kLongestWord)
      word.append(folded, static_cast<std::size_t>(from), static_cast<std::size_t>(i - from));
  }
  end_word();
  return out;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out.append(out.empty() ? "" : " ").append(word);
  return out;
}

}  // namespace hotel::store
