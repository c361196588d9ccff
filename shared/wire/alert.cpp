#include "wire/alert.h"

#include "wire/codec.h"

namespace hotel::wire {
namespace json = boost::json;

json::object to_json(const Alert& a) {
  return {{"id", a.id},
          {"kind", a.kind},
          {"severity", a.severity},
          {"text", a.text},
          {"at", to_rfc3339(a.at)},
          {"conversation_id", text_or_null(a.conversation_id)},
          {"acked_by", text_or_null(a.acked_by)},
          {"acked_at", a.acked_at ? json::value(to_rfc3339(*a.acked_at)) : json::value(nullptr)}};
}

std::optional<Alert> alert_from_json(const json::value& value) {
  Alert a{text_of(value, "id"),
          text_of(value, "kind"),
          text_of(value, "severity"),
          text_of(value, "text"),
          parse_rfc3339(text_of(value, "at")).value_or(0),
          text_of(value, "conversation_id"),
          text_of(value, "acked_by"),
          parse_rfc3339(text_of(value, "acked_at"))};
  return a.id.empty() ? std::nullopt : std::optional{a};
}

}  // namespace hotel::wire
