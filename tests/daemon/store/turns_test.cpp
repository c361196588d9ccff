#include "store_fixture.h"

namespace hotel::store {
namespace {

class TurnsTest : public StoreTest {
 protected:
  void due(const std::string& id, wire::Millis at) {
    write([=](ports::UnitOfWork& unit) {
      auto row = unit.conversations().find(id).value();
      row.turn_due_at = at;
      unit.conversations().save(row, at);
    });
  }
  std::vector<ports::TurnClaim> claim(wire::Millis at, wire::Millis lease = 1000) {
    return write([=](ports::UnitOfWork& unit) { return unit.conversations().claim_turns(at, at + lease, 10); });
  }
  bool end(const ports::TurnClaim& turn) {
    return write([id = turn.conversation.shown.id, generation = turn.conversation.turn_generation](
                     ports::UnitOfWork& unit) { return unit.conversations().end_turn(id, generation, 0); });
  }
  std::optional<wire::Millis> next() {
    return read([](ports::UnitOfWork& unit) { return unit.conversations().next_turn_at(); });
  }
};

TEST_P(TurnsTest, ATurnHoldsWhatIsUnansweredAndIsLeasedOnce) {
  const auto id = open_conversation("491701234567").shown.id;
  receive(id, "w2", "second", 2000);
  receive(id, "w1", "first", 1000);
  receive(id, "w3", "reaction", 3000, false);
  due(id, 50);
  EXPECT_EQ(next(), 50);
  EXPECT_TRUE(claim(49).empty());
  const auto turn = claim(50);
  ASSERT_EQ(turn.size(), 1U);
  ASSERT_EQ(turn[0].unanswered.size(), 2U);
  EXPECT_EQ(turn[0].unanswered[0].text, "first");
  EXPECT_TRUE(claim(51).empty());  // leased
  EXPECT_EQ(next(), 1050);
  EXPECT_TRUE(end(turn[0]));
  EXPECT_FALSE(end(turn[0]));  // it ended already: a second answer must not be committed
  EXPECT_TRUE(claim(5000).empty());
  EXPECT_FALSE(next());
}

TEST_P(TurnsTest, AMessageThatComesMeanwhileKeepsTheTurnDue) {
  const auto id = open_conversation("491701234567").shown.id;
  receive(id, "w1", "one");
  due(id, 50);
  const auto turn = claim(50);
  receive(id, "w2", "two");
  due(id, 60);
  EXPECT_TRUE(end(turn.at(0)));
  const auto again = claim(60);
  ASSERT_EQ(again.size(), 1U);
  ASSERT_EQ(again[0].unanswered.size(), 1U);
  EXPECT_EQ(again[0].unanswered[0].text, "two");
  EXPECT_FALSE(end(turn[0]));  // and does not take the lease of the newer one away
  EXPECT_TRUE(claim(61).empty());
}

TEST_P(TurnsTest, ALostLeaseIsTakenByAnotherAndOnlyOneEnds) {
  const auto id = open_conversation("491701234567").shown.id;
  receive(id, "w1", "one");
  due(id, 50);
  const auto dead = claim(50, 100), alive = claim(200, 100);
  ASSERT_EQ(alive.size(), 1U);
  EXPECT_TRUE(end(alive[0]));
  EXPECT_FALSE(end(dead.at(0)));
}

TEST_P(TurnsTest, AFailedTurnComesAgainAtItsTime) {
  const auto id = open_conversation("491701234567").shown.id;
  receive(id, "w1", "one");
  due(id, 50);
  ASSERT_EQ(claim(50).size(), 1U);
  write([id](ports::UnitOfWork& unit) { unit.conversations().release_turn(id, 300); });
  EXPECT_EQ(next(), 300);
  EXPECT_TRUE(claim(299).empty());
  EXPECT_EQ(claim(300).size(), 1U);
}

TEST_P(TurnsTest, APersonsAnswerEndsTheTurn) {
  const auto id = open_conversation("491701234567").shown.id;
  receive(id, "w1", "one");
  due(id, 50);
  EXPECT_TRUE(read([](ports::UnitOfWork& unit) { return unit.conversations().oldest_unanswered_at(); }));
  const auto turn = claim(50);
  write([id](ports::UnitOfWork& unit) {
    wire::Message reply;
    reply.conversation_id = id;
    reply.direction = wire::Direction::kOut;
    reply.author = {wire::AuthorKind::kStaff, "maria"};
    reply.text = "done";
    unit.messages().insert(reply, "c1");
  });
  EXPECT_FALSE(end(turn.at(0)));
  EXPECT_TRUE(claim(10'000).empty());
  EXPECT_FALSE(next());
  EXPECT_FALSE(read([](ports::UnitOfWork& unit) { return unit.conversations().oldest_unanswered_at(); }));
}

TEST_P(TurnsTest, TheOldestUnansweredIsAGuestOfStaffToo) {
  auto row = open_conversation("491701234567");
  row.shown.waiting_since = 77;
  write([row](ports::UnitOfWork& unit) mutable { unit.conversations().save(row, 1); });
  EXPECT_EQ(read([](ports::UnitOfWork& unit) { return unit.conversations().oldest_unanswered_at(); }), 77);
}

INSTANTIATE_TEST_SUITE_P(Engines, TurnsTest, testing::Values(EngineKind::kSqlite, EngineKind::kPostgres), engine_name);

}  // namespace
}  // namespace hotel::store
