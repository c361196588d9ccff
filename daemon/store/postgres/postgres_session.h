// PostgreSQL behind Session, through libpqxx 6.4: statements prepared once per connection, every wait limited by the
// server (statement, lock and idle time-outs) and by TCP (connect and user time-out).
#pragma once

#include <memory>
#include <string>

#include "store/sql/session.h"

namespace hotel::store {

class PostgresEngine final : public Engine {
 public:
  explicit PostgresEngine(std::string url) : url_(std::move(url)) {}
  std::unique_ptr<Session> connect(Access access) const override;
  bool exists() const override { return true; }
  std::string name() const override { return "postgresql"; }

 private:
  std::string url_;
};

}  // namespace hotel::store
