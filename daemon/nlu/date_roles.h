// What the days of a message are for: arrival, departure, the day that is changed away; which ones belong together as a
// range or a list; and which ones a correction leaves. Pure.
#pragma once

#include <optional>
#include <vector>

#include "nlu/date_mentions.h"

namespace hotel::nlu {

enum class Role { kNone, kIn, kOut, kCurrent };

struct Placed {
  Mention m;
  Role role = Role::kNone;
  bool after_range = false;  // joined to the mention before as the end of a range
  bool listed = false;       // joined by "and": a further night
  bool departure = false;    // a day that is changed away: it is the departure's
  std::optional<Date> date;
};

std::vector<Placed> place_mentions(const std::vector<Token>& tokens, std::vector<Mention> mentions);

}  // namespace hotel::nlu
