#include "domain/stay.h"

#include <gtest/gtest.h>

namespace hotel::domain {
namespace {

using base::ErrorCode;
using Ids = std::vector<std::string>;

Offer offered(const char* id, int people, int free, std::int64_t one_room, std::int64_t total) {
  Offer offer;
  offer.type = {id, id, people, 0, people};
  offer.free = free;
  offer.one_room = {one_room, "USD"};
  offer.total = {total, "USD"};
  return offer;
}

// Asked for two rooms.
Availability found() {
  Availability out;
  out.stay.rooms = {Party{2, {}}, Party{1, {}}};
  out.offers = {offered("1", 1, 4, 6'000, 12'000), offered("2", 2, 1, 8'334, 16'667), offered("3", 3, 0, 1, 2)};
  return out;
}

std::optional<ErrorCode> fault(Ids ids, std::vector<Party> rooms = found().stay.rooms) {
  BookingRequest request;
  request.stay.rooms = std::move(rooms);
  request.room_type_ids = std::move(ids);
  const auto why = fault_of(found(), request);
  EXPECT_EQ(holds(found(), request), !why);
  return why ? std::optional{why->code} : std::nullopt;
}

TEST(Price, RoomsOfDifferentTypesAddUp) {
  EXPECT_EQ(price_of(found(), {"2", "1"}), (Money{14'334, "USD"}));
  EXPECT_EQ(price_of(found(), {"1", "2", "1"}), (Money{20'334, "USD"}));
}

TEST(Price, OfOneTypeIsThePmssOwnTotal) {
  EXPECT_EQ(price_of(found(), {"2", "2"}), (Money{16'667, "USD"}));
  EXPECT_EQ(price_of(found(), {"2"}), (Money{8'334, "USD"}));  // not what the total was asked for
}

TEST(Price, IsNotGuessed) {
  EXPECT_FALSE(price_of(found(), {}));
  EXPECT_FALSE(price_of(found(), {"2", "9"}));
  auto mixed = found();
  mixed.offers[0].one_room.currency = "EUR";
  EXPECT_FALSE(price_of(mixed, {"2", "1"}));
}

TEST(Rooms, EveryPartyNeedsAFreeRoomThatHoldsIt) {
  EXPECT_FALSE(fault({"2", "1"}));
  EXPECT_EQ(fault({"1", "2"}), ErrorCode::kInvalid);  // two people in the single room
  EXPECT_EQ(fault({"2", "2"}), ErrorCode::kSoldOut);  // one is free
  EXPECT_FALSE(fault({"1", "1"}, {Party{1, {}}, Party{1, {}}}));
  EXPECT_EQ(fault({"2", "3"}), ErrorCode::kSoldOut);
  EXPECT_EQ(fault({"2", "9"}), ErrorCode::kNotFound);
}

TEST(Rooms, EveryRoomHasOneType) {
  EXPECT_EQ(fault({"2"}), ErrorCode::kInvalid);
  EXPECT_EQ(fault({"2", "1", "1"}), ErrorCode::kInvalid);
  EXPECT_EQ(fault({}, {}), ErrorCode::kInvalid);
}

}  // namespace
}  // namespace hotel::domain
