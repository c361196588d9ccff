// Every recorded answer of a real QloApps through our reading of it: both PHP versions, strict hosts, faults.
#include <gtest/gtest.h>
#include <map>
#include <set>

#include "pms/qloapps_booking.h"
#include "pms/qloapps_json.h"
#include "recordings.h"
#include "wire/codec.h"

namespace hotel::pms {
namespace {

using Kind = Answer::Kind;
using test::recording;

// By the contract's table «Failures and what they mean»; numbers as in the file names.
const std::set<int> kNoRow{8, 30, 195};
const std::set<int> kRefused{15,  18,  19,  26,  27,  28,  45,  47,  91,  95,  97,  103, 143,
                             144, 154, 184, 185, 186, 187, 188, 189, 190, 191, 201, 202};
const std::set<int> kSoldOut{28, 45, 47, 103, 143, 144, 184};
const std::set<int> kFault{2,  3,  5,  41, 50, 51, 52,  53,  54,  55,  56,  57,  59,  60,  63,  64,  65,  66,
                           67, 68, 69, 70, 71, 74, 106, 135, 136, 156, 168, 169, 170, 171, 172, 173, 174, 175};
const std::set<int> kUnknown{72, 75, 90, 92, 99, 132, 152, 164, 179, 196};

Kind expected(const test::Recording& r) {
  if (kNoRow.contains(r.number)) return Kind::kNoRow;
  if (kRefused.contains(r.number)) return Kind::kRefused;
  if (kFault.contains(r.number)) return Kind::kFault;
  if (kUnknown.contains(r.number)) return Kind::kUnknown;
  if (r.asks_json) return Kind::kOk;
  return r.effect == Effect::kWrite ? Kind::kUnknown : Kind::kFault;  // an answer in XML is none that we asked for
}

boost::json::value body(int number) {
  return *wire::parse_json(recording(number).response.body);
}
std::vector<boost::json::value> rows(int number) {
  return *rows_of(body(number));
}
LineRow line(int number, std::size_t index = 0) {
  auto row = rows(number).at(index);
  // Some recordings asked for a few fields only; a line without its nights is none for us, so they get some.
  for (const auto* field : {"date_from", "date_to"}) row.as_object().emplace(field, "2027-01-01 00:00:00");
  return line_from(row).value();
}

TEST(Recordings, EachMeansWhatTheContractSays) {
  const auto all = test::recordings();
  ASSERT_EQ(all.size(), 197u);
  for (const auto& r : all) {
    const auto answer = read_answer(r.response, r.effect);
    EXPECT_EQ(answer.kind, expected(r)) << r.number << " " << r.name << ": " << answer.detail;
    EXPECT_EQ(answer.sold_out, kSoldOut.contains(r.number)) << r.number << " " << r.name;
    if (answer.kind != Kind::kOk) EXPECT_FALSE(answer.detail.empty()) << r.number;
    if (answer.kind == Kind::kUnknown) EXPECT_EQ(error_of(answer).code, base::ErrorCode::kOutcomeUnknown);
  }
}

TEST(Recordings, AWrongKeyDoesNotCountAsIllness) {
  for (const int number : {2, 3, 50, 51, 52, 53, 54, 55})
    EXPECT_FALSE(read_answer(recording(number).response, Effect::kRead).counts) << number;
  for (const int number : {57, 63, 65, 67, 68, 69})
    EXPECT_TRUE(read_answer(recording(number).response, Effect::kRead).counts) << number;
}

TEST(Recordings, EveryFullListIsReadRowByRow) {
  int lists = 0;
  for (const auto& r : test::recordings()) {
    if (!r.asks_json || r.method != "GET" || r.path.find("display=full") == std::string::npos) continue;
    const auto answer = read_answer(r.response, r.effect);
    if (answer.kind != Kind::kOk) continue;
    const auto list = rows_of(answer.body);
    ASSERT_TRUE(list) << r.name;
    ++lists;
    for (const auto& row : *list) {
      if (r.path.starts_with("/api/room_bookings")) EXPECT_TRUE(line_from(row)) << r.name;
      if (r.path.starts_with("/api/orders")) EXPECT_TRUE(order_from(row)) << r.name;
      if (r.path.starts_with("/api/customers")) EXPECT_TRUE(customer_from(row)) << r.name;
      if (r.path.starts_with("/api/room_types")) EXPECT_TRUE(room_type_from(row)) << r.name;
      if (r.path.starts_with("/api/hotel_room_types")) EXPECT_TRUE(occupancy_from(row)) << r.name;
    }
  }
  EXPECT_EQ(lists, 18);
}

TEST(Recordings, Availability) {
  const auto ari = *ari_from(body(12));
  EXPECT_EQ(ari.currency, "USD");
  ASSERT_EQ(ari.types.size(), 4u);
  EXPECT_EQ(ari.types[0].available, 5);
  EXPECT_EQ(ari.types[0].night_cents, 130000);
  EXPECT_EQ(ari.types[0].total_cents, 390000);
  EXPECT_EQ(ari_from(body(14))->types[0].total_cents, 780000);  // two rooms
  EXPECT_EQ(ari_from(body(46))->types[0].available, 0);         // [] where an object stands
  EXPECT_EQ(ari_from(body(121))->types.size(), 3u);             // the inactive type is left out
  EXPECT_EQ(ari_from(body(122))->types[0].available, 0);        // shorter than the least stay
  const auto php74 = *ari_from(body(150));
  EXPECT_EQ(php74.types[0].id, "1");
  EXPECT_EQ(php74.types[0].available, 4);
}

TEST(Recordings, UnknownHotelHasNoTypes) {
  const auto none = ari_from(*wire::parse_json(R"({"hotel_ari":{"id_hotel":"99","currency":"USD"}})"));
  ASSERT_TRUE(none);
  EXPECT_TRUE(none->types.empty());
  EXPECT_FALSE(ari_from(*wire::parse_json("[]")));
}

TEST(Recordings, Lines) {
  const auto own = line(159);
  EXPECT_EQ(own.id, "1");
  EXPECT_EQ(own.room_id, "1");
  EXPECT_EQ(own.room_number, "GR-101");
  EXPECT_EQ(own.adults, 2);
  EXPECT_EQ(own.child_ages, std::vector<int>{6});
  EXPECT_EQ(own.gross_cents, 312000);
  EXPECT_FALSE(own.dead());
  EXPECT_FALSE(own.left);  // 0000-00-00 is no day
  const auto php74 = line(151);
  EXPECT_FALSE(php74.dead());  // "0" is not true
  EXPECT_EQ(php74.hotel_id, "1");
  EXPECT_TRUE(line(130).dead());  // lost the last room
  const auto kept = line(128);    // overbooked and kept by the shop's rule
  EXPECT_TRUE(kept.back_order);
  EXPECT_FALSE(kept.refunded);
  EXPECT_TRUE(kept.dead());
  EXPECT_TRUE(line(198).cancelled);
}

TEST(Recordings, AnEarlyCheckOutFreesTheRoom) {
  const auto r = recording(139);
  const auto value = body(139);
  const auto list = rows_of(value);
  const auto row = list && !list->empty() ? line_from(list->front()) : line_from(*single_of(value));
  ASSERT_TRUE(row);
  EXPECT_EQ(row->status, 3);
  ASSERT_TRUE(row->left);
  EXPECT_EQ(row->free_from(), *row->left < row->to ? *row->left : row->to);
}

TEST(Recordings, TwinsAreBothLive) {
  const auto first = line(125, 0), second = line(125, 1);
  EXPECT_EQ(first.room_id, second.room_id);
  EXPECT_FALSE(first.dead() || second.dead());
  EXPECT_TRUE(id_less(first.id, second.id));
}

TEST(Recordings, Orders) {
  const auto order = *order_from(*single_of(body(162)));
  EXPECT_EQ(order.state, 4);
  EXPECT_EQ(order.total_cents, 390000);
  EXPECT_EQ(order.paid_cents, 0);
  EXPECT_EQ(order.source, "agente-hotelero/0f9c2a7e");
  ASSERT_TRUE(order.line_ids);
  EXPECT_EQ(*order.line_ids, std::vector<std::string>{"2"});
  EXPECT_EQ(order_from(rows(112).at(0))->source, "agente-hotelero/7f3c9a");
  EXPECT_TRUE(rows(113).empty());
  EXPECT_EQ(order_from(rows(129).at(0))->state, 1);  // the loser's order looks like any other
}

TEST(Recordings, CatalogueOfTheShop) {
  const auto type = *room_type_from(rows(9).at(0));
  EXPECT_EQ(type.name, "General Rooms");
  EXPECT_EQ(type.tax_group, "1");
  EXPECT_TRUE(type.active);
  EXPECT_EQ(type.services.front(), "5");
  const auto other_hotel = *occupancy_from(rows(142).back());
  EXPECT_EQ(other_hotel.hotel_id, "2");
  EXPECT_EQ(other_hotel.max_adults, 2);
  EXPECT_EQ(other_hotel.max_guests, 3);
  std::map<std::string, std::string> settings;
  for (const int number : {137, 163})
    for (const auto& row : rows(number)) settings[wire::text_of(row, "name")] = wire::text_of(row, "value");
  EXPECT_EQ(settings["PS_OS_CANCELED"], "4");
  EXPECT_EQ(settings["PS_TIMEZONE"], "US/Eastern");
  EXPECT_TRUE(base::HotelZone::exists(settings["PS_TIMEZONE"]));
}

TEST(Recordings, AnswersOfBookings) {
  EXPECT_EQ(booked_from(body(158))->id, "1");
  EXPECT_EQ(booked_from(body(181))->currency, "USD");  // EUR was asked for
  EXPECT_FALSE(booked_from(*wire::parse_json("{\"booking\":{}}")));
  EXPECT_FALSE(booked_from(*wire::parse_json("[]")));
}

TEST(Recordings, PeopleWithoutSecrets) {
  const auto guest = *customer_from(rows(110).at(1));
  EXPECT_EQ(guest.first_name, "Ana");
  EXPECT_EQ(guest.phone, "+34 600 100 200");
}

TEST(Recordings, OddListsAreNotLists) {
  EXPECT_TRUE(rows_of(*wire::parse_json("[]"))->empty());
  EXPECT_TRUE(rows_of(*wire::parse_json("{}"))->empty());
  EXPECT_TRUE(rows_of(*wire::parse_json("{\"orders\":[]}"))->empty());
  for (const auto* odd : {"[1]", "{\"order\":{}}", "{\"a\":[],\"b\":[]}"})
    EXPECT_FALSE(rows_of(*wire::parse_json(odd))) << odd;
}

}  // namespace
}  // namespace hotel::pms
