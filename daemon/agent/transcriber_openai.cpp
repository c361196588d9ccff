#include "agent/transcriber_openai.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "base/crypto.h"
#include "base/log.h"
#include "wire/codec.h"

namespace hotel::agent {
using ports::TranscriberError;
using ports::TranscriberFault;
using ports::Transcript;
using Kind = http::ClientResponse::Kind;
namespace {

constexpr std::string_view kCallsMetric = "hotel_agent_transcriptions_total";

struct FileKind {
  std::string_view mime, name;
};
// The peers tell the format by the name's ending. WhatsApp's voice notes are Opus in Ogg; the rest are audio files.
constexpr std::array kFileKinds{FileKind{"audio/ogg", "voice.ogg"}, FileKind{"audio/mpeg", "voice.mp3"},
                                FileKind{"audio/mp4", "voice.m4a"}, FileKind{"audio/aac", "voice.aac"},
                                FileKind{"audio/amr", "voice.amr"}, FileKind{"audio/wav", "voice.wav"}};

// Only values of our own table get into the head of the part.
FileKind kind_of(std::string_view mime) {
  mime = mime.substr(0, mime.find(';'));
  for (const auto& kind : kFileKinds)
    if (mime == kind.mime) return kind;
  return {"application/octet-stream", "voice.ogg"};
}

void add_field(std::string& out, const std::string& boundary, std::string_view name, std::string_view value) {
  out += fmt::format("--{}\r\nContent-Disposition: form-data; name=\"{}\"\r\n\r\n{}\r\n", boundary, name, value);
}

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// What cannot be stored or shown is dropped, and what is longer than a guest may write is cut, at a whole character.
std::string tidy(std::string_view text) {
  std::string out;
  std::size_t units = 0;
  for (std::size_t i = 0; i < text.size();) {
    const auto first = static_cast<unsigned char>(text[i]);
    const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    units += length == 4 ? 2 : 1;  // beyond the basic plane: a surrogate pair
    if (units > ports::kTranscriptUnits) break;
    if (first == '\t' || first == '\r')
      out.push_back(' ');
    else if (first == '\n' || (first >= 0x20 && first != 0x7F))
      out.append(text.substr(i, length));
    i += length;
  }
  while (!out.empty() && is_blank(out.back())) out.pop_back();
  const auto begin = std::find_if_not(out.begin(), out.end(), is_blank);
  out.erase(out.begin(), begin);
  return out;
}

bool may_pass(int status) {
  return status == 408 || status == 409 || status == 425 || status == 429 || status >= 500;
}

TranscriberError bad_status(int status) {
  if (may_pass(status)) return {TranscriberFault::kUnavailable, fmt::format("answered {}", status)};
  const auto hint = status == 401 || status == 403       ? ": look at STT_API_KEY"
                    : status == 404 || status / 100 == 3 ? ": look at STT_BASE_URL and STT_MODEL"
                                                         : "";
  return {TranscriberFault::kRefused, fmt::format("answered {}{}", status, hint)};
}

}  // namespace

std::string transcription_body(const std::string& boundary, const std::string& model, const ports::VoiceNote& note) {
  const auto kind = kind_of(note.mime_type);
  std::string out;
  out.reserve(note.bytes.size() + 1024);
  add_field(out, boundary, "model", model);
  add_field(out, boundary, "response_format", "json");
  if (!note.language.empty()) add_field(out, boundary, "language", note.language);
  out +=
      fmt::format("--{}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{}\"\r\nContent-Type: {}\r\n\r\n",
                  boundary, kind.name, kind.mime);
  out += note.bytes;
  out += "\r\n--" + boundary + "--\r\n";
  return out;
}

std::string boundary_for(std::string_view file, const std::function<std::string()>& draw) {
  auto boundary = draw();
  while (file.find(boundary) != std::string_view::npos) boundary = draw();
  return boundary;
}

ports::TranscriberResult<std::string> transcription_text(std::string_view body) {
  const auto value = wire::parse_json(body, 32);
  if (!value) return TranscriberError{TranscriberFault::kMalformed, "the answer is no JSON"};
  const auto* text = wire::member(*value, "text");
  if (!text || !text->is_string()) return TranscriberError{TranscriberFault::kMalformed, "no text in the answer"};
  auto out = tidy(text->get_string());
  if (out.empty()) return TranscriberError{TranscriberFault::kEmpty, "nothing was heard"};
  return out;
}

OpenAiTranscriber::OpenAiTranscriber(TranscriberConfig config, Transport transport, const base::Clock& clock,
                                     base::Metrics& metrics)
    : config_(std::move(config)),
      transport_(std::move(transport)),
      clock_(clock),
      metrics_(metrics),
      breaker_(config_.breaker) {
  while (config_.base_url.ends_with('/')) config_.base_url.pop_back();
  metrics_.set("hotel_agent_circuit_state", 0, {{"target", "transcriber"}});
}

http::ClientRequest OpenAiTranscriber::request_of(const ports::VoiceNote& note) const {
  const auto boundary = boundary_for(note.bytes, [] { return "hotel-agent-" + base::to_hex(base::random_token(12)); });
  http::ClientRequest out;
  out.method = "POST";
  out.url = config_.base_url + "/audio/transcriptions";
  out.headers = {{"Content-Type", "multipart/form-data; boundary=" + boundary}, {"Accept", "application/json"}};
  if (!config_.key.empty()) out.headers.emplace_back("Authorization", "Bearer " + config_.key);
  out.body = transcription_body(boundary, config_.model, note);
  out.total_timeout = std::min(config_.timeout, note.limit);
  out.connect_timeout = std::min(out.total_timeout, std::chrono::milliseconds{5'000});
  out.max_body = config_.max_answer;
  return out;
}

rt::Task<ports::TranscriberResult<Transcript>> OpenAiTranscriber::transcribe(ports::VoiceNote note) {
  if (note.bytes.empty()) co_return not_asked(TranscriberFault::kEmpty, "the file is empty");
  if (note.bytes.size() > config_.max_file) co_return not_asked(TranscriberFault::kTooLarge, "the file is too large");
  const auto begun = clock_.steady();
  if (!breaker_.allow(begun))
    co_return not_asked(TranscriberFault::kUnavailable, "failed several times in a row and is left alone for a moment");
  auto wanted = request_of(note);
  const auto response = co_await transport_(std::move(wanted));
  auto answer = read(response);
  record(answer, std::chrono::duration_cast<std::chrono::milliseconds>(clock_.steady() - begun));
  co_return answer;
}

ports::TranscriberResult<Transcript> OpenAiTranscriber::read(const http::ClientResponse& response) {
  const auto now = clock_.steady();
  if (response.kind != Kind::kAnswer) {
    breaker_.failed(now);
    if (response.too_large) return TranscriberError{TranscriberFault::kMalformed, response.fault};
    return TranscriberError{
        response.fault.ends_with("time over") ? TranscriberFault::kTimeout : TranscriberFault::kUnavailable,
        response.fault};
  }
  // The peer's own words are left out: they may repeat the key or the guest. What it says about one file is no fault
  // of the peer.
  if (response.status != 200) {
    const auto error = bad_status(response.status);
    const bool of_the_file =
        response.status == 400 || response.status == 413 || response.status == 415 || response.status == 422;
    if (of_the_file)
      breaker_.succeeded();
    else
      breaker_.failed(now);
    return error;
  }
  auto text = transcription_text(response.body);
  if (!text && text.error().fault == TranscriberFault::kMalformed) {
    breaker_.failed(now);
    return text.error();
  }
  breaker_.succeeded();
  if (!text) return text.error();
  return Transcript{std::move(*text), config_.model};
}

TranscriberError OpenAiTranscriber::not_asked(TranscriberFault fault, std::string why) {
  metrics_.count(kCallsMetric, {{"result", "not_asked"}});
  return {fault, std::move(why)};
}

void OpenAiTranscriber::record(const ports::TranscriberResult<Transcript>& answer, std::chrono::milliseconds took) {
  using State = base::CircuitBreaker::State;
  const auto state = breaker_.state();
  metrics_.observe("hotel_agent_transcription_seconds", static_cast<double>(took.count()) / 1000.0);
  metrics_.set("hotel_agent_circuit_state",
               state == State::kClosed     ? 0
               : state == State::kHalfOpen ? 1
                                           : 2,
               {{"target", "transcriber"}});
  if (answer) return metrics_.count(kCallsMetric, {{"result", "ok"}});
  const auto error = answer.error();
  metrics_.count(kCallsMetric, {{"result", std::string(name(error.fault))}});
  base::log::warning("transcriber.exchange_failed",
                     {{"result", name(error.fault)}, {"why", error.detail}, {"ms", std::int64_t{took.count()}}});
}

}  // namespace hotel::agent
