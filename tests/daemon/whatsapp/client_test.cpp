#include "whatsapp/client.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph_fixture.h"

namespace hotel::test {
namespace {

using domain::SendClass;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

using GraphClient = GraphFixture;

TEST_F(GraphClient, SendsATextOnce) {
  const auto outcome = send_text("Su habitación está lista 😀");
  EXPECT_EQ(outcome.what, SendClass::kAccepted);
  EXPECT_TRUE(outcome.external_id.starts_with("wamid."));
  EXPECT_EQ(outcome.wa_id, "");
  const auto calls = graph_.calls();
  ASSERT_THAT(calls, SizeIs(1));
  EXPECT_EQ(calls[0].text, "Su habitación está lista 😀");
  EXPECT_EQ(calls[0].to, "15550100123");
  EXPECT_EQ(calls[0].body.at("to").as_string(), "+15550100123");
  EXPECT_EQ(calls[0].opaque, "outbox-1");
  EXPECT_EQ(calls[0].wamid, outcome.external_id);
  EXPECT_THAT(graph_.violations(), IsEmpty());
}

TEST_F(GraphClient, TheRequestIsTheOneMetaDocuments) {
  send_text();
  const auto requests = graph_.peer().requests();
  ASSERT_THAT(requests, SizeIs(1));
  EXPECT_EQ(requests[0].method, "POST");
  EXPECT_EQ(requests[0].target, "/v25.0/200000000000001/messages");
  EXPECT_EQ(requests[0].header("Authorization"), std::string{"Bearer "} + kToken);
  EXPECT_EQ(requests[0].header("Content-Type"), "application/json");
}

TEST_F(GraphClient, SendsToAUserIdWhenThePhoneIsHidden) {
  const auto outcome =
      run(client().send({kFakeNumber, "", "US.1000000000000000003", *whatsapp::text_payload("Yes"), "id"}));
  EXPECT_EQ(outcome.what, SendClass::kAccepted);
  const auto calls = graph_.calls();
  EXPECT_EQ(calls.at(0).body.at("recipient").as_string(), "US.1000000000000000003");
  EXPECT_FALSE(calls.at(0).body.contains("to"));
}

TEST_F(GraphClient, ReadMarksAndTypingHaveNoReceiver) {
  EXPECT_EQ(run(client().send({kFakeNumber, "", "", *whatsapp::read_payload("wamid.a", true), ""})).what,
            SendClass::kAccepted);
  EXPECT_EQ(graph_.calls().at(0).kind, "typing");
  EXPECT_FALSE(graph_.calls().at(0).body.contains("to"));
}

TEST_F(GraphClient, WhatBreaksARuleNeverLeaves) {
  const auto refused = [this](ports::Outgoing outgoing) {
    const auto outcome = run(client().send(std::move(outgoing)));
    EXPECT_EQ(outcome.what, SendClass::kRefused) << outcome.title;
    EXPECT_FALSE(outcome.title.empty());
  };
  refused(message({{"type", "text"}, {"text", {{"body", " "}}}}));
  refused({kFakeNumber, "", "", *whatsapp::text_payload("x"), "id"});
  refused({kFakeNumber, "", "group:abc", *whatsapp::text_payload("x"), "id"});
  refused({"../me", "15550100123", "", *whatsapp::text_payload("x"), "id"});
  refused({kFakeNumber, "15550100123", "", *whatsapp::text_payload("x"), std::string(513, 'x')});
  EXPECT_THAT(graph_.peer().requests(), IsEmpty());
}

TEST_F(GraphClient, RefusalsAreClassifiedByCode) {
  const std::vector<std::pair<int, SendClass>> cases{{131047, SendClass::kWindowClosed},
                                                     {131056, SendClass::kThrottledGuest},
                                                     {130429, SendClass::kThrottledNumber},
                                                     {80007, SendClass::kThrottledApp},
                                                     {131026, SendClass::kRefused},
                                                     {131042, SendClass::kTemplatesStopped},
                                                     {131000, SendClass::kUnknown},
                                                     {131016, SendClass::kUnknown},
                                                     {131057, SendClass::kMaintenance},
                                                     {190, SendClass::kAuth},
                                                     {10, SendClass::kAuth},
                                                     {132001, SendClass::kRefused}};
  for (const auto& [code, expected] : cases) {
    graph_.script(Script::error(code));
    const auto outcome = send_text();
    EXPECT_EQ(static_cast<int>(outcome.what), static_cast<int>(expected)) << code;
    EXPECT_EQ(outcome.code, code);
  }
  EXPECT_THAT(graph_.calls(), SizeIs(cases.size())) << "one call each: no retry in the client";
}

TEST_F(GraphClient, TheWaitThatMetaAsksForIsTold) {
  auto script = Script::error(130429);
  script.headers = {{"Retry-After", "7"}};
  graph_.script(script);
  EXPECT_EQ(send_text().retry_after, std::chrono::seconds{7});
}

TEST_F(GraphClient, ALostAnswerIsUnknownAndNotRepeated) {
  graph_.script(Script::cut());
  EXPECT_EQ(send_text().what, SendClass::kUnknown);
  graph_.script(Script::html(502, true));
  EXPECT_EQ(send_text().what, SendClass::kUnknown);
  EXPECT_THAT(graph_.calls(), SizeIs(2));
  EXPECT_THAT(graph_.seen_by("15550100123"), SizeIs(2)) << "the guest has both";
}

// The kept connection of the first message is cut by the second: a POST must not be repeated by the HTTP client either.
TEST_F(GraphClient, ACutKeptConnectionDoesNotSendTwice) {
  EXPECT_EQ(send_text("uno").what, SendClass::kAccepted);
  graph_.script(Script::cut());
  EXPECT_EQ(send_text("dos").what, SendClass::kUnknown);
  EXPECT_THAT(graph_.seen_by("15550100123"), SizeIs(2));
}

TEST_F(GraphClient, NoAnswerInTimeIsUnknown) {
  settings_ = settings();
  settings_->total_timeout = std::chrono::milliseconds{150};
  graph_.script(Script::hold());
  EXPECT_EQ(send_text().what, SendClass::kUnknown);
}

TEST_F(GraphClient, NobodyListeningIsNotSent) {
  settings_ = settings();
  settings_->graph_url = "http://127.0.0.1:" + std::to_string(refused_port());
  const auto outcome = send_text();
  EXPECT_EQ(outcome.what, SendClass::kNotSent);
  EXPECT_EQ(client().health().ok, std::optional<bool>{false});
}

TEST_F(GraphClient, AnUnknownNumberIsAnAccountMatter) {
  EXPECT_EQ(run(client().send({"299999999999999", "15550100123", "", *whatsapp::text_payload("x"), "id"})).what,
            SendClass::kAccount);
}

TEST_F(GraphClient, ANewTokenIsUsedAtOnce) {
  graph_.set_tokens({"EAAnew"});
  const auto outcome = send_text();
  EXPECT_EQ(outcome.what, SendClass::kAuth);
  EXPECT_EQ(outcome.code, 190);
  EXPECT_EQ(client().health().ok, std::optional<bool>{false});
  EXPECT_THAT(client().health().detail, HasSubstr("190"));
  client().set_token("EAAnew");
  EXPECT_EQ(send_text().what, SendClass::kAccepted);
  EXPECT_EQ(client().health().ok, std::optional<bool>{true});
}

TEST_F(GraphClient, HealthIsTheLastRealExchange) {
  EXPECT_FALSE(client().health().ok);
  EXPECT_FALSE(client().health().checked_at);
  graph_.script(Script::error(131026));
  send_text();
  EXPECT_EQ(client().health().ok, std::optional<bool>{true}) << "a refused message is a healthy answer";
  EXPECT_TRUE(client().health().checked_at);
  graph_.script(Script::html(503));
  send_text();
  EXPECT_EQ(client().health().ok, std::optional<bool>{false});
}

TEST_F(GraphClient, SecretsAreInNoText) {
  graph_.set_tokens({});
  const auto outcome = send_text();
  for (const auto& text : {outcome.title, outcome.detail, client().health().detail})
    EXPECT_EQ(text.find(kToken), std::string::npos);
}

TEST_F(GraphClient, TheNumberAnswersTheProbe) {
  const auto number = run(client().number(kFakeNumber));
  ASSERT_TRUE(number);
  EXPECT_EQ(number->display_phone_number, kFakeDisplay);
  EXPECT_EQ(number->quality_rating, "GREEN");
  EXPECT_THAT(graph_.others(),
              testing::ElementsAre("GET /v25.0/200000000000001?fields=display_phone_number,quality_rating,throughput"));
  graph_.set_tokens({});
  EXPECT_EQ(run(client().number(kFakeNumber)).error().code, base::ErrorCode::kUnauthenticated);
  EXPECT_EQ(run(client().number("x/../y")).error().code, base::ErrorCode::kInvalid);
}

TEST_F(GraphClient, EveryKindOfMessageIsTaken) {
  using namespace whatsapp;
  const std::vector<PayloadResult> payloads{text_payload("x", true),
                                            reaction_payload("wamid.a", "👍"),
                                            media_payload("image", {"1", ""}, "c"),
                                            media_payload("document", {"", "https://a.example/a.pdf"}, "", "a.pdf"),
                                            media_payload("audio", {"1", ""}, "", "", true),
                                            buttons_payload("b", {{"1", "a"}}, {"h", "f"}),
                                            list_payload("b", "c", {{"", {{"1", "a", "d"}}}}),
                                            url_payload("b", "c", "https://a.example"),
                                            location_payload(1, 2),
                                            location_request_payload("b"),
                                            contact_request_payload("b"),
                                            template_payload({{"name", "n"}, {"language", {{"code", "es"}}}})};
  for (const auto& payload : payloads) {
    ASSERT_TRUE(payload) << payload.error().detail;
    EXPECT_EQ(run(client().send(message(*payload))).what, SendClass::kAccepted);
  }
  EXPECT_THAT(graph_.violations(), IsEmpty());
}

}  // namespace
}  // namespace hotel::test
