// The settings of INTERFACE (environment, or the file of --env-file), read once, checked together: ConfigError lists
// every fault at once, each with its variable and what would be right. No value of a secret is ever part of a fault's
// text.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/env_file.h"
#include "base/log.h"
#include "domain/proactive.h"
#include "http/server.h"
#include "nlu/date_rules.h"

namespace hotel::app {

enum class EnvironmentKind { kDevelopment, kStaging, kProduction };
enum class PmsType { kMock, kQloApps };
enum class WhatsAppMode { kCloud, kSandbox };

struct Settings {
  EnvironmentKind environment = EnvironmentKind::kDevelopment;
  base::log::Level log_level = base::log::Level::kInfo;
  base::log::Format log_format = base::log::Format::kJson;
  std::vector<http::Listen> listen;
  std::string tls_cert_file, tls_key_file;
  std::vector<std::string> trusted_proxies;
  std::filesystem::path data_dir;
  bool role_guest = true, role_control = true;
  std::string postgres_url;  // empty: SQLite
  bool auto_migrate = true;

  PmsType pms_type = PmsType::kMock;
  std::string pms_base_url, pms_api_key, pms_hotel_id = "1";
  std::chrono::milliseconds pms_timeout{10'000}, pms_booking_timeout{30'000}, pms_sync_interval{5'000};
  std::string guest_mail_domain = "guest.invalid.example";

  WhatsAppMode whatsapp_mode = WhatsAppMode::kCloud;
  std::vector<std::string> app_secrets;
  std::string verify_token, access_token;
  std::vector<std::string> number_ids;
  std::string graph_url = "https://graph.facebook.com", api_version = "v25.0";

  std::string llm_base_url, llm_api_key, llm_model;  // no address: no language model
  std::string stt_base_url, stt_api_key, stt_model;  // no address: voice notes are left to people
  int llm_daily_calls = 2000, llm_guest_daily_calls = 40;

  std::string hotel_name, hotel_address, hotel_timezone = "UTC", hotel_currency = "USD", hotel_language = "es";
  std::optional<double> latitude, longitude;
  nlu::DateRules date_rules{};
  int business_from_minute = 0, business_to_minute = 24 * 60;
  std::chrono::milliseconds reply_debounce{1'500};
  std::set<domain::ProactiveKind> proactive;  // which messages the hotel sends by itself; none is the default
  std::chrono::milliseconds agent_hold{0};    // how long staff sees an answer of the agent before it leaves
  std::chrono::seconds sla_first_response{120};
  std::vector<std::chrono::seconds> sla_escalate{std::chrono::seconds{300}, std::chrono::seconds{900}};
  std::vector<std::string> metrics_allowed{"127.0.0.0/8", "::1/128"};
  bool check_pms_in_readiness = false;
  std::string alert_webhook_token, deployment_token;
  int retention_days = 730;
  std::string release, slot, release_digest;
  std::chrono::seconds test_clock_offset{0};
  bool demo = false;
  std::vector<std::string> not_used;  // set, known, and without effect in this version

  std::filesystem::path database_file() const { return data_dir / "hotel-agent.db"; }
  std::filesystem::path media_dir() const { return data_dir / "media"; }
};

// What a subcommand needs decides what must be there: `user add` needs the store, not WhatsApp's secrets.
enum class Needs { kEverything, kStore };

Settings read_settings(const base::Environment& environment, Needs needs);

// The process environment over the file (a variable that is set wins), and NAME_FILE and systemd credentials resolved.
base::Environment load_environment(const std::optional<std::filesystem::path>& env_file);

}  // namespace hotel::app
