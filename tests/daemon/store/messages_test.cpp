#include "store_fixture.h"
#include "wire/event.h"

namespace hotel::store {
namespace {

class MessagesTest : public StoreTest {
 protected:
  wire::Message say(const std::string& conversation, const std::string& text, wire::AuthorKind author,
                    const std::string& client_id = "") {
    return write([=](ports::UnitOfWork& unit) {
      wire::Message m;
      m.conversation_id = conversation;
      m.direction = wire::Direction::kOut;
      m.author = {author, "x"};
      m.text = text;
      m.status = wire::MessageStatus::kQueued;
      unit.messages().insert(m, client_id);
      return m;
    });
  }
  std::vector<std::string> found(const std::string& query, int limit = 50) {
    std::vector<std::string> out;
    std::string cursor;
    do {
      const auto page = read([=](ports::UnitOfWork& unit) { return unit.messages().search(query, cursor, limit); });
      for (const auto& m : page.items) out.push_back(m.text);
      cursor = page.next;
    } while (!cursor.empty());
    return out;
  }
  int index() {
    return write([](ports::UnitOfWork& unit) { return unit.messages().index_for_search(1000); });
  }
};

TEST_P(MessagesTest, TheSameMessageIsStoredOnce) {
  const auto id = open_conversation("491701234567").shown.id;
  EXPECT_TRUE(receive(id, "wamid.A=", "hello"));
  EXPECT_FALSE(receive(id, "wamid.A=", "hello"));
  EXPECT_TRUE(receive(id, "wamid.a=", "other: compared exactly"));
  // Another number of ours may have the same id.
  EXPECT_TRUE(write([id](ports::UnitOfWork& unit) {
    ports::InboundMessage m;
    m.shown.conversation_id = id;
    m.shown.external_id = "wamid.A=";
    m.number_id = "2070";
    return unit.messages().insert_inbound(m);
  }));
  EXPECT_THROW(receive(id, "", "no id"), std::invalid_argument);
}

TEST_P(MessagesTest, EveryFieldComesBack) {
  const auto id = open_conversation("491701234567").shown.id;
  ports::InboundMessage in;
  auto& m = in.shown;
  m.conversation_id = id;
  m.author = {wire::AuthorKind::kGuest, "Ana"};
  m.type = "image";
  m.text = "mira \xF0\x9F\x8F\xA8 «así»\n'\"\\";
  m.media = {{"id", "1"}, {"state", "pending"}, {"mime_type", "image/jpeg"}};
  m.interactive = {{"id", "b1"}, {"title", "Sí"}};
  m.reply_to = "wamid.Q";
  m.external_id = "wamid.1";
  m.error = {{"code", 131052}};
  m.why = {{"intent", "x"}};
  m.sent_at = 123'456'000;
  m.created_at = 123'456'789;
  in.number_id = kNumber;
  in.raw = {{"from", "491701234567"}};
  const auto stored = write([in](ports::UnitOfWork& unit) mutable {
    unit.messages().insert_inbound(in);
    return in.shown;
  });
  EXPECT_TRUE(wire::is_id(stored.id));
  reopen();
  const auto back = read([=](ports::UnitOfWork& unit) { return unit.messages().find(stored.id); }).value();
  EXPECT_EQ(wire::to_json(back), wire::to_json(stored));
  EXPECT_EQ(read([](ports::UnitOfWork& unit) { return unit.messages().by_external_id("wamid.1"); })->id, stored.id);
  EXPECT_FALSE(read([](ports::UnitOfWork& unit) { return unit.messages().by_external_id(""); }));
  const auto media = read([](ports::UnitOfWork& unit) { return unit.messages().media_to_fetch(10); });
  ASSERT_EQ(media.size(), 1U);
  write([copy = back](ports::UnitOfWork& unit) {
    auto changed = copy;
    changed.media["state"] = "stored";
    changed.status = wire::MessageStatus::kRead;
    unit.messages().save(changed, 1);
  });
  EXPECT_TRUE(read([](ports::UnitOfWork& unit) { return unit.messages().media_to_fetch(10); }).empty());
  const auto events = read([](ports::UnitOfWork& unit) { return unit.events().after(0, 10); });
  ASSERT_EQ(events.size(), 3U);
  EXPECT_EQ(events[1].kind, wire::kMessageCreated);
  EXPECT_EQ(events[2].kind, wire::kMessageUpdated);
  EXPECT_EQ(boost::json::parse(events[2].data).at("version"), 2);
  EXPECT_EQ(boost::json::parse(events[2].data).at("message").at("status"), "read");
}

TEST_P(MessagesTest, AreListedByTheirTimeThenByArrival) {
  const auto id = open_conversation("491701234567").shown.id;
  for (int i = 0; i < 23; ++i) receive(id, "w" + std::to_string(i), std::to_string(i), 1000 * (i % 3));
  std::vector<std::string> texts;
  std::string cursor;
  do {
    const auto page = read([=](ports::UnitOfWork& unit) { return unit.messages().list(id, cursor, 4); });
    for (const auto& m : page.items) texts.push_back(m.text);
    cursor = page.next;
  } while (!cursor.empty());
  std::vector<std::string> expected;
  // sent_at 0 means «not told»: the time of arrival, later than all.
  for (const int rest : {0, 2, 1})
    for (int i = 22; i >= 0; --i)
      if (i % 3 == rest) expected.push_back(std::to_string(i));
  EXPECT_EQ(texts, expected);
}

TEST_P(MessagesTest, AClientIdNamesOneMessageOfAConversation) {
  const auto id = open_conversation("491701234567").shown.id, other = open_conversation("491701234568").shown.id;
  const auto first = say(id, "one", wire::AuthorKind::kStaff, "c1");
  EXPECT_EQ(read([=](ports::UnitOfWork& unit) { return unit.messages().by_client_id(id, "c1"); })->id, first.id);
  EXPECT_FALSE(read([=](ports::UnitOfWork& unit) { return unit.messages().by_client_id(other, "c1"); }));
  EXPECT_THROW(say(id, "again", wire::AuthorKind::kStaff, "c1"), std::exception);
  say(other, "elsewhere", wire::AuthorKind::kStaff, "c1");
  say(id, "without", wire::AuthorKind::kAgent);
  say(id, "without too", wire::AuthorKind::kAgent);
  EXPECT_FALSE(read([=](ports::UnitOfWork& unit) { return unit.messages().by_client_id(id, ""); }));
  EXPECT_EQ(read([=](ports::UnitOfWork& unit) { return unit.messages().list(id, "", 50); }).items.size(), 3U);
}

TEST_P(MessagesTest, OnlyStaffsRepliesAreNewer) {
  const auto id = open_conversation("491701234567").shown.id;
  const auto newer = [&](std::int64_t seq) {
    return read([=](ports::UnitOfWork& unit) { return unit.messages().staff_replied_after(id, seq); });
  };
  receive(id, "w1", "hi");
  say(id, "agent", wire::AuthorKind::kAgent);
  EXPECT_FALSE(newer(0));
  const auto before = read([](ports::UnitOfWork& unit) { return unit.events().last_seq(); });
  say(id, "staff", wire::AuthorKind::kStaff);
  EXPECT_TRUE(newer(before));
  EXPECT_FALSE(newer(read([](ports::UnitOfWork& unit) { return unit.events().last_seq(); })));
  // An echo: written by staff in WhatsApp's own app.
  const auto later = read([](ports::UnitOfWork& unit) { return unit.events().last_seq(); });
  EXPECT_TRUE(write([id](ports::UnitOfWork& unit) {
    ports::InboundMessage echo;
    echo.shown.conversation_id = id;
    echo.shown.direction = wire::Direction::kOut;
    echo.shown.author.kind = wire::AuthorKind::kStaff;
    echo.shown.external_id = "wamid.echo";
    echo.number_id = kNumber;
    return unit.messages().insert_inbound(echo);
  }));
  EXPECT_TRUE(newer(later));
}

TEST_P(MessagesTest, StatusesAreStoredOnceAndFoundByBothIds) {
  const auto put = [this](ports::StatusRow row) {
    return write([row](ports::UnitOfWork& unit) { return unit.messages().insert_status(row); });
  };
  EXPECT_TRUE(put({"w1", "sent", "", 10, "m1", {}}));
  EXPECT_FALSE(put({"w1", "sent", "", 11, "m1", {}}));
  EXPECT_TRUE(put({"w1", "sent", "p2", 12, "", {}}));
  EXPECT_TRUE(put({"w1", "failed", "", 13, "", {{"code", 131026}}}));
  EXPECT_TRUE(put({"w9", "read", "", 9, "m1", {}}));
  const auto rows = read([](ports::UnitOfWork& unit) { return unit.messages().statuses_of("w1", "m1"); });
  ASSERT_EQ(rows.size(), 4U);
  EXPECT_EQ(rows[0].status, "read");
  EXPECT_EQ(rows[3].error.at("code"), 131026);
  EXPECT_TRUE(read([](ports::UnitOfWork& unit) { return unit.messages().statuses_of("", ""); }).empty());
  write([](ports::UnitOfWork& unit) {
    unit.messages().count_received({.messages = 5, .foreign = 3});
    unit.messages().count_received({.messages = 1, .statuses = 2, .foreign = 4});
  });
  const auto received = read([](ports::UnitOfWork& unit) { return unit.messages().received(); });
  EXPECT_EQ(received.messages, 6);
  EXPECT_EQ(received.statuses, 2);
  EXPECT_EQ(received.foreign, 7);
}

TEST_P(MessagesTest, SearchFindsAllWordsWithoutAccentsAndTheLastByItsBeginning) {
  const auto id = open_conversation("491701234567").shown.id;
  const std::vector<std::string> texts{"¿Tienen una HABITACIÓN doble?", "habitación simple, por favor",
                                       "Frühstück um 7:30?", "it's o'clock & co: a|b !c (d)", "\xF0\x9F\x8F\xA8"};
  for (std::size_t i = 0; i < texts.size(); ++i) receive(id, "w" + std::to_string(i), texts[i]);
  EXPECT_TRUE(found("habitacion").empty());  // not indexed yet
  EXPECT_EQ(index(), 5);
  EXPECT_EQ(index(), 0);
  EXPECT_EQ(found("habitacion"), (std::vector{texts[1], texts[0]}));
  EXPECT_EQ(found("habitacion", 1), (std::vector{texts[1], texts[0]}));
  EXPECT_EQ(found("HABITACIÓN dob"), std::vector{texts[0]});
  EXPECT_EQ(found("doble habitación"), std::vector{texts[0]});
  EXPECT_TRUE(found("habita doble").empty());  // only the last may be cut
  EXPECT_EQ(found("fruhst"), std::vector{texts[2]});
  EXPECT_EQ(found("7:30"), std::vector{texts[2]});
  EXPECT_EQ(found("o'clock"), std::vector{texts[3]});
  EXPECT_EQ(found("\"co\" & b"), std::vector{texts[3]});
  EXPECT_TRUE(found("").empty());
  EXPECT_TRUE(found("?!' OR *").empty());
  EXPECT_TRUE(found("\xF0\x9F\x8F\xA8").empty());
  // A text that changes is found by its new words only.
  write([](ports::UnitOfWork& unit) {
    auto m = unit.messages().by_external_id("w1").value();
    m.text = "habitación triple";
    unit.messages().save(m, 1);
  });
  EXPECT_EQ(index(), 1);
  EXPECT_TRUE(found("simple").empty());
  EXPECT_EQ(found("triple"), std::vector<std::string>{"habitación triple"});
}

TEST_P(MessagesTest, HugeTextsAndWordsAreIndexed) {
  const auto id = open_conversation("491701234567").shown.id;
  receive(id, "w1", std::string(100'000, 'x'));
  std::string many;
  for (int i = 0; i < 60'000; ++i) many += "w" + std::to_string(i) + " ";
  receive(id, "w2", many);
  EXPECT_EQ(index(), 2);
  EXPECT_EQ(found("w10").size(), 1U);
}

INSTANTIATE_TEST_SUITE_P(Engines, MessagesTest, testing::Values(EngineKind::kSqlite, EngineKind::kPostgres),
                         engine_name);

}  // namespace
}  // namespace hotel::store
