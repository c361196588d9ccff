// The language of a message: what its words and groups of letters say after the training lines (train_languages.cpp),
// what the hand-written table and letters of one language only add, and what was spoken before.
#include "nlu/language.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>
#include <unordered_map>

#include "nlu/lexicon.h"
#include "wire/text.h"

namespace hotel::embedded {
std::string_view language_model();
}

namespace hotel::nlu {
namespace {

constexpr std::array<std::string_view, 3> kNames{"es", "en", "pt"};
constexpr int kPoint = 6;     // what a point of the table weighs in tenths of a logarithm
constexpr int kLetter = 30;   // a letter that only one language has
constexpr int kPrior = 40;    // the language spoken before
constexpr int kCountry = 20;  // an address of a country

using Points = std::array<int, 3>;
using Model = std::unordered_map<std::string, Points>;

Model read_model(std::string_view text) {
  Model out;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const auto tab = line.find('\t');
    if (tab == std::string_view::npos) throw std::logic_error("languages: a line without figures");
    auto& points = out[std::string(line.substr(0, tab))];
    const char* at = line.data() + tab;
    for (auto& p : points) {
      const auto [next, fault] = std::from_chars(at + 1, line.data() + line.size(), p);
      if (fault != std::errc{}) throw std::logic_error("languages: " + std::string(line));
      at = next;
    }
  }
  return out;
}

const Model& model() {
  static const Model table = read_model(embedded::language_model());
  return table;
}

void add(const std::string& text, Points& points) {
  const auto found = model().find(text);
  if (found == model().end()) return;
  for (std::size_t i = 0; i < 3; ++i) points[i] += found->second[i];
}

bool has(std::string_view text, std::initializer_list<std::string_view> letters) {
  for (const auto letter : letters)
    if (text.find(letter) != std::string_view::npos) return true;
  return false;
}

// Short words that only their accent makes of one language.
void add_accented(std::string_view raw, Points& points) {
  const auto among = [raw](std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), raw) != list.end();
  };
  if (among({"é",  "É",  "lá", "Lá",  "já",  "Já", "só",    "Só",  "até",    "Até",  "às",   "Às",      "há",    "Há",
             "né", "tá", "Tá", "nós", "Nós", "aí", "vocês", "têm", "também", "você", "Você", "diárias", "diária"}))
    points[2] += kLetter;
  if (among({"qué", "Qué", "cómo", "Cómo", "cuánto", "Cuánto", "cuándo",  "dónde", "Dónde",      "sí",         "Sí",
             "más", "día", "mí",   "días", "él",     "mañana", "también", "según", "habitación", "reservación"}))
    points[0] += kLetter;
}

// "…@correo.com.ar", "…@sapo.pt"
void add_country(std::string_view address, Points& points) {
  const auto ends = [&](std::initializer_list<std::string_view> list) {
    for (const auto end : list)
      if (address.ends_with(end)) return true;
    return false;
  };
  if (ends({".br", ".pt", ".ao", ".mz"})) points[2] += kCountry;
  if (ends({".ar", ".es", ".mx", ".cl", ".pe", ".uy", ".py", ".bo", ".ec", ".ve", ".cr", ".gt"})) points[0] += kCountry;
  if (ends({".uk", ".au", ".ie", ".nz", ".us", ".ca", ".in", ".za"})) points[1] += kCountry;
}

}  // namespace

std::string language_of(const std::vector<Token>& tokens, std::string_view text, std::string_view prior) {
  Points points{};
  for (const auto& token : tokens) {
    if (token.kind == Kind::kEmail) add_country(wire::fold(token.raw), points);
    if (token.kind != Kind::kWord) continue;
    auto word = wire::fold(token.raw);
    std::erase_if(word, [](char c) { return c < 'a' || c > 'z'; });
    add_accented(token.raw, points);
    add(" " + word, points);
    const auto framed = "<" + word + ">";
    for (std::size_t at = 0; at + 3 <= framed.size(); ++at) add(framed.substr(at, 3), points);
    const auto given = lexicon().language_of(token.folded);
    for (std::size_t i = 0; i < 3; ++i) points[i] += kPoint * given[i];
  }
  if (has(text, {"ñ", "¿", "¡", "Ñ"})) points[0] += kLetter;
  if (has(text, {"ã", "õ", "ç", "ê", "à", "Ã", "Ç", "ô", "â", "Õ"})) points[2] += kLetter;
  for (std::size_t i = 0; i < 3; ++i)
    if (kNames[i] == prior) points[i] += kPrior;
  std::size_t best = 0;
  for (std::size_t i = 1; i < 3; ++i)
    if (points[i] > points[best]) best = i;
  return std::string(kNames[best]);
}

}  // namespace hotel::nlu
