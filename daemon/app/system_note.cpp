#include "app/system_note.h"

#include "wire/ids.h"

namespace hotel::app {

void write_system_note(ports::UnitOfWork& unit, const std::string& conversation_id, std::string text,
                       wire::Millis now) {
  if (conversation_id.empty()) return;
  wire::Message note;
  note.id = wire::new_id(now);
  note.conversation_id = conversation_id;
  note.direction = wire::Direction::kNote;
  note.author = {wire::AuthorKind::kSystem, ""};
  note.text = std::move(text);
  note.status = wire::MessageStatus::kReceived;
  note.sent_at = note.created_at = now;
  unit.messages().insert(note, "");
}

}  // namespace hotel::app
