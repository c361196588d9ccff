#include "store/sqlite/sqlite_session.h"

#include <boost/unordered/unordered_flat_map.hpp>
#include <fmt/format.h>
#include <sqlite3.h>
#include <string>

namespace hotel::store {
namespace {

constexpr int kBusyMillis = 2'000;          // another process writes: wait so long, then StoreUnavailable
constexpr int kMigrateBusyMillis = 30'000;  // another process migrates
constexpr int kCheckpointPages = 16'000;    // 64 MB of WAL: a page that changes often is copied back once

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

struct Closer {
  void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, Closer>;
using Statement = std::unique_ptr<sqlite3_stmt, Closer>;

[[noreturn]] void fail(sqlite3* db, int code, std::string_view doing) {
  const std::string text = fmt::format("SQLite: {} ({})", db ? sqlite3_errmsg(db) : sqlite3_errstr(code), doing);
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_FULL:
    case SQLITE_NOMEM:
    case SQLITE_PROTOCOL:
      throw base::StoreUnavailable(text);
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_PERM:
      throw ConnectionLost(text);
    default:
      throw SqlError(text);
  }
}

class SqliteRow final : public Row {
 public:
  explicit SqliteRow(sqlite3_stmt* statement) : statement_(statement) {}
  bool null(int column) const override { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
  std::int64_t integer(int column) const override { return sqlite3_column_int64(statement_, column); }
  std::string_view text(int column) const override {
    const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    return {data ? data : "", data ? static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)) : 0};
  }
  std::string bytes(int column) const override { return std::string{text(column)}; }

 private:
  sqlite3_stmt* statement_;
};

class SqliteSession final : public Session {
 public:
  SqliteSession(const std::filesystem::path& file, Access access) : dialect_(sqlite_dialect()), access_(access) {
    const int flags =
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (access == Access::kMigrate ? SQLITE_OPEN_CREATE : 0);
    sqlite3* raw = nullptr;
    const int code = sqlite3_open_v2(file.c_str(), &raw, flags, nullptr);
    db_.reset(raw);
    if (code != SQLITE_OK) fail(raw, code, fmt::format("opening {}", file.string()));
    sqlite3_extended_result_codes(raw, 1);
    sqlite3_busy_timeout(raw, access == Access::kMigrate ? kMigrateBusyMillis : kBusyMillis);
    if (access == Access::kMigrate) script("PRAGMA journal_mode = WAL");
    script(
        fmt::format("PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = {}; PRAGMA journal_size_limit = 134217728;"
                    "PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF; PRAGMA "
                    "secure_delete = FAST;",
                    kCheckpointPages));
    if (access == Access::kRead) script("PRAGMA query_only = 1");
  }

  // RETURNING would make SQLite open a temporary table for the answer.
  std::int64_t insert_numbered(std::string_view sql, std::initializer_list<Param> params) override {
    run(sql, params);
    return sqlite3_last_insert_rowid(db_.get());
  }

  void script(const std::string& statements) override {
    const int code = sqlite3_exec(db_.get(), dialect_.translate(statements).c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail(db_.get(), code, std::string_view{statements}.substr(0, 60));
  }

  void begin() override {
    control(access_ == Access::kRead ? "BEGIN" : "BEGIN IMMEDIATE");
    begun_ = true;
    poisoned_ = false;
  }

  void commit() override {
    if (!sound()) throw SqlError("SQLite: a statement of this transaction failed, it cannot be committed");
    control("COMMIT");
    begun_ = false;
    written_ = access_ != Access::kRead;
  }

  void rollback() noexcept override {
    begun_ = false;
    poisoned_ = false;
    if (sqlite3_get_autocommit(db_.get()) == 0) sqlite3_exec(db_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
  }

  void savepoint() override { control("SAVEPOINT job"); }
  void release() override { control("RELEASE job"); }
  void rollback_to() override {
    control("ROLLBACK TO job");
    control("RELEASE job");
    poisoned_ = false;
  }

  bool in_transaction() const override { return begun_ && sqlite3_get_autocommit(db_.get()) == 0; }
  bool sound() const override { return in_transaction() && !poisoned_; }
  void serialise() override {}
  const Dialect& dialect() const override { return dialect_; }

  void idle() override {
    if (!written_) return;
    written_ = false;
    sqlite3_wal_checkpoint_v2(db_.get(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
  }

 private:
  sqlite3_stmt* prepared(std::string_view sql) {
    const auto found = statements_.find(sql);
    if (found != statements_.end()) return found->second.get();
    const std::string text = dialect_.translate(sql);
    sqlite3_stmt* raw = nullptr;
    const int code = sqlite3_prepare_v3(db_.get(), text.c_str(), static_cast<int>(text.size()) + 1,
                                        SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
    if (code != SQLITE_OK) fail(db_.get(), code, text);
    statements_.emplace(std::string{sql}, Statement{raw});
    return raw;
  }

  void control(std::string_view sql) {
    sqlite3_stmt* statement = prepared(sql);
    const int code = sqlite3_step(statement);
    sqlite3_reset(statement);
    if (code != SQLITE_DONE) fail(db_.get(), code, sql);
  }

  static void bind(sqlite3_stmt* statement, int at, const Param& param) {
    if (const auto* number = std::get_if<std::int64_t>(&param.value()))
      sqlite3_bind_int64(statement, at, *number);
    else if (const auto* text = std::get_if<std::string_view>(&param.value()))
      sqlite3_bind_text64(statement, at, text->data() ? text->data() : "", text->size(), SQLITE_STATIC, SQLITE_UTF8);
    else if (const auto* blob = std::get_if<Blob>(&param.value()))
      sqlite3_bind_blob64(statement, at, blob->bytes.data() ? blob->bytes.data() : "", blob->bytes.size(),
                          SQLITE_STATIC);
    else
      sqlite3_bind_null(statement, at);
  }

  std::int64_t execute(std::string_view sql, const Param* params, std::size_t count, void (*sink)(void*, const Row&),
                       void* context) override {
    if (begun_ && !sound()) throw SqlError("SQLite: the transaction was ended by an earlier failure");
    sqlite3_stmt* statement = nullptr;
    struct Reset {
      sqlite3_stmt*& statement;
      ~Reset() {
        if (statement) sqlite3_reset(statement);
      }
    } const reset{statement};
    try {
      statement = prepared(sql);
      for (std::size_t i = 0; i < count; ++i) bind(statement, static_cast<int>(i) + 1, params[i]);
      const SqliteRow row{statement};
      int code = SQLITE_ROW;
      while ((code = sqlite3_step(statement)) == SQLITE_ROW)
        if (sink) sink(context, row);
      if ((code & 0xff) == SQLITE_READONLY && access_ == Access::kRead)
        throw SqlError("SQLite: a read job tried to write");
      if (code != SQLITE_DONE) fail(db_.get(), code, sql.substr(0, 60));
    } catch (...) {
      poisoned_ = begun_;
      throw;
    }
    return sqlite3_changes64(db_.get());
  }

  Dialect dialect_;
  Access access_;
  Database db_;
  boost::unordered_flat_map<std::string, Statement, TextHash, std::equal_to<>> statements_;  // destroyed before db_
  bool begun_ = false;
  bool poisoned_ = false;
  bool written_ = false;
};

}  // namespace

// SQLite counts its memory under a lock of the whole process unless told not to, before its first use.
std::unique_ptr<Session> SqliteEngine::connect(Access access) const {
  static const int quiet = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  static_cast<void>(quiet);
  return std::make_unique<SqliteSession>(file_, access);
}

bool SqliteEngine::exists() const {
  std::error_code error;
  const auto size = std::filesystem::file_size(file_, error);
  return !error && size > 0;
}

}  // namespace hotel::store
