#include "pms/qloapps_answer.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <fmt/format.h>

#include "pms/qloapps_xml.h"
#include "wire/codec.h"

namespace hotel::pms {
using Kind = Answer::Kind;
using base::ErrorCode;
using Errors = std::vector<WebserviceError>;
namespace {

constexpr int kRefusal = 404;  // as an error code in a list
constexpr int kNotice = 3;     // PHP 8
constexpr int kNotice74 = 5;   // PHP 7.4
constexpr int kWebserviceOff = 22;
constexpr int kSearchParameters = 85;
constexpr int kSqlInAri = 127;

Answer make(Kind kind, std::string detail, bool counts = true) {
  Answer answer;
  answer.kind = kind;
  answer.detail = std::move(detail);
  answer.counts = counts;
  return answer;
}

const WebserviceError* find(const Errors& errors, int code) {
  const auto it = std::find_if(errors.begin(), errors.end(), [&](const auto& e) { return e.code == code; });
  return it == errors.end() ? nullptr : &*it;
}

bool notices(const Errors& errors) {
  return find(errors, kNotice) != nullptr || find(errors, kNotice74) != nullptr;
}

// QloApps's texts name fields and never the guest; still, only a short line leaves this file.
std::string line_of(std::string_view text) {
  std::string line(text.substr(0, 160));
  std::replace_if(line.begin(), line.end(), [](unsigned char c) { return c < 0x20; }, ' ');
  return line;
}

Answer refused(const WebserviceError& error) {
  auto answer = make(Kind::kRefused, line_of(error.message));
  answer.sold_out = error.message.find("room(s) not available") != std::string::npos;
  return answer;
}

Answer without_answer(const http::ClientResponse& response, Effect effect) {
  if (response.kind == http::ClientResponse::Kind::kInterrupted && effect == Effect::kWrite)
    return make(Kind::kUnknown, "the PMS did not answer in time or the connection broke");
  return make(Kind::kFault, "the PMS cannot be reached: " + response.fault);
}

Answer good_status(const http::ClientResponse& response, Effect effect) {
  if (auto body = wire::parse_json(response.body); body && (body->is_object() || body->is_array())) {
    const auto errors = errors_of(response.body);
    if (const auto* no = find(errors, kRefusal)) return refused(*no);
    if (!errors.empty())
      return make(effect == Effect::kWrite ? Kind::kUnknown : Kind::kFault, line_of(errors.front().message));
    Answer answer;
    answer.kind = Kind::kOk;
    answer.body = std::move(*body);
    return answer;
  }
  if (effect == Effect::kRead) return make(Kind::kFault, "the PMS answers with something before or instead of JSON");
  // The two texts after which nothing was done.
  if (response.body == "Fatal error") return make(Kind::kRefused, "the PMS does not take this e-mail address");
  if (response.body == "Invalid new order status")
    return make(Kind::kRefused, "the PMS does not know this order or state");
  return make(Kind::kUnknown, "the PMS answered a write with something that is not JSON");
}

Answer not_allowed(int status, const Errors& errors) {
  const std::string why = errors.empty() ? "" : ": " + line_of(errors.front().message);
  if (find(errors, 26) != nullptr || find(errors, 25) != nullptr)
    return make(Kind::kFault, "the PMS key lacks a permission" + why, false);
  if (status == 401) return make(Kind::kFault, "the PMS refuses the key (PMS_API_KEY)" + why, false);
  return make(Kind::kFault, "the PMS does not allow this method" + why, false);
}

Answer server_error(const http::ClientResponse& response, const Errors& errors, Effect effect) {
  if (effect == Effect::kRead) {
    const std::string why = errors.empty() ? "" : ": " + line_of(errors.front().message);
    return make(Kind::kFault,
                fmt::format("the PMS fails with {}{}", response.status, find(errors, kSqlInAri) ? "" : why));
  }
  if (response.status == 502) return make(Kind::kFault, "the PMS's web server finds no PHP (502)");
  // QloApps's page for a database that cannot be reached: it is made before anything else.
  if (response.status == 500 && response.body.find("powered by Webkul") != std::string::npos)
    return make(Kind::kFault, "the PMS has no database");
  return make(Kind::kUnknown, fmt::format("the PMS failed with {} after it was told", response.status));
}

}  // namespace

std::vector<WebserviceError> errors_of(std::string_view body) {
  Errors out;
  if (const auto json = wire::parse_json(body)) {
    if (const auto* list = json->is_object() ? wire::array_of(*json, "errors") : nullptr)
      for (const auto& e : *list)
        out.push_back({static_cast<int>(wire::integer_of(e, "code").value_or(0)), wire::text_of(e, "message")});
    return out;
  }
  for (auto& [code, message] : xml_errors(body)) out.push_back({code, std::move(message)});
  return out;
}

Answer read_answer(const http::ClientResponse& response, Effect effect) {
  if (response.kind != http::ClientResponse::Kind::kAnswer) return without_answer(response, effect);
  const int status = response.status;
  if (status == 200 || status == 201) return good_status(response, effect);
  if (status >= 300 && status < 400)
    return make(Kind::kFault,
                fmt::format("the PMS redirects ({}): PMS_BASE_URL must be the shop's own address, with its host, "
                            "port and scheme",
                            status));
  const auto errors = errors_of(response.body);
  if (status == 503 && find(errors, kWebserviceOff) != nullptr)
    return make(Kind::kFault, "the PMS's webservice is switched off");
  if (status == 401 || status == 405) return not_allowed(status, errors);
  if (status == 404 && errors.empty())
    return response.body.empty() ? make(Kind::kNoRow, "the PMS has no such entry")
                                 : make(Kind::kFault, "PMS_BASE_URL does not lead to a QloApps webservice", false);
  if (const auto* no = find(errors, kRefusal); no != nullptr && status < 500) return refused(*no);
  if (status == 400) {
    if (const auto* no = find(errors, kSearchParameters)) return refused(*no);
    if (effect == Effect::kWrite && (notices(errors) || errors.empty()))
      return make(Kind::kUnknown, "the PMS answered a write with notices");
    return make(Kind::kFault, errors.empty()
                                  ? "the PMS does not understand the request"
                                  : "the PMS does not understand the request: " + line_of(errors.front().message));
  }
  if (status >= 500) return server_error(response, errors, effect);
  return make(Kind::kFault, fmt::format("the PMS answers {}", status));
}

base::Error error_of(const Answer& answer) {
  switch (answer.kind) {
    case Kind::kNoRow:
      return base::error(ErrorCode::kNotFound, answer.detail);
    case Kind::kRefused:
      return base::error(answer.sold_out ? ErrorCode::kSoldOut : ErrorCode::kInvalid, answer.detail);
    case Kind::kUnknown:
      return base::error(ErrorCode::kOutcomeUnknown, answer.detail);
    default:
      return base::error(ErrorCode::kPmsUnavailable, answer.detail);
  }
}

}  // namespace hotel::pms
