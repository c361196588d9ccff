// Lets at most N coroutines through at once (requests to a shop, bookings of a hotel). Use on one executor; must
// outlive its slots. enter() gives nothing when no place became free in time.
#pragma once

#include <chrono>
#include <optional>
#include <utility>

#include "rt/notifier.h"
#include "rt/task.h"

namespace hotel::pms {

class Gate {
 public:
  explicit Gate(int places) : places_(places) {}

  class Slot {
   public:
    explicit Slot(Gate& gate) : gate_(&gate) {}
    Slot(Slot&& other) noexcept : gate_(std::exchange(other.gate_, nullptr)) {}
    Slot& operator=(Slot&&) = delete;
    ~Slot() {
      if (gate_) gate_->leave();
    }

   private:
    Gate* gate_;
  };

  rt::Task<std::optional<Slot>> enter(std::chrono::milliseconds limit) {
    const auto until = std::chrono::steady_clock::now() + limit;
    while (inside_ >= places_) {
      const auto left = until - std::chrono::steady_clock::now();
      if (left <= std::chrono::milliseconds{0}) co_return std::nullopt;
      const auto seen = changed_.generation();
      co_await changed_.wait(seen, left);
    }
    ++inside_;
    co_return std::optional<Slot>(std::in_place, *this);
  }

  int inside() const { return inside_; }

 private:
  void leave() {
    --inside_;
    changed_.notify();
  }

  int places_;
  int inside_ = 0;
  rt::Notifier changed_;
};

}  // namespace hotel::pms
