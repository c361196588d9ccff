// The grammar behind find_mentions: each rule reads from token `i`, fills the mention and returns the end of what it
// read, or `i` for nothing. Internal to date_*.cpp.
#pragma once

#include "nlu/date_mentions.h"

namespace hotel::nlu {

class DateFinder {
 public:
  DateFinder(const std::vector<Token>& tokens, Date today, std::string_view language, const DateRules& rules)
      : t_(tokens), today_(today), language_(language), rules_(rules) {}
  std::vector<Mention> run();

 private:
  using What = Mention::What;
  using Rule = std::size_t (DateFinder::*)(std::size_t, Mention&);

  bool word(std::size_t i, Words words) const { return i < t_.size() && means(t_[i], words); }
  bool exact(std::size_t i, Words words) const { return i < t_.size() && word_is(t_[i], words); }
  bool mark(std::size_t i, std::string_view c) const {
    return i < t_.size() && t_[i].kind == Kind::kPunctuation && t_[i].raw == c;
  }
  bool number(std::size_t i) const { return i < t_.size() && t_[i].kind == Kind::kNumber && t_[i].value >= 0; }
  bool day_number(std::size_t i) const {
    return number(i) && t_[i].value >= 1 && t_[i].value <= 31 && t_[i].raw.size() <= 2;
  }
  bool before(std::size_t i, Words words, std::size_t back = 1) const { return i >= back && exact(i - back, words); }
  bool said_before(std::size_t i, Words words, std::size_t reach) const;  // in the same sentence
  std::size_t next_month(std::size_t at, int& month, int& year) const;    // «mayo», «del mes que viene», «this month»
  std::size_t one(std::size_t i, Mention& m);
  std::size_t first_of(std::initializer_list<Rule> rules, std::size_t i, Mention& m);

  // date_mentions.cpp
  std::size_t not_meant(std::size_t i);  // «buen finde», «last Friday»: read and passed over
  std::size_t whole_week(std::size_t i, Mention& m);
  std::size_t length(std::size_t i, Mention& m);
  std::size_t holiday(std::size_t i, Mention& m);
  std::size_t holiday_day(std::size_t i, Mention& m);
  // date_numbers.cpp
  std::size_t numeric(std::size_t i, Mention& m);
  std::size_t day_month(std::size_t i, Mention& m);
  std::size_t month_day(std::size_t i, Mention& m);
  std::size_t bare_day(std::size_t i, Mention& m);
  bool named_day(std::size_t i, const Number& n) const;
  bool part_of_range(std::size_t i, std::size_t end) const;
  bool both_roles_with_numbers(std::size_t i) const;
  bool led_to_day(std::size_t i) const;         // «arrive 19.09»
  bool changes_before(std::size_t i) const;     // a verb of change in the sentence
  bool taken_back_before(std::size_t i) const;  // «I mean», «perdón» right before
  bool range_word(std::size_t at) const;
  bool month_after(std::size_t at) const;
  std::size_t year_after(std::size_t at, int& year) const;
  void check_day(Mention& m) const;
  // date_periods.cpp
  std::size_t part_of_month(std::size_t i, Mention& m);
  std::size_t week_of_month(std::size_t i, Mention& m);
  std::size_t month_or_week(std::size_t i, Mention& m);
  std::size_t week_of(std::size_t i, Mention& m);
  std::size_t after_next(std::size_t at) const;
  std::size_t which(std::size_t i, int& n) const;  // «first», «2da», «última» (-1)
  // date_weekdays.cpp
  std::size_t after_a_while(std::size_t i, Mention& m);
  std::size_t weekend(std::size_t i, Mention& m);
  std::size_t dated_weekend(std::size_t i, Mention& m);
  void weekend_with(Date day, Mention& m) const;
  std::size_t weekend_words(std::size_t i) const;
  std::size_t relative(std::size_t i, Mention& m);
  std::size_t week_day(std::size_t i, Mention& m);
  std::size_t weekday_word(std::size_t at, bool expected, int& weekday) const;
  bool says_next_after(std::size_t& end, bool& next_week) const;
  bool night_follows(std::size_t& end) const;
  void in_days(Mention& m, int days, bool weeks) const;

  std::optional<Date> day_of(const Mention& m) const;

  const std::vector<Token>& t_;
  Date today_;
  std::string_view language_;
  DateRules rules_;
  std::vector<Mention> out_;
};

}  // namespace hotel::nlu
