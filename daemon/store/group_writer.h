// The one thread that writes. It takes all jobs that wait, up to a limit, and gives them one transaction and one
// commit: under load many webhooks share one fsync, without load a job waits for nobody.
//
// A job that throws loses its own work alone. When the commit itself fails, the jobs are tried again one by one, so
// that one bad row costs only itself. Results leave only after their commit. When the database is away every waiting
// job gets StoreUnavailable at once, and each later batch tries to reach it again.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <thread>
#include <vector>

#include "base/metrics.h"
#include "store/health_board.h"
#include "store/job_queue.h"
#include "store/sql/session.h"
#include "store/unit_of_work.h"

namespace hotel::store {

class GroupWriter {
 public:
  GroupWriter(const Engine& engine, std::size_t queue_limit, std::size_t batch_limit, const base::Clock& clock,
              base::Metrics& metrics, HealthBoard& health);
  ~GroupWriter() { stop(); }

  JobQueue& queue() { return queue_; }
  void on_commit(std::function<void()> listener);
  void stop();  // finishes what is queued

 private:
  enum class Mode { kAlone, kSavepoints, kTogether };  // kTogether: without savepoints, all again when one job fails
  enum class Result { kCommitted, kNothingStored, kAgainWithSavepoints, kAgainOneByOne };

  void loop();
  void run_batch(std::span<QueuedJob> jobs);
  void commit_batch(std::span<QueuedJob> jobs);
  Result run_together(std::span<QueuedJob> jobs, Mode mode);
  bool run_job(QueuedJob& job, Mode mode);
  Result end(std::span<QueuedJob> jobs);
  Result resolve_unanswered_commit(std::span<QueuedJob> jobs, const std::string& transaction,
                                   const ConnectionLost& lost);
  void connect();
  void disconnect();
  void fail_all(std::span<QueuedJob> jobs, const std::string& why);
  void committed();

  const Engine& engine_;
  const std::size_t batch_limit_;
  const base::Clock& clock_;
  base::Metrics& metrics_;
  HealthBoard& health_;
  JobQueue queue_;
  std::mutex listener_mutex_;
  std::function<void()> listener_;
  std::unique_ptr<Session> session_;
  std::unique_ptr<SqlUnitOfWork> unit_;
  std::thread thread_;  // last: it uses all of the above
};

}  // namespace hotel::store
