// How a message stands in its table, alias `m`.
#pragma once

#include <string>

#include "store/sql/session.h"
#include "wire/message.h"

namespace hotel::store {

extern const std::string kMessageSelect;  // SELECT … FROM messages m; WHERE is to follow. Column 0 is the seq.
wire::Message message_from(const Row& row);

struct ListedMessage {
  std::int64_t seq = 0;
  wire::Message message;
};
ListedMessage listed_message_from(const Row& row);

}  // namespace hotel::store
