#include "nlu/calendar.h"

namespace hotel::nlu {
namespace {

using namespace std::chrono;

int year_of(Date d) {
  return static_cast<int>(d.year());
}
int month_of(Date d) {
  return static_cast<int>(static_cast<unsigned>(d.month()));
}
Date known(int y, int m, int d) {
  return Date{year{y}, month{static_cast<unsigned>(m)}, day{static_cast<unsigned>(d)}};
}

}  // namespace

int weekday_of(Date d) {
  return static_cast<int>(weekday{sys_days{d}}.iso_encoding()) - 1;
}
Date monday_of(Date d) {
  return wire::add_days(d, -weekday_of(d));
}

std::optional<Date> make_day(int y, int m, int d) {
  if (y < 1000 || y > 9000 || m < 1 || m > 12 || d < 1 || d > 31) return std::nullopt;
  const auto made = known(y, m, d);
  return made.ok() ? std::optional{made} : std::nullopt;
}

std::optional<Date> nearest(int m, int d, Date from) {
  for (int y = year_of(from); y <= year_of(from) + 8; ++y)
    if (const auto made = make_day(y, m, d); made && *made >= from) return made;
  return std::nullopt;
}

std::optional<Date> nearest_in_month(int d, Date from) {
  for (int i = 0, y = year_of(from), m = month_of(from); i < 4; ++i) {
    if (const auto made = make_day(y, m, d); made && *made >= from) return made;
    if (++m > 12) m = 1, ++y;
  }
  return std::nullopt;
}

Date next_weekday(int w, Date after) {
  const int ahead = (w - weekday_of(after) + 7) % 7;
  return wire::add_days(after, ahead == 0 ? 7 : ahead);
}

Date week_begin(Date d, int first) {
  return wire::add_days(d, -((weekday_of(d) - first + 7) % 7));
}
Date weekday_of_next_week(int w, Date today, int first) {
  return wire::add_days(week_begin(today, first), 7 + (w - first + 7) % 7);
}
bool still_this_week(int w, Date today, int first) {
  return (w - first + 7) % 7 > (weekday_of(today) - first + 7) % 7;
}

Date weekend_arrival(Date today, int arrival) {
  const int w = weekday_of(today);
  if (w == 5) return today;  // Saturday: what is left of it
  return w == 6 ? wire::add_days(today, 1 + arrival) : wire::add_days(today, arrival - w);
}

Date last_of_month(int y, int m) {
  return Date{year_month_day_last{year{y}, month_day_last{month{static_cast<unsigned>(m)}}}};
}

Date easter(int y) {  // Anonymous Gregorian computus
  const int a = y % 19, b = y / 100, c = y % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7,
            m = (a + 11 * h + 22 * l) / 451;
  return known(y, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
}

Span holy_week(Date today) {
  for (int y = year_of(today);; ++y)
    if (const auto sunday = easter(y); sunday >= today) return {wire::add_days(sunday, -7), sunday};
}

Span carnival(Date today) {
  for (int y = year_of(today);; ++y)
    if (const auto tuesday = wire::add_days(easter(y), -47); tuesday >= today)
      return {wire::add_days(tuesday, -3), tuesday};
}

Span month_span(int y, int m) {
  return {known(y, m, 1), last_of_month(y, m)};
}
int year_of_month(int m, Date today) {
  return m >= month_of(today) ? year_of(today) : year_of(today) + 1;
}

}  // namespace hotel::nlu
