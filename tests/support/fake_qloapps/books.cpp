// Bookings of the fake shop: made, changed, cancelled.
#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <chrono>
#include <fmt/format.h>
#include <set>

#include "support/fake_qloapps/fake_qloapps.h"
#include "wire/codec.h"
#include "wire/money.h"
#include "wire/time.h"

namespace hotel::test {
namespace json = boost::json;
using qlo::Refusal;
using wire::integer_of;
using wire::text_of;
namespace {

constexpr int kAwaiting = 1, kCancelled = 4, kRefunded = 5;

Refusal broken() {
  return {500, 0, ""};
}
Refusal refusal(std::string message) {
  return {400, 404, std::move(message)};
}

bool good_name(const std::string& name) {
  return !name.empty() && name.size() <= 64 &&
         name.find_first_of("0123456789!<>,;?=+()@#\"{}_$%:|") == std::string::npos;
}

bool good_phone(const std::string& phone) {
  if (phone.empty() || phone.size() > 32 || phone.back() < '0' || phone.back() > '9') return false;
  for (std::size_t i = 0; i < phone.size(); ++i)
    if (phone[i] == '+' ? i != 0 : std::string("0123456789 .()-").find(phone[i]) == std::string::npos) return false;
  return true;
}

bool good_email(const std::string& email) {
  const auto at = email.find('@');
  return at != std::string::npos && at > 0 && email.find('.', at) != std::string::npos &&
         email.find(' ') == std::string::npos;
}

int nights(const std::string& from, const std::string& to) {
  return wire::nights_between(*wire::parse_iso(from.substr(0, 10)), *wire::parse_iso(to.substr(0, 10)));
}

std::string amount(std::int64_t cents) {
  return fmt::format("{}0000", wire::to_decimal(cents));
}

std::string day_of(const json::value& entry, const char* field, const char* what) {
  const auto text = text_of(entry, field);
  if (text.find('T') != std::string::npos || !wire::parse_iso(text.substr(0, 10)))
    throw refusal(fmt::format("Invalid check {} date in the request", what));
  return text.substr(0, 10);
}

bool dead(const qlo::Row& line) {
  return line.at("is_refunded") != 0 || line.at("is_cancelled") != 0 || line.at("is_back_order") != 0;
}

}  // namespace

int FakeQloApps::type_named(const std::string& name) const {
  for (std::size_t i = 0; i < types_.size(); ++i)
    if (types_[i].name == name) return static_cast<int>(i) + 1;
  throw std::invalid_argument("no such room type: " + name);
}

bool FakeQloApps::taken(std::int64_t room, const std::string& from, const std::string& to) const {
  for (const auto& line : lines_) {
    if (line.at("id_room") != room || line.at("is_refunded") != 0 || line.at("is_back_order") != 0) continue;
    auto until = text_of(line, "date_to").substr(0, 10);
    if (line.at("id_status") == 3) until = text_of(line, "check_out").substr(0, 10);
    if (text_of(line, "date_from").substr(0, 10) < to && from < until) return true;
  }
  return std::any_of(blocked_.begin(), blocked_.end(), [&](const auto& b) {
    return std::get<0>(b) == room && std::get<1>(b) < to && from < std::get<2>(b);
  });
}

std::vector<std::int64_t> FakeQloApps::free_rooms(int type, const std::string& from, const std::string& to) const {
  std::vector<std::int64_t> out;
  for (const auto& room : rooms_)
    if (room.at("id_product") == type && !taken(room.at("id").as_int64(), from, to))
      out.push_back(room.at("id").as_int64());
  return out;
}

qlo::Row* FakeQloApps::order_row(std::int64_t id) {
  const auto it = std::find_if(orders_.begin(), orders_.end(), [&](const auto& row) { return row.at("id") == id; });
  return it == orders_.end() ? nullptr : &*it;
}

std::vector<qlo::Row*> FakeQloApps::lines_of(std::int64_t order_id) {
  std::vector<qlo::Row*> out;
  for (auto& line : lines_)
    if (line.at("id_order") == order_id) out.push_back(&line);
  return out;
}

void FakeQloApps::check(const json::object& booking) const {
  const json::value value(booking);
  if (text_of(value, "currency") != "USD") throw refusal("Please provide valid currency.");
  if (text_of(value, "id_property") != "1") throw refusal("Please provide a valid id_property.");
  const auto* associations = wire::member(value, "associations");
  if (associations == nullptr) throw broken();
  const auto* detail = wire::member(*associations, "customer_detail");
  for (const auto& [field, what] :
       {std::pair{"firstname", "firstname"}, {"lastname", "lastname"}, {"email", "email"}, {"phone", "phone number"}})
    if (detail == nullptr || text_of(*detail, field).find_first_not_of(' ') == std::string::npos)
      throw refusal(fmt::format("Please provide a valid {}.", what));
  if (const auto* payment = wire::member(*associations, "payment_detail")) {
    const auto type = text_of(*payment, "payment_type");
    if (type != "online" && type != "remote" && type != "pay at hotel") throw refusal("Invalid payment type.");
  }
}

// Rooms for what is asked, the lowest free ones; parties are taken as they come.
std::vector<FakeQloApps::Choice> FakeQloApps::choose(const json::array& room_types,
                                                     const std::vector<std::int64_t>& not_these, bool dot) const {
  std::vector<Choice> out;
  std::set<std::int64_t> used(not_these.begin(), not_these.end());
  std::set<std::tuple<int, std::string, std::string>> entries;
  for (const auto& entry : room_types) {
    const auto from = day_of(entry, "checkin_date", "in"), to = day_of(entry, "checkout_date", "out");
    const auto type = static_cast<int>(integer_of(entry, "id_room_type").value_or(0));
    if (type < 1 || type > static_cast<int>(types_.size())) throw refusal("Invalid room type in the request");
    const auto count =
        static_cast<std::size_t>(std::max<std::int64_t>(1, integer_of(entry, "number_of_rooms").value_or(0)));
    const auto* rooms = wire::array_of(entry, "rooms");
    if (rooms != nullptr && !rooms->empty() && rooms->size() != count)
      throw refusal("Room count does not matches the rooms in the request");
    if (!entries.emplace(type, from, to).second)  // two entries for the same type and days
      throw refusal("Room count does not matches the rooms in the request");
    if (to < from) throw refusal("Invalid check in and check out dates in the request");
    auto free = free_rooms(type, from, to);
    std::erase_if(free, [&](auto room) { return used.contains(room); });
    if (free.size() < count || from == to)
      throw refusal(dot ? "Requested room(s) not available." : "Requested room(s) not available");
    for (std::size_t i = 0; i < count; ++i) {
      Choice choice{type, free[i], from, to, types_[static_cast<std::size_t>(type - 1)].max_adults, {}, false, false};
      if (rooms != nullptr && i < rooms->size()) {
        const auto& room = (*rooms)[i];
        choice.adults = static_cast<int>(integer_of(room, "adult").value_or(choice.adults));  // «adults» is not read
        choice.child = integer_of(room, "child").value_or(0) > 0;
        if (const auto* ages = wire::array_of(room, "child_ages"); ages != nullptr && choice.child)
          for (const auto& age : *ages) choice.ages.push_back(static_cast<int>(age.to_number<int>()));
        if (const auto* services = wire::array_of(room, "services"))
          for (const auto& service : *services)
            choice.service = choice.service || integer_of(service, "id_service") == 5;
      }
      used.insert(choice.room);
      out.push_back(std::move(choice));
    }
  }
  return out;
}

std::int64_t FakeQloApps::customer(const json::object& detail) {
  const json::value value(detail);
  const auto first = text_of(value, "firstname"), last = text_of(value, "lastname"), email = text_of(value, "email"),
             phone = text_of(value, "phone");
  if (!good_email(email)) throw Refusal{200, 0, "Fatal error"};
  const bool names = good_name(first) && good_name(last);
  for (auto& row : customers_)
    if (text_of(row, "email") == email) {
      if (names) row["firstname"] = first, row["lastname"] = last;
      if (phone.empty() || good_phone(phone)) row["phone"] = phone;  // a missing phone is erased
      row["date_upd"] = now();
      return row.at("id").as_int64();
    }
  if (!names) throw broken();
  const auto id = ++next_customer_;
  const bool phone_fits = good_phone(phone);
  customers_.push_back({{"id", id},
                        {"firstname", first},
                        {"lastname", last},
                        {"email", email},
                        {"phone", phone_fits ? phone : ""},
                        {"passwd", "$2y$10$secret"},
                        {"secure_key", "fedcba98"},
                        {"date_add", now()},
                        {"date_upd", now()}});
  if (!phone_fits) throw broken();  // the customer stays behind
  return id;
}

std::int64_t FakeQloApps::new_order(std::int64_t customer_id, const std::string& source) {
  const auto id = ++next_order_;
  std::string reference = "AAAAAAAAA";
  auto spread = static_cast<std::uint64_t>(id) * 7'919'777;
  for (auto& c : reference) c = static_cast<char>('A' + spread % 26), spread = spread / 26 + 17;
  orders_.push_back({{"id", id},
                     {"id_currency", 1},
                     {"id_customer", customer_id},
                     {"current_state", kAwaiting},
                     {"date_add", now()},
                     {"date_upd", now()},
                     {"total_paid", "0.000000"},
                     {"total_paid_tax_incl", "0.000000"},
                     {"total_paid_tax_excl", "0.000000"},
                     {"total_paid_real", "0.000000"},
                     {"source", source},
                     {"reference", reference}});
  histories_.push_back({{"id", histories_.size() + 1},
                        {"id_employee", 0},
                        {"id_order_state", kAwaiting},
                        {"id_order", id},
                        {"date_add", now()}});
  return id;
}

std::int64_t FakeQloApps::price_net(const Choice& choice) const {
  return types_[static_cast<std::size_t>(choice.type - 1)].net_cents * nights(choice.from, choice.to);
}

void FakeQloApps::new_line(std::int64_t order_id, const Choice& choice, bool see_others) {
  auto room = choice.room;
  int back_order = 0;
  if (see_others && taken(room, choice.from, choice.to)) {
    const auto free = free_rooms(choice.type, choice.from, choice.to);
    if (free.empty())
      back_order = 1;
    else
      room = free.front();
  }
  const auto id = ++next_line_;
  const auto& type = types_[static_cast<std::size_t>(choice.type - 1)];
  const auto net = price_net(choice), gross = net + net * tax_percent_ / 100;
  json::array ages(choice.ages.begin(), choice.ages.end());
  lines_.push_back({{"id", id},
                    {"id_product", choice.type},
                    {"id_hotel", 1},
                    {"id_order", order_id},
                    {"id_room", room},
                    {"id_customer", order_row(order_id)->at("id_customer")},
                    {"id_status", 1},
                    {"check_in", "0000-00-00 00:00:00"},
                    {"check_out", "0000-00-00 00:00:00"},
                    {"date_from", choice.from + " 00:00:00"},
                    {"date_to", choice.to + " 00:00:00"},
                    {"total_price_tax_excl", amount(net)},
                    {"total_price_tax_incl", amount(gross)},
                    {"is_refunded", 0},
                    {"is_cancelled", 0},
                    {"is_back_order", back_order},
                    {"room_num", fmt::format("{}-{}", type.prefix, 100 + room)},
                    {"room_type_name", type.name},
                    {"hotel_name", "Hotel Prueba"},
                    {"adults", choice.adults},
                    {"children", choice.ages.size()},
                    {"child_ages", json::serialize(ages)},
                    {"date_add", now()},
                    {"date_upd", now()}});
  if (choice.service) service_on_line_[id] = service_net_ * nights(choice.from, choice.to);
}

void FakeQloApps::total(std::int64_t order_id) {
  std::int64_t net = extras_[order_id];
  for (const auto* line : lines_of(order_id)) {
    net += *wire::parse_decimal(text_of(*line, "total_price_tax_excl"));
    if (const auto service = service_on_line_.find(line->at("id").as_int64()); service != service_on_line_.end())
      net += service->second;
  }
  auto& order = *order_row(order_id);
  order["total_paid_tax_excl"] = amount(net);
  order["total_paid"] = order["total_paid_tax_incl"] = amount(net + net * tax_percent_ / 100);
}

void FakeQloApps::set_state(std::int64_t order_id, int state) {
  auto& order = *order_row(order_id);
  order["current_state"] = state;
  order["date_upd"] = now();
  histories_.push_back({{"id", histories_.size() + 1},
                        {"id_employee", 0},
                        {"id_order_state", state},
                        {"id_order", order_id},
                        {"date_add", now()}});
  if (state != kCancelled && state != kRefunded && state != 6) return;
  for (auto* line : lines_of(order_id)) {  // their date_upd stays
    (*line)["is_refunded"] = 1;
    if (state == kCancelled) (*line)["is_cancelled"] = 1;
  }
}

std::int64_t FakeQloApps::create(const json::object& booking) {
  check(booking);
  const json::value value(booking);
  const auto& associations = booking.at("associations");
  const auto* wanted = wire::array_of(associations, "room_types");
  if (wanted == nullptr || wanted->empty()) throw refusal("Invalid room type in the request");
  const auto choices = choose(*wanted, {}, true);
  const auto guest = customer(associations.as_object().at("customer_detail").as_object());
  const auto rival = std::exchange(rival_, Rival::kNone);
  const auto steal = [&] {
    const auto other = new_order(customer({{"firstname", "Rival"},
                                           {"lastname", "Canal"},
                                           {"email", fmt::format("rival{}@example.com", next_order_)},
                                           {"phone", "600000000"}}),
                                 "other-channel");
    for (auto choice : choices) {
      choice.service = false;
      new_line(other, choice, false);
    }
    total(other);
  };
  if (rival == Rival::kSeen || rival == Rival::kTwinBefore) steal();
  const auto id = new_order(guest, text_of(value, "source").substr(0, 255));
  for (const auto& choice : choices) new_line(id, choice, rival != Rival::kTwinBefore);
  if (rival == Rival::kTwinAfter) steal();
  const auto own = lines_of(id);
  if (std::any_of(own.begin(), own.end(), [](const auto* line) { return line->at("is_back_order") != 0; }) &&
      overbooking_cancels)
    for (auto* line : own) (*line)["is_refunded"] = (*line)["is_cancelled"] = 1;  // the order's state stays 1
  total(id);
  return id;
}

std::int64_t FakeQloApps::change(const json::object& booking) {
  const json::value value(booking);
  const auto id = integer_of(value, "id").value_or(0);
  if (order_row(id) == nullptr) throw refusal("Booking not found.");
  const auto* associations = wire::member(value, "associations");
  const auto* wanted = associations ? wire::array_of(*associations, "room_types") : nullptr;
  if (wanted == nullptr || wanted->empty()) throw refusal("Invalid room type in the request");
  const auto* detail = wire::object_of(*associations, "customer_detail");
  const auto email = detail ? text_of(*detail, "email") : "";
  if (std::none_of(customers_.begin(), customers_.end(), [&](const auto& c) { return text_of(c, "email") == email; }))
    throw refusal("Customer not found.");
  customer(*detail);  // overwritten even when the rooms are refused below

  auto old = lines_of(id);
  std::vector<std::int64_t> gone;
  json::array missing;
  for (const auto& entry : *wanted) {
    const auto from = day_of(entry, "checkin_date", "in"), to = day_of(entry, "checkout_date", "out");
    auto count = static_cast<std::size_t>(std::max<std::int64_t>(1, integer_of(entry, "number_of_rooms").value_or(0)));
    std::size_t same = 0;
    std::erase_if(old, [&](const qlo::Row* line) {
      const bool fits = same < count && line->at("id_product") == integer_of(entry, "id_room_type").value_or(0) &&
                        text_of(*line, "date_from").substr(0, 10) == from &&
                        text_of(*line, "date_to").substr(0, 10) == to;
      if (fits) {
        ++same;
        // The same PUT once more brings back the services that a change of days lost.
        if (const auto* rooms = wire::array_of(entry, "rooms");
            rooms != nullptr && !rooms->empty() && wire::array_of(rooms->front(), "services") != nullptr)
          service_on_line_[line->at("id").as_int64()] = service_net_ * nights(from, to);
        else
          service_on_line_.erase(line->at("id").as_int64());
      }
      return fits;
    });
    if (same == count) continue;
    json::object rest = entry.as_object();
    rest["number_of_rooms"] = count - same;
    if (auto* rooms = rest.if_contains("rooms"); rooms != nullptr && rooms->is_array())
      rooms->get_array().erase(rooms->get_array().begin(),
                               rooms->get_array().begin() + static_cast<std::ptrdiff_t>(same));
    missing.push_back(std::move(rest));
  }
  auto choices = missing.empty() ? std::vector<Choice>{} : choose(missing, {}, false);  // the old lines still count
  for (const auto* line : old) gone.push_back(line->at("id").as_int64());
  for (auto& choice : choices) {
    choice.service = false;  // auto-added services are lost on added lines
    new_line(id, choice, true);
  }
  std::erase_if(lines_, [&](const auto& line) {
    return std::find(gone.begin(), gone.end(), line.at("id").as_int64()) != gone.end();
  });
  extras_.erase(id);
  total(id);
  (*order_row(id))["date_upd"] = now();
  return id;
}

json::object FakeQloApps::told(std::int64_t order_id) const {
  auto& self = const_cast<FakeQloApps&>(*this);
  const auto& order = *self.order_row(order_id);
  json::array rooms;
  for (const auto* line : self.lines_of(order_id))
    rooms.push_back(json::object{{"id_room", line->at("id_room")},
                                 {"id_hotel_booking", line->at("id")},
                                 {"adults", line->at("adults")},
                                 {"child", line->at("children")}});
  return {{"booking",
           json::object{{"id", order_id},
                        {"id_property", 1},
                        {"currency", "USD"},
                        {"source", order.at("source")},
                        {"associations", json::object{{"room_types", json::array{json::object{{"rooms", rooms}}}}}}}}};
}

// ------------------------------------------------------------------------------------------------- the hotel's own
// doings
std::string FakeQloApps::desk_book(const std::string& type_name, const std::string& from, const std::string& to,
                                   const std::string& phone, const std::string& name) {
  const std::lock_guard lock(mutex_);
  const auto blank = name.find(' ');
  const auto guest = customer({{"firstname", name.substr(0, blank)},
                               {"lastname", name.substr(blank + 1)},
                               {"email", fmt::format("guest{}@example.com", next_customer_ + 1)},
                               {"phone", phone}});
  const auto type = type_named(type_name);
  const auto free = free_rooms(type, from, to);
  if (free.empty()) throw std::logic_error("the fake hotel is full");
  const auto id = new_order(guest, "front-desk");
  new_line(id, {type, free.front(), from, to, 2, {}, true, false}, true);
  total(id);
  return std::to_string(id);
}

void FakeQloApps::desk_cancel(const std::string& order_id) {
  const std::lock_guard lock(mutex_);
  set_state(std::stoll(order_id), kCancelled);
}

void FakeQloApps::desk_check_in(const std::string& order_id) {
  const std::lock_guard lock(mutex_);
  for (auto* line : lines_of(std::stoll(order_id)))
    (*line)["id_status"] = 2, (*line)["check_in"] = now(), (*line)["date_upd"] = now();
}

void FakeQloApps::desk_check_out(const std::string& order_id, const std::string& day) {
  const std::lock_guard lock(mutex_);
  for (auto* line : lines_of(std::stoll(order_id)))
    (*line)["id_status"] = 3, (*line)["check_out"] = day + " 09:00:00", (*line)["date_upd"] = now();
}

void FakeQloApps::desk_rename(const std::string& order_id, const std::string& last_name) {
  const std::lock_guard lock(mutex_);
  const auto guest = order_row(std::stoll(order_id))->at("id_customer");
  for (auto& row : customers_)
    if (row.at("id") == guest) row["lastname"] = last_name, row["date_upd"] = now();
}

void FakeQloApps::desk_add_extra(const std::string& order_id, std::int64_t net_cents) {
  const std::lock_guard lock(mutex_);
  extras_[std::stoll(order_id)] += net_cents;
  total(std::stoll(order_id));
}

void FakeQloApps::sell_out(const std::string& type_name, const std::string& from, const std::string& to, int leave) {
  const std::lock_guard lock(mutex_);
  const auto free = free_rooms(type_named(type_name), from, to);
  for (std::size_t i = 0; i + static_cast<std::size_t>(leave) < free.size(); ++i)
    blocked_.emplace_back(free[i], from, to);
}

std::vector<qlo::Row> FakeQloApps::live_lines(const std::string& marker_prefix) const {
  const std::lock_guard lock(mutex_);
  auto& self = const_cast<FakeQloApps&>(*this);
  std::vector<qlo::Row> out;
  for (const auto& line : lines_)
    if (!dead(line) && text_of(*self.order_row(line.at("id_order").as_int64()), "source").starts_with(marker_prefix))
      out.push_back(line);
  return out;
}

}  // namespace hotel::test
