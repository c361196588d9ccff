#include "agent/dialogue.h"

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "wire/codec.h"

namespace hotel::agent {
namespace {

namespace json = boost::json;
using wire::text_of;

constexpr std::array<std::string_view, 17> kAskedNames{
    "",        "dates", "check_out", "confirm_dates", "people", "adults", "ages",        "rooms",      "room",
    "book_it", "name",  "confirm",   "change",        "code",   "cancel", "room_number", "other_dates"};

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

json::object form_json(const Form& f) {
  json::object out;
  put(out, "check_in", f.check_in);
  put(out, "check_out", f.check_out);
  put(out, "nights", f.nights);
  if (f.period) out["period_from"] = wire::to_iso(f.period->first), out["period_to"] = wire::to_iso(f.period->second);
  put(out, "adults", f.adults);
  put(out, "children", f.children);
  put(out, "guests", f.guests);
  put(out, "rooms", f.rooms);
  if (!f.ages.empty()) out["ages"] = json::array(f.ages.begin(), f.ages.end());
  json::array wishes;
  for (const auto& w : f.wishes) wishes.push_back(json::object{{"type", w.type}, {"count", w.count}});
  if (!wishes.empty()) out["wishes"] = std::move(wishes);
  put(out, "type_id", f.type_id);
  put(out, "type_name", f.type_name);
  put(out, "name", f.name);
  put(out, "email", f.email);
  return out;
}

Form form_from(const json::value& v) {
  Form f;
  f.check_in = day_of(v, "check_in");
  f.check_out = day_of(v, "check_out");
  f.nights = count_of(v, "nights");
  if (const auto a = day_of(v, "period_from"), b = day_of(v, "period_to"); a && b) f.period = nlu::Span{*a, *b};
  f.adults = count_of(v, "adults");
  f.children = count_of(v, "children");
  f.guests = count_of(v, "guests");
  f.rooms = count_of(v, "rooms");
  if (const auto* ages = wire::array_of(v, "ages"))
    for (const auto& age : *ages)
      if (age.is_int64() && age.get_int64() >= 0 && age.get_int64() < 18)
        f.ages.push_back(static_cast<int>(age.get_int64()));
  if (const auto* wishes = wire::array_of(v, "wishes"))
    for (const auto& w : *wishes)
      if (const auto type = text_of(w, "type"); !type.empty())
        f.wishes.push_back({type, count_of(w, "count").value_or(1)});
  f.type_id = text_of(v, "type_id");
  f.type_name = text_of(v, "type_name");
  f.name = text_of(v, "name");
  f.email = text_of(v, "email");
  return f;
}

bool merge_dates(Form& form, const nlu::Understanding& said) {
  const auto& e = said.entities;
  const auto before = std::tuple{form.check_in, form.check_out, form.nights};
  if (e.period && !e.check_in && !e.check_out) form.period = e.period;
  if (e.check_in && e.check_out) {
    form.check_in = e.check_in;
    form.check_out = e.check_out;
    form.nights.reset();
  } else if (e.check_in) {
    form.check_in = e.check_in;
    if (form.nights)
      form.check_out = wire::add_days(*form.check_in, *form.nights), form.nights.reset();
    else if (form.check_out && *form.check_out <= *form.check_in)
      form.check_out.reset();
  } else if (e.check_out) {
    form.check_out = e.check_out;
    if (!form.check_in && form.nights)
      form.check_in = wire::add_days(*form.check_out, -*form.nights), form.nights.reset();
  } else if (e.nights) {
    if (form.check_in)
      form.check_out = wire::add_days(*form.check_in, *e.nights);
    else if (form.check_out)
      form.check_in = wire::add_days(*form.check_out, -*e.nights);
    else
      form.nights = e.nights;
  } else if (e.extra_nights && form.check_out) {
    form.check_out = wire::add_days(*form.check_out, *e.extra_nights);
  }
  return before != std::tuple{form.check_in, form.check_out, form.nights};
}

bool merge_people(Form& form, const nlu::Entities& e, Asked asked) {
  const auto before = std::tuple{form.adults, form.children, form.guests, form.ages};
  const bool adds = asked == Asked::kAdults || asked == Asked::kAges;
  if (e.adults) {
    form.adults = e.adults;
    form.guests.reset();
    if (!adds && !e.children) form.children.reset(), form.ages.clear();
  } else if (e.guests) {
    form.guests = e.guests;
    form.adults.reset(), form.children.reset(), form.ages.clear();
  }
  if (e.children) {
    if (form.guests && !e.adults && *form.guests > *e.children)
      form.adults = *form.guests - *e.children, form.guests.reset();
    if (!(asked == Asked::kAges && form.children && *form.children > *e.children)) form.children = e.children;
    form.ages = e.child_ages;
  } else if (!e.child_ages.empty()) {
    form.ages = e.child_ages;
    form.children = std::max(form.children.value_or(0), static_cast<int>(e.child_ages.size()));
  }
  if (static_cast<int>(form.ages.size()) > form.children.value_or(0))
    form.ages.resize(static_cast<std::size_t>(form.children.value_or(0)));
  return before != std::tuple{form.adults, form.children, form.guests, form.ages};
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

std::string Form::shown() const {
  const auto day = [](const std::optional<wire::Date>& d) { return d ? wire::to_iso(*d) : std::string("-"); };
  return fmt::format("{}|{}|{}|{}|{}|{}|{}|{}|{}", day(check_in), day(check_out), adults.value_or(-1),
                     children.value_or(0), guests.value_or(-1), fmt::join(ages, ","), rooms.value_or(1), type_id, name);
}

json::object to_json(const Dialogue& d) {
  json::object out;
  out["form"] = form_json(d.form);
  if (d.stay) out["stay"] = true;
  if (d.wants_booking) out["wants_booking"] = true;
  put(out, "asked", std::string(name(d.asked)));
  put(out, "task", d.task);
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
  d.stay = wire::flag_of(v, "stay");
  d.wants_booking = wire::flag_of(v, "wants_booking");
  d.asked = asked_from(text_of(v, "asked"));
  d.task = text_of(v, "task");
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

bool merge(Form& form, const nlu::Understanding& said, Asked asked) {
  bool changed = merge_dates(form, said);
  changed = merge_people(form, said.entities, asked) || changed;
  const auto& e = said.entities;
  if (e.rooms && form.rooms != e.rooms) form.rooms = e.rooms, changed = true;
  if (!e.room_wishes.empty() && form.wishes != e.room_wishes) {
    form.wishes = e.room_wishes;
    form.type_id.clear(), form.type_name.clear();
    changed = true;
  }
  if (!e.name.empty() && form.name != e.name) form.name = e.name, changed = true;
  if (!e.email.empty() && form.email != e.email) form.email = e.email, changed = true;
  return changed;
}

std::optional<std::vector<domain::Party>> parties(const Form& form, int rooms) {
  const int adults = form.adults.value_or(form.guests.value_or(0));
  if (adults < 1 || rooms < 1 || rooms > adults) return std::nullopt;
  std::vector<domain::Party> out(static_cast<std::size_t>(rooms));
  for (int i = 0; i < adults; ++i) ++out[static_cast<std::size_t>(i % rooms)].adults;
  for (std::size_t i = 0; i < form.ages.size(); ++i) {
    // A child goes where the fewest people are.
    auto& room =
        *std::min_element(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.people() < b.people(); });
    room.child_ages.push_back(form.ages[i]);
  }
  return out;
}

}  // namespace hotel::agent
