// From the rooms that the guest names to the summary that alone can be confirmed, and the order.
#include <algorithm>
#include <fmt/format.h>

#include "agent/turn.h"
#include "wire/ids.h"

namespace hotel::agent {
using domain::GuestAction;

// The guest's words as types of the PMS. Says why a wish cannot be had.
Turn::Wish Turn::choose_wished() {
  auto& f = state_.form;
  std::vector<domain::RoomType> types;
  for (const auto& o : found_.offers) types.push_back(o.type);
  if (f.chosen.empty()) {
    if (f.wishes.empty()) return Wish::kNone;
    for (const auto& wish : f.wishes) {
      const auto* type = match_room(wish.type, types);
      if (!type) {
        f.chosen.clear();
        tell("type_missing");
        return Wish::kUnknown;
      }
      f.chosen.push_back({type->id, type->name, f.wishes.size() == 1 ? rooms_wanted() : wish.count});
    }
  }
  for (auto& room : f.chosen) {
    const auto* offer = domain::offer_of(found_, room.id);
    if (offer && offer->free >= room.count) continue;
    const auto name = room_text(lang_, room.name);
    if (offer && offer->free > 0) {
      // Some are free, not enough of them: «not available» would say more than the PMS does.
      const auto few = say(lang_, "type_few", {{"room", name}, {"rooms", std::to_string(room.count)}});
      offer_fact("free:" + room.name, few);
      facts_.back().value = std::to_string(offer->free);
      add(few);
    } else {
      if (offer) free_fact(*offer);
      tell("type_full", {{"room", name}});
    }
    return Wish::kFull;
  }
  if (request()) return Wish::kFree;
  std::string rooms;
  for (const auto& room : f.chosen) rooms += (rooms.empty() ? "" : " + ") + room_text(lang_, room.name);
  stay_fact();
  offer_fact("rooms", rooms);
  tell("type_small", {{"room", rooms}, {"people", people_text(lang_, f)}});
  return Wish::kSmall;
}

// The chosen rooms with their people and price, when they hold them.
std::optional<domain::BookingRequest> Turn::request() const {
  const auto& f = state_.form;
  domain::BookingRequest out;
  std::vector<domain::RoomType> rooms;
  for (const auto& room : f.chosen) {
    const auto* offer = domain::offer_of(found_, room.id);
    if (!offer) return std::nullopt;
    for (int i = 0; i < room.count; ++i) {
      out.room_type_ids.push_back(room.id);
      rooms.push_back(offer->type);
    }
  }
  const auto seated = domain::parties_in(f, rooms);
  const auto price = domain::price_of(found_, out.room_type_ids);
  if (!seated || !price) return std::nullopt;
  out.stay = domain::Stay{*f.check_in, *f.check_out, *seated};
  out.expected_total = *price;
  if (!domain::holds(found_, out)) return std::nullopt;
  return out;
}

rt::Task<void> Turn::go_on_with_choice() {
  const auto& f = state_.form;
  if (!f.name.empty()) {
    co_await summarise("");
    co_return;
  }
  if (f.chosen.size() == 1) {
    state_.focus = f.chosen[0].id;
    if (const auto* offer = domain::offer_of(found_, f.chosen[0].id)) tell_offers({offer});
  }
  ask(Asked::kName, "ask_name");
}

rt::Task<void> Turn::summarise(std::string head) {
  auto& f = state_.form;
  int rooms = 0;
  for (const auto& room : f.chosen) rooms += room.count;
  const bool read = co_await look(std::max(rooms, 1), ports::Freshness::kFresh);
  if (!read) co_return;
  const auto wanted = request();
  if (!wanted) {
    // Gone since it was offered: look at what is left.
    state_.wants_booking = true;
    co_await offer();
    co_return;
  }
  std::string room;
  for (const auto& chosen : f.chosen)
    room += (room.empty() ? "" : " + ") + (chosen.count > 1 ? fmt::format("{} x ", chosen.count) : std::string()) +
            room_text(lang_, chosen.name);
  if (!head.empty()) add(head);
  tell("summary", {{"check_in", day_text(lang_, *f.check_in)},
                   {"check_out", day_text(lang_, *f.check_out)},
                   {"nights", nights_text(lang_, wire::nights_between(*f.check_in, *f.check_out))},
                   {"people", people_text(lang_, f)},
                   {"room", room},
                   {"name", f.name},
                   {"total", money_text(wanted->expected_total)}});
  stay_fact();
  guest_fact("name", f.name);
  offer_fact("rooms", room);
  offer_fact("total:" + room, money_text(wanted->expected_total));
  for (const auto& chosen : f.chosen)
    if (const auto* offer = domain::offer_of(found_, chosen.id)) free_fact(*offer);
  state_.summary = Summary{wire::new_id(input_.now), f.shown(), wanted->expected_total, input_.now + kSummaryLife};
  state_.asked = Asked::kConfirm;
  act(GuestAction::kConfirmBooking);
  payload_ = buttons_payload(body_, {{"confirm:" + state_.summary->intent_id, say(lang_, "button_confirm"), ""},
                                     {"change:" + state_.summary->intent_id, say(lang_, "button_change"), ""}});
  done_ = true;
}

rt::Task<void> Turn::confirm() {
  if (!state_.summary || state_.form.shown() != state_.summary->shown) {
    state_.summary.reset();
    co_await summarise(say(lang_, "changed"));
    co_return;
  }
  if (input_.now > state_.summary->valid_until) {
    state_.summary.reset();
    co_await summarise(say(lang_, "expired"));
    co_return;
  }
  // The rooms once more as the PMS has them: who sits where is settled with what it says now.
  int rooms = 0;
  for (const auto& room : state_.form.chosen) rooms += room.count;
  const bool read = co_await look(std::max(rooms, 1), ports::Freshness::kCached);
  if (!read) co_return;
  if (!request()) {
    // Gone since the summary: what is left is offered, and nothing is booked.
    state_.summary.reset();
    state_.wants_booking = true;
    co_await offer();
    co_return;
  }
  order();
}

void Turn::order() {
  const auto& f = state_.form;
  auto wanted = request();
  if (!wanted) return;  // confirm() has looked
  BookingOrder order;
  order.intent_id = state_.summary->intent_id;
  order.request = std::move(*wanted);
  order.request.marker = "agente-hotelero/" + order.intent_id;
  std::tie(order.request.first_name, order.request.last_name) = domain::split_name(f.name);
  order.request.email = f.email;
  order.request.phone = input_.phone;
  order.request.expected_total = state_.summary->total;
  out_.book = std::move(order);
  state_.ordered = state_.summary->intent_id;
  state_.order_open = true;
  state_.form_done = true;
  state_.summary.reset();
  state_.stay = state_.wants_booking = false;
  state_.asked = Asked::kNothing;
  tell("working");
  act(GuestAction::kBooked);
  purpose_ = domain::Purpose::kCourtesy;
}

}  // namespace hotel::agent
