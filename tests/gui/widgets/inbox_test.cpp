#include "inbox_test.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <algorithm>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

#include "scene.h"
#include "widgets/composer.h"
#include "widgets/dialogs/sign_in_dialog.h"
#include "widgets/docks/guest_dock.h"
#include "widgets/views/conversation_list_pane.h"
#include "widgets/views/conversation_view.h"
#include "widgets/views/inbox_view.h"
#include "widgets/views/message_list.h"
#include "wire/codec.h"

using namespace Qt::StringLiterals;
using namespace hotel::guiwidgets_test;
namespace wire = hotel::wire;
using hotel::guimodels::MessageRole;
using hotel::guimodels::role;

namespace {

constexpr wire::Millis kHour = 3'600'000;

wire::Conversation guest(const char* id, const char* name, wire::Millis now) {
  auto c = hotel::support_qt::waiting(id, name, now - 60'000);
  c.window_expires_at = now + 20 * kHour;
  return c;
}

QString lastStatus(QListView* list) {
  return list->model()->index(list->model()->rowCount() - 1, 0).data(role(MessageRole::kStatusText)).toString();
}

QString lastText(QListView* list) {
  return list->model()->index(list->model()->rowCount() - 1, 0).data(role(MessageRole::kText)).toString();
}

}  // namespace

void InboxTest::init() {
  f_ = std::make_unique<ConsoleFixture>();
}
void InboxTest::cleanup() {
  f_.reset();
}

void InboxTest::wrongPasswordIsTold() {
  f_->options.server = f_->daemon.url();
  f_->start(false);
  f_->type("userEdit", u"ana"_s);
  f_->type("passwordEdit", u"wrong"_s);
  f_->click("signInDialogOk");
  QTRY_COMPARE(f_->get<QLabel>("signInProblemText")->text(), u"User or password is wrong."_s);
  QVERIFY(f_->exists("signInDialog"));
  QVERIFY(!f_->console().context().engine().connection().live());
}

void InboxTest::signInShowsTheInbox() {
  f_->daemon.put(guest("c1", "María", f_->now()), false);
  f_->options.server = f_->daemon.url();
  f_->start(false);
  f_->type("userEdit", u"ana"_s);
  f_->type("passwordEdit", u"right"_s);
  f_->click("signInDialogOk");
  QTRY_VERIFY(!f_->exists("signInDialog"));
  QTRY_COMPARE(f_->get<QListView>("conversationList")->model()->rowCount(), 1);
  QTRY_COMPARE(f_->get<QLabel>("connectionLabel")->text(), u"Live"_s);
  QCOMPARE(f_->get<QLabel>("personLabel")->text(), u"ana · frontdesk"_s);
}

void InboxTest::plainHttpToAnotherMachineIsRefused() {
  f_->start(false);
  f_->get<QLineEdit>("serverEdit")->setText(u"http://hotel.example:8000"_s);
  f_->type("userEdit", u"ana"_s);
  f_->type("passwordEdit", u"right"_s);
  f_->click("signInDialogOk");
  QVERIFY(f_->exists("signInProblem"));
  QVERIFY(f_->daemon.requests().empty());
}

void InboxTest::listOpensConversationReplyIsDelivered() {
  f_->daemon.put(guest("c1", "María", f_->now()), false);
  f_->daemon.say(hotel::support_qt::message("m1", "c1", "¿Tienen piscina?", f_->now() - 60'000), false);
  f_->start();
  auto* list = f_->get<QListView>("conversationList");
  QTRY_COMPARE(list->model()->rowCount(), 1);
  QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
  auto* messages = f_->get<QListView>("messageList");
  QTRY_VERIFY(messages->isVisible() && messages->model()->rowCount() == 2);  // the day and the message
  f_->type("composerEditor", u"Yes, from 9 to 21."_s);
  QTest::keyClick(f_->get<QWidget>("composerEditor"), Qt::Key_Return, Qt::ControlModifier);
  QTRY_COMPARE(lastText(messages), u"Yes, from 9 to 21."_s);
  QTRY_COMPARE(static_cast<int>(f_->daemon.requests("POST", u"/conversations/c1/messages"_s).size()), 1);
  QVERIFY(f_->get<QPlainTextEdit>("composerEditor")->toPlainText().isEmpty());
  QTRY_VERIFY(f_->daemon.messages(u"c1"_s).size() == 2);
  auto sent = f_->daemon.messages(u"c1"_s).back();
  sent.status = wire::MessageStatus::kDelivered;
  ++sent.version;
  f_->daemon.say(sent, true, false);
  QTRY_COMPARE(lastStatus(messages), u"delivered"_s);
}

void InboxTest::noteNeverReachesTheGuest() {
  f_->daemon.put(guest("c1", "María", f_->now()), false);
  f_->start();
  f_->open(u"c1"_s);
  f_->click("noteTab");
  QTRY_COMPARE(f_->get<QPushButton>("sendButton")->text(), u"Save note"_s);
  QVERIFY(f_->get<QWidget>("composerEditor")->accessibleName().contains(u"does not see it"_s));
  f_->type("composerEditor", u"Careful with the bill"_s);
  f_->click("sendButton");
  QTRY_COMPARE(static_cast<int>(f_->daemon.requests("POST", u"/conversations/c1/notes"_s).size()), 1);
  QTRY_COMPARE(lastText(f_->get<QListView>("messageList")), u"Careful with the bill"_s);
  QVERIFY(f_->daemon.requests("POST", u"/conversations/c1/messages"_s).empty());
  QVERIFY(f_->daemon.requests("POST", u"/conversations/c1/typing"_s).empty());
}

void InboxTest::takeOverAndHandBack() {
  auto c = guest("c1", "María", f_->now());
  c.owner = wire::Owner::kAgent;
  f_->daemon.put(c, false);
  f_->start();
  f_->open(u"c1"_s);
  auto* chip = f_->get<QLabel>("ownerChip");
  QTRY_COMPARE(chip->text(), u"Bot answers"_s);
  f_->click("takeOverButton");
  QTRY_COMPARE(chip->text(), u"Bot paused · you"_s);
  f_->click("handBackButton");
  QTRY_VERIFY(f_->exists("handBackDialog"));
  f_->type("handBackNote", u"Room is settled"_s);
  f_->click("handBackDialogOk");
  QTRY_COMPARE(chip->text(), u"Bot answers"_s);
  const auto requests = f_->daemon.requests("POST", u"/conversations/c1/handback"_s);
  QCOMPARE(static_cast<int>(requests.size()), 1);
  QVERIFY(requests[0].body.contains("Room is settled"));
}

void InboxTest::newerReplyMustBeConfirmed() {
  f_->daemon.put(guest("c1", "María", f_->now()), false);
  f_->daemon.say(hotel::support_qt::message("m1", "c1", "Hola", f_->now() - 60'000), false);
  f_->start();
  f_->open(u"c1"_s);
  QTRY_VERIFY(f_->get<QListView>("messageList")->isVisible());
  f_->daemon.holdEvents = true;  // this console lags: it has not seen what Luis wrote
  auto luis = hotel::support_qt::message("m2", "c1", "Yes, from nine.", f_->now());
  luis.direction = wire::Direction::kOut;
  luis.author = {wire::AuthorKind::kStaff, "luis"};
  luis.status = wire::MessageStatus::kSent;
  f_->daemon.say(luis);
  f_->type("composerEditor", u"Yes."_s);
  f_->click("sendButton");
  QTRY_COMPARE(f_->get<QPushButton>("sendButton")->text(), u"Send anyway"_s);
  QCOMPARE(f_->get<QPlainTextEdit>("composerEditor")->toPlainText(), u"Yes."_s);
  QTRY_VERIFY(f_->exists("composerBanner"));
  f_->daemon.holdEvents = false;
  f_->daemon.release();
  QTRY_VERIFY(f_->get<QLabel>("composerBannerText")->text().contains(u"Yes, from nine."_s));
  QCOMPARE(static_cast<int>(f_->daemon.messages(u"c1"_s).size()), 2);
  f_->click("sendButton");
  QTRY_COMPARE(static_cast<int>(f_->daemon.messages(u"c1"_s).size()), 3);
  const auto& said = f_->daemon.messages(u"c1"_s);
  QCOMPARE(
      std::count_if(said.begin(), said.end(), [](const auto& m) { return m.text == "Yes." && m.author.name == "ana"; }),
      1);
  QTRY_COMPARE(f_->get<QPushButton>("sendButton")->text(), u"Send to guest"_s);
  QTRY_VERIFY(f_->get<QPlainTextEdit>("composerEditor")->toPlainText().isEmpty());
}

void InboxTest::closedWindowAllowsTemplatesOnly() {
  auto c = guest("c1", "María", f_->now());
  c.window_expires_at = f_->now() - kHour;
  f_->daemon.put(c, false);
  answerTemplates(f_->daemon);
  f_->start();
  f_->open(u"c1"_s);
  QTRY_COMPARE(f_->get<QLabel>("windowLabel")->text(), u"24 h window closed"_s);
  QVERIFY(!f_->get<QWidget>("composerEditor")->isVisible());
  QVERIFY(!f_->get<QWidget>("sendButton")->isVisible());
  f_->click("closedTemplateButton");
  QTRY_VERIFY(f_->exists("templateList"));
  QTRY_COMPARE(f_->get<QLineEdit>("templateVariable1")->text(), u"María"_s);
  auto* ok = f_->get<QPushButton>("templateDialogOk");
  QVERIFY(!ok->isEnabled());  // the second variable is empty
  f_->type("templateVariable2", u"HTL-1"_s);
  QCOMPARE(f_->get<QLabel>("templatePreview")->text(), u"Hola María, hay novedades de su reserva HTL-1."_s);
  f_->click("templateDialogOk");
  QTRY_COMPARE(static_cast<int>(f_->daemon.requests("POST", u"/conversations/c1/messages"_s).size()), 1);
  const auto body =
      boost::json::parse(f_->daemon.requests("POST", u"/conversations/c1/messages"_s)[0].body.toStdString());
  const auto* sent = wire::object_of(body, "template");
  QVERIFY(sent);
  QCOMPARE(wire::text_of(*sent, "name"), std::string("booking_update"));
  QVERIFY(wire::text_of(body, "text").empty());
  f_->click("noteTab");  // notes are always possible
  QTRY_VERIFY(f_->get<QWidget>("composerEditor")->isVisible());
}

void InboxTest::draftSurvivesSwitchAndRestart() {
  f_->daemon.put(guest("c1", "María", f_->now()), false);
  f_->daemon.put(guest("c2", "John", f_->now()), false);
  f_->start();
  f_->open(u"c1"_s);
  f_->type("composerEditor", u"half a sen"_s);
  f_->click("noteTab");
  f_->type("composerEditor", u"a note"_s);
  f_->open(u"c2"_s);
  f_->click("replyTab");
  QTRY_VERIFY(f_->get<QPlainTextEdit>("composerEditor")->toPlainText().isEmpty());
  f_->stop();
  f_->start();
  f_->open(u"c1"_s);
  QTRY_COMPARE(f_->get<QPlainTextEdit>("composerEditor")->toPlainText(), u"half a sen"_s);
  f_->click("noteTab");
  QTRY_COMPARE(f_->get<QPlainTextEdit>("composerEditor")->toPlainText(), u"a note"_s);
  QVERIFY(f_->daemon.messages(u"c1"_s).empty());
}

void InboxTest::cannedReplyComesWithSlash() {
  f_->daemon.put(guest("c1", "María", f_->now()), false);
  f_->start();
  f_->open(u"c1"_s);
  QTRY_VERIFY(!f_->daemon.requests("GET", u"/canned-replies"_s).empty());
  QTRY_COMPARE(f_->console().context().workspace.cannedReplies().rowCount(), 1);
  f_->type("composerEditor", u"/late"_s);
  QTRY_VERIFY(f_->exists("cannedPopup"));
  QTest::keyClick(f_->get<QWidget>("composerEditor"), Qt::Key_Return);
  QTRY_COMPARE(f_->get<QPlainTextEdit>("composerEditor")->toPlainText(), u"Until noon, María."_s);
  QVERIFY(!f_->exists("cannedPopup"));
}

void InboxTest::unresolvedVariableBlocksSending() {
  f_->daemon.put(guest("c1", "María", f_->now()), false);
  f_->start();
  f_->open(u"c1"_s);
  f_->type("composerEditor", u"Until {{time}}."_s);
  QVERIFY(!f_->get<QPushButton>("sendButton")->isEnabled());
  QTest::keyClick(f_->get<QWidget>("composerEditor"), Qt::Key_Return, Qt::ControlModifier);
  QVERIFY(f_->get<QLabel>("composerHint")->text().contains(u"{{time}}"_s) ||
          f_->get<QLabel>("composerHint")->text().contains(u"time"_s));
  QVERIFY(f_->daemon.requests("POST", u"/conversations/c1/messages"_s).empty());
}

void InboxTest::emptyViewTellsOfConversationsElsewhere() {
  f_->start();
  auto* title = f_->get<QLabel>("listStateTitle");
  QTRY_COMPARE(title->text(), u"No conversations yet"_s);
  auto c = guest("c1", "María", f_->now());
  c.owner = wire::Owner::kAgent;
  c.waiting_since.reset();
  f_->daemon.put(c);  // not one of those that wait
  QTRY_COMPARE(title->text(), u"Nobody is waiting"_s);
}

void InboxTest::emptyFilteredViewClearsTheSearch() {
  f_->daemon.put(guest("c1", "María", f_->now()), false);
  f_->start();
  auto* list = f_->get<QListView>("conversationList");
  QTRY_COMPARE(list->model()->rowCount(), 1);
  f_->type("searchEdit", u"nobody has this"_s);
  QTRY_COMPARE(f_->get<QLabel>("listStateTitle")->text(), u"Nothing found"_s);
  f_->click("listStateAction");
  QTRY_COMPARE(list->model()->rowCount(), 1);
  f_->type("searchEdit", u"maria"_s);  // without the accent
  QTest::keyClick(f_->get<QWidget>("searchEdit"), Qt::Key_Return);
  QTRY_COMPARE(list->model()->rowCount(), 1);
}

void InboxTest::messagesThatFailToLoadCanBeRetried() {
  f_->daemon.put(guest("c1", "María", f_->now()), false);
  f_->daemon.say(hotel::support_qt::message("m1", "c1", "Hola", f_->now() - 60'000), false);
  f_->daemon.answerNext(u"/conversations/c1/messages"_s,
                        {500, hotel::support_qt::FakeDaemon::problem(500, "internal", "Something broke."), {}});
  f_->start();
  f_->open(u"c1"_s);
  QTRY_COMPARE(f_->get<QLabel>("messagesStateTitle")->text(), u"The messages could not be loaded"_s);
  f_->click("messagesStateAction");
  QTRY_VERIFY(f_->get<QListView>("messageList")->isVisible());
}

void InboxTest::draftOfTheBotShowsItsFactsAndIsApproved() {
  auto c = guest("c1", "María", f_->now());
  c.owner = wire::Owner::kAgent;
  f_->daemon.put(c, false);
  f_->daemon.say(hotel::support_qt::message("m1", "c1", "Hola", f_->now() - 60'000), false);
  answerDraft(f_->daemon, "c1", f_->now());
  f_->start();
  f_->open(u"c1"_s);
  QTRY_VERIFY(f_->exists("draftPanel"));
  f_->click("draftWhyButton");
  QTRY_VERIFY(f_->get<QWidget>("whyPanel")->accessibleName().contains(u"EUR 128.00"_s));
  QVERIFY(f_->get<QWidget>("whyPanel")->accessibleName().contains(u"hotel system"_s));
  f_->daemon.answerNext(u"/conversations/c1/draft/approve"_s, {204, {}, {}});
  f_->click("draftApproveButton");
  QTRY_VERIFY(!f_->exists("draftPanel"));
  QCOMPARE(static_cast<int>(f_->daemon.requests("POST", u"/conversations/c1/draft/approve"_s).size()), 1);
}

void InboxTest::collisionIsShown() {
  auto c = guest("c1", "María", f_->now());
  f_->daemon.put(c, false);
  f_->start();
  f_->open(u"c1"_s);
  QVERIFY(!f_->exists("collisionBanner"));
  c.typing = "luis";
  c.typing_until = f_->now() + 10 * 60'000;
  c.version = 9;
  f_->daemon.put(c);
  QTRY_VERIFY(f_->exists("collisionBanner"));
  QVERIFY(f_->get<QLabel>("collisionBannerText")->text().contains(u"luis"_s));
}

void InboxTest::bookingAgeTicks() {
  auto c = guest("c1", "María", f_->now());
  c.guest.phone = "+34600123456";
  f_->daemon.put(c, false);
  answerBooking(f_->daemon, f_->now());
  f_->start();
  f_->open(u"c1"_s);
  QTRY_VERIFY(f_->exists("bookingCard"));
  auto* age = f_->get<QLabel>("bookingAge");
  const QString before = age->text();
  QVERIFY(before.startsWith(u"Read from the hotel system"_s));
  QTRY_VERIFY(age->text() != before);
}

void InboxTest::alertIsAcknowledged() {
  f_->daemon.putAlert({"a1", "handover", "critical", "A guest waits", f_->now(), "", "", std::nullopt}, false);
  f_->start();
  QTest::keyClick(&f_->console().window(), Qt::Key_4, Qt::ControlModifier);
  QTRY_VERIFY(f_->exists("alertsView"));
  auto* list = f_->get<QListView>("alertsList");
  QTRY_COMPARE(list->model()->rowCount(), 1);
  list->setFocus();
  list->setCurrentIndex(list->model()->index(0, 0));
  f_->click("alertAckButton");
  QTRY_COMPARE(list->model()->index(0, 0).data(role(hotel::guimodels::AlertRole::kAckedBy)).toString(), u"ana"_s);
  QTRY_VERIFY(!f_->get<QPushButton>("alertAckButton")->isEnabled());
}

void InboxTest::languageChangesWithoutRestart() {
  f_->daemon.put(guest("c1", "María", f_->now()), false);
  f_->start();
  f_->open(u"c1"_s);
  QCOMPARE(f_->get<QPushButton>("sendButton")->text(), u"Send to guest"_s);
  f_->console().context().language.use(u"es"_s);
  QTRY_COMPARE(f_->get<QPushButton>("sendButton")->text(), u"Enviar al huésped"_s);
  QTRY_COMPARE(f_->get<QAbstractButton>("rail_inbox")->text(), u"Bandeja"_s);
  f_->console().context().language.use(u"pt_BR"_s);
  QTRY_COMPARE(f_->get<QPushButton>("sendButton")->text(), u"Enviar ao hóspede"_s);
  f_->console().context().language.use(u"en"_s);
  QTRY_COMPARE(f_->get<QPushButton>("sendButton")->text(), u"Send to guest"_s);
}

void InboxTest::simulatorWritesAsGuest() {
  f_->daemon.answerNext(u"/me"_s, {200, R"({"name":"ana","roles":["frontdesk"],"sandbox":true})", {}});
  auto c = guest("c1", "Lucía Ferrer", f_->now());
  c.guest.phone = "+34600111222";
  f_->daemon.put(c, false);
  auto m = hotel::support_qt::message("m1", "c1", "Shall I book it?", f_->now() - 60'000);
  m.direction = wire::Direction::kOut;
  m.author = {wire::AuthorKind::kAgent, "Assistant"};
  m.status = wire::MessageStatus::kDelivered;
  m.interactive = boost::json::parse(
                      R"({"type":"button","action":{"buttons":[{"type":"reply","reply":{"id":"yes","title":"Yes"}}]}})")
                      .as_object();
  f_->daemon.say(m, false);
  f_->start();
  f_->click("rail_simulator");
  QTRY_VERIFY(f_->exists("choice_yes"));
  f_->click("choice_yes");
  QTRY_COMPARE(static_cast<int>(f_->daemon.requests("POST", u"/sandbox/messages"_s).size()), 1);
  QVERIFY(f_->daemon.requests("POST", u"/sandbox/messages"_s)[0].body.contains("\"id\":\"yes\""));
  f_->type("simulatorText", u"Hola"_s);
  f_->click("simulatorSend");
  QTRY_COMPARE(static_cast<int>(f_->daemon.requests("POST", u"/sandbox/messages"_s).size()), 2);
  QVERIFY(f_->daemon.requests("POST", u"/sandbox/messages"_s)[1].body.contains("Hola"));
}

void InboxTest::lettersWorkInTheListOnly() {
  f_->daemon.put(guest("c1", "Aa", f_->now() - 60'000), false);
  f_->daemon.put(guest("c2", "Bb", f_->now()), false);
  f_->start();
  auto* list = f_->get<QListView>("conversationList");
  QTRY_COMPARE(list->model()->rowCount(), 2);
  list->setFocus();
  QTest::keyClick(list, Qt::Key_J);
  auto& view = f_->console().window().inbox().conversation();
  QTRY_VERIFY(!view.conversationId().isEmpty());
  const QString first = view.conversationId();
  f_->type("composerEditor", u"jkae"_s);
  QCOMPARE(f_->get<QPlainTextEdit>("composerEditor")->toPlainText(), u"jkae"_s);
  QCOMPARE(view.conversationId(), first);
  list->setFocus();
  QTest::keyClick(list, Qt::Key_J);
  QTRY_VERIFY(view.conversationId() != first);
}

void InboxTest::releaseManagerSeesNoConversation() {
  f_->daemon.roles = {"release"};
  f_->daemon.answerNext(u"/conversations"_s,
                        {403, hotel::support_qt::FakeDaemon::problem(403, "forbidden", "Not for this role."), {}});
  f_->options.server = f_->daemon.url();
  f_->start(false);
  f_->type("userEdit", u"ana"_s);
  f_->type("passwordEdit", u"right"_s);
  f_->click("signInDialogOk");
  QTRY_COMPARE(f_->get<QLabel>("listStateTitle")->text(), u"No permission"_s);
}
