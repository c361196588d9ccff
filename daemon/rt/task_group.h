// Owns coroutines: whatever is spawned here can be cancelled and awaited together. An exception that escapes a task
// ends that task alone and is logged. All members must be used on the group's executor; the group must outlive its
// tasks, so an owner that ends calls cancel_all() and awaits wait_all() first.
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <list>
#include <string>

#include "rt/task.h"

namespace hotel::rt {

class TaskGroup {
 public:
  explicit TaskGroup(boost::asio::any_io_executor executor);
  TaskGroup(const TaskGroup&) = delete;
  TaskGroup& operator=(const TaskGroup&) = delete;

  void spawn(std::string name, Task<void> task);
  void cancel_all();
  std::size_t size() const { return signals_.size(); }
  Task<bool> wait_all(std::chrono::steady_clock::duration limit);  // true: every task has ended

 private:
  boost::asio::any_io_executor executor_;
  std::list<boost::asio::cancellation_signal> signals_;
  boost::asio::steady_timer changed_;
};

}  // namespace hotel::rt
