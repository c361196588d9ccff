#include "pms/qloapps_webservice.h"

#include <charconv>
#include <fmt/format.h>

#include "base/crypto.h"
#include "base/log.h"

namespace hotel::pms {
using Kind = Answer::Kind;
namespace {

std::string_view name(Kind kind) {
  switch (kind) {
    case Kind::kOk:
      return "ok";
    case Kind::kNoRow:
      return "none";
    case Kind::kRefused:
      return "refused";
    case Kind::kUnknown:
      return "unknown";
    default:
      return "fault";
  }
}

std::int64_t seconds_of(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? value : 0;
}

Reply refusal(std::string detail) {
  Reply reply;
  reply.answer.kind = Kind::kFault;
  reply.answer.detail = std::move(detail);
  return reply;
}

std::string without_slash(std::string url) {
  while (url.ends_with('/')) url.pop_back();
  return url;
}

}  // namespace

Query& Query::add(std::string_view name, std::string_view value) {
  text_.append("&").append(http::encode_query(name)).append("=").append(http::encode_query(value));
  return *this;
}

QloAppsWebservice::QloAppsWebservice(QloAppsConfig config, Transport transport, const base::Clock& clock,
                                     base::Metrics& metrics)
    : config_(std::move(config)),
      transport_(std::move(transport)),
      clock_(clock),
      metrics_(metrics),
      gate_(config_.requests_in_flight),
      breaker_(config_.breaker),
      authorization_("Basic " + base::to_base64(config_.key + ":")) {
  config_.base_url = without_slash(std::move(config_.base_url));
  show_breaker();
}

http::ClientRequest QloAppsWebservice::request(std::string method, const std::string& path,
                                               const std::string& query) const {
  http::ClientRequest out;
  out.method = std::move(method);
  out.url = fmt::format("{}/api/{}?{}", config_.base_url, path, query);
  out.headers = {{"Authorization", authorization_}, {"Accept", "application/json"}};
  out.total_timeout = config_.read_timeout;
  out.connect_timeout = std::min(config_.read_timeout, std::chrono::milliseconds{5'000});
  return out;
}

rt::Task<Reply> QloAppsWebservice::read(std::string operation, std::string path, std::string query, Trial trial) {
  auto out = request("GET", path, query);
  co_return co_await exchange(std::move(operation), std::move(out), Effect::kRead, trial == Trial::kProbe);
}

rt::Task<Reply> QloAppsWebservice::read_xml(std::string operation, std::string path, std::string body) {
  const Query query;
  auto out = request("POST", path, query.text());
  out.headers.emplace_back("Content-Type", "application/xml");
  out.body = std::move(body);
  co_return co_await exchange(std::move(operation), std::move(out), Effect::kRead, false);
}

rt::Task<Reply> QloAppsWebservice::write(std::string operation, std::string method, std::string path,
                                         std::string content_type, std::string body) {
  const Query query;
  auto out = request(std::move(method), path, query.text());
  out.headers.emplace_back("Content-Type", std::move(content_type));
  out.body = std::move(body);
  out.total_timeout = config_.write_timeout;
  co_return co_await exchange(std::move(operation), std::move(out), Effect::kWrite, false);
}

rt::Task<Reply> QloAppsWebservice::exchange(std::string operation, http::ClientRequest request, Effect effect,
                                            bool trial_free) {
  const auto limit = request.total_timeout;
  const auto slot = co_await gate_.enter(limit);
  if (!slot) {
    metrics_.count("hotel_agent_pms_requests_total", {{"operation", operation}, {"result", "crowded"}});
    co_return refusal("too many requests wait for the PMS");
  }
  // Writes are not held back: each of them follows a read of its own that went through.
  if (effect == Effect::kRead && !breaker_.allow(clock_.steady()) && !trial_free) {
    metrics_.count("hotel_agent_pms_requests_total", {{"operation", operation}, {"result", "not_tried"}});
    co_return refusal("the PMS failed several times in a row and is left alone for a moment: " + last_fault_);
  }
  show_breaker();
  const auto begun = clock_.steady();
  const auto response = co_await transport_(std::move(request));
  const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(clock_.steady() - begun);
  Reply reply;
  reply.answer = read_answer(response, effect);
  if (response.kind == http::ClientResponse::Kind::kAnswer)
    reply.access_time = seconds_of(response.header("Access-Time"));
  record(operation, reply.answer, effect, took);
  co_return reply;
}

void QloAppsWebservice::record(const std::string& operation, const Answer& answer, Effect effect,
                               std::chrono::milliseconds took) {
  metrics_.count("hotel_agent_pms_requests_total",
                 {{"operation", operation}, {"result", std::string(name(answer.kind))}});
  metrics_.observe("hotel_agent_pms_request_seconds", static_cast<double>(took.count()) / 1000.0,
                   {{"operation", operation}});
  const bool ok = answer.kind == Kind::kOk || answer.kind == Kind::kNoRow || answer.kind == Kind::kRefused;
  if (!ok)
    base::log::warning("pms.exchange_failed", {{"operation", operation},
                                               {"result", std::string(name(answer.kind))},
                                               {"why", answer.detail},
                                               {"ms", std::int64_t{took.count()}}});
  // A write that ends with notices on a strict host says nothing about the PMS's health.
  if (answer.kind == Kind::kUnknown && effect == Effect::kWrite) return;
  const bool was_ok = last_ok_ || !seen_;
  seen_ = true;
  last_ok_ = ok;
  latency_ms_ = static_cast<double>(took.count());
  if (ok) {
    last_ok_at_ = clock_.now();
    breaker_.succeeded();
    if (!was_ok) base::log::info("pms.back", {{"operation", operation}});
  } else {
    last_fault_ = answer.detail;
    if (answer.counts) breaker_.failed(clock_.steady());
  }
  show_breaker();
}

void QloAppsWebservice::show_breaker() {
  const auto state = breaker_.state();
  const double value = state == CircuitBreaker::State::kClosed ? 0 : state == CircuitBreaker::State::kHalfOpen ? 1 : 2;
  metrics_.set("hotel_agent_circuit_state", value, {{"target", "pms"}});
}

ports::PmsHealth QloAppsWebservice::health() const {
  ports::PmsHealth out;
  out.pms = "qloapps";
  out.latency_ms = latency_ms_;
  out.breaker = std::string(base::name(breaker_.state()));
  out.last_ok_at = last_ok_at_;
  out.last_sync_at = last_sync_at_;
  if (!seen_) return out;
  out.ok = last_ok_;
  if (last_ok_) {
    const bool slow = latency_ms_ > static_cast<double>(config_.slow.count());
    out.status = slow ? "degraded" : "up";
    if (slow) out.detail = fmt::format("the last answer took {} ms", static_cast<std::int64_t>(latency_ms_));
    return out;
  }
  // One fault among good answers is a hiccup; with nothing good for a while, or before anything good came, it is down.
  const bool down =
      breaker_.state() != CircuitBreaker::State::kClosed || !last_ok_at_ || breaker_.failures_in_a_row() == 0;
  out.status = down ? "down" : "degraded";
  out.detail = last_fault_;
  return out;
}

}  // namespace hotel::pms
