#include "base/backoff.h"

#include <gtest/gtest.h>

using namespace std::chrono_literals;

TEST(Backoff, GrowsStaysWithinHalfAndWholeStepAndIsCapped) {
  const hotel::base::Backoff backoff{1000ms, 8000ms};
  std::mt19937_64 chance{7};
  for (int round = 0; round < 500; ++round) {
    std::chrono::milliseconds step = 1000ms;
    for (int attempt = 1; attempt <= 12; ++attempt) {
      const auto wait = backoff.after(attempt, chance);
      EXPECT_GE(wait, step / 2);
      EXPECT_LE(wait, step);
      step = std::min(step * 2, std::chrono::milliseconds{8000});
    }
  }
}
