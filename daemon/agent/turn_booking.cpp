#include <algorithm>

#include "agent/turn.h"
#include "wire/ids.h"
#include "wire/text.h"

namespace hotel::agent {
using domain::GuestAction;
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
  const auto name = said_.entities.name;
  state_.task = task;
  std::string id;
  if (!code.empty()) {
    auto read = co_await pms_.by_reference(code);
    if (!read) {
      fault(base::error(base::ErrorCode::kPmsUnavailable, ""));
      co_return std::nullopt;
    }
    if (!*read) {
      guest_fact("code", code);
      ask(Asked::kCode, "not_found", {{"code", code}});
      co_return std::nullopt;
    }
    id = (*read)->id;
  } else if (!name.empty() && !(task == "change" && !state_.booking_id.empty())) {
    std::vector<const wire::Booking*> live;
    for (const auto& b : input_.bookings)
      if (b.state == wire::BookingState::kConfirmed &&
          wire::fold(b.guest_name).find(wire::fold(name)) != std::string::npos)
        live.push_back(&b);
    if (live.empty()) {
      guest_fact("name", name);
      ask(Asked::kCode, "no_booking_of", {{"name", name}});
      co_return std::nullopt;
    }
    if (live.size() > 1) {
      std::string codes;
      for (const auto* b : live) {
        codes += (codes.empty() ? "" : ", ") + b->reference;
        fact(fact_of_booking(*b, lang_, house_.currency, input_.now));
      }
      ask(Asked::kCode, "ask_code_which", {{"codes", codes}});
      co_return std::nullopt;
    }
    id = live.front()->id;
    state_.form.name = name;
  } else if (!state_.booking_id.empty()) {
    id = state_.booking_id;
  } else {
    ask(Asked::kCode, "ask_code");
    co_return std::nullopt;
  }
  const auto wanted = id;
  auto read = co_await pms_.booking(wanted);
  if (!read) {
    fault(base::error(base::ErrorCode::kPmsUnavailable, ""));
    co_return std::nullopt;
  }
  if (!may_see(*read)) {
    hand_over("verify_identity", "handover_verify");
    co_return std::nullopt;
  }
  state_.booking_id = read->id;
  if (!code.empty()) state_.booking_code = code;
  co_return std::move(*read);
}

rt::Task<void> Turn::existing(std::string task) {
  state_.misses = 0;
  const auto& e = said_.entities;
  if (task == "change") {
    // What shall be different is kept while the booking is still being found.
    if (state_.task != "change") {
      auto name = std::move(state_.form.name);
      state_.form = {};
      state_.form_done = false;
      state_.form.name = std::move(name);
      state_.extra_nights.reset();
    }
    merge(state_.form, said_of_stay(e), rules_after(state_.asked));
    if (e.extra_nights) state_.extra_nights = e.extra_nights;
    const bool else_said =
        e.check_in || e.check_out || e.nights || e.extra_nights || e.adults || e.guests || !e.room_wishes.empty();
    const bool known = !e.booking_code.empty() || !state_.booking_id.empty();
    renames_ = known && !e.name.empty() && !else_said && state_.asked != Asked::kCode;
    state_.stay = false;
  }
  const auto booking = co_await find_booking(task);
  if (!booking) co_return;
  state_.asked = Asked::kNothing;
  if (task == "change") {
    co_await change_booking(*booking);
    co_return;
  }
  if (task == "invoice") {
    invoice(&*booking);
    co_return;
  }
  state_.task.clear();
  if (task == "cancel")
    ask_cancel(*booking);
  else
    show(*booking);
}

// Requests about a booking that stands already. Returns whether this was one.
rt::Task<bool> Turn::about_a_booking() {
  const bool in_form = state_.stay && !state_.order_open;
  const auto& e = said_.entities;
  const bool code = !e.booking_code.empty();
  const bool names_it =
      code || (!e.name.empty() && (state_.asked == Asked::kCode || is("lookup_booking") || is("cancel_booking")));
  std::string task;
  if (state_.asked == Asked::kCode && names_it && !state_.task.empty())
    task = state_.task;
  else if (has("cancel_booking") && !is("ask_policy") && (!is("modify_booking") || code) &&
           !(in_form && is("book_room")))
    task = "cancel";
  else if (is("modify_booking") && (!in_form || code))
    task = "change";
  else if (is("lookup_booking"))
    task = "lookup";
  else if (is("request_invoice"))
    task = "invoice";
  else if (state_.task == "change" && !in_form &&
           (state_.asked == Asked::kModifyWhat || state_.asked == Asked::kConfirmDates ||
            state_.asked == Asked::kDates) &&
           (e.check_in || e.check_out || e.nights || e.extra_nights || e.adults || e.guests || e.children ||
            !e.room_wishes.empty() || says_yes()))
    task = "change";
  else if (code && !in_form && state_.task.empty() && is("inform"))
    task = "lookup";
  if (task.empty()) co_return false;
  if (task == "cancel" && in_form && !code && input_.bookings.empty() && state_.booking_id.empty() &&
      state_.asked != Asked::kNothing) {
    // "Cancelá, dejalo" in the middle of a form: the form, not a booking.
    Dialogue fresh;
    fresh.ordered = state_.ordered, fresh.order_open = state_.order_open, fresh.greeted = state_.greeted;
    state_ = std::move(fresh);
    tell("ack_no_thanks");
    act(GuestAction::kAck);
    co_return true;
  }
  const auto wanted = task;
  co_await existing(wanted);
  co_return true;
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
  fact(fact_of_booking(b, lang_, house_.currency, input_.now));
  act(GuestAction::kShowBooking);
  done_ = true;
}

void Turn::ask_cancel(const wire::Booking& b) {
  fact(fact_of_booking(b, lang_, house_.currency, input_.now));
  if (b.state == wire::BookingState::kCancelled)
    return tell("already_cancelled", {{"code", b.reference}}), act(GuestAction::kAck);
  if (b.state != wire::BookingState::kConfirmed || b.rooms.empty())
    return hand_over("cancel_request", "handover_request");
  const auto& first = b.rooms.front();
  tell("confirm_cancel", {{"code", b.reference},
                          {"room", rooms_of(lang_, b)},
                          {"check_in", day_text(lang_, first.check_in)},
                          {"check_out", day_text(lang_, first.check_out)}});
  state_.cancel = Cancellation{wire::new_id(input_.now), b.id, b.reference, input_.now + kSummaryLife};
  state_.asked = Asked::kCancel;
  act(GuestAction::kConfirmCancel);
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
  act(GuestAction::kCancelled);
  purpose_ = domain::Purpose::kCourtesy;
  done_ = true;
}

void Turn::invoice(const wire::Booking* b) {
  if (!said_.entities.email.empty()) state_.form.email = said_.entities.email;
  if (state_.form.email.empty()) {
    state_.task = "invoice";
    return ask(Asked::kEmail, "ask_email");
  }
  const auto code = b ? b->reference : state_.booking_code;
  ticket("invoice_request",
         "Invoice for booking " + (code.empty() ? state_.booking_id : code) + " to " + state_.form.email);
  state_.task.clear();
  state_.asked = Asked::kNothing;
  guest_fact("email", state_.form.email);
  tell("ticket_invoice", {{"email", state_.form.email}});
}

}  // namespace hotel::agent
