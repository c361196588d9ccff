#include "wire/booking.h"

#include <boost/json/array.hpp>

#include "wire/codec.h"

namespace hotel::wire {
namespace json = boost::json;

std::string_view name(BookingState state) {
  switch (state) {
    case BookingState::kConfirmed:
      return "confirmed";
    case BookingState::kCheckedIn:
      return "checked_in";
    case BookingState::kCheckedOut:
      return "checked_out";
    case BookingState::kCancelled:
      return "cancelled";
  }
  return "";
}

std::optional<BookingState> booking_state_from(std::string_view text) {
  for (const auto state :
       {BookingState::kConfirmed, BookingState::kCheckedIn, BookingState::kCheckedOut, BookingState::kCancelled})
    if (text == name(state)) return state;
  return std::nullopt;
}

json::object to_json(const Booking& b) {
  json::array rooms;
  for (const auto& r : b.rooms)
    rooms.push_back({{"line_id", r.line_id},
                     {"room_type", r.room_type},
                     {"room", text_or_null(r.room)},
                     {"check_in", to_iso(r.check_in)},
                     {"check_out", to_iso(r.check_out)},
                     {"adults", r.adults},
                     {"children", r.children},
                     {"state", name(r.state)}});
  return {{"id", b.id},
          {"reference", b.reference},
          {"guest_name", b.guest_name},
          {"phone", text_or_null(b.phone)},
          {"email", text_or_null(b.email)},
          {"rooms", rooms},
          {"state", name(b.state)},
          {"total", to_json(b.total)},
          {"paid", to_json(b.paid)},
          {"source", b.source},
          {"read_at", to_rfc3339(b.read_at)},
          {"version", b.version}};
}

std::optional<Booking> booking_from_json(const json::value& value) {
  Booking b;
  b.id = text_of(value, "id");
  if (b.id.empty()) return std::nullopt;
  b.reference = text_of(value, "reference");
  b.guest_name = text_of(value, "guest_name");
  b.phone = text_of(value, "phone");
  b.email = text_of(value, "email");
  if (const auto* rooms = array_of(value, "rooms"))
    for (const auto& r : *rooms) {
      const auto from = parse_iso(text_of(r, "check_in")), to = parse_iso(text_of(r, "check_out"));
      if (!from || !to) continue;
      b.rooms.push_back({text_of(r, "line_id"), text_of(r, "room_type"), text_of(r, "room"), *from, *to,
                         static_cast<int>(integer_of(r, "adults").value_or(0)),
                         static_cast<int>(integer_of(r, "children").value_or(0)),
                         booking_state_from(text_of(r, "state")).value_or(BookingState::kConfirmed)});
    }
  b.state = booking_state_from(text_of(value, "state")).value_or(BookingState::kConfirmed);
  if (const auto* total = member(value, "total")) b.total = money_from_json(*total).value_or(Money{});
  if (const auto* paid = member(value, "paid")) b.paid = money_from_json(*paid).value_or(Money{});
  b.source = text_of(value, "source");
  b.read_at = parse_rfc3339(text_of(value, "read_at")).value_or(0);
  b.version = integer_of(value, "version").value_or(1);
  return b;
}

}  // namespace hotel::wire
