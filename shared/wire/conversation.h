// A conversation as the API lists it and the events carry it (PROTOCOL.md, «Conversation»).
#pragma once

#include <boost/json/object.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "wire/message.h"
#include "wire/time.h"

namespace hotel::wire {

enum class Owner { kAgent, kStaff };
enum class ConversationStatus { kOpen, kSnoozed, kClosed };

std::string_view name(Owner owner);
std::string_view name(ConversationStatus status);
std::optional<Owner> owner_from(std::string_view name);
std::optional<ConversationStatus> conversation_status_from(std::string_view name);

struct Guest {
  std::string id;
  std::string name;
  std::string phone;     // E.164 with +, for people; empty when the guest hides it
  std::string language;  // es, en, pt, or empty: not known yet
};

struct LastMessage {
  std::string text;
  Direction direction = Direction::kIn;
  AuthorKind author = AuthorKind::kGuest;
  std::string type;
  Millis at = 0;
};

struct Conversation {
  std::string id;
  std::string channel = "whatsapp";
  Guest guest;
  Owner owner = Owner::kAgent;
  std::string assignee;  // user name; empty: nobody
  ConversationStatus status = ConversationStatus::kOpen;
  int unread = 0;
  std::optional<Millis> waiting_since;  // since when a guest waits for a person; nothing: nobody waits
  std::optional<Millis> sla_due_at;
  std::optional<Millis> window_expires_at;  // free messages until then; nothing: the guest never wrote
  std::optional<Millis> snoozed_until;
  std::optional<LastMessage> last_message;
  std::string handover_reason;  // why the agent asked for a person; empty: it did not
  bool opted_out = false;
  std::vector<std::string> labels;
  std::string typing;  // user name of who holds the typing lease; empty: nobody
  std::optional<Millis> typing_until;
  Millis updated_at = 0;
  std::int64_t version = 1;
};

boost::json::object to_json(const Conversation& conversation);
std::optional<Conversation> conversation_from_json(const boost::json::value& value);

}  // namespace hotel::wire
