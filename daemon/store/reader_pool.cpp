#include "store/reader_pool.h"

#include "store/unit_of_work.h"

namespace hotel::store {

class ReaderPool::Reader {
 public:
  explicit Reader(ReaderPool& pool) : pool_(pool) {}

  void loop() {
    std::vector<QueuedJob> jobs;
    for (;;) {
      jobs.clear();
      const auto got = pool_.queue_.take(jobs, 1, std::chrono::hours{1});
      if (got == JobQueue::Wait::kClosed) return;
      if (got == JobQueue::Wait::kJobs) run(jobs.front());
    }
  }

 private:
  void run(QueuedJob& job) {
    const auto begun = pool_.clock_.steady();
    try {
      // Twice when a connection broke under the job; once when there is none to be had.
      if (!attempt(job) && (!was_connected_ || !attempt(job))) throw base::StoreUnavailable(lost_);
      pool_.health_.good(HealthBoard::Side::kRead,
                         std::chrono::duration<double, std::milli>(pool_.clock_.steady() - begun).count(), false);
    } catch (const base::StoreUnavailable& e) {
      pool_.health_.bad(HealthBoard::Side::kRead, e.what());
      job.failure = std::make_exception_ptr(base::StoreUnavailable(e.what()));
    } catch (...) {
      job.failure = std::current_exception();
    }
    job.finish();
    if (session_ && session_->in_transaction()) session_->rollback();
  }

  // False: the connection was lost.
  bool attempt(QueuedJob& job) {
    try {
      if (!session_) {
        session_ = pool_.engine_.connect(Access::kRead);
        unit_ = std::make_unique<SqlUnitOfWork>(*session_, pool_.clock_);
      }
      session_->begin();
      job.value = job.work(*unit_);
      return true;
    } catch (const ConnectionLost& e) {
      lost_ = e.what();
      was_connected_ = session_ != nullptr;
      unit_.reset();
      session_.reset();
      return false;
    } catch (...) {
      if (session_) session_->rollback();
      throw;
    }
  }

  ReaderPool& pool_;
  std::unique_ptr<Session> session_;
  std::unique_ptr<SqlUnitOfWork> unit_;  // refers to session_: goes first
  std::string lost_;
  bool was_connected_ = false;
};

ReaderPool::ReaderPool(const Engine& engine, int threads, std::size_t queue_limit, const base::Clock& clock,
                       HealthBoard& health)
    : engine_(engine), clock_(clock), health_(health), queue_(queue_limit) {
  for (int i = 0; i < threads; ++i) threads_.emplace_back([this] { Reader{*this}.loop(); });
}

void ReaderPool::stop() {
  queue_.close();
  for (auto& thread : threads_)
    if (thread.joinable()) thread.join();
}

}  // namespace hotel::store
