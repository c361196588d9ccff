// The booking's state machine driven against a shop that fails: exactly one booking in the end, or an honest no.
#include "domain/booking_saga.h"
#include "shop.h"

namespace hotel::pms::test {
namespace {

using Kind = domain::SagaAction::Kind;
using domain::SagaState;

class SagaOverPms : public Shop {
 protected:
  // The thin loop; waits are walked over by the clock.
  domain::Saga drive(domain::BookingRequest wanted) {
    auto saga = domain::new_saga(wanted);
    for (int i = 0; i < 300; ++i) {
      const auto action = domain::next(saga, clock.now());
      switch (action.kind) {
        case Kind::kCheck:
          domain::on_checked(saga, ask(wanted.stay), wanted, clock.now());
          break;
        case Kind::kPost:
          domain::begin_post(saga, clock.now());
          saga = *domain::saga_from_json(domain::to_json(saga));  // what a store keeps must be enough
          domain::on_posted(saga, book(wanted), clock.now());
          break;
        case Kind::kFindMarker:
          domain::on_found(saga, run(io, pms->find_by_marker(saga.marker)), clock.now());
          break;
        case Kind::kVerify:
          domain::on_verified(saga, check(action.order_id), clock.now());
          break;
        case Kind::kCancel:
          domain::on_cancelled(saga, run(io, pms->cancel(action.order_id)), clock.now());
          break;
        case Kind::kWait:
          pass(std::chrono::seconds{(action.at - clock.now() + 999) / 1'000});
          break;
        case Kind::kDone:
          return saga;
      }
    }
    ADD_FAILURE() << "the saga did not end";
    return saga;
  }

  base::Result<domain::RoomCheck> check(const std::string& id) {
    const auto seen = run(io, pms->verify(id));
    if (!seen) return seen.error();
    return domain::RoomCheck{static_cast<domain::RoomCheck::State>(seen->state), seen->we_keep_the_room,
                             seen->booking.total};
  }
};

TEST_F(SagaOverPms, Confirms) {
  const auto saga = drive(request());
  EXPECT_EQ(saga.state, SagaState::kConfirmed) << saga.detail;
  EXPECT_FALSE(saga.tell_staff) << saga.staff_note;
  EXPECT_EQ(fake.live_lines("agente-hotelero/").size(), 1u);
}

TEST_F(SagaOverPms, RoomsOfTwoTypesAreOneBookingAtTheirPrice) {
  auto wanted = request("agente-hotelero/0001", stay("2027-03-12", "2027-03-15", 2, {}, 2));
  wanted.room_type_ids = {"2", "5"};
  wanted.expected_total = *domain::price_of(*ask(wanted.stay), wanted.room_type_ids);
  const auto saga = drive(wanted);
  EXPECT_EQ(saga.state, SagaState::kConfirmed) << saga.detail;
  EXPECT_FALSE(saga.tell_staff) << saga.staff_note;
  EXPECT_EQ(fake.orders_with_marker(wanted.marker), 1u);
  EXPECT_EQ(fake.live_lines("agente-hotelero/").size(), 2u);
}

TEST_F(SagaOverPms, EveryLostAnswerEndsWithExactlyOneBooking) {
  int number = 0;
  for (const auto fault :
       {Fault::kDropAfter, Fault::kEmpty500After, Fault::kNoticeAfter, Fault::kGateway504After, Fault::kTextBefore}) {
    fake.fail_next(fault, "POST", "bookings");
    const auto marker = "agente-hotelero/l" + std::to_string(number++);
    const auto from = "2027-05-1" + std::to_string(number), to = "2027-05-1" + std::to_string(number + 1);
    const auto saga = drive(request(marker, stay(from.c_str(), to.c_str()), "2"));
    EXPECT_EQ(saga.state, SagaState::kConfirmed) << static_cast<int>(fault) << " " << saga.detail;
    EXPECT_EQ(fake.orders_with_marker(marker), 1u) << static_cast<int>(fault);
  }
}

TEST_F(SagaOverPms, ABrokenPostThatDidNothingEndsUnknownAndIsNotRepeated) {
  ASSERT_TRUE(ask(stay()));
  fake.fail_next(Fault::kDropBefore, "POST", "bookings");
  const auto saga = drive(request());
  EXPECT_EQ(saga.state, SagaState::kUnknown);
  EXPECT_TRUE(saga.tell_staff);
  EXPECT_EQ(fake.calls("POST", "bookings").size(), 1u);
}

TEST_F(SagaOverPms, LastRoomLostToARival) {
  fake.sell_out("Double Room", "2027-03-12", "2027-03-15", 1);
  fake.next_rival(Rival::kSeen);
  const auto saga = drive(request());
  EXPECT_EQ(saga.state, SagaState::kLost);
  EXPECT_TRUE(fake.live_lines("agente-hotelero/").empty());
}

TEST_F(SagaOverPms, OfTwinsTheHigherIsGivenBack) {
  fake.sell_out("Double Room", "2027-03-12", "2027-03-15", 1);
  fake.next_rival(Rival::kTwinBefore);
  const auto saga = drive(request());
  EXPECT_EQ(saga.state, SagaState::kLost);
  EXPECT_EQ(saga.reason, domain::SagaReason::kTakenByOther);
  EXPECT_TRUE(fake.live_lines("agente-hotelero/").empty());
  EXPECT_EQ(fake.live_lines("other-channel").size(), 1u);
}

TEST_F(SagaOverPms, OfTwinsTheLowerIsConfirmedAndStaffIsTold) {
  fake.sell_out("Double Room", "2027-03-12", "2027-03-15", 1);
  fake.next_rival(Rival::kTwinAfter);
  const auto saga = drive(request());
  EXPECT_EQ(saga.state, SagaState::kConfirmed);
  EXPECT_TRUE(saga.tell_staff);
}

TEST_F(SagaOverPms, TwoOrdersOfOneMarkerBecomeOne) {
  ASSERT_TRUE(book(request()));  // an attempt of before that nobody remembers
  const auto saga = drive(request());
  EXPECT_EQ(saga.state, SagaState::kConfirmed);
  EXPECT_EQ(saga.order_id, "1");
  EXPECT_EQ(fake.live_lines("agente-hotelero/").size(), 1u);
}

TEST_F(SagaOverPms, AShopThatIsAwayIsRefusedWithoutAPost) {
  fake.down(Fault::kHtml502);
  const auto saga = drive(request());
  EXPECT_EQ(saga.state, SagaState::kRefused);
  EXPECT_EQ(saga.reason, domain::SagaReason::kUnavailable);
  EXPECT_TRUE(fake.calls("POST", "bookings").empty());
}

}  // namespace
}  // namespace hotel::pms::test
