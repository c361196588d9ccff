// Calendar rules of guests' words: which day «Friday», «the 12th», «next weekend» or «Easter» is, seen from a day.
// Pure.
#pragma once

#include <optional>
#include <utility>

#include "wire/time.h"

namespace hotel::nlu {

using wire::Date;
using Span = std::pair<Date, Date>;  // both ends inclusive

int weekday_of(Date day);  // 0 Monday … 6 Sunday
Date monday_of(Date day);
Date week_begin(Date day, int first_weekday);                // of the calendar week that has the day
std::optional<Date> make_day(int year, int month, int day);  // nothing for a day that does not exist
std::optional<Date> nearest(int month, int day,
                            Date from);  // first such day on or after `from`; 29 February: the next real one
std::optional<Date> nearest_in_month(int day, Date from);  // this month or the next that has the day
Date next_weekday(int weekday, Date after);                // the first one after, never the same day
Date weekday_of_next_week(int weekday, Date today, int first_weekday = 0);
bool still_this_week(int weekday, Date today, int first_weekday = 0);  // it is to come before the week ends
Date weekend_arrival(Date today, int weekday = 4);  // of the present week's weekend, never in the past
Date last_of_month(int year, int month);
Date easter(int year);
Span holy_week(Date today);  // Palm Sunday to Easter Sunday, not yet over
Span carnival(Date today);   // Saturday to Tuesday before Ash Wednesday
Span month_span(int year, int month);
int year_of_month(int month, Date today);  // nearest one that is not yet over

}  // namespace hotel::nlu
