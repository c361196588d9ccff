// Conversations and messages for tests.
#pragma once

#include <string>

#include "wire/conversation.h"
#include "wire/message.h"

namespace hotel::support_qt {

inline wire::Conversation conversation(const std::string& id, const std::string& guest, wire::Millis updatedAt,
                                       std::int64_t version = 1) {
  wire::Conversation c;
  c.id = id;
  c.guest = {"g-" + id, guest, "+34600000000", "es"};
  c.updated_at = updatedAt;
  c.version = version;
  return c;
}

inline wire::Conversation waiting(const std::string& id, const std::string& guest, wire::Millis since,
                                  std::int64_t version = 1) {
  auto c = conversation(id, guest, since, version);
  c.owner = wire::Owner::kStaff;
  c.waiting_since = since;
  c.unread = 1;
  c.last_message = wire::LastMessage{"Hola", wire::Direction::kIn, wire::AuthorKind::kGuest, "text", since};
  return c;
}

inline wire::Message message(const std::string& id, const std::string& conversationId, const std::string& text,
                             wire::Millis at) {
  wire::Message m;
  m.id = id;
  m.conversation_id = conversationId;
  m.text = text;
  m.sent_at = m.created_at = at;
  return m;
}

}  // namespace hotel::support_qt
