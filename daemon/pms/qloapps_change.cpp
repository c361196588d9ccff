// Cancelling and moving bookings of QloApps.
#include <algorithm>

#include "base/log.h"
#include "pms/guest_fields.h"
#include "pms/qloapps_client.h"
#include "pms/qloapps_xml.h"

namespace hotel::pms {
using base::ErrorCode;
using Kind = Answer::Kind;

rt::Task<base::Result<void>> QloApps::cancel(std::string booking_id) {
  const auto shop = co_await catalogue_.get();
  if (!shop) co_return shop.error();
  const Catalogue& catalogue = **shop;
  const auto before = co_await order(booking_id);
  if (!before) co_return before.error();
  if (catalogue.dead_states.contains(before->state)) co_return base::Result<void>{};
  auto body = order_history_xml(booking_id, catalogue.cancelled_state);
  const auto reply = co_await web_.write("cancel", "POST", "order_histories", "application/xml", std::move(body));
  cache_.drop();
  if (reply.answer.kind == Kind::kOk) co_return base::Result<void>{};
  if (reply.answer.kind == Kind::kRefused) {
    catalogue_.forget();  // an unknown state: the shop's states changed
    co_return base::error(ErrorCode::kInvalid, reply.answer.detail);
  }
  if (reply.answer.kind != Kind::kUnknown) co_return error_of(reply.answer);
  // It may have been done: the order's state tells.
  const auto after = co_await order(booking_id);
  if (after && catalogue.dead_states.contains(after->state)) co_return base::Result<void>{};
  co_return error_of(reply.answer);
}

rt::Task<base::Result<GuestDetails>> QloApps::guest_of(Found found) {
  // The PUT overwrites the guest with what it brings: all of it is sent back, or nothing is changed at all.
  if (!found.customer)
    co_return base::error(ErrorCode::kPmsUnavailable, "the PMS does not show the guest of this booking");
  GuestDetails guest;
  const auto phone = clean_phone(found.customer->phone);
  guest.first_name = clean_name(found.customer->first_name);
  guest.last_name = clean_name(found.customer->last_name);
  guest.email = found.customer->email;
  if (!phone || guest.first_name.empty() || guest.last_name.empty() || guest.email.empty())
    co_return base::error(
        ErrorCode::kNotNow,
        "the guest's name, phone or e-mail in the PMS is incomplete: staff has to change this booking");
  guest.phone = found.customer->phone.size() <= 32 ? found.customer->phone : *phone;
  co_return guest;
}

rt::Task<base::Result<QloApps::Found>> QloApps::put_stay(Found before, SharedCatalogue shop, domain::StayChange change,
                                                         std::string body) {
  const auto path = "bookings/" + before.order.id;
  const auto reply = co_await web_.write("change", "PUT", path, "application/json", std::move(body));
  cache_.drop();
  if (reply.answer.kind == Kind::kRefused || reply.answer.kind == Kind::kFault) co_return error_of(reply.answer);
  auto id = before.order.id;
  auto after = co_await whole(std::move(id));
  if (!after)
    co_return base::error(ErrorCode::kOutcomeUnknown, "the change was sent, but the booking could not be read back");
  if (!matches(after->lines, change.room_type_id, change.stay) || shop->dead_states.contains(after->order.state)) {
    if (reply.answer.kind == Kind::kOk) base::log::error("pms.change_not_done", {{"order", before.order.id}});
    co_return base::error(ErrorCode::kOutcomeUnknown, "the booking in the PMS is not as it was asked for");
  }
  co_return std::move(*after);
}

rt::Task<base::Result<wire::Booking>> QloApps::change_stay(std::string booking_id, domain::StayChange change) {
  const auto shop = co_await catalogue_.get();
  if (!shop) co_return shop.error();
  const Catalogue& catalogue = **shop;
  const auto& stay = change.stay;
  if (auto fault = domain::fault_of(stay, catalogue.zone.today(clock_.now()))) co_return *fault;
  const auto turn = co_await bookings_.enter(web_.config().write_timeout * 2);
  if (!turn) co_return base::error(ErrorCode::kPmsUnavailable, "other bookings are still under way");
  auto before = co_await whole(booking_id);
  if (!before) co_return before.error();
  if (auto why = why_not_changeable(catalogue, before->order, before->lines))
    co_return base::error(ErrorCode::kNotNow, *why);
  if (change.room_type_id.empty()) change.room_type_id = before->lines.front().room_type_id;
  const auto& type_id = change.room_type_id;
  if (stay.rooms.size() != before->lines.size())
    co_return base::error(ErrorCode::kNotNow, "the number of rooms can only be changed by staff");
  const auto as_booked = [&](const Found& found) {
    return booking_from(catalogue, found.order, found.lines, found.customer ? &*found.customer : nullptr, clock_.now());
  };
  if (matches(before->lines, type_id, stay)) co_return as_booked(*before);
  for (const auto& party : stay.rooms)
    if (auto fault = catalogue.fault_of_room(type_id, party)) co_return *fault;

  const auto guest = co_await guest_of(*before);
  if (!guest) co_return guest.error();
  const auto body = change_body(catalogue, web_.config().hotel_id, before->order, type_id, stay, *guest);
  auto after = co_await put_stay(*before, *shop, change, body);
  if (!after) co_return after.error();
  // Auto-added services get lost when the days or the type change, although they were sent; the same PUT once more
  // brings them back.
  const auto lines_total = [](const Found& found) {
    std::int64_t sum = 0;
    for (const auto& line : found.lines) sum += line.gross_cents;
    return sum;
  };
  if (!catalogue.auto_added(type_id).empty() && after->order.total_cents <= lines_total(*after)) {
    after = co_await put_stay(*before, *shop, change, body);
    if (!after) co_return after.error();
  }
  const auto others = co_await other_lines(after->lines);
  if (!others)
    co_return base::error(ErrorCode::kOutcomeUnknown, "the booking was changed, but its room could not be checked");
  if (*others != Other::kNone)
    co_return base::error(ErrorCode::kOutcomeUnknown, "the booking was changed, but another one holds the same room");
  co_return as_booked(*after);
}

}  // namespace hotel::pms
