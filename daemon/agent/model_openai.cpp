#include "agent/model_openai.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include "base/log.h"
#include "wire/codec.h"

namespace hotel::agent {
namespace json = boost::json;
using ports::ModelError;
using ports::ModelFault;
using Kind = http::ClientResponse::Kind;
namespace {

constexpr std::string_view kCallsMetric = "hotel_agent_model_requests_total";
constexpr std::int64_t kBytesPerToken = 3;  // a careful guess for peers that do not tell what they used

ModelError malformed(std::string why) {
  return {ModelFault::kMalformed, std::move(why)};
}

// Broken peers send anything: what is no such envelope at all speaks against the peer, a choice without a text does
// not.
const json::object* first_choice(const json::value& body) {
  const auto* choices = wire::array_of(body, "choices");
  return choices && !choices->empty() ? choices->front().if_object() : nullptr;
}

bool asks_for_tools(const json::object& choice, const json::object& message) {
  const auto* calls = wire::member(message, "tool_calls");
  const bool none = !calls || (calls->is_array() && calls->get_array().empty());
  const auto* reason = wire::member(choice, "finish_reason");
  return !none || wire::member(message, "function_call") || (reason && *reason == "tool_calls");
}

ports::ModelResult<ports::ModelAnswer> answer_of(const json::value& body) {
  const auto* choice = first_choice(body);
  if (!choice) return malformed("no choice in the answer");
  const auto* message = wire::object_of(*choice, "message");
  if (!message) return malformed("no message in the answer");
  if (asks_for_tools(*choice, *message)) return malformed("a call of a tool, though none was offered");
  const auto* content = wire::member(*message, "content");
  if (!content || !content->is_string()) return malformed("no text in the answer");
  ports::ModelAnswer out;
  out.text = content->get_string();
  if (out.text.find_first_not_of(" \t\r\n") == std::string::npos) return malformed("an empty text");
  const auto* reason = wire::member(*choice, "finish_reason");
  out.whole = !reason || *reason == "stop";  // length, content_filter: something is missing
  out.model = wire::text_of(body, "model").substr(0, 100);
  if (const auto* usage = wire::object_of(body, "usage"))
    if (const auto* total = wire::member(*usage, "total_tokens"); total && total->is_int64())
      out.tokens = std::clamp<std::int64_t>(total->get_int64(), 0, 10'000'000);
  return out;
}

}  // namespace

std::string openai_body(const std::string& model, const ports::ModelRequest& request) {
  json::array messages;
  messages.push_back(json::object{{"role", "system"}, {"content", request.system}});
  for (const auto& said : request.messages)
    messages.push_back(json::object{{"role", said.role == ports::ModelMessage::Role::kUser ? "user" : "assistant"},
                                    {"content", said.text}});
  json::object body{{"model", model},
                    {"messages", std::move(messages)},
                    {"max_tokens", request.max_tokens},
                    {"temperature", 0},
                    {"stream", false}};
  if (request.schema)
    body["response_format"] =
        json::object{{"type", "json_schema"},
                     {"json_schema", json::object{{"name", "answer"}, {"strict", true}, {"schema", *request.schema}}}};
  return json::serialize(body);
}

ports::ModelResult<ports::ModelAnswer> openai_answer(std::string_view body) {
  const auto value = wire::parse_json(body, 32);
  if (!value) return malformed("the answer is no JSON");
  return answer_of(*value);
}

// One request of a guest at a time: entered in the set for as long as it lives, also when the turn is cancelled.
class OpenAiModel::InFlight {
 public:
  InFlight(std::set<std::string>& guests, const std::string& guest)
      : guests_(guests), at_(guests.insert(guest).first) {}
  InFlight(const InFlight&) = delete;
  InFlight& operator=(const InFlight&) = delete;
  ~InFlight() { guests_.erase(at_); }

 private:
  std::set<std::string>& guests_;
  std::set<std::string>::iterator at_;
};

OpenAiModel::OpenAiModel(OpenAiConfig config, Transport transport, const base::Clock& clock, base::Metrics& metrics)
    : config_(std::move(config)),
      transport_(std::move(transport)),
      clock_(clock),
      metrics_(metrics),
      breaker_(config_.breaker),
      budget_(config_.limits) {
  while (config_.base_url.ends_with('/')) config_.base_url.pop_back();
  metrics_.set("hotel_agent_circuit_state", 0, {{"target", "model"}});
}

http::ClientRequest OpenAiModel::request_of(const ports::ModelRequest& request) const {
  http::ClientRequest out;
  out.method = "POST";
  out.url = config_.base_url + "/chat/completions";
  out.headers = {{"Content-Type", "application/json"}, {"Accept", "application/json"}};
  if (!config_.key.empty()) out.headers.emplace_back("Authorization", "Bearer " + config_.key);
  out.body = openai_body(config_.model, request);
  out.total_timeout = config_.timeout;
  out.connect_timeout = std::min(config_.timeout, std::chrono::milliseconds{3'000});
  out.max_body = config_.max_answer;
  return out;
}

rt::Task<ports::ModelResult<ports::ModelAnswer>> OpenAiModel::complete(ports::ModelRequest request) {
  if (under_way_.contains(request.guest))
    co_return refused(ModelFault::kBusy, "this guest's last request is under way");
  if (under_way_.size() >= static_cast<std::size_t>(std::max(config_.in_flight, 1)))
    co_return refused(ModelFault::kBusy, "too many requests are under way");
  if (!budget_.has_room(request.guest, request.today))
    co_return refused(ModelFault::kBudget, "the day's budget is used up");
  const auto begun = clock_.steady();
  if (!breaker_.allow(begun))
    co_return refused(ModelFault::kUnavailable, "failed several times in a row and is left alone for a moment");
  budget_.take(request.guest);
  const InFlight slot(under_way_, request.guest);
  auto wanted = request_of(request);
  const auto sent = static_cast<std::int64_t>(wanted.body.size());
  const auto response = co_await transport_(std::move(wanted));
  auto answer = read(response);
  // What was sent costs even when nothing usable came back.
  std::int64_t tokens = (sent + static_cast<std::int64_t>(response.body.size())) / kBytesPerToken;
  if (answer && answer->tokens > 0) tokens = answer->tokens;
  if (answer) answer->tokens = tokens;
  budget_.used(request.guest, tokens);
  metrics_.count("hotel_agent_model_tokens_total", {}, static_cast<double>(tokens));
  const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(clock_.steady() - begun);
  record(answer, took);
  co_return answer;
}

ports::ModelResult<ports::ModelAnswer> OpenAiModel::read(const http::ClientResponse& response) {
  const auto now = clock_.steady();
  if (response.kind != Kind::kAnswer) {
    breaker_.failed(now);
    if (response.too_large) return malformed(response.fault);
    return ModelError{response.fault.ends_with("time over") ? ModelFault::kTimeout : ModelFault::kUnavailable,
                      response.fault};
  }
  // The peer's own words are left out: they may repeat the key or the guest.
  if (response.status != 200) {
    breaker_.failed(now);
    const auto hint = response.status == 401 || response.status == 403       ? ": look at LLM_API_KEY"
                      : response.status == 404 || response.status / 100 == 3 ? ": look at LLM_BASE_URL and LLM_MODEL"
                                                                             : "";
    return ModelError{ModelFault::kUnavailable, fmt::format("answered {}{}", response.status, hint)};
  }
  const auto body = wire::parse_json(response.body, 32);
  if (!body || !first_choice(*body)) {
    breaker_.failed(now);
    return malformed(body ? "no choice in the answer" : "the answer is no JSON");
  }
  // A choice without a text may be a guest's doing; it must not close the model to the others.
  breaker_.succeeded();
  return answer_of(*body);
}

ModelError OpenAiModel::refused(ModelFault fault, std::string why) {
  metrics_.count(kCallsMetric,
                 {{"result", fault == ModelFault::kUnavailable ? "not_tried" : std::string(name(fault))}});
  return {fault, std::move(why)};
}

void OpenAiModel::record(const ports::ModelResult<ports::ModelAnswer>& answer, std::chrono::milliseconds took) {
  using State = base::CircuitBreaker::State;
  const auto state = breaker_.state();
  metrics_.observe("hotel_agent_model_request_seconds", static_cast<double>(took.count()) / 1000.0);
  metrics_.set("hotel_agent_circuit_state",
               state == State::kClosed     ? 0
               : state == State::kHalfOpen ? 1
                                           : 2,
               {{"target", "model"}});
  if (answer) return metrics_.count(kCallsMetric, {{"result", "ok"}});
  const auto error = answer.error();
  metrics_.count(kCallsMetric, {{"result", std::string(name(error.fault))}});
  base::log::warning("model.exchange_failed",
                     {{"result", name(error.fault)}, {"why", error.detail}, {"ms", std::int64_t{took.count()}}});
}

}  // namespace hotel::agent
