#include "nlu/date_rules.h"

#include <array>
#include <charconv>

namespace hotel::nlu {
namespace {

struct Flag {
  std::string_view name;
  bool DateRules::* rule;
};
constexpr std::array<Flag, 8> kFlags{{{"day_first", &DateRules::day_first},
                                      {"ask_numeric_order_in_english", &DateRules::ask_numeric_order_in_english},
                                      {"next_is_next_week", &DateRules::next_is_next_week},
                                      {"ask_next", &DateRules::ask_next},
                                      {"ask_wrong_weekday", &DateRules::ask_wrong_weekday},
                                      {"ask_dated_weekend", &DateRules::ask_dated_weekend},
                                      {"ask_days", &DateRules::ask_days},
                                      {"ask_weeks_ahead", &DateRules::ask_weeks_ahead}}};

struct Number {
  std::string_view name;
  int DateRules::* rule;
  int least, most;
};
constexpr std::array<Number, 6> kNumbers{{{"weekend_nights", &DateRules::weekend_nights, 1, 4},
                                          {"nights_less_than_days", &DateRules::nights_less_than_days, 0, 1},
                                          {"beginning_until", &DateRules::beginning_until, 5, 15},
                                          {"middle_until", &DateRules::middle_until, 16, 25},
                                          {"first_half_until", &DateRules::first_half_until, 10, 20},
                                          {"longest_stay", &DateRules::longest_stay, 30, 364}}};

struct Weekday {
  std::string_view name;
  int DateRules::* rule;
};
constexpr std::array<Weekday, 2> kWeekdayRules{
    {{"first_weekday", &DateRules::first_weekday}, {"weekend_arrival", &DateRules::weekend_arrival}}};
constexpr std::array<std::string_view, 7> kWeekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                    "friday", "saturday", "sunday"};

}  // namespace

std::optional<std::string> change_rule(DateRules& rules, std::string_view name, std::string_view value) {
  for (const auto& flag : kFlags)
    if (flag.name == name) {
      if (value != "true" && value != "false") return std::string(name) + " is true or false";
      rules.*flag.rule = value == "true";
      return std::nullopt;
    }
  for (const auto& number : kNumbers)
    if (number.name == name) {
      int given = 0;
      const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), given);
      if (error != std::errc{} || end != value.data() + value.size() || given < number.least || given > number.most)
        return std::string(name) + " is a number from " + std::to_string(number.least) + " to " +
               std::to_string(number.most);
      rules.*number.rule = given;
      return std::nullopt;
    }
  for (const auto& weekday : kWeekdayRules)
    if (weekday.name == name) {
      for (std::size_t day = 0; day < kWeekdays.size(); ++day)
        if (kWeekdays[day] == value) {
          rules.*weekday.rule = static_cast<int>(day);
          return std::nullopt;
        }
      return std::string(name) + " is a weekday, monday to sunday";
    }
  std::string known;
  for (const auto& flag : kFlags) known.append(known.empty() ? "" : ", ").append(flag.name);
  for (const auto& number : kNumbers) known.append(", ").append(number.name);
  for (const auto& weekday : kWeekdayRules) known.append(", ").append(weekday.name);
  return "has no rule " + std::string(name) + "; there are " + known;
}

}  // namespace hotel::nlu
