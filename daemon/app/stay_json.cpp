#include "app/stay_json.h"

#include <algorithm>
#include <boost/json/array.hpp>

#include "wire/codec.h"

namespace hotel::app {
namespace json = boost::json;
namespace {

json::array rooms_json(const std::vector<domain::Party>& rooms) {
  json::array out;
  for (const auto& room : rooms)
    out.push_back(json::object{{"adults", room.adults},
                               {"children", json::array(room.child_ages.begin(), room.child_ages.end())}});
  return out;
}

std::vector<int> ages_of(const json::value& value, std::string_view key) {
  std::vector<int> ages;
  if (const auto* list = wire::array_of(value, key))
    for (const auto& age : *list)
      ages.push_back(age.is_int64() && age.as_int64() >= 0 && age.as_int64() < 1000 ? static_cast<int>(age.as_int64())
                                                                                    : -1);
  return ages;
}

int small_integer(const json::value& value, std::string_view key, int missing) {
  const auto number = wire::integer_of(value, key);
  if (!number) return missing;
  return *number < 0 || *number > 1000 ? -1 : static_cast<int>(*number);
}

}  // namespace

std::vector<domain::Party> spread(int adults, const std::vector<int>& child_ages, int rooms) {
  std::vector<domain::Party> out(static_cast<std::size_t>(std::clamp(rooms, 0, 1000)));
  if (out.empty()) return out;
  const int count = static_cast<int>(out.size());
  for (int i = 0; i < count; ++i)
    out[static_cast<std::size_t>(i)].adults = adults / count + (i < adults % count ? 1 : 0);
  // Children go where fewer adults are first, so that nobody's room is full before another has a child.
  for (std::size_t i = 0; i < child_ages.size(); ++i)
    out[out.size() - 1 - i % out.size()].child_ages.push_back(child_ages[i]);
  return out;
}

json::object to_json(const domain::Stay& stay) {
  return {{"check_in", wire::to_iso(stay.check_in)},
          {"check_out", wire::to_iso(stay.check_out)},
          {"rooms", rooms_json(stay.rooms)}};
}

json::object to_json(const domain::Availability& availability) {
  json::object out = to_json(availability.stay);
  out["nights"] = availability.stay.nights();
  json::array offers;
  for (const auto& offer : availability.offers)
    offers.push_back(json::object{{"room_type_id", offer.type.id},
                                  {"room_type", offer.type.name},
                                  {"max_adults", offer.type.max_adults},
                                  {"max_children", offer.type.max_children},
                                  {"max_guests", offer.type.max_guests},
                                  {"free", offer.free},
                                  {"fits", offer.fits},
                                  {"nightly", wire::to_json(offer.nightly)},
                                  {"one_room", wire::to_json(offer.one_room)},
                                  {"total", wire::to_json(offer.total)}});
  out["offers"] = std::move(offers);
  out["read_at"] = wire::to_rfc3339(availability.read_at);
  out["source"] = availability.source;
  return out;
}

json::object to_json(const ports::BookingIntent& intent) {
  return {{"intent_id", intent.id},
          {"kind", intent.kind},
          {"state", name(intent.state)},
          {"booking_id", wire::text_or_null(intent.order_id)},
          {"conversation_id", wire::text_or_null(intent.conversation_id)},
          {"attempts", intent.attempts},
          {"detail", wire::text_or_null(intent.detail)},
          {"created_at", wire::to_rfc3339(intent.created_at)}};
}

domain::Stay stay_from_json(const json::object& value) {
  domain::Stay stay;
  if (const auto day = wire::parse_iso(wire::text_of(value, "check_in"))) stay.check_in = *day;
  if (const auto day = wire::parse_iso(wire::text_of(value, "check_out"))) stay.check_out = *day;
  if (const auto* rooms = wire::array_of(value, "rooms")) {
    for (const auto& room : *rooms)
      stay.rooms.push_back({small_integer(room, "adults", 0),
                            ages_of(room, wire::array_of(room, "children") ? "children" : "child_ages")});
  } else {
    stay.rooms =
        spread(small_integer(value, "adults", 0), ages_of(value, "children"), small_integer(value, "rooms", 1));
  }
  return stay;
}

std::string_view name(ports::IntentState state) {
  using ports::IntentState;
  switch (state) {
    case IntentState::kNew:
      return "new";
    case IntentState::kPosting:
      return "posting";
    case IntentState::kLooking:
      return "looking";
    case IntentState::kVerifying:
      return "verifying";
    case IntentState::kConfirmed:
      return "confirmed";
    case IntentState::kLost:
      return "lost";
    case IntentState::kRefused:
      return "refused";
    case IntentState::kUnknown:
      return "unknown";
    case IntentState::kCancelling:
      return "cancelling";
    case IntentState::kCancelled:
      return "cancelled";
  }
  return "";
}

}  // namespace hotel::app
