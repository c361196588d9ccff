#include "event_stream_test.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "core/event_stream.h"
#include "core/trust.h"
#include "support_qt/fake_daemon.h"
#include "support_qt/manual_clock.h"
#include "support_qt/samples.h"

using namespace hotel;
using namespace hotel::guicore;
using support_qt::FakeDaemon;
using namespace std::chrono_literals;

namespace {

struct Line {
  QTemporaryDir folder;
  FakeDaemon daemon;
  support_qt::ManualClock clock;
  Trust trust{folder.filePath(QStringLiteral("trust.ini"))};
  EventStream stream{trust, clock, [] { return 0.5; }};
  QSignalSpy received{&stream, &EventStream::received};
  QSignalSpy lost{&stream, &EventStream::lost};
  QSignalSpy opened{&stream, &EventStream::opened};

  void start(qint64 seq = 0) {
    stream.start(QUrl(daemon.url().toString() + QStringLiteral("/api/v1/events")), daemon.token, seq);
  }
  QList<qint64> numbers() const {
    QList<qint64> out;
    for (const auto& one : received) out << one.at(0).toLongLong();
    return out;
  }
};

}  // namespace

void EventStreamTest::deliversEventsCutAtEveryByte() {
  Line line;
  line.start();
  QTRY_COMPARE(line.daemon.streams(), 1);
  QTRY_COMPARE(line.opened.size(), 1);
  const auto longest = FakeDaemon::frame(1, "message.created", "{\"a\":\"ñ\"}").size();
  for (qsizetype cut = 1; cut < longest; ++cut) {
    QByteArray frame = FakeDaemon::frame(cut, "message.created", "{\"a\":\"ñ\"}");
    line.daemon.sendRaw(frame.left(cut));
    QSignalSpy bytes(&line.stream, &EventStream::bytes);
    QTRY_VERIFY(!bytes.isEmpty());  // the first part has come alone
    QCOMPARE(line.received.size(), cut - 1);
    line.daemon.sendRaw(frame.mid(cut));
    QTRY_COMPARE(line.received.size(), cut);
    QCOMPARE(line.received.back().at(2).toByteArray(), QByteArray("{\"a\":\"ñ\"}"));
  }
}

void EventStreamTest::understandsCarriageReturnsCommentsAndManyAtOnce() {
  Line line;
  line.start();
  QTRY_COMPARE(line.daemon.streams(), 1);
  line.daemon.sendRaw(
      ": heartbeat\n\nid: 1\r\nevent: a.b\r\ndata: x\r\ndata: y\r\n\r\nid: 2\revent: c.d\rdata: z\r\r: "
      "heartbeat\r\nid: 3\nevent: e.f\ndata:w\n\n");
  QTRY_COMPARE(line.received.size(), 3);
  QCOMPARE(line.received[0].at(1).toString(), QStringLiteral("a.b"));
  QCOMPARE(line.received[0].at(2).toByteArray(), QByteArray("x\ny"));
  QCOMPARE(line.received[2].at(2).toByteArray(), QByteArray("w"));
  QCOMPARE(line.stream.lastSeq(), 3);
}

void EventStreamTest::dropsWhatItHasSeen() {
  Line line;
  line.daemon.setSeq(5);
  line.start(5);
  QTRY_COMPARE(line.daemon.streams(), 1);
  line.daemon.sendRaw(FakeDaemon::frame(7, "a.b", "7") + FakeDaemon::frame(7, "a.b", "7") +
                      FakeDaemon::frame(6, "a.b", "6") + "event: a.b\ndata: unnumbered\n\n" +
                      FakeDaemon::frame(8, "a.b", "8"));
  QTRY_COMPARE(line.stream.lastSeq(), 8);
  QCOMPARE(line.numbers(), (QList<qint64>{7, 8}));
}

void EventStreamTest::resumesAfterACut() {
  Line line;
  line.start();
  for (int i = 1; i <= 3; ++i) line.daemon.emitEvent("a.b", {}, 1);
  QTRY_COMPARE(line.numbers(), (QList<qint64>{1, 2, 3}));
  line.daemon.cutStreams();
  QTRY_COMPARE(line.lost.size(), 1);
  QCOMPARE(line.lost.front().at(0).toInt(), 500);
  line.daemon.emitEvent("a.b", {}, 1);  // while nobody listens
  line.clock.advance(499ms);
  QCOMPARE(line.daemon.requests().size(), std::size_t{1});
  line.clock.advance(1ms);
  QTRY_COMPARE(line.numbers(), (QList<qint64>{1, 2, 3, 4}));
  QCOMPARE(line.daemon.requests().back().headers.value("last-event-id"), QByteArray("3"));
  // Refused connections make the pauses longer.
  line.daemon.close();
  QTRY_COMPARE(line.lost.size(), 2);
  line.clock.advance(10s);
  QTRY_COMPARE(line.lost.size(), 3);
  QVERIFY(line.lost[2].at(0).toInt() > line.lost[1].at(0).toInt());
  line.daemon.listen();
  line.stream.reconnectNow();
  QTRY_COMPARE(line.daemon.streams(), 1);
  line.daemon.emitEvent("a.b", {}, 1);
  QTRY_COMPARE(line.stream.lastSeq(), 5);
}

void EventStreamTest::silenceEndsTheConnection() {
  Line line;
  line.stream.setSilence(200ms);
  line.start();
  QTRY_COMPARE(line.daemon.streams(), 1);
  QTRY_COMPARE(line.lost.size(), 1);  // nothing came: the watchdog of the real network stack
}

void EventStreamTest::obeysRetryAfter() {
  Line line;
  line.daemon.streamAnswerNext({503, FakeDaemon::problem(503, "unavailable"), {{"Retry-After", "20"}}});
  line.start();
  QTRY_COMPARE(line.lost.size(), 1);
  QCOMPARE(line.lost.front().at(0).toInt(), 20'000);
  QVERIFY(line.opened.isEmpty());
  line.clock.advance(19s);
  QCOMPARE(line.daemon.requests().size(), std::size_t{1});
  line.clock.advance(1s);
  QTRY_COMPARE(line.opened.size(), 1);
  line.daemon.sendRaw("retry: 4000\n\n");
  line.daemon.emitEvent("a.b", {}, 1);
  QTRY_COMPARE(line.stream.lastSeq(), 1);
  line.daemon.cutStreams();
  QTRY_COMPARE(line.lost.size(), 2);
  QCOMPARE(line.lost.back().at(0).toInt(), 4'000);
}

void EventStreamTest::stopsAtRefusals_data() {
  QTest::addColumn<int>("status");
  QTest::addColumn<QByteArray>("type");
  QTest::addColumn<QByteArray>("outcome");
  QTest::newRow("401") << 401 << QByteArray("application/problem+json") << QByteArray("unauthorized");
  QTest::newRow("404") << 404 << QByteArray("text/html") << QByteArray("incompatible");
  QTest::newRow("302") << 302 << QByteArray("text/html") << QByteArray("incompatible");
  QTest::newRow("html") << 200 << QByteArray("text/html") << QByteArray("incompatible");
  QTest::newRow("409") << 409 << QByteArray("application/problem+json") << QByteArray("reset");
}

void EventStreamTest::stopsAtRefusals() {
  QFETCH(int, status);
  QFETCH(QByteArray, type);
  QFETCH(QByteArray, outcome);
  Line line;
  QByteArray told;
  connect(&line.stream, &EventStream::unauthorized, this, [&] { told += "unauthorized"; });
  connect(&line.stream, &EventStream::incompatible, this, [&] { told += "incompatible"; });
  connect(&line.stream, &EventStream::resetAsked, this, [&] { told += "reset"; });
  line.daemon.streamAnswerNext({status, "<html></html>", {{"Content-Type", type}, {"Location", "/elsewhere"}}});
  line.start();
  QTRY_COMPARE(told, outcome);
  QVERIFY(!line.stream.running());
  QCOMPARE(line.clock.running(), 0);  // no retry is planned
  QCOMPARE(line.lost.size(), 0);
  QCOMPARE(line.daemon.requests().size(), std::size_t{1});
}

void EventStreamTest::stopsAtReset() {
  Line line;
  line.daemon.setSeq(10);
  QSignalSpy reset(&line.stream, &EventStream::resetAsked);
  line.start(99);
  QTRY_COMPARE(reset.size(), 1);
  QVERIFY(!line.stream.running());
  QVERIFY(line.received.isEmpty());
}

void EventStreamTest::sendsTheRightHeaders() {
  Line line;
  line.start(-1);
  QTRY_COMPARE(line.daemon.streams(), 1);
  const auto& headers = line.daemon.requests().front().headers;
  QCOMPARE(headers.value("accept"), QByteArray("text/event-stream"));
  QCOMPARE(headers.value("accept-encoding"), QByteArray("identity"));
  QVERIFY(!headers.contains("last-event-id"));
  QVERIFY(headers.value("user-agent").startsWith("hotel-console/"));
}

void EventStreamTest::canBeStoppedInsideAnEvent() {
  Line line;
  connect(&line.stream, &EventStream::received, &line.stream, [&](qint64 seq) {
    if (seq == 2) line.stream.stop();
  });
  line.start();
  QTRY_COMPARE(line.daemon.streams(), 1);
  line.daemon.sendRaw(FakeDaemon::frame(1, "a.b", "1") + FakeDaemon::frame(2, "a.b", "2") +
                      FakeDaemon::frame(3, "a.b", "3"));
  QTRY_VERIFY(!line.stream.running());
  QTRY_COMPARE(line.daemon.streams(), 0);
  QCOMPARE(line.numbers(), (QList<qint64>{1, 2}));
}
