#include <algorithm>
#include <fmt/format.h>

#include "agent/turn.h"
#include "wire/ids.h"

namespace hotel::agent {

namespace {
constexpr int kMostPeople = 20;
constexpr int kMostRooms = 9;
}  // namespace

rt::Task<void> Turn::stay_turn() {
  const auto asked_before = state_.asked;
  state_.asked = Asked::kNothing;
  if (merge(state_.form, said_, asked_before)) form_changed_ = true;
  if (form_changed_) state_.summary.reset();
  if (said_.date_fault != nlu::DateFault::kNone &&
      (said_.entities.check_in || said_.entities.check_out || said_.date_fault == nlu::DateFault::kImpossible)) {
    state_.form.check_in.reset(), state_.form.check_out.reset(), state_.form.nights.reset();
    const auto fault = said_.date_fault;
    ask(Asked::kDates, fault == nlu::DateFault::kPast       ? "reject_past"
                       : fault == nlu::DateFault::kReversed ? "reject_reversed"
                                                            : "reject_impossible");
    co_return;
  }
  if (said_.ambiguous && (said_.entities.check_in || said_.entities.check_out)) {
    state_.other = said_.date_readings.empty() ? std::nullopt : std::optional{said_.date_readings.front()};
    const auto& f = state_.form;
    if (f.check_in) {
      const auto a = day_text(lang_, *f.check_in);
      if (f.check_out)
        tell("confirm_stay", {{"check_in", a}, {"check_out", day_text(lang_, *f.check_out)}});
      else
        tell("confirm_dates", {{"check_in", a}});
      if (state_.other && state_.other->check_in && state_.other->check_out)
        tell("confirm_or_stay", {{"other", day_text(lang_, *state_.other->check_in)},
                                 {"other_out", day_text(lang_, *state_.other->check_out)}});
      else if (state_.other && state_.other->check_in)
        tell("confirm_or", {{"other", day_text(lang_, *state_.other->check_in)}});
      state_.asked = Asked::kConfirmDates;
      co_return;
    }
  }
  if (dates_missing() || people_missing()) co_return;
  co_await offer();
}

bool Turn::dates_missing() {
  auto& f = state_.form;
  if (f.check_in && f.check_out) {
    if (wire::nights_between(*f.check_in, *f.check_out) < 1) {
      f.check_in.reset(), f.check_out.reset();
      return ask(Asked::kDates, "reject_reversed"), true;
    }
    if (*f.check_in < input_.today) {
      f.check_in.reset(), f.check_out.reset();
      return ask(Asked::kDates, "reject_past"), true;
    }
    return false;
  }
  if (f.check_in) return ask(Asked::kCheckOut, "ask_check_out", {{"check_in", day_text(lang_, *f.check_in)}}), true;
  if (f.check_out) return ask(Asked::kDates, "ask_check_in"), true;
  const bool price = is("ask_price") && !has("book_room") && !has("check_availability");
  return ask(Asked::kDates, price ? "ask_dates_price" : "ask_dates"), true;
}

bool Turn::people_missing() {
  auto& f = state_.form;
  if (!f.has_people())
    return ask(f.children ? Asked::kAdults : Asked::kPeople, f.children ? "ask_adults" : "ask_people"), true;
  if (static_cast<int>(f.ages.size()) < f.children.value_or(0)) return ask(Asked::kAges, "ask_ages"), true;
  const int people = f.adults.value_or(f.guests.value_or(0)) + f.children.value_or(0);
  if (people > kMostPeople || f.rooms.value_or(1) > kMostRooms) return hand_over("group", "handover_many"), true;
  return false;
}

rt::Task<bool> Turn::look(int rooms, ports::Freshness freshness) {
  const auto people = parties(state_.form, rooms);
  if (!people) {
    ask(Asked::kRooms, "ask_rooms_count");
    co_return false;
  }
  domain::Stay stay{*state_.form.check_in, *state_.form.check_out, *people};
  if (const auto wrong = domain::fault_of(stay, input_.today)) {
    fault(*wrong);
    co_return false;
  }
  auto read = co_await pms_.availability(stay, freshness);
  if (!read) {
    fault(read.error());
    co_return false;
  }
  found_ = std::move(*read);
  for (auto& offer : found_.offers) {
    if (offer.nightly.currency.empty()) offer.nightly.currency = house_.currency;
    if (offer.one_room.currency.empty()) offer.one_room.currency = house_.currency;
    if (offer.total.currency.empty()) offer.total.currency = house_.currency;
  }
  co_return true;
}

const domain::Offer* Turn::wanted() const {
  std::vector<domain::RoomType> types;
  for (const auto& o : found_.offers) types.push_back(o.type);
  const auto by_id = [&](const std::string& id) -> const domain::Offer* {
    for (const auto& o : found_.offers)
      if (o.type.id == id) return &o;
    return nullptr;
  };
  if (!state_.form.type_id.empty()) return by_id(state_.form.type_id);
  if (state_.form.wishes.size() != 1) return nullptr;
  const auto* type = match_room(state_.form.wishes[0].type, types);
  return type ? by_id(type->id) : nullptr;
}

bool Turn::names_unknown_room() const {
  return state_.form.wishes.size() == 1 && state_.form.type_id.empty() && wanted() == nullptr;
}

rt::Task<void> Turn::offer() {
  auto& f = state_.form;
  if (f.wishes.size() > 1 && f.rooms.value_or(1) > 1 && f.type_id.empty()) {
    hand_over("mixed_rooms", "handover_mixed");
    co_return;
  }
  const int adults = f.adults.value_or(f.guests.value_or(0));
  int rooms = f.rooms.value_or(1);
  std::vector<const domain::Offer*> fitting;
  for (;; ++rooms) {
    const bool read = co_await look(rooms, ports::Freshness::kCached);
    if (!read) co_return;
    fitting.clear();
    bool any_free = false;
    for (const auto& o : found_.offers) {
      any_free = any_free || o.free > 0;
      if (o.fits && o.free > 0) fitting.push_back(&o);
    }
    if (!fitting.empty() || f.rooms || !any_free || rooms >= std::min(adults, 4)) break;
  }
  state_.offered.clear();
  for (const auto* o : fitting) state_.offered.push_back(o->type);
  if (fitting.empty()) {
    tell_full();
    co_return;
  }
  if (rooms > f.rooms.value_or(1)) {
    tell("more_rooms", {{"rooms", std::to_string(rooms)}});
    f.rooms = rooms;
  }
  std::sort(fitting.begin(), fitting.end(),
            [](const auto* a, const auto* b) { return a->total.cents < b->total.cents; });
  const auto* named = wanted();
  if (named && named->fits && named->free > 0) {
    const auto offer = *named;
    // A question for the price of a room does not choose it.
    const bool price_only = is("ask_price") && !has("book_room");
    if (state_.wants_booking && !price_only) {
      co_await choose(offer);
      co_return;
    }
    tell_offers({named}, "");
    state_.focus = offer.type.id;
    if (price_only) f.wishes.clear();
    ask(Asked::kBookIt, "ask_book_it");
    co_return;
  }
  if (named) {
    const auto room = room_text(lang_, named->type.name);
    if (named->free > 0)
      tell("type_small", {{"room", room}, {"people", people_text(lang_, f)}});
    else
      tell("type_full", {{"room", room}});
  } else if (names_unknown_room()) {
    tell("type_missing");
  }
  f.type_id.clear(), f.wishes.clear();
  tell_offers(fitting, "");
  if (fitting.size() == 1) {
    state_.focus = fitting.front()->type.id;
    ask(Asked::kBookIt, "ask_book_it");
  } else {
    state_.focus.clear();
    ask(Asked::kRoom, "ask_room");
    std::vector<Choice> rows;
    for (const auto* o : fitting)
      if (rows.size() < 10)
        rows.push_back(
            {"room:" + o->type.id, room_text(lang_, o->type.name),
             say(lang_, "offer_row", {{"nightly", money_text(o->nightly)}, {"total", money_text(o->total)}})});
    payload_ = list_payload(body_, say(lang_, "offer_button"), rows);
  }
}

void Turn::tell_full() {
  auto& f = state_.form;
  const auto a = day_text(lang_, *f.check_in), b = day_text(lang_, *f.check_out);
  const bool any = std::any_of(found_.offers.begin(), found_.offers.end(), [](const auto& o) { return o.free > 0; });
  fact("availability", any ? "no type fits" : "sold out", found_.source, found_.read_at);
  if (any)
    tell("nothing_fits", {{"people", people_text(lang_, f)}, {"check_in", a}, {"check_out", b}});
  else
    tell("sold_out", {{"check_in", a}, {"check_out", b}});
  ask(Asked::kOtherDates, "ask_other_dates");
}

void Turn::tell_offers(const std::vector<const domain::Offer*>& offers, const std::string& head) {
  const auto& f = state_.form;
  if (!head.empty()) add(head);
  tell("offer_head", {{"check_in", day_text(lang_, *f.check_in)},
                      {"check_out", day_text(lang_, *f.check_out)},
                      {"nights", nights_text(lang_, wire::nights_between(*f.check_in, *f.check_out))},
                      {"people", people_text(lang_, f)}});
  const int rooms = f.rooms.value_or(1);
  std::size_t shown = 0;
  for (const auto* o : offers) {
    if (++shown > 6) break;
    tell(rooms > 1 ? "offer_line_rooms" : "offer_line", {{"room", room_text(lang_, o->type.name)},
                                                         {"rooms", std::to_string(rooms)},
                                                         {"nightly", money_text(o->nightly)},
                                                         {"total", money_text(o->total)}});
    fact("nightly:" + o->type.name, money_text(o->nightly), found_.source, found_.read_at);
    fact("total:" + o->type.name, money_text(o->total), found_.source, found_.read_at);
  }
  tell("offer_tail");
}

rt::Task<void> Turn::choose(const domain::Offer& offer) {
  state_.form.type_id = offer.type.id;
  state_.form.type_name = offer.type.name;
  state_.focus = offer.type.id;
  if (state_.form.name.empty()) {
    const auto chosen = offer;
    tell_offers({&chosen}, "");
    ask(Asked::kName, "ask_name");
    co_return;
  }
  co_await summarise("");
}

rt::Task<void> Turn::summarise(std::string head) {
  auto& f = state_.form;
  const bool read = co_await look(f.rooms.value_or(1), ports::Freshness::kFresh);
  if (!read) co_return;
  const auto* now = wanted();
  if (!now || !now->fits || now->free < 1) {
    // Gone since it was offered: look at what is left.
    state_.wants_booking = true;
    f.wishes.clear();
    if (now) tell("type_full", {{"room", room_text(lang_, now->type.name)}});
    f.type_id.clear();
    co_await offer();
    co_return;
  }
  f.type_name = now->type.name;
  const auto room =
      (f.rooms.value_or(1) > 1 ? fmt::format("{} x ", *f.rooms) : std::string()) + room_text(lang_, now->type.name);
  if (!head.empty()) add(head);
  tell("summary", {{"check_in", day_text(lang_, *f.check_in)},
                   {"check_out", day_text(lang_, *f.check_out)},
                   {"nights", nights_text(lang_, wire::nights_between(*f.check_in, *f.check_out))},
                   {"people", people_text(lang_, f)},
                   {"room", room},
                   {"name", f.name},
                   {"total", money_text(now->total)}});
  fact("total:" + now->type.name, money_text(now->total), found_.source, found_.read_at);
  fact("free:" + now->type.name, std::to_string(now->free), found_.source, found_.read_at);
  state_.summary = Summary{wire::new_id(input_.now), f.shown(), now->total, input_.now + kSummaryLife};
  state_.asked = Asked::kConfirm;
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
  order();
}

void Turn::order() {
  const auto& f = state_.form;
  const auto people = parties(f, f.rooms.value_or(1));
  if (!people) return ask(Asked::kRooms, "ask_rooms_count");
  BookingOrder order;
  order.intent_id = state_.summary->intent_id;
  order.request.marker = "agente-hotelero/" + order.intent_id;
  order.request.stay = domain::Stay{*f.check_in, *f.check_out, *people};
  order.request.room_type_ids.assign(people->size(), f.type_id);
  std::tie(order.request.first_name, order.request.last_name) = domain::split_name(f.name);
  order.request.email = f.email;
  order.request.phone = input_.phone;
  order.request.expected_total = state_.summary->total;
  out_.book = std::move(order);
  state_.ordered = state_.summary->intent_id;
  state_.order_open = true;
  state_.summary.reset();
  state_.stay = state_.wants_booking = false;
  state_.asked = Asked::kNothing;
  tell("working");
  purpose_ = domain::Purpose::kCourtesy;
}

}  // namespace hotel::agent
