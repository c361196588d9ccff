// One database connection as the repositories see it: run a statement with parameters, look at rows. Everything that
// differs between the engines is behind this class and Dialect.
//
// Threads: a session belongs to one thread at a time. Errors: StoreUnavailable (cannot now), ConnectionLost (this
// session is of no use any more), SqlError (the statement or a value is wrong). A statement that fails inside a
// transaction poisons it: the transaction can only be rolled back, on both engines, even when the exception was
// swallowed.
#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "base/error.h"
#include "store/dialect.h"

namespace hotel::store {

class ConnectionLost : public base::StoreUnavailable {
 public:
  using base::StoreUnavailable::StoreUnavailable;
};

class SqlError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct Blob {
  std::string_view bytes;
};

// A value of a placeholder. Text is not copied: it must live until the statement has run.
class Param {
 public:
  using Value = std::variant<std::monostate, std::int64_t, std::string_view, Blob>;

  Param(std::nullptr_t) {}
  template <std::integral T>
  Param(T number) : value_(static_cast<std::int64_t>(number)) {}
  Param(std::optional<std::int64_t> number) {
    if (number) value_ = *number;
  }
  Param(std::string_view text) : value_(text) {}
  Param(const std::string& text) : value_(std::string_view{text}) {}
  Param(const char* text) : value_(std::string_view{text}) {}
  Param(Blob blob) : value_(blob) {}
  const Value& value() const { return value_; }

 private:
  Value value_;
};

// One row of an answer; valid inside the callback only.
class Row {
 public:
  virtual ~Row() = default;
  virtual bool null(int column) const = 0;
  virtual std::int64_t integer(int column) const = 0;   // 0 for NULL
  virtual std::string_view text(int column) const = 0;  // "" for NULL
  virtual std::string bytes(int column) const = 0;
  std::string string(int column) const { return std::string{text(column)}; }
  bool flag(int column) const { return integer(column) != 0; }
  std::optional<std::int64_t> number(int column) const {
    return null(column) ? std::nullopt : std::optional{integer(column)};
  }
};

class Session {
 public:
  virtual ~Session() = default;

  // Runs one statement; `sql` holds $1, $2 … and the words of Dialect. Number of rows changed.
  std::int64_t run(std::string_view sql, std::initializer_list<Param> params) {
    return execute(sql, params.begin(), params.size(), nullptr, nullptr);
  }
  std::int64_t run(std::string_view sql, const std::vector<Param>& params) {
    return execute(sql, params.data(), params.size(), nullptr, nullptr);
  }
  // Inserts one row into a table with a column seq {identity} or {rowid}; the number it got.
  virtual std::int64_t insert_numbered(std::string_view sql, std::initializer_list<Param> params) = 0;

  // Calls `look(const Row&)` for every row. The callback must not run statements.
  template <class F>
  void each(std::string_view sql, std::initializer_list<Param> params, F look) {
    execute(sql, params.begin(), params.size(), &call<F>, &look);
  }
  template <class F>
  void each(std::string_view sql, const std::vector<Param>& params, F look) {
    execute(sql, params.data(), params.size(), &call<F>, &look);
  }
  // What `read(const Row&)` makes of each row, or of the first.
  template <class F>
  auto all(std::string_view sql, const std::vector<Param>& params, F read) {
    std::vector<std::invoke_result_t<F&, const Row&>> out;
    each(sql, params, [&](const Row& row) { out.push_back(read(row)); });
    return out;
  }
  template <class F>
  auto first(std::string_view sql, std::initializer_list<Param> params, F read) {
    std::optional<std::invoke_result_t<F&, const Row&>> out;
    each(sql, params, [&](const Row& row) {
      if (!out) out.emplace(read(row));
    });
    return out;
  }
  std::int64_t integer(std::string_view sql, std::initializer_list<Param> params = {}) {
    std::int64_t out = 0;
    each(sql, params, [&](const Row& row) { out = row.integer(0); });
    return out;
  }
  std::optional<std::int64_t> number(std::string_view sql, std::initializer_list<Param> params = {}) {
    std::optional<std::int64_t> out;
    each(sql, params, [&](const Row& row) { out = row.number(0); });
    return out;
  }

  virtual void script(const std::string& statements) = 0;  // several statements, no parameters

  virtual void begin() = 0;
  virtual void commit() = 0;
  virtual void rollback() noexcept = 0;
  virtual void savepoint() = 0;
  virtual void release() = 0;
  virtual void rollback_to() = 0;
  // The transaction begun is still there and nothing in it failed.
  virtual bool sound() const = 0;
  // The transaction as a whole is still there (a failed statement may have ended it).
  virtual bool in_transaction() const = 0;

  // Several daemons on one database: makes this transaction the only one that changes shared rows, until it ends. It is
  // taken before the first such change, so two transactions can never wait for each other, and events become visible in
  // order.
  virtual void serialise() = 0;

  // How to find out, on another session, what became of a transaction whose COMMIT got no answer. Empty: unknown.
  virtual std::string transaction_id() const { return {}; }
  enum class Fate { kCommitted, kGone, kUnknown };
  virtual Fate fate_of(const std::string&) { return Fate::kUnknown; }

  virtual void idle() {}  // called when nothing is to do
  virtual const Dialect& dialect() const = 0;

 private:
  using Sink = void (*)(void*, const Row&);
  template <class F>
  static void call(void* look, const Row& row) {
    (*static_cast<F*>(look))(row);
  }
  virtual std::int64_t execute(std::string_view sql, const Param* params, std::size_t count, Sink sink,
                               void* context) = 0;
};

enum class Access { kRead, kWrite, kMigrate };

// Makes sessions of one database.
class Engine {
 public:
  virtual ~Engine() = default;
  virtual std::unique_ptr<Session> connect(Access access) const = 0;  // throws StoreUnavailable
  virtual bool exists() const = 0;                                    // false: no database there yet (SQLite: no file)
  virtual std::string name() const = 0;
};

}  // namespace hotel::store
