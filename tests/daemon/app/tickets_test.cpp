// Tickets through the staff API, and how the agent's turn makes them.
#include <gtest/gtest.h>

#include "app/agent_output.h"
#include "staff_stage.h"
#include "wire/event.h"

namespace hotel::app {
namespace {

namespace json = boost::json;

class TicketRoutesTest : public testing::Test {
 protected:
  static json::array items(const Answer& answer) { return answer.body.as_object().at("items").as_array(); }

  // A turn of the agent that leaves these to people.
  void turn(const std::string& conversation, std::vector<agent::Ticket> tickets) {
    agent::TurnResult result;
    result.language = "es";
    result.tickets = std::move(tickets);
    const auto end = stage.write([=, now = stage.clock.now()](ports::UnitOfWork& unit) {
      const auto row = *unit.conversations().find(conversation);
      return commit_order_end(unit, conversation, row.ownership.turn_token, result, now, OutputRules{});
    });
    ASSERT_TRUE(end);
  }
  std::vector<std::string> notes(const std::string& conversation) {
    std::vector<std::string> out;
    for (const auto& m : items(stage.get("/conversations/" + conversation + "/messages")))
      if (m.at("direction").as_string() == "note") out.emplace_back(m.at("text").as_string());
    return out;
  }
  std::vector<std::string> audited() {
    std::vector<std::string> out;
    for (const auto& entry : items(stage.get("/audit")))
      out.push_back(std::string{entry.at("actor").as_string()} + " " + std::string{entry.at("action").as_string()});
    return out;
  }
  Answer put(const std::string& key, json::object body) {
    return stage.ask({"PUT", "/knowledge/" + key, std::move(body), "ana", {}, {}});
  }

  Stage stage;
};

TEST_F(TicketRoutesTest, ATurnLeavesATicketANoteAndAnAlert) {
  const auto c = stage.guest_wrote("¿tienen spa?");
  turn(c, {{"unanswered_question", "¿tienen spa?", "spa"}});
  const auto list = items(stage.get("/tickets"));
  ASSERT_EQ(list.size(), 1U);
  const auto& ticket = list[0].as_object();
  EXPECT_EQ(ticket.at("kind"), "unanswered_question");
  EXPECT_EQ(ticket.at("topic"), "spa");
  EXPECT_EQ(ticket.at("text"), "¿tienen spa?");
  EXPECT_EQ(ticket.at("language"), "es");
  EXPECT_EQ(ticket.at("state"), "open");
  EXPECT_EQ(ticket.at("conversation_id"), json::string{c});
  EXPECT_EQ(ticket.at("created_at"), json::string{wire::to_rfc3339(stage.clock.now())});
  EXPECT_EQ(notes(c), std::vector<std::string>{"unanswered_question: ¿tienen spa?"});
  const auto alerts = items(stage.get("/alerts"));
  ASSERT_EQ(alerts.size(), 1U);
  EXPECT_EQ(alerts[0].at("kind"), "unanswered_question");
  EXPECT_EQ(stage.row(c).shown.handover_reason, "unanswered_question");
}

TEST_F(TicketRoutesTest, AskingAgainPilesUpNothing) {
  const auto c = stage.guest_wrote("toallas");
  for (int i = 0; i < 3; ++i) turn(c, {{"service_request", "Room 204: toallas", ""}});
  const auto list = items(stage.get("/tickets?state=all"));
  ASSERT_EQ(list.size(), 1U);
  EXPECT_EQ(list[0].at("times"), 3);
  EXPECT_EQ(items(stage.get("/alerts")).size(), 1U);
}

TEST_F(TicketRoutesTest, TwoMissingEntriesOfOneQuestionAreTwoTicketsButOneNote) {
  const auto c = stage.guest_wrote("¿spa y ascensor?");
  turn(c,
       {{"unanswered_question", "¿spa y ascensor?", "spa"}, {"unanswered_question", "¿spa y ascensor?", "elevator"}});
  EXPECT_EQ(items(stage.get("/tickets")).size(), 2U);
  EXPECT_EQ(notes(c).size(), 1U);
  EXPECT_EQ(items(stage.get("/alerts")).size(), 1U);
}

TEST_F(TicketRoutesTest, DoneAndReopenAreIdempotentAndAudited) {
  const auto c = stage.guest_wrote("toallas");
  turn(c, {{"service_request", "Room 204: toallas", ""}});
  const auto path = "/tickets/" + std::string{items(stage.get("/tickets"))[0].at("id").as_string()};
  const auto done = stage.post(path + "/done");
  ASSERT_EQ(done.status, 200) << done.text;
  EXPECT_EQ(done.at("state"), "done");
  EXPECT_EQ(done.at("done_by"), "ana");
  EXPECT_EQ(stage.post(path + "/done", json::object{}, "", "luis").at("done_by"), "ana");
  EXPECT_TRUE(items(stage.get("/tickets")).empty());
  EXPECT_EQ(items(stage.get("/tickets?state=done")).size(), 1U);
  const auto open = stage.post(path + "/reopen", json::object{}, "", "luis");
  EXPECT_EQ(open.at("state"), "open");
  EXPECT_EQ(open.at("done_by"), "null");
  EXPECT_EQ(stage.post(path + "/reopen", json::object{}, "", "luis").status, 200);
  EXPECT_EQ(audited(), (std::vector<std::string>{"luis ticket.reopen", "ana ticket.done"}));
  EXPECT_EQ(stage.get("/audit").text.find("toallas"), std::string::npos);
  EXPECT_EQ(stage.post("/tickets/unknown/done").status, 404);
  EXPECT_EQ(stage.get("/tickets?state=half").code(), "invalid");
}

TEST_F(TicketRoutesTest, PagesOfAnyState) {
  const auto c = stage.guest_wrote("toallas");
  for (int i = 0; i < 3; ++i) turn(c, {{"service_request", "r" + std::to_string(i), ""}});
  const auto first = stage.get("/tickets?state=all&limit=2");
  ASSERT_EQ(items(first).size(), 2U);
  EXPECT_EQ(items(first)[0].at("text"), "r2");
  const auto second = stage.get("/tickets?state=all&limit=2&cursor=" + first.at("next"));
  ASSERT_EQ(items(second).size(), 1U);
  EXPECT_EQ(items(second)[0].at("text"), "r0");
  EXPECT_EQ(second.at("next"), "null");
}

TEST_F(TicketRoutesTest, AnEntryClosesItsTicketInTheSameTransaction) {
  const auto c = stage.guest_wrote("¿tienen spa?");
  turn(c, {{"unanswered_question", "¿tienen spa?", "spa"}});
  const auto id = std::string{items(stage.get("/tickets"))[0].at("id").as_string()};
  // A ticket that is not there: nothing is kept, the entry neither.
  EXPECT_EQ(put("spa", {{"language", "es"}, {"text", "No."}, {"ticket_id", "unknown"}}).code(), "invalid");
  EXPECT_TRUE(items(stage.get("/knowledge/spa")).empty());
  // A conflict closes nothing.
  EXPECT_EQ(put("spa", {{"language", "es"}, {"text", "No."}, {"ticket_id", id}, {"version", 3}}).code(),
            "version_conflict");
  EXPECT_EQ(items(stage.get("/tickets")).size(), 1U);
  ASSERT_EQ(put("spa", {{"language", "es"}, {"text", "Sí, de 9 a 20."}, {"ticket_id", id}, {"version", 0}}).status,
            200);
  const auto done = items(stage.get("/tickets?state=done"));
  ASSERT_EQ(done.size(), 1U);
  EXPECT_EQ(done[0].at("done_by"), "ana");
  EXPECT_EQ(items(stage.get("/knowledge/spa")).size(), 1U);
  EXPECT_EQ(audited(), (std::vector<std::string>{"ana ticket.done", "ana knowledge.put"}));
}

TEST_F(TicketRoutesTest, AnEntryIsRemovedWithItsHistoryKept) {
  ASSERT_EQ(put("spa", {{"language", "es"}, {"text", "Sí."}}).status, 200);
  ASSERT_EQ(put("spa", {{"language", "en"}, {"text", "Yes."}}).status, 200);
  const auto remove = [&](const std::string& query, const std::string& as = "luis") {
    return stage.ask({"DELETE", "/knowledge/spa" + query, nullptr, as, {}, {}});
  };
  EXPECT_EQ(remove("").code(), "invalid");
  EXPECT_EQ(remove("?language=es&version=soon").code(), "invalid");
  EXPECT_EQ(remove("?language=es&version=7").code(), "version_conflict");
  EXPECT_EQ(remove("?language=es&version=1", "rita").status, 403);
  EXPECT_EQ(remove("?language=es&version=1").status, 204);
  EXPECT_EQ(remove("?language=es").status, 404);
  const auto left = items(stage.get("/knowledge/spa"));
  ASSERT_EQ(left.size(), 1U);
  EXPECT_EQ(left[0].at("language"), "en");
  const auto history = items(stage.get("/knowledge/spa/history?language=es"));
  ASSERT_EQ(history.size(), 2U);
  EXPECT_EQ(history[0].at("removed"), true);
  EXPECT_EQ(history[0].at("updated_by"), "luis");
  EXPECT_EQ(history[0].at("updated_at"), json::string{wire::to_rfc3339(stage.clock.now())});
  EXPECT_EQ(history[1].at("removed"), false);
  EXPECT_EQ(history[1].at("text"), "Sí.");
  // Whoever read it before finds out; whoever knows that there is none makes it anew.
  EXPECT_EQ(put("spa", {{"language", "es"}, {"text", "No."}, {"version", 1}}).code(), "version_conflict");
  EXPECT_EQ(put("spa", {{"language", "es"}, {"text", "No."}, {"version", 0}}).at("version"), "3");
}

TEST_F(TicketRoutesTest, ReleaseManagersHearOfNoTicket) {
  for (const auto kind : {wire::kTicketUpdated, wire::kKnowledgeUpdated}) {
    EXPECT_FALSE(wire::allows({"release"}, wire::audience(kind))) << kind;
    EXPECT_TRUE(wire::allows({"frontdesk"}, wire::audience(kind))) << kind;
  }
  const auto before = stage.last_seq();
  put("spa", {{"language", "es"}, {"text", "Sí."}});
  const auto events = stage.read([before](ports::UnitOfWork& unit) { return unit.events().after(before, 5); });
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].kind, wire::kKnowledgeUpdated);
  EXPECT_EQ(json::parse(events[0].data).at("knowledge").at("text"), "Sí.");
  stage.write([now = stage.clock.now()](ports::UnitOfWork& unit) {
    unit.operators().add_session({"session of ana", "ana", {"frontdesk"}, false, now, now + 60'000});
  });
  EXPECT_NE(stage.get("/me").text.find("\"tickets\""), std::string::npos);
}

}  // namespace
}  // namespace hotel::app
