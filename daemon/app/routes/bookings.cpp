// Rooms and bookings. Prices and vacancies come from the PMS, never from the copy; bookings come from the copy (each
// with the time it was read) and from the PMS when asked for or not known. A new booking and a cancellation are orders:
// the booking worker does them, looks after unknown outcomes and reads back, so the answer is 202 with the order's id.
#include <algorithm>
#include <charconv>
#include <tuple>

#include "app/booking_request_json.h"
#include "app/routes/routes.h"
#include "app/routes/support.h"
#include "app/stay_json.h"
#include "whatsapp/phone.h"
#include "wire/codec.h"
#include "wire/ids.h"

namespace hotel::app {
using base::ErrorCode;
using http::Access;
namespace json = boost::json;
namespace {

base::Error invalid(std::string detail) {
  return base::error(ErrorCode::kInvalid, std::move(detail));
}

std::optional<int> number_in(std::string_view text) {
  int number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  return fault == std::errc{} && end == text.data() + text.size() && number >= 0 && number <= 1000
             ? std::optional{number}
             : std::nullopt;
}

base::Result<domain::Stay> stay_of(const http::Request& request, wire::Date today) {
  const auto text = [&](std::string_view name, std::string fallback) {
    return request.query_value(name).value_or(std::move(fallback));
  };
  domain::Stay stay;
  const auto from = wire::parse_iso(text("check_in", "")), to = wire::parse_iso(text("check_out", ""));
  if (!from || !to) return invalid("check_in and check_out: days as YYYY-MM-DD");
  stay.check_in = *from;
  stay.check_out = *to;
  const auto adults = number_in(text("adults", "2")), rooms = number_in(text("rooms", "1"));
  if (!adults || !rooms) return invalid("adults and rooms: numbers of all people and rooms");
  std::vector<int> ages;
  for (const auto& age : wire::split_roles(text("children", ""))) {  // a comma-separated list, like roles
    const auto years = number_in(age);
    if (!years) return invalid("children: their ages, separated by commas");
    ages.push_back(*years);
  }
  stay.rooms = spread(*adults, ages, *rooms);
  if (auto fault = domain::fault_of(stay, today)) return std::move(*fault);
  return stay;
}

rt::Task<http::Response> availability(Context& context, http::Request& request) {
  const auto stay = stay_of(request, context.zone.today(context.clock.now()));
  if (!stay) co_return failure(stay.error(), request);
  const auto found = co_await context.pms.availability(*stay, ports::Freshness::kCached);
  if (!found) co_return failure(found.error(), request);
  co_return http::Response::json(200, to_json(*found));
}

// Puts what the PMS said into the copy, so that every console shows it.
rt::Task<void> remember(Context& context, wire::Booking booking) {
  auto write = context.store.write(
      [booking = std::move(booking)](ports::UnitOfWork& unit) { return unit.bookings().put(booking); });
  co_await std::move(write);
}

json::object list_of_bookings(const std::vector<wire::Booking>& bookings, std::string_view next,
                              std::int64_t as_of_seq) {
  json::array items;
  for (const auto& booking : bookings) items.push_back(wire::to_json(booking));
  return list_of(std::move(items), next, as_of_seq);
}

rt::Task<http::Response> by_reference(Context& context, http::Request& request, std::string reference) {
  struct Copy {
    std::optional<wire::Booking> booking;
    std::int64_t as_of_seq = 0;
  };
  auto look = context.store.read([reference](ports::UnitOfWork& unit) {
    return Copy{unit.bookings().by_reference(reference), unit.events().last_seq()};
  });
  const auto copy = co_await std::move(look);
  std::vector<wire::Booking> found;
  if (copy.booking) {
    found.push_back(*copy.booking);
  } else {
    const auto asked = co_await context.pms.by_reference(reference);
    if (!asked) co_return failure(asked.error(), request);
    if (*asked) {
      found.push_back(**asked);
      co_await remember(context, found.front());
    }
  }
  co_return http::Response::json(200, list_of_bookings(found, "", copy.as_of_seq));
}

struct BookingQuery {
  std::string phone, text, cursor;
  std::optional<wire::Date> from, to;
  int limit = 50;
};

base::Result<BookingQuery> query_of(const http::Request& request) {
  const auto limit = limit_of(request);
  if (!limit) return limit.error();
  BookingQuery query;
  query.limit = *limit;
  query.cursor = cursor_of(request);
  query.text = request.query_value("q").value_or("");
  for (auto [name, day] : {std::pair{"from", &query.from}, std::pair{"to", &query.to}}) {
    const auto text = request.query_value(name);
    if (!text || text->empty()) continue;
    *day = wire::parse_iso(*text);
    if (!*day) return invalid(std::string{name} + ": a day as YYYY-MM-DD");
  }
  if (const auto typed = request.query_value("phone"); typed && !typed->empty()) {
    const auto digits = whatsapp::normalise(*typed);
    if (!digits) return invalid("phone: a number with its country code");
    query.phone = *digits;
  }
  return query;
}

rt::Task<http::Response> list(Context& context, http::Request& request) {
  const auto query = query_of(request);
  if (!query) co_return failure(query.error(), request);
  const auto reference = request.query_value("reference").value_or("");
  if (!reference.empty()) co_return co_await by_reference(context, request, reference);
  auto look = context.store.read([query = *query](ports::UnitOfWork& unit) {
    if (query.phone.empty()) return unit.bookings().list(query.text, query.from, query.to, query.cursor, query.limit);
    return ports::Page<wire::Booking>{unit.bookings().by_phone(whatsapp::variants(query.phone)), "",
                                      unit.events().last_seq()};
  });
  const auto page = co_await std::move(look);
  co_return http::Response::json(200, list_of_bookings(page.items, page.next, page.as_of_seq));
}

rt::Task<std::optional<wire::Booking>> copy_of(Context& context, std::string id) {
  auto look = context.store.read([id = std::move(id)](ports::UnitOfWork& unit) { return unit.bookings().find(id); });
  co_return co_await std::move(look);
}

rt::Task<http::Response> one(Context& context, http::Request& request) {
  const bool fresh = request.query_value("fresh").value_or("") == "true";
  if (!fresh) {
    const auto copy = co_await copy_of(context, request.param("id"));
    if (copy) co_return http::Response::json(200, wire::to_json(*copy));
  }
  const auto booking = co_await context.pms.booking(request.param("id"));
  if (!booking) co_return failure(booking.error(), request);
  co_await remember(context, *booking);
  co_return http::Response::json(200, wire::to_json(*booking));
}

rt::Task<http::Response> intent(Context& context, http::Request& request) {
  auto look =
      context.store.read([id = request.param("id")](ports::UnitOfWork& unit) { return unit.bookings().intent(id); });
  const auto found = co_await std::move(look);
  if (!found) co_return failure(ErrorCode::kNotFound, "there is no such order", request);
  co_return http::Response::json(200, to_json(*found));
}

// `room_type_id` for all rooms, or `room_type_ids` with one per room.
base::Result<std::vector<std::string>> room_types_of(const json::object& body, std::size_t rooms) {
  const auto one = wire::text_of(body, "room_type_id");
  if (wire::member(body, "room_type_ids") == nullptr) {
    if (one.empty()) return invalid("room_type_id: of an offer of GET /availability");
    return std::vector<std::string>(rooms, one);
  }
  if (!one.empty()) return invalid("room_type_id or room_type_ids, not both");
  auto each = wire::texts_of(body, "room_type_ids");
  if (each.size() != rooms || std::find(each.begin(), each.end(), "") != each.end())
    return invalid("room_type_ids: one of an offer of GET /availability for each room");
  return each;
}

base::Result<domain::BookingRequest> request_of(const json::object& body, wire::Date today) {
  domain::BookingRequest booking;
  booking.stay = stay_from_json(body);
  if (auto fault = domain::fault_of(booking.stay, today)) return std::move(*fault);
  auto types = room_types_of(body, booking.stay.rooms.size());
  if (!types) return std::move(types).error();
  booking.room_type_ids = std::move(*types);
  booking.first_name = wire::text_of(body, "first_name");
  booking.last_name = wire::text_of(body, "last_name");
  if (booking.first_name.empty() && booking.last_name.empty())
    std::tie(booking.first_name, booking.last_name) = domain::split_name(wire::text_of(body, "guest_name"));
  if (booking.first_name.empty() || booking.last_name.empty())
    return invalid("guest_name, or first_name and last_name: whom the booking is for");
  const auto phone = whatsapp::normalise(wire::text_of(body, "phone"));
  if (!phone) return invalid("phone: a number with its country code");
  booking.phone = *phone;
  booking.email = wire::text_of(body, "email");
  if (!booking.email.empty() &&
      (booking.email.find('@') == std::string::npos || booking.email.find_first_of(" \r\n\t") != std::string::npos))
    return invalid("email: an address, or none");
  return booking;
}

// The price that was shown must be the price that is booked.
std::optional<base::Error> fault_of_offer(const domain::Availability& now, const json::object& body,
                                          domain::BookingRequest& booking) {
  if (auto fault = domain::fault_of(now, booking)) {
    if (fault->code == ErrorCode::kSoldOut) return fault;
    return invalid("room_type_id: " + fault->detail);
  }
  const auto total = domain::price_of(now, booking.room_type_ids);
  if (!total) return invalid("room_type_ids: the PMS prices these rooms in several currencies");
  booking.expected_total = *total;
  const auto* given = wire::member(body, "expected_total");
  const auto expected = given ? wire::money_from_json(*given) : std::nullopt;
  if (given && !expected) return invalid("expected_total: {amount, currency}, or leave it out");
  if (expected && *expected != *total)
    return base::error(ErrorCode::kConflict, "the price is now " + wire::to_decimal(total->cents) + " " +
                                                 total->currency + "; ask the guest again");
  return std::nullopt;
}

rt::Task<http::Response> keep_order(Context& context, http::Request& request, ports::BookingIntent order,
                                    std::string action) {
  Work work = [order, action, user = user_of(request)](ports::UnitOfWork& unit) {
    unit.bookings().begin_intent(order);
    unit.operators().audit(order.created_at, user, action, "booking_intent:" + order.id,
                           order.order_id.empty() ? "" : "booking " + order.order_id);
    return http::Response::json(202, to_json(order));
  };
  auto response = co_await write_once(context, request, std::move(work));
  context.signals.intents.notify();
  co_return response;
}

ports::BookingIntent new_order(wire::Millis now, std::string kind) {
  ports::BookingIntent order;
  order.id = wire::new_id(now);
  order.kind = std::move(kind);
  order.created_at = order.next_at = now;
  return order;
}

rt::Task<http::Response> book(Context& context, http::Request& request) {
  const auto body = body_of(request);
  if (!body) co_return failure(body.error(), request);
  auto kept = co_await kept_answer(context, request);
  if (kept) co_return std::move(*kept);
  const auto now = context.clock.now();
  auto booking = request_of(*body, context.zone.today(now));
  if (!booking) co_return failure(booking.error(), request);
  const auto offers = co_await context.pms.availability(booking->stay, ports::Freshness::kFresh);
  if (!offers) co_return failure(offers.error(), request);
  if (const auto fault = fault_of_offer(*offers, *body, *booking)) co_return failure(*fault, request);
  // `conversation_id` stays empty: the worker tells no guest about what staff books; staff does.
  auto order = new_order(now, "book");
  booking->marker = order.id;
  order.request = to_json(*booking);
  co_return co_await keep_order(context, request, std::move(order), "booking.order");
}

rt::Task<http::Response> cancel(Context& context, http::Request& request) {
  auto kept = co_await kept_answer(context, request);
  if (kept) co_return std::move(*kept);
  const std::string id = request.param("id");
  std::optional<wire::Booking> booking = co_await copy_of(context, id);
  if (!booking) {
    auto asked = co_await context.pms.booking(id);
    if (!asked) co_return failure(asked.error(), request);
    booking = std::move(*asked);
  }
  if (booking->state == wire::BookingState::kCheckedOut)
    co_return failure(ErrorCode::kNotNow, "the guest has left already; this stay cannot be cancelled", request);
  auto order = new_order(context.clock.now(), "cancel");
  order.order_id = id;
  order.request = {{"booking_id", id}, {"reference", booking->reference}};
  co_return co_await keep_order(context, request, std::move(order), "booking.cancel_order");
}

rt::Task<http::Response> change_now(Context& context, const http::Request& request, domain::StayChange change) {
  const auto changed = co_await context.pms.change_stay(request.param("id"), std::move(change));
  if (!changed) co_return failure(changed.error(), request);
  auto write = context.store.write(
      [booking = *changed, user = user_of(request), now = context.clock.now()](ports::UnitOfWork& unit) {
        unit.bookings().put(booking);
        unit.operators().audit(now, user, "booking.change", "booking:" + booking.id, "new dates, people or room type");
      });
  co_await std::move(write);
  co_return http::Response::json(200, wire::to_json(*changed));
}

rt::Task<http::Response> change(Context& context, http::Request& request) {
  auto body = body_of(request);
  if (!body) co_return failure(body.error(), request);
  auto kept = co_await kept_answer(context, request);
  if (kept) co_return std::move(*kept);
  const auto current = co_await context.pms.booking(request.param("id"));
  if (!current) co_return failure(current.error(), request);
  if (current->rooms.empty()) co_return failure(ErrorCode::kNotNow, "this booking has no room", request);
  if (!body->contains("check_in")) (*body)["check_in"] = wire::to_iso(current->rooms.front().check_in);
  if (!body->contains("check_out")) (*body)["check_out"] = wire::to_iso(current->rooms.front().check_out);
  domain::StayChange wanted;
  wanted.room_type_id = wire::text_of(*body, "room_type_id");
  if (wire::member(*body, "room_type_id") && wanted.room_type_id.empty())
    co_return failure(invalid("room_type_id: of an offer of GET /availability, or leave it out"), request);
  const bool same_people = !body->contains("rooms") && !body->contains("adults");
  auto& stay = wanted.stay;
  stay = stay_from_json(*body);
  if (same_people) {
    stay.rooms.clear();
    // The PMS counts children without ages; the middle of childhood stands for an age that nobody knows here.
    for (const auto& room : current->rooms)
      stay.rooms.push_back({room.adults, std::vector<int>(static_cast<std::size_t>(std::max(room.children, 0)), 8)});
  }
  if (const auto fault = domain::fault_of(stay, context.zone.today(context.clock.now())))
    co_return failure(*fault, request);
  OutsideAct act = [&context, &request, wanted] { return change_now(context, request, wanted); };
  co_return co_await act_once(context, request, std::move(act));
}

}  // namespace

void add_booking_routes(http::Router& router, Context& context) {
  add(router, context, "GET", "/availability", Access::kFrontdesk, availability);
  add(router, context, "GET", "/bookings", Access::kFrontdesk, list);
  add(router, context, "POST", "/bookings", Access::kFrontdesk, book);
  add(router, context, "GET", "/bookings/{id}", Access::kFrontdesk, one);
  add(router, context, "PATCH", "/bookings/{id}", Access::kFrontdesk, change);
  add(router, context, "POST", "/bookings/{id}/cancel", Access::kFrontdesk, cancel);
  add(router, context, "GET", "/bookings/intents/{id}", Access::kFrontdesk, intent);
}

}  // namespace hotel::app
