// Commits what the agent (or a worker in its name) wants to say: message rows, outbox rows, hand-over, alerts, orders,
// all in the caller's transaction. The one place where agent text enters the outbox, waits there and is taken back.
#pragma once

#include <chrono>
#include <optional>
#include <string>
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

struct OutputRules {
  std::chrono::seconds sla{120};
  std::chrono::milliseconds hold{0};  // staff can look at an answer so long before it leaves
};

TurnEnd commit_turn(ports::UnitOfWork& unit, const ports::TurnClaim& claim, const agent::TurnResult& result,
                    wire::Millis now, const OutputRules& rules);

// What a worker says after an order ended. Dropped (false) when a person answers the conversation by now.
bool commit_order_end(ports::UnitOfWork& unit, const std::string& conversation_id, std::int64_t turn_token,
                      const agent::TurnResult& result, wire::Millis now, const OutputRules& rules);

// A message that the hotel sends by itself (a template), once for its `client_id`.
enum class ProactiveEnd { kWritten, kKnown, kOptedOut, kWithStaff };
ProactiveEnd commit_proactive(ports::UnitOfWork& unit, const std::string& conversation_id, const std::string& client_id,
                              const agent::Reply& reply, wire::Millis now);

// What the agent is about to say in a conversation.
struct AgentDraft {
  std::string id;    // of its first message
  std::string text;  // of all its messages
  boost::json::object why;
  wire::Millis due_at = 0;
};
std::optional<AgentDraft> draft_of(ports::UnitOfWork& unit, const std::string& conversation_id);
bool send_draft_now(ports::UnitOfWork& unit, const std::string& conversation_id,
                    wire::Millis now);  // false: none waits
// Takes back what has not begun to be sent; its messages stay, as refused. False: there was none.
bool withdraw_agent(ports::UnitOfWork& unit, const std::string& conversation_id, std::string_view code,
                    std::string_view title, wire::Millis now);
// Tells consoles to look at the draft again.
void tell_draft(ports::UnitOfWork& unit, const std::string& conversation_id, wire::Millis now);

// Read mark with typing indicator for the newest message of a turn. True: a row was written.
bool enqueue_typing(ports::UnitOfWork& unit, const ports::TurnClaim& claim, wire::Millis now);

// A person must look at this conversation: waiting since `now`, with the reason. Raises no alert by itself.
void ask_for_person(ports::ConversationRow& row, std::string reason, wire::Millis now, std::chrono::seconds sla);

}  // namespace hotel::app
