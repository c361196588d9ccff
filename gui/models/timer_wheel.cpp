#include "models/timer_wheel.h"

#include <algorithm>

namespace hotel::guimodels {

using std::chrono::milliseconds;

TimerWheel::TimerWheel(guicore::GuiClock& clock, QObject* parent)
    : QObject(parent), clock_(clock), timer_(clock.makeTimer()) {}

TimerWheel::~TimerWheel() = default;

void TimerWheel::subscribe(QObject* context, std::chrono::seconds every, std::function<void(wire::Millis)> fire) {
  const milliseconds span = std::max(every, std::chrono::seconds{1});
  subscriptions_.push_back({QPointer<QObject>(context), span, clock_.steady() + span, std::move(fire)});
  arm();
}

void TimerWheel::arm() {
  std::erase_if(subscriptions_, [](const auto& s) { return s.context.isNull(); });
  if (subscriptions_.empty()) return timer_->stop();
  const auto first = std::min_element(subscriptions_.begin(), subscriptions_.end(),
                                      [](const auto& a, const auto& b) { return a.next < b.next; });
  timer_->start(std::max(milliseconds{0}, first->next - clock_.steady()), [this] { turn(); });
}

void TimerWheel::turn() {
  const auto steady = clock_.steady();
  const auto now = clock_.now();
  // By number: a subscriber may subscribe others while it runs.
  const auto count = subscriptions_.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (subscriptions_[i].context.isNull() || subscriptions_[i].next > steady) continue;
    subscriptions_[i].next = steady + subscriptions_[i].every;  // late ones are not made up for
    const auto fire = subscriptions_[i].fire;
    fire(now);
  }
  arm();
}

}  // namespace hotel::guimodels
