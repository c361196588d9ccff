// What a hotel may decide about the dates its guests write, with the defaults of this program. Handed to the readers of
// dates; nothing else decides these things.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hotel::nlu {

struct DateRules {
  // Order of numbers: 03/04 is 3 April. Impossible readings (12/24) always give way to the other order.
  bool day_first = true;
  // English speakers are split over the order: ask when both readings are days.
  bool ask_numeric_order_in_english = true;

  int first_weekday = 0;  // 0 Monday … 6 Sunday: what «next week» and the end of the present one count from
  // «next Friday», «el viernes que viene»: Friday of the next calendar week, or simply the first one to come.
  bool next_is_next_week = true;
  bool ask_next = true;  // ask when the day is still to come in the present week

  bool ask_wrong_weekday = true;  // «Friday 14» when the 14th is a Saturday

  int weekend_arrival = 4;  // Friday
  int weekend_nights = 2;
  bool ask_dated_weekend = true;  // «the weekend of the 14th» may begin on the Friday or on the Saturday

  int nights_less_than_days = 0;  // «5 days» are 5 nights; 1: they are 4
  bool ask_days = true;           // the other count may be meant
  bool ask_weeks_ahead = true;    // «in two weeks» is rarely meant to the day

  int beginning_until = 10, middle_until = 20, first_half_until = 15;  // parts of a month
  int longest_stay = 300;  // a range without years that is longer was written the wrong way round
};

// Changes one rule by its name, as a setting writes it: true or false, a number, a weekday in English. Returns what
// would be right when the name or the value is not.
std::optional<std::string> change_rule(DateRules& rules, std::string_view name, std::string_view value);

}  // namespace hotel::nlu
