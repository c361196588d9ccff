// Takes a webhook body apart into its elements (contract, chapters 3 to 8), each on its own: a broken element becomes a
// dead letter and costs its neighbours nothing. Pure: no clock, no I/O, no exceptions for any input. Thread-safe.
//
// The caller has checked the signature and stored the raw body. It handles the elements in order; what must happen only
// once (an answer, a booking) hangs on the row that MessageRepository::insert_inbound wrote, not on the element.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "ports/repositories.h"

namespace hotel::whatsapp {

using wire::Millis;

// One person as WhatsApp names them; what is hidden or not told is empty.
struct Identity {
  std::string wa_id;    // digits, as they came
  std::string user_id;  // business-scoped user id
  std::string parent_user_id;
  std::string name;  // profile name: changeable, not unique, any Unicode
  std::string username;
  bool known() const { return !wa_id.empty() || !user_id.empty(); }
};

// Two names of one person. After `proven` moves the older name may belong to somebody else later.
struct IdentityMove {
  std::string number_id;  // empty: not told
  Identity before;        // how the guest is known
  Identity after;         // what is to be added
  bool replaces = false;  // a new number or id instead of the old one; false: both hold (contact card)
  Millis at = 0;
};

struct Inbound {
  ports::InboundMessage message;  // conversation_id, id and version are left to the store
  Identity who;                   // the writer; unknown only for a `system` message
  std::string group_id;           // not empty: written into a group, never part of the guest's own conversation
  bool opens_window = false;
  bool undated = false;  // the timestamp could not be read: sent_at is the time of arrival
  std::vector<IdentityMove> moves;
};

// Whose conversation the message belongs to: the writer's, or one of the group's own ("group:" and the id as user id).
ports::GuestIdentity conversation_of(const Inbound& inbound);
inline constexpr std::string_view kGroupPrefix = "group:";

struct Status {
  ports::StatusRow row;
  std::string number_id;
  Identity recipient;
  std::int64_t code = 0;  // of the error; 0: none
};

// Staff wrote in the WhatsApp Business app: an outgoing message of ours. The agent falls silent in this conversation.
struct Echo {
  ports::InboundMessage message;  // direction kOut, author staff
  Identity to;
};

// The guest's wish about marketing; utility templates and answers stay allowed.
struct Preference {
  std::string number_id;  // empty: not told
  Identity who;
  std::string category;
  bool stop = false;  // false: resume or signup
  Millis at = 0;
};

struct TemplateNews {
  std::string name, language, template_id, field, event, reason;
  bool stopped = false;  // must not be sent any more
};

struct AccountNews {
  std::string field, event, detail;
  std::string number_id;      // empty: the whole account
  bool stops_sender = false;  // ACCOUNT_RESTRICTION, DISABLED_UPDATE, ACCOUNT_DELETED
};

struct ValueError {  // told beside messages, or alone
  std::string number_id;
  std::int64_t code = 0;
  std::string title, detail;
};

struct DeadElement {
  std::string why;
  std::string body;  // the element as JSON
};

using Element =
    std::variant<Inbound, Status, Echo, IdentityMove, Preference, TemplateNews, AccountNews, ValueError, DeadElement>;

struct Parsed {
  std::vector<Element> elements;
  std::int64_t foreign = 0;              // for other numbers, of other kinds, of other objects
  std::optional<std::string> dead_body;  // why the whole body cannot be read; then there are no elements
};

Parsed parse_webhook(std::string_view raw, const std::vector<std::string>& our_numbers, Millis received_at);

}  // namespace hotel::whatsapp
