#include "wire/time.h"

#include <gtest/gtest.h>
#include <random>

#include "wire/ids.h"

using namespace hotel::wire;

TEST(Time, WritesRfc3339WithMilliseconds) {
  EXPECT_EQ(to_rfc3339(0), "1970-01-01T00:00:00.000Z");
  EXPECT_EQ(to_rfc3339(1795600800123), "2026-11-25T10:00:00.123Z");
  EXPECT_EQ(to_rfc3339(-1), "1969-12-31T23:59:59.999Z");
}

TEST(Time, ReadsWhatItWrites) {
  std::mt19937_64 chance{3};
  std::uniform_int_distribution<Millis> any{-2'000'000'000'000, 4'000'000'000'000};
  for (int i = 0; i < 2000; ++i) {
    const Millis at = any(chance);
    EXPECT_EQ(parse_rfc3339(to_rfc3339(at)), at);
  }
}

TEST(Time, ReadsOffsetsAndRefusesNonsense) {
  EXPECT_EQ(parse_rfc3339("2026-11-25T12:00:00+02:00"), parse_rfc3339("2026-11-25T10:00:00Z"));
  EXPECT_EQ(parse_rfc3339("2026-11-25T10:00:00.5Z"), *parse_rfc3339("2026-11-25T10:00:00Z") + 500);
  for (const char* bad : {"", "2026-11-25", "2026-02-30T10:00:00Z", "2026-11-25T10:00:00", "2026-11-25T24:00:00Z",
                          "2026-11-25T10:00:00Zx", "2026-11-25T10:00:00+2:00"})
    EXPECT_FALSE(parse_rfc3339(bad)) << bad;
}

TEST(Date, OnlyDaysThatExist) {
  EXPECT_TRUE(parse_iso("2028-02-29"));
  for (const char* bad :
       {"2027-02-29", "2026-13-01", "2026-1-01", "26-01-01", "2026-00-10", "2026-01-32", "2026/01/01", ""})
    EXPECT_FALSE(parse_iso(bad)) << bad;
}

TEST(Date, NightsOverMonthsYearsAndLeapDays) {
  EXPECT_EQ(nights_between(*parse_iso("2026-12-30"), *parse_iso("2027-01-02")), 3);
  EXPECT_EQ(nights_between(*parse_iso("2028-02-28"), *parse_iso("2028-03-01")), 2);
  EXPECT_EQ(nights_between(*parse_iso("2027-01-02"), *parse_iso("2027-01-01")), -1);
  EXPECT_EQ(to_iso(add_days(*parse_iso("2026-12-31"), 1)), "2027-01-01");
}

TEST(Ids, SortByTimeAndHaveTheirForm) {
  const auto early = new_id(1'700'000'000'000), late = new_id(1'700'000'000'001);
  EXPECT_LT(early, late);
  EXPECT_TRUE(is_id(early));
  EXPECT_EQ(early[14], '7');
  EXPECT_NE(new_id(5), new_id(5));
  EXPECT_FALSE(is_id("../../etc/passwd"));
  EXPECT_FALSE(is_id(early + "0"));
}
