// What a guest wants (a stay) and what the PMS offers for it. Values only; every price carries the time it was read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "wire/money.h"
#include "wire/time.h"

namespace hotel::domain {

using wire::Date;
using wire::Millis;
using wire::Money;

struct Party {  // the people of one room
  int adults = 0;
  std::vector<int> child_ages;
  int people() const { return adults + static_cast<int>(child_ages.size()); }
  friend bool operator==(const Party&, const Party&) = default;
};

struct Stay {
  Date check_in{};
  Date check_out{};
  std::vector<Party> rooms;  // one per wanted room, at least one
  int nights() const { return wire::nights_between(check_in, check_out); }
  friend bool operator==(const Stay&, const Stay&) = default;
};

struct StayChange {  // what a booking shall be
  Stay stay;
  std::string room_type_id;  // of all its rooms; empty: the type it has
};

// Refuses what no PMS should be asked: reversed or equal days, a past arrival, more than `max_nights`, a room without
// an adult, more than 9 rooms. Returns the reason, or nothing when the stay is sound.
std::optional<base::Error> fault_of(const Stay& stay, Date today, int max_nights = 90);

inline constexpr int kInfantBelow = 2;  // years: sleeps in a crib and takes no place of a room

struct RoomType {
  std::string id;
  std::string name;  // as the PMS names it: "Double Room"
  int max_adults = 0;
  int max_children = 0;
  int max_guests = 0;
  bool fits(const Party& party) const;
};

struct Offer {  // one room type for the whole stay
  RoomType type;
  int free = 0;       // rooms of the type that are free on every night
  Money nightly;      // with tax, one room
  Money one_room;     // with tax, one room, whole stay
  Money total;        // with tax, all wanted rooms of this type, whole stay
  bool fits = false;  // every wanted party fits into this type, and enough rooms are free
};

struct Availability {
  Stay stay;
  std::vector<Offer> offers;  // every active type, sold-out ones too (free == 0)
  Millis read_at = 0;
  std::string source;  // "qloapps" or "mock"
};

struct BookingRequest {
  std::string marker;  // ours; found again in the PMS after an unknown outcome
  Stay stay;
  std::vector<std::string> room_type_ids;  // one per room of stay.rooms, in their order
  std::string first_name;
  std::string last_name;
  std::string email;  // empty: the adapter makes one from the phone (GUEST_MAIL_DOMAIN)
  std::string phone;  // digits, with or without +
  Money expected_total;
};

const Offer* offer_of(const Availability& found, const std::string& room_type_id);  // nullptr: no such type

// What these rooms cost together, one type per room; nothing when a type is missing or the currencies differ. `found`
// was read for as many rooms.
std::optional<Money> price_of(const Availability& found, const std::vector<std::string>& room_type_ids);

// Why the rooms cannot be had as they are asked for: kSoldOut; kNotFound, a type that is not offered; kInvalid, a party
// that its room is too small for, or not one type per room.
std::optional<base::Error> fault_of(const Availability& found, const BookingRequest& request);
inline bool holds(const Availability& found, const BookingRequest& request) {
  return !fault_of(found, request);
}

// The first word is the first name, the rest the last name; one word alone is used for both, since a PMS wants two.
std::pair<std::string, std::string> split_name(const std::string& full);

}  // namespace hotel::domain
