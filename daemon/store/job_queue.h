// Jobs of coroutines that wait for a database thread, and their way back: the result is posted to the executor of the
// coroutine that awaits it.
//
// Thread-safe. A full or closed queue refuses with StoreUnavailable.
#pragma once

#include <any>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "base/error.h"
#include "ports/store.h"
#include "rt/task.h"

namespace hotel::store {

struct QueuedJob {
  std::function<std::any(ports::UnitOfWork&)> work;
  std::function<void(std::exception_ptr, std::any)> deliver;
  std::any value;
  std::exception_ptr failure;

  void finish() {
    if (deliver) std::exchange(deliver, nullptr)(failure, std::move(value));
  }
};

class JobQueue {
 public:
  explicit JobQueue(std::size_t limit) : limit_(limit) {}

  void push(QueuedJob job) {
    {
      const std::scoped_lock lock{mutex_};
      if (!closed_ && jobs_.size() < limit_) {
        jobs_.push_back(std::move(job));
        wake_.notify_one();
        return;
      }
    }
    job.failure = std::make_exception_ptr(base::StoreUnavailable(
        is_closed() ? "The store is stopped." : "The store has too much to do: its queue is full."));
    job.finish();
  }

  enum class Wait { kJobs, kIdle, kClosed };

  // Waits for jobs and takes up to `limit`. kIdle: none came in that time. kClosed: none will come.
  Wait take(std::vector<QueuedJob>& out, std::size_t limit, std::chrono::milliseconds patience) {
    std::unique_lock lock{mutex_};
    wake_.wait_for(lock, patience, [&] { return closed_ || !jobs_.empty(); });
    while (!jobs_.empty() && out.size() < limit) {
      out.push_back(std::move(jobs_.front()));
      jobs_.pop_front();
    }
    if (!out.empty()) return Wait::kJobs;
    return closed_ ? Wait::kClosed : Wait::kIdle;
  }

  void close() {
    const std::scoped_lock lock{mutex_};
    closed_ = true;
    wake_.notify_all();
  }

 private:
  bool is_closed() const {
    const std::scoped_lock lock{mutex_};
    return closed_;
  }

  const std::size_t limit_;
  mutable std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<QueuedJob> jobs_;
  bool closed_ = false;
};

// Queues the job and resumes the caller with its value or its exception.
inline rt::Task<std::any> await_job(JobQueue& queue, std::function<std::any(ports::UnitOfWork&)> work) {
  namespace asio = boost::asio;
  std::any value = co_await asio::async_initiate<const asio::use_awaitable_t<>&, void(std::exception_ptr, std::any)>(
      [&queue](auto handler, std::function<std::any(ports::UnitOfWork&)> job) {
        using Handler = decltype(handler);
        auto guard = asio::make_work_guard(asio::get_associated_executor(handler));
        auto shared = std::make_shared<Handler>(std::move(handler));
        auto deliver = [shared, guard = std::move(guard)](std::exception_ptr failure, std::any result) {
          asio::post(guard.get_executor(), [shared, failure, result = std::move(result)]() mutable {
            std::move (*shared)(failure, std::move(result));
          });
        };
        queue.push({std::move(job), std::move(deliver), {}, nullptr});
      },
      asio::use_awaitable, std::move(work));
  co_return value;
}

}  // namespace hotel::store
