// People who are named instead of counted: «mi mujer, yo y la nena de 6», «me and my brother», «nós dois e a vó». Pure.
#pragma once

#include <vector>

#include "nlu/normalise.h"

namespace hotel::nlu {

struct Members {
  int adults = 0;
  int children = 0;  // only those without a number of their own
};

// Counts the people of the lists in which the guest, or who travels with the guest, is named. Relatives outside such a
// list ("mi padre tiene dolor de pecho") are nobody of a stay.
Members read_members(const std::vector<Token>& tokens);

bool is_child_word(const Token& token);  // niña, kid, miúdo, pibes … babies too

}  // namespace hotel::nlu
