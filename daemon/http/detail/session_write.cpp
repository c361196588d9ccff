// Session: writing an answer or a stream, and counting it.
#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>
#include <fmt/format.h>

#include "base/log.h"
#include "http/detail/answers.h"
#include "http/detail/session_exchange.h"

namespace hotel::http::detail {
namespace asio = boost::asio;

namespace {

// "/api/v1" of "/api/v1/conversations/{id}": few enough to be a label.
std::string group_of(const Route* route) {
  if (!route) return "none";
  const std::string_view pattern = route->pattern;
  const auto second = pattern.find('/', 1);
  const auto third = second == std::string_view::npos ? second : pattern.find('/', second + 1);
  return std::string{pattern.substr(0, third)};
}

}  // namespace

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
