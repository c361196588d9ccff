// Opens the store: a SQLite file, or PostgreSQL when a URL is given. Also its schema: what is missing, and bringing it
// up.
//
// open_store() throws StoreUnavailable when the database cannot be reached and ConfigError when its schema does not fit
// this program. Once open, a lost database turns calls into StoreUnavailable within about three seconds, and they work
// again as soon as it is back; nothing has to be opened anew.
#pragma once

#include <boost/asio/io_context.hpp>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/metrics.h"
#include "ports/store.h"

namespace hotel::store {

struct StoreConfig {
  std::filesystem::path sqlite_file;  // used when postgres_url is empty; its folder must exist
  std::string postgres_url;           // postgresql://…, several hosts are allowed
  int pool_size = 4;                  // connections for reading
  std::size_t queue_limit = 10'000;   // jobs that may wait; beyond: StoreUnavailable
  int batch_limit = 256;              // jobs of one commit
};

struct MigrationStep {
  int version = 0;
  std::string name;
};

struct MigrationPlan {
  int current = 0;                   // 0: an empty database
  int target = 0;                    // what this program knows
  std::vector<MigrationStep> steps;  // still to be applied (pending_migrations), or applied now (migrate)
};

// Looks only: creates neither file nor table.
MigrationPlan pending_migrations(const StoreConfig& config);

// Applies what is missing, each step in its own transaction. Several programs may do so at once: one does the work, the
// others find it done. A step that fails leaves the data as they were before it and is thrown.
MigrationPlan migrate(const StoreConfig& config);

// `io` runs the coroutines that await the store; it must outlive the store.
std::unique_ptr<ports::Store> open_store(boost::asio::io_context& io, StoreConfig config, const base::Clock& clock,
                                         base::Metrics& metrics);

}  // namespace hotel::store
