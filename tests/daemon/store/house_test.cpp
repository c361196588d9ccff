// Operators, audit, alerts, content and small facts.
#include <sqlite3.h>

#include "base/crypto.h"
#include "store_fixture.h"
#include "wire/event.h"

namespace hotel::store {
namespace {

class HouseTest : public StoreTest {
 protected:
  // Changes the database behind the store's back.
  void tamper(const std::string& sql);
};

void HouseTest::tamper(const std::string& sql) {
  if (!sqlite()) {
    postgres().execute(config_.postgres_url, sql);
    return;
  }
  sqlite3* db = nullptr;
  ASSERT_EQ(sqlite3_open(config_.sqlite_file.c_str(), &db), SQLITE_OK);
  EXPECT_EQ(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK);
  sqlite3_close(db);
}

TEST_P(HouseTest, UsersAndSessions) {
  const ports::UserRow user{"maria", {"frontdesk", "admin"}, "hash", false, 5};
  const auto add = [user](ports::UnitOfWork& unit) { return unit.operators().add_user(user); };
  EXPECT_TRUE(write(add));
  EXPECT_FALSE(write(add));
  auto back = read([](ports::UnitOfWork& unit) { return unit.operators().user("maria"); }).value();
  EXPECT_EQ(back.roles, user.roles);
  EXPECT_EQ(back.created_at, 5);
  EXPECT_TRUE(write([](ports::UnitOfWork& unit) { return unit.operators().set_password("maria", "new"); }));
  EXPECT_FALSE(write([](ports::UnitOfWork& unit) { return unit.operators().set_password("nobody", "new"); }));
  EXPECT_EQ(read([](ports::UnitOfWork& unit) { return unit.operators().users(); }).at(0).password_hash, "new");
  write([](ports::UnitOfWork& unit) {
    unit.operators().add_session({"t1", "maria", {"frontdesk"}, false, 10, 100});
    unit.operators().add_session({"t2", "ci", {"release"}, true, 10, 1000});
    unit.operators().add_session({"t3", "ghost", {"release"}, false, 10, 1000});
  });
  const auto session = [this](std::string token, wire::Millis at) {
    return read([=](ports::UnitOfWork& unit) { return unit.operators().session(token, at); });
  };
  EXPECT_EQ(session("t1", 99)->name, "maria");
  EXPECT_FALSE(session("t1", 100));
  EXPECT_FALSE(session("t3", 50));  // no such user
  EXPECT_TRUE(session("t2", 500)->script);
  EXPECT_EQ(read([](ports::UnitOfWork& unit) { return unit.operators().tokens(); }).size(), 1U);
  EXPECT_TRUE(write([](ports::UnitOfWork& unit) { return unit.operators().disable_user("maria"); }));
  EXPECT_FALSE(session("t1", 50));
  EXPECT_TRUE(read([](ports::UnitOfWork& unit) { return unit.operators().user("maria"); })->disabled);
  EXPECT_FALSE(write([](ports::UnitOfWork& unit) { return unit.operators().disable_user("nobody"); }));
  EXPECT_TRUE(write([](ports::UnitOfWork& unit) { return unit.operators().revoke_token("ci"); }));
  EXPECT_FALSE(session("t2", 50));
  EXPECT_TRUE(write([](ports::UnitOfWork& unit) { return unit.operators().end_session("t3"); }));
  EXPECT_FALSE(write([](ports::UnitOfWork& unit) { return unit.operators().end_session("t3"); }));
}

TEST_P(HouseTest, TheAuditIsAChainThatShowsAnyChange) {
  for (int i = 0; i < 5; ++i)
    write([i](ports::UnitOfWork& unit) {
      unit.operators().audit(100 + i, "maria", "takeover", "c" + std::to_string(i), "d");
    });
  EXPECT_FALSE(read([](ports::UnitOfWork& unit) { return unit.operators().first_wrong_audit_row(); }));
  const auto page = read([](ports::UnitOfWork& unit) { return unit.operators().audit_log("", 2); });
  ASSERT_EQ(page.items.size(), 2U);
  EXPECT_EQ(page.items[0].object, "c4");
  const auto& e = page.items[0];
  EXPECT_EQ(e.prev_hash, page.items[1].hash);
  EXPECT_EQ(e.hash, base::to_hex(base::sha256(e.prev_hash + "\n104\nmaria\ntakeover\nc4\nd")));
  const auto next =
      read([cursor = page.next](ports::UnitOfWork& unit) { return unit.operators().audit_log(cursor, 3); });
  EXPECT_EQ(next.items.at(0).object, "c2");
  EXPECT_TRUE(next.next.empty());
  tamper("UPDATE audit_log SET detail = 'other' WHERE seq = 3");
  EXPECT_EQ(read([](ports::UnitOfWork& unit) { return unit.operators().first_wrong_audit_row(); }), 3);
  tamper("UPDATE audit_log SET detail = 'd' WHERE seq = 3");
  tamper("DELETE FROM audit_log WHERE seq = 2");
  EXPECT_EQ(read([](ports::UnitOfWork& unit) { return unit.operators().first_wrong_audit_row(); }), 3);
}

TEST_P(HouseTest, AnAlertIsRaisedOnceUntilSomebodySawIt) {
  wire::Alert alert;
  alert.kind = "pms_down";
  alert.severity = "critical";
  alert.text = "The PMS is away";
  alert.conversation_id = "c1";
  const auto raise = [this](wire::Alert a, std::string key) {
    return write([=](ports::UnitOfWork& unit) { return unit.alerts().raise(a, key); });
  };
  const auto first = raise(alert, "pms");
  ASSERT_TRUE(first);
  EXPECT_FALSE(raise(alert, "pms"));
  EXPECT_TRUE(raise(alert, ""));
  EXPECT_TRUE(raise(alert, ""));
  const auto acked =
      write([id = first->id](ports::UnitOfWork& unit) { return unit.alerts().acknowledge(id, "maria", 50); }).value();
  EXPECT_EQ(acked.acked_by, "maria");
  EXPECT_EQ(acked.acked_at, 50);
  EXPECT_EQ(
      write([id = first->id](ports::UnitOfWork& unit) { return unit.alerts().acknowledge(id, "jose", 60); })->acked_by,
      "maria");
  EXPECT_FALSE(write([](ports::UnitOfWork& unit) { return unit.alerts().acknowledge("nothing", "jose", 60); }));
  EXPECT_TRUE(raise(alert, "pms"));
  const auto page = read([](ports::UnitOfWork& unit) { return unit.alerts().list("", 3); });
  ASSERT_EQ(page.items.size(), 3U);
  EXPECT_EQ(
      read([cursor = page.next](ports::UnitOfWork& unit) { return unit.alerts().list(cursor, 3); }).items.at(0).id,
      first->id);
  const auto events = read([](ports::UnitOfWork& unit) { return unit.events().after(0, 10); });
  ASSERT_EQ(events.size(), 5U);
  EXPECT_EQ(events[3].kind, wire::kAlertUpdated);
  EXPECT_EQ(boost::json::parse(events[3].data).at("alert").at("acked_by"), "maria");
}

TEST_P(HouseTest, ContentKeepsItsVersions) {
  const auto put = [this](std::string text) {
    return write([=](ports::UnitOfWork& unit) {
      return unit.content().put_knowledge({"breakfast", "es", text, 0, "maria", 7});
    });
  };
  EXPECT_EQ(put("7 a 10").version, 1);
  EXPECT_EQ(put("7 a 11").version, 2);
  write([](ports::UnitOfWork& unit) {
    return unit.content().put_knowledge({"breakfast", "en", "7 to 11", 0, "maria", 0});
  });
  const auto all = read([](ports::UnitOfWork& unit) { return unit.content().knowledge(); });
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].updated_at, now());
  EXPECT_EQ(all[1].text, "7 a 11");
  EXPECT_EQ(all[1].updated_by, "maria");
  const auto history =
      read([](ports::UnitOfWork& unit) { return unit.content().knowledge_history("breakfast", "es"); });
  ASSERT_EQ(history.size(), 2U);
  EXPECT_EQ(history[1].text, "7 a 10");

  // Removed: nothing is said of it any more, and the history says who did it and when.
  const auto remove = [this](std::string language) {
    return write(
        [=](ports::UnitOfWork& unit) { return unit.content().remove_knowledge("breakfast", language, "jose", 9); });
  };
  EXPECT_EQ(remove("es")->version, 3);
  EXPECT_FALSE(remove("es"));
  EXPECT_FALSE(remove("pt"));
  const auto left = read([](ports::UnitOfWork& unit) { return unit.content().knowledge(); });
  ASSERT_EQ(left.size(), 1U);
  EXPECT_EQ(left[0].language, "en");
  const auto after = read([](ports::UnitOfWork& unit) { return unit.content().knowledge_history("breakfast", "es"); });
  ASSERT_EQ(after.size(), 3U);
  EXPECT_EQ(after[0].text, "");
  EXPECT_EQ(after[0].updated_by, "jose");
  EXPECT_EQ(after[0].updated_at, 9);
  EXPECT_EQ(put("7 a 12").version, 4);
  EXPECT_EQ(read([](ports::UnitOfWork& unit) { return unit.content().knowledge(); }).size(), 2U);

  auto reply =
      write([](ports::UnitOfWork& unit) { return unit.content().put_canned_reply({"", "Hello", "en", "Hi!", 0}); });
  EXPECT_TRUE(wire::is_id(reply.id));
  reply.text = "Hi there!";
  EXPECT_EQ(write([reply](ports::UnitOfWork& unit) { return unit.content().put_canned_reply(reply); }).version, 2);
  EXPECT_EQ(read([](ports::UnitOfWork& unit) { return unit.content().canned_replies(); }).at(0).text, "Hi there!");
  EXPECT_TRUE(write([id = reply.id](ports::UnitOfWork& unit) { return unit.content().remove_canned_reply(id); }));
  EXPECT_FALSE(write([id = reply.id](ports::UnitOfWork& unit) { return unit.content().remove_canned_reply(id); }));

  const boost::json::object value{{"name", "welcome"}, {"status", "APPROVED"}};
  write([value](ports::UnitOfWork& unit) {
    unit.content().put_template("welcome", "es", {});
    unit.content().put_template("welcome", "es", value);
  });
  EXPECT_EQ(read([](ports::UnitOfWork& unit) { return unit.content().templates(); }), std::vector{value});
}

TEST_P(HouseTest, FactsAndAnswers) {
  EXPECT_FALSE(read([](ports::UnitOfWork& unit) { return unit.state().get("mark"); }));
  write([](ports::UnitOfWork& unit) {
    unit.state().put("mark", "1");
    unit.state().put("mark", "2");
  });
  EXPECT_EQ(read([](ports::UnitOfWork& unit) { return unit.state().get("mark"); }), "2");
  const auto keep = [this](std::string user, std::string body) {
    return write([=](ports::UnitOfWork& unit) { return unit.state().keep_answer(user, "k", {201, body}, 10); });
  };
  EXPECT_TRUE(keep("maria", "first"));
  EXPECT_FALSE(keep("maria", "second"));
  EXPECT_TRUE(keep("jose", "his"));
  const auto answer = read([](ports::UnitOfWork& unit) { return unit.state().answer("maria", "k"); });
  EXPECT_EQ(answer->body, "first");
  EXPECT_EQ(answer->status, 201);
  EXPECT_EQ(write([](ports::UnitOfWork& unit) { return unit.state().purge_answers_before(11); }), 2);
  EXPECT_FALSE(read([](ports::UnitOfWork& unit) { return unit.state().answer("maria", "k"); }));
}

INSTANTIATE_TEST_SUITE_P(Engines, HouseTest, testing::Values(EngineKind::kSqlite, EngineKind::kPostgres), engine_name);

}  // namespace
}  // namespace hotel::store
