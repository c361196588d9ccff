#include "wire_client.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <netinet/in.h>
#include <strings.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

namespace hotel::http::test {
namespace {

bool same(std::string_view a, std::string_view b) {
  return a.size() == b.size() && strncasecmp(a.data(), b.data(), a.size()) == 0;
}

void limit_reads(int fd) {
  const timeval limit{10, 0};
  ::setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  ::setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
}

}  // namespace

std::string WireAnswer::header(std::string_view name) const {
  for (const auto& [key, value] : headers)
    if (same(key, name)) return value;
  return "";
}

int WireAnswer::count(std::string_view name) const {
  return static_cast<int>(
      std::count_if(headers.begin(), headers.end(), [&](const auto& h) { return same(h.first, name); }));
}

WireClient::WireClient(std::uint16_t port) : fd_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(port);
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  limit_reads(fd_);
  ::connect(fd_, reinterpret_cast<sockaddr*>(&to), sizeof to);
}

WireClient::WireClient(const std::string& unix_path) : fd_(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_un to{};
  to.sun_family = AF_UNIX;
  std::strncpy(to.sun_path, unix_path.c_str(), sizeof to.sun_path - 1);
  limit_reads(fd_);
  ::connect(fd_, reinterpret_cast<sockaddr*>(&to), sizeof to);
}

WireClient::WireClient(WireClient&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)), buffer_(std::move(other.buffer_)) {}

WireClient::~WireClient() {
  if (fd_ >= 0) ::close(fd_);
}

bool WireClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto n = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (n <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return true;
}

int WireClient::more() {
  char bytes[65536];
  const auto n = ::recv(fd_, bytes, sizeof bytes, 0);
  if (n > 0) buffer_.append(bytes, static_cast<std::size_t>(n));
  timed_out_ = n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
  return static_cast<int>(n);
}

std::optional<std::string> WireClient::read_until(std::string_view mark) {
  std::size_t at = 0;
  while ((at = buffer_.find(mark)) == std::string::npos)
    if (more() <= 0) return std::nullopt;
  std::string out = buffer_.substr(0, at + mark.size());
  buffer_.erase(0, out.size());
  return out;
}

WireAnswer WireClient::read(bool to_head) {
  WireAnswer answer;
  const auto head = read_until("\r\n\r\n");
  if (!head) {
    answer.kind = timed_out_        ? WireAnswer::Kind::kHangs
                  : buffer_.empty() ? WireAnswer::Kind::kClosed
                                    : WireAnswer::Kind::kGarbage;
    return answer;
  }
  if (!head->starts_with("HTTP/1.1 ") || head->size() < 16) return answer;
  answer.status = std::atoi(head->c_str() + 9);
  for (auto at = head->find("\r\n") + 2; at < head->size() - 2;) {
    const auto end = head->find("\r\n", at);
    const auto colon = head->find(": ", at);
    if (colon > end) return answer;
    answer.headers.emplace_back(head->substr(at, colon - at), head->substr(colon + 2, end - colon - 2));
    at = end + 2;
  }
  answer.kind = WireAnswer::Kind::kAnswer;
  if (to_head || answer.status < 200 || answer.status == 204 || answer.status == 304) return answer;
  const auto size = std::strtoull(answer.header("Content-Length").c_str(), nullptr, 10);
  while (buffer_.size() < size)
    if (more() <= 0) {
      answer.kind = WireAnswer::Kind::kGarbage;
      return answer;
    }
  answer.body = buffer_.substr(0, size);
  buffer_.erase(0, size);
  return answer;
}

bool WireClient::closed_by_server() {
  if (!buffer_.empty()) return false;
  const int n = more();
  return n == 0 || (n < 0 && !timed_out_);
}

void WireClient::end_sending() {
  ::shutdown(fd_, SHUT_WR);
}

void WireClient::shrink_receive_buffer() {
  const int size = 4096;
  ::setsockopt(fd_, SOL_SOCKET, SO_RCVBUF, &size, sizeof size);
}

WireAnswer ask(std::uint16_t port, std::string_view bytes) {
  WireClient client{port};
  client.send(bytes);
  return client.read();
}

std::string request(std::string_view first, std::initializer_list<std::string_view> fields, std::string_view body) {
  std::string out{first};
  out.append(" HTTP/1.1\r\nHost: hotel.example\r\n");
  for (const auto field : fields) out.append(field).append("\r\n");
  if (!body.empty()) out.append("Content-Length: ").append(std::to_string(body.size())).append("\r\n");
  return out.append("\r\n").append(body);
}

}  // namespace hotel::http::test
