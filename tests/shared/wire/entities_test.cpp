#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>

#include "wire/alert.h"
#include "wire/booking.h"
#include "wire/codec.h"
#include "wire/conversation.h"
#include "wire/error.h"
#include "wire/event.h"
#include "wire/filter.h"
#include "wire/message.h"
#include "wire/ticket.h"

using namespace hotel::wire;
namespace json = boost::json;

namespace {

template <class T>
std::string text(const T& entity) {
  return json::serialize(to_json(entity));
}

Conversation a_conversation() {
  Conversation c;
  c.id = "c1";
  c.guest = {"g1", "María López", "+34600123456", "es"};
  c.owner = Owner::kStaff;
  c.assignee = "ana";
  c.status = ConversationStatus::kSnoozed;
  c.unread = 3;
  c.waiting_since = 1'795'600'800'000;
  c.window_expires_at = 1'795'600'900'000;
  c.snoozed_until = 1'795'600'950'000;
  c.last_message = LastMessage{"¿Puedo cambiar?", Direction::kIn, AuthorKind::kGuest, "text", 1'795'600'800'000};
  c.handover_reason = "wants_person";
  c.labels = {"vip", "late"};
  c.typing = "luis";
  c.version = 7;
  return c;
}

}  // namespace

TEST(Entities, ConversationSurvivesTheWire) {
  const auto before = a_conversation();
  const auto after = conversation_from_json(to_json(before));
  ASSERT_TRUE(after);
  EXPECT_EQ(text(*after), text(before));
}

TEST(Entities, TicketSurvivesTheWireAndAnOldOneReads) {
  Ticket t;
  t.id = "t1";
  t.conversation_id = "c1";
  t.kind = "unanswered_question";
  t.topic = "spa";
  t.text = "¿Tienen spa?";
  t.language = "es";
  t.state = TicketState::kDone;
  t.created_at = 1'795'600'800'000;
  t.done_at = 1'795'600'900'000;
  t.done_by = "ana";
  t.times = 2;
  t.last_at = 1'795'600'850'000;
  t.version = 4;
  const auto after = ticket_from_json(to_json(t));
  ASSERT_TRUE(after);
  EXPECT_EQ(text(*after), text(t));
  EXPECT_EQ(after->state, TicketState::kDone);
  const auto least = ticket_from_json(json::object{{"id", "t2"}, {"created_at", "2026-11-25T10:00:00.000Z"}});
  ASSERT_TRUE(least);
  EXPECT_EQ(least->state, TicketState::kOpen);
  EXPECT_EQ(least->times, 1);
  EXPECT_EQ(least->last_at, least->created_at);
  EXPECT_EQ(least->topic, "");
  EXPECT_FALSE(ticket_from_json(json::object{{"kind", "x"}}));
}

TEST(Entities, MessageSurvivesTheWire) {
  Message m;
  m.id = "m1";
  m.conversation_id = "c1";
  m.direction = Direction::kOut;
  m.author = {AuthorKind::kAgent, ""};
  m.type = "interactive";
  m.text = "Total USD 332.64";
  m.interactive = {{"type", "button"}};
  m.external_id = "wamid.X";
  m.status = MessageStatus::kDelivered;
  m.why = {{"intent", "book_room"}};
  m.error = {{"code", "131026"}};
  m.sent_at = m.created_at = 1'795'600'800'000;
  const auto after = message_from_json(to_json(m));
  ASSERT_TRUE(after);
  EXPECT_EQ(text(*after), text(m));
}

TEST(Entities, BookingAndAlertSurviveTheWire) {
  Booking b;
  b.id = "12";
  b.reference = "ABCDEFGHI";
  b.guest_name = "Lucía Ferrer";
  b.rooms.push_back({"34", "Double Room", "DB-101", *parse_iso("2027-01-18"), *parse_iso("2027-01-21"), 2, 1,
                     BookingState::kCheckedIn});
  b.total = {33264, "USD"};
  b.read_at = 1'795'600'800'000;
  const auto booking = booking_from_json(to_json(b));
  ASSERT_TRUE(booking);
  EXPECT_EQ(text(*booking), text(b));
  const Alert a{"a1", "emergency", "critical", "x", 1'795'600'800'000, "c1", "ana", 1'795'600'801'000};
  EXPECT_EQ(text(*alert_from_json(to_json(a))), text(a));
}

TEST(Entities, UnknownAndMissingMembersAreNoFault) {
  const auto c = conversation_from_json(
      *parse_json(R"({"id":"c","owner":"robot","status":"frozen","unread":"2","new_field":{"x":1},"guest":null})"));
  ASSERT_TRUE(c);
  EXPECT_EQ(c->unread, 2);
  EXPECT_EQ(c->owner, Owner::kStaff);  // when in doubt the agent is not in charge
  EXPECT_FALSE(conversation_from_json(*parse_json("{}")));
  EXPECT_FALSE(message_from_json(*parse_json("[]")));
  EXPECT_EQ(message_from_json(*parse_json(R"({"id":"m","status":"teleported"})"))->status, MessageStatus::kUnknown);
}

TEST(Entities, EveryStatusNameReadsBack) {
  for (int i = 0; i <= static_cast<int>(MessageStatus::kUnknown); ++i) {
    const auto status = static_cast<MessageStatus>(i);
    EXPECT_EQ(status_from(name(status)), status);
  }
}

TEST(Views, HoldWhatTheySay) {
  auto c = a_conversation();
  EXPECT_FALSE(matches(View::kWaiting, c, "ana"));  // snoozed
  EXPECT_TRUE(matches(View::kMine, c, "ana"));
  EXPECT_FALSE(matches(View::kMine, c, "luis"));
  EXPECT_TRUE(matches(View::kAll, c, ""));
  c.status = ConversationStatus::kOpen;
  EXPECT_TRUE(matches(View::kWaiting, c, ""));
  EXPECT_FALSE(matches(View::kUnassigned, c, ""));
  c.assignee.clear();
  EXPECT_TRUE(matches(View::kUnassigned, c, ""));
  EXPECT_FALSE(matches(View::kMine, c, ""));
  EXPECT_FALSE(matches(View::kAgent, c, ""));
  c.status = ConversationStatus::kClosed;
  EXPECT_TRUE(matches(View::kClosed, c, ""));
  EXPECT_FALSE(matches(View::kWaiting, c, ""));
  for (const auto view : {View::kWaiting, View::kMine, View::kUnassigned, View::kAgent, View::kAll, View::kClosed})
    EXPECT_EQ(view_from(name(view)), view);
}

TEST(Events, CarryEntityVersionAndSeqAndTheirAudience) {
  const auto data = event_data(kMessageCreated, {{"id", "m"}}, 3, 99);
  EXPECT_EQ(json::serialize(data), R"({"message":{"id":"m"},"version":3,"seq":99})");
  EXPECT_EQ(audience(kMessageCreated), Right::kFrontdesk);
  EXPECT_EQ(audience(kConversationUpdated), Right::kFrontdesk);
  EXPECT_EQ(audience(kBookingUpdated), Right::kFrontdesk);
  EXPECT_EQ(audience(kAlertUpdated), Right::kAny);
  EXPECT_EQ(audience(kDeploymentUpdated), Right::kRelease);
  EXPECT_EQ(audience("something.new"), Right::kFrontdesk);
}

TEST(Errors, HaveStableCodesAndStatuses) {
  const auto p = problem(ErrorCode::kNewerReply, "look again", "r1");
  EXPECT_EQ(text_of(p, "code"), "newer_reply");
  EXPECT_EQ(integer_of(p, "status"), 409);
  EXPECT_EQ(text_of(p, "request_id"), "r1");
  EXPECT_EQ(code_name(ErrorCode::kWindowClosed), "window_closed");
  EXPECT_EQ(http_status(ErrorCode::kInvalid), 422);
}
