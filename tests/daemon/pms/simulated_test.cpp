#include "pms/simulated.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <random>
#include <set>

#include "hand_clock.h"
#include "run_task.h"

namespace hotel::pms {
namespace {

using base::ErrorCode;
using test::day;
using test::run;

class SimulatedTest : public testing::Test {
 protected:
  SimulatedTest()
      : folder(std::filesystem::temp_directory_path() / ("simulated-" + std::to_string(std::random_device{}()))) {
    std::filesystem::create_directories(folder);
  }
  ~SimulatedTest() override {
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
    std::filesystem::remove_all(folder);
  }
  std::filesystem::path file() const { return folder / "hotel.json"; }
  SimulatedHotel open(std::string currency = "USD") {
    return {SimulatedConfig{file(), std::move(currency), "America/Mexico_City", "guest.invalid.example"}, clock};
  }
  static domain::Stay stay(const char* from = "2027-03-08", const char* to = "2027-03-10") {
    return {day(from), day(to), {domain::Party{2, {}}}};
  }
  static domain::BookingRequest request(const std::string& marker, domain::Stay wanted = stay()) {
    domain::BookingRequest out;
    out.marker = marker;
    out.room_type_ids.assign(wanted.rooms.size(), "6");
    out.stay = std::move(wanted);
    out.first_name = "Ana";
    out.last_name = "García";
    out.phone = "5215512345678";
    return out;
  }
  base::Result<std::string> book(SimulatedHotel& hotel, const std::string& marker) {
    auto wanted = request(marker);
    return run(io, hotel.book(std::move(wanted)));
  }

  boost::asio::io_context io;
  test::HandClock clock;
  std::filesystem::path folder;
};

TEST_F(SimulatedTest, ARestartKeepsBookingsRoomsAndMark) {
  std::string id, mark;
  wire::Booking before;
  {
    auto hotel = open();
    mark = run(io, hotel.changes_since(""))->mark;
    id = *book(hotel, "m/1");
    ASSERT_TRUE(book(hotel, "m/2"));  // both suites
    before = *run(io, hotel.booking(id));
  }
  auto hotel = open();
  const auto after = run(io, hotel.booking(id));
  ASSERT_TRUE(after);
  EXPECT_EQ(wire::to_json(*after), wire::to_json(before));
  EXPECT_EQ(book(hotel, "m/3").error().code, ErrorCode::kSoldOut);
  EXPECT_EQ(run(io, hotel.changes_since(mark))->changed.size(), 2u);
  EXPECT_EQ(run(io, hotel.find_by_marker("m/1"))->size(), 1u);
}

TEST_F(SimulatedTest, NothingIsToldThatWasNotWritten) {
  auto hotel = open();
  std::filesystem::remove_all(folder);  // the disk is gone
  EXPECT_EQ(book(hotel, "m/1").error().code, ErrorCode::kPmsUnavailable);
  EXPECT_EQ(hotel.health().status, "down");
  std::filesystem::create_directories(folder);
  EXPECT_TRUE(run(io, hotel.find_by_marker("m/1"))->empty());
  EXPECT_TRUE(book(hotel, "m/2"));
  EXPECT_EQ(hotel.health().status, "up");
}

TEST_F(SimulatedTest, AFileThatCannotBeReadIsToldAndNotOverwritten) {
  std::ofstream(file()) << "{broken";
  EXPECT_THROW(open(), base::ConfigError);
  EXPECT_EQ(std::filesystem::file_size(file()), 7u);
}

TEST_F(SimulatedTest, ErasedGuestsAreGoneFromTheRunningHotelToo) {
  auto hotel = open();
  const auto id = *book(hotel, "m/1");
  ASSERT_EQ(SimulatedHotel::erase_guest(file(), "0000"), 0u);
  // The file's time has a coarse grain on some systems: make the change visible without waiting.
  ASSERT_EQ(SimulatedHotel::erase_guest(file(), "5215512345678"), 1u);
  std::filesystem::last_write_time(file(), std::filesystem::last_write_time(file()) + std::chrono::seconds{1});
  EXPECT_EQ(run(io, hotel.booking(id)).error().code, ErrorCode::kNotFound);
  std::ifstream in(file());
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  EXPECT_EQ(text.find("5215512345678"), std::string::npos);
}

TEST_F(SimulatedTest, PricesFollowTypeSeasonAndWeekend) {
  const auto& house = simulated_house();
  const auto monday = day("2027-03-08"), friday = day("2027-03-12"), august = day("2027-08-02");
  for (const auto& type : house) {
    const auto plain = simulated_night_cents(type, monday, "USD");
    EXPECT_EQ(plain, type.base_rate * 100);
    EXPECT_GT(simulated_night_cents(type, friday, "USD"), plain);
    EXPECT_GT(simulated_night_cents(type, august, "USD"), simulated_night_cents(type, friday, "USD"));
    EXPECT_EQ(simulated_night_cents(type, monday, "ARS") % 50'000, 0);
    EXPECT_GT(simulated_night_cents(type, monday, "ARS"), plain * 100);
  }
  auto hotel = open();
  const auto found = run(io, hotel.availability(stay("2027-03-11", "2027-03-14"),
                                                ports::Freshness::kFresh));  // Thursday, Friday, Saturday
  ASSERT_TRUE(found);
  EXPECT_EQ(found->offers[1].total.cents, (80 + 88 + 88) * 100);
}

TEST_F(SimulatedTest, ReferencesAreNineLettersAndDiffer) {
  auto hotel = open();
  std::set<std::string> seen;
  for (int i = 0; i < 40; ++i) {
    auto wanted = request("m/" + std::to_string(i));
    wanted.stay.check_in = wire::add_days(day("2027-03-08"), i);
    wanted.stay.check_out = wire::add_days(day("2027-03-08"), i + 1);
    const auto id = run(io, hotel.book(wanted));
    ASSERT_TRUE(id);
    const auto reference = run(io, hotel.booking(*id))->reference;
    EXPECT_EQ(reference.size(), 9u);
    EXPECT_EQ(reference.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), std::string::npos);
    seen.insert(reference);
  }
  EXPECT_EQ(seen.size(), 40u);
}

TEST_F(SimulatedTest, RefusesWhatNoHotelWouldTake) {
  auto hotel = open();
  const auto code = [&](domain::BookingRequest wanted) { return run(io, hotel.book(std::move(wanted))).error().code; };
  EXPECT_EQ(code(request("m", stay("2020-01-01", "2020-01-02"))), ErrorCode::kInvalid);
  auto crowd = request("m");
  crowd.stay.rooms = {domain::Party{6, {}}};
  EXPECT_EQ(code(crowd), ErrorCode::kInvalid);
  auto nobody = request("m");
  nobody.phone = "";
  EXPECT_EQ(code(nobody), ErrorCode::kInvalid);
  auto unknown = request("m");
  unknown.room_type_ids = {"99"};
  EXPECT_EQ(code(unknown), ErrorCode::kInvalid);
  auto without_type = request("m");
  without_type.room_type_ids.clear();
  EXPECT_EQ(code(without_type), ErrorCode::kInvalid);
}

TEST_F(SimulatedTest, AFileOfBeforeRoomsHadTypesOfTheirOwnIsRead) {
  auto wanted = request("m/1");
  wanted.stay.rooms.push_back({1, {}});
  wanted.room_type_ids = {"2", "2"};
  const auto id = [&] {
    auto hotel = open();
    return *run(io, hotel.book(wanted));
  }();
  auto text = [&] {
    std::ifstream in(file());
    return std::string{std::istreambuf_iterator<char>(in), {}};
  }();
  const std::string types = R"("room_type_ids":["2","2"],)";
  ASSERT_NE(text.find(types), std::string::npos);
  ASSERT_NE(text.find(R"("room_type_id":"2")"), std::string::npos);  // for an older release
  std::ofstream(file(), std::ios::trunc) << text.erase(text.find(types), types.size());
  EXPECT_EQ(load_state(file())->bookings.at(0).room_type_ids, (std::vector<std::string>{"2", "2"}));
  auto hotel = open();
  auto moved = wanted.stay;
  moved.check_out = day("2027-03-11");
  const auto changed = run(io, hotel.change_stay(id, {moved, ""}));
  ASSERT_TRUE(changed) << changed.error().detail;
  EXPECT_EQ(changed->rooms.at(1).room_type, "Double Room");
}

}  // namespace
}  // namespace hotel::pms
