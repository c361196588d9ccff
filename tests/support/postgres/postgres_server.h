// A PostgreSQL server of the test's own: a cluster in a temporary folder, reachable by a Unix socket in that folder
// only. It runs as user postgres (or nobody) when the test is root, since PostgreSQL refuses root, and it dies with the
// test.
//
// Throws std::runtime_error with what is missing when there is no PostgreSQL: such a test fails, it is never skipped.
#pragma once

#include <filesystem>
#include <string>
#include <sys/types.h>
#include <thread>
#include <vector>

namespace hotel::test {

class PostgresServer {
 public:
  explicit PostgresServer(bool fsync = false);
  ~PostgresServer();
  PostgresServer(const PostgresServer&) = delete;
  PostgresServer& operator=(const PostgresServer&) = delete;

  std::string fresh_database();  // makes an empty database; its URL
  void start();
  void stop();                                // at once, as after a crash: sessions are cut
  void end_sessions(const std::string& url);  // cuts all sessions of that database, the server goes on
  void execute(const std::string& url, const std::string& sql);

 private:
  std::string url(const std::string& database) const;
  void run(const std::string& program, const std::vector<std::string>& arguments) const;
  [[noreturn]] void become(const std::string& program, const std::vector<std::string>& arguments) const;

  std::filesystem::path binaries_;
  std::filesystem::path folder_;
  bool fsync_;
  bool change_user_ = false;
  uid_t user_ = 0;
  gid_t group_ = 0;
  pid_t server_ = 0;
  int databases_ = 0;
  std::thread log_reader_;
};

}  // namespace hotel::test
