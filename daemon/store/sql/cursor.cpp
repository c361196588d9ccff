#include "store/sql/cursor.h"

#include <boost/json/serialize.hpp>
#include <charconv>
#include <fmt/format.h>

#include "base/error.h"
#include "wire/codec.h"

namespace hotel::store {

std::string cursor_text(std::int64_t key, std::int64_t seq) {
  return fmt::format("{}.{}", key, seq);
}

Cursor cursor_from(std::string_view text, Cursor start) {
  if (text.empty()) return start;
  Cursor out;
  const char* end = text.data() + text.size();
  const auto key = std::from_chars(text.data(), end, out.key);
  if (key.ec == std::errc{} && key.ptr != end && *key.ptr == '.') {
    const auto seq = std::from_chars(key.ptr + 1, end, out.seq);
    if (seq.ec == std::errc{} && seq.ptr == end) return out;
  }
  throw base::ErrorException(base::error(
      base::ErrorCode::kBadRequest, "The cursor is none that a list gave; right is the `next` of the page before."));
}

std::int64_t day_number(wire::Date day) {
  return std::chrono::sys_days{day}.time_since_epoch().count();
}

std::string digits_of(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c >= '0' && c <= '9') out.push_back(c);
  return out;
}

std::string contains_pattern(std::string_view folded) {
  std::string out = "%";
  for (const char c : folded) {
    if (c == '%' || c == '_' || c == '\\') out.push_back('\\');
    out.push_back(c);
  }
  return out + "%";
}

std::string object_text(const boost::json::object& object) {
  return object.empty() ? std::string{} : boost::json::serialize(object);
}

boost::json::object object_from(std::string_view text) {
  if (text.empty()) return {};
  const auto value = wire::parse_json(text);
  const auto* object = value ? value->if_object() : nullptr;
  return object ? *object : boost::json::object{};
}

std::string placeholders(std::size_t from, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out.append(i == 0 ? "$" : ", $").append(std::to_string(from + i));
  return out;
}

}  // namespace hotel::store
