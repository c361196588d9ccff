// How much the language model may be asked in one day of the hotel: calls and tokens, for all guests together and for
// each. Kept in memory: a restart begins the day anew. Pure; use on one executor.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "wire/time.h"

namespace hotel::agent {

struct ModelLimits {
  int daily_calls = 2000;
  int guest_daily_calls = 40;
  std::int64_t tokens_per_call = 2000;  // on average; times the calls it is the limit in tokens
};

class ModelBudget {
 public:
  explicit ModelBudget(ModelLimits limits) : limits_(limits) {}

  // A day that lies before the last one seen (a turn that began before midnight) counts for the present one, so that
  // nothing is given back.
  bool has_room(const std::string& guest, wire::Date today);
  void take(const std::string& guest);  // counts a call; what it uses is told by used() when it is known
  void used(const std::string& guest, std::int64_t tokens);

  int calls_today() const { return all_.calls; }
  std::int64_t tokens_today() const { return all_.tokens; }

 private:
  struct Spent {
    int calls = 0;
    std::int64_t tokens = 0;
  };
  ModelLimits limits_;
  wire::Date day_{};
  Spent all_;
  std::map<std::string, Spent> guests_;  // of the day; never more than daily_calls
};

}  // namespace hotel::agent
