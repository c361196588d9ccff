// Threads that run read jobs, each with its own connection, each job in its own read-only snapshot. A connection that
// is lost is made anew, and the job runs once more: reading twice does no harm.
#pragma once

#include <thread>
#include <vector>

#include "store/health_board.h"
#include "store/job_queue.h"
#include "store/sql/session.h"

namespace hotel::store {

class ReaderPool {
 public:
  ReaderPool(const Engine& engine, int threads, std::size_t queue_limit, const base::Clock& clock, HealthBoard& health);
  ~ReaderPool() { stop(); }
  JobQueue& queue() { return queue_; }
  void stop();  // finishes what is queued

 private:
  class Reader;
  const Engine& engine_;
  const base::Clock& clock_;
  HealthBoard& health_;
  JobQueue queue_;
  std::vector<std::thread> threads_;
};

}  // namespace hotel::store
