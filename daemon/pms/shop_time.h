// The shop's wall clock. Every date_* of QloApps is local time of PS_TIMEZONE without an offset; Access-Time is Unix
// time. Pure. Source: contract of QloApps, «Times».
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"

namespace hotel::pms {

std::string wall_time(std::int64_t unix_seconds, const base::HotelZone& zone);  // YYYY-MM-DD hh:mm:ss

// How far sync has read: the shop's time and the zone in which it was read. Text for the store:
// "1|orders|lines|customers|zone".
struct SyncMark {
  std::int64_t orders = 0, lines = 0, customers = 0;  // Unix seconds
  std::string zone;
};
std::string to_text(const SyncMark& mark);
std::optional<SyncMark> mark_from(std::string_view text);

// Where the next list has to begin so that nothing is missed, as wall time: two minutes before the mark; 70 minutes
// when the zone changes its offset within a day; 26 hours when the shop's zone itself was changed.
std::string since(std::int64_t mark, std::int64_t now, const base::HotelZone& zone, bool other_zone);

}  // namespace hotel::pms
