#include "store_fixture.h"
#include "wire/event.h"

namespace hotel::store {
namespace {

using namespace std::chrono_literals;
using ports::IntentState;

wire::Date day(int d) {
  return std::chrono::year{2026} / 12 / d;
}

class BookingsTest : public StoreTest {
 protected:
  static wire::Booking booking(const std::string& id, const std::string& phone, int from, int to,
                               wire::Millis read_at = 1) {
    wire::Booking b;
    b.id = id;
    b.reference = "REF" + id;
    b.guest_name = "Ana Núñez";
    b.phone = phone;
    b.total = {12'345, "USD"};
    b.paid = {0, "USD"};
    b.read_at = read_at;
    b.rooms = {{"l" + id, "Double Room", "", day(from), day(to), 2, 1, wire::BookingState::kConfirmed}};
    return b;
  }
  bool put(const wire::Booking& b) {
    return write([b](ports::UnitOfWork& unit) { return unit.bookings().put(b); });
  }
  static std::vector<std::string> ids(const std::vector<wire::Booking>& bookings) {
    std::vector<std::string> out;
    for (const auto& b : bookings) out.push_back(b.id);
    return out;
  }
};

using Ids = std::vector<std::string>;

TEST_P(BookingsTest, OnlyAChangeIsAnEventButTheAgeIsAlwaysFresh) {
  EXPECT_TRUE(put(booking("1", "+34600111222", 1, 3, 10)));
  EXPECT_FALSE(put(booking("1", "+34600111222", 1, 3, 20)));
  auto back = read([](ports::UnitOfWork& unit) { return unit.bookings().find("1"); }).value();
  EXPECT_EQ(back.read_at, 20);
  EXPECT_EQ(back.version, 1);
  auto changed = booking("1", "+34600111222", 1, 4, 30);
  EXPECT_TRUE(put(changed));
  back = read([](ports::UnitOfWork& unit) { return unit.bookings().find("1"); }).value();
  changed.version = 2;
  EXPECT_EQ(wire::to_json(back), wire::to_json(changed));
  const auto events = read([](ports::UnitOfWork& unit) { return unit.events().after(0, 10); });
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(events[1].kind, wire::kBookingUpdated);
  EXPECT_FALSE(read([](ports::UnitOfWork& unit) { return unit.bookings().find("2"); }));
}

TEST_P(BookingsTest, AreFoundByReferencePhoneAndStay) {
  put(booking("1", "+54 9 11 2233-4455", 1, 3));
  put(booking("2", "011 15 2233 4455", 5, 8));
  put(booking("3", "12345", 8, 9));
  put(booking("4", "", 8, 10));
  EXPECT_EQ(read([](ports::UnitOfWork& unit) { return unit.bookings().by_reference("ref2"); })->id, "2");
  EXPECT_FALSE(read([](ports::UnitOfWork& unit) { return unit.bookings().by_reference(""); }));
  const auto by_phone = [this](Ids variants) {
    return ids(read([=](ports::UnitOfWork& unit) { return unit.bookings().by_phone(variants); }));
  };
  EXPECT_EQ(by_phone({"5491122334455"}), (Ids{"2", "1"}));
  EXPECT_EQ(by_phone({"12345"}), Ids{"3"});
  EXPECT_TRUE(by_phone({}).empty());
  EXPECT_TRUE(by_phone({""}).empty());
  const auto listed = [this](std::string query, std::optional<wire::Date> from, std::optional<wire::Date> to) {
    return ids(read([=](ports::UnitOfWork& unit) { return unit.bookings().list(query, from, to, "", 50); }).items);
  };
  EXPECT_EQ(listed("", std::nullopt, std::nullopt), (Ids{"4", "3", "2", "1"}));
  EXPECT_EQ(listed("", day(3), day(5)), (Ids{"2", "1"}));
  EXPECT_EQ(listed("", day(4), std::nullopt), (Ids{"4", "3", "2"}));
  EXPECT_EQ(listed("nunez", std::nullopt, day(5)), (Ids{"2", "1"}));
  EXPECT_EQ(listed("ref3", std::nullopt, std::nullopt), Ids{"3"});
  EXPECT_EQ(read([](ports::UnitOfWork& unit) { return unit.bookings().ids_ending_from(day(8)); }),
            (Ids{"2", "3", "4"}));
  Ids paged;
  std::string cursor;
  do {
    const auto page =
        read([=](ports::UnitOfWork& unit) { return unit.bookings().list("", std::nullopt, std::nullopt, cursor, 1); });
    for (const auto& id : ids(page.items)) paged.push_back(id);
    cursor = page.next;
  } while (!cursor.empty());
  EXPECT_EQ(paged, (Ids{"4", "3", "2", "1"}));
}

TEST_P(BookingsTest, AnIntentIsBegunOnceAndWorkedOnByOne) {
  ports::BookingIntent intent;
  intent.id = "i1";
  intent.conversation_id = "c1";
  intent.request = {{"marker", "m"}};
  intent.created_at = 5;
  intent.next_at = 10;
  intent.turn_token = 3;
  const auto begin = [this](ports::BookingIntent i) {
    return write([i](ports::UnitOfWork& unit) { return unit.bookings().begin_intent(i); });
  };
  const auto claim = [this](wire::Millis at) {
    return write([at](ports::UnitOfWork& unit) { return unit.bookings().claim_intents(at, at + 100, 10); });
  };
  const auto save = [this](ports::BookingIntent i) {
    write([i](ports::UnitOfWork& unit) { unit.bookings().save_intent(i); });
  };
  EXPECT_TRUE(begin(intent));
  EXPECT_FALSE(begin(intent));
  EXPECT_TRUE(claim(9).empty());
  auto claimed = claim(10);
  ASSERT_EQ(claimed.size(), 1U);
  EXPECT_EQ(claimed[0].request, intent.request);
  EXPECT_EQ(claimed[0].turn_token, 3);
  EXPECT_TRUE(claim(50).empty());
  EXPECT_EQ(read([](ports::UnitOfWork& unit) { return unit.bookings().next_intent_at(); }), 110);
  EXPECT_EQ(claim(110).size(), 1U);  // its worker died
  claimed[0].state = IntentState::kLooking;
  claimed[0].attempts = 2;
  claimed[0].next_at = 300;
  claimed[0].detail = "503";
  save(claimed[0]);
  EXPECT_EQ(read([](ports::UnitOfWork& unit) { return unit.bookings().next_intent_at(); }), 300);
  auto back = read([](ports::UnitOfWork& unit) { return unit.bookings().intent("i1"); }).value();
  EXPECT_EQ(back.state, IntentState::kLooking);
  EXPECT_EQ(back.attempts, 2);
  EXPECT_EQ(back.detail, "503");
  for (const auto ended : {IntentState::kConfirmed, IntentState::kLost, IntentState::kRefused, IntentState::kUnknown,
                           IntentState::kCancelled}) {
    back.state = ended;
    save(back);
    EXPECT_TRUE(claim(10'000).empty());
    EXPECT_FALSE(read([](ports::UnitOfWork& unit) { return unit.bookings().next_intent_at(); }));
  }
  back.id = "nothing";
  EXPECT_THROW(save(back), std::invalid_argument);
}

INSTANTIATE_TEST_SUITE_P(Engines, BookingsTest, testing::Values(EngineKind::kSqlite, EngineKind::kPostgres),
                         engine_name);

}  // namespace
}  // namespace hotel::store
