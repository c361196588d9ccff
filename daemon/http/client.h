// The one HTTP client of the daemon: WhatsApp, QloApps, language models. HTTP/1.1, TLS with verification of the host
// name, keep-alive connections per host, no redirects, body size capped while it streams, deadlines on connect and on
// the whole call.
//
// What matters to callers is how far a failed request got: `kNotSent` means that no byte of the request left, so doing
// it again is safe; `kInterrupted` means that it may have been carried out.
#pragma once

#include <boost/asio/io_context.hpp>
#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "http/message.h"

namespace hotel::http {

struct ClientRequest {
  std::string method = "GET";
  std::string url;              // http:// or https://
  std::vector<Header> headers;  // Host, Content-Length and Connection are set by the client
  std::string body;
  std::chrono::milliseconds connect_timeout{5'000};
  std::chrono::milliseconds total_timeout{30'000};
  std::size_t max_body = 8 * 1024 * 1024;
  std::string save_to;  // not empty: the body is streamed into this new file instead of `body`
};

struct ClientResponse {
  enum class Kind { kAnswer, kNotSent, kInterrupted } kind = Kind::kNotSent;
  int status = 0;
  std::vector<Header> headers;
  std::string body;
  std::string fault;       // why there is no answer, for logs: no URL query, no secret
  bool too_large = false;  // the body was larger than max_body: nothing of it is kept
  std::chrono::milliseconds took{0};

  std::string header(std::string_view name) const;
};

class Client {
 public:
  struct Config {
    std::string user_agent = "hotel-agent";
    std::size_t idle_per_host = 4;
    std::string ca_file;  // empty: the system's
  };
  Client(boost::asio::io_context& io, Config config);
  ~Client();

  // Never throws for a fault of the peer. A kept connection that turns out closed before a byte of the answer came is
  // replaced by a fresh one only for GET and HEAD; for others that is kInterrupted.
  rt::Task<ClientResponse> send(ClientRequest request);

 private:
  struct Impl;
  std::shared_ptr<Impl> impl_;  // calls under way keep it
};

struct Url {
  std::string scheme, host, port, target;  // port as text, target with query
};
std::optional<Url> parse_url(std::string_view text);
std::string encode_query(std::string_view value);  // percent-encodes everything but unreserved characters

}  // namespace hotel::http
