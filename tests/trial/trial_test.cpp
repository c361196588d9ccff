// A bounded part of the full trial (conversation_trial), with fixed seeds.
#include "trial.h"

#include <gtest/gtest.h>

namespace hotel::trial {
namespace {

void clean(const Report& r) {
  EXPECT_EQ(r.faults, 0) << summary_of(r);
  EXPECT_EQ(r.unlinked, 0);
  EXPECT_GT(r.claims, 0);
}

TEST(Trial, NoPriceDayOrRoomThatTheHotelDoesNotHold) {
  const auto r = play_many(1, 240, {});
  clean(r);
  // A trial in which nothing happens proves nothing.
  EXPECT_GT(r.amounts, 500) << summary_of(r);
  EXPECT_GT(r.booked, 20) << summary_of(r);
  EXPECT_GT(r.cancelled, 5) << summary_of(r);
  EXPECT_GT(r.sold_out, 20) << summary_of(r);
}

TEST(Trial, NorWithAModelThatObeysEverybody) {
  const auto r = play_many(100'000, 120, {false, true});
  clean(r);
  EXPECT_GT(r.model_asked, 50) << summary_of(r);
}

TEST(Trial, AttacksGetNothing) {
  const auto r = play_many(200'000, 120, {true, false});
  clean(r);
  EXPECT_EQ(r.booked + r.cancelled + r.changed, 0);
}

TEST(Trial, NorWithTheModelOnTheirSide) {
  const auto r = play_many(300'000, 120, {true, true});
  clean(r);
  EXPECT_EQ(r.booked + r.cancelled + r.changed, 0);
  EXPECT_GT(r.model_asked, 20) << summary_of(r);
}

}  // namespace
}  // namespace hotel::trial
