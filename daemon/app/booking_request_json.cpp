#include "app/booking_request_json.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <iterator>

#include "wire/codec.h"

namespace hotel::app {
namespace json = boost::json;

json::array to_json(const std::vector<domain::Party>& rooms) {
  json::array out;
  for (const auto& party : rooms)
    out.push_back(json::object{{"adults", party.adults},
                               {"child_ages", json::array(party.child_ages.begin(), party.child_ages.end())}});
  return out;
}

std::vector<domain::Party> parties_from_json(const json::array& rooms) {
  std::vector<domain::Party> out;
  for (const auto& room : rooms) {
    domain::Party party;
    party.adults = static_cast<int>(wire::integer_of(room, "adults").value_or(0));
    if (const auto* ages = wire::array_of(room, "child_ages"))
      for (const auto& age : *ages)
        if (age.is_int64()) party.child_ages.push_back(static_cast<int>(age.get_int64()));
    out.push_back(std::move(party));
  }
  return out;
}

json::object to_json(const domain::BookingRequest& r) {
  const auto& types = r.room_type_ids;
  json::object out{{"marker", r.marker},
                   {"check_in", wire::to_iso(r.stay.check_in)},
                   {"check_out", wire::to_iso(r.stay.check_out)},
                   {"rooms", to_json(r.stay.rooms)},
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
  r.stay.rooms = parties_from_json(*rooms);
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
