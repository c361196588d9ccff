#include "functional/stack.h"

#include <chrono>
#include <fmt/format.h>

#include "support/postgres/postgres_server.h"
#include "wire/codec.h"
#include "wire/time.h"

namespace hotel::test {
namespace {

constexpr const char* kToken = "EAAfunctionaltoken0123456789";
constexpr const char* kSecret = "functional-app-secret-0123456789";

std::string fresh_postgres() {
  static PostgresServer server;  // one cluster for all tests of this program, a database for each
  return server.fresh_database();
}

DaemonProcess::Environment settings(Engine engine, const FakeGraph& graph, const FakeQloApps& pms,
                                    const DaemonProcess::Environment& more) {
  DaemonProcess::Environment s{{"ENVIRONMENT", "staging"},
                               {"LOG_LEVEL", "DEBUG"},
                               {"PMS_TYPE", "qloapps"},
                               {"PMS_BASE_URL", pms.url()},
                               {"PMS_API_KEY", pms.key},
                               {"PMS_TIMEOUT", "3"},
                               {"PMS_SYNC_INTERVAL", "1"},
                               {"WHATSAPP_GRAPH_URL", graph.url()},
                               {"WHATSAPP_PHONE_NUMBER_ID", kFakeNumber},
                               {"WHATSAPP_APP_SECRET", kSecret},
                               {"WHATSAPP_VERIFY_TOKEN", "functional-verify-0123456789"},
                               {"WHATSAPP_ACCESS_TOKEN", kToken},
                               {"HOTEL_NAME", "Hotel Prueba"},
                               {"HOTEL_TIMEZONE", "UTC"},
                               {"HOTEL_CURRENCY", "USD"},
                               {"REPLY_DEBOUNCE_MS", "200"}};
  if (engine == Engine::kPostgres) s["POSTGRES_URL"] = fresh_postgres();
  for (const auto& [name, value] : more) s[name] = value;
  return s;
}

wire::Date day_from_now(int days) {
  const auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return wire::add_days(wire::Date{now}, days);
}

}  // namespace

std::string stay_day(int days) {
  const auto day = day_from_now(days);
  return fmt::format("{:02}/{:02}/{:04}", unsigned{day.day()}, unsigned{day.month()}, int{day.year()});
}

std::string iso_day(int days) {
  return wire::to_iso(day_from_now(days));
}

Stack::Stack(Engine engine, const DaemonProcess::Environment& more, bool start)
    : graph(kToken, kSecret), daemon(settings(engine, graph, pms, more)) {
  pms.set_now(
      std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count());
  graph.attach(daemon.url());
  if (start) daemon.start();
}

std::string Stack::desk() {
  if (token_.empty()) token_ = daemon.sign_in("ana", "frontdesk");
  return token_;
}

Guest Stack::guest() {
  return graph.guest(fmt::format("34600{:06}", ++guests_), "Ana Prueba");
}

boost::json::value Stack::conversation(const std::string& phone) {
  const auto list = daemon.get(desk(), "/conversations?view=all&limit=200").json();
  if (const auto* items = wire::array_of(list, "items"))
    for (const auto& item : *items)
      if (const auto* guest = wire::member(item, "guest"); guest && wire::text_of(*guest, "phone") == "+" + phone)
        return item;
  return nullptr;
}

std::vector<boost::json::value> Stack::messages(const std::string& phone) {
  const auto found = conversation(phone);
  const auto list = daemon.get(desk(), "/conversations/" + wire::text_of(found, "id") + "/messages?limit=200").json();
  const auto* items = wire::array_of(list, "items");
  return items ? std::vector<boost::json::value>(items->begin(), items->end()) : std::vector<boost::json::value>{};
}

std::string Stack::ask(Guest& guest, const std::string& line) {
  const auto before = graph.seen_by(guest.phone()).size();
  guest.say(line);
  const auto reply = graph.wait_reply(guest.phone(), before);
  EXPECT_TRUE(reply) << "no answer to: " << line;
  return reply ? reply->text : std::string{};
}

}  // namespace hotel::test
