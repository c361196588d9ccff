#include "nlu/normalise.h"

#include <algorithm>
#include <array>
#include <map>
#include <unicode/uchar.h>
#include <unicode/utf8.h>
#include <utility>

#include "nlu/lexicon.h"
#include "nlu/marks.h"
#include "wire/text.h"

namespace hotel::nlu {
namespace {

bool ascii_digit(char c) {
  return c >= '0' && c <= '9';
}
bool ascii_alpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

struct Char {
  UChar32 code = 0;
  std::size_t size = 1;
};

Char char_at(std::string_view text, std::size_t at) {
  auto i = static_cast<int32_t>(at);
  UChar32 code = 0;
  U8_NEXT(reinterpret_cast<const uint8_t*>(text.data()), i, static_cast<int32_t>(text.size()), code);
  return {code < 0 ? 0xFFFD : code, static_cast<std::size_t>(i) - at};
}

void push(std::vector<Token>& out, Kind kind, std::string_view raw, bool glued) {
  Token t;
  t.kind = kind;
  t.raw = std::string(raw);
  t.glued = glued;
  if (kind == Kind::kNumber) {
    t.folded = t.raw;
    t.key = t.raw;
    t.value = raw.size() <= 7 ? std::stoi(t.raw) : -1;
  } else if (kind == Kind::kWord) {
    t.folded = wire::fold(raw);
    std::erase_if(t.folded, [](char c) { return c == '\'' || c == '`'; });
    if (const auto plain = lexicon().shorthand(t.folded); !plain.empty()) t.folded = std::string(plain);
    if (auto plain = lexicon().plain(t.folded); !plain.empty()) t.folded = std::move(plain);
    t.key = spelling_key(t.folded);
    t.value = number_word(t.folded);
    static constexpr std::array<std::string_view, 8> kArticles{"un", "una", "um", "uma", "a", "an", "uno", "o"};
    t.article = std::find(kArticles.begin(), kArticles.end(), t.folded) != kArticles.end();
    const auto first = char_at(raw, 0);
    t.capital = u_isupper(first.code) != 0;
    if (t.key.size() >= 4 && t.value < 0) t.repaired = lexicon().repair(t.key);
  } else {
    t.folded = t.key = std::string(raw);
  }
  out.push_back(std::move(t));
}

// "qto" is «quanto», but a room before its number or kind ("qto 511", "qto casal") and behind a count.
void rooms_of_shorthand(std::vector<Token>& tokens) {
  static constexpr std::array<std::string_view, 17> kKinds{
      "casal",   "duplo", "solteiro",   "triplo", "familia", "standard",   "single",    "de", "do",
      "simples", "livre", "individual", "duplos", "vago",    "disponivel", "quadruplo", "e"};
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    auto& t = tokens[i];
    if (t.kind != Kind::kWord || wire::fold(t.raw) != "qto") continue;
    const auto* next = i + 1 < tokens.size() ? &tokens[i + 1] : nullptr;
    const auto* last = i > 0 ? &tokens[i - 1] : nullptr;
    const bool named =
        next && (next->kind == Kind::kNumber || std::find(kKinds.begin(), kKinds.end(), next->folded) != kKinds.end());
    const bool counted =
        last && (last->value >= 1 || last->is("o") || last->is("no") || last->is("do") || last->is("meu"));
    if (!(named || counted)) continue;
    t.folded = "quarto";
    t.key = spelling_key(t.folded);
    t.value = -1;
  }
}

bool letter(UChar32 c) {
  return u_isalpha(c) || c == '\'' || c == 0x2019 || u_charType(c) == U_NON_SPACING_MARK;
}

}  // namespace

std::string spelling_key(std::string_view word) {
  std::string out;
  out.reserve(word.size());
  const bool drop_h = word.size() >= 5;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    const char next = i + 1 < word.size() ? word[i + 1] : '\0';
    const bool soft = next == 'e' || next == 'i' || next == 'y';
    char put = c;
    if (c == 'c' && next == 'h')
      put = 'x', ++i;
    else if (c == 's' && next == 'h')
      put = 'x', ++i;
    else if (c == 'c' && next == 'k')
      put = 'k', ++i;
    else if (c == 'c')
      put = soft ? 's' : 'k';
    else if (c == 'q')
      put = 'k', i += next == 'u' ? 1 : 0;
    else if (c == 'z')
      put = 's';
    else if (c == 'v')
      put = 'b';
    else if (c == 'h' && drop_h)
      continue;
    else if (c == 'l' && next == 'l' && i == 0)
      put = 'y', ++i;
    else if (c == 'g' && next == 'u' && i + 2 < word.size() && (word[i + 2] == 'e' || word[i + 2] == 'i'))
      ++i;
    else if (c == 'm' && (next == 'p' || next == 'b'))
      put = 'n';
    else if (c == 'y' && i > 0 && next == '\0')
      put = 'i';
    if (!out.empty() && out.back() == put && put >= 'a' && put <= 'z' && put != 'r') continue;
    out.push_back(put);
  }
  return out;
}

int number_word(std::string_view word) {
  static const std::map<std::string_view, int> kWords{
      {"un", 1},         {"una", 1},        {"uno", 1},        {"um", 1},        {"uma", 1},         {"a", 1},
      {"an", 1},         {"one", 1},        {"dos", 2},        {"dois", 2},      {"duas", 2},        {"two", 2},
      {"tres", 3},       {"three", 3},      {"cuatro", 4},     {"quatro", 4},    {"four", 4},        {"cinco", 5},
      {"five", 5},       {"seis", 6},       {"six", 6},        {"siete", 7},     {"sete", 7},        {"seven", 7},
      {"ocho", 8},       {"oito", 8},       {"eight", 8},      {"nueve", 9},     {"nove", 9},        {"nine", 9},
      {"diez", 10},      {"dez", 10},       {"ten", 10},       {"once", 11},     {"onze", 11},       {"eleven", 11},
      {"doce", 12},      {"doze", 12},      {"twelve", 12},    {"trece", 13},    {"treze", 13},      {"thirteen", 13},
      {"catorce", 14},   {"catorze", 14},   {"quatorze", 14},  {"fourteen", 14}, {"quince", 15},     {"quinze", 15},
      {"fifteen", 15},   {"dieciseis", 16}, {"dezesseis", 16}, {"sixteen", 16},  {"diecisiete", 17}, {"dezessete", 17},
      {"seventeen", 17}, {"dieciocho", 18}, {"dezoito", 18},   {"eighteen", 18}, {"diecinueve", 19}, {"dezenove", 19},
      {"nineteen", 19},  {"veinte", 20},    {"vinte", 20},     {"twenty", 20},   {"treinta", 30},    {"trinta", 30},
      {"thirty", 30},    {"first", 1},      {"primero", 1},    {"primeiro", 1},  {"second", 2},      {"third", 3}};
  const auto found = kWords.find(word);
  if (found != kWords.end()) return found->second;
  // "sinco", "kuatro", "beinte": as they sound; shorter ones sound like other words
  static const std::map<std::string, int> kSound = [] {
    std::map<std::string, int> out;
    for (const std::string_view w :
         {"cuatro",  "cinco",     "siete",      "nueve",     "trece",      "catorce", "quince",  "veinte",
          "treinta", "dieciseis", "diecisiete", "dieciocho", "diecinueve", "quatro",  "treze",   "quatorze",
          "quinze",  "vinte",     "trinta",     "dezesseis", "dezessete",  "dezoito", "dezenove"})
      out.emplace(spelling_key(w), kWords.at(w));
    return out;
  }();
  const auto sound = word.size() >= 5 ? kSound.find(spelling_key(word)) : kSound.end();
  return sound == kSound.end() ? -1 : sound->second;
}

std::vector<Token> tokenise(std::string_view text) {
  std::vector<Token> out;
  bool glued = false;
  for (std::size_t at = 0; at < text.size() && out.size() < kMaxTokens;) {
    const auto c = char_at(text, at);
    if (c.code == '\n') {
      push(out, Kind::kBreak, text.substr(at, 1), false);
      glued = false;
      at += c.size;
      continue;
    }
    if (u_isUWhiteSpace(c.code) || c.code == 0x200B || c.code == 0xFE0F) {
      glued = false;
      at += c.size;
      continue;
    }
    const bool inside_word = glued && !out.empty() && out.back().kind != Kind::kPunctuation;
    if (const auto whole = inside_word ? Mark{} : mark_at(text, at); whole.size > 0) {
      push(out, whole.kind, text.substr(at, whole.size), glued);
      at += whole.size;
      glued = true;
      continue;
    }
    std::size_t end = at + c.size;
    Kind kind = Kind::kSymbol;
    if (c.code < 0x80 && ascii_digit(static_cast<char>(c.code))) {
      kind = Kind::kNumber;
      while (end < text.size() && ascii_digit(text[end])) ++end;
      // "4rd", "2nite", "to2" are shorthand of their own.
      std::size_t word_end = end;
      while (word_end < text.size() && ascii_alpha(text[word_end])) ++word_end;
      if (word_end > end && !lexicon().shorthand(wire::fold(text.substr(at, word_end - at))).empty()) {
        kind = Kind::kWord;
        end = word_end;
      }
    } else if (letter(c.code) && c.code != '\'' && c.code != 0x2019) {
      kind = Kind::kWord;
      while (end < text.size()) {
        const auto next = char_at(text, end);
        if (!letter(next.code)) break;
        end += next.size;
      }
      while (end > at && text[end - 1] == '\'') --end;
      if (end < text.size() && text[end] == '2' &&
          !lexicon().shorthand(wire::fold(text.substr(at, end - at + 1))).empty())
        ++end;
    } else if (u_ispunct(c.code) || (c.code < 0x80 && !u_isalnum(c.code))) {
      kind = Kind::kPunctuation;
    }
    push(out, kind, text.substr(at, end - at), glued);
    glued = true;
    at = end;
  }
  rooms_of_shorthand(out);
  return out;
}

}  // namespace hotel::nlu
