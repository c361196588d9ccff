#include "base/circuit_breaker.h"

#include <gtest/gtest.h>

namespace hotel::base {
namespace {

using namespace std::chrono_literals;
using State = CircuitBreaker::State;

const CircuitBreaker::Time kStart{1000s};

CircuitBreaker opened() {
  CircuitBreaker breaker({3, 1s, 15s});
  for (int i = 0; i < 3; ++i) breaker.failed(kStart);
  return breaker;
}

TEST(CircuitBreaker, OpensAfterFailuresInARowOnly) {
  CircuitBreaker breaker({3, 1s, 15s});
  breaker.failed(kStart);
  breaker.failed(kStart);
  breaker.succeeded();
  breaker.failed(kStart);
  breaker.failed(kStart);
  EXPECT_EQ(breaker.state(), State::kClosed);
  EXPECT_TRUE(breaker.allow(kStart));
  breaker.failed(kStart);
  EXPECT_EQ(breaker.state(), State::kOpen);
  EXPECT_FALSE(breaker.allow(kStart + 999ms));
}

TEST(CircuitBreaker, LetsOneTrialThroughAfterThePause) {
  auto breaker = opened();
  EXPECT_TRUE(breaker.allow(kStart + 1s));
  EXPECT_EQ(breaker.state(), State::kHalfOpen);
  EXPECT_FALSE(breaker.allow(kStart + 1s));
  breaker.succeeded();
  EXPECT_EQ(breaker.state(), State::kClosed);
  EXPECT_TRUE(breaker.allow(kStart + 1s));
}

TEST(CircuitBreaker, PauseGrowsToItsCapAndShrinksAfterSuccess) {
  auto breaker = opened();
  auto now = kStart;
  std::vector<std::chrono::milliseconds> pauses;
  for (int i = 0; i < 7; ++i) {
    pauses.push_back(std::chrono::duration_cast<std::chrono::milliseconds>(breaker.open_until() - now));
    now = breaker.open_until();
    ASSERT_TRUE(breaker.allow(now));
    breaker.failed(now);
  }
  EXPECT_EQ(pauses, (std::vector<std::chrono::milliseconds>{1s, 2s, 4s, 8s, 15s, 15s, 15s}));
  now = breaker.open_until();
  ASSERT_TRUE(breaker.allow(now));
  breaker.succeeded();
  for (int i = 0; i < 3; ++i) breaker.failed(now);
  EXPECT_EQ(breaker.open_until(), now + 1s);
}

TEST(CircuitBreaker, TrialThatNeverReportsDoesNotLockIt) {
  auto breaker = opened();
  ASSERT_TRUE(breaker.allow(kStart + 1s));
  EXPECT_FALSE(breaker.allow(kStart + 20s));
  EXPECT_TRUE(breaker.allow(kStart + 31s));
}

}  // namespace
}  // namespace hotel::base
