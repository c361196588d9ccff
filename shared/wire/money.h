// An amount in hundredths of its currency, as the PMS told it. Never a floating-point number once it is read.
#pragma once

#include <boost/json/value.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hotel::wire {

struct Money {
  std::int64_t cents = 0;
  std::string currency;  // ISO 4217

  friend bool operator==(const Money&, const Money&) = default;
};

std::string to_decimal(std::int64_t cents);  // "1234.50"
std::optional<std::int64_t> parse_decimal(
    std::string_view text);                      // "1234.500000" -> 123450; rounds half away from zero
boost::json::value to_json(const Money& money);  // {"amount":"1234.50","currency":"USD"}
std::optional<Money> money_from_json(const boost::json::value& value);

}  // namespace hotel::wire
