#include "nlu/language.h"

#include <array>

#include "nlu/lexicon.h"

namespace hotel::nlu {
namespace {

constexpr std::array<std::string_view, 3> kNames{"es", "en", "pt"};

bool has(std::string_view text, std::initializer_list<std::string_view> letters) {
  for (const auto letter : letters)
    if (text.find(letter) != std::string_view::npos) return true;
  return false;
}

// Endings that only one of the languages has.
void add_shape(const std::string& word, std::array<int, 3>& points) {
  const auto ends = [&](std::string_view end) { return word.size() > end.size() + 1 && word.ends_with(end); };
  if (ends("cion") || ends("ciones") || ends("ando") || ends("iendo")) points[0] += 2;
  if (ends("cao") || ends("coes") || ends("nha") || ends("nho") || ends("agem") || ends("endo") || ends("eiro") ||
      ends("oes"))
    points[2] += 2;
  if (ends("ing") || ends("tion") || ends("ght") || ends("ly")) points[1] += 3;
  if (word.find('w') != std::string::npos || word.starts_with("th")) points[1] += 1;
}

}  // namespace

std::string language_of(const std::vector<Token>& tokens, std::string_view text, std::string_view prior) {
  std::array<int, 3> points{};
  for (const auto& token : tokens) {
    if (token.kind != Kind::kWord) continue;
    const auto given = lexicon().language_of(token.folded);
    if (given == std::array<int, 3>{}) add_shape(token.folded, points);
    for (std::size_t i = 0; i < 3; ++i) points[i] += given[i];
  }
  if (has(text, {"ñ", "¿", "¡", "Ñ"})) points[0] += 4;
  if (has(text, {"ã", "õ", "ç", "ê", "à", "Ã", "Ç", "ô", "â"})) points[2] += 4;
  if (has(text, {"ción", "ías", "él "})) points[0] += 2;
  for (std::size_t i = 0; i < 3; ++i)
    if (kNames[i] == prior) points[i] += 2;
  std::size_t best = 0;
  for (std::size_t i = 1; i < 3; ++i)
    if (points[i] > points[best]) best = i;
  if (points[best] == 0) return prior.empty() ? "es" : std::string(prior);
  return std::string(kNames[best]);
}

}  // namespace hotel::nlu
