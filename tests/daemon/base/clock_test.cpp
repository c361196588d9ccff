#include "base/clock.h"

#include <gtest/gtest.h>

using hotel::base::HotelZone;
using hotel::wire::parse_iso;
using hotel::wire::parse_rfc3339;
using hotel::wire::to_iso;

TEST(HotelZone, KnowsTheZonesOfTheSystemOnly) {
  EXPECT_TRUE(HotelZone::exists("UTC"));
  EXPECT_TRUE(HotelZone::exists("Europe/Madrid"));
  EXPECT_FALSE(HotelZone::exists("Europe/Atlantis"));
  EXPECT_FALSE(HotelZone::exists("../../etc/passwd"));
  EXPECT_FALSE(HotelZone::exists("/etc/localtime"));
  EXPECT_FALSE(HotelZone::exists(""));
  EXPECT_THROW(HotelZone{"Europe/Atlantis"}, std::invalid_argument);
}

TEST(HotelZone, TodayIsTheHotelsDay) {
  const HotelZone buenos_aires{"America/Argentina/Buenos_Aires"};
  EXPECT_EQ(to_iso(buenos_aires.today(*parse_rfc3339("2026-11-25T02:59:59Z"))), "2026-11-24");
  EXPECT_EQ(to_iso(buenos_aires.today(*parse_rfc3339("2026-11-25T03:00:00Z"))), "2026-11-25");
  EXPECT_EQ(buenos_aires.minute_of_day(*parse_rfc3339("2026-11-25T03:30:00Z")), 30);
}

TEST(HotelZone, FollowsSummerTime) {
  const HotelZone madrid{"Europe/Madrid"};
  EXPECT_EQ(madrid.offset_at(*parse_rfc3339("2026-03-29T00:59:59Z")).count(), 3600);
  EXPECT_EQ(madrid.offset_at(*parse_rfc3339("2026-03-29T01:00:00Z")).count(), 7200);
  EXPECT_EQ(madrid.offset_at(*parse_rfc3339("2026-10-25T00:59:59Z")).count(), 7200);
  EXPECT_EQ(madrid.offset_at(*parse_rfc3339("2026-10-25T01:00:00Z")).count(), 3600);
}
