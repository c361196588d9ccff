#include "whatsapp/graph_answer.h"

#include <boost/json/serialize.hpp>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <map>

#include "payload_files.h"

namespace hotel::whatsapp {
namespace {

namespace json = boost::json;
using domain::SendClass;

http::ClientResponse answer(int status, std::string body, std::vector<http::Header> headers = {}) {
  http::ClientResponse out;
  out.kind = http::ClientResponse::Kind::kAnswer;
  out.status = status;
  out.body = std::move(body);
  out.headers = std::move(headers);
  return out;
}

http::ClientResponse recorded(const test::OutboundFile& file) {
  if (file.response.at("status").is_null()) {
    http::ClientResponse lost;
    lost.kind = http::ClientResponse::Kind::kInterrupted;
    lost.fault = "connection closed";
    return lost;
  }
  std::vector<http::Header> headers;
  for (const auto& [name, value] : file.response.at("headers").as_object())
    headers.emplace_back(std::string{name}, std::string{value.as_string()});
  const auto& body = file.response.at("body");
  return answer(file.response.at("status").to_number<int>(),
                body.is_string() ? std::string{body.as_string()} : json::serialize(body), std::move(headers));
}

const std::map<std::string, SendClass> kRecordedErrors{
    {"error-token-expired", SendClass::kAuth},
    {"error-permission", SendClass::kAuth},
    {"error-unknown-phone-number-id", SendClass::kAccount},
    {"error-outside-window", SendClass::kWindowClosed},
    {"error-pair-rate", SendClass::kThrottledGuest},
    {"error-throughput", SendClass::kThrottledNumber},
    {"error-account-rate", SendClass::kThrottledApp},
    {"error-text-too-long", SendClass::kRefused},
    {"error-empty-text", SendClass::kRefused},
    {"error-button-title", SendClass::kRefused},
    {"error-not-allowed-number", SendClass::kRefused},
    {"error-template-params", SendClass::kRefused},
    {"error-template-line-break", SendClass::kRefused},
    {"error-template-missing", SendClass::kRefused},
    {"error-undeliverable", SendClass::kRefused},
    {"error-unknown", SendClass::kUnknown},
    {"error-service-unavailable", SendClass::kUnknown},
    {"error-payment", SendClass::kTemplatesStopped},
    {"error-html-gateway", SendClass::kUnknown},
    {"timeout-no-answer", SendClass::kUnknown},
};

class RecordedAnswer : public testing::TestWithParam<test::OutboundFile> {};

TEST_P(RecordedAnswer, IsClassified) {
  const auto& file = GetParam();
  if (file.name.starts_with("media-")) return;  // not sends: client_media_test
  const auto outcome = classify_send(recorded(file), "15550100123");
  const auto expected = kRecordedErrors.find(file.name);
  if (expected != kRecordedErrors.end()) {
    EXPECT_EQ(static_cast<int>(outcome.what), static_cast<int>(expected->second));
    EXPECT_TRUE(outcome.external_id.empty());
    EXPECT_FALSE(outcome.title.empty());
    EXPECT_EQ(outcome.title.find("(#"), std::string::npos);
    return;
  }
  ASSERT_FALSE(file.name.starts_with("error-")) << "a recorded error without an expectation";
  EXPECT_EQ(static_cast<int>(outcome.what), static_cast<int>(SendClass::kAccepted));
  EXPECT_EQ(outcome.external_id.empty(), file.name.starts_with("mark-read"));
}

INSTANTIATE_TEST_SUITE_P(Files, RecordedAnswer, testing::ValuesIn(test::outbound_files()));

std::string error_body(int code, std::string_view more = "") {
  return fmt::format(R"({{"error":{{"message":"(#{}) Text","type":"OAuthException","code":{}{}}}}})", code, code, more);
}

SendClass class_of_code(int code, int status, std::string_view more = "") {
  return classify_send(answer(status, error_body(code, more)), "1").what;
}

// Chapter 11 of the contract, row by row; the HTTP status must not matter.
TEST(GraphAnswer, TheTableOfCodes) {
  const std::map<SendClass, std::vector<int>> table{
      {SendClass::kAuth, {0, 190, 3, 10, 200, 250, 299, 131005}},
      {SendClass::kAccount, {33, 133010, 131045, 368, 131031, 131037}},
      {SendClass::kTemplatesStopped, {131042, 131044, 131048, 131064}},
      {SendClass::kThrottledApp, {4, 80007}},
      {SendClass::kThrottledNumber, {130429}},
      {SendClass::kThrottledGuest, {131056}},
      {SendClass::kUnknown, {1, 2, 131000, 131016, 133004}},
      {SendClass::kMaintenance, {131057, 2494100}},
      {SendClass::kWindowClosed, {131047}},
      {SendClass::kOptedOut, {131050}},
      {SendClass::kRefused,
       {100,    131008, 131009, 135000, 131021, 131026, 131030, 130497, 131049, 130472, 131051, 131063, 131052,
        131053, 131062, 132000, 132012, 132018, 132005, 132007, 132001, 132015, 132016, 132068, 132069, 137000}},
  };
  for (const auto& [expected, codes] : table)
    for (const int code : codes)
      for (const int status : {200, 400, 401, 403, 404, 429, 500, 503})
        EXPECT_EQ(static_cast<int>(class_of_code(code, status)), static_cast<int>(expected))
            << code << " with HTTP " << status;
  EXPECT_EQ(class_of_code(100, 400, R"(,"error_subcode":33)"), SendClass::kAccount);
}

TEST(GraphAnswer, UnknownCodesGoByStatusAndTransience) {
  EXPECT_EQ(class_of_code(999999, 400), SendClass::kRefused);
  EXPECT_EQ(class_of_code(999999, 500), SendClass::kUnknown);
  EXPECT_EQ(class_of_code(999999, 429), SendClass::kThrottledApp);
  EXPECT_EQ(class_of_code(999999, 401), SendClass::kAuth);
  EXPECT_EQ(class_of_code(999999, 400, R"(,"is_transient":true)"), SendClass::kUnknown);
  EXPECT_EQ(class_of_code(999999, 200), SendClass::kRefused);
  EXPECT_EQ(classify_send(answer(400, R"({"error":{"message":"no code"}})"), "1").what, SendClass::kRefused);
  EXPECT_EQ(classify_send(answer(400, R"({"error":"text only"})"), "1").what, SendClass::kRefused);
}

TEST(GraphAnswer, DetailsComeInSeveralShapes) {
  EXPECT_EQ(
      classify_send(answer(400, error_body(131009, R"(,"error_data":{"details":"Button title length invalid"})")), "1")
          .detail,
      "Button title length invalid");
  EXPECT_EQ(classify_send(answer(400, error_body(131009, R"(,"error_data":"as a text")")), "1").detail, "as a text");
  EXPECT_EQ(classify_send(answer(400, error_body(131009, R"(,"error_user_msg":"for the user")")), "1").detail,
            "for the user");
  const auto plain = classify_send(answer(400, error_body(131009)), "1");
  EXPECT_EQ(plain.detail, "");
  EXPECT_EQ(plain.title, "Text");
  EXPECT_EQ(plain.code, 131009);
  EXPECT_EQ(classify_send(answer(400, R"({"error":{"code":"131047","message":"x"}})"), "1").what,
            SendClass::kWindowClosed)
      << "a code as text";
}

TEST(GraphAnswer, AnswersThatAreNoGraphAnswers) {
  EXPECT_EQ(classify_send(answer(200, ""), "1").what, SendClass::kUnknown);
  EXPECT_EQ(classify_send(answer(200, "<html>"), "1").what, SendClass::kUnknown);
  EXPECT_EQ(classify_send(answer(200, R"({"messages":[]})"), "1").what, SendClass::kUnknown);
  EXPECT_EQ(classify_send(answer(200, R"({"messages":[{"id":""}]})"), "1").what, SendClass::kUnknown);
  EXPECT_EQ(classify_send(answer(502, "<html>"), "1").what, SendClass::kUnknown);
  EXPECT_EQ(classify_send(answer(504, ""), "1").what, SendClass::kUnknown);
  EXPECT_EQ(classify_send(answer(408, ""), "1").what, SendClass::kUnknown);
  EXPECT_EQ(classify_send(answer(301, ""), "1").what, SendClass::kAccount);
  EXPECT_EQ(classify_send(answer(404, "<html>"), "1").what, SendClass::kRefused);
  EXPECT_EQ(classify_send(answer(401, ""), "1").what, SendClass::kAuth);
}

TEST(GraphAnswer, HowFarTheRequestGotDecides) {
  http::ClientResponse none;
  none.kind = http::ClientResponse::Kind::kNotSent;
  none.fault = "connection refused";
  EXPECT_EQ(classify_send(none, "1").what, SendClass::kNotSent);
  EXPECT_EQ(classify_send(none, "1").detail, "connection refused");
  none.kind = http::ClientResponse::Kind::kInterrupted;
  EXPECT_EQ(classify_send(none, "1").what, SendClass::kUnknown);
}

TEST(GraphAnswer, WaitingTimesAreTakenFromTheHeaders) {
  using std::chrono::seconds;
  EXPECT_EQ(classify_send(answer(429, error_body(130429), {{"Retry-After", "17"}}), "1").retry_after, seconds{17});
  EXPECT_EQ(classify_send(answer(429, error_body(130429), {{"Retry-After", "soon"}}), "1").retry_after, std::nullopt);
  EXPECT_EQ(classify_send(answer(429, error_body(130429), {{"Retry-After", "-1"}}), "1").retry_after, std::nullopt);
  EXPECT_EQ(classify_send(answer(429, error_body(130429), {{"Retry-After", "99999999"}}), "1").retry_after,
            seconds{24 * 3600});
  EXPECT_EQ(classify_send(recorded(test::outbound_file("error-account-rate")), "1").retry_after, seconds{12 * 60});
  EXPECT_EQ(classify_send(answer(400, error_body(131049)), "1").retry_after, seconds{24 * 3600});
}

TEST(GraphAnswer, AnotherWaIdIsAFurtherIdentity) {
  const std::string body =
      R"({"contacts":[{"input":"+541100000101","wa_id":"5491100000101"}],"messages":[{"id":"wamid.a"}]})";
  EXPECT_EQ(classify_send(answer(200, body), "541100000101").wa_id, "5491100000101");
  EXPECT_EQ(classify_send(answer(200, body), "5491100000101").wa_id, "");
  EXPECT_EQ(classify_send(recorded(test::outbound_file("template-held")), "15550100123").detail,
            "held_for_quality_assessment");
}

TEST(GraphAnswer, OtherCallsTellWhatToDo) {
  using base::ErrorCode;
  EXPECT_EQ(classify_call(answer(401, error_body(190))).code, ErrorCode::kUnauthenticated);
  EXPECT_EQ(classify_call(answer(400, error_body(100, R"(,"error_subcode":33)"))).code, ErrorCode::kForbidden);
  EXPECT_EQ(classify_call(answer(400, error_body(80007))).code, ErrorCode::kTooMany);
  EXPECT_EQ(classify_call(answer(500, "")).code, ErrorCode::kUnavailable);
  EXPECT_EQ(classify_call(answer(404, "")).code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace hotel::whatsapp
