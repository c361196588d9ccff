// What a text for a guest claims: amounts, days, times, percentages, links, phones, addresses, codes, promises, counts,
// rooms and amenities; and which of these claims rest on no fact. Made to err on the side of finding: every digit and
// every written-out number above one is part of some claim, so that a text of a stranger (a language model) can be held
// against what the PMS and the house have said. It compares values, not meanings: two true amounts in each other's
// place are not seen.
//
// Pure; any thread. Malformed UTF-8 is noise, never refused.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "wire/money.h"
#include "wire/time.h"

namespace hotel::agent {

enum class ClaimKind {
  kAmount,   // "332.64 USD"; without a currency "332.64"; "$" and "peso" fit every currency written so
  kDate,     // "2027-01-14", "--01-14" (no year), "2027-01", "--01", "---14"; "today", "tomorrow", "tonight"
  kWeekday,  // "1" Monday … "7" Sunday
  kTime,     // "15:00"
  kPercent,  // "10"
  kLink,
  kPhone,  // digits
  kEmail,
  kCode,     // upper case
  kPromise,  // "confirmed", "booked", "free", "discount" …; denied: "not_confirmed"
  kCount,    // "night 3", "room 2", "adult 2", "child 1", "guest 3" …
  kNumber,   // any other
  kThing     // "room:double", "amenity:pool"
};
std::string_view name(ClaimKind kind);

struct Claim {
  ClaimKind kind = ClaimKind::kNumber;
  std::string value;               // normalised, the same for every way to write it
  std::size_t begin = 0, end = 0;  // bytes of the text
};

// What is known, and what may be claimed because of it: `says` are normal forms "kind:value", made by the functions
// below.
struct Fact {
  std::string what;    // "price", "check_in" …
  std::string value;   // as a person reads it
  std::string source;  // pms, knowledge, house, guest …
  wire::Millis read_at = 0;
  std::vector<std::string> says;
  wire::Millis life = 15LL * 60 * 1000;  // how long after read_at it may be said
};

std::vector<Claim> claims_in(std::string_view text, std::string_view language);

// The claims that no fact says which is at most `max_age` old.
std::vector<Claim> unbound(const std::vector<Claim>& claims, const std::vector<Fact>& facts, wire::Millis now,
                           wire::Millis max_age);

std::string says(const Claim& claim);                           // "amount:332.64 USD"
bool is_said(const Claim& claim, std::string_view known);       // one normal form covers the claim
bool denies(std::string_view text, std::string_view language);  // has a «no»
std::vector<std::string> says_money(const wire::Money& money);
std::vector<std::string> says_day(wire::Date day);                  // the day and its weekday
std::vector<std::string> says_count(std::string_view noun, int n);  // noun: night, room, adult, child, guest …
// Everything that a text of the house claims by itself: an entry of the knowledge base, a name of the PMS's.
std::vector<std::string> says_text(std::string_view text, std::string_view language);

}  // namespace hotel::agent
