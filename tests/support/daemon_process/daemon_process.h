// The real hotel-agentd as a child process with a data folder of its own: start, wait until ready, kill, stop, command
// line, and its staff API. Throws std::runtime_error with the end of the log when it does not come up. Nothing waits
// longer than its limit.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <sys/types.h>
#include <vector>

#include "support/daemon_process/api_call.h"

namespace hotel::test {

struct CommandResult {
  int exit_code = -1;
  std::string out;  // both streams
};

class DaemonProcess {
 public:
  using Environment = std::map<std::string, std::string>;

  explicit DaemonProcess(Environment settings);  // LISTEN and DATA_DIR are set here
  ~DaemonProcess();
  DaemonProcess(const DaemonProcess&) = delete;
  DaemonProcess& operator=(const DaemonProcess&) = delete;

  void start(std::string_view wait_for = "/health/ready");  // empty: does not wait
  void kill();
  int stop();  // SIGTERM; the exit code, -1: it had to be killed
  void signal(int number) const;
  bool running();

  std::uint16_t port() const { return port_; }
  std::string url() const;
  const std::filesystem::path& folder() const { return folder_; }
  std::string log() const;
  Environment& settings() { return settings_; }

  CommandResult command(const std::vector<std::string>& arguments, const std::string& input = {},
                        const Environment& more = {}) const;
  std::string sign_in(const std::string& user, const std::string& roles);  // adds the user at the first call; a token

  ApiAnswer get(const std::string& token, const std::string& path) const;  // below /api/v1
  ApiAnswer post(const std::string& token, const std::string& path, const boost::json::value& body,
                 const std::string& key = {}) const;
  ApiAnswer put(const std::string& token, const std::string& path, const boost::json::value& body) const;

 private:
  Environment settings_;
  std::filesystem::path folder_, program_;
  std::uint16_t port_ = 0;
  pid_t pid_ = 0;
  std::map<std::string, std::string> passwords_;
};

bool eventually(const std::function<bool()>& condition, std::chrono::milliseconds limit = std::chrono::seconds{10});

}  // namespace hotel::test
