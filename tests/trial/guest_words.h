// What generated guests say, in three languages, in many wordings and with chat noise.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "trial_hotel.h"

namespace hotel::trial {

struct Wish {  // what one guest wants
  wire::Date from{};
  int nights = 1;
  int adults = 2;
  std::vector<int> ages;  // of the children
  std::string room;       // "double" …, empty: any
  std::string name;
  wire::Date to() const { return wire::add_days(from, nights); }
};

class Words {
 public:
  Words(std::string language, Chance& chance) : language_(std::move(language)), chance_(chance) {}

  // A line for a purpose: "price", "availability", "book", "dates", "people", "ages", "name", "room", "yes", "no",
  // "doubt", "thanks", "question", "cancel", "change", "lookup", "code", "other_days", "small_talk", "correct".
  std::string line(std::string_view purpose, const Wish& wish, const std::string& code = "");
  std::string attack(const std::string& foreign_code, const std::string& foreign_name);
  const std::string& language() const { return language_; }

 private:
  std::string day(wire::Date day);
  std::string filled(std::string text, const Wish& wish, const std::string& code);

  std::string language_;
  Chance& chance_;
};

std::string shown_day(std::string_view language, wire::Date day);  // as the agent writes it

}  // namespace hotel::trial
