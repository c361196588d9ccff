#include "whatsapp/graph_answer.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

#include "whatsapp/mend.h"
#include "whatsapp/text_split.h"
#include "wire/codec.h"

namespace hotel::whatsapp {
namespace json = boost::json;
namespace {

using domain::SendClass;
using std::chrono::seconds;

constexpr std::size_t kAnswerDepth = 32;
constexpr std::size_t kShownText = 300;

int whole(std::optional<std::int64_t> value, int otherwise) {
  return value && *value >= 0 && *value < 1'000'000'000 ? static_cast<int>(*value) : otherwise;
}

// "(#131047) Re-engagement message" -> "Re-engagement message"
std::string without_number(std::string text) {
  if (text.starts_with("(#"))
    if (const auto end = text.find(") "); end != std::string::npos) text.erase(0, end + 2);
  return shorten(text, kShownText);
}

bool one_of(int code, std::initializer_list<int> codes) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

std::optional<SendClass> known(int code, int subcode) {
  if (one_of(code, {0, 190, 3, 10, 131005}) || (code >= 200 && code <= 299)) return SendClass::kAuth;
  if (one_of(code, {33, 133010, 131045, 368, 131031, 131037}) || (code == 100 && subcode == 33))
    return SendClass::kAccount;
  if (one_of(code, {131042, 131044, 131048, 131064})) return SendClass::kTemplatesStopped;
  if (one_of(code, {4, 80007})) return SendClass::kThrottledApp;
  if (code == 130429) return SendClass::kThrottledNumber;
  if (code == 131056) return SendClass::kThrottledGuest;
  if (one_of(code, {1, 2, 131000, 131016, 133004})) return SendClass::kUnknown;
  if (one_of(code, {131057, 2494100})) return SendClass::kMaintenance;
  if (code == 131047) return SendClass::kWindowClosed;
  if (code == 131050) return SendClass::kOptedOut;
  if (one_of(code,
             {100,    130472, 130497, 131008, 131009, 131021, 131026, 131030, 131049, 131051, 131052, 131053, 131062,
              131063, 132000, 132001, 132005, 132007, 132012, 132015, 132016, 132018, 132068, 132069, 135000, 137000}))
    return SendClass::kRefused;
  return std::nullopt;
}

std::optional<seconds> number_of_seconds(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
  return seconds{std::min<std::int64_t>(value, 24 * 3600)};
}

// Retry-After in seconds (its date form is not used by Graph), or the minutes of X-Business-Use-Case-Usage.
std::optional<seconds> wait_told(const http::ClientResponse& response) {
  if (auto told = number_of_seconds(response.header("Retry-After"))) return told;
  const auto usage = parse_mended(response.header("X-Business-Use-Case-Usage"), kAnswerDepth);
  const auto* accounts = usage ? usage->if_object() : nullptr;
  if (!accounts) return std::nullopt;
  std::int64_t minutes = 0;
  for (const auto& [account, list] : *accounts)
    if (const auto* uses = list.if_array())
      for (const auto& use : *uses)
        minutes = std::max(minutes, wire::integer_of(use, "estimated_time_to_regain_access").value_or(0));
  if (minutes <= 0) return std::nullopt;
  return seconds{std::min<std::int64_t>(minutes, 24 * 60) * 60};
}

SendClass class_by_status(int status) {
  if (status == 401 || status == 403) return SendClass::kAuth;
  if (status == 429) return SendClass::kThrottledApp;
  if (status >= 300 && status < 400) return SendClass::kAccount;  // WHATSAPP_GRAPH_URL is no Graph API
  if (status == 408 || status >= 500 || status < 300) return SendClass::kUnknown;
  return SendClass::kRefused;
}

domain::SendOutcome accepted(const json::value& body, std::string_view sent_to) {
  domain::SendOutcome out;
  out.what = SendClass::kAccepted;
  if (const auto* messages = wire::array_of(body, "messages"); messages && !messages->empty()) {
    out.external_id = wire::text_of(messages->front(), "id");
    if (auto status = wire::text_of(messages->front(), "message_status"); status != "accepted")
      out.detail = std::move(status);
  }
  if (const auto* contacts = wire::array_of(body, "contacts"); contacts && !contacts->empty()) {
    auto wa_id = wire::text_of(contacts->front(), "wa_id");
    if (wa_id != sent_to) out.wa_id = std::move(wa_id);
  }
  return out;
}

}  // namespace

std::optional<GraphError> error_in(const std::optional<json::value>& body) {
  const auto* told = body ? wire::member(*body, "error") : nullptr;
  if (!told) return std::nullopt;
  GraphError out;
  if (const auto* text = told->if_string()) {
    out.title = without_number(std::string{*text});
    return out;
  }
  out.code = whole(wire::integer_of(*told, "code"), -1);
  out.subcode = whole(wire::integer_of(*told, "error_subcode"), 0);
  out.title = without_number(wire::text_of(*told, "message"));
  out.transient = wire::flag_of(*told, "is_transient");
  out.details = wire::text_of(*told, "error_data");
  if (const auto* data = wire::member(*told, "error_data"); data && data->is_object())
    out.details = wire::text_of(*data, "details");
  if (out.details.empty()) out.details = wire::text_of(*told, "error_user_msg");
  out.details = shorten(out.details, kShownText);
  return out;
}

SendClass class_of(const GraphError& error, int status) {
  if (error.code >= 0)
    if (const auto what = known(error.code, error.subcode)) return *what;
  if (error.transient) return SendClass::kUnknown;
  return class_by_status(status < 400 ? 400 : status);  // an error inside a 200 is a refusal all the same
}

domain::SendOutcome classify_send(const http::ClientResponse& response, std::string_view sent_to) {
  domain::SendOutcome out;
  if (response.kind != http::ClientResponse::Kind::kAnswer) {
    const bool nothing_left = response.kind == http::ClientResponse::Kind::kNotSent;
    out.what = nothing_left ? SendClass::kNotSent : SendClass::kUnknown;
    out.title = nothing_left ? "WhatsApp cannot be reached" : "no answer from WhatsApp";
    out.detail = response.fault;
    return out;
  }
  const auto body = parse_mended(response.body, kAnswerDepth);
  if (const auto error = error_in(body)) {
    out.what = class_of(*error, response.status);
    out.code = std::max(error->code, 0);
    out.title = error->title.empty() ? fmt::format("HTTP {}", response.status) : error->title;
    out.detail = error->details;
    out.retry_after = wait_told(response);
    // Meta withheld a marketing message: not before a day has passed.
    if (out.code == 131049 || out.code == 130472) out.retry_after = std::chrono::hours{24};
    return out;
  }
  if (response.status >= 200 && response.status < 300 && body) {
    if (auto taken = accepted(*body, sent_to); !taken.external_id.empty() || wire::flag_of(*body, "success"))
      return taken;
  }
  out.what = class_by_status(response.status);
  out.title = fmt::format("HTTP {} without a readable answer", response.status);
  out.retry_after = wait_told(response);
  return out;
}

base::Error classify_call(const http::ClientResponse& response) {
  using base::ErrorCode;
  const auto outcome = classify_send(response, {});
  base::Error error{ErrorCode::kUnavailable,
                    outcome.detail.empty() ? outcome.title : outcome.title + ": " + outcome.detail,
                    outcome.retry_after};
  switch (outcome.what) {
    case SendClass::kAuth:
      error.code = ErrorCode::kUnauthenticated;
      break;
    case SendClass::kAccount:
      error.code = ErrorCode::kForbidden;
      break;
    case SendClass::kThrottledNumber:
    case SendClass::kThrottledGuest:
    case SendClass::kThrottledApp:
      error.code = ErrorCode::kTooMany;
      break;
    case SendClass::kRefused:
      error.code = response.status == 404 ? ErrorCode::kNotFound : ErrorCode::kInvalid;
      break;
    default:
      break;
  }
  return error;
}

}  // namespace hotel::whatsapp
