// Who answers a conversation. A person's take-over and hand-back bump the turn token; whatever the agent wrote under an
// older token dies: its drafts when they are committed, its outbox rows when they are claimed. When the agent itself
// gives a conversation away (or closes it after an opt-out) the token stays, so that its last line still leaves.
#pragma once

#include <cstdint>
#include <optional>

#include "wire/conversation.h"

namespace hotel::domain {

struct Ownership {
  wire::Owner owner = wire::Owner::kAgent;
  std::int64_t turn_token = 0;
  bool opted_out = false;
};

bool agent_may_draft(const Ownership& now, std::int64_t token);      // commit an answer that was begun under `token`
bool agent_row_may_leave(const Ownership& now, std::int64_t token);  // send a row that was committed under `token`

Ownership after_takeover(Ownership now);        // a person answers from here on
Ownership after_handback(Ownership now);        // the agent answers again; ends the silence of an opt-out
Ownership after_agent_handover(Ownership now);  // the agent asks for a person
Ownership after_opt_out(Ownership now);         // silence until staff hands back

// When a guest begins to wait for a person; nothing while the agent answers.
std::optional<wire::Millis> waiting_after_inbound(std::optional<wire::Millis> waiting_since, wire::Owner owner,
                                                  wire::Millis at);

}  // namespace hotel::domain
