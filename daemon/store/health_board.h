// What the last exchanges with the database showed. Written by the database threads, read by anybody.
#pragma once

#include <atomic>
#include <mutex>
#include <string>

#include "base/clock.h"
#include "base/log.h"
#include "ports/store.h"

namespace hotel::store {

class HealthBoard {
 public:
  HealthBoard(const base::Clock& clock, std::string engine, int schema_version) : clock_(clock) {
    health_.engine = std::move(engine);
    health_.schema_version = schema_version;
  }

  enum class Side { kRead, kWrite };

  void good(Side side, double latency_ms, bool committed) {
    const std::scoped_lock lock{mutex_};
    auto& fault = side == Side::kRead ? read_fault_ : write_fault_;
    if (!fault.empty())
      base::log::info("store.back", {{"side", side == Side::kRead ? "read" : "write"}, {"engine", health_.engine}});
    fault.clear();
    health_.latency_ms = latency_ms;
    if (committed) health_.last_commit_at = clock_.now();
  }

  void bad(Side side, const std::string& why) {
    const std::scoped_lock lock{mutex_};
    auto& fault = side == Side::kRead ? read_fault_ : write_fault_;
    if (fault.empty())
      base::log::error("store.away",
                       {{"side", side == Side::kRead ? "read" : "write"}, {"engine", health_.engine}, {"error", why}});
    fault = why;
  }

  bool write_is_bad() const {
    const std::scoped_lock lock{mutex_};
    return !write_fault_.empty();
  }

  void write_begins() { write_since_ = clock_.steady().time_since_epoch().count(); }
  void write_ends() { write_since_ = 0; }

  ports::StoreHealth read() const {
    const std::scoped_lock lock{mutex_};
    ports::StoreHealth out = health_;
    out.detail = write_fault_.empty() ? read_fault_ : write_fault_;
    out.ok = out.detail.empty();
    const auto since = write_since_.load();
    const std::chrono::steady_clock::duration under_way{clock_.steady().time_since_epoch().count() - since};
    out.writer_stuck = since != 0 && under_way > std::chrono::seconds{10};
    return out;
  }

 private:
  const base::Clock& clock_;
  mutable std::mutex mutex_;
  ports::StoreHealth health_;
  std::string read_fault_, write_fault_;
  std::atomic<std::int64_t> write_since_{0};
};

}  // namespace hotel::store
