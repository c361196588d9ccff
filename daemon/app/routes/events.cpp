// GET /events: the live stream. What the hub does with it stands in event_hub.h.
#include <charconv>

#include "app/event_hub.h"
#include "app/routes/routes.h"
#include "app/routes/support.h"

namespace hotel::app {
using base::ErrorCode;
namespace {

// The number after which the client wants to go on. A number that is none is «unknown»: the stream begins with a reset.
std::optional<std::int64_t> after_of(const http::Request& request) {
  auto text = request.header("Last-Event-ID");
  if (text.empty()) text = request.query_value("after").value_or("");
  if (text.empty()) return std::nullopt;
  std::int64_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  return fault == std::errc{} && end == text.data() + text.size() ? number : -1;
}

rt::Task<http::Response> events(Context& context, Authentication& authentication, http::Request& request) {
  if (context.draining)
    co_return failure(ErrorCode::kUnavailable, "the daemon is about to end; connect again in a moment", request);
  EventHub::Subscription subscription;
  subscription.roles = request.principal->roles;
  subscription.after = after_of(request);
  subscription.still_signed_in = [&authentication, session = request.principal->session] {
    return authentication.still_signed_in(session);
  };
  http::Response response;
  response.headers = {
      {"Content-Type", "text/event-stream"}, {"Cache-Control", "no-store"}, {"X-Accel-Buffering", "no"}};
  response.stream = [&hub = context.hub, subscription = std::move(subscription)](http::StreamWriter& writer) {
    return hub.serve(writer, subscription);
  };
  co_return response;
}

}  // namespace

void add_event_routes(http::Router& router, Context& context, Authentication& authentication) {
  http::Route route;
  route.method = "GET";
  route.pattern = std::string{kApi} + "/events";
  route.access = http::Access::kAny;
  route.handler = [&context, &authentication](http::Request& request) {
    return events(context, authentication, request);
  };
  router.add(std::move(route));
}

}  // namespace hotel::app
