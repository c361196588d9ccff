// Days seen from today: «tomorrow», «in two weeks», weekdays and weekends.
#include <algorithm>

#include "nlu/date_finder.h"
#include "nlu/lexicon.h"

namespace hotel::nlu {

void DateFinder::in_days(Mention& m, int days, bool weeks) const {
  m.date = wire::add_days(today_, std::clamp(days, 0, 4000));
  m.ambiguous = weeks && rules_.ask_weeks_ahead;
}

// "in two weeks", "dentro de 3 días", "daqui a uma semana", "in a fortnight", "two weeks from tomorrow", "de hoy en
// ocho"
std::size_t DateFinder::after_a_while(std::size_t i, Mention& m) {
  if (exact(i, {"hoy", "manana"}) && exact(i + 1, {"en"}) && exact(i + 2, {"ocho", "quince"})) {
    const int base = exact(i, {"manana"}) ? 1 : 0;  // Spanish counts both ends: eight days are a week
    const auto end = exact(i + 3, {"dias"}) ? i + 4 : i + 3;
    return in_days(m, base + (exact(i + 2, {"ocho"}) ? 7 : 14), false), end;
  }
  std::size_t at = i;
  const bool ahead = [&] {
    if (exact(i, {"en", "in", "em"})) return at = i + 1, true;
    if (word(i, {"dentro"}) && exact(i + 1, {"de"})) return at = i + 2, true;
    if (word(i, {"daqui"}) || (exact(i, {"aqui"}) && before(i, {"de"}) && exact(i + 1, {"a", "en", "em"})))
      return at = exact(i + 1, {"a", "en", "em"}) ? i + 2 : i + 1, true;
    return false;
  }();
  if (exact(at, {"about", "unos", "unas", "uns", "umas", "exactly"})) ++at;
  const bool one = exact(at, {"a", "uma", "una"});
  const auto n = one ? Number{1, at + 1, false, true} : number_at(t_, at);
  if (n.value < 1 || n.value > 500 || n.ordinal) return i;
  const int unit = exact(n.end, {"fortnight", "quincena", "quinzena"})               ? 14
                   : word(n.end, {"semanas", "semana", "weeks", "week"})             ? 7
                   : word(n.end, {"dias", "dia", "days", "day"}) && !(one && !ahead) ? 1
                                                                                     : 0;
  if (unit == 0) return i;
  auto end = n.end + 1;
  const int days = unit * n.value;
  if (ahead) {
    if (exact(end, {"time"})) ++end;
    return in_days(m, days, unit >= 7), end;
  }
  // "a week from tomorrow", "three weeks from Friday", "a week on Friday", "two days after tomorrow"
  if (exact(end, {"from", "on", "after"}) || (exact(end, {"today", "tomorrow"}) && one)) {
    if (!exact(end, {"today", "tomorrow"})) ++end;
    int base = -1, weekday = -1;
    auto after = end + 1;
    if (exact(end, {"now", "today"}))
      base = 0;
    else if (word(end, {"tomorrow"}))
      base = 1;
    else if (unit >= 7 && !exact(end - 1, {"after"}) && before(end, {"from", "on"}))
      if (after = weekday_word(end, false, weekday); after > end && !exact(after, {"to", "until"}))
        base = wire::nights_between(today_, next_weekday(weekday, today_));
    // «3 days from today» counts a stay: only weeks lead away from a day.
    if (base < 0 || (unit == 1 && exact(end, {"today"}) && !exact(end - 1, {"after"}))) return i;
    return in_days(m, base + days, unit >= 7 && base == 0 && exact(end, {"now"})), after;
  }
  return i;
}

bool DateFinder::says_next_after(std::size_t& end, bool& next_week) const {
  if (exact(end, {"que"}) && exact(end + 1, {"viene", "vem", "entra"})) return end += 2, true;
  std::size_t at = end;
  if (exact(at, {"de", "of", "da"})) ++at;
  if (at > end && exact(at, {"la"})) ++at;
  if (at > end && exact(at, {"next"}) && exact(at + 1, {"week"})) return end = at + 2, next_week = true;
  if (at > end && exact(at, {"semana"}) && exact(at + 1, {"que"}) && exact(at + 2, {"viene", "vem", "entra"}))
    return end = at + 3, next_week = true;
  if (at > end && exact(at, {"semana"}) && exact(at + 1, {"proxima", "siguiente", "seguinte"}))
    return end = at + 2, next_week = true;
  if (at > end && exact(at, {"proxima", "siguiente"}) && exact(at + 1, {"semana"}))
    return end = at + 2, next_week = true;
  if (exact(end, {"next"}) && exact(end + 1, {"week"})) return end += 2, next_week = true;
  if (exact(end, {"proximo", "proxima"})) return ++end, true;
  return false;
}

std::size_t DateFinder::weekend_words(std::size_t i) const {
  if (word(i, {"finde", "weekend", "fds", "weekends"}) ||
      exact(i, {"findesemana", "finsemana", "findi", "findes", "finds", "fimde", "fimdi", "wkn", "fin", "fim"})) {
    // «este fin», «el fin que viene»; «al fin», «fin de mes» are none
    const bool short_one = exact(i, {"fin", "fim"});
    const bool this_one = before(i, {"este", "proximo", "esse", "neste", "nesse"}) ||
                          (exact(i + 1, {"que"}) && exact(i + 2, {"viene", "vem", "entra"}));
    if (!short_one) return i + 1;
    if (this_one && !exact(i + 1, {"de"})) return i + 1;
  }
  if (i + 2 < t_.size() && (t_[i].raw == "w" || t_[i].raw == "W") && mark(i + 1, "/") && t_[i + 1].glued &&
      exact(i + 2, {"e", "end", "ends"}))
    return i + 3;
  if (exact(i, {"fin", "fim", "fines", "fins"}) && exact(i + 1, {"de"}) && exact(i + 2, {"semana"})) return i + 3;
  return i;
}

// The weekend nearest to a day: of a Monday the one before.
void DateFinder::weekend_with(Date day, Mention& m) const {
  const int w = weekday_of(day);
  const auto saturday = wire::add_days(day, w == 6 ? -1 : w <= 1 ? -2 - w : 5 - w);
  m.what = What::kWeekend;
  m.date = wire::add_days(saturday, rules_.weekend_arrival - 5);
  if (*m.date < today_) m.date = wire::add_days(*m.date, 7);
  if (w != 4 && rules_.ask_dated_weekend)
    m.ambiguous = true, m.other = wire::add_days(*m.date, 5 - rules_.weekend_arrival);
}

// "the 4th of July weekend"
std::size_t DateFinder::dated_weekend(std::size_t i, Mention& m) {
  Mention day;
  const auto end = first_of({&DateFinder::numeric, &DateFinder::day_month, &DateFinder::month_day}, i, day);
  if (end == i || day.what != What::kDay || !exact(end, {"weekend"})) return i;
  const auto date = day_of(day);
  return date ? weekend_with(*date, m), end + 1 : i;
}

// "este finde", "next weekend", "fim de semana que vem", "the weekend of 14 November", "weekend after next"
std::size_t DateFinder::weekend(std::size_t i, Mention& m) {
  std::size_t at = i;
  const bool next_before = exact(i, {"proximo", "next"});
  if (next_before || exact(i, {"este", "this", "esse", "neste", "nesse"})) ++at;
  if (at == i + 1 && exact(at, {"coming"})) ++at;
  std::size_t end = weekend_words(at);
  if (end == at || before(i, {"un", "um", "a", "algun", "algum", "any", "some"}))
    return i;  // "um fim de semana em junho"
  m.what = What::kWeekend;
  bool next_week = false;
  const bool next = says_next_after(end, next_week) || next_before;
  // A day beside it says which one.
  const bool longer = exact(end, {"largo", "long", "prolongado"});
  if (longer) ++end;
  std::size_t day_at = end;
  while (exact(day_at, {"of", "del", "de", "do", "the", "dia"})) ++day_at;
  if (day_at > end && day_at < t_.size()) {
    Mention day;
    const auto day_end = first_of(
        {&DateFinder::numeric, &DateFinder::day_month, &DateFinder::month_day, &DateFinder::bare_day}, day_at, day);
    const auto date = day_end > day_at && day.what == What::kDay ? day_of(day) : std::nullopt;
    // "el finde del 16 al 18" is that range.
    if (date && !range_word(day_end)) return weekend_with(*date, m), day_end;
  }
  const auto present = weekend_arrival(today_, rules_.weekend_arrival);
  const auto following = weekday_of_next_week(rules_.weekend_arrival, today_, rules_.first_weekday);
  if (const auto past_next = after_next(end); past_next > end) return m.date = wire::add_days(following, 7), past_next;
  if (next_week) {
    m.date = following;
  } else if (next) {
    const bool still = present < following && present > today_;
    m.date = rules_.next_is_next_week || !still ? following : present;
    if (still && rules_.ask_next) m.ambiguous = true, m.other = rules_.next_is_next_week ? present : following;
  } else {
    m.date = present;
  }
  // "not this weekend but the one after", "no para este finde, para el otro"
  for (std::size_t j = end; j < std::min(end + 6, t_.size()); ++j)
    if (exact(j, {"otro", "after", "siguiente", "outro", "seguinte"}) && exact(j - 1, {"el", "one", "o", "week"})) {
      m.date = wire::add_days(monday_of(present), 7 + rules_.weekend_arrival);
      m.ambiguous = false, m.other.reset();
      return j + 1;
    }
  return end;
}

bool DateFinder::night_follows(std::size_t& end) const {
  std::size_t at = end;
  while (at < end + 2 && exact(at, {"a", "por", "la", "en", "de", "na"})) ++at;
  if (word(at, {"noche", "noite", "night", "nochecita"})) return end = at + 1, true;
  return false;
}

std::size_t DateFinder::relative(std::size_t i, Mention& m) {
  const auto tomorrow = wire::add_days(today_, 1);
  std::size_t end = i;
  if (word(i, {"tonight"}))
    m.date = today_, m.night = true, end = i + 1;
  else if (exact(i, {"esta", "this"}) && word(i + 1, {"noche", "night", "noite", "nochecita"}))
    m.date = today_, m.night = true, end = i + 2;
  else if (exact(i, {"hoy", "today", "hoje"}) && !exact(i + 1, {"week"}))
    m.date = today_, end = i + 1;
  else if (word(i, {"pasado"}) && (word(i + 1, {"manana"}) || exact(i + 1, {"mnn", "mnna"})))
    m.date = wire::add_days(today_, 2), end = i + 2;
  else if (exact(i, {"day"}) && exact(i + 1, {"after"}) && word(i + 2, {"tomorrow"}))
    m.date = wire::add_days(today_, 2), end = i + 3;
  else if (exact(i, {"dia"}) && word(i + 1, {"despues"}) && exact(i + 2, {"de"}) && word(i + 3, {"manana"}))
    m.date = wire::add_days(today_, 2), end = i + 4;
  else if (word(i, {"depois"}) && exact(i + 1, {"de"}) && word(i + 2, {"amanha"}))
    m.date = wire::add_days(today_, 2), end = i + 3;
  else if (word(i, {"tomorrow", "today"}) && exact(i + 1, {"week"}))
    m.date = wire::add_days(today_, exact(i, {"today"}) ? 7 : 8), end = i + 2;
  else if (word(i, {"tomorrow", "amanha"}) || exact(i, {"amnh", "amnha", "tmw", "tomo", "mnn", "mnna", "mannana"}))
    m.date = tomorrow, end = i + 1;
  else if (word(i, {"manana"}) && !before(i, {"la", "esta", "da", "las"}) && (!before(i, {"hasta"}) || i >= 2))
    m.date = tomorrow, end = i + 1;
  else if (exact(i, {"pasado"}) && before(i, {"y"}) && !out_.empty() && out_.back().date == tomorrow)
    m.date = wire::add_days(today_, 2), end = i + 1;
  // "obrigada, até amanhã!" is a farewell.
  if (end > i && before(i, {"ate", "hasta"}) && out_.empty() && m.date == tomorrow &&
      (i < 2 || t_[i - 2].kind != Kind::kWord) && (end >= t_.size() || t_[end].kind != Kind::kWord))
    return i;
  if (end > i && !m.night && night_follows(end)) m.night = true;
  return end;
}

// The end of a weekday's name at `at`; Portuguese names that are numbers too count only where a day is `expected`.
std::size_t DateFinder::weekday_word(std::size_t at, bool expected, int& weekday) const {
  if (at >= t_.size()) return at;
  if (weekday = weekday_of_name(t_, at, language_); weekday >= 0) return at + 1;
  const bool listed = at > 0 && mark(at - 1, ",") &&
                      (before(at, {"nao", "minto", "melhor", "desculpa", "perdao"}, 2) ||
                       (!out_.empty() && out_.back().weekday >= 0 && out_.back().end == at - 1));
  const bool leads =
      listed ||
      before(at, {"na",    "de",    "da",       "a",    "ate",    "para", "proxima", "entre", "e",   "nesta", "esta",
                  "desta", "chego", "chegamos", "saio", "saimos", "vou",  "essa",    "toda",  "pra", "nao"}) ||
      (at > 0 && (lexicon().says(t_[at - 1], Says::kArrives) || lexicon().says(t_[at - 1], Says::kLeaves)));
  // "6a feira", "na 6a"
  if (language_ == "pt" && number(at) && t_[at].value >= 2 && t_[at].value <= 6 && at + 1 < t_.size() &&
      t_[at + 1].glued && (t_[at + 1].raw == "a" || t_[at + 1].raw == "ª")) {
    const bool feira = exact(at + 2, {"feira"}) || (mark(at + 2, "-") && exact(at + 3, {"feira"}));
    if (feira || (leads && !exact(at + 2, {"quinzena", "semana", "noite", "vez", "pessoa", "hora"})))
      return weekday = t_[at].value - 2, at + 2 + (feira ? (mark(at + 2, "-") ? 2 : 1) : 0);
  }
  weekday = portuguese_weekday(t_[at]);
  if (weekday < 0) return at;
  const bool feira = exact(at + 1, {"feira"}) || (mark(at + 1, "-") && exact(at + 2, {"feira"}));
  if (feira) return at + (mark(at + 1, "-") ? 3 : 2);
  const bool counts = word(at + 1, {"quincena", "quinzena", "noche", "noite", "vez", "habitacion", "semana", "persona",
                                    "diaria", "opcao", "pessoa", "via", "mitad", "metade"});
  const bool short_answer = t_.size() <= 3;
  const auto closes = [&](std::size_t k) { return k >= t_.size() || ends_sentence(t_[k]); };
  // "segunda tem vaga?", "tem vaga quinta?", "quarta que vem"
  const bool opens =
      (at == 0 || ends_sentence(t_[at - 1])) &&
      exact(at + 1, {"tem", "da", "eu", "pode", "vou", "chego", "nao", "ou", "ja", "ainda", "a", "to", "e"});
  const bool ends = closes(at + 1) && at > 0 && !before(at, {"pela", "uma", "minha", "sua", "um", "o", "os"});
  const bool next = exact(at + 1, {"que"}) && exact(at + 2, {"vem"});
  const bool timed = exact(at + 1, {"as"}) && number(at + 2);  // «quinta às 14h20»
  if (language_ != "pt" || counts || !(leads || short_answer || expected || opens || ends || next || timed)) return at;
  return at + 1;
}

// "viernes", "jueves 7", "next Friday", "sexta que vem", "mon-wed", "Friday week", "el lunes en ocho"
std::size_t DateFinder::week_day(std::size_t i, Mention& m) {
  const bool next_before = exact(i, {"proximo", "proxima", "next"});
  const auto at = next_before ? i + 1 : i;
  int w = -1;
  std::size_t end = weekday_word(at, next_before, w);
  if (end == at || end > t_.size()) return i;
  const auto name_end = end;
  if (mark(end, ",") && end + 1 < t_.size() && (day_number(end + 1) || month_of_name(t_[end + 1], true) > 0)) ++end;
  if (mark(end, ".") && t_[end].glued && day_number(end + 1) && t_[at].folded.size() <= 4) ++end;  // «vie. 12»
  while (exact(end, {"the", "dia", "el"}) && end - name_end < 2) ++end;
  if (end < t_.size() && !clock_at(t_, end)) {
    Mention day;
    const auto day_end = first_of({&DateFinder::numeric, &DateFinder::day_month, &DateFinder::month_day}, end, day);
    if (day_end > end && day.what == What::kDay) return m = day, m.begin = i, m.also_weekday = w, day_end;
    const auto n = number_at(t_, end);
    const bool led = end > name_end && !mark(end - 1, ",");
    const bool spoken = n.written && n.value >= 1 && n.value <= 31 && led && !t_[end].article;
    const bool written = day_number(end) && !mark(end - 1, ",");
    if ((spoken || written) && !counted(t_, n.end)) return m.day = n.value, m.also_weekday = w, n.end;
  }
  end = name_end;
  m.weekday = w;
  if (exact(end, {"week"}) && language_ == "en") return m.weeks_on = 1, end + 1;
  if (exact(end, {"en"}) && exact(end + 1, {"ocho"})) return m.weeks_on = 1, end + 2;
  m.next = says_next_after(end, m.next_week) || next_before;
  if (night_follows(end)) m.night = true;
  return end;
}

}  // namespace hotel::nlu
