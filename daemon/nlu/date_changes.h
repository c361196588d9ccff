// Corrections ("2 noches.. perdón, 3", "quinta, não, sexta") leave the last word; changes ("from the 20th to the 23rd",
// "tava pro dia 10, preciso jogar pro dia 12") tell the day that is given up from the new one. Internal to date_roles.
#pragma once

#include "nlu/date_roles.h"

namespace hotel::nlu {

// One of the words stands in [begin, end).
bool said_between(const std::vector<Token>& tokens, std::size_t begin, std::size_t end, Words words);
// "2 noites, minto, 4": the bare number after the word of correction is of the same kind as what it corrects.
void add_corrected_numbers(const std::vector<Token>& tokens, std::vector<Mention>& mentions);
void apply_corrections(const std::vector<Token>& tokens, std::vector<Placed>& places);
void find_changes(const std::vector<Token>& tokens, std::vector<Placed>& places);

}  // namespace hotel::nlu
