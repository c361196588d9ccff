#include "store/migrations.h"

#include <thread>

#include "store_fixture.h"

namespace hotel::store {
namespace {

class MigrationsTest : public testing::TestWithParam<EngineKind> {
 protected:
  MigrationsTest() {
    if (GetParam() == EngineKind::kSqlite)
      config_.sqlite_file = folder_.path() / "store.db";
    else
      config_.postgres_url = postgres().fresh_database();
  }
  int version() { return pending_migrations(config_).current; }
  void script(const std::string& sql) { engine_of(config_)->connect(Access::kMigrate)->script(sql); }

  TestClock clock_;
  TempFolder folder_;
  StoreConfig config_;
};

constexpr int kNewest = 4;

TEST_P(MigrationsTest, ADryRunChangesNothing) {
  for (int i = 0; i < 2; ++i) {
    const auto plan = pending_migrations(config_);
    EXPECT_EQ(plan.current, 0);
    EXPECT_EQ(plan.target, kNewest);
    ASSERT_EQ(plan.steps.size(), std::size_t{kNewest});
    EXPECT_EQ(plan.steps[0].name, "base");
  }
  if (GetParam() == EngineKind::kSqlite) EXPECT_TRUE(std::filesystem::is_empty(folder_.path()));
}

TEST_P(MigrationsTest, TheSecondRunIsANoOp) {
  EXPECT_EQ(migrate(config_).steps.size(), std::size_t{kNewest});
  const auto again = migrate(config_);
  EXPECT_EQ(again.current, kNewest);
  EXPECT_TRUE(again.steps.empty());
  EXPECT_TRUE(pending_migrations(config_).steps.empty());
}

TEST_P(MigrationsTest, SeveralProgramsAtOnceDoItOnce) {
  std::atomic<std::size_t> applied{0};
  std::atomic<int> failed{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] {
      try {
        applied += migrate(config_).steps.size();
      } catch (const std::exception& e) {
        ADD_FAILURE() << e.what();
        ++failed;
      }
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(failed, 0);
  EXPECT_EQ(applied, std::size_t{kNewest});
  EXPECT_EQ(version(), kNewest);
}

TEST_P(MigrationsTest, AFailedStepLeavesEverythingAsItWas) {
  script("CREATE TABLE messages (x BIGINT); INSERT INTO messages (x) VALUES (7);");
  EXPECT_THROW(migrate(config_), SqlError);
  EXPECT_EQ(version(), 0);
  const auto session = engine_of(config_)->connect(Access::kMigrate);
  EXPECT_EQ(session->integer("SELECT x FROM messages"), 7);
  EXPECT_THROW(session->integer("SELECT count(*) FROM guests"), SqlError);
}

TEST_P(MigrationsTest, AnEmptyOrOldDatabaseIsRefusedWithWhatToDo) {
  boost::asio::io_context io;
  base::Metrics metrics;
  const auto fault = [&]() -> std::string {
    try {
      open_store(io, config_, clock_, metrics);
    } catch (const base::ConfigError& e) {
      return e.faults().at(0);
    }
    return "";
  };
  EXPECT_NE(fault().find("migrate"), std::string::npos);
  if (GetParam() == EngineKind::kSqlite) EXPECT_TRUE(std::filesystem::is_empty(folder_.path()));
  migrate_to(*engine_of(config_), 1, 0);
  EXPECT_NE(fault().find("schema version 1"), std::string::npos);
  migrate(config_);
  EXPECT_EQ(fault(), "");
}

// A release that is rolled back runs on the newer schema as long as that one says so.
TEST_P(MigrationsTest, ANewerSchemaIsFineUntilItSaysOtherwise) {
  boost::asio::io_context io;
  base::Metrics metrics;
  migrate(config_);
  script("INSERT INTO schema_version (version, name, runs_from, applied_at) VALUES (5, 'later', 4, 0)");
  EXPECT_EQ(open_store(io, config_, clock_, metrics)->health().schema_version, 5);
  EXPECT_TRUE(migrate(config_).steps.empty());
  script("INSERT INTO schema_version (version, name, runs_from, applied_at) VALUES (6, 'contract', 5, 0)");
  EXPECT_THROW(open_store(io, config_, clock_, metrics), base::ConfigError);
}

// Version 1 -> 2: messages of the old release are found by the new search.
TEST_P(MigrationsTest, TheSearchCatchesUpWithOldMessages) {
  migrate_to(*engine_of(config_), 1, 5);
  EXPECT_EQ(version(), 1);
  script(
      "INSERT INTO messages (id, conversation_id, direction, author_kind, author_name, type, text, media, interactive, "
      "reply_to, external_id, status, error, why, sent_at, "
      "created_at, version, wants_answer, media_pending, created_seq, client_id, number_id, participant, raw) VALUES "
      "('m1', 'c1', 'in', 'guest', '', 'text', 'Habitación doble', '', '', '', 'w1', 'received', '', '', 1, 1, 1, 0, "
      "0, 0, '', '1060', '', '')");
  EXPECT_EQ(migrate(config_).steps.size(), 3U);
  OpenStore store(config_, clock_);
  EXPECT_EQ(store.write([](ports::UnitOfWork& unit) { return unit.messages().index_for_search(10); }), 1);
  const auto found = store.read([](ports::UnitOfWork& unit) { return unit.messages().search("habitacion", "", 10); });
  ASSERT_EQ(found.items.size(), 1U);
  EXPECT_EQ(found.items[0].id, "m1");
}

// Version 2 -> 3: what waited goes on waiting, what was done stays done, and the counts go on from what is there.
TEST_P(MigrationsTest, TheInboxKeepsWhatWaits) {
  migrate_to(*engine_of(config_), 2, 5);
  const std::string body = GetParam() == EngineKind::kSqlite ? "X'7b7d'" : "'\\x7b7d'";
  for (const char* done : {"1", "0", "0"})
    script("INSERT INTO inbox (done, received_at, body) VALUES (" + std::string{done} + ", 9, " + body + ")");
  script(
      "INSERT INTO statuses (external_id, status, participant, at, opaque, error) VALUES ('w', 'sent', '', 1, '', '')");
  EXPECT_EQ(migrate(config_).steps.size(), 2U);
  OpenStore store(config_, clock_);
  const auto rows = store.write([](ports::UnitOfWork& unit) { return unit.inbox().claim(10); });
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].body, "{}");
  EXPECT_LT(rows[0].id, rows[1].id);
  const auto received = store.read([](ports::UnitOfWork& unit) { return unit.messages().received(); });
  EXPECT_EQ(received.messages, 0);
  EXPECT_EQ(received.statuses, 1);
}

// Version 3 -> 4: programs of version 3 go on on the new schema, what was there stays, tickets can be opened at once.
TEST_P(MigrationsTest, TicketsComeAsATableMore) {
  migrate_to(*engine_of(config_), 3, 5);
  script(
      "INSERT INTO knowledge (key, language, version, text, updated_by, updated_at) VALUES ('pool', 'es', 1, 'Sí', "
      "'ana', 7)");
  EXPECT_EQ(migrate(config_).steps.size(), 1U);
  {
    const auto session = engine_of(config_)->connect(Access::kMigrate);
    EXPECT_EQ(schema_state(*session).version, 4);
    EXPECT_EQ(schema_state(*session).runs_from, 3);
    EXPECT_NO_THROW(require_fitting(schema_state(*session), 4));
  }
  OpenStore store(config_, clock_);
  EXPECT_EQ(store.read([](ports::UnitOfWork& unit) { return unit.content().knowledge(); }).at(0).text, "Sí");
  EXPECT_TRUE(store.read([](ports::UnitOfWork& unit) { return unit.tickets().list({}, "", 5); }).items.empty());
  wire::Ticket ticket;
  ticket.conversation_id = "c1";
  ticket.kind = "service_request";
  ticket.text = "Room 204";
  const auto open = store.write([ticket](ports::UnitOfWork& unit) { return unit.tickets().open(ticket); });
  EXPECT_EQ(store.read([id = open.id](ports::UnitOfWork& unit) { return unit.tickets().find(id); })->text, "Room 204");
}

INSTANTIATE_TEST_SUITE_P(Engines, MigrationsTest, testing::Values(EngineKind::kSqlite, EngineKind::kPostgres),
                         engine_name);

}  // namespace
}  // namespace hotel::store
