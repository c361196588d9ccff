// How delivery statuses change our messages: statuses may come in any order, before the answer of the send that they
// speak of, and for messages that we do not know.
#pragma once

#include <string>

#include "ports/store.h"

namespace hotel::app {

// WhatsApp took the message: id, `accepted`, then whatever statuses came before the answer.
void accepted(ports::UnitOfWork& unit, wire::Message& message, const std::string& external_id, wire::Millis now);

// Applies statuses that are stored for this message already. Saves the message when anything changed.
void apply_known_statuses(ports::UnitOfWork& unit, wire::Message& message, wire::Millis now);

// A status that has just been stored: finds its message by wamid or by our callback data and moves it up the ladder.
void apply_status(ports::UnitOfWork& unit, const ports::StatusRow& status, wire::Millis now);

}  // namespace hotel::app
