#include "rt/task_group.h"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>
#include <exception>
#include <utility>

#include "base/log.h"

namespace hotel::rt {
namespace asio = boost::asio;

TaskGroup::TaskGroup(asio::any_io_executor executor) : executor_(std::move(executor)), changed_(executor_) {}

void TaskGroup::spawn(std::string name, Task<void> task) {
  const auto slot = signals_.emplace(signals_.end());
  auto done = [this, slot, name = std::move(name)](const std::exception_ptr& failure) {
    signals_.erase(slot);
    changed_.cancel();
    if (!failure) return;
    try {
      std::rethrow_exception(failure);
    } catch (const boost::system::system_error& e) {
      if (e.code() != asio::error::operation_aborted)
        base::log::error("task.failed", {{"task", name}, {"error", e.code().message()}});
    } catch (const std::exception& e) {
      base::log::error("task.failed", {{"task", name}, {"error", e.what()}});
    }
  };
  asio::co_spawn(executor_, std::move(task), asio::bind_cancellation_slot(slot->slot(), std::move(done)));
}

void TaskGroup::cancel_all() {
  for (auto at = signals_.begin(); at != signals_.end();) (at++)->emit(asio::cancellation_type::terminal);
}

Task<bool> TaskGroup::wait_all(std::chrono::steady_clock::duration limit) {
  const auto end = std::chrono::steady_clock::now() + limit;
  while (!signals_.empty()) {
    if (std::chrono::steady_clock::now() >= end) co_return false;
    changed_.expires_at(end);
    boost::system::error_code ignored;
    co_await changed_.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
  }
  co_return true;
}

}  // namespace hotel::rt
