// The fake judges as Meta does: held against the recorded pairs, which were not made by it.
#include "support/fake_graph/fake_graph.h"

#include <boost/json/parse.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>

#include "payload_files.h"
#include "whatsapp/signature.h"
#include "whatsapp/webhook_parse.h"

namespace hotel::test {
namespace {

namespace json = boost::json;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class FakeJudge : public testing::TestWithParam<OutboundFile> {};

TEST_P(FakeJudge, RefusesWhatMetaRefusedByShape) {
  const auto& file = GetParam();
  if (file.name.starts_with("media-")) return;
  const auto verdict = fake_graph::judge(file.request.at("body"));
  const std::map<std::string, int> by_shape{{"error-text-too-long", 100},
                                            {"error-empty-text", 100},
                                            {"error-button-title", 131009},
                                            {"error-template-line-break", 100}};
  const auto expected = by_shape.find(file.name);
  EXPECT_EQ(verdict.refused, expected == by_shape.end() ? 0 : expected->second) << verdict.details;
  EXPECT_THAT(verdict.violations, IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Files, FakeJudge, testing::ValuesIn(outbound_files()));

TEST(FakeGraphRules, WhatMetaTakesAndWeForbidIsAViolation) {
  const auto violations = [](std::string_view body) { return fake_graph::judge(json::parse(body)).violations; };
  EXPECT_THAT(
      violations(
          R"({"messaging_product":"whatsapp","recipient_type":"individual","to":"15550100123","type":"text","text":{"body":"x"}})"),
      SizeIs(1));
  EXPECT_THAT(violations(R"({"messaging_product":"whatsapp","to":"+15550100123","type":"text","text":{"body":"x"}})"),
              SizeIs(1));
  EXPECT_THAT(
      violations(
          R"({"messaging_product":"whatsapp","recipient_type":"individual","to":"+15550100123","type":"text","text":{"body":"**x**"}})"),
      SizeIs(1));
}

// A small daemon of this test: takes the webhook, checks it with the product's own code.
class FakeGuest : public testing::Test {
 protected:
  FakeGuest() {
    daemon_.always("POST", "/webhooks/whatsapp", [](const PeerRequest& request) {
      const bool right = whatsapp::signature_is_right(request.body, {request.header("X-Hub-Signature-256")}, {kSecret});
      return PeerReply::json(right ? 200 : 401, "");
    });
    graph_.attach(daemon_.url());
  }

  std::vector<whatsapp::Inbound> received() const {
    std::vector<whatsapp::Inbound> out;
    for (const auto& request : daemon_.requests())
      for (auto& element : whatsapp::parse_webhook(request.body, {kFakeNumber}, 1'900'000'000'000).elements)
        if (auto* in = std::get_if<whatsapp::Inbound>(&element)) out.push_back(std::move(*in));
    return out;
  }

  static constexpr const char* kSecret = "a-secret-of-this-test";
  FakeGraph graph_{"token", kSecret};
  Peer daemon_;
};

TEST_F(FakeGuest, SpeaksThroughTheWebhook) {
  auto guest = graph_.guest("34600000111", "Íñigo 😀");
  const auto id = guest.say("¿Tienen lugar? 2/3 <50%> a@b.example");
  const auto in = received();
  ASSERT_THAT(in, SizeIs(1));
  EXPECT_EQ(in[0].message.shown.external_id, id);
  EXPECT_EQ(in[0].message.shown.text, "¿Tienen lugar? 2/3 <50%> a@b.example");
  EXPECT_EQ(in[0].who.name, "Íñigo 😀");
}

TEST_F(FakeGuest, SendsFilesThatCanBeFetched) {
  auto guest = graph_.guest("34600000111");
  guest.media("image", "bytes", "image/jpeg", {{"caption", "mi pasaporte"}});
  const auto in = received();
  ASSERT_THAT(in, SizeIs(1));
  EXPECT_EQ(in[0].message.shown.text, "mi pasaporte");
  EXPECT_EQ(in[0].message.shown.media.at("state").as_string(), "pending");
}

TEST_F(FakeGuest, TapsWhatItWasOffered) {
  GraphCall call;
  call.wamid = "wamid.offer";
  call.body =
      json::parse(
          R"({"interactive":{"type":"list","action":{"sections":[{"rows":[{"id":"a","title":"A"},{"id":"b","title":"B"}]}]}}})")
          .as_object();
  EXPECT_THAT(call.choices(), ElementsAre("a", "b"));
  graph_.guest("34600000111").tap(call, 1);
  const auto in = received();
  ASSERT_THAT(in, SizeIs(1));
  EXPECT_EQ(in[0].message.shown.interactive.at("id").as_string(), "b");
  EXPECT_EQ(in[0].message.shown.reply_to, "wamid.offer");
}

TEST_F(FakeGuest, TellsStatuses) {
  GraphCall call;
  call.wamid = "wamid.ours";
  call.to = "34600000111";
  call.opaque = "outbox-1";
  EXPECT_EQ(graph_.status(call, "delivered"), 200);
  const auto parsed = whatsapp::parse_webhook(daemon_.requests().at(0).body, {kFakeNumber}, 1'900'000'000'000);
  const auto& status = std::get<whatsapp::Status>(parsed.elements.at(0));
  EXPECT_EQ(status.row.external_id, "wamid.ours");
  EXPECT_EQ(status.row.opaque, "outbox-1");
}

TEST_F(FakeGuest, NoticesADaemonThatRefuses) {
  FakeGraph other{"token", "another secret"};
  other.attach(daemon_.url());
  EXPECT_THROW(other.guest("34600000111").say("hola"), std::runtime_error);
}

TEST_F(FakeGuest, AbsentDaemonsAreNoAnswer) {
  graph_.attach("http://127.0.0.1:" + std::to_string(refused_port()));
  EXPECT_EQ(graph_.post_webhook("{}"), 0);
}

}  // namespace
}  // namespace hotel::test
