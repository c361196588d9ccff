#include "store_fixture.h"

namespace hotel::store {
namespace {

using ports::OutboxState;

class OutboxTest : public StoreTest {
 protected:
  void put(const std::string& id, const std::string& conversation, wire::Millis next_at = 0, bool by_agent = true,
           bool visible = true) {
    ports::OutboxRow row;
    row.id = id;
    row.conversation_id = conversation;
    row.number_id = kNumber;
    row.by_agent = by_agent;
    row.visible = visible;
    row.turn_token = 4;
    row.purpose = domain::Purpose::kReminder;
    row.payload = {{"type", "text"}, {"text", {{"body", id}}}};
    row.created_at = 5;
    row.next_at = next_at;
    write([row](ports::UnitOfWork& unit) { unit.outbox().enqueue(row); });
  }
  std::vector<ports::OutboxRow> claim(wire::Millis at) {
    return write([=](ports::UnitOfWork& unit) { return unit.outbox().claim(at, at + 100, 10); });
  }
  std::vector<std::string> claimed(wire::Millis at) {
    std::vector<std::string> ids;
    for (const auto& row : claim(at)) ids.push_back(row.id);
    return ids;
  }
  bool finish(const ports::OutboxRow& row, OutboxState state, wire::Millis next = 0) {
    return write([=](ports::UnitOfWork& unit) { return unit.outbox().finish(row, state, next); });
  }
  std::optional<wire::Millis> next_due() {
    return read([](ports::UnitOfWork& unit) { return unit.outbox().next_due_at(); });
  }
};

using Ids = std::vector<std::string>;

TEST_P(OutboxTest, OneAtATimeInOrderForEachConversation) {
  put("a1", "A");
  put("a2", "A");
  put("b1", "B", 50);
  const auto first = claim(10);
  ASSERT_EQ(first.size(), 1U);
  EXPECT_EQ(first[0].id, "a1");
  EXPECT_EQ(first[0].attempts, 1);
  EXPECT_EQ(first[0].turn_token, 4);
  EXPECT_EQ(first[0].purpose, domain::Purpose::kReminder);
  EXPECT_EQ(first[0].payload.at("text").at("body"), "a1");
  EXPECT_EQ(next_due(), 50);  // a2 waits for a1, so it is not due
  EXPECT_EQ(claimed(50), Ids{"b1"});
  EXPECT_FALSE(next_due());
  EXPECT_TRUE(finish(first[0], OutboxState::kDone));
  EXPECT_FALSE(read([](ports::UnitOfWork& unit) { return unit.outbox().find("a1"); }));
  EXPECT_EQ(next_due(), 0);
  EXPECT_EQ(claimed(51), Ids{"a2"});
}

TEST_P(OutboxTest, ALaterMessageDoesNotOvertakeOneThatIsTriedAgain) {
  put("a1", "A");
  put("a2", "A");
  EXPECT_TRUE(finish(claim(10).at(0), OutboxState::kQueued, 500));
  EXPECT_TRUE(claim(20).empty());
  EXPECT_EQ(next_due(), 500);
  const auto again = claim(500);
  ASSERT_EQ(again.size(), 1U);
  EXPECT_EQ(again[0].id, "a1");
  EXPECT_EQ(again[0].attempts, 2);
}

TEST_P(OutboxTest, AReadMarkHoldsNobodyUp) {
  put("mark", "A", 900, false, false);
  put("a1", "A");
  EXPECT_EQ(claimed(10), Ids{"a1"});
}

TEST_P(OutboxTest, AnOldFenceIsRefused) {
  put("a1", "A");
  const auto dead = claim(10).at(0);
  const auto expired = write([](ports::UnitOfWork& unit) { return unit.outbox().expired_leases(110); });
  ASSERT_EQ(expired.size(), 1U);
  EXPECT_TRUE(write([](ports::UnitOfWork& unit) { return unit.outbox().expired_leases(109); }).empty());
  EXPECT_TRUE(finish(expired[0], OutboxState::kUnknown));
  EXPECT_FALSE(finish(dead, OutboxState::kDone));
  EXPECT_TRUE(claim(10'000).empty());
  EXPECT_TRUE(write([at = now()](ports::UnitOfWork& unit) { return unit.outbox().unknown_before(at); }).empty());
  const auto unknown = write([at = now() + 1](ports::UnitOfWork& unit) { return unit.outbox().unknown_before(at); });
  ASSERT_EQ(unknown.size(), 1U);
  EXPECT_TRUE(finish(unknown[0], OutboxState::kQueued, 20'000));
  EXPECT_EQ(claimed(20'000), Ids{"a1"});
}

TEST_P(OutboxTest, ATakeOverRemovesTheAgentsRowsThatHaveNotBegun) {
  put("a1", "A");
  put("a2", "A");
  put("s1", "A", 0, false);
  put("b1", "B");
  const auto sending = claim(1);
  EXPECT_EQ(sending.size(), 2U);
  EXPECT_TRUE(read([](ports::UnitOfWork& unit) { return unit.outbox().agent_send_under_way("A"); }));
  EXPECT_EQ(write([](ports::UnitOfWork& unit) { return unit.outbox().cancel_agent_rows("A"); }), Ids{"a2"});
  EXPECT_TRUE(finish(sending[0], OutboxState::kDone));
  EXPECT_FALSE(read([](ports::UnitOfWork& unit) { return unit.outbox().agent_send_under_way("A"); }));
  EXPECT_EQ(claimed(2), Ids{"s1"});
  const auto age = read([](ports::UnitOfWork& unit) { return unit.outbox().age(); });
  EXPECT_EQ(age.waiting, 0);
  EXPECT_EQ(age.sending, 2);
  write([](ports::UnitOfWork& unit) { unit.outbox().remove("b1"); });
  EXPECT_FALSE(finish(sending[1], OutboxState::kQueued));
}

// Two daemons on one database never send the same row.
TEST_P(OutboxTest, TwoWorkersShareTheRows) {
  for (int i = 0; i < 40; ++i) put("r" + std::to_string(i), "C" + std::to_string(i));
  OpenStore second(config_, clock_);
  std::vector<Ids> taken(2);
  std::vector<std::thread> threads;
  for (std::size_t who = 0; who < 2; ++who)
    threads.emplace_back([&, who] {
      auto& mine = who == 0 ? store() : second;
      for (int i = 0; i < 30; ++i)
        for (const auto& row : mine.write([](ports::UnitOfWork& unit) { return unit.outbox().claim(1, 1000, 2); }))
          taken[who].push_back(row.id);
    });
  for (auto& thread : threads) thread.join();
  Ids all = taken[0];
  all.insert(all.end(), taken[1].begin(), taken[1].end());
  std::sort(all.begin(), all.end());
  EXPECT_EQ(all.size(), 40U);
  EXPECT_EQ(std::unique(all.begin(), all.end()), all.end());
}

INSTANTIATE_TEST_SUITE_P(Engines, OutboxTest, testing::Values(EngineKind::kSqlite, EngineKind::kPostgres), engine_name);

}  // namespace
}  // namespace hotel::store
