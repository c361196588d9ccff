// Stops asking a peer (PMS, language model) that does not answer. Closed: every call goes. After `failures` failures in
// a row it opens: calls are refused at once, until a pause has passed; then one trial is let through (half open). The
// trial's success closes it, its failure opens it again with a longer pause. Pure: the time is given by the caller. Use
// on one thread.
#pragma once

#include <algorithm>
#include <chrono>
#include <string_view>

namespace hotel::base {

class CircuitBreaker {
 public:
  using Time = std::chrono::steady_clock::time_point;
  struct Config {
    int failures = 3;
    std::chrono::milliseconds first_pause{1'000};
    std::chrono::milliseconds longest_pause{15'000};
  };
  enum class State { kClosed, kHalfOpen, kOpen };

  explicit CircuitBreaker(Config config) : config_(config), pause_(config.first_pause) {}

  // May a call be made now? In half-open state the answer is yes once: the caller must report its result.
  bool allow(Time now) {
    if (state_ == State::kClosed) return true;
    if (state_ == State::kHalfOpen && now < trial_until_) return false;
    if (state_ == State::kOpen && now < open_until_) return false;
    state_ = State::kHalfOpen;
    trial_until_ = now + config_.longest_pause * 2;  // a trial that never reports does not lock the breaker
    return true;
  }

  void succeeded() {
    state_ = State::kClosed;
    in_a_row_ = 0;
    pause_ = config_.first_pause;
  }

  void failed(Time now) {
    ++in_a_row_;
    if (state_ == State::kHalfOpen) {
      pause_ = std::min(pause_ * 2, config_.longest_pause);
      open(now);
    } else if (state_ == State::kClosed && in_a_row_ >= config_.failures) {
      open(now);
    }
  }

  State state() const { return state_; }
  int failures_in_a_row() const { return in_a_row_; }
  Time open_until() const { return open_until_; }

 private:
  void open(Time now) {
    state_ = State::kOpen;
    open_until_ = now + pause_;
  }

  Config config_;
  State state_ = State::kClosed;
  int in_a_row_ = 0;
  std::chrono::milliseconds pause_;
  Time open_until_{}, trial_until_{};
};

inline std::string_view name(CircuitBreaker::State state) {
  return state == CircuitBreaker::State::kClosed ? "closed"
         : state == CircuitBreaker::State::kOpen ? "open"
                                                 : "half_open";
}

}  // namespace hotel::base
