#include <algorithm>
#include <boost/json/serialize.hpp>

#include "store/sql/cursor.h"
#include "store/sql/repositories.h"
#include "wire/codec.h"
#include "wire/event.h"
#include "wire/text.h"

namespace hotel::store {
namespace {

constexpr std::size_t kPhoneEnd =
    8;  // digits: enough to tell people apart, few enough for any way to write the country and area

const std::string kSelect = "SELECT c.content, c.read_at, c.version, c.seq, c.check_in FROM bookings c ";

struct ReadBooking {
  wire::Booking booking;
  std::int64_t seq = 0;
  std::int64_t check_in = 0;
};

ReadBooking booking_row(const Row& row) {
  ReadBooking out;
  const auto content = wire::parse_json(row.text(0));
  if (content) out.booking = wire::booking_from_json(*content).value_or(wire::Booking{});
  out.booking.read_at = row.integer(1);
  out.booking.version = row.integer(2);
  out.seq = row.integer(3);
  out.check_in = row.integer(4);
  return out;
}

wire::Booking booking_from(const Row& row) {
  return booking_row(row).booking;
}

// What is compared: everything but when it was read and our version.
std::string content_of(wire::Booking booking) {
  booking.read_at = 0;
  booking.version = 0;
  return json::serialize(wire::to_json(booking));
}

std::string end_of(const std::string& digits) {
  return digits.size() < kPhoneEnd ? std::string{} : digits.substr(digits.size() - kPhoneEnd);
}

std::pair<std::int64_t, std::int64_t> stay_of(const wire::Booking& booking) {
  if (booking.rooms.empty()) return {0, 0};
  std::int64_t in = std::numeric_limits<std::int64_t>::max(), out = std::numeric_limits<std::int64_t>::min();
  for (const auto& room : booking.rooms) {
    in = std::min(in, day_number(room.check_in));
    out = std::max(out, day_number(room.check_out));
  }
  return {in, out};
}

}  // namespace

bool BookingSql::put(wire::Booking booking) {
  const std::string content = content_of(booking);
  const auto before =
      scope_.db.first("SELECT c.content, c.version FROM bookings c WHERE c.id = $1 {lock}", {booking.id},
                      [](const Row& row) { return std::pair{row.string(0), row.integer(1)}; });
  if (before && before->first == content) {
    scope_.db.run("UPDATE bookings SET read_at = $2 WHERE id = $1 AND read_at < $2", {booking.id, booking.read_at});
    return false;
  }
  booking.version = before ? before->second + 1 : 1;
  const std::string phone = digits_of(booking.phone), phone_end = end_of(phone);
  const std::string folded =
      wire::fold(booking.guest_name + " " + booking.reference + " " + booking.email) + " " + phone;
  const auto [check_in, check_out] = stay_of(booking);
  scope_.db.run(
      "INSERT INTO bookings (id, reference, folded, phone, phone_end, check_in, check_out, read_at, version, content) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) "
      "ON CONFLICT (id) DO UPDATE SET reference = excluded.reference, folded = excluded.folded, phone = "
      "excluded.phone, phone_end = excluded.phone_end, "
      "check_in = excluded.check_in, check_out = excluded.check_out, read_at = excluded.read_at, version = "
      "excluded.version, content = excluded.content",
      {booking.id, booking.reference, folded, phone, phone_end, check_in, check_out, booking.read_at, booking.version,
       content});
  events_.append(wire::kBookingUpdated, wire::to_json(booking), booking.version);
  return true;
}

std::optional<wire::Booking> BookingSql::find(const std::string& id) {
  return scope_.db.first(kSelect + "WHERE c.id = $1 {lock}", {id}, booking_from);
}

// Guests write a reference in any case.
std::optional<wire::Booking> BookingSql::by_reference(std::string_view reference) {
  if (reference.empty()) return std::nullopt;
  if (auto exact =
          scope_.db.first(kSelect + "WHERE c.reference = $1 ORDER BY c.seq DESC LIMIT 1", {reference}, booking_from))
    return exact;
  std::string upper{reference};
  for (char& c : upper)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  return scope_.db.first(kSelect + "WHERE c.reference = $1 ORDER BY c.seq DESC LIMIT 1", {upper}, booking_from);
}

std::vector<wire::Booking> BookingSql::by_phone(const std::vector<std::string>& phone_variants) {
  std::vector<std::string> whole, ends;
  for (const auto& variant : phone_variants) {
    std::string digits = digits_of(variant), end = end_of(digits);
    if (!end.empty())
      ends.push_back(std::move(end));
    else if (!digits.empty())
      whole.push_back(std::move(digits));
  }
  if (whole.empty() && ends.empty()) return {};
  std::vector<Param> params;
  std::string sql = kSelect + "WHERE ";
  if (!ends.empty())
    sql.append("c.phone_end IN (").append(placeholders(1, ends.size())).append(") AND c.phone_end <> ''");
  for (const auto& end : ends) params.emplace_back(end);
  if (!whole.empty())
    sql.append(ends.empty() ? "" : " OR ")
        .append("c.phone IN (")
        .append(placeholders(params.size() + 1, whole.size()))
        .append(")");
  for (const auto& digits : whole) params.emplace_back(digits);
  return scope_.db.all(sql + " ORDER BY c.check_in DESC, c.seq DESC", params, booking_from);
}

Page<wire::Booking> BookingSql::list(std::string_view query, std::optional<wire::Date> from,
                                     std::optional<wire::Date> to, std::string_view cursor, int limit) {
  const Cursor start = cursor_from(cursor);
  const std::string pattern = contains_pattern(wire::fold(query));
  std::vector<Param> params{start.key, start.seq, limit + 1};
  std::string sql = kSelect + "WHERE (c.check_in, c.seq) < ($1, $2)";
  const auto add = [&](std::string_view condition, Param value) {
    params.push_back(value);
    sql.append(condition).append("$").append(std::to_string(params.size()));
  };
  if (from) add(" AND c.check_out >= ", day_number(*from));
  if (to) add(" AND c.check_in <= ", day_number(*to));
  if (!query.empty()) {
    add(" AND c.folded LIKE ", pattern);
    sql.append(" ESCAPE '\\'");
  }
  auto found = scope_.db.all(sql + " ORDER BY c.check_in DESC, c.seq DESC LIMIT $3", params, booking_row);
  Page<wire::Booking> page;
  page.as_of_seq = events_.last_seq();
  if (found.size() > static_cast<std::size_t>(limit)) {
    found.pop_back();
    if (!found.empty()) page.next = cursor_text(found.back().check_in, found.back().seq);
  }
  for (auto& one : found) page.items.push_back(std::move(one.booking));
  return page;
}

std::vector<std::string> BookingSql::ids_ending_from(wire::Date day) {
  return scope_.db.all("SELECT id FROM bookings WHERE check_out >= $1 ORDER BY check_out, seq", {day_number(day)},
                       [](const Row& row) { return row.string(0); });
}

}  // namespace hotel::store
