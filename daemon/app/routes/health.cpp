#include <fmt/format.h>

#include "app/routes/system_routes.h"
#include "app/version.h"
#include "http/cidr.h"

namespace hotel::app {
namespace {
namespace json = boost::json;

constexpr wire::Millis kStaleInbox = 60'000;

void add(http::Router& router, const char* path, std::function<rt::Task<http::Response>(http::Request&)> handler) {
  http::Route route;
  route.method = "GET";
  route.pattern = path;
  route.access = http::Access::kPublic;
  route.while_draining = true;
  route.handler = std::move(handler);
  router.add(std::move(route));
}

http::Response answer(int status, const json::value& body) {
  auto response = http::Response::json(status, body);
  response.headers.emplace_back("Cache-Control", "no-store");
  return response;
}

json::value rounded(double value) {
  return static_cast<double>(static_cast<std::int64_t>(value * 100)) / 100.0;
}

json::object part(json::value ok, double latency_ms, std::string_view detail) {
  json::object out{{"ok", std::move(ok)}, {"latency_ms", rounded(latency_ms)}};
  if (!detail.empty()) out["detail"] = detail;
  return out;
}

// `ok` is what the last real exchange showed; null before the first one.
json::object pms_part(const ports::PmsHealth& health) {
  if (!health.ok) return part(nullptr, 0, "no exchange yet");
  return part(*health.ok, health.latency_ms, health.detail);
}

std::string release_of(const Settings& settings) {
  return settings.release.empty() ? std::string{kVersion} : settings.release;
}

rt::Task<http::Response> ready(Context& context) {
  const auto store = context.store.health();
  std::optional<ports::InboxAge> inbox;
  if (store.ok) {
    try {
      auto look = [](ports::UnitOfWork& unit) { return unit.inbox().age(); };
      inbox = co_await context.store.read(std::move(look));
    } catch (const base::StoreUnavailable&) {  // shown as database not ok below
    }
  }
  const bool database = store.ok && inbox && !store.writer_stuck;
  const bool queue = inbox && (!inbox->oldest_at || context.clock.now() - *inbox->oldest_at < kStaleInbox);
  const auto pms = context.pms.health();
  const auto whatsapp = context.messenger.health();
  const bool pms_ok = !context.settings.check_pms_in_readiness || pms.status == "up" || pms.status == "degraded";
  const bool is_ready = database && queue && pms_ok && !context.draining;
  json::object queue_part = part(queue, 0, inbox ? "" : "the store does not answer");
  if (inbox) queue_part["waiting"] = inbox->waiting;
  json::object checks{{"database", part(database, store.latency_ms, store.detail)},
                      {"cache", part(true, 0, "in process")},
                      {"pms", pms_part(pms)},
                      {"whatsapp", part(whatsapp.ok ? json::value(*whatsapp.ok) : json::value(nullptr),
                                        whatsapp.latency_ms, whatsapp.detail)},
                      {"queue", std::move(queue_part)}};
  json::object body{{"ready", is_ready}, {"release", release_of(context.settings)}, {"checks", std::move(checks)}};
  if (context.draining) body["draining"] = true;
  co_return answer(is_ready ? 200 : 503, body);
}

http::Response database(Context& context) {
  const auto health = context.store.health();
  json::object body{{"ok", health.ok},
                    {"engine", health.engine},
                    {"latency_ms", rounded(health.latency_ms)},
                    {"schema_version", health.schema_version},
                    {"replica_lag_s", nullptr}};
  if (!health.detail.empty()) body["detail"] = health.detail;
  if (health.last_commit_at) body["last_commit_at"] = wire::to_rfc3339(health.last_commit_at);
  return answer(health.ok ? 200 : 503, body);
}

http::Response pms(Context& context) {
  const auto health = context.pms.health();
  const wire::Millis now = context.clock.now();
  const auto time = [](const std::optional<wire::Millis>& at) {
    return at ? json::value(wire::to_rfc3339(*at)) : json::value(nullptr);
  };
  json::object body{
      {"status", health.status},
      {"pms", health.pms},
      {"latency_ms", rounded(health.latency_ms)},
      {"breaker", health.breaker},
      {"last_ok_at", time(health.last_ok_at)},
      {"last_sync_at", time(health.last_sync_at)},
      {"sync_lag_s",
       health.last_sync_at
           ? json::value(static_cast<double>(std::max<wire::Millis>(0, now - *health.last_sync_at)) / 1000.0)
           : json::value(nullptr)}};
  if (!health.detail.empty()) body["detail"] = health.detail;
  return answer(health.status == "down" || health.status == "unknown" ? 503 : 200, body);
}

}  // namespace

void add_health_routes(http::Router& router, Context& context) {
  add(router, "/health", [&context](http::Request&) -> rt::Task<http::Response> {
    co_return answer(200, {{"status", "healthy"}, {"version", kVersion}, {"release", release_of(context.settings)}});
  });
  add(router, "/health/live", [&context](http::Request&) -> rt::Task<http::Response> {
    const bool alive = !context.store.health().writer_stuck;
    co_return answer(alive ? 200 : 503, {{"alive", alive}});
  });
  add(router, "/health/ready", [&context](http::Request&) { return ready(context); });
  add(router, "/health/database",
      [&context](http::Request&) -> rt::Task<http::Response> { co_return database(context); });
  add(router, "/health/cache", [](http::Request&) -> rt::Task<http::Response> {
    co_return answer(200, {{"ok", true}, {"engine", "memory"}, {"latency_ms", 0}});
  });
  add(router, "/api/pms/health", [&context](http::Request&) -> rt::Task<http::Response> { co_return pms(context); });
  add(router, "/version", [&context](http::Request&) -> rt::Task<http::Response> {
    const auto& s = context.settings;
    co_return answer(200, {{"version", kVersion},
                           {"digest", s.release_digest},
                           {"release", release_of(s)},
                           {"slot", s.slot},
                           {"started_at", wire::to_rfc3339(context.started_at)}});
  });
}

void add_metrics_routes(http::Router& router, Context& context) {
  const auto allowed =
      std::make_shared<const http::Networks>(http::Networks::parse(context.settings.metrics_allowed).value());
  add(router, "/metrics", [&context, allowed](http::Request& request) -> rt::Task<http::Response> {
    if (!request.over_unix_socket && !allowed->contains(std::string_view{request.peer}))
      co_return http::Response::empty(403);
    const auto state = context.pms.health().breaker;
    context.metrics.set("hotel_agent_circuit_state",
                        state == "open"        ? 2
                        : state == "half_open" ? 1
                                               : 0,
                        {{"target", "pms"}});
    auto response = http::Response::text(200, context.metrics.text());
    for (auto& [name, value] : response.headers)
      if (name == "Content-Type") value = "text/plain; version=0.0.4; charset=utf-8";
    co_return response;
  });
}

}  // namespace hotel::app
