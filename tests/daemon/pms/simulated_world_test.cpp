// A simulated hotel with a house of its own, read from JSON and kept in memory.
#include "pms/simulated_world.h"

#include <filesystem>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <random>

#include "hand_clock.h"
#include "pms/simulated.h"
#include "run_task.h"
#include "wire/codec.h"

namespace hotel::pms {
namespace {

using base::ErrorCode;
using test::day;
using test::run;

constexpr const char* kWorld = R"({
  "about": "a small house",
  "hotel": {"name": "Hotel Prueba", "currency": "ARS", "timezone": "America/Argentina/Buenos_Aires"},
  "room_types": [
    {"room_type": "single", "max_guests": 1, "rate": 60, "count": 2},
    {"room_type": "double", "max_guests": 2, "rate": 85, "count": 3},
    {"room_type": "suite", "max_guests": 3, "rate": 190, "count": 1}],
  "rules": {"sold_out": [], "bookings": []}, "faq": {"pool": "open"}})";

constexpr const char* kOwn = R"({
  "bookings": [{"code": "HX7K2P", "name": "Laura Giménez", "check_in": "2027-03-27", "check_out": "2027-03-29",
                "room_type": ["double"], "adults": 2}],
  "sold_out": [{"room_type": "suite", "from": "2026-12-24", "to": "2026-12-27"}]})";

boost::json::value json(std::string_view text) {
  return wire::parse_json(text).value();
}
SimulatedWorld world(std::string_view own = kOwn) {
  auto out = world_from_json(json(kWorld)).value();
  add_to_world(out, json(own), "5491100000101");
  return out;
}
std::string fault_of_own(std::string_view own) {
  auto out = world();
  const auto bookings = out.bookings.size(), spans = out.sold_out.size();
  try {
    add_to_world(out, json(own), "5491100000101");
  } catch (const std::runtime_error& e) {
    EXPECT_EQ(out.bookings.size(), bookings) << own;
    EXPECT_EQ(out.sold_out.size(), spans) << own;
    return e.what();
  }
  return "";
}

class WorldTest : public testing::Test {
 protected:
  SimulatedHotel open(SimulatedWorld house) {
    return {SimulatedConfig{{}, "USD", "UTC", "guest.invalid.example", std::move(house)}, clock};
  }
  static domain::Stay stay(const char* from, const char* to, int adults = 2) {
    return {day(from), day(to), {domain::Party{adults, {}}}};
  }
  base::Result<domain::Availability> look(SimulatedHotel& hotel, domain::Stay wanted) {
    return run(io, hotel.availability(std::move(wanted), ports::Freshness::kFresh));
  }
  int free(SimulatedHotel& hotel, const std::string& type, const char* from, const char* to) {
    const auto found = look(hotel, stay(from, to));
    return domain::offer_of(*found, type)->free;
  }
  base::Result<std::string> book(SimulatedHotel& hotel, domain::Stay wanted, std::vector<std::string> types) {
    domain::BookingRequest request;
    request.marker = "m/1";
    request.stay = std::move(wanted);
    request.room_type_ids = std::move(types);
    request.first_name = request.last_name = "Ana";
    request.phone = "5215512345678";
    return run(io, hotel.book(std::move(request)));
  }

  boost::asio::io_context io;
  test::HandClock clock;
};

TEST(World, TypesHaveTheNamesAndPartiesOfTheDescription) {
  const auto house = world();
  ASSERT_EQ(house.types.size(), 3u);
  EXPECT_EQ(house.types[0].type.name, "Single Room");
  EXPECT_EQ(house.types[1].type.name, "Double Room");
  EXPECT_EQ(house.types[2].type.name, "Suite");
  EXPECT_EQ(house.types[1].rooms, (std::vector<std::string>{"201", "202", "203"}));
  EXPECT_EQ(house.types[1].base_rate, 85);
  EXPECT_EQ(house.types[2].type.max_adults, 3);
  EXPECT_EQ(house.types[2].type.max_children, 3);
  EXPECT_TRUE(house.types[2].type.fits({1, {4, 7}}));
  EXPECT_FALSE(house.types[2].type.fits({2, {4, 7}}));
  EXPECT_EQ(house.currency, "ARS");
}

TEST(World, BookingsHaveTheGivenCodeAndTheGuestsPhone) {
  const auto house = world();
  ASSERT_EQ(house.bookings.size(), 1u);
  const auto& shown = house.bookings[0].shown;
  EXPECT_EQ(shown.reference, "HX7K2P");
  EXPECT_EQ(shown.guest_name, "Laura Giménez");
  EXPECT_EQ(shown.phone, "5491100000101");
  EXPECT_EQ(shown.total, (wire::Money{17'000, "ARS"}));
  EXPECT_EQ(shown.rooms.at(0).room_type, "Double Room");
  EXPECT_EQ(shown.rooms.at(0).adults, 2);
}

TEST(World, PeopleOfABookingGoWhereThereIsSpace) {
  const auto house = world(R"({"bookings":[{"code":"A1B2C3","name":"Ana","check_in":"2027-03-27",
      "check_out":"2027-03-29","room_type":["single","suite"],"adults":4}]})");
  EXPECT_EQ(house.bookings.at(0).parties, (std::vector<domain::Party>{{1, {}}, {3, {}}}));
  EXPECT_EQ(house.bookings.at(0).room_type_ids, (std::vector<std::string>{"1", "3"}));
}

TEST(World, ABadDescriptionIsNoWorld) {
  const auto with = [](std::string_view types, std::string_view rules = "{}") {
    return world_from_json(json(fmt::format(R"({{"room_types":{},"rules":{}}})", types, rules))).has_value();
  };
  EXPECT_TRUE(with(R"([{"room_type":"twin","max_guests":2,"rate":85,"count":1}])"));
  for (const auto* bad :
       {"null", "{}", "[]", "[5]", R"([{"room_type":"twin","max_guests":2,"rate":85}])",
        R"([{"max_guests":2,"rate":85,"count":1}])", R"([{"room_type":"twin","max_guests":2,"rate":85,"count":0}])",
        R"([{"room_type":"twin","max_guests":2,"rate":85,"count":100}])",
        R"([{"room_type":"twin","max_guests":2,"rate":-1,"count":1}])",
        R"([{"room_type":"twin","max_guests":2,"rate":85.5,"count":1}])",
        R"([{"room_type":"twin","max_guests":2,"rate":1e300,"count":1}])",
        R"([{"room_type":"twin","max_guests":"x","rate":85,"count":1}])",
        R"([{"room_type":"twin","max_guests":2,"rate":85,"count":1},
            {"room_type":"twin","max_guests":2,"rate":90,"count":1}])"})
    EXPECT_FALSE(with(bad)) << bad;
  EXPECT_FALSE(with(R"([{"room_type":"twin","max_guests":2,"rate":85,"count":1}])",
                    R"({"sold_out":[{"room_type":"suite","from":"2026-12-24","to":"2026-12-27"}]})"));
  for (const auto* bad : {"null", "5", "[]", "{}", R"("world")"}) EXPECT_FALSE(world_from_json(json(bad))) << bad;
}

TEST(World, WhatIsWrongInAnAdditionIsNamed) {
  EXPECT_EQ(fault_of_own("null"), "");
  EXPECT_EQ(fault_of_own("{}"), "");
  const auto booking = [](std::string_view change) {
    auto row = json(R"({"code":"QL-48213","name":"Ana","check_in":"2027-03-27","check_out":"2027-03-29",
        "room_type":["double"],"adults":2})");
    const auto members = json(change);
    for (const auto& [key, value] : members.as_object()) row.as_object()[key] = value;
    return fault_of_own(boost::json::serialize(boost::json::object{{"bookings", boost::json::array{row}}}));
  };
  EXPECT_EQ(booking("{}"), "");
  EXPECT_NE(booking(R"({"room_type":["penthouse"]})").find("QL-48213: the house has no room type «penthouse»"),
            std::string::npos);
  for (const auto* bad :
       {R"({"code":""})", R"({"code":"HX7K2P"})", R"({"name":null})", R"({"check_in":"2027-02-30"})",
        R"({"check_out":"2027-03-27"})", R"({"check_out":[]})", R"({"room_type":[]})", R"({"room_type":5})",
        R"({"adults":3})", R"({"adults":0})", R"({"adults":"two"})", R"({"room_type":["double","double"],"adults":1})"})
    EXPECT_NE(booking(bad), "") << bad;
  for (const auto* bad :
       {"5", "[]", R"({"bookings":{}})", R"({"bookings":[5]})", R"({"sold_out":"suite"})", R"({"sold_out":[{}]})",
        R"({"sold_out":[{"room_type":"penthouse","from":"2026-12-24","to":"2026-12-27"}]})",
        R"({"sold_out":[{"room_type":"suite","from":"2026-12-24"}]})",
        R"({"sold_out":[{"room_type":"suite","from":"2026-12-27","to":"2026-12-24"}]})"})
    EXPECT_NE(fault_of_own(bad), "") << bad;
}

TEST_F(WorldTest, FlatRatesHoldEveryNight) {
  auto hotel = open(world());
  for (const auto& [from, to] : {std::pair{"2027-03-08", "2027-03-10"}, {"2027-12-24", "2027-12-26"}}) {
    const auto found = look(hotel, stay(from, to));
    ASSERT_TRUE(found) << found.error().detail;
    ASSERT_EQ(found->offers.size(), 3u);
    EXPECT_EQ(found->offers[1].nightly, (wire::Money{8'500, "ARS"}));
    EXPECT_EQ(found->offers[1].total, (wire::Money{17'000, "ARS"}));
  }
  auto seasons = world();
  seasons.flat_rates = false;
  seasons.currency = "USD";
  auto other = open(seasons);
  EXPECT_GT(look(other, stay("2027-12-24", "2027-12-26"))->offers[1].total.cents, 17'000);
}

TEST_F(WorldTest, BookingsOfTheWorldStandAndTakeTheirRooms) {
  auto hotel = open(world());
  EXPECT_EQ(free(hotel, "2", "2027-03-27", "2027-03-28"), 2);
  EXPECT_EQ(free(hotel, "2", "2027-03-29", "2027-03-30"), 3);
  const auto found = run(io, hotel.by_reference("hx7k2p"));
  ASSERT_TRUE(found && *found);
  EXPECT_EQ((*found)->phone, "5491100000101");
  EXPECT_EQ((*found)->rooms.at(0).room, "201");
  const auto id = (*found)->id;
  EXPECT_EQ(run(io, hotel.reconcile(day("2027-03-01")))->changed.size(), 1u);
  const auto moved = run(io, hotel.change_stay(id, {stay("2027-04-20", "2027-04-23"), ""}));
  ASSERT_TRUE(moved) << moved.error().detail;
  EXPECT_EQ(moved->total, (wire::Money{25'500, "ARS"}));
  EXPECT_EQ(moved->reference, "HX7K2P");
  ASSERT_TRUE(run(io, hotel.cancel(id)));
  EXPECT_EQ(free(hotel, "2", "2027-04-20", "2027-04-23"), 3);
  const auto next = book(hotel, stay("2027-03-27", "2027-03-29"), {"2"});
  ASSERT_TRUE(next);
  EXPECT_NE(*next, id);
}

TEST_F(WorldTest, SoldOutNightsTakeNobody) {
  auto hotel = open(world());
  EXPECT_EQ(free(hotel, "3", "2026-12-24", "2026-12-27"), 0);
  EXPECT_EQ(free(hotel, "3", "2026-12-26", "2026-12-28"), 0);
  EXPECT_EQ(free(hotel, "3", "2026-12-27", "2026-12-28"), 1);
  EXPECT_EQ(free(hotel, "3", "2026-12-22", "2026-12-24"), 1);
  EXPECT_EQ(free(hotel, "2", "2026-12-24", "2026-12-27"), 3);
  EXPECT_EQ(book(hotel, stay("2026-12-24", "2026-12-27"), {"3"}).error().code, ErrorCode::kSoldOut);
}

TEST_F(WorldTest, AGuestWhoHasASoldOutRoomKeepsIt) {
  auto house = world(R"({"bookings":[{"code":"HX7K2P","name":"Laura","check_in":"2026-12-24","check_out":"2026-12-26",
      "room_type":"suite","adults":2}],"sold_out":[{"room_type":"suite","from":"2026-12-20","to":"2026-12-26"}]})");
  auto hotel = open(house);
  const auto id = (*run(io, hotel.by_reference("HX7K2P")))->id;
  EXPECT_TRUE(run(io, hotel.change_stay(id, {stay("2026-12-24", "2026-12-28"), ""})));
  EXPECT_EQ(run(io, hotel.change_stay(id, {stay("2026-12-23", "2026-12-28"), ""})).error().code, ErrorCode::kSoldOut);
}

TEST_F(WorldTest, MoreBookingsThanRoomsAreTold) {
  auto house = world(R"({"bookings":[
      {"code":"A1","name":"Ana","check_in":"2027-03-27","check_out":"2027-03-29","room_type":["suite"]},
      {"code":"A2","name":"Ana","check_in":"2027-03-28","check_out":"2027-03-30","room_type":["suite"]}]})");
  try {
    open(house);
    ADD_FAILURE() << "two bookings in one room";
  } catch (const base::ConfigError& e) {
    EXPECT_NE(e.faults().at(0).find("A2"), std::string::npos);
  }
  house.bookings[1].room_type_ids = {"9"};
  EXPECT_THROW(open(house), base::ConfigError);
  house.bookings[1].room_type_ids.clear();
  EXPECT_THROW(open(house), base::ConfigError);
}

TEST_F(WorldTest, WithoutAFileNothingIsWritten) {
  const auto folder = std::filesystem::temp_directory_path() / fmt::format("world-{}", std::random_device{}());
  const auto before = std::filesystem::current_path();
  std::filesystem::create_directories(folder);
  std::filesystem::current_path(folder);
  auto hotel = open(world());
  const auto id = book(hotel, stay("2027-03-08", "2027-03-10"), {"2"});
  ASSERT_TRUE(id) << id.error().detail;
  ASSERT_TRUE(run(io, hotel.cancel(*id)));
  EXPECT_EQ(hotel.health().status, "up");
  EXPECT_TRUE(std::filesystem::is_empty(folder));
  auto again = open(world());
  EXPECT_EQ(run(io, again.booking(*id)).error().code, ErrorCode::kNotFound);
  std::filesystem::current_path(before);
  std::filesystem::remove_all(folder);
}

TEST_F(WorldTest, WithAFileTheBooksGoOnFromIt) {
  const auto folder = std::filesystem::temp_directory_path() / fmt::format("world-{}", std::random_device{}());
  std::filesystem::create_directories(folder);
  const SimulatedConfig config{folder / "hotel.json", "USD", "UTC", "guest.invalid.example", world()};
  const auto id = [&] {
    SimulatedHotel hotel(config, clock);
    const auto found = run(io, hotel.by_reference("HX7K2P"));
    EXPECT_TRUE(run(io, hotel.cancel((*found)->id)));
    return (*found)->id;
  }();
  SimulatedHotel hotel(config, clock);
  EXPECT_EQ(run(io, hotel.booking(id))->state, wire::BookingState::kCancelled);
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace hotel::pms
