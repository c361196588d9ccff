// The repositories in SQL, written once for both engines. See ports/repositories.h for what each method promises.
#pragma once

#include <string>

#include "base/clock.h"
#include "ports/repositories.h"
#include "store/sql/session.h"

namespace hotel::store {

namespace json = boost::json;
using ports::Millis;
using ports::Page;

struct Scope {
  Session& db;
  const base::Clock& clock;
  bool wrote_event = false;
};

class EventSql final : public ports::EventRepository {
 public:
  explicit EventSql(Scope& scope) : scope_(scope) {}
  std::int64_t append(std::string_view kind, json::object entity, std::int64_t version) override;
  std::int64_t last_seq() override;
  std::int64_t first_seq() override;
  std::vector<ports::EventRow> after(std::int64_t seq, int limit) override;
  std::int64_t purge_before(Millis at) override;

 private:
  Scope& scope_;
};

class InboxSql final : public ports::InboxRepository {
 public:
  explicit InboxSql(Scope& scope) : scope_(scope) {}
  void append(const std::vector<ports::InboxRow>& rows) override;
  std::vector<ports::InboxRow> claim(int limit) override;
  void done(const std::vector<std::int64_t>& ids) override;
  void bury(const ports::DeadLetter& letter) override;
  std::vector<ports::DeadLetter> dead_letters(bool with_body, int limit) override;
  std::optional<ports::DeadLetter> dead_letter(std::int64_t id) override;
  bool set_dead_letter_state(std::int64_t id, std::string_view state) override;
  ports::InboxAge age() override;
  std::int64_t purge_done_before(Millis at) override;

 private:
  Scope& scope_;
};

class ConversationSql final : public ports::ConversationRepository {
 public:
  ConversationSql(Scope& scope, EventSql& events) : scope_(scope), events_(events) {}
  ports::ConversationRow open(const ports::GuestIdentity& who, const std::vector<std::string>& phone_variants,
                              const std::string& number_id, Millis now) override;
  void link_identity(const std::string& guest_id, std::string_view kind, const std::string& value) override;
  std::optional<std::string> guest_by_identity(std::string_view kind, const std::string& value) override;
  std::optional<ports::ConversationRow> find(const std::string& id) override;
  void save(ports::ConversationRow& row, Millis now) override;
  Page<wire::Conversation> list(wire::View view, const std::string& user, std::string_view query,
                                std::string_view cursor, int limit) override;
  std::int64_t count(wire::View view, const std::string& user) override;
  std::vector<wire::Conversation> of_guest_phone(const std::vector<std::string>& phone_variants) override;
  std::vector<ports::TurnClaim> claim_turns(Millis now, Millis lease_until, int limit) override;
  bool end_turn(const std::string& id, std::int64_t generation, Millis now) override;
  void release_turn(const std::string& id, Millis due_at) override;
  std::optional<Millis> next_turn_at() override;
  std::optional<Millis> oldest_unanswered_at() override;
  std::vector<std::string> wake_snoozed(Millis now) override;

 private:
  std::optional<ports::ConversationRow> by_identity(std::string_view kind, const std::string& value,
                                                    const std::string& number_id);
  std::string guest_of(const ports::GuestIdentity& who, const std::vector<std::string>& phone_variants);
  std::string make_guest(const ports::GuestIdentity& who, Millis now);
  ports::ConversationRow make(const std::string& guest_id, const std::string& number_id, Millis now);
  void link_missing(const std::string& guest_id, std::string_view kind, const std::string& value);
  void refresh(ports::ConversationRow& row, const ports::GuestIdentity& who, Millis now);

  Scope& scope_;
  EventSql& events_;
};

class MessageSql final : public ports::MessageRepository {
 public:
  MessageSql(Scope& scope, EventSql& events) : scope_(scope), events_(events) {}
  bool insert_inbound(ports::InboundMessage& message) override;
  void insert(wire::Message& message, const std::string& client_id) override;
  std::optional<wire::Message> by_client_id(const std::string& conversation_id, const std::string& client_id) override;
  std::optional<wire::Message> find(const std::string& id) override;
  std::optional<wire::Message> by_external_id(const std::string& external_id) override;
  void save(wire::Message& message, Millis now) override;
  Page<wire::Message> list(const std::string& conversation_id, std::string_view before, int limit) override;
  bool staff_replied_after(const std::string& conversation_id, std::int64_t seq) override;
  bool insert_status(const ports::StatusRow& status) override;
  std::vector<ports::StatusRow> statuses_of(const std::string& external_id, const std::string& message_id) override;
  Page<wire::Message> search(std::string_view query, std::string_view cursor, int limit) override;
  int index_for_search(int limit) override;
  std::vector<wire::Message> media_to_fetch(int limit) override;
  ports::Received received() override;
  void count_received(const ports::Received& more) override;

 private:
  void complete(wire::Message& message);
  void answered_by_person(const wire::Message& message);

  Scope& scope_;
  EventSql& events_;
};

class OutboxSql final : public ports::OutboxRepository {
 public:
  explicit OutboxSql(Scope& scope) : scope_(scope) {}
  void enqueue(const ports::OutboxRow& row) override;
  std::vector<ports::OutboxRow> claim(Millis now, Millis lease_until, int limit) override;
  bool finish(const ports::OutboxRow& row, ports::OutboxState state, Millis next_at) override;
  void remove(const std::string& id) override;
  std::vector<std::string> cancel_agent_rows(const std::string& conversation_id) override;
  std::vector<ports::OutboxRow> agent_rows_waiting(const std::string& conversation_id) override;
  std::int64_t hurry_agent_rows(const std::string& conversation_id, Millis now) override;
  bool agent_send_under_way(const std::string& conversation_id) override;
  std::vector<ports::OutboxRow> expired_leases(Millis now) override;
  std::vector<ports::OutboxRow> unknown_before(Millis at) override;
  std::optional<ports::OutboxRow> find(const std::string& id) override;
  std::optional<Millis> next_due_at() override;
  ports::OutboxAge age() override;

 private:
  Scope& scope_;
};

class BookingSql final : public ports::BookingRepository {
 public:
  BookingSql(Scope& scope, EventSql& events) : scope_(scope), events_(events) {}
  bool put(wire::Booking booking) override;
  std::optional<wire::Booking> find(const std::string& id) override;
  std::optional<wire::Booking> by_reference(std::string_view reference) override;
  std::vector<wire::Booking> by_phone(const std::vector<std::string>& phone_variants) override;
  Page<wire::Booking> list(std::string_view query, std::optional<wire::Date> from, std::optional<wire::Date> to,
                           std::string_view cursor, int limit) override;
  std::vector<std::string> ids_ending_from(wire::Date day) override;
  bool begin_intent(const ports::BookingIntent& intent) override;
  std::optional<ports::BookingIntent> intent(const std::string& id) override;
  std::vector<ports::BookingIntent> claim_intents(Millis now, Millis lease_until, int limit) override;
  void save_intent(const ports::BookingIntent& intent) override;
  std::optional<Millis> next_intent_at() override;

 private:
  Scope& scope_;
  EventSql& events_;
};

class OperatorSql final : public ports::OperatorRepository {
 public:
  explicit OperatorSql(Scope& scope) : scope_(scope) {}
  bool add_user(const ports::UserRow& user) override;
  std::optional<ports::UserRow> user(const std::string& name) override;
  std::vector<ports::UserRow> users() override;
  bool set_password(const std::string& name, const std::string& hash) override;
  bool disable_user(const std::string& name) override;
  void add_session(const ports::SessionRow& session) override;
  std::optional<ports::SessionRow> session(const std::string& token_hash, Millis now) override;
  bool end_session(const std::string& token_hash) override;
  bool revoke_token(const std::string& name) override;
  std::vector<ports::SessionRow> tokens() override;
  void audit(Millis at, const std::string& actor, const std::string& action, const std::string& object,
             const std::string& detail) override;
  Page<ports::AuditEntry> audit_log(std::string_view cursor, int limit) override;
  std::optional<std::int64_t> first_wrong_audit_row() override;

 private:
  Scope& scope_;
};

class AlertSql final : public ports::AlertRepository {
 public:
  AlertSql(Scope& scope, EventSql& events) : scope_(scope), events_(events) {}
  std::optional<wire::Alert> raise(wire::Alert alert, std::string_view key) override;
  Page<wire::Alert> list(std::string_view cursor, int limit) override;
  std::optional<wire::Alert> acknowledge(const std::string& id, const std::string& by, Millis now) override;

 private:
  Scope& scope_;
  EventSql& events_;
};

class TicketSql final : public ports::TicketRepository {
 public:
  TicketSql(Scope& scope, EventSql& events) : scope_(scope), events_(events) {}
  wire::Ticket open(wire::Ticket ticket) override;
  std::optional<wire::Ticket> find(const std::string& id) override;
  Page<wire::Ticket> list(std::optional<wire::TicketState> state, std::string_view cursor, int limit) override;
  std::optional<wire::Ticket> set_state(const std::string& id, wire::TicketState state, const std::string& by,
                                        Millis now) override;
  std::vector<wire::Ticket> of_conversation(const std::string& conversation_id) override;
  std::int64_t remove_of_conversation(const std::string& conversation_id) override;
  std::int64_t purge_done_before(Millis at) override;

 private:
  void tell(const wire::Ticket& ticket);

  Scope& scope_;
  EventSql& events_;
};

class ContentSql final : public ports::ContentRepository {
 public:
  explicit ContentSql(Scope& scope) : scope_(scope) {}
  std::vector<ports::KnowledgeEntry> knowledge() override;
  ports::KnowledgeEntry put_knowledge(ports::KnowledgeEntry entry) override;
  std::optional<ports::KnowledgeEntry> remove_knowledge(const std::string& key, const std::string& language,
                                                        const std::string& by, Millis now) override;
  std::vector<ports::KnowledgeEntry> knowledge_history(const std::string& key, const std::string& language) override;
  std::vector<ports::CannedReply> canned_replies() override;
  ports::CannedReply put_canned_reply(ports::CannedReply reply) override;
  bool remove_canned_reply(const std::string& id) override;
  std::vector<json::object> templates() override;
  void put_template(const std::string& name, const std::string& language, const json::object& value) override;

 private:
  Scope& scope_;
};

class StateSql final : public ports::StateRepository {
 public:
  explicit StateSql(Scope& scope) : scope_(scope) {}
  std::optional<std::string> get(std::string_view name) override;
  void put(std::string_view name, std::string_view value) override;
  std::optional<ports::StoredAnswer> answer(std::string_view user, std::string_view key) override;
  bool keep_answer(std::string_view user, std::string_view key, const ports::StoredAnswer& answer, Millis now) override;
  std::int64_t purge_answers_before(Millis at) override;

 private:
  Scope& scope_;
};

}  // namespace hotel::store
