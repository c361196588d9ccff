// Counters, gauges and histograms of one process, written as Prometheus text (exposition format 0.0.4).
// Names: prefix hotel_agent_, base units, _total for counters. Labels hold no guest, no phone, no id. Thread-safe.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace hotel::base {

using Labels = std::vector<std::pair<std::string, std::string>>;

class Metrics {
 public:
  Metrics();

  void count(std::string_view name, const Labels& labels = {}, double by = 1);
  void set(std::string_view name, double value, const Labels& labels = {});
  void observe(std::string_view name, double seconds, const Labels& labels = {});
  double counted(std::string_view name, const Labels& labels = {}) const;  // 0 when never counted
  std::string text() const;

 private:
  enum class Kind { kCounter, kGauge, kHistogram };
  struct Series {
    double value = 0;
    std::vector<std::uint64_t> buckets;
    std::uint64_t count = 0;
  };
  struct Family {
    Kind kind;
    std::string help;
    std::map<std::string, Series> series;  // by rendered labels
  };
  void declare(std::string_view name, Kind kind, std::string_view help);
  Family& family(std::string_view name);

  mutable std::mutex mutex_;
  std::map<std::string, Family, std::less<>> families_;
};

}  // namespace hotel::base
