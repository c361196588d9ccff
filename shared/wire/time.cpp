#include "wire/time.h"

#include <charconv>
#include <fmt/compile.h>

namespace hotel::wire {
namespace {

std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) return std::nullopt;
  int value = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

bool is(std::string_view text, std::size_t at, std::string_view any) {
  return at < text.size() && any.find(text[at]) != std::string_view::npos;
}

}  // namespace

std::string to_rfc3339(Millis at) {
  using namespace std::chrono;
  const sys_time<milliseconds> point{milliseconds{at}};
  const auto day = floor<days>(point);
  const year_month_day date{day};
  const hh_mm_ss<milliseconds> time{point - day};
  return fmt::format(FMT_COMPILE("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z"), int{date.year()}, unsigned{date.month()},
                     unsigned{date.day()}, time.hours().count(), time.minutes().count(), time.seconds().count(),
                     time.subseconds().count());
}

std::optional<Millis> parse_rfc3339(std::string_view text) {
  const auto day = text.size() >= 20 ? parse_iso(text.substr(0, 10)) : std::nullopt;
  const auto hour = digits(text, 11, 2), minute = digits(text, 14, 2), second = digits(text, 17, 2);
  if (!day || !hour || !minute || !second || !is(text, 10, "Tt ") || !is(text, 13, ":") || !is(text, 16, ":"))
    return std::nullopt;
  if (*hour > 23 || *minute > 59 || *second > 60) return std::nullopt;
  std::size_t at = 19;
  Millis fraction = 0;
  if (is(text, at, ".")) {
    Millis unit = 100;
    for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, unit /= 10)
      fraction += unit * (text[at] - '0');
  }
  Millis offset = 0;
  if (is(text, at, "Zz")) {
    ++at;
  } else if (is(text, at, "+-")) {
    const auto hours = digits(text, at + 1, 2), minutes = digits(text, at + 4, 2);
    if (!hours || !minutes || !is(text, at + 3, ":")) return std::nullopt;
    offset = (*hours * 60 + *minutes) * 60000LL * (text[at] == '-' ? -1 : 1);
    at += 6;
  } else {
    return std::nullopt;
  }
  if (at != text.size()) return std::nullopt;
  const auto days = std::chrono::sys_days{*day}.time_since_epoch().count();
  return ((days * 24LL + *hour) * 60 + *minute) * 60000LL + *second * 1000LL + fraction - offset;
}

std::string to_iso(Date day) {
  return fmt::format("{:04}-{:02}-{:02}", int{day.year()}, unsigned{day.month()}, unsigned{day.day()});
}

std::optional<Date> parse_iso(std::string_view text) {
  const auto y = digits(text, 0, 4), m = digits(text, 5, 2), d = digits(text, 8, 2);
  if (text.size() != 10 || text[4] != '-' || text[7] != '-' || !y || !m || !d) return std::nullopt;
  const Date day{std::chrono::year{*y}, std::chrono::month{static_cast<unsigned>(*m)},
                 std::chrono::day{static_cast<unsigned>(*d)}};
  return day.ok() ? std::optional{day} : std::nullopt;
}

int nights_between(Date check_in, Date check_out) {
  return static_cast<int>((std::chrono::sys_days{check_out} - std::chrono::sys_days{check_in}).count());
}

Date add_days(Date day, int days) {
  return Date{std::chrono::sys_days{day} + std::chrono::days{days}};
}

}  // namespace hotel::wire
