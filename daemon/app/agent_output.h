// Commits what the agent (or a worker in its name) wants to say: message rows, outbox rows, hand-over, alerts, orders,
// all in the caller's transaction. The one place where agent text enters the outbox.
#pragma once

#include <chrono>
#include <string_view>

#include "agent/agent.h"
#include "ports/store.h"

namespace hotel::app {

enum class TurnEnd {
  kAnswered,
  kHandedOver,  // a person must go on; the agent may have said a last line
  kDropped,     // a person took over, or the turn was answered by another worker: the draft dies
  kSilent,      // nothing to say
};
std::string_view name(TurnEnd end);

TurnEnd commit_turn(ports::UnitOfWork& unit, const ports::TurnClaim& claim, const agent::TurnResult& result,
                    wire::Millis now, std::chrono::seconds sla);

// What a worker says after an order ended. Dropped (false) when a person answers the conversation by now.
bool commit_order_end(ports::UnitOfWork& unit, const std::string& conversation_id, std::int64_t turn_token,
                      const agent::TurnResult& result, wire::Millis now, std::chrono::seconds sla);

// Read mark with typing indicator for the newest message of a turn. True: a row was written.
bool enqueue_typing(ports::UnitOfWork& unit, const ports::TurnClaim& claim, wire::Millis now);

// A person must look at this conversation: waiting since `now`, with the reason. Raises no alert by itself.
void ask_for_person(ports::ConversationRow& row, std::string reason, wire::Millis now, std::chrono::seconds sla);

}  // namespace hotel::app
