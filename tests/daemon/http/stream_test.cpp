#include "running_server.h"
#include "wire_client.h"

namespace hotel::http::test {
namespace {

using namespace std::chrono_literals;

class StreamTest : public testing::Test {
 protected:
  void add(std::string path, std::function<rt::Task<void>(StreamWriter&)> writer) {
    running_.get(std::move(path), [writer = std::move(writer)](Request&) -> rt::Task<Response> {
      Response response;
      response.headers.emplace_back("Content-Type", "text/event-stream");
      response.stream = writer;
      co_return response;
    });
  }
  std::size_t streams() {
    return running_.on_thread([this] { return running_.server->streams(); });
  }
  RunningServer running_;
};

TEST_F(StreamTest, ComesInChunksAndEndsProperly) {
  add("/s", [](StreamWriter& writer) -> rt::Task<void> {
    co_await writer.write("one");
    co_await writer.write("");
    co_await writer.write(std::string(100'000, 'x'));
  });
  running_.start();
  WireClient client{running_.port()};
  client.send(request("GET /s"));
  const auto head = client.read(true);
  EXPECT_EQ(head.header("Transfer-Encoding"), "chunked");
  EXPECT_EQ(head.header("Content-Length"), "");
  EXPECT_EQ(head.header("Connection"), "close");
  EXPECT_EQ(client.read_until("one\r\n"), "3\r\none\r\n");
  const auto rest = client.read_until("0\r\n\r\n");
  ASSERT_TRUE(rest);
  EXPECT_EQ(std::count(rest->begin(), rest->end(), 'x'), 100'000);
  EXPECT_TRUE(client.closed_by_server());
}

TEST_F(StreamTest, IsBareForHttp10AndHasNoBodyForHead) {
  int runs = 0;
  add("/s", [&runs](StreamWriter& writer) -> rt::Task<void> {
    ++runs;
    co_await writer.write("one");
  });
  running_.start();
  WireClient old{running_.port()};
  old.send("GET /s HTTP/1.0\r\n\r\n");
  EXPECT_EQ(old.read(true).header("Transfer-Encoding"), "");
  EXPECT_EQ(old.read_until("one"), "one");
  EXPECT_TRUE(old.closed_by_server());
  WireClient head{running_.port()};
  head.send(request("HEAD /s"));
  EXPECT_EQ(head.read(true).status, 200);
  EXPECT_TRUE(head.closed_by_server());
  EXPECT_EQ(runs, 1);
}

TEST_F(StreamTest, AReaderThatLeavesEndsIt) {
  bool ended = false;
  add("/s", [&ended](StreamWriter& writer) -> rt::Task<void> {
    co_await writer.write("hello");
    try {
      co_await rt::sleep(1h);
    } catch (const boost::system::system_error&) {
      ended = true;
      throw;
    }
  });
  running_.start();
  {
    WireClient client{running_.port()};
    client.send(request("GET /s"));
    ASSERT_TRUE(client.read_until("hello"));
    EXPECT_EQ(streams(), 1U);
    EXPECT_EQ(running_.on_thread([this] { return running_.server->requests_in_flight(); }), 0U);
  }
  EXPECT_TRUE(running_.eventually([&] { return ended && running_.server->streams() == 0; }));
}

TEST_F(StreamTest, ASlowReaderIsCut) {
  running_.config.limits.write = 200ms;
  bool refused = false;
  add("/s", [&refused](StreamWriter& writer) -> rt::Task<void> {
    for (int i = 0; i < 1000 && !refused; ++i) {
      std::string frame(64 * 1024, 'x');
      refused = !co_await writer.write(std::move(frame));
    }
  });
  running_.start();
  WireClient client{running_.port()};
  client.shrink_receive_buffer();
  client.send(request("GET /s"));
  EXPECT_TRUE(running_.eventually([&] { return refused && running_.server->streams() == 0; }));
}

TEST_F(StreamTest, OneFrameThatIsTooLargeIsRefused) {
  std::optional<bool> written;
  add("/s", [&written](StreamWriter& writer) -> rt::Task<void> {
    std::string frame(kMaxStreamWrite + 1, 'x');
    written = co_await writer.write(std::move(frame));
  });
  running_.start();
  WireClient client{running_.port()};
  client.send(request("GET /s"));
  EXPECT_EQ(client.read(true).status, 200);
  EXPECT_TRUE(client.closed_by_server());
  EXPECT_EQ(running_.on_thread([&] { return written; }), false);
}

TEST_F(StreamTest, DrainingIsToldAndStopEndsWhatDoesNotListen) {
  bool polite = false, cancelled = false;
  add("/polite", [&polite](StreamWriter& writer) -> rt::Task<void> {
    co_await writer.write("hello");
    while (!writer.closing()) co_await rt::sleep(5ms);
    polite = co_await writer.write("retry: 1000\n\n");
  });
  add("/deaf", [&cancelled](StreamWriter& writer) -> rt::Task<void> {
    co_await writer.write("hello");
    try {
      co_await rt::sleep(1h);
    } catch (const boost::system::system_error&) {
      cancelled = true;
      throw;
    }
  });
  running_.start();
  WireClient one{running_.port()}, two{running_.port()};
  one.send(request("GET /polite"));
  two.send(request("GET /deaf"));
  ASSERT_TRUE(one.read_until("hello"));
  ASSERT_TRUE(two.read_until("hello"));
  const auto began = std::chrono::steady_clock::now();
  running_.stop(20s);
  EXPECT_LT(std::chrono::steady_clock::now() - began, 10s);
  EXPECT_TRUE(one.read_until("retry: 1000\n\n\r\n0\r\n\r\n"));
  EXPECT_TRUE(polite);
  EXPECT_TRUE(cancelled);
}

TEST_F(StreamTest, AFailureInItCutsIt) {
  add("/s", [](StreamWriter& writer) -> rt::Task<void> {
    co_await writer.write("hello");
    throw std::runtime_error("lost");
  });
  running_.start();
  WireClient client{running_.port()};
  client.send(request("GET /s"));
  ASSERT_TRUE(client.read_until("hello\r\n"));
  EXPECT_TRUE(client.closed_by_server());  // without the last chunk: the reader knows that it was no proper end
}

}  // namespace
}  // namespace hotel::http::test
