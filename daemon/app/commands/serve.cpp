#include <cstdlib>
#include <fmt/format.h>
#include <iostream>

#include "app/commands/with_store.h"
#include "app/passwords.h"
#include "app/wiring.h"
#include "base/crypto.h"
#include "base/log.h"
#include "wire/ids.h"

namespace hotel::app {
namespace {

// What the demonstration sets by itself; a variable that is set wins.
base::Environment with_demo_settings(base::Environment environment) {
  const auto set = [&](const char* name, std::string value) { environment.try_emplace(name, std::move(value)); };
  const auto home = environment.find("HOME");
  set("HOTEL_AGENT_DEMO", "true");
  set("PMS_TYPE", "mock");
  set("WHATSAPP_MODE", "sandbox");
  set("WHATSAPP_PHONE_NUMBER_ID", "100000000000001");
  set("WHATSAPP_APP_SECRET", base::random_token());
  set("WHATSAPP_VERIFY_TOKEN", base::random_token());
  set("HOTEL_NAME", "Hotel Demo");
  set("LOG_LEVEL", "WARNING");
  set("DATA_DIR", home == environment.end() ? "hotel-agent-demo" : home->second + "/.local/share/hotel-agent/demo");
  return environment;
}

Settings settings_of(const EnvFile& env_file, bool demo) {
  auto environment = load_environment(env_file);
  if (demo) environment = with_demo_settings(std::move(environment));
  Settings settings = read_settings(environment, Needs::kEverything);
  if (demo && settings.pms_type != PmsType::kMock)
    throw base::ConfigError({"PMS_TYPE must be mock (or unset) with --demo"});
  if (demo && settings.whatsapp_mode != WhatsAppMode::kSandbox)
    throw base::ConfigError({"WHATSAPP_MODE must be sandbox (or unset) with --demo"});
  return settings;
}

// A user with a fresh password for each run of the demonstration.
std::string demo_password(const Settings& settings) {
  const std::string password = base::random_token(12);
  std::filesystem::create_directories(settings.data_dir);
  const std::string hash = hash_password(password);
  const auto config = store_config(settings);
  store::migrate(config);
  boost::asio::io_context io{1};
  const base::SystemClock clock;
  base::Metrics metrics;
  const auto store = store::open_store(io, config, clock, metrics);
  auto job = [&hash, now = clock.now()](ports::UnitOfWork& unit) {
    if (!unit.operators().add_user({"demo", {"frontdesk", "admin"}, hash, false, now}))
      unit.operators().set_password("demo", hash);
  };
  auto done = boost::asio::co_spawn(io, store->write(std::move(job)), boost::asio::use_future);
  io.run();
  store->stop();
  done.get();
  return password;
}

}  // namespace

int serve_command(const EnvFile& env_file, bool demo) {
  Settings settings = settings_of(env_file, demo);
  base::log::configure(settings.log_level, settings.log_format);
  for (const auto& name : settings.not_used) base::log::warning("settings.not_used", {{"name", name}});
  const std::string password = demo ? demo_password(settings) : std::string{};
  const std::string data = settings.data_dir.string();
  const bool tls = !settings.tls_cert_file.empty();
  Daemon daemon{std::move(settings), [env_file, demo] { return settings_of(env_file, demo); }};
  return daemon.serve([&](std::uint16_t port) {
    if (!demo) return;
    std::cout << fmt::format(
                     "Hotel Agent demonstration: simulated hotel, WhatsApp sandbox, nothing leaves this machine.\n"
                     "  console   hotel-console --server {0}://127.0.0.1:{1} --user demo\n"
                     "  user      demo\n"
                     "  password  {2}\n"
                     "  data      {3}\n"
                     "Stop with Ctrl+C.\n",
                     tls ? "https" : "http", port, password, data)
              << std::flush;
  });
}

}  // namespace hotel::app
