// Which calendar days the placed mentions are, seen from today: the nearest, the next week's, the one after the
// arrival, the month of the partner … Pure.
#pragma once

#include <optional>
#include <vector>

#include "nlu/date_roles.h"
#include "nlu/dates.h"

namespace hotel::nlu {

class DayResolver {
 public:
  DayResolver(std::vector<Placed>& places, Date today, const DateContext& context)
      : places_(places), today_(today), context_(context), rules_(context.rules) {}

  std::optional<Span> contexts();  // the span to tell when no day is said
  bool resolve();                  // false: a day that does not exist was said
  std::optional<Date> day_of(const Mention& m, Date from) const;

 private:
  std::optional<Date> week_day(Placed& p, Date after, bool end_of_range) const;
  bool of_partners_week(const Placed& p) const;
  void share_month(std::size_t i);
  std::optional<Date> date_of(std::size_t i);
  std::optional<Date> beside(Date other, int day) const;

  std::vector<Placed>& places_;
  Date today_;
  const DateContext& context_;
  const DateRules& rules_;
  std::optional<Span> month_, week_;
};

}  // namespace hotel::nlu
