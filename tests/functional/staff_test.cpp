// What staff does through the API, and what the guest and WhatsApp see of it.
#include <boost/json/serialize.hpp>
#include <optional>

#include "functional/stack.h"
#include "wire/codec.h"
#include "wire/money.h"

using namespace hotel::test;
namespace wire = hotel::wire;

namespace {

std::string conversation_path(Stack& s, const Guest& guest) {
  EXPECT_TRUE(eventually([&] { return !s.conversation(guest.phone()).is_null(); }));
  return "/conversations/" + wire::text_of(s.conversation(guest.phone()), "id");
}

std::int64_t seen(Stack& s, const std::string& path) {
  return wire::integer_of(s.daemon.get(s.desk(), path + "/messages").json(), "as_of_seq").value_or(0);
}

}  // namespace

class Staff : public OnBothEngines {};
INSTANTIATE_TEST_SUITE_P(Engines, Staff, testing::Values(Engine::kSqlite, Engine::kPostgres), engine_name);

TEST_P(Staff, TakesOverAndTheAgentSaysNotOneWordMore) {
  Stack s{GetParam(), {{"REPLY_DEBOUNCE_MS", "400"}}};
  auto guest = s.guest();
  s.ask(guest, "hola");
  const auto path = conversation_path(s, guest);
  const auto before = s.graph.attempts(guest.phone()).size();
  guest.say("¿a qué hora es el desayuno?");  // the answer is due in 400 ms
  const auto taken = s.daemon.post(s.desk(), path + "/takeover", boost::json::object{});
  ASSERT_LT(taken.status, 300) << taken.body;
  const auto attempts = s.graph.attempts(guest.phone()).size();
  EXPECT_FALSE(s.graph.wait_until([&] { return s.graph.attempts(guest.phone()).size() > attempts; },
                                  std::chrono::milliseconds{2000}));
  EXPECT_EQ(attempts, before);
  const auto reply = s.daemon.post(
      s.desk(), path + "/messages",
      {{"text", "Buenas tardes, soy Ana"}, {"client_id", "c-1"}, {"last_seen_seq", seen(s, path)}}, "c-1");
  EXPECT_EQ(reply.status, 201) << reply.body;
  EXPECT_TRUE(s.graph.wait_reply(guest.phone(), 0,
                                 [](const GraphCall& call) { return call.text == "Buenas tardes, soy Ana"; }));
}

TEST_P(Staff, NotesNeverLeaveAndRepeatedKeysActOnce) {
  Stack s{GetParam()};
  auto guest = s.guest();
  s.ask(guest, "hola");
  const auto path = conversation_path(s, guest);
  for (int i = 0; i < 3; ++i)
    EXPECT_LT(s.daemon.post(s.desk(), path + "/notes", {{"text", "nota interna"}}, "note-1").status, 300);
  int notes = 0;
  for (const auto& m : s.messages(guest.phone())) notes += wire::text_of(m, "direction") == "note";
  EXPECT_EQ(notes, 1);
  for (const auto& call : s.graph.calls()) EXPECT_EQ(call.text.find("nota interna"), std::string::npos);
}

TEST_P(Staff, BooksRoomsOfDifferentTypesAsOneBooking) {
  Stack s{GetParam()};
  boost::json::object order{{"check_in", iso_day(60)},
                            {"check_out", iso_day(63)},
                            {"rooms", {{{"adults", 2}}, {{"adults", 2}, {"children", {6}}}}},
                            {"room_type_ids", {"2", "4"}},
                            {"guest_name", "Ana Gomez"},
                            {"phone", "+5491100000101"}};
  const auto total = 3 * (s.pms.night_gross_cents("Double Room") + s.pms.night_gross_cents("Family Room"));
  order["expected_total"] = wire::to_json(wire::Money{total, "USD"});
  const auto ordered = s.daemon.post(s.desk(), "/bookings", order);
  ASSERT_EQ(ordered.status, 202) << ordered.body;
  const auto path = "/bookings/intents/" + wire::text_of(ordered.json(), "intent_id");
  boost::json::value end;
  EXPECT_TRUE(eventually([&] {
    end = s.daemon.get(s.desk(), path).json();
    return wire::text_of(end, "state") == "confirmed";
  })) << boost::json::serialize(end);
  const auto booking = s.daemon.get(s.desk(), "/bookings/" + wire::text_of(end, "booking_id")).json();
  const auto* rooms = wire::array_of(booking, "rooms");
  ASSERT_TRUE(rooms);
  EXPECT_EQ(rooms->size(), 2u);
  EXPECT_EQ(wire::money_from_json(*wire::member(booking, "total")), (wire::Money{total, "USD"}));
  EXPECT_EQ(s.pms.calls("POST", "bookings").size(), 1u);
}

// What the agent could not answer becomes an entry of the knowledge base, and from then on it answers with it.
TEST_P(Staff, AnswersAQuestionOnceAndTheAgentFromThenOn) {
  Stack s{GetParam()};
  auto guest = s.guest();
  const std::string question = "¿Tienen spa en el hotel?", entry = "El spa abre de 9:30 a 20:45, piso 3.";
  EXPECT_EQ(s.ask(guest, question).find("9:30"), std::string::npos);
  const auto tickets = [&](const std::string& state) {
    const auto answer = s.daemon.get(s.desk(), "/tickets?state=" + state);
    EXPECT_EQ(answer.status, 200) << answer.body;
    const auto list = answer.json();
    const auto* items = wire::array_of(list, "items");
    return items ? *items : boost::json::array{};
  };
  ASSERT_TRUE(eventually([&] { return tickets("open").size() == 1; }));
  const auto ticket = tickets("open")[0];
  EXPECT_EQ(wire::text_of(ticket, "kind"), "unanswered_question");
  EXPECT_EQ(wire::text_of(ticket, "topic"), "spa");
  EXPECT_EQ(wire::text_of(ticket, "text"), question);
  EXPECT_EQ(wire::text_of(ticket, "language"), "es");
  EXPECT_EQ(wire::text_of(ticket, "conversation_id"), wire::text_of(s.conversation(guest.phone()), "id"));
  s.ask(guest, question);  // asked again: the same ticket
  ASSERT_TRUE(eventually([&] { return wire::integer_of(tickets("all").at(0), "times") == 2; }));
  EXPECT_EQ(tickets("all").size(), 1U);
  const auto saved =
      s.daemon.put(s.desk(), "/knowledge/spa",
                   {{"language", "es"}, {"text", entry}, {"version", 0}, {"ticket_id", wire::text_of(ticket, "id")}});
  ASSERT_EQ(saved.status, 200) << saved.body;
  EXPECT_TRUE(tickets("open").empty());
  EXPECT_EQ(wire::text_of(tickets("done").at(0), "done_by"), "ana");
  EXPECT_NE(s.ask(guest, question).find(entry), std::string::npos);
  EXPECT_TRUE(tickets("open").empty());
  const auto release = s.daemon.sign_in("rita", "release");
  EXPECT_EQ(s.daemon.get(release, "/tickets").status, 403);
}

// AGENT_HOLD_MS: an answer waits in sight of staff before it leaves.
class StaffDrafts : public OnBothEngines {
 protected:
  void SetUp() override {
    s_ = std::make_unique<Stack>(GetParam(), DaemonProcess::Environment{{"AGENT_HOLD_MS", "60000"}});
    guest_.emplace(s_->guest());
    guest_->say("¿a qué hora es el desayuno?");
    path_ = conversation_path(*s_, *guest_);
    ASSERT_TRUE(eventually([&] { return draft().is_object(); }));
  }
  boost::json::value draft() {
    const auto answer = s_->daemon.get(s_->desk(), path_ + "/draft").json();
    return answer.as_object().at("draft");
  }
  std::size_t texts_sent() {
    std::size_t n = 0;
    for (const auto& call : s_->graph.attempts(guest_->phone())) n += !call.text.empty();
    return n;
  }
  auto decide(const std::string& what) {
    return s_->daemon.post(s_->desk(), path_ + "/draft/" + what, boost::json::object{});
  }
  std::unique_ptr<Stack> s_;
  std::optional<Guest> guest_;
  std::string path_;
};
INSTANTIATE_TEST_SUITE_P(Engines, StaffDrafts, testing::Values(Engine::kSqlite, Engine::kPostgres), engine_name);

TEST_P(StaffDrafts, AreShownWithTheirReasonsAndLeaveWhenApproved) {
  const auto shown = draft();
  const auto text = wire::text_of(shown, "text");
  EXPECT_FALSE(text.empty());
  const auto* why = wire::object_of(shown, "why");
  ASSERT_TRUE(why);
  EXPECT_FALSE(why->empty());
  EXPECT_EQ(texts_sent(), 0U);
  EXPECT_EQ(decide("approve").status, 200);
  const auto sent = s_->graph.wait_reply(guest_->phone(), 0, [](const GraphCall& call) { return !call.text.empty(); });
  ASSERT_TRUE(sent);
  EXPECT_EQ(sent->text, text);
  EXPECT_TRUE(eventually([&] { return draft().is_null(); }));
  const auto late = decide("approve");
  EXPECT_EQ(late.status, 409);
  EXPECT_EQ(wire::text_of(late.json(), "code"), "not_now");
  EXPECT_EQ(texts_sent(), 1U);
}

TEST_P(StaffDrafts, NeverLeaveOnceDiscardedAndThePersonHasTheConversation) {
  const auto answer = decide("discard");
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(wire::text_of(answer.json(), "owner"), "staff");
  EXPECT_EQ(wire::text_of(answer.json(), "assignee"), "ana");
  EXPECT_FALSE(wire::text_of(answer.json(), "waiting_since").empty());
  EXPECT_TRUE(draft().is_null());
  EXPECT_EQ(decide("discard").status, 409);
  std::vector<std::string> statuses;
  for (const auto& m : s_->messages(guest_->phone()))
    if (wire::text_of(m, "direction") == "out") statuses.push_back(wire::text_of(m, "status"));
  EXPECT_EQ(statuses, std::vector<std::string>{"refused"});
  // What a person writes leaves at once, and nothing of the agent with it.
  const auto reply =
      s_->daemon.post(s_->desk(), path_ + "/messages",
                      {{"text", "De 7 a 10"}, {"client_id", "d-1"}, {"last_seen_seq", seen(*s_, path_)}});
  EXPECT_EQ(reply.status, 201) << reply.body;
  EXPECT_TRUE(s_->graph.wait_reply(guest_->phone(), 0, [](const GraphCall& c) { return c.text == "De 7 a 10"; }));
  EXPECT_EQ(texts_sent(), 1U);
}

TEST(StaffDraftsInAnEmergency, AreNotHeld) {
  Stack s{Engine::kSqlite, {{"AGENT_HOLD_MS", "60000"}}};
  auto guest = s.guest();
  const auto text = s.ask(guest, "¡Hay un incendio en mi habitación!");
  EXPECT_FALSE(text.empty());
  EXPECT_TRUE(eventually([&] {
    const auto alerts = s.daemon.get(s.desk(), "/alerts").json();
    const auto* items = wire::array_of(alerts, "items");
    return items && !items->empty() && wire::text_of(items->front(), "kind") == "emergency";
  }));
}

TEST(StaffWindow, AClosedWindowTakesTemplatesOnly) {
  Stack s;
  auto guest = s.guest();
  s.graph.enforce_window(false);  // the daemon has to know by itself
  const auto now =
      std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count();
  guest.say("¿Tienen lugar para mañana?", now - 25 * 3600);
  const auto path = conversation_path(s, guest);
  const auto text = s.daemon.post(s.desk(), path + "/messages",
                                  {{"text", "Hola"}, {"client_id", "w-1"}, {"last_seen_seq", seen(s, path)}});
  EXPECT_EQ(text.status, 409);
  EXPECT_EQ(wire::text_of(text.json(), "code"), "window_closed");
  const boost::json::object chosen{
      {"name", "booking_update"}, {"language", {{"code", "es"}}}, {"components", boost::json::array{}}};
  const auto sent = s.daemon.post(s.desk(), path + "/messages",
                                  {{"template", chosen}, {"client_id", "w-2"}, {"last_seen_seq", seen(s, path)}});
  EXPECT_EQ(sent.status, 201) << sent.body;
  EXPECT_TRUE(s.graph.wait_reply(guest.phone(), 0, [](const GraphCall& call) { return call.kind == "template"; }));
  for (const auto& call : s.graph.attempts(guest.phone())) EXPECT_EQ(call.kind, "template");
}

TEST(StaffRoles, ReleaseManagersSeeNoGuests) {
  Stack s;
  auto guest = s.guest();
  s.ask(guest, "hola");
  const auto release = s.daemon.sign_in("rita", "release");
  EXPECT_EQ(s.daemon.get(release, "/conversations").status, 403);
  EXPECT_EQ(s.daemon.get(release, "/overview").status, 200);
  EXPECT_EQ(s.daemon.get("", "/conversations").status, 401);
  EXPECT_EQ(s.daemon.get(release, "/overview").body.find(guest.phone()), std::string::npos);
}
