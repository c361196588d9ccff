// Answers of the PMS about a stay, kept for at most a minute; equal questions that are asked at the same time become
// one. Dropped after every booking and change of our own: a look that was under way then is not kept either. Errors are
// not kept. Use on one executor; time from base::Clock.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "base/clock.h"
#include "domain/stay.h"
#include "rt/notifier.h"
#include "rt/task.h"

namespace hotel::pms {

std::string key_of(const domain::Stay& stay);

class AvailabilityCache {
 public:
  using Answer = base::Result<domain::Availability>;
  using Ask = std::function<rt::Task<Answer>(domain::Stay)>;

  AvailabilityCache(const base::Clock& clock, std::chrono::milliseconds keep, std::size_t most = 256)
      : clock_(clock), keep_(keep), most_(most) {}

  rt::Task<Answer> get(domain::Stay stay, bool fresh, const Ask& ask);
  void drop();
  std::size_t size() const { return kept_.size(); }

 private:
  struct Kept {
    domain::Availability value;
    std::chrono::steady_clock::time_point at;
  };
  struct Flight {
    rt::Notifier landed;
    std::optional<Answer> answer;
    bool over = false;
  };
  void keep(const std::string& key, const domain::Availability& value);

  const base::Clock& clock_;
  std::chrono::milliseconds keep_;
  std::size_t most_;
  std::map<std::string, Kept> kept_;
  std::map<std::string, std::shared_ptr<Flight>> flights_;
  std::uint64_t epoch_ = 0;
};

}  // namespace hotel::pms
