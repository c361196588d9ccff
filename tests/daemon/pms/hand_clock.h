// A clock that the test moves by hand; wall and steady time go together.
#pragma once

#include "base/clock.h"

namespace hotel::pms::test {

class HandClock final : public base::Clock {
 public:
  explicit HandClock(wire::Millis at = 1'795'000'000'000) : at_(at) {}  // 2026-11-18T11:06:40Z
  wire::Millis now() const override { return at_; }
  std::chrono::steady_clock::time_point steady() const override {
    return std::chrono::steady_clock::time_point{std::chrono::milliseconds{at_}};
  }
  void advance(std::chrono::milliseconds by) { at_ += by.count(); }

 private:
  wire::Millis at_;
};

inline wire::Date day(const char* iso) {
  return *wire::parse_iso(iso);
}

}  // namespace hotel::pms::test
