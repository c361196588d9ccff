// The outbox's transactions: what happens to message, outbox row and conversation when a row is claimed, answered or
// given up.
#pragma once

#include <chrono>
#include <optional>
#include <random>
#include <vector>

#include "domain/outbox_policy.h"
#include "domain/pacing.h"
#include "ports/messenger.h"
#include "ports/store.h"

namespace hotel::app {

struct ClaimedSend {
  ports::OutboxRow row;
  ports::Outgoing message;
};

// Claims up to `limit` due rows and returns those that may leave now. The others are settled in the same transaction:
// `refused` with a reason when the window is closed, a person took over, or the answer is too old.
std::vector<ClaimedSend> claim_sends(ports::UnitOfWork& unit, wire::Millis now, wire::Millis lease_until, int limit,
                                     std::chrono::seconds sla);

// Writes down what became of a send.
void settle_send(ports::UnitOfWork& unit, const ports::OutboxRow& row, const domain::SendOutcome& outcome,
                 const domain::Decision& decision, wire::Millis now, std::chrono::seconds sla);

// Rows whose worker died while sending become unknown; unknown ones without a status after two minutes are decided by
// purpose.
void settle_old_sends(ports::UnitOfWork& unit, wire::Millis now, std::chrono::seconds sla);

}  // namespace hotel::app
