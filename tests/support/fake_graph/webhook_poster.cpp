#include <arpa/inet.h>
#include <boost/json/serialize.hpp>
#include <cstdio>
#include <cstdlib>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include "support/fake_graph/fake_graph.h"

namespace hotel::test::fake_graph {
namespace {

constexpr int kPatienceSeconds = 20;

class Line {
 public:
  explicit Line(std::uint16_t port) : fd_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    const timeval limit{kPatienceSeconds, 0};
    ::setsockopt(fd_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    ::setsockopt(fd_, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = ::connect(fd_, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0;
  }
  ~Line() { ::close(fd_); }
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;

  bool send(std::string_view bytes) {
    while (connected_ && !bytes.empty()) {
      const auto n = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (n <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return connected_;
  }

  std::string first_line() {
    std::string out;
    char piece[1024];
    while (out.find("\r\n") == std::string::npos) {
      const auto n = ::recv(fd_, piece, sizeof piece, 0);
      if (n <= 0) return {};
      out.append(piece, static_cast<std::size_t>(n));
    }
    return out.substr(0, out.find("\r\n"));
  }

 private:
  int fd_;
  bool connected_ = false;
};

// The length of the UTF-8 character at `at` and its code point; our own JSON is valid.
std::pair<std::size_t, unsigned> code_point(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  if (byte(0) < 0xe0) return {2, ((byte(0) & 0x1fU) << 6U) | (byte(1) & 0x3fU)};
  if (byte(0) < 0xf0) return {3, ((byte(0) & 0x0fU) << 12U) | ((byte(1) & 0x3fU) << 6U) | (byte(2) & 0x3fU)};
  return {4, ((byte(0) & 0x07U) << 18U) | ((byte(1) & 0x3fU) << 12U) | ((byte(2) & 0x3fU) << 6U) | (byte(3) & 0x3fU)};
}

std::string escaped(unsigned unit, bool upper = false) {
  char out[8];
  std::snprintf(out, sizeof out, upper ? "\\u%04X" : "\\u%04x", unit);
  return out;
}

}  // namespace

int post(const std::string& url, std::string_view body,
         const std::vector<std::pair<std::string, std::string>>& headers) {
  const auto colon = url.rfind(':');
  const auto slash = url.find('/', colon);
  const auto port = static_cast<std::uint16_t>(std::strtoul(url.c_str() + colon + 1, nullptr, 10));
  std::string head = "POST " + url.substr(slash) + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) +
                     "\r\nConnection: close\r\n";
  for (const auto& [name, value] : headers) head += name + ": " + value + "\r\n";
  head += "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n";
  Line line{port};
  if (!line.send(head) || !line.send(body)) return 0;
  const std::string status = line.first_line();
  return status.size() > 9 ? std::atoi(status.c_str() + 9) : 0;
}

std::string meta_json(const boost::json::value& value) {
  const std::string plain = boost::json::serialize(value);
  std::string out;
  for (std::size_t at = 0; at < plain.size();) {
    const char c = plain[at];
    if (static_cast<unsigned char>(c) >= 0x80) {
      const auto [size, point] = code_point(plain, at);
      out += point < 0x10000 ? escaped(point) : escaped(0xd7c0 + (point >> 10U)) + escaped(0xdc00 + (point & 0x3ffU));
      at += size;
      continue;
    }
    if (c == '/') {
      out += "\\/";
    } else if (c == '<' || c == '%' || c == '@') {
      out += escaped(static_cast<unsigned>(c), true);
    } else {
      out.push_back(c);
    }
    ++at;
  }
  return out;
}

}  // namespace hotel::test::fake_graph
