#include "wire/money.h"

#include <gtest/gtest.h>

using namespace hotel::wire;

TEST(Money, ReadsWhatPmsesWrite) {
  EXPECT_EQ(parse_decimal("1234.500000"), 123450);
  EXPECT_EQ(parse_decimal("110.88"), 11088);
  EXPECT_EQ(parse_decimal("0.005"), 1);
  EXPECT_EQ(parse_decimal("0.0049"), 0);
  EXPECT_EQ(parse_decimal("7"), 700);
  EXPECT_EQ(parse_decimal("-3.5"), -350);
  for (const char* bad : {"", "-", ".", "1,5", "1.2.3", "abc", "1e5", " 1"}) EXPECT_FALSE(parse_decimal(bad)) << bad;
}

TEST(Money, WritesAndReadsBack) {
  for (const std::int64_t cents : {0LL, 1LL, 99LL, 100LL, -1LL, -12345LL, 9'999'999'999LL})
    EXPECT_EQ(parse_decimal(to_decimal(cents)), cents);
  const Money money{33264, "USD"};
  EXPECT_EQ(money_from_json(to_json(money)), money);
  EXPECT_FALSE(money_from_json(nullptr));
}
