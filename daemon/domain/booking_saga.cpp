#include "domain/booking_saga.h"

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>
#include <cstdlib>

#include "wire/codec.h"

namespace hotel::domain {
using base::ErrorCode;
using Kind = SagaAction::Kind;
namespace json = boost::json;
namespace {

constexpr std::array kStateNames{"new",       "posting", "looking", "verifying", "cancelling",
                                 "confirmed", "lost",    "refused", "unknown"};
constexpr std::array kReasonNames{"none",        "sold_out", "price_changed", "taken_by_other",
                                  "unavailable", "invalid",  "not_found",     "not_verified"};

constexpr std::int64_t kRoundingCents = 5;  // the PMS rounds its taxes by line, its quotations by night

// 1, 2, 4, 8, then 10 seconds: quick while the guest waits, gentle while the PMS is away.
Millis pause_after(int tries) {
  return tries >= 5 ? 10'000 : Millis{1'000} << std::max(0, tries - 1);
}

void end(Saga& saga, SagaState state, SagaReason reason, std::string detail = {}) {
  saga.state = state;
  saga.reason = reason;
  if (!detail.empty()) saga.detail = std::move(detail);
  saga.not_before = 0;
  saga.tries = 0;
}

void note(Saga& saga, std::string_view text) {
  saga.tell_staff = true;
  if (!saga.staff_note.empty()) saga.staff_note.append("; ");
  saga.staff_note.append(text);
}

void try_again(Saga& saga, Millis now) {
  ++saga.tries;
  saga.not_before = now + pause_after(saga.tries);
}

void go(Saga& saga, SagaState state) {
  saga.state = state;
  saga.tries = 0;
  saga.not_before = 0;
}

bool numeric_less(const std::string& a, const std::string& b) {
  return a.size() != b.size() ? a.size() < b.size() : a < b;
}

// The room is not ours: what we have in the PMS has to go before the guest is told.
void give_back(Saga& saga, SagaReason reason) {
  saga.reason = reason;
  saga.to_cancel = {saga.order_id};
  go(saga, SagaState::kCancelling);
}

void give_up(Saga& saga, SagaReason reason, std::string detail) {
  note(saga, reason == SagaReason::kNotFound ? "It is not known whether the PMS took this booking: look for its marker"
                                             : "The booking is in the PMS but could not be checked");
  end(saga, SagaState::kUnknown, reason, std::move(detail));
}

void confirm(Saga& saga) {
  const auto& found = saga.found_total;
  if (found && (found->currency != saga.expected_total.currency ||
                std::llabs(found->cents - saga.expected_total.cents) > kRoundingCents))
    note(saga, "The PMS charges another total than the guest was told");
  end(saga, SagaState::kConfirmed, SagaReason::kNone);
}

}  // namespace

std::string_view name(SagaState state) {
  return kStateNames.at(static_cast<std::size_t>(state));
}
std::string_view name(SagaReason reason) {
  return kReasonNames.at(static_cast<std::size_t>(reason));
}

Saga new_saga(const BookingRequest& request) {
  Saga saga;
  saga.marker = request.marker;
  saga.expected_total = request.expected_total;
  return saga;
}

SagaAction next(const Saga& saga, Millis now) {
  if (saga.done()) return {};
  if (now < saga.not_before) return {Kind::kWait, {}, saga.not_before};
  switch (saga.state) {
    case SagaState::kNew:
      // Posted and still new cannot be: begin_post moves on. Should a stored row say so, it counts as posted.
      if (saga.posted()) return {Kind::kFindMarker, {}, 0};
      return {saga.checked ? Kind::kPost : Kind::kCheck, {}, 0};
    case SagaState::kPosting:
      return {Kind::kFindMarker, {}, 0};
    case SagaState::kLooking:
      if (!saga.to_cancel.empty()) return {Kind::kCancel, saga.to_cancel.front(), 0};
      return {Kind::kFindMarker, {}, 0};
    case SagaState::kVerifying:
      return {Kind::kVerify, saga.order_id, 0};
    case SagaState::kCancelling:
      return saga.to_cancel.empty() ? SagaAction{} : SagaAction{Kind::kCancel, saga.to_cancel.front(), 0};
    default:
      return {};
  }
}

void on_checked(Saga& saga, const base::Result<Availability>& found, const BookingRequest& request, Millis now) {
  if (saga.state != SagaState::kNew || saga.posted()) return;
  if (!found) {
    const auto& fault = found.error();
    if (fault.code != ErrorCode::kPmsUnavailable)
      return end(saga, SagaState::kRefused, SagaReason::kInvalid, fault.detail);
    if (saga.tries + 1 >= kChecks) return end(saga, SagaState::kRefused, SagaReason::kUnavailable, fault.detail);
    return try_again(saga, now);
  }
  if (auto fault = fault_of(*found, request)) {
    // A type that was offered and is not any more is as good as sold out.
    if (fault->code == ErrorCode::kSoldOut || fault->code == ErrorCode::kNotFound)
      return end(saga, SagaState::kLost, SagaReason::kSoldOut, "no free room of the type any more");
    return end(saga, SagaState::kRefused, SagaReason::kInvalid, std::move(fault->detail));
  }
  const auto price = price_of(*found, request.room_type_ids);
  if (!price) return end(saga, SagaState::kRefused, SagaReason::kInvalid, "the rooms are priced in several currencies");
  if (*price != saga.expected_total) {
    saga.found_total = price;
    return end(saga, SagaState::kRefused, SagaReason::kPriceChanged, "the price changed meanwhile");
  }
  saga.checked = true;
  saga.tries = 0;
}

void begin_post(Saga& saga, Millis now) {
  go(saga, SagaState::kPosting);
  saga.posted_at = now;
}

void on_posted(Saga& saga, const base::Result<std::string>& order_id, Millis now) {
  if (saga.state != SagaState::kPosting) return;
  saga.posted_at = std::max(saga.posted_at, now);  // it may have waited for its turn: the limits count from its end
  if (order_id) {
    saga.order_id = *order_id;
    return go(saga, SagaState::kLooking);
  }
  const auto& fault = order_id.error();
  switch (fault.code) {
    case ErrorCode::kSoldOut:
      return end(saga, SagaState::kLost, SagaReason::kSoldOut, fault.detail);
    case ErrorCode::kPmsUnavailable:
      return end(saga, SagaState::kRefused, SagaReason::kUnavailable, fault.detail);
    case ErrorCode::kInvalid:
      return end(saga, SagaState::kRefused, SagaReason::kInvalid, fault.detail);
    default:  // kOutcomeUnknown, and anything that nobody foresaw: it may have booked
      saga.detail = fault.detail;
      return go(saga, SagaState::kLooking);
  }
}

void on_found(Saga& saga, const base::Result<std::vector<std::string>>& order_ids, Millis now) {
  if (saga.done() || !saga.posted() || (saga.state != SagaState::kPosting && saga.state != SagaState::kLooking)) return;
  if (saga.state == SagaState::kPosting) go(saga, SagaState::kLooking);
  const Millis waited = now - saga.posted_at;
  if (!order_ids) {
    // The PMS told us the id itself: go on with it rather than wait for the list.
    if (!saga.order_id.empty() && saga.tries >= 2) return go(saga, SagaState::kVerifying);
    if (waited >= kGiveUpBlindAfter) return give_up(saga, SagaReason::kNotFound, order_ids.error().detail);
    return try_again(saga, now);
  }
  auto ids = *order_ids;
  if (!saga.order_id.empty()) ids.push_back(saga.order_id);
  if (ids.empty()) {
    if (waited >= kGiveUpAfter) return give_up(saga, SagaReason::kNotFound, "no order with our marker");
    return try_again(saga, now);
  }
  std::sort(ids.begin(), ids.end(), numeric_less);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  saga.order_id = ids.front();
  saga.to_cancel.assign(ids.begin() + 1, ids.end());
  go(saga, saga.to_cancel.empty() ? SagaState::kVerifying : SagaState::kLooking);
}

void on_verified(Saga& saga, const base::Result<RoomCheck>& check, Millis now) {
  if (saga.state != SagaState::kVerifying) return;
  if (!check) {
    if (check.error().code == ErrorCode::kNotFound) {  // deleted by the hotel meanwhile: nothing to give back
      return end(saga, SagaState::kLost, SagaReason::kTakenByOther, check.error().detail);
    }
    if (now - saga.posted_at >= kGiveUpAfter) return give_up(saga, SagaReason::kNotVerified, check.error().detail);
    return try_again(saga, now);
  }
  saga.found_total = check->total;
  switch (check->state) {
    case RoomCheck::State::kLost:
      return give_back(saga, SagaReason::kTakenByOther);
    case RoomCheck::State::kClash:
      if (!check->we_keep_the_room) return give_back(saga, SagaReason::kTakenByOther);
      note(saga, "Another booking holds the same room on the same nights: move one of them");
      return confirm(saga);
    case RoomCheck::State::kStands:
      if (++saga.stood >= 2) return confirm(saga);
      saga.tries = 0;
      saga.not_before = now + kRecheckAfter;
  }
}

void on_cancelled(Saga& saga, const base::Result<void>& done, Millis now) {
  if (saga.to_cancel.empty() || (saga.state != SagaState::kLooking && saga.state != SagaState::kCancelling)) return;
  if (!done && done.error().code != ErrorCode::kNotFound) {
    if (saga.tries + 1 < kCancelTries) return try_again(saga, now);
    note(saga, "An order of ours could not be cancelled: order " + saga.to_cancel.front());
  }
  saga.to_cancel.erase(saga.to_cancel.begin());
  saga.tries = 0;
  saga.not_before = 0;
  if (!saga.to_cancel.empty()) return;
  if (saga.state == SagaState::kLooking) return go(saga, SagaState::kVerifying);
  end(saga, SagaState::kLost, saga.reason);
}

json::object to_json(const Saga& s) {
  json::array cancel;
  for (const auto& id : s.to_cancel) cancel.emplace_back(id);
  json::object out{{"marker", s.marker},
                   {"expected_total", wire::to_json(s.expected_total)},
                   {"state", name(s.state)},
                   {"reason", name(s.reason)},
                   {"detail", s.detail},
                   {"tell_staff", s.tell_staff},
                   {"staff_note", s.staff_note},
                   {"order_id", s.order_id},
                   {"to_cancel", std::move(cancel)},
                   {"posted_at", s.posted_at},
                   {"not_before", s.not_before},
                   {"tries", s.tries},
                   {"stood", s.stood}};
  if (s.found_total) out["found_total"] = wire::to_json(*s.found_total);
  return out;
}

std::optional<Saga> saga_from_json(const json::object& object) {
  const json::value value(object);
  Saga s;
  s.marker = wire::text_of(value, "marker");
  const auto state = std::find(kStateNames.begin(), kStateNames.end(), wire::text_of(value, "state"));
  const auto reason = std::find(kReasonNames.begin(), kReasonNames.end(), wire::text_of(value, "reason"));
  const auto* total = wire::member(value, "expected_total");
  const auto money = total ? wire::money_from_json(*total) : std::nullopt;
  if (s.marker.empty() || state == kStateNames.end() || !money) return std::nullopt;
  s.expected_total = *money;
  s.state = static_cast<SagaState>(state - kStateNames.begin());
  if (reason != kReasonNames.end()) s.reason = static_cast<SagaReason>(reason - kReasonNames.begin());
  const auto number = [&](std::string_view field) { return wire::integer_of(value, field).value_or(0); };
  s.detail = wire::text_of(value, "detail");
  s.staff_note = wire::text_of(value, "staff_note");
  s.tell_staff = !s.staff_note.empty();
  s.order_id = wire::text_of(value, "order_id");
  if (const auto* cancel = wire::array_of(value, "to_cancel"))
    for (const auto& id : *cancel)
      if (id.is_string()) s.to_cancel.emplace_back(id.get_string());
  if (const auto* found = wire::member(value, "found_total")) s.found_total = wire::money_from_json(*found);
  s.posted_at = number("posted_at");
  s.not_before = number("not_before");
  s.tries = static_cast<int>(number("tries"));
  s.stood = static_cast<int>(number("stood"));
  if (s.state == SagaState::kCancelling && s.to_cancel.empty()) s.state = SagaState::kLost;
  if (s.state == SagaState::kVerifying && s.order_id.empty()) s.state = SagaState::kLooking;
  return s;
}

}  // namespace hotel::domain
