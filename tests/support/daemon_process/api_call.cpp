#include "support/daemon_process/api_call.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "wire/codec.h"

namespace hotel::test {
namespace {

struct Socket {
  int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  ~Socket() { ::close(fd); }
};

}  // namespace

boost::json::value ApiAnswer::json() const {
  return wire::parse_json(body).value_or(nullptr);
}

ApiAnswer api_call(std::uint16_t port, std::string_view method, std::string_view target, std::string_view body,
                   const std::vector<std::pair<std::string, std::string>>& headers, std::chrono::milliseconds limit) {
  const Socket socket;
  const timeval time{limit.count() / 1000, (limit.count() % 1000) * 1000};
  ::setsockopt(socket.fd, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
  ::setsockopt(socket.fd, SOL_SOCKET, SO_SNDTIMEO, &time, sizeof time);
  sockaddr_in where{};
  where.sin_family = AF_INET;
  where.sin_port = htons(port);
  where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket.fd, reinterpret_cast<const sockaddr*>(&where), sizeof where) != 0) return {};
  std::string request =
      fmt::format("{} {} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\nContent-Length: {}\r\n", method, target,
                  port, body.size());
  for (const auto& [name, value] : headers) request.append(fmt::format("{}: {}\r\n", name, value));
  request.append("\r\n").append(body);
  for (std::string_view rest = request; !rest.empty();) {
    const auto sent = ::send(socket.fd, rest.data(), rest.size(), MSG_NOSIGNAL);
    if (sent <= 0) return {};
    rest.remove_prefix(static_cast<std::size_t>(sent));
  }
  std::string answer;
  char buffer[16384];
  for (ssize_t got; (got = ::recv(socket.fd, buffer, sizeof buffer, 0)) > 0;)
    answer.append(buffer, static_cast<std::size_t>(got));
  const auto end = answer.find("\r\n\r\n");
  if (end == std::string::npos || answer.size() < 12) return {};
  return {std::atoi(answer.c_str() + 9), answer.substr(0, end), answer.substr(end + 4)};
}

}  // namespace hotel::test
