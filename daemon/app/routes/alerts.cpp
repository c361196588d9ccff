// Alerts, the audit log, and the webhook of Alertmanager (version 4 of its body). Alerts and audit hold no guest's
// data.
#include "app/routes/routes.h"
#include "app/routes/support.h"
#include "base/crypto.h"
#include "wire/alert.h"
#include "wire/codec.h"
#include "wire/ids.h"

namespace hotel::app {
using base::ErrorCode;
using http::Access;
namespace json = boost::json;
namespace {

constexpr std::size_t kAlertmanagerBytes = 1024 * 1024, kTextBytes = 500;

rt::Task<http::Response> list(Context& context, http::Request& request) {
  const auto limit = limit_of(request);
  if (!limit) co_return failure(limit.error(), request);
  auto look = context.store.read([cursor = cursor_of(request), limit = *limit](ports::UnitOfWork& unit) {
    return unit.alerts().list(cursor, limit);
  });
  const auto page = co_await std::move(look);
  co_return list_response(page, [](const wire::Alert& alert) { return wire::to_json(alert); });
}

rt::Task<http::Response> acknowledge(Context& context, http::Request& request) {
  Work work = [id = request.param("id"), user = user_of(request), now = context.clock.now(),
               request_id = request.request_id](ports::UnitOfWork& unit) {
    const auto alert = unit.alerts().acknowledge(id, user, now);
    if (!alert) return failure(base::error(ErrorCode::kNotFound, "there is no such alert"), request_id);
    return http::Response::json(200, wire::to_json(*alert));
  };
  co_return co_await write_once(context, request, std::move(work));
}

rt::Task<http::Response> audit(Context& context, http::Request& request) {
  const auto limit = limit_of(request);
  if (!limit) co_return failure(limit.error(), request);
  auto look = context.store.read([cursor = cursor_of(request), limit = *limit](ports::UnitOfWork& unit) {
    return unit.operators().audit_log(cursor, limit);
  });
  const auto page = co_await std::move(look);
  co_return list_response(page, [](const ports::AuditEntry& e) {
    return json::object{{"seq", e.seq},       {"at", wire::to_rfc3339(e.at)}, {"actor", e.actor}, {"action", e.action},
                        {"object", e.object}, {"detail", e.detail},           {"hash", e.hash}};
  });
}

// ----------------------------------------------------------------------------------------------------------
// Alertmanager
struct Alarm {
  bool firing = true;
  std::string key;  // Alertmanager's fingerprint of the labels
  std::string severity;
  std::string text;
};

// Text for people: no control characters, and cut between characters.
std::string line_of(std::string text) {
  for (char& c : text)
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  if (text.size() <= kTextBytes) return text;
  std::size_t end = kTextBytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "…";
}

Alarm alarm_of(const json::value& value) {
  static const json::value nothing = json::object{};
  const auto* found = wire::member(value, "labels");
  const json::value& labels = found ? *found : nothing;
  const auto* notes = wire::member(value, "annotations");
  const json::value& annotations = notes ? *notes : nothing;
  Alarm alarm;
  alarm.firing = wire::text_of(value, "status") != "resolved";
  alarm.key = wire::text_of(value, "fingerprint");
  if (alarm.key.empty() || alarm.key.size() > 64) alarm.key = base::to_hex(base::sha256(json::serialize(labels)));
  const auto severity = wire::text_of(labels, "severity");
  alarm.severity = severity == "critical" || severity == "page" ? "critical"
                   : severity == "info" || severity == "none"   ? "info"
                                                                : "warning";
  std::string name = wire::text_of(labels, "alertname"), summary = wire::text_of(annotations, "summary");
  if (summary.empty()) summary = wire::text_of(annotations, "description");
  alarm.text =
      line_of((name.empty() ? std::string{"Alarm"} : std::move(name)) + (summary.empty() ? "" : ": " + summary));
  return alarm;
}

void take_alarm(ports::UnitOfWork& unit, const Alarm& alarm, wire::Millis now) {
  const std::string key = "alertmanager:" + alarm.key;
  if (!alarm.firing) {
    const auto open = unit.state().get(key);
    if (!open || open->empty()) return;
    unit.alerts().acknowledge(*open, "alertmanager", now);
    unit.state().put(key, "");
    return;
  }
  wire::Alert alert;
  alert.id = wire::new_id(now);
  alert.kind = "alertmanager";
  alert.severity = alarm.severity;
  alert.text = alarm.text;
  alert.at = now;
  if (const auto raised = unit.alerts().raise(alert, key))
    unit.state().put(key, raised->id);  // nothing: it is open already
}

bool may_alarm(const Settings& settings, const http::Request& request) {
  constexpr std::string_view kBearer = "Bearer ";
  const auto given = request.header("Authorization");
  if (settings.alert_webhook_token.empty() || !given.starts_with(kBearer)) return false;
  return base::equal_in_constant_time(std::string_view{given}.substr(kBearer.size()), settings.alert_webhook_token);
}

rt::Task<http::Response> alertmanager(Context& context, http::Request& request) {
  if (!may_alarm(context.settings, request))
    co_return failure(ErrorCode::kUnauthenticated, "the bearer token of ALERT_WEBHOOK_TOKEN is needed", request);
  const auto body = body_of(request);
  if (!body) co_return failure(body.error(), request);
  const auto* alerts = wire::array_of(*body, "alerts");
  if (wire::text_of(*body, "version") != "4" || !alerts)
    co_return failure(ErrorCode::kInvalid, "Alertmanager's body of version 4 is taken", request);
  std::vector<Alarm> alarms;
  for (const auto& value : *alerts) alarms.push_back(alarm_of(value));
  auto write = context.store.write([alarms = std::move(alarms), now = context.clock.now()](ports::UnitOfWork& unit) {
    for (const auto& alarm : alarms) take_alarm(unit, alarm, now);
  });
  co_await std::move(write);
  co_return http::Response::json(200, json::object{{"taken", alerts->size()}});
}

}  // namespace

void add_alert_routes(http::Router& router, Context& context) {
  add(router, context, "GET", "/alerts", Access::kAny, list);
  add(router, context, "POST", "/alerts/{id}/ack", Access::kAny, acknowledge);
  add(router, context, "GET", "/audit", Access::kAny, audit);
  http::Route webhook;
  webhook.method = "POST";
  webhook.pattern = "/webhooks/alertmanager";
  webhook.access = Access::kPublic;  // brings its own token
  webhook.max_body = kAlertmanagerBytes;
  webhook.handler = [&context](http::Request& request) { return alertmanager(context, request); };
  router.add(std::move(webhook));
}

}  // namespace hotel::app
