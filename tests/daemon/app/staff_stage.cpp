#include "staff_stage.h"

#include <gtest/gtest.h>
#include <random>

#include "http/uri.h"
#include "whatsapp/phone.h"
#include "wire/ids.h"

namespace hotel::app {
namespace {

std::filesystem::path fresh_folder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "hotel-staff-XXXXXX").string();
  if (!mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder");
  return pattern;
}

Settings settings_for(const std::filesystem::path& folder, WhatsAppMode mode) {
  Settings settings;
  settings.data_dir = folder;
  settings.whatsapp_mode = mode;
  settings.number_ids = {"200000000000001"};
  settings.app_secrets = {"an app secret of this test"};
  settings.access_token = "an access token of this test";
  settings.alert_webhook_token = "an alarm token of this test";
  return settings;
}

std::unique_ptr<ports::Store> opened(boost::asio::io_context& io, const Settings& settings, const base::Clock& clock,
                                     base::Metrics& metrics) {
  store::StoreConfig config;
  config.sqlite_file = settings.database_file();
  store::migrate(config);
  return store::open_store(io, config, clock, metrics);
}

}  // namespace

std::string Answer::code() const {
  return at("code");
}

std::string Answer::at(std::string_view key) const {
  if (!body.is_object()) return "";
  const auto* value = body.get_object().if_contains(key);
  if (!value) return "";
  return value->is_string() ? std::string{value->get_string()} : boost::json::serialize(*value);
}

std::string Answer::header(std::string_view name) const {
  for (const auto& [key, value] : headers)
    if (key == name) return value;
  return "";
}

Stage::Stage(WhatsAppMode mode, EventHub::Pace pace)
    : folder(fresh_folder()),
      settings(settings_for(folder, mode)),
      store(opened(io, settings, clock, metrics)),
      hub(io, *store, pace),
      desk(*store, signals, Desk::Rules{}),
      context{io,        settings, clock, zone, metrics, *store,   pms,
              messenger, agent,    hub,   desk, signals, draining, clock.now()},
      passwords(HashCost{1024, 1}),
      authentication(clock, *store, passwords) {
  add_session_routes(router, context, authentication);
  add_event_routes(router, context, authentication);
  add_conversation_routes(router, context);
  add_message_routes(router, context);
  add_booking_routes(router, context);
  add_content_routes(router, context);
  add_ticket_routes(router, context);
  add_alert_routes(router, context);
  add_overview_routes(router, context);
  add_user_routes(router, context, passwords);
  add_settings_routes(router, context);
  add_deployment_routes(router, context);
  add_sandbox_routes(router, context, [this](std::string body, std::string signature) -> rt::Task<http::Response> {
    sandbox_bodies.push_back(std::move(body));
    co_return http::Response::empty(signature.starts_with("sha256=") ? 200 : 401);
  });
  write([now = clock.now()](ports::UnitOfWork& unit) {
    for (const auto& name : {"ana", "luis", "rita", "root"})
      unit.operators().add_user({name, person(name).roles, "", false, now});
  });
}

Stage::~Stage() {
  store->stop();
  std::error_code ignored;
  std::filesystem::remove_all(folder, ignored);
}

void Stage::run(rt::Task<void> task) {
  std::exception_ptr failure;
  bool done = false;
  boost::asio::co_spawn(io, std::move(task), [&](const std::exception_ptr& e) {
    failure = e;
    done = true;
  });
  pump_until([&] { return done; });
  if (failure) std::rethrow_exception(failure);
}

void Stage::pump_until(const std::function<bool()>& done) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{20};
  while (!done()) {
    if (std::chrono::steady_clock::now() >= end) throw std::runtime_error("it takes longer than 20 s");
    io.restart();
    io.run_one_for(std::chrono::milliseconds{50});
  }
}

http::Principal Stage::person(const std::string& name) {
  http::Principal principal;
  principal.name = name;
  principal.roles = {name == "rita" ? "release" : name == "root" ? "admin" : "frontdesk"};
  principal.session = "session of " + name;
  return principal;
}

rt::Task<Answer> Stage::asked(Ask ask) {
  http::Request request;
  request.method = ask.method;
  request.target = ask.target.starts_with("/webhooks") ? ask.target : "/api/v1" + ask.target;
  const auto question = request.target.find('?');
  request.path = request.target.substr(0, question);
  if (question != std::string::npos) {
    std::string_view rest = std::string_view{request.target}.substr(question + 1);
    while (!rest.empty()) {
      const auto part = rest.substr(0, rest.find('&'));
      const auto equals = part.find('=');
      request.query.emplace_back(part.substr(0, equals),
                                 equals == std::string_view::npos ? "" : part.substr(equals + 1));
      rest = part.size() < rest.size() ? rest.substr(part.size() + 1) : std::string_view{};
    }
  }
  request.headers = std::move(ask.headers);
  if (!ask.body.is_null()) request.body = boost::json::serialize(ask.body);
  request.peer = "192.0.2.7";
  request.request_id = "request-" + std::to_string(++serial_);
  if (!ask.as.empty()) request.principal = person(ask.as);
  if (ask.principal) request.principal = ask.principal;

  Answer answer;
  const auto match = router.match(request.method, request.path);
  if (!match.route) {
    answer.status = match.allowed.empty() ? 404 : 405;
    co_return answer;
  }
  if (!http::allows(match.route->access, request.principal)) {
    answer.status = request.principal ? 403 : 401;
    co_return answer;
  }
  request.params = match.params;
  auto response = co_await match.route->handler(request);
  answer.status = response.status;
  answer.text = response.body;
  answer.headers = response.headers;
  answer.stream = std::move(response.stream);
  boost::system::error_code no_json;
  auto parsed = boost::json::parse(response.body, no_json);
  if (!no_json) answer.body = std::move(parsed);
  co_return answer;
}

Answer Stage::post(std::string target, boost::json::value body, std::string key, std::string as) {
  std::vector<http::Header> headers;
  if (!key.empty()) headers.emplace_back("Idempotency-Key", std::move(key));
  return ask({"POST", std::move(target), std::move(body), std::move(as), std::move(headers), {}});
}

std::string Stage::guest_wrote(const std::string& text, const std::string& phone, std::string name) {
  return write([text, phone, name, now = clock.now(), serial = ++serial_](ports::UnitOfWork& unit) {
    auto row = unit.conversations().open({phone, "", name}, whatsapp::variants(phone), "200000000000001", now);
    ports::InboundMessage message;
    message.shown.conversation_id = row.shown.id;
    message.shown.author = {wire::AuthorKind::kGuest, name};
    message.shown.text = text;
    message.shown.external_id = "wamid.in." + std::to_string(serial);
    message.shown.sent_at = message.shown.created_at = now;
    message.number_id = "200000000000001";
    message.wants_answer = true;
    unit.messages().insert_inbound(message);
    unit.messages().count_received({.messages = 1});
    row = *unit.conversations().find(row.shown.id);
    row.last_inbound_at = now;
    row.shown.unread += 1;
    row.shown.last_message = wire::LastMessage{text, wire::Direction::kIn, wire::AuthorKind::kGuest, "text", now};
    if (row.ownership.owner == wire::Owner::kAgent) row.turn_due_at = now;
    unit.conversations().save(row, now);
    return row.shown.id;
  });
}

std::string Stage::agent_wrote(const std::string& conversation_id, const std::string& text,
                               const std::vector<agent::Fact>& facts) {
  return write([conversation_id, text, facts, now = clock.now()](ports::UnitOfWork& unit) {
    const auto row = unit.conversations().find(conversation_id);
    wire::Message message;
    message.id = wire::new_id(now);
    message.conversation_id = conversation_id;
    message.direction = wire::Direction::kOut;
    message.author = {wire::AuthorKind::kAgent, ""};
    message.text = text;
    message.why = {{"language", "es"}, {"facts", agent::facts_json(facts)}};
    message.status = wire::MessageStatus::kQueued;
    message.sent_at = message.created_at = now;
    unit.messages().insert(message, "");
    ports::OutboxRow out;
    out.id = message.id;
    out.conversation_id = conversation_id;
    out.number_id = row->number_id;
    out.by_agent = true;
    out.turn_token = row->ownership.turn_token;
    out.purpose = domain::Purpose::kFact;
    out.payload = {{"type", "text"}, {"text", {{"body", text}}}};
    out.created_at = out.next_at = now;
    unit.outbox().enqueue(out);
    return message.id;
  });
}

ports::ConversationRow Stage::row(const std::string& conversation_id) {
  return *read([conversation_id](ports::UnitOfWork& unit) { return unit.conversations().find(conversation_id); });
}

std::int64_t Stage::last_seq() {
  return read([](ports::UnitOfWork& unit) { return unit.events().last_seq(); });
}

}  // namespace hotel::app
