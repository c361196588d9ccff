#include "http/detail/session.h"

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <fmt/format.h>

#include "base/clock.h"
#include "base/log.h"
#include "http/detail/answers.h"
#include "http/detail/chunked.h"
#include "http/uri.h"
#include "wire/ids.h"

namespace hotel::http::detail {
namespace asio = boost::asio;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t kReadAtOnce = 4 * 1024;
constexpr std::size_t kPiece = 64 * 1024;  // of a body or stream: each piece has its own deadline
constexpr auto kLingerLimit = 1s;
constexpr std::size_t kLingerBytes = 8 * 1024 * 1024;
constexpr auto kHandshakeLimit = 5s;
constexpr auto kNever = Session::Clock::duration::max();
constexpr std::size_t kBytesPerSecond = 64 * 1024;  // a slower sender of a body is cut
constexpr auto kQuiet = asio::as_tuple(asio::use_awaitable);

// "/api/v1" of "/api/v1/conversations/{id}": few enough to be a label.
std::string group_of(const Route* route) {
  if (!route) return "none";
  const std::string_view pattern = route->pattern;
  const auto second = pattern.find('/', 1);
  const auto third = second == std::string_view::npos ? second : pattern.find('/', second + 1);
  return std::string{pattern.substr(0, third)};
}

// "" when there is no single bearer token.
std::string bearer_token(const Request& request) {
  std::string token;
  int fields = 0;
  for (const auto& [name, value] : request.headers) {
    if (!iequals(name, "authorization")) continue;
    ++fields;
    if (value.size() > 7 && iequals(std::string_view{value}.substr(0, 7), "bearer ")) token = value.substr(7);
  }
  return fields == 1 && token.find(' ') == std::string::npos ? token : "";
}

std::string joined(const std::vector<Header>& headers, std::string_view wanted) {
  std::string out;
  for (const auto& [name, value] : headers)
    if (iequals(name, wanted)) out.append(out.empty() ? "" : ",").append(value);
  return out;
}

// Counts while it lives, and tells whoever waits for the count to fall.
class Counted {
 public:
  Counted(std::size_t& count, asio::steady_timer& changed) : count_(count), changed_(changed) { ++count_; }
  Counted(const Counted&) = delete;
  Counted& operator=(const Counted&) = delete;
  ~Counted() {
    --count_;
    changed_.cancel();
  }

 private:
  std::size_t& count_;
  asio::steady_timer& changed_;
};

}  // namespace

struct Session::Exchange {
  Request request;
  Framing framing;
  const Route* route = nullptr;
  Response response;
  bool keep_alive = false;
  bool body_unread = false;
  Clock::time_point began = Clock::now();
  std::optional<Counted> counted;
};

// The body of a stream, in chunks (RFC 9112, 7.1), or bare for HTTP/1.0.
class ChunkedWriter final : public StreamWriter {
 public:
  ChunkedWriter(Session& session, bool chunked) : session_(session), chunked_(chunked) {}

  rt::Task<bool> write(std::string bytes) override {
    if (bytes.size() > kMaxStreamWrite) {
      base::log::warning("http.stream_write_too_large", {{"bytes", bytes.size()}});
      session_.gone_ = true;
      co_return false;
    }
    std::string_view left = bytes;
    while (!left.empty()) {
      const std::string_view piece = left.substr(0, kPiece);
      left.remove_prefix(piece.size());
      std::string framed;
      framed.reserve(piece.size() + 16);
      if (chunked_) fmt::format_to(std::back_inserter(framed), "{:x}\r\n", piece.size());
      framed.append(piece);
      if (chunked_) framed.append("\r\n");
      const bool sent = !session_.gone_ && co_await session_.send(framed);
      session_.enter(Session::Phase::kStream, kNever);
      if (!sent) {
        session_.gone_ = true;
        co_return false;
      }
    }
    co_return !session_.gone_;
  }
  bool closing() const override { return session_.gone_ || session_.state_->draining; }

 private:
  Session& session_;
  bool chunked_;
};

Session::Session(std::shared_ptr<ServerState> state, Socket socket, Neighbour neighbour)
    : state_(std::move(state)),
      channel_(std::move(socket), neighbour.unix_socket ? nullptr : state_->tls),
      neighbour_(std::move(neighbour)) {
  enter(channel_.tls() ? Phase::kHandshake : Phase::kIdle,
        channel_.tls() ? Clock::duration{kHandshakeLimit} : Clock::duration{state_->config.limits.idle});
}

void Session::enter(Phase phase, Clock::duration limit) {
  phase_ = phase;
  expired_ = false;
  deadline_ = limit == kNever ? Clock::time_point::max() : Clock::now() + limit;
}

void Session::expire() {
  deadline_ = Clock::time_point::max();
  expired_ = true;
  switch (phase_) {
    case Phase::kHead:
    case Phase::kBody:
      channel_.cancel();
      break;  // the answer is 408
    case Phase::kHandler:
      cancel_.emit(asio::cancellation_type::terminal);
      break;
    case Phase::kStream:
      break;
    default:
      channel_.close();
  }
}

void Session::kill() {
  if (killed_) return;
  killed_ = true;
  --state_->live;
  deadline_ = Clock::time_point::max();
  channel_.close();
  if (phase_ == Phase::kHandler || phase_ == Phase::kStream) cancel_.emit(asio::cancellation_type::terminal);
}

rt::Task<void> Session::run() {
  try {
    if (co_await handshake())
      while (co_await serve_one()) {
      }
  } catch (const boost::system::system_error& e) {
    if (e.code() != asio::error::operation_aborted)
      base::log::debug("http.session_ended", {{"error", e.code().message()}});
  } catch (const std::exception& e) {
    base::log::error("http.session_failed", {{"error", e.what()}});
  }
  co_await asio::this_coro::reset_cancellation_state(asio::enable_terminal_cancellation());
  co_await finish();
}

rt::Task<bool> Session::handshake() {
  if (!channel_.tls()) co_return true;
  const auto [error] = co_await channel_.tls()->async_handshake(asio::ssl::stream_base::server, kQuiet);
  if (!error) enter(Phase::kIdle, state_->config.limits.idle);
  if (error) base::log::debug("http.handshake_failed", {{"peer", neighbour_.address}, {"error", error.message()}});
  co_return !error;
}

// The middlewares, in order: request id and caller, drain, route, right, body, handler, answer, metrics and log.
rt::Task<bool> Session::serve_one() {
  if (in_.empty()) {
    if (state_->stopping) co_return false;
    enter(Phase::kIdle, state_->config.limits.idle);
    in_.resize(kReadAtOnce);
    const auto [error, n] = co_await channel_.async_read_some(asio::buffer(in_), kQuiet);
    in_.resize(error ? 0 : n);
    if (error || expired_ || killed_) co_return false;
  }
  Exchange x;
  enter(Phase::kHead, state_->config.limits.header);
  const Got got = co_await receive_head(x);
  if (got == Got::kGone) co_return false;
  x.counted.emplace(state_->in_flight, state_->changed);
  note_caller(x);
  if (got == Got::kRequest) co_await answer(x);
  if (killed_) co_return false;
  ++served_;
  co_return co_await respond(x);
}

// For refusals of the protocol: whatever follows on this connection is not trusted.
bool Session::refuse(Exchange& x, int status, std::string_view why) {
  if (x.request.request_id.empty()) note_caller(x);
  x.response = refusal(status, why, x.request.request_id);
  x.keep_alive = false;
  x.body_unread = true;
  return false;
}

rt::Task<Session::Got> Session::receive_head(Exchange& x) {
  const std::size_t limit = state_->config.limits.header_bytes;
  HeadScan scan;
  while (true) {
    if (scan.scanned <= 1 && in_.starts_with("\r\n")) {  // RFC 9112, 2.2: an empty line before a request is skipped
      in_.erase(0, 2);
      scan = {};
    }
    scan.feed(std::string_view{in_}.substr(0, limit));
    if (scan.found == HeadScan::Found::kEnd) break;
    if (scan.found == HeadScan::Found::kBad) {
      refuse(x, 400, "a byte that no head may hold");
      co_return Got::kRefused;
    }
    if (in_.size() >= limit) {
      refuse(x, 431, "the head is too large");
      co_return Got::kRefused;
    }
    const std::size_t had = in_.size();
    in_.resize(had + kReadAtOnce);
    const auto [error, n] = co_await channel_.async_read_some(asio::buffer(in_.data() + had, kReadAtOnce), kQuiet);
    in_.resize(had + (error ? 0 : n));
    if (killed_) co_return Got::kGone;
    if (expired_) {
      refuse(x, 408, "the head took too long");
      co_return Got::kRefused;
    }
    if (error) co_return Got::kGone;
  }
  const auto wrong = read_head(std::string_view{in_}.substr(0, scan.scanned), x.request, x.framing);
  in_.erase(0, scan.scanned);
  if (wrong) {
    refuse(x, wrong->status, wrong->why);
    co_return Got::kRefused;
  }
  x.keep_alive = x.framing.keep_alive;
  x.body_unread = x.framing.has_body();
  co_return Got::kRequest;
}

void Session::note_caller(Exchange& x) const {
  Request& request = x.request;
  if (!request.request_id.empty()) return;
  const std::string given = request.header("X-Request-Id");
  request.request_id = is_request_id(given) ? given : wire::new_id(base::SystemClock{}.now());
  request.over_unix_socket = neighbour_.unix_socket;
  request.peer = neighbour_.address;
  // Only the proxy's user can reach the folder of a unix socket, so its word counts as that of a trusted neighbour.
  const bool trusted = neighbour_.unix_socket || state_->trusted.contains(neighbour_.address);
  if (trusted)
    request.peer =
        client_address(neighbour_.address, true, joined(request.headers, "X-Forwarded-For"), state_->trusted);
}

rt::Task<void> Session::answer(Exchange& x) {
  if (!admit(x)) co_return;
  if (!co_await authorise(x)) co_return;
  if (!co_await receive_body(x)) co_return;
  co_await handle(x);
}

// Drain and route.
bool Session::admit(Exchange& x) {
  Match match = state_->router.match(x.request.method, raw_path(x.request.target));
  x.route = match.route;
  const std::string& id = x.request.request_id;
  if (state_->draining && !(match.route && match.route->while_draining)) {
    x.response = Response::problem(wire::ErrorCode::kUnavailable, "this instance is shutting down", id);
    x.response.headers.emplace_back("Retry-After", "2");
    x.keep_alive = false;
    return false;
  }
  if (match.route) {
    x.request.params = std::move(match.params);
    return true;
  }
  if (match.allowed.empty()) {
    x.response = Response::problem(wire::ErrorCode::kNotFound, "there is no such address", id);
    return false;
  }
  x.response = Response::problem(wire::ErrorCode::kMethodNotAllowed, "this address does not take that method", id);
  std::string allow;
  for (const auto& method : match.allowed) allow.append(allow.empty() ? "" : ", ").append(method);
  x.response.headers.emplace_back("Allow", std::move(allow));
  return false;
}

rt::Task<bool> Session::authorise(Exchange& x) {
  const Access access = x.route->access;
  if (access == Access::kPublic) co_return true;
  enter(Phase::kHandler, state_->config.limits.handler);
  const std::string& id = x.request.request_id;
  std::string token = bearer_token(x.request);
  std::exception_ptr failure;
  if (!token.empty()) {
    try {
      x.request.principal = co_await state_->authenticator(std::move(token));
    } catch (...) {
      failure = std::current_exception();
    }
  }
  const bool late = std::exchange(expired_, false);
  if (late) co_await asio::this_coro::reset_cancellation_state(asio::enable_terminal_cancellation());
  if (!settle(x, failure, late)) co_return false;
  if (allows(access, x.request.principal)) co_return true;
  if (x.request.principal) {
    x.response = Response::problem(wire::ErrorCode::kForbidden, "your role does not allow this", id);
  } else {
    x.response = Response::problem(wire::ErrorCode::kUnauthenticated, "a valid token is needed", id);
    x.response.headers.emplace_back("WWW-Authenticate", "Bearer");
  }
  co_return false;
}

rt::Task<bool> Session::receive_body(Exchange& x) {
  if (!x.framing.has_body()) co_return true;
  const std::size_t limit = x.route->max_body;
  if (x.framing.length > limit) co_return refuse(x, 413, fmt::format("the body may have {} bytes here", limit));
  const auto size = x.framing.chunked ? limit : static_cast<std::size_t>(x.framing.length);
  const auto body_limit = Clock::duration{state_->config.limits.body} + std::chrono::seconds(size / kBytesPerSecond);
  if (x.framing.expect_continue && !x.framing.http10 && in_.empty()) {
    const bool sent = co_await send("HTTP/1.1 100 Continue\r\n\r\n");
    if (!sent) {
      kill();
      co_return false;
    }
  }
  enter(Phase::kBody, body_limit);
  bool whole = false;
  if (x.framing.chunked)
    whole = co_await receive_chunked(x);
  else
    whole = co_await receive_sized(x);
  if (whole) x.body_unread = false;
  co_return whole;
}

rt::Task<bool> Session::receive_sized(Exchange& x) {
  const auto size = static_cast<std::size_t>(x.framing.length);
  std::string& body = x.request.body;
  const std::size_t here = std::min(size, in_.size());
  body.assign(in_, 0, here);
  in_.erase(0, here);
  while (body.size() < size) {
    const std::size_t had = body.size();
    body.resize(had +
                std::min(size - had, kPiece));  // memory follows the bytes that came, not those that were announced
    const auto [error, n] =
        co_await channel_.async_read_some(asio::buffer(body.data() + had, body.size() - had), kQuiet);
    body.resize(had + (error ? 0 : n));
    if (expired_ && !killed_) co_return refuse(x, 408, "the body took too long");
    if (error || killed_) {
      kill();
      co_return false;
    }
  }
  co_return true;
}

rt::Task<bool> Session::receive_chunked(Exchange& x) {
  ChunkDecoder decoder{x.route->max_body};
  while (true) {
    std::string_view bytes = in_;
    const auto state = decoder.feed(bytes, x.request.body);
    in_.erase(0, in_.size() - bytes.size());
    if (state == ChunkDecoder::State::kDone) co_return true;
    if (state == ChunkDecoder::State::kBad) co_return refuse(x, 400, "the chunked body is malformed");
    if (state == ChunkDecoder::State::kTooLarge)
      co_return refuse(x, 413, fmt::format("the body may have {} bytes here", x.route->max_body));
    in_.resize(kReadAtOnce * 4);
    const auto [error, n] = co_await channel_.async_read_some(asio::buffer(in_), kQuiet);
    in_.resize(error ? 0 : n);
    if (expired_ && !killed_) co_return refuse(x, 408, "the body took too long");
    if (error || killed_) {
      kill();
      co_return false;
    }
  }
}

rt::Task<void> Session::handle(Exchange& x) {
  enter(Phase::kHandler, state_->config.limits.handler);
  std::exception_ptr failure;
  try {
    x.response = co_await x.route->handler(x.request);
  } catch (...) {
    failure = std::current_exception();
  }
  // A deadline that came meanwhile has cancelled this coroutine; the answer still has to be written.
  const bool late = std::exchange(expired_, false);
  if (late) co_await asio::this_coro::reset_cancellation_state(asio::enable_terminal_cancellation());
  settle(x, failure, late);
}

// After code of a route ran: false when its failure is the answer, or when nobody waits for one.
bool Session::settle(Exchange& x, const std::exception_ptr& failure, bool late) {
  if (killed_) return false;
  if (!failure) return true;
  if (late) {
    base::log::error("http.handler_late", {{"route", x.route->pattern}, {"request_id", x.request.request_id}});
    x.response = Response::problem(wire::ErrorCode::kUnavailable, "this took too long", x.request.request_id);
    x.keep_alive = false;
  } else {
    x.response = from_failure(failure, x.route->pattern, x.request.request_id);
  }
  return false;
}

rt::Task<bool> Session::respond(Exchange& x) {
  if (state_->draining || x.body_unread || x.response.stream) x.keep_alive = false;
  const bool head_only = x.request.method == "HEAD";
  HeadOptions options{BodyKind::kLength, x.keep_alive, x.framing.http10};
  if (x.response.stream) options.kind = x.framing.http10 ? BodyKind::kUntilClose : BodyKind::kChunked;
  out_.clear();
  if (!append_head(out_, x.response, x.request.request_id, state_->config.response_headers, options)) {
    base::log::error("http.handler_failed", {{"route", x.route ? x.route->pattern : ""},
                                             {"request_id", x.request.request_id},
                                             {"error", "a response that cannot be written"}});
    x.response = Response::problem(wire::ErrorCode::kInternal, "something went wrong here", x.request.request_id);
    options.kind = BodyKind::kLength;
    append_head(out_, x.response, x.request.request_id, state_->config.response_headers, options);
  }
  const bool with_body = !head_only && may_have_body(x.response.status) && !x.response.stream;
  const bool together = with_body && x.response.body.size() <= kPiece;
  if (together) out_.append(x.response.body);
  bool sent = co_await send(out_);
  if (sent && with_body && !together) sent = co_await send(x.response.body);
  if (sent && x.response.stream && !head_only) co_await respond_stream(x);
  record(x);
  linger_ = sent && x.body_unread;
  co_return sent&& x.keep_alive;
}

rt::Task<void> Session::respond_stream(Exchange& x) {
  x.counted.reset();
  const Counted streaming{state_->streams, state_->changed};
  ChunkedWriter writer{*this, !x.framing.http10};
  enter(Phase::kStream, kNever);
  watch_for_end();
  std::exception_ptr failure;
  try {
    co_await x.response.stream(writer);
  } catch (...) {
    failure = std::current_exception();
  }
  watching_ = false;
  if (!failure && !gone_ && !killed_ && !x.framing.http10) {
    const bool ended = co_await send("0\r\n\r\n");
    gone_ = !ended;
  }
  if (failure && !gone_ && !killed_) from_failure(failure, x.route->pattern, x.request.request_id);  // logs it
}

// While a stream runs nobody reads, so the end of the peer would go unseen until the next write.
void Session::watch_for_end() {
  watching_ = watched_ = true;
  channel_.async_read_some(asio::buffer(ignored_),
                           [self = shared_from_this()](const boost::system::error_code& error, std::size_t n) {
                             if (!self->watching_) return;
                             self->ignored_bytes_ += n;
                             if (!error && self->ignored_bytes_ < kPiece) return self->watch_for_end();
                             self->gone_ = true;
                             self->cancel_.emit(asio::cancellation_type::terminal);
                           });
}

rt::Task<bool> Session::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::string_view piece = bytes.substr(0, kPiece + 64);
    bytes.remove_prefix(piece.size());
    enter(Phase::kWrite, state_->config.limits.write);
    const auto [error, n] = co_await asio::async_write(channel_, asio::buffer(piece.data(), piece.size()), kQuiet);
    if (error || killed_ || expired_) co_return false;
  }
  co_return true;
}

// After a refusal the peer may still be sending: closing at once would reset the connection and destroy the answer on
// its way.
rt::Task<void> Session::finish() {
  if (!killed_ && linger_) {
    enter(Phase::kLinger, kLingerLimit);
    if (!channel_.tls()) channel_.end_sending();
    in_.resize(kPiece);
    for (std::size_t left = kLingerBytes; left > 0;) {
      const auto [error, n] = co_await channel_.async_read_some(asio::buffer(in_), kQuiet);
      if (error || killed_) break;
      left -= std::min(left, n);
    }
  } else if (!killed_ && channel_.tls() && served_ > 0 && !watched_) {
    enter(Phase::kLinger, kLingerLimit);
    co_await channel_.tls()->async_shutdown(kQuiet);
  }
  kill();
}

void Session::record(const Exchange& x) const {
  state_->metrics.count("hotel_agent_http_requests_total",
                        {{"group", group_of(x.route)}, {"code", fmt::format("{}xx", x.response.status / 100)}});
  if (!base::log::enabled(base::log::Level::kDebug)) return;
  const auto took = std::chrono::duration<double, std::milli>(Clock::now() - x.began).count();
  base::log::debug("http.request", {{"method", x.request.method},
                                    {"route", x.route ? std::string{x.route->pattern} : std::string{"none"}},
                                    {"status", x.response.status},
                                    {"ms", took},
                                    {"peer", x.request.peer},
                                    {"request_id", x.request.request_id}});
}

}  // namespace hotel::http::detail
