#include "http/client.h"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_future.hpp>
#include <filesystem>
#include <fstream>
#include <list>
#include <sys/stat.h>

#include "certificate.h"
#include "running_server.h"
#include "support/peer/peer.h"

namespace hotel::http::test {
namespace {

using namespace std::chrono_literals;
using hotel::test::Peer;
using hotel::test::PeerReply;
using hotel::test::PeerRequest;
using Kind = ClientResponse::Kind;
using Fault = PeerReply::Fault;
using Framing = PeerReply::Framing;

class ClientTest : public testing::Test {
 protected:
  ClientResponse send(ClientRequest request) {
    auto result = boost::asio::co_spawn(io_, client_.send(std::move(request)), boost::asio::use_future);
    io_.restart();
    while (result.wait_for(0s) != std::future_status::ready) io_.run_one();
    return result.get();
  }
  ClientResponse get(const std::string& target = "/x") {
    ClientRequest request;
    request.url = peer_.url(target);
    return send(std::move(request));
  }
  ClientResponse post(std::string body = "{}") {
    ClientRequest request;
    request.method = "POST";
    request.url = peer_.url("/x");
    request.body = std::move(body);
    return send(std::move(request));
  }

  boost::asio::io_context io_;
  Client client_{io_, {}};
  Peer peer_;
};

TEST_F(ClientTest, SendsWhatItWasGivenAndReadsTheAnswer) {
  auto reply = PeerReply::json(201, R"({"id":1})");
  reply.headers.emplace_back("X-Twice", "a");
  reply.headers.emplace_back("X-Twice", "b");
  peer_.expect("POST", "/v1/messages?a=b%20c", std::move(reply));
  ClientRequest request;
  request.method = "POST";
  request.url = peer_.url("/v1/messages?a=b%20c");
  request.headers = {{"Authorization", "Bearer t"},
                     {"Content-Type", "application/json"},
                     {"Host", "evil"},
                     {"content-length", "1"},
                     {"Connection", "close"}};
  request.body = "{\"text\":\"hola\"}";
  const auto answer = send(std::move(request));
  EXPECT_EQ(answer.kind, Kind::kAnswer);
  EXPECT_EQ(answer.status, 201);
  EXPECT_EQ(answer.body, R"({"id":1})");
  EXPECT_EQ(answer.header("x-twice"), "a");
  EXPECT_EQ(answer.fault, "");
  const auto seen = peer_.requests().at(0);
  EXPECT_EQ(seen.body, "{\"text\":\"hola\"}");
  EXPECT_EQ(seen.header("Host"), "127.0.0.1:" + std::to_string(peer_.port()));
  EXPECT_EQ(seen.header("Content-Length"), "15");
  EXPECT_EQ(seen.header("Authorization"), "Bearer t");
  EXPECT_EQ(seen.header("User-Agent"), "hotel-agent");
  EXPECT_EQ(seen.header("Connection"), "");
}

TEST_F(ClientTest, ReadsEveryFraming) {
  const std::string body(3 * 1024 * 1024, 'b');
  for (const auto framing : {Framing::kLength, Framing::kChunked, Framing::kUntilClose}) {
    auto reply = PeerReply::json(200, body);
    reply.framing = framing;
    peer_.expect("GET", "/x", std::move(reply));
    const auto answer = get();
    EXPECT_EQ(answer.kind, Kind::kAnswer);
    EXPECT_EQ(answer.body, body);
  }
}

TEST_F(ClientTest, StatusesAreAnswersAndRedirectsAreNotFollowed) {
  for (const int status : {204, 301, 302, 400, 404, 429, 500, 503}) {
    auto reply = PeerReply::json(status, status == 204 ? "" : "{}");
    if (status / 100 == 3) reply.headers.emplace_back("Location", peer_.url("/elsewhere"));
    if (status == 204) reply.framing = Framing::kLength;
    peer_.expect("GET", "/x", std::move(reply));
    const auto answer = get();
    EXPECT_EQ(answer.kind, Kind::kAnswer);
    EXPECT_EQ(answer.status, status);
  }
  EXPECT_EQ(peer_.requests().size(), 8U);
}

TEST_F(ClientTest, HeadHasNoBody) {
  peer_.expect("HEAD", "/x", PeerReply::json(200, "12345"));
  peer_.expect("GET", "/x", PeerReply::json(200, "12345"));
  ClientRequest request;
  request.method = "HEAD";
  request.url = peer_.url("/x");
  const auto answer = send(std::move(request));
  EXPECT_EQ(answer.kind, Kind::kAnswer);
  EXPECT_EQ(answer.header("Content-Length"), "5");
  EXPECT_EQ(answer.body, "");
  EXPECT_EQ(get().body, "12345");
  EXPECT_EQ(peer_.connections(), 1);
}

TEST_F(ClientTest, InterimAnswersAreSkipped) {
  PeerReply reply = PeerReply::failing(Fault::kRaw);
  reply.raw =
      "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: "
      "2\r\n\r\nok";
  peer_.expect("GET", "/x", std::move(reply));
  const auto answer = get();
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body, "ok");
  EXPECT_EQ(answer.header("Link"), "");
}

// The heart of it: how far a request got.
TEST_F(ClientTest, WhatNeverLeftIsNotSent) {
  const auto kind = [&](const std::string& url) {
    ClientRequest request;
    request.method = "POST";
    request.url = url;
    request.body = "x";
    request.connect_timeout = 300ms;
    const auto answer = send(std::move(request));
    EXPECT_FALSE(answer.fault.empty()) << url;
    return answer.kind;
  };
  EXPECT_EQ(kind("http://127.0.0.1:" + std::to_string(hotel::test::refused_port()) + "/"), Kind::kNotSent);
  EXPECT_EQ(kind("http://nowhere.invalid/"), Kind::kNotSent);
  EXPECT_EQ(kind("not a url"), Kind::kNotSent);
  EXPECT_EQ(kind("https://127.0.0.1:" + std::to_string(peer_.port()) + "/"), Kind::kNotSent);  // speaks no TLS
  EXPECT_TRUE(peer_.requests().empty());
}

TEST_F(ClientTest, WhatLeftAndBrokeIsInterrupted) {
  for (const auto fault : {Fault::kCutBeforeAnswer, Fault::kResetBeforeAnswer, Fault::kCutInHead, Fault::kCutInBody}) {
    for (const bool repeatable : {false, true}) {
      auto reply = PeerReply::json(200, std::string(1000, 'x'));
      reply.fault = fault;
      reply.cut_after = 500;
      peer_.expect(repeatable ? "GET" : "POST", "/x", std::move(reply));
      const auto answer = repeatable ? get() : post();
      EXPECT_EQ(answer.kind, Kind::kInterrupted) << static_cast<int>(fault);
      EXPECT_EQ(answer.status, 0);
      EXPECT_EQ(answer.body, "");
      EXPECT_FALSE(answer.fault.empty());
    }
  }
  EXPECT_EQ(peer_.requests().size(), 8U);  // none was sent twice
}

TEST_F(ClientTest, ACutChunkedAnswerIsInterrupted) {
  auto reply = PeerReply::json(200, std::string(5000, 'x'));
  reply.framing = Framing::kChunked;
  reply.fault = Fault::kCutInBody;
  reply.cut_after = 3000;
  peer_.expect("POST", "/x", std::move(reply));
  EXPECT_EQ(post().kind, Kind::kInterrupted);
}

TEST_F(ClientTest, GarbageIsInterrupted) {
  for (const std::string raw :
       {"nonsense\r\n\r\n", "HTTP/1.1 2x0 OK\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "\x16\x03\x01"}) {
    auto reply = PeerReply::failing(Fault::kRaw);
    reply.raw = raw;
    peer_.expect("POST", "/x", std::move(reply));
    EXPECT_EQ(post().kind, Kind::kInterrupted) << raw;
  }
}

TEST_F(ClientTest, AnEndlessHeadIsInterrupted) {
  auto reply = PeerReply::failing(Fault::kRaw);
  reply.raw = "HTTP/1.1 200 OK\r\nX: " + std::string(200'000, 'a') + "\r\n\r\n";
  peer_.expect("GET", "/x", std::move(reply));
  EXPECT_EQ(get().kind, Kind::kInterrupted);
}

TEST_F(ClientTest, DeadlinesHold) {
  peer_.expect("POST", "/x", PeerReply::failing(Fault::kHang));
  ClientRequest request;
  request.method = "POST";
  request.url = peer_.url("/x");
  request.total_timeout = 150ms;
  const auto answer = send(std::move(request));
  EXPECT_EQ(answer.kind, Kind::kInterrupted);
  EXPECT_THAT(answer.fault, testing::HasSubstr("time over"));
  EXPECT_GE(answer.took, 150ms);
  EXPECT_LT(answer.took, 5s);
}

TEST_F(ClientTest, AConnectThatIsNotAnsweredIsNotSent) {
  // A listener whose queue is full answers no further SYN.
  boost::asio::io_context other;
  boost::asio::ip::tcp::acceptor full{other};
  full.open(boost::asio::ip::tcp::v4());
  full.bind({boost::asio::ip::address_v4::loopback(), 0});
  full.listen(0);
  std::list<boost::asio::ip::tcp::socket> queue;
  for (int i = 0; i < 8; ++i) queue.emplace_back(other);
  ClientRequest request;
  request.method = "POST";
  request.url = "http://127.0.0.1:" + std::to_string(full.local_endpoint().port()) + "/";
  request.connect_timeout = 150ms;
  for (auto& socket : queue) socket.async_connect(full.local_endpoint(), [](auto) {});
  other.poll();
  const auto answer = send(std::move(request));
  EXPECT_EQ(answer.kind, Kind::kNotSent);
  EXPECT_THAT(answer.fault, testing::HasSubstr("time over"));
}

TEST_F(ClientTest, KeepsConnectionsPerHost) {
  peer_.always("GET", "/", [](const PeerRequest&) { return PeerReply::json(200, "{}"); });
  peer_.always("POST", "/", [](const PeerRequest&) { return PeerReply::json(200, "{}"); });
  for (int i = 0; i < 5; ++i) {
    EXPECT_EQ(get().kind, Kind::kAnswer);
    EXPECT_EQ(post().kind, Kind::kAnswer);
  }
  EXPECT_EQ(peer_.connections(), 1);
}

TEST_F(ClientTest, DoesNotKeepWhatThePeerCloses) {
  for (int i = 0; i < 2; ++i) {
    auto reply = PeerReply::json(200, "{}");
    reply.say_close = true;
    peer_.expect("POST", "/x", std::move(reply));
    EXPECT_EQ(post().kind, Kind::kAnswer);
  }
  EXPECT_EQ(peer_.connections(), 2);
}

// The kept connection dies exactly when it is used again: the peer reads the second request and closes without a byte.
TEST_F(ClientTest, AKeptConnectionThatDiesIsReplacedForGetOnly) {
  peer_.expect("GET", "/x", PeerReply::json(200, "{}"));
  EXPECT_EQ(get().kind, Kind::kAnswer);
  peer_.expect("POST", "/x", PeerReply::failing(Fault::kCutBeforeAnswer));
  EXPECT_EQ(post().kind, Kind::kInterrupted);
  EXPECT_EQ(peer_.requests().size(), 2U);

  peer_.expect("GET", "/x", PeerReply::json(200, "{}"));
  EXPECT_EQ(get().kind, Kind::kAnswer);
  peer_.expect("GET", "/x", PeerReply::failing(Fault::kCutBeforeAnswer));
  peer_.expect("GET", "/x", PeerReply::json(200, "second"));
  EXPECT_EQ(get().body, "second");
  EXPECT_EQ(peer_.requests().size(), 5U);
}

TEST_F(ClientTest, ASilentlyClosedConnectionIsSeenBeforeItIsUsed) {
  for (int i = 0; i < 20; ++i) {
    auto reply = PeerReply::json(200, "{}");
    reply.fault = Fault::kHalfClose;
    peer_.expect("POST", "/x", std::move(reply));
    EXPECT_EQ(post().kind, Kind::kAnswer) << i;
    ASSERT_TRUE(peer_.wait_for_answers(static_cast<std::size_t>(i) + 1));
  }
}

TEST_F(ClientTest, TheBodyIsCappedWhileItStreams) {
  for (const auto framing : {Framing::kLength, Framing::kChunked, Framing::kUntilClose}) {
    auto reply = PeerReply::json(200, std::string(100'001, 'x'));
    reply.framing = framing;
    peer_.expect("GET", "/x", std::move(reply));
    ClientRequest request;
    request.url = peer_.url("/x");
    request.max_body = 100'000;
    const auto answer = send(std::move(request));
    EXPECT_EQ(answer.kind, Kind::kInterrupted);
    EXPECT_EQ(answer.body, "");
    EXPECT_THAT(answer.fault, testing::HasSubstr("100000"));
  }
  auto exact = PeerReply::json(200, std::string(100'000, 'x'));
  peer_.expect("GET", "/x", std::move(exact));
  ClientRequest request;
  request.url = peer_.url("/x");
  request.max_body = 100'000;
  EXPECT_EQ(send(std::move(request)).kind, Kind::kAnswer);
}

TEST_F(ClientTest, AnAnnouncedGigabyteIsRefusedAtOnce) {
  auto reply = PeerReply::failing(Fault::kRaw);
  reply.raw = "HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\nstart";
  peer_.expect("GET", "/x", std::move(reply));
  const auto answer = get();
  EXPECT_EQ(answer.kind, Kind::kInterrupted);
  EXPECT_THAT(answer.fault, testing::HasSubstr("1073741824"));
}

TEST_F(ClientTest, FieldsThatWouldSplitTheRequestAreNotSent) {
  for (const Header& bad : {Header{"X", "a\r\nY: b"}, Header{"X\r\nY", "a"}, Header{"", "a"}, Header{"X: Y", "a"},
                            Header{"X", std::string{"a\0", 2}}}) {
    ClientRequest request;
    request.url = peer_.url("/x");
    request.headers = {bad};
    EXPECT_EQ(send(std::move(request)).kind, Kind::kNotSent);
  }
  ClientRequest request;
  request.method = "GET / HTTP/1.1\r\nX:";
  request.url = peer_.url("/x");
  EXPECT_EQ(send(std::move(request)).kind, Kind::kNotSent);
  EXPECT_EQ(peer_.connections(), 0);
}

TEST_F(ClientTest, FaultsTellNoQuery) {
  ClientRequest request;
  request.url = "http://127.0.0.1:" + std::to_string(hotel::test::refused_port()) + "/x?access_token=secret";
  EXPECT_EQ(send(std::move(request)).fault.find("secret"), std::string::npos);
}

class SaveTest : public ClientTest {
 protected:
  ClientResponse save(std::size_t max_body = 8 * 1024 * 1024) {
    ClientRequest request;
    request.url = peer_.url("/media");
    request.save_to = file_.string();
    request.max_body = max_body;
    return send(std::move(request));
  }
  TempFolder folder_;
  std::filesystem::path file_ = folder_.path() / "media";
};

TEST_F(SaveTest, TheBodyGoesIntoANewPrivateFile) {
  const std::string body(3'000'000, 'm');
  peer_.expect("GET", "/media", PeerReply::json(200, body));
  const auto answer = save();
  EXPECT_EQ(answer.kind, Kind::kAnswer);
  EXPECT_EQ(answer.body, "");
  std::ifstream in{file_, std::ios::binary};
  EXPECT_EQ((std::string{std::istreambuf_iterator<char>{in}, {}}), body);
  struct stat made{};
  ASSERT_EQ(::stat(file_.c_str(), &made), 0);
  EXPECT_EQ(made.st_mode & 0777U, 0600U);
}

TEST_F(SaveTest, NothingIsLeftOfAFailure) {
  auto cut = PeerReply::json(200, std::string(1000, 'x'));
  cut.fault = Fault::kCutInBody;
  cut.cut_after = 500;
  peer_.expect("GET", "/media", std::move(cut));
  EXPECT_EQ(save().kind, Kind::kInterrupted);
  EXPECT_FALSE(std::filesystem::exists(file_));
  auto large = PeerReply::json(200, std::string(20'000, 'x'));
  large.framing = Framing::kChunked;
  peer_.expect("GET", "/media", std::move(large));
  EXPECT_EQ(save(10'000).kind, Kind::kInterrupted);
  EXPECT_FALSE(std::filesystem::exists(file_));
  peer_.expect("GET", "/media", PeerReply::json(404, "gone"));
  const auto answer = save();
  EXPECT_EQ(answer.status, 404);
  EXPECT_EQ(answer.body, "gone");
  EXPECT_FALSE(std::filesystem::exists(file_));
}

TEST_F(SaveTest, AnExistingFileIsNeverTouched) {
  std::ofstream{file_} << "old";
  EXPECT_EQ(save().kind, Kind::kNotSent);
  std::ifstream in{file_};
  EXPECT_EQ((std::string{std::istreambuf_iterator<char>{in}, {}}), "old");
}

TEST_F(ClientTest, CancellingTheTaskCancelsTheRequest) {
  peer_.expect("GET", "/x", PeerReply::failing(Fault::kHang));
  boost::asio::cancellation_signal signal;
  std::exception_ptr failure;
  bool ended = false;
  ClientRequest request;
  request.url = peer_.url("/x");
  auto done = [&](const std::exception_ptr& e, const ClientResponse&) {
    ended = true;
    failure = e;
  };
  boost::asio::co_spawn(io_, client_.send(std::move(request)),
                        boost::asio::bind_cancellation_slot(signal.slot(), done));
  std::thread waiting([&] {
    peer_.wait_for_requests(1);
    boost::asio::post(io_, [&] { signal.emit(boost::asio::cancellation_type::terminal); });
  });
  while (!ended) io_.run_one();
  waiting.join();
  ASSERT_TRUE(failure);
  try {
    std::rethrow_exception(failure);
  } catch (const boost::system::system_error& e) {
    EXPECT_EQ(e.code(), boost::asio::error::operation_aborted);
  }
}

TEST_F(ClientTest, ManyAtOnceAreAllAnswered) {
  peer_.always("GET", "/", [](const PeerRequest& r) { return PeerReply::json(200, r.target); });
  std::vector<std::future<ClientResponse>> results;
  for (int i = 0; i < 50; ++i) {
    ClientRequest request;
    request.url = peer_.url("/n/" + std::to_string(i));
    results.push_back(boost::asio::co_spawn(io_, client_.send(std::move(request)), boost::asio::use_future));
  }
  for (int i = 0; i < 50; ++i) {
    auto& result = results[static_cast<std::size_t>(i)];
    while (result.wait_for(0s) != std::future_status::ready) io_.run_one();
    EXPECT_EQ(result.get().body, "/n/" + std::to_string(i));
  }
}

}  // namespace
}  // namespace hotel::http::test
