#include "pms/qloapps_booking.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <cmath>

namespace hotel::pms {
namespace json = boost::json;
namespace {

constexpr std::int64_t kRoundingCents = 5;

std::int64_t number(const std::string& id) {
  return is_id(id) ? std::stoll(id) : 0;
}

json::array services_of(const Catalogue& shop, const std::string& type_id, const std::string& tax_group) {
  json::array out;
  for (const auto& service : shop.auto_added(type_id))
    out.push_back({{"id_service", number(service.id)}, {"quantity", 1}, {"id_tax_rules_group", number(tax_group)}});
  return out;
}

// `adult` is what QloApps reads, `adults` what it documents; `child` counts only with the ages. The tax group keeps
// strict hosts from answering 500 after the booking was made.
json::array rooms_of(const Catalogue& shop, const std::string& type_id, const std::vector<domain::Party>& parties) {
  const auto type = shop.types.find(type_id);
  const std::string tax_group = type == shop.types.end() ? "" : type->second.tax_group;
  json::array rooms;
  for (const auto& party : parties) {
    json::object room{{"adult", party.adults}, {"adults", party.adults}, {"child", party.child_ages.size()}};
    if (!party.child_ages.empty()) room["child_ages"] = json::array(party.child_ages.begin(), party.child_ages.end());
    room["id_tax_rules_group"] = number(tax_group);
    if (auto services = services_of(shop, type_id, tax_group); !services.empty())
      room["services"] = std::move(services);
    rooms.push_back(std::move(room));
  }
  return rooms;
}

// One entry for all rooms of a type: QloApps refuses a second one with the same type and days.
json::array room_types(const Catalogue& shop, const std::vector<std::string>& type_ids, const domain::Stay& stay) {
  json::array out;
  for (auto id = type_ids.begin(); id != type_ids.end(); ++id) {
    if (std::find(type_ids.begin(), id, *id) != id) continue;
    std::vector<domain::Party> parties;
    for (std::size_t i = 0; i < stay.rooms.size() && i < type_ids.size(); ++i)
      if (type_ids[i] == *id) parties.push_back(stay.rooms[i]);
    out.push_back({{"id_room_type", number(*id)},
                   {"checkin_date", wire::to_iso(stay.check_in)},
                   {"checkout_date", wire::to_iso(stay.check_out)},
                   {"number_of_rooms", parties.size()},
                   {"rooms", rooms_of(shop, *id, parties)}});
  }
  return out;
}

json::object customer(const GuestDetails& guest) {
  return {
      {"firstname", guest.first_name}, {"lastname", guest.last_name}, {"email", guest.email}, {"phone", guest.phone}};
}

wire::BookingState state_of(const LineRow& line) {
  if (line.dead()) return wire::BookingState::kCancelled;
  if (line.status == 2) return wire::BookingState::kCheckedIn;
  if (line.status == 3) return wire::BookingState::kCheckedOut;
  return wire::BookingState::kConfirmed;  // 1, and what later versions add
}

wire::BookingState state_of(const Catalogue& shop, const OrderRow& order, const std::vector<LineRow>& lines) {
  if (shop.dead_states.contains(order.state)) return wire::BookingState::kCancelled;
  bool live = false, inside = false, all_left = true;
  for (const auto& line : lines) {
    if (line.dead()) continue;
    live = true;
    inside = inside || line.status == 2;
    all_left = all_left && line.status == 3;
  }
  if (!live) return lines.empty() ? wire::BookingState::kConfirmed : wire::BookingState::kCancelled;
  return inside     ? wire::BookingState::kCheckedIn
         : all_left ? wire::BookingState::kCheckedOut
                    : wire::BookingState::kConfirmed;
}

}  // namespace

std::string booking_body(const Catalogue& shop, const std::string& hotel_id, const domain::BookingRequest& request,
                         const GuestDetails& guest) {
  const json::object booking{
      {"id_property", number(hotel_id)},
      {"currency", shop.currency},
      {"booking_status", 1},
      {"payment_status", 3},  // 1 would record the full price as received
      {"source", request.marker},
      {"remark", ""},
      {"id_language", 1},
      {"associations",
       {{"customer_detail", customer(guest)},
        {"price_details", {{"total_paid", 0}}},
        {"payment_detail",
         {{"payment_type", "pay at hotel"}, {"payment_method", "Pay at hotel"}, {"transaction_id", ""}}},
        {"room_types", room_types(shop, request.room_type_ids, request.stay)}}}};
  return json::serialize(json::object{{"booking", booking}});
}

std::string change_body(const Catalogue& shop, const std::string& hotel_id, const OrderRow& order,
                        const std::string& type_id, const domain::Stay& stay, const GuestDetails& guest) {
  const std::vector<std::string> type_ids(stay.rooms.size(), type_id);
  // Without booking_status, payment_status and price_details, or a paid booking falls back to «awaiting».
  const json::object booking{
      {"id", number(order.id)},
      {"id_property", number(hotel_id)},
      {"currency", shop.currency_of(order)},
      {"associations", {{"customer_detail", customer(guest)}, {"room_types", room_types(shop, type_ids, stay)}}}};
  return json::serialize(json::object{{"booking", booking}});
}

wire::Booking booking_from(const Catalogue& shop, const OrderRow& order, const std::vector<LineRow>& lines,
                           const CustomerRow* customer, wire::Millis read_at) {
  wire::Booking out;
  out.id = order.id;
  out.reference = order.reference;
  out.source = order.source;
  out.state = state_of(shop, order, lines);
  const auto currency = shop.currency_of(order);
  out.total = {order.total_cents, currency};
  out.paid = {order.paid_cents, currency};
  out.read_at = read_at;
  if (customer != nullptr) {
    out.guest_name = customer->first_name;
    if (!customer->last_name.empty() && customer->last_name != customer->first_name)
      out.guest_name.append(out.guest_name.empty() ? "" : " ").append(customer->last_name);
    out.phone = customer->phone;
    out.email = customer->email;
  }
  for (const auto& line : lines) {
    wire::BookedRoom room{line.id, line.room_type_name, line.room_number, line.from,
                          line.to, line.adults,         line.children,    state_of(line)};
    if (out.state == wire::BookingState::kCancelled) room.state = wire::BookingState::kCancelled;
    out.rooms.push_back(std::move(room));
  }
  return out;
}

bool matches(const std::vector<LineRow>& lines, const std::string& type_id, const domain::Stay& stay) {
  return lines.size() == stay.rooms.size() && std::all_of(lines.begin(), lines.end(), [&](const LineRow& line) {
           return !line.dead() && line.room_type_id == type_id && line.from == stay.check_in &&
                  line.to == stay.check_out;
         });
}

std::optional<std::string> why_not_changeable(const Catalogue& shop, const OrderRow& order,
                                              const std::vector<LineRow>& lines) {
  if (shop.dead_states.contains(order.state)) return "the booking is cancelled";
  if (lines.empty()) return "the booking has no room";
  std::int64_t rooms = 0;
  double with_services = 0;
  for (const auto& line : lines) {
    if (line.dead()) return "a room of the booking is cancelled";
    if (line.status != 1) return "the guest has already arrived";
    if (line.room_type_id != lines.front().room_type_id || line.from != lines.front().from ||
        line.to != lines.front().to)
      return "the booking has different rooms or days";
    rooms += line.gross_cents;
    const double tax =
        line.net_cents > 0 ? static_cast<double>(line.gross_cents) / static_cast<double>(line.net_cents) : 1.0;
    const int nights = wire::nights_between(line.from, line.to);
    for (const auto& service : shop.auto_added(line.room_type_id))
      with_services += static_cast<double>(service.net_cents) * tax * (service.per_night ? nights : 1);
  }
  // A PUT takes away every service and facility that it does not name, and no list tells which there are.
  const auto near = [&](std::int64_t cents) {
    return std::llabs(order.total_cents - cents) <= kRoundingCents * std::ssize(lines);
  };
  if (!near(rooms) && !near(rooms + std::llround(with_services))) return "the booking contains more than its rooms";
  return std::nullopt;
}

bool sound_marker(std::string_view marker) {
  return !marker.empty() && marker.size() <= 120 && std::all_of(marker.begin(), marker.end(), [](unsigned char c) {
    return c > 0x20 && c < 0x7F && std::string_view("[]|,%<>!").find(static_cast<char>(c)) == std::string_view::npos;
  });
}

}  // namespace hotel::pms
