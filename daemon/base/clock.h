// Time is a port: nothing below app reads the system's clock by itself. Wall time is for display and for the rules of
// WhatsApp and the PMS; steady time is for durations and deadlines.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "wire/time.h"

namespace hotel::base {

using wire::Millis;

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Millis now() const = 0;  // UTC
  virtual std::chrono::steady_clock::time_point steady() const = 0;
};

// `offset` shifts the wall time (TEST_CLOCK_OFFSET); steady time is never shifted.
class SystemClock final : public Clock {
 public:
  explicit SystemClock(std::chrono::milliseconds offset = {}) : offset_(offset) {}
  Millis now() const override;
  std::chrono::steady_clock::time_point steady() const override;

 private:
  std::chrono::milliseconds offset_;
};

// The hotel's zone from the IANA data of the system. Thread-safe after construction.
class HotelZone {
 public:
  static bool exists(const std::string& name);
  explicit HotelZone(std::string name);  // throws std::invalid_argument for an unknown zone
  wire::Date today(Millis now) const;
  int minute_of_day(Millis now) const;
  std::chrono::seconds offset_at(Millis now) const;  // local minus UTC

 private:
  struct Transition {
    std::int64_t from;  // Unix seconds
    int offset;         // seconds
  };
  std::vector<Transition> transitions_;
};

}  // namespace hotel::base
