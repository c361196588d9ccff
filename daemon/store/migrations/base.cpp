// Schema version 1.
#include "store/migrations.h"

namespace hotel::store {
namespace {

constexpr const char* kGuests = R"(
CREATE TABLE guests (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  phone TEXT NOT NULL,
  folded TEXT NOT NULL,
  created_at BIGINT NOT NULL);
CREATE TABLE guest_identities (
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  guest_id TEXT NOT NULL,
  PRIMARY KEY (kind, value));
CREATE INDEX guest_identities_guest ON guest_identities (guest_id);
)";

constexpr const char* kConversations = R"(
CREATE TABLE conversations (
  seq {identity},
  id TEXT NOT NULL UNIQUE,
  guest_id TEXT NOT NULL,
  number_id TEXT NOT NULL,
  channel TEXT NOT NULL,
  owner TEXT NOT NULL,
  assignee TEXT NOT NULL,
  status TEXT NOT NULL,
  unread BIGINT NOT NULL,
  waiting_since BIGINT,
  sla_due_at BIGINT,
  snoozed_until BIGINT,
  last_message TEXT NOT NULL,
  last_folded TEXT NOT NULL,
  handover_reason TEXT NOT NULL,
  opted_out SMALLINT NOT NULL,
  labels TEXT NOT NULL,
  typing TEXT NOT NULL,
  typing_until BIGINT,
  activity_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL,
  version BIGINT NOT NULL,
  wa_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  turn_token BIGINT NOT NULL,
  last_inbound_at BIGINT,
  turn_due_at BIGINT,
  turn_lease_until BIGINT,
  answered_seq BIGINT NOT NULL,
  dialogue TEXT NOT NULL,
  language TEXT NOT NULL,
  UNIQUE (guest_id, number_id));
CREATE INDEX conversations_activity ON conversations (activity_at, seq);
CREATE INDEX conversations_waiting ON conversations (waiting_since, seq) WHERE waiting_since IS NOT NULL;
CREATE INDEX conversations_turn ON conversations (turn_due_at) WHERE turn_due_at IS NOT NULL;
CREATE INDEX conversations_snoozed ON conversations (snoozed_until) WHERE snoozed_until IS NOT NULL;
CREATE INDEX conversations_assignee ON conversations (assignee) WHERE assignee <> '';
)";

constexpr const char* kMessages = R"(
CREATE TABLE messages (
  seq {identity},
  id TEXT NOT NULL UNIQUE,
  conversation_id TEXT NOT NULL,
  direction TEXT NOT NULL,
  author_kind TEXT NOT NULL,
  author_name TEXT NOT NULL,
  type TEXT NOT NULL,
  text TEXT NOT NULL,
  media TEXT NOT NULL,
  interactive TEXT NOT NULL,
  reply_to TEXT NOT NULL,
  external_id TEXT NOT NULL,
  status TEXT NOT NULL,
  error TEXT NOT NULL,
  why TEXT NOT NULL,
  sent_at BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  version BIGINT NOT NULL,
  wants_answer SMALLINT NOT NULL,
  media_pending SMALLINT NOT NULL,
  created_seq BIGINT NOT NULL,
  client_id TEXT NOT NULL,
  number_id TEXT NOT NULL,
  participant TEXT NOT NULL,
  raw TEXT NOT NULL);
CREATE UNIQUE INDEX messages_key ON messages (external_id, number_id) WHERE number_id <> '';
CREATE INDEX messages_sent_key ON messages (external_id) WHERE number_id = '' AND external_id <> '';
CREATE UNIQUE INDEX messages_client ON messages (conversation_id, client_id) WHERE client_id <> '';
CREATE INDEX messages_listed ON messages (conversation_id, sent_at, seq);
CREATE INDEX messages_unanswered ON messages (conversation_id, seq) WHERE wants_answer = 1;
CREATE INDEX messages_staff ON messages (conversation_id, created_seq) WHERE author_kind = 'staff';
CREATE INDEX messages_media ON messages (seq) WHERE media_pending = 1;
CREATE TABLE statuses (
  external_id TEXT NOT NULL,
  status TEXT NOT NULL,
  participant TEXT NOT NULL,
  at BIGINT NOT NULL,
  opaque TEXT NOT NULL,
  error TEXT NOT NULL,
  PRIMARY KEY (external_id, status, participant));
CREATE INDEX statuses_opaque ON statuses (opaque) WHERE opaque <> '';
)";

constexpr const char* kQueues = R"(
CREATE TABLE inbox (
  id {rowid},
  done SMALLINT NOT NULL,
  received_at BIGINT NOT NULL,
  body {blob} NOT NULL);
CREATE INDEX inbox_waiting ON inbox (id) WHERE done = 0;
CREATE TABLE dead_letters (
  id {identity},
  at BIGINT NOT NULL,
  source TEXT NOT NULL,
  why TEXT NOT NULL,
  state TEXT NOT NULL,
  body {blob} NOT NULL);
CREATE TABLE outbox (
  seq {identity},
  id TEXT NOT NULL UNIQUE,
  conversation_id TEXT NOT NULL,
  number_id TEXT NOT NULL,
  visible SMALLINT NOT NULL,
  by_agent SMALLINT NOT NULL,
  turn_token BIGINT NOT NULL,
  purpose BIGINT NOT NULL,
  is_template SMALLINT NOT NULL,
  payload TEXT NOT NULL,
  attempts BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  next_at BIGINT NOT NULL,
  state TEXT NOT NULL,
  state_at BIGINT NOT NULL,
  lease_until BIGINT,
  fence BIGINT NOT NULL);
CREATE INDEX outbox_conversation ON outbox (conversation_id, seq);
CREATE INDEX outbox_state ON outbox (state, next_at);
CREATE TABLE event_log (
  seq {rowid},
  at BIGINT NOT NULL,
  kind TEXT NOT NULL,
  data TEXT NOT NULL);
)";

constexpr const char* kBookings = R"(
CREATE TABLE bookings (
  seq {identity},
  id TEXT NOT NULL UNIQUE,
  reference TEXT NOT NULL,
  folded TEXT NOT NULL,
  phone TEXT NOT NULL,
  phone_end TEXT NOT NULL,
  check_in BIGINT NOT NULL,
  check_out BIGINT NOT NULL,
  read_at BIGINT NOT NULL,
  version BIGINT NOT NULL,
  content TEXT NOT NULL);
CREATE INDEX bookings_reference ON bookings (reference);
CREATE INDEX bookings_phone_end ON bookings (phone_end) WHERE phone_end <> '';
CREATE INDEX bookings_stay ON bookings (check_in, seq);
CREATE INDEX bookings_end ON bookings (check_out);
CREATE TABLE booking_intents (
  id TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  request TEXT NOT NULL,
  state TEXT NOT NULL,
  open SMALLINT NOT NULL,
  order_id TEXT NOT NULL,
  attempts BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  next_at BIGINT NOT NULL,
  lease_until BIGINT,
  turn_token BIGINT NOT NULL,
  detail TEXT NOT NULL);
CREATE INDEX booking_intents_due ON booking_intents (next_at) WHERE open = 1;
)";

constexpr const char* kHouse = R"(
CREATE TABLE users (
  name TEXT PRIMARY KEY,
  roles TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  disabled SMALLINT NOT NULL,
  created_at BIGINT NOT NULL);
CREATE TABLE sessions (
  token_hash TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  roles TEXT NOT NULL,
  script SMALLINT NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL);
CREATE INDEX sessions_name ON sessions (name);
CREATE TABLE audit_log (
  seq {identity},
  at BIGINT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  object TEXT NOT NULL,
  detail TEXT NOT NULL,
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL);
CREATE TABLE alerts (
  seq {identity},
  id TEXT NOT NULL UNIQUE,
  fold_key TEXT NOT NULL,
  kind TEXT NOT NULL,
  severity TEXT NOT NULL,
  text TEXT NOT NULL,
  at BIGINT NOT NULL,
  conversation_id TEXT NOT NULL,
  acked_by TEXT NOT NULL,
  acked_at BIGINT,
  version BIGINT NOT NULL);
CREATE UNIQUE INDEX alerts_open_key ON alerts (fold_key) WHERE fold_key <> '' AND acked_at IS NULL;
CREATE TABLE knowledge (
  key TEXT NOT NULL,
  language TEXT NOT NULL,
  version BIGINT NOT NULL,
  text TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  updated_at BIGINT NOT NULL,
  PRIMARY KEY (key, language, version));
CREATE TABLE canned_replies (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  version BIGINT NOT NULL);
CREATE TABLE templates (
  name TEXT NOT NULL,
  language TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (name, language));
CREATE TABLE facts (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL);
CREATE TABLE counters (
  name TEXT PRIMARY KEY,
  value BIGINT NOT NULL);
CREATE TABLE answers (
  user_name TEXT NOT NULL,
  key TEXT NOT NULL,
  status BIGINT NOT NULL,
  body TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (user_name, key));
CREATE INDEX answers_at ON answers (at);
)";

}  // namespace

std::string base_schema() {
  return std::string{kGuests} + kConversations + kMessages + kQueues + kBookings + kHouse;
}

}  // namespace hotel::store
