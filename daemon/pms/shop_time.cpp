#include "pms/shop_time.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <vector>

namespace hotel::pms {
namespace {

constexpr std::int64_t kDay = 86'400;
constexpr std::int64_t kOverlap = 120, kOverlapAroundChange = 4'200, kOverlapOtherZone = 26 * 3'600;

std::string plain(std::int64_t local_seconds) {
  const std::chrono::sys_seconds at{std::chrono::seconds{local_seconds}};
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::hh_mm_ss time{at - day};
  return fmt::format("{} {:02}:{:02}:{:02}", wire::to_iso(std::chrono::year_month_day{day}), time.hours().count(),
                     time.minutes().count(), time.seconds().count());
}

std::optional<std::int64_t> number(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::int64_t offset(const base::HotelZone& zone, std::int64_t unix_seconds) {
  return zone.offset_at(unix_seconds * 1'000).count();
}

}  // namespace

std::string wall_time(std::int64_t unix_seconds, const base::HotelZone& zone) {
  return plain(unix_seconds + offset(zone, unix_seconds));
}

std::string to_text(const SyncMark& mark) {
  return fmt::format("1|{}|{}|{}|{}", mark.orders, mark.lines, mark.customers, mark.zone);
}

std::optional<SyncMark> mark_from(std::string_view text) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto bar = text.find('|');
    parts.push_back(text.substr(0, bar));
    if (bar == std::string_view::npos) break;
    text.remove_prefix(bar + 1);
  }
  if (parts.size() != 5 || parts[0] != "1") return std::nullopt;
  const auto orders = number(parts[1]), lines = number(parts[2]), customers = number(parts[3]);
  if (!orders || !lines || !customers || *orders <= 0 || *lines <= 0 || *customers <= 0) return std::nullopt;
  return SyncMark{*orders, *lines, *customers, std::string(parts[4])};
}

std::string since(std::int64_t mark, std::int64_t now, const base::HotelZone& zone, bool other_zone) {
  const auto from = std::min(mark, now);  // a shop's clock that was set back
  const auto here = offset(zone, from);
  const bool changes = offset(zone, from - kDay) != here || offset(zone, now - kDay) != here ||
                       offset(zone, now) != here || offset(zone, now + kDay) != here;
  return plain(from + here - (other_zone ? kOverlapOtherZone : changes ? kOverlapAroundChange : kOverlap));
}

}  // namespace hotel::pms
