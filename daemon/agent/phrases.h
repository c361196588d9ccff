// The agent's wording per language, compiled in from translations/agent_*.txt. Pure; a missing key is a bug
// (std::logic_error), and a test checks that all languages have the same keys and placeholders.
#pragma once

#include <initializer_list>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace hotel::agent {

using Values = std::initializer_list<std::pair<std::string_view, std::string>>;

// A language without wording of its own is answered in English.
std::string say(std::string_view language, std::string_view key, Values values = {});
std::string say(std::string_view language, std::string_view key,
                std::span<const std::pair<std::string_view, std::string>> values);
const std::map<std::string, std::string, std::less<>>& phrases(std::string_view language);

}  // namespace hotel::agent
