#include "http/client.h"

#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <deque>
#include <fcntl.h>
#include <fmt/format.h>
#include <map>
#include <sys/socket.h>
#include <unistd.h>

#include "base/error.h"
#include "http/detail/channel.h"
#include "http/detail/tls.h"
#include "http/uri.h"

namespace hotel::http {
namespace asio = boost::asio;
namespace beast = boost::beast;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using boost::system::error_code;
using detail::Channel;

namespace {

constexpr auto kQuiet = asio::as_tuple(asio::use_awaitable);
// Servers close idle connections without a word (Apache after 5 s). A repeated GET costs nothing, a POST that meets
// such a connection ends as «interrupted»: it takes a kept connection only while that is young.
constexpr auto kIdleForReads = 30s;
constexpr auto kIdleForWrites = 4s;
constexpr std::size_t kMaxAnswerHead = 64 * 1024;
constexpr std::size_t kPiece = 64 * 1024;

bool is_repeatable(std::string_view method) {
  return method == "GET" || method == "HEAD";
}

bool is_field(const Header& header) {
  const auto bad = [](char c) { return c == '\r' || c == '\n' || c == '\0'; };
  return !header.first.empty() && header.first.find_first_of(": ") == std::string::npos &&
         std::none_of(header.first.begin(), header.first.end(), bad) &&
         std::none_of(header.second.begin(), header.second.end(), bad);
}

// A connection with one deadline: the timer closes it, whatever is under way.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(detail::Socket socket, std::shared_ptr<detail::TlsContext> tls)
      : channel(std::move(socket), std::move(tls)), timer_(channel.get_executor()) {}

  Channel channel;
  beast::flat_buffer buffer;
  Clock::time_point idle_since{};

  void until(Clock::time_point deadline) {
    timer_.expires_at(deadline);
    timer_.async_wait([weak = weak_from_this()](const error_code& error) {
      const auto self = error ? nullptr : weak.lock();
      if (!self || self->timer_.expiry() > Clock::now()) return;
      self->timed_out_ = true;
      self->channel.close();
    });
  }
  void rest() { timer_.cancel(); }
  bool timed_out() const { return timed_out_; }

  // Nothing may come on a resting connection: bytes or the end mean that the peer has finished with it.
  bool looks_alive() {
    char byte = 0;
    const auto n = ::recv(channel.socket().native_handle(), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    return n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
  }

 private:
  asio::steady_timer timer_;
  bool timed_out_ = false;
};
using ConnectionPtr = std::shared_ptr<Connection>;

// The new file of `save_to`; removed again unless keep() was called.
class SavedFile {
 public:
  explicit SavedFile(const std::string& path)
      : path_(path),
        fd_(path.empty() ? -1 : ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600)) {}
  SavedFile(const SavedFile&) = delete;
  SavedFile& operator=(const SavedFile&) = delete;
  ~SavedFile() {
    if (fd_ < 0) return;
    ::close(fd_);
    if (!kept_) ::unlink(path_.c_str());
  }
  bool wanted() const { return !path_.empty(); }
  bool open() const { return fd_ >= 0; }
  void keep() { kept_ = true; }
  bool append(std::string_view bytes) {
    while (!bytes.empty()) {
      const auto n = ::write(fd_, bytes.data(), bytes.size());
      if (n < 0 && errno == EINTR) continue;
      if (n <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
  }

 private:
  std::string path_;
  int fd_;
  bool kept_ = false;
};

std::string head_of(const ClientRequest& request, const Url& url, const std::string& user_agent) {
  const bool standard = url.port == (url.scheme == "https" ? "443" : "80");
  const bool v6 = url.host.find(':') != std::string::npos;
  std::string head =
      fmt::format("{} {} HTTP/1.1\r\nHost: {}{}{}", request.method, url.target, v6 ? "[" : "", url.host, v6 ? "]" : "");
  if (!standard) head.append(":").append(url.port);
  head.append("\r\n");
  bool agent = false;
  for (const auto& [name, value] : request.headers) {
    if (iequals(name, "Host") || iequals(name, "Content-Length") || iequals(name, "Connection") ||
        iequals(name, "Transfer-Encoding"))
      continue;
    agent = agent || iequals(name, "User-Agent");
    head.append(name).append(": ").append(value).append("\r\n");
  }
  if (!agent) head.append("User-Agent: ").append(user_agent).append("\r\n");
  if (!request.body.empty() || !is_repeatable(request.method))
    head.append(fmt::format("Content-Length: {}\r\n", request.body.size()));
  return head.append("\r\n");
}

}  // namespace

std::string ClientResponse::header(std::string_view name) const {
  for (const auto& [key, value] : headers)
    if (iequals(key, name)) return value;
  return "";
}

struct Client::Impl {
  Impl(asio::io_context& i, Config c) : io(i), config(std::move(c)) {}

  asio::io_context& io;
  Config config;
  std::shared_ptr<detail::TlsContext> tls;  // made with the first https request
  std::map<std::string, std::deque<ConnectionPtr>> idle;

  ConnectionPtr take(const std::string& host, bool repeatable);
  void keep(const std::string& host, ConnectionPtr connection);
  std::shared_ptr<detail::TlsContext> tls_for(const Url& url);
};

namespace {

using Kind = ClientResponse::Kind;
using Endpoints = std::vector<asio::ip::tcp::endpoint>;

// One request on its way. Members are what the steps share; a step that fails says so in `answer`.
struct Call {
  Call(ClientRequest r, Url u) : request(std::move(r)), url(std::move(u)), file(request.save_to) {}

  ClientRequest request;
  Url url;
  SavedFile file;
  Clock::time_point end{};
  ClientResponse answer;
  bool wrote = false;     // a byte of the request has left
  bool got_byte = false;  // a byte of the answer came
  bool reusable = false;

  bool fail(std::string fault) {
    answer.kind = wrote ? Kind::kInterrupted : Kind::kNotSent;
    answer.fault = std::move(fault);
    return false;
  }
};

// The system's resolver cannot be interrupted, so the wait for it is: a late answer is dropped.
struct Lookup {
  explicit Lookup(asio::io_context& io) : resolver(io), done(io) {}
  asio::ip::tcp::resolver resolver;
  asio::steady_timer done;
  error_code error;
  Endpoints found;
  bool finished = false;
};

rt::Task<Endpoints> resolve(asio::io_context& io, Call& call, Clock::time_point end) {
  Endpoints out;
  error_code no_number;
  const auto number = asio::ip::make_address(call.url.host, no_number);
  if (!no_number) {
    out.emplace_back(number, static_cast<std::uint16_t>(std::stoi(call.url.port)));
    co_return out;
  }
  auto lookup = std::make_shared<Lookup>(io);
  lookup->done.expires_at(end);
  lookup->resolver.async_resolve(
      call.url.host, call.url.port,
      [lookup](const error_code& error, const asio::ip::tcp::resolver::results_type& results) {
        lookup->error = error;
        lookup->finished = true;
        for (const auto& entry : results) lookup->found.push_back(entry.endpoint());
        lookup->done.cancel();
      });
  co_await lookup->done.async_wait(kQuiet);
  if (!lookup->finished)
    call.fail("name lookup: time over");
  else if (lookup->error)
    call.fail("name lookup: " + lookup->error.message());
  co_return lookup->found;
}

rt::Task<bool> secure(Call& call, Connection& connection) {
  auto* tls = connection.channel.tls();
  error_code numeric;
  asio::ip::make_address(call.url.host, numeric);
  if (numeric) SSL_set_tlsext_host_name(tls->native_handle(), call.url.host.c_str());  // RFC 6066: names only
  tls->set_verify_callback(asio::ssl::host_name_verification(call.url.host));
  const auto [error] = co_await tls->async_handshake(asio::ssl::stream_base::client, kQuiet);
  if (error)
    co_return call.fail(connection.timed_out() ? "TLS handshake: time over" : "TLS handshake: " + error.message());
  co_return true;
}

// A fresh connection, or nothing and the fault in `call`.
rt::Task<ConnectionPtr> connect(asio::io_context& io, Call& call, std::shared_ptr<detail::TlsContext> tls) {
  const auto end = std::min(call.end, Clock::now() + call.request.connect_timeout);
  const Endpoints endpoints = co_await resolve(io, call, end);
  if (endpoints.empty()) {
    if (call.answer.fault.empty()) call.fail("name lookup: no address");
    co_return nullptr;
  }
  for (std::size_t i = 0; i < endpoints.size(); ++i) {
    detail::Socket socket{io};
    auto connection = std::make_shared<Connection>(std::move(socket), tls);
    const auto now = Clock::now();
    connection->until(now +
                      (end - now) / static_cast<int>(endpoints.size() - i));  // each address has its share of the time
    const detail::Protocol::endpoint to{endpoints[i]};
    const auto [error] = co_await connection->channel.socket().async_connect(to, kQuiet);
    if (error) {
      call.fail(connection->timed_out() ? "connect: time over" : "connect: " + error.message());
      continue;
    }
    error_code ignored;
    connection->channel.socket().set_option(asio::ip::tcp::no_delay{true}, ignored);
    connection->until(end);
    if (tls) {
      const bool safe = co_await secure(call, *connection);
      if (!safe) co_return nullptr;
    }
    co_return connection;
  }
  co_return nullptr;
}

rt::Task<bool> write_request(Call& call, Connection& connection, const std::string& head) {
  const std::array<asio::const_buffer, 2> parts{asio::buffer(head), asio::buffer(call.request.body)};
  // Under TLS a failed write does not tell how much had left before: it counts as begun.
  call.wrote = connection.channel.tls() != nullptr;
  const auto [error, n] = co_await asio::async_write(connection.channel, parts, kQuiet);
  call.wrote = call.wrote || n > 0;
  if (error) co_return call.fail(connection.timed_out() ? "write: time over" : "write: " + error.message());
  co_return true;
}

using Parser = beast::http::response_parser<beast::http::buffer_body>;

rt::Task<bool> read_body(Call& call, Connection& connection, Parser& parser) {
  const bool to_file = call.file.wanted() && call.answer.status / 100 == 2;
  const auto announced = parser.content_length();
  call.answer.too_large = announced && *announced > call.request.max_body;
  if (call.answer.too_large)
    co_return call.fail(fmt::format("the answer announces {} bytes, {} are taken", *announced, call.request.max_body));
  std::vector<char> piece(std::min(kPiece, std::max<std::size_t>(call.request.max_body, 1024)));
  std::size_t total = 0;
  while (!parser.is_done()) {
    parser.get().body().data = piece.data();
    parser.get().body().size = piece.size();
    parser.get().body().more = true;
    const auto [error, n] =
        co_await beast::http::async_read_some(connection.channel, connection.buffer, parser, kQuiet);
    const std::size_t got = piece.size() - parser.get().body().size;
    if (error && error != beast::http::error::need_buffer)
      co_return call.fail(connection.timed_out() ? "answer: time over" : "answer: " + error.message());
    total += got;
    call.answer.too_large = total > call.request.max_body;
    if (call.answer.too_large)
      co_return call.fail(fmt::format("the answer has more than {} bytes", call.request.max_body));
    const std::string_view bytes{piece.data(), got};
    if (!to_file)
      call.answer.body.append(bytes);
    else if (!call.file.append(bytes))
      co_return call.fail("the file cannot be written: " +
                          error_code(errno, boost::system::system_category()).message());
  }
  if (to_file) call.file.keep();
  co_return true;
}

rt::Task<bool> read_answer(Call& call, Connection& connection) {
  while (true) {
    Parser parser;
    parser.header_limit(kMaxAnswerHead);
    parser.body_limit(boost::none);
    if (call.request.method == "HEAD") parser.skip(true);
    const auto [error, n] =
        co_await beast::http::async_read_header(connection.channel, connection.buffer, parser, kQuiet);
    call.got_byte = call.got_byte || parser.got_some() || connection.buffer.size() > 0;
    if (error) co_return call.fail(connection.timed_out() ? "answer: time over" : "answer: " + error.message());
    const auto status = parser.get().result_int();
    if (status >= 100 && status < 200 && status != 101) continue;  // interim answers
    call.answer.status = static_cast<int>(status);
    for (const auto& field : parser.get())
      call.answer.headers.emplace_back(std::string{field.name_string()}, std::string{field.value()});
    const bool whole = co_await read_body(call, connection, parser);
    if (!whole) co_return false;
    call.answer.kind = Kind::kAnswer;
    call.answer.fault.clear();
    call.reusable = parser.keep_alive() && status != 101 && connection.buffer.size() == 0;
    co_return true;
  }
}

void forget_answer(Call& call) {
  call.answer.status = 0;
  call.answer.headers.clear();
  call.answer.body.clear();
}

}  // namespace

ConnectionPtr Client::Impl::take(const std::string& host, bool repeatable) {
  const auto now = Clock::now();
  for (auto& [name, kept] : idle)
    while (!kept.empty() && now - kept.front()->idle_since > kIdleForReads) kept.pop_front();
  auto& kept = idle[host];
  while (!kept.empty()) {
    ConnectionPtr connection = std::move(kept.back());  // the youngest
    kept.pop_back();
    if (!connection->looks_alive()) continue;
    if (!repeatable && now - connection->idle_since > kIdleForWrites) continue;
    return connection;
  }
  return nullptr;
}

void Client::Impl::keep(const std::string& host, ConnectionPtr connection) {
  connection->rest();
  connection->idle_since = Clock::now();
  auto& kept = idle[host];
  kept.push_back(std::move(connection));
  while (kept.size() > config.idle_per_host) kept.pop_front();
}

std::shared_ptr<detail::TlsContext> Client::Impl::tls_for(const Url& url) {
  if (url.scheme != "https") return nullptr;
  if (!tls) tls = detail::client_context(config.ca_file);
  return tls;
}

Client::Client(asio::io_context& io, Config config) : impl_(std::make_shared<Impl>(io, std::move(config))) {}
Client::~Client() = default;

rt::Task<ClientResponse> Client::send(ClientRequest request) {
  const auto impl = impl_;
  const auto began = Clock::now();
  const auto finished = [&](ClientResponse answer) {
    answer.took = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - began);
    return answer;
  };
  ClientResponse refused;
  auto url = parse_url(request.url);
  if (!url) refused.fault = "this is no http or https URL";
  if (!std::all_of(request.headers.begin(), request.headers.end(), is_field))
    refused.fault = "a header field holds what it must not";
  if (request.method.empty() || request.method.find_first_of(" \r\n") != std::string::npos)
    refused.fault = "this is no method";
  if (!refused.fault.empty()) co_return finished(std::move(refused));

  Call call{std::move(request), std::move(*url)};
  call.end = began + call.request.total_timeout;
  if (call.file.wanted() && !call.file.open()) {
    call.fail("the file cannot be created: " + error_code(errno, boost::system::system_category()).message());
    co_return finished(std::move(call.answer));
  }
  std::shared_ptr<detail::TlsContext> tls;
  try {
    tls = impl->tls_for(call.url);
  } catch (const base::ConfigError& e) {
    call.fail(e.what());
  }
  if (!call.answer.fault.empty()) co_return finished(std::move(call.answer));

  const std::string host = call.url.scheme + "|" + call.url.host + "|" + call.url.port;
  const std::string head = head_of(call.request, call.url, impl->config.user_agent);
  const bool repeatable = is_repeatable(call.request.method);
  while (true) {
    ConnectionPtr connection = impl->take(host, repeatable);
    const bool kept = connection != nullptr;
    call.wrote = false;
    if (!kept) connection = co_await connect(impl->io, call, tls);
    bool done = false;
    if (connection) {
      connection->until(call.end);
      done = co_await write_request(call, *connection, head);
      if (done) done = co_await read_answer(call, *connection);
    }
    const auto cancelled = co_await asio::this_coro::cancellation_state;
    if (!done && cancelled.cancelled() != asio::cancellation_type::none)
      throw boost::system::system_error(asio::error::operation_aborted);
    if (!connection) break;
    if (done && call.reusable) impl->keep(host, connection);
    connection->rest();
    // The peer closed a kept connection while we wrote: once more, on another one, when that cannot do anything twice.
    if (!done && kept && !call.got_byte && !connection->timed_out() && (repeatable || !call.wrote)) {
      forget_answer(call);
      continue;
    }
    if (!done) forget_answer(call);
    break;
  }
  co_return finished(std::move(call.answer));
}

}  // namespace hotel::http
