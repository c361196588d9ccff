// How a conversation stands in its table. The columns kColumns, in the order in which conversation_from() reads them,
// come from `conversations c JOIN guests g ON g.id = c.guest_id`.
#pragma once

#include <string>

#include "ports/repositories.h"
#include "store/sql/session.h"

namespace hotel::store {

// Where the list stands in the order, for cursors.
struct ReadConversation {
  ports::ConversationRow row;
  std::int64_t seq = 0;
  std::int64_t activity_at = 0;
  std::int64_t answered_seq = 0;
};

// WHERE is to follow. Inline, so that statements made of it in other files are made after it.
inline const std::string kConversationSelect =
    "SELECT c.id, c.channel, g.id, g.name, g.phone, c.language, c.owner, c.assignee, c.status, c.unread, "
    "c.waiting_since, c.sla_due_at, c.snoozed_until, "
    "c.last_message, c.handover_reason, c.opted_out, c.labels, c.typing, c.typing_until, c.updated_at, c.version, "
    "c.number_id, c.wa_id, c.user_id, "
    "c.turn_token, c.last_inbound_at, c.turn_due_at, c.dialogue, c.seq, c.activity_at, c.answered_seq, "
    "(SELECT coalesce(max(m.seq), 0) FROM messages m WHERE m.conversation_id = c.id AND m.wants_answer = 1) "
    "FROM conversations c JOIN guests g ON g.id = c.guest_id ";
ReadConversation conversation_from(const Row& row);

}  // namespace hotel::store
