// What any hotel behind the port must do alike: the simulated one and a QloApps shop.
#include <filesystem>
#include <random>
#include <set>

#include "pms/simulated.h"
#include "shop.h"

namespace hotel::pms::test {
namespace {

class BothHotels : public Shop, public testing::WithParamInterface<const char*> {
 protected:
  BothHotels() {
    if (std::string(GetParam()) == "mock") {
      folder = std::filesystem::temp_directory_path() / ("pms-both-" + std::to_string(std::random_device{}()));
      std::filesystem::create_directories(folder);
      simulated = std::make_unique<SimulatedHotel>(
          SimulatedConfig{folder / "hotel.json", "USD", "UTC", "guest.invalid.example"}, clock);
    }
  }
  ~BothHotels() override {
    if (!folder.empty()) std::filesystem::remove_all(folder);
  }

  ports::Pms& hotel() { return simulated ? static_cast<ports::Pms&>(*simulated) : *pms; }
  std::string source() const { return simulated ? "mock" : "qloapps"; }
  base::Result<domain::Availability> look(domain::Stay wanted) {
    return run(io, hotel().availability(std::move(wanted), ports::Freshness::kFresh));
  }
  domain::BookingRequest want(const std::string& marker, const domain::Stay& wanted, const std::string& type_name) {
    const auto found = look(wanted);
    auto out = request(marker, wanted, offer(*found, type_name).type.id);
    out.expected_total = offer(*found, type_name).total;
    return out;
  }

  std::filesystem::path folder;
  std::unique_ptr<SimulatedHotel> simulated;
};

TEST_P(BothHotels, OffersEveryTypeWithAPriceOfTheStay) {
  const auto found = look(stay());
  ASSERT_TRUE(found) << found.error().detail;
  EXPECT_EQ(found->source, source());
  EXPECT_EQ(found->read_at, clock.now());
  for (const auto* name : {"Single Room", "Double Room", "Triple Room", "Family Room", "Suite"}) {
    const auto& one = offer(*found, name);
    EXPECT_GT(one.free, 0) << name;
    EXPECT_GT(one.total.cents, one.nightly.cents) << name;
    EXPECT_EQ(one.one_room, one.total) << name;
    EXPECT_EQ(one.total.currency, "USD") << name;
  }
  EXPECT_FALSE(offer(*found, "Single Room").fits);
  EXPECT_TRUE(offer(*found, "Double Room").fits);
}

TEST_P(BothHotels, BooksAtTheOfferedPriceAndKeepsTheMarker) {
  const auto wanted = want("agente-hotelero/0001", stay(), "Double Room");
  const auto id = run(io, hotel().book(wanted));
  ASSERT_TRUE(id) << id.error().detail;
  const auto seen = run(io, hotel().verify(*id));
  ASSERT_TRUE(seen);
  EXPECT_EQ(seen->state, ports::Verification::State::kStands);
  EXPECT_EQ(seen->booking.total, wanted.expected_total);
  EXPECT_EQ(seen->booking.guest_name, "Ana García");
  EXPECT_EQ(seen->booking.rooms.at(0).room_type, "Double Room");
  EXPECT_EQ(*run(io, hotel().find_by_marker(wanted.marker)), std::vector<std::string>{*id});
  const auto again = run(io, hotel().by_reference(seen->booking.reference));
  ASSERT_TRUE(again && *again);
  EXPECT_EQ((*again)->id, *id);
}

TEST_P(BothHotels, OneBookingHoldsRoomsOfDifferentTypes) {
  auto wanted = stay();
  wanted.rooms = {domain::Party{2, {}}, domain::Party{1, {}}, domain::Party{2, {}}};
  const auto found = look(wanted);
  ASSERT_TRUE(found);
  auto order = request("agente-hotelero/0001", wanted);
  const auto type = [&](const char* name) { return offer(*found, name).type.id; };
  order.room_type_ids = {type("Double Room"), type("Single Room"), type("Double Room")};
  EXPECT_TRUE(domain::holds(*found, order));
  order.expected_total = *domain::price_of(*found, order.room_type_ids);
  const auto id = run(io, hotel().book(order));
  ASSERT_TRUE(id) << id.error().detail;
  const auto seen = run(io, hotel().verify(*id));
  ASSERT_TRUE(seen);
  EXPECT_EQ(seen->state, ports::Verification::State::kStands);
  EXPECT_EQ(seen->booking.total, order.expected_total);
  std::vector<std::pair<std::string, int>> rooms;
  std::set<std::string> numbers;
  for (const auto& room : seen->booking.rooms) {
    rooms.emplace_back(room.room_type, room.adults);
    numbers.insert(room.room);
  }
  std::sort(rooms.begin(), rooms.end());
  EXPECT_EQ(rooms,
            (std::vector<std::pair<std::string, int>>{{"Double Room", 2}, {"Double Room", 2}, {"Single Room", 1}}));
  EXPECT_EQ(numbers.size(), 3u);
  const auto after = look(wanted);
  EXPECT_EQ(offer(*after, "Double Room").free, offer(*found, "Double Room").free - 2);
  EXPECT_EQ(offer(*after, "Single Room").free, offer(*found, "Single Room").free - 1);
}

TEST_P(BothHotels, EveryRoomOfAMixedBookingMustHoldItsPartyAndBeFree) {
  auto wanted = stay();
  wanted.rooms = {domain::Party{1, {}}, domain::Party{2, {}}};
  auto order = want("agente-hotelero/0001", wanted, "Double Room");
  const auto double_room = order.room_type_ids[0], single = offer(*look(wanted), "Single Room").type.id;
  const auto code = [&](std::vector<std::string> types) {
    order.room_type_ids = std::move(types);
    return run(io, hotel().book(order)).error().code;
  };
  EXPECT_EQ(code({double_room, single}), ErrorCode::kInvalid);  // two people in the single room
  EXPECT_EQ(code({double_room}), ErrorCode::kInvalid);
  EXPECT_EQ(code({double_room, "4711"}), ErrorCode::kInvalid);
  const auto one = stay("2027-03-12", "2027-03-15", 1);
  for (int left = offer(*look(one), "Single Room").free; left > 0; --left)
    ASSERT_TRUE(run(io, hotel().book(want("agente-hotelero/s" + std::to_string(left), one, "Single Room"))));
  const auto free = offer(*look(wanted), "Double Room").free;
  EXPECT_EQ(code({single, double_room}), ErrorCode::kSoldOut);
  EXPECT_EQ(offer(*look(wanted), "Double Room").free, free);  // nothing of it was kept
}

TEST_P(BothHotels, RoomsRunOutAndComeBack) {
  const auto wanted = stay();
  const int free = offer(*look(wanted), "Suite").free;
  std::vector<std::string> ids;
  for (int i = 0; i < free; ++i) {
    const auto id = run(io, hotel().book(want("agente-hotelero/" + std::to_string(i), wanted, "Suite")));
    ASSERT_TRUE(id) << id.error().detail;
    ids.push_back(*id);
  }
  EXPECT_EQ(offer(*look(wanted), "Suite").free, 0);
  EXPECT_FALSE(offer(*look(wanted), "Suite").fits);
  EXPECT_EQ(run(io, hotel().book(want("agente-hotelero/x", wanted, "Suite"))).error().code, ErrorCode::kSoldOut);
  EXPECT_GT(offer(*look(stay("2027-03-15", "2027-03-17")), "Suite").free, 0);  // the day of departure is free
  ASSERT_TRUE(run(io, hotel().cancel(ids[0])));
  ASSERT_TRUE(run(io, hotel().cancel(ids[0])));
  EXPECT_EQ(offer(*look(wanted), "Suite").free, 1);
  EXPECT_EQ(run(io, hotel().booking(ids[0]))->state, wire::BookingState::kCancelled);
  EXPECT_EQ(run(io, hotel().verify(ids[0]))->state, ports::Verification::State::kLost);
}

TEST_P(BothHotels, ChangesOfStayArePricedAnew) {
  const auto id = run(io, hotel().book(want("agente-hotelero/0001", stay(), "Double Room")));
  ASSERT_TRUE(id);
  const auto moved = stay("2027-03-20", "2027-03-22");
  const auto price = offer(*look(moved), "Double Room").total;
  const auto changed = run(io, hotel().change_stay(*id, {moved, ""}));
  ASSERT_TRUE(changed) << changed.error().detail;
  EXPECT_EQ(changed->total, price);
  EXPECT_EQ(changed->rooms.at(0).check_in, day("2027-03-20"));
  ASSERT_TRUE(run(io, hotel().cancel(*id)));
  EXPECT_EQ(run(io, hotel().change_stay(*id, {stay(), ""})).error().code, ErrorCode::kNotNow);
}

TEST_P(BothHotels, ChangesOfRoomTypeArePricedAnewAndFreeTheOldRoom) {
  const auto id = run(io, hotel().book(want("agente-hotelero/0001", stay(), "Double Room")));
  ASSERT_TRUE(id);
  const auto before = look(stay());
  const auto& suite = offer(*before, "Suite");
  const auto changed = run(io, hotel().change_stay(*id, {stay(), suite.type.id}));
  ASSERT_TRUE(changed) << changed.error().detail;
  ASSERT_EQ(changed->rooms.size(), 1u);
  EXPECT_EQ(changed->rooms[0].room_type, "Suite");
  EXPECT_EQ(changed->total, suite.total);
  EXPECT_EQ(run(io, hotel().verify(*id))->state, ports::Verification::State::kStands);
  const auto after = look(stay());
  EXPECT_EQ(offer(*after, "Suite").free, suite.free - 1);
  EXPECT_EQ(offer(*after, "Double Room").free, offer(*before, "Double Room").free + 1);
  // The next change keeps the new type.
  const auto moved = run(io, hotel().change_stay(*id, {stay("2027-03-20", "2027-03-22"), ""}));
  ASSERT_TRUE(moved) << moved.error().detail;
  EXPECT_EQ(moved->rooms.at(0).room_type, "Suite");
}

TEST_P(BothHotels, AChangeOfRoomTypeNeedsAFreeRoomThatHoldsTheParty) {
  const auto id = run(io, hotel().book(want("agente-hotelero/0001", stay(), "Double Room")));
  ASSERT_TRUE(id);
  const auto code = [&](const std::string& type) {
    return run(io, hotel().change_stay(*id, {stay(), type})).error().code;
  };
  const auto found = look(stay());
  EXPECT_EQ(code(offer(*found, "Single Room").type.id), ErrorCode::kInvalid);
  EXPECT_EQ(code("4711"), ErrorCode::kInvalid);
  for (int left = offer(*found, "Suite").free; left > 0; --left)
    ASSERT_TRUE(run(io, hotel().book(want("agente-hotelero/s" + std::to_string(left), stay(), "Suite"))));
  EXPECT_EQ(code(offer(*found, "Suite").type.id), ErrorCode::kSoldOut);
  EXPECT_EQ(run(io, hotel().booking(*id))->rooms.at(0).room_type, "Double Room");
}

TEST_P(BothHotels, BookingsWithDifferentRoomsAreChangedByStaff) {
  auto wanted = stay();
  wanted.rooms = {domain::Party{2, {}}, domain::Party{1, {}}};
  auto order = want("agente-hotelero/0001", wanted, "Double Room");
  const auto double_room = order.room_type_ids[0];
  order.room_type_ids[1] = offer(*look(wanted), "Single Room").type.id;
  const auto mixed = run(io, hotel().book(order));
  ASSERT_TRUE(mixed) << mixed.error().detail;
  const auto code = [&](const std::string& id, domain::StayChange change) {
    return run(io, hotel().change_stay(id, std::move(change))).error().code;
  };
  auto moved = wanted;
  moved.check_out = day("2027-03-14");
  EXPECT_EQ(code(*mixed, {moved, ""}), ErrorCode::kNotNow);
  EXPECT_EQ(code(*mixed, {wanted, double_room}), ErrorCode::kNotNow);
  const auto single = run(io, hotel().book(want("agente-hotelero/0002", stay(), "Suite")));
  ASSERT_TRUE(single);
  EXPECT_EQ(code(*single, {wanted, double_room}), ErrorCode::kNotNow);  // another number of rooms
}

TEST_P(BothHotels, SyncSeesBookingsAndCancellations) {
  auto first = run(io, hotel().changes_since(""));
  ASSERT_TRUE(first);
  EXPECT_TRUE(first->changed.empty());
  pass(std::chrono::minutes{5});
  const auto id = run(io, hotel().book(want("agente-hotelero/0001", stay(), "Double Room")));
  auto second = run(io, hotel().changes_since(first->mark));
  ASSERT_TRUE(second);
  ASSERT_EQ(second->changed.size(), 1u);
  EXPECT_EQ(second->changed[0].id, *id);
  pass(std::chrono::minutes{5});
  ASSERT_TRUE(run(io, hotel().cancel(*id)));
  auto third = run(io, hotel().changes_since(second->mark));
  ASSERT_TRUE(third);
  ASSERT_EQ(third->changed.size(), 1u);
  EXPECT_EQ(third->changed[0].state, wire::BookingState::kCancelled);
  EXPECT_EQ(run(io, hotel().reconcile(day("2027-03-15")))->changed.size(), 1u);
  EXPECT_EQ(run(io, hotel().reconcile(day("2027-03-16")))->changed.size(), 0u);
  EXPECT_EQ(hotel().health().last_sync_at, clock.now());
}

TEST_P(BothHotels, UnknownBookingsAreNotFound) {
  EXPECT_EQ(run(io, hotel().booking("4711")).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(run(io, hotel().verify("4711")).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(run(io, hotel().cancel("4711")).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(run(io, hotel().change_stay("4711", {stay(), ""})).error().code, ErrorCode::kNotFound);
  EXPECT_FALSE(*run(io, hotel().by_reference("ZZZZZZZZZ")));
  EXPECT_TRUE(run(io, hotel().find_by_marker("agente-hotelero/none"))->empty());
}

TEST_P(BothHotels, HealthNamesTheHotel) {
  EXPECT_EQ(hotel().health().status, "unknown");
  run(io, hotel().probe());
  EXPECT_EQ(hotel().health().status, "up");
  EXPECT_EQ(hotel().health().pms, source());
}

INSTANTIATE_TEST_SUITE_P(Pms, BothHotels, testing::Values("mock", "qloapps"),
                         [](const auto& info) { return std::string(info.param); });

}  // namespace
}  // namespace hotel::pms::test
