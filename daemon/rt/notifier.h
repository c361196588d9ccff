// Wakes coroutines that wait for «something changed». A notification is not a value: a waiter looks at the state again.
// Use on one executor.
#pragma once

#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <cstdint>
#include <list>

#include "rt/task.h"

namespace hotel::rt {

class Notifier {
 public:
  void notify();
  std::uint64_t generation() const { return generation_; }

  // Returns when notify() was called after `seen` was read, or when the time is over. False: time over.
  Task<bool> wait(std::uint64_t seen, std::chrono::steady_clock::duration limit);

 private:
  std::list<boost::asio::steady_timer*> waiting_;
  std::uint64_t generation_ = 0;
};

// Sleeps. A cancelled task throws operation_aborted, as every other operation does.
Task<void> sleep(std::chrono::steady_clock::duration time);

}  // namespace hotel::rt
