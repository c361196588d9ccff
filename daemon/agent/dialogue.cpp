#include "agent/dialogue.h"

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>

#include "wire/codec.h"

namespace hotel::agent {
namespace {

namespace json = boost::json;
using wire::text_of;

constexpr std::array<std::string_view, 20> kAskedNames{
    "",       "dates",       "check_out",   "confirm_dates", "people",  "adults",     "ages",
    "rooms",  "room",        "book_it",     "name",          "confirm", "change",     "code",
    "cancel", "room_number", "other_dates", "email",         "modify",  "modify_what"};

void put(json::object& out, std::string_view key, const std::optional<wire::Date>& day) {
  if (day) out[key] = wire::to_iso(*day);
}
void put(json::object& out, std::string_view key, const std::optional<int>& n) {
  if (n) out[key] = *n;
}
void put(json::object& out, std::string_view key, const std::string& text) {
  if (!text.empty()) out[key] = text;
}
std::optional<wire::Date> day_of(const json::value& v, std::string_view key) {
  return wire::parse_iso(text_of(v, key));
}
std::optional<int> count_of(const json::value& v, std::string_view key) {
  const auto n = wire::integer_of(v, key);
  return n && *n >= 0 && *n < 10'000 ? std::optional{static_cast<int>(*n)} : std::nullopt;
}

template <class T>
json::array list_of(const std::vector<T>& values) {
  return json::array(values.begin(), values.end());
}

json::object form_json(const domain::StayForm& f) {
  json::object out;
  put(out, "check_in", f.check_in);
  put(out, "check_out", f.check_out);
  put(out, "nights", f.nights);
  if (f.period) out["period_from"] = wire::to_iso(f.period->first), out["period_to"] = wire::to_iso(f.period->second);
  put(out, "adults", f.adults);
  put(out, "children", f.children);
  put(out, "guests", f.guests);
  put(out, "rooms", f.rooms);
  if (!f.ages.empty()) out["ages"] = list_of(f.ages);
  json::array wishes, chosen;
  for (const auto& w : f.wishes) wishes.push_back(json::object{{"type", w.type}, {"count", w.count}});
  for (const auto& c : f.chosen) chosen.push_back(json::object{{"id", c.id}, {"name", c.name}, {"count", c.count}});
  if (!wishes.empty()) out["wishes"] = std::move(wishes);
  if (!chosen.empty()) out["chosen"] = std::move(chosen);
  put(out, "name", f.name);
  put(out, "email", f.email);
  return out;
}

std::vector<int> ages_from(const json::value& v, std::string_view key) {
  std::vector<int> out;
  if (const auto* ages = wire::array_of(v, key))
    for (const auto& age : *ages)
      if (age.is_int64() && age.get_int64() >= 0 && age.get_int64() < 18)
        out.push_back(static_cast<int>(age.get_int64()));
  return out;
}

domain::StayForm form_from(const json::value& v) {
  domain::StayForm f;
  f.check_in = day_of(v, "check_in");
  f.check_out = day_of(v, "check_out");
  f.nights = count_of(v, "nights");
  if (const auto a = day_of(v, "period_from"), b = day_of(v, "period_to"); a && b) f.period = domain::Period{*a, *b};
  f.adults = count_of(v, "adults");
  f.children = count_of(v, "children");
  f.guests = count_of(v, "guests");
  f.rooms = count_of(v, "rooms");
  f.ages = ages_from(v, "ages");
  if (const auto* wishes = wire::array_of(v, "wishes"))
    for (const auto& w : *wishes)
      if (auto type = text_of(w, "type"); !type.empty()) f.wishes.push_back({type, count_of(w, "count").value_or(1)});
  if (const auto* chosen = wire::array_of(v, "chosen"))
    for (const auto& c : *chosen)
      if (auto id = text_of(c, "id"); !id.empty())
        f.chosen.push_back({id, text_of(c, "name"), count_of(c, "count").value_or(1)});
  f.name = text_of(v, "name");
  f.email = text_of(v, "email");
  return f;
}

json::object change_json(const Change& c) {
  json::array rooms;
  for (const auto& party : c.stay.rooms)
    rooms.push_back(json::object{{"adults", party.adults}, {"child_ages", list_of(party.child_ages)}});
  return {{"intent_id", c.intent_id},
          {"booking_id", c.booking_id},
          {"reference", c.reference},
          {"check_in", wire::to_iso(c.stay.check_in)},
          {"check_out", wire::to_iso(c.stay.check_out)},
          {"rooms", std::move(rooms)},
          {"room_type_id", c.room_type_id},
          {"total", wire::to_json(c.total)},
          {"valid_until", c.valid_until}};
}

std::optional<Change> change_from(const json::value& v) {
  Change c;
  c.intent_id = text_of(v, "intent_id");
  c.booking_id = text_of(v, "booking_id");
  c.reference = text_of(v, "reference");
  const auto from = day_of(v, "check_in"), to = day_of(v, "check_out");
  const auto* total = wire::member(v, "total");
  const auto money = total ? wire::money_from_json(*total) : std::nullopt;
  const auto* rooms = wire::array_of(v, "rooms");
  if (!from || !to || !money || !rooms) return std::nullopt;
  c.stay.check_in = *from;
  c.stay.check_out = *to;
  for (const auto& room : *rooms)
    c.stay.rooms.push_back({count_of(room, "adults").value_or(0), ages_from(room, "child_ages")});
  c.room_type_id = text_of(v, "room_type_id");
  c.total = *money;
  c.valid_until = wire::integer_of(v, "valid_until").value_or(0);
  return c;
}

}  // namespace

std::string_view name(Asked asked) {
  return kAskedNames[static_cast<std::size_t>(asked)];
}

Asked asked_from(std::string_view text) {
  for (std::size_t i = 0; i < kAskedNames.size(); ++i)
    if (kAskedNames[i] == text) return static_cast<Asked>(i);
  return Asked::kNothing;
}

domain::GuestAction action_of(Asked asked) {
  using A = domain::GuestAction;
  static constexpr std::array<A, 20> kActions{
      A::kAck,           A::kAskDates,          A::kAskCheckOut, A::kConfirmDates,   A::kAskGuests,
      A::kAskGuests,     A::kAskChildAges,      A::kAskGuests,   A::kOfferRooms,     A::kOfferRooms,
      A::kAskName,       A::kConfirmBooking,    A::kAskChange,   A::kAskBookingCode, A::kConfirmCancel,
      A::kAskRoomNumber, A::kOfferAlternatives, A::kAskEmail,    A::kConfirmModify,  A::kAskChange};
  return kActions[static_cast<std::size_t>(asked)];
}

domain::StaySaid said_of_stay(const nlu::Entities& e) {
  domain::StaySaid out;
  out.check_in = e.check_in, out.check_out = e.check_out;
  out.nights = e.nights, out.extra_nights = e.extra_nights;
  out.adults = e.adults, out.children = e.children, out.guests = e.guests, out.rooms = e.rooms;
  if (e.period) out.period = domain::Period{e.period->first, e.period->second};
  out.child_ages = e.child_ages;
  for (const auto& wish : e.room_wishes) out.wishes.push_back({wish.type, wish.count});
  out.name = e.name, out.email = e.email;
  return out;
}

domain::MergeRules rules_after(Asked asked) {
  return {asked == Asked::kAdults || asked == Asked::kAges, asked == Asked::kConfirmDates};
}

json::object slots_json(const Dialogue& d) {
  const auto& f = d.form;
  json::object out;
  put(out, "check_in", f.check_in);
  put(out, "check_out", f.check_out);
  put(out, "adults", f.adults);
  put(out, "children", f.children);
  if (!f.ages.empty()) out["child_ages"] = list_of(f.ages);
  put(out, "guests", f.guests);
  put(out, "rooms", f.rooms);
  json::array types;
  for (const auto& wish : f.wishes) types.emplace_back(wish.type);
  if (!types.empty()) out["room_type"] = std::move(types);
  put(out, "name", f.name);
  put(out, "email", f.email);
  put(out, "booking_code", d.booking_code);
  put(out, "extra_nights", d.extra_nights);
  put(out, "room_number", d.room_number);
  return out;
}

json::object to_json(const Dialogue& d) {
  json::object out;
  out["form"] = form_json(d.form);
  if (d.form_done) out["form_done"] = true;
  if (d.stay) out["stay"] = true;
  if (d.wants_booking) out["wants_booking"] = true;
  put(out, "asked", std::string(name(d.asked)));
  put(out, "task", d.task);
  put(out, "request", d.request);
  if (d.suggested_rooms > 0) out["suggested_rooms"] = d.suggested_rooms;
  put(out, "booking_id", d.booking_id);
  put(out, "booking_code", d.booking_code);
  put(out, "extra_nights", d.extra_nights);
  put(out, "room_number", d.room_number);
  if (d.change) out["change"] = change_json(*d.change);
  json::array offered;
  for (const auto& type : d.offered) offered.push_back(json::object{{"id", type.id}, {"name", type.name}});
  if (!offered.empty()) out["offered"] = std::move(offered);
  put(out, "focus", d.focus);
  if (d.other) {
    json::object other;
    put(other, "check_in", d.other->check_in);
    put(other, "check_out", d.other->check_out);
    out["other"] = std::move(other);
  }
  if (d.summary)
    out["summary"] = json::object{{"intent_id", d.summary->intent_id},
                                  {"shown", d.summary->shown},
                                  {"total", wire::to_json(d.summary->total)},
                                  {"valid_until", d.summary->valid_until}};
  if (d.cancel)
    out["cancel"] = json::object{{"intent_id", d.cancel->intent_id},
                                 {"booking_id", d.cancel->booking_id},
                                 {"reference", d.cancel->reference},
                                 {"valid_until", d.cancel->valid_until}};
  put(out, "ordered", d.ordered);
  if (d.order_open) out["order_open"] = true;
  if (d.misses > 0) out["misses"] = d.misses;
  if (d.greeted) out["greeted"] = true;
  return out;
}

Dialogue dialogue_from_json(const json::object& object) {
  const json::value v(object);
  Dialogue d;
  if (const auto* form = wire::member(v, "form")) d.form = form_from(*form);
  d.form_done = wire::flag_of(v, "form_done");
  d.stay = wire::flag_of(v, "stay");
  d.wants_booking = wire::flag_of(v, "wants_booking");
  d.asked = asked_from(text_of(v, "asked"));
  d.task = text_of(v, "task");
  d.request = text_of(v, "request");
  d.suggested_rooms = count_of(v, "suggested_rooms").value_or(0);
  d.booking_id = text_of(v, "booking_id");
  d.booking_code = text_of(v, "booking_code");
  d.extra_nights = count_of(v, "extra_nights");
  d.room_number = text_of(v, "room_number");
  if (const auto* change = wire::object_of(v, "change")) d.change = change_from(*change);
  if (const auto* offered = wire::array_of(v, "offered"))
    for (const auto& o : *offered) {
      domain::RoomType type;
      type.id = text_of(o, "id");
      type.name = text_of(o, "name");
      d.offered.push_back(std::move(type));
    }
  d.focus = text_of(v, "focus");
  if (const auto* other = wire::member(v, "other"))
    d.other = nlu::DateReading{day_of(*other, "check_in"), day_of(*other, "check_out")};
  if (const auto* s = wire::member(v, "summary")) {
    Summary summary{
        text_of(*s, "intent_id"), text_of(*s, "shown"), {}, wire::integer_of(*s, "valid_until").value_or(0)};
    if (const auto* total = wire::member(*s, "total"))
      if (const auto money = wire::money_from_json(*total)) summary.total = *money, d.summary = std::move(summary);
  }
  if (const auto* c = wire::member(v, "cancel"))
    d.cancel = Cancellation{text_of(*c, "intent_id"), text_of(*c, "booking_id"), text_of(*c, "reference"),
                            wire::integer_of(*c, "valid_until").value_or(0)};
  d.ordered = text_of(v, "ordered");
  d.order_open = wire::flag_of(v, "order_open");
  d.misses = count_of(v, "misses").value_or(0);
  d.greeted = wire::flag_of(v, "greeted");
  return d;
}

}  // namespace hotel::agent
