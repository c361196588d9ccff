#include "app/alerting.h"

#include "wire/ids.h"

namespace hotel::app {

void raise_alert(ports::UnitOfWork& unit, wire::Millis now, std::string kind, std::string severity, std::string text,
                 std::string_view key, std::string conversation_id) {
  wire::Alert alert;
  alert.id = wire::new_id(now);
  alert.kind = std::move(kind);
  alert.severity = std::move(severity);
  alert.text = std::move(text);
  alert.at = now;
  alert.conversation_id = std::move(conversation_id);
  unit.alerts().raise(alert, key);
}

}  // namespace hotel::app
