// How a message stands in its table, alias `m`.
#pragma once

#include <string>

#include "store/sql/session.h"
#include "wire/message.h"

namespace hotel::store {

// WHERE is to follow. Inline, so that statements made of it in other files are made after it.
inline const std::string kMessageSelect =
    "SELECT m.seq, m.id, m.conversation_id, m.direction, m.author_kind, m.author_name, m.type, m.text, m.media, "
    "m.interactive, m.reply_to, m.external_id, m.status, "
    "m.error, m.why, m.sent_at, m.created_at, m.version FROM messages m ";
wire::Message message_from(const Row& row);

struct ListedMessage {
  std::int64_t seq = 0;
  wire::Message message;
};
ListedMessage listed_message_from(const Row& row);

}  // namespace hotel::store
