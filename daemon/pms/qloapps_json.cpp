#include "pms/qloapps_json.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <cmath>
#include <cstdlib>

#include "wire/codec.h"

namespace hotel::pms {
namespace json = boost::json;
using json::value;
using wire::integer_of;
using wire::text_of;
namespace {

// Amounts are text ("3120.000000") in lists and numbers in hotel_ari.
std::int64_t cents_of(const value& row, std::string_view field) {
  const auto* amount = wire::member(row, field);
  if (amount == nullptr) return 0;
  if (amount->is_string()) return wire::parse_decimal(std::string_view(amount->get_string())).value_or(0);
  return std::llround(wire::number_of(row, field).value_or(0) * 100);
}

int int_of(const value& row, std::string_view field) {
  return static_cast<int>(integer_of(row, field).value_or(0));
}

std::optional<wire::Date> day_of(const value& row, std::string_view field) {
  return wire::parse_iso(std::string_view(text_of(row, field)).substr(0, 10));  // 0000-00-00 is no day
}

std::vector<std::string> ids_of(const value& associations, std::string_view field) {
  std::vector<std::string> out;
  if (const auto* list = wire::array_of(associations, field))
    for (const auto& entry : *list)
      if (auto id = text_of(entry, "id"); !id.empty()) out.push_back(std::move(id));
  return out;
}

std::size_t count_of(const value& object, std::string_view field) {
  const auto* rooms = wire::member(object, field);
  if (rooms == nullptr) return 0;
  if (rooms->is_object()) return rooms->get_object().size();
  return rooms->is_array() ? rooms->get_array().size() : 0;
}

std::vector<int> ages_of(const value& row) {
  std::vector<int> out;
  const auto text = text_of(row, "child_ages");  // JSON inside a string
  const auto list = wire::parse_json(text);
  if (!list || !list->is_array()) return out;
  for (const auto& age : list->get_array()) {
    const value holder{{"age", age}};
    if (const auto years = integer_of(holder, "age")) out.push_back(static_cast<int>(*years));
  }
  return out;
}

}  // namespace

bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= 18 && text.front() != '0' &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool id_less(const std::string& a, const std::string& b) {
  return a.size() != b.size() ? a.size() < b.size() : a < b;
}

std::optional<std::vector<value>> rows_of(const value& body) {
  if (body.is_array()) {
    if (body.get_array().empty()) return std::vector<value>{};
    return std::nullopt;
  }
  if (!body.is_object()) return std::nullopt;
  const auto& object = body.get_object();
  if (object.empty()) return std::vector<value>{};
  if (object.size() != 1 || !object.begin()->value().is_array()) return std::nullopt;
  const auto& list = object.begin()->value().get_array();
  return std::vector<value>(list.begin(), list.end());
}

std::optional<value> single_of(const value& body) {
  if (!body.is_object() || body.get_object().size() != 1 || !body.get_object().begin()->value().is_object())
    return std::nullopt;
  return body.get_object().begin()->value();
}

std::optional<OrderRow> order_from(const value& row) {
  OrderRow order;
  order.id = text_of(row, "id");
  if (!is_id(order.id)) return std::nullopt;
  order.reference = text_of(row, "reference");
  order.customer_id = text_of(row, "id_customer");
  order.source = text_of(row, "source");
  order.currency_id = text_of(row, "id_currency");
  order.state = int_of(row, "current_state");
  order.total_cents = cents_of(row, "total_paid_tax_incl");
  order.paid_cents = cents_of(row, "total_paid_real");
  if (const auto* associations = wire::member(row, "associations")) order.line_ids = ids_of(*associations, "bookings");
  return order;
}

std::optional<LineRow> line_from(const value& row) {
  LineRow line;
  line.id = text_of(row, "id");
  line.order_id = text_of(row, "id_order");
  const auto from = day_of(row, "date_from"), to = day_of(row, "date_to");
  if (!is_id(line.id) || !is_id(line.order_id) || !from || !to) return std::nullopt;
  line.from = *from;
  line.to = *to;
  line.left = day_of(row, "check_out");
  line.room_type_id = text_of(row, "id_product");
  line.hotel_id = text_of(row, "id_hotel");
  line.room_id = text_of(row, "id_room");
  line.room_number = text_of(row, "room_num");
  line.room_type_name = text_of(row, "room_type_name");
  line.status = int_of(row, "id_status");
  line.adults = int_of(row, "adults");
  line.children = int_of(row, "children");
  line.child_ages = ages_of(row);
  line.refunded = int_of(row, "is_refunded") != 0;
  line.cancelled = int_of(row, "is_cancelled") != 0;
  line.back_order = int_of(row, "is_back_order") != 0;
  line.net_cents = cents_of(row, "total_price_tax_excl");
  line.gross_cents = cents_of(row, "total_price_tax_incl");
  return line;
}

std::optional<CustomerRow> customer_from(const value& row) {
  CustomerRow c{text_of(row, "id"), text_of(row, "firstname"), text_of(row, "lastname"), text_of(row, "email"),
                text_of(row, "phone")};
  if (!is_id(c.id)) return std::nullopt;
  return c;
}

std::optional<Ari> ari_from(const value& body) {
  const auto* ari = wire::member(body, "hotel_ari");
  if (ari == nullptr || !ari->is_object()) return std::nullopt;
  Ari out;
  out.currency = text_of(*ari, "currency");
  const auto* types = wire::array_of(*ari, "room_types");  // missing: unknown hotel, or none is offered
  if (types == nullptr) return out;
  for (const auto& row : *types) {
    AriType type{text_of(row, "id_room_type"), text_of(row, "name"), 0, cents_of(row, "base_price_with_tax"),
                 cents_of(row, "total_price_with_tax")};
    if (!is_id(type.id)) continue;
    if (const auto* rooms = wire::member(row, "rooms"))
      type.available = static_cast<int>(count_of(*rooms, "available"));
    out.types.push_back(std::move(type));
  }
  return out;
}

std::int64_t AriType::one_room_cents(int rooms, int nights) const {
  const std::int64_t count = std::max(1, rooms);
  if (total_cents % count == 0) return total_cents / count;
  // The shop rounds the sum of all rooms once, so cents may be left over. Its price of a night tells one room's price
  // only where it is as near to the share as rounding allows; else the nearest cent is all that can be known. Cutting
  // the cents off would quote rooms of different types below what their lines come to. A booking of this type alone
  // goes by the total.
  const std::int64_t by_night = night_cents * nights;
  if (2 * std::llabs(by_night * count - total_cents) <= count) return by_night;
  return (2 * total_cents + count) / (2 * count);
}

std::optional<RoomTypeRow> room_type_from(const value& row) {
  RoomTypeRow type;
  type.id = text_of(row, "id");
  if (!is_id(type.id)) return std::nullopt;
  type.name = text_of(row, "name");
  type.tax_group = text_of(row, "id_tax_rules_group");
  type.active = int_of(row, "active") != 0;
  if (const auto* associations = wire::member(row, "associations")) type.services = ids_of(*associations, "services");
  return type;
}

std::optional<OccupancyRow> occupancy_from(const value& row) {
  OccupancyRow o{text_of(row, "id_product"), text_of(row, "id_hotel"), int_of(row, "max_adults"),
                 int_of(row, "max_children"), int_of(row, "max_guests")};
  if (!is_id(o.room_type_id)) return std::nullopt;
  return o;
}

std::optional<ServiceRow> service_from(const value& row) {
  ServiceRow service;
  service.id = text_of(row, "id");
  if (!is_id(service.id)) return std::nullopt;
  service.auto_added = int_of(row, "auto_add_to_cart") != 0;
  service.inside_price = int_of(row, "price_addition_type") == 1;
  service.per_night = int_of(row, "price_calculation_method") == 2;
  service.active = integer_of(row, "active").value_or(1) != 0;
  service.net_cents = cents_of(row, "price");
  return service;
}

std::optional<Booked> booked_from(const value& body) {
  const auto* booking = wire::member(body, "booking");
  if (booking == nullptr || !booking->is_object()) return std::nullopt;
  Booked out{text_of(*booking, "id"), text_of(*booking, "currency")};
  if (!is_id(out.id)) return std::nullopt;
  return out;
}

}  // namespace hotel::pms
