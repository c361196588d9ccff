#include "desk_models_test.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "models/desk_texts.h"
#include "models/knowledge_edits.h"
#include "models/knowledge_model.h"
#include "models/ticket_model.h"
#include "support_qt/manual_clock.h"

using namespace hotel;
using namespace hotel::guimodels;
using guicore::KnowledgeEntry;

namespace {

wire::Ticket ticket(const char* id, wire::Millis at, std::int64_t version = 1) {
  wire::Ticket t;
  t.id = id;
  t.conversation_id = "c1";
  t.kind = "unanswered_question";
  t.topic = "spa";
  t.text = std::string("¿spa? ") + id;
  t.created_at = t.last_at = at;
  t.version = version;
  return t;
}

wire::Ticket done(wire::Ticket t) {
  t.state = wire::TicketState::kDone;
  t.done_by = "ana";
  t.done_at = t.created_at + 1;
  ++t.version;
  return t;
}

QStringList ids(const TicketModel& model) {
  QStringList out;
  for (int row = 0; row < model.rowCount(); ++row) out << model.index(row).data(role(TicketRole::kId)).toString();
  return out;
}

KnowledgeEntry entry(const char* key, const char* language, const char* text, qint64 version = 1,
                     const char* by = "ana") {
  KnowledgeEntry e;
  e.key = QString::fromUtf8(key);
  e.language = QString::fromUtf8(language);
  e.text = QString::fromUtf8(text);
  e.updatedBy = QString::fromUtf8(by);
  e.updatedAt = 1000;
  e.version = version;
  e.removed = e.text.isEmpty();
  return e;
}

KnowledgeState state(const KnowledgeModel& model, const QString& key, int column) {
  return static_cast<KnowledgeState>(model.index(model.rowOf(key), column).data(role(KnowledgeRole::kState)).toInt());
}

const auto kNobody = [](const QString&) { return QStringLiteral("María"); };

}  // namespace

void DeskModelsTest::requestsAreNewestFirstAndCountWhatIsOpen() {
  TicketModel model(kNobody);
  QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  QSignalSpy opened(&model, &TicketModel::openChanged);
  model.apply(ticket("a", 10));
  model.apply(ticket("c", 30));
  model.apply(ticket("b", 20));
  QCOMPARE(ids(model), QStringList({QStringLiteral("c"), QStringLiteral("b"), QStringLiteral("a")}));
  QCOMPARE(model.open(), 3);
  QCOMPARE(opened.size(), 3);
  model.apply(done(ticket("b", 20)));
  QCOMPARE(model.open(), 2);
  QCOMPARE(model.rowCount(), 3);  // it stays, marked
  QVERIFY(!model.index(1).data(role(TicketRole::kOpen)).toBool());
  model.clear();
  QCOMPARE(model.open(), 0);
}

void DeskModelsTest::anOlderVersionReplacesNothing() {
  TicketModel model(kNobody);
  model.apply(ticket("a", 10, 3));
  auto old = ticket("a", 10, 2);
  old.text = "older";
  QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
  model.apply(old);
  QCOMPARE(changed.size(), 0);
  QCOMPARE(model.index(0).data().toString(), QStringLiteral("¿spa? a"));
  auto again = ticket("a", 10, 4);
  again.times = 2;
  model.apply(again);
  QCOMPARE(changed.size(), 1);
  QCOMPARE(model.index(0).data(role(TicketRole::kTimes)).toInt(), 2);
}

void DeskModelsTest::theServersListRemovesWhatIsNotOpenAnyMore() {
  TicketModel model(kNobody);
  QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  for (const auto& t : {ticket("a", 10), ticket("b", 20), done(ticket("c", 30))}) model.apply(t);
  model.setOpen({ticket("d", 40), ticket("b", 20)});
  QCOMPARE(ids(model), QStringList({QStringLiteral("d"), QStringLiteral("c"), QStringLiteral("b")}));
  QCOMPARE(model.open(), 2);
  // A list that was read before it was closed opens nothing again.
  model.setOpen({ticket("c", 30), ticket("d", 40), ticket("b", 20)});
  QCOMPARE(model.open(), 2);
}

void DeskModelsTest::requestsSpeak() {
  QString name = QStringLiteral("María");
  TicketModel model([&](const QString& id) { return id == u"c1" ? name : QStringLiteral("Guest"); });
  model.apply(ticket("a", 10));
  QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(),
           QStringLiteral("Question without an answer, María: ¿spa? a"));
  QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
  name = QStringLiteral("María López");
  model.guestsChanged();
  QCOMPARE(changed.size(), 1);
  QCOMPARE(model.index(0).data(role(TicketRole::kGuest)).toString(), name);
  model.apply(done(ticket("a", 10)));
  QVERIFY(model.index(0).data(Qt::AccessibleTextRole).toString().endsWith(QStringLiteral("done by ana")));
}

void DeskModelsTest::topicsShowWhatIsMissingAndWhatIsASample() {
  KnowledgeModel model;
  QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  model.setAll({entry("pool", "es", "Sí.", 1, "default"), entry("pool", "en", "Yes. (Example text)", 2, "ana"),
                entry("breakfast", "es", "7 a 10")});
  QCOMPARE(model.rowCount(), 2);
  QCOMPARE(model.columnCount(), 4);
  QCOMPARE(model.keyAt(0), QStringLiteral("breakfast"));
  QCOMPARE(state(model, QStringLiteral("pool"), 1), KnowledgeState::kSample);  // nobody has touched it
  QCOMPARE(state(model, QStringLiteral("pool"), 2), KnowledgeState::kSample);  // saved with its mark still in it
  QCOMPARE(state(model, QStringLiteral("pool"), 3), KnowledgeState::kMissing);
  QCOMPARE(state(model, QStringLiteral("breakfast"), 1), KnowledgeState::kWritten);
  QCOMPARE(model.samples(), 2);
  QCOMPARE(model.missing(), 3);
  QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("Breakfast"));
  QCOMPARE(model.index(0, 2).data(Qt::AccessibleTextRole).toString(), QStringLiteral("Breakfast, English: no text"));
  QCOMPARE(model.index(1, 1).data(Qt::AccessibleTextRole).toString(),
           QStringLiteral("Pool, Spanish, sample text to replace: Sí."));
  for (const char* mark : {"(Texto de ejemplo)", "(Example text)", "(Texto de exemplo)"})
    QVERIFY(KnowledgeModel::isSample(entry("x", "es", mark)));
}

void DeskModelsTest::knowledgeAppliesDifferences() {
  KnowledgeModel model;
  QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
  QSignalSpy changed(&model, &KnowledgeModel::entryChanged);
  model.setAll({entry("pool", "es", "a", 2), entry("spa", "es", "b")});
  QCOMPARE(changed.size(), 2);
  model.setAll({entry("pool", "es", "a", 2), entry("spa", "es", "b")});
  QCOMPARE(changed.size(), 2);  // nothing differs
  model.apply(entry("pool", "es", "old", 1));
  QCOMPARE(model.find(QStringLiteral("pool"), QStringLiteral("es"))->text, QStringLiteral("a"));
  model.apply(entry("pool", "es", "new", 3));
  QCOMPARE(model.find(QStringLiteral("pool"), QStringLiteral("es"))->text, QStringLiteral("new"));
  model.apply(entry("pool", "es", "", 4));  // removed: the last text of its topic
  QVERIFY(!model.contains(QStringLiteral("pool")));
  model.apply(entry("gym", "en", "c"));
  model.setAll({entry("gym", "en", "c")});
  QCOMPARE(model.rowCount(), 1);
  QVERIFY(!model.contains(QStringLiteral("spa")));
  model.apply(entry("gym", "xx", "no such language"));
  QCOMPARE(model.rowCount(), 1);
  QCOMPARE(reset.size(), 0);
}

void DeskModelsTest::editsKeepTextAndVersionOverARestart() {
  const QTemporaryDir folder;
  support_qt::ManualClock clock;
  const QString pool = QStringLiteral("pool"), es = QStringLiteral("es"), en = QStringLiteral("en");
  {
    guicore::DraftStore drafts(clock);
    drafts.open(folder.path(), QStringLiteral("ana"));
    KnowledgeEdits edits(drafts);
    QVERIFY(!edits.get(pool, es));
    edits.set(pool, es, {QStringLiteral("de 9 a 20"), 3});
    edits.set(pool, en, {QStringLiteral("9 to 8"), 0});
    edits.set(pool, es, {QStringLiteral("de 9 a 21"), 4});  // based on a newer version now
    drafts.set(QStringLiteral("c1"), guicore::DraftMode::kReply, QStringLiteral("Hola"));
  }
  guicore::DraftStore drafts(clock);
  drafts.open(folder.path(), QStringLiteral("ana"));
  KnowledgeEdits edits(drafts);
  QCOMPARE(edits.get(pool, es)->text, QStringLiteral("de 9 a 21"));
  QCOMPARE(edits.get(pool, es)->base, 4);
  QCOMPARE(edits.get(pool, en)->base, 0);
  QVERIFY(!edits.get(QStringLiteral("poo"), es));
  edits.clear(pool, es);
  QVERIFY(!edits.get(pool, es));
  QVERIFY(edits.get(pool, en));
  QVERIFY(drafts.get(QStringLiteral("c1"), guicore::DraftMode::kReply));
}

// Every word that the daemon writes: a word without a text would be shown as it is.
void DeskModelsTest::wordsOfTheDaemonHaveTexts_data() {
  QTest::addColumn<QString>("shown");
  QTest::addColumn<QString>("raw");
  for (const char* reason :
       {"wants_person",    "emergency",       "not_understood",   "complaint",          "pms_unavailable",
        "media",           "verify_identity", "cancel_request",   "change_request",     "group",
        "booking_refused", "booking_unknown", "change_failed",    "cancel_failed",      "agent_failed",
        "window_closed",   "answer_expired",  "not_sent",         "not_delivered",      "send_unknown",
        "service_request", "invoice_request", "transfer_request", "unanswered_question"})
    QTest::newRow(qPrintable(QStringLiteral("reason ") + QString::fromLatin1(reason)))
        << reasonText(reason) << QString::fromLatin1(reason);
  for (const char* kind : {"service_request", "invoice_request", "transfer_request", "unanswered_question"})
    QTest::newRow(qPrintable(QStringLiteral("ticket ") + QString::fromLatin1(kind)))
        << ticketKindText(kind) << QString::fromLatin1(kind);
  for (const char* kind : {"emergency", "service_request", "invoice_request", "transfer_request", "unanswered_question",
                           "agent_failed", "identity_changed", "dead_letter", "send_unknown", "not_delivered",
                           "whatsapp_token", "whatsapp_probe", "pms_down"}) {
    wire::Alert alert;
    alert.kind = kind;
    alert.text = kind;
    QTest::newRow(qPrintable(QStringLiteral("alert ") + QString::fromLatin1(kind)))
        << alertText(alert) << QString::fromLatin1(kind);
  }
}

void DeskModelsTest::wordsOfTheDaemonHaveTexts() {
  QFETCH(QString, shown);
  QFETCH(QString, raw);
  QVERIFY(!shown.isEmpty());
  QVERIFY(shown != raw);
  QVERIFY(shown != QString(raw).replace(u'_', u' '));
}

void DeskModelsTest::alertsOfKindsWithDetailsKeepThem() {
  wire::Alert alert;
  alert.kind = "whatsapp_error";
  alert.text = "WhatsApp reports an error: 131000 Something";
  QCOMPARE(alertText(alert), QString::fromStdString(alert.text));
  alert.kind = "handover";
  alert.text = "The agent asks for a person: wants_person";
  QCOMPARE(alertText(alert), QStringLiteral("The bot asks for a person: the guest asked for a person"));
  alert.text = "A guest waits";
  QCOMPARE(alertText(alert), QStringLiteral("A guest waits"));
  QCOMPARE(reasonText("some_new_word"), QStringLiteral("some new word"));
  QCOMPARE(topicTitle(QStringLiteral("sala_de_juegos")), QStringLiteral("sala de juegos"));
}
