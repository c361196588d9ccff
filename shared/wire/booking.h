// A booking as the PMS holds it, with the time at which it was read from there.
#pragma once

#include <boost/json/object.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "wire/money.h"
#include "wire/time.h"

namespace hotel::wire {

enum class BookingState { kConfirmed, kCheckedIn, kCheckedOut, kCancelled };
std::string_view name(BookingState state);
std::optional<BookingState> booking_state_from(std::string_view name);

struct BookedRoom {
  std::string line_id;    // the PMS's id of this room of the booking
  std::string room_type;  // as the PMS names it
  std::string room;       // number; empty: none yet
  Date check_in{};
  Date check_out{};
  int adults = 0;
  int children = 0;
  BookingState state = BookingState::kConfirmed;
};

struct Booking {
  std::string id;         // the PMS's id of the booking
  std::string reference;  // the code a guest knows
  std::string guest_name;
  std::string phone;
  std::string email;
  std::vector<BookedRoom> rooms;
  BookingState state = BookingState::kConfirmed;
  Money total;
  Money paid;
  std::string source;  // channel, or our own marker
  Millis read_at = 0;  // when the PMS said so
  std::int64_t version = 1;
};

boost::json::object to_json(const Booking& booking);
std::optional<Booking> booking_from_json(const boost::json::value& value);

}  // namespace hotel::wire
