#include "base/metrics.h"

#include <array>
#include <fmt/format.h>
#include <stdexcept>

namespace hotel::base {
namespace {

constexpr std::array kBounds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0};

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == '"') out.push_back('\\');
    if (c == '\n') {
      out.append("\\n");
      continue;
    }
    out.push_back(c);
  }
  return out;
}

std::string rendered(const Labels& labels) {
  std::string out;
  for (const auto& [name, value] : labels)
    out.append(fmt::format("{}{}=\"{}\"", out.empty() ? "" : ",", name, escaped(value)));
  return out;
}

std::string with(std::string_view labels, std::string_view more = {}) {
  if (labels.empty() && more.empty()) return "";
  return fmt::format("{{{}{}{}}}", labels, labels.empty() || more.empty() ? "" : ",", more);
}

}  // namespace

// Every metric of the daemon stands here once, with its meaning: an undeclared name is a bug and throws.
Metrics::Metrics() {
  declare("hotel_agent_build_info", Kind::kGauge, "Version of the running program; always 1.");
  declare("hotel_agent_webhook_requests_total", Kind::kCounter,
          "Webhook requests by result: ok, refused, error (answered 5xx).");
  declare("hotel_agent_webhook_ack_seconds", Kind::kHistogram, "Time from the last byte of a webhook to its answer.");
  declare("hotel_agent_webhook_messages_total", Kind::kCounter, "Guest messages stored, each once.");
  declare("hotel_agent_webhook_statuses_total", Kind::kCounter, "Delivery statuses recorded, each once.");
  declare("hotel_agent_webhook_foreign_total", Kind::kCounter, "Elements for other numbers, fields or objects.");
  declare("hotel_agent_inbox_oldest_unprocessed_seconds", Kind::kGauge,
          "Age of the oldest stored webhook that was not processed yet.");
  declare("hotel_agent_outbox_oldest_unsent_seconds", Kind::kGauge, "Age of the oldest message that waits to be sent.");
  declare("hotel_agent_outbox_waiting", Kind::kGauge, "Messages that wait to be sent.");
  declare("hotel_agent_oldest_unanswered_seconds", Kind::kGauge,
          "Longest time that a guest has been waiting for an answer.");
  declare("hotel_agent_dead_letters", Kind::kGauge, "Inputs that could not be processed and wait for a person.");
  declare("hotel_agent_sends_total", Kind::kCounter, "Sends to WhatsApp by result.");
  declare("hotel_agent_send_seconds", Kind::kHistogram, "Duration of sends to WhatsApp.");
  declare("hotel_agent_turns_total", Kind::kCounter, "Agent turns by result: answered, handed_over, dropped, failed.");
  declare("hotel_agent_turn_answer_seconds", Kind::kHistogram,
          "Time from a guest's last message to the agent's committed answer.");
  declare("hotel_agent_pms_requests_total", Kind::kCounter, "Requests to the PMS by operation and result.");
  declare("hotel_agent_pms_request_seconds", Kind::kHistogram, "Duration of requests to the PMS by operation.");
  declare("hotel_agent_model_requests_total", Kind::kCounter,
          "Requests to the language model by result: ok, or the kind of fault.");
  declare("hotel_agent_model_request_seconds", Kind::kHistogram, "Duration of requests to the language model.");
  declare("hotel_agent_model_tokens_total", Kind::kCounter, "Tokens used by the language model, both ways.");
  declare("hotel_agent_transcriptions_total", Kind::kCounter,
          "Voice notes given to the transcription service by result: ok, not_asked, or the kind of fault.");
  declare("hotel_agent_transcription_seconds", Kind::kHistogram, "Duration of requests to the transcription service.");
  declare("hotel_agent_circuit_state", Kind::kGauge, "Circuit breaker by target: 0 closed, 1 half open, 2 open.");
  declare("hotel_agent_commit_seconds", Kind::kHistogram, "Duration of one group commit of the store.");
  declare("hotel_agent_commits_total", Kind::kCounter, "Group commits of the store.");
  declare("hotel_agent_http_requests_total", Kind::kCounter, "HTTP requests by route group and status class.");
  declare("hotel_agent_console_streams", Kind::kGauge, "Open event streams.");
}

void Metrics::declare(std::string_view name, Kind kind, std::string_view help) {
  families_[std::string{name}] = {kind, std::string{help}, {}};
}

Metrics::Family& Metrics::family(std::string_view name) {
  const auto found = families_.find(name);
  if (found == families_.end()) throw std::logic_error(fmt::format("metric {} is not declared", name));
  return found->second;
}

void Metrics::count(std::string_view name, const Labels& labels, double by) {
  const std::scoped_lock lock{mutex_};
  family(name).series[rendered(labels)].value += by;
}

void Metrics::set(std::string_view name, double value, const Labels& labels) {
  const std::scoped_lock lock{mutex_};
  family(name).series[rendered(labels)].value = value;
}

void Metrics::observe(std::string_view name, double seconds, const Labels& labels) {
  const std::scoped_lock lock{mutex_};
  Series& series = family(name).series[rendered(labels)];
  series.buckets.resize(kBounds.size());
  for (std::size_t i = 0; i < kBounds.size(); ++i) series.buckets[i] += seconds <= kBounds[i] ? 1 : 0;
  ++series.count;
  series.value += seconds;
}

double Metrics::counted(std::string_view name, const Labels& labels) const {
  const std::scoped_lock lock{mutex_};
  const auto found = families_.find(name);
  if (found == families_.end()) return 0;
  const auto series = found->second.series.find(rendered(labels));
  return series == found->second.series.end() ? 0 : series->second.value;
}

std::string Metrics::text() const {
  const std::scoped_lock lock{mutex_};
  std::string out;
  for (const auto& [name, family] : families_) {
    if (family.series.empty()) continue;
    const std::string_view kind = family.kind == Kind::kCounter ? "counter"
                                  : family.kind == Kind::kGauge ? "gauge"
                                                                : "histogram";
    out.append(fmt::format("# HELP {} {}\n# TYPE {} {}\n", name, family.help, name, kind));
    for (const auto& [labels, series] : family.series) {
      if (family.kind != Kind::kHistogram) {
        out.append(fmt::format("{}{} {}\n", name, with(labels), series.value));
        continue;
      }
      for (std::size_t i = 0; i < kBounds.size(); ++i)
        out.append(fmt::format("{}_bucket{} {}\n", name, with(labels, fmt::format("le=\"{}\"", kBounds[i])),
                               series.buckets[i]));
      out.append(fmt::format("{}_bucket{} {}\n{}_sum{} {}\n{}_count{} {}\n", name, with(labels, "le=\"+Inf\""),
                             series.count, name, with(labels), series.value, name, with(labels), series.count));
    }
  }
  return out;
}

}  // namespace hotel::base
