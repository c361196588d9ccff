// Guests end to end: signed webhook, store, agent, PMS, WhatsApp.
#include <fmt/format.h>

#include "functional/stack.h"
#include "wire/codec.h"
#include "wire/money.h"

using namespace hotel::test;
namespace wire = hotel::wire;

namespace {

struct Talk {
  const char* name;
  const char* start;
  const char* dates;
  const char* party;
  const char* room;
  const char* guest;
  const char* yes;
  const char* confirmed;
};

const Talk kTalks[] = {
    {"es", "Hola, quiero reservar una habitación", "del {} al {}", "2 adultos", "la doble", "Lucía Ferrer",
     "sí, confirmo", "confirmada"},
    {"en", "Hi, I want to book a room", "from {} to {}", "2 adults", "the double", "Owen Park", "yes, please confirm",
     "confirmed"},
    {"pt", "Olá, quero reservar um quarto", "de {} a {}", "2 adultos", "o quarto duplo", "Joana Prado",
     "sim, pode confirmar", "confirmada"},
};

}  // namespace

class Guests : public OnBothEngines {};
INSTANTIATE_TEST_SUITE_P(Engines, Guests, testing::Values(Engine::kSqlite, Engine::kPostgres), engine_name);

TEST_P(Guests, AreAnsweredAndStoredOnce) {
  Stack s{GetParam()};
  auto guest = s.guest();
  const auto text = s.ask(guest, "hola");
  EXPECT_FALSE(text.empty());
  ASSERT_TRUE(eventually([&] { return s.messages(guest.phone()).size() == 2; }));
  for (const auto& m : s.messages(guest.phone())) {
    const bool in = wire::text_of(m, "direction") == "in";
    EXPECT_EQ(wire::text_of(m, "text"), in ? "hola" : text);
    if (!in) EXPECT_NE(wire::member(m, "why"), nullptr) << "an answer of the agent without its reasons";
  }
  EXPECT_TRUE(s.graph.violations().empty());
}

TEST_P(Guests, BookARoomInThreeLanguagesAtThePriceOfThePms) {
  Stack s{GetParam()};
  int day = 60;
  for (const auto& talk : kTalks) {
    SCOPED_TRACE(talk.name);
    auto guest = s.guest();
    s.ask(guest, talk.start);
    s.ask(guest, fmt::format(fmt::runtime(talk.dates), stay_day(day), stay_day(day + 3)));
    s.ask(guest, talk.party);
    s.ask(guest, talk.room);
    const auto summary = s.ask(guest, talk.guest);
    const auto total = wire::to_decimal(3 * s.pms.night_gross_cents("Double Room"));
    EXPECT_NE(summary.find("USD " + total), std::string::npos) << summary << " lacks " << total;
    EXPECT_EQ(s.pms.calls("POST", "bookings").size(), static_cast<std::size_t>(day - 60) / 5)
        << "booked before the guest said yes";
    const auto before = s.graph.seen_by(guest.phone()).size();
    guest.say(talk.yes);
    const auto told = s.graph.wait_reply(
        guest.phone(), before,
        [&](const GraphCall& call) { return call.text.find(talk.confirmed) != std::string::npos; },
        std::chrono::seconds{15});
    ASSERT_TRUE(told) << "not confirmed";
    const auto lines = s.pms.live_lines("agente-hotelero/");
    EXPECT_EQ(lines.size(), static_cast<std::size_t>(day - 55) / 5) << "one line a talk";
    EXPECT_TRUE(eventually([&] {
      const auto found = s.daemon.get(s.desk(), "/bookings?phone=%2B" + guest.phone()).json();
      const auto* items = wire::array_of(found, "items");
      return items && items->size() == 1;
    }));
    day += 5;
  }
}

TEST_P(Guests, ALostAnswerOfThePmsBooksOnce) {
  Stack s{GetParam()};
  auto guest = s.guest();
  const auto& talk = kTalks[0];
  s.ask(guest, talk.start);
  s.ask(guest, fmt::format(fmt::runtime(talk.dates), stay_day(90), stay_day(92)));
  s.ask(guest, talk.party);
  s.ask(guest, talk.room);
  s.ask(guest, talk.guest);
  s.pms.fail_next(FakeQloApps::Fault::kDropAfter, "POST", "bookings");
  const auto before = s.graph.seen_by(guest.phone()).size();
  guest.say(talk.yes);
  EXPECT_TRUE(s.graph.wait_reply(
      guest.phone(), before, [&](const GraphCall& call) { return call.text.find(talk.confirmed) != std::string::npos; },
      std::chrono::seconds{20}));
  const auto found = s.daemon.get(s.desk(), "/bookings?phone=%2B" + guest.phone()).json();
  const auto* items = wire::array_of(found, "items");
  ASSERT_TRUE(items);
  EXPECT_EQ(items->size(), 1u);
}

TEST(GuestsOfABrokenPms, HearNoPriceAndNoPromise) {
  Stack s;
  s.pms.down(FakeQloApps::Fault::kDatabasePage500);
  auto guest = s.guest();
  const auto text = s.ask(guest, fmt::format("¿Tienen una habitación del {} al {} para 2 adultos? ¿Cuánto sale?",
                                             stay_day(40), stay_day(42)));
  EXPECT_EQ(text.find("USD"), std::string::npos) << text;
}

TEST(GuestsWhoWantAPerson, GetOneAndTheAgentFallsSilent) {
  Stack s;
  auto guest = s.guest();
  guest.say("quiero hablar con una persona");
  ASSERT_TRUE(eventually([&] { return wire::text_of(s.conversation(guest.phone()), "owner") == "staff"; }));
  ASSERT_TRUE(s.graph.wait_reply(guest.phone()));
  const auto before = s.graph.seen_by(guest.phone()).size();
  guest.say("hola? sigue ahí?");
  ASSERT_TRUE(eventually([&] { return s.messages(guest.phone()).size() >= 3; }));
  EXPECT_FALSE(s.graph.wait_reply(guest.phone(), before, {}, std::chrono::milliseconds{1500}));
}
