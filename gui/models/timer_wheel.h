// One timer for everything on the screen that grows older: waiting times, SLA states, windows, typing leases.
// Subscribers are called in the order of subscription; a subscription ends with its context object. GUI thread.
#pragma once

#include <QObject>
#include <QPointer>
#include <chrono>
#include <functional>
#include <memory>
#include <vector>

#include "core/gui_clock.h"

namespace hotel::guimodels {

class TimerWheel : public QObject {
  Q_OBJECT
 public:
  explicit TimerWheel(guicore::GuiClock& clock, QObject* parent = nullptr);
  ~TimerWheel() override;

  // `every` is rounded up to whole seconds. `fire` gets the wall clock.
  void subscribe(QObject* context, std::chrono::seconds every, std::function<void(wire::Millis)> fire);
  guicore::GuiClock& clock() { return clock_; }

 private:
  struct Subscription {
    QPointer<QObject> context;
    std::chrono::milliseconds every;
    std::chrono::milliseconds next;
    std::function<void(wire::Millis)> fire;
  };
  void arm();
  void turn();

  guicore::GuiClock& clock_;
  std::unique_ptr<guicore::GuiTimer> timer_;
  std::vector<Subscription> subscriptions_;
};

}  // namespace hotel::guimodels
