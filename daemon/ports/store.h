// The store: transactions over typed repositories, the same on SQLite and PostgreSQL.
//
// `write` and `read` run a callable on a database thread. The callable may run again (a group commit that failed is
// retried job by job), so it must only use its UnitOfWork and what it captured, and its result leaves after the commit.
// An exception thrown by the callable rolls back its own work alone and is rethrown to the caller. StoreUnavailable:
// nothing was stored.
#pragma once

#include <any>
#include <functional>
#include <memory>
#include <string>
#include <type_traits>
#include <vector>

#include "ports/repositories.h"
#include "rt/task.h"

namespace hotel::ports {

// All repositories of one transaction. Valid only inside the callable.
class UnitOfWork {
 public:
  virtual ~UnitOfWork() = default;
  virtual InboxRepository& inbox() = 0;
  virtual ConversationRepository& conversations() = 0;
  virtual MessageRepository& messages() = 0;
  virtual OutboxRepository& outbox() = 0;
  virtual BookingRepository& bookings() = 0;
  virtual EventRepository& events() = 0;
  virtual OperatorRepository& operators() = 0;
  virtual AlertRepository& alerts() = 0;
  virtual TicketRepository& tickets() = 0;
  virtual ContentRepository& content() = 0;
  virtual StateRepository& state() = 0;
};

struct StoreHealth {
  bool ok = false;
  std::string engine;  // "sqlite" or "postgresql"
  std::string detail;  // why not ok; no secret
  double latency_ms = 0;
  int schema_version = 0;
  wire::Millis last_commit_at = 0;
  bool writer_stuck = false;  // a write has been under way for more than 10 s
};

class Store {
 public:
  virtual ~Store() = default;

  // Group commit: jobs that wait together share one commit.
  template <class F>
  rt::Task<std::invoke_result_t<F&, UnitOfWork&>> write(F work) {
    return run(true, std::move(work));
  }
  template <class F>
  rt::Task<std::invoke_result_t<F&, UnitOfWork&>> read(F work) {
    return run(false, std::move(work));
  }

  virtual StoreHealth health() const = 0;  // what the last real exchange showed
  virtual rt::Task<void> probe() = 0;      // makes one real exchange
  virtual void on_commit(
      std::function<void()> listener) = 0;  // called on a database thread after a commit that wrote an event
  virtual void stop() = 0;                  // finishes what is queued; later calls throw StoreUnavailable

 protected:
  using Job = std::function<std::any(UnitOfWork&)>;
  virtual rt::Task<std::any> run_write(Job job) = 0;
  virtual rt::Task<std::any> run_read(Job job) = 0;

 private:
  template <class F>
  rt::Task<std::invoke_result_t<F&, UnitOfWork&>> run(bool writes, F work) {
    using R = std::invoke_result_t<F&, UnitOfWork&>;
    auto shared = std::make_shared<F>(std::move(work));  // std::function must be copyable, captures need not be
    Job job = [shared](UnitOfWork& unit) -> std::any {
      if constexpr (std::is_void_v<R>) {
        (*shared)(unit);
        return {};
      } else {
        return std::make_shared<R>((*shared)(unit));
      }
    };
    std::any result = co_await (writes ? run_write(std::move(job)) : run_read(std::move(job)));
    if constexpr (!std::is_void_v<R>) co_return std::move(*std::any_cast<std::shared_ptr<R>&>(result));
  }
};

}  // namespace hotel::ports
