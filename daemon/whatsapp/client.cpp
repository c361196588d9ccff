#include "whatsapp/client.h"

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include "base/crypto.h"
#include "base/log.h"
#include "whatsapp/graph_answer.h"
#include "whatsapp/mend.h"
#include "whatsapp/payloads.h"
#include "whatsapp/phone.h"
#include "wire/codec.h"

namespace hotel::whatsapp {
namespace json = boost::json;
namespace {

using base::ErrorCode;
using Kind = http::ClientResponse::Kind;

constexpr std::size_t kLongestCallbackData = 512;

bool is_number_id(std::string_view id) {
  return !id.empty() && id.size() <= 32 &&
         std::all_of(id.begin(), id.end(), [](char c) { return c >= '0' && c <= '9'; });
}

domain::SendOutcome refused(std::string title, std::string detail) {
  domain::SendOutcome out;
  out.what = domain::SendClass::kRefused;
  out.title = std::move(title);
  out.detail = std::move(detail);
  return out;
}

}  // namespace

std::optional<json::object> complete_body(const ports::Outgoing& message) {
  json::object body{{"messaging_product", "whatsapp"}};
  const bool mark = message.payload.contains("status");  // read and typing have no receiver
  if (!mark) {
    body["recipient_type"] = "individual";
    if (is_phone(message.to_phone)) {
      body["to"] = "+" + message.to_phone;  // without + Meta would put our own country in front
    } else if (is_user_id(message.to_user_id)) {
      body["recipient"] = message.to_user_id;
    } else {
      return std::nullopt;
    }
  }
  for (const auto& [key, value] : message.payload) body[key] = value;
  if (!mark && !message.callback_data.empty()) body["biz_opaque_callback_data"] = message.callback_data;
  return body;
}

GraphClient::GraphClient(http::Client& http, GraphSettings settings, const base::Clock& clock)
    : http_(http), settings_(std::move(settings)), clock_(clock), token_(settings_.access_token) {
  while (settings_.graph_url.ends_with('/')) settings_.graph_url.pop_back();
  health_.detail = "no exchange yet";
}

GraphClient::~GraphClient() {
  pool_.join();
}

void GraphClient::set_token(std::string token) {
  token_ = std::move(token);
}

ports::MessengerHealth GraphClient::health() const {
  return health_;
}

http::ClientRequest GraphClient::request(std::string method, const std::string& path) const {
  http::ClientRequest out;
  out.method = std::move(method);
  out.url = settings_.graph_url + "/" + settings_.api_version + "/" + path;
  out.headers = {
      {"Authorization", "Bearer " + token_}, {"Accept", "application/json"}, {"User-Agent", settings_.user_agent}};
  out.connect_timeout = settings_.connect_timeout;
  out.total_timeout = settings_.total_timeout;
  out.max_body = 1024 * 1024;
  return out;
}

// What the last real exchange showed: a refusal of one message is a healthy answer, a refusal of the token is not.
void GraphClient::note(const http::ClientResponse& response) {
  health_.checked_at = clock_.now();
  health_.latency_ms = static_cast<double>(response.took.count());
  const auto outcome = classify_send(response, {});
  switch (outcome.what) {
    case domain::SendClass::kNotSent:
    case domain::SendClass::kUnknown:
    case domain::SendClass::kAuth:
    case domain::SendClass::kAccount:
    case domain::SendClass::kMaintenance:
      health_.ok = response.kind == Kind::kAnswer && response.status < 300;
      break;
    default:
      health_.ok = true;
  }
  health_.detail = *health_.ok         ? ""
                   : outcome.code != 0 ? fmt::format("{} ({})", outcome.title, outcome.code)
                                       : outcome.title;
}

rt::Task<http::ClientResponse> GraphClient::exchange(http::ClientRequest request) {
  auto response = co_await http_.send(std::move(request));
  note(response);
  co_return response;
}

rt::Task<domain::SendOutcome> GraphClient::send(ports::Outgoing message) {
  if (!is_number_id(message.number_id))
    co_return refused("no phone number of ours", "the phone number id must be digits");
  if (message.callback_data.size() > kLongestCallbackData)
    co_return refused("callback data too long", "at most 512 characters are allowed");
  if (const auto fault = fault_of(message.payload))
    co_return refused("the message breaks a rule of WhatsApp", fault->detail);
  const auto body = complete_body(message);
  if (!body) co_return refused("no receiver", "neither a phone number nor a user id can be sent to");
  auto post = request("POST", message.number_id + "/messages");
  post.headers.emplace_back("Content-Type", "application/json");
  post.body = json::serialize(*body);
  const auto response = co_await exchange(std::move(post));
  auto outcome = classify_send(response, is_phone(message.to_phone) ? message.to_phone : message.to_user_id);
  if (outcome.what != domain::SendClass::kAccepted)
    base::log::info(
        "whatsapp.send_not_accepted",
        {{"code", outcome.code}, {"title", outcome.title}, {"detail", outcome.detail}, {"status", response.status}});
  co_return outcome;
}

rt::Task<base::Result<ports::NumberInfo>> GraphClient::number(std::string number_id) {
  if (!is_number_id(number_id)) co_return base::error(ErrorCode::kInvalid, "a phone number id is made of digits");
  const auto response =
      co_await exchange(request("GET", number_id + "?fields=display_phone_number,quality_rating,throughput"));
  if (response.kind != Kind::kAnswer || response.status != 200) co_return classify_call(response);
  const auto body = parse_mended(response.body, 32);
  if (!body || error_in(body)) co_return classify_call(response);
  co_return ports::NumberInfo{wire::text_of(*body, "display_phone_number"), wire::text_of(*body, "quality_rating")};
}

}  // namespace hotel::whatsapp
