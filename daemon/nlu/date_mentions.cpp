#include "nlu/date_mentions.h"

#include <algorithm>

#include "nlu/date_finder.h"
#include "nlu/lexicon.h"

namespace hotel::nlu {

std::vector<Mention> find_mentions(const std::vector<Token>& tokens, Date today, std::string_view language,
                                   const DateRules& rules) {
  return DateFinder(tokens, today, language, rules).run();
}

std::vector<Mention> DateFinder::run() {
  for (std::size_t i = 0; i < t_.size();) {
    if (const auto end = not_meant(i); end > i) {
      i = end;
      continue;
    }
    Mention m;
    m.begin = i;
    const auto end = one(i, m);
    if (end > i) {
      m.end = end;
      // "la noche del sábado", "the night of the 12th"
      std::size_t back = i;
      while (back > 0 && exact(back - 1, {"del", "de", "do", "of", "the", "el", "dia"})) --back;
      if (m.what == What::kDay && back < i && back > 0 && word(back - 1, {"noche", "noite", "night"})) m.night = true;
      if (m.what == What::kDay && !m.night && night_follows(m.end)) m.night = true;
      // "para el puente del 12 de octubre, llegando el 9": the feast, not the arrival
      if (m.what == What::kDay && m.month > 0 && m.day > 0 && back < i && back > 0 &&
          exact(back - 1, {"puente", "feriado", "feriadao", "fiesta", "fiestas", "festivo", "holiday", "feriadinho"}))
        m.holiday = true;
      out_.push_back(m);
      i = m.end;
    } else {
      ++i;
    }
  }
  return out_;
}

std::size_t DateFinder::first_of(std::initializer_list<Rule> rules, std::size_t i, Mention& m) {
  for (const auto rule : rules) {
    Mention read;
    read.begin = m.begin;
    if (const auto end = (this->*rule)(i, read); end > i) return m = read, end;
  }
  return i;
}

std::size_t DateFinder::one(std::size_t i, Mention& m) {
  return first_of(
      {&DateFinder::dated_weekend, &DateFinder::numeric, &DateFinder::after_a_while, &DateFinder::week_of_month,
       &DateFinder::whole_week, &DateFinder::length, &DateFinder::holiday, &DateFinder::holiday_day,
       &DateFinder::part_of_month, &DateFinder::month_or_week, &DateFinder::day_month, &DateFinder::month_day,
       &DateFinder::weekend, &DateFinder::relative, &DateFinder::week_day, &DateFinder::bare_day},
      i, m);
}

bool DateFinder::said_before(std::size_t i, Words words, std::size_t reach) const {
  for (std::size_t back = 1; back <= reach && back <= i && !ends_sentence(t_[i - back]); ++back)
    if (means(t_[i - back], words)) return true;
  return false;
}

std::optional<Date> DateFinder::day_of(const Mention& m) const {
  if (m.date) return m.date;
  if (m.year > 0) return make_day(m.year, m.month, m.day);
  return m.month > 0 ? nearest(m.month, m.day, today_) : nearest_in_month(m.day, today_);
}

// Good wishes ("buen finde", "merry Christmas") and what is over ("el viernes pasado", "last week") are no days of a
// stay.
std::size_t DateFinder::not_meant(std::size_t i) {
  const auto some_day = [&](std::size_t at) -> std::size_t {
    if (at >= t_.size()) return at;
    if (const auto end = weekend_words(at); end > at) return end;
    int weekday = -1;
    if (const auto end = weekday_word(at, true, weekday); end > at) return end;
    Mention m;
    if (const auto end = holiday(at, m); end > at) return end;
    return at;
  };
  const auto feast = [&](std::size_t at) -> std::size_t {
    Mention m;
    return at < t_.size() ? holiday_day(at, m) : at;
  };
  if (exact(i, {"buen", "bom", "good", "great", "nice", "lovely", "lindo", "feliz", "felices", "merry", "happy",
                "otimo", "excelente", "boa", "boas", "enjoy"})) {
    const auto at = exact(i + 1, {"the", "your", "o", "el"}) ? i + 2 : i + 1;
    const bool good_friday = exact(i, {"good"}) && exact(at, {"friday"});
    if (const auto end = some_day(at); end > at && !good_friday) return end;
    if (exact(i, {"feliz", "felices", "merry", "happy", "boas"}))
      if (const auto end = feast(at); end > at) return end;
  }
  if (exact(i,
            {"last", "ultimo", "ultima", "pasado", "pasada", "passado", "passada", "past", "previous", "anterior"})) {
    std::size_t end = exact(i + 1, {"week", "month", "semana", "mes", "night", "noche"}) ? i + 2 : some_day(i + 1);
    if (end > i + 1 && !exact(end, {"of", "de", "del", "do", "da", "in"})) return end;
  }
  // "los domingos", "on Saturdays", "aos sábados": every week, unless a number follows
  int weekday = -1;
  const bool every = exact(i, {"los", "aos", "nos", "cada", "every", "todos"});
  const auto day = every ? i + 1 : i;
  if (const auto name = weekday_word(day, every, weekday); name > day && !number(name)) {
    const bool plural = word_is(t_[day], {"mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays",
                                          "sundays", "sabados", "domingos"}) &&
                        !before(day, {"el", "o", "no", "do", "del"});
    if ((every && !exact(day, {"segunda"})) || (plural && !exact(name, {"a", "al", "ao", "to"}))) return name;
  }
  const auto end = exact(i, {"semana", "mes", "noche"}) ? i + 1 : some_day(i);
  if (end > i && exact(end, {"pasado", "pasada", "passado", "passada", "anterior"}) && !word(end + 1, {"manana"}))
    return end + 1;
  return i;
}

// "toda la semana", "the whole week", "a semana inteira"
std::size_t DateFinder::whole_week(std::size_t i, Mention& m) {
  auto end = i;
  if (exact(i, {"toda", "todas"}) && exact(i + 1, {"la", "a"}) && exact(i + 2, {"semana"}))
    end = i + 3;
  else if (exact(i, {"all", "whole", "full", "entire"}) && exact(i + 1, {"week"}))
    end = i + 2;
  else if (exact(i, {"semana"}) && exact(i + 1, {"entera", "completa", "inteira", "toda"}) &&
           before(i, {"la", "a", "una", "uma"}))
    end = i + 2;
  if (end > i) m.what = What::kNights, m.count = 7;
  return end;
}

// "3 noches", "una semana", "5 dias", "one more night", "mais uma noite", "another two nights", "a fortnight"
std::size_t DateFinder::length(std::size_t i, Mention& m) {
  std::size_t at = i;
  if (i >= 2 && t_[i].glued && clock_at(t_, i - 2)) return i;  // «14h50 dia 3»
  const bool another = exact(at, {"another", "otra", "otras", "outra", "outras", "extra", "additional", "adicional"});
  bool more = another || exact(at, {"mais", "more", "mas"});
  if (another && before(i, {"la", "a", "the", "las", "as"})) return i;  // "la otra noche" is over
  if (more) ++at;
  auto n = number_at(t_, at);
  if (exact(at, {"par", "couple"}) && exact(at + 1, {"de", "of"})) n = {2, at + 2, false, false};
  if (another && n.value < 0) n = {1, at, false, true};
  if (n.value < 1 || n.value > 365 || n.ordinal || at + (n.end > at ? 0 : 1) > t_.size()) return i;
  if (n.end > at && exact(at, {"primera", "primeira", "segunda"})) return i;
  const bool article = n.end > at && t_[at].article;
  if (exact(at, {"a", "an"}) && !exact(at + 1, {"week", "fortnight", "single"}) && !exact(at + 1, {"extra", "further"}))
    return i;
  std::size_t unit = n.end;
  if (exact(unit, {"more", "extra", "mais", "mas", "additional", "further", "adicional", "adicionales", "adicionais"}))
    more = true, ++unit;
  if (exact(unit, {"sola", "so", "single", "unica", "solo", "full", "whole"})) ++unit;
  const bool nights =
      word(unit, {"noche", "noches", "night", "nights", "noite", "noites", "diaria", "diarias", "nts", "nt",
                  "nochecita", "nochecitas", "nochesita", "noitezinha", "pernoctes", "pernoites"});
  const bool weeks = exact(unit, {"semana", "semanas", "week", "weeks", "semanita", "semaninha"});
  const bool days = exact(unit, {"dia", "dias", "day", "days", "diitas", "diazinhos"}) && n.value > 1;
  const bool fortnight = exact(unit, {"fortnight", "fortnights"});
  const bool half_month = article && exact(unit, {"quincena", "quinzena"});
  if (!nights && !weeks && !days && !fortnight && !half_month) return i;
  if (article && nights && !more && exact(unit, {"diaria"}) && !exact(unit + 1, {"extra", "adicional", "mais"}))
    return i;  // "uma diária" is a rate
  if (weeks && exact(unit + 1, {"que"})) return i;
  const bool away =
      (before(i, {"de", "from"}) &&
       before(i, {"vengo", "venimos", "venho", "vimos", "come", "coming", "regreso", "volto"}, 2)) ||
      before(i, {"hace", "ha", "faz", "within", "cada", "every", "since", "llevo", "llevamos", "levo", "tras"}) ||
      exact(unit + 1, {"ago", "atras", "antes", "before", "despues", "depois", "prior", "later"});
  // "tuve que dejarla tres días en la calle" tells of something that is over, "correr la reserva una semana" how far.
  const bool over = said_before(
      i, {"tuve",    "tuvimos", "estuve", "estuvimos", "stayed",    "waited",   "took",   "spent",   "tive",
          "tivemos", "fiquei",  "passei", "estive",    "estivemos", "been",     "last",   "ultimos", "ultimas",
          "pague",   "paguei",  "paid",   "charged",   "cobraron",  "cobraram", "cobrou", "pagamos"},
      6);
  const bool shift = !nights && said_before(i,
                                            {"correr", "mover", "move", "push", "postpone", "postergar", "adelantar",
                                             "atrasar", "adiar", "antecipar", "shift", "delay", "adelante"},
                                            5);
  if (away || over || shift) return i;
  m.count = weeks ? 7 * n.value : fortnight ? 14 * n.value : half_month ? 15 : n.value;
  const bool after =
      nights && !more &&
      (exact(unit + 1, {"mas", "more", "mais", "extra", "adicional", "adicionales", "adicionais", "longer"}));
  bool added = false;
  for (std::size_t back = 1; nights && back <= 6 && back <= i && !ends_sentence(t_[i - back]); ++back)
    added = added || lexicon().says(t_[i - back], Says::kAdds);
  m.what = (more || after || added) && nights ? What::kExtraNights : days || half_month ? What::kDays : What::kNights;
  return unit + 1 + (after ? 1 : 0);
}

std::size_t DateFinder::holiday(std::size_t i, Mention& m) {
  const auto fixed = [&](int from_easter, std::size_t end) {
    int year = static_cast<int>(today_.year());
    if (wire::add_days(easter(year), from_easter) < today_) ++year;
    end = year_after(end, year);
    return m.date = wire::add_days(easter(year), from_easter), end;
  };
  if (exact(i, {"viernes", "sexta", "sextafeira"})) {
    const auto at = mark(i + 1, "-") ? i + 3 : exact(i + 1, {"feira"}) ? i + 2 : i + 1;
    if (exact(at, {"santo", "santa"})) return fixed(-2, at + 1);
  }
  if (exact(i, {"jueves"}) && exact(i + 1, {"santo"})) return fixed(-3, i + 2);
  if (exact(i, {"good"}) && exact(i + 1, {"friday"})) return fixed(-2, i + 2);
  if (exact(i, {"domingo"}) && exact(i + 1, {"de"}) && exact(i + 2, {"pascua", "pascuas", "pascoa", "resurreccion"}))
    return fixed(0, i + 3);
  if (exact(i, {"easter"}) && exact(i + 1, {"sunday", "monday"})) return fixed(exact(i + 1, {"monday"}) ? 1 : 0, i + 2);
  m.what = What::kPeriod;
  if ((exact(i, {"semana"}) && exact(i + 1, {"santa"})) || (exact(i, {"holy"}) && exact(i + 1, {"week"})))
    return m.period = holy_week(today_), i + 2;
  if (word(i, {"easter", "pascua", "pascuas", "pascoa"}))
    return m.period = holy_week(today_), i + 1 + (exact(i + 1, {"week", "weekend"}) ? 1 : 0);
  if (word(i, {"carnaval", "carnival", "carnavales"})) return m.period = carnival(today_), i + 1;
  return i;
}

// "new year's eve", "nochebuena", "réveillon": a day when it is said as one, with "para", "arriving", "until" …; "cena
// de nochebuena" is a dinner. Days that are said beside it overrule it.
std::size_t DateFinder::holiday_day(std::size_t i, Mention& m) {
  std::size_t end = i;
  int month = 12, day = 0;
  if (exact(i, {"nochevieja", "nye", "reveillon"}))
    day = 31, end = i + 1;
  else if (exact(i, {"noche"}) && exact(i + 1, {"vieja"}))
    day = 31, end = i + 2;
  else if (exact(i, {"fin"}) && exact(i + 1, {"de"}) && exact(i + 2, {"ano"}))
    day = 31, end = i + 3;
  else if (exact(i, {"passagem", "virada"}) && exact(i + 1, {"de", "do"}) && exact(i + 2, {"ano"}))
    day = 31, end = i + 3;
  else if (exact(i, {"hogmanay"}))
    day = 31, end = i + 1;
  else if (exact(i, {"nochebuena"}))
    day = 24, end = i + 1;
  else if (exact(i, {"noche"}) && exact(i + 1, {"buena"}))
    day = 24, end = i + 2;
  else if (exact(i, {"new"}) && exact(i + 1, {"years", "year"}) && exact(i + 2, {"eve"}))
    day = 31, end = i + 3;
  else if (exact(i, {"vespera"}) && exact(i + 1, {"de", "do"})) {
    if (exact(i + 2, {"natal"})) day = 24, end = i + 3;
    if (exact(i + 2, {"ano"}) && exact(i + 3, {"novo"})) day = 31, end = i + 4;
  } else if ((exact(i, {"new"}) && exact(i + 1, {"years", "year"})) ||
             (exact(i, {"ano"}) && exact(i + 1, {"nuevo", "novo"})))
    month = 1, day = 1, end = i + 2 + (exact(i + 2, {"day"}) ? 1 : 0);
  else if (exact(i, {"christmas", "xmas", "navidad", "natal", "boxing", "nadal"})) {
    day = 25, end = i + 1;
    if (exact(i, {"boxing"}))
      day = exact(i + 1, {"day"}) ? 26 : 0, end = i + 2;
    else if (exact(end, {"eve"}))
      day = 24, ++end;
    else if (exact(end, {"day"}))
      ++end;
  }
  if (day == 0) return i;
  std::size_t from = i;
  while (from > 0 && exact(from - 1, {"el", "the", "o", "dia", "de", "a"})) --from;
  const bool to_it =
      before(from, {"para", "for",      "hasta",   "until", "ate", "desde", "from", "on", "del",   "al",
                    "ao",   "arriving", "leaving", "in",    "en",  "no",    "em",   "at", "after", "before"}) ||
      (from < i && before(i, {"el", "the", "dia"})) || range_word(end) || (from > 0 && range_word(from - 1)) ||
      said_before(i,
                  {"arriving", "leaving", "arrive", "leave", "llegamos", "llego", "salimos", "salgo", "chego",
                   "chegamos", "saio", "saimos", "until", "hasta"},
                  3);
  if (!to_it || exact(i + 1, {"dinner", "party", "tree", "menu", "lunch"}) || exact(end, {"dinner", "party", "menu"}))
    return i;
  m.month = month, m.day = day, m.holiday = true;
  return end;
}

}  // namespace hotel::nlu
