// The schema and its history: numbered steps, forward only, each applied in one transaction together with its row in
// schema_version. Names in a step are written literally: a later step may rename what an earlier one made.
//
// `runs_from` of a step is the oldest schema version whose programs still work on the new schema (expand first,
// contract later): an older release may be rolled back onto a newer schema as long as that holds.
#pragma once

#include <string>
#include <vector>

#include "store/open.h"
#include "store/sql/session.h"

namespace hotel::store {

struct Migration {
  int version = 0;
  std::string name;
  int runs_from = 0;
  std::string script;
};

std::vector<Migration> migrations(const Dialect& dialect);
std::string base_schema();
std::string search_schema(const Dialect& dialect);
std::string inbox_marks_schema();
std::string tickets_schema();

struct SchemaState {
  int version = 0;    // 0: no schema
  int runs_from = 0;  // programs that know less than this must not run
};

SchemaState schema_state(Session& session);
MigrationPlan plan_for(const Engine& engine);
MigrationPlan migrate_to(const Engine& engine, int version, wire::Millis now);

// Throws ConfigError with what would be right when this program cannot work on that schema.
void require_fitting(const SchemaState& state, int known);

std::unique_ptr<Engine> engine_of(const StoreConfig& config);

}  // namespace hotel::store
