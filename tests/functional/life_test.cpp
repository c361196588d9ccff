// Starting, stopping, dying and bad input of the daemon itself.
#include <atomic>
#include <csignal>
#include <set>
#include <thread>

#include "functional/stack.h"
#include "wire/codec.h"

using namespace hotel::test;
namespace wire = hotel::wire;

class Life : public OnBothEngines {};
INSTANTIATE_TEST_SUITE_P(Engines, Life, testing::Values(Engine::kSqlite, Engine::kPostgres), engine_name);

TEST_P(Life, WhatWasAcknowledgedIsThereAfterKillMinusNine) {
  Stack s{GetParam()};
  std::set<std::string> acknowledged;
  const auto old =
      std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count() -
      90'000;  // too old to be answered
  for (int round = 0; round < 3; ++round) {
    for (int i = 0; i < 20; ++i) acknowledged.insert(s.guest().say("durable", old));
    s.daemon.kill();
    s.daemon.start();
  }
  std::multiset<std::string> stored;
  const auto look = [&] {
    stored.clear();
    const auto list = s.daemon.get(s.desk(), "/conversations?view=all&limit=200").json();
    const auto* items = wire::array_of(list, "items");
    if (!items) return false;
    for (const auto& item : *items) {
      const auto messages = s.daemon.get(s.desk(), "/conversations/" + wire::text_of(item, "id") + "/messages").json();
      if (const auto* rows = wire::array_of(messages, "items"))
        for (const auto& m : *rows) stored.insert(wire::text_of(m, "external_id"));
    }
    return stored.size() >= acknowledged.size();
  };
  EXPECT_TRUE(eventually(look, std::chrono::seconds{20}));
  for (const auto& id : acknowledged) EXPECT_EQ(stored.count(id), 1u) << id;
}

// WhatsApp repeats what was not answered, all at once and more than once: everything is stored, processed and counted
// once, although the backlog gives way to the webhooks that still come.
TEST_P(Life, ABurstWithRepetitionsIsCountedOnce) {
  constexpr int kGuests = 16, kEach = 25;
  Stack s{GetParam()};
  const auto old =
      std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count() -
      90'000;  // too old to be answered
  std::vector<Guest> guests;
  for (int i = 0; i < kGuests; ++i) guests.push_back(s.guest());
  std::atomic<int> refused{0};
  std::vector<std::thread> senders;
  for (auto& guest : guests)
    senders.emplace_back([&guest, &refused, old] {
      try {
        for (int i = 0; i < kEach; ++i) {
          const auto id = guest.say("burst", old);
          guest.write("text", boost::json::object{{"body", "burst"}}, {{"id", id}}, old);
        }
      } catch (const std::exception&) {
        ++refused;
      }
    });
  for (auto& sender : senders) sender.join();
  EXPECT_EQ(refused, 0);
  GraphCall ours;
  ours.wamid = "wamid.unknown";
  ours.to = guests.front().phone();
  for (int i = 0; i < 2; ++i) EXPECT_EQ(s.graph.status(ours, "delivered"), 200);
  boost::json::object received;
  const auto processed = [&] {
    const auto overview = s.daemon.get(s.desk(), "/overview").json();
    const auto* seen = wire::object_of(overview, "received");
    const auto* inbox = wire::object_of(overview, "inbox");
    if (!seen || !inbox) return false;
    received = *seen;
    return inbox->at("waiting") == 0 && wire::integer_of(received, "statuses") == 1;
  };
  EXPECT_TRUE(eventually(processed, std::chrono::seconds{30}));
  EXPECT_EQ(wire::integer_of(received, "messages"), kGuests * kEach);
  EXPECT_EQ(wire::integer_of(received, "dead_letters"), 0);
  for (const auto& guest : guests) EXPECT_EQ(s.messages(guest.phone()).size(), std::size_t{kEach}) << guest.phone();
}

TEST_P(Life, SigtermEndsWithZeroAndKeepsEverything) {
  Stack s{GetParam()};
  auto guest = s.guest();
  s.ask(guest, "hola");
  EXPECT_EQ(s.daemon.stop(), 0);
  s.daemon.start();
  EXPECT_EQ(s.messages(guest.phone()).size(), 2u);
}

TEST(LifeSettings, EveryFaultIsNamedAtOnceWithExit78) {
  Stack s{Engine::kSqlite, {}, false};
  const auto bad = s.daemon.command({"serve"}, "",
                                    {{"ENVIRONMENT", "production"},
                                     {"PMS_TYPE", "mock"},
                                     {"WHATSAPP_MODE", "sandbox"},
                                     {"WHATSAPP_APP_SECRET", "changeme"},
                                     {"WHATSAPP_VERIFY_TOKEN", ""},
                                     {"LISTEN", "nowhere"},
                                     {"PMS_TIMEOUT", "soon"},
                                     {"METRICS_ALLOWED", "300.1.2.3/99"},
                                     {"BUSINESS_HOURS", "25:00-03"},
                                     {"LOG_LEVEL", "LOUD"}});
  EXPECT_EQ(bad.exit_code, 78) << bad.out;
  for (const char* name : {"PMS_TYPE", "WHATSAPP_MODE", "WHATSAPP_APP_SECRET", "WHATSAPP_VERIFY_TOKEN", "LISTEN",
                           "PMS_TIMEOUT", "METRICS_ALLOWED", "BUSINESS_HOURS", "LOG_LEVEL"})
    EXPECT_NE(bad.out.find(name), std::string::npos) << name << " is not named in " << bad.out;
  EXPECT_EQ(bad.out.find(s.pms.key), std::string::npos) << "a secret is shown";
  EXPECT_EQ(s.daemon.command({"no-such-subcommand"}).exit_code, 2);
  EXPECT_EQ(s.daemon.command({"--help"}).exit_code, 0);
}

TEST(LifeSandbox, ASimulatedGuestIsAnsweredWithoutAnyPeer) {
  Stack s{Engine::kSqlite, {{"ENVIRONMENT", "development"}, {"WHATSAPP_MODE", "sandbox"}, {"PMS_TYPE", "mock"}}};
  const auto said =
      s.daemon.post(s.desk(), "/sandbox/messages", {{"phone", "34600999888"}, {"name", "Prueba"}, {"text", "hola"}});
  ASSERT_LT(said.status, 300) << said.body;
  EXPECT_TRUE(eventually([&] {
    for (const auto& m : s.messages("34600999888"))
      if (wire::text_of(m, "direction") == "out" && wire::text_of(m, "status") != "queued") return true;
    return false;
  }));
  EXPECT_TRUE(s.graph.calls().empty());
}

TEST(LifeCommands, TokensWorkUntilTheyAreRevoked) {
  Stack s;
  const auto made = s.daemon.command({"token", "create", "robot", "--roles", "release", "--days", "1"});
  ASSERT_EQ(made.exit_code, 0) << made.out;
  auto token = made.out.substr(made.out.rfind(' ') + 1);
  while (!token.empty() && token.back() == '\n') token.pop_back();
  EXPECT_EQ(s.daemon.get(token, "/overview").status, 200);
  EXPECT_EQ(s.daemon.get(token, "/conversations").status, 403);
  EXPECT_EQ(s.daemon.command({"token", "revoke", "robot"}).exit_code, 0);
  EXPECT_TRUE(eventually([&] { return s.daemon.get(token, "/overview").status == 401; }, std::chrono::seconds{5}));
  EXPECT_EQ(s.daemon.log().find(token), std::string::npos);
}

TEST(LifeDeadLetters, UnreadableBodiesAreKeptAndTold) {
  Stack s;
  EXPECT_EQ(s.graph.post_webhook(R"({"object":"whatsapp_business_account","entry":[{"changes":[{"value":{"mess)"), 200);
  EXPECT_TRUE(eventually([&] { return !s.daemon.command({"dead-letters", "list"}).out.empty(); }));
  const auto alerts = s.daemon.get(s.desk(), "/alerts").json();
  const auto* items = wire::array_of(alerts, "items");
  ASSERT_TRUE(items);
  EXPECT_FALSE(items->empty());
}

TEST(LifeSettings, WhatHasNoEffectIsSaid) {
  Stack s{Engine::kSqlite,
          {{"REDIS_URL", "redis://127.0.0.1:1"}, {"LLM_BASE_URL", "http://127.0.0.1:1/v1"}, {"LLM_MODEL", "m"}}};
  const auto log = s.daemon.log();
  EXPECT_NE(log.find(R"("event":"settings.not_used","name":"REDIS_URL")"), std::string::npos) << log;
  EXPECT_EQ(log.find(R"("event":"settings.not_used","name":"LLM_BASE_URL")"), std::string::npos) << log;
}
