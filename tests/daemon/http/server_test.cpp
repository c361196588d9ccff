#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <fcntl.h>
#include <filesystem>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "running_server.h"
#include "wire_client.h"

namespace hotel::http::test {
namespace {

using namespace std::chrono_literals;

boost::json::value body_of(const WireAnswer& answer) {
  return boost::json::parse(answer.body);
}
std::string code_of(const WireAnswer& answer) {
  return std::string{body_of(answer).at("code").as_string()};
}

class ServerTest : public testing::Test {
 protected:
  void start() {
    running_.add("GET", "/echo", echo);
    running_.add("POST", "/echo", echo, 4 * 1024 * 1024);
    running_.add("GET", "/c/{id}/m/{n}", echo);
    running_.start();
  }
  RunningServer running_;
};

TEST_F(ServerTest, AnswersWithTheFieldsOfEveryResponse) {
  running_.config.response_headers = {{"X-Release", "v1"}, {"X-Slot", "blue-1"}};
  start();
  const auto answer = ask(running_.port(), request("GET /echo?a=1&a=2&hub.mode=x", {"X-Request-Id: abc-123_Z"}));
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.header("X-Request-Id"), "abc-123_Z");
  EXPECT_EQ(answer.header("X-Content-Type-Options"), "nosniff");
  EXPECT_EQ(answer.header("X-Release"), "v1");
  EXPECT_EQ(answer.header("X-Slot"), "blue-1");
  EXPECT_EQ(answer.header("Content-Type"), "application/json");
  EXPECT_EQ(answer.header("Content-Length"), std::to_string(answer.body.size()));
  EXPECT_EQ(boost::json::serialize(body_of(answer).at("query")), R"([["a","1"],["a","2"],["hub.mode","x"]])");
  EXPECT_EQ(body_of(answer).at("peer"), "127.0.0.1");
}

TEST_F(ServerTest, MakesARequestIdWhenTheGivenOneWillNotDo) {
  start();
  std::vector<std::string> made;
  for (const std::string given : {"", "a b", "a;b", "\xC3\xB1"}) {
    const auto answer = ask(running_.port(), request("GET /echo", {"X-Request-Id: " + given}));
    made.push_back(answer.header("X-Request-Id"));
    EXPECT_NE(made.back(), given);
    EXPECT_GE(made.back().size(), 8U);
  }
  EXPECT_NE(made[0], made[1]);
  const std::string longest(64, 'x');
  EXPECT_EQ(ask(running_.port(), request("GET /echo", {"X-Request-Id: " + longest})).header("X-Request-Id"), longest);
  EXPECT_NE(ask(running_.port(), request("GET /echo", {"X-Request-Id: x" + longest})).header("X-Request-Id"),
            "x" + longest);
}

TEST_F(ServerTest, UnknownAddressesAndMethods) {
  start();
  const auto missing = ask(running_.port(), request("GET /nothing"));
  EXPECT_EQ(missing.status, 404);
  EXPECT_EQ(code_of(missing), "not_found");
  const auto wrong = ask(running_.port(), request("DELETE /echo"));
  EXPECT_EQ(wrong.status, 405);
  EXPECT_EQ(wrong.header("Allow"), "GET, HEAD, POST");
  EXPECT_EQ(code_of(wrong), "method_not_allowed");
  EXPECT_EQ(ask(running_.port(), request("TRACE /echo")).status, 405);
  EXPECT_EQ(ask(running_.port(), request("OPTIONS /echo")).status, 405);
}

TEST_F(ServerTest, HeadIsGetWithoutABody) {
  start();
  WireClient client{running_.port()};
  client.send(request("HEAD /echo") + request("GET /echo"));
  const auto head = client.read(true);
  EXPECT_EQ(head.status, 200);
  EXPECT_NE(head.header("Content-Length"), "0");
  const auto get = client.read();
  EXPECT_EQ(get.status, 200);
  EXPECT_EQ(body_of(get).at("method"), "GET");
}

TEST_F(ServerTest, PipelinedRequestsAreAnsweredInOrderOnOneConnection) {
  start();
  std::string all;
  for (int i = 0; i < 50; ++i) all += request("POST /echo?n=" + std::to_string(i), {}, "body " + std::to_string(i));
  for (const std::size_t piece : {std::size_t{1}, std::size_t{113}, all.size()}) {
    WireClient client{running_.port()};
    for (std::size_t at = 0; at < all.size(); at += piece)
      ASSERT_TRUE(client.send(std::string_view{all}.substr(at, piece)));
    for (int i = 0; i < 50; ++i) {
      const auto answer = client.read();
      ASSERT_EQ(answer.status, 200) << i;
      EXPECT_EQ(body_of(answer).at("body").as_string(), "body " + std::to_string(i));
      EXPECT_EQ(boost::json::serialize(body_of(answer).at("query")), "[[\"n\",\"" + std::to_string(i) + "\"]]");
    }
  }
}

TEST_F(ServerTest, ConnectionsCloseWhenTheClientSaysSo) {
  start();
  WireClient client{running_.port()};
  client.send(request("GET /echo", {"Connection: close"}) + request("GET /echo"));
  const auto answer = client.read();
  EXPECT_EQ(answer.header("Connection"), "close");
  EXPECT_TRUE(client.closed_by_server());
  WireClient old{running_.port()};
  old.send("GET /echo HTTP/1.0\r\n\r\n");
  EXPECT_EQ(old.read().status, 200);
  EXPECT_TRUE(old.closed_by_server());
}

TEST_F(ServerTest, ChunkedBodiesAreJoined) {
  start();
  WireClient client{running_.port()};
  client.send(
      "POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6;x=y\r\n world\r\n0\r\nT: "
      "v\r\n\r\n" +
      request("GET /echo"));
  EXPECT_EQ(body_of(client.read()).at("body"), "hello world");
  EXPECT_EQ(client.read().status, 200);
}

TEST_F(ServerTest, ThreeMegabytesArriveByteForByte) {
  start();
  std::string body(3 * 1024 * 1024, '\0');
  for (std::size_t i = 0; i < body.size(); ++i) body[i] = static_cast<char>('a' + i % 23);
  EXPECT_EQ(body_of(ask(running_.port(), request("POST /echo", {}, body))).at("body").as_string(), body);
  std::string chunks;
  for (std::size_t at = 0; at < body.size(); at += 0x10000) chunks += "10000\r\n" + body.substr(at, 0x10000) + "\r\n";
  const std::string head = "POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
  EXPECT_EQ(body_of(ask(running_.port(), head + chunks + "0\r\n\r\n")).at("body").as_string(), body);
}

TEST_F(ServerTest, ExpectContinueIsAnsweredBeforeTheBody) {
  start();
  WireClient client{running_.port()};
  client.send(request("POST /echo", {"Expect: 100-continue", "Content-Length: 5"}));
  EXPECT_EQ(client.read().status, 100);
  client.send("hello");
  EXPECT_EQ(body_of(client.read()).at("body"), "hello");
  WireClient refused{running_.port()};
  refused.send(request("POST /echo", {"Expect: 100-continue", "Content-Length: 5000000"}));
  EXPECT_EQ(refused.read().status, 413);
}

TEST_F(ServerTest, HandlersThatThrowEndTheirRequestNotTheConnection) {
  running_.get("/store", [](Request&) -> rt::Task<Response> {
    throw base::StoreUnavailable("secret text");
    co_return Response{};
  });
  running_.get("/error", [](Request&) -> rt::Task<Response> {
    base::Error error{wire::ErrorCode::kWindowClosed, "the window is closed", 7s};
    throw base::ErrorException(std::move(error));
    co_return Response{};
  });
  running_.get("/bug", [](Request&) -> rt::Task<Response> {
    throw std::runtime_error("secret text");
    co_return Response{};
  });
  running_.get("/number", [](Request&) -> rt::Task<Response> {
    throw 7;
    co_return Response{};
  });
  running_.get("/split", [](Request&) -> rt::Task<Response> {
    Response response = Response::text(200, "x");
    response.headers.emplace_back("X-Name", "a\r\nSet-Cookie: b");
    co_return response;
  });
  running_.get("/odd", [](Request&) -> rt::Task<Response> { co_return Response::empty(100); });
  start();
  WireClient client{running_.port()};
  const auto get = [&](const std::string& path) {
    client.send(request("GET " + path));
    auto answer = client.read();
    EXPECT_EQ(answer.body.find("secret"), std::string::npos);
    EXPECT_EQ(answer.header("Set-Cookie"), "");
    return answer;
  };
  const auto store = get("/store");
  EXPECT_EQ(store.status, 503);
  EXPECT_EQ(store.header("Retry-After"), "2");
  EXPECT_EQ(code_of(store), "unavailable");
  const auto error = get("/error");
  EXPECT_EQ(error.status, 409);
  EXPECT_EQ(error.header("Retry-After"), "7");
  EXPECT_EQ(code_of(error), "window_closed");
  for (const auto* path : {"/bug", "/number", "/split", "/odd"}) {
    const auto answer = get(path);
    EXPECT_EQ(answer.status, 500) << path;
    EXPECT_EQ(code_of(answer), "internal");
  }
  EXPECT_EQ(get("/echo").status, 200);
}

TEST_F(ServerTest, HandlersDoNotOwnTheFraming) {
  running_.get("/x", [](Request&) -> rt::Task<Response> {
    Response response = Response::text(200, "four");
    response.headers.emplace_back("Content-Length", "9");
    response.headers.emplace_back("connection", "keep-alive");
    response.headers.emplace_back("Transfer-Encoding", "chunked");
    co_return response;
  });
  running_.get("/none", [](Request&) -> rt::Task<Response> { co_return Response::empty(204); });
  start();
  WireClient client{running_.port()};
  client.send(request("GET /x") + request("GET /none") + request("GET /echo"));
  const auto answer = client.read();
  EXPECT_EQ(answer.count("Content-Length"), 1);
  EXPECT_EQ(answer.count("Transfer-Encoding"), 0);
  EXPECT_EQ(answer.body, "four");
  const auto none = client.read();
  EXPECT_EQ(none.status, 204);
  EXPECT_EQ(none.count("Content-Length"), 0);
  EXPECT_EQ(client.read().status, 200);
}

TEST_F(ServerTest, LargeAnswersArriveWhole) {
  running_.get("/large",
               [](Request&) -> rt::Task<Response> { co_return Response::text(200, std::string(5'000'000, 'z')); });
  start();
  EXPECT_EQ(ask(running_.port(), request("GET /large")).body, std::string(5'000'000, 'z'));
}

TEST_F(ServerTest, ForwardedForCountsOnlyFromTrustedProxies) {
  running_.config.trusted_proxies = {"127.0.0.0/8"};
  start();
  EXPECT_EQ(
      body_of(ask(running_.port(), request("GET /echo", {"X-Forwarded-For: 6.6.6.6", "X-Forwarded-For: 1.2.3.4"})))
          .at("peer"),
      "1.2.3.4");
  RunningServer other;
  other.get("/echo", echo);
  other.start();
  EXPECT_EQ(body_of(ask(other.port(), request("GET /echo", {"X-Forwarded-For: 1.2.3.4"}))).at("peer"), "127.0.0.1");
}

TEST_F(ServerTest, MetricsCountByGroupAndClass) {
  start();
  ask(running_.port(), request("GET /echo"));
  ask(running_.port(), request("GET /c/1/m/2"));
  ask(running_.port(), request("GET /random/path/of/an/attacker"));
  const auto count = [&](const std::string& group, const std::string& code) {
    return running_.metrics.counted("hotel_agent_http_requests_total", {{"group", group}, {"code", code}});
  };
  ASSERT_TRUE(running_.eventually([&] { return count("none", "4xx") == 1; }));
  EXPECT_EQ(count("/echo", "2xx"), 1);
  EXPECT_EQ(count("/c/{id}", "2xx"), 1);
}

TEST_F(ServerTest, ListensOnUnixSocketsAndIpv6) {
  const auto path = std::filesystem::temp_directory_path() / ("hotel-http-" + std::to_string(::getpid()) + ".sock");
  running_.config.listen.push_back({"", 0, path.string(), -1});
  running_.config.listen.push_back({"::1", 0, "", -1});
  start();
  struct stat made{};
  ASSERT_EQ(::stat(path.c_str(), &made), 0);
  EXPECT_EQ(made.st_mode & 0777U, 0666U);
  WireClient client{path.string()};
  client.send(request("GET /echo", {"X-Forwarded-For: 1.2.3.4"}));
  const auto body = body_of(client.read());
  EXPECT_EQ(body.at("unix"), true);
  EXPECT_EQ(body.at("peer"), "1.2.3.4");
  // A living neighbour's socket is not taken away, what a dead one left behind is.
  RunningServer second;
  second.config.listen = {{"", 0, path.string(), -1}};
  EXPECT_THROW(second.start(), base::ConfigError);
  running_.stop();
  EXPECT_NE(::stat(path.c_str(), &made), 0);
}

TEST_F(ServerTest, AStaleSocketIsReplacedAnotherFileIsNot) {
  const auto path =
      (std::filesystem::temp_directory_path() / ("hotel-stale-" + std::to_string(::getpid()) + ".sock")).string();
  {
    boost::asio::io_context io;
    boost::asio::local::stream_protocol::acceptor left{io, boost::asio::local::stream_protocol::endpoint{path}};
  }
  ASSERT_TRUE(std::filesystem::exists(path));
  running_.config.listen = {{"", 0, path, -1}};
  start();
  WireClient client{path};
  client.send(request("GET /echo"));
  EXPECT_EQ(client.read().status, 200);
  running_.stop();
  ASSERT_EQ(::close(::open(path.c_str(), O_CREAT | O_WRONLY, 0600)), 0);
  RunningServer second;
  second.config.listen = {{"", 0, path, -1}};
  EXPECT_THROW(second.start(), base::ConfigError);
  EXPECT_TRUE(std::filesystem::exists(path));
  std::filesystem::remove(path);
}

TEST_F(ServerTest, TakesAnInheritedSocket) {
  boost::asio::io_context io;
  boost::asio::ip::tcp::acceptor opened{io, {boost::asio::ip::address_v4::loopback(), 0}};
  running_.config.listen = {{"", 0, "", ::dup(opened.native_handle())}};
  start();
  EXPECT_EQ(running_.port(), opened.local_endpoint().port());
  EXPECT_EQ(ask(running_.port(), request("GET /echo")).status, 200);
  RunningServer second;
  second.config.listen = {{"", 0, "", STDERR_FILENO}};
  EXPECT_THROW(second.start(), base::ConfigError);
}

TEST_F(ServerTest, WrongSettingsAreTold) {
  start();
  const auto refused = [](auto change) {
    RunningServer other;
    change(other.config);
    try {
      other.start();
    } catch (const base::ConfigError& e) {
      return e.faults().at(0);
    }
    return std::string{};
  };
  EXPECT_THAT(refused([&](auto& c) { c.listen = {{"127.0.0.1", running_.port(), "", -1}}; }),
              testing::StartsWith("LISTEN"));
  EXPECT_THAT(refused([](auto& c) { c.listen = {{"localhost", 1, "", -1}}; }), testing::StartsWith("LISTEN"));
  EXPECT_THAT(refused([](auto& c) { c.trusted_proxies = {"10.0.0.1/8"}; }), testing::StartsWith("TRUSTED_PROXIES"));
  EXPECT_THAT(refused([](auto& c) { c.tls_cert_file = "/x"; }), testing::StartsWith("TLS_CERT_FILE"));
}

TEST_F(ServerTest, DrainingRefusesAllButHealth) {
  Route health;
  health.method = "GET";
  health.pattern = "/health";
  health.access = Access::kPublic;
  health.while_draining = true;
  health.handler = echo;
  running_.router.add(std::move(health));
  start();
  WireClient kept{running_.port()};
  kept.send(request("GET /echo"));
  EXPECT_EQ(kept.read().status, 200);
  running_.on_thread([&] { running_.server->begin_drain(); });
  kept.send(request("POST /echo", {"Content-Length: 1000"}));
  const auto refused = kept.read();
  EXPECT_EQ(refused.status, 503);
  EXPECT_EQ(refused.header("Connection"), "close");
  EXPECT_EQ(code_of(refused), "unavailable");
  EXPECT_TRUE(kept.closed_by_server());
  EXPECT_EQ(ask(running_.port(), request("GET /health")).status, 200);
  EXPECT_EQ(ask(running_.port(), request("GET /nothing")).status, 503);
}

TEST_F(ServerTest, StopWaitsForRequestsUnderWay) {
  rt::Notifier go;
  running_.get("/slow", [&go](Request&) -> rt::Task<Response> {
    co_await go.wait(go.generation(), 30s);
    co_return Response::text(200, "done");
  });
  start();
  WireClient idle{running_.port()};
  idle.send(request("GET /echo"));
  idle.read();
  WireClient client{running_.port()};
  client.send(request("GET /slow"));
  ASSERT_TRUE(running_.eventually([&] { return running_.server->requests_in_flight() == 1; }));
  auto stopped = boost::asio::co_spawn(running_.io(), running_.server->stop(10s), boost::asio::use_future);
  EXPECT_TRUE(idle.closed_by_server());
  running_.on_thread([&] { go.notify(); });
  const auto answer = client.read();
  EXPECT_EQ(answer.body, "done");
  EXPECT_EQ(answer.header("Connection"), "close");
  EXPECT_EQ(stopped.wait_for(5s), std::future_status::ready);
  EXPECT_EQ(ask(running_.port(), request("GET /echo")).kind, WireAnswer::Kind::kClosed);
}

TEST_F(ServerTest, StopCutsWhatTakesTooLong) {
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
  WireClient client{running_.port()};
  client.send(request("GET /forever"));
  ASSERT_TRUE(running_.eventually([&] { return running_.server->requests_in_flight() == 1; }));
  running_.stop(50ms);
  EXPECT_TRUE(cancelled);
  EXPECT_TRUE(client.closed_by_server());
}

}  // namespace
}  // namespace hotel::http::test
