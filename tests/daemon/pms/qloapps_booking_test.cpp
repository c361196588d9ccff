// Bodies that we send, against recordings 158 and 160, and bookings put together from recorded rows.
#include "pms/qloapps_booking.h"

#include <gtest/gtest.h>

#include "hand_clock.h"
#include "pms/qloapps_xml.h"
#include "recordings.h"
#include "wire/codec.h"

namespace hotel::pms {
namespace {

using test::day;
using test::recording;

Catalogue shop() {
  Catalogue out;
  out.currency = "USD";
  out.currencies = {{"1", "USD"}, {"2", "EUR"}};
  out.cancelled_state = "4";
  out.dead_states = {4, 5, 6};
  out.types["1"] = {"1", "General Rooms", "1", true, {"5", "6", "7"}};
  out.services["5"] = {"5", true, true, true, true, 25000};
  out.services["6"] = {"6", false, true, false, true, 1000};  // not added by itself
  out.services["7"] = {"7", true, false, false, true, 2000};  // a separate fee
  return out;
}

domain::BookingRequest request() {
  domain::BookingRequest out;
  out.marker = "agente-hotelero/0f9c2a7e";
  out.stay = {day("2027-03-12"), day("2027-03-15"), {domain::Party{2, {6}}}};
  out.room_type_ids = {"1"};
  return out;
}

const boost::json::value& at(const boost::json::value& value, std::initializer_list<const char*> path) {
  const auto* here = &value;
  for (const auto* step : path)
    here = step[0] >= '0' && step[0] <= '9' ? &here->as_array().at(static_cast<std::size_t>(step[0] - '0'))
                                            : &here->as_object().at(step);
  return *here;
}

TEST(QloAppsBooking, BodyIsTheRecordedOneWithoutAddressAndRemark) {
  auto expected = *wire::parse_json(recording(158).request_body);
  auto& booking = expected.as_object().at("booking").as_object();
  booking["remark"] = "";
  auto& customer = booking.at("associations").as_object().at("customer_detail").as_object();
  for (const auto* field : {"address", "city", "zip", "country_code"}) customer.erase(field);
  const auto body =
      wire::parse_json(booking_body(shop(), "1", request(), {"Ana", "Garcia", "rec@example.com", "+34 600 100 200"}));
  ASSERT_TRUE(body);
  EXPECT_EQ(*body, expected);
}

TEST(QloAppsBooking, RoomsWithoutChildrenAndSeveralRooms) {
  auto wanted = request();
  wanted.stay.rooms = {domain::Party{2, {}}, domain::Party{1, {4, 7}}};
  wanted.room_type_ids = {"1", "1"};
  const auto body = *wire::parse_json(booking_body(shop(), "1", wanted, {"Ana", "Garcia", "a@example.com", "600"}));
  const auto& type = at(body, {"booking", "associations", "room_types", "0"});
  EXPECT_EQ(at(type, {"number_of_rooms"}).to_number<int>(), 2);
  const auto& rooms = at(type, {"rooms"}).as_array();
  ASSERT_EQ(rooms.size(), 2u);
  EXPECT_FALSE(rooms[0].as_object().contains("child_ages"));
  EXPECT_EQ(at(rooms[1], {"child"}).to_number<int>(), 2);
  EXPECT_EQ(at(rooms[1], {"child_ages", "1"}).to_number<int>(), 7);
  EXPECT_EQ(at(rooms[1], {"adult"}).to_number<int>(), 1);
  EXPECT_EQ(at(rooms[1], {"adults"}).to_number<int>(), 1);
}

TEST(QloAppsBooking, EveryTypeIsOneEntryWithItsOwnRoomsServicesAndTaxGroup) {
  auto catalogue = shop();
  catalogue.types["3"] = {"3", "Suite", "9", true, {}};
  auto wanted = request();
  wanted.stay.rooms = {domain::Party{2, {}}, domain::Party{1, {4}}, domain::Party{3, {}}};
  wanted.room_type_ids = {"3", "1", "3"};
  const auto body = *wire::parse_json(booking_body(catalogue, "1", wanted, {"Ana", "Garcia", "a@example.com", "600"}));
  const auto& types = at(body, {"booking", "associations", "room_types"}).as_array();
  ASSERT_EQ(types.size(), 2u);
  EXPECT_EQ(at(types[0], {"id_room_type"}).to_number<int>(), 3);
  EXPECT_EQ(at(types[0], {"number_of_rooms"}).to_number<int>(), 2);
  ASSERT_EQ(at(types[0], {"rooms"}).as_array().size(), 2u);
  EXPECT_EQ(at(types[0], {"rooms", "0", "adult"}).to_number<int>(), 2);
  EXPECT_EQ(at(types[0], {"rooms", "1", "adult"}).to_number<int>(), 3);
  EXPECT_EQ(at(types[0], {"rooms", "0", "id_tax_rules_group"}).to_number<int>(), 9);
  EXPECT_FALSE(at(types[0], {"rooms", "0"}).as_object().contains("services"));
  EXPECT_EQ(at(types[1], {"id_room_type"}).to_number<int>(), 1);
  EXPECT_EQ(at(types[1], {"number_of_rooms"}).to_number<int>(), 1);
  EXPECT_EQ(at(types[1], {"rooms", "0", "child_ages", "0"}).to_number<int>(), 4);
  EXPECT_EQ(at(types[1], {"rooms", "0", "services", "0", "id_service"}).to_number<int>(), 5);
  for (const auto& type : types) {
    EXPECT_EQ(at(type, {"checkin_date"}).as_string(), "2027-03-12");
    EXPECT_EQ(at(type, {"checkout_date"}).as_string(), "2027-03-15");
  }
}

TEST(QloAppsBooking, OneOfSeveralRoomsCostsItsShareOfTheTotal) {
  const auto share = [](std::int64_t total, int rooms, std::int64_t night) {
    return AriType{"1", "Room", 5, night, total}.one_room_cents(rooms, 3);
  };
  EXPECT_EQ(share(33264, 1, 11088), 33264);
  EXPECT_EQ(share(66528, 2, 11088), 33264);
  EXPECT_EQ(share(60000, 2, 11088), 30000);  // nights of different prices: the total counts
  EXPECT_EQ(share(10001, 3, 1111), 3334);    // by nights a cent less: the nearest
  EXPECT_EQ(share(10000, 3, 1111), 3333);
  EXPECT_EQ(share(10000, 3, 1112), 3333);  // 3336 is no rounding of 3333.33
  EXPECT_EQ(share(9007, 2, 1501), 4503);   // 4503.50: the night knows that it is 4503
}

TEST(QloAppsBooking, ChangeBodyIsTheRecordedOne) {
  const auto expected = *wire::parse_json(recording(160).request_body);
  OrderRow order;
  order.id = "1";
  order.currency_id = "1";
  domain::Stay stay{day("2027-03-13"), day("2027-03-16"), {domain::Party{2, {6}}}};
  const auto body = *wire::parse_json(
      change_body(shop(), "1", order, "1", stay, {"Ana", "Garcia", "rec@example.com", "+34 600 100 200"}));
  EXPECT_EQ(body, expected);
}

TEST(QloAppsBooking, XmlBodiesAreTheRecordedOnes) {
  EXPECT_EQ(ari_xml("1", {day("2027-03-12"), day("2027-03-15"), {domain::Party{2, {}}}}), [] {
    auto body = recording(12).request_body;
    std::erase(body, '\n');  // between declaration and root
    return body;
  }());
  auto history = recording(197).request_body;
  std::erase(history, '\n');
  EXPECT_EQ(order_history_xml("1", "4"), history);
}

TEST(QloAppsBooking, PutTogetherFromRecordedRows) {
  const auto order = order_from(*single_of(*wire::parse_json(recording(162).response.body)));
  const auto lines = rows_of(*wire::parse_json(recording(159).response.body));
  ASSERT_TRUE(order && lines);
  const auto line = line_from(lines->at(0));
  ASSERT_TRUE(line);
  const CustomerRow guest{"2", "Ana", "Garcia", "rec@example.com", "+34 600 100 200"};
  const auto booking = booking_from(shop(), *order, {*line}, &guest, 5);
  EXPECT_EQ(booking.reference, "CUUWNAPNC");
  EXPECT_EQ(booking.state, wire::BookingState::kCancelled);  // by the order's state
  EXPECT_EQ(booking.total, (wire::Money{390000, "USD"}));
  EXPECT_EQ(booking.guest_name, "Ana Garcia");
  ASSERT_EQ(booking.rooms.size(), 1u);
  EXPECT_EQ(booking.rooms[0].room, "GR-101");
  EXPECT_EQ(booking.rooms[0].children, 1);
  EXPECT_EQ(booking.read_at, 5);
}

TEST(QloAppsBooking, StatesOfLines) {
  OrderRow order;
  order.id = "1";
  order.state = 1;
  LineRow confirmed, inside, left, dead;
  inside.status = 2;
  left.status = 3;
  dead.refunded = true;
  const auto state = [&](std::vector<LineRow> lines) { return booking_from(shop(), order, lines, nullptr, 0).state; };
  EXPECT_EQ(state({confirmed}), wire::BookingState::kConfirmed);
  EXPECT_EQ(state({inside, confirmed}), wire::BookingState::kCheckedIn);
  EXPECT_EQ(state({left, left}), wire::BookingState::kCheckedOut);
  EXPECT_EQ(state({left, confirmed}), wire::BookingState::kConfirmed);
  EXPECT_EQ(state({dead}), wire::BookingState::kCancelled);
  EXPECT_EQ(state({dead, inside}), wire::BookingState::kCheckedIn);
  for (const int dead_state : {4, 5, 6}) {
    order.state = dead_state;
    EXPECT_EQ(state({confirmed}), wire::BookingState::kCancelled);
  }
}

TEST(QloAppsBooking, Markers) {
  EXPECT_TRUE(sound_marker("agente-hotelero/0f9c2a7e"));
  for (const auto* bad : {"", "a b", "a|b", "a,b", "[a]", "a%b", "ñ", "<a"}) EXPECT_FALSE(sound_marker(bad)) << bad;
}

}  // namespace
}  // namespace hotel::pms
