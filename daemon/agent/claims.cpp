#include "agent/claims.h"

#include <algorithm>
#include <tuple>

#include "agent/claim_finders.h"

namespace hotel::agent {
namespace {

constexpr wire::Millis kClockSkew = 60'000;  // of a PMS whose clock runs ahead

std::string number_of(std::int64_t cents) {
  const bool negative = cents < 0;
  const auto whole = std::to_string(negative ? -(cents / 100) : cents / 100);
  const auto rest = static_cast<int>(negative ? -(cents % 100) : cents % 100);
  if (rest == 0) return whole;
  std::string out = whole + "." + static_cast<char>('0' + rest / 10);
  if (rest % 10) out += static_cast<char>('0' + rest % 10);
  return out;
}

bool same_amount(std::string_view claimed, std::string_view known) {
  const auto split = claimed.find(' '), other = known.find(' ');
  if (claimed.substr(0, split) != known.substr(0, other)) return false;
  const auto currency = split == std::string_view::npos ? std::string_view{} : claimed.substr(split + 1);
  return claims::same_currency(currency,
                               other == std::string_view::npos ? std::string_view{} : known.substr(other + 1));
}

// The whole day 2027-01-14 says --01-14, 2027-01, --01 and ---14 too.
bool same_date(std::string_view claimed, std::string_view known) {
  if (claimed == known) return true;
  if (known.size() != 10 || known[0] == '-') return false;
  if (claimed.size() == 7 && claimed[0] != '-') return known.starts_with(claimed);
  if (claimed.starts_with("---")) return claimed.substr(3) == known.substr(8);
  if (claimed.starts_with("--")) return known.substr(5).starts_with(claimed.substr(2));
  return false;
}

}  // namespace

std::string_view name(ClaimKind kind) {
  switch (kind) {
    case ClaimKind::kAmount:
      return "amount";
    case ClaimKind::kDate:
      return "date";
    case ClaimKind::kWeekday:
      return "weekday";
    case ClaimKind::kTime:
      return "time";
    case ClaimKind::kPercent:
      return "percent";
    case ClaimKind::kLink:
      return "link";
    case ClaimKind::kPhone:
      return "phone";
    case ClaimKind::kEmail:
      return "email";
    case ClaimKind::kCode:
      return "code";
    case ClaimKind::kPromise:
      return "promise";
    case ClaimKind::kCount:
      return "count";
    case ClaimKind::kNumber:
      return "number";
    case ClaimKind::kThing:
      return "thing";
  }
  return "number";
}

bool is_said(const Claim& claim, std::string_view known) {
  const auto colon = known.find(':');
  if (colon == std::string_view::npos) return false;
  const auto kind = known.substr(0, colon), value = known.substr(colon + 1);
  const bool same_kind = kind == name(claim.kind);
  if (same_kind && claim.kind != ClaimKind::kAmount && claim.kind != ClaimKind::kDate) return value == claim.value;
  switch (claim.kind) {
    case ClaimKind::kAmount:
      return same_kind && same_amount(claim.value, value);
    case ClaimKind::kDate:
      return same_kind && same_date(claim.value, value);
    case ClaimKind::kNumber:  // a bare number may be the amount, never a count of something else
      return kind == name(ClaimKind::kAmount) && same_amount(claim.value, value);
    default:
      return false;
  }
}

std::vector<Claim> claims_in(std::string_view text, std::string_view language) {
  claims::Search s{text, claims::read(text), language, {}};
  claims::find_addresses(s);
  claims::find_dates(s);
  claims::find_percents(s);
  claims::find_amounts(s);
  claims::find_counts(s);
  claims::find_times(s);
  claims::find_phones(s);
  claims::find_codes(s);
  claims::find_numbers(s);
  claims::find_days(s);
  claims::find_promises(s);
  claims::find_things(s);
  std::sort(s.found.begin(), s.found.end(), [](const Claim& a, const Claim& b) {
    return std::tie(a.begin, a.end, a.kind, a.value) < std::tie(b.begin, b.end, b.kind, b.value);
  });
  return std::move(s.found);
}

std::vector<Claim> unbound(const std::vector<Claim>& claims, const std::vector<Fact>& facts, wire::Millis now,
                           wire::Millis max_age) {
  std::vector<Claim> out;
  for (const auto& claim : claims) {
    const bool bound = std::any_of(facts.begin(), facts.end(), [&](const Fact& fact) {
      const bool fresh = fact.read_at <= now + kClockSkew && now - fact.read_at <= max_age;
      return fresh && std::any_of(fact.says.begin(), fact.says.end(),
                                  [&](const std::string& known) { return is_said(claim, known); });
    });
    if (!bound) out.push_back(claim);
  }
  return out;
}

std::string says(const Claim& claim) {
  return std::string(name(claim.kind)) + ":" + claim.value;
}

std::vector<std::string> says_money(const wire::Money& money) {
  return {"amount:" + number_of(money.cents) + (money.currency.empty() ? "" : " " + money.currency)};
}

std::vector<std::string> says_day(wire::Date day) {
  const std::chrono::weekday weekday{std::chrono::sys_days{day}};
  return {"date:" + wire::to_iso(day), "weekday:" + std::to_string(weekday.iso_encoding())};
}

std::vector<std::string> says_count(std::string_view noun, int n) {
  return {"count:" + std::string(noun) + " " + std::to_string(n)};
}

std::vector<std::string> says_text(std::string_view text, std::string_view language) {
  std::vector<std::string> out;
  for (const auto& claim : claims_in(text, language)) out.push_back(says(claim));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace hotel::agent
