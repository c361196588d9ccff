#include "desk_test.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTableView>
#include <boost/json/parse.hpp>

#include "models/roles.h"
#include "widgets/controls.h"
#include "widgets/dialogs/why_dialog.h"
#include "widgets/views/claims_table.h"
#include "widgets/views/conversation_view.h"
#include "widgets/views/inbox_view.h"
#include "widgets/views/why_panel.h"
#include "wire/codec.h"

using namespace Qt::StringLiterals;
using namespace hotel::guiwidgets_test;
namespace wire = hotel::wire;
using hotel::guimodels::KnowledgeRole;
using hotel::guimodels::role;
using hotel::guimodels::TicketRole;

namespace {

constexpr wire::Millis kHour = 3'600'000;

wire::Ticket ticket(const char* id, const char* kind, const char* text, wire::Millis at, const char* topic = "") {
  wire::Ticket t;
  t.id = id;
  t.conversation_id = "c1";
  t.kind = kind;
  t.topic = topic;
  t.text = text;
  t.language = "es";
  t.created_at = t.last_at = at;
  return t;
}

boost::json::value bodyOf(const hotel::support_qt::Request& request) {
  return boost::json::parse(request.body.toStdString());
}

QString firstRow(const QTableView* table) {
  return table->model()->index(0, 0).data(role(KnowledgeRole::kKey)).toString();
}

}  // namespace

void DeskTest::init() {
  f_ = std::make_unique<ConsoleFixture>();
  auto c = hotel::support_qt::waiting("c1", "María", f_->now() - 60'000);
  c.window_expires_at = f_->now() + 20 * kHour;
  f_->daemon.put(c, false);
  f_->daemon.putKnowledge("breakfast", "es", "De 7 a 10. (Texto de ejemplo)", "default", f_->now() - 9 * kHour, false);
  f_->daemon.putKnowledge("breakfast", "en", "From 7 to 10.", "luis", f_->now() - 2 * kHour, false);
  f_->daemon.putKnowledge("parking", "es", "Estacionamiento gratis.", "luis", f_->now() - kHour, false);
}

void DeskTest::cleanup() {
  f_.reset();
}

void DeskTest::openKnowledge(const char* key) {
  QTest::keyClick(&f_->console().window(), Qt::Key_7, Qt::ControlModifier);
  QTRY_VERIFY(f_->exists("knowledgeTable"));
  auto* table = f_->get<QTableView>("knowledgeTable");
  QTRY_VERIFY(table->model()->rowCount() > 0);
  for (int row = 0; row < table->model()->rowCount(); ++row)
    if (table->model()->index(row, 0).data(role(KnowledgeRole::kKey)).toString() == QLatin1StringView(key))
      table->setCurrentIndex(table->model()->index(row, 0));
  QTRY_COMPARE(f_->get<QLabel>("knowledgeKey")->text(), QLatin1StringView(key));
}

void DeskTest::requestsAreShownAndDone() {
  f_->daemon.putTicket(ticket("t1", "service_request", "Room 204: toallas", f_->now() - 20 * 60'000), false);
  f_->daemon.putTicket(ticket("t2", "transfer_request", "pick us up", f_->now() - 5 * 60'000), false);
  f_->start();
  auto* rail = f_->get<QAbstractButton>("rail_requests");
  QTRY_COMPARE(rail->accessibleName(), u"Requests, 2 open"_s);
  QTest::keyClick(&f_->console().window(), Qt::Key_6, Qt::ControlModifier);
  QTRY_VERIFY(f_->exists("ticketsList"));
  auto* list = f_->get<QListView>("ticketsList");
  QCOMPARE(list->model()->rowCount(), 2);
  QCOMPARE(list->model()->index(0, 0).data(role(TicketRole::kId)).toString(), u"t2"_s);
  QCOMPARE(f_->get<QLabel>("ticketText")->text(), u"pick us up"_s);
  QCOMPARE(f_->get<QLabel>("ticketGuest")->text(), u"María"_s);
  QVERIFY(!f_->exists("ticketKnowledgeButton"));
  list->setCurrentIndex(list->model()->index(1, 0));
  QCOMPARE(f_->get<QLabel>("ticketText")->text(), u"Room 204: toallas"_s);
  QVERIFY2(f_->get<QLabel>("ticketFacts")->text().contains(u"20 min ago"_s),
           qPrintable(f_->get<QLabel>("ticketFacts")->text()));
  f_->click("ticketDoneButton");
  QTRY_COMPARE(list->model()->rowCount(), 1);
  QCOMPARE(f_->daemon.requests("POST", u"/tickets/t1/done"_s).size(), 1U);
  QTRY_COMPARE(rail->accessibleName(), u"Requests, 1 open"_s);
  // Undo opens it again.
  auto* toast = f_->get<hotel::guiwidgets::Toast>("toast");
  QTRY_VERIFY(toast->isVisible());
  QTest::mouseClick(toast->action(), Qt::LeftButton);
  QTRY_COMPARE(list->model()->rowCount(), 2);
  QCOMPARE(f_->daemon.requests("POST", u"/tickets/t1/reopen"_s).size(), 1U);
  // Done ones are read when they are asked for.
  f_->click("ticketDoneButton");
  QTRY_COMPARE(list->model()->rowCount(), 1);
  f_->click("ticketsDoneTab");
  QTRY_COMPARE(list->model()->rowCount(), 1);
  QTRY_VERIFY(f_->get<QLabel>("ticketFacts")->text().contains(u"Done by ana"_s));
  QCOMPARE(f_->get<QAbstractButton>("ticketDoneButton")->text(), u"Reopen"_s);
}

void DeskTest::requestsComeAndGoByEvents() {
  f_->start();
  QTest::keyClick(&f_->console().window(), Qt::Key_6, Qt::ControlModifier);
  QTRY_COMPARE(f_->get<QLabel>("ticketsStateTitle")->text(), u"No open requests"_s);
  auto t = ticket("t1", "invoice_request", "Invoice for booking X", f_->now());
  f_->daemon.putTicket(t);
  auto* list = f_->get<QListView>("ticketsList");
  QTRY_COMPARE(list->model()->rowCount(), 1);
  QTRY_VERIFY(list->isVisible());
  t.times = 2;
  t.version = 2;
  f_->daemon.putTicket(t);
  QTRY_COMPARE(f_->get<QLabel>("ticketTimes")->text(), u"asked 2 times"_s);
  t.state = wire::TicketState::kDone;
  t.done_by = "luis";
  t.version = 3;
  f_->daemon.putTicket(t);
  QTRY_COMPARE(list->model()->rowCount(), 0);
  QTRY_VERIFY(f_->exists("ticketsState"));
}

void DeskTest::requestLeadsToItsConversation() {
  f_->daemon.putTicket(ticket("t1", "service_request", "Room 204: toallas", f_->now()), false);
  f_->start();
  QTest::keyClick(&f_->console().window(), Qt::Key_6, Qt::ControlModifier);
  f_->click("ticketOpenButton");
  QTRY_COMPARE(f_->console().window().inbox().conversation().conversationId(), u"c1"_s);
  QVERIFY(!f_->exists("ticketsView"));
}

void DeskTest::questionBecomesAnEntryAndIsClosed() {
  f_->daemon.putTicket(ticket("t1", "unanswered_question", "¿Tienen spa?", f_->now(), "spa"), false);
  f_->start();
  QTest::keyClick(&f_->console().window(), Qt::Key_6, Qt::ControlModifier);
  f_->click("ticketKnowledgeButton");
  QTRY_COMPARE(f_->get<QLabel>("knowledgeTitle")->text(), u"Spa"_s);
  QVERIFY(f_->get<hotel::guiwidgets::Banner>("knowledgeQuestion")->text().contains(u"¿Tienen spa?"_s));
  QVERIFY(f_->get<QAbstractButton>("knowledgeTab_es")->isChecked());
  QVERIFY(!f_->get<QAbstractButton>("knowledgeSaveButton")->isEnabled());
  f_->type("knowledgeText", u"El spa abre de 9 a 20."_s);
  f_->click("knowledgeSaveButton");
  QTRY_COMPARE(f_->daemon.knowledge("spa", "es"), std::string("El spa abre de 9 a 20."));
  const auto body = bodyOf(f_->daemon.requests("PUT", u"/knowledge/spa"_s).at(0));
  QCOMPARE(wire::text_of(body, "ticket_id"), std::string("t1"));
  QCOMPARE(wire::text_of(body, "version"), std::string("0"));
  QTRY_VERIFY(!f_->exists("knowledgeQuestion"));
  QTRY_COMPARE(f_->console().context().workspace.tickets().open(), 0);
  QTRY_VERIFY(f_->console().context().workspace.knowledge().contains(u"spa"_s));
  // The next save of it closes nothing.
  f_->type("knowledgeText", u" Piso 3."_s);
  f_->click("knowledgeSaveButton");
  QTRY_COMPARE(f_->daemon.requests("PUT", u"/knowledge/spa"_s).size(), 2U);
  const auto later = bodyOf(f_->daemon.requests("PUT", u"/knowledge/spa"_s).at(1));
  QVERIFY(!wire::member(later, "ticket_id"));
}

void DeskTest::questionWithoutTopicAsksForItsName() {
  f_->daemon.putTicket(ticket("t1", "unanswered_question", "¿Hay sala de juegos?", f_->now()), false);
  f_->start();
  QTest::keyClick(&f_->console().window(), Qt::Key_6, Qt::ControlModifier);
  f_->click("ticketKnowledgeButton");
  QTRY_VERIFY(f_->exists("newTopic"));
  f_->get<QLineEdit>("newTopicEdit")->setText(u"Sala de juegós"_s);
  f_->click("newTopicOk");
  QTRY_COMPARE(f_->get<QLabel>("knowledgeKey")->text(), u"sala_de_juegos · a new topic"_s);
  QVERIFY(f_->get<hotel::guiwidgets::Banner>("knowledgeQuestion")->text().contains(u"sala de juegos"_s));
}

void DeskTest::topicsAreFilteredAndMarked() {
  f_->start();
  openKnowledge();
  auto* table = f_->get<QTableView>("knowledgeTable");
  QCOMPARE(table->model()->rowCount(), 2);
  QCOMPARE(f_->get<QLabel>("knowledgeSamples")->text(), u"1 sample text to replace"_s);
  QCOMPARE(f_->get<QLabel>("knowledgeMissing")->text(), u"3 texts missing"_s);
  QVERIFY(f_->exists("knowledgeSample"));  // the text that is shown is one
  QCOMPARE(f_->get<QAbstractButton>("knowledgeTab_es")->text(), u"Spanish · sample"_s);
  QCOMPARE(f_->get<QAbstractButton>("knowledgeTab_en")->text(), u"English"_s);
  QCOMPARE(f_->get<QAbstractButton>("knowledgeTab_pt")->text(), u"Portuguese · missing"_s);
  f_->get<QLineEdit>("knowledgeSearch")->setText(u"GRÁTIS"_s);  // capitals and accents ignored
  QTRY_COMPARE(table->model()->rowCount(), 1);
  QCOMPARE(firstRow(table), u"parking"_s);
  f_->type("knowledgeSearch", u"xyz"_s);
  QTRY_COMPARE(f_->get<QLabel>("knowledgeStateTitle")->text(), u"No topic matches"_s);
  f_->click("knowledgeStateAction");
  QTRY_COMPARE(table->model()->rowCount(), 2);
  f_->daemon.putKnowledge("parking", "en", "Free parking.", "luis", f_->now());
  f_->daemon.putKnowledge("parking", "pt", "Estacionamento grátis.", "luis", f_->now());
  QTRY_COMPARE(f_->get<QLabel>("knowledgeMissing")->text(), u"1 text missing"_s);
  f_->click("knowledgeOnly");
  QTRY_COMPARE(table->model()->rowCount(), 1);
  QCOMPARE(firstRow(table), u"breakfast"_s);
}

void DeskTest::textIsSavedWithItsVersion() {
  f_->start();
  openKnowledge();
  f_->click("knowledgeTab_en");
  auto* text = f_->get<QPlainTextEdit>("knowledgeText");
  QCOMPARE(text->toPlainText(), u"From 7 to 10."_s);
  QCOMPARE(f_->get<QLabel>("knowledgeMeta")->text(), u"Version 1 · luis · 2 h ago"_s);
  QVERIFY(!f_->get<QAbstractButton>("knowledgeSaveButton")->isEnabled());
  text->setPlainText(u"From 7 to 11."_s);
  QCOMPARE(f_->get<QAbstractButton>("knowledgeTab_en")->text(), u"English · not saved"_s);
  QVERIFY(!f_->get<QAbstractButton>("knowledgeRemoveButton")->isEnabled());
  f_->click("knowledgeSaveButton");
  QTRY_COMPARE(f_->daemon.knowledge("breakfast", "en"), std::string("From 7 to 11."));
  QCOMPARE(wire::text_of(bodyOf(f_->daemon.requests("PUT", u"/knowledge/breakfast"_s).at(0)), "version"),
           std::string("1"));
  QTRY_VERIFY(f_->get<QLabel>("knowledgeMeta")->text().startsWith(u"Version 2 · ana"_s));
  QVERIFY(!f_->get<QAbstractButton>("knowledgeSaveButton")->isEnabled());
  // A text that is the saved one again is no change.
  text->setPlainText(u"x"_s);
  text->setPlainText(u"From 7 to 11."_s);
  QVERIFY(!f_->get<QAbstractButton>("knowledgeDiscardButton")->isEnabled());
}

void DeskTest::unsavedTextIsKeptWhenSwitchingAndAfterARestart() {
  f_->start();
  openKnowledge();
  auto* text = f_->get<QPlainTextEdit>("knowledgeText");
  text->setPlainText(u"De 7 a 11."_s);
  f_->click("knowledgeTab_en");
  QCOMPARE(text->toPlainText(), u"From 7 to 10."_s);
  openKnowledge("parking");
  QTest::keyClick(&f_->console().window(), Qt::Key_1, Qt::ControlModifier);
  openKnowledge("breakfast");
  f_->click("knowledgeTab_es");
  QCOMPARE(text->toPlainText(), u"De 7 a 11."_s);
  f_->stop();
  f_->start();
  openKnowledge("breakfast");
  f_->click("knowledgeTab_es");
  QCOMPARE(f_->get<QPlainTextEdit>("knowledgeText")->toPlainText(), u"De 7 a 11."_s);
  f_->click("knowledgeDiscardButton");
  QCOMPARE(f_->get<QPlainTextEdit>("knowledgeText")->toPlainText(), u"De 7 a 10. (Texto de ejemplo)"_s);
}

void DeskTest::conflictShowsBothTexts() {
  f_->start();
  openKnowledge();
  auto* text = f_->get<QPlainTextEdit>("knowledgeText");
  text->setPlainText(u"De 7 a 11."_s);
  f_->daemon.putKnowledge("breakfast", "es", "De 6 a 10.", "luis", f_->now() - 120'000);
  QTRY_COMPARE(f_->console().context().workspace.knowledge().find(u"breakfast"_s, u"es"_s)->version, 2);
  QCOMPARE(text->toPlainText(), u"De 7 a 11."_s);  // what is being written stays
  f_->click("knowledgeSaveButton");
  QTRY_VERIFY(f_->exists("knowledgeConflict"));
  QCOMPARE(f_->get<QPlainTextEdit>("knowledgeConflictTheirs")->toPlainText(), u"De 6 a 10."_s);
  QCOMPARE(f_->get<QPlainTextEdit>("knowledgeConflictMine")->toPlainText(), u"De 7 a 11."_s);
  QCOMPARE(f_->daemon.knowledge("breakfast", "es"), std::string("De 6 a 10."));
  f_->click("knowledgeConflictOk");
  QTRY_COMPARE(f_->daemon.knowledge("breakfast", "es"), std::string("De 7 a 11."));
  QTRY_VERIFY(!f_->get<QAbstractButton>("knowledgeSaveButton")->isEnabled());
}

void DeskTest::conflictMayTakeTheOther() {
  f_->start();
  openKnowledge();
  auto* text = f_->get<QPlainTextEdit>("knowledgeText");
  text->setPlainText(u"De 7 a 11."_s);
  f_->daemon.putKnowledge("breakfast", "es", "De 6 a 10.", "luis", f_->now(), false);  // its event is late
  f_->click("knowledgeSaveButton");
  QTRY_VERIFY(f_->exists("knowledgeConflict"));
  f_->click("knowledgeConflictUseTheirs");
  QTRY_COMPARE(text->toPlainText(), u"De 6 a 10."_s);
  QVERIFY(!f_->get<QAbstractButton>("knowledgeDiscardButton")->isEnabled());
  QCOMPARE(f_->daemon.requests("PUT", u"/knowledge/breakfast"_s).size(), 1U);
}

void DeskTest::entryIsRemovedAndComesBack() {
  f_->start();
  openKnowledge("parking");
  f_->click("knowledgeRemoveButton");
  QTRY_COMPARE(f_->daemon.knowledge("parking", "es"), std::string());
  const auto removed = f_->daemon.requests("DELETE", u"/knowledge/parking"_s).at(0);
  QCOMPARE(removed.query.queryItemValue(u"version"_s), u"1"_s);
  QTRY_VERIFY(!f_->console().context().workspace.knowledge().contains(u"parking"_s));
  auto* toast = f_->get<hotel::guiwidgets::Toast>("toast");
  QTRY_VERIFY(toast->isVisible());
  QTest::mouseClick(toast->action(), Qt::LeftButton);
  QTRY_COMPARE(f_->daemon.knowledge("parking", "es"), std::string("Estacionamiento gratis."));
  QTRY_VERIFY(f_->console().context().workspace.knowledge().contains(u"parking"_s));
}

void DeskTest::olderVersionIsRestored() {
  f_->daemon.putKnowledge("parking", "es", "Estacionamiento con cargo.", "ana", f_->now(), false);
  f_->start();
  openKnowledge("parking");
  f_->click("knowledgeHistoryButton");
  auto* list = f_->get<QListWidget>("knowledgeHistoryList");
  QTRY_COMPARE(list->count(), 2);
  QVERIFY2(list->item(1)->text().startsWith(u"1. luis"_s), qPrintable(list->item(1)->text()));
  QVERIFY2(list->item(1)->text().contains(u"1 h ago"_s), qPrintable(list->item(1)->text()));
  list->setCurrentRow(1);
  QCOMPARE(f_->get<QPlainTextEdit>("knowledgeHistoryText")->toPlainText(), u"Estacionamiento gratis."_s);
  f_->click("knowledgeHistoryOk");
  QTRY_COMPARE(f_->get<QPlainTextEdit>("knowledgeText")->toPlainText(), u"Estacionamiento gratis."_s);
  QCOMPARE(f_->daemon.knowledge("parking", "es"), std::string("Estacionamiento con cargo."));  // until it is saved
  f_->click("knowledgeSaveButton");
  QTRY_COMPARE(f_->daemon.knowledge("parking", "es"), std::string("Estacionamiento gratis."));
}

void DeskTest::newTopicIsWritten() {
  f_->start();
  openKnowledge();
  f_->click("knowledgeNew");
  QTRY_VERIFY(f_->exists("newTopic"));
  QVERIFY(!f_->get<QAbstractButton>("newTopicOk")->isEnabled());
  f_->type("newTopicEdit", u"Late night bar"_s);
  f_->click("newTopicOk");
  QTRY_COMPARE(f_->get<QLabel>("knowledgeKey")->text(), u"late_night_bar · a new topic"_s);
  f_->type("knowledgeText", u"Hasta las 2."_s);
  f_->click("knowledgeSaveButton");
  QTRY_COMPARE(f_->daemon.knowledge("late_night_bar", "es"), std::string("Hasta las 2."));
  QTRY_COMPARE(f_->get<QTableView>("knowledgeTable")->model()->rowCount(), 3);
  QTRY_COMPARE(f_->get<QLabel>("knowledgeKey")->text(), u"late_night_bar"_s);
}

void DeskTest::changeOfAColleagueAppears() {
  f_->start();
  openKnowledge("parking");
  f_->daemon.putKnowledge("parking", "es", "Solo con reserva.", "luis", f_->now());
  QTRY_COMPARE(f_->get<QPlainTextEdit>("knowledgeText")->toPlainText(), u"Solo con reserva."_s);
  QVERIFY(f_->get<QLabel>("knowledgeMeta")->text().startsWith(u"Version 2 · luis"_s));
}

void DeskTest::offlineKeepsWhatIsShown() {
  f_->daemon.putTicket(ticket("t1", "service_request", "toallas", f_->now()), false);
  f_->start();
  openKnowledge();
  auto* text = f_->get<QPlainTextEdit>("knowledgeText");
  text->setPlainText(u"De 7 a 11."_s);
  QVERIFY(f_->get<QAbstractButton>("knowledgeSaveButton")->isEnabled());
  f_->daemon.close();
  QTRY_VERIFY(!f_->console().context().engine().connection().live());
  QTRY_VERIFY(!f_->get<QAbstractButton>("knowledgeSaveButton")->isEnabled());
  QVERIFY(!f_->get<QAbstractButton>("knowledgeNew")->isEnabled());
  QVERIFY(!f_->get<QAbstractButton>("knowledgeHistoryButton")->isEnabled());
  QVERIFY(text->isEnabled() && !text->isReadOnly());
  QVERIFY2(f_->get<QLabel>("knowledgeAge")->text().startsWith(u"Offline: this was read"_s),
           qPrintable(f_->get<QLabel>("knowledgeAge")->text()));
  QCOMPARE(f_->get<QTableView>("knowledgeTable")->model()->rowCount(), 2);
  QTest::keyClick(&f_->console().window(), Qt::Key_6, Qt::ControlModifier);
  QTRY_VERIFY(f_->exists("ticketDoneButton"));
  QVERIFY(!f_->get<QAbstractButton>("ticketDoneButton")->isEnabled());
  QTest::keyClick(&f_->console().window(), Qt::Key_7, Qt::ControlModifier);
  f_->daemon.listen();
  QTRY_VERIFY(f_->get<QAbstractButton>("knowledgeSaveButton")->isEnabled());
  QCOMPARE(text->toPlainText(), u"De 7 a 11."_s);
}

void DeskTest::releaseManagerSeesNeither() {
  f_->daemon.roles = {"release"};
  f_->options.server = f_->daemon.url();
  f_->start(false);
  f_->type("userEdit", u"ana"_s);
  f_->type("passwordEdit", u"right"_s);
  f_->click("signInDialogOk");
  QTRY_VERIFY(!f_->exists("signInDialog"));
  QTest::keyClick(&f_->console().window(), Qt::Key_6, Qt::ControlModifier);
  QTRY_COMPARE(f_->get<QLabel>("ticketsStateTitle")->text(), u"No permission"_s);
  QTest::keyClick(&f_->console().window(), Qt::Key_7, Qt::ControlModifier);
  QTRY_COMPARE(f_->get<QLabel>("knowledgeStateTitle")->text(), u"No permission"_s);
  for (const auto& request : f_->daemon.requests())
    QVERIFY2(request.path != u"/tickets" && request.path != u"/knowledge", qPrintable(request.path));
}

void DeskTest::claimsShowTheirSources() {
  f_->start();
  const wire::Millis now = f_->now();
  const QByteArray why = R"({"intent":"ask_price","confidence":0.9,"facts":[)"
                         R"({"what":"total:Doble","value":"USD 332.64","source":"pms","read_at":")" +
                         QByteArray::fromStdString(wire::to_rfc3339(now - 4000)) +
                         R"("},{"what":"knowledge:breakfast","value":"7 a 10","source":"knowledge base, version 3",)"
                         R"("read_at":")" +
                         QByteArray::fromStdString(wire::to_rfc3339(now - 2 * kHour)) +
                         R"("},{"what":"free:Doble","value":"2","source":"pms"}],"claims":[)"
                         R"({"text":"USD 332.64","kind":"money","value":"332.64","begin":0,"end":10,"fact":0},)"
                         R"({"text":"7 a 10","kind":"time","begin":20,"end":26,"fact":1},)"
                         R"({"text":"piscina","kind":"amenity","begin":30,"end":37,"fact":9},{"kind":"?"},7]})";
  auto* dialog = new hotel::guiwidgets::WhyDialog(u"…"_s, why, now, &f_->console().window());
  dialog->open();
  auto* claims = dialog->findChild<hotel::guiwidgets::ClaimsTable*>();
  QTRY_VERIFY(claims->isVisible());
  const QStringList lines = claims->text().split(u'\n');
  QCOMPARE(lines.size(), 3);
  QVERIFY2(lines[0].startsWith(u"USD 332.64 — hotel system · Doble, total — "_s) && lines[0].contains(u"4 s ago"_s),
           qPrintable(lines[0]));
  QVERIFY2(
      lines[1].startsWith(u"7 a 10 — knowledge base, version 3 · Breakfast — "_s) && lines[1].contains(u"2 h ago"_s),
      qPrintable(lines[1]));
  QCOMPARE(lines[2], u"piscina — no source was recorded"_s);
  // The facts of claims stand beside them and not once more below.
  const QString rest = dialog->findChild<hotel::guiwidgets::WhyPanel*>()->text();
  QVERIFY2(rest.contains(u"Doble, free rooms"_s) && !rest.contains(u"Doble, total"_s), qPrintable(rest));
  dialog->reject();
}

void DeskTest::reasonsWithoutClaimsAreAsBefore() {
  f_->start();
  for (const QByteArray& why :
       {QByteArray(R"({"intent":"greet","facts":[{"what":"pool","value":"yes","source":"pms"}]})"),
        QByteArray(R"({"intent":"greet","claims":"none","facts":[{"what":"pool","value":"yes","source":"pms"}]})")}) {
    auto* dialog = new hotel::guiwidgets::WhyDialog(u"…"_s, why, f_->now(), &f_->console().window());
    dialog->open();
    QTRY_VERIFY(dialog->isVisible());
    QVERIFY(!dialog->findChild<hotel::guiwidgets::ClaimsTable*>()->isVisible());
    const QString text = dialog->findChild<hotel::guiwidgets::WhyPanel*>()->text();
    QVERIFY2(text.contains(u"pool: yes (hotel system)"_s), qPrintable(text));
    delete dialog;
  }
}
