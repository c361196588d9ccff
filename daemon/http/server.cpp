#include "http/server.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/error.h"
#include "base/log.h"
#include "http/detail/session.h"
#include "http/detail/tls.h"
#include "rt/notifier.h"

namespace hotel::http {
namespace asio = boost::asio;
using namespace std::chrono_literals;
using detail::Protocol;
using detail::ServerState;
using detail::Session;
using Acceptor = asio::basic_socket_acceptor<Protocol>;

namespace {

constexpr auto kQuiet = asio::as_tuple(asio::use_awaitable);
constexpr auto kStreamGrace = 1s;  // time for streams to say goodbye
constexpr auto kLastGrace = 2s;    // time for cancelled handlers to return

struct Listening {
  explicit Listening(Acceptor a) : acceptor(std::move(a)) {}
  Acceptor acceptor;
  bool unix_socket = false;
  std::string unix_path;  // ours to remove
  ino_t inode = 0;
};

detail::Neighbour neighbour_of(const Protocol::endpoint& endpoint, bool unix_socket) {
  if (unix_socket) return {"", true};
  Address address;
  const auto* raw = static_cast<const void*>(endpoint.data());
  if (endpoint.data()->sa_family == AF_INET6) {
    const auto& from = static_cast<const sockaddr_in6*>(raw)->sin6_addr.s6_addr;
    address.v6 = true;
    std::copy(std::begin(from), std::end(from), address.bytes.begin());
  } else {
    const auto* from = reinterpret_cast<const std::uint8_t*>(&static_cast<const sockaddr_in*>(raw)->sin_addr);
    std::copy(from, from + 4, address.bytes.begin());
  }
  const auto plain = parse_address(address.text());  // a mapped IPv4 address becomes that
  return {plain ? plain->text() : address.text(), false};
}

[[noreturn]] void cannot_listen(const std::string& where, const std::string& why) {
  throw base::ConfigError({"LISTEN: cannot listen on " + where + ": " + why});
}

Listening listen_fd(asio::io_context& io, int fd) {
  sockaddr_storage name{};
  socklen_t size = sizeof name;
  int listening = 0;
  socklen_t flag = sizeof listening;
  if (::getsockname(fd, static_cast<sockaddr*>(static_cast<void*>(&name)), &size) != 0 ||
      ::getsockopt(fd, SOL_SOCKET, SO_ACCEPTCONN, &listening, &flag) != 0 || listening == 0)
    cannot_listen("the inherited descriptor " + std::to_string(fd), "it is no listening socket");
  Listening out{Acceptor{io, Protocol{name.ss_family, name.ss_family == AF_UNIX ? 0 : IPPROTO_TCP}, fd}};
  out.unix_socket = name.ss_family == AF_UNIX;
  return out;
}

// A socket file that nobody listens on is left over from a process that died; one that answers belongs to a living one.
void remove_stale(const std::string& path) {
  struct stat found{};
  if (::lstat(path.c_str(), &found) != 0) return;
  if (!S_ISSOCK(found.st_mode)) cannot_listen(path, "there is a file that is no socket");
  asio::io_context io;
  asio::local::stream_protocol::socket probe{io};
  boost::system::error_code error;
  probe.connect(asio::local::stream_protocol::endpoint{path}, error);
  if (!error) cannot_listen(path, "another process listens there");
  ::unlink(path.c_str());
}

Listening listen_unix(asio::io_context& io, const std::string& path) {
  if (path.size() >= sizeof(sockaddr_un::sun_path)) cannot_listen(path, "the path is too long for a socket");
  remove_stale(path);
  const asio::local::stream_protocol::endpoint local{path};
  const Protocol::endpoint endpoint{local};
  Listening out{Acceptor{io}};
  boost::system::error_code error;
  out.acceptor.open(endpoint.protocol(), error);
  if (!error) out.acceptor.bind(endpoint, error);
  if (!error && ::chmod(path.c_str(), 0666) != 0) error.assign(errno, boost::system::system_category());
  if (!error) out.acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (error) cannot_listen(path, error.message());
  struct stat made{};
  if (::lstat(path.c_str(), &made) == 0) out.inode = made.st_ino;
  out.unix_socket = true;
  out.unix_path = path;
  return out;
}

Listening listen_tcp(asio::io_context& io, const Listen& where) {
  const std::string name = where.address + ":" + std::to_string(where.port);
  boost::system::error_code error;
  const auto address = asio::ip::make_address(where.address, error);
  if (error) cannot_listen(name, "it is no IP address; right would be 127.0.0.1:8000 or [::1]:8000");
  const asio::ip::tcp::endpoint tcp{address, where.port};
  const Protocol::endpoint endpoint{tcp};
  Listening out{Acceptor{io}};
  out.acceptor.open(endpoint.protocol(), error);
  if (!error) out.acceptor.set_option(asio::socket_base::reuse_address{true}, error);
  if (!error && address.is_v6()) out.acceptor.set_option(asio::ip::v6_only{!address.is_unspecified()}, error);
  if (!error) out.acceptor.bind(endpoint, error);
  if (!error) out.acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (error) cannot_listen(name, error.message());
  return out;
}

std::shared_ptr<detail::TlsContext> tls_of(const ServerConfig& config) {
  if (config.tls_cert_file.empty() != config.tls_key_file.empty())
    throw base::ConfigError({"TLS_CERT_FILE and TLS_KEY_FILE: one is set; right would be both or none"});
  return config.tls_cert_file.empty() ? nullptr : detail::server_context(config.tls_cert_file, config.tls_key_file);
}

// Whom to close for a newcomer: the oldest that has not brought a whole head yet, else the oldest that asks for nothing
// now.
std::shared_ptr<Session> dispensable(const ServerState& state) {
  std::shared_ptr<Session> idle;
  for (const auto& session : state.sessions) {
    if (session->killed()) continue;
    const auto phase = session->phase();
    const bool waiting = phase == Session::Phase::kIdle || phase == Session::Phase::kLinger;
    if (phase == Session::Phase::kHandshake || phase == Session::Phase::kHead || (waiting && session->fresh()))
      return session;
    if (waiting && !idle) idle = session;
  }
  return idle;
}

}  // namespace

struct Server::Impl : std::enable_shared_from_this<Server::Impl> {
  Impl(asio::io_context& io, ServerConfig config, const Router& router, Authenticator authenticator,
       base::Metrics& metrics)
      : state(std::make_shared<ServerState>(io, std::move(config), router, std::move(authenticator), metrics)) {}

  std::shared_ptr<ServerState> state;
  std::list<Listening> listening;
  std::uint16_t port = 0;

  void start();
  rt::Task<void> accept(Listening& on);
  void open_session(detail::Socket socket, const Protocol::endpoint& from, bool unix_socket);
  void close_listeners();
  void kill_all();
  rt::Task<void> stop(std::chrono::steady_clock::duration limit);

  static void sweep(const std::shared_ptr<ServerState>& state);
  template <class Done>
  rt::Task<bool> wait_until(std::chrono::steady_clock::time_point end, Done done);
};

void Server::Impl::start() {
  auto trusted = Networks::parse(state->config.trusted_proxies);
  if (!trusted) throw base::ConfigError({"TRUSTED_PROXIES: " + trusted.error().detail});
  state->trusted = std::move(*trusted);
  state->tls = tls_of(state->config);
  for (const auto& where : state->config.listen) {
    listening.push_back(where.fd >= 0              ? listen_fd(state->io, where.fd)
                        : !where.unix_path.empty() ? listen_unix(state->io, where.unix_path)
                                                   : listen_tcp(state->io, where));
    Listening& on = listening.back();
    if (port == 0 && !on.unix_socket) {
      const auto local = on.acceptor.local_endpoint();
      const auto* raw = static_cast<const void*>(local.data());
      port = ntohs(local.data()->sa_family == AF_INET6 ? static_cast<const sockaddr_in6*>(raw)->sin6_port
                                                       : static_cast<const sockaddr_in*>(raw)->sin_port);
    }
  }
  for (auto& on : listening) {
    auto done = [self = shared_from_this()](const std::exception_ptr& failure) {
      if (!failure) return;
      try {
        std::rethrow_exception(failure);
      } catch (const std::exception& e) {
        base::log::error("http.accept_ended", {{"error", e.what()}});
      }
    };
    asio::co_spawn(state->io, accept(on), std::move(done));
  }
}

rt::Task<void> Server::Impl::accept(Listening& on) {
  while (on.acceptor.is_open()) {
    Protocol::endpoint from;
    detail::Socket socket{state->io};
    const auto [error] = co_await on.acceptor.async_accept(socket, from, kQuiet);
    if (!on.acceptor.is_open()) co_return;
    if (!error) {
      open_session(std::move(socket), from, on.unix_socket);
      continue;
    }
    if (error == asio::error::connection_aborted) continue;
    base::log::error("http.accept_failed", {{"error", error.message()}, {"sessions", state->live}});
    if (const auto victim = dispensable(*state)) victim->kill();  // the usual reason: no descriptor is left
    co_await rt::sleep(50ms);
  }
}

void Server::Impl::open_session(detail::Socket socket, const Protocol::endpoint& from, bool unix_socket) {
  boost::system::error_code ignored;
  if (!unix_socket) socket.set_option(asio::ip::tcp::no_delay{true}, ignored);
  if (state->live >= state->config.limits.connections) {
    const auto victim = dispensable(*state);
    if (!victim) return;  // everybody is being served: the newcomer is closed
    victim->kill();
  }
  auto session = std::make_shared<Session>(state, std::move(socket), neighbour_of(from, unix_socket));
  const auto at = state->sessions.insert(state->sessions.end(), session);
  ++state->live;
  auto done = [state = state, session, at](const std::exception_ptr&) {
    session->kill();
    state->sessions.erase(at);
    state->changed.cancel();
  };
  asio::co_spawn(state->io, session->run(),
                 asio::bind_cancellation_slot(session->cancellation().slot(), std::move(done)));
  if (!std::exchange(state->sweeping, true)) sweep(state);
}

// One timer for all deadlines: it runs only while there are sessions.
void Server::Impl::sweep(const std::shared_ptr<ServerState>& state) {
  const Limits& limits = state->config.limits;
  const auto tick =
      std::clamp(std::min({limits.header, limits.body, limits.idle, limits.handler, limits.write}) / 8, 10ms, 250ms);
  state->sweeper.expires_after(tick);
  state->sweeper.async_wait([state](const boost::system::error_code& error) {
    if (error) {
      state->sweeping = false;
      return;
    }
    const auto now = Session::Clock::now();
    for (auto at = state->sessions.begin(); at != state->sessions.end();) {
      const auto session = *at++;
      if (session->deadline() <= now) session->expire();
    }
    state->sweeping = !state->sessions.empty();
    if (state->sweeping) sweep(state);
  });
}

void Server::Impl::close_listeners() {
  for (auto& on : listening) {
    boost::system::error_code ignored;
    on.acceptor.close(ignored);
    struct stat now{};
    // Only our own file: a successor may listen on the same path by now.
    if (!on.unix_path.empty() && ::lstat(on.unix_path.c_str(), &now) == 0 && now.st_ino == on.inode)
      ::unlink(on.unix_path.c_str());
    on.unix_path.clear();
  }
}

void Server::Impl::kill_all() {
  for (auto at = state->sessions.begin(); at != state->sessions.end();) {
    const auto session = *at++;
    session->kill();
  }
}

template <class Done>
rt::Task<bool> Server::Impl::wait_until(std::chrono::steady_clock::time_point end, Done done) {
  while (!done()) {
    if (std::chrono::steady_clock::now() >= end) co_return false;
    state->changed.expires_at(end);
    co_await state->changed.async_wait(kQuiet);
  }
  co_return true;
}

rt::Task<void> Server::Impl::stop(std::chrono::steady_clock::duration limit) {
  const auto self = shared_from_this();
  const auto end = std::chrono::steady_clock::now() + limit;
  state->draining = state->stopping = true;
  close_listeners();
  for (auto at = state->sessions.begin(); at != state->sessions.end();) {
    const auto session = *at++;
    const auto phase = session->phase();
    if (phase == Session::Phase::kIdle || phase == Session::Phase::kHandshake || phase == Session::Phase::kHead)
      session->kill();
  }
  const auto streams_end = std::min(end, std::chrono::steady_clock::now() + kStreamGrace);
  auto no_stream = [this] { return state->streams == 0; };
  co_await wait_until(streams_end, no_stream);
  for (auto at = state->sessions.begin(); at != state->sessions.end();) {
    const auto session = *at++;
    if (session->phase() == Session::Phase::kStream) session->kill();
  }
  auto all_done = [this] { return state->sessions.empty(); };
  if (!co_await wait_until(end, all_done)) {
    base::log::warning("http.stop_cut", {{"requests", state->in_flight}, {"streams", state->streams}});
    kill_all();
    co_await wait_until(std::chrono::steady_clock::now() + kLastGrace, all_done);
  }
}

Server::Server(asio::io_context& io, ServerConfig config, const Router& router, Authenticator authenticator,
               base::Metrics& metrics)
    : impl_(std::make_shared<Impl>(io, std::move(config), router, std::move(authenticator), metrics)) {}

Server::~Server() {
  impl_->close_listeners();
  impl_->kill_all();
}

void Server::start() {
  impl_->start();
}

std::uint16_t Server::port() const {
  return impl_->port;
}

void Server::reload_tls() {
  if (!impl_->state->tls) return;
  try {
    impl_->state->tls = tls_of(impl_->state->config);
    base::log::info("http.certificate_loaded");
  } catch (const base::ConfigError& e) {
    base::log::error("http.certificate_kept", {{"error", e.what()}});
  }
}

void Server::begin_drain() {
  impl_->state->draining = true;
}

rt::Task<void> Server::stop(std::chrono::steady_clock::duration limit) {
  return impl_->stop(limit);
}

std::size_t Server::requests_in_flight() const {
  return impl_->state->in_flight;
}

std::size_t Server::streams() const {
  return impl_->state->streams;
}

}  // namespace hotel::http
