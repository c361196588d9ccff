#include "store/sql/message_row.h"

#include "store/sql/cursor.h"

namespace hotel::store {

wire::Message message_from(const Row& row) {
  wire::Message m;
  m.id = row.text(1);
  m.conversation_id = row.text(2);
  m.direction = wire::direction_from(row.text(3)).value_or(wire::Direction::kIn);
  m.author.kind = wire::author_kind_from(row.text(4)).value_or(wire::AuthorKind::kSystem);
  m.author.name = row.text(5);
  m.type = row.text(6);
  m.text = row.text(7);
  m.media = object_from(row.text(8));
  m.interactive = object_from(row.text(9));
  m.reply_to = row.text(10);
  m.external_id = row.text(11);
  m.status = wire::status_from(row.text(12)).value_or(wire::MessageStatus::kUnknown);
  m.error = object_from(row.text(13));
  m.why = object_from(row.text(14));
  m.sent_at = row.integer(15);
  m.created_at = row.integer(16);
  m.version = row.integer(17);
  return m;
}

ListedMessage listed_message_from(const Row& row) {
  return {row.integer(0), message_from(row)};
}

}  // namespace hotel::store
