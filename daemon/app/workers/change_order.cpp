#include "app/workers/change_order.h"

#include <algorithm>
#include <cstdlib>

#include "app/booking_request_json.h"
#include "wire/codec.h"

namespace hotel::app {
namespace json = boost::json;
namespace {
constexpr std::int64_t kRoundingCents = 5;  // as with a booking: taxes are rounded by line
}

json::object to_json(const agent::ChangeOrder& order) {
  return {{"booking_id", order.booking_id},
          {"reference", order.reference},
          {"check_in", wire::to_iso(order.change.stay.check_in)},
          {"check_out", wire::to_iso(order.change.stay.check_out)},
          {"rooms", to_json(order.change.stay.rooms)},
          {"room_type_id", order.change.room_type_id},
          {"expected_total", wire::to_json(order.expected_total)}};
}

std::optional<agent::ChangeOrder> change_order_from_json(const json::value& value) {
  agent::ChangeOrder out;
  const auto from = wire::parse_iso(wire::text_of(value, "check_in")),
             to = wire::parse_iso(wire::text_of(value, "check_out"));
  const auto* rooms = wire::array_of(value, "rooms");
  const auto* total = wire::member(value, "expected_total");
  const auto money = total ? wire::money_from_json(*total) : std::nullopt;
  if (!from || !to || !rooms || !money) return std::nullopt;
  out.booking_id = wire::text_of(value, "booking_id");
  out.reference = wire::text_of(value, "reference");
  out.change.stay.check_in = *from;
  out.change.stay.check_out = *to;
  out.change.stay.rooms = parties_from_json(*rooms);
  out.change.room_type_id = wire::text_of(value, "room_type_id");
  out.expected_total = *money;
  return out;
}

bool stands_as(const wire::Booking& booking, const domain::StayChange& change) {
  if (!change.room_type_id.empty() || booking.state != wire::BookingState::kConfirmed ||
      booking.rooms.size() != change.stay.rooms.size())
    return false;
  for (std::size_t i = 0; i < booking.rooms.size(); ++i) {
    const auto& room = booking.rooms[i];
    const auto& party = change.stay.rooms[i];
    if (room.check_in != change.stay.check_in || room.check_out != change.stay.check_out ||
        room.adults != party.adults || room.children != static_cast<int>(party.child_ages.size()))
      return false;
  }
  return true;
}

std::string fault_of_change(const base::Result<domain::Availability>& found, const agent::ChangeOrder& order,
                            const base::Result<wire::Booking>& booking) {
  if (!booking) return "the booking cannot be read: " + booking.error().detail;
  if (booking->rooms.empty()) return "the booking has no room";
  if (!found) return "the PMS does not tell what is free: " + found.error().detail;
  const auto& wanted = order.change.room_type_id;
  const auto offer = std::find_if(found->offers.begin(), found->offers.end(), [&](const domain::Offer& o) {
    return wanted.empty() ? o.type.name == booking->rooms.front().room_type : o.type.id == wanted;
  });
  if (offer == found->offers.end() || offer->free < static_cast<int>(order.change.stay.rooms.size()))
    return "no room is free for it any more";
  if (std::llabs(offer->total.cents - order.expected_total.cents) > kRoundingCents)
    return "the price is now " + wire::to_decimal(offer->total.cents) + " " + offer->total.currency;
  return {};
}

}  // namespace hotel::app
