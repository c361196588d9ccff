#include "nlu/date_resolver.h"

#include <algorithm>

namespace hotel::nlu {
namespace {

using What = Mention::What;

int year_of(Date d) {
  return static_cast<int>(d.year());
}
int month_of(Date d) {
  return static_cast<int>(static_cast<unsigned>(d.month()));
}

// The number decides; the next day that has both may be meant.
void doubt_weekday(Placed& p) {
  if (weekday_of(*p.date) == p.m.also_weekday) return;
  p.m.ambiguous = true;
  if (p.m.month > 0) return;
  for (auto d = *p.date; !p.m.other;)
    if (d = *nearest_in_month(p.m.day, wire::add_days(d, 1)); weekday_of(d) == p.m.also_weekday) p.m.other = d;
}

}  // namespace

// "del 7 al 10 del mes que viene", "da semana que vem, de segunda a quinta", "any rooms in August? … the 3rd to the
// 8th"
std::optional<Span> DayResolver::contexts() {
  month_ = context_.period;
  for (const auto& p : places_) {
    if (p.m.what == What::kMonthContext) month_ = p.m.period;
    if (p.m.what == What::kPeriod && p.m.period) month_ = p.m.period;
    if (p.m.what == What::kWeekContext) week_ = p.m.period;
  }
  bool days = false;
  std::optional<Span> told;
  for (const auto& p : places_) days = days || p.m.what == What::kDay || p.m.what == What::kWeekend;
  if (!days)
    for (const auto& p : places_)
      if (p.m.what == What::kPeriod || p.m.what == What::kMonthContext || p.m.what == What::kWeekContext)
        told = p.m.period;
  return told;
}

std::optional<Date> DayResolver::day_of(const Mention& m, Date from) const {
  if (m.date) return m.date;
  if (m.year > 0) return make_day(m.year, m.month, m.day);
  if (m.month > 0) return nearest(m.month, m.day, from);
  if (m.day > 0) {
    if (month_) {
      const auto first = month_->first;
      if (const auto d = make_day(year_of(first), month_of(first), m.day); d && *d >= from) return d;
    }
    return nearest_in_month(m.day, from);
  }
  return std::nullopt;
}

std::optional<Date> DayResolver::week_day(Placed& p, Date after, bool end_of_range) const {
  const auto& m = p.m;
  const auto of_next_week = weekday_of_next_week(m.weekday, today_, rules_.first_weekday);
  if (m.weeks_on > 0) return wire::add_days(next_weekday(m.weekday, today_), 7 * m.weeks_on);
  if (week_ && !end_of_range) return wire::add_days(week_->first, (m.weekday - rules_.first_weekday + 7) % 7);
  if (m.next_week || of_partners_week(p)) return of_next_week;
  if (end_of_range) return next_weekday(m.weekday, after);
  if (!m.next) return next_weekday(m.weekday, today_);
  const auto nearest_one = next_weekday(m.weekday, today_);
  const bool doubtful = still_this_week(m.weekday, today_, rules_.first_weekday);
  if (doubtful && rules_.ask_next)
    p.m.ambiguous = true, p.m.other = rules_.next_is_next_week ? nearest_one : of_next_week;
  return rules_.next_is_next_week ? of_next_week : nearest_one;
}

// "entre miércoles y viernes de la próxima semana": said once for both.
bool DayResolver::of_partners_week(const Placed& p) const {
  const auto* next = &p + 1;
  return next < places_.data() + places_.size() && next->after_range && next->m.next_week &&
         next->m.weekday > p.m.weekday;
}

bool DayResolver::resolve() {
  bool possible = true;
  for (std::size_t i = 0; i < places_.size(); ++i) {
    auto& p = places_[i];
    if (p.m.what != What::kDay) {
      p.date = p.m.date;
      continue;
    }
    if (p.m.impossible) {
      possible = false;
      continue;
    }
    share_month(i);
    p.date = date_of(i);
    if (!p.date) possible = false;
    if (p.date && p.m.also_weekday >= 0 && rules_.ask_wrong_weekday) doubt_weekday(p);
  }
  return possible;
}

// The first of a range has the month and year of the second when it names none itself; a day that is given up has the
// month of the new one.
void DayResolver::share_month(std::size_t i) {
  auto& m = places_[i].m;
  const Placed* partner = nullptr;
  for (auto k = i + 1; k < places_.size() && !partner; ++k)
    if (const auto& q = places_[k]; q.m.what == What::kDay) {
      if (!(q.after_range || q.listed || q.role == Role::kOut || q.role == Role::kCurrent ||
            places_[i].role == Role::kCurrent))
        break;
      if (q.m.month > 0) partner = &q;
      if (places_[i].role != Role::kCurrent) break;
    }
  if (!partner) return;
  if (m.day > 0 && m.month == 0) {
    m.month = partner->m.month;
    m.year = partner->m.year;
    const bool turns = partner->role != Role::kCurrent || places_[i].role == Role::kCurrent;
    if (m.day > partner->m.day && turns && (places_[i].role != Role::kCurrent || partner->after_range))
      if (--m.month == 0) {
        m.month = 12;
        if (m.year > 0) --m.year;
      }
  } else if (m.month > 0 && m.year == 0 && partner->m.year > 0) {
    m.year = partner->m.year - (m.month > partner->m.month ? 1 : 0);
  }
}

std::optional<Date> DayResolver::date_of(std::size_t i) {
  auto& p = places_[i];
  const Placed *before = nullptr, *given_up = nullptr;
  for (std::size_t j = 0; j < i; ++j) {
    const auto& q = places_[j];
    if ((q.m.what != What::kDay && q.m.what != What::kWeekend) || !q.date) continue;
    (q.role == Role::kCurrent ? given_up : before) = &q;
  }
  const bool follows = before && p.role != Role::kCurrent;
  const bool known_arrival = !before && p.role == Role::kOut && context_.check_in;
  const bool ends_given_up = p.role == Role::kCurrent && p.departure && given_up;
  const Date from = follows         ? wire::add_days(*before->date, 1)
                    : known_arrival ? wire::add_days(*context_.check_in, 1)
                    : ends_given_up ? wire::add_days(*given_up->date, 1)
                                    : today_;
  if (p.m.weekday >= 0)
    return week_day(p,
                    known_arrival   ? *context_.check_in
                    : ends_given_up ? *given_up->date
                    : before        ? *before->date
                                    : today_,
                    (follows && (p.role == Role::kOut || p.listed)) || known_arrival || ends_given_up);
  const bool bare = p.m.day > 0 && p.m.month == 0;
  if (p.role == Role::kCurrent && before && bare) return beside(*before->date, p.m.day);
  // A new day without a month is near the one that is given up.
  if (given_up && !before && bare && p.role != Role::kCurrent) return beside(*given_up->date, p.m.day);
  const bool own = p.m.month > 0 && p.m.year == 0 && follows && p.role != Role::kOut && !p.listed;
  return day_of(p.m, own ? today_ : from);
}

// The nearest day of that number, before or after, that is not in the past.
std::optional<Date> DayResolver::beside(Date other, int day) const {
  std::optional<Date> best;
  for (int step = -1; step <= 1; ++step) {
    const int months = 12 * year_of(other) + month_of(other) - 1 + step;
    const auto d = make_day(months / 12, months % 12 + 1, day);
    if (!d || *d < today_) continue;
    const auto distance = [&](Date x) { return std::abs(wire::nights_between(other, x)); };
    if (!best || distance(*d) < distance(*best)) best = d;
  }
  return best ? best : nearest_in_month(day, today_);
}

}  // namespace hotel::nlu
