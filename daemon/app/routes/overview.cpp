// GET /overview: numbers for everybody, also for release managers: no guest's data.
#include <array>

#include "app/event_hub.h"
#include "app/routes/routes.h"
#include "app/routes/support.h"
#include "wire/codec.h"
#include "wire/filter.h"

namespace hotel::app {
namespace json = boost::json;
namespace {

json::value time_or_null(const std::optional<wire::Millis>& at) {
  return at ? json::value(wire::to_rfc3339(*at)) : json::value(nullptr);
}

json::object counts(ports::UnitOfWork& unit, const std::string& user) {
  json::object out;
  for (const auto view : {wire::View::kWaiting, wire::View::kMine, wire::View::kUnassigned, wire::View::kAgent,
                          wire::View::kAll, wire::View::kClosed})
    out[wire::name(view)] = unit.conversations().count(view, user);
  return out;
}

json::object stored_part(ports::UnitOfWork& unit, const std::string& user) {
  const auto received = unit.messages().received();
  const auto inbox = unit.inbox().age();
  const auto outbox = unit.outbox().age();
  return {{"conversations", counts(unit, user)},
          {"received",
           {{"messages", received.messages},
            {"statuses", received.statuses},
            {"foreign", received.foreign},
            {"dead_letters", received.dead_letters}}},
          {"inbox", {{"waiting", inbox.waiting}, {"oldest_at", time_or_null(inbox.oldest_at)}}},
          {"outbox",
           {{"waiting", outbox.waiting}, {"sending", outbox.sending}, {"oldest_at", time_or_null(outbox.oldest_at)}}},
          {"oldest_unanswered_at", time_or_null(unit.conversations().oldest_unanswered_at())},
          {"as_of_seq", unit.events().last_seq()}};
}

json::object pms_part(const ports::PmsHealth& health) {
  return {{"pms", health.pms},
          {"status", health.status},
          {"breaker", health.breaker},
          {"latency_ms", health.latency_ms},
          {"last_ok_at", time_or_null(health.last_ok_at)},
          {"last_sync_at", time_or_null(health.last_sync_at)},
          {"detail", wire::text_or_null(health.detail)}};
}

json::object whatsapp_part(const ports::MessengerHealth& health) {
  return {{"ok", health.ok ? json::value(*health.ok) : json::value(nullptr)},
          {"latency_ms", health.latency_ms},
          {"checked_at", time_or_null(health.checked_at)},
          {"detail", wire::text_or_null(health.detail)}};
}

rt::Task<http::Response> overview(Context& context, http::Request& request) {
  auto look =
      context.store.read([user = user_of(request)](ports::UnitOfWork& unit) { return stored_part(unit, user); });
  json::object answer = co_await std::move(look);
  const auto store = context.store.health();
  answer["database"] = json::object{{"ok", store.ok},
                                    {"engine", store.engine},
                                    {"latency_ms", store.latency_ms},
                                    {"schema_version", store.schema_version}};
  answer["pms"] = pms_part(context.pms.health());
  answer["whatsapp"] = whatsapp_part(context.messenger.health());
  answer["streams"] = context.hub.streams();
  answer["release"] = context.settings.release;
  answer["draining"] = context.draining;
  answer["started_at"] = wire::to_rfc3339(context.started_at);
  answer["now"] = wire::to_rfc3339(context.clock.now());
  co_return http::Response::json(200, answer);
}

}  // namespace

void add_overview_routes(http::Router& router, Context& context) {
  add(router, context, "GET", "/overview", http::Access::kAny, overview);
}

}  // namespace hotel::app
