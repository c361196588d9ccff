// One suite, two engines: every StoreTest runs on a SQLite file and on a PostgreSQL database of its own. The PostgreSQL
// server is shared by the tests of this program.
#pragma once

#include <atomic>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_future.hpp>
#include <filesystem>
#include <functional>
#include <future>
#include <gtest/gtest.h>

#include "base/clock.h"
#include "base/metrics.h"
#include "store/open.h"
#include "support/postgres/postgres_server.h"
#include "wire/ids.h"

namespace hotel::store {

enum class EngineKind { kSqlite, kPostgres };
std::string engine_name(const testing::TestParamInfo<EngineKind>& info);

class TestClock final : public base::Clock {
 public:
  wire::Millis now() const override { return now_; }
  std::chrono::steady_clock::time_point steady() const override { return std::chrono::steady_clock::now(); }
  void advance(wire::Millis by) { now_ += by; }

 private:
  std::atomic<wire::Millis> now_{1'800'000'000'000};
};

class TempFolder {
 public:
  TempFolder();
  ~TempFolder();
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

test::PostgresServer& postgres();

// A store with its own io_context, so that a test can await one call after the other.
class OpenStore {
 public:
  OpenStore(const StoreConfig& config, const base::Clock& clock) : store_(open_store(io_, config, clock, metrics_)) {}

  template <class T>
  T run(rt::Task<T> task) {
    auto future = boost::asio::co_spawn(io_, std::move(task), boost::asio::use_future);
    io_.restart();
    io_.run();
    return future.get();
  }
  template <class F>
  auto write(F work) {
    return run(store_->write(std::move(work)));
  }
  template <class F>
  auto read(F work) {
    return run(store_->read(std::move(work)));
  }
  // All at once: they meet in the writer's queue. `first_queued` is called when the first one is in it, `queued` when
  // all are.
  template <class F>
  auto write_all(
      std::vector<F> works, std::function<void()> queued = [] {}, std::function<void()> first_queued = [] {}) {
    using R = std::invoke_result_t<F&, ports::UnitOfWork&>;
    std::vector<std::future<R>> futures;
    for (auto& work : works) {
      futures.push_back(boost::asio::co_spawn(io_, store_->write(std::move(work)), boost::asio::use_future));
      if (futures.size() == 1) boost::asio::post(io_, first_queued);
    }
    boost::asio::post(io_, std::move(queued));
    io_.restart();
    io_.run();
    return futures;
  }
  ports::Store& operator*() { return *store_; }
  ports::Store* operator->() { return store_.get(); }
  base::Metrics& metrics() { return metrics_; }
  void close() { store_.reset(); }

 private:
  boost::asio::io_context io_;
  base::Metrics metrics_;
  std::unique_ptr<ports::Store> store_;
};

class StoreTest : public testing::TestWithParam<EngineKind> {
 protected:
  StoreTest();
  bool sqlite() const { return GetParam() == EngineKind::kSqlite; }
  wire::Millis now() const { return clock_.now(); }
  OpenStore& store() { return *store_; }
  void reopen();

  template <class F>
  auto write(F work) {
    return store().write(std::move(work));
  }
  template <class F>
  auto read(F work) {
    return store().read(std::move(work));
  }

  // A guest with that phone, and one conversation.
  ports::ConversationRow open_conversation(const std::string& phone, const std::string& name = "Ana");
  // An inbound text; false when it is known already.
  bool receive(const std::string& conversation_id, const std::string& external_id, const std::string& text,
               wire::Millis sent_at = 0, bool wants_answer = true);

  TestClock clock_;
  TempFolder folder_;
  StoreConfig config_;
  std::unique_ptr<OpenStore> store_;
};

inline constexpr const char* kNumber = "1060";

}  // namespace hotel::store
