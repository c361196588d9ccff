// Pictures of the console with the scene of tests, for people to look at and for the documentation:
//   widgets_shots --screenshot FILE [--theme light|dark|high_contrast] [--language en|es|pt_BR] [--size 1360x840]
//   [--page inbox|closed|note|alerts|requests|knowledge|answer|conflict|history|sign-in|template|palette|simulator|why]
#include <QApplication>
#include <QCommandLineParser>
#include <QDialog>
#include <QLineEdit>
#include <QListView>

#include "console_fixture.h"
#include "scene.h"
#include "widgets/composer.h"
#include "widgets/simulator/simulator_window.h"
#include "widgets/views/conversation_view.h"
#include "widgets/views/inbox_view.h"
#include "widgets/views/message_list.h"

using namespace Qt::StringLiterals;
using namespace hotel::guiwidgets_test;

namespace {

void settle() {
  for (int i = 0; i < 40; ++i) QTest::qWait(10);  // a picture has no condition to wait for but quiet
}

}  // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  QCommandLineParser parser;
  const QCommandLineOption file(u"screenshot"_s, u"PNG to write"_s, u"FILE"_s),
      theme(u"theme"_s, {}, u"NAME"_s, u"light"_s), language(u"language"_s, {}, u"CODE"_s, u"en"_s),
      size(u"size"_s, {}, u"WxH"_s, u"1360x840"_s), page(u"page"_s, {}, u"NAME"_s, u"inbox"_s);
  parser.addOptions({file, theme, language, size, page});
  parser.process(application);
  ConsoleFixture fixture;
  fixture.daemon.roles = {"frontdesk"};
  layScene(fixture.daemon, fixture.now());
  const QString what = parser.value(page);
  QDir().mkpath(fixture.options.configFolder);
  {
    hotel::guicore::Settings settings(QDir(fixture.options.configFolder).filePath(u"settings.ini"_s));
    settings.setLanguage(parser.value(language));
    const QString name = parser.value(theme);
    settings.setTheme(name == u"dark"            ? hotel::guicore::Theme::kDark
                      : name == u"high_contrast" ? hotel::guicore::Theme::kHighContrast
                                                 : hotel::guicore::Theme::kLight);
    settings.sync();
  }
  const QByteArray me =
      R"({"name":"ana","roles":["frontdesk"],"sandbox":true,"environment":"development","features":["sandbox","tickets"]})";
  fixture.daemon.answerNext(u"/me"_s, {200, me, {}});
  layDesk(fixture.daemon, fixture.now());
  answerBooking(fixture.daemon, fixture.now());
  if (what == u"inbox") answerDraft(fixture.daemon, kMaria, fixture.now());
  answerTemplates(fixture.daemon);
  fixture.start(what != u"sign-in");
  const QStringList wh = parser.value(size).split(u'x');
  auto& window = fixture.console().window();
  window.resize(wh[0].toInt(), wh[1].toInt());
  settle();
  QWidget* target = &window;
  if (what == u"sign-in") {
    target = fixture.get<QDialog>("signInDialog");
  } else {
    fixture.open(QString::fromLatin1(what == u"closed" ? "0190a1b2-0000-7000-8000-000000000008" : kMaria));
    if (what == u"inbox") window.inbox().setView(hotel::wire::View::kAll);
    settle();
    if (what == u"template") {
      window.inbox().conversation().chooseTemplate();
      settle();
      target = fixture.get<QDialog>("templateDialog");
    } else if (what == u"alerts") {
      window.commands().run(u"go.alerts"_s);
    } else if (what == u"requests") {
      window.commands().run(u"go.requests"_s);
    } else if (what == u"knowledge" || what == u"conflict" || what == u"history") {
      window.commands().run(u"go.knowledge"_s);
      settle();
      if (what == u"history") {
        fixture.click("knowledgeHistoryButton");
        settle();
        target = fixture.get<QDialog>("knowledgeHistory");
      } else if (what == u"conflict") {
        fixture.type("knowledgeText", u" Los domingos, hasta las 11:00."_s);
        fixture.daemon.putKnowledge("breakfast", "es", "El desayuno se sirve de 6:30 a 10:30.", "luis", fixture.now(),
                                    false);
        fixture.click("knowledgeSaveButton");
        settle();
        target = fixture.get<QDialog>("knowledgeConflict");
      }
    } else if (what == u"answer") {
      window.commands().run(u"go.requests"_s);
      settle();
      fixture.click("ticketKnowledgeButton");
    } else if (what == u"palette") {
      window.commands().run(u"go.palette"_s);
      settle();
      target = fixture.get<QDialog>("commandPalette");
    } else if (what == u"note") {
      window.inbox().conversation().toggleMode();
      window.inbox().conversation().composer().insertText(u"La niña es alérgica al polen: avisar a pisos."_s);
    } else if (what == u"simulator") {
      window.openSimulator();
      settle();
      fixture.get<QLineEdit>("simulatorPhone")->setText(u"+34600123456"_s);
      QMetaObject::invokeMethod(fixture.get<QLineEdit>("simulatorPhone"), "editingFinished");
      target = fixture.get<QWidget>("simulatorWindow");
    } else if (what == u"why") {
      auto& list = window.inbox().conversation().list();
      for (int row = 0; row < list.model()->rowCount(); ++row)
        if (!list.model()
                 ->index(row, 0)
                 .data(hotel::guimodels::role(hotel::guimodels::MessageRole::kWhy))
                 .toString()
                 .isEmpty()) {
          list.setCurrentIndex(list.model()->index(row, 0));
          QTest::keyClick(&list, Qt::Key_Return);
          break;
        }
      settle();
      target = fixture.get<QDialog>("whyDialog");
    }
  }
  settle();
  if (!target->grab().save(parser.value(file))) return 1;
  fixture.stop();
  return 0;
}
