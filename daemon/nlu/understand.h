// The understanding of one guest turn: language, intents, entities. Pure function of (text, reference day, what was
// said before); nothing is guessed: what is not in the text is not in the answer.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nlu/dates.h"
#include "nlu/entities.h"
#include "nlu/intents.h"
#include "nlu/party.h"
#include "wire/time.h"

namespace hotel::nlu {

struct Entities {
  std::optional<Date> check_in, check_out, current_check_in, current_check_out, date;
  std::optional<int> nights, extra_nights, adults, children, guests, rooms, rating;
  std::optional<Span> period;
  std::vector<int> child_ages;
  std::vector<RoomWish> room_wishes;    // with counts, in the order of the message
  std::vector<std::string> room_types;  // sorted, once each
  std::vector<std::string> amenities, service_items;
  std::string booking_code, name, email, phone, time, flight, room_number, currency;
  std::optional<double> amount;
};

struct Understanding {
  std::string language;               // es, en, pt
  std::vector<ScoredIntent> intents;  // at least one; "other" with a low confidence when nothing was understood
  Entities entities;
  bool ambiguous = false;                  // the dates: ask before relying on them
  std::vector<DateReading> date_readings;  // what else they may mean
  DateFault date_fault = DateFault::kNone;
  bool lone_day = false;
  bool affirms = false, denies = false;
  bool steering = false;
  bool asks_who = false;    // "are you a robot?"
  bool keeps = false;       // "leave it as it is"
  bool that_one = false;    // "I take that one"
  bool goes_ahead = false;  // "confirm it"
  bool hesitates = false;   // a "no", a "wait", a "but" stands somewhere
  bool understood = false;  // a cue or an entity was found

  const std::string& intent() const { return intents.front().name; }
  double confidence() const { return intents.front().confidence; }
  bool has(std::string_view intent) const;
};

Understanding understand(std::string_view text, wire::Date today, std::string_view language_prior,
                         const DateContext& context = {});

}  // namespace hotel::nlu
