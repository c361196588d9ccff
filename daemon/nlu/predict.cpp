#include "nlu/predict.h"

#include <boost/json/array.hpp>

#include "wire/codec.h"

namespace hotel::nlu {
namespace {

namespace json = boost::json;

template <class T>
json::array array_of(const std::vector<T>& values) {
  json::array out;
  for (const auto& v : values) out.emplace_back(v);
  return out;
}

void put(json::object& out, std::string_view key, const std::optional<Date>& day) {
  if (day) out[key] = wire::to_iso(*day);
}
void put(json::object& out, std::string_view key, const std::optional<int>& n) {
  if (n) out[key] = *n;
}
void put(json::object& out, std::string_view key, const std::string& text) {
  if (!text.empty()) out[key] = text;
}

}  // namespace

json::object entities_json(const Entities& e) {
  json::object out;
  put(out, "check_in", e.check_in);
  put(out, "check_out", e.check_out);
  put(out, "current_check_in", e.current_check_in);
  put(out, "current_check_out", e.current_check_out);
  put(out, "date", e.date);
  put(out, "nights", e.nights);
  put(out, "extra_nights", e.extra_nights);
  put(out, "adults", e.adults);
  put(out, "children", e.children);
  put(out, "guests", e.guests);
  put(out, "rooms", e.rooms);
  put(out, "rating", e.rating);
  if (e.period && !e.check_in) out["period"] = wire::to_iso(e.period->first) + "/" + wire::to_iso(e.period->second);
  if (!e.child_ages.empty()) out["child_ages"] = array_of(e.child_ages);
  if (!e.room_types.empty()) out["room_type"] = array_of(e.room_types);
  if (!e.amenities.empty()) out["amenity"] = array_of(e.amenities);
  if (!e.service_items.empty()) out["service_item"] = array_of(e.service_items);
  put(out, "booking_code", e.booking_code);
  put(out, "name", e.name);
  put(out, "email", e.email);
  put(out, "phone", e.phone);
  put(out, "time", e.time);
  put(out, "flight", e.flight);
  put(out, "room_number", e.room_number);
  if (e.amount) out["amount"] = *e.amount;
  put(out, "currency", e.currency);
  return out;
}

json::object predict(const json::value& row) {
  const auto today = wire::parse_iso(wire::text_of(row, "ref_date"));
  const auto text = wire::text_of(row, "text");
  json::object out;
  out["id"] = wire::text_of(row, "id");
  if (!today || text.empty()) {
    out["lang"] = "es";
    out["intent"] = json::array{"other"};
    out["entities"] = json::object{};
    return out;
  }
  const auto u = understand(text, *today, {});
  out["lang"] = u.language;
  json::array intents;
  for (const auto& i : u.intents) intents.emplace_back(i.name);
  out["intent"] = std::move(intents);
  out["entities"] = entities_json(u.entities);
  if (u.ambiguous) out["ambiguous"] = true;
  return out;
}

}  // namespace hotel::nlu
