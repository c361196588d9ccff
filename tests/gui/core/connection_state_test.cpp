#include "connection_state_test.h"

#include <QTest>

#include "core/connection_state.h"
#include "core/event_stream.h"

using namespace hotel::guicore;
using namespace std::chrono_literals;

namespace {
constexpr hotel::wire::Millis kStart = 1'790'000'000'000;  // 2026-09-21T14:13:20Z
}

void ConnectionStateTest::goesLiveWithBytesOnly() {
  ConnectionState state;
  QCOMPARE(state.link(), Link::kSignedOut);
  QVERIFY(!state.whyNoSending(kStart).isEmpty());
  QVERIFY(state.signedIn(kStart));
  QCOMPARE(state.link(), Link::kConnecting);
  QVERIFY(!state.maySend());
  QVERIFY(!state.resyncStarted());
  QVERIFY(!state.resyncFinished());  // a snapshot alone is no connection
  QCOMPARE(state.link(), Link::kConnecting);
  QVERIFY(state.bytes(kStart));
  QVERIFY(state.live());
  QVERIFY(state.whyNoSending(kStart).isEmpty());
  QVERIFY(!state.bytes(kStart + 1));
}

void ConnectionStateTest::countsDownAndGoesOffline() {
  ConnectionState state;
  state.signedIn(kStart);
  state.bytes(kStart);
  QVERIFY(state.lost(kStart, 3s));
  QCOMPARE(state.text(kStart), QStringLiteral("Reconnecting (3 s)"));
  QVERIFY(state.tick(kStart + 1000));
  QCOMPARE(state.text(kStart + 1000), QStringLiteral("Reconnecting (2 s)"));
  QCOMPARE(state.text(kStart + 9000), QStringLiteral("Reconnecting…"));
  QVERIFY(!state.maySend());
  QVERIFY(state.tick(kStart + 30'000));
  QCOMPARE(state.link(), Link::kOffline);
  QCOMPARE(state.offlineSince(), std::optional(kStart));
  QVERIFY(state.text(kStart + 30'000).startsWith(QStringLiteral("Offline since ")));
  QVERIFY(!state.lost(kStart + 40'000, 5s));  // a failed try does not make it look better
  QCOMPARE(state.link(), Link::kOffline);
  QVERIFY(state.bytes(kStart + 50'000));
  QVERIFY(state.live());
  QVERIFY(!state.offlineSince());
}

void ConnectionStateTest::showsResyncOnlyWhileUp() {
  ConnectionState state;
  state.signedIn(kStart);
  state.bytes(kStart);
  QVERIFY(state.resyncStarted());
  QCOMPARE(state.link(), Link::kResyncing);
  QVERIFY(state.maySend());
  state.lost(kStart, 1s);
  QCOMPARE(state.link(), Link::kReconnecting);
  QVERIFY(!state.resyncFinished());
  QCOMPARE(state.link(), Link::kReconnecting);
  state.bytes(kStart + 1000);
  QVERIFY(state.live());
}

void ConnectionStateTest::staysSignedOut() {
  ConnectionState state;
  state.signedIn(kStart);
  state.bytes(kStart);
  QVERIFY(state.signedOut());
  QVERIFY(!state.bytes(kStart + 1));
  QVERIFY(!state.lost(kStart + 1, 1s));
  QCOMPARE(state.link(), Link::kSignedOut);
  QVERIFY(state.signedIn(kStart + 2));
  QVERIFY(state.versionMismatch());
  QVERIFY(!state.maySend());
}

void ConnectionStateTest::survivesClockChanges() {
  ConnectionState state;
  state.signedIn(kStart);
  state.bytes(kStart);
  state.lost(kStart, 1s);
  QVERIFY(state.lost(kStart - 3'600'000, 1s));  // set back by an hour: not «offline» for ever, not in the future
  QCOMPARE(state.link(), Link::kReconnecting);
  QCOMPARE(state.retrySeconds(kStart - 3'600'000), 1);
}

void ConnectionStateTest::detectsJumps() {
  JumpDetector jump;
  QVERIFY(!jump.jumped(kStart, 0ms));
  QVERIFY(!jump.jumped(kStart + 1000, 1000ms));
  QVERIFY(!jump.jumped(kStart + 9000, 2000ms));    // within tolerance
  QVERIFY(jump.jumped(kStart + 600'000, 3000ms));  // slept
  QVERIFY(!jump.jumped(kStart + 601'000, 4000ms));
  QVERIFY(jump.jumped(kStart, 5000ms));             // set back
  QVERIFY(jump.jumped(kStart + 60'000, 65'000ms));  // both went on, but nobody called: the process was stopped
}

void ConnectionStateTest::policyGrowsWithJitter() {
  double chance = 0.999;
  ReconnectPolicy policy([&] { return chance; });
  QList<qint64> waits;
  for (int i = 0; i < 8; ++i) waits << policy.next().count();
  QVERIFY(std::is_sorted(waits.begin(), waits.end()));
  QVERIFY(waits.front() < 1000 && waits.front() > 990);
  QVERIFY(waits.back() <= 30'000 && waits.back() > 29'000);
  chance = 0.0;
  QCOMPARE(policy.next(), 0ms);
  chance = 0.999;
  policy.lasted(59s);
  QVERIFY(policy.next() > 29s);
  policy.lasted(60s);
  QVERIFY(policy.next() < 1s);
}
