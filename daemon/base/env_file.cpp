#include "base/env_file.h"

#include <fmt/format.h>
#include <unistd.h>

namespace hotel::base {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

bool is_name(std::string_view text) {
  if (text.empty() || (text[0] >= '0' && text[0] <= '9')) return false;
  return text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_") ==
         std::string_view::npos;
}

// The value between quotes; a backslash escapes the quote and itself inside double quotes. False: no closing quote.
bool unquote(std::string_view text, std::string& out) {
  const char quote = text.front();
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] == quote) return trimmed(text.substr(i + 1)).empty();
    if (quote == '"' && text[i] == '\\' && i + 1 < text.size()) {
      ++i;
      if (text[i] == 'n')
        out.push_back('\n');
      else
        out.push_back(text[i]);
      continue;
    }
    out.push_back(text[i]);
  }
  return false;
}

}  // namespace

EnvText parse_env(std::string_view text) {
  EnvText out;
  int number = 0;
  while (!text.empty()) {
    const auto end = text.find('\n');
    std::string_view line = trimmed(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    ++number;
    if (line.empty() || line.front() == '#' || line.front() == ';') continue;
    if (line.starts_with("export ")) line = trimmed(line.substr(7));
    const auto equals = line.find('=');
    const std::string_view name = trimmed(line.substr(0, equals));
    if (equals == std::string_view::npos || !is_name(name)) {
      out.faults.push_back(fmt::format("line {}: right would be NAME=value", number));
      continue;
    }
    const std::string_view raw = trimmed(line.substr(equals + 1));
    std::string value;
    if (!raw.empty() && (raw.front() == '"' || raw.front() == '\'')) {
      if (!unquote(raw, value)) {
        out.faults.push_back(fmt::format("line {}: {} has an opening quote without a closing one", number, name));
        continue;
      }
    } else {
      value = raw;
    }
    out.values.insert_or_assign(std::string{name}, std::move(value));
  }
  return out;
}

Environment process_environment() {
  Environment out;
  for (char** entry = environ; entry && *entry; ++entry) {
    const std::string_view text{*entry};
    const auto equals = text.find('=');
    if (equals != std::string_view::npos)
      out.insert_or_assign(std::string{text.substr(0, equals)}, std::string{text.substr(equals + 1)});
  }
  return out;
}

}  // namespace hotel::base
