// Requests and responses as the rest of the daemon sees them: no Beast outside http/.
#pragma once

#include <boost/json/value.hpp>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rt/task.h"
#include "wire/error.h"
#include "wire/operator.h"

namespace hotel::http {

using Header = std::pair<std::string, std::string>;

// Who asks, as the authenticator found out.
struct Principal {
  std::string name;
  std::vector<std::string> roles;
  std::string session;  // SHA-256 of the token, hex
  bool script = false;
};

struct Request {
  std::string method;
  std::string target;          // as it came
  std::string path;            // decoded, without query
  std::vector<Header> query;   // decoded, in order; a name may come twice
  std::vector<Header> params;  // from the route's pattern: {id}
  std::vector<Header> headers;
  std::string body;  // the exact bytes
  std::string peer;  // address of the client: X-Forwarded-For's when the neighbour is a trusted proxy
  std::string request_id;
  bool over_unix_socket = false;
  std::optional<Principal> principal;

  std::string header(std::string_view name) const;                      // "" when missing; case-insensitive
  std::string param(std::string_view name) const;                       // "" when missing
  std::optional<std::string> query_value(std::string_view name) const;  // the first
  std::size_t query_count(std::string_view name) const;
};

constexpr std::size_t kMaxStreamWrite = 4 * 1024 * 1024;

// Writes a response that never ends by itself. False from write(): the peer is gone, or so slow that it was cut, or the
// piece is larger than kMaxStreamWrite (whoever lags that far behind had better resume). When the peer goes away
// meanwhile, what the stream awaits is cancelled: it throws operation_aborted, and may let it pass. One write at a
// time; the writer lives as long as the stream's task.
class StreamWriter {
 public:
  virtual ~StreamWriter() = default;
  virtual rt::Task<bool> write(std::string bytes) = 0;
  virtual bool closing() const = 0;  // the server drains: say goodbye and return
};

struct Response {
  int status = 200;
  std::vector<Header> headers;
  std::string body;
  std::function<rt::Task<void>(StreamWriter&)> stream;  // set: head, then this writes the body

  static Response json(int status, const boost::json::value& value);
  static Response text(int status, std::string body);
  static Response empty(int status);
  static Response problem(wire::ErrorCode code, std::string_view detail, std::string_view request_id);
};

}  // namespace hotel::http
