#include "pms/qloapps_client.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/log.h"
#include "pms/guest_fields.h"
#include "pms/qloapps_xml.h"
#include "wire/codec.h"

namespace hotel::pms {
using base::ErrorCode;
using Kind = Answer::Kind;
namespace {

constexpr int kPage = 200;
constexpr std::string_view kLineFields =
    "[id,id_order,id_room,id_status,check_out,date_from,date_to,is_refunded,is_cancelled,is_back_order]";

base::Error unusable(std::string what) {
  return base::error(ErrorCode::kPmsUnavailable, std::move(what));
}
base::Error not_found() {
  return base::error(ErrorCode::kNotFound, "the PMS has no such booking");
}

}  // namespace

QloApps::QloApps(QloAppsConfig config, Transport transport, const base::Clock& clock, base::Metrics& metrics)
    : clock_(clock),
      web_(std::move(config), std::move(transport), clock, metrics),
      catalogue_(web_, clock),
      cache_(clock, web_.config().keep_availability) {}

// ----------------------------------------------------------------------------------------------------------
// availability
rt::Task<base::Result<domain::Availability>> QloApps::availability(domain::Stay stay, ports::Freshness freshness) {
  const AvailabilityCache::Ask ask = [this](domain::Stay wanted) { return ask_availability(std::move(wanted)); };
  co_return co_await cache_.get(std::move(stay), freshness == ports::Freshness::kFresh, ask);
}

rt::Task<base::Result<domain::Availability>> QloApps::ask_availability(domain::Stay stay) {
  const auto shop = co_await catalogue_.get();
  if (!shop) co_return shop.error();
  const Catalogue& catalogue = **shop;
  // QloApps prices past stays and reversed ones find an error: sort them out here.
  if (auto fault = domain::fault_of(stay, catalogue.zone.today(clock_.now()))) co_return *fault;
  auto body = ari_xml(web_.config().hotel_id, stay);
  const auto reply = co_await web_.read_xml("hotel_ari", "hotel_ari", std::move(body));
  if (reply.answer.kind != Kind::kOk) co_return error_of(reply.answer);
  const auto ari = ari_from(reply.answer.body);
  if (!ari) co_return unusable("the PMS answers about availability in a form that is not known");
  if (ari->types.empty())
    co_return unusable("the PMS offers no room type of this hotel: it is inactive, or PMS_HOTEL_ID is wrong");

  domain::Availability out;
  out.read_at = clock_.now();
  out.source = "qloapps";
  const int wanted = static_cast<int>(stay.rooms.size());
  for (const auto& type : ari->types) {
    const auto known = catalogue.types.find(type.id);
    if (known == catalogue.types.end()) catalogue_.forget();  // new since the catalogue was read: known the next time
    if (known == catalogue.types.end() || !known->second.active) continue;
    domain::Offer offer;
    offer.type = catalogue.type(type.id, type.name);
    offer.free = type.available;
    offer.nightly = {type.night_cents, ari->currency};
    offer.one_room = {type.one_room_cents(wanted, stay.nights()), ari->currency};
    offer.total = {type.total_cents, ari->currency};
    // QloApps does not check parties: nine adults find the same rooms.
    offer.fits = type.available >= wanted && std::all_of(stay.rooms.begin(), stay.rooms.end(),
                                                         [&](const auto& party) { return offer.type.fits(party); });
    out.offers.push_back(std::move(offer));
  }
  out.stay = std::move(stay);
  co_return out;
}

// ---------------------------------------------------------------------------------------------------------------
// booking
std::optional<base::Error> QloApps::guest_details(const domain::BookingRequest& request, GuestDetails& out) const {
  const auto phone = clean_phone(request.phone);
  if (!phone) return base::error(ErrorCode::kInvalid, "a booking needs the guest's phone number");
  out.phone = *phone;
  std::tie(out.first_name, out.last_name) = clean_names(request.first_name, request.last_name);
  out.email = request.email.empty() ? email_for_phone(*phone, web_.config().guest_mail_domain) : request.email;
  if (!sound_email(out.email)) return base::error(ErrorCode::kInvalid, "the PMS does not take this e-mail address");
  return std::nullopt;
}

rt::Task<base::Result<std::string>> QloApps::book(domain::BookingRequest request) {
  GuestDetails guest;
  if (!sound_marker(request.marker))
    co_return base::error(ErrorCode::kInvalid, "the booking's marker cannot be looked for");
  if (auto fault = guest_details(request, guest)) co_return *fault;
  const auto shop = co_await catalogue_.get();
  if (!shop) co_return shop.error();
  const Catalogue& catalogue = **shop;
  if (auto fault = domain::fault_of(request.stay, catalogue.zone.today(clock_.now()))) co_return *fault;
  if (request.room_type_ids.size() != request.stay.rooms.size())
    co_return base::error(ErrorCode::kInvalid, "every room needs a room type");
  for (std::size_t i = 0; i < request.stay.rooms.size(); ++i)
    if (auto fault = catalogue.fault_of_room(request.room_type_ids[i], request.stay.rooms[i])) co_return *fault;

  const auto turn = co_await bookings_.enter(web_.config().write_timeout * 2);
  if (!turn) co_return unusable("other bookings are still under way");
  auto body = booking_body(catalogue, web_.config().hotel_id, request, guest);
  const auto reply = co_await web_.write("book", "POST", "bookings", "application/json", std::move(body));
  cache_.drop();
  if (reply.answer.kind != Kind::kOk) co_return error_of(reply.answer);
  const auto booked = booked_from(reply.answer.body);
  if (!booked) co_return base::error(ErrorCode::kOutcomeUnknown, "the PMS answered a booking without its id");
  if (booked->currency != catalogue.currency)
    base::log::warning("pms.booked_in_other_currency", {{"wanted", catalogue.currency}, {"booked", booked->currency}});
  co_return booked->id;
}

rt::Task<base::Result<std::vector<std::string>>> QloApps::find_by_marker(std::string marker) {
  if (!sound_marker(marker)) co_return base::error(ErrorCode::kInvalid, "such a marker cannot be looked for");
  Query query;
  query.filter("source", "[" + marker + "]").add("display", "[id,reference,current_state,source]");
  const auto found = co_await list_all(web_, "orders", query, kPage);
  if (!found) co_return found.error();
  std::vector<std::string> ids;
  for (const auto& row : found->rows)  // the shop compares without case and accents
    if (const auto order = order_from(row); order && order->source == marker) ids.push_back(order->id);
  std::sort(ids.begin(), ids.end(), id_less);
  co_return ids;
}

// ---------------------------------------------------------------------------------------------------------------
// reading
rt::Task<base::Result<OrderRow>> QloApps::order(std::string id) {
  if (!is_id(id)) co_return not_found();
  const Query query;
  const auto path = "orders/" + id;
  const auto reply = co_await web_.read("order", path, query.text());
  if (reply.answer.kind == Kind::kNoRow) co_return not_found();
  if (reply.answer.kind != Kind::kOk) co_return error_of(reply.answer);
  const auto row = single_of(reply.answer.body);
  const auto order = row ? order_from(*row) : std::nullopt;
  if (!order || order->id != id) co_return unusable("the PMS answers about an order in a form that is not known");
  co_return *order;
}

rt::Task<base::Result<std::vector<LineRow>>> QloApps::lines_of(std::vector<std::string> order_ids) {
  Query query;
  query.filter("id_order", fmt::format("[{}]", fmt::join(order_ids, "|"))).add("display", "full");
  const auto listed = co_await list_all(web_, "room_bookings", query, kPage);
  if (!listed) co_return listed.error();
  std::vector<LineRow> out;
  for (const auto& row : listed->rows)
    if (auto line = line_from(row)) out.push_back(std::move(*line));
  co_return out;
}

rt::Task<base::Result<std::vector<CustomerRow>>> QloApps::customers(std::vector<std::string> ids) {
  std::vector<CustomerRow> out;
  if (ids.empty()) co_return out;
  Query query;  // never display=full here: it shows password hashes
  query.filter("id", fmt::format("[{}]", fmt::join(ids, "|"))).add("display", "[id,firstname,lastname,email,phone]");
  const auto reply = co_await web_.read("customers", "customers", query.text());
  if (reply.answer.kind != Kind::kOk) co_return error_of(reply.answer);
  const auto rows = rows_of(reply.answer.body);
  if (!rows) co_return unusable("the PMS answers a list of customers in a form that is not known");
  for (const auto& row : *rows)
    if (auto customer = customer_from(row)) out.push_back(std::move(*customer));
  co_return out;
}

rt::Task<base::Result<QloApps::Found>> QloApps::whole(std::string id) {
  auto order_row = co_await order(id);
  if (!order_row) co_return order_row.error();
  Found out;
  out.order = std::move(*order_row);
  std::vector<std::string> ids{id};
  auto lines = co_await lines_of(std::move(ids));
  if (!lines) co_return lines.error();
  out.lines = std::move(*lines);
  // An empty list may be an SQL error (PHP 7.4): the order itself says whether it has rooms.
  if (out.lines.empty() && out.order.line_ids && !out.order.line_ids->empty())
    co_return unusable("the PMS hides the rooms of an order");
  const auto& hotel = web_.config().hotel_id;
  if (!out.lines.empty() &&
      std::none_of(out.lines.begin(), out.lines.end(), [&](const auto& l) { return l.hotel_id == hotel; }))
    co_return not_found();  // another hotel of the same shop
  std::vector<std::string> customer_ids;
  if (is_id(out.order.customer_id)) customer_ids.push_back(out.order.customer_id);
  auto found = co_await customers(std::move(customer_ids));
  if (!found) co_return found.error();
  if (!found->empty()) out.customer = found->front();
  co_return out;
}

rt::Task<base::Result<wire::Booking>> QloApps::booking(std::string booking_id) {
  const auto shop = co_await catalogue_.get();
  if (!shop) co_return shop.error();
  const auto found = co_await whole(std::move(booking_id));
  if (!found) co_return found.error();
  co_return booking_from(**shop, found->order, found->lines, found->customer ? &*found->customer : nullptr,
                         clock_.now());
}

rt::Task<base::Result<std::optional<wire::Booking>>> QloApps::by_reference(std::string reference) {
  const bool plain = !reference.empty() && reference.size() <= 32 &&
                     std::all_of(reference.begin(), reference.end(), [](unsigned char c) {
                       return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
                     });
  if (!plain) co_return std::optional<wire::Booking>{};
  Query query;
  query.filter("reference", "[" + reference + "]").add("display", "[id,reference]");
  const auto listed = co_await list_all(web_, "orders", query, kPage);
  if (!listed) co_return listed.error();
  for (const auto& row : listed->rows) {
    const auto order_row = order_from(row);
    if (!order_row) continue;
    auto id = order_row->id;
    auto found = co_await booking(std::move(id));
    if (found) co_return std::optional<wire::Booking>{std::move(*found)};
    if (found.error().code != ErrorCode::kNotFound) co_return found.error();
  }
  co_return std::optional<wire::Booking>{};
}

// -------------------------------------------------------------------------------------------------- «Last room» of the
// contract
rt::Task<base::Result<QloApps::Other>> QloApps::other_lines(std::vector<LineRow> lines) {
  std::set<std::string> ours;
  for (const auto& line : lines) ours.insert(line.id);
  auto result = Other::kNone;
  for (const auto& line : lines) {
    if (!is_id(line.room_id)) co_return unusable("the PMS shows a line without a room");
    Query query;
    query.filter("id_room", line.room_id)
        .filter("date_from", "<[" + wire::to_iso(line.to) + "]")
        .filter("date_to", ">[" + wire::to_iso(line.from) + "]")
        .filter("is_refunded", "0")
        .filter("is_back_order", "0")
        .add("display", kLineFields);
    const auto listed = co_await list_all(web_, "room_bookings", query, kPage);
    if (!listed) co_return listed.error();
    bool self = false;
    for (const auto& row : listed->rows) {
      const auto other = line_from(row);
      if (!other) continue;
      self = self || other->id == line.id;
      if (ours.contains(other->id) || other->dead()) continue;
      if (wire::nights_between(line.from, other->free_from()) <= 0) continue;  // left early
      // The lower id keeps the room. One room that we do not keep is enough to lose.
      if (!id_less(line.id, other->id))
        result = Other::kTheirsIsLower;
      else if (result == Other::kNone)
        result = Other::kOursIsLower;
    }
    if (!self) co_return unusable("the PMS does not list our own room for these nights");
  }
  co_return result;
}

rt::Task<base::Result<ports::Verification>> QloApps::verify(std::string booking_id) {
  using State = ports::Verification::State;
  const auto shop = co_await catalogue_.get();
  if (!shop) co_return shop.error();
  const auto found = co_await whole(std::move(booking_id));
  if (!found) co_return found.error();
  ports::Verification out;
  out.booking =
      booking_from(**shop, found->order, found->lines, found->customer ? &*found->customer : nullptr, clock_.now());
  const bool dead = found->lines.empty() || (*shop)->dead_states.contains(found->order.state) ||
                    std::any_of(found->lines.begin(), found->lines.end(), [](const auto& l) { return l.dead(); });
  if (dead) {
    out.state = State::kLost;
    out.we_keep_the_room = false;
    co_return out;
  }
  const auto others = co_await other_lines(found->lines);
  if (!others) co_return others.error();
  out.state = *others == Other::kNone ? State::kStands : State::kClash;
  out.we_keep_the_room = *others != Other::kTheirsIsLower;
  co_return out;
}

rt::Task<void> QloApps::probe() {
  Query query;
  query.filter("name", "[PS_TIMEZONE]").add("display", "[name,value]");
  co_await web_.read("probe", "configurations", query.text(), QloAppsWebservice::Trial::kProbe);
}

}  // namespace hotel::pms
