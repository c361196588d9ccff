#include "store/group_writer.h"

#include <limits>

#include "base/log.h"

namespace hotel::store {
namespace {

constexpr std::chrono::milliseconds kIdle{2'000};

}  // namespace

GroupWriter::GroupWriter(const Engine& engine, std::size_t queue_limit, std::size_t batch_limit,
                         const base::Clock& clock, base::Metrics& metrics, HealthBoard& health)
    : engine_(engine),
      batch_limit_(batch_limit),
      clock_(clock),
      metrics_(metrics),
      health_(health),
      queue_(queue_limit),
      thread_([this] { loop(); }) {}

void GroupWriter::on_commit(std::function<void()> listener) {
  const std::scoped_lock lock{listener_mutex_};
  listener_ = std::move(listener);
}

void GroupWriter::stop() {
  queue_.close();
  if (thread_.joinable()) thread_.join();
}

void GroupWriter::loop() {
  std::vector<QueuedJob> jobs;
  for (;;) {
    jobs.clear();
    switch (queue_.take(jobs, batch_limit_, kIdle)) {
      case JobQueue::Wait::kClosed:
        return;
      case JobQueue::Wait::kIdle:
        if (session_) session_->idle();
        break;
      case JobQueue::Wait::kJobs:
        health_.write_begins();
        run_batch(jobs);
        health_.write_ends();
        for (auto& job : jobs) job.finish();
        break;
    }
  }
}

void GroupWriter::run_batch(std::span<QueuedJob> jobs) {
  try {
    try {
      commit_batch(jobs);
      return;
    } catch (const ConnectionLost& e) {
      const bool was_connected = session_ != nullptr;
      disconnect();
      if (!was_connected) throw;  // it cannot be reached at all
      base::log::warning("store.reconnect", {{"engine", engine_.name()}, {"error", e.what()}});
    }
    commit_batch(
        jobs);  // nothing of it was stored: a connection that was lost before the commit takes its work with it
  } catch (const base::StoreUnavailable& e) {
    disconnect();
    fail_all(jobs, e.what());
    // Whoever waited meanwhile would only wait for the same.
    std::vector<QueuedJob> waiting;
    queue_.take(waiting, std::numeric_limits<std::size_t>::max(), std::chrono::milliseconds{0});
    fail_all(waiting, e.what());
    for (auto& job : waiting) job.finish();
  } catch (const std::exception& e) {
    disconnect();
    base::log::error("store.batch_failed", {{"error", e.what()}});
    for (auto& job : jobs) job.failure = std::current_exception();
  }
}

void GroupWriter::commit_batch(std::span<QueuedJob> jobs) {
  connect();
  Mode mode = Mode::kAlone;
  if (jobs.size() > 1) mode = session_->dialect().cheap_savepoints ? Mode::kSavepoints : Mode::kTogether;
  Result result = run_together(jobs, mode);
  if (result == Result::kAgainWithSavepoints) result = run_together(jobs, Mode::kSavepoints);
  if (result != Result::kAgainOneByOne) return;
  for (auto& job : jobs) run_together({&job, 1}, Mode::kAlone);
}

GroupWriter::Result GroupWriter::run_together(std::span<QueuedJob> jobs, Mode mode) {
  const auto begun = clock_.steady();
  unit_->set_wrote_event(false);
  session_->begin();
  bool any = false;
  for (auto& job : jobs) {
    const bool good = run_job(job, mode);
    any = any || good;
    if (good || (mode == Mode::kSavepoints && session_->sound())) continue;
    session_->rollback();
    if (mode == Mode::kAlone) return Result::kNothingStored;
    return mode == Mode::kTogether ? Result::kAgainWithSavepoints : Result::kAgainOneByOne;
  }
  if (!any) {
    session_->rollback();
    return Result::kNothingStored;
  }
  const Result result = end(jobs);
  if (result == Result::kCommitted) {
    const std::chrono::duration<double> took = clock_.steady() - begun;
    metrics_.observe("hotel_agent_commit_seconds", took.count());
    metrics_.count("hotel_agent_commits_total");
    health_.good(HealthBoard::Side::kWrite, took.count() * 1'000, true);
  }
  return result;
}

// False: the job failed and its work is undone, or (when the transaction is not sound any more) must be with all
// others.
bool GroupWriter::run_job(QueuedJob& job, Mode mode) {
  const bool had_event = unit_->wrote_event();
  job.value.reset();
  job.failure = nullptr;
  if (mode == Mode::kSavepoints) session_->savepoint();
  try {
    job.value = job.work(*unit_);
    if (!session_->sound()) {
      if (session_->in_transaction()) throw SqlError("a statement of this job failed and the job did not say so");
      throw base::StoreUnavailable("The database ended the transaction.");
    }
  } catch (const ConnectionLost&) {
    throw;
  } catch (const base::StoreUnavailable& e) {
    health_.bad(HealthBoard::Side::kWrite, e.what());
    job.failure = std::current_exception();
  } catch (...) {
    job.failure = std::current_exception();
  }
  if (!job.failure) {
    if (mode == Mode::kSavepoints) session_->release();
    return true;
  }
  unit_->set_wrote_event(had_event);
  if (mode == Mode::kSavepoints && session_->in_transaction()) session_->rollback_to();
  return false;
}

GroupWriter::Result GroupWriter::end(std::span<QueuedJob> jobs) {
  std::string transaction;
  try {
    session_->commit();
    committed();
    return Result::kCommitted;
  } catch (const ConnectionLost& e) {
    transaction = session_->transaction_id();
    if (transaction.empty()) throw;
    return resolve_unanswered_commit(jobs, transaction, e);
  } catch (const std::exception& e) {
    session_->rollback();
    if (jobs.size() > 1) {
      base::log::warning("store.commit_retried", {{"jobs", jobs.size()}, {"error", e.what()}});
      return Result::kAgainOneByOne;
    }
    if (dynamic_cast<const base::StoreUnavailable*>(&e) != nullptr) health_.bad(HealthBoard::Side::kWrite, e.what());
    jobs.front().failure = std::current_exception();
    jobs.front().value.reset();
    return Result::kNothingStored;
  }
}

// The connection broke between COMMIT and its answer: the database itself knows what became of the transaction.
GroupWriter::Result GroupWriter::resolve_unanswered_commit(std::span<QueuedJob>, const std::string& transaction,
                                                           const ConnectionLost& lost) {
  const bool wrote_event = unit_->wrote_event();
  disconnect();
  connect();
  unit_->set_wrote_event(wrote_event);
  switch (session_->fate_of(transaction)) {
    case Session::Fate::kCommitted:
      committed();
      return Result::kCommitted;
    case Session::Fate::kGone:
      throw ConnectionLost(lost.what());  // the caller runs the batch once more
    case Session::Fate::kUnknown:
      break;
  }
  throw base::StoreUnavailable("The connection broke during a commit, and what became of it cannot be found out.");
}

void GroupWriter::connect() {
  if (session_) return;
  session_ = engine_.connect(Access::kWrite);
  unit_ = std::make_unique<SqlUnitOfWork>(*session_, clock_);
}

void GroupWriter::disconnect() {
  unit_.reset();
  session_.reset();
}

void GroupWriter::fail_all(std::span<QueuedJob> jobs, const std::string& why) {
  health_.bad(HealthBoard::Side::kWrite, why);
  for (auto& job : jobs) {
    job.value.reset();
    job.failure = std::make_exception_ptr(base::StoreUnavailable(why));
  }
}

void GroupWriter::committed() {
  if (!unit_->wrote_event()) return;
  std::function<void()> listener;
  {
    const std::scoped_lock lock{listener_mutex_};
    listener = listener_;
  }
  if (listener) listener();
}

}  // namespace hotel::store
