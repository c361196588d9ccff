// Phone numbers as WhatsApp, people and the hotel's books write them (contract, chapter 13). Digits only, without plus.
// Variants find an existing guest; they are never used to make an address to send to. Pure and thread-safe.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hotel::whatsapp {

// The number itself first, then the other ways in which the same phone may be known: Argentina 549X and 54X, Mexico
// 521X and 52X, Brazil with and without the 9 before mobile numbers. Anything that is no phone number has no variants.
std::vector<std::string> variants(std::string_view wa_id);

bool same_phone(std::string_view a, std::string_view b);

std::string to_e164(std::string_view digits);  // for people: "+5491100000101"; empty for what is no number

// A number that a person typed, as digits with the country code; nothing for what cannot be one. Takes +, 00, blanks,
// points, slashes, hyphens and brackets, drops Argentina's national 0 and 15, Mexico's 01/044/045 and Brazil's national
// 0. `country`: calling code for numbers typed without one ("54"); empty: such a number is taken as it is.
std::optional<std::string> normalise(std::string_view typed, std::string_view country = {});

bool is_phone(std::string_view digits);  // 7 to 15 digits
bool is_user_id(std::string_view text);  // business-scoped user id: "US.1000000000000000001"

}  // namespace hotel::whatsapp
