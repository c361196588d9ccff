// Reads single settings and collects what is wrong with them. Every method names its variable in the fault and says
// what would be right; values of secrets never enter a fault.
#pragma once

#include <chrono>
#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/env_file.h"
#include "http/server.h"

namespace hotel::app {

class SettingsReader {
 public:
  explicit SettingsReader(const base::Environment& environment) : environment_(environment) {}

  void set_examples_allowed(bool allowed) { examples_allowed_ = allowed; }
  void fault(std::string_view name, std::string_view what);
  void throw_faults() const;  // base::ConfigError with everything

  std::string text(const char* name, std::string fallback) const;
  bool flag(const char* name, bool fallback);
  std::int64_t integer(const char* name, std::int64_t fallback, std::int64_t least, std::int64_t most);
  std::optional<double> number(const char* name, double least, double most);
  std::chrono::milliseconds seconds(const char* name, std::chrono::milliseconds fallback,
                                    std::chrono::milliseconds least, std::chrono::milliseconds most);
  std::vector<std::string> list(const char* name, std::vector<std::string> fallback) const;
  std::vector<std::string> networks(const char* name, std::vector<std::string> fallback);
  std::vector<http::Listen> listen(const char* name, const std::string& fallback);
  void hours(const char* name, int& from_minute, int& to_minute);  // 08:00-22:00

  // Empty, example-valued (REPLACE_…, changeme, dev-…) or badly formed secrets are faults when `wanted`.
  std::string secret(const char* name, bool wanted);
  std::vector<std::string> secrets(const char* name, bool wanted, std::size_t most);

  template <class T>
  T choice(const char* name, T fallback, std::initializer_list<std::pair<const char*, T>> known) {
    const std::string given = text(name, "");
    if (given.empty()) return fallback;
    std::string names;
    for (const auto& [key, value] : known) {
      if (given == key) return value;
      names.append(names.empty() ? "" : ", ").append(key);
    }
    fault(name, "takes one of " + names);
    return fallback;
  }

 private:
  const base::Environment& environment_;
  std::vector<std::string> faults_;
  std::set<std::string, std::less<>> named_;
  bool examples_allowed_ = false;
};

}  // namespace hotel::app
