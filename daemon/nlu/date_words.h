// The words of the date grammar in Spanish, English and Portuguese: names of days and months, numbers written out, what
// makes a number a count or an hour, and small tests of tokens. Pure.
#pragma once

#include <initializer_list>
#include <string_view>
#include <vector>

#include "nlu/normalise.h"

namespace hotel::nlu {

using Words = std::initializer_list<std::string_view>;

bool among(std::string_view word, Words words);
bool means(const Token& token, Words words);    // in any usual spelling
bool spelled(const Token& token, Words words);  // in any usual spelling of every letter: no letter missing
bool word_is(const Token& token, Words words);  // exactly

int month_of_name(const Token& token, bool beside_number);                                         // 0: none
int weekday_of_name(const std::vector<Token>& tokens, std::size_t at, std::string_view language);  // -1: none
int portuguese_weekday(const Token& token);  // «segunda» … «sexta»: also numbers, so only where a day is expected
bool ends_sentence(const Token& token);

bool counted(const std::vector<Token>& tokens, std::size_t at);   // makes the number before it a count, hour or price
bool clock_at(const std::vector<Token>& tokens, std::size_t at);  // «8.30», «21:15»

struct Number {
  int value = -1;
  std::size_t end = 0;
  bool ordinal = false;  // «third», «3rd», «1º»
  bool written = false;  // in words
};
// «12», «3rd», «1º», «veintiuno», «twenty-first», «vinte e três»; value -1: no number
Number number_at(const std::vector<Token>& tokens, std::size_t at);

}  // namespace hotel::nlu
