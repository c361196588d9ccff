// Every claim of the agent's rests on a fact that may carry it, read lately; else the text does not leave.
#include "agent/evidence.h"

#include <boost/json/serialize.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "agent/phrases.h"
#include "agent/wording.h"
#include "conversation.h"

namespace hotel::agent {
namespace {

namespace json = boost::json;
using testing::Guest;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr wire::Millis kNow = 1'795'000'000'000;
constexpr wire::Millis kMinute = 60'000;

std::vector<std::string> words(std::string_view text, const std::vector<Claim>& claims) {
  std::vector<std::string> out;
  for (const auto& c : claims) out.emplace_back(text.substr(c.begin, c.end - c.begin));
  return out;
}
std::vector<std::string> unbound(std::string_view text, const std::vector<Fact>& facts,
                                 std::string_view language = "es") {
  return words(text, link(text, language, facts, kNow).unbound);
}

TEST(Evidence, AClaimIsLinkedToTheFactThatSaysIt) {
  const std::vector<Fact> facts{fact_of_offer("stay", "14/01/2027, 3 noches", "es", "qloapps", kNow),
                                fact_of_offer("total", "USD 332.64", "es", "qloapps", kNow)};
  const std::string text = "Desde el 14/01/2027 son USD 332.64";
  const auto links = link(text, "es", facts, kNow);
  ASSERT_EQ(links.bound.size(), 2U);
  EXPECT_EQ(links.bound[0].fact, 0U);
  EXPECT_EQ(links.bound[1].fact, 1U);
  EXPECT_THAT(links.unbound, IsEmpty());
  const auto shown = links_json(text, links);
  EXPECT_EQ(json::serialize(shown[1]),
            R"({"text":"USD 332.64","kind":"amount","value":"332.64 USD","begin":24,"end":34,"fact":1})");
}

TEST(Evidence, AnotherAmountDayOrCountIsNotCovered) {
  const std::vector<Fact> facts{fact_of_offer("stay", "14/01/2027, 3 noches, 2 adultos", "es", "qloapps", kNow),
                                fact_of_offer("total", "USD 332.64", "es", "qloapps", kNow)};
  EXPECT_THAT(unbound("USD 332.65", facts), ::testing::ElementsAre("USD 332.65"));
  EXPECT_THAT(unbound("el 15/01/2027", facts), ::testing::ElementsAre("15/01/2027"));
  EXPECT_THAT(unbound("4 noches", facts), ::testing::ElementsAre("4 noches"));
  EXPECT_THAT(unbound("EUR 332.64", facts), ::testing::ElementsAre("EUR 332.64"));
  EXPECT_THAT(unbound("10% menos", facts), Not(IsEmpty()));
}

TEST(Evidence, AnOfferIsGoodForFiveMinutesARecordForFifteen) {
  const std::string text = "USD 332.64";
  const std::vector<Fact> offer{fact_of_offer("total", text, "es", "qloapps", kNow - 5 * kMinute)};
  EXPECT_EQ(link(text, "es", offer, kNow).bound.size(), 1U);
  EXPECT_EQ(link(text, "es", offer, kNow + 1).stale.size(), 1U);
  const std::vector<Fact> record{fact_of_record("total", text, "es", "pms", kNow - 15 * kMinute)};
  EXPECT_EQ(link(text, "es", record, kNow).bound.size(), 1U);
  EXPECT_EQ(link(text, "es", record, kNow + 1).stale.size(), 1U);
  // A PMS whose clock runs far ahead proves nothing.
  const std::vector<Fact> ahead{fact_of_record("total", text, "es", "pms", kNow + 2 * kMinute)};
  EXPECT_EQ(link(text, "es", ahead, kNow).stale.size(), 1U);
}

TEST(Evidence, AFresherFactOfTheSameSavesTheClaim) {
  const std::string text = "USD 332.64";
  const std::vector<Fact> facts{fact_of_offer("total", text, "es", "qloapps", kNow - 60 * kMinute),
                                fact_of_offer("total", text, "es", "qloapps", kNow)};
  const auto links = link(text, "es", facts, kNow);
  ASSERT_EQ(links.bound.size(), 1U);
  EXPECT_EQ(links.bound[0].fact, 1U);
}

TEST(Evidence, TheGuestsWordsProveNoPriceNoPromiseNoLink) {
  for (const std::string words :
       {"USD 1.00", "50%", "gratis", "su reserva está confirmada", "https://example.org/pay"}) {
    const std::vector<Fact> facts{fact_of_guest("name", words, "es", kNow)};
    EXPECT_THAT(unbound(words, facts), Not(IsEmpty())) << words;
  }
  const std::vector<Fact> facts{fact_of_guest("dates", "14/01/2027", "es", kNow)};
  EXPECT_THAT(unbound("¿El 14/01/2027?", facts), IsEmpty());
}

TEST(Evidence, AForgedFactWithTheGuestsSourceProvesNothing) {
  Fact forged{"name", "x", "guest", kNow, {"amount:1 USD", "promise:confirmed"}};
  EXPECT_THAT(unbound("USD 1", {forged}), Not(IsEmpty()));
  EXPECT_THAT(unbound("confirmada", {forged}), Not(IsEmpty()));
}

TEST(Evidence, ABookingSaysWhatItsStateAllows) {
  wire::Booking b;
  b.reference = "HX7K2P";
  b.guest_name = "Suite Gratis";
  b.rooms.push_back({});
  b.rooms[0].room_type = "Double Room";
  b.rooms[0].check_in = *wire::parse_iso("2027-01-14");
  b.rooms[0].check_out = *wire::parse_iso("2027-01-17");
  b.total = {33264, ""};
  b.read_at = kNow;
  const auto facts = [&] { return std::vector<Fact>{fact_of_booking(b, "es", "USD", kNow)}; };
  EXPECT_THAT(unbound("HX7K2P confirmada, Double Room, 14/01/2027 a 17/01/2027, USD 332.64", facts()), IsEmpty());
  EXPECT_THAT(unbound("HX7K2P cancelada", facts()), ::testing::ElementsAre("cancelada"));
  EXPECT_THAT(unbound("a nombre de Suite Gratis", facts()), ::testing::Contains("Gratis"));
  b.state = wire::BookingState::kCancelled;
  EXPECT_THAT(unbound("HX7K2P confirmada", facts()), ::testing::ElementsAre("confirmada"));
  EXPECT_THAT(unbound("HX7K2P cancelada", facts()), IsEmpty());
}

// Whoever adds a phrase that claims something decides here whether it needs a fact.
TEST(Evidence, APhraseSaysByItselfOnlyWhatIsNoClaimOfTheHouse) {
  for (const std::string language : {"es", "en", "pt"})
    for (const auto& [key, text] : phrases(language))
      if (const auto fact = fact_of_wording(language, key, kNow))
        for (const auto& known : fact->says)
          EXPECT_THAT(known, ::testing::AnyOf("promise:available", "promise:not_booked", "date:--03-12", "date:--03-15",
                                              "count:night 90"))
              << language << " " << key;
  EXPECT_FALSE(fact_of_wording("es", "confirmed", kNow));
  EXPECT_FALSE(fact_of_wording("es", "sold_out", kNow));
  EXPECT_FALSE(fact_of_wording("es", "state_cancelled", kNow));
}

TEST(Evidence, EverythingThatAGuestReadsIsChecked) {
  const auto list = list_payload("Tenemos", "Ver USD 1", {{"room:1", "Suite por USD 2", "en total USD 3"}});
  const auto text = shown_text(list);
  EXPECT_THAT(text, ::testing::AllOf(HasSubstr("Tenemos"), HasSubstr("USD 1"), HasSubstr("USD 2"), HasSubstr("USD 3")));
  EXPECT_THAT(text, Not(HasSubstr("room:1")));
  const auto buttons = buttons_payload("¿Sí?", {{"confirm:abc", "Sí por USD 4", ""}});
  EXPECT_THAT(shown_text(buttons), HasSubstr("USD 4"));
  const json::value pin = {
      {"type", "location"},
      {"location", {{"latitude", 1.5}, {"longitude", 2.5}, {"name", "Hotel"}, {"address", "Mayor 1"}}}};
  EXPECT_EQ(shown_text(pin.as_object()), "Hotel\nMayor 1");
  const json::value tpl = {
      {"type", "template"},
      {"template",
       {{"name", "booking_1"},
        {"language", {{"code", "es"}}},
        {"components", {{{"type", "body"}, {"parameters", {{{"type", "text"}, {"text", "USD 5"}}}}}}}}}};
  EXPECT_EQ(shown_text(tpl.as_object()), "USD 5");
}

TEST(Evidence, AMessageIsCheckedFromWhatIsStoredWithIt) {
  const std::vector<Fact> facts{fact_of_offer("total", "USD 332.64", "es", "qloapps", kNow)};
  const json::object why{{"language", "es"}, {"facts", facts_json(facts)}};
  EXPECT_FALSE(fault_of_evidence(why, text_payload("Son USD 332.64"), kNow));
  const auto unproved = fault_of_evidence(why, text_payload("Son USD 300.00"), kNow);
  ASSERT_TRUE(unproved);
  EXPECT_EQ(unproved->code, "claim_unbound");
  EXPECT_THAT(unproved->detail, HasSubstr("USD 300.00"));
  const auto stale = fault_of_evidence(why, text_payload("Son USD 332.64"), kNow + 6 * kMinute);
  ASSERT_TRUE(stale);
  EXPECT_EQ(stale->code, "claim_stale");
  // No reason at all, and facts that cannot be read.
  EXPECT_EQ(fault_of_evidence({}, text_payload("Son USD 332.64"), kNow)->code, "claim_unbound");
  EXPECT_EQ(fault_of_evidence({{"language", "es"}, {"facts", "none"}}, text_payload("USD 1"), kNow)->code,
            "claim_unbound");
  EXPECT_FALSE(fault_of_evidence({}, text_payload("¡Hola!"), kNow));
}

TEST(Evidence, ANameThatReadsAsAPromiseIsNotSaidBack) {
  for (const std::string name : {"Suite Gratis Total", "Reserva Confirmada Pagada"}) {
    Guest guest;
    guest.say("quiero reservar una doble del 14 al 17 de enero de 2027 para 2 adultos");
    guest.say(name);
    EXPECT_FALSE(guest.last.book);
    for (const auto& reply : guest.last.replies) EXPECT_THAT(reply.text, Not(HasSubstr(name))) << name;
  }
}

TEST(Evidence, EveryClaimOfAnAnswerHasItsLink) {
  Guest guest;
  guest.say("¿precio de una doble del 14 al 17 de enero de 2027 para 2 adultos?");
  ASSERT_EQ(guest.last.replies.size(), 1U);
  const auto& reply = guest.last.replies.front();
  EXPECT_THAT(reply.text, HasSubstr("USD 332.64"));
  EXPECT_EQ(reply.why.at("claims").as_array().size(), claims_in(reply.text, "es").size());
  EXPECT_FALSE(fault_of_evidence(reply.why, reply.payload, guest.now));
  EXPECT_EQ(fault_of_evidence(reply.why, reply.payload, guest.now + 6 * kMinute)->code, "claim_stale");
}

TEST(Questions, TheWayToTheHotelComesWithAPin) {
  Guest guest({"Hotel Prueba", "Calle Mayor 1", -34.6, -58.4, "USD", "es"});
  guest.say("¿dónde queda el hotel?");
  ASSERT_EQ(guest.last.replies.size(), 2U);
  EXPECT_THAT(guest.last.replies[0].text, HasSubstr("Calle Mayor 1"));
  EXPECT_EQ(
      json::serialize(guest.last.replies[1].payload),
      R"({"type":"location","location":{"latitude":-3.46E1,"longitude":-5.84E1,"name":"Hotel Prueba","address":"Calle Mayor 1"}})");
  EXPECT_FALSE(fault_of_evidence(guest.last.replies[1].why, guest.last.replies[1].payload, guest.now));
}

TEST(Questions, PhotosOfTheRoomThatIsAskedFor) {
  Guest guest;
  for (const std::string language : {"es", "en", "pt"}) {
    ports::KnowledgeEntry entry;
    entry.key = "photos", entry.language = language;
    entry.text = "Double Room: https://hotel.example/double.jpg\nSuite: https://hotel.example/suite.jpg";
    guest.knowledge.push_back(entry);
  }
  for (const std::string line : {"¿tenés fotos de la habitación doble?",
                                 "can you send me a picture of the double room?", "tem fotos do quarto duplo?"}) {
    guest.dialogue = {};
    guest.say(line);
    ASSERT_EQ(guest.last.replies.size(), 2U) << line;
    EXPECT_EQ(json::serialize(guest.last.replies[1].payload),
              R"({"type":"image","image":{"link":"https://hotel.example/double.jpg","caption":"Double Room"}})")
        << line;
  }
}

TEST(Questions, WithoutPhotosStaffIsAsked) {
  Guest guest;
  guest.say("¿me mandan fotos de las habitaciones?");
  ASSERT_EQ(guest.last.tickets.size(), 1U);
  EXPECT_EQ(guest.last.tickets[0].topic, "photos");
}

TEST(Withheld, ARoomThatWentAfterTheSummaryIsNotTheLastOne) {
  Guest guest;
  guest.say("quiero reservar una doble del 14 al 17 de enero de 2027 para 2 adultos, a nombre de Lucía Ferrer");
  ASSERT_EQ(guest.last.action, domain::GuestAction::kConfirmBooking);
  guest.pms.named("Double Room").free = 0;
  guest.say("sí");
  EXPECT_FALSE(guest.last.book);
  EXPECT_THAT(guest.texts(), ::testing::AllOf(HasSubstr("Double Room"), HasSubstr("Triple Room")));
  EXPECT_THAT(guest.texts(), Not(HasSubstr("no tengo habitaciones libres")));
}

TEST(Withheld, TheWishOnceMoreIsNoYes) {
  for (const std::string line :
       {"quiero reservar para 2 adultos", "hola, quiero reservar una doble del 14 al 17 de enero de 2027"}) {
    Guest guest;
    guest.say("quiero reservar una doble del 14 al 17 de enero de 2027 para 2 adultos, a nombre de Lucía Ferrer");
    ASSERT_EQ(guest.last.action, domain::GuestAction::kConfirmBooking);
    guest.say(line);
    EXPECT_FALSE(guest.last.book) << line;
  }
}

}  // namespace
}  // namespace hotel::agent
