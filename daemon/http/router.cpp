#include "http/router.h"

#include <algorithm>
#include <stdexcept>

#include "http/uri.h"

namespace hotel::http {
namespace {

bool is_param(std::string_view segment) {
  return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

std::vector<std::string_view> split(std::string_view path) {
  std::vector<std::string_view> out;
  out.reserve(8);
  path.remove_prefix(1);
  while (true) {
    const auto slash = path.find('/');
    out.push_back(path.substr(0, slash));
    if (slash == std::string_view::npos) return out;
    path.remove_prefix(slash + 1);
  }
}

// Two patterns are the same address when only the names of their parameters differ.
std::string shape_of(std::string_view pattern) {
  std::string out;
  for (const auto segment : split(pattern)) out.append("/").append(is_param(segment) ? "{}" : segment);
  return out;
}

// The more specific of two patterns that both fit has its first literal segment where the other has a parameter.
bool more_specific(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
    if (is_param(a[i]) != is_param(b[i])) return is_param(b[i]);
  return false;
}

std::string key_of(std::string_view method, std::string_view path) {
  std::string key;
  key.reserve(method.size() + 1 + path.size());
  return key.append(method).append(" ").append(path);
}

}  // namespace

bool allows(Access access, const std::optional<Principal>& principal) {
  if (access == Access::kPublic) return true;
  if (!principal) return false;
  switch (access) {
    case Access::kAny:
      return wire::allows(principal->roles, wire::Right::kAny);
    case Access::kFrontdesk:
      return wire::allows(principal->roles, wire::Right::kFrontdesk);
    case Access::kRelease:
      return wire::allows(principal->roles, wire::Right::kRelease);
    case Access::kAdmin:
      return wire::allows(principal->roles, wire::Right::kAdmin);
    case Access::kPublic:
      break;
  }
  return false;
}

void Router::add(Route route) {
  if (!route.pattern.starts_with('/')) throw std::logic_error("a pattern starts with '/': " + route.pattern);
  if (!route.handler) throw std::logic_error("no handler for " + route.pattern);
  const std::string shape = shape_of(route.pattern);
  for (const Route& known : routes_)
    if (known.method == route.method && shape_of(known.pattern) == shape)
      throw std::logic_error("declared twice: " + route.method + " " + route.pattern);
  Shape segments;
  for (const auto segment : split(route.pattern)) segments.segments.emplace_back(segment);
  if (std::none_of(segments.segments.begin(), segments.segments.end(), is_param))
    literal_.emplace(key_of(route.method, route.pattern), routes_.size());
  routes_.push_back(std::move(route));
  shapes_.push_back(std::move(segments));
}

std::optional<std::vector<Header>> Router::fits(const Shape& shape, const std::vector<std::string_view>& path) const {
  if (shape.segments.size() != path.size()) return std::nullopt;
  std::vector<Header> params;
  for (std::size_t i = 0; i < path.size(); ++i) {
    const std::string& want = shape.segments[i];
    const bool param = is_param(want);
    if (!param && want == path[i]) continue;
    if (!param && path[i].find('%') == std::string_view::npos) return std::nullopt;
    auto decoded = percent_decode(path[i]);
    if (!decoded || decoded->empty() || (!param && want != *decoded)) return std::nullopt;
    if (param) params.emplace_back(want.substr(1, want.size() - 2), std::move(*decoded));
  }
  return params;
}

Match Router::match(std::string_view method, std::string_view path) const {
  Match match;
  if (!path.starts_with('/')) return match;
  if (const auto found = literal_.find(key_of(method, path)); found != literal_.end()) {
    match.route = &routes_[found->second];
    return match;
  }
  const auto segments = split(path);
  const Shape* best = nullptr;
  const auto try_method = [&](std::string_view wanted) {
    for (std::size_t i = 0; i < routes_.size(); ++i) {
      if (routes_[i].method != wanted || (best && !more_specific(shapes_[i].segments, best->segments))) continue;
      if (auto params = fits(shapes_[i], segments)) {
        best = &shapes_[i];
        match.route = &routes_[i];
        match.params = std::move(*params);
      }
    }
  };
  try_method(method);
  if (!match.route && method == "HEAD") try_method("GET");
  if (match.route) return match;
  for (std::size_t i = 0; i < routes_.size(); ++i)
    if (fits(shapes_[i], segments)) {
      match.allowed.push_back(routes_[i].method);
      if (routes_[i].method == "GET") match.allowed.emplace_back("HEAD");
    }
  std::sort(match.allowed.begin(), match.allowed.end());
  match.allowed.erase(std::unique(match.allowed.begin(), match.allowed.end()), match.allowed.end());
  return match;
}

}  // namespace hotel::http
