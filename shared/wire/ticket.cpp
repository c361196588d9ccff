#include "wire/ticket.h"

#include "wire/codec.h"

namespace hotel::wire {
namespace json = boost::json;

std::string_view name(TicketState state) {
  return state == TicketState::kDone ? "done" : "open";
}

std::optional<TicketState> ticket_state_from(std::string_view text) {
  for (const auto state : {TicketState::kOpen, TicketState::kDone})
    if (text == name(state)) return state;
  return std::nullopt;
}

json::object to_json(const Ticket& t) {
  return {{"id", t.id},
          {"conversation_id", t.conversation_id},
          {"kind", t.kind},
          {"topic", text_or_null(t.topic)},
          {"text", t.text},
          {"language", text_or_null(t.language)},
          {"state", name(t.state)},
          {"created_at", to_rfc3339(t.created_at)},
          {"done_at", t.done_at ? json::value(to_rfc3339(*t.done_at)) : json::value(nullptr)},
          {"done_by", text_or_null(t.done_by)},
          {"times", t.times},
          {"last_at", to_rfc3339(t.last_at)},
          {"version", t.version}};
}

std::optional<Ticket> ticket_from_json(const json::value& value) {
  Ticket t;
  t.id = text_of(value, "id");
  if (t.id.empty()) return std::nullopt;
  t.conversation_id = text_of(value, "conversation_id");
  t.kind = text_of(value, "kind");
  t.topic = text_of(value, "topic");
  t.text = text_of(value, "text");
  t.language = text_of(value, "language");
  t.state = ticket_state_from(text_of(value, "state")).value_or(TicketState::kOpen);
  t.created_at = parse_rfc3339(text_of(value, "created_at")).value_or(0);
  t.done_at = parse_rfc3339(text_of(value, "done_at"));
  t.done_by = text_of(value, "done_by");
  t.times = integer_of(value, "times").value_or(1);
  t.last_at = parse_rfc3339(text_of(value, "last_at")).value_or(t.created_at);
  t.version = integer_of(value, "version").value_or(1);
  return t;
}

}  // namespace hotel::wire
