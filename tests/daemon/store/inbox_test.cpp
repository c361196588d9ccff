#include "store_fixture.h"

namespace hotel::store {
namespace {

using InboxTest = StoreTest;

std::string body(int i) {
  return "body " + std::to_string(i) + std::string{"\0\xff\x01'\\", 5};
}

TEST_P(InboxTest, KeepsRawBytesAndGivesTheOldestFirst) {
  std::vector<ports::InboxRow> rows;
  for (int i = 0; i < 150; ++i) rows.push_back({0, now() + i, body(i)});
  write([rows](ports::UnitOfWork& unit) { unit.inbox().append(rows); });

  const auto first = write([](ports::UnitOfWork& unit) { return unit.inbox().claim(100); });
  ASSERT_EQ(first.size(), 100U);
  for (int i = 0; i < 100; ++i) EXPECT_EQ(first[static_cast<std::size_t>(i)].body, body(i));
  EXPECT_EQ(first.front().received_at, now());

  std::vector<std::int64_t> ids;
  for (const auto& row : first)
    if (row.id != first[3].id) ids.push_back(row.id);
  write([ids](ports::UnitOfWork& unit) { unit.inbox().done(ids); });
  const auto rest = write([](ports::UnitOfWork& unit) { return unit.inbox().claim(1000); });
  ASSERT_EQ(rest.size(), 51U);
  EXPECT_EQ(rest[0].body, body(3));
  EXPECT_EQ(rest[1].body, body(100));

  const auto age = read([](ports::UnitOfWork& unit) { return unit.inbox().age(); });
  EXPECT_EQ(age.waiting, 51);
  EXPECT_EQ(age.oldest_at, now() + 3);
  EXPECT_EQ(write([at = now() + 50](ports::UnitOfWork& unit) { return unit.inbox().purge_done_before(at); }), 49);
  EXPECT_EQ(read([](ports::UnitOfWork& unit) { return unit.inbox().age().waiting; }), 51);
}

TEST_P(InboxTest, AnEmptyBodyAndNoBodyAtAllAreFine) {
  write([at = now()](ports::UnitOfWork& unit) {
    unit.inbox().append({});
    unit.inbox().append({{0, at, ""}});
    unit.inbox().done({});
  });
  const auto rows = write([](ports::UnitOfWork& unit) { return unit.inbox().claim(10); });
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].body, "");
}

TEST_P(InboxTest, AClaimThatIsRolledBackIsGivenAgain) {
  write([at = now()](ports::UnitOfWork& unit) { unit.inbox().append({{0, at, "x"}}); });
  const auto claim = [](ports::UnitOfWork& unit) {
    const auto rows = unit.inbox().claim(10);
    unit.inbox().done({rows.at(0).id});
    throw std::runtime_error("no");
  };
  EXPECT_THROW(write(claim), std::runtime_error);
  EXPECT_EQ(write([](ports::UnitOfWork& unit) { return unit.inbox().claim(10).size(); }), 1U);
}

TEST_P(InboxTest, DeadLetters) {
  write([at = now()](ports::UnitOfWork& unit) {
    unit.inbox().bury({0, at, "webhook", "no JSON", std::string{"\0{", 2}, ""});
    unit.inbox().bury({0, at + 1, "webhook", "too deep", "[[", ""});
  });
  auto letters = read([](ports::UnitOfWork& unit) { return unit.inbox().dead_letters(true, 10); });
  ASSERT_EQ(letters.size(), 2U);
  EXPECT_EQ(letters[0].why, "too deep");
  EXPECT_EQ(letters[1].body, (std::string{"\0{", 2}));
  EXPECT_EQ(letters[1].state, "waiting");
  EXPECT_EQ(read([](ports::UnitOfWork& unit) { return unit.inbox().dead_letters(false, 1); }).at(0).body, "");
  const auto id = letters[1].id;
  EXPECT_TRUE(write([id](ports::UnitOfWork& unit) { return unit.inbox().set_dead_letter_state(id, "retried"); }));
  EXPECT_FALSE(
      write([id](ports::UnitOfWork& unit) { return unit.inbox().set_dead_letter_state(id + 100, "retried"); }));
  EXPECT_EQ(read([id](ports::UnitOfWork& unit) { return unit.inbox().dead_letter(id); })->state, "retried");
  EXPECT_FALSE(read([id](ports::UnitOfWork& unit) { return unit.inbox().dead_letter(id + 100); }));
}

INSTANTIATE_TEST_SUITE_P(Engines, InboxTest, testing::Values(EngineKind::kSqlite, EngineKind::kPostgres), engine_name);

}  // namespace
}  // namespace hotel::store
