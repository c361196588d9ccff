// People (and scripts) who use the API, and what their roles allow.
#pragma once

#include <boost/json/object.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hotel::wire {

enum class Right { kAny, kFrontdesk, kRelease, kAdmin };  // kAny: signed in, whatever the role

// frontdesk: guests. release, release_manager, operations, hotel_manager, owner: deployments. admin: both, users,
// settings.
bool is_role(std::string_view name);
bool allows(const std::vector<std::string>& roles, Right right);
std::vector<std::string> split_roles(std::string_view comma_separated);
std::string join_roles(const std::vector<std::string>& roles);

struct Operator {
  std::string name;
  std::vector<std::string> roles;
};

boost::json::object to_json(const Operator& person);
std::optional<Operator> operator_from_json(const boost::json::value& value);

}  // namespace hotel::wire
