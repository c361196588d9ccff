// Rows of the QloApps webservice as values. Read by field, never by JSON type: PHP 7.4 sends integers as text, and an
// empty list stands where an object should. A row that lacks what it is for is left out. Pure.
#pragma once

#include <boost/json/value.hpp>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/stay.h"
#include "wire/booking.h"

namespace hotel::pms {

struct OrderRow {
  std::string id, reference, customer_id, source, currency_id;
  int state = 0;
  std::int64_t total_cents = 0, paid_cents = 0;
  std::optional<std::vector<std::string>> line_ids;  // only when the order was read by its id
};

struct LineRow {
  std::string id, order_id, room_type_id, hotel_id, room_id, room_number, room_type_name;
  int status = 0;  // 1 allotted, 2 checked in, 3 checked out
  wire::Date from{}, to{};
  std::optional<wire::Date> left;  // check_out of a guest who left
  int adults = 0;
  std::vector<int> child_ages;
  int children = 0;
  bool refunded = false, cancelled = false, back_order = false;
  std::int64_t net_cents = 0, gross_cents = 0;

  bool dead() const { return refunded || cancelled || back_order; }
  wire::Date free_from() const { return status == 3 && left && *left < to ? *left : to; }
};

struct CustomerRow {
  std::string id, first_name, last_name, email, phone;
};

struct AriType {
  std::string id, name;
  int available = 0;
  std::int64_t night_cents = 0, total_cents = 0;  // with tax; total: all asked rooms, all nights

  std::int64_t one_room_cents(int rooms, int nights) const;  // one of the asked rooms, all nights
};

struct Ari {
  std::string currency;
  std::vector<AriType> types;
};

struct RoomTypeRow {
  std::string id, name, tax_group;
  bool active = false;
  std::vector<std::string> services;
};

struct OccupancyRow {
  std::string room_type_id, hotel_id;
  int max_adults = 0, max_children = 0, max_guests = 0;
};

struct ServiceRow {
  std::string id;
  bool auto_added = false, inside_price = false, per_night = false, active = true;
  std::int64_t net_cents = 0;
};

// The rows of a list answer (`{"orders":[…]}`, `{"rooms":[…]}`); [] and {} are empty. Nothing: not a list at all.
std::optional<std::vector<boost::json::value>> rows_of(const boost::json::value& body);
std::optional<boost::json::value> single_of(const boost::json::value& body);  // `{"order":{…}}`

std::optional<OrderRow> order_from(const boost::json::value& row);
std::optional<LineRow> line_from(const boost::json::value& row);
std::optional<CustomerRow> customer_from(const boost::json::value& row);
std::optional<Ari> ari_from(const boost::json::value& body);
std::optional<RoomTypeRow> room_type_from(const boost::json::value& row);
std::optional<OccupancyRow> occupancy_from(const boost::json::value& row);
std::optional<ServiceRow> service_from(const boost::json::value& row);

// id and currency of `{"booking":{…}}`, the answer of a POST; nothing when there is no id.
struct Booked {
  std::string id, currency;
};
std::optional<Booked> booked_from(const boost::json::value& body);

bool id_less(const std::string& a, const std::string& b);  // as numbers
bool is_id(std::string_view text);                         // digits, not zero

}  // namespace hotel::pms
