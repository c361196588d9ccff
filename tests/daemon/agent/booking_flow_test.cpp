#include <boost/json/serialize.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "conversation.h"

namespace hotel::agent::testing {
namespace {

using ::testing::AllOf;
using ::testing::AnyOf;
using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

struct Lines {
  std::string language, ask, start, dates, party, room, name, yes;
};
const std::vector<Lines>& all_lines() {
  static const std::vector<Lines> lines{
      {"es", "¿Tienen una habitación doble del 14/01/2027 al 17/01/2027 para 2 adultos? ¿Cuánto sale?",
       "Hola, quiero reservar una habitación", "del 14/01/2027 al 17/01/2027", "2 adultos", "la doble", "Lucía Ferrer",
       "sí, confirmo"},
      {"en", "Do you have a double room from 14/01/2027 to 17/01/2027 for 2 adults? How much is it?",
       "Hi, I want to book a room", "from 14/01/2027 to 17/01/2027", "2 adults", "the double", "Owen Park",
       "yes, please confirm"},
      {"pt", "Vocês têm um quarto duplo de 14/01/2027 a 17/01/2027 para 2 adultos? Quanto custa?",
       "Olá, quero reservar um quarto", "de 14/01/2027 a 17/01/2027", "2 adultos", "o quarto duplo", "Joana Prado",
       "sim, pode confirmar"}};
  return lines;
}

wire::Booking booked(const std::string& reference = "XKBKNABJK") {
  wire::Booking b;
  b.id = "77";
  b.reference = reference;
  b.guest_name = "Lucía Ferrer";
  b.phone = "+34600123456";
  b.total = {33264, "USD"};
  b.read_at = 1'795'000'000'000;
  wire::BookedRoom room;
  room.line_id = "9";
  room.room_type = "Double Room";
  room.check_in = *wire::parse_iso("2027-01-14");
  room.check_out = *wire::parse_iso("2027-01-17");
  room.adults = 2;
  b.rooms = {room};
  return b;
}

void up_to_summary(Guest& g, const Lines& l) {
  for (const auto* line : {&l.start, &l.dates, &l.party, &l.room, &l.name}) {
    const auto text = g.say(*line);
    EXPECT_FALSE(claims_booking(text)) << text;
    EXPECT_EQ(g.last.replies.size(), 1u) << *line;
    EXPECT_FALSE(g.last.hand_over) << text;
    EXPECT_FALSE(g.last.book.has_value());
  }
}

class Flow : public ::testing::TestWithParam<int> {
 protected:
  const Lines& lines() const { return all_lines()[static_cast<std::size_t>(GetParam())]; }
  Guest g;
};

TEST_P(Flow, AvailabilityIsAnsweredWithThePriceOfTheStay) {
  const auto text = g.say(lines().ask);
  EXPECT_THAT(text, AllOf(HasSubstr("USD 110.88"), HasSubstr("USD 332.64"), HasSubstr("Double Room")));
  EXPECT_THAT(amounts(text), Each(AnyOf(110.88, 332.64)));
  EXPECT_EQ(g.language, lines().language);
  EXPECT_EQ(g.last.replies[0].purpose, domain::Purpose::kFact);
  const auto why = boost::json::serialize(g.last.replies[0].why);
  EXPECT_THAT(
      why, AllOf(HasSubstr("total:Double Room"), HasSubstr("2026-11-18T11:06:50"), HasSubstr("\"source\":\"mock\"")));
}

TEST_P(Flow, BookingGoesStepByStepToASummaryAndOneOrder) {
  up_to_summary(g, lines());
  EXPECT_THAT(g.texts(), HasSubstr("USD 332.64"));
  EXPECT_THAT(amounts(g.texts()), Each(332.64));
  const auto choices = g.choices();
  ASSERT_EQ(choices.size(), 2u);
  EXPECT_TRUE(choices[0].starts_with("confirm:"));
  EXPECT_EQ(g.pms.fresh, 1) << "a summary rests on a fresh look";

  const auto text = g.say(lines().yes);
  EXPECT_FALSE(claims_booking(text)) << text;
  ASSERT_TRUE(g.last.book.has_value());
  const auto& order = *g.last.book;
  EXPECT_EQ("confirm:" + order.intent_id, choices[0]);
  EXPECT_EQ(order.request.marker, "agente-hotelero/" + order.intent_id);
  EXPECT_EQ(order.request.room_type_ids, std::vector<std::string>{"2"});
  EXPECT_EQ(wire::to_iso(order.request.stay.check_in), "2027-01-14");
  EXPECT_EQ(wire::to_iso(order.request.stay.check_out), "2027-01-17");
  EXPECT_EQ(order.request.stay.rooms, (std::vector<domain::Party>{{2, {}}}));
  EXPECT_EQ(order.request.expected_total, (wire::Money{33264, "USD"}));
  EXPECT_EQ(order.request.phone, "34600123456");
  EXPECT_EQ(order.request.first_name + " " + order.request.last_name, lines().name);
  EXPECT_EQ(g.last.replies.at(0).purpose, domain::Purpose::kCourtesy);

  // The same yes again orders nothing.
  EXPECT_FALSE(claims_booking(g.say(lines().yes)));
  EXPECT_FALSE(g.last.book.has_value());
  EXPECT_FALSE(claims_booking(g.tap(choices[0])));
  EXPECT_FALSE(g.last.book.has_value());

  const auto told = g.end(OrderEnd::kConfirmed, booked());
  EXPECT_TRUE(claims_booking(told)) << told;
  EXPECT_THAT(told, AllOf(HasSubstr("XKBKNABJK"), HasSubstr("USD 332.64"), HasSubstr("Double Room")));
  EXPECT_FALSE(claims_booking(g.tap(choices[0])));
  EXPECT_FALSE(g.last.book.has_value());
  EXPECT_FALSE(claims_booking(g.say(lines().yes)));
  EXPECT_FALSE(g.last.book.has_value());
}

TEST_P(Flow, OneMessageWithEverythingGoesToTheSummary) {
  const std::vector<std::string> all{
      "Quiero reservar una doble del 14/01/2027 al 17/01/2027 para 2 adultos, a nombre de Lucía Ferrer",
      "Book a double 14/01/2027 to 17/01/2027 for 2 adults, name Owen Park",
      "Quero reservar um quarto duplo de 14/01/2027 a 17/01/2027 para 2 adultos em nome de Joana Prado"};
  g.say(all[static_cast<std::size_t>(GetParam())]);
  ASSERT_EQ(g.choices().size(), 2u) << g.texts();
  g.tap(g.choices()[0]);
  ASSERT_TRUE(g.last.book.has_value());
  EXPECT_EQ(g.last.book->request.room_type_ids, std::vector<std::string>{"2"});
}

TEST_P(Flow, SoldOutPromisesNothing) {
  for (auto& t : g.pms.types) t.free = 0;
  const auto text = g.say(lines().ask);
  EXPECT_THAT(amounts(text), IsEmpty()) << text;
  EXPECT_FALSE(promises_room(text)) << text;
  EXPECT_FALSE(claims_booking(text));
  EXPECT_FALSE(g.last.hand_over);
}

TEST_P(Flow, WantedTypeSoldOutOffersOthers) {
  g.pms.named("Double Room").free = 0;
  const auto text = g.say(lines().ask);
  EXPECT_THAT(text, AllOf(HasSubstr("Triple Room"), HasSubstr("USD 420.00")));
  EXPECT_THAT(amounts(text), Each(Not(AnyOf(110.88, 332.64))));
  EXPECT_FALSE(promises_room(text)) << text;
}

TEST_P(Flow, PmsAwayIsSaidWithoutPriceOrPromise) {
  g.pms.down = true;
  const auto text = g.say(lines().ask);
  EXPECT_THAT(amounts(text), IsEmpty());
  EXPECT_FALSE(promises_room(text));
  EXPECT_FALSE(claims_booking(text)) << text;
  EXPECT_TRUE(g.last.hand_over);
  EXPECT_EQ(g.last.reason, "pms_unavailable");
}

TEST_P(Flow, PmsGoesAwayBeforeTheSummary) {
  const auto& l = lines();
  for (const auto* line : {&l.start, &l.dates, &l.party, &l.room}) g.say(*line);
  g.pms.down = true;
  const auto text = g.say(l.name);
  EXPECT_THAT(amounts(text), IsEmpty()) << text;
  EXPECT_TRUE(g.last.hand_over);
  EXPECT_THAT(g.choices(), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Languages, Flow, ::testing::Values(0, 1, 2),
                         [](const auto& i) { return all_lines()[static_cast<std::size_t>(i.param)].language; });

TEST(Booking, ButtonsTakeThePlaceOfWords) {
  Guest g;
  g.say("quiero reservar del 14/01/2027 al 17/01/2027 para 2 adultos");
  const auto rows = g.choices();
  ASSERT_GE(rows.size(), 2u) << g.texts();
  EXPECT_THAT(rows, ::testing::Contains("room:2"));
  EXPECT_THAT(rows, Not(::testing::Contains("room:1"))) << "a single does not hold two";
  g.tap("room:2");
  g.say("Ana Ruiz");
  ASSERT_EQ(g.choices().size(), 2u) << g.texts();
  g.tap(g.choices()[1]);
  EXPECT_FALSE(g.last.book.has_value());
  EXPECT_THAT(g.texts(), HasSubstr("cambiar"));
}

TEST(Booking, AChangeAfterTheSummaryNeedsANewSummary) {
  Guest g;
  g.say("quiero reservar una doble del 14/01/2027 al 17/01/2027 para 2 adultos, a nombre de Ana Ruiz");
  const auto old = g.choices();
  ASSERT_EQ(old.size(), 2u);
  const auto text = g.say("no, mejor hasta el 18");
  EXPECT_THAT(text, AllOf(HasSubstr("18/01/2027"), HasSubstr("USD 443.52")));
  const auto fresh = g.choices();
  ASSERT_EQ(fresh.size(), 2u);
  EXPECT_NE(old[0], fresh[0]);
  g.tap(old[0]);
  EXPECT_FALSE(g.last.book.has_value()) << "the old button must not book";
  const auto newest = g.choices();
  ASSERT_EQ(newest.size(), 2u) << g.texts();
  g.tap(newest[0]);
  ASSERT_TRUE(g.last.book.has_value());
  EXPECT_EQ(g.last.book->request.expected_total.cents, 44352);
}

TEST(Booking, AnExpiredSummaryIsShownAgain) {
  Guest g;
  g.say("quiero reservar una doble del 14/01/2027 al 17/01/2027 para 2 adultos, a nombre de Ana Ruiz");
  const auto old = g.choices();
  g.now += 16 * 60 * 1000;
  g.pms.named("Double Room").cents = 12000;
  const auto text = g.tap(old.at(0));
  EXPECT_FALSE(g.last.book.has_value());
  EXPECT_THAT(text, HasSubstr("USD 360.00"));
  g.say("sí");
  ASSERT_TRUE(g.last.book.has_value());
  EXPECT_EQ(g.last.book->request.expected_total.cents, 36000);
}

TEST(Booking, AForeignButtonBooksNothing) {
  Guest g;
  g.tap("confirm:0190b7a0-0000-7000-8000-000000000000");
  EXPECT_FALSE(g.last.book.has_value());
  g.say("quiero reservar una doble del 14/01/2027 al 17/01/2027 para 2 adultos, a nombre de Ana Ruiz");
  g.tap("confirm:0190b7a0-0000-7000-8000-000000000000");
  EXPECT_FALSE(g.last.book.has_value());
}

TEST(Booking, AQuestionAtTheSummaryLeavesItOpen) {
  Guest g;
  g.say("Book a double 14/01/2027 to 17/01/2027 for 2 adults, name Ben Alvarez");
  const auto text = g.say("wait, do you have parking?");
  EXPECT_THAT(text, HasSubstr("parking"));
  EXPECT_FALSE(g.last.book.has_value());
  g.say("great, confirm it");
  EXPECT_TRUE(g.last.book.has_value()) << g.texts();
}

TEST(Booking, ANoAtTheSummaryAsksWhatToChange) {
  Guest g;
  g.say("quiero reservar una doble del 14/01/2027 al 17/01/2027 para 2 adultos, a nombre de Ana Ruiz");
  g.say("no");
  EXPECT_FALSE(g.last.book.has_value());
  g.say("sí");
  EXPECT_FALSE(g.last.book.has_value()) << "a yes after a no confirms nothing";
}

TEST(Booking, ChildrenNeedAges) {
  Guest g;
  g.say("Oi, quero reservar de 14/01/2027 a 17/01/2027");
  EXPECT_THAT(g.say("um casal e uma criança"), HasSubstr("idade"));
  g.say("5 anos");
  ASSERT_FALSE(g.pms.stays.empty());
  EXPECT_EQ(g.pms.stays.back().rooms, (std::vector<domain::Party>{{2, {5}}}));
}

TEST(Booking, TooManyForOneRoomAreOfferedTwo) {
  Guest g;
  const auto text = g.say("how much for 14/01/2027 to 17/01/2027 for 6 people?");
  EXPECT_EQ(g.pms.stays.back().rooms.size(), 2u);
  EXPECT_THAT(text, HasSubstr("2 x Family Room"));
}

TEST(Booking, AskingForAPriceChoosesNothing) {
  Guest g;
  g.say("quiero reservar del 12 al 15 de abril");
  EXPECT_THAT(g.say("aceptan perros?"), HasSubstr("mascotas"));
  g.say("ok, somos dos adultos");
  EXPECT_THAT(g.say("cuánto sale la suite?"), HasSubstr("USD 750.00"));
  EXPECT_THAT(g.say("esa quiero"), HasSubstr("nombre"));
  g.say("Bruno Díaz");
  g.say("confirmo");
  ASSERT_TRUE(g.last.book.has_value()) << g.texts();
  EXPECT_EQ(g.last.book->request.room_type_ids, std::vector<std::string>{"7"});
}

TEST(Booking, PickingAnOfferedRoomWithoutTheWordBook) {
  Guest g;
  g.say("hola, tienen lugar del 5 al 8 de diciembre para 2 adultos y una nena de 6?");
  g.say("la familiar, a nombre de Pablo Conti");
  ASSERT_EQ(g.choices().size(), 2u) << g.texts();
  EXPECT_THAT(g.say("no, mejor hasta el 9"), HasSubstr("USD 672.00"));
  g.say("dale");
  ASSERT_TRUE(g.last.book.has_value());
  EXPECT_EQ(g.last.book->request.stay.rooms, (std::vector<domain::Party>{{2, {6}}}));
}

TEST(Booking, RoomIsGoneAtTheSummary) {
  Guest g;
  g.say("quiero reservar una doble del 14/01/2027 al 17/01/2027 para 2 adultos");
  g.pms.named("Double Room").free = 0;
  const auto text = g.say("Ana Ruiz");
  EXPECT_THAT(text, AllOf(HasSubstr("no está disponible"), HasSubstr("Triple Room")));
  EXPECT_THAT(text, Not(HasSubstr("110.88")));
}

TEST(Booking, DatesThatCannotBe) {
  Guest g;
  g.say("reservame del 20/03/2027 al 18/03/2027");
  EXPECT_EQ(g.pms.asked, 0);
  EXPECT_THAT(g.texts(), HasSubstr("salida"));
  g.say("perdón, del 18 al 20 de marzo");
  g.say("1 adulto");
  ASSERT_GT(g.pms.asked, 0);
  EXPECT_EQ(wire::to_iso(g.pms.stays.back().check_in), "2027-03-18");
  Guest past;
  past.say("hay lugar del 10/01/2026 al 12/01/2026 para 2?");
  EXPECT_EQ(past.pms.asked, 0);
  Guest never;
  never.say("hay lugar el 31 de febrero para 2?");
  EXPECT_EQ(never.pms.asked, 0);
}

TEST(Booking, DoubtfulDatesAreAskedFirst) {
  Guest g;
  g.today = *wire::parse_iso("2026-02-26");
  const auto text = g.say("hay algo para el próximo viernes?");
  EXPECT_THAT(text, AllOf(HasSubstr("06/03/2026"), HasSubstr("27/02/2026")));
  EXPECT_EQ(g.pms.asked, 0);
  g.say("no, este viernes, por dos noches");
  g.say("dos personas");
  EXPECT_EQ(wire::to_iso(g.pms.stays.back().check_in), "2026-02-27");
  EXPECT_EQ(wire::to_iso(g.pms.stays.back().check_out), "2026-03-01");
}

TEST(Booking, AMonthSaidBeforeGivesTheMonthOfBareDays) {
  Guest g;
  g.today = *wire::parse_iso("2026-07-01");
  g.say("any rooms in August?");
  g.say("3rd to the 8th");
  g.say("me and my wife");
  ASSERT_FALSE(g.pms.stays.empty()) << g.texts();
  EXPECT_EQ(wire::to_iso(g.pms.stays.back().check_in), "2026-08-03");
}

TEST(OrderEnds, OnlyAConfirmedOneIsClaimed) {
  for (const std::string language : {"es", "en", "pt"})
    for (const auto end : {OrderEnd::kLost, OrderEnd::kRefused, OrderEnd::kUnknown, OrderEnd::kCancelFailed}) {
      Guest g;
      g.language = language;
      const auto text = g.end(end, booked());
      EXPECT_FALSE(claims_booking(text)) << text;
      EXPECT_EQ(g.last.hand_over, end != OrderEnd::kLost);
    }
}

TEST(OrderEnds, AConfirmationWithoutTheBookingIsNotSaid) {
  Guest g;
  g.language = "es";
  EXPECT_FALSE(claims_booking(g.end(OrderEnd::kConfirmed, std::nullopt)));
  EXPECT_TRUE(g.last.hand_over);
}

TEST(OrderEnds, ALostRoomCanBeFollowedByAnother) {
  Guest g;
  g.say("quiero reservar una doble del 14/01/2027 al 17/01/2027 para 2 adultos, a nombre de Ana Ruiz");
  g.say("sí");
  ASSERT_TRUE(g.last.book.has_value());
  const auto first = g.last.book->intent_id;
  g.end(OrderEnd::kLost, std::nullopt);
  g.pms.named("Double Room").free = 0;
  g.say("la suite entonces");
  ASSERT_EQ(g.choices().size(), 2u) << g.texts();
  g.say("dale");
  ASSERT_TRUE(g.last.book.has_value());
  EXPECT_NE(g.last.book->intent_id, first);
  EXPECT_EQ(g.last.book->request.room_type_ids, std::vector<std::string>{"7"});
}

TEST(Existing, CancellationIsConfirmedFirst) {
  Guest g;
  g.pms.bookings = {booked("HX7K2P")};
  EXPECT_THAT(g.say("quiero cancelar"), HasSubstr("código"));
  EXPECT_THAT(g.say("HX7K2P"), HasSubstr("cancele"));
  EXPECT_FALSE(g.last.cancel.has_value());
  g.say("sí");
  ASSERT_TRUE(g.last.cancel.has_value()) << g.texts();
  EXPECT_EQ(g.last.cancel->booking_id, "77");
  EXPECT_EQ(g.last.cancel->reference, "HX7K2P");
  g.say("sí");
  EXPECT_FALSE(g.last.cancel.has_value());
  EXPECT_THAT(g.end(OrderEnd::kCancelled, booked("HX7K2P")), HasSubstr("cancelada"));
}

TEST(Existing, ACodeInsteadOfYesAsksAgainForThatBooking) {
  Guest g;
  g.pms.bookings = g.bookings = {booked("HX7K2P")};
  EXPECT_THAT(g.say("quiero cancelar"), HasSubstr("código"));
  EXPECT_THAT(g.say("HX7K2P"), HasSubstr("cancele"));
  EXPECT_THAT(g.say("HX7K2P"), HasSubstr("cancele"));
  EXPECT_FALSE(g.last.cancel.has_value());
  g.say("sí");
  ASSERT_TRUE(g.last.cancel.has_value()) << g.texts();
  EXPECT_EQ(g.last.cancel->booking_id, "77");
}

TEST(Existing, ASecondThoughtKeepsTheBooking) {
  Guest g;
  g.pms.bookings = {booked("HX7K2P")};
  g.say("cancelá la reserva HX7K2P");
  g.say("no, dejá, mejor no");
  EXPECT_FALSE(g.last.cancel.has_value());
  EXPECT_FALSE(g.last.hand_over);
}

TEST(Existing, SomebodyElsesBookingIsNotShown) {
  Guest g;
  g.phone = "34699999999";
  g.pms.bookings = {booked("HX7K2P")};
  const auto text = g.say("can you check booking HX7K2P");
  EXPECT_THAT(text, Not(HasSubstr("Ferrer")));
  EXPECT_TRUE(g.last.hand_over);
  EXPECT_EQ(g.last.reason, "verify_identity");
}

TEST(Existing, OwnBookingIsShownAsThePmsHasItNow) {
  Guest g;
  g.pms.bookings = {booked("HX7K2P")};
  auto stale = booked("HX7K2P");
  stale.total = {1, "USD"};
  g.bookings = {stale};
  const auto text = g.say("can you check booking HX7K2P");
  EXPECT_THAT(text, AllOf(HasSubstr("USD 332.64"), HasSubstr("14 Jan 2027")));
  EXPECT_THAT(g.say("is my booking confirmed?"), HasSubstr("USD 332.64"));
}

TEST(Existing, AChangeIsShownWithItsPriceAndOrderedAfterAYes) {
  Guest g;
  g.pms.bookings = g.bookings = {booked("HX7K2P")};
  EXPECT_THAT(g.say("necesito cambiar las fechas de mi reserva"), HasSubstr("código"));
  EXPECT_THAT(g.say("es la HX7K2P"), HasSubstr("cambiar"));
  const auto shown = g.say("del 20 al 24 de enero de 2027");
  EXPECT_THAT(shown, AllOf(HasSubstr("20/01/2027"), HasSubstr("24/01/2027"), HasSubstr("USD 443.52")));
  EXPECT_FALSE(g.last.change.has_value());
  ASSERT_EQ(g.choices().size(), 2u);
  g.say("perfecto");
  ASSERT_TRUE(g.last.change.has_value()) << g.texts();
  EXPECT_EQ(g.last.change->booking_id, "77");
  EXPECT_EQ(wire::to_iso(g.last.change->change.stay.check_in), "2027-01-20");
  EXPECT_EQ(wire::to_iso(g.last.change->change.stay.check_out), "2027-01-24");
  EXPECT_EQ(g.last.change->expected_total, (wire::Money{44352, "USD"}));
  EXPECT_FALSE(g.last.hand_over);
  g.say("sí");
  EXPECT_FALSE(g.last.change.has_value()) << "the same yes changes nothing twice";
}

TEST(Existing, AChangeThatIsNotConfirmedChangesNothing) {
  for (const std::string line :
       {"todavía no confirmes", "no", "no, dejala como está", "espera", "cuánto sale la suite?"}) {
    Guest g;
    g.pms.bookings = g.bookings = {booked("HX7K2P")};
    g.say("mover la HX7K2P del 20 al 24 de enero de 2027");
    ASSERT_EQ(g.choices().size(), 2u) << g.texts();
    g.say(line);
    EXPECT_FALSE(g.last.change.has_value()) << line;
  }
}

TEST(Booking, AYesWithADoubtInItBooksNothing) {
  for (const std::string line : {"ok, pero no confirmes todavía", "espera, antes de reservar lo hablo con mi marido",
                                 "sí, pero primero quiero ver fotos", "quiero reservar pero todavía no", "yes but wait",
                                 "I want to book it, just not yet", "ainda não confirme", "sim, mas antes preciso ver",
                                 "confirm it when my wife says so", "reservar? no sé"}) {
    Guest g;
    g.say("quiero reservar una doble del 14/01/2027 al 17/01/2027 para 2 adultos, a nombre de Ana Ruiz");
    ASSERT_EQ(g.choices().size(), 2u) << g.texts();
    g.say(line);
    EXPECT_FALSE(g.last.book.has_value()) << line;
  }
}

TEST(Existing, AYesWithADoubtInItCancelsAndChangesNothing) {
  for (const std::string line :
       {"quiero cambiar otra cosa", "ok, pero todavía no", "no cancelen nada todavía", "wait, don't cancel yet"}) {
    Guest g;
    g.pms.bookings = g.bookings = {booked("HX7K2P")};
    g.say("cancelá la reserva HX7K2P");
    g.say(line);
    EXPECT_FALSE(g.last.cancel.has_value()) << line;
    Guest h;
    h.pms.bookings = h.bookings = {booked("HX7K2P")};
    h.say("mover la HX7K2P del 20 al 24 de enero de 2027");
    ASSERT_EQ(h.choices().size(), 2u) << h.texts();
    h.say(line);
    EXPECT_FALSE(h.last.change.has_value()) << line;
  }
}

TEST(Booking, TheNameOfAnOfferedRoomIsTheChoiceWhateverElseItResembles) {
  for (const std::string line : {"o quarto família", "la familiar", "the family room"}) {
    Guest g;
    g.say("quiero ver habitaciones del 14 al 17 de enero de 2027 para 2 adultos");
    ASSERT_EQ(g.last.action, domain::GuestAction::kOfferRooms) << g.texts();
    g.say(line);
    EXPECT_EQ(g.last.action, domain::GuestAction::kAskName) << line << ": " << g.texts();
  }
}

TEST(Booking, TooFewRoomsOfATypeAreNotNoneOfThem) {
  for (const std::string line : {"quiero reservar dos dobles del 14 al 17 de enero de 2027 para 4 adultos",
                                 "I want to book two doubles from 14 to 17 January 2027 for 4 adults",
                                 "quero reservar dois quartos duplos de 14 a 17 de janeiro de 2027 para 4 adultos"}) {
    Guest g;
    g.pms.named("Double Room").free = 1;
    g.say(line);
    EXPECT_FALSE(g.last.hand_over) << g.texts();
    EXPECT_THAT(g.texts(), AllOf(HasSubstr("Double Room"), HasSubstr(" 2 "))) << g.texts();
    for (const std::string none : {"no está disponible", "not available", "não está disponível"})
      EXPECT_THAT(g.texts(), Not(HasSubstr(none))) << line;
  }
}

TEST(Existing, AYesWithTheCodeOfAnotherBookingCancelsNeither) {
  for (const std::string line : {"sí, cancelá la QQ2K7P", "yes, cancel QQ2K7P", "sim, cancela a QQ2K7P"}) {
    Guest g;
    g.pms.bookings = g.bookings = {booked("HX7K2P"), booked("QQ2K7P")};
    g.pms.bookings[1].id = g.bookings[1].id = "other";
    g.say("cancelá la reserva HX7K2P");
    g.say(line);
    EXPECT_FALSE(g.last.cancel.has_value()) << line;
    EXPECT_THAT(g.texts(), HasSubstr("QQ2K7P")) << line;
  }
}

TEST(Existing, SayingTheWishOnceMoreIsNoYes) {
  for (const std::string line : {"quiero cancelar la reserva HX7K2P", "please cancel reservation HX7K2P"}) {
    Guest g;
    g.pms.bookings = g.bookings = {booked("HX7K2P")};
    g.say("cancelá la reserva HX7K2P");
    g.say(line);
    EXPECT_FALSE(g.last.cancel.has_value()) << line;
  }
  Guest g;
  g.pms.bookings = g.bookings = {booked("HX7K2P")};
  g.say("cancelá la reserva HX7K2P");
  g.say("cancelala");
  EXPECT_TRUE(g.last.cancel.has_value());
}

TEST(Existing, SomebodyElsesBookingIsNotChanged) {
  Guest g;
  g.phone = "34699999999";
  g.pms.bookings = {booked("HX7K2P")};
  g.say("mover la HX7K2P del 20 al 24 de enero de 2027");
  EXPECT_TRUE(g.last.hand_over);
  EXPECT_EQ(g.last.reason, "verify_identity");
  EXPECT_EQ(g.pms.asked, 0);
}

TEST(Booking, DifferentRoomsAreBookedTogether) {
  Guest g;
  g.say("quiero reservar del 14/01/2027 al 17/01/2027, 3 adultos y 2 chicos de 7 y 9");
  g.say("la familiar y una doble, a nombre de Gonzalo Vera");
  ASSERT_EQ(g.choices().size(), 2u) << g.texts();
  EXPECT_THAT(g.texts(), HasSubstr("USD 836.64"));
  g.say("dale");
  ASSERT_TRUE(g.last.book.has_value());
  EXPECT_THAT(g.last.book->request.room_type_ids, ::testing::UnorderedElementsAre("5", "2"));
  int people = 0;
  for (const auto& party : g.last.book->request.stay.rooms) people += party.people();
  EXPECT_EQ(people, 5);
}

}  // namespace
}  // namespace hotel::agent::testing
