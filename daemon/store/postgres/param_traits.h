// Teaches libpqxx 6.4 to take our Param as a parameter of a prepared statement. Only for postgres_session.cpp.
#pragma once

#include <array>
#include <pqxx/strconv>
#include <string>

#include "store/sql/session.h"

namespace pqxx {

template <>
struct string_traits<hotel::store::Param> {
  static constexpr const char* name() noexcept { return "Param"; }
  static constexpr bool has_null() noexcept { return true; }
  static bool is_null(const hotel::store::Param& param) {
    return std::holds_alternative<std::monostate>(param.value());
  }
  static std::string to_string(const hotel::store::Param& param) {
    if (const auto* number = std::get_if<std::int64_t>(&param.value())) return std::to_string(*number);
    if (const auto* text = std::get_if<std::string_view>(&param.value())) return std::string{*text};
    constexpr std::string_view kDigits = "0123456789abcdef";
    const auto bytes = std::get<hotel::store::Blob>(param.value()).bytes;
    std::string out = "\\x";
    out.reserve(2 + 2 * bytes.size());
    for (const char c : bytes) {
      const auto byte = static_cast<unsigned char>(c);
      out.push_back(kDigits[byte >> 4U]);
      out.push_back(kDigits[byte & 15U]);
    }
    return out;
  }
};

}  // namespace pqxx
