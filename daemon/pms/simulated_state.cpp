#include "pms/simulated_state.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <unistd.h>

#include "wire/codec.h"

namespace hotel::pms {
namespace json = boost::json;
namespace {

constexpr int kHighSeason = 20, kWeekend = 10;  // percent

struct Currency {
  double per_dollar;
  int step;  // prices are multiples of it, in whole units
};

Currency currency_rule(const std::string& code) {
  static const std::map<std::string, Currency> rules{
      {"USD", {1, 1}},   {"EUR", {0.9, 1}},     {"GBP", {0.8, 1}},   {"BRL", {5, 5}},       {"MXN", {18, 10}},
      {"PEN", {3.7, 1}}, {"ARS", {1000, 500}},  {"CLP", {900, 500}}, {"COP", {4000, 1000}}, {"UYU", {40, 10}},
      {"BOB", {7, 1}},   {"PYG", {7500, 1000}}, {"CRC", {510, 100}}, {"DOP", {60, 10}},     {"GTQ", {7.7, 1}}};
  const auto rule = rules.find(code);
  return rule == rules.end() ? Currency{1, 1} : rule->second;
}

bool high_season(wire::Date day) {
  const auto month = static_cast<unsigned>(day.month()), of_month = static_cast<unsigned>(day.day());
  return month == 7 || month == 8 || (month == 12 && of_month >= 15) || (month == 1 && of_month <= 6);
}

bool weekend_night(wire::Date day) {
  const std::chrono::weekday weekday{std::chrono::sys_days{day}};
  return weekday == std::chrono::Friday || weekday == std::chrono::Saturday;
}

SimulatedRoomType room_type(const char* id, const char* name, int adults, int children, int guests, int count,
                            int floor, int rate) {
  SimulatedRoomType out{{id, name, adults, children, guests}, {}, rate};
  for (int n = 1; n <= count; ++n) out.rooms.push_back(fmt::format("{}{:02}", floor, n));
  return out;
}

json::array parties_json(const std::vector<domain::Party>& parties) {
  json::array out;
  for (const auto& party : parties)
    out.push_back(json::object{{"adults", party.adults},
                               {"child_ages", json::array(party.child_ages.begin(), party.child_ages.end())}});
  return out;
}

std::vector<domain::Party> parties_from(const json::value& value) {
  std::vector<domain::Party> out;
  if (const auto* list = wire::array_of(value, "parties"))
    for (const auto& row : *list) {
      domain::Party party;
      party.adults = static_cast<int>(wire::integer_of(row, "adults").value_or(0));
      if (const auto* ages = wire::array_of(row, "child_ages"))
        for (const auto& age : *ages)
          if (age.is_int64()) party.child_ages.push_back(static_cast<int>(age.get_int64()));
      out.push_back(std::move(party));
    }
  return out;
}

// Before bookings could hold rooms of different types, the file named one type for all of them.
std::vector<std::string> room_types_from(const json::value& row, std::size_t rooms) {
  auto out = wire::texts_of(row, "room_type_ids");
  if (out.empty()) out.assign(rooms, wire::text_of(row, "room_type_id"));
  return out;
}

bool of_one_type(const std::vector<std::string>& type_ids) {
  return !type_ids.empty() && std::count(type_ids.begin(), type_ids.end(), type_ids.front()) == std::ssize(type_ids);
}

[[noreturn]] void failed(const std::filesystem::path& file, std::string_view what, int number) {
  throw std::runtime_error(fmt::format("{}: {}: {}", file.string(), what, std::strerror(number)));
}

void write_all(int fd, std::string_view text, const std::filesystem::path& file) {
  while (!text.empty()) {
    const auto written = ::write(fd, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) failed(file, "cannot write", errno);
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace

const std::vector<SimulatedRoomType>& simulated_house() {
  static const std::vector<SimulatedRoomType> house{
      room_type("1", "Single Room", 1, 0, 1, 4, 1, 55),  room_type("2", "Double Room", 2, 1, 3, 8, 2, 80),
      room_type("3", "Twin Room", 2, 1, 3, 4, 3, 84),    room_type("4", "Triple Room", 3, 1, 4, 4, 4, 105),
      room_type("5", "Family Room", 2, 3, 5, 4, 5, 130), room_type("6", "Suite", 2, 2, 4, 2, 6, 190)};
  return house;
}

std::int64_t simulated_night_cents(const SimulatedRoomType& type, wire::Date night, const std::string& currency) {
  const auto rule = currency_rule(currency);
  const int percent = 100 + (high_season(night) ? kHighSeason : 0) + (weekend_night(night) ? kWeekend : 0);
  const double units = type.base_rate * rule.per_dollar * percent / 100.0;
  return std::max<std::int64_t>(1, std::llround(units / rule.step)) * rule.step * 100;
}

std::optional<SimulatedState> load_state(const std::filesystem::path& file) {
  if (!std::filesystem::exists(file)) return std::nullopt;
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  const auto value = in ? wire::parse_json(text.str()) : std::nullopt;
  const auto* list = value && value->is_object() ? wire::array_of(*value, "bookings") : nullptr;
  if (list == nullptr)
    throw std::runtime_error(fmt::format("{} is not the simulated hotel's state: restore or remove it", file.string()));
  SimulatedState out;
  out.next_id = wire::integer_of(*value, "next_id").value_or(out.next_id);
  out.next_line = wire::integer_of(*value, "next_line").value_or(out.next_line);
  out.changes = wire::integer_of(*value, "changes").value_or(0);
  for (const auto& row : *list) {
    const auto* shown = wire::member(row, "booking");
    auto booking = shown != nullptr ? wire::booking_from_json(*shown) : std::nullopt;
    if (!booking) throw std::runtime_error(fmt::format("{} holds a booking that cannot be read", file.string()));
    auto type_ids = room_types_from(row, booking->rooms.size());
    out.bookings.push_back(
        {std::move(*booking), std::move(type_ids), parties_from(row), wire::integer_of(row, "changed").value_or(0)});
  }
  return out;
}

void save_state(const std::filesystem::path& file, const SimulatedState& state) {
  json::array bookings;
  for (const auto& b : state.bookings) {
    json::object row{{"booking", wire::to_json(b.shown)},
                     {"room_type_ids", json::array(b.room_type_ids.begin(), b.room_type_ids.end())},
                     {"parties", parties_json(b.parties)},
                     {"changed", b.changed}};
    // An older release, after a rollback, knows only this one.
    if (of_one_type(b.room_type_ids)) row["room_type_id"] = b.room_type_ids.front();
    bookings.push_back(std::move(row));
  }
  const json::object value{{"next_id", state.next_id},
                           {"next_line", state.next_line},
                           {"changes", state.changes},
                           {"bookings", std::move(bookings)}};
  const auto beside = file.string() + ".new";
  const int fd = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (fd < 0) failed(file, "cannot open", errno);
  try {
    write_all(fd, json::serialize(value), file);
    if (::fsync(fd) != 0) failed(file, "cannot sync", errno);
  } catch (...) {
    ::close(fd);
    ::unlink(beside.c_str());
    throw;
  }
  ::close(fd);
  if (std::rename(beside.c_str(), file.c_str()) != 0) failed(file, "cannot rename", errno);
}

}  // namespace hotel::pms
