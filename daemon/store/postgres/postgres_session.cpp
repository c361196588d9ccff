#include "store/postgres/postgres_session.h"

#include <boost/unordered/unordered_flat_map.hpp>
#include <charconv>
#include <fmt/format.h>
#include <pqxx/pqxx>

#include "store/postgres/param_traits.h"

namespace hotel::store {
namespace {

constexpr std::int64_t kWriterLock = 0x686f74656cLL;  // one advisory lock for all writers of a database ("hotel")

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

// The URL with our limits as further parameters; one that is written in the URL already wins, since the last one counts
// and ours come first only when they are missing.
std::string with_limits(const std::string& url, Access access) {
  const bool migrating = access == Access::kMigrate;
  const std::string options = fmt::format(
      "-c statement_timeout={} -c lock_timeout={} -c idle_in_transaction_session_timeout={} -c "
      "default_transaction_isolation={}",
      migrating ? 0 : 3'000, migrating ? 60'000 : 2'500, migrating ? 0 : 10'000,
      access == Access::kRead ? "repeatable\\ read" : "read\\ committed");
  const std::vector<std::pair<std::string, std::string>> wanted{
      {"connect_timeout", "3"},    {"keepalives_idle", "5"},     {"keepalives_interval", "2"},
      {"keepalives_count", "2"},   {"tcp_user_timeout", "3000"}, {"application_name", "hotel-agentd"},
      {"client_encoding", "UTF8"}, {"options", options}};
  const bool is_url = url.starts_with("postgresql://") || url.starts_with("postgres://");
  std::string out = url;
  for (const auto& [name, value] : wanted) {
    if (url.find(name + "=") != std::string::npos) continue;
    if (!is_url) {
      std::string quoted;
      for (const char c : value) quoted.append(c == '\\' || c == '\'' ? "\\" : "").push_back(c);
      out.append(fmt::format(" {}='{}'", name, quoted));
      continue;
    }
    std::string escaped;
    for (const char c : value)
      std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_'
          ? escaped.push_back(c)
          : static_cast<void>(escaped.append(fmt::format("%{:02X}", static_cast<unsigned char>(c))));
    out.append(fmt::format("{}{}={}", out.find('?') == std::string::npos ? "?" : "&", name, escaped));
  }
  if (access != Access::kRead && is_url && url.find("target_session_attrs=") == std::string::npos)
    out.append("&target_session_attrs=read-write");
  return out;
}

int hex_digit(char c) {
  return c <= '9' ? c - '0' : (c | 32) - 'a' + 10;
}

class PostgresRow final : public Row {
 public:
  explicit PostgresRow(const pqxx::row& row) : row_(row) {}
  bool null(int column) const override { return row_[column].is_null(); }
  std::int64_t integer(int column) const override {
    const auto digits = text(column);
    std::int64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
  }
  std::string_view text(int column) const override {
    const auto field = row_[column];
    return {field.c_str(), field.size()};
  }
  std::string bytes(int column) const override {
    const auto hex = text(column);  // "\x…", bytea_output=hex is the default since PostgreSQL 9.0
    std::string out;
    out.reserve(hex.size() / 2);
    for (std::size_t i = 2; i + 1 < hex.size(); i += 2)
      out.push_back(static_cast<char>(hex_digit(hex[i]) << 4 | hex_digit(hex[i + 1])));
    return out;
  }

 private:
  const pqxx::row& row_;
};

class PostgresSession final : public Session {
 public:
  PostgresSession(const std::string& url, Access access)
      : dialect_(postgres_dialect(access != Access::kRead)), access_(access) {
    try {
      connection_ = std::make_unique<pqxx::connection>(with_limits(url, access));
      exchange_.emplace(*connection_);
    } catch (const pqxx::broken_connection& e) {
      throw ConnectionLost(fmt::format("PostgreSQL: {}", first_line(e.what())));
    } catch (const std::exception& e) {
      throw base::StoreUnavailable(fmt::format("PostgreSQL: {}", first_line(e.what())));
    }
  }

  ~PostgresSession() override {
    try {
      exchange_.reset();
    } catch (const std::exception&) {  // the connection is lost anyway
      exchange_.reset();
    }
  }

  std::int64_t insert_numbered(std::string_view sql, std::initializer_list<Param> params) override {
    return integer(std::string{sql} + " RETURNING seq", params);
  }

  void script(const std::string& statements) override {
    guarded([&] { exchange_->exec(dialect_.translate(statements)); });
  }

  void begin() override {
    serialised_ = poisoned_ = false;
    xid_.clear();
    guarded([&] {
      if (access_ != Access::kWrite) {
        exchange_->exec(access_ == Access::kRead ? "BEGIN READ ONLY" : "BEGIN");
        return;
      }
      // Asked for here, where it costs no round trip: after an unanswered COMMIT its fate can be looked up.
      xid_ = exchange_->exec("BEGIN; SELECT pg_current_xact_id()").at(0).at(0).c_str();
    });
    begun_ = true;
  }

  void commit() override {
    if (!sound()) throw SqlError("PostgreSQL: a statement of this transaction failed, it cannot be committed");
    guarded([&] {
      committing_ = true;
      exchange_->exec("COMMIT");
    });
    begun_ = committing_ = false;
  }

  void rollback() noexcept override {
    if (!begun_) return;
    begun_ = committing_ = poisoned_ = false;
    try {
      exchange_->exec("ROLLBACK");
    } catch (const std::exception&) {  // a lost connection is noticed by the next begin()
    }
  }

  void savepoint() override {
    guarded([&] { exchange_->exec("SAVEPOINT job"); });
  }
  void release() override {
    guarded([&] { exchange_->exec("RELEASE SAVEPOINT job"); });
  }
  void rollback_to() override {
    guarded([&] { exchange_->exec("ROLLBACK TO SAVEPOINT job; RELEASE SAVEPOINT job"); });
    poisoned_ = false;
    serialised_ = false;  // a lock that was taken after the savepoint is gone
  }

  bool in_transaction() const override { return begun_ && connection_->is_open(); }
  bool sound() const override { return in_transaction() && !poisoned_; }

  void serialise() override {
    if (serialised_ || access_ == Access::kRead || !begun_) return;
    run("SELECT pg_advisory_xact_lock($1)", {kWriterLock});
    serialised_ = true;
  }

  std::string transaction_id() const override { return committing_ ? xid_ : std::string{}; }

  Fate fate_of(const std::string& xid) override {
    for (int look = 0; look < 20; ++look) {
      std::string state;
      each("SELECT pg_xact_status(CAST(CAST($1 AS TEXT) AS xid8))", {xid},
           [&](const Row& row) { state = row.string(0); });
      if (state == "committed") return Fate::kCommitted;
      if (state == "aborted") return Fate::kGone;
      if (state != "in progress") return Fate::kUnknown;
      script("SELECT pg_sleep(0.1)");  // the old backend has not noticed yet that nobody listens
    }
    return Fate::kUnknown;
  }

  const Dialect& dialect() const override { return dialect_; }

 private:
  static std::string first_line(std::string_view text) { return std::string{text.substr(0, text.find('\n'))}; }

  // Runs one exchange and sorts what can go wrong.
  template <class F>
  void guarded(F exchange) {
    try {
      exchange();
    } catch (const pqxx::broken_connection& e) {
      poisoned_ = true;
      throw ConnectionLost(fmt::format("PostgreSQL: {}", first_line(e.what())));
    } catch (const pqxx::sql_error& e) {
      poisoned_ = true;
      sort(e);
    } catch (const pqxx::failure& e) {
      poisoned_ = true;
      if (!connection_->is_open()) throw ConnectionLost(fmt::format("PostgreSQL: {}", first_line(e.what())));
      throw SqlError(fmt::format("PostgreSQL: {}", first_line(e.what())));
    }
  }

  [[noreturn]] void sort(const pqxx::sql_error& e) {
    const std::string state = e.sqlstate();
    // Only the first line: DETAIL lines quote values of guests.
    const std::string text = fmt::format("PostgreSQL: {} [{}]", first_line(e.what()), state);
    if (state == "25006" && access_ == Access::kRead) throw SqlError(text);  // a read job tried to write
    // 08: connection; 57P: shut down; 25006: this server became a replica, another one must be found.
    // No SQLSTATE at all: the text is libpq's, not the server's («server closed the connection unexpectedly»).
    if (state.empty() || !connection_->is_open() || state.starts_with("08") || state.starts_with("57P") ||
        state == "25006" || state == "25P03")
      throw ConnectionLost(text);
    // 53: disk full, out of memory; 55P03: lock; 57014: statement time-out; 40: serialisation, deadlock; 58: I/O; XX:
    // internal.
    if (state.starts_with("53") || state == "55P03" || state == "57014" || state.starts_with("40") ||
        state.starts_with("58") || state.starts_with("XX"))
      throw base::StoreUnavailable(text);
    throw SqlError(text);
  }

  const std::string& prepared(std::string_view sql) {
    const auto found = statements_.find(sql);
    if (found != statements_.end()) return found->second;
    std::string name = fmt::format("s{}", statements_.size());
    connection_->prepare(name, dialect_.translate(sql));
    return statements_.emplace(std::string{sql}, std::move(name)).first->second;
  }

  std::int64_t execute(std::string_view sql, const Param* params, std::size_t count, void (*sink)(void*, const Row&),
                       void* context) override {
    if (begun_ && poisoned_) throw SqlError("PostgreSQL: the transaction was ended by an earlier failure");
    for (std::size_t i = 0; i < count; ++i) {
      const auto* text = std::get_if<std::string_view>(&params[i].value());
      if (text && text->find('\0') != std::string_view::npos) {
        poisoned_ = begun_;
        throw SqlError("PostgreSQL: a text with a NUL byte cannot be stored");
      }
    }
    std::int64_t changed = 0;
    guarded([&] {
      const pqxx::internal::dynamic_params<const Param*> values{params, params + count};
      const auto answer = exchange_->exec_prepared(prepared(sql), values);
      changed = static_cast<std::int64_t>(answer.affected_rows());
      if (!sink) return;
      for (const auto& row : answer) {
        const PostgresRow seen{row};
        sink(context, seen);
      }
    });
    return changed;
  }

  Dialect dialect_;
  Access access_;
  std::unique_ptr<pqxx::connection> connection_;
  std::optional<pqxx::nontransaction> exchange_;  // BEGIN and COMMIT are ours: an unanswered COMMIT must be told apart
  boost::unordered_flat_map<std::string, std::string, TextHash, std::equal_to<>> statements_;
  std::string xid_;
  bool begun_ = false;
  bool poisoned_ = false;
  bool serialised_ = false;
  bool committing_ = false;
};

}  // namespace

std::unique_ptr<Session> PostgresEngine::connect(Access access) const {
  return std::make_unique<PostgresSession>(url_, access);
}

}  // namespace hotel::store
