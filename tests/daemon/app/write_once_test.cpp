// One Idempotency-Key: one act, one answer; also many times at once, and for acts outside the store.
#include <boost/asio/co_spawn.hpp>
#include <gtest/gtest.h>
#include <set>

#include "staff_stage.h"

namespace hotel::app {
namespace {

class WriteOnceTest : public testing::Test {
 protected:
  std::vector<Answer> at_once(int count, const Stage::Ask& ask) {
    std::vector<Answer> answers;
    for (int i = 0; i < count; ++i)
      boost::asio::co_spawn(stage.io, stage.asked(ask), [&](const std::exception_ptr& failure, Answer answer) {
        if (failure) answer.status = -1;
        answers.push_back(std::move(answer));
      });
    stage.pump_until([&] { return static_cast<int>(answers.size()) == count; });
    return answers;
  }
  std::size_t messages(const std::string& id, const std::string& text) {
    const auto page = stage.read([id](ports::UnitOfWork& unit) { return unit.messages().list(id, "", 200); });
    return static_cast<std::size_t>(
        std::count_if(page.items.begin(), page.items.end(), [&](const auto& m) { return m.text == text; }));
  }
  std::size_t queued() {
    return stage
        .write(
            [now = stage.clock.now()](ports::UnitOfWork& unit) { return unit.outbox().claim(now, now + 60'000, 100); })
        .size();
  }

  Stage stage;
};

TEST_F(WriteOnceTest, SixteenRepliesAtOnceAreOneMessage) {
  const auto id = stage.guest_wrote("hola");
  const boost::json::object body{{"text", "una vez"}, {"client_id", "c-1"}, {"last_seen_seq", stage.last_seq()}};
  const auto answers =
      at_once(16, {"POST", "/conversations/" + id + "/messages", body, "ana", {{"Idempotency-Key", "c-1"}}, {}});
  std::set<std::string> texts;
  for (const auto& answer : answers) {
    EXPECT_EQ(answer.status, 201) << answer.text;
    texts.insert(answer.text);
  }
  EXPECT_EQ(texts.size(), 1U);
  EXPECT_EQ(messages(id, "una vez"), 1U);
  EXPECT_EQ(queued(), 1U);
}

TEST_F(WriteOnceTest, TheClientIdAloneIsEnoughWhateverTheKey) {
  const auto id = stage.guest_wrote("hola");
  const boost::json::object body{{"text", "una vez"}, {"client_id", "c-1"}, {"last_seen_seq", stage.last_seq()}};
  const auto path = "/conversations/" + id + "/messages";
  const auto first = stage.post(path, body, "key-1");
  ASSERT_EQ(first.status, 201);
  // Delivered meanwhile: the first answer is given, not what the message has become.
  stage.write([message_id = first.at("id"), now = stage.clock.now()](ports::UnitOfWork& unit) {
    auto message = unit.messages().find(message_id);
    message->status = wire::MessageStatus::kDelivered;
    unit.messages().save(*message, now);
  });
  EXPECT_EQ(stage.post(path, body, "key-2").text, first.text);
  EXPECT_EQ(stage.post(path, body, "").text, first.text);
  EXPECT_EQ(messages(id, "una vez"), 1U);
}

TEST_F(WriteOnceTest, ANoteWithOneKeyIsOneNote) {
  const auto id = stage.guest_wrote("hola");
  const auto answers = at_once(16, {"POST",
                                    "/conversations/" + id + "/notes",
                                    boost::json::object{{"text", "interna"}},
                                    "ana",
                                    {{"Idempotency-Key", "n-1"}},
                                    {}});
  for (const auto& answer : answers) EXPECT_EQ(answer.text, answers.front().text);
  EXPECT_EQ(messages(id, "interna"), 1U);
  // Another person's key of the same name is another key.
  EXPECT_EQ(stage.post("/conversations/" + id + "/notes", {{"text", "interna"}}, "n-1", "luis").status, 201);
  EXPECT_EQ(messages(id, "interna"), 2U);
}

TEST_F(WriteOnceTest, ARefusalIsNotKept) {
  const auto id = stage.guest_wrote("hola");
  const auto seen = stage.last_seq();
  const auto path = "/conversations/" + id + "/messages";
  ASSERT_EQ(stage.post(path, {{"text", "ya"}, {"client_id", "l-1"}, {"last_seen_seq", seen}}, "l-1", "luis").status,
            201);
  const auto refused = stage.post(path, {{"text", "yo"}, {"client_id", "a-1"}, {"last_seen_seq", seen}}, "a-1");
  EXPECT_EQ(refused.status, 409);
  EXPECT_EQ(refused.code(), "newer_reply");
  EXPECT_EQ(messages(id, "yo"), 0U);
  // «Send anyway»: the same client id with what was read meanwhile.
  EXPECT_EQ(stage.post(path, {{"text", "yo"}, {"client_id", "a-1"}, {"last_seen_seq", stage.last_seq()}}, "a-1").status,
            201);
}

TEST_F(WriteOnceTest, AKeyOfAnotherRequestIsRefused) {
  const auto id = stage.guest_wrote("hola");
  ASSERT_EQ(stage.post("/conversations/" + id + "/notes", {{"text", "interna"}}, "k-1").status, 201);
  const auto other = stage.post("/conversations/" + id + "/close", boost::json::object{}, "k-1");
  EXPECT_EQ(other.status, 422);
  EXPECT_EQ(stage.row(id).shown.status, wire::ConversationStatus::kOpen);
  EXPECT_EQ(stage.post("/conversations/" + id + "/close", boost::json::object{}, std::string(256, 'k')).status, 422);
}

TEST_F(WriteOnceTest, ARepeatedTakeOverMovesTheTokenOnce) {
  const auto id = stage.guest_wrote("hola");
  const auto path = "/conversations/" + id + "/takeover";
  ASSERT_EQ(stage.post(path, boost::json::object{}, "t-1").status, 200);
  const auto token = stage.row(id).ownership.turn_token;
  ASSERT_EQ(stage.post(path, boost::json::object{}, "t-1").status, 200);
  EXPECT_EQ(stage.row(id).ownership.turn_token, token);
}

TEST_F(WriteOnceTest, AChangeInThePmsHappensOnceAlsoAtOnce) {
  wire::Booking booking;
  booking.id = "17";
  booking.reference = "ABC";
  const auto today = stage.zone.today(stage.clock.now());
  booking.rooms.push_back({"1", "Double Room", "", wire::add_days(today, 3), wire::add_days(today, 5), 2, 0,
                           wire::BookingState::kConfirmed});
  stage.pms.held = booking;
  const boost::json::object body{{"check_in", wire::to_iso(wire::add_days(today, 4))},
                                 {"check_out", wire::to_iso(wire::add_days(today, 6))}};
  const auto answers = at_once(16, {"PATCH", "/bookings/17", body, "ana", {{"Idempotency-Key", "p-1"}}, {}});
  for (const auto& answer : answers) {
    EXPECT_EQ(answer.status, 200) << answer.text;
    EXPECT_EQ(answer.text, answers.front().text);
  }
  EXPECT_EQ(stage.pms.changed, 1);
  EXPECT_TRUE(stage.signals.acts_under_way.empty());
}

}  // namespace
}  // namespace hotel::app
