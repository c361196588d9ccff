// What people do with conversations: take-over and its promise, replies, hand-back and the smaller acts.
#include "app/desk.h"

#include <boost/asio/co_spawn.hpp>
#include <gtest/gtest.h>

#include "staff_stage.h"

namespace hotel::app {
namespace {

using wire::ConversationStatus;
using wire::MessageStatus;

class DeskTest : public testing::Test {
 protected:
  Desk::Act act(const std::string& id, const std::string& user = "ana") { return {user, id, stage.clock.now()}; }
  template <class F>
  auto doing(F f) {
    return stage.write([f, this](ports::UnitOfWork& unit) { return f(unit, stage.desk); });
  }
  Said said(std::string text, std::int64_t seen = 1'000'000) {
    Said out;
    out.client_id = "client-" + std::to_string(++serial);
    out.last_seen_seq = seen;
    out.text = std::move(text);
    return out;
  }
  wire::Message message(const std::string& id) {
    return *stage.read([id](ports::UnitOfWork& unit) { return unit.messages().find(id); });
  }

  Stage stage;
  int serial = 0;
};

TEST_F(DeskTest, TakeOverWithdrawsWhatTheAgentHasNotBegunToSend) {
  const auto id = stage.guest_wrote("hola");
  const auto answer = stage.agent_wrote(id, "La habitación cuesta 100");
  const auto before = stage.row(id);
  const auto shown = doing([a = act(id)](auto& unit, const Desk& desk) { return desk.take_over(unit, a); });
  ASSERT_TRUE(shown);
  EXPECT_EQ(shown->owner, wire::Owner::kStaff);
  EXPECT_EQ(shown->assignee, "ana");
  const auto after = stage.row(id);
  EXPECT_GT(after.ownership.turn_token, before.ownership.turn_token);
  EXPECT_FALSE(after.turn_due_at);
  EXPECT_EQ(message(answer).status, MessageStatus::kRefused);
  EXPECT_EQ(boost::json::serialize(message(answer).error.at("code")), "\"taken_over\"");
  const auto claimed = stage.write(
      [now = stage.clock.now()](ports::UnitOfWork& unit) { return unit.outbox().claim(now, now + 60'000, 10); });
  EXPECT_TRUE(claimed.empty());
}

TEST_F(DeskTest, AGuestWhoWroteLastWaitsForAPersonAfterTheTakeOver) {
  const auto id = stage.guest_wrote("hola");
  const auto wrote_at = stage.clock.now();
  stage.clock.advance(std::chrono::seconds{10});
  const auto shown = doing([a = act(id)](auto& unit, const Desk& desk) { return desk.take_over(unit, a); });
  ASSERT_TRUE(shown);
  EXPECT_EQ(shown->waiting_since, wrote_at);
  EXPECT_EQ(shown->sla_due_at, wrote_at + 120'000);
}

TEST_F(DeskTest, TheTakeOverIsAnsweredOnlyWhenNoAgentSendIsUnderWay) {
  const auto id = stage.guest_wrote("hola");
  stage.agent_wrote(id, "un momento");
  const auto claimed = stage.write(
      [now = stage.clock.now()](ports::UnitOfWork& unit) { return unit.outbox().claim(now, now + 60'000, 10); });
  ASSERT_EQ(claimed.size(), 1U);
  int status = 0;
  boost::asio::co_spawn(
      stage.io, stage.asked({"POST", "/conversations/" + id + "/takeover", boost::json::object{}, "ana", {}, {}}),
      [&](const std::exception_ptr&, const Answer& answer) { status = answer.status; });
  // The take-over itself is committed, but its answer waits for the send.
  stage.pump_until([&] { return stage.row(id).ownership.owner == wire::Owner::kStaff; });
  EXPECT_EQ(stage.row(id).ownership.owner, wire::Owner::kStaff);
  EXPECT_EQ(status, 0);
  stage.write([row = claimed.front(), now = stage.clock.now()](ports::UnitOfWork& unit) {
    return unit.outbox().finish(row, ports::OutboxState::kDone, now);
  });
  EXPECT_EQ(status, 0);
  stage.signals.sends.notify();
  stage.pump_until([&] { return status != 0; });
  EXPECT_EQ(status, 200);
}

TEST_F(DeskTest, AReplyTakesOverAndIsQueuedAsWritten) {
  const auto id = stage.guest_wrote("hola");
  const auto late = stage.agent_wrote(id, "respuesta del agente");
  const std::string text = "Buenas tardes, ¿llega a las 15:00? ñ 😀";
  const auto done =
      doing([a = act(id), s = said(text)](auto& unit, const Desk& desk) { return desk.reply(unit, a, s); });
  ASSERT_TRUE(done);
  EXPECT_EQ(done->message.status, MessageStatus::kQueued);
  EXPECT_EQ(message(late).status, MessageStatus::kRefused);
  const auto row = stage.row(id);
  EXPECT_EQ(row.ownership.owner, wire::Owner::kStaff);
  EXPECT_EQ(row.shown.unread, 0);
  EXPECT_FALSE(row.shown.waiting_since);
  EXPECT_EQ(row.shown.last_message->text, text);
  const auto claimed = stage.write(
      [now = stage.clock.now()](ports::UnitOfWork& unit) { return unit.outbox().claim(now, now + 60'000, 10); });
  ASSERT_EQ(claimed.size(), 1U);
  EXPECT_EQ(claimed.front().id, done->message.id);
  EXPECT_FALSE(claimed.front().by_agent);
  EXPECT_EQ(claimed.front().payload, (boost::json::object{{"type", "text"}, {"text", {{"body", text}}}}));
}

TEST_F(DeskTest, TheSameClientIdActsOnceAlsoWithAnOldNumber) {
  const auto id = stage.guest_wrote("hola");
  const auto seen = stage.last_seq();
  auto once = said("una vez", seen);
  const auto first = doing([a = act(id), once](auto& unit, const Desk& desk) { return desk.reply(unit, a, once); });
  const auto again = doing([a = act(id), once](auto& unit, const Desk& desk) { return desk.reply(unit, a, once); });
  ASSERT_TRUE(first);
  ASSERT_TRUE(again);
  EXPECT_FALSE(first->repeated);
  EXPECT_TRUE(again->repeated);
  EXPECT_EQ(first->message.id, again->message.id);
}

TEST_F(DeskTest, SomebodyAnsweredMeanwhile) {
  const auto id = stage.guest_wrote("hola");
  const auto seen = stage.last_seq();
  const auto first = doing([a = act(id, "luis"), s = said("ya lo atiendo yo", seen)](auto& unit, const Desk& desk) {
    return desk.reply(unit, a, s);
  });
  ASSERT_TRUE(first);
  const auto second =
      doing([a = act(id), s = said("también", seen)](auto& unit, const Desk& desk) { return desk.reply(unit, a, s); });
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, base::ErrorCode::kNewerReply);
  const auto third = doing([a = act(id), s = said("también", first->as_of_seq)](auto& unit, const Desk& desk) {
    return desk.reply(unit, a, s);
  });
  EXPECT_TRUE(third);
}

TEST_F(DeskTest, AnAnswerOfTheAgentIsNoNewerReply) {
  const auto id = stage.guest_wrote("hola");
  const auto seen = stage.last_seq();
  stage.agent_wrote(id, "soy el agente");
  EXPECT_TRUE(
      doing([a = act(id), s = said("hola", seen)](auto& unit, const Desk& desk) { return desk.reply(unit, a, s); }));
}

TEST_F(DeskTest, OutsideTheWindowOnlyATemplateIsTaken) {
  const auto id = stage.guest_wrote("hola");
  stage.clock.advance(std::chrono::hours{25});
  const auto text =
      doing([a = act(id), s = said("buenas")](auto& unit, const Desk& desk) { return desk.reply(unit, a, s); });
  ASSERT_FALSE(text);
  EXPECT_EQ(text.error().code, base::ErrorCode::kWindowClosed);
  auto with_template = said("");
  with_template.template_object = {{"name", "booking_update"}, {"language", {{"code", "es"}}}};
  const auto sent =
      doing([a = act(id), with_template](auto& unit, const Desk& desk) { return desk.reply(unit, a, with_template); });
  ASSERT_TRUE(sent);
  EXPECT_EQ(sent->message.type, "template");
}

TEST_F(DeskTest, HandBackMakesTheAgentOweAnAnswerForWhatIsUnanswered) {
  const auto id = stage.guest_wrote("hola");
  ASSERT_TRUE(doing([a = act(id)](auto& unit, const Desk& desk) { return desk.take_over(unit, a); }));
  stage.clock.advance(std::chrono::seconds{5});
  stage.guest_wrote("¿a qué hora es el desayuno?");
  EXPECT_FALSE(stage.row(id).turn_due_at);
  const auto back = doing(
      [a = act(id)](auto& unit, const Desk& desk) { return desk.hand_back(unit, a, "pregunta por el desayuno"); });
  ASSERT_TRUE(back);
  EXPECT_EQ(back->owner, wire::Owner::kAgent);
  EXPECT_FALSE(back->waiting_since);
  EXPECT_EQ(back->assignee, "");
  EXPECT_EQ(stage.row(id).turn_due_at, stage.clock.now());
  const auto page = stage.read([id](ports::UnitOfWork& unit) { return unit.messages().list(id, "", 10); });
  EXPECT_EQ(page.items.front().direction, wire::Direction::kNote);
}

TEST_F(DeskTest, HandBackAfterAPersonsReplyOwesNothing) {
  const auto id = stage.guest_wrote("hola");
  stage.clock.advance(std::chrono::seconds{1});
  ASSERT_TRUE(doing([a = act(id), s = said("hecho")](auto& unit, const Desk& desk) { return desk.reply(unit, a, s); }));
  ASSERT_TRUE(doing([a = act(id)](auto& unit, const Desk& desk) { return desk.hand_back(unit, a, ""); }));
  EXPECT_FALSE(stage.row(id).turn_due_at);
}

TEST_F(DeskTest, HandBackEndsTheSilenceOfAnOptOut) {
  const auto id = stage.guest_wrote("STOP");
  stage.write([id, now = stage.clock.now()](ports::UnitOfWork& unit) {
    auto row = unit.conversations().find(id);
    row->ownership = domain::after_opt_out(row->ownership);
    unit.conversations().save(*row, now);
  });
  const auto back = doing([a = act(id)](auto& unit, const Desk& desk) { return desk.hand_back(unit, a, ""); });
  ASSERT_TRUE(back);
  EXPECT_FALSE(back->opted_out);
}

TEST_F(DeskTest, OnlyActivePeopleOfTheFrontDeskAreAssigned) {
  const auto id = stage.guest_wrote("hola");
  const auto assigned = doing([a = act(id)](auto& unit, const Desk& desk) { return desk.assign(unit, a, "luis"); });
  ASSERT_TRUE(assigned);
  EXPECT_EQ(assigned->assignee, "luis");
  for (const char* wrong : {"rita", "nobody-of-that-name"}) {
    const auto refused =
        doing([a = act(id), wrong](auto& unit, const Desk& desk) { return desk.assign(unit, a, wrong); });
    ASSERT_FALSE(refused) << wrong;
    EXPECT_EQ(refused.error().code, base::ErrorCode::kInvalid);
  }
  const auto nobody = doing([a = act(id)](auto& unit, const Desk& desk) { return desk.assign(unit, a, ""); });
  ASSERT_TRUE(nobody);
  EXPECT_EQ(nobody->assignee, "");
}

TEST_F(DeskTest, SnoozeCloseAndReopen) {
  const auto id = stage.guest_wrote("hola");
  const auto until = stage.clock.now() + 3'600'000;
  const auto snoozed =
      doing([a = act(id), until](auto& unit, const Desk& desk) { return desk.snooze(unit, a, until); });
  ASSERT_TRUE(snoozed);
  EXPECT_EQ(snoozed->status, ConversationStatus::kSnoozed);
  EXPECT_FALSE(doing([a = act(id), past = stage.clock.now() - 1](auto& unit, const Desk& desk) {
    return desk.snooze(unit, a, past);
  }));
  const auto closed = doing([a = act(id)](auto& unit, const Desk& desk) { return desk.close(unit, a); });
  ASSERT_TRUE(closed);
  EXPECT_EQ(closed->status, ConversationStatus::kClosed);
  EXPECT_FALSE(closed->snoozed_until);
  const auto late = doing([a = act(id), until](auto& unit, const Desk& desk) { return desk.snooze(unit, a, until); });
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().code, base::ErrorCode::kNotNow);
  const auto open = doing([a = act(id)](auto& unit, const Desk& desk) { return desk.reopen(unit, a); });
  ASSERT_TRUE(open);
  EXPECT_EQ(open->status, ConversationStatus::kOpen);
}

TEST_F(DeskTest, LabelsAreAddedRemovedAndReplaced) {
  const auto id = stage.guest_wrote("hola");
  const auto labelled = [&](boost::json::object body) {
    const auto shown = doing([a = act(id), body](auto& unit, const Desk& desk) { return desk.label(unit, a, body); });
    return shown ? shown->labels : std::vector<std::string>{"refused"};
  };
  EXPECT_EQ(labelled({{"add", {"vip", " grupo ", "vip"}}}), (std::vector<std::string>{"vip", "grupo"}));
  EXPECT_EQ(labelled({{"remove", {"vip"}}}), (std::vector<std::string>{"grupo"}));
  EXPECT_EQ(labelled({{"labels", {"a", "b"}}}), (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(labelled({{"add", {""}}}), (std::vector<std::string>{"refused"}));
  EXPECT_EQ(labelled({{"labels", boost::json::array{}}}), std::vector<std::string>{});
}

TEST_F(DeskTest, TheTypingLeaseIsNotTakenFromAnother) {
  const auto id = stage.guest_wrote("hola");
  const auto typing = [&](const std::string& user, bool on) {
    return doing([a = act(id, user), on](auto& unit, const Desk& desk) { return desk.typing(unit, a, on); })->typing;
  };
  EXPECT_EQ(typing("ana", true), "ana");
  EXPECT_EQ(typing("luis", true), "ana");
  EXPECT_EQ(typing("luis", false), "ana");
  stage.clock.advance(std::chrono::milliseconds{kTypingLease});
  EXPECT_EQ(typing("luis", true), "luis");
  EXPECT_EQ(typing("luis", false), "");
}

TEST_F(DeskTest, ReadingTellsWhatsAppOnce) {
  const auto id = stage.guest_wrote("hola");
  stage.clock.advance(std::chrono::seconds{1});
  stage.guest_wrote("¿están?");
  for (int i = 0; i < 2; ++i) {
    const auto shown = doing([a = act(id)](auto& unit, const Desk& desk) { return desk.read(unit, a); });
    ASSERT_TRUE(shown);
    EXPECT_EQ(shown->unread, 0);
  }
  const auto page = stage.read([id](ports::UnitOfWork& unit) { return unit.messages().list(id, "", 1); });
  const auto claimed = stage.write(
      [now = stage.clock.now()](ports::UnitOfWork& unit) { return unit.outbox().claim(now, now + 60'000, 10); });
  ASSERT_EQ(claimed.size(), 1U);
  EXPECT_FALSE(claimed.front().visible);
  EXPECT_EQ(claimed.front().payload,
            (boost::json::object{{"status", "read"}, {"message_id", page.items.front().external_id}}));
}

TEST_F(DeskTest, AnUnknownConversationIsNotFoundAndANoteNeedsText) {
  const auto unknown =
      doing([a = act("0192-nothing")](auto& unit, const Desk& desk) { return desk.take_over(unit, a); });
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().code, base::ErrorCode::kNotFound);
  const auto id = stage.guest_wrote("hola");
  EXPECT_FALSE(doing([a = act(id)](auto& unit, const Desk& desk) { return desk.note(unit, a, " \n ", ""); }));
  EXPECT_TRUE(stage
                  .write([now = stage.clock.now()](ports::UnitOfWork& unit) {
                    return unit.outbox().claim(now, now + 60'000, 10);
                  })
                  .empty());
}

struct SaidCase {
  const char* name;
  boost::json::object body;
  bool right;
};

TEST(SaidTest, WhatWhatsAppWouldRefuseIsRefusedWithWhatWouldBeRight) {
  const std::string limit(4096, 'a'), longer = limit + "a";
  std::string emoji;
  for (int i = 0; i < 2049; ++i) emoji += "😀";  // two units each
  const std::vector<SaidCase> cases{
      {"text", {{"text", "hola"}, {"client_id", "c"}, {"last_seen_seq", 0}}, true},
      {"the limit", {{"text", limit}, {"client_id", "c"}, {"last_seen_seq", 0}}, true},
      {"above the limit", {{"text", longer}, {"client_id", "c"}, {"last_seen_seq", 0}}, false},
      {"above the limit in units", {{"text", emoji}, {"client_id", "c"}, {"last_seen_seq", 0}}, false},
      {"blank", {{"text", " \n"}, {"client_id", "c"}, {"last_seen_seq", 0}}, false},
      {"nothing", {{"client_id", "c"}, {"last_seen_seq", 0}}, false},
      {"no client id", {{"text", "hola"}, {"last_seen_seq", 0}}, false},
      {"no last_seen_seq", {{"text", "hola"}, {"client_id", "c"}}, false},
      {"text and template",
       {{"text", "hola"}, {"template", {{"name", "t"}}}, {"client_id", "c"}, {"last_seen_seq", 0}},
       false},
      {"template without language", {{"template", {{"name", "t"}}}, {"client_id", "c"}, {"last_seen_seq", 0}}, false},
      {"template",
       {{"template", {{"name", "t"}, {"language", {{"code", "es"}}}}}, {"client_id", "c"}, {"last_seen_seq", 0}},
       true},
      {"media",
       {{"media", {{"type", "image"}, {"link", "https://hotel.example/a.jpg"}}},
        {"client_id", "c"},
        {"last_seen_seq", 0}},
       true},
      {"media over plain http",
       {{"media", {{"type", "image"}, {"link", "http://hotel.example/a.jpg"}}},
        {"client_id", "c"},
        {"last_seen_seq", 0}},
       false},
      {"caption of a sound",
       {{"media", {{"type", "audio"}, {"id", "1"}, {"caption", "x"}}}, {"client_id", "c"}, {"last_seen_seq", 0}},
       false},
      {"unknown fields are ignored",
       {{"text", "hola"}, {"client_id", "c"}, {"last_seen_seq", "7"}, {"colour", "red"}},
       true},
  };
  for (const auto& one : cases) EXPECT_EQ(said_from_json(one.body, "").has_value(), one.right) << one.name;
  EXPECT_EQ(said_from_json({{"text", "hola"}, {"last_seen_seq", 0}}, "the key")->client_id, "the key");
}

}  // namespace
}  // namespace hotel::app
