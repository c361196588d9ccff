#include "support_qt/manual_clock.h"

#include <algorithm>
#include <utility>

namespace hotel::support_qt {

class ManualTimer : public guicore::GuiTimer {
 public:
  explicit ManualTimer(ManualClock& clock) : clock_(clock) { clock_.timers_.push_back(this); }
  ~ManualTimer() override { std::erase(clock_.timers_, this); }
  void start(std::chrono::milliseconds after, std::function<void()> fire) override {
    due_ = clock_.steady_ + std::max(after, std::chrono::milliseconds{0});
    fire_ = std::move(fire);
  }
  void stop() override { fire_ = nullptr; }
  bool isActive() const override { return static_cast<bool>(fire_); }

  ManualClock& clock_;
  std::chrono::milliseconds due_{0};
  std::function<void()> fire_;
};

std::unique_ptr<guicore::GuiTimer> ManualClock::makeTimer() {
  return std::make_unique<ManualTimer>(*this);
}

int ManualClock::running() const {
  return static_cast<int>(
      std::count_if(timers_.begin(), timers_.end(), [](const auto* timer) { return timer->isActive(); }));
}

void ManualClock::advance(std::chrono::milliseconds by) {
  const auto end = steady_ + by;
  while (true) {
    ManualTimer* first = nullptr;
    for (auto* timer : timers_)
      if (timer->isActive() && timer->due_ <= end && (!first || timer->due_ < first->due_)) first = timer;
    if (!first) break;
    const auto at = std::max(steady_, first->due_);
    now_ += (at - steady_).count();
    steady_ = at;
    std::exchange(first->fire_, nullptr)();
  }
  now_ += (end - steady_).count();
  steady_ = end;
}

}  // namespace hotel::support_qt
