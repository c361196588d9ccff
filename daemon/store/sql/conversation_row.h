// How a conversation stands in its table. The columns kColumns, in the order in which conversation_from() reads them, come
// from `conversations c JOIN guests g ON g.id = c.guest_id`.
#pragma once

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

extern const std::string kConversationSelect;  // SELECT … FROM … WHERE is to follow
ReadConversation conversation_from(const Row& row);

}  // namespace hotel::store
