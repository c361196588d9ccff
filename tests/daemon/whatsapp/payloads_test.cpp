#include "whatsapp/payloads.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "payload_files.h"
#include "whatsapp/client.h"

namespace hotel::whatsapp {
namespace {

namespace json = boost::json;
using testing::HasSubstr;

const std::string kQuoted = "wamid.HBgLMTU1NTAxMDAxMjMVAgASGBQzQUExMTcwNzI1QThCNjgyQjI1MwA=";

json::object built(PayloadResult result) {
  EXPECT_TRUE(result) << result.error().detail;
  return result ? *result : json::object{};
}

std::string refusal(const PayloadResult& result) {
  return result ? "accepted" : result.error().detail;
}

// The whole request as GraphClient sends it, against the recorded one.
void expect_request(std::string_view name, json::object payload, std::string phone = "15550100123",
                    std::string user_id = {}, std::string callback = {}) {
  const auto body =
      complete_body({test::kOurNumber, std::move(phone), std::move(user_id), std::move(payload), std::move(callback)});
  ASSERT_TRUE(body) << name;
  EXPECT_EQ(json::value(*body), test::outbound_file(name).request.at("body"))
      << json::serialize(*body) << "\n"
      << json::serialize(test::outbound_file(name).request.at("body"));
}

TEST(Payloads, ThereAreFortyTwoRecordedPairs) {
  EXPECT_EQ(test::outbound_files().size(), 42U);
}

TEST(Payloads, TextsEqualTheRecordedOnes) {
  expect_request("text", built(text_payload("Your room is ready. *Welcome!*", false)), "15550100123", {},
                 "outbox-7f3a0001");
  expect_request("text-reply", quoting(built(text_payload("Yes, until 12:00.")), kQuoted));
  expect_request("to-username-guest", built(text_payload("Yes, dogs are welcome.")), {}, "US.1000000000000000003");
  expect_request("timeout-no-answer", built(text_payload("Your booking is confirmed.")), "15550100123", {},
                 "outbox-7f3a0042");
  expect_request("error-not-allowed-number", built(text_payload("hi")), "5491100000101");
  for (const std::string_view name :
       {"error-token-expired", "error-permission", "error-outside-window", "error-pair-rate", "error-throughput",
        "error-account-rate", "error-unknown", "error-service-unavailable", "error-payment", "error-html-gateway",
        "error-unknown-phone-number-id"})
    expect_request(name, built(text_payload("Your room is ready.", false)));
  expect_request("error-undeliverable", built(text_payload("hi")), "15550100999");
}

TEST(Payloads, ReactionsEqualTheRecordedOnes) {
  expect_request("reaction", built(reaction_payload(kQuoted, "👍")));
  expect_request("reaction-remove", built(reaction_payload(kQuoted, "")));
}

TEST(Payloads, MediaEqualTheRecordedOnes) {
  expect_request("image-by-id", built(media_payload("image", {"1100000000000001", ""}, "Your room")));
  expect_request("document-by-link", built(media_payload("document", {"", "https://files.hotel.example/invoice-42.pdf"},
                                                         "Your invoice", "invoice-42.pdf")));
  expect_request("voice-note", built(media_payload("audio", {"1100000000000002", ""}, "", "", true)));
}

TEST(Payloads, InteractiveOnesEqualTheRecordedOnes) {
  expect_request("buttons",
                 built(buttons_payload("Double room, Friday to Sunday, 240 EUR. Confirm?",
                                       {{"confirm:42", "Confirm"}, {"change:42", "Change"}, {"cancel:42", "Cancel"}},
                                       {"Booking 42", "Hotel Example"})));
  expect_request("list",
                 built(list_payload("Which room do you prefer?", "See rooms",
                                    {{"Standard", {{"room:1", "Single", "80 EUR"}, {"room:2", "Double", "120 EUR"}}},
                                     {"Superior", {{"room:3", "Suite", ""}}}},
                                    {"Rooms", "Prices per night"})));
  expect_request("cta-url",
                 built(url_payload("Fill in your check-in form.", "Open form", "https://checkin.hotel.example/42")));
  expect_request("location-request", built(location_request_payload("Where shall the shuttle fetch you?")));
  expect_request("ask-for-phone", built(contact_request_payload("May we have your phone number for the booking?")), {},
                 "US.1000000000000000003");
}

TEST(Payloads, LocationAndMarksEqualTheRecordedOnes) {
  expect_request("location", built(location_payload(-34.60372, -58.38159, "Hotel Example", "Example Avenue 1")));
  expect_request("mark-read", built(read_payload(kQuoted)));
  expect_request("mark-read-typing", built(read_payload(kQuoted, true)));
}

TEST(Payloads, TemplatesEqualTheRecordedOnes) {
  for (const std::string_view name : {"template", "template-held", "error-template-params", "error-template-missing"})
    expect_request(name,
                   built(template_payload(test::outbound_file(name).request.at("body").at("template").as_object())));
}

TEST(Payloads, WhatWasRecordedAsRefusedIsRefusedHere) {
  EXPECT_THAT(refusal(text_payload("")), HasSubstr("must not be empty"));
  EXPECT_THAT(refusal(text_payload(" \n")), HasSubstr("must not be empty"));
  EXPECT_THAT(refusal(text_payload(std::string(4097, 'x'))), HasSubstr("4096"));
  EXPECT_THAT(refusal(buttons_payload("?", {{"a", "A title far over twenty characters"}})), HasSubstr("20"));
  for (const std::string_view name :
       {"error-text-too-long", "error-empty-text", "error-button-title", "error-template-line-break"})
    EXPECT_TRUE(fault_of(test::outbound_file(name).request.at("body").as_object())) << name;
}

TEST(Payloads, NoRecordedGoodOneIsRefused) {
  for (const auto& file : test::outbound_files()) {
    const auto& body = file.request.at("body");
    if (!body.is_object() || !file.response.at("body").is_object() ||
        file.response.at("body").as_object().contains("error"))
      continue;
    const auto fault = fault_of(body.as_object());
    EXPECT_FALSE(fault) << file.file << ": " << fault->detail;
  }
}

TEST(Payloads, LimitsAreMetToTheUnit) {
  const auto repeated = [](std::size_t n, std::string_view text = "x") {
    std::string out;
    for (std::size_t i = 0; i < n; ++i) out += text;
    return out;
  };
  const std::vector<ListRow> row{{"1", "a", ""}};
  const std::vector<std::pair<std::size_t, std::function<PayloadResult(std::string)>>> cases{
      {4096, [](std::string s) { return text_payload(s); }},
      {20, [](std::string s) { return buttons_payload("b", {{"1", s}}); }},
      {256, [](std::string s) { return buttons_payload("b", {{s, "t"}}); }},
      {1024, [](std::string s) { return buttons_payload(s, {{"1", "t"}}); }},
      {60, [](std::string s) { return buttons_payload("b", {{"1", "t"}}, {s, ""}); }},
      {60, [](std::string s) { return buttons_payload("b", {{"1", "t"}}, {"", s}); }},
      {20, [&](std::string s) { return list_payload("b", s, {{"", row}}); }},
      {1024, [&](std::string s) { return list_payload(s, "b", {{"", row}}); }},
      {24, [&](std::string s) { return list_payload("b", "b", {{s, row}}); }},
      {24, [](std::string s) { return list_payload("b", "b", {{"", {{"1", s, ""}}}}); }},
      {72, [](std::string s) { return list_payload("b", "b", {{"", {{"1", "t", s}}}}); }},
      {200, [](std::string s) { return list_payload("b", "b", {{"", {{s, "t", ""}}}}); }},
      {20, [](std::string s) { return url_payload("b", s, "https://hotel.example"); }},
      {1024, [](std::string s) { return url_payload(s, "t", "https://hotel.example"); }},
      {1024, [](std::string s) { return location_request_payload(s); }},
      {1024, [](std::string s) { return media_payload("image", {"1", ""}, s); }},
  };
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const auto& [limit, build] = cases[i];
    EXPECT_TRUE(build(repeated(limit))) << i;
    EXPECT_FALSE(build(repeated(limit + 1))) << i;
    EXPECT_TRUE(build(repeated(limit / 2, "😀"))) << i;
    EXPECT_FALSE(build(repeated(limit / 2 + 1, "😀"))) << i << ": an emoji counts twice";
  }
}

TEST(Payloads, ChoicesAreCountedAndDistinct) {
  EXPECT_THAT(refusal(buttons_payload("b", {})), HasSubstr("between 1 and 3"));
  EXPECT_THAT(refusal(buttons_payload("b", {{"1", "a"}, {"2", "b"}, {"3", "c"}, {"4", "d"}})), HasSubstr("list"));
  EXPECT_THAT(refusal(buttons_payload("b", {{"1", "a"}, {"1", "b"}})), HasSubstr("differ"));
  EXPECT_THAT(refusal(buttons_payload("b", {{"1", "a"}, {"2", "a"}})), HasSubstr("differ"));
  EXPECT_THAT(refusal(buttons_payload("b", {{"1", "a "}})), HasSubstr("blank"));
  EXPECT_THAT(refusal(buttons_payload(" ", {{"1", "a"}})), HasSubstr("body"));
  std::vector<ListRow> eleven;
  for (int i = 0; i < 11; ++i) eleven.push_back({std::to_string(i), "t", ""});
  EXPECT_THAT(refusal(list_payload("b", "b", {{"", eleven}})), HasSubstr("at most 10 rows"));
  eleven.pop_back();
  EXPECT_TRUE(list_payload("b", "b", {{"", eleven}}));
  EXPECT_THAT(refusal(list_payload("b", "b", {{"", {{"1", "a", ""}}}, {"x", {{"2", "b", ""}}}})), HasSubstr("section"));
  EXPECT_THAT(refusal(list_payload("b", "b", {{"a", {{"1", "a", ""}}}, {"x", {{"1", "b", ""}}}})), HasSubstr("differ"));
  EXPECT_THAT(refusal(list_payload("b", "b", {})), HasSubstr("between 1 and 10 sections"));
}

TEST(Payloads, MediaRules) {
  EXPECT_THAT(refusal(media_payload("image", {})), HasSubstr("exactly one"));
  EXPECT_THAT(refusal(media_payload("image", {"1", "https://a.example"})), HasSubstr("exactly one"));
  EXPECT_THAT(refusal(media_payload("audio", {"1", ""}, "words")), HasSubstr("no caption"));
  EXPECT_THAT(refusal(media_payload("image", {"", "file:///etc/passwd"})), HasSubstr("https://"));
  EXPECT_THAT(refusal(media_payload("image", {"1", ""}, "", "a.jpg")), HasSubstr("filename"));
}

TEST(Payloads, PlacesMustExist) {
  EXPECT_FALSE(location_payload(91, 0));
  EXPECT_FALSE(location_payload(0, -181));
  EXPECT_FALSE(location_payload(std::numeric_limits<double>::quiet_NaN(), 0));
}

TEST(Payloads, TemplateParametersAreTidied) {
  const auto tidy = template_payload(
      json::parse(
          R"({"name":"n","language":{"code":"es"},"note":"x","components":[{"type":"body","parameters":[{"type":"text","text":" two\n\tlines     x "}]}]})")
          .as_object());
  ASSERT_TRUE(tidy);
  const auto& content = tidy->at("template").as_object();
  EXPECT_EQ(content.at("components").at(0).at("parameters").at(0).at("text").as_string(), "two lines x");
  EXPECT_FALSE(content.contains("note"));
  EXPECT_FALSE(template_payload(
      json::parse(
          R"({"name":"n","language":{"code":"es"},"components":[{"type":"body","parameters":[{"type":"text","text":" "}]}]})")
          .as_object()));
  EXPECT_FALSE(template_payload(json::parse(R"({"language":{"code":"es"}})").as_object()));
  EXPECT_FALSE(template_payload(json::parse(R"({"name":"n"})").as_object()));
  EXPECT_TRUE(template_payload(json::parse(R"({"name":"n","language":"es"})").as_object()))
      << "a bare code is meant as one";
}

TEST(Payloads, ReactionsCannotQuote) {
  auto reaction = built(reaction_payload(kQuoted, "👍"));
  EXPECT_EQ(quoting(reaction, "wamid.x"), reaction);
  reaction["context"] = {{"message_id", "wamid.x"}};
  EXPECT_TRUE(fault_of(reaction));
}

TEST(Payloads, UnknownShapesAreRefusedWithoutThrowing) {
  for (const std::string_view text :
       {"{}", R"({"type":"text"})", R"({"type":"text","text":"x"})", R"({"type":"hologram","hologram":{}})",
        R"({"status":"delivered"})",
        R"({"type":"interactive","interactive":{"type":"flow","action":{},"body":{"text":"x"}}})",
        R"({"type":"interactive","interactive":{}})",
        R"({"type":"template","template":{"name":"n","language":{"code":"es"},"components":[7]}})", R"({"type":7})",
        R"({"type":"template","template":{"name":"n","language":{"code":"es"},"components":7}})"})
    EXPECT_TRUE(fault_of(json::parse(text).as_object())) << text;
}

TEST(Payloads, WhatAPersonReads) {
  EXPECT_EQ(render_text(built(text_payload("Buenas"))), "Buenas");
  EXPECT_EQ(render_text(built(buttons_payload("¿Confirma?", {{"1", "Sí"}}, {"Reserva", "Hotel"}))),
            "Reserva\n¿Confirma?\nHotel");
  EXPECT_EQ(render_text(built(media_payload("image", {"1", ""}, "Su habitación"))), "Su habitación");
  EXPECT_EQ(render_text(built(media_payload("document", {"1", ""}, "", "a.pdf"))), "[document] a.pdf");
  EXPECT_EQ(render_text(built(location_payload(1, 2, "Hotel"))), "[location] Hotel");
  EXPECT_EQ(render_text(built(reaction_payload(kQuoted, "👍"))), "👍");
  EXPECT_EQ(render_text(built(read_payload(kQuoted))), "");
  const auto& recorded = test::outbound_file("template").request.at("body").as_object();
  EXPECT_EQ(render_text(recorded), "[template] checkin_reminder: Ana, viernes 12");
  EXPECT_EQ(render_text(recorded, "Hola {{guest}}, lo esperamos el {{date}}."),
            "Hola Ana, lo esperamos el viernes 12.");
  const auto positional = built(template_payload(
      json::parse(
          R"({"name":"n","language":{"code":"es"},"components":[{"type":"body","parameters":[{"type":"text","text":"A"},{"type":"text","text":"{{1}}"}]}]})")
          .as_object()));
  EXPECT_EQ(render_text(positional, "{{1}} y {{2}}"), "A y {{1}}");
}

TEST(Payloads, ChoicesForTheMessageRow) {
  const auto buttons = choices_of(built(buttons_payload("b", {{"1", "Sí"}, {"2", "No"}})));
  EXPECT_EQ(json::value(buttons),
            json::parse(R"({"type":"button","buttons":[{"id":"1","title":"Sí"},{"id":"2","title":"No"}]})"));
  const auto list =
      choices_of(built(list_payload("b", "Ver", {{"A", {{"1", "Doble", "80"}}}, {"B", {{"2", "Suite", ""}}}})));
  EXPECT_EQ(
      json::value(list),
      json::parse(
          R"({"type":"list","button":"Ver","rows":[{"id":"1","title":"Doble","description":"80"},{"id":"2","title":"Suite"}]})"));
  EXPECT_TRUE(choices_of(built(text_payload("x"))).empty());
}

TEST(CompleteBody, NeedsAReceiverThatCanBeSentTo) {
  const auto text = built(text_payload("x"));
  EXPECT_FALSE(complete_body({"1", "", "", text, ""}));
  EXPECT_FALSE(complete_body({"1", "", "group:abc", text, ""})) << "groups are not answered";
  EXPECT_FALSE(complete_body({"1", "12", "", text, ""}));
  const auto both = complete_body({"1", "34600000111", "ES.1", text, "id"});
  ASSERT_TRUE(both);
  EXPECT_EQ(both->at("to").as_string(), "+34600000111");
  EXPECT_FALSE(both->contains("recipient"));
  EXPECT_FALSE(
      complete_body({"1", "", "", built(read_payload("wamid.a")), "id"})->contains("biz_opaque_callback_data"));
}

}  // namespace
}  // namespace hotel::whatsapp
