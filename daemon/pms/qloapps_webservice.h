// The wire to one QloApps shop: addresses, key, limits on requests in flight, the circuit breaker, and what the last
// exchanges showed. Knows nothing of bookings. Use on one executor; must outlive its calls. Errors are answers (see
// qloapps_answer.h); nothing is retried here.
#pragma once

#include <chrono>
#include <functional>
#include <string>

#include "base/circuit_breaker.h"
#include "base/clock.h"
#include "base/metrics.h"
#include "http/client.h"
#include "pms/gate.h"
#include "pms/qloapps_answer.h"
#include "ports/pms.h"

namespace hotel::pms {

using base::CircuitBreaker;
using Transport = std::function<rt::Task<http::ClientResponse>(http::ClientRequest)>;

struct QloAppsConfig {
  std::string base_url;  // https://shop.example or http://…/path; without /api
  std::string key;
  std::string hotel_id = "1";
  std::string guest_mail_domain;
  std::chrono::milliseconds read_timeout{10'000};
  std::chrono::milliseconds write_timeout{30'000};
  std::chrono::milliseconds slow{3'000};  // an exchange above that makes the PMS «degraded»
  std::chrono::milliseconds keep_catalogue{300'000};
  std::chrono::milliseconds keep_availability{60'000};
  int requests_in_flight = 2;
  CircuitBreaker::Config breaker;
};

struct Reply {
  Answer answer;
  std::int64_t access_time = 0;  // Access-Time of the answer, Unix seconds: the shop's «now»; 0: none
};

// A query of the webservice, built name by name; every value is escaped, so that no foreign text becomes a parameter
// (ps_method would replace the HTTP method).
class Query {
 public:
  Query& add(std::string_view name, std::string_view value);
  Query& filter(std::string_view field, std::string_view form) {
    return add("filter[" + std::string(field) + "]", form);
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_ = "output_format=JSON";
};

class QloAppsWebservice {
 public:
  QloAppsWebservice(QloAppsConfig config, Transport transport, const base::Clock& clock, base::Metrics& metrics);

  enum class Trial { kNormal, kProbe };  // a probe goes through an open breaker
  rt::Task<Reply> read(std::string operation, std::string path, std::string query, Trial trial = Trial::kNormal);
  rt::Task<Reply> read_xml(std::string operation, std::string path,
                           std::string body);  // POST that only reads: hotel_ari
  rt::Task<Reply> write(std::string operation, std::string method, std::string path, std::string content_type,
                        std::string body);

  const QloAppsConfig& config() const { return config_; }
  ports::PmsHealth health() const;
  void synced() { last_sync_at_ = clock_.now(); }

 private:
  rt::Task<Reply> exchange(std::string operation, http::ClientRequest request, Effect effect, bool trial_free);
  http::ClientRequest request(std::string method, const std::string& path, const std::string& query) const;
  void record(const std::string& operation, const Answer& answer, Effect effect, std::chrono::milliseconds took);
  void show_breaker();

  QloAppsConfig config_;
  Transport transport_;
  const base::Clock& clock_;
  base::Metrics& metrics_;
  Gate gate_;
  CircuitBreaker breaker_;
  std::string authorization_;

  bool seen_ = false, last_ok_ = false;
  std::string last_fault_;
  double latency_ms_ = 0;
  std::optional<wire::Millis> last_ok_at_, last_sync_at_;
};

}  // namespace hotel::pms
