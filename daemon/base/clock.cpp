#include "base/clock.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <stdexcept>

namespace hotel::base {
namespace {

std::filesystem::path zone_file(const std::string& name) {
  return std::filesystem::path{"/usr/share/zoneinfo"} / name;
}

std::int64_t big_endian(const std::string& data, std::size_t at, int bytes) {
  std::uint64_t value = 0;
  for (int i = 0; i < bytes; ++i)
    value = (value << 8U) | static_cast<unsigned char>(data.at(at + static_cast<std::size_t>(i)));
  return bytes == 4 ? static_cast<std::int32_t>(value) : static_cast<std::int64_t>(value);
}

}  // namespace

Millis SystemClock::now() const {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(since + offset_).count();
}

std::chrono::steady_clock::time_point SystemClock::steady() const {
  return std::chrono::steady_clock::now();
}

bool HotelZone::exists(const std::string& name) {
  if (name == "UTC") return true;
  if (name.empty() || name.front() == '/' || name.find("..") != std::string::npos) return false;
  std::error_code error;
  return std::filesystem::is_regular_file(zone_file(name), error);
}

// Reads TZif (RFC 8536), the 64-bit block of version 2 and later. The files of Debian's tzdata are «fat»: they list the
// changes up to 2037, so the footer's rule string is not needed before then.
HotelZone::HotelZone(std::string name) {
  if (!exists(name)) throw std::invalid_argument("unknown time zone " + name);
  if (name == "UTC") {
    transitions_.push_back({std::numeric_limits<std::int64_t>::min(), 0});
    return;
  }
  std::ifstream in(zone_file(name), std::ios::binary);
  const std::string data{std::istreambuf_iterator<char>(in), {}};
  if (data.size() < 44 || data.substr(0, 4) != "TZif") throw std::invalid_argument("not a time zone file: " + name);
  const auto count = [&](std::size_t head, std::size_t index) {
    return static_cast<std::size_t>(big_endian(data, head + 20 + index * 4, 4));
  };
  std::size_t head = 0;
  int width = 4;
  if (data[4] >= '2') {
    head = 44 + count(0, 3) * 5 + count(0, 4) * 6 + count(0, 5) + count(0, 2) * 8 + count(0, 1) + count(0, 0);
    width = 8;
  }
  const std::size_t times = count(head, 3), types = count(head, 4);
  const std::size_t at = head + 44, kinds = at + times * static_cast<std::size_t>(width), infos = kinds + times;
  if (types == 0) throw std::invalid_argument("empty time zone file: " + name);
  const auto offset = [&](std::size_t type) { return static_cast<int>(big_endian(data, infos + type * 6, 4)); };
  transitions_.push_back({std::numeric_limits<std::int64_t>::min(), offset(0)});
  for (std::size_t i = 0; i < times; ++i)
    transitions_.push_back({big_endian(data, at + i * static_cast<std::size_t>(width), width),
                            offset(static_cast<unsigned char>(data.at(kinds + i)))});
}

std::chrono::seconds HotelZone::offset_at(Millis now) const {
  const std::int64_t seconds = now >= 0 ? now / 1000 : (now - 999) / 1000;
  const auto next = std::upper_bound(transitions_.begin(), transitions_.end(), seconds,
                                     [](std::int64_t s, const Transition& t) { return s < t.from; });
  return std::chrono::seconds{std::prev(next)->offset};
}

wire::Date HotelZone::today(Millis now) const {
  using namespace std::chrono;
  return wire::Date{floor<days>(sys_time<milliseconds>{milliseconds{now} + offset_at(now)})};
}

int HotelZone::minute_of_day(Millis now) const {
  using namespace std::chrono;
  const sys_time<milliseconds> local{milliseconds{now} + offset_at(now)};
  return static_cast<int>(floor<minutes>(local - floor<days>(local)).count());
}

}  // namespace hotel::base
