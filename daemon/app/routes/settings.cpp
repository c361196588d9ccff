// GET /settings: what this daemon runs with. Secrets are shown as «set» or «not set», never their value.
#include <concepts>
#include <fmt/format.h>

#include "app/routes/routes.h"
#include "app/routes/support.h"
#include "wire/codec.h"

namespace hotel::app {
namespace json = boost::json;
namespace {

using Rows = json::array;

template <class Text>
  requires std::convertible_to<Text, std::string_view>
void row(Rows& rows, std::string_view name, const Text& text) {
  const std::string_view value = text;
  rows.push_back(json::object{{"name", name}, {"value", value}, {"secret", false}});
}
void row(Rows& rows, std::string_view name, json::value value) {
  rows.push_back(json::object{{"name", name}, {"value", std::move(value)}, {"secret", false}});
}
void secret(Rows& rows, std::string_view name, bool is_set) {
  rows.push_back(json::object{{"name", name}, {"value", is_set ? "set" : "not set"}, {"secret", true}});
}

json::value seconds(std::chrono::milliseconds time) {
  return static_cast<double>(time.count()) / 1000.0;
}
json::array texts(const std::vector<std::string>& list) {
  return json::array(list.begin(), list.end());
}

std::string_view name(EnvironmentKind kind) {
  return kind == EnvironmentKind::kProduction ? "production"
         : kind == EnvironmentKind::kStaging  ? "staging"
                                              : "development";
}

void add_daemon(Rows& rows, const Settings& s) {
  row(rows, "ENVIRONMENT", name(s.environment));
  json::array listen;
  for (const auto& at : s.listen)
    listen.push_back(json::value(at.fd >= 0             ? std::string{"systemd socket"}
                                 : at.unix_path.empty() ? fmt::format("{}:{}", at.address, at.port)
                                                        : "unix:" + at.unix_path));
  row(rows, "LISTEN", std::move(listen));
  row(rows, "TLS_CERT_FILE", wire::text_or_null(s.tls_cert_file));
  row(rows, "TRUSTED_PROXIES", texts(s.trusted_proxies));
  row(rows, "DATA_DIR", s.data_dir.string());
  row(rows, "ROLES", s.role_guest && s.role_control ? "guest,control" : s.role_guest ? "guest" : "control");
  secret(rows, "POSTGRES_URL", !s.postgres_url.empty());
  row(rows, "AUTO_MIGRATE", s.auto_migrate);
  row(rows, "METRICS_ALLOWED", texts(s.metrics_allowed));
  row(rows, "CHECK_PMS_IN_READINESS", s.check_pms_in_readiness);
  secret(rows, "ALERT_WEBHOOK_TOKEN", !s.alert_webhook_token.empty());
  row(rows, "RETENTION_DAYS", s.retention_days);
  row(rows, "RELEASE", wire::text_or_null(s.release));
  row(rows, "SLOT", wire::text_or_null(s.slot));
}

void add_peers(Rows& rows, const Settings& s) {
  row(rows, "PMS_TYPE", s.pms_type == PmsType::kMock ? "mock" : "qloapps");
  row(rows, "PMS_BASE_URL", wire::text_or_null(s.pms_base_url));
  secret(rows, "PMS_API_KEY", !s.pms_api_key.empty());
  row(rows, "PMS_HOTEL_ID", s.pms_hotel_id);
  row(rows, "PMS_TIMEOUT", seconds(s.pms_timeout));
  row(rows, "PMS_BOOKING_TIMEOUT", seconds(s.pms_booking_timeout));
  row(rows, "PMS_SYNC_INTERVAL", seconds(s.pms_sync_interval));
  row(rows, "GUEST_MAIL_DOMAIN", s.guest_mail_domain);
  row(rows, "WHATSAPP_MODE", s.whatsapp_mode == WhatsAppMode::kSandbox ? "sandbox" : "cloud");
  secret(rows, "WHATSAPP_APP_SECRET", !s.app_secrets.empty());
  secret(rows, "WHATSAPP_VERIFY_TOKEN", !s.verify_token.empty());
  secret(rows, "WHATSAPP_ACCESS_TOKEN", !s.access_token.empty());
  row(rows, "WHATSAPP_PHONE_NUMBER_ID", texts(s.number_ids));
  row(rows, "WHATSAPP_GRAPH_URL", s.graph_url);
  row(rows, "WHATSAPP_API_VERSION", s.api_version);
  row(rows, "LLM_BASE_URL", wire::text_or_null(s.llm_base_url));
  secret(rows, "LLM_API_KEY", !s.llm_api_key.empty());
  row(rows, "LLM_MODEL", wire::text_or_null(s.llm_model));
  row(rows, "STT_BASE_URL", wire::text_or_null(s.stt_base_url));
  secret(rows, "STT_API_KEY", !s.stt_api_key.empty());
  row(rows, "STT_MODEL", wire::text_or_null(s.stt_model));
  row(rows, "LLM_DAILY_CALLS", s.llm_daily_calls);
  row(rows, "LLM_GUEST_DAILY_CALLS", s.llm_guest_daily_calls);
}

void add_house(Rows& rows, const Settings& s) {
  row(rows, "HOTEL_NAME", s.hotel_name);
  row(rows, "HOTEL_ADDRESS", s.hotel_address);
  row(rows, "HOTEL_LATITUDE", s.latitude ? json::value(*s.latitude) : json::value(nullptr));
  row(rows, "HOTEL_LONGITUDE", s.longitude ? json::value(*s.longitude) : json::value(nullptr));
  row(rows, "HOTEL_TIMEZONE", s.hotel_timezone);
  row(rows, "HOTEL_CURRENCY", s.hotel_currency);
  row(rows, "HOTEL_DEFAULT_LANGUAGE", s.hotel_language);
  row(rows, "BUSINESS_HOURS",
      fmt::format("{:02}:{:02}-{:02}:{:02}", s.business_from_minute / 60, s.business_from_minute % 60,
                  s.business_to_minute / 60, s.business_to_minute % 60));
  row(rows, "REPLY_DEBOUNCE_MS", s.reply_debounce.count());
  row(rows, "AGENT_HOLD_MS", s.agent_hold.count());
  row(rows, "SLA_FIRST_RESPONSE", s.sla_first_response.count());
  json::array escalate;
  for (const auto after : s.sla_escalate) escalate.push_back(after.count());
  row(rows, "SLA_ESCALATE", std::move(escalate));
}

rt::Task<http::Response> settings(Context& context, http::Request&) {
  auto look = context.store.read([](ports::UnitOfWork& unit) { return unit.events().last_seq(); });
  const auto as_of_seq = co_await std::move(look);
  Rows rows;
  add_daemon(rows, context.settings);
  add_peers(rows, context.settings);
  add_house(rows, context.settings);
  co_return http::Response::json(200, list_of(std::move(rows), "", as_of_seq));
}

}  // namespace

void add_settings_routes(http::Router& router, Context& context) {
  add(router, context, "GET", "/settings", http::Access::kAdmin, settings);
}

}  // namespace hotel::app
