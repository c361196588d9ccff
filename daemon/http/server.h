// The HTTP server: sockets, limits, deadlines and strict framing around a Router.
//
// Runs on one io_context thread. Refused with 400 (and the connection closed): missing or double Host, Content-Length
// together with Transfer-Encoding, a space before a colon, double or malformed Content-Length, obsolete line folding,
// control characters; 431 for headers above 16 KiB or 100 fields; 413 for bodies above the route's limit, by
// Content-Length before a byte is read. A body is read only after the route is known. Deadlines: headers 5 s, body 10 s
// (plus time for its size), idle 30 s, TLS handshake 5 s, handler 60 s.
#pragma once

#include <boost/asio/io_context.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/metrics.h"
#include "http/router.h"

namespace hotel::http {

struct Listen {
  std::string address;     // "127.0.0.1", "::1"; empty with `unix_path` or `fd`
  std::uint16_t port = 0;  // 0: any free port, see Server::port()
  std::string unix_path;
  int fd = -1;  // a socket that systemd opened
};

struct Limits {
  std::chrono::milliseconds header{5'000};
  std::chrono::milliseconds body{10'000};
  std::chrono::milliseconds idle{30'000};
  std::chrono::milliseconds handler{60'000};
  std::chrono::milliseconds write{10'000};  // for each 64 KiB of an answer or stream: a slower reader is cut
  std::size_t connections = 4096;
  std::size_t header_bytes = 16 * 1024;
};

struct ServerConfig {
  std::vector<Listen> listen;
  std::string tls_cert_file;  // both or none
  std::string tls_key_file;
  std::vector<std::string> trusted_proxies;  // CIDR
  std::vector<Header> response_headers;      // X-Release, X-Slot
  Limits limits;
};

// Finds the principal of a bearer token; nothing: 401.
using Authenticator = std::function<rt::Task<std::optional<Principal>>(std::string token)>;

class Server {
 public:
  Server(boost::asio::io_context& io, ServerConfig config, const Router& router, Authenticator authenticator,
         base::Metrics& metrics);
  ~Server();

  void start();                // binds and listens; throws base::ConfigError when it cannot
  std::uint16_t port() const;  // of the first TCP listener
  void reload_tls();           // SIGHUP; keeps the old certificate when the new one is broken, and logs why
  void begin_drain();          // routes without `while_draining` answer 503 at once, streams are told to end
  rt::Task<void> stop(
      std::chrono::steady_clock::duration limit);  // closes listeners, waits for requests under way, closes all
  std::size_t requests_in_flight() const;
  std::size_t streams() const;

 private:
  struct Impl;
  std::shared_ptr<Impl> impl_;
};

}  // namespace hotel::http
