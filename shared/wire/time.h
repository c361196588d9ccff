// Instants and calendar days as they travel between daemon and console.
//
// An instant is Millis: milliseconds since 1970-01-01T00:00:00Z, never local time. On the wire it is RFC 3339 in UTC
// with milliseconds. A stay is made of calendar days of the hotel, which have no time zone at all: Date.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hotel::wire {

using Millis = std::int64_t;
using Date = std::chrono::year_month_day;

std::string to_rfc3339(Millis at);                           // 2026-11-24T10:00:00.000Z
std::optional<Millis> parse_rfc3339(std::string_view text);  // any offset; nothing for malformed text

std::string to_iso(Date day);                          // 2026-11-24
std::optional<Date> parse_iso(std::string_view text);  // exactly YYYY-MM-DD and a day that exists
int nights_between(Date check_in, Date check_out);     // negative when reversed
Date add_days(Date day, int days);

}  // namespace hotel::wire
