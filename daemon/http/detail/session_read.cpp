// Session: reading a request, and refusing what breaks the protocol.
#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <fmt/format.h>

#include "base/clock.h"
#include "http/detail/answers.h"
#include "http/detail/chunked.h"
#include "http/detail/session_exchange.h"
#include "http/uri.h"
#include "wire/ids.h"

namespace hotel::http::detail {
namespace asio = boost::asio;

namespace {

constexpr std::size_t kBytesPerSecond = 64 * 1024;  // a slower sender of a body is cut

std::string joined(const std::vector<Header>& headers, std::string_view wanted) {
  std::string out;
  for (const auto& [name, value] : headers)
    if (iequals(name, wanted)) out.append(out.empty() ? "" : ",").append(value);
  return out;
}

}  // namespace

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

}  // namespace hotel::http::detail
