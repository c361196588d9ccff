#include "console_fixture.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>

#include "widgets/views/inbox_view.h"

namespace hotel::guiwidgets_test {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

ConsoleFixture::ConsoleFixture() {
  QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
  QApplication::setCursorFlashTime(0);
  options.configFolder = folder.filePath(u"config"_s);
  options.dataFolder = folder.filePath(u"data"_s);
  turner_.setInterval(5);
  QObject::connect(&turner_, &QTimer::timeout, &turner_, [this] { clock.advance(50ms); });
}

ConsoleFixture::~ConsoleFixture() {
  stop();
}

void ConsoleFixture::start(bool signedIn) {
  QDir().mkpath(options.configFolder);
  {
    guicore::Settings settings(QDir(options.configFolder).filePath(u"settings.ini"_s));
    if (settings.language().isEmpty()) settings.setLanguage(u"en"_s);
    if (settings.theme() == guicore::Theme::kSystem) settings.setTheme(guicore::Theme::kLight);
    settings.sync();
  }
  if (signedIn) {
    guicore::SecretStore secrets(QDir(options.configFolder).filePath(u"session.json"_s));
    secrets.keep({daemon.url().toString(), daemon.user, daemon.token});
  }
  console_ = std::make_unique<guiwidgets::ConsoleApp>(options, clock);
  console_->start();
  turner_.start();
  QVERIFY(QTest::qWaitForWindowExposed(&console_->window()));
  console_->window().activateWindow();
  if (signedIn) QTRY_VERIFY(console_->context().engine().connection().live());
}

void ConsoleFixture::stop() {
  turner_.stop();
  console_.reset();
}

void ConsoleFixture::open(const QString& conversationId) {
  QTRY_VERIFY(console_->context().workspace.conversations().find(conversationId));
  console_->window().openConversation(conversationId);
  QTRY_VERIFY(console_->context().workspace.resident(conversationId));
}

bool ConsoleFixture::exists(const char* objectName) const {
  for (QWidget* top : QApplication::topLevelWidgets())
    if (auto* found = top->objectName() == QLatin1StringView(objectName)
                          ? top
                          : top->findChild<QWidget*>(QLatin1StringView(objectName));
        found && found->isVisible())
      return true;
  return false;
}

void ConsoleFixture::click(const char* objectName) {
  auto* button = get<QAbstractButton>(objectName);
  QTRY_VERIFY2(button->isVisible() && button->isEnabled(), objectName);
  QTest::mouseClick(button, Qt::LeftButton);
}

void ConsoleFixture::type(const char* objectName, const QString& text) {
  auto* widget = get<QWidget>(objectName);
  QTRY_VERIFY2(widget->isVisible() && widget->isEnabled(), objectName);
  widget->setFocus();
  QTest::keyClicks(widget, text);
}

}  // namespace hotel::guiwidgets_test
