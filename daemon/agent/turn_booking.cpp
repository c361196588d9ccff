#include <algorithm>

#include "agent/turn.h"
#include "wire/ids.h"
#include "wire/text.h"

namespace hotel::agent {
namespace {

std::string digits_of(const std::string& text) {
  std::string out;
  for (const char c : text)
    if (c >= '0' && c <= '9') out.push_back(c);
  return out;
}

// Phones are written with and without a country code: the last nine digits must be the same.
bool same_phone(const std::string& a, const std::string& b) {
  const auto x = digits_of(a), y = digits_of(b);
  if (x.size() < 7 || y.size() < 7) return false;
  const auto n = std::min<std::size_t>({9, x.size(), y.size()});
  return x.substr(x.size() - n) == y.substr(y.size() - n);
}

std::string_view state_key(wire::BookingState state) {
  switch (state) {
    case wire::BookingState::kConfirmed:
      return "state_confirmed";
    case wire::BookingState::kCheckedIn:
      return "state_checked_in";
    case wire::BookingState::kCheckedOut:
      return "state_checked_out";
    case wire::BookingState::kCancelled:
      return "state_cancelled";
  }
  return "state_confirmed";
}

std::string rooms_of(std::string_view language, const wire::Booking& booking) {
  std::vector<std::pair<std::string, int>> counts;
  for (const auto& room : booking.rooms) {
    const auto found =
        std::find_if(counts.begin(), counts.end(), [&](const auto& c) { return c.first == room.room_type; });
    if (found == counts.end())
      counts.emplace_back(room.room_type, 1);
    else
      ++found->second;
  }
  std::string out;
  for (const auto& [type, n] : counts)
    out += (out.empty() ? "" : ", ") + (n > 1 ? std::to_string(n) + " x " : std::string()) + room_text(language, type);
  return out;
}

}  // namespace

bool Turn::may_see(const wire::Booking& booking) const {
  if (same_phone(booking.phone, input_.phone)) return true;
  return std::any_of(input_.bookings.begin(), input_.bookings.end(), [&](const auto& b) { return b.id == booking.id; });
}

// The booking that is meant, read from the PMS in this turn; nothing: what is missing has been said.
rt::Task<std::optional<wire::Booking>> Turn::find_booking(std::string task) {
  const auto code = said_.entities.booking_code;
  std::optional<wire::Booking> found;
  if (!code.empty()) {
    auto read = co_await pms_.by_reference(code);
    if (!read) {
      fault(base::error(base::ErrorCode::kPmsUnavailable, ""));
      co_return std::nullopt;
    }
    found = std::move(*read);
    if (!found) {
      state_.task = task;
      ask(Asked::kCode, "not_found", {{"code", code}});
      co_return std::nullopt;
    }
  } else {
    std::vector<const wire::Booking*> live;
    for (const auto& b : input_.bookings) {
      const bool named = said_.entities.name.empty() ||
                         wire::fold(b.guest_name).find(wire::fold(said_.entities.name)) != std::string::npos;
      if (b.state == wire::BookingState::kConfirmed && named) live.push_back(&b);
    }
    if (live.size() != 1) {
      state_.task = task;
      std::string codes;
      for (const auto* b : live) codes += (codes.empty() ? "" : ", ") + b->reference;
      if (live.empty())
        ask(Asked::kCode, input_.bookings.empty() && task == "lookup" ? "no_bookings" : "ask_code");
      else
        ask(Asked::kCode, "ask_code_which", {{"codes", codes}});
      co_return std::nullopt;
    }
    const auto id = live.front()->id;
    auto read = co_await pms_.booking(id);
    if (!read) {
      fault(base::error(base::ErrorCode::kPmsUnavailable, ""));
      co_return std::nullopt;
    }
    found = std::move(*read);
  }
  if (!may_see(*found)) {
    hand_over("verify_identity", "handover_verify");
    co_return std::nullopt;
  }
  co_return found;
}

rt::Task<void> Turn::existing(std::string task) {
  state_.misses = 0;
  const auto booking = co_await find_booking(task);
  if (!booking) co_return;
  state_.task.clear();
  state_.asked = Asked::kNothing;
  if (task == "cancel")
    ask_cancel(*booking);
  else
    show(*booking);
}

void Turn::show(const wire::Booking& b) {
  if (b.rooms.empty()) return hand_over("verify_identity", "handover_verify");
  const auto& first = b.rooms.front();
  auto total = b.total;
  if (total.currency.empty()) total.currency = house_.currency;
  tell("booking_shown", {{"code", b.reference},
                         {"room", rooms_of(lang_, b)},
                         {"check_in", day_text(lang_, first.check_in)},
                         {"check_out", day_text(lang_, first.check_out)},
                         {"name", b.guest_name},
                         {"total", money_text(total)},
                         {"state", say(lang_, state_key(b.state))}});
  fact("booking:" + b.reference, std::string(wire::name(b.state)), "pms", b.read_at);
  fact("total", money_text(total), "pms", b.read_at);
  done_ = true;
}

void Turn::ask_cancel(const wire::Booking& b) {
  if (b.state == wire::BookingState::kCancelled) return tell("already_cancelled", {{"code", b.reference}});
  if (b.state != wire::BookingState::kConfirmed || b.rooms.empty())
    return hand_over("cancel_request", "handover_request");
  const auto& first = b.rooms.front();
  tell("confirm_cancel", {{"code", b.reference},
                          {"room", rooms_of(lang_, b)},
                          {"check_in", day_text(lang_, first.check_in)},
                          {"check_out", day_text(lang_, first.check_out)}});
  fact("booking:" + b.reference, std::string(wire::name(b.state)), "pms", b.read_at);
  state_.cancel = Cancellation{wire::new_id(input_.now), b.id, b.reference, input_.now + kSummaryLife};
  state_.asked = Asked::kCancel;
  payload_ = buttons_payload(body_, {{"cancel:" + state_.cancel->intent_id, say(lang_, "button_cancel"), ""},
                                     {"keep:" + state_.cancel->intent_id, say(lang_, "button_keep"), ""}});
  done_ = true;
}

void Turn::cancel_now() {
  if (input_.now > state_.cancel->valid_until) {
    state_.cancel.reset();
    state_.asked = Asked::kNothing;
    return tell("offer_gone");
  }
  out_.cancel = CancelOrder{state_.cancel->intent_id, state_.cancel->booking_id, state_.cancel->reference};
  state_.ordered = state_.cancel->intent_id;
  state_.order_open = true;
  state_.cancel.reset();
  state_.asked = Asked::kNothing;
  tell("cancel_working");
  purpose_ = domain::Purpose::kCourtesy;
  done_ = true;
}

}  // namespace hotel::agent
