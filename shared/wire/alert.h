// Something a person must know. Holds no guest's data: release managers see alerts too.
#pragma once

#include <boost/json/object.hpp>
#include <optional>
#include <string>

#include "wire/time.h"

namespace hotel::wire {

struct Alert {
  std::string id;
  std::string kind;      // emergency, handover, dead_letter, whatsapp_token, pms_down, booking_unknown, alertmanager …
  std::string severity;  // info, warning, critical
  std::string text;
  Millis at = 0;
  std::string conversation_id;
  std::string acked_by;
  std::optional<Millis> acked_at;
};

boost::json::object to_json(const Alert& alert);
std::optional<Alert> alert_from_json(const boost::json::value& value);

}  // namespace hotel::wire
