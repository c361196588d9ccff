#include "store/sql/conversation_row.h"

#include "domain/reply_window.h"
#include "store/sql/cursor.h"
#include "wire/codec.h"

namespace hotel::store {
namespace {

void read_json(std::string_view last_message, std::string_view labels, wire::Conversation& into) {
  if (last_message.empty() && labels.empty()) return;
  boost::json::object both{{"id", "x"}};
  if (auto last = wire::parse_json(last_message); last && !last_message.empty())
    both["last_message"] = std::move(*last);
  if (auto list = wire::parse_json(labels); list && !labels.empty()) both["labels"] = std::move(*list);
  auto read = wire::conversation_from_json(both);
  into.last_message = std::move(read->last_message);
  into.labels = std::move(read->labels);
}

}  // namespace

ReadConversation conversation_from(const Row& row) {
  ReadConversation out;
  auto& r = out.row;
  auto& c = r.shown;
  c.id = row.text(0);
  c.channel = row.text(1);
  c.guest = {row.string(2), row.string(3), row.string(4), row.string(5)};
  c.owner = wire::owner_from(row.text(6)).value_or(wire::Owner::kStaff);
  c.assignee = row.text(7);
  c.status = wire::conversation_status_from(row.text(8)).value_or(wire::ConversationStatus::kOpen);
  c.unread = static_cast<int>(row.integer(9));
  c.waiting_since = row.number(10);
  c.sla_due_at = row.number(11);
  c.snoozed_until = row.number(12);
  read_json(row.text(13), row.text(16), c);
  c.handover_reason = row.text(14);
  c.opted_out = row.flag(15);
  c.typing = row.text(17);
  c.typing_until = row.number(18);
  c.updated_at = row.integer(19);
  c.version = row.integer(20);
  r.number_id = row.text(21);
  r.wa_id = row.text(22);
  r.user_id = row.text(23);
  r.ownership = {c.owner, row.integer(24), c.opted_out};
  r.last_inbound_at = row.number(25);
  c.window_expires_at = domain::window_expires_at(r.last_inbound_at);
  r.turn_due_at = row.number(26);
  r.dialogue = object_from(row.text(27));
  r.language = c.guest.language;
  out.seq = row.integer(28);
  out.activity_at = row.integer(29);
  out.answered_seq = row.integer(30);
  r.turn_generation = row.integer(31);
  r.stored = ports::Standing{c.owner, c.assignee, c.status, c.waiting_since, c.snoozed_until};
  return out;
}

}  // namespace hotel::store
