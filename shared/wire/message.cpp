#include "wire/message.h"

#include <array>
#include <utility>

#include "wire/codec.h"

namespace hotel::wire {
namespace json = boost::json;
namespace {

constexpr std::array kDirections{std::pair{Direction::kIn, "in"}, std::pair{Direction::kOut, "out"},
                                 std::pair{Direction::kNote, "note"}};
constexpr std::array kAuthors{std::pair{AuthorKind::kGuest, "guest"}, std::pair{AuthorKind::kAgent, "agent"},
                              std::pair{AuthorKind::kStaff, "staff"}, std::pair{AuthorKind::kSystem, "system"}};
constexpr std::array kStatuses{
    std::pair{MessageStatus::kReceived, "received"}, std::pair{MessageStatus::kQueued, "queued"},
    std::pair{MessageStatus::kSending, "sending"},   std::pair{MessageStatus::kAccepted, "accepted"},
    std::pair{MessageStatus::kSent, "sent"},         std::pair{MessageStatus::kDelivered, "delivered"},
    std::pair{MessageStatus::kRead, "read"},         std::pair{MessageStatus::kPlayed, "played"},
    std::pair{MessageStatus::kFailed, "failed"},     std::pair{MessageStatus::kRefused, "refused"},
    std::pair{MessageStatus::kUnknown, "unknown"}};

template <class Table, class Value>
std::string_view name_in(const Table& table, Value value) {
  for (const auto& [key, text] : table)
    if (key == value) return text;
  return "";
}

template <class Value, class Table>
std::optional<Value> value_in(const Table& table, std::string_view name) {
  for (const auto& [key, text] : table)
    if (name == text) return key;
  return std::nullopt;
}

json::object object_or_empty(const json::value& value, std::string_view key) {
  const auto* found = object_of(value, key);
  return found ? *found : json::object{};
}

}  // namespace

std::string_view name(Direction direction) {
  return name_in(kDirections, direction);
}
std::string_view name(AuthorKind kind) {
  return name_in(kAuthors, kind);
}
std::string_view name(MessageStatus status) {
  return name_in(kStatuses, status);
}
std::optional<Direction> direction_from(std::string_view text) {
  return value_in<Direction>(kDirections, text);
}
std::optional<AuthorKind> author_kind_from(std::string_view text) {
  return value_in<AuthorKind>(kAuthors, text);
}
std::optional<MessageStatus> status_from(std::string_view text) {
  return value_in<MessageStatus>(kStatuses, text);
}

json::object to_json(const Message& m) {
  json::object out{{"id", m.id},
                   {"conversation_id", m.conversation_id},
                   {"direction", name(m.direction)},
                   {"author", {{"kind", name(m.author.kind)}, {"name", text_or_null(m.author.name)}}},
                   {"type", m.type},
                   {"text", m.text},
                   {"status", name(m.status)},
                   {"external_id", text_or_null(m.external_id)},
                   {"sent_at", to_rfc3339(m.sent_at)},
                   {"created_at", to_rfc3339(m.created_at)},
                   {"version", m.version}};
  if (!m.media.empty()) out["media"] = m.media;
  if (!m.interactive.empty()) out["interactive"] = m.interactive;
  if (!m.reply_to.empty()) out["reply_to"] = m.reply_to;
  if (!m.error.empty()) out["error"] = m.error;
  if (!m.why.empty()) out["why"] = m.why;
  return out;
}

std::optional<Message> message_from_json(const json::value& value) {
  Message m;
  m.id = text_of(value, "id");
  if (m.id.empty()) return std::nullopt;
  m.conversation_id = text_of(value, "conversation_id");
  m.direction = direction_from(text_of(value, "direction")).value_or(Direction::kIn);
  if (const auto* author = member(value, "author")) {
    m.author.kind = author_kind_from(text_of(*author, "kind")).value_or(AuthorKind::kSystem);
    m.author.name = text_of(*author, "name");
  }
  m.type = text_of(value, "type");
  m.text = text_of(value, "text");
  m.media = object_or_empty(value, "media");
  m.interactive = object_or_empty(value, "interactive");
  m.reply_to = text_of(value, "reply_to");
  m.external_id = text_of(value, "external_id");
  m.status = status_from(text_of(value, "status")).value_or(MessageStatus::kUnknown);
  m.error = object_or_empty(value, "error");
  m.why = object_or_empty(value, "why");
  m.sent_at = parse_rfc3339(text_of(value, "sent_at")).value_or(0);
  m.created_at = parse_rfc3339(text_of(value, "created_at")).value_or(m.sent_at);
  m.version = integer_of(value, "version").value_or(1);
  return m;
}

std::string transcript_state(const Message& message) {
  const auto* transcript = object_of(message.media, "transcript");
  return transcript ? text_of(*transcript, "state") : std::string{};
}

bool text_is_transcript(const Message& message) {
  return transcript_state(message) == "done";
}

}  // namespace hotel::wire
