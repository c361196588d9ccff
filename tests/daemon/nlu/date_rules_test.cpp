// The rules that a hotel may change by their names.
#include "nlu/date_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "nlu/understand.h"

namespace hotel::nlu {
namespace {

using testing::HasSubstr;

const wire::Date kToday{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{24}};  // a Tuesday

std::string arrival(const std::string& text, const DateRules& rules, const char* language = "es") {
  DateContext context;
  context.rules = rules;
  const auto said = understand(text, kToday, language, context);
  return said.entities.check_in ? wire::to_iso(*said.entities.check_in) : "";
}

DateRules with(std::string_view name, std::string_view value) {
  DateRules out;
  EXPECT_EQ(change_rule(out, name, value), std::nullopt) << name;
  return out;
}

TEST(DateRules, AChangedRuleChangesTheReading) {
  EXPECT_EQ(arrival("llego el 03/04", {}), "2027-04-03");
  EXPECT_EQ(arrival("llego el 03/04", with("day_first", "false")), "2027-03-04");
  EXPECT_EQ(arrival("llego el fin de semana", {}), "2026-11-27");
  EXPECT_EQ(arrival("llego el fin de semana", with("weekend_arrival", "saturday")), "2026-11-28");
}

TEST(DateRules, WhatIsWrongIsToldWithWhatWouldBeRight) {
  DateRules rules;
  EXPECT_THAT(*change_rule(rules, "day_first", "yes"), HasSubstr("true or false"));
  EXPECT_THAT(*change_rule(rules, "weekend_nights", "9"), HasSubstr("from 1 to 4"));
  EXPECT_THAT(*change_rule(rules, "weekend_nights", "2x"), HasSubstr("from 1 to 4"));
  EXPECT_THAT(*change_rule(rules, "first_weekday", "lunes"), HasSubstr("monday to sunday"));
  EXPECT_THAT(*change_rule(rules, "weekday", "1"), HasSubstr("longest_stay"));
  EXPECT_TRUE(rules.day_first);
  EXPECT_EQ(rules.weekend_nights, 2);
}

}  // namespace
}  // namespace hotel::nlu
