#include "domain/stay_form.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <functional>

namespace hotel::domain {
namespace {

bool merge_dates(StayForm& form, const StaySaid& said, const MergeRules& rules) {
  const auto before = std::tuple{form.check_in, form.check_out, form.nights};
  if (said.period && !said.check_in && !said.check_out) form.period = said.period;
  if (said.check_in && said.check_out) {
    form.check_in = said.check_in;
    form.check_out = said.check_out;
    form.nights.reset();
  } else if (said.check_in) {
    const bool moves = rules.keeps_length && form.check_in && form.check_out;
    const int length = moves ? wire::nights_between(*form.check_in, *form.check_out) : 0;
    form.check_in = said.check_in;
    if (form.nights)
      form.check_out = wire::add_days(*form.check_in, *form.nights), form.nights.reset();
    else if (moves)
      form.check_out = wire::add_days(*form.check_in, length);
    else if (form.check_out && *form.check_out <= *form.check_in)
      form.check_out.reset();
  } else if (said.check_out) {
    form.check_out = said.check_out;
    if (!form.check_in && form.nights)
      form.check_in = wire::add_days(*form.check_out, -*form.nights), form.nights.reset();
  } else if (said.nights) {
    if (form.check_in)
      form.check_out = wire::add_days(*form.check_in, *said.nights);
    else if (form.check_out)
      form.check_in = wire::add_days(*form.check_out, -*said.nights);
    else
      form.nights = said.nights;
  } else if (said.extra_nights && form.check_out) {
    form.check_out = wire::add_days(*form.check_out, *said.extra_nights);
  }
  return before != std::tuple{form.check_in, form.check_out, form.nights};
}

bool merge_people(StayForm& form, const StaySaid& said, const MergeRules& rules) {
  const auto before = std::tuple{form.adults, form.children, form.guests, form.ages};
  if (said.adults) {
    form.adults = said.adults;
    form.guests.reset();
  } else if (said.guests) {
    form.guests = said.guests;
    form.adults.reset(), form.children.reset(), form.ages.clear();
  }
  if (said.children) {
    if (form.guests && !said.adults && *form.guests > *said.children)
      form.adults = *form.guests - *said.children, form.guests.reset();
    // "el otro tiene 4" while ages are asked for does not make fewer children.
    const bool fewer = rules.adds_people && form.children && *form.children > *said.children;
    if (!fewer) form.children = said.children;
    form.ages = said.child_ages;
  } else if (!said.child_ages.empty()) {
    form.ages = said.child_ages;
    form.children = std::max(form.children.value_or(0), static_cast<int>(said.child_ages.size()));
  }
  if (static_cast<int>(form.ages.size()) > form.children.value_or(0))
    form.ages.resize(static_cast<std::size_t>(form.children.value_or(0)));
  return before != std::tuple{form.adults, form.children, form.guests, form.ages};
}

bool merge_rooms(StayForm& form, const StaySaid& said) {
  const auto before = std::pair{form.rooms, form.wishes};
  if (said.rooms) form.rooms = said.rooms;
  if (!said.wishes.empty() && form.wishes != said.wishes) {
    form.wishes = said.wishes;
    form.chosen.clear();
  }
  if (form.wishes.size() > 1 && !said.wishes.empty()) {
    int sum = 0;
    for (const auto& wish : form.wishes) sum += wish.count;
    if (sum > form.rooms.value_or(1)) form.rooms = sum;
  }
  return before != std::pair{form.rooms, form.wishes};
}

}  // namespace

int StayForm::room_count() const {
  int sum = 0;
  for (const auto& room : chosen) sum += room.count;
  if (sum == 0)
    for (const auto& wish : wishes) sum += wish.count;
  return std::max({rooms.value_or(1), sum, 1});
}

std::string StayForm::shown() const {
  const auto day = [](const std::optional<Date>& d) { return d ? wire::to_iso(*d) : std::string("-"); };
  std::string types;
  for (const auto& room : chosen) types += fmt::format("{}x{};", room.count, room.id);
  return fmt::format("{}|{}|{}|{}|{}|{}|{}|{}", day(check_in), day(check_out), adults.value_or(-1),
                     children.value_or(0), guests.value_or(-1), fmt::join(ages, ","), types, name);
}

Missing missing(const StayForm& form) {
  if (!form.check_in && !form.check_out) return Missing::kDates;
  if (!form.check_in) return Missing::kCheckIn;
  if (!form.check_out) return Missing::kCheckOut;
  if (!form.has_people()) return form.children ? Missing::kAdults : Missing::kPeople;
  if (static_cast<int>(form.ages.size()) < form.children.value_or(0)) return Missing::kAges;
  return Missing::kNothing;
}

bool merge(StayForm& form, const StaySaid& said, const MergeRules& rules) {
  bool changed = merge_dates(form, said, rules);
  changed = merge_people(form, said, rules) || changed;
  changed = merge_rooms(form, said) || changed;
  if (!said.name.empty() && form.name != said.name) form.name = said.name, changed = true;
  if (!said.email.empty() && form.email != said.email) form.email = said.email, changed = true;
  return changed;
}

std::optional<std::vector<Party>> parties(const StayForm& form, int rooms) {
  const int adults = form.adult_count();
  if (adults < 1 || rooms < 1 || rooms > adults) return std::nullopt;
  std::vector<Party> out(static_cast<std::size_t>(rooms));
  for (int i = 0; i < adults; ++i) ++out[static_cast<std::size_t>(i % rooms)].adults;
  for (const int age : form.ages) {
    // A child goes where the fewest people are.
    auto& room =
        *std::min_element(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.people() < b.people(); });
    room.child_ages.push_back(age);
  }
  return out;
}

std::optional<std::vector<Party>> parties_in(const StayForm& form, const std::vector<RoomType>& rooms) {
  if (rooms.empty() || form.adult_count() < static_cast<int>(rooms.size())) return std::nullopt;
  std::vector<Party> out(rooms.size());
  const auto seat_children = [&] {
    for (auto& party : out) party.child_ages.clear();
    return std::all_of(form.ages.begin(), form.ages.end(), [&](int age) {
      for (std::size_t i = 0; i < rooms.size(); ++i) {
        out[i].child_ages.push_back(age);
        if (rooms[i].fits(out[i])) return true;
        out[i].child_ages.pop_back();
      }
      return false;
    });
  };
  // Every way to seat the adults, until the children find a place too.
  const std::function<bool(std::size_t, int)> seat = [&](std::size_t at, int left) -> bool {
    if (at == rooms.size()) return left == 0 && seat_children();
    const int later = static_cast<int>(rooms.size() - at) - 1;
    for (int adults = left - later; adults >= 1; --adults) {
      out[at] = {adults, {}};
      if (rooms[at].fits(out[at]) && seat(at + 1, left - adults)) return true;
    }
    return false;
  };
  return seat(0, form.adult_count()) ? std::optional{out} : std::nullopt;
}

}  // namespace hotel::domain
