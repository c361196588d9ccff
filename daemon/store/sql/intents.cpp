// Booking intents: what was ordered of the PMS, as a queue with leases. Intents whose state needs no more work
// (confirmed, lost, refused, unknown, cancelled) are kept but never claimed.
#include <array>

#include "store/sql/cursor.h"
#include "store/sql/repositories.h"

namespace hotel::store {
namespace {

using ports::IntentState;

constexpr std::array<std::pair<IntentState, std::string_view>, 10> kStates{{{IntentState::kNew, "new"},
                                                                            {IntentState::kPosting, "posting"},
                                                                            {IntentState::kLooking, "looking"},
                                                                            {IntentState::kVerifying, "verifying"},
                                                                            {IntentState::kConfirmed, "confirmed"},
                                                                            {IntentState::kLost, "lost"},
                                                                            {IntentState::kRefused, "refused"},
                                                                            {IntentState::kUnknown, "unknown"},
                                                                            {IntentState::kCancelling, "cancelling"},
                                                                            {IntentState::kCancelled, "cancelled"}}};

std::string_view state_name(IntentState state) {
  for (const auto& [key, text] : kStates)
    if (key == state) return text;
  return "";
}

IntentState state_from(std::string_view name) {
  for (const auto& [key, text] : kStates)
    if (text == name) return key;
  return IntentState::kUnknown;
}

bool is_open(IntentState state) {
  return state == IntentState::kNew || state == IntentState::kPosting || state == IntentState::kLooking ||
         state == IntentState::kVerifying || state == IntentState::kCancelling;
}

const std::string kSelect =
    "SELECT c.id, c.conversation_id, c.kind, c.request, c.state, c.order_id, c.attempts, c.created_at, c.next_at, "
    "c.turn_token, c.detail FROM booking_intents c ";
const std::string kFind = kSelect + "WHERE c.id = $1 {lock}";
const std::string kDue = kSelect +
                         "WHERE c.open = 1 AND c.next_at <= $1 AND (c.lease_until IS NULL OR c.lease_until <= $1) "
                         "ORDER BY c.next_at, c.created_at LIMIT $2 {lock_skip}";

ports::BookingIntent intent_from(const Row& row) {
  ports::BookingIntent i;
  i.id = row.text(0);
  i.conversation_id = row.text(1);
  i.kind = row.text(2);
  i.request = object_from(row.text(3));
  i.state = state_from(row.text(4));
  i.order_id = row.text(5);
  i.attempts = static_cast<int>(row.integer(6));
  i.created_at = row.integer(7);
  i.next_at = row.integer(8);
  i.turn_token = row.integer(9);
  i.detail = row.text(10);
  return i;
}

}  // namespace

bool BookingSql::begin_intent(const ports::BookingIntent& i) {
  const std::string request = object_text(i.request);
  return scope_.db.run(
             "INSERT INTO booking_intents (id, conversation_id, kind, request, state, open, order_id, attempts, "
             "created_at, next_at, turn_token, detail) "
             "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (id) DO NOTHING",
             {i.id, i.conversation_id, i.kind, request, state_name(i.state), is_open(i.state), i.order_id, i.attempts,
              i.created_at, i.next_at, i.turn_token, i.detail}) > 0;
}

std::optional<ports::BookingIntent> BookingSql::intent(const std::string& id) {
  return scope_.db.first(kFind, {id}, intent_from);
}

std::vector<ports::BookingIntent> BookingSql::claim_intents(Millis now, Millis lease_until, int limit) {
  auto due = scope_.db.all(kDue, {now, limit}, intent_from);
  for (const auto& intent : due)
    scope_.db.run("UPDATE booking_intents SET lease_until = $2 WHERE id = $1", {intent.id, lease_until});
  return due;
}

void BookingSql::save_intent(const ports::BookingIntent& i) {
  const std::string request = object_text(i.request);
  if (scope_.db.run("UPDATE booking_intents SET conversation_id = $2, kind = $3, request = $4, state = $5, open = $6, "
                    "order_id = $7, attempts = $8, next_at = $9, turn_token = $10, "
                    "detail = $11, lease_until = NULL WHERE id = $1",
                    {i.id, i.conversation_id, i.kind, request, state_name(i.state), is_open(i.state), i.order_id,
                     i.attempts, i.next_at, i.turn_token, i.detail}) == 0)
    throw std::invalid_argument("bookings.save_intent: there is no intent with this id");
}

std::optional<Millis> BookingSql::next_intent_at() {
  return scope_.db.number(
      "SELECT min(CASE WHEN lease_until > next_at THEN lease_until ELSE next_at END) FROM booking_intents WHERE open = "
      "1");
}

}  // namespace hotel::store
