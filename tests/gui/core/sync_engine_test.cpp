#include "sync_engine_test.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <map>

#include "core/sync_engine.h"
#include "core/text.h"
#include "core/trust.h"
#include "support_qt/fake_daemon.h"
#include "support_qt/manual_clock.h"
#include "support_qt/samples.h"
#include "wire/codec.h"
#include "wire/event.h"

using namespace hotel;
using namespace hotel::guicore;
using support_qt::conversation;
using support_qt::FakeDaemon;
using support_qt::message;
using namespace std::chrono_literals;

namespace {

const QString kA = QStringLiteral("a");

// One console: everything but the screen. Remembers what its models would hold.
struct Console {
  explicit Console(FakeDaemon& d) : daemon(d) {
    api.setServer(daemon.url());
    api.setToken(daemon.token);
    QObject::connect(&engine, &SyncEngine::conversationsChanged, &engine,
                     [this](const std::vector<wire::Conversation>& list, bool isLive) {
                       for (const auto& c : list)
                         if (!rows.contains(c.id) || rows[c.id].version <= c.version) rows[c.id] = c;
                       liveChanges += isLive ? 1 : 0;
                     });
    QObject::connect(&engine, &SyncEngine::conversationsReset, &engine, [this] { rows.clear(); });
    QObject::connect(&engine, &SyncEngine::conversationsRemoved, &engine, [this](const QStringList& ids) {
      for (const auto& id : ids) rows.erase(toStd(id));
    });
    QObject::connect(&engine, &SyncEngine::messagesReplaced, &engine,
                     [this](const QString&, const std::vector<wire::Message>& list, bool) { take(list); });
    QObject::connect(&engine, &SyncEngine::messagesLoaded, &engine,
                     [this](const QString&, const std::vector<wire::Message>& list) { take(list); });
    QObject::connect(&engine, &SyncEngine::messageChanged, &engine, [this](const wire::Message& m) { take({m}); });
    QObject::connect(&engine, &SyncEngine::pendingDone, &engine,
                     [this](const QString&, const wire::Message& m) { take({m}); });
  }
  void take(const std::vector<wire::Message>& list) {
    for (const auto& m : list) texts[m.id] = m.text;
  }
  void start(const QString& cacheFile = {}) {
    wire::Operator person{toStd(daemon.user), daemon.roles};
    engine.start(person, cacheFile);
  }
  bool waitLive() {
    return QTest::qWaitFor([&] { return engine.connection().live(); }, 10'000);
  }

  // The one pending message; an empty one when there is none.
  PendingMessage only(const QString& id) const {
    const auto list = engine.pending(id);
    return list.size() == 1 ? list.front() : PendingMessage{};
  }

  FakeDaemon& daemon;
  QTemporaryDir folder;
  support_qt::ManualClock clock;
  Trust trust{folder.filePath(QStringLiteral("trust.ini"))};
  ApiClient api{trust};
  EventStream stream{trust, clock, [] { return 0.5; }};
  CacheDb cache;
  std::map<std::string, wire::Conversation> rows;
  std::map<std::string, std::string> texts;
  int liveChanges = 0;
  SyncEngine engine{{api, stream, cache, clock}};
};

}  // namespace

void SyncEngineTest::takesSnapshotThenFollowsEvents() {
  FakeDaemon daemon;
  daemon.pageSize = 2;
  for (const auto* id : {"a", "b", "c", "d", "e"}) daemon.put(conversation(id, id, 1000), false);
  Console console(daemon);
  QSignalSpy finished(&console.engine, &SyncEngine::snapshotFinished);
  console.start();
  QVERIFY(console.waitLive());
  QTRY_COMPARE(finished.size(), 1);
  QCOMPARE(console.rows.size(), std::size_t{5});
  QCOMPARE(console.liveChanges, 0);
  daemon.put(conversation("f", "Fatima", 2000));
  QTRY_VERIFY(console.rows.contains("f"));
  QCOMPARE(console.liveChanges, 1);
  QCOMPARE(console.engine.lastSeq(), daemon.seq());
  QVERIFY(daemon.unexpected().isEmpty());
}

void SyncEngineTest::missesNothingBetweenPagesAndStream() {
  FakeDaemon daemon;
  daemon.pageSize = 1;
  for (const auto* id : {"a", "b", "c"}) daemon.put(conversation(id, id, 1000), false);
  Console console(daemon);
  // Changes arrive between any two pages; one creates a row that no later page will list.
  int page = 0;
  connect(&console.engine, &SyncEngine::conversationsChanged, this, [&](const std::vector<wire::Conversation>&, bool) {
    if (++page == 1) {
      daemon.put(conversation("a", "changed meanwhile", 2000, 2));
      daemon.put(conversation("0", "new, before all others", 2000));
      daemon.erase(QStringLiteral("0"));
    }
  });
  QSignalSpy finished(&console.engine, &SyncEngine::snapshotFinished);
  console.start();
  QTRY_COMPARE(finished.size(), 1);
  QTRY_COMPARE(console.rows["a"].guest.name, std::string("changed meanwhile"));
  QTRY_VERIFY(console.rows.contains("0"));
}

void SyncEngineTest::paintsFromTheCacheAndResumes() {
  FakeDaemon daemon;
  daemon.put(conversation("a", "María", 1000), false);
  daemon.say(message("m1", "a", "first", 1000));
  QTemporaryDir folder;
  const QString file = folder.filePath(QStringLiteral("cache.sqlite"));
  qint64 seen = 0;
  {
    Console console(daemon);
    console.start(file);
    QVERIFY(console.waitLive());
    console.engine.openConversation(kA);
    QTRY_VERIFY(console.texts.contains("m1"));
    seen = console.engine.lastSeq();
  }
  daemon.say(message("m2", "a", "while nobody looked", 2000));
  daemon.close();
  Console console(daemon);
  console.start(file);
  QTRY_VERIFY(console.rows.contains("a"));  // without a server
  QVERIFY(console.engine.asOf().has_value());
  QVERIFY(!console.engine.connection().live());
  QVERIFY(!console.engine.whyNoSending().isEmpty());
  console.engine.openConversation(kA);
  QTRY_VERIFY(console.texts.contains("m1"));
  daemon.listen();
  console.engine.wakeUp();
  QVERIFY(console.waitLive());
  QTRY_VERIFY(console.texts.contains("m2"));  // by its event: the cache has no hole
  QCOMPARE(daemon.requests("GET", QStringLiteral("/events")).back().headers.value("last-event-id"),
           QByteArray::number(seen));
}

void SyncEngineTest::removesWhatTheServerForgot() {
  FakeDaemon daemon;
  daemon.put(conversation("a", "María", 1000), false);
  daemon.put(conversation("b", "Erased", 1000), false);
  QTemporaryDir folder;
  const QString file = folder.filePath(QStringLiteral("cache.sqlite"));
  {
    Console console(daemon);
    QSignalSpy finished(&console.engine, &SyncEngine::snapshotFinished);
    console.start(file);
    QTRY_COMPARE(finished.size(), 1);
  }
  daemon.erase(QStringLiteral("b"));
  for (int round = 0; round < 2; ++round) {
    Console console(daemon);
    QSignalSpy finished(&console.engine, &SyncEngine::snapshotFinished);
    QSignalSpy removed(&console.engine, &SyncEngine::conversationsRemoved);
    console.start(file);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(removed.size(), round == 0 ? 1 : 0);  // and it is gone from the cache for good
    QVERIFY(!console.rows.contains("b"));
  }
}

void SyncEngineTest::resyncsAfterReset() {
  FakeDaemon daemon;
  daemon.put(conversation("a", "María", 1000), false);
  daemon.say(message("m1", "a", "first", 1000));
  Console console(daemon);
  console.start();
  QVERIFY(console.waitLive());
  console.engine.openConversation(kA);
  QTRY_VERIFY(console.texts.contains("m1"));
  QSignalSpy replaced(&console.engine, &SyncEngine::messagesReplaced);
  QSignalSpy finished(&console.engine, &SyncEngine::snapshotFinished);
  daemon.setSeq(1000);  // the log was cut
  daemon.put(conversation("b", "Luis", 2000), false);
  daemon.say(message("m2", "a", "second", 2000), false);
  daemon.cutStreams();
  QTRY_COMPARE(console.engine.connection().link(), Link::kReconnecting);
  console.clock.advance(30s);
  QTRY_COMPARE(finished.size(), 1);
  QTRY_VERIFY(console.texts.contains("m2"));
  QCOMPARE(replaced.back().at(2).toBool(), false);  // what is older may have holes
  QVERIFY(console.rows.contains("b"));
  QVERIFY(console.waitLive());
  daemon.put(conversation("c", "Live again", 3000));
  QTRY_VERIFY(console.rows.contains("c"));
}

void SyncEngineTest::sendsOnceAndShowsItAtOnce() {
  FakeDaemon daemon;
  daemon.put(conversation("a", "María", 1000), false);
  Console console(daemon);
  console.start();
  QVERIFY(console.waitLive());
  QSignalSpy pending(&console.engine, &SyncEngine::pendingChanged);
  QSignalSpy done(&console.engine, &SyncEngine::pendingDone);
  const auto id = console.engine.sendText(kA, QStringLiteral("Hola"));
  QVERIFY(!id.isEmpty());
  QCOMPARE(pending.size(), 1);
  QCOMPARE(console.engine.pending(kA).size(), std::size_t{1});
  QTRY_COMPARE(done.size(), 1);
  QCOMPARE(done[0].at(0).toString(), id);
  QVERIFY(console.engine.pending(kA).empty());
  QTRY_COMPARE(console.engine.lastSeq(), daemon.seq());
  QCOMPARE(done.size(), 1);  // answer and event are one message
  QCOMPARE(daemon.messages(kA).size(), std::size_t{1});
  QVERIFY(!console.engine.sendNote(kA, QStringLiteral("vip")).isEmpty());
  QTRY_COMPARE(done.size(), 2);
  QCOMPARE(daemon.messages(kA)[1].direction, wire::Direction::kNote);
  QVERIFY(console.engine.sendText(kA, QStringLiteral("   ")).isEmpty());
}

void SyncEngineTest::sendsInOrderAndSeesItsOwn() {
  FakeDaemon daemon;
  daemon.put(conversation("a", "María", 1000), false);
  Console console(daemon);
  console.start();
  QVERIFY(console.waitLive());
  daemon.holdEvents = true;  // the stream lags behind: only the answers tell what our own messages were
  QSignalSpy pending(&console.engine, &SyncEngine::pendingChanged);
  for (int i = 1; i <= 4; ++i) QVERIFY(!console.engine.sendText(kA, QString::number(i)).isEmpty());
  QTRY_COMPARE(daemon.messages(kA).size(), std::size_t{4});
  for (std::size_t i = 0; i < 4; ++i) QCOMPARE(daemon.messages(kA)[i].text, std::to_string(i + 1));
  QTRY_VERIFY(console.engine.pending(kA).empty());
  QCOMPARE(pending.size(), 4);  // none failed with newer_reply
  daemon.release();
  QTRY_COMPARE(console.engine.lastSeq(), daemon.seq());
}

void SyncEngineTest::collidesLoudlyAndSendsAnyway() {
  FakeDaemon daemon;
  daemon.put(conversation("a", "María", 1000), false);
  Console console(daemon);
  console.start();
  QVERIFY(console.waitLive());
  console.engine.openConversation(kA);
  QTRY_COMPARE(daemon.requests("GET", QStringLiteral("/conversations/a/messages")).size(), std::size_t{1});
  daemon.holdEvents = true;
  auto luis = message("m-luis", "a", "Luis was faster", 5000);
  luis.direction = wire::Direction::kOut;
  luis.author = {wire::AuthorKind::kStaff, "luis"};
  daemon.say(luis);
  const auto first = console.engine.sendText(kA, QStringLiteral("mine"));
  const auto second = console.engine.sendText(kA, QStringLiteral("and more"));
  const auto state = [&](const QString& id) {
    for (const auto& p : console.engine.pending(kA))
      if (p.clientId == id) return p;
    return PendingMessage{};
  };
  QTRY_COMPARE(state(first).state, PendingState::kFailed);
  QCOMPARE(state(first).error.code, QStringLiteral("newer_reply"));
  QCOMPARE(state(second).state, PendingState::kFailed);  // must not overtake the first
  QTRY_VERIFY(console.texts.contains("m-luis"));         // shown before anything is sent anyway
  QCOMPARE(daemon.requests("POST", QStringLiteral("/conversations/a/messages")).size(), std::size_t{1});
  QVERIFY(console.engine.retry(first));
  QTRY_COMPARE(daemon.messages(kA).size(), std::size_t{2});
  QTRY_COMPARE(console.engine.pending(kA).size(), std::size_t{1});
  console.engine.dropPending(second);
  QVERIFY(console.engine.pending(kA).empty());
  const auto sent = daemon.requests("POST", QStringLiteral("/conversations/a/messages"));
  QCOMPARE(sent.size(), std::size_t{2});
  QVERIFY(sent[0].headers.value("idempotency-key") != sent[1].headers.value("idempotency-key"));
  QCOMPARE(wire::text_of(*wire::parse_json(sent[0].body.toStdString()), "client_id"),
           wire::text_of(*wire::parse_json(sent[1].body.toStdString()), "client_id"));
}

void SyncEngineTest::retriesAnUnknownOutcomeOnce() {
  FakeDaemon daemon;
  daemon.put(conversation("a", "María", 1000), false);
  Console console(daemon);
  console.start();
  QVERIFY(console.waitLive());
  support_qt::Answer cut{201, QByteArray(100, ' '), {}};
  cut.cutAfter = 90;  // inside the body: cut earlier, Qt would send the request again by itself
  daemon.answerNext(QStringLiteral("/conversations/a/messages"), cut);
  const auto id = console.engine.sendText(kA, QStringLiteral("once"));
  QTRY_COMPARE(console.only(kA).state, PendingState::kUnknown);
  QVERIFY(daemon.messages(kA).empty());
  QVERIFY(console.engine.retry(id));
  QTRY_COMPARE(daemon.messages(kA).size(), std::size_t{1});
  QTRY_VERIFY(console.engine.pending(kA).empty());
  // The other way round: it did arrive, the answer was lost, and the event settles it without anybody's doing.
  daemon.answerNext(QStringLiteral("/conversations/a/messages"), cut);
  console.engine.sendText(kA, QStringLiteral("arrived"));
  QTRY_COMPARE(console.only(kA).state, PendingState::kUnknown);
  auto arrived = message("m9", "a", "arrived", console.clock.now());
  arrived.direction = wire::Direction::kOut;
  arrived.author = {wire::AuthorKind::kStaff, "ana"};
  daemon.say(arrived);
  QTRY_VERIFY(console.engine.pending(kA).empty());
}

void SyncEngineTest::refusesToSendOffline() {
  FakeDaemon daemon;
  daemon.put(conversation("a", "María", 1000), false);
  Console console(daemon);
  console.start();
  QVERIFY(console.waitLive());
  QVERIFY(console.engine.whyNoSending().isEmpty());
  daemon.close();
  QTRY_COMPARE(console.engine.connection().link(), Link::kReconnecting);
  QVERIFY(console.engine.sendText(kA, QStringLiteral("Hola")).isEmpty());
  QVERIFY(console.engine.whyNoSending().contains(QStringLiteral("Your draft is kept")));
  QVERIFY(console.engine.pending(kA).empty());
  for (int i = 0; i < 40 && console.engine.connection().link() != Link::kOffline; ++i) console.clock.advance(1s);
  QCOMPARE(console.engine.connection().link(), Link::kOffline);
}

void SyncEngineTest::keepsAccountsApart() {
  FakeDaemon daemon;
  daemon.put(conversation("a", "María", 1000), false);
  daemon.say(message("m1", "a", "for Ana's eyes", 1000), false);
  Console console(daemon);
  const QString file = console.folder.filePath(QStringLiteral("cache.sqlite"));
  console.start(file);
  QVERIFY(console.waitLive());
  console.engine.openConversation(kA);
  QTRY_VERIFY(console.texts.contains("m1"));
  QSignalSpy out(&console.engine, &SyncEngine::signedOut);
  support_qt::Answer never;
  never.never = true;
  daemon.answerNext(QStringLiteral("/conversations/a/messages"), never);
  console.engine.sendText(kA, QStringLiteral("under way"));
  daemon.token = QStringLiteral("token-2");
  daemon.cutStreams();
  QTRY_COMPARE(console.engine.connection().link(), Link::kReconnecting);
  console.clock.advance(10s);
  QTRY_COMPARE(out.size(), 1);
  QCOMPARE(console.engine.connection().link(), Link::kSignedOut);
  QCOMPARE(console.only(kA).state, PendingState::kUnknown);
  // Luis signs in at the same machine, the server is away.
  daemon.close();
  console.texts.clear();
  console.engine.start({"luis", {"frontdesk"}}, file);
  QVERIFY(console.rows.empty());
  QVERIFY(console.engine.pending(kA).empty());
  console.engine.openConversation(kA);
  bool flushed = false;
  console.cache.flush(this, [&] { flushed = true; });
  QTRY_VERIFY(flushed);
  QVERIFY(console.rows.empty());
  QVERIFY(console.texts.empty());
}

void SyncEngineTest::wakesUpAfterSleep() {
  FakeDaemon daemon;
  Console console(daemon);
  console.start();
  QVERIFY(console.waitLive());
  console.clock.advance(1s);
  const auto before = daemon.requests("GET", QStringLiteral("/events")).size();
  console.clock.sleepMachine(std::chrono::hours(8));
  console.clock.advance(1s);  // the next tick sees it
  QTRY_COMPARE(daemon.requests("GET", QStringLiteral("/events")).size(), before + 1);
  QVERIFY(console.waitLive());
}

void SyncEngineTest::loadsHistoryPageByPage() {
  FakeDaemon daemon;
  daemon.pageSize = 3;
  daemon.put(conversation("a", "María", 1000), false);
  for (int i = 0; i < 8; ++i) daemon.say(message("m" + std::to_string(i), "a", std::to_string(i), 1000 + i), false);
  Console console(daemon);
  console.start();
  QVERIFY(console.waitLive());
  console.engine.openConversation(kA);
  QTRY_COMPARE(console.texts.size(), std::size_t{3});
  QVERIFY(console.engine.hasOlder(kA));
  support_qt::Answer broken{500, FakeDaemon::problem(500, "internal"), {}};
  daemon.answerNext(QStringLiteral("/conversations/a/messages"), broken);
  QSignalSpy failed(&console.engine, &SyncEngine::olderFailed);
  console.engine.loadOlder(kA);
  console.engine.loadOlder(kA);  // impatience asks once
  QTRY_COMPARE(failed.size(), 1);
  console.engine.loadOlder(kA);
  QTRY_COMPARE(console.texts.size(), std::size_t{6});
  console.engine.loadOlder(kA);
  QTRY_COMPARE(console.texts.size(), std::size_t{8});
  QVERIFY(!console.engine.hasOlder(kA));
}

void SyncEngineTest::twoConsolesSeeEachOther() {
  FakeDaemon daemon;
  daemon.put(conversation("a", "María", 1000), false);
  Console one(daemon), two(daemon);
  one.start();
  two.start();
  QVERIFY(one.waitLive() && two.waitLive());
  one.engine.sendText(kA, QStringLiteral("from one"));
  QTRY_COMPARE(two.rows["a"].assignee, std::string("ana"));
  QTRY_COMPARE(two.texts.size(), std::size_t{1});
  daemon.holdEvents = true;
  one.engine.sendText(kA, QStringLiteral("again"));
  QTRY_COMPARE(daemon.messages(kA).size(), std::size_t{2});
  two.engine.sendText(kA, QStringLiteral("blind"));
  QTRY_COMPARE(two.engine.pending(kA).size(), std::size_t{1});
  QTRY_COMPARE(two.only(kA).error.code, QStringLiteral("newer_reply"));
  QCOMPARE(daemon.messages(kA).size(), std::size_t{2});
}

void SyncEngineTest::actionsShowAtOnce() {
  FakeDaemon daemon;
  daemon.put(conversation("a", "María", 1000), false);
  Console console(daemon);
  console.start();
  QVERIFY(console.waitLive());
  daemon.holdEvents = true;
  bool ok = false;
  std::string assignee;
  console.engine.takeOver(kA).then(this, [&](const ApiResult<Acted>& result) {
    ok = result.ok();
    assignee = console.rows["a"].assignee;  // the models have it before the caller goes on
  });
  QTRY_VERIFY(ok);
  QCOMPARE(assignee, std::string("ana"));
  // An answer without the conversation: it is fetched.
  daemon.answerNext(QStringLiteral("/conversations/a/close"), {204, {}, {}});
  auto closed = *daemon.find(kA);
  closed.status = wire::ConversationStatus::kClosed;
  ++closed.version;
  daemon.put(closed);
  console.engine.close(kA);
  QTRY_COMPARE(console.rows["a"].status, wire::ConversationStatus::kClosed);
  QSignalSpy typing(&console.engine, &SyncEngine::typingChanged);
  console.engine.typing(kA);
  QTRY_COMPARE(typing.size(), 1);
  QCOMPARE(typing[0].at(1).toString(), QStringLiteral("ana"));
}

void SyncEngineTest::releaseManagersSeeNoConversations() {
  FakeDaemon daemon;
  daemon.roles = {"release"};
  daemon.putAlert({"al1", "pms_down", "warning", "PMS away", 5, "", "", {}}, false);
  Console console(daemon);
  QSignalSpy alerts(&console.engine, &SyncEngine::alertsLoaded);
  QSignalSpy events(&console.engine, &SyncEngine::eventApplied);
  console.start();
  QVERIFY(console.waitLive());
  QTRY_COMPARE(alerts.size(), 1);
  QVERIFY(daemon.requests("GET", QStringLiteral("/conversations")).empty());
  daemon.emitEvent(wire::kDeploymentUpdated, {{"id", "d1"}}, 1);
  QTRY_COMPARE(events.size(), 1);
  QCOMPARE(events[0].at(1).toString(), QStringLiteral("deployment.updated"));
}

void SyncEngineTest::unknownEventsDoNotStopTheStream() {
  FakeDaemon daemon;
  Console console(daemon);
  console.start();
  QVERIFY(console.waitLive());
  QTRY_COMPARE(daemon.streams(), 1);
  const auto seq = daemon.seq();
  daemon.sendRaw(FakeDaemon::frame(seq + 1, "future.kind", "{\"future\":{}}") +
                 FakeDaemon::frame(seq + 2, "conversation.updated", "not json") +
                 FakeDaemon::frame(seq + 3, "conversation.updated", "{\"conversation\":[]}") +
                 FakeDaemon::frame(seq + 4, "message.created", "{\"message\":{}}"));
  QTRY_COMPARE(console.engine.lastSeq(), seq + 4);
  QVERIFY(console.rows.empty());
  QVERIFY(console.engine.connection().live());
}

void SyncEngineTest::ticketsComeAsAListAndByEvents() {
  const auto ticket = [](const char* id) {
    wire::Ticket t;
    t.id = id;
    t.conversation_id = "a";
    t.text = id;
    t.created_at = t.last_at = 1000;
    return t;
  };
  FakeDaemon daemon;
  daemon.putTicket(ticket("t1"), false);
  auto closed = ticket("t0");
  closed.state = wire::TicketState::kDone;
  daemon.putTicket(closed, false);
  // The first of two pages; the second is the list of the daemon.
  daemon.answerNext(
      QStringLiteral("/tickets"),
      {200, R"({"items":[{"id":"t2","conversation_id":"a","text":"t2"}],"next":"more","as_of_seq":0})", {}});
  Console console(daemon);
  std::vector<std::string> open, changed;
  QSignalSpy failed(&console.engine, &SyncEngine::ticketsFailed);
  connect(&console.engine, &SyncEngine::ticketsLoaded, this, [&](const std::vector<wire::Ticket>& list) {
    open.clear();
    for (const auto& t : list) open.push_back(t.id);
  });
  connect(&console.engine, &SyncEngine::ticketChanged, this, [&](const wire::Ticket& t) {
    changed.push_back(t.id + " " + std::string(wire::name(t.state)) + " " + std::to_string(t.version));
  });
  console.start();
  QVERIFY(console.waitLive());
  QTRY_COMPARE(open, (std::vector<std::string>{"t2", "t1"}));
  QCOMPARE(daemon.requests("GET", QStringLiteral("/tickets")).at(1).query.queryItemValue(QStringLiteral("cursor")),
           QStringLiteral("more"));
  daemon.putTicket(ticket("t3"));
  QTRY_COMPARE(changed, std::vector<std::string>{"t3 open 1"});
  changed.clear();
  bool answered = false;
  console.engine.setTicketDone(QStringLiteral("t1"), true).then(this, [&](const auto& result) {
    answered = result.ok() && result->done_by == "ana";
  });
  QTRY_VERIFY(answered);
  QTRY_VERIFY(changed.size() >= 2);  // the answer and the event
  for (const auto& one : changed) QCOMPARE(one, std::string("t1 done 2"));
  daemon.answerNext(QStringLiteral("/tickets"), {503, FakeDaemon::problem(503, "unavailable", "Away."), {}});
  console.engine.refreshTickets();
  QTRY_COMPARE(failed.size(), 1);
  QCOMPARE(failed.at(0).at(0).value<ApiError>().code, QStringLiteral("unavailable"));
  QVERIFY(daemon.unexpected().isEmpty());
}
