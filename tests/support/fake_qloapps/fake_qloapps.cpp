#include "support/fake_qloapps/fake_qloapps.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>
#include <pugixml.hpp>

#include "base/crypto.h"
#include "wire/codec.h"
#include "wire/money.h"
#include "wire/time.h"

namespace hotel::test {
namespace json = boost::json;
using qlo::Refusal;
using wire::text_of;
namespace {

constexpr const char* kGateway =
    "<html>\n<head><title>{0}</title></head>\n<body>\n<center><h1>{0}</h1></center>\n<hr><center>nginx</center>\n</"
    "body>\n</html>\n";
constexpr const char* kDeprecated =
    "<br />\n<b>Deprecated</b>:  preg_match(): Passing null to parameter #2 ($subject) of type string is deprecated in "
    "<b>/srv/qloapps/tools/x.php</b> on line <b>1078</b><br />\n";

std::string decoded(std::string_view in) {
  std::string out;
  for (std::size_t i = 0; i < in.size(); ++i) {
    if (in[i] == '%' && i + 2 < in.size()) {
      out.push_back(static_cast<char>(std::stoi(std::string(in.substr(i + 1, 2)), nullptr, 16)));
      i += 2;
    } else {
      out.push_back(in[i] == '+' ? ' ' : in[i]);
    }
  }
  return out;
}

qlo::Call call_from(const PeerRequest& request) {
  qlo::Call call;
  call.method = request.method;
  call.body = request.body;
  auto path = request.path();
  if (path.starts_with("/api/")) path.erase(0, 5);
  const auto slash = path.find('/');
  call.resource = path.substr(0, slash);
  if (slash != std::string::npos) call.one = path.substr(slash + 1);
  const auto mark = request.target.find('?');
  std::string_view rest =
      mark == std::string::npos ? std::string_view{} : std::string_view(request.target).substr(mark + 1);
  while (!rest.empty()) {
    const auto end = rest.find('&');
    const auto item = rest.substr(0, end);
    const auto equals = item.find('=');
    call.query.items.emplace_back(decoded(item.substr(0, equals)),
                                  equals == std::string_view::npos ? "" : decoded(item.substr(equals + 1)));
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
  }
  return call;
}

PeerReply html(int status, std::string body) {
  PeerReply reply;
  reply.status = status;
  reply.headers = {{"Content-Type", "text/html; charset=utf-8"}};
  reply.body = std::move(body);
  return reply;
}

std::string decimal6(std::int64_t cents) {
  return wire::to_decimal(cents) + "0000";
}

// Prices of hotel_ari are JSON numbers.
double amount(std::int64_t cents) {
  return static_cast<double>(cents) / 100.0;
}

}  // namespace

FakeQloApps::FakeQloApps() {
  types_ = {{"Single Room", 6730, 2, "SR", 1, 0, 1},
            {"Double Room", 9370, 3, "DB", 2, 1, 3},
            {"Triple Room", 12190, 2, "TR", 3, 1, 4},
            {"Family Room", 15830, 2, "FR", 2, 2, 4},
            {"Suite", 21710, 1, "SU", 2, 1, 3}};
  for (std::size_t type = 0; type < types_.size(); ++type)
    for (int n = 0; n < types_[type].rooms; ++n)
      rooms_.push_back({{"id", rooms_.size() + 1},
                        {"id_product", type + 1},
                        {"id_hotel", 1},
                        {"room_num", fmt::format("{}-{}", types_[type].prefix, 101 + n)},
                        {"id_status", 1}});
  for (auto& row : rooms_)
    for (auto& field : row)
      if (field.value().is_uint64()) field.value() = static_cast<std::int64_t>(field.value().get_uint64());
  for (const auto* method : {"GET", "POST", "PUT", "DELETE", "PATCH", "HEAD"})
    peer_.always(method, "/", [this](const PeerRequest& request) { return respond(request); });
}

void FakeQloApps::set_now(std::int64_t unix_seconds) {
  const std::lock_guard lock(mutex_);
  now_ = unix_seconds;
}

void FakeQloApps::set_zone_offset(int seconds) {
  const std::lock_guard lock(mutex_);
  offset_ = seconds;
}

void FakeQloApps::fail_next(Fault fault, std::string method, std::string resource, int times,
                            std::chrono::milliseconds delay) {
  const std::lock_guard lock(mutex_);
  faults_.push_back({fault, std::move(method), std::move(resource), times, delay});
}

void FakeQloApps::down(std::optional<Fault> fault) {
  const std::lock_guard lock(mutex_);
  down_ = fault;
}

void FakeQloApps::next_rival(Rival rival) {
  const std::lock_guard lock(mutex_);
  rival_ = rival;
}

std::vector<qlo::Call> FakeQloApps::calls(std::string_view method, std::string_view resource) const {
  const std::lock_guard lock(mutex_);
  std::vector<qlo::Call> out;
  for (const auto& call : calls_)
    if ((method.empty() || call.method == method) && (resource.empty() || call.resource == resource))
      out.push_back(call);
  return out;
}

std::vector<std::string> FakeQloApps::violations() const {
  const std::lock_guard lock(mutex_);
  return violations_;
}

std::optional<qlo::Row> FakeQloApps::order(const std::string& id) const {
  const std::lock_guard lock(mutex_);
  for (const auto& row : orders_)
    if (row.at("id") == std::stoll(id)) return row;
  return std::nullopt;
}

std::size_t FakeQloApps::orders_with_marker(const std::string& marker) const {
  const std::lock_guard lock(mutex_);
  return static_cast<std::size_t>(
      std::count_if(orders_.begin(), orders_.end(), [&](const auto& row) { return text_of(row, "source") == marker; }));
}

std::int64_t FakeQloApps::night_gross_cents(const std::string& type_name) const {
  const auto net = types_[static_cast<std::size_t>(type_named(type_name) - 1)].net_cents + service_net_;
  return net + net * tax_percent_ / 100;
}

std::string FakeQloApps::now() const {
  const std::chrono::sys_seconds at{std::chrono::seconds{now_ + offset_}};
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::hh_mm_ss time{at - day};
  return fmt::format("{} {:02}:{:02}:{:02}", wire::to_iso(std::chrono::year_month_day{day}), time.hours().count(),
                     time.minutes().count(), time.seconds().count());
}

// -------------------------------------------------------------------------------------------------------------
// answering
json::value FakeQloApps::typed(json::value value) const {
  if (!php74) return value;
  if (value.is_int64()) return json::value(std::to_string(value.get_int64()));
  if (value.is_uint64()) return json::value(std::to_string(value.get_uint64()));
  if (value.is_object())
    for (auto& member : value.get_object()) member.value() = typed(member.value());
  if (value.is_array())
    for (auto& element : value.get_array()) element = typed(element);
  return value;
}

PeerReply FakeQloApps::answer(int status, const json::value& value) const {
  auto reply = PeerReply::json(status, json::serialize(typed(value)));
  reply.headers = {{"Content-Type", "application/json"},
                   {"Access-Time", std::to_string(now_)},
                   {"Set-Cookie", "QloApps-0=abc; path=/"}};
  return reply;
}

PeerReply FakeQloApps::errors(int status, const std::vector<std::pair<int, std::string>>& list) const {
  json::array out;
  for (const auto& [code, message] : list) out.push_back(json::object{{"code", code}, {"message", message}});
  auto reply = answer(status, nullptr);
  reply.body = json::serialize(json::object{{"errors", out}});
  return reply;
}

PeerReply FakeQloApps::notice() const {
  return errors(500, {{php74 ? 5 : 3,
                       "[PHP Warning #2] Undefined array key \"total_tax\" "
                       "(/srv/qloapps/classes/webservice/WebserviceSpecificManagementBookings.php, line 504)"}});
}

std::optional<PeerReply> FakeQloApps::before(Fault fault) const {
  switch (fault) {
    case Fault::kEmpty500:
      return html(500, "");
    case Fault::kDatabasePage500:
      return html(500, "<!DOCTYPE html>\n<meta name=\"description\" content=\"This store is powered by Webkul\" />\n");
    case Fault::kHtml502:
      return html(502, fmt::format(fmt::runtime(kGateway), "502 Bad Gateway"));
    case Fault::kOff:
      return errors(503, {{22, "The QloApps webservice is disabled. Please activate it in the QloApps Back Office"}});
    case Fault::kRedirect: {
      auto reply = html(302, "");
      reply.headers.emplace_back("Location", "http://127.0.0.1:1/index.php");
      return reply;
    }
    case Fault::kDropBefore:
      return PeerReply::failing(PeerReply::Fault::kResetBeforeAnswer);
    case Fault::kEmptyList:
      return answer(200, json::array{});
    case Fault::kHang:
      return PeerReply::failing(PeerReply::Fault::kHang);
    default:
      return std::nullopt;
  }
}

PeerReply FakeQloApps::after(Fault fault, std::chrono::milliseconds delay, PeerReply reply) const {
  switch (fault) {
    case Fault::kDropAfter:
      return PeerReply::failing(PeerReply::Fault::kResetBeforeAnswer);
    case Fault::kEmpty500After:
      return html(500, "");
    case Fault::kNoticeAfter:
      return notice();
    case Fault::kGateway504After:
      return html(504, fmt::format(fmt::runtime(kGateway), "504 Gateway Time-out"));
    case Fault::kSlow:
      reply.delay = delay;
      return reply;
    case Fault::kTextBefore:
      reply.body = kDeprecated + reply.body;
      return reply;
    default:
      return reply;
  }
}

PeerReply FakeQloApps::respond(const PeerRequest& request) {
  const auto call = call_from(request);
  const std::lock_guard lock(mutex_);
  calls_.push_back(call);
  judge(request, call);
  std::optional<Fault> fault = down_;
  std::chrono::milliseconds delay{0};
  for (auto& planned : faults_)
    if (planned.times > 0 && (planned.method.empty() || planned.method == call.method) &&
        (planned.resource.empty() || planned.resource == call.resource)) {
      --planned.times;
      fault = planned.fault;
      delay = planned.delay;
      break;
    }
  if (fault)
    if (auto reply = before(*fault)) return *reply;
  auto reply = act(request, call);
  return fault ? after(*fault, delay, std::move(reply)) : reply;
}

PeerReply FakeQloApps::act(const PeerRequest& request, const qlo::Call& call) {
  const auto given = request.header("Authorization");
  if (!given.starts_with("Basic ")) return html(401, "401 Unauthorized");
  const auto pair = base::from_base64(std::string_view(given).substr(6)).value_or("");
  const auto name = pair.substr(0, pair.find(':'));
  if (name.size() != 32) return errors(401, {{18, "Invalid authentication key format"}});
  if (name != key)
    return errors(401, {{20, "Authentification key is not active"}, {21, "No permission for this authentication key"}});
  try {
    return route(call);
  } catch (const Refusal& refused) {
    if (refused.code == 0) return html(refused.status, refused.message);
    if (refused.code == 404 && strict)
      return errors(refused.status, {{php74 ? 5 : 3, "[PHP Notice"}, {404, refused.message}});
    return errors(refused.status, {{refused.code, refused.message}});
  }
}

// What our client must never do.
void FakeQloApps::judge(const PeerRequest& request, const qlo::Call& call) {
  const auto wrong = [&](const std::string& what) {
    violations_.push_back(fmt::format("{} {}: {}", call.method, call.resource, what));
  };
  if (!request.path().starts_with("/api/")) wrong("not below /api");
  if (!request.header("Cookie").empty()) wrong("sends a cookie back");
  if (call.query.get("ws_key")) wrong("the key stands in the address");
  if (call.query.get("output_format") != "JSON") wrong("does not ask for JSON");
  if (call.resource == "customers" && call.query.get("display") == "full") wrong("asks for password hashes");
  if (call.resource == "bookings" && call.method == "GET") wrong("GET bookings is an error on many hosts");
  if (call.method == "GET" && call.one.empty() && !call.query.get("display")) wrong("a list without display");
}

PeerReply FakeQloApps::route(const qlo::Call& call) {
  static const std::vector<std::string> known{"room_types",     "hotel_room_types", "services",       "currencies",
                                              "configurations", "orders",           "room_bookings",  "customers",
                                              "hotel_ari",      "bookings",         "order_histories"};
  if (std::find(known.begin(), known.end(), call.resource) == known.end()) {
    violations_.push_back("unknown resource " + call.resource);
    throw Refusal{400, 27, "Resource of type \"" + call.resource + "\" does not exists."};
  }
  if (call.resource == "hotel_ari" && call.method == "POST") return ari(call);
  if (call.resource == "bookings" && (call.method == "POST" || call.method == "PUT")) return write_booking(call);
  if (call.resource == "order_histories" && call.method == "POST") return new_history(call);
  if (call.method == "GET") return read(call);
  violations_.push_back(fmt::format("{} {} is not allowed", call.method, call.resource));
  throw Refusal{405, call.method == "DELETE" ? 101 : 25,
                "Method " + call.method + " is not allowed for the resource " + call.resource};
}

std::vector<std::string> FakeQloApps::fields_of(const std::string& resource) {
  if (resource == "orders")
    return {"id",         "id_currency",         "id_customer",         "current_state",   "date_add", "date_upd",
            "total_paid", "total_paid_tax_incl", "total_paid_tax_excl", "total_paid_real", "source",   "reference"};
  if (resource == "room_bookings")
    return {"id",
            "id_product",
            "id_hotel",
            "id_order",
            "id_room",
            "id_customer",
            "id_status",
            "check_in",
            "check_out",
            "date_from",
            "date_to",
            "total_price_tax_excl",
            "total_price_tax_incl",
            "is_refunded",
            "is_cancelled",
            "is_back_order",
            "room_num",
            "room_type_name",
            "hotel_name",
            "adults",
            "children",
            "child_ages",
            "date_add",
            "date_upd"};
  if (resource == "customers")
    return {"id", "firstname", "lastname", "email", "phone", "passwd", "secure_key", "date_add", "date_upd"};
  if (resource == "order_histories") return {"id", "id_employee", "id_order_state", "id_order", "date_add"};
  if (resource == "configurations") return {"id", "value", "name"};
  if (resource == "currencies") return {"id", "name", "iso_code", "active"};
  if (resource == "services")
    return {"id", "price", "active", "auto_add_to_cart", "price_addition_type", "price_calculation_method", "name"};
  if (resource == "hotel_room_types")
    return {"id", "id_product", "id_hotel", "max_adults", "max_children", "max_guests", "min_los", "max_los"};
  return {"id", "id_tax_rules_group", "price", "active", "name"};
}

qlo::Table FakeQloApps::table(const std::string& resource) const {
  if (resource == "orders") return orders_;
  if (resource == "room_bookings") return lines_;
  if (resource == "customers") return customers_;
  if (resource == "order_histories") return histories_;
  qlo::Table out;
  const auto add = [&](qlo::Row row) { out.push_back(std::move(row)); };
  if (resource == "currencies") add({{"id", 1}, {"name", "Dollar"}, {"iso_code", "USD"}, {"active", 1}});
  if (resource == "configurations") {
    const std::vector<std::pair<std::string, std::string>> settings{
        {"PS_CURRENCY_DEFAULT", "1"},
        {"PS_OS_CANCELED", "4"},
        {"PS_OS_REFUND", "5"},
        {"PS_OS_ERROR", "6"},
        {"PS_OVERBOOKING_ORDER_ACTION", overbooking_cancels ? "1" : "2"},
        {"PS_TIMEZONE", zone}};
    for (const auto& [name, value] : settings)
      add({{"id", static_cast<std::int64_t>(out.size() + 1)}, {"value", value}, {"name", name}});
  }
  if (resource == "services") {
    add({{"id", 5},
         {"price", decimal6(service_net_)},
         {"active", 1},
         {"auto_add_to_cart", 1},
         {"price_addition_type", 1},
         {"price_calculation_method", 2},
         {"name", "Room maintenance"}});
    add({{"id", 6},
         {"price", "1500.000000"},
         {"active", 1},
         {"auto_add_to_cart", 0},
         {"price_addition_type", 1},
         {"price_calculation_method", 1},
         {"name", "Airport shuttle"}});
    add({{"id", 7},
         {"price", "20.000000"},
         {"active", 1},
         {"auto_add_to_cart", 1},
         {"price_addition_type", 2},
         {"price_calculation_method", 1},
         {"name", "Convenience fee"}});
  }
  for (std::size_t i = 0; i < types_.size(); ++i) {
    const auto& type = types_[i];
    const auto id = static_cast<std::int64_t>(i + 1);
    if (resource == "room_types")
      add({{"id", id},
           {"id_tax_rules_group", 1},
           {"price", decimal6(type.net_cents)},
           {"active", 1},
           {"name", type.name},
           {"associations", json::object{{"services", json::array{json::object{{"id", 5}}, json::object{{"id", 6}},
                                                                  json::object{{"id", 7}}}}}}});
    if (resource == "hotel_room_types")
      add({{"id", id + 10},
           {"id_product", id},
           {"id_hotel", 1},
           {"max_adults", type.max_adults},
           {"max_children", type.max_children},
           {"max_guests", type.max_guests ? type.max_guests : type.max_adults + type.max_children},
           {"min_los", 1},
           {"max_los", 0}});
  }
  return out;
}

PeerReply FakeQloApps::read(const qlo::Call& call) {
  if (call.resource == "customers" && call.query.get("filter[phone]")) throw Refusal{500, 0, ""};
  const auto rows = table(call.resource);
  static const std::map<std::string, std::pair<std::string, std::string>> names{
      {"room_bookings", {"bookings", "booking"}},
      {"currencies", {"currencies", "currency"}},
      {"order_histories", {"order_histories", "order_history"}}};
  const auto name = names.find(call.resource);
  const auto plural = name == names.end() ? call.resource : name->second.first;
  const auto single = name == names.end() ? call.resource.substr(0, call.resource.size() - 1) : name->second.second;
  if (!call.one.empty()) {
    for (auto row : rows) {
      if (text_of(row, "id") != call.one) continue;
      if (call.resource == "orders") {
        json::array lines;
        for (const auto& line : lines_)
          if (text_of(line, "id_order") == call.one) lines.push_back(json::object{{"id", line.at("id")}});
        row["associations"] = json::object{{"bookings", std::move(lines)}};
      }
      return answer(200, json::object{{single, std::move(row)}});
    }
    PeerReply none;
    none.status = 404;
    none.headers = {{"Access-Time", std::to_string(now_)}};
    return none;
  }
  json::array out;
  for (auto& row : qlo::select(rows, fields_of(call.resource), call.query)) out.push_back(std::move(row));
  if (out.empty()) return answer(200, json::array{});
  return answer(200, json::object{{plural, std::move(out)}});
}

PeerReply FakeQloApps::ari(const qlo::Call& call) {
  pugi::xml_document document;
  document.load_buffer(call.body.data(), call.body.size());
  const auto ask = document.child("qloapps").child("hotel_ari");
  const std::string from = ask.child("date_from").text().as_string(), to = ask.child("date_to").text().as_string();
  if (!wire::parse_iso(from) || !wire::parse_iso(to))
    throw Refusal{400, 85, "Validation error: Invalid ARI search parameters found."};
  if (to <= from) throw Refusal{400, 85, "Validation error: \"Date to\" must be after \"date from\""};
  int wanted = 0;
  for (const auto& room : ask.child("associations").child("room_occupancies").children("room_occupancy")) {
    if (room.child("adults").text().as_int() < 1)
      throw Refusal{400, 85, "Validation error: Invalid ARI search parameters found."};
    ++wanted;
  }
  wanted = std::max(1, wanted);
  json::object out{{"id_hotel", ask.child("id_hotel").text().as_string()},
                   {"date_from", from},
                   {"date_to", to},
                   {"currency", "USD"}};
  if (std::string(ask.child("id_hotel").text().as_string()) != "1")
    return answer(200, json::object{{"hotel_ari", out}});
  const int nights = wire::nights_between(*wire::parse_iso(from), *wire::parse_iso(to));
  json::array types;
  for (std::size_t i = 0; i < types_.size(); ++i) {
    json::value available = json::array{};
    for (const auto room : free_rooms(static_cast<int>(i) + 1, from, to)) {
      if (available.is_array()) available = json::object{};
      available.get_object()[std::to_string(room)] = json::object{{"id_room", room}};
    }
    const auto net = types_[i].net_cents + service_net_, gross = night_gross_cents(types_[i].name);
    types.push_back(json::object{{"id_room_type", static_cast<std::int64_t>(i + 1)},
                                 {"base_price", amount(net)},
                                 {"base_price_with_tax", amount(gross)},
                                 {"total_price", amount(net * nights * wanted)},
                                 {"total_price_with_tax", amount(gross * nights * wanted)},
                                 {"name", types_[i].name},
                                 {"rooms", json::object{{"available", std::move(available)}}}});
  }
  out["room_types"] = std::move(types);
  return answer(200, json::object{{"hotel_ari", std::move(out)}});
}

PeerReply FakeQloApps::write_booking(const qlo::Call& call) {
  const auto body = wire::parse_json(call.body);
  const auto* booking = body ? wire::object_of(*body, "booking") : nullptr;
  if (booking == nullptr) {
    if (php74) throw Refusal{400, 404, "Please provide valid currency."};
    throw Refusal{500, 0, ""};
  }
  const auto id = call.method == "POST" ? create(*booking) : change(*booking);
  bool tax_groups = true;
  if (const auto* types = wire::array_of(booking->at("associations"), "room_types"))
    for (const auto& type : *types)
      if (const auto* rooms = wire::array_of(type, "rooms"))
        for (const auto& room : *rooms)
          tax_groups = tax_groups && wire::integer_of(room, "id_tax_rules_group").value_or(0) > 0;
  if (strict && !tax_groups) return notice();
  return answer(200, told(id));
}

PeerReply FakeQloApps::new_history(const qlo::Call& call) {
  pugi::xml_document document;
  document.load_buffer(call.body.data(), call.body.size());
  const auto history = document.child("qloapps").child("order_history");
  const auto order = history.child("id_order").text().as_llong();
  const auto state = history.child("id_order_state").text().as_int();
  if (order_row(order) == nullptr || state < 1 || state > 12) return html(200, "Invalid new order status");
  set_state(order, state);
  return answer(201, json::object{{"order_history", json::object{{"id", std::to_string(histories_.size())},
                                                                 {"id_order_state", state},
                                                                 {"id_order", std::to_string(order)}}}});
}

}  // namespace hotel::test
