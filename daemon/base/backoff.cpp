#include "base/backoff.h"

#include <algorithm>
#include <cmath>

namespace hotel::base {

std::chrono::milliseconds Backoff::after(int attempt, std::mt19937_64& chance) const {
  const double step = std::min(static_cast<double>(cap_.count()),
                               static_cast<double>(first_.count()) * std::pow(factor_, std::max(0, attempt - 1)));
  std::uniform_real_distribution<double> jitter(0.5, 1.0);
  return std::chrono::milliseconds{static_cast<std::int64_t>(step * jitter(chance))};
}

}  // namespace hotel::base
