// What changed in QloApps. A cancellation shows only in orders, a check-in only in room_bookings, a new name only in
// customers: all three are asked. An order's lines are always replaced as a whole, and never because a list came back
// empty.
#include <algorithm>
#include <fmt/format.h>

#include "base/log.h"
#include "pms/qloapps_client.h"
#include "wire/codec.h"

namespace hotel::pms {
using base::ErrorCode;
using Kind = Answer::Kind;
namespace {

constexpr int kPage = 200;
constexpr std::size_t kChunk = 40;
constexpr std::string_view kOrderFields =
    "[id,reference,current_state,source,id_currency,id_customer,total_paid_tax_incl,total_paid_real]";

std::vector<std::string> distinct(std::vector<std::string> ids) {
  std::sort(ids.begin(), ids.end(), id_less);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

std::vector<std::vector<std::string>> chunks_of(const std::vector<std::string>& ids) {
  std::vector<std::vector<std::string>> out;
  for (std::size_t i = 0; i < ids.size(); i += kChunk)
    out.emplace_back(ids.begin() + static_cast<std::ptrdiff_t>(i),
                     ids.begin() + static_cast<std::ptrdiff_t>(std::min(ids.size(), i + kChunk)));
  return out;
}

}  // namespace

rt::Task<base::Result<QloApps::Changed>> QloApps::changed(std::string resource, std::string shown, std::string since) {
  Query query;
  query.add("display", "[id,date_upd" + (shown == "id" ? "" : "," + shown) + "]")
      .add("date", "1")
      .filter("date_upd", ">[" + since + "]");
  const auto listed = co_await list_all(web_, std::move(resource), query, kPage);
  if (!listed) co_return listed.error();
  Changed out;
  out.access_time = shop_now(listed->access_time);
  for (const auto& row : listed->rows)
    if (auto id = wire::text_of(row, shown); is_id(id)) out.ids.push_back(std::move(id));
  co_return out;
}

rt::Task<base::Result<std::vector<std::string>>> QloApps::orders_of_customers(std::vector<std::string> customer_ids) {
  std::vector<std::string> out;
  const auto chunks = chunks_of(customer_ids);
  for (const auto& chunk : chunks) {
    Query query;
    query.filter("id_customer", fmt::format("[{}]", fmt::join(chunk, "|"))).add("display", "[id]");
    const auto listed = co_await list_all(web_, "orders", query, kPage);
    if (!listed) co_return listed.error();
    for (const auto& row : listed->rows)
      if (auto id = wire::text_of(row, "id"); is_id(id)) out.push_back(std::move(id));
  }
  co_return out;
}

// True: the order has no rooms, and says so itself.
rt::Task<base::Result<bool>> QloApps::without_lines(std::string order_id) {
  const auto row = co_await order(order_id);
  if (!row) {
    if (row.error().code == ErrorCode::kNotFound) co_return true;
    co_return row.error();
  }
  co_return row->line_ids && row->line_ids->empty();
}

rt::Task<base::Result<std::vector<wire::Booking>>> QloApps::load_chunk(SharedCatalogue shop,
                                                                       std::vector<std::string> order_ids) {
  Query query;
  query.filter("id", fmt::format("[{}]", fmt::join(order_ids, "|"))).add("display", kOrderFields);
  const auto reply = co_await web_.read("orders", "orders", query.text());
  if (reply.answer.kind != Kind::kOk) co_return error_of(reply.answer);
  const auto rows = rows_of(reply.answer.body);
  if (!rows)
    co_return base::error(ErrorCode::kPmsUnavailable, "the PMS answers a list of orders in a form that is not known");
  std::vector<OrderRow> orders;
  std::vector<std::string> customer_ids;
  for (const auto& row : *rows)
    if (auto order_row = order_from(row)) {
      if (is_id(order_row->customer_id)) customer_ids.push_back(order_row->customer_id);
      orders.push_back(std::move(*order_row));
    }
  const auto lines = co_await lines_of(order_ids);
  if (!lines) co_return lines.error();
  customer_ids = distinct(std::move(customer_ids));
  const auto guests = co_await customers(std::move(customer_ids));
  if (!guests) co_return guests.error();

  std::map<std::string, std::vector<LineRow>> by_order;
  for (const auto& line : *lines) by_order[line.order_id].push_back(line);
  const auto& hotel = web_.config().hotel_id;
  std::vector<wire::Booking> out;
  for (const auto& order_row : orders) {
    const auto& own = by_order[order_row.id];
    if (own.empty()) {
      const auto really = co_await without_lines(order_row.id);
      if (!really) co_return really.error();
      if (!*really) co_return base::error(ErrorCode::kPmsUnavailable, "the PMS hides the rooms of an order");
      if (!shop->dead_states.contains(order_row.state)) continue;  // being written just now: it will be seen again
    } else if (std::none_of(own.begin(), own.end(), [&](const auto& line) { return line.hotel_id == hotel; })) {
      continue;
    }
    const auto guest =
        std::find_if(guests->begin(), guests->end(), [&](const auto& c) { return c.id == order_row.customer_id; });
    out.push_back(booking_from(*shop, order_row, own, guest == guests->end() ? nullptr : &*guest, clock_.now()));
  }
  co_return out;
}

rt::Task<base::Result<std::vector<wire::Booking>>> QloApps::load(SharedCatalogue shop,
                                                                 std::set<std::string> order_ids) {
  std::vector<std::string> ids(order_ids.begin(), order_ids.end());
  ids = distinct(std::move(ids));
  const auto chunks = chunks_of(ids);
  std::vector<wire::Booking> out;
  for (const auto& chunk : chunks) {
    auto part = co_await load_chunk(shop, chunk);
    if (!part) co_return part.error();
    for (auto& one : *part) out.push_back(std::move(one));
  }
  co_return out;
}

rt::Task<base::Result<ports::SyncResult>> QloApps::changes_since(std::string mark) {
  const auto shop = co_await catalogue_.get();
  if (!shop) co_return shop.error();
  const auto from = mark_from(mark);
  if (!from) {
    const auto today = (*shop)->zone.today(clock_.now());
    co_return co_await reconcile(today);
  }
  const auto& zone = (*shop)->zone;
  const bool other_zone = from->zone != (*shop)->zone_name || !(*shop)->zone_known;
  const auto now = clock_.now() / 1'000;
  auto orders = co_await changed("orders", "id", since(from->orders, std::max(now, from->orders), zone, other_zone));
  if (!orders) co_return orders.error();
  auto lines =
      co_await changed("room_bookings", "id_order", since(from->lines, std::max(now, from->lines), zone, other_zone));
  if (!lines) co_return lines.error();
  auto people =
      co_await changed("customers", "id", since(from->customers, std::max(now, from->customers), zone, other_zone));
  if (!people) co_return people.error();
  const auto theirs = co_await orders_of_customers(people->ids);
  if (!theirs) co_return theirs.error();

  std::set<std::string> ids(orders->ids.begin(), orders->ids.end());
  ids.insert(lines->ids.begin(), lines->ids.end());
  ids.insert(theirs->begin(), theirs->end());
  auto bookings = co_await load(*shop, std::move(ids));
  if (!bookings) co_return bookings.error();
  web_.synced();
  ports::SyncResult out;
  out.changed = std::move(*bookings);
  out.mark = to_text({orders->access_time, lines->access_time, people->access_time, (*shop)->zone_name});
  co_return out;
}

rt::Task<base::Result<ports::SyncResult>> QloApps::reconcile(wire::Date today) {
  const auto shop = co_await catalogue_.get();
  if (!shop) co_return shop.error();
  Query query;  // date_to is a midnight: «today or later» is «after yesterday's»
  query.filter("date_to", ">[" + wire::to_iso(wire::add_days(today, -1)) + "]").add("display", "[id,id_order]");
  const auto listed = co_await list_all(web_, "room_bookings", query, kPage);
  if (!listed) co_return listed.error();
  std::set<std::string> ids;
  for (const auto& row : listed->rows)
    if (auto id = wire::text_of(row, "id_order"); is_id(id)) ids.insert(std::move(id));
  auto bookings = co_await load(*shop, std::move(ids));
  if (!bookings) co_return bookings.error();
  web_.synced();
  ports::SyncResult out;
  out.changed = std::move(*bookings);
  const auto at = shop_now(listed->access_time);
  out.mark = to_text({at, at, at, (*shop)->zone_name});
  co_return out;
}

}  // namespace hotel::pms
