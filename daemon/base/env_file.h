// Reads NAME=value files as systemd's EnvironmentFile= does: comments with # or ;, quotes, no expansion.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace hotel::base {

using Environment = std::map<std::string, std::string, std::less<>>;

struct EnvText {
  Environment values;
  std::vector<std::string> faults;  // "line 3: …"
};

EnvText parse_env(std::string_view text);
Environment process_environment();

}  // namespace hotel::base
