// The one form behind availability, price and booking: what the guest has said of a stay, what is still missing, and
// how a message changes it. Values and pure functions; the days are the hotel's.
//
// Order of what is missing (policy of the dialogue): dates, people, ages of children. A message never undoes what it
// does not speak of: a new number of nights keeps the arrival, a new room keeps the people.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "domain/stay.h"

namespace hotel::domain {

struct RoomWish {  // a room in the guest's words: "double", "suite"
  std::string type;
  int count = 1;
  friend bool operator==(const RoomWish&, const RoomWish&) = default;
};

struct ChosenRoom {  // a type as the PMS names it
  std::string id, name;
  int count = 1;
  friend bool operator==(const ChosenRoom&, const ChosenRoom&) = default;
};

using Period = std::pair<Date, Date>;  // both ends inclusive

struct StaySaid {  // by one message
  std::optional<Date> check_in, check_out;
  std::optional<int> nights, extra_nights, adults, children, guests, rooms;
  std::optional<Period> period;
  std::vector<int> child_ages;
  std::vector<RoomWish> wishes;
  std::string name, email;
};

struct StayForm {
  std::optional<Date> check_in, check_out;
  std::optional<int> nights;     // said before the arrival is known
  std::optional<Period> period;  // a month said before gives the month of later bare days
  std::optional<int> adults, children, guests, rooms;
  std::vector<int> ages;
  std::vector<RoomWish> wishes;
  std::vector<ChosenRoom> chosen;
  std::string name, email;

  bool has_people() const { return adults || guests; }
  int adult_count() const { return adults.value_or(guests.value_or(0)); }
  int people() const { return adult_count() + children.value_or(0); }
  int room_count() const;     // as said or implied by the rooms that were named; 1 when nothing was
  std::string shown() const;  // everything a summary rests on, to see whether it changed since
};

enum class Missing { kNothing, kDates, kCheckIn, kCheckOut, kPeople, kAdults, kAges };
Missing missing(const StayForm& form);

struct MergeRules {
  bool adds_people = false;   // adults or ages were asked for: what is there stays
  bool keeps_length = false;  // doubtful days were asked about: a new arrival moves the whole stay
};

// Takes over what a message says. Returns whether anything changed.
bool merge(StayForm& form, const StaySaid& said, const MergeRules& rules);

// The people spread evenly over `rooms` rooms; nothing while they are not known or there are more rooms than adults.
std::optional<std::vector<Party>> parties(const StayForm& form, int rooms);

// The people spread over rooms of these types so that each room holds its party; nothing when they do not fit.
std::optional<std::vector<Party>> parties_in(const StayForm& form, const std::vector<RoomType>& rooms);

}  // namespace hotel::domain
