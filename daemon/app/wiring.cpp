#include "app/wiring.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <csignal>
#include <systemd/sd-daemon.h>

#include "app/adapters.h"
#include "app/authentication.h"
#include "app/context.h"
#include "app/desk.h"
#include "app/event_hub.h"
#include "app/intake.h"
#include "app/knowledge_seed.h"
#include "app/passwords.h"
#include "app/routes/routes.h"
#include "app/routes/system_routes.h"
#include "app/version.h"
#include "app/workers/booking_worker.h"
#include "app/workers/housekeeping.h"
#include "app/workers/inbox_worker.h"
#include "app/workers/media_worker.h"
#include "app/workers/outbox_worker.h"
#include "app/workers/proactive_worker.h"
#include "app/workers/sync_worker.h"
#include "app/workers/turn_worker.h"
#include "base/log.h"

namespace hotel::app {
namespace asio = boost::asio;
namespace {

using namespace std::chrono_literals;

constexpr auto kFinishSends = 8s;  // of the 10 s that SIGTERM may take
constexpr auto kFinishRequests = 1s;

http::ServerConfig server_config(const Settings& s) {
  http::ServerConfig config;
  config.listen = s.listen;
  const int inherited = sd_listen_fds(1);
  if (inherited > 0) {
    config.listen.clear();
    for (int i = 0; i < inherited; ++i) {
      http::Listen where;
      where.fd = SD_LISTEN_FDS_START + i;
      config.listen.push_back(where);
    }
  }
  config.tls_cert_file = s.tls_cert_file;
  config.tls_key_file = s.tls_key_file;
  config.trusted_proxies = s.trusted_proxies;
  config.response_headers = {{"X-Release", s.release.empty() ? kVersion : s.release}};
  if (!s.slot.empty()) config.response_headers.emplace_back("X-Slot", s.slot);
  return config;
}

std::filesystem::path prepared(const std::filesystem::path& data_dir) {
  std::error_code error;
  std::filesystem::create_directories(data_dir / "media", error);
  if (error)
    throw base::ConfigError({"DATA_DIR " + data_dir.string() + " cannot be made or written: " + error.message()});
  return data_dir;
}

std::unique_ptr<ports::Store> opened(asio::io_context& io, const Settings& s, const base::Clock& clock,
                                     base::Metrics& metrics) {
  const auto config = store_config(s);
  if (s.auto_migrate) store::migrate(config);
  return store::open_store(io, config, clock, metrics);
}

}  // namespace

struct Daemon::Parts {
  Parts(Settings s, std::function<Settings()> again)
      : settings(std::move(s)),
        reload(std::move(again)),
        data_dir(prepared(settings.data_dir)),
        adapters(io, settings),
        store(opened(io, settings, adapters.clock, adapters.metrics)),
        hub(io, *store),
        desk(*store, signals, desk_rules(settings)),
        context{io,
                settings,
                adapters.clock,
                adapters.zone,
                adapters.metrics,
                *store,
                *adapters.pms,
                *adapters.messenger,
                adapters.agent,
                hub,
                desk,
                signals,
                draining,
                adapters.clock.now()},
        authentication(adapters.clock, *store, passwords),
        intake(context),
        outbox(context),
        turns(context),
        bookings(context),
        media(context, adapters.transcriber.get()),
        sync(context),
        proactive(context),
        inbox(
            context, [this] { return intake.pressed(); },
            [this](std::string why) { outbox.stop_sending(std::move(why)); }),
        housekeeping(context),
        server(
            io, server_config(settings), router,
            [this](std::string token) { return authentication.principal(std::move(token)); }, adapters.metrics),
        loops(io.get_executor()),
        stop_signals(io, SIGTERM, SIGINT),
        reload_signal(io, SIGHUP) {
    add_routes();
  }

  static Desk::Rules desk_rules(const Settings& s) {
    Desk::Rules rules;
    rules.sla_first_response = s.sla_first_response;
    return rules;
  }

  void add_routes();
  void start();
  rt::Task<void> live();
  rt::Task<void> drain();
  rt::Task<void> reloads();

  Settings settings;
  std::function<Settings()> reload;
  std::filesystem::path data_dir;
  asio::io_context io{1};
  Adapters adapters;
  std::unique_ptr<ports::Store> store;
  bool draining = false;
  Signals signals;
  EventHub hub;
  Desk desk;
  Context context;
  PasswordPool passwords;
  Authentication authentication;
  Intake intake;
  OutboxWorker outbox;
  TurnWorker turns;
  BookingWorker bookings;
  MediaWorker media;
  SyncWorker sync;
  ProactiveWorker proactive;
  InboxWorker inbox;
  Housekeeping housekeeping;
  http::Router router;
  http::Server server;
  rt::TaskGroup loops;
  asio::signal_set stop_signals;
  asio::signal_set reload_signal;
  std::function<void(std::uint16_t)> on_listening;
  std::exception_ptr failure;
};

void Daemon::Parts::add_routes() {
  add_health_routes(router, context);
  add_metrics_routes(router, context);
  add_session_routes(router, context, authentication);
  add_event_routes(router, context, authentication);
  add_alert_routes(router, context);
  add_overview_routes(router, context);
  add_user_routes(router, context, passwords);
  add_settings_routes(router, context);
  if (settings.role_control) add_deployment_routes(router, context);
  if (!settings.role_guest) return;
  add_webhook_routes(router, context, intake);
  add_conversation_routes(router, context);
  add_message_routes(router, context);
  add_booking_routes(router, context);
  add_content_routes(router, context);
  add_ticket_routes(router, context);
  add_sandbox_routes(router, context, [this](std::string body, std::string signature) {
    std::vector<std::string> signatures{std::move(signature)};
    return intake.take(std::move(body), std::move(signatures));
  });
}

void Daemon::Parts::start() {
  server.start();
  loops.spawn("events", hub.run());
  loops.spawn("gauges", housekeeping.gauges());
  loops.spawn("reload", reloads());
  if (settings.role_guest) {
    loops.spawn("inbox", inbox.run());
    loops.spawn("outbox", outbox.run());
    loops.spawn("turns", turns.run());
    loops.spawn("bookings", bookings.run());
    loops.spawn("media", media.run());
    loops.spawn("pms_sync", sync.run());
    loops.spawn("proactive", proactive.run());
    loops.spawn("search_index", housekeeping.index());
    loops.spawn("cleaning", housekeeping.clean());
    loops.spawn("whatsapp_probe", housekeeping.whatsapp());
  }
  base::log::info("daemon.started", {{"version", kVersion},
                                     {"port", static_cast<int>(server.port())},
                                     {"engine", store->health().engine},
                                     {"pms", adapters.pms->health().pms}});
  sd_notify(0, "READY=1");
  if (on_listening) on_listening(server.port());
}

rt::Task<void> Daemon::Parts::live() {
  try {
    co_await seed_knowledge(context);
    co_await store->probe();
    start();
    co_await stop_signals.async_wait(asio::use_awaitable);
  } catch (...) {
    failure = std::current_exception();
  }
  co_await drain();
}

// SIGTERM: webhooks are refused and nothing new is claimed from this moment; what is under way is finished.
rt::Task<void> Daemon::Parts::drain() {
  base::log::info("daemon.draining", {});
  sd_notify(0, "STOPPING=1");
  draining = true;
  server.begin_drain();
  hub.drain();
  for (auto* wake : {&signals.inbox, &signals.outbox, &signals.turns, &signals.intents, &signals.media}) wake->notify();
  turns.tasks().cancel_all();  // their leases run out; the next daemon answers
  media.tasks().cancel_all();  // what is pending stands in the store
  co_await outbox.tasks().wait_all(kFinishSends);
  bookings.tasks().cancel_all();  // the store knows how far they got
  loops.cancel_all();
  outbox.tasks().cancel_all();
  co_await turns.tasks().wait_all(500ms);
  co_await bookings.tasks().wait_all(500ms);
  co_await media.tasks().wait_all(500ms);
  co_await server.stop(kFinishRequests);
  co_await loops.wait_all(500ms);
  reload_signal.cancel();
  store->stop();
  base::log::info("daemon.stopped", {});
  io.stop();
}

rt::Task<void> Daemon::Parts::reloads() {
  while (!draining) {
    co_await reload_signal.async_wait(asio::use_awaitable);
    server.reload_tls();
    try {
      Settings fresh = reload();
      settings.app_secrets = fresh.app_secrets;
      settings.verify_token = fresh.verify_token;
      settings.alert_webhook_token = fresh.alert_webhook_token;
      settings.access_token = fresh.access_token;
      adapters.messenger->set_token(fresh.access_token);
      outbox.token_replaced();
      if (adapters.transcriber) adapters.transcriber->set_key(fresh.stt_api_key);
      if (adapters.model) adapters.model->set_key(fresh.llm_api_key);
      base::log::info("settings.reloaded", {});
    } catch (const base::ConfigError& e) {
      base::log::error("settings.not_reloaded", {{"faults", e.faults().size()}});
    }
  }
}

Daemon::Daemon(Settings settings, std::function<Settings()> reload)
    : parts_(std::make_unique<Parts>(std::move(settings), std::move(reload))) {}
Daemon::~Daemon() = default;

int Daemon::serve(const std::function<void(std::uint16_t port)>& on_listening) {
  parts_->on_listening = on_listening;
  std::signal(SIGPIPE, SIG_IGN);
  asio::co_spawn(parts_->io, parts_->live(), [this](const std::exception_ptr& escaped) {
    if (escaped && !parts_->failure) parts_->failure = escaped;
    parts_->io.stop();
  });
  parts_->io.run();
  if (parts_->failure) std::rethrow_exception(parts_->failure);
  return 0;
}

}  // namespace hotel::app
