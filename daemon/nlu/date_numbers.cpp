// Days written with numbers: 12/03, «12 de marzo», «March 12th», «el veintiuno», «15 al 18».
#include <algorithm>

#include "nlu/date_finder.h"
#include "nlu/lexicon.h"

namespace hotel::nlu {

void DateFinder::check_day(Mention& m) const {
  m.impossible =
      m.year > 0 ? !make_day(m.year, m.month, m.day) : m.month < 1 || m.month > 12 || !nearest(m.month, m.day, today_);
}

// 12/03, 12/03/2026, 2026-03-12, 12-03-2026, 12.03.2026; «el 12.03», «al 12-03»
std::size_t DateFinder::numeric(std::size_t i, Mention& m) {
  if (!number(i) || i + 2 >= t_.size() || t_[i + 1].kind != Kind::kPunctuation || !t_[i + 1].glued || !number(i + 2) ||
      !t_[i + 2].glued)
    return i;
  const auto sep = t_[i + 1].raw;
  const bool three = i + 4 < t_.size() && t_[i + 3].raw == sep && t_[i + 3].glued && number(i + 4) && t_[i + 4].glued;
  int a = t_[i].value, b = t_[i + 2].value, y = three ? t_[i + 4].value : 0;
  if (sep != "/" && !((sep == "-" || sep == ".") && three)) {
    // Without a year a dot or hyphen makes a date only where a day is expected: else it is a time or a range.
    // «arrive 19.09», but «landing 6.10 in the morning»
    const bool day_of_month = t_[i + 2].raw[0] == '0' && b % 5 != 0;
    const bool expected = before(i, {"el", "al", "del", "dia", "on", "until", "hasta", "ate", "ao", "from", "do"}) ||
                          (sep == "." && day_of_month && led_to_day(i));
    const bool month = b >= 1 && b <= 12 && t_[i + 2].raw.size() == 2 && (t_[i + 2].raw[0] == '0' || sep == ".");
    // «19.09.», «3.1. until 6.1.»: the second dot is no end of a sentence
    const bool closed = sep == "." && mark(i + 3, ".") && t_[i + 3].glued && b >= 1 && b <= 12 && a >= 1 && a <= 31 &&
                        !before(i, {"at", "las", "as", "tipo", "around"}) &&
                        ((i + 4 < t_.size() && (!t_[i + 4].glued || mark(i + 4, ",") || mark(i + 4, "-")) &&
                          t_[i + 4].kind != Kind::kBreak && !t_[i + 4].capital) ||
                         led_to_day(i));
    if (closed) {
      m.day = a, m.month = b;
      m.ambiguous = language_ == "en" && rules_.ask_numeric_order_in_english && a != b && a <= 12;
      if (m.ambiguous) m.other = nearest(a, b, today_);
      check_day(m);
      return i + 4;
    }
    const bool second = !out_.empty() && out_.back().month > 0 && range_word(i - 1) && out_.back().end == i - 1;
    if ((sep != "." && sep != "-") || !(expected || second) || !month || a < 1 || a > 31) return i;
    if (counted(t_, i + 3) || (sep == "." && before(i - 1, {"a", "las"}))) return i;
  }
  const auto end = i + (three ? 5 : 3);
  if (sep == "/" && !three) {
    if (t_[i].raw.size() > 2 || t_[i + 2].raw.size() > 2) return i;
    if (month_after(end) && a <= 31 && b <= 31) return i;  // «15/18 de enero» is a range
    // «abierto 24/7» is no day of July, unless a day is expected.
    // «5/5, wonderful» is a mark
    const bool mark_of_five =
        b == 5 && a >= 4 && a <= 5 && out_.empty() && i > 0 && !number(end) &&
        (end >= t_.size() || t_[end].kind != Kind::kWord) &&
        (mark(i - 1, ",") || before(i, {"es", "is", "a", "nota", "solid", "give", "doy", "dou", "un", "um"}));
    if (mark_of_five) return i;
    const bool always =
        a == 24 && b == 7 && out_.empty() &&
        !before(i, {"el",    "del",  "al",      "dia",    "on",    "the",     "do",      "de",      "ao",    "ate",
                    "hasta", "from", "entrada", "salida", "saida", "llegada", "chegada", "arrival", "llego", "chego"});
    if (always || (i > 0 && number(i - 1))) return i;  // «24/7», «1 1/2»
  }
  if (t_[i].raw.size() == 4 && three) {
    m.year = a, m.month = b, m.day = y;
  } else {
    if (three && y < 100) y += 2000;
    int day = rules_.day_first ? a : b, month = rules_.day_first ? b : a;
    m.order_sure = a != b && (a > 12 || b > 12);
    m.month_first = (month > 12 && day <= 12) != !rules_.day_first;
    if (month > 12 && day <= 12) {
      std::swap(day, month);
    } else if (rules_.ask_numeric_order_in_english && language_ == "en" && a <= 12 && b <= 12 && a != b) {
      m.ambiguous = true;
      m.other = three ? make_day(y, day, month) : nearest(day, month, today_);
    }
    m.year = y, m.month = month, m.day = day;
  }
  check_day(m);
  return end;
}

std::size_t DateFinder::year_after(std::size_t at, int& year) const {
  std::size_t end = at;
  while (mark(end, ",") || mark(end, ".") || ((mark(end, "-") || mark(end, "/")) && t_[end].glued)) ++end;
  if (exact(end, {"de", "del", "of", "do"})) ++end;
  if (number(end) && t_[end].raw.size() == 4 && t_[end].value >= 1990 && t_[end].value < 2200)
    return year = t_[end].value, end + 1;
  return at;
}

// "12 de marzo", "12th of March 2026", "5 agosto", "primero de mayo", "vinte e três de março", "17 del 11"
std::size_t DateFinder::day_month(std::size_t i, Mention& m) {
  const auto n = number_at(t_, i);
  if (n.value < 1 || n.value > 31 || (number(i) && !day_number(i))) return i;
  if (t_[i].article && !exact(i, {"uno", "um"})) return i;  // «al uno de marzo»
  auto at = n.end;
  if (mark(at, ".") && at + 1 < t_.size()) ++at;  // «12. mayo», «15. of may»
  if (exact(at, {"de", "of", "del", "d", "do"}) || mark(at, "/") || (mark(at, "-") && t_[at].glued)) ++at;
  if (at >= t_.size()) return i;
  m.day = n.value;
  m.month = month_of_name(t_[at], true);
  if (m.month == 0) {
    // «el 17 del 11»; «2 de este mes» and «20 of next month» are left to the context.
    const bool numbered = exact(n.end, {"del"}) && day_number(at) && t_[at].value <= 12 && !counted(t_, at + 1) &&
                          !range_word(at + 1) && before(i, {"el", "dia", "al", "del"});
    if (!numbered) return i;
    m.month = t_[at].value;
  } else if (t_[at].folded == "out" && language_ != "pt" && !mark(at + 1, ".")) {
    return i;  // «12 out»
  }
  const auto end = year_after(at + 1, m.year);
  check_day(m);
  return end;
}

// "March 12", "Aug 3rd, 2026", "May twenty-first"; a month alone is a period
std::size_t DateFinder::month_day(std::size_t i, Mention& m) {
  std::size_t at = i + 1;
  while (mark(at, ".") || (mark(at, "-") && t_[at].glued) || exact(at, {"the", "dia"})) ++at;
  const auto n = number_at(t_, at);
  const bool day = (day_number(at) || (n.written && n.value >= 1 && n.value <= 31 && !t_[at].article)) &&
                   (!n.written || n.ordinal || n.value > 12);
  // October only in Portuguese, and not in «check-out 06/08»
  if (exact(i, {"out"}) && (language_ != "pt" || before(i, {"check"}) || (i > 0 && mark(i - 1, "-")))) return i;
  const bool led = before(i, {"in", "en", "em", "for", "para", "during", "early", "late"}) &&
                   !exact(i, {"mar", "set", "out", "may", "mai", "ago"});
  const int month = month_of_name(t_[i], led || day || mark(i + 1, "-") || mark(i + 1, ","));
  if (month == 0) return i;
  const bool unit = day && (counted(t_, n.end) && !mark(n.end, ".") && !mark(n.end, ","));
  if (day && !unit && !clock_at(t_, at)) {
    m.month = month;
    m.day = n.value;
    const auto end = year_after(n.end, m.year);
    check_day(m);
    return end;
  }
  const bool doubtful = among(t_[i].folded, {"may", "marco", "marzo", "mayo", "mar", "march", "set", "out", "dec"}) &&
                        !exact(i, {"marzo", "mayo", "march"});
  if (doubtful && !before(i, {"in", "en", "em", "para", "pra", "de", "for", "to", "during", "of", "this", "next", "a"}))
    return i;
  if (!led && among(t_[i].folded, {"set", "out", "ago", "dec", "jan", "feb", "mar"}) && language_ != "en") return i;
  int year = year_of_month(month, today_);
  auto end = year_after(i + 1, year);
  if (end == i + 1 && exact(end, {"del", "of", "do", "next"})) {  // «junio del año que viene»
    const auto from = exact(end, {"next"}) ? end : end + 1;
    if (exact(from, {"proximo", "next"}) && exact(from + 1, {"ano", "year"}))
      year = static_cast<int>(today_.year()) + 1, end = from + 2;
    else if (exact(from, {"ano"}) && exact(from + 1, {"que"}) && exact(from + 2, {"viene", "vem"}))
      year = static_cast<int>(today_.year()) + 1, end = from + 3;
  }
  m.what = What::kPeriod;
  m.month = month;
  m.period = month_span(year, month);
  return end;
}

bool DateFinder::range_word(std::size_t at) const {
  return exact(at, {"a", "al", "ao", "to", "hasta", "ate", "until", "through"}) || mark(at, "-") || mark(at, "–") ||
         mark(at, "—") || mark(at, "~") || (mark(at, "/") && t_[at].glued);
}

bool DateFinder::month_after(std::size_t at) const {
  while (exact(at, {"de", "of", "del", "do"}) || mark(at, ".")) ++at;
  if (exact(at, {"out"}) && (language_ != "pt" || !mark(at + 1, "."))) return false;  // «10/01 out 17/01»
  return at < t_.size() && month_of_name(t_[at], true) != 0;
}

// "llego 12 salgo 15", "checkin 12 checkout 15": each of two numbers beside its role; a single one may be an hour.
bool DateFinder::both_roles_with_numbers(std::size_t i) const {
  bool in = false, out = false, here = false;
  for (std::size_t k = 0; k + 1 < t_.size(); ++k) {
    const bool arrival = exact(k, {"llego", "llegamos", "llegada", "chego", "chegamos", "chegada", "entrada", "entro",
                                   "arrive", "arriving", "arrival", "checkin", "in", "ingreso"});
    const bool departure = exact(k, {"salgo", "salimos", "salida", "saio", "saimos", "saida", "leave", "leaving",
                                     "departure", "checkout", "out", "egreso"});
    if (!arrival && !departure) continue;
    const auto at = mark(k + 1, ":") ? k + 2 : k + 1;
    if (!day_number(at) || counted(t_, at + 1)) continue;
    (arrival ? in : out) = true;
    here = here || at == i;
  }
  return in && out && here;
}

bool DateFinder::named_day(std::size_t i, const Number& n) const {
  const auto end = n.end;
  const bool suffix = n.ordinal && !n.written;
  if (language_ == "pt" && before(i, {"a"}) && i > 1 && number(i) &&
      (lexicon().says(t_[i - 2], Says::kArrives) || lexicon().says(t_[i - 2], Says::kLeaves) ||
       (!out_.empty() && lexicon().says(t_[i - 2], Says::kTakesBack)) || mark(i - 2, ",")))
    return !clock_at(t_, i);  // «entrada a 4, saída a 7»
  if (before(i, {"day"}) && language_ == "en" && number(i)) return !before(i, {"a", "per", "the", "every"}, 2);
  if (before(i, {"el", "del", "al", "dia", "dias", "ao", "diia"})) {
    // Written small numbers are rarely days: "el primero", "al dos por ciento".
    if (n.written && n.ordinal && !range_word(end)) return false;
    return !(before(i, {"el"}) && said_before(i, {"estoy", "estamos", "piso"}, 3));
  }
  // "pal 31" has its article inside; the shorthand table writes it out without.
  if (i > 0 && (t_[i - 1].raw == "pal" || t_[i - 1].raw == "Pal" || t_[i - 1].raw == "pro")) return true;
  if (language_ == "pt" && before(i, {"no"}))  // "estamos no 22" is a room
    return !said_before(i,
                        {"estou", "estamos", "estao", "aqui", "quarto", "hospedado", "hospedada", "hospedados", "to",
                         "tamo", "tamos", "andar"},
                        4);
  if (before(i, {"de", "of", "do"}) && before(i, {"vez", "lugar", "instead"}, 2))  // "chegar dia 12 em vez de 11"
    return number(i) && !out_.empty() && out_.back().what == What::kDay;
  if (language_ == "pt" && before(i, {"do"})) return range_word(end) || before(i, {"partir", "depois", "antes"}, 2);
  if (before(i, {"the"})) {
    if (suffix || (n.ordinal && n.value > 12)) return true;
    if (n.written && !n.ordinal && n.value <= 12) return false;
    const bool alone = end >= t_.size() || t_[end].kind == Kind::kPunctuation || t_[end].kind == Kind::kBreak ||
                       exact(end, {"to", "and", "for", "until", "till", "through", "please", "of"});
    const bool led = before(i, {"until", "from", "on", "to", "between", "for", "arriving", "leaving", "by"}, 2);
    return (alone && (!n.ordinal || led)) || (led && !n.written);
  }
  if (before(i, {"lugar", "disponibilidad", "vaga", "vagas", "availability", "cupo"}) && number(i))
    return end >= t_.size() || t_[end].kind != Kind::kWord || range_word(end);
  return both_roles_with_numbers(i);
}

bool DateFinder::led_to_day(std::size_t i) const {
  return before(i, {"the", "for", "vom", "am", "from"}) ||
         (i > 0 && (lexicon().says(t_[i - 1], Says::kArrives) || lexicon().says(t_[i - 1], Says::kLeaves)));
}

bool DateFinder::changes_before(std::size_t i) const {
  for (std::size_t back = 1; back <= 8 && back <= i && !ends_sentence(t_[i - back]); ++back)
    if (lexicon().says(t_[i - back], Says::kChanges)) return true;
  return false;
}

bool DateFinder::taken_back_before(std::size_t i) const {
  for (std::size_t back = 1; back <= 3 && back <= i; ++back)
    if (lexicon().says(t_[i - back], Says::kTakesBack) || exact(i - back, {"mean", "meant", "no", "dizer", "decir"}))
      return true;
  return false;
}

// The second number of a range, or the first of one.
bool DateFinder::part_of_range(std::size_t i, std::size_t end) const {
  const bool has_day = !out_.empty() && out_.back().what == What::kDay;
  if (has_day && i >= 2 && exact(i - 1, {"not", "no", "nao"}) && exact(i - 2, {"and", "y", "e"}) &&
      out_.back().end == i - 2)
    return true;
  // «of 11 at 14», «de 4 para 5»
  if (has_day && i >= 1 && exact(i - 1, {"at", "para"}) && out_.back().end == i - 1 && out_.back().begin > 0 &&
      exact(out_.back().begin - 1, {"of", "de", "do", "del", "from"}))
    return true;
  if (has_day && i >= 1 && range_word(i - 1) && out_.back().end == i - 1) return true;
  if (has_day && i >= 2 && exact(i - 1, {"the", "el", "dia", "o"}) && range_word(i - 2)) return true;
  const auto pair_begins = [&](Words words) {
    if (!has_day || out_.back().end != i - 1 || out_.back().begin < 1) return false;
    std::size_t from = out_.back().begin;
    while (from > 1 && exact(from - 1, {"el", "the", "dia", "o", "of", "del"})) --from;
    return exact(from - 1, words);
  };
  if (i >= 2 && exact(i - 1, {"y", "e", "and"}) &&
      pair_begins({"entre", "between", "dias", "days", "noches", "nights"}))
    return true;
  if (i >= 2 && exact(i - 1, {"the", "el", "dia", "o"}) && exact(i - 2, {"y", "e", "and"}) && has_day &&
      out_.back().end == i - 2)
    return true;
  std::size_t second = mark(end, ".") && range_word(end + 1) ? end + 1 : end;  // «from 12. to 15. of may»
  const auto other = [&] {
    while (exact(second, {"el", "the", "dia", "o"})) ++second;
    const auto n = number_at(t_, second);
    const bool day = n.value >= 1 && n.value <= 31 && (day_number(second) || n.written);
    return std::pair{day && (!counted(t_, n.end) || (mark(n.end, ".") && month_after(n.end))), n.end};
  };
  // «11 and not 12 july»
  if (exact(second, {"and", "y", "e"}) && exact(second + 1, {"not", "no", "nao"})) {
    second += 2;
    const auto [is_day, after] = other();
    return is_day && month_after(after);
  }
  // «de 4 para 5 de julho», «of 10 at 13 september»
  if (exact(second, {"para", "at"}) && before(i, {"de", "do", "del", "from", "of"})) {
    ++second;
    const auto [is_day, after] = other();
    return is_day && (month_after(after) || changes_before(i) || taken_back_before(i));
  }
  if (range_word(second)) {
    ++second;
    if (second < t_.size() && month_of_name(t_[second], true) > 0 && day_number(second + 1) &&
        before(i, {"de", "from", "between", "entre", "del"}))
      return true;  // «from 02 to April 07»
    const auto [is_day, after] = other();
    // «pasamos de 4 a 5» are people
    if (before(i, {"de", "from"}) &&
        before(i,
               {"pasamos", "pasaremos", "passamos", "subimos", "bajamos", "somos", "seremos", "vamos", "going", "went",
                "go", "up", "down"},
               2) &&
        !month_after(after))
      return false;
    const bool from = before(i, {"de", "from", "desde", "between", "entre", "del"}) || end > i + 1 ||
                      (has_day && (before(i, {"para", "to", "for", "a"}) || taken_back_before(i)));
    const bool dated =
        month_after(after) || (mark(after, "/") && number(after + 1)) || exact(after, {"del", "do", "deste", "of"});
    return is_day && (from || dated);
  }
  std::size_t first = i;
  while (first > 0 && exact(first - 1, {"el", "the", "o", "dia", "of", "del"})) --first;
  if (exact(second, {"y", "e", "and"}) && before(first, {"entre", "between", "dias", "days", "nights", "noches"})) {
    ++second;
    return other().first;
  }
  return false;
}

// "el 12", "dia 5", "the 3rd", "del 12 al 15", "10-12 july", "entre 20 e 25", "el veintiuno"
std::size_t DateFinder::bare_day(std::size_t i, Mention& m) {
  const auto n = number_at(t_, i);
  if (n.value < 1 || n.value > 31 || (number(i) && !day_number(i)) || t_[i].article) return i;
  if (counted(t_, n.end) || exact(n.end, {"mil"})) return i;
  const bool suffix = n.ordinal && !n.written && !(t_[n.end - 1].raw == "a" || t_[n.end - 1].raw == "A");
  if (!(suffix || named_day(i, n) || part_of_range(i, n.end))) return i;
  m.day = n.value;
  return n.end;
}

}  // namespace hotel::nlu
