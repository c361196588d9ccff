// What the adapter asks of a shop and makes of its answers, over real sockets.
#include "shop.h"
#include "wire/codec.h"

namespace hotel::pms::test {
namespace {

using ports::Freshness;
using ports::Verification;

class QloAppsClient : public Shop {
 protected:
  base::Result<Verification> verify(const std::string& id) { return run(io, pms->verify(id)); }
};

TEST_F(QloAppsClient, AvailabilityHasPricesWithTaxAndAServiceInsideForTheWholeStay) {
  const auto found = ask(stay());
  ASSERT_TRUE(found) << found.error().detail;
  EXPECT_EQ(found->source, "qloapps");
  EXPECT_EQ(found->read_at, clock.now());
  ASSERT_EQ(found->offers.size(), 5u);
  const auto& room = offer(*found, "Double Room");
  EXPECT_EQ(room.nightly, (wire::Money{11088, "USD"}));  // (93.70 + 7.10) and 10 %
  EXPECT_EQ(room.total, (wire::Money{33264, "USD"}));
  EXPECT_EQ(room.free, 3);
  EXPECT_TRUE(room.fits);
  EXPECT_EQ(fake.calls("POST", "hotel_ari").size(), 1u);  // once for all types
}

TEST_F(QloAppsClient, PartiesAreCheckedByUsSinceTheShopDoesNot) {
  const auto found = ask(stay("2027-03-12", "2027-03-15", 2, {4, 9}));
  ASSERT_TRUE(found);
  EXPECT_FALSE(offer(*found, "Single Room").fits);
  EXPECT_FALSE(offer(*found, "Double Room").fits);  // three at most
  EXPECT_TRUE(offer(*found, "Family Room").fits);
  EXPECT_EQ(offer(*found, "Double Room").free, 3);
}

TEST_F(QloAppsClient, SeveralRoomsMustAllBeFree) {
  const auto two = ask(stay("2027-03-12", "2027-03-15", 2, {}, 2));
  ASSERT_TRUE(two);
  EXPECT_TRUE(offer(*two, "Double Room").fits);
  EXPECT_EQ(offer(*two, "Double Room").total.cents, 2 * 33264);
  EXPECT_EQ(offer(*two, "Double Room").one_room.cents, 33264);
  const auto four = ask(stay("2027-03-12", "2027-03-15", 2, {}, 4));
  ASSERT_TRUE(four);
  EXPECT_FALSE(offer(*four, "Double Room").fits);
}

TEST_F(QloAppsClient, SoldOutTypesAreShownWithNothingFree) {
  fake.sell_out("Double Room", "2027-03-13", "2027-03-14");
  const auto found = ask(stay());
  ASSERT_TRUE(found);
  EXPECT_EQ(offer(*found, "Double Room").free, 0);
  EXPECT_FALSE(offer(*found, "Double Room").fits);
}

TEST_F(QloAppsClient, UnsoundStaysAreNotAskedFor) {
  EXPECT_EQ(ask(stay("2020-03-12", "2020-03-15")).error().code, ErrorCode::kInvalid);
  EXPECT_EQ(ask(stay("2027-03-15", "2027-03-12")).error().code, ErrorCode::kInvalid);
  EXPECT_TRUE(fake.calls("POST", "hotel_ari").empty());
}

TEST_F(QloAppsClient, CachedAnswersAreAMinuteOldAtMostAndDieWithABooking) {
  ASSERT_TRUE(ask(stay(), Freshness::kCached));
  pass(std::chrono::seconds{30});
  ASSERT_TRUE(ask(stay(), Freshness::kCached));
  EXPECT_EQ(fake.calls("POST", "hotel_ari").size(), 1u);
  ASSERT_TRUE(book(request()));
  const auto after = ask(stay(), Freshness::kCached);
  EXPECT_EQ(offer(*after, "Double Room").free, 2);
  pass(std::chrono::seconds{61});
  ASSERT_TRUE(ask(stay(), Freshness::kCached));
  EXPECT_EQ(fake.calls("POST", "hotel_ari").size(), 3u);
}

TEST_F(QloAppsClient, BookingIsMadeAtTheQuotedPriceWithAllTraps) {
  const auto quoted = offer(*ask(stay("2027-03-12", "2027-03-15", 2, {6})), "Double Room").total;
  const auto id = book(request("agente-hotelero/0001", stay("2027-03-12", "2027-03-15", 2, {6})));
  ASSERT_TRUE(id) << id.error().detail;
  const auto seen = verify(*id);
  ASSERT_TRUE(seen) << seen.error().detail;
  EXPECT_EQ(seen->state, Verification::State::kStands);
  const auto& b = seen->booking;
  EXPECT_EQ(b.total, quoted);  // the auto-added service was asked for
  EXPECT_EQ(b.paid.cents, 0);
  EXPECT_EQ(b.guest_name, "Ana García");
  EXPECT_EQ(b.phone, "5215512345678");
  EXPECT_EQ(b.email, "wa5215512345678@guest.invalid.example");
  EXPECT_EQ(b.source, "agente-hotelero/0001");
  EXPECT_EQ(b.reference.size(), 9u);
  ASSERT_EQ(b.rooms.size(), 1u);
  EXPECT_EQ(b.rooms[0].adults, 2);
  EXPECT_EQ(b.rooms[0].children, 1);
  EXPECT_EQ(b.rooms[0].check_in, day("2027-03-12"));
  EXPECT_EQ(b.rooms[0].check_out, day("2027-03-15"));
  EXPECT_EQ(fake.calls("POST", "bookings").size(), 1u);
}

TEST_F(QloAppsClient, RequestsThatTheShopAnswersBadlyAreNotSent) {
  auto without_phone = request();
  without_phone.phone = "";
  EXPECT_EQ(book(without_phone).error().code, ErrorCode::kInvalid);
  auto bad_mail = request();
  bad_mail.email = "ana@localhost";
  EXPECT_EQ(book(bad_mail).error().code, ErrorCode::kInvalid);
  auto bad_marker = request("agente|hotelero");
  EXPECT_EQ(book(bad_marker).error().code, ErrorCode::kInvalid);
  EXPECT_EQ(book(request("agente-hotelero/2", stay("2027-03-12", "2027-03-15", 5))).error().code, ErrorCode::kInvalid);
  EXPECT_EQ(book(request("agente-hotelero/3", stay(), "99")).error().code, ErrorCode::kInvalid);
  EXPECT_TRUE(fake.calls("POST", "bookings").empty());
}

TEST_F(QloAppsClient, SoldOutIsSaidAlsoWithNoticesInFront) {
  fake.sell_out("Double Room", "2027-03-12", "2027-03-15");
  EXPECT_EQ(book(request()).error().code, ErrorCode::kSoldOut);
  fake.strict = true;
  EXPECT_EQ(book(request("agente-hotelero/2")).error().code, ErrorCode::kSoldOut);
}

TEST_F(QloAppsClient, StrictHostsAndPhp74Work) {
  fake.strict = true;
  fake.php74 = true;
  const auto id = book(request());
  ASSERT_TRUE(id) << id.error().detail;
  const auto seen = verify(*id);
  ASSERT_TRUE(seen) << seen.error().detail;
  EXPECT_EQ(seen->state, Verification::State::kStands);
  EXPECT_EQ(seen->booking.rooms[0].adults, 2);
  EXPECT_EQ(seen->booking.state, wire::BookingState::kConfirmed);
  ASSERT_TRUE(run(io, pms->cancel(*id)));
  EXPECT_EQ(run(io, pms->booking(*id))->state, wire::BookingState::kCancelled);
}

TEST_F(QloAppsClient, LastRoomLostToARivalThatTheShopSaw) {
  fake.sell_out("Double Room", "2027-03-12", "2027-03-15", 1);
  fake.next_rival(Rival::kSeen);
  const auto id = book(request());
  ASSERT_TRUE(id);  // 200, as if all were well
  EXPECT_EQ(fake.order(*id)->at("current_state").to_number<int>(), 1);
  EXPECT_EQ(verify(*id)->state, Verification::State::kLost);
}

TEST_F(QloAppsClient, BackOrderThatTheShopKeepsIsLostToo) {
  fake.overbooking_cancels = false;
  fake.sell_out("Double Room", "2027-03-12", "2027-03-15", 1);
  fake.next_rival(Rival::kSeen);
  const auto id = book(request());
  ASSERT_TRUE(id);
  EXPECT_EQ(verify(*id)->state, Verification::State::kLost);
}

TEST_F(QloAppsClient, ARivalWithOtherRoomsFreeCostsNothing) {
  fake.next_rival(Rival::kSeen);
  const auto id = book(request());
  ASSERT_TRUE(id);
  EXPECT_EQ(verify(*id)->state, Verification::State::kStands);
}

TEST_F(QloAppsClient, TwinsTheLowerLineKeepsTheRoom) {
  fake.sell_out("Double Room", "2027-03-12", "2027-03-15", 1);
  fake.next_rival(Rival::kTwinBefore);
  const auto theirs_first = book(request());
  const auto lost = verify(*theirs_first);
  ASSERT_TRUE(lost);
  EXPECT_EQ(lost->state, Verification::State::kClash);
  EXPECT_FALSE(lost->we_keep_the_room);

  fake.sell_out("Family Room", "2027-03-12", "2027-03-15", 1);
  fake.next_rival(Rival::kTwinAfter);
  const auto ours_first = book(request("agente-hotelero/2", stay(), "4"));
  const auto kept = verify(*ours_first);
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->state, Verification::State::kClash);
  EXPECT_TRUE(kept->we_keep_the_room);
}

TEST_F(QloAppsClient, AStayThatTouchesOrWasCutShortIsNoClash) {
  const auto before = fake.desk_book("Suite", "2027-03-10", "2027-03-12");
  const auto id = book(request("agente-hotelero/1", stay("2027-03-12", "2027-03-15"), "5"));
  ASSERT_TRUE(id) << id.error().detail;
  EXPECT_EQ(verify(*id)->state, Verification::State::kStands);
  const auto early = fake.desk_book("Suite", "2027-04-01", "2027-04-10");
  fake.desk_check_out(early, "2027-04-03");
  const auto next = book(request("agente-hotelero/2", stay("2027-04-03", "2027-04-05"), "5"));
  ASSERT_TRUE(next) << next.error().detail;
  EXPECT_EQ(verify(*next)->state, Verification::State::kStands);
}

TEST_F(QloAppsClient, MarkersFindOrdersLowestFirst) {
  EXPECT_TRUE(run(io, pms->find_by_marker("agente-hotelero/0001"))->empty());
  ASSERT_TRUE(book(request()));
  ASSERT_TRUE(book(request()));  // no idempotency in the shop
  ASSERT_TRUE(book(request("agente-hotelero/00012")));
  const auto found = run(io, pms->find_by_marker("agente-hotelero/0001"));
  ASSERT_TRUE(found);
  EXPECT_EQ(*found, (std::vector<std::string>{"1", "2"}));
}

TEST_F(QloAppsClient, CancelIsIdempotentAndFreesTheRoom) {
  const auto id = book(request());
  ASSERT_TRUE(run(io, pms->cancel(*id)));
  ASSERT_TRUE(run(io, pms->cancel(*id)));
  EXPECT_EQ(fake.calls("POST", "order_histories").size(), 1u);
  EXPECT_EQ(offer(*ask(stay()), "Double Room").free, 3);
  EXPECT_EQ(run(io, pms->cancel("4711")).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(run(io, pms->cancel("x")).error().code, ErrorCode::kNotFound);
}

TEST_F(QloAppsClient, ReferencesAreLookedUpInAnyCaseAndNeverAsQueries) {
  const auto id = book(request());
  const auto reference = run(io, pms->booking(*id))->reference;
  auto found = run(io, pms->by_reference(reference));
  ASSERT_TRUE(found && *found);
  EXPECT_EQ((*found)->id, *id);
  EXPECT_FALSE(*run(io, pms->by_reference("ZZZZZZZZZ")));
  const auto before = fake.calls().size();
  for (const auto* evil : {"", "x]&ps_method=DELETE", "%", "[1|2]"})
    EXPECT_FALSE(*run(io, pms->by_reference(evil))) << evil;
  EXPECT_EQ(fake.calls().size(), before);
}

TEST_F(QloAppsClient, ChangeMovesTheStayAndBringsTheServiceBack) {
  const auto id = book(request());
  const auto changed = run(io, pms->change_stay(*id, {stay("2027-03-20", "2027-03-22"), ""}));
  ASSERT_TRUE(changed) << changed.error().detail;
  EXPECT_EQ(changed->rooms[0].check_in, day("2027-03-20"));
  EXPECT_EQ(changed->total.cents, 2 * 11088);
  EXPECT_EQ(fake.calls("PUT", "bookings").size(), 2u);
  EXPECT_EQ(changed->phone, "5215512345678");  // not erased
  EXPECT_EQ(changed->source, "agente-hotelero/0001");
  EXPECT_EQ(verify(*id)->state, Verification::State::kStands);
}

TEST_F(QloAppsClient, ChangeOfTypeIsOnePutWithTheNewTypeReadBack) {
  const auto id = book(request());
  const auto changed = run(io, pms->change_stay(*id, {stay(), "5"}));
  ASSERT_TRUE(changed) << changed.error().detail;
  EXPECT_EQ(changed->rooms.at(0).room_type, "Suite");
  EXPECT_EQ(changed->total.cents, 3 * fake.night_gross_cents("Suite"));  // the service is back
  EXPECT_EQ(changed->phone, "5215512345678");
  EXPECT_EQ(fake.live_lines().size(), 1u);
  ASSERT_TRUE(run(io, pms->change_stay(*id, {stay(), "5"})));
  EXPECT_EQ(fake.calls("PUT", "bookings").size(), 2u);  // the second brought the service back; it has the type now
}

TEST_F(QloAppsClient, ChangeOfTypeIntoAFullTypeChangesNothing) {
  fake.sell_out("Suite", "2027-03-13", "2027-03-14");
  const auto id = book(request());
  EXPECT_EQ(run(io, pms->change_stay(*id, {stay(), "5"})).error().code, ErrorCode::kSoldOut);
  EXPECT_EQ(run(io, pms->booking(*id))->rooms.at(0).room_type, "Double Room");
}

TEST_F(QloAppsClient, ChangeOfTypeWithALostAnswerIsReadBack) {
  const auto id = book(request());
  fake.fail_next(Fault::kEmpty500After, "PUT", "bookings");
  const auto changed = run(io, pms->change_stay(*id, {stay(), "5"}));
  ASSERT_TRUE(changed) << changed.error().detail;
  EXPECT_EQ(changed->rooms.at(0).room_type, "Suite");
  fake.fail_next(Fault::kEmpty500, "PUT", "bookings");  // this time nothing was done
  EXPECT_EQ(run(io, pms->change_stay(*id, {stay(), "4"})).error().code, ErrorCode::kOutcomeUnknown);
  EXPECT_EQ(run(io, pms->booking(*id))->rooms.at(0).room_type, "Suite");
}

TEST_F(QloAppsClient, ChangeToTheSameStayDoesNothing) {
  const auto id = book(request());
  ASSERT_TRUE(run(io, pms->change_stay(*id, {stay(), ""})));
  EXPECT_TRUE(fake.calls("PUT", "bookings").empty());
}

TEST_F(QloAppsClient, ChangeIntoAFullHouseIsSoldOutAndChangesNothing) {
  const auto id = book(request("agente-hotelero/1", stay(), "5"));
  const auto changed = run(io, pms->change_stay(*id, {stay("2027-03-12", "2027-03-17"), ""}));
  ASSERT_FALSE(changed);
  EXPECT_EQ(changed.error().code, ErrorCode::kSoldOut);  // its own room counts as taken
  EXPECT_EQ(run(io, pms->booking(*id))->rooms[0].check_out, day("2027-03-15"));
}

TEST_F(QloAppsClient, WhatAChangeWouldBreakGoesToStaff) {
  const auto code = [&](const std::string& id) {
    return run(io, pms->change_stay(id, {stay("2027-03-20", "2027-03-22"), ""})).error().code;
  };
  const auto cancelled = book(request("agente-hotelero/1"));
  ASSERT_TRUE(run(io, pms->cancel(*cancelled)));
  EXPECT_EQ(code(*cancelled), ErrorCode::kNotNow);  // never revive
  const auto with_extra = book(request("agente-hotelero/2"));
  fake.desk_add_extra(*with_extra, 1500);
  EXPECT_EQ(code(*with_extra), ErrorCode::kNotNow);  // the PUT would take it away
  const auto arrived = book(request("agente-hotelero/3"));
  fake.desk_check_in(*arrived);
  EXPECT_EQ(code(*arrived), ErrorCode::kNotNow);
  EXPECT_TRUE(fake.calls("PUT", "bookings").empty());
}

TEST_F(QloAppsClient, ChangeWithALostAnswerIsReadBack) {
  const auto id = book(request());
  fake.fail_next(Fault::kEmpty500After, "PUT", "bookings");
  const auto changed = run(io, pms->change_stay(*id, {stay("2027-03-20", "2027-03-22"), ""}));
  ASSERT_TRUE(changed) << changed.error().detail;
  EXPECT_EQ(changed->rooms[0].check_in, day("2027-03-20"));
}

TEST_F(QloAppsClient, AtMostTwoRequestsAndOneBookingAtATime) {
  int answers = 0, booked = 0;
  for (int i = 0; i < 6; ++i) {
    boost::asio::co_spawn(
        io, pms->availability(stay("2027-03-12", ("2027-03-2" + std::to_string(i)).c_str()), ports::Freshness::kFresh),
        [&](std::exception_ptr, base::Result<domain::Availability> found) { answers += found.has_value(); });
    boost::asio::co_spawn(io, pms->book(request("agente-hotelero/" + std::to_string(i))),
                          [&](std::exception_ptr, base::Result<std::string> id) {
                            if (id)
                              ++booked;
                            else
                              EXPECT_EQ(id.error().code, ErrorCode::kSoldOut);
                          });
  }
  io.restart();
  io.run();
  EXPECT_EQ(answers, 6);
  EXPECT_EQ(booked, 3);  // three double rooms
  EXPECT_EQ(fake.live_lines("agente-hotelero/").size(), 3u);
}

}  // namespace
}  // namespace hotel::pms::test
