// Waiting times that grow: exponential with full jitter, capped (AWS Architecture Blog, «Exponential Backoff And
// Jitter», 2015), but never below half of the step, so that each wait is felt.
#pragma once

#include <chrono>
#include <random>

namespace hotel::base {

class Backoff {
 public:
  Backoff(std::chrono::milliseconds first, std::chrono::milliseconds cap, double factor = 2.0)
      : first_(first), cap_(cap), factor_(factor) {}

  // Wait before try number `attempt` + 1, counting failures from 1.
  std::chrono::milliseconds after(int attempt, std::mt19937_64& chance) const;

 private:
  std::chrono::milliseconds first_, cap_;
  double factor_;
};

}  // namespace hotel::base
