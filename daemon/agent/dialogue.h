// What the agent remembers of a conversation between turns: the form of a wanted stay, the question it asked last, the
// summary that waits for a yes, the booking that is talked about. Values and their JSON; lenient when read back: a
// state of an older release loses what is unknown, never throws.
#pragma once

#include <boost/json/object.hpp>
#include <optional>
#include <string>
#include <vector>

#include "domain/guest_action.h"
#include "domain/stay_form.h"
#include "nlu/understand.h"

namespace hotel::agent {

inline constexpr wire::Millis kSummaryLife = 15LL * 60 * 1000;

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

struct Change {  // of an existing booking, shown and waiting for a yes
  std::string intent_id, booking_id, reference;
  domain::Stay stay;
  std::string room_type_id;  // empty: as it is
  wire::Money total;
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
  kOtherDates,
  kEmail,
  kModify,
  kModifyWhat
};
std::string_view name(Asked asked);
Asked asked_from(std::string_view name);
domain::GuestAction action_of(Asked asked);

struct Dialogue {
  domain::StayForm form;
  bool form_done = false;      // the form was ordered: the next stay begins a new one
  bool stay = false;           // a stay is talked about
  bool wants_booking = false;  // and it is to be booked
  int suggested_rooms = 0;     // more than one room was offered, since one does not hold all
  Asked asked = Asked::kNothing;
  std::string
      task;  // cancel, change, lookup, invoice: what a booking is needed for; service: what a room number is for
  std::string request;                    // the guest's words that wait for a room number or an address
  std::vector<domain::RoomType> offered;  // ids that may come back as a choice of the list
  std::string focus;                      // room type id that «that one» means
  std::optional<nlu::DateReading> other;  // second reading of doubtful dates
  std::optional<Summary> summary;
  std::optional<Cancellation> cancel;
  std::optional<Change> change;
  std::string booking_id, booking_code;  // the booking that is talked about
  std::optional<int> extra_nights;
  std::string room_number;  // where the guest is
  std::string ordered;      // intent of the last order; the same yes again orders nothing
  bool order_open = false;  // its end is not known yet
  int misses = 0;           // turns in a row that were not understood
  bool greeted = false;
};

boost::json::object to_json(const Dialogue& dialogue);
Dialogue dialogue_from_json(const boost::json::object& json);

domain::StaySaid said_of_stay(const nlu::Entities& entities);
domain::MergeRules rules_after(Asked asked);

// The state as the evaluation of dialogues names it: only what the guest said, by stable keys.
boost::json::object slots_json(const Dialogue& dialogue);

}  // namespace hotel::agent
