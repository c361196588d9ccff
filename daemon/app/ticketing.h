// Closes and reopens what the agent left to people. Every change of state stands in the audit, without a guest's words.
#pragma once

#include <optional>
#include <string>

#include "ports/store.h"

namespace hotel::app {

// Nothing: there is no such ticket. One that has this state already stays as it is, and no audit tells of it.
std::optional<wire::Ticket> set_ticket_state(ports::UnitOfWork& unit, const std::string& id, wire::TicketState state,
                                             const std::string& by, wire::Millis now);

}  // namespace hotel::app
