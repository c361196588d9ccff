// The Store over one engine: a writer with group commit and a pool of readers.
#pragma once

#include <memory>

#include "base/metrics.h"
#include "store/group_writer.h"
#include "store/open.h"
#include "store/reader_pool.h"

namespace hotel::store {

class GroupStore final : public ports::Store {
 public:
  GroupStore(std::unique_ptr<Engine> engine, int schema_version, const StoreConfig& config, const base::Clock& clock,
             base::Metrics& metrics);
  ~GroupStore() override { stop_threads(); }

  ports::StoreHealth health() const override { return health_.read(); }
  rt::Task<void> probe() override;
  void on_commit(std::function<void()> listener) override { writer_.on_commit(std::move(listener)); }
  void stop() override { stop_threads(); }

 protected:
  rt::Task<std::any> run_write(Job job) override { return await_job(writer_.queue(), std::move(job)); }
  rt::Task<std::any> run_read(Job job) override { return await_job(readers_.queue(), std::move(job)); }

 private:
  void stop_threads();

  std::unique_ptr<Engine> engine_;
  const base::Clock& clock_;
  HealthBoard health_;
  ReaderPool readers_;
  GroupWriter writer_;
};

}  // namespace hotel::store
