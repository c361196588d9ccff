#include <future>

#include "base/error.h"
#include "store_fixture.h"

namespace hotel::store {
namespace {

using Work = std::function<std::string(ports::UnitOfWork&)>;

// Twice in one database: refused.
void enqueue_same(ports::UnitOfWork& unit) {
  ports::OutboxRow row;
  row.id = "same";
  unit.outbox().enqueue(row);
}

class GroupCommitTest : public StoreTest {
 protected:
  // The first job holds the writer until all others are queued, so that those are one batch.
  std::vector<std::future<std::string>> together(std::vector<Work> works) {
    auto gate = std::make_shared<std::promise<void>>();
    auto open = gate->get_future().share();
    auto begun = std::make_shared<std::promise<void>>();
    works.insert(works.begin(), [open, begun](ports::UnitOfWork&) {
      begun->set_value();
      open.wait();
      return std::string{"gate"};
    });
    // Only when the writer runs the first job it cannot take another one along.
    auto out =
        store().write_all(std::move(works), [gate] { gate->set_value(); }, [begun] { begun->get_future().wait(); });
    out.erase(out.begin());
    return out;
  }
  static Work put(int i) {
    return [i](ports::UnitOfWork& unit) {
      unit.state().put("k" + std::to_string(i), "v");
      return "r" + std::to_string(i);
    };
  }
  bool stored(int i) {
    return read([i](ports::UnitOfWork& unit) { return unit.state().get("k" + std::to_string(i)).has_value(); });
  }
  double commits() { return store().metrics().counted("hotel_agent_commits_total"); }
};

TEST_P(GroupCommitTest, JobsThatWaitShareOneCommit) {
  std::vector<Work> works;
  for (int i = 0; i < 250; ++i) works.push_back(put(i));
  const double before = commits();
  auto results = together(works);
  for (int i = 0; i < 250; ++i) EXPECT_EQ(results[static_cast<std::size_t>(i)].get(), "r" + std::to_string(i));
  EXPECT_TRUE(stored(0) && stored(249));
  EXPECT_LE(commits() - before, 2);  // theirs, and the gate's when the writer was quick to take it
}

TEST_P(GroupCommitTest, OneBadJobLosesItsOwnWorkAlone) {
  std::vector<Work> works;
  for (int i = 0; i < 100; ++i) works.push_back(put(i));
  works[13] = [](ports::UnitOfWork& unit) -> std::string {
    unit.state().put("k13", "v");
    throw std::out_of_range("no");
  };
  // Statements that the database refuses: a key twice, and (PostgreSQL) a text that it cannot hold.
  works[40] = [](ports::UnitOfWork& unit) -> std::string {
    unit.state().put("k40", "v");
    enqueue_same(unit);
    enqueue_same(unit);
    return "wrong";
  };
  works[41] = [](ports::UnitOfWork& unit) {
    unit.state().put("k41", std::string{"a\0b", 3});
    return std::string{"nul"};
  };
  works[42] = [](ports::UnitOfWork& unit) {
    unit.state().put("k42", "\xff\xfe no UTF-8");
    return std::string{"bytes"};
  };
  auto results = together(works);
  for (int i = 0; i < 100; ++i) {
    const auto at = static_cast<std::size_t>(i);
    if (i == 13) {
      EXPECT_THROW(results[at].get(), std::out_of_range);
    } else if (i == 40) {
      EXPECT_THROW(results[at].get(), std::runtime_error);
    } else if ((i == 41 || i == 42) && !sqlite()) {
      EXPECT_THROW(results[at].get(), std::runtime_error);
    } else {
      EXPECT_NO_THROW(results[at].get()) << i;
      EXPECT_TRUE(stored(i)) << i;
      continue;
    }
    EXPECT_FALSE(stored(i)) << i;
  }
  EXPECT_FALSE(read([](ports::UnitOfWork& unit) { return unit.outbox().find("same").has_value(); }));
}

TEST_P(GroupCommitTest, AJobThatHidesAFailedStatementIsNotStored) {
  const Work hides = [](ports::UnitOfWork& unit) {
    unit.state().put("k1", "v");
    try {
      enqueue_same(unit);
      enqueue_same(unit);
    } catch (const std::exception&) {
      return std::string{"hidden"};
    }
    return std::string{"none"};
  };
  EXPECT_THROW(write(hides), std::runtime_error);
  EXPECT_FALSE(stored(1));
  auto results = together({put(2), hides, put(3)});
  EXPECT_NO_THROW(results[0].get());
  EXPECT_THROW(results[1].get(), std::runtime_error);
  EXPECT_NO_THROW(results[2].get());
  EXPECT_TRUE(stored(2) && stored(3));
  EXPECT_FALSE(stored(1));
}

TEST_P(GroupCommitTest, AListenerHearsOfCommitsThatWroteAnEvent) {
  std::atomic<int> heard{0};
  store()->on_commit([&] { ++heard; });
  write([](ports::UnitOfWork& unit) { unit.state().put("a", "b"); });
  EXPECT_EQ(heard, 0);
  std::vector<Work> works;
  for (int i = 0; i < 20; ++i)
    works.push_back([](ports::UnitOfWork& unit) {
      unit.events().append("health.updated", {}, 1);
      return std::string{};
    });
  for (auto& result : together(works)) result.get();
  EXPECT_EQ(heard, 1);
  const auto fails = [](ports::UnitOfWork& unit) {
    unit.events().append("health.updated", {}, 1);
    throw std::runtime_error("no");
  };
  EXPECT_THROW(write(fails), std::runtime_error);
  EXPECT_EQ(heard, 1);
  store()->on_commit({});
}

TEST_P(GroupCommitTest, AFullQueueRefusesAtOnce) {
  config_.queue_limit = 3;
  reopen();
  auto gate = std::make_shared<std::promise<void>>();
  auto entered = std::make_shared<std::promise<void>>();
  auto open = gate->get_future().share();
  std::vector<Work> works{[=](ports::UnitOfWork&) {
    entered->set_value();
    open.wait();
    return std::string{};
  }};
  std::thread holder{[&] {
    for (auto& result : store().write_all(works)) result.get();
  }};
  entered->get_future().wait();
  // Another io_context, since the first is in use: ten jobs for three places.
  boost::asio::io_context io;
  std::vector<std::future<std::string>> results;
  for (int i = 0; i < 10; ++i)
    results.push_back(boost::asio::co_spawn(io, store()->write(put(i)), boost::asio::use_future));
  boost::asio::post(io, [gate] { gate->set_value(); });
  io.run();
  holder.join();
  int stored_jobs = 0, refused = 0;
  for (auto& result : results) {
    try {
      result.get();
      ++stored_jobs;
    } catch (const base::StoreUnavailable&) {
      ++refused;
    }
  }
  EXPECT_EQ(stored_jobs, 3);
  EXPECT_EQ(refused, 7);
}

TEST_P(GroupCommitTest, StopFinishesWhatIsQueuedAndRefusesTheRest) {
  std::vector<Work> works;
  for (int i = 0; i < 50; ++i) works.push_back(put(i));
  auto results = store().write_all(works, [this] { store()->stop(); });
  for (auto& result : results) EXPECT_NO_THROW(result.get());
  EXPECT_THROW(write(put(60)), base::StoreUnavailable);
  EXPECT_THROW(stored(1), base::StoreUnavailable);
  reopen();
  for (int i = 0; i < 50; ++i) EXPECT_TRUE(stored(i));
  EXPECT_FALSE(stored(60));
}

TEST_P(GroupCommitTest, AReaderCannotWrite) {
  EXPECT_ANY_THROW(read([](ports::UnitOfWork& unit) { unit.state().put("k1", "v"); }));
  EXPECT_FALSE(stored(1));
  EXPECT_TRUE(store()->health().ok);  // the job was wrong, not the database
}

INSTANTIATE_TEST_SUITE_P(Engines, GroupCommitTest, testing::Values(EngineKind::kSqlite, EngineKind::kPostgres),
                         engine_name);

}  // namespace
}  // namespace hotel::store
