// Days, months and weekdays.
#include <array>
#include <fmt/format.h>

#include "agent/claim_finders.h"

namespace hotel::agent::claims {
namespace {

struct Name {
  std::string_view text;
  unsigned number;
  bool beside_number = false;  // short, or also another word: only beside a number or after «in», «de» …
};

constexpr auto kMonths = std::to_array<Name>({
    {"enero", 1},      {"january", 1},    {"janeiro", 1},    {"jan", 1, true},  {"ene", 1, true},  {"febrero", 2},
    {"february", 2},   {"fevereiro", 2},  {"feb", 2, true},  {"fev", 2, true},  {"marzo", 3},      {"march", 3},
    {"marco", 3},      {"mar", 3, true},  {"abril", 4},      {"april", 4},      {"abr", 4, true},  {"apr", 4, true},
    {"mayo", 5},       {"maio", 5},       {"may", 5, true},  {"mai", 5, true},  {"junio", 6},      {"june", 6},
    {"junho", 6},      {"jun", 6, true},  {"julio", 7},      {"july", 7},       {"julho", 7},      {"jul", 7, true},
    {"agosto", 8},     {"august", 8},     {"ago", 8, true},  {"aug", 8, true},  {"septiembre", 9}, {"setiembre", 9},
    {"september", 9},  {"setembro", 9},   {"sep", 9, true},  {"sept", 9, true}, {"set", 9, true},  {"octubre", 10},
    {"october", 10},   {"outubro", 10},   {"oct", 10, true}, {"out", 10, true}, {"noviembre", 11}, {"november", 11},
    {"novembro", 11},  {"nov", 11, true}, {"diciembre", 12}, {"december", 12},  {"dezembro", 12},  {"dic", 12, true},
    {"dec", 12, true}, {"dez", 12, true},
});

constexpr auto kWeekdays = std::to_array<Name>({
    {"lunes", 1},     {"monday", 1},      {"mondays", 1},    {"mon", 1, true}, {"martes", 2},    {"tuesday", 2},
    {"tuesdays", 2},  {"tue", 2, true},   {"tues", 2, true}, {"terca", 2},     {"tercas", 2},    {"miercoles", 3},
    {"wednesday", 3}, {"wednesdays", 3},  {"wed", 3, true},  {"jueves", 4},    {"thursday", 4},  {"thursdays", 4},
    {"thu", 4, true}, {"thurs", 4, true}, {"viernes", 5},    {"friday", 5},    {"fridays", 5},   {"fri", 5, true},
    {"sabado", 6},    {"sabados", 6},     {"saturday", 6},   {"saturdays", 6}, {"sat", 6, true}, {"domingo", 7},
    {"domingos", 7},  {"sunday", 7},      {"sundays", 7},    {"sun", 7, true},
});
constexpr auto kPortugueseWeekdays = std::to_array<Name>({{"segunda", 1},
                                                          {"segundas", 1},
                                                          {"quarta", 3},
                                                          {"quartas", 3},
                                                          {"quinta", 4},
                                                          {"quintas", 4},
                                                          {"sexta", 5},
                                                          {"sextas", 5}});

template <std::size_t N>
const Name* named(const std::array<Name, N>& names, const Piece* piece) {
  if (piece && piece->word())
    for (const auto& n : names)
      if (n.text == piece->text) return &n;
  return nullptr;
}

bool is_of(const Text& t, std::size_t i) {
  return t.any(i, {"de", "del", "of", "do", ",", ".", "'", "the", "-"});
}

struct Day {
  int day = 0, month = 0, year = 0;
  std::string value() const {
    if (year && day) return fmt::format("{:04}-{:02}-{:02}", year, month, day);
    if (year) return fmt::format("{:04}-{:02}", year, month);
    if (month && day) return fmt::format("--{:02}-{:02}", month, day);
    return month ? fmt::format("--{:02}", month) : fmt::format("---{:02}", day);
  }
};

struct DayNumber {
  int day = 0;
  std::size_t end = 0;
  bool ordinal = false;
};

// 14, 14th, 1º, fourteen, fourteenth, twenty-first.
std::optional<DayNumber> day_at(const Search& s, std::size_t i) {
  const auto* piece = s.text.at(i);
  if (!piece || piece->taken) return std::nullopt;
  if (const auto ordinal = ordinal_of(*piece)) return DayNumber{*ordinal, i + 1, true};
  const auto q = quantity_at(s.text, i, s.language);
  if (!q || q->article) return std::nullopt;
  DayNumber out{q->whole, q->end, false};
  if (q->words && q->whole % 10 == 0 && q->whole >= 20) {
    auto next = q->end;
    if (s.text.is(next, "-")) ++next;
    if (const auto* unit = s.text.at(next))
      if (const auto ordinal = ordinal_of(*unit); ordinal && *ordinal < 10) out = {q->whole + *ordinal, next + 1, true};
  }
  if (!q->words && s.text.at(out.end) && s.text.pieces[out.end].glued &&
      s.text.any(out.end, {"st", "nd", "rd", "th", "o", "ro", "er", "a"}))
    out = {out.day, out.end + 1, true};
  if (out.day < 1 || out.day > 31) return std::nullopt;
  return out;
}

std::optional<int> year_at(const Search& s, std::size_t i, std::size_t& end) {
  const auto* piece = s.text.at(i);
  if (!piece || piece->taken || !piece->number() || piece->text.size() != 4) return std::nullopt;
  end = i + 1;
  return std::stoi(piece->text);
}

// 2027-01-14, 14/01/2027, 14.1.27, 14/01.
bool numeric(Search& s, std::size_t i) {
  const auto& p = s.text.pieces;
  const auto glued_number = [&](std::size_t k) { return k < p.size() && p[k].number() && p[k].glued; };
  if (p[i].text.size() > 4 || i + 2 >= p.size() || !p[i + 1].glued || !p[i + 1].any({"/", "-", "."}) ||
      !glued_number(i + 2) || p[i + 2].text.size() > 2)
    return false;
  const bool three = i + 4 < p.size() && p[i + 3].glued && p[i + 3].text == p[i + 1].text && glued_number(i + 4);
  if (!three && !p[i + 1].is("/")) return false;
  const auto a = std::stoi(p[i].text), b = std::stoi(p[i + 2].text);
  Day day;
  if (p[i].text.size() == 4) {
    if (!three || p[i + 4].text.size() > 2) return false;
    day = {std::stoi(p[i + 4].text), b, a};
  } else {
    if (p[i].text.size() > 2) return false;
    day = {a, b, 0};
    if (three) {
      if (p[i + 4].text.size() != 4 && p[i + 4].text.size() != 2) return false;
      const auto year = std::stoi(p[i + 4].text);
      day.year = p[i + 4].text.size() == 2 ? 2000 + year : year;
    }
    if (day.month > 12 && day.day <= 12) std::swap(day.day, day.month);
  }
  if (day.month < 1 || day.month > 12 || day.day < 1 || day.day > 31) return false;
  auto value = day.value();
  // English readers disagree on which is the month: neither day is claimed, so only the same writing can stand for it.
  if (p[i].text.size() != 4 && s.language == "en" && day.day <= 12 && day.day != day.month) value += "?";
  s.add(ClaimKind::kDate, std::move(value), i, i + (three ? 5 : 3));
  return true;
}

// The second day of «14 al 16 de enero», «14–16 January»: where it stands, when it does.
std::optional<std::pair<std::size_t, DayNumber>> second_day(const Search& s, std::size_t i) {
  if (!s.text.any(i, {"-", "a", "al", "to", "y", "e", "and", "until", "till", "hasta", "ate", "through", "ao", "o",
                      "or", "ou"}))
    return std::nullopt;
  auto at = i + 1;
  if (s.text.any(at, {"el", "the", "o", "dia"})) ++at;
  const auto day = day_at(s, at);
  if (!day) return std::nullopt;
  return std::pair{at, *day};
}

std::optional<int> month_after(const Search& s, std::size_t& at) {
  auto i = at;
  while (is_of(s.text, i)) ++i;
  const auto* month = named(kMonths, s.text.at(i));
  if (!month || s.text.pieces[i].taken) return std::nullopt;
  at = i + 1;
  return static_cast<int>(month->number);
}

std::optional<int> year_after(const Search& s, std::size_t& at) {
  auto i = at;
  while (is_of(s.text, i)) ++i;
  std::size_t end = 0;
  const auto year = year_at(s, i, end);
  if (year) at = end;
  return year;
}

// «14 de enero de 2027», «14th of January», «14 al 16 de enero», «14 y 15».
bool day_then_month(Search& s, std::size_t i) {
  const auto first = day_at(s, i);
  if (!first) return false;
  const auto second = second_day(s, first->end);
  auto at = second ? second->second.end : first->end;
  auto month = month_after(s, at);
  const bool both = second && month;
  if (!both) {
    at = first->end;
    month = month_after(s, at);
  }
  if (!month) return false;
  const auto year = year_after(s, at);
  if (both) {
    s.add(ClaimKind::kDate, Day{first->day, *month, year.value_or(0)}.value(), i, first->end);
    s.add(ClaimKind::kDate, Day{second->second.day, *month, year.value_or(0)}.value(), second->first, at);
  } else {
    s.add(ClaimKind::kDate, Day{first->day, *month, year.value_or(0)}.value(), i, at);
  }
  return true;
}

// «January 14, 2027», «Jan 14 to 17».
bool month_then_day(Search& s, std::size_t i) {
  const auto* month = named(kMonths, s.text.at(i));
  if (!month) return false;
  auto at = i + 1;
  if (s.text.any(at, {"the", "."})) ++at;
  const auto first = day_at(s, at);
  if (!first || (s.text.at(at)->number() && s.text.at(at)->text.size() > 2)) return false;
  const auto number = static_cast<int>(month->number);
  auto end = first->end;
  const auto second = second_day(s, end);
  const bool another = second && !named(kMonths, s.text.at(second->second.end)) && !s.text.is(second->second.end, ":");
  if (another) end = second->second.end;
  const auto year = year_after(s, end);
  s.add(ClaimKind::kDate, Day{first->day, number, year.value_or(0)}.value(), i, another ? first->end : end);
  if (another) s.add(ClaimKind::kDate, Day{second->second.day, number, year.value_or(0)}.value(), second->first, end);
  return true;
}

// «enero de 2027».
bool month_then_year(Search& s, std::size_t i) {
  const auto* month = named(kMonths, s.text.at(i));
  auto end = i + 1;
  const auto year = month ? year_after(s, end) : std::nullopt;
  if (year) s.add(ClaimKind::kDate, Day{0, static_cast<int>(month->number), *year}.value(), i, end);
  return year.has_value();
}

bool preceded(const Text& t, std::size_t i) {
  if (i > 0 &&
      (t.pieces[i - 1].number() || t.any(i - 1, {"in", "en", "em", "on", "of", "de", "del", "since", "until", "till",
                                                 "next", "this", "to", "every", "from", "by", "through", "and"})))
    return true;
  return t.at(i + 1) && t.at(i + 1)->number();
}

}  // namespace

void find_dates(Search& s) {
  for (std::size_t i = 0; i < s.text.pieces.size(); ++i) {
    if (s.text.pieces[i].taken) continue;
    const bool found = (s.text.pieces[i].number() && numeric(s, i)) || day_then_month(s, i) || month_then_day(s, i) ||
                       month_then_year(s, i);
    if (found) continue;
    const auto day = day_at(s, i);
    const bool named_day =
        i > 0 && (s.text.any(i - 1, {"dia", "dias"}) || (s.text.any(i - 1, {"el", "del", "al"}) && s.language == "es"));
    if (!day || s.text.any(day->end, {"%", ":", "h", "hs", "am", "pm"})) continue;
    if ((day->ordinal && s.text.pieces[i].number()) || (named_day && s.text.pieces[i].number()))
      s.add(ClaimKind::kDate, Day{day->day, 0, 0}.value(), i, day->end);
  }
}

void find_days(Search& s) {
  auto& t = s.text;
  for (std::size_t i = 0; i < t.pieces.size(); ++i) {
    if (t.pieces[i].taken || !t.pieces[i].word()) continue;
    const auto* month = named(kMonths, t.at(i));
    const auto* weekday = named(kWeekdays, t.at(i));
    if (!weekday && s.language == "pt") weekday = named(kPortugueseWeekdays, t.at(i));
    if (month && (!month->beside_number || (t.pieces[i].is("may") && preceded(t, i)))) {
      s.add(ClaimKind::kDate, Day{0, static_cast<int>(month->number), 0}.value(), i, i + 1);
    } else if (weekday && (!weekday->beside_number || preceded(t, i))) {
      const bool fair = t.is(i + 1, "-") && t.any(i + 2, {"feira", "feiras"});
      s.add(ClaimKind::kWeekday, std::to_string(weekday->number), i, fair ? i + 3 : i + 1);
    } else if (t.any(i, {"hoy", "today", "hoje"})) {
      s.add(ClaimKind::kDate, "today", i, i + 1);
    } else if (t.any(i, {"tomorrow", "amanha"}) ||
               (t.is(i, "manana") && !(i > 0 && t.any(i - 1, {"la", "esta", "cada", "una"})))) {
      const bool after =
          i > 0 && (t.any(i - 1, {"pasado", "after"}) || (t.is(i - 1, "de") && i > 1 && t.is(i - 2, "depois")));
      s.add(ClaimKind::kDate, after ? "after_tomorrow" : "tomorrow", after ? i - 1 : i, i + 1);
    } else if (t.any(i, {"weekend", "finde"}) || (t.any(i, {"fin", "fim"}) && t.is(i + 2, "semana"))) {
      s.add(ClaimKind::kDate, "weekend", i, t.is(i + 2, "semana") ? i + 3 : i + 1);
    } else if (t.any(i, {"week", "semana"}) && i > 0 &&
               t.any(i - 1, {"next", "this", "esta", "proxima", "mesma", "misma"})) {
      s.add(ClaimKind::kDate, "week", i - 1, i + 1);
    } else if (t.is(i, "tonight") || (t.is(i, "esta") && t.any(i + 1, {"noche", "noite"}))) {
      s.add(ClaimKind::kDate, "tonight", i, t.is(i, "tonight") ? i + 1 : i + 2);
    }
  }
}

}  // namespace hotel::agent::claims
