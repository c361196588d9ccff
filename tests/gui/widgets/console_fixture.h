// A whole console against the fake daemon: folders of its own, a clock that the event loop turns (50 ms of console time
// for each 5 ms), the palette and language set. Everything is asked for by objectName.
#pragma once

#include <QLocale>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <memory>

#include "support_qt/fake_daemon.h"
#include "support_qt/manual_clock.h"
#include "support_qt/samples.h"
#include "widgets/console_app.h"

namespace hotel::guiwidgets_test {

class ConsoleFixture {
 public:
  ConsoleFixture();
  ~ConsoleFixture();

  void start(bool signedIn = true);  // makes the console; with a kept token unless the sign-in itself is tested
  void stop();                       // as if it were quit
  void open(const QString& conversationId);

  template <class T>
  T* get(const char* objectName) const {
    T* found = nullptr;
    for (QWidget* top : QApplication::topLevelWidgets()) {
      if (top->objectName() == QLatin1StringView(objectName)) found = qobject_cast<T*>(top);
      if (!found) found = top->findChild<T*>(QLatin1StringView(objectName));
      if (found) break;
    }
    if (!found) qFatal("no %s", objectName);
    return found;
  }
  bool exists(const char* objectName) const;
  void click(const char* objectName);
  void type(const char* objectName, const QString& text);

  guiwidgets::ConsoleApp& console() { return *console_; }
  wire::Millis now() const { return clock.now(); }

  support_qt::FakeDaemon daemon;
  support_qt::ManualClock clock;
  QTemporaryDir folder;
  guiwidgets::ConsoleApp::Options options;

 private:
  QTimer turner_;
  std::unique_ptr<guiwidgets::ConsoleApp> console_;
};

}  // namespace hotel::guiwidgets_test
