// What the sync sees of everything that can happen to a booking in the shop.
#include "shop.h"

namespace hotel::pms::test {
namespace {

class QloAppsSync : public Shop {
 protected:
  std::map<std::string, wire::Booking> sync() {
    auto result = run(io, pms->changes_since(mark));
    EXPECT_TRUE(result) << (result ? "" : result.error().detail);
    std::map<std::string, wire::Booking> out;
    if (!result) return out;
    mark = result->mark;
    for (auto& booking : result->changed) out[booking.id] = std::move(booking);
    return out;
  }
  // Time goes on until nothing of before is in the overlap.
  void settle() {
    pass(std::chrono::minutes{5});
    sync();
    pass(std::chrono::minutes{5});
    EXPECT_TRUE(sync().empty());
    pass(std::chrono::seconds{5});
  }
  std::string mark;
};

TEST_F(QloAppsSync, FirstSyncBringsAllStaysThatEndTodayOrLater) {
  const auto past = fake.desk_book("Double Room", "2026-11-10", "2026-11-17");
  const auto today = fake.desk_book("Double Room", "2026-11-10", "2026-11-18");
  const auto later = fake.desk_book("Suite", "2027-03-12", "2027-03-15");
  const auto seen = sync();
  EXPECT_FALSE(seen.contains(past));
  EXPECT_TRUE(seen.contains(today));
  ASSERT_TRUE(seen.contains(later));
  EXPECT_EQ(seen.at(later).guest_name, "Laura Soto");
  EXPECT_EQ(seen.at(later).phone, "600100200");
  EXPECT_EQ(seen.at(later).read_at, clock.now());
  EXPECT_EQ(pms->health().last_sync_at, clock.now());
}

TEST_F(QloAppsSync, SeesNewBookingsCancellationsArrivalsAndNames) {
  const auto id = fake.desk_book("Double Room", "2027-03-12", "2027-03-15");
  settle();
  fake.desk_cancel(id);  // shows in orders only
  auto seen = sync();
  ASSERT_TRUE(seen.contains(id));
  EXPECT_EQ(seen.at(id).state, wire::BookingState::kCancelled);
  settle();

  const auto other = fake.desk_book("Double Room", "2027-04-12", "2027-04-15");
  seen = sync();
  ASSERT_TRUE(seen.contains(other));
  EXPECT_EQ(seen.size(), 1u);
  settle();
  fake.desk_check_in(other);  // shows in room_bookings only
  EXPECT_EQ(sync().at(other).state, wire::BookingState::kCheckedIn);
  settle();
  fake.desk_check_out(other, "2027-04-14");
  EXPECT_EQ(sync().at(other).state, wire::BookingState::kCheckedOut);
  settle();
  fake.desk_rename(other, "Vidal");  // shows in customers only
  EXPECT_EQ(sync().at(other).guest_name, "Laura Vidal");
}

TEST_F(QloAppsSync, SeesAMovedStayWithItsNewLines) {
  const auto id = book(request());
  settle();
  const auto before = run(io, pms->booking(*id))->rooms[0].line_id;
  ASSERT_TRUE(run(io, pms->change_stay(*id, {stay("2027-03-20", "2027-03-22"), ""})));
  const auto seen = sync();
  ASSERT_TRUE(seen.contains(*id));
  ASSERT_EQ(seen.at(*id).rooms.size(), 1u);
  EXPECT_NE(seen.at(*id).rooms[0].line_id, before);
  EXPECT_EQ(seen.at(*id).rooms[0].check_in, day("2027-03-20"));
}

TEST_F(QloAppsSync, ManyBookingsArePagedByKey) {
  for (int i = 0; i < 250; ++i) {
    const auto from = wire::add_days(day("2027-01-01"), i);
    fake.desk_book("Suite", wire::to_iso(from), wire::to_iso(wire::add_days(from, 1)));
  }
  EXPECT_EQ(sync().size(), 250u);
  EXPECT_EQ(sync().size(), 250u);  // all within the overlap
}

TEST_F(QloAppsSync, AnEmptyAnswerNeverEmptiesABooking) {
  const auto id = fake.desk_book("Double Room", "2027-03-12", "2027-03-15");
  settle();
  fake.desk_check_in(id);
  // orders (none), then the lines of the changed order come back empty, as with an SQL error on PHP 7.4.
  fake.fail_next(Fault::kSlow, "GET", "room_bookings");
  fake.fail_next(Fault::kEmptyList, "GET", "room_bookings");
  const auto kept = mark;
  const auto result = run(io, pms->changes_since(mark));
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::kPmsUnavailable);
  mark = kept;
  EXPECT_EQ(sync().at(id).state, wire::BookingState::kCheckedIn);  // nothing was lost
}

TEST_F(QloAppsSync, AFailedSyncDoesNotMoveTheMarkOrTheTimeOfTheLastOne) {
  sync();
  const auto last = pms->health().last_sync_at;
  pass(std::chrono::seconds{30});
  for (const auto* resource : {"orders", "room_bookings", "customers"}) {
    fake.fail_next(Fault::kEmpty500, "GET", resource);
    EXPECT_FALSE(run(io, pms->changes_since(mark))) << resource;
  }
  EXPECT_EQ(pms->health().last_sync_at, last);
}

TEST_F(QloAppsSync, RowsWrittenInTheRepeatedHourOfAutumnAreSeen) {
  // 2026-11-01 06:00 UTC: 02:00 in New York becomes 01:00 again.
  constexpr wire::Millis kChange = 1'793'512'800'000;
  fake.zone = "America/New_York";
  clock.advance(std::chrono::milliseconds{kChange - clock.now() - 60'000});
  fake.set_now(clock.now() / 1'000);
  fake.set_zone_offset(-4 * 3'600);
  const auto id = fake.desk_book("Double Room", "2027-03-12", "2027-03-15");
  sync();
  pass(std::chrono::minutes{10});
  fake.set_zone_offset(-5 * 3'600);
  fake.desk_cancel(id);  // date_upd is now earlier than the mark's wall time
  EXPECT_EQ(sync().at(id).state, wire::BookingState::kCancelled);
}

TEST_F(QloAppsSync, AMarkOfAnotherHotelSystemStartsAfresh) {
  const auto id = fake.desk_book("Double Room", "2027-03-12", "2027-03-15");
  mark = "mock|17";
  EXPECT_TRUE(sync().contains(id));
}

TEST_F(QloAppsSync, WorksOnPhp74) {
  fake.php74 = true;
  const auto id = fake.desk_book("Double Room", "2027-03-12", "2027-03-15");
  const auto seen = sync();
  ASSERT_TRUE(seen.contains(id));
  EXPECT_EQ(seen.at(id).state, wire::BookingState::kConfirmed);
  EXPECT_EQ(seen.at(id).total.cents, 3 * fake.night_gross_cents("Double Room"));
}

}  // namespace
}  // namespace hotel::pms::test
