// What the store does when the database is away, full or killed.
#include <cstdio>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "store_fixture.h"

namespace hotel::store {
namespace {

using Seconds = std::chrono::duration<double>;

const auto kPut = [](ports::UnitOfWork& unit) { unit.state().put("k", "v"); };
const auto kGet = [](ports::UnitOfWork& unit) { return unit.state().get("k"); };

class FaultsTest : public StoreTest {
 protected:
  double seconds_of_refusal() {
    const auto begun = std::chrono::steady_clock::now();
    EXPECT_THROW(write(kPut), base::StoreUnavailable);
    return Seconds(std::chrono::steady_clock::now() - begun).count();
  }
};

class SqliteFaults : public FaultsTest {};
class PostgresFaults : public FaultsTest {};

TEST_P(SqliteFaults, ALockedFileIsUnavailableAndHeals) {
  write(kPut);
  sqlite3* other = nullptr;
  ASSERT_EQ(sqlite3_open(config_.sqlite_file.c_str(), &other), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
  EXPECT_LT(seconds_of_refusal(), 3.5);
  EXPECT_FALSE(store()->health().ok);
  EXPECT_NE(store()->health().detail, "");
  EXPECT_EQ(read(kGet), "v");  // readers go on
  ASSERT_EQ(sqlite3_exec(other, "COMMIT", nullptr, nullptr, nullptr), SQLITE_OK);
  EXPECT_NO_THROW(write(kPut));
  EXPECT_TRUE(store()->health().ok);
  sqlite3_close(other);
}

TEST_P(SqliteFaults, AProbeFindsALockedFileAndItsEnd) {
  store().run(store()->probe());
  EXPECT_TRUE(store()->health().ok);
  clock_.advance(60'000);
  sqlite3* other = nullptr;
  ASSERT_EQ(sqlite3_open(config_.sqlite_file.c_str(), &other), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
  store().run(store()->probe());
  EXPECT_FALSE(store()->health().ok);
  sqlite3_close(other);
  store().run(store()->probe());
  EXPECT_TRUE(store()->health().ok);
  EXPECT_EQ(store()->health().last_commit_at, now());
}

TEST_P(PostgresFaults, AStoppedServerIsUnavailableAndHeals) {
  write(kPut);
  postgres().stop();
  EXPECT_LT(seconds_of_refusal(), 3.5);
  EXPECT_THROW(read(kGet), base::StoreUnavailable);
  EXPECT_FALSE(store()->health().ok);
  store().run(store()->probe());
  EXPECT_FALSE(store()->health().ok);
  boost::asio::io_context io;
  base::Metrics metrics;
  EXPECT_THROW(open_store(io, config_, clock_, metrics), base::StoreUnavailable);
  EXPECT_THROW(migrate(config_), base::StoreUnavailable);
  postgres().start();
  EXPECT_NO_THROW(write(kPut));
  EXPECT_EQ(read(kGet), "v");
  EXPECT_TRUE(store()->health().ok);
}

TEST_P(PostgresFaults, CutSessionsAreMadeAnewUnnoticed) {
  write(kPut);
  for (int i = 0; i < 3; ++i) {
    postgres().end_sessions(config_.postgres_url);
    EXPECT_NO_THROW(write(kPut));
    EXPECT_EQ(read(kGet), "v");
  }
}

// The session dies in the middle of a batch: nothing of it was stored, so all of it runs again.
TEST_P(PostgresFaults, ASessionThatDiesInAJobLosesNothing) {
  std::atomic<int> runs{0};
  const auto work = [&](ports::UnitOfWork& unit) {
    unit.state().put("k", "before");
    if (runs++ == 0) postgres().end_sessions(config_.postgres_url);
    unit.state().put("k2", "after");
    return 1;
  };
  EXPECT_EQ(write(work), 1);
  EXPECT_EQ(runs, 2);
  EXPECT_EQ(read([](ports::UnitOfWork& unit) { return unit.state().get("k2"); }), "after");
}

TEST_P(PostgresFaults, ALockThatIsHeldElsewhereIsUnavailableAndHeals) {
  std::promise<void> held, release;
  std::thread holder{[&] {
    OpenStore other(config_, clock_);
    other.write([&](ports::UnitOfWork& unit) {
      unit.state().put("other", "v");
      held.set_value();
      release.get_future().wait();
    });
  }};
  held.get_future().wait();
  EXPECT_LT(seconds_of_refusal(), 3.5);
  // Webhooks are stored all the same: their inserts wait for nobody.
  EXPECT_NO_THROW(write([at = now()](ports::UnitOfWork& unit) { unit.inbox().append({{0, at, "x"}}); }));
  release.set_value();
  holder.join();
  EXPECT_NO_THROW(write(kPut));
}

INSTANTIATE_TEST_SUITE_P(Engines, SqliteFaults, testing::Values(EngineKind::kSqlite), engine_name);
INSTANTIATE_TEST_SUITE_P(Engines, PostgresFaults, testing::Values(EngineKind::kPostgres), engine_name);

// ------------------------------------------------------------------------------------------------------------- disk
// full A small file system of the child's own when it may mount one; else a limit on the size of its files.
class SmallDisk {
 public:
  explicit SmallDisk(const std::filesystem::path& folder) : folder_(folder) {
    mounted_ = unshare(CLONE_NEWNS) == 0 && mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
               mount("tmpfs", folder_.c_str(), "tmpfs", 0, "size=1536k") == 0;
    if (!mounted_) limit(1'200'000);
  }
  void grow() {
    if (mounted_)
      grown_ = mount(nullptr, folder_.c_str(), nullptr, MS_REMOUNT, "size=64m") == 0;
    else
      limit(RLIM_INFINITY);
  }

 private:
  void limit(rlim_t bytes) {
    signal(SIGXFSZ, SIG_IGN);
    rlimit value{};
    getrlimit(RLIMIT_FSIZE, &value);
    value.rlim_cur = bytes;
    setrlimit(RLIMIT_FSIZE, &value);
  }
  std::filesystem::path folder_;
  bool mounted_ = false, grown_ = false;
};

int complain(const char* what) {
  std::fprintf(stderr, "disk full: %s\n", what);
  return 1;
}

int fill_the_disk(const std::filesystem::path& folder) {
  SmallDisk disk{folder};
  TestClock clock;
  StoreConfig config;
  config.sqlite_file = folder / "store.db";
  migrate(config);
  OpenStore store(config, clock);
  const auto append = [&](std::size_t size) {
    store.write([=](ports::UnitOfWork& unit) { unit.inbox().append({{0, 1, std::string(size, 'x')}}); });
  };
  const auto count = [&] { return store.read([](ports::UnitOfWork& unit) { return unit.inbox().age().waiting; }); };
  std::int64_t acked = 0;
  bool full = false;
  for (int i = 0; i < 100 && !full; ++i) {
    try {
      append(50'000);
      ++acked;
    } catch (const base::StoreUnavailable&) {
      full = true;
    }
  }
  if (!full) return complain("it never filled");
  if (acked == 0) return complain("nothing was stored at all");
  if (store->health().ok) return complain("health says ok");
  if (count() != acked) return complain("what was acknowledged is not what is stored");
  disk.grow();
  for (int i = 0; i < 50; ++i, ++acked) append(50'000);
  if (count() != acked) return complain("rows are missing after it healed");
  if (!store->health().ok) return complain("health does not heal");
  store.close();
  sqlite3* db = nullptr;
  sqlite3_open(config.sqlite_file.c_str(), &db);
  std::string verdict;
  sqlite3_exec(
      db, "PRAGMA integrity_check",
      [](void* out, int, char** values, char**) { return *static_cast<std::string*>(out) += values[0], 0; }, &verdict,
      nullptr);
  sqlite3_close(db);
  return verdict == "ok" ? 0 : complain(verdict.c_str());
}

int status_of_child(const std::function<int()>& work) {
  const pid_t child = fork();
  if (child == 0) {
    int code = 99;
    try {
      code = work();
    } catch (const std::exception& e) {
      std::fprintf(stderr, "child: %s\n", e.what());
    }
    _exit(code);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
}

TEST(DiskFull, IsUnavailableNeverCorruptAndHeals) {
  TempFolder folder;
  EXPECT_EQ(status_of_child([&] { return fill_the_disk(folder.path()); }), 0);
}

// --------------------------------------------------------------------------------------------------------------- kill
// -9
class KillTest : public StoreTest {
 protected:
  // Writes numbers and tells each one that was acknowledged, until it is killed.
  [[noreturn]] void write_until_killed(int tell) {
    OpenStore mine(config_, clock_);
    for (int round = 0;; ++round) {
      std::vector<std::function<int(ports::UnitOfWork&)>> works;
      for (int k = 0; k < 5; ++k)
        works.push_back([n = round * 5 + k](ports::UnitOfWork& unit) {
          unit.inbox().append({{0, n, "x"}});
          unit.events().append("health.updated", {{"n", n}}, 1);
          return n;
        });
      for (auto& result : mine.write_all(works)) {
        const int n = result.get();
        if (::write(tell, &n, sizeof n) != sizeof n) _exit(1);
      }
    }
  }
};

TEST_P(KillTest, WhatWasAcknowledgedIsStored) {
  store_.reset();
  for (int kill_round = 0; kill_round < 3; ++kill_round) {
    int tell[2];
    ASSERT_EQ(pipe(tell), 0);
    const pid_t child = fork();
    if (child == 0) {
      close(tell[0]);
      write_until_killed(tell[1]);
    }
    close(tell[1]);
    std::vector<int> acked;
    int n = 0;
    while (acked.size() < 60U && ::read(tell[0], &n, sizeof n) == sizeof n) acked.push_back(n);
    kill(child, SIGKILL);
    while (::read(tell[0], &n, sizeof n) == sizeof n) acked.push_back(n);  // told before the kill
    close(tell[0]);
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status));
    EXPECT_GE(acked.size(), 60U);

    OpenStore after(config_, clock_);
    const auto rows = after.write([](ports::UnitOfWork& unit) { return unit.inbox().claim(1'000'000); });
    const auto events = after.read([](ports::UnitOfWork& unit) { return unit.events().after(0, 1'000'000); });
    EXPECT_EQ(rows.size(), events.size());  // both or none
    std::vector<wire::Millis> stored;
    for (const auto& row : rows) stored.push_back(row.received_at);
    for (const int one : acked) EXPECT_EQ(std::count(stored.begin(), stored.end(), one), kill_round + 1) << one;
  }
}

INSTANTIATE_TEST_SUITE_P(Engines, KillTest, testing::Values(EngineKind::kSqlite, EngineKind::kPostgres), engine_name);

}  // namespace
}  // namespace hotel::store
