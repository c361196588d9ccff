// What days a message asks for, after the rules of the hotel's calendar: roles (arrival, departure, the day that is
// changed away), ranges, corrections, lengths of stay, doubtful readings, and days that cannot be. Pure; `today` is the
// hotel's calendar day.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "nlu/calendar.h"
#include "nlu/date_rules.h"
#include "nlu/normalise.h"

namespace hotel::nlu {

enum class DateFault { kNone, kPast, kReversed, kImpossible };

struct DateReading {
  std::optional<Date> check_in, check_out;
};

struct Dates {
  std::optional<Date> check_in, check_out;
  std::optional<Date> current_check_in, current_check_out;
  std::optional<int> nights, extra_nights;
  std::optional<Span> period;
  bool ambiguous = false;
  std::vector<DateReading> others;  // further readings that may be meant
  DateFault fault = DateFault::kNone;
  std::vector<std::pair<std::size_t, std::size_t>> used;  // tokens that were read as dates
  bool lone_day = false;                                  // a single day without a role
  int bare_day = 0;                                       // the lone day, if it is nothing but a number
  bool range = false;                                     // both days were said
};

struct DateContext {
  std::optional<Span> period;     // a month said before gives the month of later bare days
  bool departure_wanted = false;  // the agent asked for the departure: a lone day is that
  std::optional<Date> check_in;   // known from before: departures count from it
  DateRules rules;                // the hotel's
};

Dates read_dates(const std::vector<Token>& tokens, Date today, std::string_view language,
                 const DateContext& context = {});

}  // namespace hotel::nlu
