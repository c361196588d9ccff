// What people do with conversations. Each action is one function of a transaction: it checks, then writes everything
// (row, message, outbox, events, audit), so that an action happens wholly or not at all. They run on a database thread,
// read no clock and touch nothing of the daemon; what a person does wrongly is an error, given before anything is
// written.
//
// The promise of a take-over: its transaction moves the turn token, which the sender looks at again when it claims a
// row, and until_agent_is_silent() then waits for a send that had begun. Only afterwards is the person answered.
#pragma once

#include <boost/json/object.hpp>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/context.h"
#include "base/error.h"
#include "ports/store.h"

namespace hotel::app {

using base::Result;

inline constexpr wire::Millis kTypingLease = 60'000;
inline constexpr std::size_t kTextLimit = 4096;  // UTF-16 units, as WhatsApp counts
inline constexpr std::size_t kCaptionLimit = 1024;
inline constexpr std::size_t kNoteLimit = 16 * 1024;  // bytes

std::size_t utf16_units(std::string_view utf8);

// What a person wants to say: exactly one of text, template and media.
struct Said {
  std::string client_id;
  std::int64_t last_seen_seq = 0;
  std::string text;
  boost::json::object template_object;  // Graph's
  boost::json::object media;            // {type, id or link, caption?, filename?, mime_type?, size?, file?, sha256?}
  std::string reply_to;                 // external id of the quoted message
};
Result<Said> said_from_json(const boost::json::object& body, std::string_view idempotency_key);

struct Done {  // of a reply or note
  wire::Message message;
  std::int64_t as_of_seq = 0;  // events up to here include it
  bool repeated = false;       // the client id was known: nothing was written
};

class Desk {
 public:
  struct Rules {
    std::chrono::milliseconds sla_first_response{120'000};
    std::chrono::milliseconds silence_limit{35'000};  // longer than any send can take
    std::chrono::milliseconds silence_poll{250};
  };
  Desk(ports::Store& store, Signals& signals, Rules rules) : store_(store), signals_(signals), rules_(rules) {}

  struct Act {  // who does it to what, and when
    std::string user;
    std::string conversation_id;
    wire::Millis now = 0;
  };
  using Shown = Result<wire::Conversation>;

  Result<Done> reply(ports::UnitOfWork& unit, const Act& act, const Said& said) const;
  Result<Done> note(ports::UnitOfWork& unit, const Act& act, const std::string& text,
                    const std::string& client_id) const;
  Shown take_over(ports::UnitOfWork& unit, const Act& act) const;
  Shown approve_draft(ports::UnitOfWork& unit, const Act& act) const;  // kNotNow: nothing waits
  Shown discard_draft(ports::UnitOfWork& unit, const Act& act) const;  // takes the conversation over
  Shown hand_back(ports::UnitOfWork& unit, const Act& act, const std::string& note_to_agent) const;
  Shown assign(ports::UnitOfWork& unit, const Act& act, const std::string& assignee) const;        // empty: nobody
  Shown snooze(ports::UnitOfWork& unit, const Act& act, std::optional<wire::Millis> until) const;  // nothing: wake it
  Shown close(ports::UnitOfWork& unit, const Act& act) const;
  Shown reopen(ports::UnitOfWork& unit, const Act& act) const;
  Shown label(ports::UnitOfWork& unit, const Act& act,
              const boost::json::object& body) const;  // {labels} or {add,remove}
  Shown typing(ports::UnitOfWork& unit, const Act& act, bool on) const;
  Shown read(ports::UnitOfWork& unit, const Act& act) const;
  Shown unread(ports::UnitOfWork& unit, const Act& act) const;

  // Returns when no message of the agent is on its way in this conversation (or none can be any more: the limit is
  // over).
  rt::Task<void> until_agent_is_silent(std::string conversation_id);

 private:
  void give_to(ports::ConversationRow& row, const std::string& user) const;

  ports::Store& store_;
  Signals& signals_;
  Rules rules_;
};

}  // namespace hotel::app
