// What the agent remembers of a conversation between turns: the form of a wanted stay, the question it asked last, the
// summary that waits for a yes. Values and their JSON; lenient when read back: a state of an older release loses what
// is unknown, never throws.
#pragma once

#include <boost/json/object.hpp>
#include <optional>
#include <string>
#include <vector>

#include "domain/stay.h"
#include "nlu/understand.h"

namespace hotel::agent {

inline constexpr wire::Millis kSummaryLife = 15LL * 60 * 1000;

struct Form {
  std::optional<wire::Date> check_in, check_out;
  std::optional<int> nights;        // said before the arrival is known
  std::optional<nlu::Span> period;  // a month said before gives the month of later bare days
  std::optional<int> adults, children, guests, rooms;
  std::vector<int> ages;
  std::vector<nlu::RoomWish> wishes;  // in the guest's words: "double"
  std::string type_id, type_name;     // chosen, as the PMS names it
  std::string name, email;

  bool has_people() const { return adults || guests; }
  std::string shown() const;  // everything a summary rests on, to see whether it changed since
};

struct Summary {  // waits for the guest's yes
  std::string intent_id;
  std::string shown;
  wire::Money total;
  wire::Millis valid_until = 0;
};

struct Cancellation {
  std::string intent_id, booking_id, reference;
  wire::Millis valid_until = 0;
};

enum class Asked {
  kNothing,
  kDates,
  kCheckOut,
  kConfirmDates,
  kPeople,
  kAdults,
  kAges,
  kRooms,
  kRoom,
  kBookIt,
  kName,
  kConfirm,
  kChange,
  kCode,
  kCancel,
  kRoomNumber,
  kOtherDates
};
std::string_view name(Asked asked);
Asked asked_from(std::string_view name);

struct Dialogue {
  Form form;
  bool stay = false;           // a stay is talked about
  bool wants_booking = false;  // and it is to be booked
  Asked asked = Asked::kNothing;
  std::string task;  // "cancel", "lookup": what a booking code is asked for; "service": what a room number is for
  std::vector<domain::RoomType> offered;  // ids that may come back as a choice of the list
  std::string focus;                      // room type id that «that one» means
  std::optional<nlu::DateReading> other;  // second reading of doubtful dates
  std::optional<Summary> summary;
  std::optional<Cancellation> cancel;
  std::string ordered;      // intent of the last order; the same yes again orders nothing
  bool order_open = false;  // its end is not known yet
  int misses = 0;           // turns in a row that were not understood
  bool greeted = false;
};

boost::json::object to_json(const Dialogue& dialogue);
Dialogue dialogue_from_json(const boost::json::object& json);

// Takes over what a message says of the stay. Returns whether anything changed.
bool merge(Form& form, const nlu::Understanding& said, Asked asked);

// The people of the form spread over `rooms` rooms; nothing while they are not known.
std::optional<std::vector<domain::Party>> parties(const Form& form, int rooms);

}  // namespace hotel::agent
