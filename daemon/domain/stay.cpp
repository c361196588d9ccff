#include "domain/stay.h"

#include <algorithm>
#include <fmt/format.h>

namespace hotel::domain {
using base::ErrorCode;

std::optional<base::Error> fault_of(const Stay& stay, Date today, int max_nights) {
  const auto wrong = [](std::string text) { return std::optional{base::error(ErrorCode::kInvalid, std::move(text))}; };
  if (!stay.check_in.ok() || !stay.check_out.ok())
    return wrong("check_in and check_out must be days that exist, as YYYY-MM-DD");
  if (stay.nights() < 1) return wrong("check_out must be after check_in");
  if (wire::nights_between(today, stay.check_in) < 0)
    return wrong(fmt::format("check_in must not be before today, {}", wire::to_iso(today)));
  if (stay.nights() > max_nights) return wrong(fmt::format("a stay has at most {} nights", max_nights));
  if (stay.rooms.empty() || stay.rooms.size() > 9) return wrong("between 1 and 9 rooms can be asked for");
  for (const auto& party : stay.rooms) {
    if (party.adults < 1) return wrong("every room needs an adult");
    if (party.adults > 20 || party.child_ages.size() > 20) return wrong("at most 20 adults and 20 children a room");
    for (const int age : party.child_ages)
      if (age < 0 || age > 17) return wrong("ages of children are between 0 and 17");
  }
  return std::nullopt;
}

bool RoomType::fits(const Party& party) const {
  const int children = static_cast<int>(
      std::count_if(party.child_ages.begin(), party.child_ages.end(), [](int age) { return age >= kInfantBelow; }));
  // A child may take an adult's place, not the other way round.
  const int spare = max_adults > party.adults ? max_adults - party.adults : 0;
  return party.adults <= max_adults && children <= max_children + spare &&
         (max_guests == 0 || party.adults + children <= max_guests);
}

const Offer* offer_of(const Availability& found, const std::string& room_type_id) {
  const auto it = std::find_if(found.offers.begin(), found.offers.end(),
                               [&](const Offer& offer) { return offer.type.id == room_type_id; });
  return it == found.offers.end() ? nullptr : &*it;
}

std::optional<Money> price_of(const Availability& found, const std::vector<std::string>& room_type_ids) {
  std::optional<Money> sum;
  bool one_type = true;
  for (const auto& id : room_type_ids) {
    const auto* offer = offer_of(found, id);
    if (offer == nullptr) return std::nullopt;
    if (!sum) sum = Money{0, offer->one_room.currency};
    if (offer->one_room.currency != sum->currency) return std::nullopt;
    sum->cents += offer->one_room.cents;
    one_type = one_type && id == room_type_ids.front();
  }
  // Just these rooms were priced by the PMS itself: its total is not rounded room by room.
  if (sum && one_type && room_type_ids.size() == found.stay.rooms.size())
    return offer_of(found, room_type_ids.front())->total;
  return sum;
}

std::optional<base::Error> fault_of(const Availability& found, const BookingRequest& request) {
  const auto& ids = request.room_type_ids;
  const auto& rooms = request.stay.rooms;
  if (ids.empty() || ids.size() != rooms.size())
    return base::error(ErrorCode::kInvalid, "every room needs a room type, and every room type a room");
  for (const auto& id : ids) {
    const auto* offer = offer_of(found, id);
    if (offer == nullptr) return base::error(ErrorCode::kNotFound, "the PMS has no such room type");
    if (offer->free < std::count(ids.begin(), ids.end(), id))
      return base::error(ErrorCode::kSoldOut, "not enough rooms of the type are free for the whole stay");
  }
  for (std::size_t i = 0; i < ids.size(); ++i)
    if (!offer_of(found, ids[i])->type.fits(rooms[i]))
      return base::error(ErrorCode::kInvalid, "the party does not fit into its room's type");
  return std::nullopt;
}

std::pair<std::string, std::string> split_name(const std::string& full) {
  const auto first = full.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  const auto end = full.find(' ', first);
  if (end == std::string::npos) return {full.substr(first), full.substr(first)};
  const auto rest = full.find_first_not_of(' ', end);
  std::string last = rest == std::string::npos ? full.substr(first, end - first) : full.substr(rest);
  while (last.ends_with(' ')) last.pop_back();
  return {full.substr(first, end - first), std::move(last)};
}

}  // namespace hotel::domain
