#include "store/group_store.h"

#include <algorithm>

namespace hotel::store {
namespace {

constexpr wire::Millis kWriteProbeAfter = 10'000;  // a commit that is no older than this is proof enough

}  // namespace

GroupStore::GroupStore(std::unique_ptr<Engine> engine, int schema_version, const StoreConfig& config,
                       const base::Clock& clock, base::Metrics& metrics)
    : engine_(std::move(engine)),
      clock_(clock),
      health_(clock, engine_->name(), schema_version),
      readers_(*engine_, std::max(1, config.pool_size), config.queue_limit, clock, health_),
      writer_(*engine_, config.queue_limit, static_cast<std::size_t>(std::max(1, config.batch_limit)), clock, metrics,
              health_) {}

void GroupStore::stop_threads() {
  writer_.stop();
  readers_.stop();
}

rt::Task<void> GroupStore::probe() {
  try {
    Job look = [](ports::UnitOfWork& unit) -> std::any { return unit.events().last_seq(); };
    co_await run_read(std::move(look));
    const wire::Millis now = clock_.now();
    const auto health = health_.read();
    if (health.ok && now - health.last_commit_at < kWriteProbeAfter) co_return;
    Job touch = [now](ports::UnitOfWork& unit) -> std::any {
      unit.state().put("store.probe", std::to_string(now));
      return {};
    };
    co_await run_write(std::move(touch));
  } catch (const base::StoreUnavailable&) {  // health() tells it
  }
}

}  // namespace hotel::store
