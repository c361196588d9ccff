// The other facts of a message: rooms and services by name, codes, addresses, a person's name, times, room numbers,
// money. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "nlu/normalise.h"

namespace hotel::nlu {

struct RoomWish {
  std::string type;
  int count = 1;
  friend bool operator==(const RoomWish&, const RoomWish&) = default;
};

struct Facts {
  int rooms_listed = 0;                // "a double and a single": how many
  bool rooms_to_choose = false;        // "a double or a twin"
  std::vector<RoomWish> rooms;         // in the order of the message, without what was refused
  std::vector<std::string> amenities;  // sorted
  std::vector<std::string> items;      // sorted
  std::string booking_code, name, email, phone, flight, room_number, currency;
  std::string time;                // HH:MM
  bool room_number_named = false;  // with its noun ("room 33"), not by its place in the sentence ("in 33")
  bool room_number_loose = false;  // only three digits at the end ("vengan rápido, 302")
  bool name_loose = false;         // a full name somewhere in the message, without anything that leads to it
  std::optional<double> amount;
  std::optional<int> rating;
};

Facts read_facts(const std::vector<Token>& tokens, const std::vector<bool>& dated);

// A whole message that may be a person's name ("Lucía Ferrer", "lucia ferrer", "soy Ana"): what a form takes that has
// just asked for one. Nothing when it has digits, too many words, or words that are no names.
std::optional<std::string> name_answer(const std::vector<Token>& tokens);

}  // namespace hotel::nlu
