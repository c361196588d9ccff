// Why the agent may say what it says: the facts of a reply, the link from each claim of its text to one of them, and
// the check of a finished message against its own evidence. The turn links before it answers; the outbox checks again
// before anything leaves, from the stored message alone.
//
// Pure; any thread.
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "agent/claims.h"
#include "domain/stay_form.h"
#include "ports/repositories.h"
#include "wire/booking.h"

namespace hotel::agent {

// Sources besides the PMS's own name ("qloapps", "mock", "pms") and "knowledge base, version N".
inline constexpr std::string_view kGuestSource = "guest";        // the guest's own words, said back
inline constexpr std::string_view kWordingSource = "wording";    // what a phrase of ours says by itself
inline constexpr std::string_view kSettingsSource = "settings";  // name and address of the house

// How long a fact may be said after it was read. Prices and rooms change under our hands; what stands in a booking or
// in the knowledge base is good for as long as an answer may wait at all (domain::kAnswerLife).
inline constexpr wire::Millis kOfferLife = 5LL * 60 * 1000;
inline constexpr wire::Millis kFactLife = 15LL * 60 * 1000;

// Facts. `value` is what a person reads of it, in `language`; what it says is found in that very text.
Fact fact_of_guest(std::string what, std::string value, std::string_view language, wire::Millis now);
Fact fact_of_offer(std::string what, std::string value, std::string_view language, std::string source,
                   wire::Millis read_at);
Fact fact_of_record(std::string what, std::string value, std::string_view language, std::string source,
                    wire::Millis read_at);
Fact fact_of_entry(const ports::KnowledgeEntry& entry, std::string_view language, wire::Millis now);
// A phrase that claims nothing of the PMS or the house, though its words look so («I can tell you availability»).
// Nothing: the phrase says nothing by itself, or it needs a fact.
std::optional<Fact> fact_of_wording(std::string_view language, std::string_view key, wire::Millis now);
// The booking as the PMS holds it: code, rooms, days, name, total, and what its state lets us say.
Fact fact_of_booking(const wire::Booking& booking, std::string_view language, const std::string& currency,
                     wire::Millis now);

// May this source be the reason for such a claim? The guest's own words never are for an amount, a percentage, a
// promise or a link: so nobody gets «Name: Suite gratis» or a price said back by writing it.
bool may_rest_on(const Claim& claim, const Fact& fact);

struct Link {
  Claim claim;
  std::size_t fact = 0;  // index
};
struct Links {
  std::vector<Link> bound;
  std::vector<Claim> unbound;  // no fact says it
  std::vector<Claim> stale;    // only facts say it that are too old by now
};
Links link(std::string_view text, std::string_view language, const std::vector<Fact>& facts, wire::Millis now);

// The facts and links as a message's `why` keeps them.
boost::json::array facts_json(const std::vector<Fact>& facts);
boost::json::array links_json(std::string_view text, const Links& links);
std::vector<Fact> facts_of(const boost::json::object& why);

// Every word that a guest reads of a Graph body: text, captions, titles of buttons and rows, parameters of a template.
std::string shown_text(const boost::json::object& payload);

struct EvidenceFault {
  std::string_view code;  // claim_unbound, claim_stale
  std::string detail;     // for staff: the words in question
};
std::optional<EvidenceFault> fault_of_evidence(const boost::json::object& why, const boost::json::object& payload,
                                               wire::Millis now);

}  // namespace hotel::agent
