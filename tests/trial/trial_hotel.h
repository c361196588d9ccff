// The hotel of a trial: pms::SimulatedHotel on a clock of its own, whose rates and closed nights change at random.
// Deterministic for a seed. One thread.
#pragma once

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <exception>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "base/clock.h"
#include "pms/simulated.h"

namespace hotel::trial {

using Chance = std::mt19937_64;
inline int below(Chance& chance, int n) {  // 0 … n-1
  return static_cast<int>(chance() % static_cast<std::uint64_t>(n));
}
inline bool one_in(Chance& chance, int n) {
  return below(chance, n) == 0;
}
template <class T>
const T& any(Chance& chance, const std::vector<T>& of) {
  return of[static_cast<std::size_t>(below(chance, static_cast<int>(of.size())))];
}

// Runs one task to its end on a loop of its own.
template <class T>
T run(rt::Task<T> task) {
  boost::asio::io_context io;
  std::optional<T> out;
  std::exception_ptr failed;
  boost::asio::co_spawn(io, std::move(task), [&](const std::exception_ptr& e, T value) {
    failed = e;
    if (!e) out.emplace(std::move(value));
  });
  io.run();
  if (failed) std::rethrow_exception(failed);
  return std::move(*out);
}

class TrialClock final : public base::Clock {
 public:
  explicit TrialClock(wire::Date day);
  wire::Millis now() const override { return now_; }
  std::chrono::steady_clock::time_point steady() const override {
    return std::chrono::steady_clock::time_point{std::chrono::milliseconds{now_}};
  }
  void pass(wire::Millis time) { now_ += time; }
  wire::Date today() const;

 private:
  wire::Millis now_;
};

class TrialHotel {
 public:
  TrialHotel(Chance& chance, wire::Date day);

  void change();  // a rate goes up or down, or a type is closed or opened again for some nights
  pms::SimulatedHotel& pms() { return pms_; }
  TrialClock& clock() { return clock_; }

  // What the hotel holds at this moment, asked past the agent.
  domain::Availability truth(domain::Stay stay) {
    return *run(pms_.availability(std::move(stay), ports::Freshness::kFresh));
  }
  std::vector<wire::Booking> bookings();
  std::vector<wire::Booking> bookings_of(const std::string& phone);
  // From the first day on that has a room of the type.
  wire::Booking book(const std::string& name, const std::string& phone, wire::Date from, int nights, std::size_t type);

 private:
  Chance& chance_;
  TrialClock clock_;
  pms::SimulatedWorld world_;
  pms::SimulatedHotel pms_;
};

}  // namespace hotel::trial
