// What the hotel sends by itself: once, as a template, from what the PMS holds, never into a conversation of a person's
// or to a guest who wants none.
#include <boost/json/serialize.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "agent/default_knowledge.h"
#include "agent/evidence.h"
#include "app/outbox_rules.h"
#include "app/workers/proactive_worker.h"
#include "staff_stage.h"

namespace hotel::app {
namespace {

using namespace std::chrono_literals;
using domain::ProactiveKind;
using testing::HasSubstr;

constexpr const char* kPhone = "5491100000101";

class ProactiveTest : public testing::Test {
 protected:
  Stage stage;
  ProactiveWorker worker{stage.context};

  ProactiveTest() {
    stage.settings.proactive = {ProactiveKind::kBeforeArrival, ProactiveKind::kCheckInInfo,
                                ProactiveKind::kLateCheckOut, ProactiveKind::kReview};
    stage.settings.number_ids = {"200000000000001"};
    stage.write([](ports::UnitOfWork& unit) {
      for (const auto& entry : agent::default_knowledge({"Hotel Prueba", "Calle Mayor 1", {}, {}, "USD", "es"}))
        unit.content().put_knowledge(entry);
      return true;
    });
    // The stage's clock stands at 11:06 UTC of 2026-11-18.
    hold(booking("2026-11-20", "2026-11-23"));
  }

  static wire::Booking booking(const char* from, const char* to) {
    wire::Booking b;
    b.id = "1001", b.reference = "HX7K2P", b.guest_name = "Lucía Ferrer", b.phone = kPhone;
    b.total = {33264, "USD"};
    b.read_at = 1'795'000'000'000;
    b.rooms.push_back({});
    b.rooms[0].room_type = "Double Room", b.rooms[0].adults = 2;
    b.rooms[0].check_in = *wire::parse_iso(from), b.rooms[0].check_out = *wire::parse_iso(to);
    return b;
  }
  void hold(const wire::Booking& b) {
    stage.pms.held = b;
    stage.write([b](ports::UnitOfWork& unit) { return unit.bookings().put(b); });
  }
  int round() { return stage.run(worker.round()); }
  std::vector<ClaimedSend> leaving() {
    return stage.write([now = stage.clock.now()](ports::UnitOfWork& unit) {
      return claim_sends(unit, now, now + 45'000, 10, std::chrono::seconds{120});
    });
  }
};

TEST_F(ProactiveTest, AGuestIsToldBeforeTheArrivalOnce) {
  EXPECT_EQ(round(), 1);
  EXPECT_EQ(round(), 0);
  const auto sends = leaving();
  ASSERT_EQ(sends.size(), 1U);
  EXPECT_EQ(
      boost::json::serialize(sends[0].message.payload),
      R"({"type":"template","template":{"name":"before_arrival","language":{"code":"es"},"components":[{"type":"body","parameters":)"
      R"([{"type":"text","text":"Lucía Ferrer"},{"type":"text","text":"HX7K2P"},{"type":"text","text":"20/11/2026"}]}]}})");
  EXPECT_EQ(round(), 0);  // also after it has left
}

TEST_F(ProactiveTest, NotWithoutTheGuestsName) {
  stage.pms.held->guest_name.clear();
  EXPECT_EQ(round(), 0);
}

TEST_F(ProactiveTest, NothingWithoutASwitch) {
  stage.settings.proactive.clear();
  EXPECT_EQ(round(), 0);
}

TEST_F(ProactiveTest, NotWhatTheHotelNoLongerHolds) {
  stage.pms.held->state = wire::BookingState::kCancelled;  // the copy does not know yet
  EXPECT_EQ(round(), 0);
}

TEST_F(ProactiveTest, NeverToWhoWantsNone) {
  const auto id = stage.guest_wrote("no me escriban más", kPhone);
  stage.write([id, now = stage.clock.now()](ports::UnitOfWork& unit) {
    auto row = *unit.conversations().find(id);
    row.ownership = domain::after_opt_out(row.ownership);
    unit.conversations().save(row, now);
    return true;
  });
  EXPECT_EQ(round(), 0);
}

TEST_F(ProactiveTest, NeverWhileAPersonHasTheConversation) {
  const auto id = stage.guest_wrote("hola", kPhone);
  const auto set = [&](domain::Ownership (*change)(domain::Ownership)) {
    stage.write([id, change, now = stage.clock.now()](ports::UnitOfWork& unit) {
      auto row = *unit.conversations().find(id);
      row.ownership = change(row.ownership);
      row.shown.owner = row.ownership.owner;
      unit.conversations().save(row, now);
      return true;
    });
  };
  set(domain::after_takeover);
  EXPECT_EQ(round(), 0);
  set(domain::after_handback);
  EXPECT_EQ(round(), 1);
  // Taken over between writing and sending: it dies like every word of the agent.
  set(domain::after_takeover);
  EXPECT_TRUE(leaving().empty());
}

TEST_F(ProactiveTest, ALateCheckOutIsOfferedOnlyWhileTheRoomIsFree) {
  auto b = booking("2026-11-16", "2026-11-19");
  b.state = wire::BookingState::kCheckedIn;
  hold(b);
  stage.clock.advance(2h);  // 13:06
  stage.pms.held->read_at = stage.clock.now();
  domain::Offer offer;
  offer.type = {"2", "Double Room", 2, 1, 3};
  stage.pms.offered.source = "mock";
  stage.pms.offered.read_at = stage.clock.now();
  stage.pms.offered.offers = {offer};
  EXPECT_EQ(round(), 0);
  stage.pms.offered.offers[0].free = 1;
  EXPECT_EQ(round(), 1);
  const auto sends = leaving();
  ASSERT_EQ(sends.size(), 1U);
  EXPECT_THAT(boost::json::serialize(sends[0].message.payload), HasSubstr(R"("name":"late_check_out")"));
}

TEST_F(ProactiveTest, AConfirmationIsForBookingsOfLater) {
  stage.settings.proactive = {ProactiveKind::kConfirmation};
  EXPECT_EQ(round(), 0);  // what stood there when it was switched on is old
  auto later = booking("2026-12-20", "2026-12-23");
  later.id = "1002", later.reference = "QQ7K2P";
  hold(later);
  EXPECT_EQ(round(), 1);
  auto ours = booking("2026-12-20", "2026-12-23");
  ours.id = "1003", ours.reference = "ZZ7K2P", ours.source = "agente-hotelero/abc";
  hold(ours);
  EXPECT_EQ(round(), 0);  // made in the chat: told there
  const auto sends = leaving();
  ASSERT_EQ(sends.size(), 1U);
  EXPECT_THAT(boost::json::serialize(sends[0].message.payload),
              testing::AllOf(HasSubstr("QQ7K2P"), HasSubstr("USD 332.64"), HasSubstr("20/12/2026")));
}

}  // namespace
}  // namespace hotel::app
