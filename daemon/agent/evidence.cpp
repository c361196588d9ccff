#include "agent/evidence.h"

#include <algorithm>
#include <array>

#include "agent/phrases.h"
#include "agent/wording.h"
#include "wire/codec.h"

namespace hotel::agent {
namespace {

namespace json = boost::json;

constexpr wire::Millis kClockSkew = 60'000;  // of a PMS whose clock runs ahead

bool is_of_the_house(ClaimKind kind, std::string_view value) {
  return kind == ClaimKind::kAmount || kind == ClaimKind::kPercent || kind == ClaimKind::kLink ||
         (kind == ClaimKind::kPromise && !value.starts_with("not_"));
}

void say_more(Fact& fact, const std::vector<std::string>& more) {
  for (const auto& known : more)
    if (std::find(fact.says.begin(), fact.says.end(), known) == fact.says.end()) fact.says.push_back(known);
}

// What words of a guest say, whoever holds them: nothing that only the house can say.
std::vector<std::string> says_of_guest(std::string_view text, std::string_view language) {
  std::vector<std::string> out;
  for (const auto& claim : claims_in(text, language))
    if (!is_of_the_house(claim.kind, claim.value)) out.push_back(says(claim));
  return out;
}

Fact fact_from(std::string what, std::string value, std::string_view language, std::string source, wire::Millis read_at,
               wire::Millis life) {
  Fact out;
  out.says = says_text(value, language);
  out.what = std::move(what);
  out.value = std::move(value);
  out.source = std::move(source);
  out.read_at = read_at;
  out.life = life;
  return out;
}

// Phrases whose words look like claims of the PMS's and are none: examples, what the agent can do, what it has not
// done.
constexpr std::array<std::string_view, 8> kOwnWords{"greeting",    "capabilities", "refuse",  "ask_dates",
                                                    "reject_long", "refused",      "summary", "lost"};

std::string without_values(std::string_view phrase) {
  std::string out;
  bool inside = false;
  for (const char c : phrase) {
    if (c == '{') inside = true, out += "…";
    if (!inside) out += c;
    if (c == '}') inside = false;
  }
  return out;
}

bool is_hidden(std::string_view key, std::string_view parent) {
  constexpr std::array<std::string_view, 12> kNotShown{
      "id", "type", "payload", "link", "language", "code", "sub_type", "index", "message_id", "policy", "to", "status"};
  if (key == "name") return parent != "location";  // of a template
  return std::find(kNotShown.begin(), kNotShown.end(), key) != kNotShown.end();
}

void collect(const json::value& value, std::string_view key, std::string_view parent, std::string& out) {
  if (value.is_string()) {
    if (is_hidden(key, parent)) return;
    if (!out.empty()) out += '\n';
    out += value.get_string();
  } else if (value.is_array()) {
    for (const auto& item : value.get_array()) collect(item, key, parent, out);
  } else if (value.is_object()) {
    for (const auto& member : value.get_object()) collect(member.value(), member.key(), key, out);
  }
}

bool is_fresh(const Fact& fact, wire::Millis now) {
  return fact.read_at <= now + kClockSkew && now - fact.read_at <= fact.life;
}

bool covers(const Fact& fact, const Claim& claim) {
  return may_rest_on(claim, fact) && std::any_of(fact.says.begin(), fact.says.end(),
                                                 [&](const std::string& known) { return is_said(claim, known); });
}

std::string words_of(std::string_view text, const std::vector<Claim>& claims) {
  std::string out;
  for (const auto& claim : claims) {
    if (!out.empty()) out += ", ";
    out += text.substr(claim.begin, claim.end - claim.begin);
  }
  return out;
}

}  // namespace

Fact fact_of_guest(std::string what, std::string value, std::string_view language, wire::Millis now) {
  auto out = fact_from(std::move(what), std::move(value), language, std::string(kGuestSource), now, kFactLife);
  out.says = says_of_guest(out.value, language);
  return out;
}

Fact fact_of_offer(std::string what, std::string value, std::string_view language, std::string source,
                   wire::Millis read_at) {
  return fact_from(std::move(what), std::move(value), language, std::move(source), read_at, kOfferLife);
}

Fact fact_of_record(std::string what, std::string value, std::string_view language, std::string source,
                    wire::Millis read_at) {
  return fact_from(std::move(what), std::move(value), language, std::move(source), read_at, kFactLife);
}

Fact fact_of_entry(const ports::KnowledgeEntry& entry, std::string_view language, wire::Millis now) {
  return fact_from("knowledge:" + entry.key, entry.text, language,
                   "knowledge base, version " + std::to_string(entry.version), now, kFactLife);
}

std::optional<Fact> fact_of_wording(std::string_view language, std::string_view key, wire::Millis now) {
  if (std::find(kOwnWords.begin(), kOwnWords.end(), key) == kOwnWords.end()) return std::nullopt;
  const auto& table = phrases(language);
  const auto phrase = table.find(key);
  if (phrase == table.end()) return std::nullopt;
  auto out = fact_from("phrase", std::string(key), language, std::string(kWordingSource), now, kFactLife);
  out.says = says_text(without_values(phrase->second), language);
  return out.says.empty() ? std::nullopt : std::optional{std::move(out)};
}

Fact fact_of_booking(const wire::Booking& booking, std::string_view language, const std::string& currency,
                     wire::Millis now) {
  auto out = fact_of_record("booking:" + booking.reference, std::string(wire::name(booking.state)), "en", "pms",
                            booking.read_at > 0 ? booking.read_at : now);
  say_more(out, says_text(booking.reference, language));
  say_more(out, says_of_guest(booking.guest_name, language));
  auto total = booking.total;
  if (total.currency.empty()) total.currency = currency;
  say_more(out, says_money(total));
  for (const auto& room : booking.rooms) {
    const auto same = std::count_if(booking.rooms.begin(), booking.rooms.end(),
                                    [&](const auto& r) { return r.room_type == room.room_type; });
    const auto name = room_text(language, room.room_type);
    say_more(out, says_text(name, language));
    if (same > 1) say_more(out, says_text(std::to_string(same) + " x " + name, language));
    for (const auto day : {room.check_in, room.check_out}) say_more(out, says_day(day));
  }
  if (booking.state == wire::BookingState::kConfirmed) say_more(out, {"promise:confirmed", "promise:booked"});
  if (booking.state == wire::BookingState::kCancelled) say_more(out, {"promise:cancelled"});
  return out;
}

bool may_rest_on(const Claim& claim, const Fact& fact) {
  if (fact.source == kGuestSource) return !is_of_the_house(claim.kind, claim.value);
  if (fact.source == kWordingSource) return claim.kind != ClaimKind::kAmount && claim.kind != ClaimKind::kLink;
  return true;
}

Links link(std::string_view text, std::string_view language, const std::vector<Fact>& facts, wire::Millis now) {
  Links out;
  for (auto& claim : claims_in(text, language)) {
    std::optional<std::size_t> fresh;
    bool old = false;
    for (std::size_t i = 0; i < facts.size() && !fresh; ++i) {
      if (!covers(facts[i], claim)) continue;
      if (is_fresh(facts[i], now))
        fresh = i;
      else
        old = true;
    }
    if (fresh)
      out.bound.push_back({std::move(claim), *fresh});
    else if (old)
      out.stale.push_back(std::move(claim));
    else
      out.unbound.push_back(std::move(claim));
  }
  return out;
}

json::array facts_json(const std::vector<Fact>& facts) {
  json::array out;
  for (const auto& fact : facts) {
    json::array says;
    for (const auto& known : fact.says) says.emplace_back(known);
    out.push_back(json::object{{"what", fact.what},
                               {"value", fact.value},
                               {"source", fact.source},
                               {"read_at", wire::to_rfc3339(fact.read_at)},
                               {"life_s", fact.life / 1000},
                               {"says", std::move(says)}});
  }
  return out;
}

json::array links_json(std::string_view text, const Links& links) {
  json::array out;
  for (const auto& [claim, fact] : links.bound)
    out.push_back(json::object{{"text", text.substr(claim.begin, claim.end - claim.begin)},
                               {"kind", name(claim.kind)},
                               {"value", claim.value},
                               {"begin", claim.begin},
                               {"end", claim.end},
                               {"fact", fact}});
  return out;
}

std::vector<Fact> facts_of(const json::object& why) {
  std::vector<Fact> out;
  const auto* list = wire::array_of(why, "facts");
  if (!list) return out;
  for (const auto& item : *list) {
    Fact fact;
    fact.what = wire::text_of(item, "what");
    fact.value = wire::text_of(item, "value");
    fact.source = wire::text_of(item, "source");
    fact.read_at = wire::parse_rfc3339(wire::text_of(item, "read_at")).value_or(0);
    fact.life = wire::integer_of(item, "life_s").value_or(0) * 1000;
    if (const auto* says = wire::array_of(item, "says"))
      for (const auto& known : *says)
        if (known.is_string()) fact.says.emplace_back(known.get_string());
    out.push_back(std::move(fact));
  }
  return out;
}

std::string shown_text(const json::object& payload) {
  std::string out;
  for (const auto& member : payload) collect(member.value(), member.key(), "", out);
  return out;
}

std::optional<EvidenceFault> fault_of_evidence(const json::object& why, const json::object& payload, wire::Millis now) {
  const auto text = shown_text(payload);
  const auto links = link(text, wire::text_of(why, "language"), facts_of(why), now);
  if (!links.unbound.empty()) return EvidenceFault{"claim_unbound", "No fact says: " + words_of(text, links.unbound)};
  if (!links.stale.empty()) return EvidenceFault{"claim_stale", "Read too long ago: " + words_of(text, links.stale)};
  return std::nullopt;
}

}  // namespace hotel::agent
