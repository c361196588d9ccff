#include <gtest/gtest.h>

#include "domain/handover.h"
#include "domain/outbox_policy.h"
#include "domain/pacing.h"
#include "domain/reply_window.h"
#include "domain/stay.h"

using namespace hotel::domain;
using hotel::wire::Owner;

namespace {

constexpr hotel::wire::Millis kNow = 1'795'600'800'000;

Decision decided(SendClass what, int attempts = 1, std::optional<std::chrono::seconds> retry_after = {}) {
  std::mt19937_64 chance{1};
  SendOutcome outcome;
  outcome.what = what;
  outcome.retry_after = retry_after;
  return after_send(outcome, attempts, kNow, chance);
}

hotel::wire::Date day(const char* text) {
  return *hotel::wire::parse_iso(text);
}

}  // namespace

TEST(ReplyWindow, ClosesTwoMinutesBefore24Hours) {
  EXPECT_FALSE(window_is_open(std::nullopt, kNow));
  EXPECT_TRUE(window_is_open(kNow, kNow));
  EXPECT_TRUE(window_is_open(kNow, kNow + 24LL * 3600 * 1000 - 120'001));
  EXPECT_FALSE(window_is_open(kNow, kNow + 24LL * 3600 * 1000 - 120'000));
  EXPECT_EQ(window_expires_at(kNow), kNow + kWindow);
}

TEST(ReplyWindow, WhatIsNoMessageOpensNothing) {
  for (const char* type : {"reaction", "edit", "revoke", "system"}) {
    EXPECT_FALSE(opens_window(type)) << type;
    EXPECT_FALSE(wants_answer(type)) << type;
  }
  for (const char* type : {"text", "image", "interactive", "button", "location", "unsupported", "something_new"}) {
    EXPECT_TRUE(opens_window(type)) << type;
    EXPECT_TRUE(wants_answer(type)) << type;
  }
  EXPECT_TRUE(opens_window("request_welcome"));
  EXPECT_FALSE(wants_answer("request_welcome"));
}

TEST(Handover, ATakeoverEndsEverythingTheAgentBegan) {
  const Ownership agent{Owner::kAgent, 4, false};
  EXPECT_TRUE(agent_may_draft(agent, 4));
  const auto taken = after_takeover(agent);
  EXPECT_EQ(taken.owner, Owner::kStaff);
  EXPECT_FALSE(agent_may_draft(taken, 4));
  EXPECT_FALSE(agent_row_may_leave(taken, 4));
  const auto back = after_handback(taken);
  EXPECT_TRUE(agent_may_draft(back, back.turn_token));
  EXPECT_FALSE(agent_row_may_leave(back, 4));  // what was written before the take-over stays dead
}

TEST(Handover, TheAgentsOwnLastLineStillLeaves) {
  const Ownership agent{Owner::kAgent, 4, false};
  const auto given = after_agent_handover(agent);
  EXPECT_TRUE(agent_row_may_leave(given, 4));
  EXPECT_FALSE(agent_may_draft(given, 4));
  const auto silent = after_opt_out(agent);
  EXPECT_TRUE(agent_row_may_leave(silent, 4));
  EXPECT_FALSE(agent_may_draft(silent, 4));
  EXPECT_FALSE(after_handback(silent).opted_out);
}

TEST(Handover, AGuestWaitsOnlyForPeople) {
  EXPECT_EQ(waiting_after_inbound(std::nullopt, Owner::kStaff, kNow), kNow);
  EXPECT_EQ(waiting_after_inbound(kNow - 5, Owner::kStaff, kNow), kNow - 5);
  EXPECT_EQ(waiting_after_inbound(std::nullopt, Owner::kAgent, kNow), std::nullopt);
}

TEST(OutboxPolicy, WhatMayHaveBeenSentIsNeverSentAgain) {
  EXPECT_EQ(decided(SendClass::kUnknown).step, NextStep::kAwaitStatus);
  EXPECT_EQ(after_unknown(Purpose::kFact), AfterUnknown::kLeaveToStaff);
  EXPECT_EQ(after_unknown(Purpose::kStaff), AfterUnknown::kLeaveToStaff);
  EXPECT_EQ(after_unknown(Purpose::kCourtesy), AfterUnknown::kDrop);
  EXPECT_EQ(after_unknown(Purpose::kReminder), AfterUnknown::kSendOnceMore);
}

TEST(OutboxPolicy, DeadTokensAndAccountsStopTheSenderAndKeepTheQueue) {
  for (const auto what : {SendClass::kAuth, SendClass::kAccount}) {
    EXPECT_EQ(decided(what).step, NextStep::kHold);
    EXPECT_TRUE(decided(what).stop_sender);
    EXPECT_TRUE(decided(what).alert);
  }
}

TEST(OutboxPolicy, PairLimitWaitsInPowersOfFour) {
  EXPECT_EQ(decided(SendClass::kThrottledGuest, 1).at - kNow, 1'000);
  EXPECT_EQ(decided(SendClass::kThrottledGuest, 2).at - kNow, 4'000);
  EXPECT_EQ(decided(SendClass::kThrottledGuest, 3).at - kNow, 16'000);
  EXPECT_EQ(decided(SendClass::kThrottledGuest, 20).at - kNow, 600'000);
  EXPECT_EQ(decided(SendClass::kThrottledGuest, 1).pause_number_until, 0);
  EXPECT_EQ(decided(SendClass::kThrottledNumber, 2).pause_number_until, kNow + 4'000);
}

TEST(OutboxPolicy, RetryAfterIsHonouredAndRefusalsAreForGood) {
  EXPECT_GE(decided(SendClass::kNotSent, 1, std::chrono::seconds{90}).at, kNow + 90'000);
  for (const auto what :
       {SendClass::kRefused, SendClass::kWindowClosed, SendClass::kOptedOut, SendClass::kTemplatesStopped}) {
    EXPECT_EQ(decided(what).step, NextStep::kRefuse);
    EXPECT_FALSE(decided(what).stop_sender);
  }
  EXPECT_EQ(decided(SendClass::kAccepted).step, NextStep::kDone);
}

TEST(Pacing, AGuestGets45AtOnceAndThenOneInSixSeconds) {
  Pacing pacing;
  for (int i = 0; i < 40; ++i) EXPECT_EQ(pacing.may_send_at("n", "g", kNow), kNow) << i;
  // The number's own limit was used up first; a second later it has room again.
  for (int i = 40; i < 45; ++i) EXPECT_EQ(pacing.may_send_at("n", "g", kNow + 1000), kNow + 1000) << i;
  const auto next = pacing.may_send_at("n", "g", kNow + 1001);
  EXPECT_GT(next, kNow + 1001);
  EXPECT_LE(next, kNow + 1001 + 6000);
  EXPECT_EQ(pacing.may_send_at("n", "g", next), next);
}

TEST(Pacing, OneGuestDoesNotSlowAnother) {
  Pacing pacing;
  for (int i = 0; i < 45; ++i) pacing.may_send_at("n", "g", kNow + i * 30);
  const auto at = kNow + 45 * 30;
  EXPECT_GT(pacing.may_send_at("n", "g", at), at);
  EXPECT_EQ(pacing.may_send_at("n", "other", at), at);
}

TEST(Pacing, APausedNumberWaitsAndOthersDoNot) {
  Pacing pacing;
  pacing.pause_number("n", kNow + 5000);
  pacing.pause_number("n", kNow + 1000);  // a shorter pause does not end a longer one
  EXPECT_EQ(pacing.may_send_at("n", "g", kNow), kNow + 5000);
  EXPECT_EQ(pacing.may_send_at("m", "g", kNow), kNow);
  EXPECT_EQ(pacing.may_send_at("n", "g", kNow + 5000), kNow + 5000);
}

TEST(Stay, FaultsSayWhatWouldBeRight) {
  const auto today = day("2026-11-25");
  Stay good{day("2027-01-18"), day("2027-01-21"), {{2, {}}}};
  EXPECT_FALSE(fault_of(good, today));
  EXPECT_EQ(good.nights(), 3);
  auto reversed = good;
  std::swap(reversed.check_in, reversed.check_out);
  EXPECT_TRUE(fault_of(reversed, today));
  auto past = good;
  past.check_in = day("2026-11-24");
  EXPECT_NE(fault_of(past, today)->detail.find("2026-11-25"), std::string::npos);
  auto empty = good;
  empty.rooms.clear();
  EXPECT_TRUE(fault_of(empty, today));
  auto children = good;
  children.rooms = {{0, {5}}};
  EXPECT_TRUE(fault_of(children, today));
  auto adult_child = good;
  adult_child.rooms = {{1, {18}}};
  EXPECT_TRUE(fault_of(adult_child, today));
  auto endless = good;
  endless.check_out = day("2027-12-31");
  EXPECT_TRUE(fault_of(endless, today));
}

TEST(RoomType, ChildrenMayTakeAdultsPlacesButNotTheOtherWayRound) {
  const RoomType family{"4", "Family Room", 2, 2, 4};
  EXPECT_TRUE(family.fits({2, {4, 7}}));
  EXPECT_FALSE(family.fits({3, {}}));
  EXPECT_FALSE(family.fits({2, {2, 3, 4}}));
  EXPECT_TRUE(family.fits({2, {0, 1, 5}})) << "infants sleep in a crib";
  EXPECT_TRUE(family.fits({1, {1, 2, 3}}));
  const RoomType single{"1", "Single Room", 1, 0, 1};
  EXPECT_FALSE(single.fits({1, {3}}));
}

TEST(Names, AreSplitForPmsesThatWantTwo) {
  EXPECT_EQ(split_name("Lucía Ferrer"), (std::pair<std::string, std::string>{"Lucía", "Ferrer"}));
  EXPECT_EQ(split_name("  Ana María   de la Cruz "),
            (std::pair<std::string, std::string>{"Ana", "María   de la Cruz"}));
  EXPECT_EQ(split_name("Cher"), (std::pair<std::string, std::string>{"Cher", "Cher"}));
  EXPECT_EQ(split_name(""), (std::pair<std::string, std::string>{}));
}
