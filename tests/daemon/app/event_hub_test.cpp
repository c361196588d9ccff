// Live events: order, resuming without gap or double, reset, rights, and the ends of a stream.
#include "app/event_hub.h"

#include <boost/asio/co_spawn.hpp>
#include <gtest/gtest.h>

#include "staff_stage.h"
#include "wire/event.h"
#include "wire/sse.h"

namespace hotel::app {
namespace {

// Reads what a stream writes, as a console would. `slow_after`: from then on the server has cut it.
class Reader final : public http::StreamWriter {
 public:
  Reader() {
    parser_.on_event = [this](const wire::SseEvent& event) { events.push_back(event); };
    parser_.on_comment = [this] { ++comments; };
    parser_.on_retry = [this](std::int64_t ms) { retry = ms; };
  }
  rt::Task<bool> write(std::string bytes) override {
    ++writes;
    if (cut) co_return false;
    parser_.feed(bytes);
    co_return true;
  }
  bool closing() const override { return false; }

  std::vector<std::int64_t> ids() const {
    std::vector<std::int64_t> out;
    for (const auto& event : events) out.push_back(std::stoll(event.id));
    return out;
  }

  std::vector<wire::SseEvent> events;
  int comments = 0, writes = 0;
  std::int64_t retry = 0;
  bool cut = false;

 private:
  wire::SseParser parser_;
};

struct Stream {
  Reader reader;
  bool ended = false;
};

class EventHubTest : public testing::Test {
 protected:
  static EventHub::Pace pace() {
    EventHub::Pace fast;
    fast.heartbeat = std::chrono::milliseconds{50};
    fast.poll = std::chrono::milliseconds{20};
    fast.ring = 16;
    fast.page = 7;
    return fast;
  }

  void TearDown() override {
    stage.hub.drain();
    stage.pump_until([&] { return stage.hub.streams() == 0; });
    hub_task.cancel_all();
    stage.pump_until([&] { return hub_task.size() == 0; });
  }

  void start() { hub_task.spawn("hub", stage.hub.run()); }

  std::shared_ptr<Stream> open(std::optional<std::int64_t> after, std::vector<std::string> roles = {"frontdesk"},
                               std::function<rt::Task<bool>()> signed_in = {}) {
    auto stream = std::make_shared<Stream>();
    EventHub::Subscription subscription{std::move(roles), after, std::move(signed_in)};
    boost::asio::co_spawn(stage.io, stage.hub.serve(stream->reader, std::move(subscription)),
                          [stream](const std::exception_ptr&) { stream->ended = true; });
    return stream;
  }

  // Appends one event a transaction and returns its number.
  std::int64_t happens(std::string_view kind = wire::kMessageCreated) {
    return stage.write([kind](ports::UnitOfWork& unit) { return unit.events().append(kind, {{"id", "x"}}, 1); });
  }
  std::vector<std::int64_t> happen(int count) {
    std::vector<std::int64_t> out;
    for (int i = 0; i < count; ++i) out.push_back(happens());
    return out;
  }

  Stage stage{WhatsAppMode::kCloud, pace()};
  rt::TaskGroup hub_task{stage.io.get_executor()};
};

TEST_F(EventHubTest, WithoutANumberTheStreamStartsNow) {
  happen(5);
  start();
  const auto stream = open(std::nullopt);
  stage.pump_until([&] { return stream->reader.writes > 0; });
  const auto now = happen(3);
  stage.pump_until([&] { return stream->reader.events.size() >= 3; });
  EXPECT_EQ(stream->reader.ids(), now);
  EXPECT_EQ(stream->reader.events.front().event, "message.created");
  EXPECT_EQ(stream->reader.events.front().data,
            "{\"message\":{\"id\":\"x\"},\"version\":1,\"seq\":" + std::to_string(now.front()) + "}");
}

TEST_F(EventHubTest, ResumesFromStoreAndRingWithoutGapOrDouble) {
  const auto before = happen(30);
  start();
  const auto stream = open(before[4]);
  auto expected = std::vector<std::int64_t>(before.begin() + 5, before.end());
  for (const auto seq : happen(40)) expected.push_back(seq);  // the ring of 16 overflows meanwhile
  stage.pump_until([&] { return stream->reader.events.size() >= expected.size(); });
  EXPECT_EQ(stream->reader.ids(), expected);
}

TEST_F(EventHubTest, CutAndResumedManyTimesEverythingComesOnce) {
  start();
  const auto first = happens();
  std::vector<std::int64_t> expected, got;
  std::int64_t last = first;
  for (int round = 0; round < 12; ++round) {
    const auto stream = open(last);
    for (const auto seq : happen(round * 3 + 1)) expected.push_back(seq);
    const std::size_t enough = static_cast<std::size_t>(round % 4) + 1;
    stage.pump_until([&] { return stream->reader.events.size() >= std::min(enough, expected.size() - got.size()); });
    stream->reader.cut = true;
    stage.pump_until([&] { return stream->ended; });
    for (const auto seq : stream->reader.ids()) got.push_back(seq);
    if (!got.empty()) last = got.back();
  }
  const auto stream = open(last);
  stage.pump_until([&] { return got.size() + stream->reader.events.size() >= expected.size(); });
  for (const auto seq : stream->reader.ids()) got.push_back(seq);
  EXPECT_EQ(got, expected);
}

TEST_F(EventHubTest, FromTheBeginning) {
  const auto all = happen(20);
  start();
  const auto stream = open(0);
  stage.pump_until([&] { return stream->reader.events.size() >= all.size(); });
  EXPECT_EQ(stream->reader.ids(), all);
}

TEST_F(EventHubTest, AnUnknownNumberIsReset) {
  const auto all = happen(3);
  start();
  for (const std::int64_t unknown : {std::int64_t{987'654'321}, std::int64_t{-1}}) {
    const auto stream = open(unknown);
    stage.pump_until([&] { return !stream->reader.events.empty(); });
    EXPECT_EQ(stream->reader.events.front().event, "reset");
    EXPECT_EQ(stream->reader.events.front().data, "{\"as_of_seq\":" + std::to_string(all.back()) + "}");
    EXPECT_EQ(stream->reader.events.front().id, std::to_string(all.back()));
  }
  const auto stream = open(987'654'321);
  stage.pump_until([&] { return !stream->reader.events.empty(); });
  const auto next = happens();
  stage.pump_until([&] { return stream->reader.events.size() >= 2; });
  EXPECT_EQ(stream->reader.events.back().id, std::to_string(next));
}

TEST_F(EventHubTest, ANumberOlderThanWhatIsKeptIsReset) {
  const auto old = happen(6);
  stage.clock.advance(std::chrono::hours{1});
  stage.write([now = stage.clock.now()](ports::UnitOfWork& unit) { return unit.events().purge_before(now); });
  start();
  const auto too_old = open(old[2]), just_kept = open(old[4]);
  stage.pump_until([&] { return !too_old->reader.events.empty() && !just_kept->reader.events.empty(); });
  EXPECT_EQ(too_old->reader.events.front().event, "reset");
  EXPECT_EQ(just_kept->reader.events.front().id, std::to_string(old[5]));
}

TEST_F(EventHubTest, OnlyWhatTheRoleMaySee) {
  start();
  const auto release = open(std::nullopt, {"release"}), admin = open(std::nullopt, {"admin"});
  stage.pump_until([&] { return release->reader.writes > 0 && admin->reader.writes > 0; });
  happens(wire::kMessageCreated);
  happens(wire::kConversationUpdated);
  happens(wire::kBookingUpdated);
  const auto alert = happens(wire::kAlertUpdated);
  const auto deployment = happens(wire::kDeploymentUpdated);
  stage.pump_until([&] { return admin->reader.events.size() >= 5 && release->reader.events.size() >= 2; });
  EXPECT_EQ(release->reader.ids(), (std::vector<std::int64_t>{alert, deployment}));
  // The same when they come from the store.
  const auto resumed = open(0, {"release"});
  stage.pump_until([&] { return resumed->reader.events.size() >= 2; });
  EXPECT_EQ(resumed->reader.ids(), (std::vector<std::int64_t>{alert, deployment}));
}

TEST_F(EventHubTest, HeartbeatsComeAlsoWhileEventsFlow) {
  start();
  const auto stream = open(std::nullopt);
  stage.pump_until([&] {
    happens();
    return stream->reader.comments >= 4;  // the greeting and three beats
  });
  EXPECT_FALSE(stream->reader.events.empty());
}

TEST_F(EventHubTest, AStreamEndsWithItsSession) {
  start();
  bool signed_in = true;
  const auto stream = open(std::nullopt, {"frontdesk"}, [&signed_in]() -> rt::Task<bool> { co_return signed_in; });
  stage.pump_until([&] { return stream->reader.comments >= 3; });
  EXPECT_FALSE(stream->ended);
  signed_in = false;
  stage.pump_until([&] { return stream->ended; });
}

TEST_F(EventHubTest, DrainingSaysWhenToComeBack) {
  start();
  const auto stream = open(std::nullopt);
  stage.pump_until([&] { return stream->reader.writes > 0; });
  stream->reader.retry = 0;
  stage.hub.drain();
  stage.pump_until([&] { return stream->ended; });
  EXPECT_GE(stream->reader.retry, 500);
}

TEST_F(EventHubTest, AReaderThatWasCutDisturbsNobody) {
  start();
  const auto slow = open(std::nullopt), quick = open(std::nullopt);
  stage.pump_until([&] { return slow->reader.writes > 0 && quick->reader.writes > 0; });
  slow->reader.cut = true;
  const auto all = happen(5);
  stage.pump_until([&] { return slow->ended && quick->reader.events.size() >= all.size(); });
  EXPECT_EQ(quick->reader.ids(), all);
  EXPECT_EQ(stage.hub.streams(), 1U);
}

TEST_F(EventHubTest, TheRouteAsksForTheHeaderOrTheQuery) {
  const auto all = happen(4);
  start();
  const auto by_query = stage.get("/events?after=" + std::to_string(all[1]));
  ASSERT_EQ(by_query.status, 200);
  EXPECT_EQ(by_query.header("Content-Type"), "text/event-stream");
  const auto by_header =
      stage.ask({"GET", "/events?after=0", nullptr, "ana", {{"Last-Event-ID", std::to_string(all[2])}}, {}});
  for (const auto& [answer, first] : {std::pair{&by_query, all[2]}, std::pair{&by_header, all[3]}}) {
    const auto stream = std::make_shared<Stream>();
    boost::asio::co_spawn(stage.io, answer->stream(stream->reader),
                          [stream](const std::exception_ptr&) { stream->ended = true; });
    stage.pump_until([&] { return !stream->reader.events.empty(); });
    EXPECT_EQ(stream->reader.events.front().id, std::to_string(first));
    stream->reader.cut = true;
    stage.pump_until([&] { return stream->ended; });
  }
}

}  // namespace
}  // namespace hotel::app
