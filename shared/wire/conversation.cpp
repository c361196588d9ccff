#include "wire/conversation.h"

#include <boost/json/array.hpp>

#include "wire/codec.h"

namespace hotel::wire {
namespace json = boost::json;
namespace {

json::value time_or_null(const std::optional<Millis>& at) {
  return at ? json::value(to_rfc3339(*at)) : json::value(nullptr);
}
std::optional<Millis> time_of(const json::value& value, std::string_view key) {
  return parse_rfc3339(text_of(value, key));
}

}  // namespace

std::string_view name(Owner owner) {
  return owner == Owner::kAgent ? "agent" : "staff";
}

std::string_view name(ConversationStatus status) {
  switch (status) {
    case ConversationStatus::kOpen:
      return "open";
    case ConversationStatus::kSnoozed:
      return "snoozed";
    case ConversationStatus::kClosed:
      return "closed";
  }
  return "";
}

std::optional<Owner> owner_from(std::string_view text) {
  if (text == "agent") return Owner::kAgent;
  if (text == "staff") return Owner::kStaff;
  return std::nullopt;
}

std::optional<ConversationStatus> conversation_status_from(std::string_view text) {
  for (const auto status : {ConversationStatus::kOpen, ConversationStatus::kSnoozed, ConversationStatus::kClosed})
    if (text == name(status)) return status;
  return std::nullopt;
}

json::object to_json(const Conversation& c) {
  json::object out{{"id", c.id},
                   {"channel", c.channel},
                   {"guest",
                    {{"id", c.guest.id},
                     {"name", text_or_null(c.guest.name)},
                     {"phone", text_or_null(c.guest.phone)},
                     {"language", text_or_null(c.guest.language)}}},
                   {"owner", name(c.owner)},
                   {"assignee", text_or_null(c.assignee)},
                   {"status", name(c.status)},
                   {"unread", c.unread},
                   {"waiting_since", time_or_null(c.waiting_since)},
                   {"sla_due_at", time_or_null(c.sla_due_at)},
                   {"window_expires_at", time_or_null(c.window_expires_at)},
                   {"snoozed_until", time_or_null(c.snoozed_until)},
                   {"handover_reason", text_or_null(c.handover_reason)},
                   {"opted_out", c.opted_out},
                   {"labels", json::array(c.labels.begin(), c.labels.end())},
                   {"typing", text_or_null(c.typing)},
                   {"typing_until", time_or_null(c.typing_until)},
                   {"updated_at", to_rfc3339(c.updated_at)},
                   {"version", c.version}};
  if (c.last_message)
    out["last_message"] = {{"text", c.last_message->text},
                           {"direction", name(c.last_message->direction)},
                           {"author", name(c.last_message->author)},
                           {"type", c.last_message->type},
                           {"at", to_rfc3339(c.last_message->at)}};
  else
    out["last_message"] = nullptr;
  return out;
}

std::optional<Conversation> conversation_from_json(const json::value& value) {
  Conversation c;
  c.id = text_of(value, "id");
  if (c.id.empty()) return std::nullopt;
  c.channel = text_of(value, "channel");
  if (const auto* guest = member(value, "guest"))
    c.guest = {text_of(*guest, "id"), text_of(*guest, "name"), text_of(*guest, "phone"), text_of(*guest, "language")};
  c.owner = owner_from(text_of(value, "owner")).value_or(Owner::kStaff);
  c.assignee = text_of(value, "assignee");
  c.status = conversation_status_from(text_of(value, "status")).value_or(ConversationStatus::kOpen);
  c.unread = static_cast<int>(integer_of(value, "unread").value_or(0));
  c.waiting_since = time_of(value, "waiting_since");
  c.sla_due_at = time_of(value, "sla_due_at");
  c.window_expires_at = time_of(value, "window_expires_at");
  c.snoozed_until = time_of(value, "snoozed_until");
  if (const auto* last = member(value, "last_message"))
    c.last_message =
        LastMessage{text_of(*last, "text"), direction_from(text_of(*last, "direction")).value_or(Direction::kIn),
                    author_kind_from(text_of(*last, "author")).value_or(AuthorKind::kGuest), text_of(*last, "type"),
                    time_of(*last, "at").value_or(0)};
  c.handover_reason = text_of(value, "handover_reason");
  c.opted_out = flag_of(value, "opted_out");
  c.labels = texts_of(value, "labels");
  c.typing = text_of(value, "typing");
  c.typing_until = time_of(value, "typing_until");
  c.updated_at = time_of(value, "updated_at").value_or(0);
  c.version = integer_of(value, "version").value_or(1);
  return c;
}

}  // namespace hotel::wire
