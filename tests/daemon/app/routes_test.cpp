// The staff API: who may call what, what it answers, and that release managers see no guest's data.
#include <gtest/gtest.h>
#include <map>

#include "app/booking_request_json.h"
#include "staff_stage.h"
#include "wire/codec.h"
#include "wire/ids.h"

namespace hotel::app {
namespace {

namespace json = boost::json;
using Who = std::string;  // "public", "any", "frontdesk", "release", "admin"

const std::map<std::string, Who> kTable{
    {"POST /api/v1/session", "public"},
    {"DELETE /api/v1/session", "any"},
    {"GET /api/v1/me", "any"},
    {"GET /api/v1/events", "any"},
    {"GET /api/v1/conversations", "frontdesk"},
    {"GET /api/v1/conversations/{id}", "frontdesk"},
    {"GET /api/v1/conversations/{id}/messages", "frontdesk"},
    {"POST /api/v1/conversations/{id}/messages", "frontdesk"},
    {"POST /api/v1/conversations/{id}/notes", "frontdesk"},
    {"POST /api/v1/conversations/{id}/takeover", "frontdesk"},
    {"POST /api/v1/conversations/{id}/handback", "frontdesk"},
    {"POST /api/v1/conversations/{id}/assign", "frontdesk"},
    {"POST /api/v1/conversations/{id}/snooze", "frontdesk"},
    {"POST /api/v1/conversations/{id}/close", "frontdesk"},
    {"POST /api/v1/conversations/{id}/reopen", "frontdesk"},
    {"POST /api/v1/conversations/{id}/labels", "frontdesk"},
    {"POST /api/v1/conversations/{id}/typing", "frontdesk"},
    {"POST /api/v1/conversations/{id}/read", "frontdesk"},
    {"POST /api/v1/conversations/{id}/unread", "frontdesk"},
    {"GET /api/v1/conversations/{id}/draft", "frontdesk"},
    {"POST /api/v1/conversations/{id}/draft/approve", "frontdesk"},
    {"POST /api/v1/conversations/{id}/draft/discard", "frontdesk"},
    {"GET /api/v1/messages/{id}/media", "frontdesk"},
    {"GET /api/v1/search", "frontdesk"},
    {"GET /api/v1/availability", "frontdesk"},
    {"GET /api/v1/bookings", "frontdesk"},
    {"POST /api/v1/bookings", "frontdesk"},
    {"GET /api/v1/bookings/{id}", "frontdesk"},
    {"PATCH /api/v1/bookings/{id}", "frontdesk"},
    {"POST /api/v1/bookings/{id}/cancel", "frontdesk"},
    {"GET /api/v1/bookings/intents/{id}", "frontdesk"},
    {"GET /api/v1/knowledge", "frontdesk"},
    {"GET /api/v1/knowledge/{key}", "frontdesk"},
    {"PUT /api/v1/knowledge/{key}", "frontdesk"},
    {"DELETE /api/v1/knowledge/{key}", "frontdesk"},
    {"GET /api/v1/knowledge/{key}/history", "frontdesk"},
    {"GET /api/v1/canned-replies", "frontdesk"},
    {"POST /api/v1/canned-replies", "frontdesk"},
    {"PUT /api/v1/canned-replies/{id}", "frontdesk"},
    {"DELETE /api/v1/canned-replies/{id}", "frontdesk"},
    {"GET /api/v1/templates", "frontdesk"},
    {"GET /api/v1/tickets", "frontdesk"},
    {"POST /api/v1/tickets/{id}/done", "frontdesk"},
    {"POST /api/v1/tickets/{id}/reopen", "frontdesk"},
    {"GET /api/v1/alerts", "any"},
    {"POST /api/v1/alerts/{id}/ack", "any"},
    {"GET /api/v1/audit", "any"},
    {"GET /api/v1/overview", "any"},
    {"POST /webhooks/alertmanager", "public"},
    {"GET /api/v1/users", "admin"},
    {"POST /api/v1/users", "admin"},
    {"POST /api/v1/users/{name}/disable", "admin"},
    {"POST /api/v1/users/{name}/password", "admin"},
    {"GET /api/v1/settings", "admin"},
    {"GET /api/v1/environments", "release"},
    {"GET /api/v1/deployments", "release"},
    {"GET /api/v1/releases", "release"},
    {"POST /api/v1/sandbox/messages", "any"},
};

bool may(const Who& who, const std::string& role) {
  if (who == "public") return true;
  if (role.empty()) return false;
  if (who == "any" || role == "admin") return true;
  if (who == "frontdesk") return role == "frontdesk";
  return who == "release" && role != "frontdesk";
}

TEST(RouteTableTest, EveryRouteWithEveryRole) {
  Stage stage(WhatsAppMode::kSandbox);
  std::size_t tried = 0;
  for (const auto& route : stage.router.routes()) {
    const auto known = kTable.find(route.method + " " + route.pattern);
    ASSERT_NE(known, kTable.end()) << "a route that this table does not know: " << route.method << " " << route.pattern;
    for (const std::string role :
         {"", "frontdesk", "release", "admin", "release_manager", "operations", "hotel_manager", "owner"}) {
      std::optional<http::Principal> principal;
      if (!role.empty()) principal = http::Principal{"somebody", {role}, "session", false};
      EXPECT_EQ(http::allows(route.access, principal), may(known->second, role))
          << route.method << " " << route.pattern << " as " << (role.empty() ? "nobody" : role);
      ++tried;
    }
  }
  EXPECT_EQ(tried, kTable.size() * 8);
}

TEST(RouteTableTest, TheSandboxExistsOnlyInTheSandbox) {
  Stage cloud;
  EXPECT_EQ(cloud.post("/sandbox/messages", {{"phone", "5491100000101"}, {"text", "hola"}}).status, 404);
  Stage sandbox(WhatsAppMode::kSandbox);
  const auto answer =
      sandbox.post("/sandbox/messages", {{"phone", "+54 9 11 0000 0101"}, {"name", "Ana"}, {"text", "¿hola?"}}, "s-1");
  ASSERT_EQ(answer.status, 201) << answer.text;
  EXPECT_EQ(
      sandbox.post("/sandbox/messages", {{"phone", "+54 9 11 0000 0101"}, {"name", "Ana"}, {"text", "¿hola?"}}, "s-1")
          .text,
      answer.text);
  ASSERT_EQ(sandbox.sandbox_bodies.size(), 1U);
  EXPECT_NE(sandbox.sandbox_bodies.front().find(answer.at("external_id")), std::string::npos);
  EXPECT_EQ(sandbox.post("/sandbox/messages", {{"phone", "12"}, {"text", "hola"}}).status, 422);
  EXPECT_EQ(sandbox.post("/sandbox/messages", {{"phone", "5491100000101"}}).status, 422);
}

class RoutesTest : public testing::Test {
 protected:
  static json::array items(const Answer& answer) { return answer.body.as_object().at("items").as_array(); }

  Stage stage;
};

TEST_F(RoutesTest, ListsHaveItemsNextAndANumber) {
  for (int i = 0; i < 5; ++i) {
    stage.guest_wrote("hola " + std::to_string(i), "549110000010" + std::to_string(i));
    stage.clock.advance(std::chrono::seconds{1});
  }
  std::vector<std::string> seen;
  std::string cursor;
  for (int page = 0; page < 3; ++page) {
    const auto answer = stage.get("/conversations?view=all&limit=2" + (cursor.empty() ? "" : "&cursor=" + cursor));
    ASSERT_EQ(answer.status, 200);
    for (const auto& item : items(answer)) seen.emplace_back(item.at("last_message").at("text").as_string());
    EXPECT_EQ(answer.at("as_of_seq"), std::to_string(stage.last_seq()));
    cursor = answer.at("next");
    EXPECT_EQ(cursor == "null", page == 2);
  }
  EXPECT_EQ(seen, (std::vector<std::string>{"hola 4", "hola 3", "hola 2", "hola 1", "hola 0"}));
  EXPECT_EQ(stage.get("/conversations?view=everything").code(), "invalid");
  EXPECT_EQ(stage.get("/conversations?limit=0").status, 422);
  EXPECT_EQ(stage.get("/conversations/no-such-id").code(), "not_found");
  EXPECT_EQ(stage.get("/conversations/no-such-id/messages").status, 404);
}

TEST_F(RoutesTest, WrongBodiesAreRefusedAndUnknownFieldsIgnored) {
  const auto id = stage.guest_wrote("hola");
  const auto raw = [&](const std::string& path, json::value body) {
    return stage.post("/conversations/" + id + path, std::move(body));
  };
  EXPECT_EQ(raw("/assign", json::array{}).code(), "invalid");
  EXPECT_EQ(raw("/assign", {{"assignee", 5}}).code(), "invalid");
  EXPECT_EQ(raw("/assign", {{"assignee", "luis"}, {"colour", "red"}}).status, 200);
  EXPECT_EQ(raw("/snooze", {{"until", "tomorrow"}}).code(), "invalid");
  EXPECT_EQ(raw("/labels", json::object{}).code(), "invalid");
  EXPECT_EQ(raw("/draft/approve", json::object{}).code(), "not_now");
  EXPECT_EQ(stage.get("/conversations/" + id + "/draft").text, "{\"draft\":null}");
  EXPECT_EQ(stage.get("/conversations/unknown/draft").status, 404);
}

TEST_F(RoutesTest, ATypingLeaseNamesItsHolder) {
  const auto id = stage.guest_wrote("hola");
  ASSERT_EQ(stage.post("/conversations/" + id + "/typing").at("user"), "ana");
  const auto other = stage.post("/conversations/" + id + "/typing", json::object{}, "", "luis");
  EXPECT_EQ(other.at("user"), "ana");
  EXPECT_EQ(other.at("until"), wire::to_rfc3339(stage.clock.now() + kTypingLease));
}

TEST_F(RoutesTest, AFileGoesToWhatsAppOnceAndCanBeReadBack) {
  const auto id = stage.guest_wrote("hola");
  const json::object body{
      {"client_id", "m-1"},
      {"last_seen_seq", stage.last_seq()},
      {"media", {{"type", "image"}, {"mime_type", "image/png"}, {"data", "cG5nIGJ5dGVz"}, {"caption", "el mapa"}}}};
  const auto first = stage.post("/conversations/" + id + "/messages", body);
  ASSERT_EQ(first.status, 201) << first.text;
  EXPECT_EQ(stage.post("/conversations/" + id + "/messages", body).text, first.text);
  EXPECT_EQ(stage.messenger.uploaded, std::vector<std::string>{"png bytes"});
  EXPECT_EQ(first.text.find("cG5nIGJ5dGVz"), std::string::npos);
  const auto file = stage.get("/messages/" + first.at("id") + "/media");
  EXPECT_EQ(file.status, 200);
  EXPECT_EQ(file.text, "png bytes");
  EXPECT_EQ(file.header("Content-Type"), "image/png");
  EXPECT_EQ(file.header("X-Content-Type-Options"), "nosniff");
  const auto claimed = stage.write(
      [now = stage.clock.now()](ports::UnitOfWork& unit) { return unit.outbox().claim(now, now + 60'000, 10); });
  ASSERT_EQ(claimed.size(), 1U);
  EXPECT_EQ(claimed.front().payload,
            (json::object{{"type", "image"}, {"image", {{"id", "media-1"}, {"caption", "el mapa"}}}}));
}

TEST_F(RoutesTest, APathOfAFileNeverComesFromOutside) {
  const auto id = stage.guest_wrote("hola");
  const json::object body{
      {"client_id", "m-1"},
      {"last_seen_seq", stage.last_seq()},
      {"media", {{"type", "image"}, {"id", "1"}, {"file", "../hotel-agent.db"}, {"state", "stored"}}}};
  const auto sent = stage.post("/conversations/" + id + "/messages", body);
  ASSERT_EQ(sent.status, 201);
  EXPECT_EQ(stage.get("/messages/" + sent.at("id") + "/media").status, 404);
}

TEST_F(RoutesTest, ATemplateIsShownWithItsParameters) {
  stage.write([](ports::UnitOfWork& unit) {
    unit.content().put_template("booking_update", "es",
                                {{"name", "booking_update"},
                                 {"language", "es"},
                                 {"status", "APPROVED"},
                                 {"body", "Hola {{1}}, le esperamos a las {{2}}."}});
  });
  const auto id = stage.guest_wrote("hola");
  stage.clock.advance(std::chrono::hours{30});
  const json::value parameters = json::parse(
      R"([{"type":"body","parameters":[{"type":"text","text":"Ana {{2}}"},{"type":"text","text":"15:00"}]}])");
  const auto sent = stage.post(
      "/conversations/" + id + "/messages",
      {{"client_id", "t-1"},
       {"last_seen_seq", stage.last_seq()},
       {"template", {{"name", "booking_update"}, {"language", {{"code", "es"}}}, {"components", parameters}}}});
  ASSERT_EQ(sent.status, 201) << sent.text;
  EXPECT_TRUE(sent.at("text").starts_with("Hola Ana ")) << sent.at("text");
  EXPECT_TRUE(sent.at("text").ends_with("a las 15:00.")) << sent.at("text");
}

TEST_F(RoutesTest, ReleaseManagersSeeNoGuestAnywhere) {
  const std::string secret = "texto-privado-777", phone = "5491155512345", name = "Nombre Secretisimo";
  const auto id = stage.guest_wrote(secret, phone, name);
  stage.post("/conversations/" + id + "/takeover");
  stage.post("/conversations/" + id + "/notes", {{"text", secret}});
  stage.post("/conversations/" + id + "/messages",
             {{"text", secret}, {"client_id", "c"}, {"last_seen_seq", stage.last_seq()}});
  stage.post("/conversations/" + id + "/handback", {{"note", secret}});
  stage.post("/conversations/" + id + "/assign", {{"assignee", "luis"}});
  stage.post("/conversations/" + id + "/close");
  std::string seen;
  for (const char* path : {"/alerts", "/overview", "/audit", "/me"}) seen += stage.get(path, "rita").text;
  for (const auto& needle : {secret, phone, phone.substr(phone.size() - 9), name})
    EXPECT_EQ(seen.find(needle), std::string::npos) << needle;
  EXPECT_EQ(stage.get("/conversations", "rita").status, 403);
  const auto audit = stage.get("/audit", "rita");
  std::vector<std::string> actions;
  for (const auto& entry : items(audit)) actions.emplace_back(entry.at("action").as_string());
  EXPECT_EQ(actions, (std::vector<std::string>{"conversation.close", "conversation.assign", "conversation.handback",
                                               "conversation.takeover"}));
}

TEST_F(RoutesTest, TheOverviewCounts) {
  stage.guest_wrote("hola", "5491100000101");
  const auto second = stage.guest_wrote("hola", "5491100000102");
  stage.post("/conversations/" + second + "/takeover");
  const auto overview = stage.get("/overview").body.as_object();
  const auto& counts = overview.at("conversations").as_object();
  EXPECT_EQ(json::serialize(counts), R"({"waiting":1,"mine":1,"unassigned":0,"agent":1,"all":2,"closed":0})");
  EXPECT_EQ(json::serialize(overview.at("received")), R"({"messages":2,"statuses":0,"foreign":0,"dead_letters":0})");
}

TEST_F(RoutesTest, AlertmanagerNeedsItsTokenAndFoldsRepetitions) {
  const auto alarm = [](const char* status) {
    return json::parse(
        std::string{R"({"version":"4","status":"firing","receiver":"hotel","alerts":[{"status":")"} + status +
        R"(","labels":{"alertname":"QueueOld","severity":"critical"},"annotations":{"summary":"too old"},"fingerprint":"0123456789abcdef"}]})");
  };
  const auto tell = [&](const char* status, const std::string& token) {
    return stage.ask({"POST", "/webhooks/alertmanager", alarm(status), "", {{"Authorization", token}}, {}}).status;
  };
  const std::string right = "Bearer an alarm token of this test";
  for (const std::string wrong :
       {"", "Bearer wrong", "Bearer an alarm token of this testx", "an alarm token of this test"})
    EXPECT_EQ(tell("firing", wrong), 401) << wrong;
  EXPECT_TRUE(items(stage.get("/alerts")).empty());
  EXPECT_EQ(tell("firing", right), 200);
  EXPECT_EQ(tell("firing", right), 200);
  auto alerts = items(stage.get("/alerts", "rita"));
  ASSERT_EQ(alerts.size(), 1U);
  EXPECT_EQ(alerts[0].at("text").as_string(), "QueueOld: too old");
  EXPECT_EQ(alerts[0].at("severity").as_string(), "critical");
  EXPECT_EQ(tell("resolved", right), 200);
  alerts = items(stage.get("/alerts"));
  ASSERT_EQ(alerts.size(), 1U);
  EXPECT_EQ(alerts[0].at("acked_by").as_string(), "alertmanager");
  EXPECT_EQ(tell("firing", right), 200);
  alerts = items(stage.get("/alerts"));
  ASSERT_EQ(alerts.size(), 2U);
  const auto acked =
      stage.post("/alerts/" + std::string{alerts[0].at("id").as_string()} + "/ack", json::object{}, "", "rita");
  EXPECT_EQ(acked.at("acked_by"), "rita");
  EXPECT_EQ(stage.post("/alerts/unknown/ack").status, 404);
}

TEST_F(RoutesTest, WithoutATokenInTheSettingsNoAlarmIsTaken) {
  stage.settings.alert_webhook_token.clear();
  EXPECT_EQ(
      stage.ask({"POST", "/webhooks/alertmanager", json::object{}, "", {{"Authorization", "Bearer "}}, {}}).status,
      401);
}

TEST_F(RoutesTest, KnowledgeKeepsVersionsAndRefusesAnOldOne) {
  const auto put = [&](json::object body) {
    return stage.ask({"PUT", "/knowledge/parking", std::move(body), "ana", {}, {}});
  };
  const auto first = put({{"language", "es"}, {"text", "Gratis."}});
  ASSERT_EQ(first.status, 200) << first.text;
  const auto version = first.body.at("version").as_int64();
  EXPECT_EQ(first.at("updated_by"), "ana");
  EXPECT_EQ(put({{"language", "es"}, {"text", "10 al día."}, {"version", version}}).status, 200);
  EXPECT_EQ(put({{"language", "es"}, {"text", "12 al día."}, {"version", version}}).code(), "version_conflict");
  EXPECT_EQ(put({{"language", "xx"}, {"text", "?"}}).code(), "invalid");
  const auto list = items(stage.get("/knowledge"));
  ASSERT_EQ(list.size(), 1U);
  EXPECT_EQ(list[0].at("text").as_string(), "10 al día.");
  EXPECT_GE(items(stage.get("/knowledge/parking/history?language=es")).size(), 1U);
}

TEST_F(RoutesTest, CannedRepliesAreMadeChangedAndRemoved) {
  const auto made = stage.post("/canned-replies", {{"title", "Saludo"}, {"language", "es"}, {"text", "Hola {{name}}"}});
  ASSERT_EQ(made.status, 201) << made.text;
  const auto path = "/canned-replies/" + made.at("id");
  EXPECT_EQ(
      stage.ask({"PUT", path, json::object{{"title", "Saludo"}, {"language", "es"}, {"text", "Buenas"}}, "ana", {}, {}})
          .status,
      200);
  EXPECT_EQ(items(stage.get("/canned-replies")).size(), 1U);
  EXPECT_EQ(stage.ask({"DELETE", path, nullptr, "ana", {}, {}}).status, 204);
  EXPECT_EQ(stage.ask({"DELETE", path, nullptr, "ana", {}, {}}).status, 404);
  EXPECT_EQ(stage.ask({"PUT", path, json::object{{"title", "Saludo"}, {"text", "Buenas"}}, "ana", {}, {}}).status, 404);
}

TEST_F(RoutesTest, UsersAreMadeAndTheLastAdministratorStays) {
  const auto made = stage.post(
      "/users", {{"name", "berta"}, {"roles", {"frontdesk"}}, {"password", "the right password"}}, "", "root");
  ASSERT_EQ(made.status, 201) << made.text;
  EXPECT_EQ(made.text.find("argon2"), std::string::npos);
  EXPECT_EQ(
      stage.post("/users", {{"name", "berta"}, {"roles", {"admin"}}, {"password", "the right password"}}, "", "root")
          .status,
      409);
  EXPECT_EQ(
      stage.post("/users", {{"name", "b b"}, {"roles", {"frontdesk"}}, {"password", "the right password"}}, "", "root")
          .status,
      422);
  EXPECT_EQ(stage.post("/users", {{"name", "bb"}, {"roles", {"boss"}}, {"password", "the right password"}}, "", "root")
                .status,
            422);
  EXPECT_EQ(stage.post("/users", {{"name", "bb"}, {"roles", {"frontdesk"}}, {"password", "short"}}, "", "root").status,
            422);
  EXPECT_EQ(stage.post("/users/berta/password", {{"password", "another password"}}, "", "root").status, 204);
  EXPECT_EQ(stage.post("/session", {{"user", "berta"}, {"password", "another password"}}, "", "").status, 201);
  EXPECT_EQ(stage.post("/users/root/disable", json::object{}, "", "root").code(), "not_now");
  EXPECT_EQ(stage.post("/users/berta/disable", json::object{}, "", "root").at("disabled"), "true");
  const auto users = stage.get("/users", "root").text;
  EXPECT_NE(users.find("berta"), std::string::npos);
  EXPECT_EQ(users.find("argon2"), std::string::npos);
}

TEST_F(RoutesTest, SettingsShowNoSecret) {
  const auto answer = stage.get("/settings", "root");
  ASSERT_EQ(answer.status, 200);
  for (const auto& secret :
       {stage.settings.app_secrets.front(), stage.settings.access_token, stage.settings.alert_webhook_token})
    EXPECT_EQ(answer.text.find(secret), std::string::npos);
  EXPECT_NE(answer.text.find("REPLY_DEBOUNCE_MS"), std::string::npos);
  for (const char* path : {"/environments", "/deployments", "/releases"})
    EXPECT_TRUE(items(stage.get(path, "rita")).empty()) << path;
}

class BookingRoutesTest : public RoutesTest {
 protected:
  BookingRoutesTest() {
    domain::Offer offer;
    offer.type = {"3", "Double Room", 2, 1, 3};
    offer.free = 2;
    offer.fits = true;
    offer.nightly = {10'000, "USD"};
    offer.one_room = offer.total = {20'000, "USD"};
    auto suite = offer;
    suite.type = {"5", "Suite", 2, 2, 4};
    suite.free = 1;
    suite.one_room = suite.total = {50'000, "USD"};
    stage.pms.offered.offers = {offer, suite};
    stage.pms.offered.source = "mock";
  }
  std::string day(int from_today) {
    return wire::to_iso(wire::add_days(stage.zone.today(stage.clock.now()), from_today));
  }
  json::object order() {
    return {{"check_in", day(3)},  {"check_out", day(5)},       {"adults", 2},
            {"room_type_id", "3"}, {"guest_name", "Ana Gómez"}, {"phone", "+54 9 11 0000 0101"}};
  }
};

TEST_F(BookingRoutesTest, AvailabilityIsCheckedBeforeThePmsIsAsked) {
  const auto found =
      stage.get("/availability?check_in=" + day(3) + "&check_out=" + day(5) + "&adults=3&children=4,7&rooms=2");
  ASSERT_EQ(found.status, 200) << found.text;
  EXPECT_EQ(json::serialize(found.body.at("rooms")), R"([{"adults":2,"children":[7]},{"adults":1,"children":[4]}])");
  EXPECT_EQ(found.body.at("offers").at(0).at("total").at("amount").as_string(), "200.00");
  EXPECT_EQ(found.body.at("offers").at(1).at("one_room").at("amount").as_string(), "500.00");
  const int asked = stage.pms.asked;
  for (const auto& wrong : {"check_in=" + day(5) + "&check_out=" + day(3),
                            "check_in=" + day(-2) + "&check_out=" + day(3), "check_in=2026-02-30&check_out=" + day(3),
                            std::string{"adults=2"}, "check_in=" + day(3) + "&check_out=" + day(5) + "&children=x"})
    EXPECT_EQ(stage.get("/availability?" + wrong).code(), "invalid") << wrong;
  EXPECT_EQ(stage.pms.asked, asked);
}

TEST_F(BookingRoutesTest, AnOrderIsKeptOnceAndCanBeFollowed) {
  const auto ordered = stage.post("/bookings", order(), "b-1");
  ASSERT_EQ(ordered.status, 202) << ordered.text;
  stage.pms.offered.offers.front().free = 0;  // our own booking took the last room
  EXPECT_EQ(stage.post("/bookings", order(), "b-1").text, ordered.text);
  EXPECT_EQ(stage.post("/bookings", order(), "b-2").code(), "sold_out");
  const auto intent = stage.get("/bookings/intents/" + ordered.at("intent_id"));
  EXPECT_EQ(intent.at("state"), "new");
  EXPECT_EQ(intent.text.find("Gómez"), std::string::npos);
  const auto kept =
      stage.read([id = ordered.at("intent_id")](ports::UnitOfWork& unit) { return unit.bookings().intent(id); });
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->conversation_id, "");
  EXPECT_EQ(kept->request.at("marker").as_string(), ordered.at("intent_id"));
  EXPECT_EQ(kept->request.at("first_name").as_string(), "Ana");
  EXPECT_EQ(kept->request.at("expected_total").at("amount").as_string(), "200.00");
  EXPECT_EQ(stage.get("/bookings/intents/unknown").status, 404);
}

TEST_F(BookingRoutesTest, WhatWasNotShownIsNotBooked) {
  const auto refused = [&](json::object change) {
    auto body = order();
    for (const auto& [key, value] : change) body[key] = value;
    return stage.post("/bookings", body).code();
  };
  EXPECT_EQ(refused({{"expected_total", {{"amount", "180.00"}, {"currency", "USD"}}}}), "conflict");
  EXPECT_EQ(refused({{"room_type_id", "99"}}), "invalid");
  EXPECT_EQ(refused({{"phone", "x"}}), "invalid");
  EXPECT_EQ(refused({{"guest_name", ""}}), "invalid");
  EXPECT_EQ(refused({{"email", "nobody"}}), "invalid");
  EXPECT_EQ(refused({{"adults", 0}}), "invalid");
  EXPECT_EQ(refused({{"adults", 5}}), "invalid");
  EXPECT_EQ(refused({{"room_type_id", nullptr}}), "invalid");
  EXPECT_EQ(refused({{"room_type_ids", {"3"}}}), "invalid");  // beside room_type_id
}

TEST_F(BookingRoutesTest, EveryRoomMayHaveATypeOfItsOwn) {
  auto body = order();
  body.erase("room_type_id");
  body["rooms"] = json::array{json::object{{"adults", 2}}, json::object{{"adults", 2}, {"children", {4, 7}}}};
  const auto refused = [&](json::array types) {
    body["room_type_ids"] = std::move(types);
    return stage.post("/bookings", body).code();
  };
  EXPECT_EQ(refused({"5", "3"}), "invalid");  // four people do not fit into the double room
  EXPECT_EQ(refused({"3"}), "invalid");
  EXPECT_EQ(refused({"3", ""}), "invalid");
  EXPECT_EQ(refused({"3", 5}), "invalid");
  EXPECT_EQ(refused({"3", "99"}), "invalid");
  EXPECT_EQ(refused({"5", "5"}), "sold_out");  // only one suite is free
  body["room_type_ids"] = {"3", "5"};
  body["expected_total"] = {{"amount", "400.00"}, {"currency", "USD"}};
  EXPECT_EQ(stage.post("/bookings", body).code(), "conflict");
  body["expected_total"] = {{"amount", "700.00"}, {"currency", "USD"}};
  const auto ordered = stage.post("/bookings", body);
  ASSERT_EQ(ordered.status, 202) << ordered.text;
  const auto kept =
      stage.read([id = ordered.at("intent_id")](ports::UnitOfWork& unit) { return unit.bookings().intent(id); });
  const auto request = booking_request_from_json(kept->request);
  ASSERT_TRUE(request);
  EXPECT_EQ(request->room_type_ids, (std::vector<std::string>{"3", "5"}));
  EXPECT_EQ(request->expected_total, (wire::Money{70'000, "USD"}));
}

TEST(StoredOrder, OneTypeForAllRoomsIsReadAndWrittenForOlderReleases) {
  auto stored = wire::parse_json(R"({"marker":"m","check_in":"2027-03-12","check_out":"2027-03-15",
      "rooms":[{"adults":2,"child_ages":[]},{"adults":1,"child_ages":[4]}],"room_type_id":"2","first_name":"Ana",
      "last_name":"G","email":"","phone":"600","expected_total":{"amount":"10.00","currency":"USD"}})");
  auto request = booking_request_from_json(*stored);
  ASSERT_TRUE(request);
  EXPECT_EQ(request->room_type_ids, (std::vector<std::string>{"2", "2"}));
  EXPECT_EQ(to_json(*request).at("room_type_id").as_string(), "2");
  request->room_type_ids = {"2", "5"};
  const auto mixed = to_json(*request);
  EXPECT_FALSE(mixed.contains("room_type_id"));
  EXPECT_EQ(booking_request_from_json(mixed)->room_type_ids, request->room_type_ids);
}

TEST_F(BookingRoutesTest, AChangeMayNameAnotherRoomType) {
  wire::Booking booking;
  booking.id = "17";
  const auto today = stage.zone.today(stage.clock.now());
  booking.rooms.push_back({"1", "Double Room", "", wire::add_days(today, 3), wire::add_days(today, 5), 2, 1,
                           wire::BookingState::kConfirmed});
  stage.pms.held = booking;
  const auto change = [&](json::object body) {
    return stage.ask({"PATCH", "/bookings/17", std::move(body), "ana", {}, {}});
  };
  const auto answer = change({{"room_type_id", "5"}});
  ASSERT_EQ(answer.status, 200) << answer.text;
  EXPECT_EQ(stage.pms.change_asked.room_type_id, "5");
  EXPECT_EQ(stage.pms.change_asked.stay.check_in, wire::add_days(today, 3));
  EXPECT_EQ(stage.pms.change_asked.stay.rooms.at(0).people(), 3);
  ASSERT_EQ(change({{"check_out", day(6)}}).status, 200);
  EXPECT_EQ(stage.pms.change_asked.room_type_id, "");  // the type it has
  EXPECT_EQ(change({{"room_type_id", ""}}).code(), "invalid");
  EXPECT_EQ(change({{"room_type_id", json::array{"5"}}}).code(), "invalid");
  EXPECT_EQ(stage.pms.changed, 2);
}

TEST_F(BookingRoutesTest, BookingsComeFromTheCopyElseFromThePms) {
  wire::Booking booking;
  booking.id = "17";
  booking.reference = "ABCDEF";
  booking.phone = "+5491100000101";
  booking.rooms.push_back({"1", "Double Room", "", wire::add_days(stage.zone.today(stage.clock.now()), 3),
                           wire::add_days(stage.zone.today(stage.clock.now()), 5), 2, 0,
                           wire::BookingState::kConfirmed});
  stage.pms.held = booking;
  EXPECT_EQ(stage.get("/bookings/99").status, 404);
  EXPECT_EQ(items(stage.get("/bookings?reference=ABCDEF")).size(), 1U);  // the PMS knew it, the copy does now
  EXPECT_EQ(items(stage.get("/bookings?phone=5491100000101")).size(), 1U);
  stage.pms.held.reset();
  EXPECT_EQ(stage.get("/bookings/17").at("reference"), "ABCDEF");
  EXPECT_EQ(stage.get("/bookings/17?fresh=true").status, 404);
  const auto cancelled = stage.post("/bookings/17/cancel", json::object{}, "c-1");
  ASSERT_EQ(cancelled.status, 202) << cancelled.text;
  EXPECT_EQ(cancelled.at("kind"), "cancel");
  EXPECT_EQ(stage.get("/bookings?from=soon").code(), "invalid");
}

}  // namespace
}  // namespace hotel::app
