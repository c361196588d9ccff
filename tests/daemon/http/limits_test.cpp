// Time and size: slow, large and many.
#include "running_server.h"
#include "wire_client.h"

namespace hotel::http::test {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

class LimitsTest : public testing::Test {
 protected:
  void start() {
    running_.add("GET", "/echo", echo);
    running_.add("POST", "/echo", echo, 100'000);
    running_.start();
  }
  RunningServer running_;
};

TEST_F(LimitsTest, ABodyAboveTheLimitIsRefusedBeforeItIsRead) {
  start();
  for (const auto* length : {"100001", "1073741824", "18446744073709551615"}) {
    WireClient client{running_.port()};
    client.send(request("POST /echo", {std::string{"Content-Length: "} + length}));
    const auto answer = client.read();
    EXPECT_EQ(answer.status, 413) << length;
    EXPECT_EQ(boost::json::parse(answer.body).at("code"), "too_large");
    EXPECT_EQ(answer.header("Connection"), "close");
  }
  EXPECT_EQ(ask(running_.port(), request("POST /echo", {}, std::string(100'000, 'a'))).status, 200);
}

TEST_F(LimitsTest, AClientThatSendsOnRegardlessStillSeesTheAnswer) {
  start();
  WireClient client{running_.port()};
  client.send(request("POST /echo", {"Content-Length: 1073741824"}));
  const std::string piece(1024 * 1024, 'x');
  int sent = 0;
  while (sent < 4 && client.send(piece)) ++sent;
  EXPECT_EQ(client.read().status, 413);
}

TEST_F(LimitsTest, AChunkedBodyAboveTheLimitIsRefusedAtTheChunkThatAnnouncesIt) {
  start();
  WireClient client{running_.port()};
  client.send("POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n40000000\r\n");
  EXPECT_EQ(client.read().status, 413);
  EXPECT_TRUE(client.closed_by_server());
}

TEST_F(LimitsTest, TheHeadHasALimitOfBytesAndFields) {
  running_.config.limits.header_bytes = 2000;
  start();
  const std::string fits(1900, 'a');
  EXPECT_EQ(ask(running_.port(), request("GET /echo", {"X: " + fits})).status, 200);
  const auto large = ask(running_.port(), request("GET /echo", {"X: " + fits + fits}));
  EXPECT_EQ(large.status, 431);
  EXPECT_EQ(boost::json::parse(large.body).at("code"), "headers_too_large");
}

TEST_F(LimitsTest, ASlowHeadIsCutAndToldSo) {
  running_.config.limits.header = 100ms;
  start();
  WireClient client{running_.port()};
  client.send("GET /echo HTTP/1.1\r\nHost: h\r\n");
  const auto began = Clock::now();
  const auto answer = client.read();
  EXPECT_EQ(answer.status, 408);
  EXPECT_GE(Clock::now() - began, 50ms);
  EXPECT_TRUE(client.closed_by_server());
}

TEST_F(LimitsTest, DribblingDoesNotProlongTheDeadline) {
  running_.config.limits.header = 200ms;
  start();
  WireClient client{running_.port()};
  client.send("GET /echo HTTP/1.1\r\nHost: h\r\nX: ");
  const auto began = Clock::now();
  std::thread dribble([&] {
    while (client.send("a")) std::this_thread::yield();
  });
  const auto answer = client.read();
  EXPECT_TRUE(answer.status == 408 || answer.status == 431 || answer.kind == WireAnswer::Kind::kClosed)
      << answer.status;
  EXPECT_LT(Clock::now() - began, 5s);
  dribble.join();
}

TEST_F(LimitsTest, ASlowBodyIsCutAndToldSo) {
  running_.config.limits.body = 100ms;
  start();
  for (const auto* head : {"POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\nhal",
                           "POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhal"}) {
    WireClient client{running_.port()};
    client.send(head);
    EXPECT_EQ(client.read().status, 408);
    EXPECT_TRUE(client.closed_by_server());
  }
}

TEST_F(LimitsTest, IdleConnectionsAreClosedWithoutAWord) {
  running_.config.limits.idle = 100ms;
  start();
  WireClient fresh{running_.port()};
  EXPECT_EQ(fresh.read().kind, WireAnswer::Kind::kClosed);
  WireClient used{running_.port()};
  used.send(request("GET /echo"));
  EXPECT_EQ(used.read().status, 200);
  EXPECT_TRUE(used.closed_by_server());
}

TEST_F(LimitsTest, AHandlerThatTakesTooLongIsCancelled) {
  running_.config.limits.handler = 100ms;
  bool cancelled = false;
  running_.get("/forever", [&cancelled](Request&) -> rt::Task<Response> {
    try {
      co_await rt::sleep(1h);
    } catch (const boost::system::system_error&) {
      cancelled = true;
      throw;
    }
    co_return Response{};
  });
  start();
  const auto answer = ask(running_.port(), request("GET /forever"));
  EXPECT_EQ(answer.status, 503);
  EXPECT_EQ(boost::json::parse(answer.body).at("code"), "unavailable");
  EXPECT_TRUE(running_.on_thread([&] { return cancelled; }));
  EXPECT_EQ(ask(running_.port(), request("GET /echo")).status, 200);
}

TEST_F(LimitsTest, AClientThatDisappearsInItsBodyLeavesNothingBehind) {
  start();
  {
    WireClient client{running_.port()};
    client.send(request("POST /echo", {"Content-Length: 1000"}) + "some");
    ASSERT_TRUE(running_.eventually([&] { return running_.server->requests_in_flight() == 1; }));
  }
  EXPECT_TRUE(running_.eventually([&] { return running_.server->requests_in_flight() == 0; }));
}

// 400 connections hold their heads open while good requests come: all are served, quickly.
TEST_F(LimitsTest, SlowHeadersKeepNobodyOut) {
  start();
  std::vector<WireClient> held;
  for (int i = 0; i < 400; ++i) {
    held.emplace_back(running_.port());
    ASSERT_TRUE(held.back().send("POST /x HTTP/1.1\r\nHost: a\r\nX: "));
  }
  for (int round = 0; round < 100; ++round) {
    for (std::size_t i = 0; i < held.size(); i += 7) held[i].send("a");
    const auto began = Clock::now();
    ASSERT_EQ(ask(running_.port(), request("POST /echo", {}, "hola")).status, 200) << round;
    EXPECT_LT(Clock::now() - began, 4s);  // below the header deadline, which frees the others
  }
}

// With fewer places than attackers the oldest unfinished head gives way; a connection that has been served is spared.
TEST_F(LimitsTest, AtTheLimitTheOldestUnfinishedHeadGivesWay) {
  running_.config.limits.connections = 64;
  start();
  WireClient good{running_.port()};
  good.send(request("GET /echo"));
  ASSERT_EQ(good.read().status, 200);
  std::vector<WireClient> held;
  for (int i = 0; i < 400; ++i) {
    held.emplace_back(running_.port());
    held.back().send("POST /x HTTP/1.1\r\nHost: a\r\nX: ");
  }
  for (int round = 0; round < 20; ++round)
    ASSERT_EQ(ask(running_.port(), request("POST /echo", {}, "hola")).status, 200) << round;
  EXPECT_TRUE(held.front().closed_by_server());
  good.send(request("GET /echo"));
  EXPECT_EQ(good.read().status, 200);
}

TEST_F(LimitsTest, AtTheLimitThoseWhoAreServedStay) {
  running_.config.limits.connections = 2;
  rt::Notifier go;
  running_.get("/slow", [&go](Request&) -> rt::Task<Response> {
    co_await go.wait(go.generation(), 30s);
    co_return Response::text(200, "done");
  });
  start();
  WireClient first{running_.port()}, second{running_.port()};
  first.send(request("GET /slow"));
  second.send(request("GET /slow"));
  ASSERT_TRUE(running_.eventually([&] { return running_.server->requests_in_flight() == 2; }));
  EXPECT_EQ(ask(running_.port(), request("GET /echo")).kind, WireAnswer::Kind::kClosed);
  running_.on_thread([&] { go.notify(); });
  EXPECT_EQ(first.read().status, 200);
  EXPECT_EQ(second.read().status, 200);
}

}  // namespace
}  // namespace hotel::http::test
