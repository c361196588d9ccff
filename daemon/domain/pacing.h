// How fast we may send (WhatsApp contract, chapter 11): a guest takes one message in 6 s on average with bursts of up
// to 45; a number of ours 80 a second. Token buckets; pure but for what they remember.
#pragma once

#include <map>
#include <string>

#include "wire/time.h"

namespace hotel::domain {

class Pacing {
 public:
  // When this message may leave: `now` (and it is counted), or a later time (and it is not).
  wire::Millis may_send_at(const std::string& number_id, const std::string& guest, wire::Millis now);
  void pause_number(const std::string& number_id, wire::Millis until);

 private:
  struct Bucket {
    double tokens = 0;
    wire::Millis at = 0;
  };
  static wire::Millis ready_at(const Bucket& bucket, double per_second, wire::Millis now);
  static void refill(Bucket& bucket, double most, double per_second, wire::Millis now);

  std::map<std::string, Bucket> guests_, numbers_;
  std::map<std::string, wire::Millis> paused_;
};

}  // namespace hotel::domain
