#include "conversation_models_test.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <map>
#include <random>

#include "core/text.h"
#include "core/trust.h"
#include "models/alert_model.h"
#include "models/canned_reply_model.h"
#include "models/conversation_list_model.h"
#include "models/conversation_proxy.h"
#include "models/timer_wheel.h"
#include "models/workspace.h"
#include "support_qt/fake_daemon.h"
#include "support_qt/manual_clock.h"
#include "support_qt/samples.h"

using namespace hotel;
using namespace hotel::guimodels;
using guicore::toQt;
using support_qt::conversation;
using support_qt::ManualClock;
using support_qt::waiting;
using namespace std::chrono_literals;

namespace {

constexpr wire::Millis kMinute = 60'000;

QStringList shown(const ConversationProxy& proxy) {
  QStringList out;
  for (int row = 0; row < proxy.rowCount(); ++row) out << proxy.idAt(row);
  return out;
}

QVariant get(const QAbstractItemModel& model, int row, ConversationRole r) {
  return model.index(row, 0).data(role(r));
}

// What a view must show, computed from nothing but the conversations and the order in which they became known.
QStringList expected(const std::vector<wire::Conversation>& all, wire::View view, SortOrder order,
                     const std::string& user) {
  struct Entry {
    wire::Millis waits, last;
    std::size_t row;
    QString id;
  };
  std::vector<Entry> entries;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (wire::matches(view, all[i], user))
      entries.push_back({all[i].waiting_since.value_or(0),
                         all[i].last_message ? all[i].last_message->at : all[i].updated_at, i, toQt(all[i].id)});
  std::sort(entries.begin(), entries.end(), [&](const Entry& a, const Entry& b) {
    if (order == SortOrder::kWaitingLongest && a.waits != b.waits)
      return a.waits != 0 && (b.waits == 0 || a.waits < b.waits);
    if (a.last != b.last) return order == SortOrder::kOldestActivity ? a.last < b.last : a.last > b.last;
    return a.row < b.row;
  });
  QStringList out;
  for (const auto& entry : entries) out << entry.id;
  return out;
}

}  // namespace

void ConversationModelsTest::tellsInBatchesOfRuns() {
  ManualClock clock;
  ConversationListModel model(clock);
  const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
  QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
  QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
  model.apply(
      {conversation("a", "A", 1), conversation("b", "B", 1), conversation("c", "C", 1), conversation("b", "B2", 1, 2)});
  QCOMPARE(inserted.size(), 1);
  QCOMPARE(model.rowCount(), 3);
  QCOMPARE(model.indexOf(QStringLiteral("b")).data().toString(), QStringLiteral("B2"));
  model.apply({conversation("c", "C2", 2, 2)});
  model.apply({conversation("b", "B3", 2, 3), conversation("b", "B4", 2, 4)});
  QCOMPARE(changed.size(), 0);
  QCOMPARE(model.indexOf(QStringLiteral("b")).data().toString(),
           QStringLiteral("B4"));  // read at any time it is the newest
  clock.advance(49ms);
  QCOMPARE(changed.size(), 0);
  clock.advance(1ms);
  QCOMPARE(changed.size(), 1);
  QCOMPARE(changed[0].at(0).toModelIndex().row(), 1);
  QCOMPARE(changed[0].at(1).toModelIndex().row(), 2);
  model.remove({QStringLiteral("a"), QStringLiteral("nobody")});
  QCOMPARE(model.rowCount(), 2);
  QCOMPARE(model.indexOf(QStringLiteral("c")).row(), 1);
  QVERIFY(!model.indexOf(QStringLiteral("a")).isValid());
  QCOMPARE(moved.size(), 0);
}

void ConversationModelsTest::ignoresOlderVersions() {
  ManualClock clock;
  ConversationListModel model(clock);
  model.apply({conversation("a", "new", 5, 7)});
  model.apply({conversation("a", "old", 9, 6)});
  QCOMPARE(model.index(0).data().toString(), QStringLiteral("new"));
  QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
  model.apply({conversation("a", "new", 5, 7)});  // a snapshot of what is known already
  clock.advance(1s);
  QCOMPARE(changed.size(), 0);
  model.setTyping(QStringLiteral("a"), QStringLiteral("luis"), clock.now() + kMinute);
  clock.advance(50ms);
  QCOMPARE(changed.size(), 1);
  QCOMPARE(get(model, 0, ConversationRole::kTyping).toString(), QStringLiteral("luis"));
}

void ConversationModelsTest::speaksWholeSentences() {
  ManualClock clock;
  ConversationListModel model(clock);
  model.setUser(QStringLiteral("ana"));
  auto c = waiting("a", "María López", clock.now() - 12 * kMinute);
  c.unread = 3;
  c.assignee = "ana";
  model.apply({c});
  const auto sentence = [&] { return model.index(0).data(Qt::AccessibleTextRole).toString(); };
  QCOMPARE(sentence(), QStringLiteral("María López, waiting 12 minute(s), 3 unread, bot paused, assigned to you"));
  ++c.version;
  c.guest.name.clear();
  c.assignee.clear();
  c.waiting_since.reset();
  c.unread = 0;
  c.typing = "luis";
  c.typing_until = clock.now() + kMinute;
  model.apply({c});
  model.setDraft(QStringLiteral("a"), true);
  QCOMPARE(sentence(), QStringLiteral("+34600000000, bot paused, unassigned, luis is replying, unsent draft"));
  clock.advance(61s);
  model.tick(clock.now());
  QVERIFY(!sentence().contains(QStringLiteral("replying")));  // a lease ends by itself
  QCOMPARE(get(model, 0, ConversationRole::kHasDraft).toBool(), true);
}

void ConversationModelsTest::agesByTicks() {
  ManualClock clock;
  ConversationListModel model(clock);
  auto c = waiting("a", "A", clock.now());
  c.sla_due_at = clock.now() + 20 * kMinute;
  c.window_expires_at = clock.now() + 30 * kMinute;
  model.apply({c, conversation("b", "B", clock.now())});
  QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
  const auto state = [&] { return static_cast<SlaState>(get(model, 0, ConversationRole::kSlaState).toInt()); };
  const auto at = [&](int minutes) {
    clock.advance(std::chrono::milliseconds(c.waiting_since.value() + minutes * kMinute - clock.now()));
    model.tick(clock.now());
  };
  model.tick(clock.now() + 59'000);
  QCOMPARE(changed.size(), 0);  // no text changed: nothing is painted
  at(1);
  QCOMPARE(changed.size(), 1);
  QVERIFY(!changed[0].at(2).value<QList<int>>().isEmpty());
  QCOMPARE(get(model, 0, ConversationRole::kWaitingText).toString(), QStringLiteral("1m"));
  at(15);
  QCOMPARE(state(), SlaState::kOk);
  at(16);
  QCOMPARE(state(), SlaState::kWarning);
  at(20);
  QCOMPARE(state(), SlaState::kBreached);
  QVERIFY(get(model, 0, ConversationRole::kWindowOpen).toBool());
  at(31);
  QVERIFY(!get(model, 0, ConversationRole::kWindowOpen).toBool());
  at(180);
  QCOMPARE(get(model, 0, ConversationRole::kWaitingText).toString(), QStringLiteral("3h"));
}

void ConversationModelsTest::sortsAndFiltersLikeTheServer() {
  ManualClock clock;
  ConversationListModel model(clock);
  model.setUser(QStringLiteral("ana"));
  ConversationProxy proxy(model, clock);
  const QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
  auto mine = waiting("mine", "M", 300);
  mine.assignee = "ana";
  model.apply({waiting("young", "Y", 900), mine, waiting("old", "O", 100), conversation("bot", "B", 50)});
  QCOMPARE(shown(proxy), (QStringList{QStringLiteral("old"), QStringLiteral("mine"), QStringLiteral("young")}));
  proxy.setView(wire::View::kMine);
  QCOMPARE(shown(proxy), QStringList{QStringLiteral("mine")});
  proxy.setView(wire::View::kAgent);
  QCOMPARE(shown(proxy), QStringList{QStringLiteral("bot")});
  QCOMPARE(proxy.order(), SortOrder::kNewestActivity);
  proxy.setView(wire::View::kAll);
  QCOMPARE(shown(proxy).first(), QStringLiteral("young"));
  proxy.setOrder(SortOrder::kName);
  QCOMPARE(shown(proxy), (QStringList{QStringLiteral("bot"), QStringLiteral("mine"), QStringLiteral("old"),
                                      QStringLiteral("young")}));
  auto labelled = waiting("old", "O", 100, 2);
  labelled.labels = {"vip"};
  model.apply({labelled});
  model.flush();
  proxy.setLabel(QStringLiteral("vip"));
  QCOMPARE(shown(proxy), QStringList{QStringLiteral("old")});
  QVERIFY(proxy.filtered());
}

void ConversationModelsTest::frozenOrderHoldsAndThaws() {
  ManualClock clock;
  ConversationListModel model(clock);
  ConversationProxy proxy(model, clock);
  model.apply({waiting("a", "A", 100), waiting("b", "B", 200), waiting("c", "C", 300)});
  const auto before = shown(proxy);
  proxy.freeze();
  QSignalSpy updates(&proxy, &ConversationProxy::updatesChanged);
  QSignalSpy layout(&proxy, &QAbstractItemModel::layoutChanged);
  auto leaves = waiting("a", "A", 100, 2);
  leaves.waiting_since.reset();
  auto moves = waiting("c", "C", 50, 2);
  auto content = waiting("b", "B renamed", 200, 2);
  model.apply({leaves, moves, content, waiting("d", "D", 10)});
  model.flush();
  QCOMPARE(shown(proxy), before);
  QCOMPARE(proxy.updates(), 3);  // leaves, moves, comes; a new name is shown at once
  QCOMPARE(updates.back().at(0).toInt(), 3);
  QCOMPARE(proxy.indexOf(QStringLiteral("b")).data().toString(), QStringLiteral("B renamed"));
  const QPersistentModelIndex held = proxy.indexOf(QStringLiteral("b"));
  proxy.thaw();
  QCOMPARE(shown(proxy), (QStringList{QStringLiteral("d"), QStringLiteral("c"), QStringLiteral("b")}));
  QCOMPARE(proxy.updates(), 0);
  QCOMPARE(proxy.idAt(held.row()), QStringLiteral("b"));
}

void ConversationModelsTest::thawsByItself() {
  ManualClock clock;
  ConversationListModel model(clock);
  ConversationProxy proxy(model, clock);
  model.apply({waiting("a", "A", 100)});
  proxy.freeze();
  model.apply({waiting("b", "B", 50)});
  clock.advance(2s);
  proxy.freeze();  // the pointer still moves: no reason to wait longer
  QCOMPARE(shown(proxy), QStringList{QStringLiteral("a")});
  clock.advance(1s);
  QVERIFY(!proxy.frozen());
  QCOMPARE(shown(proxy), (QStringList{QStringLiteral("b"), QStringLiteral("a")}));
  proxy.freeze();
  model.remove({QStringLiteral("b")});  // rows get other numbers
  QVERIFY(!proxy.frozen());
  QCOMPARE(shown(proxy), QStringList{QStringLiteral("a")});
}

void ConversationModelsTest::searchesEverywhere() {
  ManualClock clock;
  ConversationListModel model(clock);
  ConversationProxy proxy(model, clock);
  auto closed = conversation("x", "X", 5);
  closed.status = wire::ConversationStatus::kClosed;
  model.apply({waiting("a", "A", 100), closed});
  QCOMPARE(shown(proxy), QStringList{QStringLiteral("a")});
  proxy.setHits(QSet<QString>{QStringLiteral("x")});
  QCOMPARE(shown(proxy), QStringList{QStringLiteral("x")});
  proxy.setHits(QSet<QString>{});
  QCOMPARE(proxy.rowCount(), 0);
  proxy.setHits(std::nullopt);
  QCOMPARE(shown(proxy), QStringList{QStringLiteral("a")});
}

void ConversationModelsTest::findsWhatNeedsAttention() {
  ManualClock clock;
  ConversationListModel model(clock);
  ConversationProxy proxy(model, clock);
  proxy.setView(wire::View::kAll);
  model.apply(
      {waiting("a", "A", 400), conversation("b", "B", 300), waiting("c", "C", 200), conversation("d", "D", 100)});
  QCOMPARE(proxy.nextNeedingAttention({}), QStringLiteral("a"));
  QCOMPARE(proxy.nextNeedingAttention(QStringLiteral("a")), QStringLiteral("c"));
  QCOMPARE(proxy.nextNeedingAttention(QStringLiteral("c")), QStringLiteral("a"));  // round the end
  model.remove({QStringLiteral("a")});
  QVERIFY(proxy.nextNeedingAttention(QStringLiteral("c")).isEmpty());
}

void ConversationModelsTest::equalsTheReferenceAfterAnyOperations_data() {
  QTest::addColumn<int>("seed");
  for (int seed = 1; seed <= 12; ++seed) QTest::addRow("%d", seed) << seed;
}

void ConversationModelsTest::equalsTheReferenceAfterAnyOperations() {
  QFETCH(int, seed);
  std::mt19937 random(static_cast<unsigned>(seed));
  const auto roll = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  ManualClock clock;
  ConversationListModel model(clock);
  model.setUser(QStringLiteral("ana"));
  ConversationProxy waitingView(model, clock), allView(model, clock);
  allView.setView(wire::View::kAll);
  const QAbstractItemModelTester source(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  const QAbstractItemModelTester first(&waitingView, QAbstractItemModelTester::FailureReportingMode::QtTest);
  const QAbstractItemModelTester second(&allView, QAbstractItemModelTester::FailureReportingMode::QtTest);
  std::vector<wire::Conversation> reference;
  const auto change = [&](wire::Conversation& c) {
    ++c.version;
    c.updated_at = clock.now();
    c.waiting_since = roll(2) ? std::optional<wire::Millis>(1000 + roll(50)) : std::nullopt;
    c.assignee = roll(3) == 0 ? "ana" : "";
    c.status = roll(6) == 0 ? wire::ConversationStatus::kClosed : wire::ConversationStatus::kOpen;
    c.last_message = wire::LastMessage{"x", wire::Direction::kIn, wire::AuthorKind::kGuest, "text", 1000 + roll(80)};
  };
  const auto agree = [&] {
    model.flush();
    return shown(waitingView) == expected(reference, wire::View::kWaiting, SortOrder::kWaitingLongest, "ana") &&
           shown(allView) == expected(reference, wire::View::kAll, SortOrder::kNewestActivity, "ana");
  };
  for (int step = 0; step < 150; ++step) {
    const int what = roll(10);
    std::vector<wire::Conversation> batch;
    if (what < 3 && reference.size() < 60) {
      for (int i = roll(4); i >= 0; --i) {
        auto c = conversation("s" + std::to_string(step) + "-" + std::to_string(i), "G", clock.now());
        change(c);
        reference.push_back(c);
        batch.push_back(c);
      }
    } else if (what < 7 && !reference.empty()) {
      for (int i = roll(6); i >= 0; --i) {
        auto& c = reference[static_cast<std::size_t>(roll(static_cast<int>(reference.size())))];
        auto stale = c;
        change(c);
        batch.push_back(c);
        if (roll(4) == 0) batch.push_back(stale);  // an old fetch comes late
      }
    } else if (what == 7 && !reference.empty()) {
      QStringList gone;
      for (int i = roll(3); i >= 0 && !reference.empty(); --i) {
        const int at = roll(static_cast<int>(reference.size()));
        gone << toQt(reference[static_cast<std::size_t>(at)].id);
        reference.erase(reference.begin() + at);
      }
      model.remove(gone);
    } else if (what == 8) {
      waitingView.freeze();
    } else {
      clock.advance(std::chrono::milliseconds(roll(4000)));
    }
    model.apply(batch);
    if (roll(3) == 0) {
      waitingView.thaw();
      QVERIFY2(agree(), qPrintable(QString::number(step)));
    }
  }
  waitingView.thaw();
  QVERIFY(agree());
  QCOMPARE(model.rowCount(), static_cast<int>(reference.size()));
}

void ConversationModelsTest::carriesAHundredThousand() {
  ManualClock clock;
  ConversationListModel model(clock);
  ConversationProxy proxy(model, clock);
  proxy.setView(wire::View::kAll);
  std::vector<wire::Conversation> all;
  constexpr int kMany = 100'000;
  for (int i = 0; i < kMany; ++i)
    all.push_back(waiting("c" + std::to_string(i), "Guest " + std::to_string(i), 1'000'000 + i));
  QSignalSpy reset(&proxy, &QAbstractItemModel::modelReset);
  QElapsedTimer timer;
  timer.start();
  for (int page = 0; page < kMany; page += 200) model.apply({all.begin() + page, all.begin() + page + 200});
  const auto inserted = timer.restart();
  QCOMPARE(proxy.rowCount(), kMany);
  QCOMPARE(proxy.idAt(0), QStringLiteral("c99999"));
  constexpr int kBumps = 200;
  for (int i = 0; i < kBumps; ++i) {
    auto c = all[static_cast<std::size_t>(i * 397)];
    ++c.version;
    c.last_message->at = 2'000'000 + i;
    model.apply({c});
    model.flush();
  }
  const auto bumped = timer.restart();
  QCOMPARE(proxy.idAt(0), toQt(all[(kBumps - 1) * 397].id));
  model.tick(clock.now() + 5 * kMinute);
  const auto ticked = timer.restart();
  proxy.freeze();
  proxy.thaw();
  const auto froze = timer.restart();
  qInfo(
      "100000 conversations: insert through the proxy %lld ms, bump %.3f ms each, tick of all rows %lld ms, freeze and "
      "thaw %lld ms",
      inserted, static_cast<double>(bumped) / kBumps, ticked, froze);
  QCOMPARE(reset.size(), 0);
}

void ConversationModelsTest::alertsStayAcknowledged() {
  AlertModel model;
  const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  QSignalSpy open(&model, &AlertModel::openChanged);
  const wire::Alert a{"a", "pms_down", "warning", "PMS away", 10, "", "", {}},
      b{"b", "emergency", "critical", "Help", 20, "c1", "", {}};
  model.setAll({b, a});
  QCOMPARE(model.open(), 2);
  QCOMPARE(model.index(0).data(role(AlertRole::kId)).toString(), QStringLiteral("b"));
  auto seen = b;
  seen.acked_by = "ana";
  model.apply(seen);
  QCOMPARE(model.open(), 1);
  model.setAll({b, a});  // a list that was read before
  QCOMPARE(model.open(), 1);
  QVERIFY(model.index(0)
              .data(Qt::AccessibleTextRole)
              .toString()
              .startsWith(QStringLiteral("Critical, A guest reports an emergency")));
  QVERIFY(model.index(0).data(Qt::AccessibleTextRole).toString().endsWith(QStringLiteral("seen by ana")));
  model.setAll({seen});
  QCOMPARE(model.rowCount(), 2);  // `a` is older than the page
  model.setAll({wire::Alert{"c", "x", "info", "New", 30, "", "", {}}, a});
  QCOMPARE(model.rowCount(), 2);  // `b` lies inside the page and is not in it
  QVERIFY(!model.indexOf(QStringLiteral("b")).isValid());
  model.clear();
  QCOMPARE(open.back().at(0).toInt(), 0);
}

void ConversationModelsTest::cannedRepliesAreFoundAndFilled() {
  CannedReplyModel model;
  model.setReplies(
      {{QStringLiteral("1"), QStringLiteral("Late check-out"), QStringLiteral("en"), QStringLiteral("Until noon"), 1},
       {QStringLiteral("2"), QStringLiteral("Salida tarde"), QStringLiteral("es"),
        QStringLiteral("La habitación hasta las 12"), 1},
       {QStringLiteral("3"), QStringLiteral("Habitación lista"), QStringLiteral("es"), QStringLiteral("Ya está"), 1}});
  QCOMPARE(model.rowCount(), 3);
  model.search(QStringLiteral("HABITACION"), QStringLiteral("es"));
  QCOMPARE(model.rowCount(), 2);
  QCOMPARE(model.index(0).data(role(CannedRole::kId)).toString(), QStringLiteral("3"));  // in the title
  model.search({}, QStringLiteral("en_GB"));
  QCOMPARE(model.index(0).data(role(CannedRole::kId)).toString(), QStringLiteral("1"));
  model.search(QStringLiteral("habitacion noon"), {});
  QCOMPARE(model.rowCount(), 0);
  const auto filled = CannedReplyModel::fill(QStringLiteral("Hola {{name}}, {{ time | noon }} {{room}} {{room}}"),
                                             {{QStringLiteral("name"), QStringLiteral("{{x}} José")}});
  QCOMPARE(filled.text, QStringLiteral("Hola {{x}} José, noon {{room}} {{room}}"));
  QCOMPARE(filled.unresolved, QStringList{QStringLiteral("room")});
  QCOMPARE(CannedReplyModel::variablesLeft(QStringLiteral("a {{1}} {{b|c}}")),
           (QStringList{QStringLiteral("1"), QStringLiteral("b")}));
}

void ConversationModelsTest::wheelTurnsForEverybody() {
  ManualClock clock;
  TimerWheel wheel(clock);
  int fast = 0, slow = 0;
  auto context = std::make_unique<QObject>();
  wheel.subscribe(this, 1s, [&](wire::Millis now) {
    ++fast;
    QCOMPARE(now, clock.now());
  });
  wheel.subscribe(context.get(), 5s, [&](wire::Millis) { ++slow; });
  clock.advance(10s);
  QCOMPARE(fast, 10);
  QCOMPARE(slow, 2);
  context.reset();
  clock.advance(10s);
  QCOMPARE(slow, 2);
  QCOMPARE(fast, 20);
}

void ConversationModelsTest::workspaceBindsEverything() {
  support_qt::FakeDaemon daemon;
  daemon.put(waiting("a", "María", 1'789'999'000'000), false);
  daemon.put(conversation("b", "Kenji", 1000), false);
  daemon.say(support_qt::message("m1", "a", "¿Tienen piscina?", 1'789'999'000'000), false);
  daemon.putAlert({"al1", "pms_down", "warning", "PMS away", 5, "", "", {}}, false);
  QTemporaryDir folder;
  ManualClock clock;
  guicore::Trust trust(folder.filePath(QStringLiteral("trust.ini")));
  guicore::ApiClient api(trust);
  guicore::EventStream stream(trust, clock);
  guicore::CacheDb cache;
  guicore::DraftStore drafts(clock);
  drafts.open(folder.path(), QStringLiteral("ana"));
  guicore::SyncEngine engine({api, stream, cache, clock});
  Workspace workspace(engine, drafts, clock);
  const QString a = QStringLiteral("a");
  api.setServer(daemon.url());
  api.setToken(daemon.token);
  const auto proxy = workspace.makeProxy(wire::View::kWaiting);
  engine.start({"ana", {"frontdesk"}}, {});
  QTRY_COMPARE(workspace.conversations().rowCount(), 2);
  QTRY_VERIFY(engine.connection().live());
  clock.advance(50ms);
  QCOMPARE(workspace.count(wire::View::kWaiting), 1);
  QCOMPARE(workspace.count(wire::View::kAgent), 1);
  QCOMPARE(workspace.unreadMine(), 1);
  QTRY_COMPARE(workspace.alerts().open(), 1);
  auto& timeline = workspace.open(a);
  QTRY_COMPARE(timeline.messageCount(), 1);
  drafts.set(a, guicore::DraftMode::kReply, QStringLiteral("Sí"));
  QVERIFY(get(workspace.conversations(), 0, ConversationRole::kHasDraft).toBool());
  const auto client = engine.sendText(a, QStringLiteral("Sí, de 9 a 21 h."));
  QCOMPARE(timeline.pendingCount(), 1);
  QTRY_COMPARE(timeline.messageCount(), 2);
  QCOMPARE(timeline.pendingCount(), 0);
  QVERIFY(timeline.indexOfRow(client).isValid());  // the row stayed the same one
  QTRY_COMPARE(engine.lastSeq(), daemon.seq());
  clock.advance(50ms);
  QCOMPARE(proxy->rowCount(), 0);                                                   // nobody waits any more
  QCOMPARE(drafts.get(a, guicore::DraftMode::kReply)->text, QStringLiteral("Sí"));  // no event touches a draft
  workspace.close(a);
  QVERIFY(workspace.resident(a));
  for (std::size_t i = 0; i < Workspace::kResident; ++i) {
    workspace.open(QStringLiteral("x%1").arg(i));
    workspace.close(QStringLiteral("x%1").arg(i));
  }
  QVERIFY(!workspace.resident(a));
  workspace.loadCannedReplies();
  QTRY_COMPARE(workspace.cannedReplies().rowCount(), 1);
}
