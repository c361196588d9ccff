// No statement of the store may read a table that grows for ever as a whole: a year of messages would stop the writer
// several times a second. SQLite tells the plan of every statement that the tests of this program ran; judged at the
// end, so that a statement which is new is judged too.
#include <gtest/gtest.h>
#include <map>
#include <mutex>
#include <regex>
#include <set>
#include <sqlite3.h>

#include "store_fixture.h"

namespace hotel::store {
namespace {

const std::set<std::string> kGrow{"messages",        "conversations", "guests",    "guest_identities",
                                  "inbox",           "statuses",      "event_log", "bookings",
                                  "booking_intents", "audit_log",     "answers",   "tickets"};

// Not judged, or read as a whole on purpose: beginning of the statement, why it may.
const std::map<std::string, std::string> kAllowed{
    {"SELECT id FROM inbox WHERE received_at >=", "rows lie in the order of arrival: stops at the first young one"},
    {"SELECT seq FROM event_log WHERE at >=", "rows lie in the order of time: stops at the first young one"},
    {"INSERT INTO inbox (done,", "an older schema, in migrations_test"},
    {"INSERT INTO inbox_waiting (id) SELECT id FROM inbox WHERE done", "a step from an older schema, once"},
    {"INSERT INTO messages (x)", "a foreign table, in migrations_test"},
    {"SELECT x FROM messages", "a foreign table, in migrations_test"},
    {"INSERT INTO counters (name, value) SELECT", "a step of the schema, once"},
    {"SELECT seq, at, actor, action, object, detail, prev_hash, hash FROM audit_log ORDER BY seq",
     "export and proof of the audit chain, by hand"},
};

struct Seen {
  std::mutex mutex;
  std::set<std::string> statements;
};
Seen& seen() {
  static Seen all;
  return all;
}

int note(unsigned, void*, void* statement, void*) {
  if (const char* sql = sqlite3_sql(static_cast<sqlite3_stmt*>(statement))) {
    const std::scoped_lock lock{seen().mutex};
    seen().statements.emplace(sql);
  }
  return 0;
}

int watch(sqlite3* db, char**, const sqlite3_api_routines*) {
  return sqlite3_trace_v2(db, SQLITE_TRACE_STMT, note, nullptr);
}

std::string table_of(const std::string& sql, const std::string& alias) {
  const std::regex named{R"((?:FROM|JOIN|UPDATE|INTO|,)\s+(\w+)\s+(?:AS\s+)?)" + alias + R"(\b)"};
  std::smatch found;
  return std::regex_search(sql, found, named) ? found[1].str() : alias;
}

bool allowed(const std::string& sql) {
  return std::any_of(kAllowed.begin(), kAllowed.end(), [&](const auto& one) { return sql.starts_with(one.first); });
}

bool reads_rows(const std::string& sql) {
  static const std::set<std::string> verbs{"SELECT", "INSERT", "UPDATE", "DELETE", "WITH"};
  return verbs.contains(sql.substr(0, sql.find(' ')));
}

// Whole tables, or whole indexes over all rows (a partial index holds only what is open).
std::vector<std::string> whole_reads(sqlite3* db, const std::string& sql, const std::set<std::string>& partial) {
  std::vector<std::string> out;
  sqlite3_stmt* plan = nullptr;
  if (sqlite3_prepare_v2(db, ("EXPLAIN QUERY PLAN " + sql).c_str(), -1, &plan, nullptr) != SQLITE_OK)
    return {"it does not fit the newest schema"};
  while (sqlite3_step(plan) == SQLITE_ROW) {
    const std::string step = reinterpret_cast<const char*>(sqlite3_column_text(plan, 3));
    static const std::regex scan{R"(SCAN (\w+)(?: USING (?:COVERING )?INDEX (\w+))?)"};
    std::smatch found;
    if (!std::regex_search(step, found, scan) || !kGrow.contains(table_of(sql, found[1]))) continue;
    const bool limited = sql.find("LIMIT") != std::string::npos;
    const bool plain = sql.find("WHERE") == std::string::npos && sql.find("JOIN") == std::string::npos;
    const bool bounded = found[2].matched ? limited || partial.contains(found[2]) : limited && plain;
    if (!bounded) out.push_back(step);
  }
  sqlite3_finalize(plan);
  return out;
}

std::set<std::string> partial_indexes(sqlite3* db) {
  std::set<std::string> out;
  sqlite3_stmt* list = nullptr;
  sqlite3_prepare_v2(db, "SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE '%) WHERE %'", -1, &list,
                     nullptr);
  while (sqlite3_step(list) == SQLITE_ROW) out.emplace(reinterpret_cast<const char*>(sqlite3_column_text(list, 0)));
  sqlite3_finalize(list);
  return out;
}

class Plans final : public testing::Environment {
 public:
  void SetUp() override { sqlite3_auto_extension(reinterpret_cast<void (*)()>(watch)); }

  void TearDown() override {
    const TempFolder folder;
    StoreConfig config;
    config.sqlite_file = folder.path() / "plans.db";
    migrate(config);
    sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(watch));
    EXPECT_TRUE(std::any_of(seen().statements.begin(), seen().statements.end(), [](const std::string& sql) {
      return sql.starts_with("INSERT INTO schema_version");
    })) << "SQLite does not tell its statements: nothing would be judged";
    sqlite3* db = nullptr;
    ASSERT_EQ(sqlite3_open(config.sqlite_file.c_str(), &db), SQLITE_OK);
    const auto partial = partial_indexes(db);
    for (const auto& sql : seen().statements) {
      if (!reads_rows(sql)) continue;
      for (const auto& step : whole_reads(db, sql, partial))
        EXPECT_TRUE(allowed(sql)) << step << ", in: " << sql << "\nGive it an index, or say in kAllowed why it may.";
    }
    // The rule itself can fail.
    EXPECT_FALSE(whole_reads(db,
                             "SELECT m.seq FROM messages m JOIN message_search_again a ON a.seq = m.seq ORDER BY "
                             "m.seq LIMIT 5",
                             partial)
                     .empty());
    EXPECT_FALSE(whole_reads(db, "SELECT count(*) FROM messages WHERE direction = 'in'", partial).empty());
    sqlite3_close(db);
  }
};

[[maybe_unused]] const auto* const kPlans = testing::AddGlobalTestEnvironment(new Plans);

}  // namespace
}  // namespace hotel::store
