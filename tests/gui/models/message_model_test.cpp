#include "message_model_test.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>
#include <map>
#include <random>

#include "core/text.h"
#include "models/message_model.h"
#include "support_qt/manual_clock.h"
#include "support_qt/samples.h"

using namespace hotel;
using namespace hotel::guimodels;
using guicore::toQt;
using support_qt::ManualClock;
using support_qt::message;

namespace {

constexpr wire::Millis kHour = 3'600'000;
constexpr wire::Millis kDay = 24 * kHour;
constexpr wire::Millis kNoon = 1'789'992'000'000;  // 2026-09-21T12:00:00Z

QStringList rows(const MessageModel& model) {
  QStringList out;
  for (int row = 0; row < model.rowCount(); ++row) out << model.rowIdAt(row);
  return out;
}

QVariant get(const MessageModel& model, int row, MessageRole r) {
  return model.index(row).data(role(r));
}

guicore::PendingMessage pending(const char* clientId, const char* text, wire::Millis at) {
  guicore::PendingMessage out;
  out.clientId = QString::fromUtf8(clientId);
  out.conversationId = QStringLiteral("a");
  out.text = QString::fromUtf8(text);
  out.writtenAt = at;
  return out;
}

QStringList list(std::initializer_list<const char*> items) {
  QStringList out;
  for (const auto* item : items) out << QString::fromUtf8(item);
  return out;
}

}  // namespace

void MessageModelTest::separatesDaysAndKeepsHistoryStable() {
  ManualClock clock(kNoon);
  MessageModel model(QStringLiteral("a"), clock);
  const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
  model.apply({message("m3", "a", "3", kNoon - kHour), message("m2", "a", "2", kNoon - kDay)});
  QCOMPARE(rows(model), list({"day:2026-09-20", "m2", "day:2026-09-21", "m3"}));
  QCOMPARE(get(model, 0, MessageRole::kDayText).toString(), QStringLiteral("Yesterday"));
  QCOMPARE(get(model, 2, MessageRole::kDayText).toString(), QStringLiteral("Today"));
  const QPersistentModelIndex anchor = model.indexOfRow(QStringLiteral("m2"));
  QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
  QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
  model.apply({message("m1", "a", "1", kNoon - kDay - kHour), message("m0", "a", "0", kNoon - 5 * kDay)});
  QCOMPARE(rows(model), list({"day:2026-09-16", "m0", "day:2026-09-20", "m1", "m2", "day:2026-09-21", "m3"}));
  QCOMPARE(anchor.row(), 4);
  QCOMPARE(removed.size(), 0);
  clock.advance(std::chrono::hours(24));
  model.refreshDays();
  QCOMPARE(get(model, 5, MessageRole::kDayText).toString(), QStringLiteral("Yesterday"));
  QCOMPARE(reset.size(), 0);
}

void MessageModelTest::replacesPagesWithoutHoles() {
  ManualClock clock(kNoon);
  MessageModel model(QStringLiteral("a"), clock);
  const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  const auto at = [](int i) { return kNoon + i * 1000; };
  model.apply({message("cached", "a", "old", at(1)), message("erased", "a", "x", at(6)),
               message("kept", "a", "k", at(7)), message("live", "a", "l", at(9))});
  const std::vector<wire::Message> page{message("p5", "a", "5", at(5)), message("kept", "a", "k", at(7)),
                                        message("p8", "a", "8", at(8))};
  model.replacePage(page, true);
  QCOMPARE(rows(model), list({"day:2026-09-21", "cached", "p5", "kept", "p8", "live"}));
  model.replacePage(page, false);  // between the cached one and the page there may be a hole
  QCOMPARE(rows(model), list({"day:2026-09-21", "p5", "kept", "p8", "live"}));
  model.replacePage({}, false);
  QCOMPARE(model.rowCount(), 0);
}

void MessageModelTest::pendingRowsBecomeMessages() {
  ManualClock clock(kNoon);
  MessageModel model(QStringLiteral("a"), clock);
  const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  model.setUser(QStringLiteral("ana"));
  model.apply({message("m1", "a", "Hola", kNoon)});
  model.setPending(pending("c1", "Sí", kNoon + 1000));
  QCOMPARE(rows(model), list({"day:2026-09-21", "m1", "c1"}));
  QVERIFY(get(model, 2, MessageRole::kPending).toBool());
  QCOMPARE(get(model, 2, MessageRole::kStatusText).toString(), QStringLiteral("queued"));
  QCOMPARE(static_cast<wire::MessageStatus>(get(model, 2, MessageRole::kStatus).toInt()), wire::MessageStatus::kQueued);
  auto failed = pending("c1", "Sí", kNoon + 1000);
  failed.state = guicore::PendingState::kFailed;
  failed.error.code = QStringLiteral("newer_reply");
  model.setPending(failed);
  QVERIFY(get(model, 2, MessageRole::kFailed).toBool() && get(model, 2, MessageRole::kRetryable).toBool());
  model.setPending(pending("c1", "Sí", kNoon + 1000));
  model.apply({message("m2", "a", "¿?", kNoon + 500)});
  QCOMPARE(rows(model), list({"day:2026-09-21", "m1", "m2", "c1"}));
  const QPersistentModelIndex held = model.index(3);
  QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
  auto sent = message("m3", "a", "Sí", kNoon + 1200);
  sent.direction = wire::Direction::kOut;
  sent.author = {wire::AuthorKind::kStaff, "ana"};
  sent.status = wire::MessageStatus::kQueued;
  model.pendingDone(QStringLiteral("c1"), sent);
  QCOMPARE(removed.size(), 0);
  QVERIFY(held.isValid());
  QCOMPARE(model.rowIdAt(3), QStringLiteral("c1"));
  QCOMPARE(model.indexOfRow(QStringLiteral("m3")).row(), 3);
  QCOMPARE(get(model, 3, MessageRole::kMessageId).toString(), QStringLiteral("m3"));
  QCOMPARE(get(model, 3, MessageRole::kAuthorName).toString(), QStringLiteral("You"));
  model.apply({sent});  // its event comes as well
  QCOMPARE(model.rowCount(), 4);
  // The event was faster than the answer: one row all the same.
  model.setPending(pending("c2", "Otra", kNoon + 2000));
  auto other = sent;
  other.id = "m4";
  model.apply({other});
  model.pendingDone(QStringLiteral("c2"), other);
  QCOMPARE(model.pendingCount(), 0);
  QCOMPARE(model.messageCount(), 4);
  model.setPending(pending("c3", "tomorrow", kNoon + kDay));
  QCOMPARE(rows(model).mid(5), list({"day:2026-09-22", "c3"}));
  model.dropPending(QStringLiteral("c3"));
  QCOMPARE(model.rowCount(), 5);
}

void MessageModelTest::correctedTimesMoveOneRow() {
  ManualClock clock(kNoon);
  MessageModel model(QStringLiteral("a"), clock);
  const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  model.apply({message("m1", "a", "1", kNoon), message("m2", "a", "2", kNoon + 1), message("m3", "a", "3", kNoon + 2)});
  auto later = message("m1", "a", "1", kNoon + 5);
  later.version = 2;
  model.apply({later});
  QCOMPARE(rows(model), list({"day:2026-09-21", "m2", "m3", "m1"}));
  auto stale = message("m1", "a", "stale", kNoon);
  model.apply({stale});
  QCOMPARE(rows(model), list({"day:2026-09-21", "m2", "m3", "m1"}));
  QCOMPARE(model.firstUnread(2), QStringLiteral("m3"));
  QVERIFY(model.firstUnread(0).isEmpty());
}

void MessageModelTest::speaksAndShowsStates() {
  ManualClock clock(kNoon);
  MessageModel model(QStringLiteral("a"), clock);
  model.setUser(QStringLiteral("ana"));
  model.setGuestName(QStringLiteral("María López"));
  auto out = message("m2", "a", "Sí", kNoon + 60'000);
  out.direction = wire::Direction::kOut;
  out.author = {wire::AuthorKind::kStaff, "ana"};
  out.status = wire::MessageStatus::kFailed;
  out.error = {{"code", 131026}, {"detail", "number not on WhatsApp"}};
  auto note = message("m3", "a", "vip", kNoon + 90'000);
  note.direction = wire::Direction::kNote;
  note.author = {wire::AuthorKind::kStaff, "luis"};
  auto system = message("m4", "a", "Bot asked for help: booking change", kNoon + 100'000);
  system.author.kind = wire::AuthorKind::kSystem;
  auto picture = message("m5", "a", "", kNoon + 110'000);
  picture.type = "image";
  picture.media = {{"id", "x"}};
  model.apply({message("m1", "a", "¿Tienen piscina?", kNoon), out, note, system, picture,
               message("m6", "a", "y esto", kNoon + 120'000)});
  const auto sentence = [&](int row) { return model.index(row).data(Qt::AccessibleTextRole).toString(); };
  const auto time = [](wire::Millis at) {
    return QLocale().toString(guicore::toLocal(at).time(), QLocale::ShortFormat);
  };
  QCOMPARE(sentence(0), QStringLiteral("Today"));
  QCOMPARE(sentence(1), QStringLiteral("María López, %1: ¿Tienen piscina?").arg(time(kNoon)));
  QCOMPARE(sentence(2), QStringLiteral("You, %1: Sí, not delivered: number not on WhatsApp").arg(time(kNoon + 60'000)));
  QCOMPARE(get(model, 2, MessageRole::kErrorCode).toString(), QStringLiteral("131026"));
  QVERIFY(get(model, 2, MessageRole::kFailed).toBool());
  QCOMPARE(sentence(3), QStringLiteral("luis, internal note, %1: vip").arg(time(kNoon + 90'000)));
  QCOMPARE(static_cast<RowKind>(get(model, 4, MessageRole::kKind).toInt()), RowKind::kSystem);
  QCOMPARE(get(model, 5, MessageRole::kText).toString(), QStringLiteral("[image]"));
  QCOMPARE(get(model, 5, MessageRole::kMedia).toString(), QStringLiteral("{\"id\":\"x\"}"));
  QVERIFY(!get(model, 5, MessageRole::kContinues).toBool());
  QVERIFY(get(model, 6, MessageRole::kContinues).toBool());
}

void MessageModelTest::equalsTheReferenceAfterAnyOperations_data() {
  QTest::addColumn<int>("seed");
  for (int seed = 1; seed <= 12; ++seed) QTest::addRow("%d", seed) << seed;
}

void MessageModelTest::equalsTheReferenceAfterAnyOperations() {
  QFETCH(int, seed);
  std::mt19937 random(static_cast<unsigned>(seed));
  const auto roll = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  ManualClock clock(kNoon);
  MessageModel model(QStringLiteral("a"), clock);
  const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
  std::map<std::string, wire::Message> held;
  std::vector<guicore::PendingMessage> waiting;
  std::map<std::string, QString> alias;
  const auto when = [&] { return kNoon - roll(5) * kDay + roll(40) * 1000; };
  const auto wanted = [&] {
    std::vector<wire::Message> sorted;
    for (const auto& [id, m] : held) sorted.push_back(m);
    std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
      return std::tie(a.sent_at, a.created_at, a.id) < std::tie(b.sent_at, b.created_at, b.id);
    });
    QStringList out;
    QDate day;
    const auto add = [&](wire::Millis at, const QString& id) {
      const auto date = guicore::toLocal(at).date();
      if (!day.isValid() || date > day) out << QStringLiteral("day:") + date.toString(Qt::ISODate);
      if (!day.isValid() || date > day) day = date;
      out << id;
    };
    for (const auto& m : sorted) add(m.sent_at, alias.contains(m.id) ? alias[m.id] : toQt(m.id));
    for (const auto& p : waiting) add(p.writtenAt, p.clientId);
    return out;
  };
  for (int step = 0; step < 250; ++step) {
    const int what = roll(8);
    if (what < 3) {
      std::vector<wire::Message> page;
      for (int i = roll(5); i >= 0; --i) {
        auto m = message("m" + std::to_string(roll(80)), "a", "t", when());
        m.version = 1 + roll(4);
        if (!held.contains(m.id) || held[m.id].version < m.version) held[m.id] = m;
        page.push_back(m);
      }
      model.apply(page);
    } else if (what == 3) {
      const auto p = pending(qPrintable(QStringLiteral("c%1").arg(step)), "p", kNoon + step);
      waiting.push_back(p);
      model.setPending(p);
    } else if (what == 4 && !waiting.empty()) {
      const auto p = waiting[static_cast<std::size_t>(roll(static_cast<int>(waiting.size())))];
      auto m = message("done" + std::to_string(step), "a", "p", roll(2) ? p.writtenAt : when());
      std::erase_if(waiting, [&](const auto& w) { return w.clientId == p.clientId; });
      held[m.id] = m;
      alias[m.id] = p.clientId;
      model.pendingDone(p.clientId, m);
    } else if (what == 5 && !waiting.empty()) {
      model.dropPending(waiting.front().clientId);
      waiting.erase(waiting.begin());
    } else if (what == 6 && !held.empty()) {
      std::vector<wire::Message> page;
      for (const auto& [id, m] : held)
        if (roll(2)) page.push_back(m);
      if (page.empty()) continue;
      const auto key = [](const wire::Message& m) { return std::tuple(m.sent_at, m.created_at, m.id); };
      const auto [low, high] =
          std::minmax_element(page.begin(), page.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
      const bool keepOlder = roll(2) == 0;
      const auto from = key(*low), to = key(*high);
      std::erase_if(held, [&](const auto& entry) {
        const auto k = key(entry.second);
        const bool in = std::any_of(page.begin(), page.end(), [&](const auto& m) { return m.id == entry.first; });
        return !in && k < to && (k > from || !keepOlder);
      });
      std::erase_if(alias, [&](const auto& entry) { return !held.contains(entry.first); });
      model.replacePage(page, keepOlder);
    }
    QCOMPARE(rows(model), wanted());
  }
  QCOMPARE(reset.size(), 0);
  QCOMPARE(model.messageCount(), static_cast<int>(held.size()));
}
