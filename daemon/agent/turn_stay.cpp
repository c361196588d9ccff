// Availability and price: what is missing is asked for, then the PMS says what there is.
#include <algorithm>
#include <fmt/format.h>

#include "agent/turn.h"

namespace hotel::agent {
namespace {
constexpr int kMostPeople = 20;
constexpr int kMostRooms = 9;
constexpr std::size_t kMostShown = 6;
}  // namespace

using domain::GuestAction;

rt::Task<void> Turn::stay_turn() {
  const auto asked_before = state_.asked;
  // The price of a room that is only asked about chooses nothing and changes nothing.
  const auto& e = said_.entities;
  const bool only_room = !e.room_wishes.empty() && !e.check_in && !e.check_out && !e.nights && !e.adults && !e.guests &&
                         !e.children && e.name.empty();
  const bool asks = is("ask_price") || (is("check_availability") && text_.find('?') != std::string::npos);
  if (was_complete_ && only_room && asks && !has("book_room")) {
    co_await quote();
    co_return;
  }
  state_.asked = Asked::kNothing;
  if (merge(state_.form, said_of_stay(e), rules_after(asked_before))) form_changed_ = true;
  if (form_changed_) state_.summary.reset();
  if (dates_rejected() || dates_doubtful() || something_missing()) co_return;
  co_await offer();
}

bool Turn::dates_rejected() {
  auto& f = state_.form;
  const auto reject = [&](std::string_view key) {
    f.check_in.reset(), f.check_out.reset(), f.nights.reset();
    ask(Asked::kDates, key);
    act(GuestAction::kRejectDates);
    return true;
  };
  const auto fault = said_.date_fault;
  const bool said = said_.entities.check_in || said_.entities.check_out || fault == nlu::DateFault::kImpossible;
  if (fault != nlu::DateFault::kNone && said)
    return reject(fault == nlu::DateFault::kPast       ? "reject_past"
                  : fault == nlu::DateFault::kReversed ? "reject_reversed"
                                                       : "reject_impossible");
  if (f.check_in && *f.check_in < input_.today) return reject("reject_past");
  if (f.check_in && f.check_out && *f.check_out <= *f.check_in) return reject("reject_reversed");
  return false;
}

bool Turn::dates_doubtful() {
  const auto& f = state_.form;
  if (!said_.ambiguous || !(said_.entities.check_in || said_.entities.check_out) || !f.check_in) return false;
  state_.other = said_.date_readings.empty() ? std::nullopt : std::optional{said_.date_readings.front()};
  const auto from = day_text(lang_, *f.check_in);
  guest_fact("dates", from);
  if (f.check_out) guest_fact("dates", day_text(lang_, *f.check_out));
  if (state_.other && state_.other->check_in) guest_fact("dates", day_text(lang_, *state_.other->check_in));
  if (state_.other && state_.other->check_out) guest_fact("dates", day_text(lang_, *state_.other->check_out));
  if (f.check_out)
    tell("confirm_stay", {{"check_in", from}, {"check_out", day_text(lang_, *f.check_out)}});
  else
    tell("confirm_dates", {{"check_in", from}});
  if (state_.other && state_.other->check_in && state_.other->check_out)
    tell("confirm_or_stay", {{"other", day_text(lang_, *state_.other->check_in)},
                             {"other_out", day_text(lang_, *state_.other->check_out)}});
  else if (state_.other && state_.other->check_in)
    tell("confirm_or", {{"other", day_text(lang_, *state_.other->check_in)}});
  state_.asked = Asked::kConfirmDates;
  act(GuestAction::kConfirmDates);
  return true;
}

bool Turn::something_missing() {
  const auto& f = state_.form;
  switch (domain::missing(f)) {
    case domain::Missing::kDates: {
      const bool price = is("ask_price") && !has("book_room") && !has("check_availability");
      return ask(Asked::kDates, price ? "ask_dates_price" : "ask_dates"), true;
    }
    case domain::Missing::kCheckIn:
      return ask(Asked::kDates, "ask_check_in"), true;
    case domain::Missing::kCheckOut:
      guest_fact("check_in", day_text(lang_, *f.check_in));
      return ask(Asked::kCheckOut, "ask_check_out", {{"check_in", day_text(lang_, *f.check_in)}}), true;
    case domain::Missing::kPeople:
      return ask(Asked::kPeople, "ask_people"), true;
    case domain::Missing::kAdults:
      return ask(Asked::kAdults, "ask_adults"), true;
    case domain::Missing::kAges:
      return ask(Asked::kAges, "ask_ages"), true;
    case domain::Missing::kNothing:
      break;
  }
  if (f.people() > kMostPeople || f.room_count() > kMostRooms) return hand_over("group", "handover_many"), true;
  return false;
}

int Turn::rooms_wanted() const {
  const int said = state_.form.room_count();
  return said > 1 || state_.form.rooms ? said : std::max(said, state_.suggested_rooms);
}

rt::Task<bool> Turn::look(int rooms, ports::Freshness freshness) {
  const auto people = domain::parties(state_.form, rooms);
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
  for (auto& offer : found_.offers)
    for (auto* money : {&offer.nightly, &offer.one_room, &offer.total})
      if (money->currency.empty()) money->currency = house_.currency;
  co_return true;
}

void Turn::offer_fact(std::string what, std::string value) {
  fact(fact_of_offer(std::move(what), std::move(value), lang_, found_.source, found_.read_at));
}

void Turn::stay_fact() {
  const auto& stay = found_.stay;
  const int rooms = static_cast<int>(stay.rooms.size());
  auto asked =
      fact_of_offer("stay",
                    fmt::format("{}, {}, {}, {}", day_text(lang_, stay.check_in), day_text(lang_, stay.check_out),
                                nights_text(lang_, stay.nights()), people_text(lang_, state_.form)),
                    lang_, found_.source, found_.read_at);
  asked.says.push_back(says_count("room", 1).front());
  if (rooms > 1) asked.says.push_back(says_count("room", rooms).front());
  fact(std::move(asked));
}

void Turn::free_fact(const domain::Offer& offer) {
  auto found =
      fact_of_offer("free:" + offer.type.name, room_text(lang_, offer.type.name), lang_, found_.source, found_.read_at);
  found.value = std::to_string(offer.free);
  // «Free» alone would also say «free of charge».
  if (offer.free > 0)
    found.says.emplace_back("promise:available");
  else
    found.says.insert(found.says.end(), {"promise:not_available", "promise:not_free"});
  fact(std::move(found));
}

rt::Task<void> Turn::offer() {
  auto& f = state_.form;
  state_.suggested_rooms = 0;
  int rooms = f.room_count();
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
    if (!fitting.empty() || f.rooms || f.wishes.size() > 1 || !any_free || rooms >= std::min(f.adult_count(), 4)) break;
  }
  if (rooms > f.room_count()) state_.suggested_rooms = rooms;
  std::sort(fitting.begin(), fitting.end(),
            [](const auto* a, const auto* b) { return a->total.cents < b->total.cents; });
  state_.offered.clear();
  for (const auto* o : fitting) state_.offered.push_back(o->type);
  const auto choice = choose_wished();
  if (choice == Wish::kFree && state_.wants_booking && !(is("ask_price") && !has("book_room"))) {
    co_await go_on_with_choice();
    co_return;
  }
  if (choice == Wish::kFree) {
    const auto* named = f.chosen.size() == 1 ? domain::offer_of(found_, f.chosen[0].id) : nullptr;
    f.chosen.clear();
    if (named) {
      tell_offers({named});
      state_.focus = named->type.id;
      if (std::none_of(state_.offered.begin(), state_.offered.end(),
                       [&](const auto& t) { return t.id == named->type.id; }))
        state_.offered.push_back(named->type);
    } else {
      tell_offers(fitting);
    }
    ask(Asked::kBookIt, "ask_book_it");
    co_return;
  }
  f.chosen.clear();
  if (fitting.empty()) {
    tell_full();
    co_return;
  }
  if (state_.suggested_rooms > 1) tell("more_rooms", {{"rooms", std::to_string(rooms)}});
  tell_offers(fitting);
  offer_choice(fitting);
  if (choice != Wish::kNone) act(GuestAction::kOfferAlternatives);
}

void Turn::offer_choice(const std::vector<const domain::Offer*>& fitting) {
  if (fitting.size() == 1) {
    state_.focus = fitting.front()->type.id;
    return ask(Asked::kBookIt, "ask_book_it");
  }
  state_.focus.clear();
  ask(Asked::kRoom, "ask_room");
  std::vector<Choice> rows;
  for (const auto* o : fitting)
    if (rows.size() < 10)
      rows.push_back({"room:" + o->type.id, room_text(lang_, o->type.name),
                      say(lang_, "offer_row", {{"nightly", money_text(o->nightly)}, {"total", money_text(o->total)}})});
  payload_ = list_payload(body_, say(lang_, "offer_button"), rows);
}

void Turn::tell_full() {
  const auto& f = state_.form;
  const auto a = day_text(lang_, *f.check_in), b = day_text(lang_, *f.check_out);
  const bool any = std::any_of(found_.offers.begin(), found_.offers.end(), [](const auto& o) { return o.free > 0; });
  stay_fact();
  auto full = fact_of_offer("availability", any ? "no type fits" : "sold out", "en", found_.source, found_.read_at);
  full.says = {"promise:not_available", "promise:not_free"};
  fact(std::move(full));
  if (any)
    tell("nothing_fits", {{"people", people_text(lang_, f)}, {"check_in", a}, {"check_out", b}});
  else
    tell("sold_out", {{"check_in", a}, {"check_out", b}});
  ask(Asked::kOtherDates, "ask_other_dates");
}

void Turn::tell_offers(const std::vector<const domain::Offer*>& offers) {
  const auto& f = state_.form;
  stay_fact();
  tell("offer_head", {{"check_in", day_text(lang_, *f.check_in)},
                      {"check_out", day_text(lang_, *f.check_out)},
                      {"nights", nights_text(lang_, wire::nights_between(*f.check_in, *f.check_out))},
                      {"people", people_text(lang_, f)}});
  const int rooms = static_cast<int>(found_.stay.rooms.size());
  std::size_t shown = 0;
  for (const auto* o : offers) {
    if (++shown > kMostShown) break;
    tell(rooms > 1 ? "offer_line_rooms" : "offer_line", {{"room", room_text(lang_, o->type.name)},
                                                         {"rooms", std::to_string(rooms)},
                                                         {"nightly", money_text(o->nightly)},
                                                         {"total", money_text(o->total)}});
    free_fact(*o);
    offer_fact("nightly:" + o->type.name, money_text(o->nightly));
    offer_fact("total:" + o->type.name, money_text(o->total));
    if (rooms > 1) offer_fact("rooms:" + o->type.name, fmt::format("{} x {}", rooms, room_text(lang_, o->type.name)));
  }
  tell("offer_tail");
}

rt::Task<void> Turn::quote() {
  const bool read = co_await look(rooms_wanted(), ports::Freshness::kCached);
  if (!read) co_return;
  std::vector<domain::RoomType> types;
  for (const auto& o : found_.offers) types.push_back(o.type);
  const auto* type = match_room(said_.entities.room_wishes.front().type, types);
  const auto* asked = type ? domain::offer_of(found_, type->id) : nullptr;
  act(GuestAction::kAnswerFaq);
  if (!asked) {
    tell("type_missing");
    co_return;
  }
  const auto room = room_text(lang_, asked->type.name);
  if (asked->free < 1) {
    free_fact(*asked);
    tell("type_full", {{"room", room}});
    co_return;
  }
  if (!asked->fits) {
    stay_fact();
    free_fact(*asked);
    tell("type_small", {{"room", room}, {"people", people_text(lang_, state_.form)}});
    co_return;
  }
  tell_offers({asked});
  state_.focus = asked->type.id;
  if (std::none_of(state_.offered.begin(), state_.offered.end(), [&](const auto& t) { return t.id == asked->type.id; }))
    state_.offered.push_back(asked->type);
  // What was open stays open: a summary still waits for its yes.
  if (!state_.summary) ask(Asked::kBookIt, "ask_book_it"), act(GuestAction::kAnswerFaq);
}

}  // namespace hotel::agent
