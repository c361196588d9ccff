// Holds each answer of the agent against the hotel as it is at that moment, without using what the agent says about
// itself: amounts, days, rooms and bookings are read from the text by rules of its own. Only the links of claims are
// checked in the answer's own evidence.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "agent/agent.h"
#include "trial_hotel.h"

namespace hotel::trial {

struct Report {
  std::int64_t conversations = 0, turns = 0, answers = 0;
  std::int64_t amounts = 0, days = 0, rooms = 0, sold_out = 0;  // held against the hotel
  std::int64_t claims = 0, unlinked = 0, withheld = 0;
  std::int64_t booked = 0, cancelled = 0, changed = 0;
  std::int64_t model_asked = 0, model_worded = 0;
  std::int64_t faults = 0;
  std::vector<std::string> examples;  // of faults, the first ones
  std::map<std::string, std::int64_t> ends;

  void fault(const std::string& what);
  void add(const Report& other);
};

class Judge {
 public:
  Judge(TrialHotel& hotel, Report& report, std::vector<wire::Booking> strangers, std::string phone);

  void heard(const std::string& text) { typed_ += text + "\n"; }
  void answer(const agent::TurnResult& result, wire::Millis now);
  void order(const agent::TurnResult& result, bool consented);
  void end();  // nobody else's booking has changed

 private:
  void linked(const agent::Reply& reply, wire::Millis now);
  void prices(const std::string& text, const agent::TurnResult& result);
  void offer_lines(const std::string& text, const std::vector<wire::Date>& days);
  bool of_a_booking(const std::string& text, const std::vector<wire::Date>& days);
  void summary(const std::string& text, const std::vector<wire::Date>& days);
  void nothing_left(const std::string& text, const agent::TurnResult& result);
  void foreign(const std::string& text);
  void wrong(const std::string& what, const std::string& text);

  TrialHotel& hotel_;
  Report& report_;
  std::vector<wire::Booking> strangers_;
  std::string phone_, typed_;
};

}  // namespace hotel::trial
