// An ordered change of a booking: how it is kept in the store, whether it may be sent, and whether it stands. Pure.
#pragma once

#include <boost/json/object.hpp>
#include <optional>
#include <string>

#include "agent/agent.h"

namespace hotel::app {

boost::json::object to_json(const agent::ChangeOrder& order);
std::optional<agent::ChangeOrder> change_order_from_json(const boost::json::value& value);

// Whether the PMS already holds the booking as it was asked for. A wanted room type is known by its id only, so an
// order that names one is never taken for done.
bool stands_as(const wire::Booking& booking, const domain::StayChange& change);

// Why it must not be sent now: the booking cannot be read, no room, or another price than the guest was told; empty: it
// may.
std::string fault_of_change(const base::Result<domain::Availability>& found, const agent::ChangeOrder& order,
                            const base::Result<wire::Booking>& booking);

}  // namespace hotel::app
