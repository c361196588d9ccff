#include "agent/phrases.h"

#include <array>
#include <stdexcept>

namespace hotel::embedded {
extern const std::string_view translations_agent_es;
extern const std::string_view translations_agent_en;
extern const std::string_view translations_agent_pt;
}  // namespace hotel::embedded

namespace hotel::agent {
namespace {

using Table = std::map<std::string, std::string, std::less<>>;

Table parse(std::string_view text) {
  Table out;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line.front() == '#') continue;
    const auto at = line.find(" = ");
    if (at == std::string_view::npos) throw std::logic_error("wording without a value: " + std::string(line));
    std::string value(line.substr(at + 3));
    for (auto escape = value.find("\\n"); escape != std::string::npos; escape = value.find("\\n"))
      value.replace(escape, 2, "\n");
    out.emplace(line.substr(0, at), std::move(value));
  }
  return out;
}

}  // namespace

const Table& phrases(std::string_view language) {
  static const std::array<Table, 3> kTables{parse(embedded::translations_agent_es),
                                            parse(embedded::translations_agent_en),
                                            parse(embedded::translations_agent_pt)};
  return language == "es" ? kTables[0] : language == "pt" ? kTables[2] : kTables[1];
}

std::string say(std::string_view language, std::string_view key, Values values) {
  return say(language, key, std::span(values.begin(), values.size()));
}

std::string say(std::string_view language, std::string_view key,
                std::span<const std::pair<std::string_view, std::string>> values) {
  const auto& table = phrases(language);
  const auto found = table.find(key);
  if (found == table.end()) throw std::logic_error("no wording for " + std::string(key));
  // One pass, so that a guest's own words with braces in them stay as they are.
  std::string out;
  std::string_view rest = found->second;
  while (!rest.empty()) {
    const auto open = rest.find('{');
    out += rest.substr(0, open);
    if (open == std::string_view::npos) break;
    const auto close = rest.find('}', open);
    const auto name = rest.substr(open + 1, close == std::string_view::npos ? close : close - open - 1);
    for (const auto& [value_name, value] : values)
      if (value_name == name) out += value;
    if (close == std::string_view::npos) break;
    rest.remove_prefix(close + 1);
  }
  return out;
}

}  // namespace hotel::agent
