// Signing in and out, and who I am.
#include "app/routes/routes.h"
#include "app/routes/support.h"
#include "wire/codec.h"

namespace hotel::app {
using base::ErrorCode;
namespace json = boost::json;
namespace {

constexpr std::size_t kNameBytes = 200;

// Peers exchange named features, never versions: a console offers what the daemon names here.
json::array features(const Settings& settings) {
  json::array names{"conversations",   "notes",     "labels",         "snooze",        "reopen",
                    "unread",          "typing",    "media",          "search",        "bookings",
                    "booking-intents", "knowledge", "canned-replies", "templates",     "alerts",
                    "audit",           "users",     "settings",       "events-resume", "tickets"};
  if (settings.whatsapp_mode == WhatsAppMode::kSandbox) names.push_back("sandbox");
  return names;
}

std::string_view environment_name(EnvironmentKind kind) {
  switch (kind) {
    case EnvironmentKind::kDevelopment:
      return "development";
    case EnvironmentKind::kStaging:
      return "staging";
    case EnvironmentKind::kProduction:
      return "production";
  }
  return "";
}

rt::Task<http::Response> sign_in(Authentication& authentication, http::Request& request) {
  const auto body = body_of(request);
  if (!body) co_return failure(body.error(), request);
  std::string user = wire::text_of(*body, "user"), password = wire::text_of(*body, "password");
  if (user.empty() || password.empty() || user.size() > kNameBytes || password.size() > kPasswordMost)
    co_return failure(ErrorCode::kInvalid, "user and password: both are needed", request);
  const auto session = co_await authentication.sign_in(std::move(user), std::move(password), request.peer);
  if (!session) co_return failure(session.error(), request);
  const json::object answer{{"token", session->token},
                            {"user", wire::to_json(session->user)},
                            {"expires_at", wire::to_rfc3339(session->expires_at)}};
  auto response = http::Response::json(201, answer);
  response.headers.emplace_back("Cache-Control", "no-store");
  co_return response;
}

rt::Task<http::Response> sign_out(Authentication& authentication, http::Request& request) {
  if (request.principal->script)
    co_return failure(ErrorCode::kNotNow, "a script's token ends with `hotel-agentd token revoke`", request);
  co_await authentication.sign_out(request.principal->session);
  co_return http::Response::empty(204);
}

rt::Task<http::Response> me(Context& context, http::Request& request) {
  auto look = context.store.read([session = request.principal->session, now = context.clock.now()](
                                     ports::UnitOfWork& unit) { return unit.operators().session(session, now); });
  const auto row = co_await std::move(look);
  if (!row) co_return failure(ErrorCode::kUnauthenticated, "the session has ended", request);
  json::object answer = wire::to_json(wire::Operator{row->name, row->roles});
  answer["script"] = row->script;
  answer["expires_at"] = wire::to_rfc3339(row->expires_at);
  answer["release"] = context.settings.release;
  answer["environment"] = environment_name(context.settings.environment);
  answer["sandbox"] = context.settings.whatsapp_mode == WhatsAppMode::kSandbox;
  answer["features"] = features(context.settings);
  co_return http::Response::json(200, answer);
}

}  // namespace

void add_session_routes(http::Router& router, Context& context, Authentication& authentication) {
  const auto path = [](std::string_view pattern) { return std::string{kApi} + std::string{pattern}; };
  router.add({.method = "POST",
              .pattern = path("/session"),
              .access = http::Access::kPublic,
              .max_body = 8 * 1024,
              .handler = [&authentication](http::Request& r) { return sign_in(authentication, r); }});
  router.add({.method = "DELETE",
              .pattern = path("/session"),
              .access = http::Access::kAny,
              .max_body = 1024,
              .handler = [&authentication](http::Request& r) { return sign_out(authentication, r); }});
  add(router, context, "GET", "/me", http::Access::kAny, me);
}

}  // namespace hotel::app
