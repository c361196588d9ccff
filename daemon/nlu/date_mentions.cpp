#include "nlu/date_mentions.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <map>

namespace hotel::nlu {
namespace {

using Words = std::initializer_list<std::string_view>;
using What = Mention::What;

bool in(std::string_view word, Words words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// One word of the date grammar in any usual spelling.
bool means(const Token& t, std::string_view word) {
  if (t.kind != Kind::kWord) return false;
  if (t.folded == word) return true;
  if (word.size() < 4) return false;
  const auto key = spelling_key(word);
  return t.key == key || t.repaired == key;
}

bool means(const Token& t, Words words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view w) { return means(t, w); });
}

bool spelled(const Token& t, Words words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view w) { return t.folded == w || (w.size() >= 4 && t.key == spelling_key(w)); });
}

int weekday_name(const Token& t) {
  static constexpr std::array<Words, 7> kNames{
      Words{"lunes", "monday", "mondays"},   Words{"martes", "tuesday"}, Words{"miercoles", "wednesday"},
      Words{"jueves", "thursday"},           Words{"viernes", "friday"}, Words{"sabado", "saturday", "sabados"},
      Words{"domingo", "sunday", "domingos"}};
  for (std::size_t i = 0; i < kNames.size(); ++i)
    if (means(t, kNames[i])) return static_cast<int>(i);
  return -1;
}

int portuguese_weekday(const Token& t) {
  static constexpr std::array<std::string_view, 5> kNames{"segunda", "terca", "quarta", "quinta", "sexta"};
  for (std::size_t i = 0; i < kNames.size(); ++i)
    if (t.folded == kNames[i]) return static_cast<int>(i);
  return -1;
}

class Finder {
 public:
  Finder(const std::vector<Token>& tokens, Date today, std::string_view language)
      : t_(tokens), today_(today), language_(language) {}

  std::vector<Mention> run() {
    for (std::size_t i = 0; i < t_.size();) {
      Mention m;
      m.begin = i;
      const auto end = one(i, m);
      if (end > i) {
        m.end = end;
        out_.push_back(m);
        i = end;
      } else {
        ++i;
      }
    }
    return out_;
  }

 private:
  bool word(std::size_t i, Words words) const { return i < t_.size() && means(t_[i], words); }
  bool exact(std::size_t i, Words words) const {
    return i < t_.size() && t_[i].kind == Kind::kWord && in(t_[i].folded, words);
  }
  bool mark(std::size_t i, std::string_view c) const {
    return i < t_.size() && t_[i].kind == Kind::kPunctuation && t_[i].raw == c;
  }
  bool number(std::size_t i) const { return i < t_.size() && t_[i].kind == Kind::kNumber && t_[i].value >= 0; }
  bool day_number(std::size_t i) const {
    return number(i) && t_[i].value >= 1 && t_[i].value <= 31 && t_[i].raw.size() <= 2;
  }
  bool before(std::size_t i, Words words, std::size_t back = 1) const { return i >= back && exact(i - back, words); }

  std::size_t one(std::size_t i, Mention& m) {
    using Rule = std::size_t (Finder::*)(std::size_t, Mention&);
    static constexpr std::array<Rule, 12> kRules{&Finder::numeric,   &Finder::after_a_while, &Finder::length,
                                                 &Finder::holiday,   &Finder::part_of_month, &Finder::month_or_week,
                                                 &Finder::day_month, &Finder::month_day,     &Finder::weekend,
                                                 &Finder::relative,  &Finder::week_day,      &Finder::bare_day};
    for (const auto rule : kRules)
      if (const auto end = (this->*rule)(i, m); end > i) return end;
    return i;
  }

  // 12/03, 12/03/2026, 2026-03-12, 12-03-2026, 12.03.2026
  std::size_t numeric(std::size_t i, Mention& m) {
    if (!number(i) || i + 2 >= t_.size() || t_[i + 1].kind != Kind::kPunctuation || !t_[i + 1].glued ||
        !number(i + 2) || !t_[i + 2].glued)
      return i;
    const auto sep = t_[i + 1].raw;
    const bool three = i + 4 < t_.size() && t_[i + 3].raw == sep && t_[i + 3].glued && number(i + 4) && t_[i + 4].glued;
    if (sep != "/" && !((sep == "-" || sep == ".") && three)) return i;
    int a = t_[i].value, b = t_[i + 2].value, y = three ? t_[i + 4].value : 0;
    const auto end = i + (three ? 5 : 3);
    if (t_[i].raw.size() == 4 && three) {
      m.year = a, m.month = b, m.day = y;
    } else {
      if (three && y < 100) y += 2000;
      if (sep == "/" && !three && t_[i].raw.size() > 2) return i;
      if (b > 12 && a <= 12)
        std::swap(a, b);
      else if (language_ == "en" && a <= 12 && b <= 12 && a != b) {
        m.ambiguous = true;
        m.other = three ? make_day(y, a, b) : nearest(a, b, today_);
      }
      m.year = y, m.month = b, m.day = a;
    }
    const bool exists = m.year > 0 ? make_day(m.year, m.month, m.day).has_value()
                                   : m.month <= 12 && m.month >= 1 && nearest(m.month, m.day, today_).has_value();
    m.impossible = !exists;
    return end;
  }

  // "in two weeks", "dentro de 3 días", "daqui a uma semana", "in a fortnight"
  std::size_t after_a_while(std::size_t i, Mention& m) {
    std::size_t at = i;
    if (exact(i, {"en", "in", "em"}))
      at = i + 1;
    else if (word(i, {"dentro"}) && exact(i + 1, {"de"}))
      at = i + 2;
    else if (word(i, {"daqui"}) && exact(i + 1, {"a"}))
      at = i + 2;
    else
      return i;
    if (exact(at, {"a", "uma", "una"}) && word(at + 1, {"fortnight", "quincena", "quinzena"}))
      return in_days(m, 14, true), at + 2;
    if (at >= t_.size() || t_[at].value < 1) return i;
    if (word(at + 1, {"dias", "dia", "days", "day"})) return in_days(m, t_[at].value, false), at + 2;
    if (word(at + 1, {"semanas", "semana", "weeks", "week"})) return in_days(m, 7 * t_[at].value, true), at + 2;
    return i;
  }
  void in_days(Mention& m, int days, bool ambiguous) {
    m.date = wire::add_days(today_, std::min(days, 4000));
    m.ambiguous = ambiguous;
  }

  // "3 noches", "una semana", "5 dias", "one more night", "mais uma noite"
  std::size_t length(std::size_t i, Mention& m) {
    std::size_t at = i;
    const bool more = exact(at, {"mais", "more"});
    if (more) ++at;
    if (at >= t_.size() || t_[at].value < 1 || t_[at].value > 365) return i;
    const bool article = t_[at].article;
    const auto count = t_[at].value;
    if (exact(at, {"a", "an"}) && !exact(at + 1, {"week", "fortnight", "single"})) return i;
    const bool english_more = exact(at + 1, {"more", "extra", "mais", "mas", "additional"});
    std::size_t unit = at + 1 + (english_more ? 1 : 0);
    if (exact(unit, {"sola", "so", "single", "unica", "solo", "full", "whole"})) ++unit;
    const bool nights = word(unit, {"noche", "noches", "night", "nights", "noite", "noites", "diaria", "diarias"});
    const bool weeks = exact(unit, {"semana", "semanas", "week", "weeks"});
    const bool days = exact(unit, {"dia", "dias", "day", "days"}) && count > 1;
    if (!nights && !weeks && !days) return i;
    if (article && nights && exact(unit, {"diaria"})) return i;
    if (weeks && exact(unit + 1, {"que"})) return i;
    const bool ago = before(i, {"hace", "ha", "faz"}) || exact(unit + 1, {"ago", "atras"});
    if (ago) return i;
    m.count = weeks ? 7 * count : count;
    const bool extra = more || english_more || (nights && exact(unit + 1, {"mas", "more", "mais", "extra"}));
    m.what = extra && nights ? What::kExtraNights : days ? What::kDays : What::kNights;
    return unit + 1 + (extra && !more && !english_more ? 1 : 0);
  }

  std::size_t holiday(std::size_t i, Mention& m) {
    m.what = What::kPeriod;
    if ((exact(i, {"semana"}) && exact(i + 1, {"santa"})) || (exact(i, {"holy"}) && exact(i + 1, {"week"})))
      return m.period = holy_week(today_), i + 2;
    if (word(i, {"easter", "pascua", "pascuas", "pascoa"}))
      return m.period = holy_week(today_), i + 1 + (exact(i + 1, {"week", "weekend"}) ? 1 : 0);
    if (word(i, {"carnaval", "carnival", "carnavales"})) return m.period = carnival(today_), i + 1;
    m.what = What::kDay;
    return i;
  }

  // "principios de marzo", "mid January", "1ra quincena de febrero", "fim de maio"
  std::size_t part_of_month(std::size_t i, Mention& m) {
    enum { kNone, kBegin, kMiddle, kEnd, kFirstHalf, kSecondHalf } part = kNone;
    std::size_t at = i + 1;
    if (exact(i, {"principios", "comienzos", "inicios", "inicio", "comeco", "early", "beginning", "start"}))
      part = kBegin;
    else if (exact(i, {"mediados", "mid", "middle", "meados", "meio"}))
      part = kMiddle;
    else if (exact(i, {"fines", "finales", "fin", "end", "late", "final", "fim", "finais"}))
      part = kEnd;
    else {
      const bool half = number(i) && exact(i + 1, {"ra", "era", "a", "da", "st", "nd", "º", "ª"});
      std::size_t which = i;
      int n = 0;
      if (half)
        n = t_[i].value, which = i + 1;
      else if (exact(i, {"primera", "primeira", "first"}))
        n = 1;
      else if (exact(i, {"segunda", "second"}))
        n = 2;
      if (n == 0 || !exact(which + 1, {"quincena", "quinzena", "half", "mitad", "metade"})) return i;
      part = n == 1 ? kFirstHalf : kSecondHalf;
      at = which + 2;
    }
    if (mark(at, "-")) ++at;
    while (exact(at, {"de", "of", "del", "do", "the", "mes"})) ++at;
    if (at >= t_.size()) return i;
    const int month = month_of_name(t_[at], true);
    if (month == 0) return i;
    int year = year_of_month(month, today_);
    auto end = year_after(at + 1, year);
    const auto last = static_cast<int>(static_cast<unsigned>(last_of_month(year, month).day()));
    const auto span = [&](int a, int b) { m.period = Span{*make_day(year, month, a), *make_day(year, month, b)}; };
    if (part == kBegin)
      span(1, 10);
    else if (part == kMiddle)
      span(11, 20);
    else if (part == kEnd)
      span(21, last);
    else if (part == kFirstHalf)
      span(1, 15);
    else
      span(16, last);
    m.what = What::kPeriod;
    m.month = month;
    return end;
  }

  // "(del) mes que viene", "next week", "este mes"
  std::size_t month_or_week(std::size_t i, Mention& m) {
    std::size_t at = i;
    const bool before_it = exact(i, {"proximo", "proxima", "next"});
    const bool this_one = exact(i, {"este", "this", "esta", "neste"});
    if (before_it || this_one) ++at;
    const bool month = exact(at, {"mes", "month"}), week = exact(at, {"semana", "week"});
    if (!month && !week) return i;
    std::size_t end = at + 1;
    bool next = before_it;
    if (exact(end, {"que"}) && exact(end + 1, {"viene", "vem", "entra"}))
      next = true, end += 2;
    else if (exact(end, {"proximo", "proxima", "siguiente", "seguinte"}))
      next = true, ++end;
    if (!next && !this_one) return i;
    if (month) {
      int y = static_cast<int>(today_.year()), mo = static_cast<int>(static_cast<unsigned>(today_.month()));
      if (next && ++mo > 12) mo = 1, ++y;
      m.what = What::kMonthContext;
      m.period = month_span(y, mo);
    } else {
      if (!next) return i;
      m.what = What::kWeekContext;
      m.period = Span{weekday_of_next_week(0, today_), weekday_of_next_week(6, today_)};
    }
    return end;
  }

  std::size_t year_after(std::size_t at, int& year) const {
    std::size_t end = at;
    if (mark(end, ",") || exact(end, {"de", "del", "of"})) ++end;
    if (number(end) && t_[end].raw.size() == 4 && t_[end].value >= 1990 && t_[end].value < 2200)
      return year = t_[end].value, end + 1;
    return at;
  }

  std::size_t ordinal_end(std::size_t i) const {  // after "12", "12th", "1º", "1ro"
    std::size_t end = i + 1;
    if (end < t_.size() && t_[end].glued &&
        (exact(end, {"st", "nd", "rd", "th", "ro", "o"}) || t_[end].raw == "º" || t_[end].raw == "°" ||
         t_[end].raw == "ª"))
      ++end;
    return end;
  }

  // "12 de marzo", "12th of March 2026", "5 agosto", "primero de mayo"
  std::size_t day_month(std::size_t i, Mention& m) {
    if (!day_number(i) && !(t_[i].value >= 1 && t_[i].value <= 31 && !exact(i, {"a", "an"}))) return i;
    auto at = ordinal_end(i);
    if (exact(at, {"de", "of", "del"}) || mark(at, "/") || (mark(at, "-") && t_[at].glued)) ++at;
    if (at >= t_.size()) return i;
    const int month = month_of_name(t_[at], true);
    if (month == 0) return i;
    m.day = t_[i].value;
    m.month = month;
    const auto end = year_after(at + 1, m.year);
    m.impossible = m.year > 0 ? !make_day(m.year, m.month, m.day) : !nearest(m.month, m.day, today_);
    return end;
  }

  // "March 12", "Aug 3rd, 2026"; a month alone is a period
  std::size_t month_day(std::size_t i, Mention& m) {
    const auto at = exact(i + 1, {"the"}) ? i + 2 : i + 1;
    const int month = month_of_name(t_[i], day_number(at) || mark(i + 1, "-") || mark(i + 1, ","));
    if (month == 0) return i;
    const bool unit =
        word(at + 1, {"noches", "nights", "noites", "adultos", "adults", "people", "personas", "pessoas", "guests"}) ||
        mark(at + 1, ":");
    if (day_number(at) && !unit) {
      m.month = month;
      m.day = t_[at].value;
      const auto end = year_after(ordinal_end(at), m.year);
      m.impossible = m.year > 0 ? !make_day(m.year, m.month, m.day) : !nearest(m.month, m.day, today_);
      return end;
    }
    const bool doubtful = in(t_[i].folded, {"may", "marco", "marzo", "mayo", "mar", "march", "set", "out", "dec"}) &&
                          !exact(i, {"marzo", "mayo", "march"});
    if (doubtful &&
        !before(i, {"in", "en", "em", "para", "pra", "de", "for", "to", "during", "of", "this", "next", "a"}))
      return i;
    if (in(t_[i].folded, {"set", "out", "ago", "dec", "jan", "feb", "mar"}) && language_ != "en") return i;
    m.year = 0;
    int year = year_of_month(month, today_);
    const auto end = year_after(i + 1, year);
    m.what = What::kPeriod;
    m.month = month;
    m.period = month_span(year, month);
    return end;
  }

  bool says_next_after(std::size_t& end, bool& next_week) const {
    if (exact(end, {"que"}) && exact(end + 1, {"viene", "vem", "entra"})) return end += 2, true;
    std::size_t at = end;
    if (exact(at, {"de", "of", "da"})) ++at;
    if (at > end && exact(at, {"la"})) ++at;
    if (at > end && exact(at, {"next"}) && exact(at + 1, {"week"})) return end = at + 2, next_week = true;
    if (at > end && exact(at, {"semana"}) && exact(at + 1, {"que"}) && exact(at + 2, {"viene", "vem"}))
      return end = at + 3, next_week = true;
    if (at > end && exact(at, {"semana"}) && exact(at + 1, {"proxima", "siguiente"}))
      return end = at + 2, next_week = true;
    if (at > end && exact(at, {"proxima"}) && exact(at + 1, {"semana"})) return end = at + 2, next_week = true;
    if (exact(end, {"next"}) && exact(end + 1, {"week"})) return end += 2, next_week = true;
    if (exact(end, {"proximo", "proxima"})) return ++end, true;
    return false;
  }

  // "este finde", "next weekend", "fim de semana que vem", "the weekend of 14 November"
  std::size_t weekend(std::size_t i, Mention& m) {
    std::size_t at = i;
    const bool next_before = exact(i, {"proximo", "next"});
    if (next_before || exact(i, {"este", "this", "esse", "neste", "nesse"})) ++at;
    if (at == i + 1 && exact(at, {"coming"})) ++at;
    std::size_t end = at;
    if (word(at, {"finde", "weekend", "fds", "weekends"}))
      end = at + 1;
    else if (exact(at, {"fin", "fim"}) && exact(at + 1, {"de"}) && exact(at + 2, {"semana"}))
      end = at + 3;
    else
      return i;
    m.what = What::kWeekend;
    bool next_week = false;
    const bool next = says_next_after(end, next_week) || next_before;
    // A day beside it says which one.
    std::size_t day_at = end;
    while (exact(day_at, {"of", "del", "de", "do", "the", "dia"})) ++day_at;
    if (day_at > end && day_at < t_.size()) {
      Mention day;
      for (const auto rule : {&Finder::numeric, &Finder::day_month, &Finder::month_day, &Finder::bare_day})
        if (const auto day_end = (this->*rule)(day_at, day); day_end > day_at && day.what == What::kDay) {
          const auto date = day.year > 0    ? make_day(day.year, day.month, day.day)
                            : day.month > 0 ? nearest(day.month, day.day, today_)
                                            : nearest_in_month(day.day, today_);
          if (!date) break;
          const int w = weekday_of(*date);
          const auto saturday = w == 6 ? wire::add_days(*date, -1) : wire::add_days(*date, 5 - w);
          m.date = wire::add_days(saturday, -1);
          if (w != 4) m.ambiguous = true, m.other = saturday;
          return day_end;
        }
    }
    const auto present = weekend_friday(today_);
    const auto following = weekday_of_next_week(4, today_);
    if (next_week)
      m.date = following;
    else if (next) {
      m.date = following;
      if (present < following && present >= today_ && present != today_) m.ambiguous = true, m.other = present;
    } else {
      m.date = present;
    }
    // "not this weekend but the one after", "no para este finde, para el otro"
    for (std::size_t j = end; j < std::min(end + 6, t_.size()); ++j)
      if (exact(j, {"otro", "after", "siguiente", "outro", "seguinte"}) && exact(j - 1, {"el", "one", "o", "week"})) {
        m.date = wire::add_days(present, 7);
        if (present != wire::add_days(monday_of(present), 4)) m.date = wire::add_days(monday_of(present), 11);
        m.ambiguous = false, m.other.reset();
        return j + 1;
      }
    return end;
  }

  bool night_follows(std::size_t& end) const {
    std::size_t at = end;
    while (at < end + 2 && exact(at, {"a", "por", "la", "en", "de", "na"})) ++at;
    if (word(at, {"noche", "noite", "night"})) return end = at + 1, true;
    return false;
  }

  std::size_t relative(std::size_t i, Mention& m) {
    std::size_t end = i;
    if (word(i, {"tonight"}))
      m.date = today_, m.night = true, end = i + 1;
    else if (exact(i, {"esta", "this"}) && word(i + 1, {"noche", "night"}))
      m.date = today_, m.night = true, end = i + 2;
    else if (exact(i, {"hoy", "today", "hoje"}))
      m.date = today_, end = i + 1;
    else if (word(i, {"pasado"}) && word(i + 1, {"manana"}))
      m.date = wire::add_days(today_, 2), end = i + 2;
    else if (exact(i, {"day"}) && exact(i + 1, {"after"}) && word(i + 2, {"tomorrow"}))
      m.date = wire::add_days(today_, 2), end = i + 3;
    else if (word(i, {"depois"}) && exact(i + 1, {"de"}) && word(i + 2, {"amanha"}))
      m.date = wire::add_days(today_, 2), end = i + 3;
    else if (word(i, {"tomorrow", "amanha"}))
      m.date = wire::add_days(today_, 1), end = i + 1;
    else if (word(i, {"manana"}) && !before(i, {"la", "esta", "da"}) && !before(i, {"hasta"}))
      m.date = wire::add_days(today_, 1), end = i + 1;
    else if (word(i, {"manana"}) && before(i, {"hasta"}) && i >= 2)
      m.date = wire::add_days(today_, 1), end = i + 1;
    else if (exact(i, {"pasado"}) && before(i, {"y"}) && !out_.empty() && out_.back().date == wire::add_days(today_, 1))
      m.date = wire::add_days(today_, 2), end = i + 1;
    if (end > i && !m.night && night_follows(end)) m.night = true;
    return end;
  }

  // "viernes", "jueves 7", "next Friday", "sexta que vem", "mon-wed"
  std::size_t week_day(std::size_t i, Mention& m) {
    std::size_t at = i;
    const bool next_before = exact(i, {"proximo", "proxima", "next"});
    if (next_before) ++at;
    if (at >= t_.size()) return i;
    int w = weekday_name(t_[at]);
    if (w < 0) {
      w = portuguese_weekday(t_[at]);
      const bool feira = exact(at + 1, {"feira"}) || (mark(at + 1, "-") && exact(at + 2, {"feira"}));
      const bool after = before(at, {"na", "de", "da", "a", "ate", "para", "proxima", "entre", "e", "nesta", "esta",
                                     "desta", "chego", "chegamos", "saio", "saimos", "vou", "essa"}) &&
                         language_ != "en";
      const bool counts =
          word(at + 1, {"quincena", "quinzena", "noche", "noite", "vez", "habitacion", "semana", "persona"});
      const bool short_answer = language_ == "pt" && t_.size() <= 3;
      if (w < 0 || counts || !(feira || (after && language_ == "pt") || short_answer || next_before)) return i;
      if (feira) at += mark(at + 1, "-") ? 2 : 1;
    }
    std::size_t end = at + 1;
    if (mark(end, ",") && day_number(end + 1)) ++end;
    Mention day;
    for (const auto rule : {&Finder::numeric, &Finder::day_month})
      if (end < t_.size())
        if (const auto day_end = (this->*rule)(end, day); day_end > end) {
          day.begin = i;
          m = day;
          return day_end;
        }
    const bool unit =
        word(end + 1, {"noches", "nights", "noites", "adultos", "personas", "pessoas", "people", "guests", "adults"});
    if (day_number(end) && !unit && !mark(end + 1, ":") && !exact(end + 1, {"hs", "h", "pm", "am"}) &&
        !mark(end - 1, ",")) {
      m.day = t_[end].value;
      return ordinal_end(end);
    }
    end = at + 1;
    m.weekday = w;
    m.next = says_next_after(end, m.next_week) || next_before;
    if (night_follows(end)) m.night = true;
    return end;
  }

  bool range_word(std::size_t at) const {
    return exact(at, {"a", "al", "ao", "to", "hasta", "ate", "until", "through"}) || mark(at, "-") || mark(at, "–");
  }

  bool counted(std::size_t at) const {  // what follows makes it a count, an hour or a price, not a day
    if (at >= t_.size()) return false;
    if (mark(at, ":") || mark(at, "%") || (mark(at, ".") && number(at + 1) && t_[at + 1].glued)) return true;
    if (exact(at, {"hs", "h", "hrs", "am", "pm", "horas", "hora", "hours"})) return true;
    if (exact(at, {"de", "of"}) && exact(at + 1, {"la", "da", "us"})) return true;
    return word(at, {"noche",     "noches",       "night",    "nights",   "noite",  "noites",   "adulto",  "adultos",
                     "adult",     "adults",       "persona",  "personas", "people", "person",   "pessoa",  "pessoas",
                     "guests",    "anos",         "years",    "year",     "ninos",  "criancas", "kids",    "children",
                     "chicos",    "habitaciones", "rooms",    "quartos",  "dobles", "dolares",  "dollars", "reais",
                     "euros",     "pesos",        "minutos",  "minutes",  "dias",   "days",     "semanas", "weeks",
                     "estrellas", "stars",        "estrelas", "meses",    "months", "cuotas",   "grandes", "nenes",
                     "camas",     "beds",         "kilos",    "personas"});
  }

  // "el 12", "dia 5", "the 3rd", "del 12 al 15", "10-12 july", "entre 20 e 25"
  std::size_t bare_day(std::size_t i, Mention& m) {
    if (!day_number(i)) return i;
    const auto end = ordinal_end(i);
    if (counted(end)) return i;
    const bool suffix = end > i + 1;
    const bool named = before(i, {"el", "del", "al", "dia", "dias", "ao", "diia"}) ||
                       (before(i, {"do", "no"}) && language_ == "pt") ||
                       (before(i, {"the"}) && (suffix || end >= t_.size() || t_[end].kind == Kind::kPunctuation ||
                                               exact(end, {"to", "and", "for", "until"})));
    // The second number of a range, or the first of one.
    const bool after_day =
        i >= 2 && !out_.empty() && out_.back().what == What::kDay && range_word(i - 1) && out_.back().end == i - 1;
    std::size_t second = end;
    bool range = false;
    if (range_word(second)) {
      ++second;
      while (exact(second, {"el", "the", "dia", "o"})) ++second;
      const bool from = before(i, {"de", "from", "desde", "between", "entre", "del"}) || suffix;
      const auto after = day_number(second) ? ordinal_end(second) : second;
      const bool dated = day_number(second) &&
                         (month_after(after) || (t_[second].raw.size() <= 2 && mark(after, "/") && number(after + 1)));
      range = day_number(second) && !counted(after) && (from || dated);
    } else if (exact(second, {"y", "e", "and"}) && before(i, {"entre", "between"})) {
      ++second;
      while (exact(second, {"el", "the", "dia", "o"})) ++second;
      range = day_number(second) && !counted(ordinal_end(second));
    }
    const bool between = i >= 3 && !out_.empty() && out_.back().what == What::kDay && exact(i - 1, {"y", "e", "and"}) &&
                         out_.back().end == i - 1 && out_.back().begin >= 1 &&
                         exact(out_.back().begin - 1, {"entre", "between"});
    const bool to_the = i >= 3 && !out_.empty() && out_.back().what == What::kDay &&
                        exact(i - 1, {"the", "el", "dia", "o"}) && range_word(i - 2);
    if (!(suffix || named || after_day || range || between || to_the)) return i;
    m.day = t_[i].value;
    return end;
  }

  bool month_after(std::size_t at) const {
    while (exact(at, {"de", "of", "del"})) ++at;
    return at < t_.size() && month_of_name(t_[at], true) != 0;
  }

  const std::vector<Token>& t_;
  Date today_;
  std::string_view language_;
  std::vector<Mention> out_;
};

}  // namespace

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
  static constexpr std::array<Words, 12> kShort{Words{"ene", "jan"}, Words{"feb", "fev"}, Words{"mar"},
                                                Words{"abr", "apr"}, Words{"mai", "may"}, Words{"jun"},
                                                Words{"jul"},        Words{"ago", "aug"}, Words{"sep", "sept", "set"},
                                                Words{"oct", "out"}, Words{"nov"},        Words{"dic", "dec", "dez"}};
  if (t.kind != Kind::kWord) return 0;
  for (std::size_t i = 0; i < 12; ++i)
    // Alone, a word one letter away from a month ("Mars") is no month.
    if ((beside_number ? means(t, kFull[i]) : spelled(t, kFull[i])) || (beside_number && in(t.folded, kShort[i])))
      return static_cast<int>(i) + 1;
  return 0;
}

std::vector<Mention> find_mentions(const std::vector<Token>& tokens, Date today, std::string_view language) {
  return Finder(tokens, today, language).run();
}

}  // namespace hotel::nlu
