// A GuiClock that a test turns by hand. advance() fires the timers that fall due, in order, with the clock at their
// time.
#pragma once

#include <vector>

#include "core/gui_clock.h"

namespace hotel::support_qt {

class ManualClock : public guicore::GuiClock {
 public:
  explicit ManualClock(wire::Millis start = 1'790'000'000'000) : now_(start) {}
  wire::Millis now() const override { return now_; }
  std::chrono::milliseconds steady() const override { return steady_; }
  std::unique_ptr<guicore::GuiTimer> makeTimer() override;

  void advance(std::chrono::milliseconds by);
  void sleepMachine(std::chrono::milliseconds by) {
    now_ += by.count();
  }  // the wall clock goes on, the steady one does not
  int running() const;  // timers

 private:
  friend class ManualTimer;
  wire::Millis now_;
  std::chrono::milliseconds steady_{1'000};
  std::vector<class ManualTimer*> timers_;
};

}  // namespace hotel::support_qt
