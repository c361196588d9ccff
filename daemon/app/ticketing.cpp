#include "app/ticketing.h"

namespace hotel::app {

std::optional<wire::Ticket> set_ticket_state(ports::UnitOfWork& unit, const std::string& id, wire::TicketState state,
                                             const std::string& by, wire::Millis now) {
  const auto before = unit.tickets().find(id);
  if (!before || before->state == state) return before;
  const auto after = unit.tickets().set_state(id, state, by, now);
  const bool done = state == wire::TicketState::kDone;
  unit.operators().audit(now, by, done ? "ticket.done" : "ticket.reopen", "ticket:" + id, before->kind);
  return after;
}

}  // namespace hotel::app
