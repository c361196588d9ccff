// A house described in JSON, for the simulated hotel: dialogues and demonstrations bring their own. Pure; the form is
// {"hotel":{"currency":"USD"},
//  "room_types":[{"room_type":"double","max_guests":2,"rate":85,"count":10}],
//  "rules":{"sold_out":[…],"bookings":[…]}}
// and what is added to it
// {"sold_out":[{"room_type":"suite","from":"2026-12-24","to":"2026-12-27"}],
//  "bookings":[{"code":"HX7K2P","name":"Laura Giménez","check_in":"2026-03-27","check_out":"2026-03-29",
//               "room_type":["double"],"adults":2}]}
// A span of sold-out nights ends in the morning of `to`, like a stay.
#pragma once

#include <boost/json/value.hpp>
#include <optional>
#include <string>

#include "pms/simulated_state.h"

namespace hotel::pms {

// Nothing: the description is incomplete, or something in it is out of all reason. Its rates hold every night.
std::optional<SimulatedWorld> world_from_json(const boost::json::value& world);

// Adds sold-out spans and bookings, which become the bookings of the guest with this phone; null adds nothing. Throws
// std::runtime_error, which names what is wrong; the world is as before then.
void add_to_world(SimulatedWorld& world, const boost::json::value& own, const std::string& guest_phone);

}  // namespace hotel::pms
