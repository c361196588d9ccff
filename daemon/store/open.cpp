#include "store/open.h"

#include "store/group_store.h"
#include "store/migrations.h"

namespace hotel::store {

std::unique_ptr<ports::Store> open_store(boost::asio::io_context&, StoreConfig config, const base::Clock& clock,
                                         base::Metrics& metrics) {
  auto engine = engine_of(config);
  SchemaState state;
  if (engine->exists()) {
    const auto session = engine->connect(Access::kWrite);
    state = schema_state(*session);
  }
  require_fitting(state,
                  migrations(engine->name() == "sqlite" ? sqlite_dialect() : postgres_dialect(false)).back().version);
  return std::make_unique<GroupStore>(std::move(engine), state.version, config, clock, metrics);
}

}  // namespace hotel::store
