// People who are named instead of counted: «mi mujer, yo y la nena de 6», «me and my brother», «nós dois e a vó». Pure.
#pragma once

#include <vector>

#include "nlu/normalise.h"

namespace hotel::nlu {

struct Members {
  int adults = 0;
  int further = 0;   // adults on top of a number: "2 adultos y mi suegra"
  int children = 0;  // only those without a number of their own
};

// Counts the people of the lists in which the guest, or who travels with the guest, is named. Relatives outside such a
// list ("mi padre tiene dolor de pecho") are nobody of a stay.
Members read_members(const std::vector<Token>& tokens);

// niña, kid, miúdo, pibes … babies too; "boy" and "sobrina" only where an age or "my" makes them one.
bool is_child(const std::vector<Token>& tokens, std::size_t at);

// "y", "and", "+" …: what comes after it is another one.
bool joins_people(const std::vector<Token>& tokens, std::size_t at);

// The years said behind a person: "hijo de 20", "daughter (19)", "boy, hes 12"; -1: none.
int age_behind(const std::vector<Token>& tokens, std::size_t at);

}  // namespace hotel::nlu
