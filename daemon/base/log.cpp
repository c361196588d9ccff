#include "base/log.h"

#include <atomic>
#include <boost/json/serialize.hpp>
#include <boost/json/string.hpp>
#include <chrono>
#include <fmt/format.h>
#include <unistd.h>

#include "wire/time.h"

namespace hotel::base::log {
namespace {

std::atomic<Level> least{Level::kInfo};
std::atomic<Format> form{Format::kJson};

std::string_view name(Level level) {
  switch (level) {
    case Level::kDebug:
      return "DEBUG";
    case Level::kInfo:
      return "INFO";
    case Level::kWarning:
      return "WARNING";
    case Level::kError:
      return "ERROR";
  }
  return "";
}

std::string quoted(std::string_view text) {
  return boost::json::serialize(boost::json::string_view{text.data(), text.size()});
}

std::string shown(const Field& field) {
  if (const auto* text = std::get_if<std::string>(&field.value)) return quoted(*text);
  if (const auto* number = std::get_if<std::int64_t>(&field.value)) return std::to_string(*number);
  if (const auto* number = std::get_if<double>(&field.value)) return fmt::format("{}", *number);
  return std::get<bool>(field.value) ? "true" : "false";
}

}  // namespace

void configure(Level l, Format f) {
  least = l;
  form = f;
}

bool enabled(Level level) {
  return level >= least.load(std::memory_order_relaxed);
}

void write(Level level, std::string_view event, std::initializer_list<Field> fields) {
  if (!enabled(level)) return;
  const auto now =
      std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
          .count();
  std::string line;
  if (form.load(std::memory_order_relaxed) == Format::kJson) {
    line = fmt::format(R"({{"at":"{}","level":"{}","event":{})", wire::to_rfc3339(now), name(level), quoted(event));
    for (const auto& field : fields) line.append(fmt::format(",{}:{}", quoted(field.name), shown(field)));
    line.append("}\n");
  } else {
    line = fmt::format("{} {:7} {}", wire::to_rfc3339(now), name(level), event);
    for (const auto& field : fields) line.append(fmt::format(" {}={}", field.name, shown(field)));
    line.push_back('\n');
  }
  // One write a line, so that lines of several threads never mix; a full or closed standard error must not stop the
  // daemon.
  [[maybe_unused]] const auto written = ::write(STDERR_FILENO, line.data(), line.size());
}

std::string tail(std::string_view phone) {
  return phone.size() < 7 ? std::string{"…"} : "…" + std::string{phone.substr(phone.size() - 4)};
}

}  // namespace hotel::base::log
