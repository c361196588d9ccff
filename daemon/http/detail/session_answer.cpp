// Session: drain, route, right, handler; what goes wrong becomes an answer.
#include <boost/asio/this_coro.hpp>
#include <utility>

#include "base/log.h"
#include "http/detail/answers.h"
#include "http/detail/session_exchange.h"
#include "http/uri.h"

namespace hotel::http::detail {
namespace asio = boost::asio;

namespace {

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

}  // namespace

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

}  // namespace hotel::http::detail
