// Time as the console sees it: wall clock, steady clock and single-shot timers, so that tests turn them by hand.
//
// Everything here lives on the thread of its owner (the GUI thread).
#pragma once

#include <chrono>
#include <functional>
#include <memory>

#include "wire/time.h"

namespace hotel::guicore {

class GuiTimer {
 public:
  virtual ~GuiTimer() = default;
  virtual void start(std::chrono::milliseconds after, std::function<void()> fire) = 0;  // replaces a running one
  virtual void stop() = 0;
  virtual bool isActive() const = 0;
};

class GuiClock {
 public:
  virtual ~GuiClock() = default;
  virtual wire::Millis now() const = 0;                  // wall clock, UTC
  virtual std::chrono::milliseconds steady() const = 0;  // does not jump; stands still while the machine sleeps
  virtual std::unique_ptr<GuiTimer> makeTimer() = 0;     // stops when it is destroyed
};

class SystemGuiClock : public GuiClock {
 public:
  wire::Millis now() const override;
  std::chrono::milliseconds steady() const override;
  std::unique_ptr<GuiTimer> makeTimer() override;
};

}  // namespace hotel::guicore
