// Finds the places of a message that name a day, a span or a length of stay, without deciding what they are for. Days
// without a month or year stay open (`day` only): dates.h resolves them together. Pure.
#pragma once

#include <optional>
#include <vector>

#include "nlu/calendar.h"
#include "nlu/date_rules.h"
#include "nlu/date_words.h"
#include "nlu/normalise.h"

namespace hotel::nlu {

struct Mention {
  enum class What {
    kDay,
    kWeekend,
    kPeriod,
    kNights,
    kDays,
    kExtraNights,
    kMonthContext,
    kWeekContext
  } what = What::kDay;
  std::size_t begin = 0, end = 0;    // tokens [begin, end)
  int year = 0, month = 0, day = 0;  // 0: not said
  int weekday = -1;                  // said and not overruled by a number
  int also_weekday = -1;             // said beside the number
  int weeks_on = 0;                  // «Friday week», «el lunes en ocho»: so many weeks after the first such day
  bool next = false;                 // "next", "que viene": the next calendar week, perhaps the present one
  bool next_week = false;            // "of next week": surely the next calendar week
  bool night = false;                // a named night: one night
  bool holiday = false;              // named by a feast: gives way to days
  bool order_sure = false;           // of numbers: only one order is possible
  bool month_first = false;          // of numbers
  bool ambiguous = false;
  bool impossible = false;    // 31 February
  std::optional<Date> date;   // already certain: "tomorrow"
  std::optional<Date> other;  // second reading
  std::optional<Span> period;
  int count = 0;  // nights, days
};

std::vector<Mention> find_mentions(const std::vector<Token>& tokens, Date today, std::string_view language,
                                   const DateRules& rules = {});

}  // namespace hotel::nlu
