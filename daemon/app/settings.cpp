#include "app/settings.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

#include "app/settings_reader.h"
#include "base/clock.h"
#include "base/error.h"
#include "http/client.h"

namespace hotel::app {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

bool is_loopback(const std::string& host) {
  return host == "localhost" || host.starts_with("127.") || host == "::1" || host == "[::1]";
}

// http:// is for the same machine only, except in development: keys and guests' words would cross the network readable.
void url(SettingsReader& in, const char* name, std::string& value, bool development) {
  value = in.text(name, value);
  while (value.ends_with('/')) value.pop_back();
  if (value.empty()) return;
  const auto parsed = http::parse_url(value);
  if (!parsed)
    in.fault(name, "is no address; right would be https://host or https://host:port");
  else if (parsed->scheme == "http" && !development && !is_loopback(parsed->host))
    in.fault(name, "must begin with https:// (http:// is accepted for this machine only)");
}

void read_service(SettingsReader& in, Settings& s) {
  s.log_level = in.choice<base::log::Level>("LOG_LEVEL", s.log_level,
                                            {{"DEBUG", base::log::Level::kDebug},
                                             {"INFO", base::log::Level::kInfo},
                                             {"WARNING", base::log::Level::kWarning},
                                             {"ERROR", base::log::Level::kError}});
  if (in.flag("DEBUG", false)) s.log_level = base::log::Level::kDebug;
  s.log_format = in.choice<base::log::Format>("LOG_FORMAT", s.log_format,
                                              {{"json", base::log::Format::kJson}, {"text", base::log::Format::kText}});
  s.listen = in.listen("LISTEN", "127.0.0.1:8000");
  s.tls_cert_file = in.text("TLS_CERT_FILE", "");
  s.tls_key_file = in.text("TLS_KEY_FILE", "");
  if (s.tls_cert_file.empty() != s.tls_key_file.empty())
    in.fault(s.tls_cert_file.empty() ? "TLS_CERT_FILE" : "TLS_KEY_FILE",
             "must be set together with the other one of the two");
  s.trusted_proxies = in.networks("TRUSTED_PROXIES", {});
  s.metrics_allowed = in.networks("METRICS_ALLOWED", s.metrics_allowed);
  const auto roles = in.list("ROLES", {"guest", "control"});
  s.role_guest = s.role_control = false;
  for (const auto& role : roles) {
    if (role == "guest")
      s.role_guest = true;
    else if (role == "control")
      s.role_control = true;
    else
      in.fault("ROLES", "takes guest, control or both, separated by a comma");
  }
  s.release = in.text("RELEASE", "");
  s.slot = in.text("SLOT", "");
  s.release_digest = in.text("RELEASE_DIGEST", "");
  s.deployment_token = in.secret("DEPLOYMENT_TOKEN", false);
  s.test_clock_offset = seconds{in.integer("TEST_CLOCK_OFFSET", 0, -400LL * 86400, 400LL * 86400)};
  if (s.test_clock_offset.count() != 0 && s.environment == EnvironmentKind::kProduction)
    in.fault("TEST_CLOCK_OFFSET", "is refused in production");
}

void read_store(SettingsReader& in, Settings& s) {
  s.postgres_url = in.secret("POSTGRES_URL", false);
  if (!s.postgres_url.empty() && !s.postgres_url.starts_with("postgres://") &&
      !s.postgres_url.starts_with("postgresql://"))
    in.fault("POSTGRES_URL", "must begin with postgresql://");
  s.auto_migrate = in.flag("AUTO_MIGRATE", true);
}

void read_pms(SettingsReader& in, Settings& s, bool strict) {
  const bool production = s.environment == EnvironmentKind::kProduction;
  s.pms_type =
      in.choice<PmsType>("PMS_TYPE", PmsType::kMock, {{"mock", PmsType::kMock}, {"qloapps", PmsType::kQloApps}});
  if (s.pms_type == PmsType::kMock && production && strict)
    in.fault("PMS_TYPE", "is mock, the simulated hotel, which is refused in production; right would be qloapps");
  // Asked for in production even while PMS_TYPE is still wrong, so that one start names everything.
  const bool wanted = strict && (s.pms_type == PmsType::kQloApps || production);
  url(in, "PMS_BASE_URL", s.pms_base_url, s.environment == EnvironmentKind::kDevelopment);
  if (s.pms_base_url.empty() && wanted)
    in.fault("PMS_BASE_URL", "is missing; right would be the address of the QloApps shop");
  s.pms_api_key = in.secret("PMS_API_KEY", wanted);
  s.pms_hotel_id = in.text("PMS_HOTEL_ID", "1");
  if (s.pms_hotel_id.find_first_not_of("0123456789") != std::string::npos)
    in.fault("PMS_HOTEL_ID", "must be the number of the hotel in QloApps");
  s.pms_timeout = in.seconds("PMS_TIMEOUT", s.pms_timeout, milliseconds{100}, seconds{120});
  s.pms_booking_timeout = in.seconds("PMS_BOOKING_TIMEOUT", s.pms_booking_timeout, seconds{1}, seconds{300});
  s.pms_sync_interval = in.seconds("PMS_SYNC_INTERVAL", s.pms_sync_interval, milliseconds{200}, seconds{3600});
  s.guest_mail_domain = in.text("GUEST_MAIL_DOMAIN", s.guest_mail_domain);
  if (s.guest_mail_domain.find('.') == std::string::npos || s.guest_mail_domain.find('@') != std::string::npos)
    in.fault("GUEST_MAIL_DOMAIN", "must be a domain with a dot, like guest.invalid.example");
}

void read_whatsapp(SettingsReader& in, Settings& s, bool strict) {
  s.whatsapp_mode = in.choice<WhatsAppMode>("WHATSAPP_MODE", WhatsAppMode::kCloud,
                                            {{"cloud", WhatsAppMode::kCloud}, {"sandbox", WhatsAppMode::kSandbox}});
  const bool production = s.environment == EnvironmentKind::kProduction;
  if (s.whatsapp_mode == WhatsAppMode::kSandbox && production && strict)
    in.fault("WHATSAPP_MODE",
             "is sandbox, in which nothing leaves the machine; it is refused in production, right would be cloud");
  const bool wanted = strict && s.role_guest && (s.whatsapp_mode == WhatsAppMode::kCloud || production);
  s.app_secrets = in.secrets("WHATSAPP_APP_SECRET", wanted, 2);
  s.verify_token = in.secret("WHATSAPP_VERIFY_TOKEN", wanted);
  s.access_token = in.secret("WHATSAPP_ACCESS_TOKEN", wanted);
  s.number_ids = in.list("WHATSAPP_PHONE_NUMBER_ID", {});
  for (const auto& id : s.number_ids)
    if (id.find_first_not_of("0123456789") != std::string::npos)
      in.fault("WHATSAPP_PHONE_NUMBER_ID",
               "takes phone number ids (digits) of the WhatsApp dashboard, separated by commas");
  if (s.number_ids.empty() && wanted)
    in.fault("WHATSAPP_PHONE_NUMBER_ID", "is missing; right would be the phone number id of the WhatsApp dashboard");
  url(in, "WHATSAPP_GRAPH_URL", s.graph_url, s.environment == EnvironmentKind::kDevelopment);
  s.api_version = in.text("WHATSAPP_API_VERSION", s.api_version);
  if (s.api_version.size() < 4 || s.api_version.front() != 'v')
    in.fault("WHATSAPP_API_VERSION", "must look like v25.0");
}

// An OpenAI-compatible service. Without an address the rest is not looked at. A key is optional: a server of the
// house's own may ask for none.
struct OpenAiNames {
  const char *base_url, *key, *model, *path;
};
struct OpenAiValues {
  std::string &base_url, &key, &model;
};
void read_open_ai(SettingsReader& in, const OpenAiNames& names, OpenAiValues out) {
  url(in, names.base_url, out.base_url, false);
  if (out.base_url.empty()) return;
  if (out.base_url.find_first_of("?#@") != std::string::npos)
    in.fault(
        names.base_url,
        fmt::format("takes an address without query and user, like https://host/v1; the key goes to {}", names.key));
  if (out.base_url.ends_with(names.path))
    in.fault(names.base_url, fmt::format("must end before {}, like https://host/v1", names.path));
  out.key = in.secret(names.key, false);
  if (!out.key.empty()) in.secret(names.key, true);  // no example's value
  if (std::any_of(out.key.begin(), out.key.end(), [](char c) { return c < 0x21 || c > 0x7E; }))
    in.fault(names.key, "holds blanks or letters that no key has");
  out.model = in.text(names.model, "");
  if (out.model.empty())
    in.fault(names.model, fmt::format("is missing; right would be the name of a model that {} serves", names.base_url));
}

void read_models(SettingsReader& in, Settings& s) {
  s.llm_daily_calls = static_cast<int>(in.integer("LLM_DAILY_CALLS", s.llm_daily_calls, 1, 1'000'000));
  s.llm_guest_daily_calls = static_cast<int>(in.integer("LLM_GUEST_DAILY_CALLS", s.llm_guest_daily_calls, 1, 10'000));
  read_open_ai(in, {"LLM_BASE_URL", "LLM_API_KEY", "LLM_MODEL", "/chat/completions"},
               {s.llm_base_url, s.llm_api_key, s.llm_model});
  read_open_ai(in, {"STT_BASE_URL", "STT_API_KEY", "STT_MODEL", "/audio/transcriptions"},
               {s.stt_base_url, s.stt_api_key, s.stt_model});
}

void read_hotel(SettingsReader& in, Settings& s) {
  s.hotel_name = in.text("HOTEL_NAME", s.demo ? "Hotel Demo" : "Hotel");
  s.hotel_address = in.text("HOTEL_ADDRESS", "");
  s.latitude = in.number("HOTEL_LATITUDE", -90, 90);
  s.longitude = in.number("HOTEL_LONGITUDE", -180, 180);
  s.hotel_timezone = in.text("HOTEL_TIMEZONE", s.hotel_timezone);
  if (!base::HotelZone::exists(s.hotel_timezone))
    in.fault(
        "HOTEL_TIMEZONE",
        "is no time zone of this machine; right would be a name like Europe/Madrid or America/Argentina/Buenos_Aires");
  s.hotel_currency = in.text("HOTEL_CURRENCY", s.hotel_currency);
  if (s.hotel_currency.size() != 3) in.fault("HOTEL_CURRENCY", "must be a code of three letters like EUR");
  s.hotel_language =
      in.choice<std::string>("HOTEL_DEFAULT_LANGUAGE", s.hotel_language, {{"es", "es"}, {"en", "en"}, {"pt", "pt"}});
  for (const auto& rule : in.list("DATE_RULES", {})) {
    const auto equals = rule.find('=');
    const auto value = equals == std::string::npos ? std::string() : rule.substr(equals + 1);
    if (const auto wrong = nlu::change_rule(s.date_rules, rule.substr(0, equals), value))
      in.fault("DATE_RULES", *wrong);
  }
  in.hours("BUSINESS_HOURS", s.business_from_minute, s.business_to_minute);
  s.reply_debounce = milliseconds{in.integer("REPLY_DEBOUNCE_MS", s.reply_debounce.count(), 0, 60'000)};
  s.agent_hold = milliseconds{in.integer("AGENT_HOLD_MS", s.agent_hold.count(), 0, 60'000)};
  for (const auto& word : in.list("PROACTIVE_MESSAGES", {})) {
    if (const auto kind = domain::proactive_kind(word))
      s.proactive.insert(*kind);
    else
      in.fault("PROACTIVE_MESSAGES",
               "takes names separated by commas: booking_confirmation, before_arrival, check_in_info, late_check_out, "
               "review_request");
  }
  s.sla_first_response = std::chrono::duration_cast<seconds>(
      in.seconds("SLA_FIRST_RESPONSE", s.sla_first_response, seconds{1}, seconds{86400}));
  if (const auto steps = in.list("SLA_ESCALATE", {}); !steps.empty()) {
    s.sla_escalate.clear();
    for (const auto& step : steps) {
      std::int64_t value = 0;
      const auto [end, error] = std::from_chars(step.data(), step.data() + step.size(), value);
      if (error != std::errc{} || end != step.data() + step.size() || value < 1)
        in.fault("SLA_ESCALATE", "takes seconds, separated by commas, like 300,900");
      else
        s.sla_escalate.emplace_back(value);
    }
  }
  s.check_pms_in_readiness = in.flag("CHECK_PMS_IN_READINESS", false);
  s.alert_webhook_token = in.secret("ALERT_WEBHOOK_TOKEN", false);
  s.retention_days = static_cast<int>(in.integer("RETENTION_DAYS", s.retention_days, 1, 36'500));
}

// Names of the interface that this version reads nothing from. Whoever sets one is told so instead of being left to
// believe.
constexpr const char* kNotUsed[] = {"REDIS_URL",
                                    "SLA_ESCALATE",
                                    "BUSINESS_HOURS",
                                    "RETENTION_DAYS",
                                    "PROMETHEUS_URL",
                                    "ALERTMANAGER_URL",
                                    "SLACK_WEBHOOK_URL",
                                    "PAGERDUTY_ROUTING_KEY",
                                    "SMTP_URL",
                                    "ALERT_EMAIL_TO",
                                    "OTEL_EXPORTER_OTLP_ENDPOINT",
                                    "DEPLOY_CONFIG"};

std::filesystem::path default_data_dir(const base::Environment& environment) {
  const auto get = [&](const char* name) {
    const auto found = environment.find(name);
    return found == environment.end() ? std::string{} : found->second;
  };
  if (const auto state = get("STATE_DIRECTORY"); !state.empty()) return state.substr(0, state.find(':'));
  if (const auto data = get("XDG_DATA_HOME"); !data.empty()) return std::filesystem::path{data} / "hotel-agent";
  if (const auto home = get("HOME"); !home.empty()) return std::filesystem::path{home} / ".local/share/hotel-agent";
  return "hotel-agent-data";
}

}  // namespace

Settings read_settings(const base::Environment& environment, Needs needs) {
  SettingsReader in{environment};
  Settings s;
  const bool strict = needs == Needs::kEverything;
  s.environment = in.choice<EnvironmentKind>("ENVIRONMENT", EnvironmentKind::kDevelopment,
                                             {{"development", EnvironmentKind::kDevelopment},
                                              {"staging", EnvironmentKind::kStaging},
                                              {"production", EnvironmentKind::kProduction}});
  in.set_examples_allowed(!strict);
  s.demo = in.flag("HOTEL_AGENT_DEMO", false);
  s.data_dir = in.text("DATA_DIR", default_data_dir(environment).string());
  read_service(in, s);
  read_store(in, s);
  read_pms(in, s, strict);
  read_whatsapp(in, s, strict);
  read_models(in, s);
  read_hotel(in, s);
  for (const char* name : kNotUsed)
    if (!in.text(name, "").empty()) s.not_used.emplace_back(name);
  in.throw_faults();
  return s;
}

}  // namespace hotel::app
