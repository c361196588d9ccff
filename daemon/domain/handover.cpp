#include "domain/handover.h"

namespace hotel::domain {
using wire::Owner;

bool agent_may_draft(const Ownership& now, std::int64_t token) {
  return now.owner == Owner::kAgent && !now.opted_out && now.turn_token == token;
}

bool agent_row_may_leave(const Ownership& now, std::int64_t token) {
  return now.turn_token == token;
}

Ownership after_takeover(Ownership now) {
  return {Owner::kStaff, now.turn_token + 1, now.opted_out};
}

Ownership after_handback(Ownership now) {
  return {Owner::kAgent, now.turn_token + 1, false};
}

Ownership after_agent_handover(Ownership now) {
  return {Owner::kStaff, now.turn_token, now.opted_out};
}

Ownership after_opt_out(Ownership now) {
  return {now.owner, now.turn_token, true};
}

std::optional<wire::Millis> waiting_after_inbound(std::optional<wire::Millis> waiting_since, Owner owner,
                                                  wire::Millis at) {
  if (waiting_since) return waiting_since;
  return owner == Owner::kStaff ? std::optional{at} : std::nullopt;
}

}  // namespace hotel::domain
