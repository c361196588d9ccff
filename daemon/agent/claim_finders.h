// The searches that claims_in() runs one after another, each over the pieces that none before it took: what is more
// certain comes first, and whatever number is left in the end is a claim by itself. Part of claims; pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "agent/claim_text.h"
#include "agent/claims.h"

namespace hotel::agent::claims {

struct Search {
  std::string_view original;
  Text text;
  std::string_view language;
  std::vector<Claim> found;

  bool free(std::size_t begin, std::size_t end) const {
    if (end > text.pieces.size() || begin >= end) return false;
    for (auto i = begin; i < end; ++i)
      if (text.pieces[i].taken) return false;
    return true;
  }
  void add(ClaimKind kind, std::string value, std::size_t begin, std::size_t end) {  // pieces [begin, end)
    for (auto i = begin; i < end; ++i) text.pieces[i].taken = true;
    found.push_back({kind, std::move(value), text.pieces[begin].begin, text.pieces[end - 1].end});
  }
  void add_bytes(ClaimKind kind, std::string value, std::size_t begin, std::size_t end) {
    for (auto& p : text.pieces) p.taken = p.taken || (p.begin >= begin && p.end <= end && p.begin < p.end);
    found.push_back({kind, std::move(value), begin, end});
  }
};

void find_addresses(Search& s);  // links and e-mail
void find_dates(Search& s);
void find_times(Search& s);
void find_percents(Search& s);
void find_amounts(Search& s);
void find_phones(Search& s);
void find_counts(Search& s);
void find_codes(Search& s);
void find_numbers(Search& s);  // all that are left
void find_days(Search& s);     // weekdays, months, «tomorrow»
void find_promises(Search& s);
void find_things(Search& s);

// "$" may mean USD, ARS, MXN …; "peso" ARS, MXN …
bool same_currency(std::string_view claimed, std::string_view known);

}  // namespace hotel::agent::claims
