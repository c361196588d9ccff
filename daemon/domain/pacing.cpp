#include "domain/pacing.h"

#include <algorithm>
#include <cmath>

namespace hotel::domain {
namespace {

constexpr double kGuestBurst = 45, kGuestRate = 1.0 / 6.0;
constexpr double kNumberBurst = 40,
                 kNumberRate = 40;  // of 80 a second in both directions; half is left for what comes in
constexpr std::size_t kRemembered = 10'000;

}  // namespace

void Pacing::refill(Bucket& bucket, double most, double per_second, wire::Millis now) {
  if (bucket.at == 0) {
    bucket = {most, now};
    return;
  }
  bucket.tokens = std::min(
      most, bucket.tokens + per_second * static_cast<double>(std::max<wire::Millis>(0, now - bucket.at)) / 1000.0);
  bucket.at = now;
}

wire::Millis Pacing::ready_at(const Bucket& bucket, double per_second, wire::Millis now) {
  if (bucket.tokens >= 1) return now;
  return now + static_cast<wire::Millis>(std::ceil((1 - bucket.tokens) / per_second * 1000.0));
}

wire::Millis Pacing::may_send_at(const std::string& number_id, const std::string& guest, wire::Millis now) {
  if (const auto pause = paused_.find(number_id); pause != paused_.end()) {
    if (pause->second > now) return pause->second;
    paused_.erase(pause);
  }
  // A full bucket says nothing, so guests who have been quiet long enough need not be remembered.
  if (guests_.size() > kRemembered)
    std::erase_if(guests_, [&](const auto& entry) {
      return now - entry.second.at > static_cast<wire::Millis>(kGuestBurst / kGuestRate * 1000);
    });
  Bucket& person = guests_[number_id + "/" + guest];
  Bucket& number = numbers_[number_id];
  refill(person, kGuestBurst, kGuestRate, now);
  refill(number, kNumberBurst, kNumberRate, now);
  const wire::Millis at = std::max(ready_at(person, kGuestRate, now), ready_at(number, kNumberRate, now));
  if (at > now) return at;
  person.tokens -= 1;
  number.tokens -= 1;
  return now;
}

void Pacing::pause_number(const std::string& number_id, wire::Millis until) {
  auto& pause = paused_[number_id];
  pause = std::max(pause, until);
}

}  // namespace hotel::domain
