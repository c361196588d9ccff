#include "nlu/spoken.h"

#include <map>
#include <string>

namespace hotel::nlu {
namespace {

// Tens and hundreds; units and teens are number_word's.
int round_word(std::string_view word) {
  static const std::map<std::string_view, int> kWords{{"cero", 0},
                                                      {"zero", 0},
                                                      {"oh", 0},
                                                      {"veintiuno", 21},
                                                      {"veintidos", 22},
                                                      {"veintitres", 23},
                                                      {"veinticuatro", 24},
                                                      {"veinticinco", 25},
                                                      {"veintiseis", 26},
                                                      {"veintisiete", 27},
                                                      {"veintiocho", 28},
                                                      {"veintinueve", 29},
                                                      {"cuarenta", 40},
                                                      {"quarenta", 40},
                                                      {"forty", 40},
                                                      {"cincuenta", 50},
                                                      {"cinquenta", 50},
                                                      {"fifty", 50},
                                                      {"sesenta", 60},
                                                      {"sessenta", 60},
                                                      {"sixty", 60},
                                                      {"setenta", 70},
                                                      {"seventy", 70},
                                                      {"ochenta", 80},
                                                      {"oitenta", 80},
                                                      {"eighty", 80},
                                                      {"noventa", 90},
                                                      {"ninety", 90},
                                                      {"cien", 100},
                                                      {"ciento", 100},
                                                      {"cem", 100},
                                                      {"cento", 100},
                                                      {"doscientos", 200},
                                                      {"doscientas", 200},
                                                      {"duzentos", 200},
                                                      {"duzentas", 200},
                                                      {"trescientos", 300},
                                                      {"trescientas", 300},
                                                      {"trezentos", 300},
                                                      {"trezentas", 300},
                                                      {"cuatrocientos", 400},
                                                      {"quatrocentos", 400},
                                                      {"quinientos", 500},
                                                      {"quinientas", 500},
                                                      {"quinhentos", 500},
                                                      {"seiscientos", 600},
                                                      {"seiscentos", 600},
                                                      {"setecientos", 700},
                                                      {"setecentos", 700},
                                                      {"ochocientos", 800},
                                                      {"oitocentos", 800},
                                                      {"novecientos", 900},
                                                      {"novecentos", 900}};
  const auto found = kWords.find(word);
  return found == kWords.end() ? -1 : found->second;
}

// The value of one word, -1 for none. Ordinals, articles and the "a" of "a hundred" are no digits of a number.
int part_of(const View& v, std::size_t i) {
  if (!v.word(i) || v.dated(i) || v[i].article || v.at(i, {"first", "second", "third", "primero", "primeiro"}))
    return -1;
  return v[i].value >= 0 ? v[i].value : round_word(v[i].folded);
}

}  // namespace

std::optional<Spoken> spoken_number(const View& v, std::size_t at) {
  double total = 0, group = 0;
  int words = 0;
  std::size_t i = at, end = at;
  if (v.digits(i)) {  // "85 mil", "40k"
    group = v[i].value;
    ++i;
    const bool thousands = v.at(i, {"mil", "thousand", "lucas", "luca"}) || (v.at(i, {"k"}) && v.glued(i));
    if (!thousands) return std::nullopt;
    return Spoken{group * 1000, i + 1, 2};
  }
  for (; i < v.size(); ++i) {
    if (words > 0 && v.at(i, {"y", "e", "and"}) && (part_of(v, i + 1) >= 0 || v.at(i + 1, {"mil"}))) continue;
    if (v.at(i, {"hundred"})) {
      group = (group > 0 ? group : 1) * 100;
    } else if (v.at(i, {"mil", "thousand", "lucas"})) {
      total += (group > 0 ? group : 1) * 1000;
      group = 0;
    } else if (const int part = part_of(v, i); part >= 0) {
      // "dos tres": two numbers, not one
      if (words > 0 && group > 0 && (part >= group || (group < 20 && part > 0))) break;
      group += part;
    } else {
      break;
    }
    ++words;
    end = i + 1;
  }
  if (words == 0) return std::nullopt;
  return Spoken{total + group, end, words};
}

std::optional<Spoken> spoken_room(const View& v, std::size_t at) {
  std::string digits;
  int words = 0, hundreds = 0;
  std::size_t i = at;
  for (; i < v.size() && words < 4; ++i) {
    if (hundreds > 0 && v.at(i, {"e", "y", "and"}) && part_of(v, i + 1) > 0) continue;
    if (v.at(i, {"o"}) && words > 0 && part_of(v, i + 1) >= 0) {  // English "two o four"
      digits += "0";
      ++words;
      continue;
    }
    const int part = part_of(v, i);
    if (part < 0) break;
    if (part >= 100) {
      if (words > 0) break;
      hundreds = part;
    } else if (hundreds > 0) {
      hundreds += part;
    } else if (part < 10 && digits.size() >= 2 && digits.back() == '0' && digits[digits.size() - 2] != '0' &&
               v.before(i, {"veinte", "treinta", "twenty", "thirty", "y", "e"})) {
      digits.back() = static_cast<char>('0' + part);  // "cuatro treinta y dos", "four twenty two"
    } else {
      digits += std::to_string(part);
    }
    ++words;
    if (part < 100 && part >= 20 && v.at(i + 1, {"y", "e"}) && part_of(v, i + 2) > 0 && part_of(v, i + 2) < 10) ++i;
  }
  if (hundreds > 0) digits = std::to_string(hundreds);
  if ((words < 2 && hundreds == 0) || digits.size() < 2 || digits.size() > 4) return std::nullopt;
  return Spoken{std::stod(digits), i, words};
}

}  // namespace hotel::nlu
