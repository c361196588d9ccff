#include "pms/shop_time.h"

#include <gtest/gtest.h>

namespace hotel::pms {
namespace {

constexpr std::int64_t kNoon = 1'795'003'200;  // 2026-11-18 12:00:00 UTC

TEST(ShopTime, WallTimeIsLocalTimeOfTheShop) {
  EXPECT_EQ(wall_time(kNoon, base::HotelZone("UTC")), "2026-11-18 12:00:00");
  EXPECT_EQ(wall_time(kNoon, base::HotelZone("America/New_York")), "2026-11-18 07:00:00");
  EXPECT_EQ(wall_time(kNoon, base::HotelZone("Asia/Kolkata")), "2026-11-18 17:30:00");
}

TEST(ShopTime, MarksTravelAsText) {
  const SyncMark mark{kNoon, kNoon + 1, kNoon + 2, "America/New_York"};
  const auto again = mark_from(to_text(mark));
  ASSERT_TRUE(again);
  EXPECT_EQ(again->orders, kNoon);
  EXPECT_EQ(again->lines, kNoon + 1);
  EXPECT_EQ(again->customers, kNoon + 2);
  EXPECT_EQ(again->zone, "America/New_York");
  for (const auto* bad : {"", "mock|7", "1|2|3", "1|x|2|3|UTC", "1|0|0|0|UTC", "2|1|1|1|UTC"})
    EXPECT_FALSE(mark_from(bad)) << bad;
}

TEST(ShopTime, TwoMinutesOverlapOnOrdinaryDays) {
  EXPECT_EQ(since(kNoon, kNoon + 5, base::HotelZone("America/New_York"), false), "2026-11-18 06:58:00");
}

TEST(ShopTime, SeventyMinutesWhenTheClocksChange) {
  const base::HotelZone zone("America/New_York");
  // 2026-11-01 06:00 UTC: 02:00 EDT becomes 01:00 EST. Rows written after it carry times from 01:00 on again.
  constexpr std::int64_t kChange = 1'793'512'800;
  EXPECT_EQ(wall_time(kChange - 1, zone), "2026-11-01 01:59:59");
  EXPECT_EQ(wall_time(kChange, zone), "2026-11-01 01:00:00");
  EXPECT_EQ(since(kChange - 1, kChange + 5, zone, false), "2026-11-01 00:49:59");
  EXPECT_EQ(since(kChange + 3'600, kChange + 3'605, zone, false), "2026-11-01 00:50:00");
  EXPECT_LT(since(kChange - 86'000, kChange - 85'990, zone, false), wall_time(kChange - 86'000 - 3'600, zone));
  EXPECT_EQ(since(kChange + 3 * 86'400, kChange + 3 * 86'400, zone, false), "2026-11-04 00:58:00");
}

TEST(ShopTime, MoreThanADayWhenTheShopMovedToAnotherZone) {
  EXPECT_EQ(since(kNoon, kNoon, base::HotelZone("UTC"), true), "2026-11-17 10:00:00");
}

TEST(ShopTime, AClockThatWasSetBackMissesNothing) {
  EXPECT_EQ(since(kNoon, kNoon - 3'600, base::HotelZone("UTC"), false), "2026-11-18 10:58:00");
}

}  // namespace
}  // namespace hotel::pms
