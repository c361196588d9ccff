// Spans that are too vague for a stay: parts and weeks of a month, «next month», «the week of the 18th».
#include <algorithm>

#include "nlu/date_finder.h"

namespace hotel::nlu {

// The month named at `at` («mayo», «del mes que viene», «this month»); returns the end, or `at` for none.
std::size_t DateFinder::next_month(std::size_t at, int& month, int& year) const {
  std::size_t begin = at;
  if (mark(begin, "-")) ++begin;
  while (exact(begin, {"de", "of", "del", "do", "da", "the", "in", "el", "d", "mes"}) &&
         !(exact(begin, {"mes"}) && !exact(begin + 1, {"de"})))
    ++begin;
  if (begin >= t_.size()) return at;
  const int now = static_cast<int>(static_cast<unsigned>(today_.month()));
  month = month_of_name(t_[begin], true);
  if (month > 0) {
    year = year_of_month(month, today_);
    return year_after(begin + 1, year);
  }
  bool next = exact(begin, {"proximo", "next"});
  const bool present = exact(begin, {"este", "this", "neste", "deste"});
  if (next || present) ++begin;
  if (!exact(begin, {"mes", "month"})) return at;
  std::size_t end = begin + 1;
  if (exact(end, {"que"}) && exact(end + 1, {"viene", "vem", "entra"}))
    next = true, end += 2;
  else if (exact(end, {"proximo", "siguiente", "seguinte"}))
    next = true, ++end;
  year = static_cast<int>(today_.year());
  month = now;
  if (next && ++month > 12) month = 1, ++year;
  return end;
}

std::size_t DateFinder::which(std::size_t i, int& n) const {
  if (number(i) && t_[i].value <= 5 && i + 1 < t_.size() && t_[i + 1].glued &&
      (exact(i + 1, {"ra", "era", "a", "da", "st", "nd", "rd", "th", "ta"}) || t_[i + 1].raw == "º" ||
       t_[i + 1].raw == "ª"))
    return n = t_[i].value, i + 2;
  if (exact(i, {"primera", "primeira", "first", "primer", "primeiro", "primero"})) return n = 1, i + 1;
  if (exact(i, {"segunda", "second", "segundo"})) return n = 2, i + 1;
  if (exact(i, {"tercera", "terceira", "third", "tercer", "terceiro"})) return n = 3, i + 1;
  if (exact(i, {"cuarta", "quarta", "fourth", "cuarto"})) return n = 4, i + 1;
  if (exact(i, {"ultima", "last", "ultimo"})) return n = -1, i + 1;
  return i;
}

// "principios de marzo", "mid January", "1ra quincena de febrero", "finalzinho de maio", "end of next month"
std::size_t DateFinder::part_of_month(std::size_t i, Mention& m) {
  enum { kNone, kBegin, kMiddle, kEnd, kFirstHalf, kSecondHalf } part = kNone;
  std::size_t at = i + 1;
  if (exact(i, {"principios", "principio", "comienzos", "comienzo", "inicios", "inicio", "comeco", "comecinho", "early",
                "beginning", "start", "iniciozinho"}))
    part = kBegin;
  else if (exact(i, {"mediados", "mid", "middle", "meados", "meio"}))
    part = kMiddle;
  else if (exact(i, {"fines", "finales", "fin", "end", "late", "final", "fim", "finais", "finalzinho", "finzinho",
                     "finalcito"}))
    part = kEnd;
  else if (exact(i, {"primeros", "primeiros"}) && exact(i + 1, {"dias"}))
    part = kBegin, at = i + 2;
  else if (exact(i, {"ultimos"}) && exact(i + 1, {"dias"}))
    part = kEnd, at = i + 2;
  else {
    int n = 0;
    const auto half = which(i, n);
    if (half == i || n < 1 || n > 2 || !exact(half, {"quincena", "quinzena", "half", "mitad", "metade", "fortnight"}))
      return i;
    part = n == 1 ? kFirstHalf : kSecondHalf;
    at = half + 1;
  }
  int month = 0, year = 0;
  auto end = next_month(at, month, year);
  if (end == at && part >= kFirstHalf && !out_.empty() && out_.back().what == What::kPeriod && out_.back().month > 0) {
    month = out_.back().month;  // "en julio, la segunda quincena"
    year = static_cast<int>(out_.back().period->first.year());
  } else if (end == at) {
    return i;
  }
  const bool named = t_[end - 1].kind == Kind::kNumber || month_of_name(t_[end - 1], true) != 0;
  int from = 1, to = 31;
  if (part == kBegin)
    to = rules_.beginning_until;
  else if (part == kMiddle)
    from = rules_.beginning_until + 1, to = rules_.middle_until;
  else if (part == kEnd)
    from = rules_.middle_until + 1;
  else if (part == kFirstHalf)
    to = rules_.first_half_until;
  else
    from = rules_.first_half_until + 1;
  // "a principio de mes" late in a month is the next month's.
  if (!named && to < static_cast<int>(static_cast<unsigned>(today_.day())) &&
      month_span(year, month).second >= today_ && month_span(year, month).first <= today_)
    if (++month > 12) month = 1, ++year;
  const auto last = static_cast<int>(static_cast<unsigned>(last_of_month(year, month).day()));
  m.period = Span{*make_day(year, month, from), *make_day(year, month, std::min(to, last))};
  m.what = What::kPeriod;
  m.month = month;
  return end;
}

// "la primera semana de octubre" is days 1 to 7, "última semana" the last seven; "first Friday of July", "último finde
// de mayo".
std::size_t DateFinder::week_of_month(std::size_t i, Mention& m) {
  int n = 0, weekday = -1;
  const auto at = which(i, n);
  if (at == i || at >= t_.size()) return i;
  std::size_t unit = weekend_words(at);
  const bool weekend = unit > at;
  const bool week = !weekend && exact(at, {"semana", "week"});
  if (week) unit = at + 1;
  if (!weekend && !week) unit = weekday_word(at, true, weekday);
  if (unit == at) return i;
  int month = 0, year = 0;
  const auto end = next_month(unit, month, year);
  if (end == unit) return i;
  if (weekend) weekday = 5;
  for (int turn = 0; turn < 2; ++turn, ++year) {  // what is over this year is next year's
    const auto span = month_span(year, month);
    const int last = static_cast<int>(static_cast<unsigned>(span.second.day()));
    if (week) {
      const int from = n < 0 ? last - 6 : 7 * (n - 1) + 1;
      if (from > last) return i;
      m.what = What::kPeriod, m.month = month;
      m.period = Span{*make_day(year, month, from), *make_day(year, month, n < 0 ? last : std::min(from + 6, last))};
      if (m.period->second >= today_) break;
    } else {
      auto day = n > 0 ? wire::add_days(next_weekday(weekday, wire::add_days(span.first, -1)), 7 * (n - 1))
                       : next_weekday(weekday, wire::add_days(span.second, -7));
      if (day > span.second) return i;
      if (weekend) m.what = What::kWeekend, day = wire::add_days(day, rules_.weekend_arrival - 5);
      m.date = day;
      if (day >= today_) break;
    }
    if (t_[end - 1].kind == Kind::kNumber) break;  // the year was said
  }
  return end;
}

// "la semana del 18", "the week of September 16th", "week commencing 4 Feb": Monday to Sunday around the day
std::size_t DateFinder::week_of(std::size_t i, Mention& m) {
  if (!exact(i, {"semana", "week"})) return i;
  std::size_t at = i + 1;
  if (exact(at, {"commencing", "starting", "beginning"}))
    ++at;
  else if (exact(at, {"que"}) && exact(at + 1, {"inicia", "comienza", "empieza", "comeca"}))
    at += 2;
  while (exact(at, {"of", "on", "del", "de", "do", "the", "dia", "el"})) ++at;
  if (at == i + 1 || at >= t_.size()) return i;
  Mention day;
  auto end =
      first_of({&DateFinder::numeric, &DateFinder::day_month, &DateFinder::month_day, &DateFinder::bare_day}, at, day);
  if (end == at && day_number(at) && !counted(t_, at + 1)) day.day = t_[at].value, end = at + 1;
  if (end == at || day.what != What::kDay || range_word(end)) return i;
  const auto date = day_of(day);
  if (!date) return i;
  const auto monday = week_begin(*date, rules_.first_weekday);
  m.what = What::kPeriod;
  m.period = Span{monday, wire::add_days(monday, 6)};
  return end;
}

// "after next", "después de la próxima"
std::size_t DateFinder::after_next(std::size_t at) const {
  auto end = at;
  if (!exact(end, {"after", "despues", "depois"})) return at;
  ++end;
  while (exact(end, {"the", "de", "la", "da", "do", "del"})) ++end;
  return exact(end, {"next", "proxima", "proximo"}) ? end + 1 : at;
}

// "(del) mes que viene", "next week", "este mes", "the week after next"
std::size_t DateFinder::month_or_week(std::size_t i, Mention& m) {
  if (const auto end = week_of(i, m); end > i) return end;
  std::size_t at = i;
  const bool before_it =
      exact(i, {"proximo", "proxima", "next"}) || (exact(i, {"following", "coming"}) && exact(i + 1, {"week"}));
  const bool this_one = exact(i, {"este", "this", "esta", "neste", "deste"});
  if (before_it || this_one) ++at;
  const bool month = exact(at, {"mes", "month"}), week = exact(at, {"semana", "week"});
  if (!month && !week) return i;
  std::size_t end = at + 1;
  bool next = before_it;
  if (exact(end, {"que"}) && exact(end + 1, {"viene", "vem", "entra"}))
    next = true, end += 2;
  else if (exact(end, {"proximo", "proxima", "siguiente", "seguinte"}))
    next = true, ++end;
  const auto past_next = after_next(end);
  const bool later = week && !next && past_next > end;
  if (later) end = past_next;
  if (!next && !this_one && !later) return i;
  if (month) {
    int y = static_cast<int>(today_.year()), mo = static_cast<int>(static_cast<unsigned>(today_.month()));
    if (next && ++mo > 12) mo = 1, ++y;
    m.what = What::kMonthContext;
    m.period = month_span(y, mo);
  } else {
    if (!next && !later) return i;
    m.what = What::kWeekContext;
    const auto monday = wire::add_days(week_begin(today_, rules_.first_weekday), later ? 14 : 7);
    m.period = Span{monday, wire::add_days(monday, 6)};
  }
  return end;
}

}  // namespace hotel::nlu
