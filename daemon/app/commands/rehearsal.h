// Plays a written dialogue with the agent itself in a hotel of its own: no network, no database, no daemon. What the
// agent orders is done in that hotel as the booking worker would do it.
#pragma once

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

namespace hotel::app {

// {"id","ref_date","world"?,"turns":[{"user"}]} in a hotel like {"hotel","room_types","faq"} gives
// {"id","turns":[{"slots","action"}]}. A turn that cannot be read is answered by fallback; a world that cannot be read
// throws std::runtime_error.
boost::json::object rehearse(const boost::json::value& dialogue, const boost::json::value& world);

}  // namespace hotel::app
