#include "app/settings_reader.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <sstream>

#include "app/settings.h"
#include "base/error.h"
#include "http/cidr.h"

namespace hotel::app {
namespace {

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return std::string{text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1)};
}

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return text;
}

// What example files and tutorials leave in place of a secret.
bool is_example(const std::string& value) {
  const std::string text = lower(value);
  for (const char* begin : {"replace_", "replace-", "changeme", "change_me", "change-me", "dev-", "example", "your-",
                            "your_", "todo", "secret123"})
    if (text.starts_with(begin)) return true;
  return text == "secret" || text == "password" || text == "test" || text == "xxx" || text.starts_with('<');
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const auto comma = text.find(',');
    if (auto part = trimmed(text.substr(0, comma)); !part.empty()) out.push_back(std::move(part));
    text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
  }
  return out;
}

template <class T>
bool parse_whole(std::string_view text, T& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size();
}

}  // namespace

void SettingsReader::fault(std::string_view name, std::string_view what) {
  if (named_.contains(name)) return;  // one sentence a variable is enough
  named_.emplace(name);
  faults_.push_back(fmt::format("{} {}", name, what));
}

void SettingsReader::throw_faults() const {
  if (!faults_.empty()) throw base::ConfigError(faults_);
}

std::string SettingsReader::text(const char* name, std::string fallback) const {
  const auto found = environment_.find(name);
  if (found == environment_.end()) return fallback;
  std::string value = trimmed(found->second);
  return value.empty() ? fallback : value;
}

bool SettingsReader::flag(const char* name, bool fallback) {
  const std::string value = lower(text(name, ""));
  if (value.empty()) return fallback;
  if (value == "true" || value == "1" || value == "yes" || value == "on") return true;
  if (value == "false" || value == "0" || value == "no" || value == "off") return false;
  fault(name, "takes true or false");
  return fallback;
}

std::int64_t SettingsReader::integer(const char* name, std::int64_t fallback, std::int64_t least, std::int64_t most) {
  const std::string given = text(name, "");
  if (given.empty()) return fallback;
  std::int64_t value = 0;
  if (parse_whole(given, value) && value >= least && value <= most) return value;
  fault(name, fmt::format("takes a whole number between {} and {}", least, most));
  return fallback;
}

std::optional<double> SettingsReader::number(const char* name, double least, double most) {
  const std::string given = text(name, "");
  if (given.empty()) return std::nullopt;
  double value = 0;
  if (parse_whole(given, value) && value >= least && value <= most) return value;
  fault(name, fmt::format("takes a number between {} and {}", least, most));
  return std::nullopt;
}

std::chrono::milliseconds SettingsReader::seconds(const char* name, std::chrono::milliseconds fallback,
                                                  std::chrono::milliseconds least, std::chrono::milliseconds most) {
  const std::string given = text(name, "");
  if (given.empty()) return fallback;
  double value = 0;
  if (parse_whole(given, value) && value < 1e9) {
    const std::chrono::milliseconds time{static_cast<std::int64_t>(value * 1000)};
    if (time >= least && time <= most) return time;
  }
  fault(name,
        fmt::format("takes seconds between {} and {}", static_cast<double>(least.count()) / 1000, most.count() / 1000));
  return fallback;
}

std::vector<std::string> SettingsReader::list(const char* name, std::vector<std::string> fallback) const {
  auto items = split(text(name, ""));
  return items.empty() ? fallback : items;
}

std::vector<std::string> SettingsReader::networks(const char* name, std::vector<std::string> fallback) {
  auto items = list(name, std::move(fallback));
  for (const auto& item : items)
    if (http::Network::parse(item).has_error())
      fault(name, "takes networks like 127.0.0.0/8 or ::1, separated by commas");
  return items;
}

std::vector<http::Listen> SettingsReader::listen(const char* name, const std::string& fallback) {
  std::vector<http::Listen> out;
  for (const auto& item : list(name, {fallback})) {
    http::Listen where;
    if (item.starts_with("unix:/")) {
      where.unix_path = item.substr(5);
      out.push_back(where);
      continue;
    }
    const auto colon = item.rfind(':');
    std::uint16_t port = 0;
    std::string host = colon == std::string::npos ? "" : item.substr(0, colon);
    if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
    if (host == "localhost") host = "127.0.0.1";
    const bool good = colon != std::string::npos && parse_whole(std::string_view{item}.substr(colon + 1), port) &&
                      http::parse_address(host);
    if (!good) {
      fault(name, "takes address:port, like 127.0.0.1:8000 or [::1]:8000, or unix:/path");
      continue;
    }
    where.address = host;
    where.port = port;
    out.push_back(where);
  }
  return out;
}

void SettingsReader::hours(const char* name, int& from_minute, int& to_minute) {
  const std::string given = text(name, "");
  if (given.empty()) return;
  const auto minutes = [](std::string_view clock) -> int {
    int hour = 0, minute = 0;
    if (clock.size() != 5 || clock[2] != ':' || !parse_whole(clock.substr(0, 2), hour) ||
        !parse_whole(clock.substr(3), minute))
      return -1;
    const int all = hour * 60 + minute;
    return minute > 59 || all > 24 * 60 || hour < 0 || minute < 0 ? -1 : all;
  };
  const auto dash = given.find('-');
  const int from = dash == std::string::npos ? -1 : minutes(std::string_view{given}.substr(0, dash));
  const int to = dash == std::string::npos ? -1 : minutes(std::string_view{given}.substr(dash + 1));
  if (from < 0 || to < 0 || from == to) return fault(name, "takes hours like 08:00-22:00 (00:00-24:00 for always)");
  from_minute = from;
  to_minute = to;
}

std::string SettingsReader::secret(const char* name, bool wanted) {
  std::string value = text(name, "");
  if (value.starts_with("vault:") || value.starts_with("aws-sm:")) {
    fault(name,
          "names a secret store; this version reads secrets from the variable itself, from NAME_FILE and from systemd "
          "credentials");
    return {};
  }
  if (!wanted) return value;
  if (value.empty())
    fault(name,
          fmt::format("is missing or empty; right would be its value, or {}_FILE with the path of a file that holds it",
                      name));
  else if (!examples_allowed_ && is_example(value))
    fault(name, "still has an example's value; right would be the real secret");
  return value;
}

std::vector<std::string> SettingsReader::secrets(const char* name, bool wanted, std::size_t most) {
  const std::string whole = secret(name, wanted);
  auto parts = split(whole);
  if (parts.size() > most) fault(name, fmt::format("takes at most {} secrets, separated by a comma", most));
  for (const auto& part : parts)
    if (wanted && !examples_allowed_ && is_example(part))
      fault(name, "still has an example's value; right would be the real secret");
  return parts;
}

namespace {

std::optional<std::string> file_content(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  std::string content{std::istreambuf_iterator<char>(in), {}};
  while (content.ends_with('\n') || content.ends_with('\r')) content.pop_back();
  return content;
}

constexpr const char* kSecrets[] = {"POSTGRES_URL",
                                    "PMS_API_KEY",
                                    "WHATSAPP_APP_SECRET",
                                    "WHATSAPP_VERIFY_TOKEN",
                                    "WHATSAPP_ACCESS_TOKEN",
                                    "LLM_API_KEY",
                                    "STT_API_KEY",
                                    "ALERT_WEBHOOK_TOKEN",
                                    "DEPLOYMENT_TOKEN",
                                    "SLACK_WEBHOOK_URL",
                                    "PAGERDUTY_ROUTING_KEY",
                                    "SMTP_URL",
                                    "REDIS_URL"};

}  // namespace

base::Environment load_environment(const std::optional<std::filesystem::path>& env_file) {
  base::Environment out;
  std::vector<std::string> faults;
  const base::Environment process = base::process_environment();
  const auto environment = process.find("ENVIRONMENT");
  const bool development =
      environment == process.end() || environment->second.empty() || environment->second == "development";
  const auto file = env_file                                         ? env_file
                    : development && std::filesystem::exists(".env") ? std::optional<std::filesystem::path>{".env"}
                                                                     : std::nullopt;
  if (file) {
    const auto content = file_content(*file);
    if (!content) throw base::ConfigError({fmt::format("--env-file {}: the file cannot be read", file->string())});
    auto parsed = base::parse_env(*content);
    for (const auto& fault : parsed.faults) faults.push_back(fmt::format("{}: {}", file->string(), fault));
    out = std::move(parsed.values);
  }
  for (const auto& [name, value] : process) out.insert_or_assign(name, value);
  const auto credentials = out.find("CREDENTIALS_DIRECTORY");
  for (const char* name : kSecrets) {
    const auto given = out.find(name);
    if (given != out.end() && !given->second.empty()) continue;
    if (const auto path = out.find(std::string{name} + "_FILE"); path != out.end() && !path->second.empty()) {
      const auto content = file_content(path->second);
      if (content)
        out.insert_or_assign(name, *content);
      else
        faults.push_back(fmt::format("{}_FILE names a file that cannot be read", name));
    } else if (credentials != out.end()) {
      if (const auto content = file_content(std::filesystem::path{credentials->second} / name))
        out.insert_or_assign(name, *content);
    }
  }
  if (!faults.empty()) throw base::ConfigError(faults);
  return out;
}

}  // namespace hotel::app
