#include "desk_flow_test.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QListView>
#include <QTemporaryDir>
#include <QTest>

#include "models/roles.h"
#include "support/daemon_process/daemon_process.h"
#include "widgets/console_app.h"
#include "widgets/main_window.h"
#include "wire/codec.h"

using namespace Qt::StringLiterals;
using namespace hotel;
using guimodels::MessageRole;
using guimodels::role;

namespace {

constexpr int kPatience = 15'000;  // milliseconds; the machine may be busy

test::DaemonProcess::Environment sandbox() {
  return {{"ENVIRONMENT", "development"},
          {"PMS_TYPE", "mock"},
          {"WHATSAPP_MODE", "sandbox"},
          {"WHATSAPP_PHONE_NUMBER_ID", "100000000000001"},
          {"WHATSAPP_APP_SECRET", "flow-app-secret-0123456789"},
          {"HOTEL_TIMEZONE", "UTC"},
          {"REPLY_DEBOUNCE_MS", "100"}};
}

class Desk {
 public:
  explicit Desk(const test::DaemonProcess::Environment& settings) : daemon_(settings) {
    daemon_.start();
    token_ = daemon_.sign_in("robot", "frontdesk,admin");
    const auto added = daemon_.command({"user", "add", "ana", "--roles", "frontdesk"}, "Pw-long-enough-1\n");
    if (added.exit_code != 0) qFatal("user add: %s", added.out.c_str());
    guiwidgets::ConsoleApp::Options options;
    options.configFolder = folder_.filePath(u"config"_s);
    options.dataFolder = folder_.filePath(u"data"_s);
    options.server = QUrl(QString::fromStdString(daemon_.url()));
    options.user = u"ana"_s;
    options.password = u"Pw-long-enough-1"_s;
    QDir().mkpath(options.configFolder);
    guicore::Settings settings_file(QDir(options.configFolder).filePath(u"settings.ini"_s));
    settings_file.setLanguage(u"en"_s);
    settings_file.sync();
    console_ = std::make_unique<guiwidgets::ConsoleApp>(options, clock_);
    console_->start();
  }

  bool live() const { return console_->context().engine().connection().live(); }
  void guestSays(const char* text) {
    const auto answer =
        daemon_.post(token_, "/sandbox/messages", {{"phone", "34600123456"}, {"name", "María"}, {"text", text}});
    if (answer.status >= 300) qFatal("sandbox: %s", answer.body.c_str());
  }
  // What the daemon holds; the console is compared with it.
  boost::json::object conversation() const {
    const auto list = daemon_.get(token_, "/conversations?view=all").json();
    const auto* items = wire::array_of(list, "items");
    return items && !items->empty() ? items->front().as_object() : boost::json::object{};
  }
  std::vector<std::pair<std::string, std::string>> outgoing() const {  // author, status
    std::vector<std::pair<std::string, std::string>> out;
    const auto id = wire::text_of(conversation(), "id");
    const auto list = daemon_.get(token_, "/conversations/" + id + "/messages").json();
    if (const auto* items = wire::array_of(list, "items"))
      for (const auto& m : *items)
        if (wire::text_of(m, "direction") == "out")
          if (const auto* author = wire::object_of(m, "author"))
            out.emplace_back(wire::text_of(*author, "kind"), wire::text_of(m, "status"));
    return out;
  }

  template <class T>
  T* find(const char* name) const {
    for (QWidget* top : QApplication::topLevelWidgets())
      if (auto* found = top->findChild<T*>(QLatin1StringView(name))) return found;
    return nullptr;
  }
  template <class T>
  T* shown(const char* name) const {
    auto* found = find<T>(name);
    return found && found->isVisible() ? found : nullptr;
  }
  bool click(const char* name) const {
    auto* button = shown<QAbstractButton>(name);
    if (!button || !button->isEnabled()) return false;
    QTest::mouseClick(button, Qt::LeftButton);
    return true;
  }
  bool ready(const char* name) const {
    const auto* button = shown<QAbstractButton>(name);
    return button && button->isEnabled();
  }
  // False: the console has not heard of the guest yet.
  bool open() const {
    const auto id = QString::fromStdString(wire::text_of(conversation(), "id"));
    if (id.isEmpty() || !console_->context().workspace.conversations().find(id)) return false;
    console_->window().openConversation(id);
    return true;
  }
  QStringList texts() const {
    QStringList out;
    const auto* list = find<QListView>("messageList");
    for (int i = 0; list && list->model() && i < list->model()->rowCount(); ++i)
      out << list->model()->index(i, 0).data(role(MessageRole::kText)).toString();
    return out;
  }

 private:
  test::DaemonProcess daemon_;
  std::string token_;
  QTemporaryDir folder_;
  guicore::SystemGuiClock clock_;
  std::unique_ptr<guiwidgets::ConsoleApp> console_;
};

}  // namespace

void DeskFlowTest::guestIsFollowedTakenOverAndAnswered() {
  Desk desk{sandbox()};
  QTRY_VERIFY_WITH_TIMEOUT(desk.live(), kPatience);
  desk.guestSays("hola");
  QTRY_VERIFY_WITH_TIMEOUT(desk.open(), kPatience);
  QTRY_VERIFY_WITH_TIMEOUT(desk.texts().contains(u"hola"_s), kPatience);
  QTRY_VERIFY_WITH_TIMEOUT(!desk.outgoing().empty(), kPatience);  // the agent greets
  QTRY_VERIFY_WITH_TIMEOUT(desk.texts().size() >= 3, kPatience);  // the day, the guest, the agent
  QTRY_VERIFY_WITH_TIMEOUT(desk.click("takeOverButton"), kPatience);
  QTRY_COMPARE_WITH_TIMEOUT(desk.find<QLabel>("ownerChip")->text(), u"Bot paused · you"_s, kPatience);
  QCOMPARE(wire::text_of(desk.conversation(), "owner"), std::string("staff"));
  const auto before = desk.outgoing().size();
  auto* editor = desk.find<QWidget>("composerEditor");
  QTRY_VERIFY_WITH_TIMEOUT(editor->isVisible() && editor->isEnabled(), kPatience);
  editor->setFocus();
  QTest::keyClicks(editor, u"Good evening, this is Ana."_s);
  QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier);
  QTRY_VERIFY_WITH_TIMEOUT(desk.texts().contains(u"Good evening, this is Ana."_s), kPatience);
  QTRY_COMPARE_WITH_TIMEOUT(desk.outgoing().size(), before + 1, kPatience);
  QCOMPARE(desk.outgoing().front().first, std::string("staff"));  // newest first
}

void DeskFlowTest::draftIsStoppedBeforeItLeaves() {
  auto settings = sandbox();
  settings["AGENT_HOLD_MS"] = "60000";
  Desk desk{settings};
  QTRY_VERIFY_WITH_TIMEOUT(desk.live(), kPatience);
  desk.guestSays("¿a qué hora es el desayuno?");
  QTRY_VERIFY_WITH_TIMEOUT(desk.open(), kPatience);
  QTRY_VERIFY_WITH_TIMEOUT(desk.shown<QWidget>("draftPanel"), kPatience);
  QVERIFY(!desk.find<QLabel>("draftText")->text().isEmpty());
  QVERIFY(desk.click("draftDiscardButton"));
  QTRY_VERIFY_WITH_TIMEOUT(!desk.shown<QWidget>("draftPanel"), kPatience);
  const std::vector<std::pair<std::string, std::string>> refused{{"agent", "refused"}};
  QCOMPARE(desk.outgoing(), refused);
  QCOMPARE(wire::text_of(desk.conversation(), "owner"), std::string("staff"));
}

// What the bot could not answer is written once by a person, in two clicks, and the bot says it from then on.
void DeskFlowTest::questionIsAnsweredByTheKnowledgeBase() {
  Desk desk{sandbox()};
  QTRY_VERIFY_WITH_TIMEOUT(desk.live(), kPatience);
  desk.guestSays("¿Tienen spa en el hotel?");
  QTRY_VERIFY_WITH_TIMEOUT(desk.open(), kPatience);
  QTRY_VERIFY_WITH_TIMEOUT(desk.ready("rail_requests"), kPatience);
  QVERIFY(desk.click("rail_requests"));
  QTRY_VERIFY_WITH_TIMEOUT(desk.shown<QLabel>("ticketText"), kPatience);
  QCOMPARE(desk.find<QLabel>("ticketText")->text(), u"¿Tienen spa en el hotel?"_s);
  QTRY_VERIFY_WITH_TIMEOUT(desk.ready("ticketKnowledgeButton"), kPatience);
  QVERIFY(desk.click("ticketKnowledgeButton"));
  QTRY_VERIFY_WITH_TIMEOUT(desk.shown<QLabel>("knowledgeKey"), kPatience);
  QTRY_COMPARE_WITH_TIMEOUT(desk.find<QLabel>("knowledgeKey")->text(), u"spa · a new topic"_s, kPatience);
  const QString entry = u"El spa abre de 9:30 a 20:45, piso 3."_s;
  auto* text = desk.find<QWidget>("knowledgeText");
  text->setFocus();
  QTest::keyClicks(text, entry);
  QTRY_VERIFY_WITH_TIMEOUT(desk.ready("knowledgeSaveButton"), kPatience);
  QVERIFY(desk.click("knowledgeSaveButton"));
  QTRY_COMPARE_WITH_TIMEOUT(desk.find<QLabel>("knowledgeKey")->text(), u"spa"_s, kPatience);
  QTRY_COMPARE_WITH_TIMEOUT(desk.find<QAbstractButton>("rail_requests")->accessibleName(), u"Requests"_s, kPatience);
  desk.guestSays("¿Tienen spa?");
  QTRY_VERIFY_WITH_TIMEOUT(desk.open(), kPatience);
  QTRY_VERIFY_WITH_TIMEOUT(desk.texts().filter(entry).size() == 1, kPatience);
}

QTEST_MAIN(DeskFlowTest)
