// What the agent left to people, on both engines.
#include <boost/json.hpp>

#include "base/error.h"
#include "store_fixture.h"
#include "wire/event.h"

namespace hotel::store {
namespace {

using wire::TicketState;

class TicketsTest : public StoreTest {
 protected:
  static wire::Ticket request(std::string text, std::string conversation = "c1", std::string kind = "service_request",
                              std::string topic = "") {
    wire::Ticket t;
    t.conversation_id = std::move(conversation);
    t.kind = std::move(kind);
    t.topic = std::move(topic);
    t.text = std::move(text);
    t.language = "es";
    return t;
  }
  wire::Ticket open(const wire::Ticket& ticket) {
    return write([ticket](ports::UnitOfWork& unit) { return unit.tickets().open(ticket); });
  }
  std::optional<wire::Ticket> set(const std::string& id, TicketState state, const std::string& by, wire::Millis at) {
    return write([=](ports::UnitOfWork& unit) { return unit.tickets().set_state(id, state, by, at); });
  }
  std::vector<std::string> texts(std::optional<TicketState> state) {
    std::vector<std::string> out;
    for (const auto& t : read([state](ports::UnitOfWork& unit) { return unit.tickets().list(state, "", 50); }).items)
      out.push_back(t.text);
    return out;
  }
};

TEST_P(TicketsTest, AreStoredAsTheyWereOpened) {
  auto asked = request("¿Tienen spa?", "c1", "unanswered_question", "spa");
  asked.created_at = 1234;
  const auto opened = open(asked);
  EXPECT_TRUE(wire::is_id(opened.id));
  const auto found = read([id = opened.id](ports::UnitOfWork& unit) { return unit.tickets().find(id); });
  ASSERT_TRUE(found);
  asked.id = opened.id;
  asked.last_at = 1234;
  EXPECT_EQ(boost::json::serialize(to_json(*found)), boost::json::serialize(to_json(asked)));
  EXPECT_EQ(open(request("toallas")).created_at, now());
  EXPECT_FALSE(read([](ports::UnitOfWork& unit) { return unit.tickets().find("nothing"); }));
}

TEST_P(TicketsTest, TheSameRequestIsTouchedWhileItIsOpen) {
  const auto first = open(request("Room 204: toallas"));
  clock_.advance(5000);
  const auto again = open(request("room 204: Toallas"));
  EXPECT_EQ(again.id, first.id);
  EXPECT_EQ(again.times, 2);
  EXPECT_EQ(again.last_at, first.created_at + 5000);
  EXPECT_EQ(again.created_at, first.created_at);
  EXPECT_EQ(again.version, first.version + 1);
  // Another conversation, kind, topic or text is another request.
  open(request("Room 204: toallas", "c2"));
  open(request("Room 204: toallas", "c1", "transfer_request"));
  open(request("Room 204: toallas", "c1", "service_request", "towels"));
  open(request("Room 204: almohada"));
  EXPECT_EQ(texts(TicketState::kOpen).size(), 5U);
  // Once it is done, the same words are a new request.
  set(first.id, TicketState::kDone, "ana", 10);
  EXPECT_NE(open(request("Room 204: toallas")).id, first.id);
  EXPECT_EQ(texts(TicketState::kOpen).size(), 5U);
  // A very long text folds as well.
  const std::string endless(20'000, 'x');
  const auto huge = open(request(endless));
  EXPECT_EQ(open(request(endless)).id, huge.id);
}

TEST_P(TicketsTest, TheFirstPersonWhoCloseItStaysAndItCanBeReopened) {
  const auto ticket = open(request("toallas"));
  const auto done = set(ticket.id, TicketState::kDone, "ana", 50);
  ASSERT_TRUE(done);
  EXPECT_EQ(done->done_by, "ana");
  EXPECT_EQ(done->done_at, 50);
  EXPECT_EQ(done->version, 2);
  const auto again = set(ticket.id, TicketState::kDone, "luis", 60);
  EXPECT_EQ(again->done_by, "ana");
  EXPECT_EQ(again->version, 2);
  const auto open_again = set(ticket.id, TicketState::kOpen, "luis", 70);
  EXPECT_EQ(open_again->state, TicketState::kOpen);
  EXPECT_FALSE(open_again->done_at);
  EXPECT_EQ(open_again->done_by, "");
  EXPECT_EQ(open_again->version, 3);
  EXPECT_EQ(set(ticket.id, TicketState::kOpen, "luis", 80)->version, 3);
  EXPECT_FALSE(set("nothing", TicketState::kDone, "ana", 50));
}

TEST_P(TicketsTest, EveryChangeIsOneEventWithTheWholeTicket) {
  const auto ticket = open(request("toallas"));
  open(request("toallas"));
  set(ticket.id, TicketState::kDone, "ana", 50);
  set(ticket.id, TicketState::kDone, "luis", 60);
  const auto events = read([](ports::UnitOfWork& unit) { return unit.events().after(0, 10); });
  ASSERT_EQ(events.size(), 3U);
  for (const auto& event : events) EXPECT_EQ(event.kind, wire::kTicketUpdated);
  const auto last = boost::json::parse(events[2].data);
  EXPECT_EQ(last.at("version"), 3);
  EXPECT_EQ(last.at("ticket").at("done_by"), "ana");
  EXPECT_EQ(last.at("ticket").at("times"), 2);
}

TEST_P(TicketsTest, AreListedNewestFirstByState) {
  std::vector<wire::Ticket> made;
  for (int i = 0; i < 5; ++i) made.push_back(open(request("r" + std::to_string(i))));
  set(made[1].id, TicketState::kDone, "ana", 50);
  set(made[3].id, TicketState::kDone, "ana", 51);
  EXPECT_EQ(texts(TicketState::kOpen), (std::vector<std::string>{"r4", "r2", "r0"}));
  EXPECT_EQ(texts(TicketState::kDone), (std::vector<std::string>{"r3", "r1"}));
  EXPECT_EQ(texts({}), (std::vector<std::string>{"r4", "r3", "r2", "r1", "r0"}));
  for (const auto state : {std::optional{TicketState::kOpen}, std::optional<TicketState>{}}) {
    std::vector<std::string> paged;
    std::string cursor;
    do {
      auto page = read([=](ports::UnitOfWork& unit) { return unit.tickets().list(state, cursor, 2); });
      EXPECT_LE(page.items.size(), 2U);
      EXPECT_EQ(page.as_of_seq, 7);
      for (const auto& t : page.items) paged.push_back(t.text);
      cursor = page.next;
    } while (!cursor.empty());
    EXPECT_EQ(paged, texts(state));
  }
  EXPECT_THROW(read([](ports::UnitOfWork& unit) { return unit.tickets().list({}, "x", 2); }), base::ErrorException);
}

// A guest's words must be found by export, erasure and retention.
TEST_P(TicketsTest, AreExportedErasedAndForgotten) {
  const auto a = open(request("a"));
  const auto b = open(request("b"));
  const auto other = open(request("c", "c2"));
  const auto of = [this](std::string conversation) {
    return read([=](ports::UnitOfWork& unit) { return unit.tickets().of_conversation(conversation); });
  };
  ASSERT_EQ(of("c1").size(), 2U);
  EXPECT_EQ(of("c1")[0].id, a.id);
  set(a.id, TicketState::kDone, "ana", 100);
  set(other.id, TicketState::kDone, "ana", 101);
  EXPECT_EQ(write([](ports::UnitOfWork& unit) { return unit.tickets().purge_done_before(101); }), 1);
  ASSERT_EQ(of("c1").size(), 1U);
  EXPECT_EQ(of("c1")[0].id, b.id);
  EXPECT_EQ(write([](ports::UnitOfWork& unit) { return unit.tickets().remove_of_conversation("c1"); }), 1);
  EXPECT_TRUE(of("c1").empty());
  EXPECT_EQ(of("c2").size(), 1U);
}

INSTANTIATE_TEST_SUITE_P(Engines, TicketsTest, testing::Values(EngineKind::kSqlite, EngineKind::kPostgres),
                         engine_name);

}  // namespace
}  // namespace hotel::store
