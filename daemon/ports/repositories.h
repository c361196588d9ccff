// What can be read and written in one transaction. Every method is synchronous: it runs on a database thread.
//
// Methods that change an entity the console shows (conversation, message, booking, alert, ticket) raise its `version`
// and append its event in the same transaction. Lists are newest first and paged by an opaque cursor.
#pragma once

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/handover.h"
#include "domain/outbox_policy.h"
#include "wire/alert.h"
#include "wire/booking.h"
#include "wire/conversation.h"
#include "wire/event.h"
#include "wire/filter.h"
#include "wire/message.h"
#include "wire/operator.h"
#include "wire/ticket.h"

namespace hotel::ports {

using wire::Millis;

template <class T>
struct Page {
  std::vector<T> items;
  std::string next;            // cursor of the next page; empty: that was the last
  std::int64_t as_of_seq = 0;  // the newest event when this was read
};

// ----------------------------------------------------------------------------------------------------------------
// inbox
struct InboxRow {
  std::int64_t id = 0;
  Millis received_at = 0;
  std::string body;  // the raw bytes
};

struct DeadLetter {
  std::int64_t id = 0;
  Millis at = 0;
  std::string source;  // "webhook"
  std::string why;
  std::string body;
  std::string state;  // waiting, retried, dropped
};

struct InboxAge {
  std::int64_t waiting = 0;
  std::optional<Millis> oldest_at;
};

class InboxRepository {
 public:
  virtual ~InboxRepository() = default;
  virtual void append(
      const std::vector<InboxRow>& rows) = 0;          // `id` is given by the store; one statement for many rows
  virtual std::vector<InboxRow> claim(int limit) = 0;  // oldest first, not yet processed; locked for this transaction
  virtual void done(const std::vector<std::int64_t>& ids) = 0;
  virtual void bury(const DeadLetter& letter) = 0;  // `id` and `state` are given by the store
  virtual std::vector<DeadLetter> dead_letters(bool with_body, int limit) = 0;
  virtual std::optional<DeadLetter> dead_letter(std::int64_t id) = 0;
  virtual bool set_dead_letter_state(std::int64_t id, std::string_view state) = 0;
  virtual InboxAge age() = 0;
  virtual std::int64_t purge_done_before(Millis at) = 0;  // processed raw bodies are kept for a while, then removed
};

// ---------------------------------------------------------------------------------------------------------
// conversations
struct GuestIdentity {
  std::string wa_id;    // as WhatsApp wrote it, digits; empty: hidden
  std::string user_id;  // BSUID; empty: not told
  std::string name;     // profile name; may be empty
};

// What decides which lists of conversations show one.
struct Standing {
  wire::Owner owner = wire::Owner::kAgent;
  std::string assignee;
  wire::ConversationStatus status = wire::ConversationStatus::kOpen;
  std::optional<Millis> waiting_since, snoozed_until;
  bool operator==(const Standing&) const = default;
};

// Everything the daemon knows of a conversation beyond what the API shows.
struct ConversationRow {
  wire::Conversation shown;
  std::string number_id;  // our phone number id
  std::string wa_id;      // where to send: digits of the latest inbound `from`; empty: send to user_id
  std::string user_id;
  domain::Ownership ownership;
  std::optional<Millis> last_inbound_at;  // greatest timestamp that opens the window
  std::optional<Millis> turn_due_at;      // the agent owes an answer from then on
  std::int64_t turn_generation = 0;       // raised by each inbound message that wants an answer
  boost::json::object dialogue;           // state of the agent's form
  std::string language;                   // of the guest; empty: unknown
  std::optional<Standing> stored;         // as it was read: a save that changes nothing of it spares the lists' indexes
};

struct TurnClaim {
  ConversationRow conversation;
  std::vector<wire::Message> unanswered;  // oldest first
};

class ConversationRepository {
 public:
  virtual ~ConversationRepository() = default;
  // Finds the guest by BSUID, then by phone variants (see whatsapp/phone.h, `variants`), links new identities, and
  // returns the conversation of that guest with that number of ours; makes both when there are none. A known name is
  // only replaced by a non-empty one. Two guests hit by one message: the BSUID's one is taken, nothing is merged.
  virtual ConversationRow open(const GuestIdentity& who, const std::vector<std::string>& phone_variants,
                               const std::string& number_id, Millis now) = 0;
  virtual void link_identity(const std::string& guest_id, std::string_view kind,
                             const std::string& value) = 0;  // kind: wa_id, user_id
  virtual std::optional<std::string> guest_by_identity(std::string_view kind, const std::string& value) = 0;
  virtual std::optional<ConversationRow> find(
      const std::string& id) = 0;                           // locks the row for this transaction (PostgreSQL)
  virtual void save(ConversationRow& row, Millis now) = 0;  // raises the version, appends conversation.updated
  virtual Page<wire::Conversation> list(wire::View view, const std::string& user, std::string_view query,
                                        std::string_view cursor, int limit) = 0;
  // How many a view holds. The default walks through the list; an engine that can count does it in one query.
  virtual std::int64_t count(wire::View view, const std::string& user) {
    std::int64_t counted = 0;
    std::string cursor;
    do {
      auto page = list(view, user, "", cursor, 200);
      counted += static_cast<std::int64_t>(page.items.size());
      cursor = std::move(page.next);
    } while (!cursor.empty());
    return counted;
  }
  virtual std::vector<wire::Conversation> of_guest_phone(const std::vector<std::string>& phone_variants) = 0;

  // Conversations whose turn is due, not leased by another worker. Takes the lease until `lease_until`.
  virtual std::vector<TurnClaim> claim_turns(Millis now, Millis lease_until, int limit) = 0;
  // Ends a turn that read generation `generation`: inbound messages up to it are answered. When newer ones came
  // meanwhile the turn stays due. Gives the lease back. False: a turn of this generation has ended already (the lease
  // was lost), so its answer must not be committed again.
  virtual bool end_turn(const std::string& id, std::int64_t generation, Millis now) = 0;
  virtual void release_turn(const std::string& id, Millis due_at) = 0;  // failed: try again at due_at
  virtual std::optional<Millis> next_turn_at() = 0;
  virtual std::optional<Millis> oldest_unanswered_at() = 0;
  virtual std::vector<std::string> wake_snoozed(Millis now) = 0;  // opens snoozed ones whose time has come
};

// --------------------------------------------------------------------------------------------------------------
// messages
struct InboundMessage {
  wire::Message shown;  // id and version are given by the store when empty; direction kIn
  std::string number_id;
  std::string participant;  // group messages: who wrote
  boost::json::object raw;  // the element as WhatsApp sent it (strings repaired)
  bool wants_answer = false;
};

struct StatusRow {
  std::string external_id;
  std::string status;
  std::string participant;  // groups; else empty
  Millis at = 0;
  std::string opaque;         // biz_opaque_callback_data: our message id
  boost::json::object error;  // {code, title, detail}
};

struct Received {  // what WhatsApp sent, each element once; counted with the work itself (count_received)
  std::int64_t messages = 0;
  std::int64_t statuses = 0;
  std::int64_t foreign = 0;
  std::int64_t dead_letters = 0;
};

class MessageRepository {
 public:
  virtual ~MessageRepository() = default;
  // False: the key (number_id, external_id) is known already and nothing was written.
  virtual bool insert_inbound(InboundMessage& message) = 0;
  virtual void insert(wire::Message& message,
                      const std::string& client_id) = 0;  // notes and outgoing ones; client_id may be empty
  virtual std::optional<wire::Message> by_client_id(const std::string& conversation_id,
                                                    const std::string& client_id) = 0;
  virtual std::optional<wire::Message> find(const std::string& id) = 0;
  virtual std::optional<wire::Message> by_external_id(const std::string& external_id) = 0;
  virtual void save(wire::Message& message, Millis now) = 0;  // raises the version, appends message.updated
  virtual Page<wire::Message> list(const std::string& conversation_id, std::string_view before,
                                   int limit) = 0;  // by (sent_at, arrival)
  virtual bool staff_replied_after(const std::string& conversation_id,
                                   std::int64_t seq) = 0;   // an outgoing message of staff with a created event > seq
  virtual bool insert_status(const StatusRow& status) = 0;  // false: known already
  virtual std::vector<StatusRow> statuses_of(const std::string& external_id, const std::string& message_id) = 0;
  virtual Page<wire::Message> search(std::string_view query, std::string_view cursor,
                                     int limit) = 0;  // accents and case ignored
  virtual int index_for_search(int limit) = 0;        // catches the search index up; number of messages indexed
  // Whose file, or whose transcript, is still to be had; oldest first.
  virtual std::vector<wire::Message> media_to_fetch(int limit) = 0;
  virtual Received received() = 0;
  virtual void count_received(const Received& more) = 0;  // dead letters count themselves
};

// ----------------------------------------------------------------------------------------------------------------
// outbox
struct OutboxRow {
  std::string id;  // the message's id, or an own one for read marks and typing
  std::string conversation_id;
  std::string number_id;
  bool visible = true;  // false: read mark, typing: no message row stands behind it
  bool by_agent = false;
  std::int64_t turn_token = 0;  // by_agent: the token under which it was written
  domain::Purpose purpose = domain::Purpose::kStaff;
  bool is_template = false;
  boost::json::object payload;  // Graph's body without messaging_product, recipient and callback data
  int attempts = 0;
  Millis created_at = 0;
  Millis next_at = 0;
  std::int64_t fence = 0;  // given with a claim; a result with an older fence is refused
};

struct OutboxAge {
  std::int64_t waiting = 0;
  std::int64_t sending = 0;
  std::optional<Millis> oldest_at;
};

enum class OutboxState { kQueued, kSending, kDone, kUnknown };

class OutboxRepository {
 public:
  virtual ~OutboxRepository() = default;
  virtual void enqueue(const OutboxRow& row) = 0;
  // Due rows, at most one per conversation (none of a conversation that has one in kSending), oldest first. State
  // becomes kSending with a lease. Visible messages become `sending` (with their event) by the caller through
  // MessageRepository.
  virtual std::vector<OutboxRow> claim(Millis now, Millis lease_until, int limit) = 0;
  virtual bool finish(const OutboxRow& row, OutboxState state, Millis next_at) = 0;  // false: the fence is old
  virtual void remove(const std::string& id) = 0;
  // Agent rows of a conversation that have not begun to be sent: removed, their ids returned (take-over).
  virtual std::vector<std::string> cancel_agent_rows(const std::string& conversation_id) = 0;
  // What the agent is about to say there: its visible rows that wait, oldest first.
  virtual std::vector<OutboxRow> agent_rows_waiting(const std::string& conversation_id) = 0;
  // Sends them now instead of later. Rows that were tried before keep their time. Number of rows changed.
  virtual std::int64_t hurry_agent_rows(const std::string& conversation_id, Millis now) = 0;
  virtual bool agent_send_under_way(const std::string& conversation_id) = 0;
  virtual std::vector<OutboxRow> expired_leases(Millis now) = 0;  // kSending whose worker died
  virtual std::vector<OutboxRow> unknown_before(Millis at) = 0;   // kUnknown since before `at`
  virtual std::optional<OutboxRow> find(const std::string& id) = 0;
  virtual std::optional<Millis> next_due_at() = 0;
  virtual OutboxAge age() = 0;
};

// --------------------------------------------------------------------------------------------------------------
// bookings
enum class IntentState {
  kNew,
  kPosting,
  kLooking,
  kVerifying,
  kConfirmed,
  kLost,
  kRefused,
  kUnknown,
  kCancelling,
  kCancelled
};

struct BookingIntent {
  std::string id;
  std::string conversation_id;  // empty: made by staff
  std::string kind = "book";    // book, cancel, change
  boost::json::object request;  // see app: how a BookingRequest is kept
  IntentState state = IntentState::kNew;
  std::string order_id;  // the PMS's
  int attempts = 0;
  Millis created_at = 0;
  Millis next_at = 0;
  std::int64_t turn_token = 0;
  std::string detail;
};

class BookingRepository {
 public:
  virtual ~BookingRepository() = default;
  // Replaces what is known of a booking. Appends booking.updated when anything but read_at differs. True: it differed.
  virtual bool put(wire::Booking booking) = 0;
  virtual std::optional<wire::Booking> find(const std::string& id) = 0;
  virtual std::optional<wire::Booking> by_reference(std::string_view reference) = 0;
  virtual std::vector<wire::Booking> by_phone(
      const std::vector<std::string>& phone_variants) = 0;  // matched on the last digits as well
  virtual Page<wire::Booking> list(std::string_view query, std::optional<wire::Date> from, std::optional<wire::Date> to,
                                   std::string_view cursor, int limit) = 0;
  virtual std::vector<std::string> ids_ending_from(wire::Date day) = 0;

  // False: an intent with this id exists (the same confirmation twice).
  virtual bool begin_intent(const BookingIntent& intent) = 0;
  virtual std::optional<BookingIntent> intent(const std::string& id) = 0;
  virtual std::vector<BookingIntent> claim_intents(Millis now, Millis lease_until, int limit) = 0;
  virtual void save_intent(const BookingIntent& intent) = 0;  // gives the lease back
  virtual std::optional<Millis> next_intent_at() = 0;
};

// ----------------------------------------------------------------------------------------------------------------
// events
struct EventRow {
  std::int64_t seq = 0;
  std::string kind;
  std::string data;  // JSON, as every reader of this event gets it
};

class EventRepository {
 public:
  virtual ~EventRepository() = default;
  virtual std::int64_t append(std::string_view kind, boost::json::object entity, std::int64_t version) = 0;
  virtual std::int64_t last_seq() = 0;
  virtual std::int64_t first_seq() = 0;  // the oldest kept; 0: none
  virtual std::vector<EventRow> after(std::int64_t seq, int limit) = 0;
  virtual std::int64_t purge_before(Millis at) = 0;
};

// -------------------------------------------------------------------------------------------------------------
// operators
struct UserRow {
  std::string name;
  std::vector<std::string> roles;
  std::string password_hash;
  bool disabled = false;
  Millis created_at = 0;
};

struct SessionRow {
  std::string token_hash;  // SHA-256 of the token, hex
  std::string name;        // the user's, or the script token's
  std::vector<std::string> roles;
  bool script = false;  // `token create`
  Millis created_at = 0;
  Millis expires_at = 0;
};

struct AuditEntry {
  std::int64_t seq = 0;
  Millis at = 0;
  std::string actor;
  std::string action;
  std::string object;
  std::string detail;  // no guest's data
  std::string prev_hash;
  std::string hash;  // SHA-256 over prev_hash, at, actor, action, object, detail joined by \n
};

class OperatorRepository {
 public:
  virtual ~OperatorRepository() = default;
  virtual bool add_user(const UserRow& user) = 0;  // false: the name is taken
  virtual std::optional<UserRow> user(const std::string& name) = 0;
  virtual std::vector<UserRow> users() = 0;
  virtual bool set_password(const std::string& name, const std::string& hash) = 0;
  virtual bool disable_user(const std::string& name) = 0;  // ends its sessions too
  virtual void add_session(const SessionRow& session) = 0;
  virtual std::optional<SessionRow> session(const std::string& token_hash,
                                            Millis now) = 0;  // nothing when expired or the user is disabled
  virtual bool end_session(const std::string& token_hash) = 0;
  virtual bool revoke_token(const std::string& name) = 0;
  virtual std::vector<SessionRow> tokens() = 0;
  virtual void audit(Millis at, const std::string& actor, const std::string& action, const std::string& object,
                     const std::string& detail) = 0;
  virtual Page<AuditEntry> audit_log(std::string_view cursor, int limit) = 0;
  virtual std::optional<std::int64_t> first_wrong_audit_row() = 0;  // nothing: the chain holds
};

// ----------------------------------------------------------------------------------------------------------------
// alerts
class AlertRepository {
 public:
  virtual ~AlertRepository() = default;
  // `key` folds repetitions: an alert with the same key that nobody acknowledged is not raised again. Empty: always
  // new.
  virtual std::optional<wire::Alert> raise(wire::Alert alert, std::string_view key) = 0;
  virtual Page<wire::Alert> list(std::string_view cursor, int limit) = 0;
  virtual std::optional<wire::Alert> acknowledge(const std::string& id, const std::string& by, Millis now) = 0;
};

// ----------------------------------------------------------------------------------------------------------------
// tickets
class TicketRepository {
 public:
  virtual ~TicketRepository() = default;
  // The same request (conversation, kind, topic, words) while one is open touches that one: `times`, `last_at` and
  // `version` rise. Else a new one; `id` and `created_at` are given by the store when empty.
  virtual wire::Ticket open(wire::Ticket ticket) = 0;
  virtual std::optional<wire::Ticket> find(const std::string& id) = 0;
  virtual Page<wire::Ticket> list(std::optional<wire::TicketState> state, std::string_view cursor, int limit) = 0;
  // Nothing: there is no such ticket. One that has this state already stays as it is: the first person stays.
  virtual std::optional<wire::Ticket> set_state(const std::string& id, wire::TicketState state, const std::string& by,
                                                Millis now) = 0;
  // What goes through every table with a guest's words: export, erasure, retention.
  virtual std::vector<wire::Ticket> of_conversation(const std::string& conversation_id) = 0;  // oldest first
  virtual std::int64_t remove_of_conversation(const std::string& conversation_id) = 0;
  virtual std::int64_t purge_done_before(Millis at) = 0;  // open ones stay, however old
};

// ---------------------------------------------------------------------------------------------------------------
// content
struct KnowledgeEntry {
  std::string key;       // "breakfast", "parking" …
  std::string language;  // es, en, pt
  std::string text;      // empty, in the history only: the entry was removed with this version
  std::int64_t version = 1;
  std::string updated_by;
  Millis updated_at = 0;
};

struct CannedReply {
  std::string id;
  std::string title;
  std::string language;
  std::string text;
  std::int64_t version = 1;
};

class ContentRepository {
 public:
  virtual ~ContentRepository() = default;
  virtual std::vector<KnowledgeEntry> knowledge() = 0;             // the newest of each key and language
  virtual KnowledgeEntry put_knowledge(KnowledgeEntry entry) = 0;  // raises the version; older ones are kept
  // The next version says that there is no entry any more, by whom and when. Nothing: there is none.
  virtual std::optional<KnowledgeEntry> remove_knowledge(const std::string& key, const std::string& language,
                                                         const std::string& by, Millis now) = 0;
  virtual std::vector<KnowledgeEntry> knowledge_history(const std::string& key, const std::string& language) = 0;
  virtual std::vector<CannedReply> canned_replies() = 0;
  virtual CannedReply put_canned_reply(CannedReply reply) = 0;
  virtual bool remove_canned_reply(const std::string& id) = 0;
  virtual std::vector<boost::json::object> templates() = 0;  // {name, language, status, body, variables}
  virtual void put_template(const std::string& name, const std::string& language, const boost::json::object& value) = 0;
};

// -----------------------------------------------------------------------------------------------------------------
// state
struct StoredAnswer {
  int status = 0;
  std::string body;
};

class StateRepository {
 public:
  virtual ~StateRepository() = default;
  virtual std::optional<std::string> get(std::string_view name) = 0;  // small facts: sync marks, seeds
  virtual void put(std::string_view name, std::string_view value) = 0;
  virtual std::optional<StoredAnswer> answer(std::string_view user, std::string_view key) = 0;  // Idempotency-Key
  virtual bool keep_answer(std::string_view user, std::string_view key, const StoredAnswer& answer,
                           Millis now) = 0;  // false: known
  virtual std::int64_t purge_answers_before(Millis at) = 0;
};

}  // namespace hotel::ports
