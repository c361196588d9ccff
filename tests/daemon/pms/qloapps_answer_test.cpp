#include "pms/qloapps_answer.h"

#include <gtest/gtest.h>

namespace hotel::pms {
namespace {

using Kind = Answer::Kind;
using base::ErrorCode;

http::ClientResponse answer(int status, std::string body, std::string type = "application/json") {
  http::ClientResponse out;
  out.kind = http::ClientResponse::Kind::kAnswer;
  out.status = status;
  out.body = std::move(body);
  out.headers = {{"Content-type", std::move(type)}};
  return out;
}

http::ClientResponse none(http::ClientResponse::Kind kind) {
  http::ClientResponse out;
  out.kind = kind;
  out.fault = "scripted";
  return out;
}

ErrorCode code(const http::ClientResponse& response, Effect effect) {
  return error_of(read_answer(response, effect)).code;
}

TEST(QloAppsAnswer, WithoutAnAnswer) {
  EXPECT_EQ(code(none(http::ClientResponse::Kind::kNotSent), Effect::kRead), ErrorCode::kPmsUnavailable);
  EXPECT_EQ(code(none(http::ClientResponse::Kind::kNotSent), Effect::kWrite), ErrorCode::kPmsUnavailable);
  EXPECT_EQ(code(none(http::ClientResponse::Kind::kInterrupted), Effect::kRead), ErrorCode::kPmsUnavailable);
  EXPECT_EQ(code(none(http::ClientResponse::Kind::kInterrupted), Effect::kWrite), ErrorCode::kOutcomeUnknown);
}

TEST(QloAppsAnswer, NoticesInFrontOfARefusal) {
  const auto response = answer(
      400,
      R"({"errors":[{"code":3,"message":"[PHP Warning"},{"code":404,"message":"Requested room(s) not available."}]})");
  EXPECT_EQ(code(response, Effect::kWrite), ErrorCode::kSoldOut);
}

TEST(QloAppsAnswer, SoldOutWithAndWithoutDot) {
  for (const auto* text : {"Requested room(s) not available.", "Requested room(s) not available"})
    EXPECT_EQ(
        code(answer(400, std::string(R"({"errors":[{"code":404,"message":")") + text + R"("}]})"), Effect::kWrite),
        ErrorCode::kSoldOut);
  EXPECT_EQ(code(answer(400, R"({"errors":[{"code":404,"message":"Please provide a valid email."}]})"), Effect::kWrite),
            ErrorCode::kInvalid);
}

TEST(QloAppsAnswer, ErrorsInXmlAreReadToo) {
  const auto list = errors_of(
      "<?xml "
      "version=\"1.0\"?><qloapps><errors><error><code><![CDATA[20]]></code><message><![CDATA[no]]></message></error>"
      "<error><code><![CDATA[404]]></code><message><![CDATA[x]]></message></error></errors></qloapps>");
  ASSERT_EQ(list.size(), 2u);
  EXPECT_EQ(list[0].code, 20);
  EXPECT_EQ(list[1].code, 404);
  EXPECT_TRUE(errors_of("").empty());
  EXPECT_TRUE(errors_of("<html></html>").empty());
}

TEST(QloAppsAnswer, ATwoHundredCountsOnlyWhenItParses) {
  for (const auto* body :
       {"", "<br />{\"booking\":{\"id\":1}}", "debug{\"hotels\":[]}", "\"text\"", "12", "{\"booking\":"}) {
    EXPECT_EQ(code(answer(200, body), Effect::kRead), ErrorCode::kPmsUnavailable) << body;
    EXPECT_EQ(code(answer(200, body), Effect::kWrite), ErrorCode::kOutcomeUnknown) << body;
  }
  EXPECT_EQ(read_answer(answer(200, "[]"), Effect::kRead).kind, Kind::kOk);
}

TEST(QloAppsAnswer, MissingRowAndWrongAddressDiffer) {
  EXPECT_EQ(code(answer(404, "", ""), Effect::kRead), ErrorCode::kNotFound);
  const auto page = read_answer(answer(404, "<html>Not Found</html>", "text/html"), Effect::kRead);
  EXPECT_EQ(error_of(page).code, ErrorCode::kPmsUnavailable);
  EXPECT_NE(page.detail.find("PMS_BASE_URL"), std::string::npos);
}

TEST(QloAppsAnswer, DetailsAreOneShortLine) {
  const auto long_message = answer(500, R"({"errors":[{"code":3,"message":"a\nb )" + std::string(500, 'x') + R"("}]})");
  const auto detail = read_answer(long_message, Effect::kRead).detail;
  EXPECT_LT(detail.size(), 220u);
  EXPECT_EQ(detail.find('\n'), std::string::npos);
  // The SQL error of hotel_ari echoes what was asked.
  const auto echo = answer(500, R"({"errors":[{"code":127,"message":"XML error : secret"}]})");
  EXPECT_EQ(read_answer(echo, Effect::kRead).detail.find("secret"), std::string::npos);
}

}  // namespace
}  // namespace hotel::pms
