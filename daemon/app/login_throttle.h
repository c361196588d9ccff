// Makes guessing passwords slow: each failed sign-in lets the next one of the same user name or the same address wait
// longer, and beyond a bound none is tried for a while. Names are counted as they were typed, whether such a user
// exists or not, so the waiting tells nothing. A sign-in counts as failed while it is under way, so that many at once
// do not get in before the count. Pure but for the given times; bounded memory. Use on one thread.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>

namespace hotel::app {

class LoginThrottle {
 public:
  using Time = std::chrono::steady_clock::time_point;

  struct Limits {
    int free = 3;                          // failures without any delay
    std::chrono::milliseconds first{250};  // then doubled each time
    std::chrono::milliseconds longest{5'000};
    int user_bound = 20;  // from then on 429
    int peer_bound = 60;
    std::chrono::seconds pause{60};        // how long after the last failure
    std::chrono::seconds memory{15 * 60};  // without any failure everything is forgotten
    std::size_t entries = 10'000;
  };

  LoginThrottle() : LoginThrottle(Limits{}) {}
  explicit LoginThrottle(Limits limits) : limits_(limits) {}

  struct Verdict {
    std::chrono::milliseconds delay{0};
    std::optional<std::chrono::seconds> refused_for;  // set: do not even look at the password
  };

  Verdict begin(const std::string& user, const std::string& peer, Time now);  // counts a failure unless it refuses
  void succeeded(const std::string& user,
                 const std::string& peer);  // takes that failure back; the user's are forgotten
  void abandoned(const std::string& user, const std::string& peer);  // nothing was learnt: takes that failure back

 private:
  struct Failures {
    int count = 0;
    Time last{};
  };
  using Table = std::map<std::string, Failures>;

  Failures& entry(Table& table, const std::string& key, Time now);
  std::chrono::milliseconds delay_after(int failures) const;
  static void take_back(Table& table, const std::string& key);

  Limits limits_;
  Table users_, peers_;
};

}  // namespace hotel::app
