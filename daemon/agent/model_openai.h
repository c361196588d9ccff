// The language model behind any OpenAI-compatible POST {base}/chat/completions. One exchange a call: not streamed,
// temperature 0, never with tools; a call of a tool in the answer is a malformed answer. The whole exchange has one
// deadline, the answer a size limit; a peer that fails several times in a row is left alone for a moment; one request
// in flight a guest, and a budget of the day. Logs and errors hold no text of either side and no key.
//
// Use on one executor; must outlive its calls.
#pragma once

#include <chrono>
#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "agent/model_budget.h"
#include "base/circuit_breaker.h"
#include "base/clock.h"
#include "base/metrics.h"
#include "http/client.h"
#include "ports/model.h"

namespace hotel::agent {

struct OpenAiConfig {
  std::string base_url;  // https://host/v1, without the last slash
  std::string key;       // empty: no Authorization
  std::string model;
  std::chrono::milliseconds timeout{8'000};  // of the whole exchange
  std::size_t max_answer = 256 * 1024;
  int in_flight = 8;  // of all guests together
  base::CircuitBreaker::Config breaker{3, std::chrono::milliseconds{5'000}, std::chrono::milliseconds{60'000}};
  ModelLimits limits;
};

// Pure: the body of a request, and the reading of an answer's body (status 200). Foreign and missing members are no
// fault as long as one choice with a text is there.
std::string openai_body(const std::string& model, const ports::ModelRequest& request);
ports::ModelResult<ports::ModelAnswer> openai_answer(std::string_view body);

class OpenAiModel final : public ports::LanguageModel {
 public:
  using Transport = std::function<rt::Task<http::ClientResponse>(http::ClientRequest)>;

  OpenAiModel(OpenAiConfig config, Transport transport, const base::Clock& clock, base::Metrics& metrics);

  rt::Task<ports::ModelResult<ports::ModelAnswer>> complete(ports::ModelRequest request) override;
  void set_key(std::string key) { config_.key = std::move(key); }  // replaced without restart

 private:
  class InFlight;
  http::ClientRequest request_of(const ports::ModelRequest& request) const;
  ports::ModelResult<ports::ModelAnswer> read(const http::ClientResponse& response);
  void record(const ports::ModelResult<ports::ModelAnswer>& answer, std::chrono::milliseconds took);
  ports::ModelError refused(ports::ModelFault fault, std::string why);

  OpenAiConfig config_;
  Transport transport_;
  const base::Clock& clock_;
  base::Metrics& metrics_;
  base::CircuitBreaker breaker_;
  ModelBudget budget_;
  std::set<std::string> under_way_;  // guests
};

}  // namespace hotel::agent
