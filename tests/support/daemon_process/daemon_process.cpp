#include "support/daemon_process/daemon_process.h"

#include <arpa/inet.h>
#include <boost/json/serialize.hpp>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <netinet/in.h>
#include <poll.h>
#include <stdexcept>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "wire/codec.h"
#include "wire/ids.h"

namespace hotel::test {
namespace {

using namespace std::chrono_literals;

std::uint16_t free_port() {
  const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in where{};
  where.sin_family = AF_INET;
  where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof where;
  if (::bind(fd, reinterpret_cast<const sockaddr*>(&where), sizeof where) != 0 ||
      ::getsockname(fd, reinterpret_cast<sockaddr*>(&where), &size) != 0) {
    ::close(fd);
    throw std::runtime_error("no free port");
  }
  ::close(fd);
  return ntohs(where.sin_port);
}

std::filesystem::path program_beside_test() {
  return std::filesystem::read_symlink("/proc/self/exe").parent_path() / "hotel-agentd";
}

// Only what a program needs to run: the test's own settings must not leak into the daemon.
std::vector<std::string> environment_of(const DaemonProcess::Environment& settings, const std::filesystem::path& home) {
  std::vector<std::string> out{"HOME=" + home.string(), "LANG=C.UTF-8", "TZ=UTC"};
  for (const char* name : {"PATH", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS"})
    if (const char* value = std::getenv(name)) out.push_back(fmt::format("{}={}", name, value));
  for (const auto& [name, value] : settings) out.push_back(name + "=" + value);
  return out;
}

pid_t spawn(const std::filesystem::path& program, const std::vector<std::string>& arguments,
            const std::vector<std::string>& environment, int in, int out) {
  std::vector<char*> argv, envp;
  const std::string name = program.string();
  argv.push_back(const_cast<char*>(name.c_str()));
  for (const auto& a : arguments) argv.push_back(const_cast<char*>(a.c_str()));
  argv.push_back(nullptr);
  for (const auto& e : environment) envp.push_back(const_cast<char*>(e.c_str()));
  envp.push_back(nullptr);
  const pid_t child = ::fork();
  if (child == 0) {
    ::dup2(in, STDIN_FILENO);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(out, STDERR_FILENO);
    ::execve(name.c_str(), argv.data(), envp.data());
    ::_exit(127);
  }
  if (child < 0) throw std::runtime_error("fork failed");
  return child;
}

}  // namespace

bool eventually(const std::function<bool()>& condition, std::chrono::milliseconds limit) {
  const auto end = std::chrono::steady_clock::now() + limit;
  while (!condition()) {
    if (std::chrono::steady_clock::now() >= end) return false;
    ::poll(nullptr, 0, 20);
  }
  return true;
}

DaemonProcess::DaemonProcess(Environment settings)
    : settings_(std::move(settings)), program_(program_beside_test()), port_(free_port()) {
  std::string pattern = (std::filesystem::temp_directory_path() / "hotel-agentd-XXXXXX").string();
  if (!::mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder");
  folder_ = pattern;
  settings_.try_emplace("DATA_DIR", (folder_ / "data").string());
  settings_["LISTEN"] = fmt::format("127.0.0.1:{}", port_);
}

DaemonProcess::~DaemonProcess() {
  kill();
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::string DaemonProcess::url() const {
  return fmt::format("http://127.0.0.1:{}", port_);
}

std::string DaemonProcess::log() const {
  std::ifstream in(folder_ / "daemon.log");
  return {std::istreambuf_iterator<char>(in), {}};
}

void DaemonProcess::start(std::string_view wait_for) {
  const int out = ::open((folder_ / "daemon.log").c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  const int in = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
  pid_ = spawn(program_, {"serve"}, environment_of(settings_, folder_), in, out);
  ::close(in);
  ::close(out);
  if (wait_for.empty()) return;
  const bool up =
      eventually([&] { return !running() || api_call(port_, "GET", wait_for, {}, {}, 2s).status == 200; }, 40s);
  if (!up || !running()) {
    const std::string text = log();
    throw std::runtime_error("hotel-agentd did not come up; its log ends: " +
                             text.substr(text.size() > 1500 ? text.size() - 1500 : 0));
  }
}

bool DaemonProcess::running() {
  if (pid_ <= 0) return false;
  int status = 0;
  if (::waitpid(pid_, &status, WNOHANG) == 0) return true;
  pid_ = 0;
  return false;
}

void DaemonProcess::signal(int number) const {
  if (pid_ > 0) ::kill(pid_, number);
}

void DaemonProcess::kill() {
  if (pid_ <= 0) return;
  ::kill(pid_, SIGKILL);
  ::waitpid(pid_, nullptr, 0);
  pid_ = 0;
}

int DaemonProcess::stop() {
  if (pid_ <= 0) return -1;
  ::kill(pid_, SIGTERM);
  int status = 0;
  const pid_t pid = pid_;
  if (!eventually([&] { return ::waitpid(pid, &status, WNOHANG) == pid; }, 15s)) {
    kill();
    return -1;
  }
  pid_ = 0;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

CommandResult DaemonProcess::command(const std::vector<std::string>& arguments, const std::string& input,
                                     const Environment& more) const {
  auto settings = settings_;
  for (const auto& [name, value] : more) settings[name] = value;
  const auto given = folder_ / "command.in", told = folder_ / "command.out";
  std::ofstream(given) << input;
  const int in = ::open(given.c_str(), O_RDONLY | O_CLOEXEC);
  const int out = ::open(told.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  const pid_t child = spawn(program_, arguments, environment_of(settings, folder_), in, out);
  ::close(in);
  ::close(out);
  int status = 0;
  if (!eventually([&] { return ::waitpid(child, &status, WNOHANG) == child; }, 60s)) {
    ::kill(child, SIGKILL);
    ::waitpid(child, &status, 0);
  }
  std::ifstream read(told);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, {std::istreambuf_iterator<char>(read), {}}};
}

std::string DaemonProcess::sign_in(const std::string& user, const std::string& roles) {
  if (!passwords_.contains(user)) {
    const std::string password = "Pw-" + wire::new_id(1);
    const auto added = command({"user", "add", user, "--roles", roles}, password + "\n");
    if (added.exit_code != 0) throw std::runtime_error("user add: " + added.out);
    passwords_[user] = password;
  }
  const auto answer =
      api_call(port_, "POST", "/api/v1/session",
               boost::json::serialize(boost::json::object{{"user", user}, {"password", passwords_[user]}}));
  if (answer.status != 201)
    throw std::runtime_error(fmt::format("sign-in answered {}: {}", answer.status, answer.body));
  return wire::text_of(answer.json(), "token");
}

ApiAnswer DaemonProcess::get(const std::string& token, const std::string& path) const {
  return api_call(port_, "GET", "/api/v1" + path, {}, {{"Authorization", "Bearer " + token}});
}

ApiAnswer DaemonProcess::post(const std::string& token, const std::string& path, const boost::json::value& body,
                              const std::string& key) const {
  return api_call(port_, "POST", "/api/v1" + path, boost::json::serialize(body),
                  {{"Authorization", "Bearer " + token},
                   {"Content-Type", "application/json"},
                   {"Idempotency-Key", key.empty() ? wire::new_id(2) : key}},
                  std::chrono::seconds{40});
}

ApiAnswer DaemonProcess::put(const std::string& token, const std::string& path, const boost::json::value& body) const {
  return api_call(port_, "PUT", "/api/v1" + path, boost::json::serialize(body),
                  {{"Authorization", "Bearer " + token}, {"Content-Type", "application/json"}});
}

}  // namespace hotel::test
