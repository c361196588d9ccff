#include "wire/operator.h"

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>

#include "wire/codec.h"

namespace hotel::wire {
namespace {

constexpr std::array<std::string_view, 5> kReleaseRoles{"release", "release_manager", "operations", "hotel_manager",
                                                        "owner"};

bool has(const std::vector<std::string>& roles, std::string_view role) {
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

}  // namespace

bool is_role(std::string_view name) {
  return name == "frontdesk" || name == "admin" ||
         std::find(kReleaseRoles.begin(), kReleaseRoles.end(), name) != kReleaseRoles.end();
}

bool allows(const std::vector<std::string>& roles, Right right) {
  if (right == Right::kAny) return true;
  if (has(roles, "admin")) return true;
  if (right == Right::kFrontdesk) return has(roles, "frontdesk");
  if (right == Right::kRelease)
    return std::any_of(kReleaseRoles.begin(), kReleaseRoles.end(), [&](auto r) { return has(roles, r); });
  return false;
}

std::vector<std::string> split_roles(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const auto comma = text.find(',');
    std::string_view part = text.substr(0, comma);
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    if (!part.empty()) out.emplace_back(part);
    text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
  }
  return out;
}

std::string join_roles(const std::vector<std::string>& roles) {
  std::string out;
  for (const auto& role : roles) out.append(out.empty() ? "" : ",").append(role);
  return out;
}

boost::json::object to_json(const Operator& person) {
  return {{"name", person.name}, {"roles", boost::json::array(person.roles.begin(), person.roles.end())}};
}

std::optional<Operator> operator_from_json(const boost::json::value& value) {
  Operator person{text_of(value, "name"), texts_of(value, "roles")};
  return person.name.empty() ? std::nullopt : std::optional{person};
}

}  // namespace hotel::wire
