// The table of routes. A route that nobody declared does not exist, and a declared one is closed to everybody whom its
// access does not name: deny by default. The whole table can be read, so that a test can try every route with every
// role.
//
// Built once, then only read. Matching is by segments of the path as it came: they are split first and decoded
// afterwards, so that an encoded slash never makes another address. A literal segment wins over a parameter.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "http/message.h"

namespace hotel::http {

using Handler = std::function<rt::Task<Response>(Request&)>;

enum class Access {
  kPublic,  // health, webhooks (which bring their own signature), POST /session
  kAny,     // signed in
  kFrontdesk,
  kRelease,
  kAdmin,
};

bool allows(Access access, const std::optional<Principal>& principal);

struct Route {
  std::string method;
  std::string pattern;  // "/api/v1/conversations/{id}"
  Access access = Access::kAdmin;
  std::size_t max_body = 64 * 1024;
  bool while_draining = false;  // health only
  Handler handler;
};

struct Match {
  const Route* route = nullptr;  // nullptr: see `allowed`; valid until the next add()
  std::vector<Header> params;
  std::vector<std::string> allowed;  // methods of this path when only the method did not fit: 405
};

class Router {
 public:
  void add(Route route);  // throws std::logic_error when the same method and pattern exist
  Match match(std::string_view method,
              std::string_view path) const;  // HEAD finds the GET route when it has none of its own
  const std::vector<Route>& routes() const { return routes_; }

 private:
  struct Shape {
    std::vector<std::string> segments;  // of a parameter: "{name}"
  };
  std::optional<std::vector<Header>> fits(const Shape& shape, const std::vector<std::string_view>& path) const;

  std::vector<Route> routes_;
  std::vector<Shape> shapes_;                                // beside routes_
  std::map<std::string, std::size_t, std::less<>> literal_;  // "POST /webhooks/whatsapp": patterns without parameters
};

}  // namespace hotel::http
