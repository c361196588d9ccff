// How the API reads stays and writes them, offers and orders. Pure. (How an order is kept: booking_request_json.h.)
#pragma once

#include <boost/json/object.hpp>

#include "domain/stay.h"
#include "ports/repositories.h"

namespace hotel::app {

boost::json::object to_json(const domain::Stay& stay);
boost::json::object to_json(const domain::Availability& availability);
boost::json::object to_json(const ports::BookingIntent& intent);  // what the API shows: no guest's data

// Missing or malformed days are left empty, rooms without people too: domain::fault_of names what is wrong.
domain::Stay stay_from_json(const boost::json::object& value);

std::string_view name(ports::IntentState state);

// So many people in so many rooms, spread as evenly as possible.
std::vector<domain::Party> spread(int adults, const std::vector<int>& child_ages, int rooms);

}  // namespace hotel::app
