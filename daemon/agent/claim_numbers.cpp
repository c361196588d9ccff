// Numbers in digits and in words of es, en, pt.
#include <algorithm>
#include <array>

#include "agent/claim_text.h"

namespace hotel::agent::claims {
namespace {

struct Word {
  std::string_view text;
  int value;
  char language = 0;  // e, n, p: only there, since the word means something else elsewhere
};

constexpr auto kWords = std::to_array<Word>({
    {"cero", 0},
    {"zero", 0},
    {"uno", 1},
    {"one", 1},
    {"dos", 2, 'e'},
    {"two", 2},
    {"dois", 2},
    {"duas", 2},
    {"tres", 3},
    {"three", 3},
    {"cuatro", 4},
    {"four", 4},
    {"quatro", 4},
    {"cinco", 5},
    {"five", 5},
    {"seis", 6},
    {"six", 6},
    {"siete", 7},
    {"seven", 7},
    {"sete", 7},
    {"ocho", 8},
    {"eight", 8},
    {"oito", 8},
    {"nueve", 9},
    {"nine", 9},
    {"nove", 9},
    {"diez", 10},
    {"ten", 10},
    {"dez", 10},
    {"once", 11, 'e'},
    {"eleven", 11},
    {"onze", 11},
    {"doce", 12, 'e'},
    {"twelve", 12},
    {"doze", 12},
    {"couple", 2},
    {"par", 2},
    {"dozen", 12},
    {"docena", 12},
    {"duzia", 12},
    {"trece", 13},
    {"thirteen", 13},
    {"treze", 13},
    {"catorce", 14},
    {"fourteen", 14},
    {"catorze", 14},
    {"quatorze", 14},
    {"quince", 15},
    {"fifteen", 15},
    {"quinze", 15},
    {"dieciseis", 16},
    {"sixteen", 16},
    {"dezesseis", 16},
    {"dezasseis", 16},
    {"diecisiete", 17},
    {"seventeen", 17},
    {"dezessete", 17},
    {"dezassete", 17},
    {"dieciocho", 18},
    {"eighteen", 18},
    {"dezoito", 18},
    {"diecinueve", 19},
    {"nineteen", 19},
    {"dezenove", 19},
    {"dezanove", 19},
    {"veinte", 20},
    {"twenty", 20},
    {"vinte", 20},
    {"veintiuno", 21},
    {"veintiun", 21},
    {"veintiuna", 21},
    {"veintidos", 22},
    {"veintitres", 23},
    {"veinticuatro", 24},
    {"veinticinco", 25},
    {"veintiseis", 26},
    {"veintisiete", 27},
    {"veintiocho", 28},
    {"veintinueve", 29},
    {"treinta", 30},
    {"thirty", 30},
    {"trinta", 30},
    {"cuarenta", 40},
    {"forty", 40},
    {"fourty", 40},
    {"quarenta", 40},
    {"cincuenta", 50},
    {"fifty", 50},
    {"cinquenta", 50},
    {"sesenta", 60},
    {"sixty", 60},
    {"sessenta", 60},
    {"setenta", 70},
    {"seventy", 70},
    {"ochenta", 80},
    {"eighty", 80},
    {"oitenta", 80},
    {"noventa", 90},
    {"ninety", 90},
    {"cien", 100},
    {"ciento", 100},
    {"hundred", 100},
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
    {"cuatrocientas", 400},
    {"quatrocentos", 400},
    {"quatrocentas", 400},
    {"quinientos", 500},
    {"quinientas", 500},
    {"quinhentos", 500},
    {"quinhentas", 500},
    {"seiscientos", 600},
    {"seiscientas", 600},
    {"seiscentos", 600},
    {"seiscentas", 600},
    {"setecientos", 700},
    {"setecientas", 700},
    {"setecentos", 700},
    {"setecentas", 700},
    {"ochocientos", 800},
    {"ochocientas", 800},
    {"oitocentos", 800},
    {"oitocentas", 800},
    {"novecientos", 900},
    {"novecientas", 900},
    {"novecentos", 900},
    {"novecentas", 900},
    {"mil", 1000},
    {"thousand", 1000},
});

constexpr auto kOrdinals = std::to_array<Word>({
    {"first", 1},      {"primero", 1},      {"primer", 1},      {"primera", 1},     {"primeiro", 1},
    {"primeira", 1},   {"second", 2},       {"third", 3},       {"fourth", 4},      {"fifth", 5},
    {"sixth", 6},      {"seventh", 7},      {"eighth", 8},      {"ninth", 9},       {"tenth", 10},
    {"eleventh", 11},  {"twelfth", 12},     {"thirteenth", 13}, {"fourteenth", 14}, {"fifteenth", 15},
    {"sixteenth", 16}, {"seventeenth", 17}, {"eighteenth", 18}, {"nineteenth", 19}, {"twentieth", 20},
    {"thirtieth", 30}, {"quinto", 5},       {"sexto", 6},       {"septimo", 7},     {"setimo", 7},
    {"octavo", 8},     {"oitavo", 8},       {"noveno", 9},      {"nono", 9},        {"decimo", 10},
});

int word_value(const Piece& piece, std::string_view language) {
  if (!piece.word()) return -1;
  for (const auto& w : kWords)
    if (w.text == piece.text && (w.language == 0 || (w.language == 'e'   ? language == "es"
                                                     : w.language == 'n' ? language == "en"
                                                                         : false)))
      return w.value;
  return -1;
}

std::string without_zeros(std::string whole, std::string fraction) {
  while (whole.size() > 1 && whole.front() == '0') whole.erase(0, 1);
  while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
  return fraction.empty() ? whole : whole + "." + fraction;
}

std::string times_ten(const std::string& value, std::size_t zeros) {
  const auto dot = value.find('.');
  auto whole = value.substr(0, dot);
  auto fraction = dot == std::string::npos ? std::string() : value.substr(dot + 1);
  fraction.resize(std::max(fraction.size(), zeros), '0');
  return without_zeros(whole + fraction.substr(0, zeros), fraction.substr(zeros));
}

int small(const std::string& value) {
  return value.size() <= 6 && value.find('.') == std::string::npos ? std::stoi(value) : -1;
}

std::size_t zeros_of(const Text& text, std::size_t i) {
  const auto* next = text.at(i);
  if (!next || !next->word()) return 0;
  if (next->any({"mil", "thousand", "miles"}) || (next->is("k") && next->glued)) return 3;
  return next->any({"million", "millions", "millon", "millones", "milhao", "milhoes"}) ? 6 : 0;
}

// "1.200,50", "1,200.50", "332.64", "332,64", "1.200" (thousands: a fraction of three digits is no money).
Quantity digits_at(const Text& text, std::size_t i) {
  struct Group {
    std::string separator, digits;
  };
  std::vector<Group> more;
  std::size_t end = i + 1;
  while (end + 1 < text.pieces.size() && text.pieces[end].glued && text.pieces[end].any({".", ",", "'"}) &&
         text.pieces[end + 1].number() && text.pieces[end + 1].glued) {
    more.push_back({text.pieces[end].text, text.pieces[end + 1].text});
    end += 2;
  }
  const auto& first = text.pieces[i].text;
  std::string whole = first, fraction;
  Quantity out;
  const auto thousands = [&](std::size_t n) {
    return first.size() <= 3 && first != "0" &&
           std::all_of(more.begin(), more.begin() + static_cast<std::ptrdiff_t>(n),
                       [&](const Group& g) { return g.digits.size() == 3 && g.separator == more.front().separator; });
  };
  if (!more.empty() && thousands(more.size())) {
    for (const auto& g : more) whole += g.digits;
  } else if (!more.empty() && more.back().separator != "'" && thousands(more.size() - 1) &&
             (more.size() == 1 || more.back().separator != more.front().separator)) {
    for (std::size_t k = 0; k + 1 < more.size(); ++k) whole += more[k].digits;
    fraction = more.back().digits;
  } else if (more.size() == 1 && more.back().separator != "'") {
    fraction = more.back().digits;
  } else {
    end = i + 1;
  }
  out.value = without_zeros(whole, fraction);
  if (const auto zeros = zeros_of(text, end)) {
    out.value = times_ten(out.value, zeros);
    ++end;
  }
  out.end = end;
  out.whole = small(out.value);
  return out;
}

// Hundreds, tens and ones add up as long as each is smaller than what stood before it.
std::optional<Quantity> words_at(const Text& text, std::size_t i, std::string_view language) {
  long total = 0, current = 0, last = 0;
  std::size_t end = i;
  for (std::size_t at = i; at < text.pieces.size();) {
    if (at > i && text.pieces[at].any({"y", "e", "and", "-"})) {
      if (at + 1 >= text.pieces.size() || last < 20 || word_value(text.pieces[at + 1], language) < 0) break;
      ++at;
    }
    const int v = word_value(text.pieces[at], language);
    if (v < 0) break;
    const bool english_hundred = text.pieces[at].is("hundred");
    if (v == 1000) {
      if (total > 0) break;
      total = std::max(current, 1L) * 1000;
      current = 0;
    } else if (english_hundred) {
      if (current >= 10) break;
      current = std::max(current, 1L) * 100;
    } else {
      const bool fits = current == 0 || (last >= 100 && v < 100) || (last >= 20 && last < 100 && v < 10);
      if (!fits) break;
      current += v;
    }
    last = english_hundred ? 100 : v;
    end = ++at;
  }
  if (end == i) return std::nullopt;
  Quantity out;
  out.words = true;
  out.whole = static_cast<int>(total + current);
  out.value = std::to_string(out.whole);
  out.end = end;
  if (zeros_of(text, end) == 6) {
    out.value += "000000";
    out.whole = -1;
    ++out.end;
  }
  return out;
}

}  // namespace

std::optional<Quantity> quantity_at(const Text& text, std::size_t i, std::string_view language) {
  const auto& piece = text.pieces[i];
  if (piece.number()) return digits_at(text, i);
  if (!piece.word()) return std::nullopt;
  if (piece.any({"un", "una", "um", "uma"})) {
    Quantity one;
    one.value = "1";
    one.whole = 1;
    one.end = i + 1;
    one.words = one.article = true;
    return one;
  }
  return words_at(text, i, language);
}

std::optional<int> ordinal_of(const Piece& piece) {
  if (piece.word())
    for (const auto& w : kOrdinals)
      if (w.text == piece.text) return w.value;
  return std::nullopt;
}

}  // namespace hotel::agent::claims
