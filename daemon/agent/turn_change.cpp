// Other days, people or another room for a booking that stands: shown with the new price, changed after a yes.
#include <algorithm>

#include "agent/turn.h"
#include "wire/ids.h"

namespace hotel::agent {
using domain::GuestAction;

// What the booking would be; nothing when it stays as it is, or when its rooms differ.
std::optional<domain::Stay> Turn::changed_stay(const wire::Booking& b) const {
  const auto& f = state_.form;
  const auto& first = b.rooms.front();
  domain::Stay out{first.check_in, first.check_out, {}};
  const int length = wire::nights_between(first.check_in, first.check_out);
  if (f.check_in && f.check_out) {
    out.check_in = *f.check_in, out.check_out = *f.check_out;
  } else if (f.check_in) {
    out.check_in = *f.check_in;
    // "Llegamos el 21 en vez del 20" keeps the departure; "pasala al 20" moves the whole stay.
    const bool arrives_later = said_.entities.current_check_in && *f.check_in < first.check_out;
    if (!arrives_later) out.check_out = wire::add_days(out.check_in, f.nights.value_or(length));
  } else if (f.check_out) {
    out.check_out = *f.check_out;
  } else if (f.nights) {
    out.check_out = wire::add_days(out.check_in, *f.nights);
  }
  if (state_.extra_nights) out.check_out = wire::add_days(out.check_out, *state_.extra_nights);
  for (const auto& room : b.rooms)
    out.rooms.push_back(
        {room.adults, std::vector<int>(static_cast<std::size_t>(std::max(room.children, 0)), kAgeNotKnown)});
  if (f.has_people() && out.rooms.size() == 1) {
    out.rooms[0].adults = f.adult_count();
    if (f.children) out.rooms[0].child_ages = f.ages;
  } else if (f.has_people()) {
    const auto spread = domain::parties(f, static_cast<int>(out.rooms.size()));
    if (!spread) return std::nullopt;
    out.rooms = *spread;
  }
  return out;
}

rt::Task<void> Turn::change_booking(const wire::Booking& b) {
  auto& f = state_.form;
  if (b.state != wire::BookingState::kConfirmed || b.rooms.empty()) {
    hand_over("change_request", "handover_change");
    co_return;
  }
  if (dates_rejected() || dates_doubtful()) co_return;
  if (!f.name.empty() && renames_) {
    hand_over("change_request", "handover_change");  // the PMS adapter changes no names
    co_return;
  }
  const auto stay = changed_stay(b);
  const bool other_room = !f.wishes.empty();
  const bool other_stay = stay && (stay->check_in != b.rooms.front().check_in ||
                                   stay->check_out != b.rooms.front().check_out || f.has_people());
  if (!stay || (!other_room && !other_stay)) {
    fact(fact_of_booking(b, lang_, house_.currency, input_.now));
    ask(Asked::kModifyWhat, "ask_change_booking", {{"code", b.reference}});
    co_return;
  }
  if (const auto wrong = domain::fault_of(*stay, input_.today)) {
    f.check_in.reset(), f.check_out.reset();
    ask(Asked::kModifyWhat, "reject_reversed");
    act(GuestAction::kRejectDates);
    co_return;
  }
  auto read = co_await pms_.availability(*stay, ports::Freshness::kFresh);
  if (!read) {
    fault(base::error(base::ErrorCode::kPmsUnavailable, ""));
    co_return;
  }
  found_ = std::move(*read);
  const domain::Offer* offer = nullptr;
  std::vector<domain::RoomType> types;
  for (const auto& o : found_.offers) types.push_back(o.type);
  const auto* wished = other_room ? match_room(f.wishes.front().type, types) : nullptr;
  for (const auto& o : found_.offers)
    if (wished ? o.type.id == wished->id : !other_room && o.type.name == b.rooms.front().room_type) offer = &o;
  if (!offer) {
    tell("type_missing");
    act(GuestAction::kOfferAlternatives);
    state_.asked = Asked::kModifyWhat;
    co_return;
  }
  stay_fact();
  free_fact(*offer);
  if (offer->free < static_cast<int>(stay->rooms.size()) || !offer->fits) {
    const auto room = room_text(lang_, offer->type.name);
    if (offer->free < 1)
      tell("change_full", {{"room", room},
                           {"check_in", day_text(lang_, stay->check_in)},
                           {"check_out", day_text(lang_, stay->check_out)}});
    else
      tell("type_small", {{"room", room}, {"people", people_text(lang_, f)}});
    ask(Asked::kModifyWhat, "ask_other_dates");
    act(GuestAction::kOfferAlternatives);
    co_return;
  }
  auto total = offer->total;
  if (total.currency.empty()) total.currency = house_.currency;
  int adults = 0, children = 0;
  for (const auto& party : stay->rooms) adults += party.adults, children += static_cast<int>(party.child_ages.size());
  domain::StayForm people;
  people.adults = adults;
  if (children > 0) people.children = children;
  tell("confirm_modify", {{"code", b.reference},
                          {"room", room_text(lang_, offer->type.name)},
                          {"check_in", day_text(lang_, stay->check_in)},
                          {"check_out", day_text(lang_, stay->check_out)},
                          {"nights", nights_text(lang_, stay->nights())},
                          {"people", people_text(lang_, people)},
                          {"total", money_text(total)}});
  offer_fact("people", people_text(lang_, people));
  offer_fact("total:" + offer->type.name, money_text(total));
  fact(fact_of_booking(b, lang_, house_.currency, input_.now));
  state_.change =
      Change{wire::new_id(input_.now), b.id, b.reference, *stay, other_room ? offer->type.id : std::string(), total,
             input_.now + kSummaryLife};
  state_.asked = Asked::kModify;
  act(GuestAction::kConfirmModify);
  payload_ = buttons_payload(body_, {{"apply:" + state_.change->intent_id, say(lang_, "button_apply"), ""},
                                     {"keep:" + state_.change->intent_id, say(lang_, "button_keep"), ""}});
  done_ = true;
}

void Turn::change_now() {
  if (input_.now > state_.change->valid_until) {
    state_.change.reset();
    state_.asked = Asked::kNothing;
    return tell("offer_gone");
  }
  const auto& c = *state_.change;
  out_.change = ChangeOrder{c.intent_id, c.booking_id, c.reference, {c.stay, c.room_type_id}, c.total};
  state_.ordered = c.intent_id;
  state_.order_open = true;
  state_.change.reset();
  state_.asked = Asked::kNothing;
  tell("change_working");
  act(GuestAction::kModified);
  purpose_ = domain::Purpose::kCourtesy;
  done_ = true;
}

}  // namespace hotel::agent
