#include "nlu/understand.h"

#include <algorithm>
#include <initializer_list>
#include <set>

#include "nlu/language.h"

namespace hotel::nlu {
namespace {

// Below this the best guess is no understanding.
constexpr double kUnderstood = 0.3;

bool has_stay_slots(const Entities& e) {
  return e.check_in || e.check_out || e.nights || e.period || e.adults || e.children || e.guests || e.rooms ||
         !e.room_types.empty();
}
bool has_any(const Entities& e) {
  return has_stay_slots(e) || !e.booking_code.empty() || !e.name.empty() || !e.email.empty() || !e.phone.empty() ||
         !e.time.empty() || !e.room_number.empty() || e.extra_nights;
}

// A day of a service is no day of a stay.
void assign_dates(Understanding& u, const Dates& dates, wire::Date today) {
  auto& e = u.entities;
  const auto& intent = u.intent();
  e.check_in = dates.check_in;
  e.check_out = dates.check_out;
  e.current_check_in = dates.current_check_in;
  e.current_check_out = dates.current_check_out;
  e.nights = dates.nights;
  e.extra_nights = dates.extra_nights;
  e.period = dates.period;
  // Unless both days of a stay were said beside it: "la familiar del 10 al 14, y un remís a Ezeiza".
  if (intent == "request_transfer" && (e.check_in || e.check_out) && !(dates.range && dates.nights) &&
      !(dates.nights && u.has("book_room"))) {
    e.date = e.check_in ? e.check_in : e.check_out;
    e.check_in.reset(), e.check_out.reset(), e.nights.reset();
  }
  if ((intent == "late_checkout" || (intent == "ask_times" && dates.lone_day)) && e.check_in && !e.check_out &&
      !dates.nights) {
    e.check_out = e.check_in;
    e.check_in.reset();
  }
  // Where nothing is changed, a day that is given up ("not the 3rd but the 4th") is no day of a booking.
  if (!u.has("modify_booking") && !u.has("cancel_booking") && !u.has("lookup_booking"))
    e.current_check_in.reset(), e.current_check_out.reset();
  // "gracias por los dos días"
  if ((intent == "thanks" || intent == "goodbye" || intent == "complaint") && !e.check_in && !e.check_out)
    e.nights.reset();
  // "a limpiar mañana a las 10": the day of a service; "una toalla al 9": a room
  if (intent == "request_service" && e.check_in && !e.check_out && !dates.nights && !u.has("book_room")) {
    if (dates.bare_day > 0)
      e.room_number = std::to_string(dates.bare_day);
    else if (*e.check_in > today)
      e.date = e.check_in;
    e.check_in.reset();
  }
  if (intent == "opt_out" || intent == "emergency" || intent == "complaint" || intent == "human_agent" ||
      intent == "give_review" || u.steering) {
    if (!u.has("book_room") && !u.has("check_availability"))
      e.check_in.reset(), e.check_out.reset(), e.nights.reset(), e.period.reset();
  }
}

void assign_party(Understanding& u, const PartyWords& party, const Facts& facts) {
  auto& e = u.entities;
  const auto& intent = u.intent();
  const bool nobody = intent == "emergency" || intent == "complaint" || intent == "human_agent" ||
                      intent == "opt_out" || intent == "give_review" || intent == "request_service" ||
                      (intent == "cancel_booking" && !u.has("book_room") && !u.has("modify_booking"));
  if (!nobody) {
    e.adults = party.adults;
    e.children = party.children;
    e.guests = party.guests;
    e.child_ages = party.child_ages;
  }
  if (intent == "ask_policy" || intent == "ask_amenities") {
    if (!e.child_ages.empty() || party.adults || party.guests) {
    } else {
      e.children.reset();
    }
  }
  e.room_wishes = facts.rooms;
  std::set<std::string> types;
  int sum = 0;
  for (const auto& wish : facts.rooms) {
    types.insert(wish.type);
    sum += wish.count;
  }
  e.room_types.assign(types.begin(), types.end());
  e.rooms = party.rooms;
  const bool qualifies = types.contains("accessible") || types.contains("standard") || types.contains("deluxe");
  if (facts.rooms_listed > e.rooms.value_or(0)) e.rooms = facts.rooms_listed;
  if (facts.rooms.size() > 1 && !qualifies && !facts.rooms_to_choose && sum > e.rooms.value_or(0) &&
      (u.has("book_room") || u.intent() == "inform"))
    e.rooms = sum;
  else if (facts.rooms.size() == 1 && sum > 1 && sum > e.rooms.value_or(0))
    e.rooms = sum;
}

void assign_facts(Understanding& u, const Facts& facts) {
  auto& e = u.entities;
  const auto& intent = u.intent();
  const auto is = [&intent](std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), intent) != list.end();
  };
  if (!is({"complaint", "give_review", "request_service", "emergency", "opt_out", "other"}))
    e.amenities = facts.amenities;
  if (intent == "request_service" || (intent == "request_transfer" && u.has("request_service"))) {
    e.service_items = facts.items;
    for (const auto& a : facts.amenities)
      if (a == "crib") e.amenities.push_back(a);
  }
  e.booking_code = facts.booking_code;
  if (!is({"give_review", "ask_location", "opt_out"}) &&
      (!facts.name_loose || is({"book_room", "modify_booking", "cancel_booking", "lookup_booking", "inform",
                                "request_invoice", "check_availability", "ask_payment"})))
    e.name = facts.name;
  e.email = facts.email;
  e.phone = facts.phone;
  e.time = facts.time;
  e.flight = facts.flight;
  // Where the guest is in the house or was, any number in the place of a room counts; where a booking is made or
  // changed only one that is called so, and none where rooms are only asked for ("room 4 people").
  const bool at_house = is({"request_service", "complaint", "inform", "emergency", "late_checkout", "other",
                            "request_invoice", "request_transfer", "human_agent", "ask_payment"});
  const bool may_name = !is({"check_availability", "book_room", "ask_price", "give_review"});
  const bool loose = facts.room_number_loose && !is({"request_service", "emergency"});
  if (!loose && (at_house || (may_name && facts.room_number_named)) && !facts.room_number.empty())
    e.room_number = facts.room_number;
  e.currency = facts.currency;
  e.amount = facts.amount;
  // Stars of a hotel that is asked about are no rating.
  if (u.has("give_review") || is({"inform", "complaint", "thanks", "other", "goodbye"})) e.rating = facts.rating;
}

}  // namespace

bool Understanding::has(std::string_view intent_name) const {
  return std::any_of(intents.begin(), intents.end(), [&](const ScoredIntent& i) { return i.name == intent_name; });
}

Understanding understand(std::string_view text, wire::Date today, std::string_view language_prior,
                         const DateContext& context) {
  const auto tokens = tokenise(text);
  Understanding u;
  u.language = language_of(tokens, text, language_prior);
  auto read = read_intents(tokens, text);
  u.steering = read.steering;
  u.asks_who = read.asks_who;
  u.keeps = read.keeps, u.that_one = read.that_one, u.goes_ahead = read.goes_ahead;
  u.hesitates = read.hesitates;
  u.affirms = read.affirms;
  u.denies = read.denies;
  u.intents = std::move(read.intents);

  const auto dates = read_dates(tokens, today, u.language, context);
  std::vector<bool> dated(tokens.size(), false);
  for (const auto& [begin, end] : dates.used)
    for (auto i = begin; i < end; ++i) dated[i] = true;
  const auto party = read_party(tokens, dated);
  const auto facts = read_facts(tokens, dated);

  // "1 pessoa" counts people; nobody is asked for.
  if (u.intent() == "human_agent" && tokens.size() <= 5 && (party.guests || party.adults))
    u.intents = {{"inform", 0.9}};
  u.understood = u.intents.front().name != "other" && u.confidence() >= kUnderstood;
  assign_dates(u, dates, today);
  assign_party(u, party, facts);
  assign_facts(u, facts);
  u.ambiguous =
      dates.ambiguous && (u.entities.check_in || u.entities.check_out || u.entities.date || u.entities.nights);
  u.date_readings = dates.others;
  u.date_fault = dates.fault;
  u.lone_day = dates.lone_day;
  u.understood = u.understood || has_any(u.entities);
  return u;
}

}  // namespace hotel::nlu
