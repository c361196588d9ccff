// A shop that fails in every recorded way: what is told, what is never guessed, and what health shows.
#include "shop.h"

namespace hotel::pms::test {
namespace {

class QloAppsFaults : public Shop {
 protected:
  void warm() { ASSERT_TRUE(ask(stay())); }  // the catalogue is read
};

TEST_F(QloAppsFaults, EveryFaultOfAReadIsUnavailableWithoutAPrice) {
  warm();
  for (const auto fault :
       {Fault::kEmpty500, Fault::kDatabasePage500, Fault::kHtml502, Fault::kOff, Fault::kRedirect, Fault::kDropBefore,
        Fault::kEmptyList, Fault::kTextBefore, Fault::kNoticeAfter, Fault::kGateway504After, Fault::kDropAfter}) {
    fake.fail_next(fault, "POST", "hotel_ari");
    const auto found = ask(stay());
    ASSERT_FALSE(found) << static_cast<int>(fault);
    EXPECT_EQ(found.error().code, ErrorCode::kPmsUnavailable) << static_cast<int>(fault);
    EXPECT_TRUE(ask(stay())) << static_cast<int>(fault);  // and well again at once
  }
}

TEST_F(QloAppsFaults, ARedirectIsAWrongSettingAndNotFollowed) {
  warm();
  fake.fail_next(Fault::kRedirect, "POST", "hotel_ari");
  EXPECT_NE(ask(stay()).error().detail.find("PMS_BASE_URL"), std::string::npos);
}

TEST_F(QloAppsFaults, AWrongKeyIsToldAsSuch) {
  fake.key = std::string(32, 'Z');
  const auto found = ask(stay());
  ASSERT_FALSE(found);
  EXPECT_NE(found.error().detail.find("PMS_API_KEY"), std::string::npos);
  EXPECT_EQ(found.error().detail.find("TESTTEST"), std::string::npos);
}

TEST_F(QloAppsFaults, ASlowShopIsUnavailableAfterTheTimeout) {
  warm();
  QloAppsConfig config;
  config.base_url = fake.url();
  config.key = fake.key;
  config.guest_mail_domain = "guest.invalid.example";
  config.read_timeout = std::chrono::milliseconds{300};
  make(config);
  fake.fail_next(Fault::kHang, "", "", 2);
  EXPECT_EQ(ask(stay()).error().code, ErrorCode::kPmsUnavailable);
}

TEST_F(QloAppsFaults, WritesThatMayHaveBeenDoneAreUnknownAndFoundByTheirMarker) {
  warm();
  int number = 0;
  for (const auto fault :
       {Fault::kDropAfter, Fault::kEmpty500After, Fault::kNoticeAfter, Fault::kGateway504After, Fault::kTextBefore}) {
    const auto marker = "agente-hotelero/u" + std::to_string(++number);
    fake.fail_next(fault, "POST", "bookings");
    auto id = book(request(
        marker,
        stay(("2027-0" + std::to_string(number) + "-01").c_str(), ("2027-0" + std::to_string(number) + "-03").c_str()),
        "5"));
    ASSERT_FALSE(id) << number;
    EXPECT_EQ(id.error().code, ErrorCode::kOutcomeUnknown) << number;
    const auto found = run(io, pms->find_by_marker(marker));
    ASSERT_TRUE(found) << number;
    EXPECT_EQ(found->size(), 1u) << number;
    EXPECT_EQ(fake.orders_with_marker(marker), 1u);  // no second POST by itself
  }
}

TEST_F(QloAppsFaults, WritesThatWereSurelyNotDone) {
  warm();
  for (const auto fault : {Fault::kHtml502, Fault::kOff, Fault::kRedirect, Fault::kDatabasePage500}) {
    fake.fail_next(fault, "POST", "bookings");
    EXPECT_EQ(book(request()).error().code, ErrorCode::kPmsUnavailable) << static_cast<int>(fault);
  }
  // The connection broke or PHP died: nothing was done here, but nobody can know.
  for (const auto fault : {Fault::kDropBefore, Fault::kEmpty500}) {
    fake.fail_next(fault, "POST", "bookings");
    EXPECT_EQ(book(request()).error().code, ErrorCode::kOutcomeUnknown) << static_cast<int>(fault);
  }
  EXPECT_EQ(fake.orders_with_marker("agente-hotelero/0001"), 0u);
}

TEST_F(QloAppsFaults, ARefusedConnectionMeansNothingWasSent) {
  warm();
  fake.stop();
  EXPECT_EQ(book(request()).error().code, ErrorCode::kPmsUnavailable);
}

TEST_F(QloAppsFaults, ACancelWithALostAnswerIsReadBack) {
  warm();
  const auto id = book(request());
  fake.fail_next(Fault::kDropAfter, "POST", "order_histories");
  EXPECT_TRUE(run(io, pms->cancel(*id)));
  const auto other = book(request("agente-hotelero/2"));
  fake.fail_next(Fault::kDropBefore, "POST", "order_histories");
  EXPECT_EQ(run(io, pms->cancel(*other)).error().code, ErrorCode::kOutcomeUnknown);
  EXPECT_TRUE(run(io, pms->cancel(*other)));
}

TEST_F(QloAppsFaults, AnEmptyListOfRoomsIsNotBelieved) {
  warm();
  const auto id = book(request());
  fake.fail_next(Fault::kEmptyList, "GET", "room_bookings");
  const auto seen = run(io, pms->verify(*id));
  ASSERT_FALSE(seen);
  EXPECT_EQ(seen.error().code, ErrorCode::kPmsUnavailable);
  // The look for other bookings in the room must show at least our own.
  fake.fail_next(Fault::kSlow, "GET", "room_bookings");
  fake.fail_next(Fault::kEmptyList, "GET", "room_bookings");
  EXPECT_EQ(run(io, pms->verify(*id)).error().code, ErrorCode::kPmsUnavailable);
}

TEST_F(QloAppsFaults, HealthFollowsTheLastExchanges) {
  EXPECT_EQ(pms->health().status, "unknown");
  run(io, pms->probe());
  EXPECT_EQ(pms->health().status, "up");
  EXPECT_EQ(pms->health().pms, "qloapps");
  EXPECT_EQ(pms->health().last_ok_at, clock.now());
  fake.down(Fault::kEmpty500);
  run(io, pms->probe());
  EXPECT_EQ(pms->health().status, "degraded");
  EXPECT_FALSE(pms->health().detail.empty());
  run(io, pms->probe());
  run(io, pms->probe());
  EXPECT_EQ(pms->health().status, "down");
  EXPECT_EQ(pms->health().breaker, "open");
  EXPECT_NE(metrics.text().find("hotel_agent_circuit_state{target=\"pms\"} 2"), std::string::npos);
  fake.down(std::nullopt);
  run(io, pms->probe());  // goes through an open breaker
  EXPECT_EQ(pms->health().status, "up");
  EXPECT_EQ(pms->health().breaker, "closed");
}

TEST_F(QloAppsFaults, BrokenFromTheBeginningIsDown) {
  fake.down(Fault::kHtml502);
  run(io, pms->probe());
  EXPECT_EQ(pms->health().status, "down");
}

TEST_F(QloAppsFaults, AnOpenBreakerAnswersAtOnceAndTriesAgainByItself) {
  warm();
  fake.down(Fault::kEmpty500);
  for (int i = 0; i < 3; ++i) EXPECT_FALSE(ask(stay()));
  const auto before = fake.calls().size();
  EXPECT_EQ(ask(stay()).error().code, ErrorCode::kPmsUnavailable);
  EXPECT_EQ(fake.calls().size(), before);  // not asked
  fake.down(std::nullopt);
  pass(std::chrono::seconds{2});
  EXPECT_TRUE(ask(stay()));
  EXPECT_EQ(pms->health().breaker, "closed");
}

TEST_F(QloAppsFaults, RefusalsAndMissingRowsSayThatTheShopIsWell) {
  warm();
  fake.sell_out("Double Room", "2027-03-12", "2027-03-15");
  for (int i = 0; i < 5; ++i) {
    EXPECT_FALSE(book(request()));
    EXPECT_FALSE(run(io, pms->booking("4711")));
  }
  EXPECT_EQ(pms->health().status, "up");
}

TEST_F(QloAppsFaults, ASlowAnswerIsDegraded) {
  QloAppsConfig config;
  config.base_url = fake.url();
  config.key = fake.key;
  config.slow = std::chrono::milliseconds{-1};  // the hand clock measures zero: everything is slow
  make(config);
  run(io, pms->probe());
  EXPECT_EQ(pms->health().status, "degraded");
}

}  // namespace
}  // namespace hotel::pms::test
