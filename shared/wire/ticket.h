// What the agent left to people of the house while it went on: a service for a room, an invoice, a transfer, a question
// without an entry in the knowledge base. Holds a guest's words: for the front desk alone.
#pragma once

#include <boost/json/object.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "wire/time.h"

namespace hotel::wire {

enum class TicketState { kOpen, kDone };
std::string_view name(TicketState state);
std::optional<TicketState> ticket_state_from(std::string_view name);

struct Ticket {
  std::string id;
  std::string conversation_id;
  std::string kind;      // service_request, invoice_request, transfer_request, unanswered_question
  std::string topic;     // of an unanswered question: the key of the knowledge base that has no entry; empty: unknown
  std::string text;      // the guest's words and what is known
  std::string language;  // of the guest; empty: unknown
  TicketState state = TicketState::kOpen;
  Millis created_at = 0;
  std::optional<Millis> done_at;
  std::string done_by;
  std::int64_t times = 1;  // how often the guest asked while it was open
  Millis last_at = 0;      // the last time
  std::int64_t version = 1;
};

boost::json::object to_json(const Ticket& ticket);
std::optional<Ticket> ticket_from_json(const boost::json::value& value);

}  // namespace hotel::wire
