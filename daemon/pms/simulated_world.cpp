#include "pms/simulated_world.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <cmath>
#include <fmt/format.h>
#include <stdexcept>

#include "wire/codec.h"

namespace hotel::pms {
namespace json = boost::json;
namespace {

constexpr int kMostRooms = 99;  // of a type, or numbers of rooms of different types would be the same
constexpr int kMostTypes = 99, kMostGuests = 20, kHighestRate = 10'000'000, kMostRoomsBooked = 9;

[[noreturn]] void wrong(std::string what) {
  throw std::runtime_error(std::move(what));
}

std::optional<int> whole(const json::value& row, std::string_view key, int most) {
  const auto number = wire::number_of(row, key);
  if (!number || !(*number >= 1 && *number <= most) || std::floor(*number) != *number) return std::nullopt;
  return static_cast<int>(*number);
}

// "double" is the Double Room; a suite and an apartment are no rooms.
std::string name_of(std::string type) {
  if (type.empty()) return type;
  if (type.front() >= 'a' && type.front() <= 'z') type.front() = static_cast<char>(type.front() - 'a' + 'A');
  return type == "Suite" || type == "Apartment" ? type : type + " Room";
}

const SimulatedRoomType* type_named(const SimulatedWorld& world, const std::string& type) {
  const auto it = std::find_if(world.types.begin(), world.types.end(),
                               [name = name_of(type)](const auto& known) { return known.type.name == name; });
  return it == world.types.end() ? nullptr : &*it;
}

std::optional<SimulatedRoomType> type_from(const json::value& row, std::size_t number) {
  const auto name = wire::text_of(row, "room_type");
  const auto guests = whole(row, "max_guests", kMostGuests), rate = whole(row, "rate", kHighestRate),
             count = whole(row, "count", kMostRooms);
  if (name.empty() || !guests || !rate || !count) return std::nullopt;
  SimulatedRoomType out{{std::to_string(number), name_of(name), *guests, *guests, *guests}, {}, *rate};
  for (int n = 1; n <= *count; ++n) out.rooms.push_back(fmt::format("{}{:02}", number, n));
  return out;
}

wire::Date day_of(const json::value& row, std::string_view key, const std::string& whose) {
  const auto day = wire::parse_iso(wire::text_of(row, key));
  if (!day) wrong(fmt::format("{}: {} must be a day as YYYY-MM-DD", whose, key));
  return *day;
}

SimulatedWorld::SoldOut sold_out_from(const SimulatedWorld& world, const json::value& row) {
  const auto name = wire::text_of(row, "room_type");
  const auto* type = type_named(world, name);
  if (type == nullptr) wrong(fmt::format("sold_out: the house has no room type «{}»", name));
  SimulatedWorld::SoldOut out{type->type.id, day_of(row, "from", "sold_out"), day_of(row, "to", "sold_out")};
  if (wire::nights_between(out.from, out.to) < 1) wrong("sold_out: to must be after from");
  return out;
}

// One adult in every room, the others where there is space.
std::vector<domain::Party> parties_in(const std::vector<const SimulatedRoomType*>& types, int adults,
                                      const std::string& whose) {
  std::vector<domain::Party> out(types.size(), domain::Party{1, {}});
  int left = adults - static_cast<int>(types.size());
  for (std::size_t i = 0; i < types.size(); ++i)
    for (; left > 0 && types[i]->type.fits({out[i].adults + 1, {}}); --left) ++out[i].adults;
  if (left != 0) wrong(fmt::format("{}: {} adults do not fit into its rooms", whose, adults));
  return out;
}

std::vector<const SimulatedRoomType*> types_of(const SimulatedWorld& world, const json::value& row,
                                               const std::string& whose) {
  auto names = wire::texts_of(row, "room_type");
  if (auto one = wire::text_of(row, "room_type"); !one.empty()) names = {std::move(one)};
  if (names.empty() || names.size() > kMostRoomsBooked)
    wrong(fmt::format("{}: room_type must name between 1 and {} rooms", whose, kMostRoomsBooked));
  std::vector<const SimulatedRoomType*> out;
  for (const auto& name : names) {
    out.push_back(type_named(world, name));
    if (out.back() == nullptr) wrong(fmt::format("{}: the house has no room type «{}»", whose, name));
  }
  return out;
}

SimulatedBooking booking_from(const SimulatedWorld& world, const json::value& row, const std::string& phone) {
  SimulatedBooking out;
  auto& shown = out.shown;
  shown.reference = wire::text_of(row, "code");
  if (shown.reference.empty()) wrong("bookings: a booking needs its code");
  const auto whose = "booking " + shown.reference;
  shown.guest_name = wire::text_of(row, "name");
  if (shown.guest_name.empty()) wrong(whose + ": whose it is, name, is missing");
  shown.phone = phone;
  shown.source = "front-desk";
  shown.total.currency = shown.paid.currency = world.currency;
  const auto from = day_of(row, "check_in", whose), to = day_of(row, "check_out", whose);
  if (wire::nights_between(from, to) < 1) wrong(whose + ": check_out must be after check_in");
  const auto types = types_of(world, row, whose);
  auto adults = std::optional{static_cast<int>(types.size())};
  if (wire::member(row, "adults") != nullptr) adults = whole(row, "adults", kMostRoomsBooked * kMostGuests);
  if (!adults) wrong(whose + ": adults must be a number");
  out.parties = parties_in(types, *adults, whose);
  for (std::size_t i = 0; i < types.size(); ++i) {
    out.room_type_ids.push_back(types[i]->type.id);
    shown.rooms.push_back(
        {"", types[i]->type.name, "", from, to, out.parties[i].adults, 0, wire::BookingState::kConfirmed});
    shown.total.cents += std::int64_t{types[i]->base_rate} * 100 * wire::nights_between(from, to);
  }
  return out;
}

const json::array* list_of(const json::value& own, std::string_view key) {
  const auto* list = wire::array_of(own, key);
  if (list == nullptr && wire::member(own, key) != nullptr) wrong(fmt::format("{} must be a list", key));
  return list;
}

}  // namespace

void add_to_world(SimulatedWorld& world, const json::value& own, const std::string& guest_phone) {
  if (own.is_null()) return;
  if (!own.is_object()) wrong("what is added to a world must be an object with bookings and sold_out");
  auto next = world;
  if (const auto* spans = list_of(own, "sold_out"))
    for (const auto& row : *spans) next.sold_out.push_back(sold_out_from(world, row));
  if (const auto* bookings = list_of(own, "bookings"))
    for (const auto& row : *bookings) {
      auto booking = booking_from(world, row, guest_phone);
      for (const auto& other : next.bookings)
        if (other.shown.reference == booking.shown.reference)
          wrong(fmt::format("there are two bookings {}", booking.shown.reference));
      next.bookings.push_back(std::move(booking));
    }
  world = std::move(next);
}

std::optional<SimulatedWorld> world_from_json(const json::value& world) {
  const auto* types = wire::array_of(world, "room_types");
  if (types == nullptr || types->empty() || types->size() > kMostTypes) return std::nullopt;
  SimulatedWorld out;
  out.flat_rates = true;
  if (const auto* hotel = wire::member(world, "hotel")) out.currency = wire::text_of(*hotel, "currency");
  for (const auto& row : *types) {
    auto type = type_from(row, out.types.size() + 1);
    if (!type || type_named(out, wire::text_of(row, "room_type")) != nullptr) return std::nullopt;
    out.types.push_back(std::move(*type));
  }
  const auto* rules = wire::member(world, "rules");
  try {
    if (rules != nullptr) add_to_world(out, *rules, "");
  } catch (const std::runtime_error&) {
    return std::nullopt;
  }
  return out;
}

}  // namespace hotel::pms
