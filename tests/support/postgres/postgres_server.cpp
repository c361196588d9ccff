#include "support/postgres/postgres_server.h"

#include <cstdlib>
#include <fcntl.h>
#include <fmt/format.h>
#include <grp.h>
#include <poll.h>
#include <pqxx/pqxx>
#include <pwd.h>
#include <signal.h>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace hotel::test {
namespace {

std::filesystem::path find_binaries() {
  std::filesystem::path best;
  std::error_code error;
  for (const auto& version : std::filesystem::directory_iterator("/usr/lib/postgresql", error)) {
    const auto folder = version.path() / "bin";
    if (std::filesystem::exists(folder / "initdb") && std::filesystem::exists(folder / "postgres") && folder > best)
      best = folder;
  }
  if (best.empty())
    throw std::runtime_error(
        "These tests need a PostgreSQL server (/usr/lib/postgresql/*/bin/postgres): install the package `postgresql`.");
  return best;
}

// Reads the server's log until the line is there. False: the server ended.
bool read_until(int log, const std::string& line, std::string& seen) {
  for (;;) {
    pollfd wait{log, POLLIN, 0};
    if (poll(&wait, 1, 60'000) <= 0) return false;
    char piece[4096];
    const auto got = read(log, piece, sizeof piece);
    if (got <= 0) return false;
    seen.append(piece, static_cast<std::size_t>(got));
    if (seen.find(line) != std::string::npos) return true;
  }
}

}  // namespace

PostgresServer::PostgresServer(bool fsync) : binaries_(find_binaries()), fsync_(fsync) {
  std::string pattern = (std::filesystem::temp_directory_path() / "hotel-pg-XXXXXX").string();
  if (!mkdtemp(pattern.data())) throw std::runtime_error("mkdtemp failed");
  folder_ = pattern;
  if (geteuid() == 0) {
    const passwd* person = getpwnam("postgres");
    if (!person) person = getpwnam("nobody");
    if (!person)
      throw std::runtime_error(
          "The tests run as root and there is neither a user postgres nor nobody to run PostgreSQL as.");
    change_user_ = true;
    user_ = person->pw_uid;
    group_ = person->pw_gid;
    if (chown(folder_.c_str(), user_, group_) != 0) throw std::runtime_error("chown failed");
  }
  run("initdb", {"-D", (folder_ / "data").string(), "--username=hotel", "--auth=trust", "--encoding=UTF8", "--locale=C",
                 "--no-sync", "--no-instructions"});
  start();
}

PostgresServer::~PostgresServer() {
  stop();
  std::error_code error;
  std::filesystem::remove_all(folder_, error);
}

void PostgresServer::become(const std::string& program, const std::vector<std::string>& arguments) const {
  if (change_user_ && (setgroups(0, nullptr) != 0 || setgid(group_) != 0 || setuid(user_) != 0)) _exit(126);
  prctl(PR_SET_PDEATHSIG, SIGQUIT);
  if (chdir("/") != 0) _exit(126);
  const std::string path = (binaries_ / program).string();
  std::vector<char*> argv{const_cast<char*>(path.c_str())};
  for (const auto& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  execv(path.c_str(), argv.data());
  _exit(127);
}

void PostgresServer::run(const std::string& program, const std::vector<std::string>& arguments) const {
  const pid_t child = fork();
  if (child == 0) {
    const int quiet = open("/dev/null", O_WRONLY | O_CLOEXEC);
    dup2(quiet, 1);
    become(program, arguments);
  }
  int status = 0;
  if (child < 0 || waitpid(child, &status, 0) != child || status != 0)
    throw std::runtime_error(fmt::format("PostgreSQL's {} failed with status {}", program, status));
}

void PostgresServer::start() {
  int log[2];
  if (pipe2(log, O_CLOEXEC) != 0) throw std::runtime_error("pipe failed");
  server_ = fork();
  if (server_ == 0) {
    dup2(log[1], 2);
    become("postgres", {"-D", (folder_ / "data").string(), "-k", folder_.string(), "-c", "listen_addresses=", "-c",
                        "logging_collector=off", "-c", "log_destination=stderr", "-c", "shared_buffers=32MB", "-c",
                        fsync_ ? "fsync=on" : "fsync=off"});
  }
  close(log[1]);
  std::string seen;
  if (!read_until(log[0], "database system is ready to accept connections", seen))
    throw std::runtime_error("The PostgreSQL server of the tests did not start: " + seen);
  log_reader_ = std::thread([descriptor = log[0]] {  // nobody waits for the server's log to be read
    char piece[4096];
    while (read(descriptor, piece, sizeof piece) > 0) continue;
    close(descriptor);
  });
}

void PostgresServer::stop() {
  if (server_ <= 0) return;
  kill(server_, SIGQUIT);
  int status = 0;
  waitpid(server_, &status, 0);
  server_ = 0;
  log_reader_.join();
}

std::string PostgresServer::url(const std::string& database) const {
  return fmt::format("postgresql:///{}?host={}&user=hotel", database, folder_.string());
}

std::string PostgresServer::fresh_database() {
  const std::string name = fmt::format("test{}", ++databases_);
  execute(url("postgres"), "CREATE DATABASE " + name);
  return url(name);
}

void PostgresServer::end_sessions(const std::string& of) {
  execute(of,
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> "
          "pg_backend_pid()");
}

void PostgresServer::execute(const std::string& of, const std::string& sql) {
  pqxx::connection connection{of};
  pqxx::nontransaction exchange{connection};
  exchange.exec(sql);
}

}  // namespace hotel::test
