// How an ordered booking is kept in the store until it is done.
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <optional>

#include "domain/stay.h"

namespace hotel::app {

boost::json::array to_json(const std::vector<domain::Party>& rooms);
std::vector<domain::Party> parties_from_json(const boost::json::array& rooms);
boost::json::object to_json(const domain::BookingRequest& request);
std::optional<domain::BookingRequest> booking_request_from_json(const boost::json::value& value);

}  // namespace hotel::app
