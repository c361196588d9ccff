// Voice notes through any OpenAI-compatible POST {base}/audio/transcriptions: the file as multipart/form-data, the
// answer `{"text"}`. One exchange a call, with one deadline and size limits in both directions; a peer that fails
// several times in a row is left alone for a moment. Logs and errors hold no word of a guest and no key.
//
// Use on one executor; must outlive its calls.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

#include "base/circuit_breaker.h"
#include "base/clock.h"
#include "base/metrics.h"
#include "http/client.h"
#include "ports/transcriber.h"

namespace hotel::agent {

struct TranscriberConfig {
  std::string base_url;  // https://host/v1, without the last slash
  std::string key;       // empty: no Authorization
  std::string model;
  std::chrono::milliseconds timeout{60'000};  // of the whole exchange
  std::size_t max_file = 16 * 1024 * 1024;
  std::size_t max_answer = 256 * 1024;
  base::CircuitBreaker::Config breaker{3, std::chrono::milliseconds{2'000}, std::chrono::milliseconds{30'000}};
};

// Pure: the body of a request, its boundary, and the reading of an answer's body (status 200).
std::string transcription_body(const std::string& boundary, const std::string& model, const ports::VoiceNote& note);
// Draws until one does not occur in the file.
std::string boundary_for(std::string_view file, const std::function<std::string()>& draw);
ports::TranscriberResult<std::string> transcription_text(std::string_view body);

class OpenAiTranscriber final : public ports::Transcriber {
 public:
  using Transport = std::function<rt::Task<http::ClientResponse>(http::ClientRequest)>;

  OpenAiTranscriber(TranscriberConfig config, Transport transport, const base::Clock& clock, base::Metrics& metrics);

  rt::Task<ports::TranscriberResult<ports::Transcript>> transcribe(ports::VoiceNote note) override;
  void set_key(std::string key) { config_.key = std::move(key); }  // replaced without restart

 private:
  http::ClientRequest request_of(const ports::VoiceNote& note) const;
  ports::TranscriberResult<ports::Transcript> read(const http::ClientResponse& response);
  ports::TranscriberError not_asked(ports::TranscriberFault fault, std::string why);
  void record(const ports::TranscriberResult<ports::Transcript>& answer, std::chrono::milliseconds took);

  TranscriberConfig config_;
  Transport transport_;
  const base::Clock& clock_;
  base::Metrics& metrics_;
  base::CircuitBreaker breaker_;
};

}  // namespace hotel::agent
