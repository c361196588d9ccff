#include "http/detail/session.h"

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/asio/this_coro.hpp>

#include "base/log.h"
#include "http/detail/session_exchange.h"

namespace hotel::http::detail {
namespace asio = boost::asio;
using namespace std::chrono_literals;

namespace {

constexpr auto kLingerLimit = 1s;
constexpr std::size_t kLingerBytes = 8 * 1024 * 1024;
constexpr auto kHandshakeLimit = 5s;

}  // namespace

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

}  // namespace hotel::http::detail
