#include "nlu/date_words.h"

#include <algorithm>
#include <array>
#include <map>

namespace hotel::nlu {
namespace {

bool at_is(const std::vector<Token>& t, std::size_t i, Words words) {
  return i < t.size() && word_is(t[i], words);
}

// «sat» and «sun» are days, but «sat nav», «we sat», «the sun» and «we'd» are not.
bool no_day_after_all(const std::vector<Token>& t, std::size_t i) {
  const auto raw = t[i].raw;
  if (raw.size() > 2 && (raw[2] == '\'' || raw.compare(2, 3, "’") == 0)) return true;  // «we'd»
  if (raw.size() > 4 || t[i].folded.size() == raw.size()) return false;                // written in full
  if (raw.size() == 3 && (raw[0] == 's' || raw[0] == 'S')) {
    if (at_is(t, i + 1,
              {"nav",  "navs",    "navigation", "down",  "here", "there",   "by",  "in",    "around", "outside", "bed",
               "beds", "lounger", "loungers",   "cream", "deck", "terrace", "set", "rises", "tv",     "dish"}))
      return true;
    if (i > 0 &&
        word_is(t[i - 1],
                {"i", "we", "he", "she", "they", "just", "been", "the", "in", "of", "and", "some", "enough", "much"}) &&
        !at_is(t, i + 1, {"night", "nite", "to", "until", "and"}))
      return raw[1] != 'a' || !word_is(t[i - 1], {"the", "and", "of", "in"});
  }
  return false;
}

int abbreviated_weekday(const std::vector<Token>& t, std::size_t i, std::string_view language) {
  const auto& word = t[i].folded;
  static constexpr std::array<Words, 7> kSpanish{
      Words{"lun"}, Words{},     Words{"mie", "mier", "mierc"}, Words{"jue"}, Words{"vie", "vier"},
      Words{"sab"}, Words{"dom"}};
  static constexpr std::array<Words, 7> kPortuguese{Words{"seg"}, Words{},      Words{"qua"}, Words{"qui"},
                                                    Words{"sex"}, Words{"sab"}, Words{"dom"}};
  if (language == "en") return -1;
  const auto& names = language == "es" ? kSpanish : kPortuguese;
  for (std::size_t d = 0; d < 7; ++d)
    if (among(word, names[d])) return static_cast<int>(d);
  // «mar» (sea, March) and «ter» (to have) only in front of a number or another day.
  if (word == (language == "es" ? "mar" : "ter") && i + 1 < t.size() && i > 0 &&
      word_is(t[i - 1], {"el", "del", "al", "de", "na", "ate"}) && t[i + 1].kind == Kind::kNumber)
    return 1;
  return -1;
}

const std::map<std::string_view, int>& written_numbers() {
  static const std::map<std::string_view, int> kMore{
      {"veintiuno", 21},   {"veintiun", 21},   {"veintidos", 22},   {"veintitres", 23}, {"veinticuatro", 24},
      {"veinticinco", 25}, {"veintiseis", 26}, {"veintisiete", 27}, {"veintiocho", 28}, {"veintinueve", 29},
      {"dezasseis", 16},   {"dezassete", 17},  {"dezanove", 19},    {"twentyone", 21},  {"twentytwo", 22}};
  return kMore;
}

// «beintidos», «ventitres»
const std::map<std::string, int, std::less<>>& numbers_as_they_sound() {
  static const std::map<std::string, int, std::less<>> kSound = [] {
    std::map<std::string, int, std::less<>> out;
    for (const auto& [word, value] : written_numbers()) {
      const auto key = spelling_key(word);
      out.emplace(key, value);
      if (key.starts_with("bein")) out.emplace("ben" + key.substr(4), value);
    }
    return out;
  }();
  return kSound;
}

int ordinal_word(std::string_view word) {
  static const std::map<std::string_view, int> kOrdinals{
      {"first", 1},      {"second", 2},       {"third", 3},       {"fourth", 4},      {"fifth", 5},
      {"sixth", 6},      {"seventh", 7},      {"eighth", 8},      {"ninth", 9},       {"tenth", 10},
      {"eleventh", 11},  {"twelfth", 12},     {"thirteenth", 13}, {"fourteenth", 14}, {"fifteenth", 15},
      {"sixteenth", 16}, {"seventeenth", 17}, {"eighteenth", 18}, {"nineteenth", 19}, {"twentieth", 20},
      {"thirtieth", 30}, {"primero", 1},      {"primeiro", 1},    {"primer", 1}};
  const auto found = kOrdinals.find(word);
  return found == kOrdinals.end() ? -1 : found->second;
}

int unit_word(const Token& t) {
  const int ordinal = ordinal_word(t.folded);
  const int value = ordinal > 0 ? ordinal : t.kind == Kind::kWord ? t.value : -1;
  return value >= 1 && value <= 9 && !word_is(t, {"a", "an", "o"}) ? value : -1;
}

// A key is shorter than its word by a few letters at most: most words are told off before theirs is made.
bool may_be_key(const std::string& key, std::string_view word) {
  return key.size() <= word.size() && key.size() + 4 >= word.size();
}

}  // namespace

bool among(std::string_view word, Words words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool word_is(const Token& t, Words words) {
  return t.kind == Kind::kWord && among(t.folded, words);
}

bool means(const Token& t, Words words) {
  if (t.kind != Kind::kWord) return false;
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    if (t.folded == word) return true;
    if (word.size() < 4 || !(may_be_key(t.key, word) || may_be_key(t.repaired, word))) return false;
    const auto key = spelling_key(word);
    return t.key == key || t.repaired == key;
  });
}

bool spelled(const Token& t, Words words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view w) {
    return t.folded == w || (w.size() >= 4 && may_be_key(t.key, w) && t.key == spelling_key(w));
  });
}

bool ends_sentence(const Token& t) {
  return t.kind == Kind::kBreak ||
         (t.kind == Kind::kPunctuation && (t.raw == "." || t.raw == "?" || t.raw == "!" || t.raw == ";"));
}

int month_of_name(const Token& t, bool beside_number) {
  static constexpr std::array<Words, 12> kFull{Words{"enero", "january", "janeiro"},
                                               Words{"febrero", "february", "fevereiro"},
                                               Words{"marzo", "march", "marco"},
                                               Words{"abril", "april"},
                                               Words{"mayo", "may", "maio"},
                                               Words{"junio", "june", "junho"},
                                               Words{"julio", "july", "julho"},
                                               Words{"agosto", "august"},
                                               Words{"septiembre", "setiembre", "september", "setembro"},
                                               Words{"octubre", "october", "outubro"},
                                               Words{"noviembre", "november", "novembro"},
                                               Words{"diciembre", "december", "dezembro"}};
  static constexpr std::array<Words, 12> kShort{Words{"ene", "jan"},
                                                Words{"feb", "fev", "febr"},
                                                Words{"mar"},
                                                Words{"abr", "apr"},
                                                Words{"mai", "may"},
                                                Words{"jun"},
                                                Words{"jul"},
                                                Words{"ago", "aug"},
                                                Words{"sep", "sept", "set"},
                                                Words{"oct", "out"},
                                                Words{"nov"},
                                                Words{"dic", "dec", "dez"}};
  if (t.kind != Kind::kWord) return 0;
  for (std::size_t i = 0; i < 12; ++i)
    // Alone, a word one letter away from a month ("Mars") is no month.
    if ((beside_number ? means(t, kFull[i]) : spelled(t, kFull[i])) || (beside_number && among(t.folded, kShort[i])))
      return static_cast<int>(i) + 1;
  return 0;
}

int weekday_of_name(const std::vector<Token>& tokens, std::size_t at, std::string_view language) {
  static constexpr std::array<Words, 7> kNames{Words{"lunes", "monday", "mondays"},
                                               Words{"martes", "tuesday", "tuesdays"},
                                               Words{"miercoles", "wednesday", "wednesdays"},
                                               Words{"jueves", "thursday", "thursdays"},
                                               Words{"viernes", "friday", "fridays"},
                                               Words{"sabado", "saturday", "sabados", "saturdays"},
                                               Words{"domingo", "sunday", "domingos", "sundays"}};
  static constexpr std::array<std::string_view, 7> kEnglish{"monday", "tuesday",  "wednesday", "thursday",
                                                            "friday", "saturday", "sunday"};
  static constexpr std::array<std::string_view, 7> kSpanish{"lunes",   "martes", "miercoles", "jueves",
                                                            "viernes", "sabado", "domingo"};
  const auto& t = tokens[at];
  if (t.kind != Kind::kWord) return -1;
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (spelled(t, kNames[i])) return no_day_after_all(tokens, at) ? -1 : static_cast<int>(i);
    // Misspelt only in its own language: "mattress" is one letter away from "martes".
    const auto own = language == "en" ? kEnglish[i] : kSpanish[i];
    const bool shared = language != "pt" || i >= 5;
    if (shared && t.repaired == spelling_key(own)) return static_cast<int>(i);
  }
  return abbreviated_weekday(tokens, at, language);
}

int portuguese_weekday(const Token& t) {
  static constexpr std::array<std::string_view, 5> kNames{"segunda", "terca", "quarta", "quinta", "sexta"};
  for (std::size_t i = 0; i < kNames.size(); ++i)
    if (t.folded == kNames[i]) return static_cast<int>(i);
  return -1;
}

bool counted(const std::vector<Token>& t, std::size_t at) {
  if (at >= t.size()) return false;
  const auto mark = [&](std::string_view c) { return t[at].kind == Kind::kPunctuation && t[at].raw == c; };
  const bool number_follows = at + 1 < t.size() && t[at + 1].kind == Kind::kNumber && t[at + 1].glued;
  if (mark(":") || mark("%") || (mark(".") && number_follows) || (mark(",") && number_follows)) return true;
  if (at_is(t, at, {"hs", "h", "hrs", "am", "pm", "horas", "hora", "hours", "oclock", "mil", "x", "m", "p"}))
    return true;
  if (at_is(t, at, {"de", "of"}) && at_is(t, at + 1, {"la", "da", "us", "nosotros"})) return true;
  return means(
      t[at],
      {"noche",   "noches",     "night",    "nights",   "noite",     "noites",   "adulto",   "adultos",      "adult",
       "adults",  "persona",    "personas", "people",   "person",    "pessoa",   "pessoas",  "guests",       "anos",
       "years",   "year",       "ninos",    "criancas", "kids",      "children", "chicos",   "habitaciones", "rooms",
       "quartos", "dobles",     "dolares",  "dollars",  "reais",     "euros",    "pesos",    "minutos",      "minutes",
       "dias",    "days",       "semanas",  "weeks",    "estrellas", "stars",    "estrelas", "meses",        "months",
       "cuotas",  "grandes",    "nenes",    "camas",    "beds",      "kilos",    "cuadras",  "blocks",       "diarias",
       "room",    "habitacion", "quarto",   "vezes",    "veces",     "times",    "floor",    "piso",         "andar",
       "planta",  "time",       "vez",      "percent",  "puntos"});
}

bool clock_at(const std::vector<Token>& t, std::size_t at) {
  // «6 e meia», «7 y cuarto»
  if (at + 2 < t.size() && t[at].kind == Kind::kNumber && t[at].value <= 24 && word_is(t[at + 1], {"y", "e"}) &&
      word_is(t[at + 2], {"media", "meia", "cuarto", "quinze"}))
    return true;
  if (at + 2 >= t.size() || t[at].kind != Kind::kNumber || t[at].value > 24 || !t[at + 1].glued || !t[at + 2].glued)
    return false;
  const auto& sep = t[at + 1].raw;
  const bool minutes = t[at + 2].kind == Kind::kNumber && t[at + 2].raw.size() == 2 && t[at + 2].value < 60;
  const bool more = at + 4 < t.size() && t[at + 3].raw == sep && t[at + 4].kind == Kind::kNumber && t[at + 4].glued;
  return (sep == ":" || sep == "." || sep == "h") && minutes && !more;
}

Number number_at(const std::vector<Token>& t, std::size_t i) {
  if (i >= t.size()) return {};
  if (t[i].kind == Kind::kNumber) {
    Number n{t[i].value, i + 1, false, false};
    if (at_is(t, i + 1, {"st", "nd", "rd", "th", "ro", "er", "ero", "do", "to"}) ||
        (i + 1 < t.size() && t[i + 1].glued &&
         (word_is(t[i + 1], {"o", "a"}) || t[i + 1].raw == "º" || t[i + 1].raw == "°" || t[i + 1].raw == "ª"))) {
      const bool spaced = !t[i + 1].glued;  // «the 3 rd»; «5 do mês», «2 to 4» are none
      if (!spaced || word_is(t[i + 1], {"st", "nd", "rd", "th"})) n.end = i + 2, n.ordinal = true;
    }
    return n;
  }
  if (t[i].kind != Kind::kWord) return {};
  const auto& word = t[i].folded;
  if (const auto more = written_numbers().find(word); more != written_numbers().end())
    return {more->second, i + 1, false, true};
  if (word.size() >= 8)
    if (const auto found = numbers_as_they_sound().find(t[i].key); found != numbers_as_they_sound().end())
      return {found->second, i + 1, false, true};
  if (const int n = ordinal_word(word); n > 0) return {n, i + 1, true, true};
  if (word == "second") return {2, i + 1, true, true};
  const int tens = among(word, {"twenty", "vinte"})               ? 20
                   : among(word, {"thirty", "treinta", "trinta"}) ? 30
                   : word == "veinte"                             ? 20
                                                                  : 0;
  if (tens > 0) {
    std::size_t at = i + 1;
    const bool hyphen = at < t.size() && t[at].raw == "-" && t[at].glued;
    const bool joined = at_is(t, at, {"y", "e"});
    if (hyphen || joined) ++at;
    if ((joined || word == "twenty" || word == "thirty") && at < t.size() &&
        (hyphen || joined || t[at].kind == Kind::kWord))
      if (const int unit = unit_word(t[at]); unit > 0 && tens + unit <= 39)
        return {tens + unit, at + 1, ordinal_word(t[at].folded) > 0, true};
    return {tens, i + 1, false, true};
  }
  return t[i].value >= 0 ? Number{t[i].value, i + 1, false, true} : Number{};
}

}  // namespace hotel::nlu
