// How facts are written for guests: days, money, people, rooms; and Graph's objects for texts, buttons and lists,
// within Graph's limits. Pure.
#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "agent/dialogue.h"
#include "domain/stay.h"

namespace hotel::agent {

std::string day_text(std::string_view language, wire::Date day);  // 14/01/2027; 14 Jan 2027 in English
std::string money_text(const wire::Money& money);                 // USD 332.64
std::string nights_text(std::string_view language, int nights);
std::string people_text(std::string_view language, const domain::StayForm& form);
std::string room_text(std::string_view language, const std::string& pms_name);  // "Double Room (doble)"

std::string_view room_word(const std::string& pms_name);  // "double" for «Double Room»; empty: no word of the guests

// The PMS's type that a guest's word means, by the words of its name; nullptr: none.
const domain::RoomType* match_room(std::string_view wish, const std::vector<domain::RoomType>& types);

boost::json::object text_payload(const std::string& text);
struct Choice {
  std::string id, title, description;
};
boost::json::object buttons_payload(const std::string& text, const std::vector<Choice>& buttons);  // at most 3
boost::json::object list_payload(const std::string& text, const std::string& button,
                                 const std::vector<Choice>& rows);  // at most 10
std::string clipped(std::string text, std::size_t characters);      // cut at a character, not inside one

}  // namespace hotel::agent
