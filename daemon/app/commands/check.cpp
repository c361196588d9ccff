#include <boost/json/serialize.hpp>
#include <fmt/format.h>
#include <iostream>
#include <sys/statvfs.h>
#include <sys/timex.h>

#include "app/commands/with_store.h"
#include "base/log.h"

namespace hotel::app {
namespace {

struct Finding {
  std::string name;
  bool ok = false;
  std::string detail;
};

constexpr double kLeastFree = 200.0 * 1024 * 1024;

Finding check_disk(const Settings& settings) {
  struct statvfs seen{};
  if (statvfs(settings.data_dir.c_str(), &seen) != 0)
    return {"disk", false, fmt::format("DATA_DIR {} cannot be looked at", settings.data_dir.string())};
  const double free = static_cast<double>(seen.f_bavail) * static_cast<double>(seen.f_frsize);
  return {"disk", free >= kLeastFree, fmt::format("{:.1f} GiB free in DATA_DIR", free / (1024.0 * 1024 * 1024))};
}

// The kernel knows whether somebody keeps its clock right; where nobody does (containers) the year alone is judged.
Finding check_clock(const base::Clock& clock) {
  struct timex state{};
  const int answer = adjtimex(&state);
  const auto year = wire::to_rfc3339(clock.now()).substr(0, 4);
  const bool plausible = year >= "2025" && year < "2100";
  return {"clock", plausible,
          fmt::format(
              "{}{}", wire::to_rfc3339(clock.now()),
              answer == TIME_ERROR || answer < 0 ? ", not synchronised as far as the kernel knows" : ", synchronised")};
}

Finding check_certificate(const Settings& settings) {
  if (settings.tls_cert_file.empty()) return {"certificates", true, "no TLS of our own"};
  const bool readable = std::filesystem::is_regular_file(settings.tls_cert_file) &&
                        std::filesystem::is_regular_file(settings.tls_key_file);
  return {"certificates", readable, readable ? settings.tls_cert_file : "TLS_CERT_FILE or TLS_KEY_FILE cannot be read"};
}

// From the settings alone: the service is asked when there is something to hear.
Finding check_transcription(const Settings& settings) {
  if (settings.stt_base_url.empty())
    return {"transcription", true, "STT_BASE_URL is not set: staff listens to voice notes"};
  return {"transcription", true,
          fmt::format("voice notes go to {}, model {}", settings.stt_base_url, settings.stt_model)};
}

rt::Task<void> ask(Adapters& adapters, ports::Store& store, const Settings& settings, std::vector<Finding>& out) {
  co_await store.probe();
  const auto database = store.health();
  out.push_back({"database", database.ok,
                 database.ok ? fmt::format("{}, {:.1f} ms", database.engine, database.latency_ms) : database.detail});
  out.push_back({"schema", database.schema_version > 0, fmt::format("version {}", database.schema_version)});
  out.push_back({"cache", true, "in process"});
  co_await adapters.pms->probe();
  const auto pms = adapters.pms->health();
  const bool pms_ok = pms.status == "up" || pms.status == "degraded";
  out.push_back({"pms", pms_ok,
                 pms_ok ? fmt::format("{}, {:.0f} ms", pms.pms, pms.latency_ms)
                        : fmt::format("{}: {} {}", pms.pms, pms.status, pms.detail)});
  for (const auto& number : settings.number_ids) {
    const auto info = co_await adapters.messenger->number(number);
    out.push_back({"whatsapp", info.has_value(),
                   info ? info->display_phone_number + " " + info->quality_rating : info.error().detail});
  }
}

}  // namespace

int check_command(const EnvFile& env_file, bool as_json) {
  const Settings settings = read_settings(load_environment(env_file), Needs::kEverything);
  base::log::configure(base::log::Level::kError, settings.log_format);
  std::filesystem::create_directories(settings.data_dir);
  std::string unused;
  for (const auto& name : settings.not_used)
    unused += (unused.empty() ? ", without effect in this version: " : ", ") + name;
  std::vector<Finding> findings{{"configuration", true, "complete" + unused}};
  boost::asio::io_context io{1};
  Adapters adapters{io, settings};
  try {
    const auto config = store_config(settings);
    if (settings.auto_migrate) store::migrate(config);
    const auto store = store::open_store(io, config, adapters.clock, adapters.metrics);
    auto done = boost::asio::co_spawn(io, ask(adapters, *store, settings, findings), boost::asio::use_future);
    io.run();
    store->stop();
    done.get();
  } catch (const base::StoreUnavailable& e) {
    findings.push_back({"database", false, e.what()});
  }
  findings.push_back(check_transcription(settings));
  findings.push_back(check_disk(settings));
  findings.push_back(check_clock(adapters.clock));
  findings.push_back(check_certificate(settings));
  bool good = true;
  boost::json::object json;
  for (const auto& f : findings) {
    good = good && f.ok;
    json[f.name] = {{"ok", f.ok}, {"detail", f.detail}};
    if (!as_json) std::cout << fmt::format("{:14} {:5} {}\n", f.name, f.ok ? "ok" : "FAULT", f.detail);
  }
  if (as_json) std::cout << boost::json::serialize(json) << '\n';
  return good ? 0 : 1;
}

}  // namespace hotel::app
