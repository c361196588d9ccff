#include "store/migrations.h"

#include <chrono>
#include <fmt/format.h>

#include "base/log.h"
#include "store/postgres/postgres_session.h"
#include "store/sqlite/sqlite_session.h"

namespace hotel::store {
namespace {

constexpr std::int64_t kMigrationLock = 0x6d69677261746520LL;

constexpr std::string_view kVersionTable =
    "CREATE TABLE IF NOT EXISTS schema_version (version BIGINT PRIMARY KEY, name TEXT NOT NULL, runs_from BIGINT NOT "
    "NULL, applied_at BIGINT NOT NULL);";

bool has_version_table(Session& session) {
  const bool sqlite = session.dialect().question_marks;
  return session.integer(sqlite ? "SELECT count(*) FROM sqlite_master WHERE name = 'schema_version'"
                                : "SELECT count(*) FROM pg_tables WHERE tablename = 'schema_version' AND schemaname = "
                                  "ANY (current_schemas(false))") > 0;
}

MigrationPlan plan_of(const std::vector<Migration>& all, int current, int target) {
  MigrationPlan plan{current, target, {}};
  for (const auto& step : all)
    if (step.version > current && step.version <= target) plan.steps.push_back({step.version, step.name});
  return plan;
}

// One step at most. False: nothing is left to do. PostgreSQL: a lock lets a second program wait until the first is
// done.
bool apply_next(Session& session, const std::vector<Migration>& all, int target, wire::Millis now,
                MigrationPlan& done) {
  session.begin();
  try {
    if (!session.dialect().question_marks) session.run("SELECT pg_advisory_xact_lock($1)", {kMigrationLock});
    session.script(std::string{kVersionTable});
    const int current = schema_state(session).version;
    const Migration* next = nullptr;
    for (const auto& step : all)
      if (!next && step.version > current && step.version <= target) next = &step;
    if (next) {
      session.script(next->script);
      session.run("INSERT INTO schema_version (version, name, runs_from, applied_at) VALUES ($1, $2, $3, $4)",
                  {next->version, next->name, next->runs_from, now});
      done.steps.push_back({next->version, next->name});
    }
    session.commit();
    if (next)
      base::log::info("store.migrated",
                      {{"version", next->version}, {"name", next->name}, {"engine", session.dialect().name}});
    return next != nullptr;
  } catch (...) {
    session.rollback();
    throw;
  }
}

}  // namespace

std::vector<Migration> migrations(const Dialect& dialect) {
  return {{1, "base", 1, base_schema()},
          {2, "message search", 1, search_schema(dialect)},
          {3, "inbox marks", 3, inbox_marks_schema()},
          {4, "tickets", 3, tickets_schema()}};
}

std::unique_ptr<Engine> engine_of(const StoreConfig& config) {
  if (!config.postgres_url.empty()) return std::make_unique<PostgresEngine>(config.postgres_url);
  if (config.sqlite_file.empty())
    throw base::ConfigError(
        {"The store has neither a SQLite file (DATA_DIR) nor POSTGRES_URL; right is one of the two."});
  return std::make_unique<SqliteEngine>(config.sqlite_file);
}

SchemaState schema_state(Session& session) {
  SchemaState state;
  if (!has_version_table(session)) return state;
  session.each("SELECT coalesce(max(version), 0), coalesce(max(runs_from), 0) FROM schema_version", {},
               [&](const Row& row) {
                 state.version = static_cast<int>(row.integer(0));
                 state.runs_from = static_cast<int>(row.integer(1));
               });
  return state;
}

MigrationPlan plan_for(const Engine& engine) {
  const Dialect dialect = engine.name() == "sqlite" ? sqlite_dialect() : postgres_dialect(false);
  const auto all = migrations(dialect);
  const int current = engine.exists() ? schema_state(*engine.connect(Access::kRead)).version : 0;
  return plan_of(all, current, all.back().version);
}

MigrationPlan migrate_to(const Engine& engine, int version, wire::Millis now) {
  const auto session = engine.connect(Access::kMigrate);
  const auto all = migrations(session->dialect());
  MigrationPlan done{schema_state(*session).version, version, {}};
  if (done.current >= version) return done;
  while (apply_next(*session, all, version, now, done)) continue;
  return done;
}

void require_fitting(const SchemaState& state, int known) {
  if (state.version == 0)
    throw base::ConfigError({fmt::format(
        "The database is empty; right is schema version {}: run `hotel-agentd migrate` (or AUTO_MIGRATE=true).",
        known)});
  if (state.version < known)
    throw base::ConfigError({fmt::format(
        "The database has schema version {}, this program needs {}: run `hotel-agentd migrate` (or AUTO_MIGRATE=true).",
        state.version, known)});
  if (state.runs_from > known)
    throw base::ConfigError(
        {fmt::format("The database has schema version {}, made by a newer release; it works with programs from schema "
                     "version {} on, this one knows {}: "
                     "run the newer release, or restore the backup that was made before it.",
                     state.version, state.runs_from, known)});
}

MigrationPlan pending_migrations(const StoreConfig& config) {
  return plan_for(*engine_of(config));
}

MigrationPlan migrate(const StoreConfig& config) {
  const auto engine = engine_of(config);
  const auto all = migrations(engine->name() == "sqlite" ? sqlite_dialect() : postgres_dialect(false));
  const base::SystemClock clock;
  return migrate_to(*engine, all.back().version, clock.now());
}

}  // namespace hotel::store
