// Bodies of bookings that are sent to QloApps, and bookings put together from its rows. Pure.
// Source: recordings 158 (a booking that is right on every host), 160 (change), contract «Booking» and «Change and
// cancel».
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pms/qloapps_catalogue.h"
#include "pms/qloapps_json.h"

namespace hotel::pms {

struct GuestDetails {
  std::string first_name, last_name, email, phone;  // clean
};

std::string booking_body(const Catalogue& shop, const std::string& hotel_id, const domain::BookingRequest& request,
                         const GuestDetails& guest);

// The PUT that moves a booking: its guest, the one type of its rooms, its days, and the parties of its rooms.
std::string change_body(const Catalogue& shop, const std::string& hotel_id, const OrderRow& order,
                        const std::string& type_id, const domain::Stay& stay, const GuestDetails& guest);

wire::Booking booking_from(const Catalogue& shop, const OrderRow& order, const std::vector<LineRow>& lines,
                           const CustomerRow* customer, wire::Millis read_at);

// What a change by PUT would lose or break; nothing: it may be sent.
std::optional<std::string> why_not_changeable(const Catalogue& shop, const OrderRow& order,
                                              const std::vector<LineRow>& lines);

bool matches(const std::vector<LineRow>& lines, const std::string& type_id, const domain::Stay& stay);
bool sound_marker(std::string_view marker);  // can be asked for with filter[source]=[…]

}  // namespace hotel::pms
