#include "support/peer/peer.h"

#include <algorithm>
#include <arpa/inet.h>
#include <condition_variable>
#include <cstdlib>
#include <gtest/gtest.h>
#include <list>
#include <mutex>
#include <netinet/in.h>
#include <set>
#include <stdexcept>
#include <strings.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace hotel::test {
namespace {

bool same(std::string_view a, std::string_view b) {
  return a.size() == b.size() && strncasecmp(a.data(), b.data(), a.size()) == 0;
}

std::string path_of(std::string_view target) {
  return std::string{target.substr(0, target.find('?'))};
}

bool send_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto n = ::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (n <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return true;
}

std::string chunked(std::string_view body) {
  std::string out;
  for (std::size_t at = 0; at < body.size(); at += 1000) {
    const auto piece = body.substr(at, 1000);
    char size[32];
    std::snprintf(size, sizeof size, "%zx\r\n", piece.size());
    out.append(size).append(piece).append("\r\n");
  }
  return out + "0\r\n\r\n";
}

std::string head_of(const PeerReply& reply) {
  std::string head = "HTTP/1.1 " + std::to_string(reply.status) + " Scripted\r\n";
  for (const auto& [name, value] : reply.headers) head.append(name).append(": ").append(value).append("\r\n");
  if (reply.framing == PeerReply::Framing::kLength)
    head.append("Content-Length: ").append(std::to_string(reply.body.size())).append("\r\n");
  if (reply.framing == PeerReply::Framing::kChunked) head.append("Transfer-Encoding: chunked\r\n");
  if (reply.say_close || reply.framing == PeerReply::Framing::kUntilClose) head.append("Connection: close\r\n");
  return head + "\r\n";
}

// Reads requests from one socket: blocking, with what was read too much kept for the next one.
class Reader {
 public:
  explicit Reader(int fd) : fd_(fd) {}

  std::optional<PeerRequest> next() {
    std::size_t end = 0;
    while ((end = buffer_.find("\r\n\r\n")) == std::string::npos)
      if (!more()) return std::nullopt;
    PeerRequest request = parsed(buffer_.substr(0, end));
    buffer_.erase(0, end + 4);
    const std::string length = request.header("Content-Length");
    const std::size_t size = length.empty() ? 0 : std::strtoull(length.c_str(), nullptr, 10);
    if (size > 0 && same(request.header("Expect"), "100-continue")) send_all(fd_, "HTTP/1.1 100 Continue\r\n\r\n");
    while (buffer_.size() < size)
      if (!more()) return std::nullopt;
    request.body = buffer_.substr(0, size);
    buffer_.erase(0, size);
    return request;
  }

 private:
  bool more() {
    char bytes[16384];
    const auto n = ::recv(fd_, bytes, sizeof bytes, 0);
    if (n <= 0) return false;
    buffer_.append(bytes, static_cast<std::size_t>(n));
    return true;
  }

  static PeerRequest parsed(const std::string& head) {
    PeerRequest request;
    std::size_t at = head.find("\r\n");
    const std::string first = head.substr(0, at);
    const auto a = first.find(' '), b = first.rfind(' ');
    request.method = first.substr(0, a);
    if (a != std::string::npos && b > a) request.target = first.substr(a + 1, b - a - 1);
    while (at != std::string::npos) {
      const auto next = head.find("\r\n", at + 2);
      const std::string line = head.substr(at + 2, next == std::string::npos ? next : next - at - 2);
      const auto colon = line.find(':');
      if (colon != std::string::npos) {
        const auto value = line.find_first_not_of(" \t", colon + 1);
        request.headers.emplace_back(line.substr(0, colon), value == std::string::npos ? "" : line.substr(value));
      }
      at = next;
    }
    return request;
  }

  int fd_;
  std::string buffer_;
};

}  // namespace

PeerReply PeerReply::json(int status, std::string body) {
  PeerReply reply;
  reply.status = status;
  reply.body = std::move(body);
  return reply;
}

PeerReply PeerReply::failing(Fault fault) {
  PeerReply reply;
  reply.fault = fault;
  return reply;
}

std::string PeerRequest::header(std::string_view name) const {
  for (const auto& [key, value] : headers)
    if (same(key, name)) return value;
  return "";
}

std::string PeerRequest::path() const {
  return path_of(target);
}

struct Peer::Impl {
  struct Expected {
    std::string method, target;
    PeerReply reply;
  };
  struct Always {
    std::string method, prefix;
    std::function<PeerReply(const PeerRequest&)> answer;
  };

  int listener = -1;
  std::uint16_t port = 0;
  mutable std::mutex mutex;
  mutable std::condition_variable changed;
  std::list<Expected> expected;
  std::vector<Always> always;
  std::vector<PeerRequest> requests;
  std::set<int> open;
  std::vector<std::thread> threads;
  std::thread accepting;
  int accepted = 0;
  std::size_t answers = 0;
  bool stopping = false;
  bool lenient = false;

  void accept_loop() {
    while (true) {
      const int fd = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
      const std::scoped_lock lock{mutex};
      if (fd < 0 || stopping) {
        if (fd >= 0) ::close(fd);
        return;
      }
      open.insert(fd);
      const int number = ++accepted;
      threads.emplace_back([this, fd, number] { serve(fd, number); });
    }
  }

  void serve(int fd, int number) {
    Reader reader{fd};
    while (auto request = reader.next()) {
      request->connection = number;
      const PeerReply reply = choose(*request);
      const bool stays = answer(fd, request->method, reply);
      {
        const std::scoped_lock lock{mutex};
        ++answers;
      }
      changed.notify_all();
      if (!stays) break;
    }
    const std::scoped_lock lock{mutex};
    open.erase(fd);
    ::close(fd);
  }

  PeerReply choose(const PeerRequest& request) {
    std::function<PeerReply(const PeerRequest&)> answer;
    {
      const std::scoped_lock lock{mutex};
      requests.push_back(request);
      changed.notify_all();
      const auto fits = [&](const Expected& e) {
        return e.method == request.method &&
               (e.target.find('?') == std::string::npos ? e.target == request.path() : e.target == request.target);
      };
      const auto found = std::find_if(expected.begin(), expected.end(), fits);
      if (found != expected.end()) {
        PeerReply reply = std::move(found->reply);
        expected.erase(found);
        return reply;
      }
      for (const auto& a : always)
        if (a.method == request.method && request.path().starts_with(a.prefix)) {
          answer = a.answer;
          break;
        }
      if (!answer && !lenient)
        ADD_FAILURE() << "the peer was asked something unexpected: " << request.method << ' ' << request.target;
    }
    return answer ? answer(request) : PeerReply::json(500, R"({"error":"unexpected request"})");
  }

  // True: the connection stays.
  bool answer(int fd, const std::string& method, const PeerReply& reply) {
    using Fault = PeerReply::Fault;
    if (reply.delay.count() > 0) {
      std::unique_lock lock{mutex};
      if (changed.wait_for(lock, reply.delay, [this] { return stopping; })) return false;
    }
    switch (reply.fault) {
      case Fault::kCutBeforeAnswer:
        return false;
      case Fault::kResetBeforeAnswer: {
        const linger hard{1, 0};
        ::setsockopt(fd, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
        return false;
      }
      case Fault::kRaw:
        send_all(fd, reply.raw);
        return false;
      case Fault::kHang: {
        std::unique_lock lock{mutex};
        changed.wait(lock, [this] { return stopping; });
        return false;
      }
      default:
        break;
    }
    const std::string head = head_of(reply);
    if (reply.fault == Fault::kCutInHead) {
      send_all(fd, std::string_view{head}.substr(0, head.size() / 2));
      return false;
    }
    std::string body = reply.framing == PeerReply::Framing::kChunked ? chunked(reply.body) : reply.body;
    if (reply.fault == Fault::kCutInBody) body.resize(std::min(body.size(), reply.cut_after));
    if (method == "HEAD") body.clear();
    const bool sent = send_all(fd, head) && send_all(fd, body);
    if (reply.fault == Fault::kHalfClose) {
      ::shutdown(fd, SHUT_WR);
      return sent;
    }
    return sent && reply.fault == Fault::kNone && !reply.say_close && !reply.close_silently &&
           reply.framing != PeerReply::Framing::kUntilClose;
  }
};

namespace {

int bound_socket(std::uint16_t& port) {
  const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* generic = reinterpret_cast<sockaddr*>(&address);
  if (fd < 0 || ::bind(fd, generic, size) != 0 || ::getsockname(fd, generic, &size) != 0)
    throw std::runtime_error("no loopback port for the scripted peer");
  port = ntohs(address.sin_port);
  return fd;
}

}  // namespace

Peer::Peer() : impl_(std::make_shared<Impl>()) {
  impl_->listener = bound_socket(impl_->port);
  if (::listen(impl_->listener, 64) != 0) throw std::runtime_error("the scripted peer cannot listen");
  impl_->accepting = std::thread([impl = impl_.get()] { impl->accept_loop(); });
}

Peer::~Peer() {
  verify();
  stop();
}

std::uint16_t Peer::port() const {
  return impl_->port;
}

std::string Peer::url(std::string_view target) const {
  return "http://127.0.0.1:" + std::to_string(impl_->port) + std::string{target};
}

void Peer::expect(std::string method, std::string target, PeerReply reply) {
  const std::scoped_lock lock{impl_->mutex};
  impl_->expected.push_back({std::move(method), std::move(target), std::move(reply)});
}

void Peer::always(std::string method, std::string path_prefix, std::function<PeerReply(const PeerRequest&)> answer) {
  const std::scoped_lock lock{impl_->mutex};
  impl_->always.push_back({std::move(method), std::move(path_prefix), std::move(answer)});
}

void Peer::allow_unexpected() {
  const std::scoped_lock lock{impl_->mutex};
  impl_->lenient = true;
}

std::vector<PeerRequest> Peer::requests() const {
  const std::scoped_lock lock{impl_->mutex};
  return impl_->requests;
}

int Peer::connections() const {
  const std::scoped_lock lock{impl_->mutex};
  return impl_->accepted;
}

bool Peer::wait_for_requests(std::size_t count, std::chrono::milliseconds limit) const {
  std::unique_lock lock{impl_->mutex};
  return impl_->changed.wait_for(lock, limit, [&] { return impl_->requests.size() >= count; });
}

bool Peer::wait_for_answers(std::size_t count, std::chrono::milliseconds limit) const {
  std::unique_lock lock{impl_->mutex};
  return impl_->changed.wait_for(lock, limit, [&] { return impl_->answers >= count; });
}

void Peer::verify() {
  const std::scoped_lock lock{impl_->mutex};
  for (const auto& e : impl_->expected) ADD_FAILURE() << "the peer was never asked " << e.method << ' ' << e.target;
  impl_->expected.clear();
}

void Peer::stop() {
  {
    const std::scoped_lock lock{impl_->mutex};
    if (impl_->stopping) return;
    impl_->stopping = true;
    ::shutdown(impl_->listener, SHUT_RDWR);
    for (const int fd : impl_->open) ::shutdown(fd, SHUT_RDWR);
  }
  impl_->changed.notify_all();
  impl_->accepting.join();
  for (auto& thread : impl_->threads) thread.join();
  ::close(impl_->listener);
}

std::uint16_t refused_port() {
  std::uint16_t port = 0;
  ::close(bound_socket(port));
  return port;
}

}  // namespace hotel::test
