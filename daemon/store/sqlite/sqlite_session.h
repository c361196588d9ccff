// SQLite behind Session: WAL, synchronous=FULL, statements prepared once per connection.
#pragma once

#include <filesystem>
#include <memory>

#include "store/sql/session.h"

namespace hotel::store {

class SqliteEngine final : public Engine {
 public:
  explicit SqliteEngine(std::filesystem::path file) : file_(std::move(file)) {}
  std::unique_ptr<Session> connect(Access access) const override;
  bool exists() const override;
  std::string name() const override { return "sqlite"; }

 private:
  std::filesystem::path file_;
};

}  // namespace hotel::store
