#include "manners_test.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QSet>
#include <QTranslator>

#include "console_fixture.h"
#include "scene.h"
#include "widgets/command_registry.h"
#include "widgets/views/inbox_view.h"

using namespace Qt::StringLiterals;
using namespace hotel::guiwidgets_test;
using hotel::guiwidgets::CommandRegistry;

namespace {

// Everything is a third longer, as in the longest languages.
class PseudoTranslator : public QTranslator {
 public:
  bool isEmpty() const override { return false; }
  QString translate(const char*, const char* source, const char*, int) const override {
    const QString text = QString::fromUtf8(source);
    return text.isEmpty() ? text : text + QString((text.size() * 2 + 4) / 5, u'~');
  }
};

bool operated(const QWidget* w) {
  return qobject_cast<const QAbstractButton*>(w) || qobject_cast<const QLineEdit*>(w) ||
         qobject_cast<const QPlainTextEdit*>(w) || qobject_cast<const QAbstractItemView*>(w) ||
         qobject_cast<const QComboBox*>(w);
}

bool ofQt(const QWidget* w) {  // parts that Qt makes inside of its own widgets
  return w->objectName().startsWith(u"qt_"_s) || (w->parentWidget() && (qobject_cast<QComboBox*>(w->parentWidget()) ||
                                                                        qobject_cast<QLineEdit*>(w->parentWidget()) ||
                                                                        w->parentWidget()->inherits("QMenuBar")));
}

// Visible texts that have less room than they need.
QStringList clipped(QWidget& window, int* seen) {
  QStringList faults;
  *seen = 0;
  for (QWidget* w : window.findChildren<QWidget*>()) {
    if (!w->isVisible() || ofQt(w)) continue;
    const auto tell = [&](const QString& text) {
      faults << u"%1 (%2 x %3): %4"_s.arg(w->objectName()).arg(w->width()).arg(w->height()).arg(text.left(60));
    };
    if (auto* label = qobject_cast<QLabel*>(w);
        label && !label->text().isEmpty() && !label->inherits("hotel::guiwidgets::ElidedLabel")) {
      ++*seen;
      const int needed = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
      if (needed > label->height() + 1 || (!label->wordWrap() && label->sizeHint().width() > label->width() + 1))
        tell(label->text());
    }
    if (auto* button = qobject_cast<QAbstractButton*>(w);
        button && !button->text().isEmpty() && !button->inherits("QToolButton")) {
      ++*seen;
      if (button->minimumSizeHint().width() > button->width() + 1) tell(button->text());
    }
  }
  return faults;
}

std::unique_ptr<ConsoleFixture> busyDesk() {
  auto f = std::make_unique<ConsoleFixture>();
  layScene(f->daemon, f->now());
  layDesk(f->daemon, f->now());
  answerBooking(f->daemon, f->now());
  answerDraft(f->daemon, kMaria, f->now());
  f->start();
  f->open(QString::fromLatin1(kMaria));
  return f;
}

}  // namespace

void MannersTest::shortcutsAreAllowedAndUnique() {
  ConsoleFixture f;
  f.start();
  QSet<QString> seen;
  for (const auto& command : f.console().window().commands().all()) {
    QVERIFY2(!command.title().isEmpty(), qPrintable(command.id));
    const QKeySequence keys = f.console().window().commands().keysOf(command);
    if (keys.isEmpty()) continue;
    QVERIFY2(CommandRegistry::allowed(keys, command.scope), qPrintable(command.id));
    const QString key = keys.toString() + (command.scope == CommandRegistry::Scope::kList ? u" list"_s : u""_s);
    QVERIFY2(!seen.contains(key), qPrintable(command.id));
    seen << key;
  }
  QVERIFY(seen.size() > 15);
}

void MannersTest::forbiddenAndTakenKeysAreRefused() {
  using Scope = CommandRegistry::Scope;
  QVERIFY(!CommandRegistry::allowed(QKeySequence(u"Alt+N"_s), Scope::kGlobal));
  QVERIFY(!CommandRegistry::allowed(QKeySequence(u"Ctrl+Alt+Q"_s), Scope::kGlobal));
  QVERIFY(!CommandRegistry::allowed(QKeySequence(u"J"_s), Scope::kGlobal));
  QVERIFY(CommandRegistry::allowed(QKeySequence(u"J"_s), Scope::kList));
  QVERIFY(CommandRegistry::allowed(QKeySequence(u"Ctrl+Shift+M"_s), Scope::kGlobal));
  ConsoleFixture f;
  f.start();
  auto& commands = f.console().window().commands();
  QVERIFY(commands.rebind(u"conversation.take_over"_s, QKeySequence(u"Ctrl+K"_s)).contains(u"Ctrl+K"_s));
  QVERIFY(!commands.rebind(u"conversation.take_over"_s, QKeySequence(u"Alt+T"_s)).isEmpty());
  QCOMPARE(commands.action(u"conversation.take_over"_s)->shortcut(), QKeySequence(u"Ctrl+Shift+T"_s));
  QCOMPARE(commands.rebind(u"conversation.take_over"_s, QKeySequence(u"Ctrl+Shift+Y"_s)), QString());
  QCOMPARE(commands.action(u"conversation.take_over"_s)->shortcut(), QKeySequence(u"Ctrl+Shift+Y"_s));
}

void MannersTest::everyGlobalCommandIsInAMenu() {
  ConsoleFixture f;
  f.start();
  QSet<QAction*> inMenus;
  for (auto* menu : f.console().window().findChildren<QMenu*>())
    for (QAction* action : menu->actions()) inMenus << action;
  for (const auto& command : f.console().window().commands().all())
    if (command.scope == CommandRegistry::Scope::kGlobal)
      QVERIFY2(inMenus.contains(f.console().window().commands().action(command.id)), qPrintable(command.id));
}

void MannersTest::everythingToOperateHasANameAndObjectName() {
  QAccessible::setActive(true);
  const auto f = busyDesk();
  QTRY_VERIFY(f->exists("draftPanel"));
  QTRY_VERIFY(f->exists("bookingCard"));
  QStringList faults;
  int seen = 0;
  for (QWidget* top : QApplication::topLevelWidgets()) {
    for (QWidget* w : top->findChildren<QWidget*>()) {
      if (!operated(w) || ofQt(w)) continue;
      ++seen;
      if (w->objectName().isEmpty())
        faults << u"no objectName: "_s + QString::fromLatin1(w->metaObject()->className()) + u" in "_s +
                      w->parentWidget()->objectName();
      if (!w->isVisibleTo(top) || w->focusPolicy() == Qt::NoFocus) continue;
      QAccessibleInterface* face = QAccessible::queryAccessibleInterface(w);
      if (!face || face->text(QAccessible::Name).isEmpty()) faults << u"no name: "_s + w->objectName();
    }
  }
  for (const QString& page : {u"go.requests"_s, u"go.knowledge"_s}) {
    f->console().window().commands().run(page);
    QTRY_VERIFY(f->exists(page == u"go.requests"_s ? "ticketText" : "knowledgeText"));
    for (QWidget* w : f->console().window().findChildren<QWidget*>()) {
      if (!operated(w) || ofQt(w) || !w->isVisible() || w->focusPolicy() == Qt::NoFocus) continue;
      ++seen;
      QAccessibleInterface* face = QAccessible::queryAccessibleInterface(w);
      if (!face || face->text(QAccessible::Name).isEmpty()) faults << u"no name: "_s + w->objectName();
    }
  }
  QVERIFY(seen > 40);
  QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void MannersTest::listItemsAreSentences() {
  const auto f = busyDesk();
  auto* list = f->get<QAbstractItemView>("conversationList");
  QTRY_VERIFY(list->model()->rowCount() > 2);
  for (int row = 0; row < list->model()->rowCount(); ++row) {
    const QString sentence = list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(sentence.count(u',') >= 2, qPrintable(sentence));
  }
  auto* messages = f->get<QAbstractItemView>("messageList");
  QTRY_VERIFY(messages->model()->rowCount() > 5);
  for (int row = 0; row < messages->model()->rowCount(); ++row)
    QVERIFY(!messages->model()->index(row, 0).data(Qt::AccessibleTextRole).toString().isEmpty());
}

void MannersTest::tabReachesEverythingAndReturns_data() {
  QTest::addColumn<QString>("page");
  QTest::addColumn<QByteArray>("start");
  QTest::newRow("inbox") << u"go.inbox"_s << QByteArray("searchEdit");
  QTest::newRow("requests") << u"go.requests"_s << QByteArray("ticketsList");
  QTest::newRow("knowledge") << u"go.knowledge"_s << QByteArray("knowledgeText");
}

void MannersTest::tabReachesEverythingAndReturns() {
  QFETCH(QString, page);
  QFETCH(QByteArray, start);
  const auto f = busyDesk();
  QTRY_VERIFY(f->exists("messageList"));
  auto& window = f->console().window();
  window.commands().run(page);
  QTRY_VERIFY(f->exists(start.constData()));
  QSet<QWidget*> wanted;
  for (QWidget* w : window.findChildren<QWidget*>())
    if ((w->focusPolicy() & Qt::TabFocus) && w->isVisible() && w->isEnabled() && operated(w) && !ofQt(w)) {
      auto* button = qobject_cast<QAbstractButton*>(w);
      const bool grouped = button && (button->autoExclusive() || button->group());
      if (grouped && button->isCheckable() && !button->isChecked()) continue;  // arrows move inside of a group
      wanted << w;
    }
  QVERIFY(wanted.size() > 6);
  f->get<QWidget>(start.constData())->setFocus();
  QWidget* const first = QApplication::focusWidget();
  QSet<QWidget*> reached{first};
  for (int i = 0; i < 200; ++i) {
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    reached << QApplication::focusWidget();
    if (QApplication::focusWidget() == first) break;
  }
  QCOMPARE(QApplication::focusWidget(), first);
  for (QWidget* w : wanted) QVERIFY2(reached.contains(w), qPrintable(w->objectName()));
}

void MannersTest::textIsNotClipped_data() {
  QTest::addColumn<QString>("language");
  QTest::addColumn<bool>("pseudo");
  for (const QString& language : hotel::guiwidgets::Language::known())
    QTest::newRow(qPrintable(language)) << language << false;
  QTest::newRow("40 % longer") << u"en"_s << true;
}

void MannersTest::textIsNotClipped() {
  QFETCH(QString, language);
  QFETCH(bool, pseudo);
  const auto f = busyDesk();
  QTRY_VERIFY(f->exists("draftPanel"));
  QTRY_VERIFY(f->exists("bookingCard"));
  auto& window = f->console().window();
  window.resize(1366, 768);
  f->console().context().language.use(language);
  PseudoTranslator longer;
  if (pseudo) QCoreApplication::installTranslator(&longer);
  int seen = 0;
  // Layouts follow the new texts in the event loop.
  QTRY_VERIFY2(clipped(window, &seen).isEmpty(), qPrintable(clipped(window, &seen).join(u'\n')));
  QVERIFY(seen > 20);
  for (const QString& page : {u"go.requests"_s, u"go.knowledge"_s}) {
    window.commands().run(page);
    QTRY_VERIFY(f->exists(page == u"go.requests"_s ? "ticketText" : "knowledgeText"));
    QTRY_VERIFY2(clipped(window, &seen).isEmpty(), qPrintable(clipped(window, &seen).join(u'\n')));
    QVERIFY(seen > 15);
  }
  if (pseudo) QCoreApplication::removeTranslator(&longer);
}

void MannersTest::deepLinksHoldIdsOnly() {
  using hotel::guiwidgets::parseDeepLink;
  const QString id = QString::fromLatin1(kMaria);
  QCOMPARE(parseDeepLink(u"hotel-console://conversation/"_s + id)->conversation, id);
  QCOMPARE(parseDeepLink(u"hotel-console://conversation/%1/message/%1"_s.arg(id))->message, id);
  for (const QString& bad :
       {u"hotel-console://conversation/"_s, u"hotel-console://conversation/../x"_s,
        u"hotel-console://deployment/"_s + id, u"https://conversation/"_s + id,
        u"hotel-console://conversation/%1?x=1"_s.arg(id), u"hotel-console://conversation/%1/other/%1"_s.arg(id),
        u"hotel-console://conversation/%1/"_s.arg(id)})
    QVERIFY2(!parseDeepLink(bad), qPrintable(bad));
}
