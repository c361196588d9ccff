#include "core/gui_clock.h"

#include <QDateTime>
#include <QTimer>

namespace hotel::guicore {
namespace {

class SystemTimer : public GuiTimer {
 public:
  SystemTimer() {
    timer_.setSingleShot(true);
    QObject::connect(&timer_, &QTimer::timeout, [this] {
      const auto fire = fire_;  // it may start or destroy this timer
      if (fire) fire();
    });
  }
  void start(std::chrono::milliseconds after, std::function<void()> fire) override {
    fire_ = std::move(fire);
    timer_.start(std::max(after, std::chrono::milliseconds{0}));
  }
  void stop() override { timer_.stop(); }
  bool isActive() const override { return timer_.isActive(); }

 private:
  QTimer timer_;
  std::function<void()> fire_;
};

}  // namespace

wire::Millis SystemGuiClock::now() const {
  return QDateTime::currentMSecsSinceEpoch();
}

std::chrono::milliseconds SystemGuiClock::steady() const {
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

std::unique_ptr<GuiTimer> SystemGuiClock::makeTimer() {
  return std::make_unique<SystemTimer>();
}

}  // namespace hotel::guicore
