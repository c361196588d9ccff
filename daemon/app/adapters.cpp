#include "app/adapters.h"

#include <filesystem>

#include "app/version.h"
#include "pms/qloapps_client.h"
#include "pms/simulated.h"
#include "whatsapp/client.h"
#include "whatsapp/sandbox.h"

namespace hotel::app {
namespace {

std::unique_ptr<ports::Pms> make_pms(const Settings& s, http::Client& http, const base::Clock& clock,
                                     base::Metrics& metrics) {
  if (s.pms_type == PmsType::kMock) {
    pms::SimulatedConfig config;
    config.file = s.data_dir / "simulated-hotel.json";
    config.currency = s.hotel_currency;
    config.timezone = s.hotel_timezone;
    config.guest_mail_domain = s.guest_mail_domain;
    return std::make_unique<pms::SimulatedHotel>(config, clock);
  }
  pms::QloAppsConfig config;
  config.base_url = s.pms_base_url;
  config.key = s.pms_api_key;
  config.hotel_id = s.pms_hotel_id;
  config.guest_mail_domain = s.guest_mail_domain;
  config.read_timeout = s.pms_timeout;
  config.write_timeout = s.pms_booking_timeout;
  auto transport = [&http](http::ClientRequest request) { return http.send(std::move(request)); };
  return std::make_unique<pms::QloApps>(config, transport, clock, metrics);
}

std::unique_ptr<ports::Messenger> make_messenger(const Settings& s, http::Client& http, const base::Clock& clock) {
  if (s.whatsapp_mode == WhatsAppMode::kSandbox)
    return std::make_unique<whatsapp::SandboxMessenger>(s.media_dir(), clock);
  whatsapp::GraphSettings graph;
  graph.graph_url = s.graph_url;
  graph.api_version = s.api_version;
  graph.access_token = s.access_token;
  graph.media_dir = s.media_dir();
  graph.user_agent = std::string{"hotel-agent/"} + kVersion;
  return std::make_unique<whatsapp::GraphClient>(http, graph, clock);
}

std::unique_ptr<agent::OpenAiModel> make_model(const Settings& s, http::Client& http, const base::Clock& clock,
                                               base::Metrics& metrics) {
  if (s.llm_base_url.empty()) return nullptr;
  agent::OpenAiConfig config;
  config.base_url = s.llm_base_url;
  config.key = s.llm_api_key;
  config.model = s.llm_model;
  config.limits.daily_calls = s.llm_daily_calls;
  config.limits.guest_daily_calls = s.llm_guest_daily_calls;
  auto transport = [&http](http::ClientRequest request) { return http.send(std::move(request)); };
  return std::make_unique<agent::OpenAiModel>(std::move(config), transport, clock, metrics);
}

std::unique_ptr<agent::OpenAiTranscriber> make_transcriber(const Settings& s, http::Client& http,
                                                           const base::Clock& clock, base::Metrics& metrics) {
  if (s.stt_base_url.empty()) return nullptr;
  agent::TranscriberConfig config;
  config.base_url = s.stt_base_url;
  config.key = s.stt_api_key;
  config.model = s.stt_model;
  auto transport = [&http](http::ClientRequest request) { return http.send(std::move(request)); };
  return std::make_unique<agent::OpenAiTranscriber>(std::move(config), transport, clock, metrics);
}

agent::House house_of(const Settings& s) {
  return {s.hotel_name, s.hotel_address, s.latitude, s.longitude, s.hotel_currency, s.hotel_language, s.date_rules};
}

http::Client::Config client_config() {
  http::Client::Config config;
  config.user_agent = std::string{"hotel-agent/"} + kVersion;
  return config;
}

}  // namespace

store::StoreConfig store_config(const Settings& settings) {
  store::StoreConfig config;
  config.sqlite_file = settings.database_file();
  config.postgres_url = settings.postgres_url;
  return config;
}

Adapters::Adapters(boost::asio::io_context& io, const Settings& s)
    : clock(s.test_clock_offset),
      zone(s.hotel_timezone),
      http(io, client_config()),
      pms(make_pms(s, http, clock, metrics)),
      messenger(make_messenger(s, http, clock)),
      model(make_model(s, http, clock, metrics)),
      transcriber(make_transcriber(s, http, clock, metrics)),
      agent(*pms, house_of(s), model.get()) {
  metrics.set("hotel_agent_build_info", 1, {{"version", kVersion}});
}

}  // namespace hotel::app
