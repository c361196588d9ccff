// What all routes share: reading a request, writing lists and problems, and doing a write once per Idempotency-Key.
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/context.h"
#include "base/error.h"
#include "http/router.h"

namespace hotel::app {

inline constexpr std::string_view kApi = "/api/v1";
inline constexpr int kPageMost = 200;

// Declares kApi + pattern. `handle` is a coroutine function of (Context&, http::Request&), so that no lambda holds
// coroutine state.
using Handle = rt::Task<http::Response> (*)(Context&, http::Request&);
void add(http::Router& router, Context& context, std::string method, std::string_view pattern, http::Access access,
         Handle handle, std::size_t max_body = 64 * 1024);

// -------------------------------------------------------------------------------------------------------------
// requests
base::Result<boost::json::object> body_of(const http::Request& request);  // an empty body is an empty object
base::Result<int> limit_of(const http::Request& request, int fallback = 50);
std::string cursor_of(const http::Request& request);       // `cursor`, else `before`
const std::string& user_of(const http::Request& request);  // who is signed in
bool sees_guests(const http::Request& request);

// ------------------------------------------------------------------------------------------------------------- answers
http::Response failure(const base::Error& error,
                       const http::Request& request);  // problem+json, with Retry-After when known
http::Response failure(base::ErrorCode code, std::string_view detail, const http::Request& request);
http::Response failure(const base::Error& error,
                       const std::string& request_id);  // inside a transaction: the request may be gone by then
boost::json::object list_of(boost::json::array items, std::string_view next, std::int64_t as_of_seq);

template <class T, class F>
http::Response list_response(const ports::Page<T>& page, F to_item) {
  boost::json::array items;
  items.reserve(page.items.size());
  for (const auto& item : page.items) items.push_back(to_item(item));
  return http::Response::json(200, list_of(std::move(items), page.next, page.as_of_seq));
}

// ----------------------------------------------------------------------------------------------------------------
// writes Runs `work` in one transaction and keeps its answer under the request's Idempotency-Key in the same
// transaction: the same key of the same user gives the same answer and acts once, also when it comes many times at
// once. An answer of 400 or above rolls everything back and is not kept: nothing happened, so the same key may try
// again. The key of another request (other method or path) is refused. `work` runs on a database thread, perhaps more
// than once: it may use its arguments and captures only.
using Work = std::function<http::Response(ports::UnitOfWork&)>;
rt::Task<http::Response> write_once(Context& context, const http::Request& request, Work work);

// The answer that is kept for this request's key, for acts that look at the world before they write: what they did
// already may make them impossible now.
rt::Task<std::optional<http::Response>> kept_answer(Context& context, const http::Request& request);

// For acts outside the store (the PMS): `act` runs at most once at a time per key, and its answer below 400 is kept
// afterwards.
using OutsideAct = std::function<rt::Task<http::Response>()>;
rt::Task<http::Response> act_once(Context& context, const http::Request& request, OutsideAct act);

}  // namespace hotel::app
