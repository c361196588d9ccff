#include "app/booking_request_json.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <iterator>

#include "wire/codec.h"

namespace hotel::app {
namespace json = boost::json;

json::object to_json(const domain::BookingRequest& r) {
  json::array rooms;
  for (const auto& party : r.stay.rooms)
    rooms.push_back(
        {{"adults", party.adults}, {"child_ages", json::array(party.child_ages.begin(), party.child_ages.end())}});
  const auto& types = r.room_type_ids;
  json::object out{{"marker", r.marker},
                   {"check_in", wire::to_iso(r.stay.check_in)},
                   {"check_out", wire::to_iso(r.stay.check_out)},
                   {"rooms", std::move(rooms)},
                   {"room_type_ids", json::array(types.begin(), types.end())},
                   {"first_name", r.first_name},
                   {"last_name", r.last_name},
                   {"email", r.email},
                   {"phone", r.phone},
                   {"expected_total", wire::to_json(r.expected_total)}};
  // An older release, after a rollback, reads one type for all rooms.
  if (!types.empty() && std::count(types.begin(), types.end(), types.front()) == std::ssize(types))
    out["room_type_id"] = types.front();
  return out;
}

std::optional<domain::BookingRequest> booking_request_from_json(const json::value& value) {
  domain::BookingRequest r;
  const auto from = wire::parse_iso(wire::text_of(value, "check_in")),
             to = wire::parse_iso(wire::text_of(value, "check_out"));
  const auto* rooms = wire::array_of(value, "rooms");
  if (!from || !to || !rooms) return std::nullopt;
  r.marker = wire::text_of(value, "marker");
  r.stay.check_in = *from;
  r.stay.check_out = *to;
  for (const auto& room : *rooms) {
    domain::Party party;
    party.adults = static_cast<int>(wire::integer_of(room, "adults").value_or(0));
    if (const auto* ages = wire::array_of(room, "child_ages"))
      for (const auto& age : *ages)
        if (age.is_int64()) party.child_ages.push_back(static_cast<int>(age.get_int64()));
    r.stay.rooms.push_back(std::move(party));
  }
  r.room_type_ids = wire::texts_of(value, "room_type_ids");
  if (r.room_type_ids.empty()) r.room_type_ids.assign(r.stay.rooms.size(), wire::text_of(value, "room_type_id"));
  r.first_name = wire::text_of(value, "first_name");
  r.last_name = wire::text_of(value, "last_name");
  r.email = wire::text_of(value, "email");
  r.phone = wire::text_of(value, "phone");
  if (const auto* total = wire::member(value, "expected_total"))
    r.expected_total = wire::money_from_json(*total).value_or(wire::Money{});
  return r;
}

}  // namespace hotel::app
