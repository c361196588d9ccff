#include "wire/money.h"

#include <fmt/format.h>

#include "wire/codec.h"

namespace hotel::wire {

std::string to_decimal(std::int64_t cents) {
  const std::uint64_t size = cents < 0 ? 0 - static_cast<std::uint64_t>(cents) : static_cast<std::uint64_t>(cents);
  return fmt::format("{}{}.{:02}", cents < 0 ? "-" : "", size / 100, size % 100);
}

std::optional<std::int64_t> parse_decimal(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  std::int64_t cents = 0;
  int decimals = -1;
  bool any = false;
  for (const char c : text) {
    if (c == '.' && decimals < 0) {
      decimals = 0;
      continue;
    }
    if (c < '0' || c > '9' || cents > 100'000'000'000'000) return std::nullopt;
    any = true;
    if (decimals >= 0 && ++decimals > 3) continue;  // the third decimal rounds, the others are noise
    cents = cents * 10 + (c - '0');
  }
  if (!any) return std::nullopt;
  if (decimals < 0) decimals = 0;
  for (; decimals < 2; ++decimals) cents *= 10;
  if (decimals > 2) cents = (cents + 5) / 10;
  return negative ? -cents : cents;
}

boost::json::value to_json(const Money& money) {
  return {{"amount", to_decimal(money.cents)}, {"currency", money.currency}};
}

std::optional<Money> money_from_json(const boost::json::value& value) {
  const auto cents = parse_decimal(text_of(value, "amount"));
  if (!cents) return std::nullopt;
  return Money{*cents, text_of(value, "currency")};
}

}  // namespace hotel::wire
