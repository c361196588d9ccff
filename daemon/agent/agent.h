// The agent: one turn of a conversation. It reads the guest's unanswered messages, asks the PMS through its port, and
// returns what should be said, with the reason for each sentence. It writes nothing anywhere: the caller commits the
// result, or drops it when a person took over meanwhile.
#pragma once

#include <boost/json/object.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "domain/guest_action.h"
#include "domain/outbox_policy.h"
#include "domain/stay.h"
#include "nlu/date_rules.h"
#include "ports/model.h"
#include "ports/pms.h"
#include "ports/repositories.h"

namespace hotel::agent {

// What the agent may know of the house.
struct House {
  std::string name;
  std::string address;
  std::optional<double> latitude, longitude;
  std::string currency;
  std::string default_language = "es";
  nlu::DateRules date_rules{};
};

struct TurnInput {
  std::string conversation_id;          // whose budget of the language model it is
  std::vector<wire::Message> messages;  // unanswered, oldest first, at least one
  boost::json::object dialogue;         // what the last turn returned; empty at first
  std::string language;                 // es, en, pt or empty
  std::string guest_name;               // profile name, never trusted as the booking's name
  std::string phone;                    // digits; empty: hidden
  wire::Date today{};                   // the hotel's calendar day
  wire::Millis now = 0;
  std::vector<wire::Booking> bookings;  // live ones of this phone, from the store's copy
  std::vector<ports::KnowledgeEntry> knowledge;
};

struct Reply {
  std::string text;             // what a person reads of it
  boost::json::object payload;  // Graph's object: {"type":"text","text":{"body":…}} or interactive
  domain::Purpose purpose = domain::Purpose::kFact;
  boost::json::object why;  // see evidence.h, and PROTOCOL.md
};

// Work that must outlive the turn; the caller stores it in the transaction of the replies.
struct BookingOrder {
  std::string intent_id;  // also the id of the confirm button: the same confirmation twice is the same intent
  domain::BookingRequest request;
};
struct CancelOrder {
  std::string intent_id;
  std::string booking_id;
  std::string reference;
};

struct ChangeOrder {
  std::string intent_id;
  std::string booking_id;
  std::string reference;
  domain::StayChange change;
  wire::Money expected_total;
};

// Something for the staff to do or to answer, while the agent goes on.
struct Ticket {
  std::string kind;   // service_request, invoice_request, transfer_request, unanswered_question
  std::string text;   // for staff: the guest's words and what is known
  std::string topic;  // of a question: the key of the knowledge base that has no entry; empty: unknown
};

struct TurnResult {
  std::vector<Reply> replies;
  boost::json::object dialogue;
  std::string language;
  bool hand_over = false;  // a person must answer; `reason` tells staff why
  std::string reason;      // stable word: wants_person, emergency, not_understood, complaint, pms_unavailable …
  bool opt_out = false;
  std::optional<std::string> alert;  // kind of an alert to raise: "emergency" …
  std::optional<BookingOrder> book;
  std::optional<CancelOrder> cancel;
  std::optional<ChangeOrder> change;
  std::vector<Ticket> tickets;
  domain::GuestAction action = domain::GuestAction::kFallback;  // what the turn did
};

// How the end of a booking or cancellation is told to the guest. `booking` is what the PMS holds after reading it back.
enum class OrderEnd { kConfirmed, kLost, kRefused, kUnknown, kCancelled, kCancelFailed, kModified, kModifyFailed };

class Agent {
 public:
  // `model` may help with words (model_help.h); nullptr: the built-in understanding and wording alone.
  Agent(ports::Pms& pms, House house, ports::LanguageModel* model = nullptr);
  rt::Task<TurnResult> turn(TurnInput input);
  const House& house() const { return house_; }

  // Pure: the reply after the booking worker is done, and what the dialogue is afterwards.
  TurnResult order_ended(OrderEnd end, const std::optional<wire::Booking>& booking, boost::json::object dialogue,
                         const std::string& language, wire::Millis now) const;

 private:
  ports::Pms& pms_;
  House house_;
  ports::LanguageModel* model_;
};

}  // namespace hotel::agent
