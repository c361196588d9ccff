#include <latch>

#include "store_fixture.h"

namespace hotel::store {
namespace {

using EventsTest = StoreTest;

TEST_P(EventsTest, AreReadInOrderFromAnyNumberAndPurged) {
  EXPECT_EQ(read([](ports::UnitOfWork& unit) { return unit.events().last_seq(); }), 0);
  EXPECT_EQ(read([](ports::UnitOfWork& unit) { return unit.events().first_seq(); }), 0);
  for (int i = 1; i <= 5; ++i) {
    EXPECT_EQ(write([i](ports::UnitOfWork& unit) {
                return unit.events().append("alert.updated", {{"id", std::to_string(i)}}, i);
              }),
              i);
    clock_.advance(10);
  }
  const auto events = read([](ports::UnitOfWork& unit) { return unit.events().after(2, 2); });
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(events[0].data, R"({"alert":{"id":"3"},"version":3,"seq":3})");
  EXPECT_EQ(events[1].seq, 4);
  EXPECT_EQ(write([at = now() - 25](ports::UnitOfWork& unit) { return unit.events().purge_before(at); }), 3);
  EXPECT_EQ(read([](ports::UnitOfWork& unit) { return unit.events().first_seq(); }), 4);
  // The last one stays, so that its number is never given again.
  EXPECT_EQ(write([at = now() + 1](ports::UnitOfWork& unit) { return unit.events().purge_before(at); }), 1);
  EXPECT_EQ(read([](ports::UnitOfWork& unit) { return unit.events().last_seq(); }), 5);
  EXPECT_EQ(write([](ports::UnitOfWork& unit) { return unit.events().append("alert.updated", {}, 1); }), 6);
}

// Two daemons write; a third one reads on from the last number it saw. Whatever it has passed must never be filled in
// later.
TEST_P(EventsTest, AResumingReaderMissesNothingWhileTwoStoresWrite) {
  constexpr int kEach = 150;
  OpenStore second(config_, clock_), reader(config_, clock_);
  std::atomic<int> writing{2};
  const auto write_many = [&](OpenStore& mine) {
    for (int i = 0; i < kEach; ++i) {
      std::vector<std::function<int(ports::UnitOfWork&)>> works;
      for (int k = 0; k < 3; ++k)
        works.push_back([](ports::UnitOfWork& unit) {
          unit.events().append("health.updated", {}, 1);
          unit.events().append("health.updated", {}, 2);
          return 0;
        });
      for (auto& result : mine.write_all(works)) result.get();
    }
    --writing;
  };
  std::thread a{[&] { write_many(store()); }}, b{[&] { write_many(second); }};
  std::vector<std::int64_t> seen;
  for (bool last = false; !last;) {
    last = writing == 0;
    const std::int64_t from = seen.empty() ? 0 : seen.back();
    for (const auto& event : reader.read([from](ports::UnitOfWork& unit) { return unit.events().after(from, 1000); }))
      seen.push_back(event.seq);
  }
  a.join();
  b.join();
  const auto all = read([](ports::UnitOfWork& unit) { return unit.events().after(0, 100'000); });
  ASSERT_EQ(all.size(), 2U * kEach * 3U * 2U);
  ASSERT_EQ(seen.size(), all.size());
  for (std::size_t i = 0; i < all.size(); ++i) EXPECT_EQ(seen[i], all[i].seq);
}

// The same new guest writes to two daemons at once: one guest, one conversation; the same message: stored once.
TEST_P(EventsTest, TwoStoresMakeOneConversation) {
  OpenStore second(config_, clock_);
  for (int round = 0; round < 20; ++round) {
    std::latch start{2};
    std::array<std::string, 2> ids;
    std::array<bool, 2> fresh{};
    std::vector<std::thread> threads;
    for (std::size_t who = 0; who < 2; ++who)
      threads.emplace_back([&, who] {
        auto& mine = who == 0 ? store() : second;
        start.arrive_and_wait();
        const auto work = [round, at = now()](ports::UnitOfWork& unit) {
          const std::string phone = "4917000" + std::to_string(round);
          const auto row = unit.conversations().open({phone, "", "A"}, {phone}, kNumber, at);
          ports::InboundMessage m;
          m.shown.conversation_id = row.shown.id;
          m.shown.external_id = "w" + std::to_string(round);
          m.number_id = kNumber;
          return std::pair{row.shown.id, unit.messages().insert_inbound(m)};
        };
        std::tie(ids[who], fresh[who]) = mine.write(work);
      });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(ids[0], ids[1]);
    EXPECT_NE(fresh[0], fresh[1]);
  }
  EXPECT_EQ(read([](ports::UnitOfWork& unit) { return unit.conversations().count(wire::View::kAll, ""); }), 20);
}

// Two transactions that touch the same conversations in opposite order must not end each other.
TEST_P(EventsTest, OppositeOrdersDoNotDeadlock) {
  const auto a = open_conversation("111111111").shown.id, b = open_conversation("222222222").shown.id;
  OpenStore second(config_, clock_);
  std::vector<std::thread> threads;
  std::atomic<int> failed{0};
  for (int who = 0; who < 2; ++who)
    threads.emplace_back([&, who] {
      auto& mine = who == 0 ? store() : second;
      for (int i = 0; i < 50; ++i) {
        const auto work = [first = who == 0 ? a : b, then = who == 0 ? b : a](ports::UnitOfWork& unit) {
          for (const auto& id : {first, then}) {
            auto row = unit.conversations().find(id).value();
            ++row.shown.unread;
            unit.conversations().save(row, 1);
          }
        };
        try {
          mine.write(work);
        } catch (const std::exception&) {
          ++failed;
        }
      }
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(failed, 0);
  EXPECT_EQ(read([a](ports::UnitOfWork& unit) { return unit.conversations().find(a); })->shown.unread, 100);
  EXPECT_EQ(read([b](ports::UnitOfWork& unit) { return unit.conversations().find(b); })->shown.version, 101);
}

INSTANTIATE_TEST_SUITE_P(Engines, EventsTest, testing::Values(EngineKind::kSqlite, EngineKind::kPostgres), engine_name);

}  // namespace
}  // namespace hotel::store
