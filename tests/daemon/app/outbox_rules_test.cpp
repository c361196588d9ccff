// Nothing of the agent leaves the outbox without a fresh fact for each of its claims.
#include "app/outbox_rules.h"

#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>

#include "agent/evidence.h"
#include "staff_stage.h"

namespace hotel::app {
namespace {

using namespace std::chrono_literals;

std::vector<ClaimedSend> claim(Stage& stage) {
  return stage.write([now = stage.clock.now()](ports::UnitOfWork& unit) {
    return claim_sends(unit, now, now + 45'000, 10, std::chrono::seconds{120});
  });
}

wire::Message message(Stage& stage, const std::string& id) {
  return *stage.read([id](ports::UnitOfWork& unit) { return unit.messages().find(id); });
}

TEST(OutboxEvidence, APriceWithItsFactLeaves) {
  Stage stage;
  const auto conversation = stage.guest_wrote("¿precio?");
  stage.agent_wrote(conversation, "Son USD 332.64",
                    {agent::fact_of_offer("total", "USD 332.64", "es", "mock", stage.clock.now())});
  const auto sends = claim(stage);
  ASSERT_EQ(sends.size(), 1U);
  EXPECT_EQ(boost::json::serialize(sends[0].message.payload), R"({"type":"text","text":{"body":"Son USD 332.64"}})");
}

TEST(OutboxEvidence, APriceWithoutAFactIsRefusedAndShownToStaff) {
  Stage stage;
  const auto conversation = stage.guest_wrote("¿precio?");
  const auto id = stage.agent_wrote(conversation, "Son USD 300.00",
                                    {agent::fact_of_offer("total", "USD 332.64", "es", "mock", stage.clock.now())});
  EXPECT_TRUE(claim(stage).empty());
  EXPECT_TRUE(claim(stage).empty());  // the row is gone, not tried again
  const auto refused = message(stage, id);
  EXPECT_EQ(refused.status, wire::MessageStatus::kRefused);
  EXPECT_EQ(refused.error.at("code").as_string(), "claim_unbound");
  EXPECT_EQ(refused.error.at("detail").as_string(), "No fact says: USD 300.00");
  const auto row = stage.row(conversation);
  EXPECT_EQ(row.shown.handover_reason, "claim_unbound");
  EXPECT_TRUE(row.shown.waiting_since.has_value());
  const auto alerts = stage.read([](ports::UnitOfWork& unit) { return unit.alerts().list("", 10); });
  ASSERT_EQ(alerts.items.size(), 1U);
  EXPECT_EQ(alerts.items[0].kind, "claim_unbound");
}

TEST(OutboxEvidence, APriceThatWaitedTooLongIsRefused) {
  Stage stage;
  const auto conversation = stage.guest_wrote("¿precio?");
  const auto id = stage.agent_wrote(conversation, "Son USD 332.64",
                                    {agent::fact_of_offer("total", "USD 332.64", "es", "mock", stage.clock.now())});
  stage.clock.advance(5min + 1s);
  EXPECT_TRUE(claim(stage).empty());
  EXPECT_EQ(message(stage, id).error.at("code").as_string(), "claim_stale");
}

TEST(OutboxEvidence, WhatClaimsNothingNeedsNoFact) {
  Stage stage;
  const auto conversation = stage.guest_wrote("hola");
  stage.agent_wrote(conversation, "¡Hola! ¿En qué puedo ayudar?");
  EXPECT_EQ(claim(stage).size(), 1U);
}

}  // namespace
}  // namespace hotel::app
