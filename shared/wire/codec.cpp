#include "wire/codec.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <charconv>
#include <cmath>

namespace hotel::wire {
namespace json = boost::json;

const json::value* member(const json::object& object, std::string_view key) {
  const auto* found = object.if_contains(key);
  return found && !found->is_null() ? found : nullptr;
}

const json::value* member(const json::value& object, std::string_view key) {
  const auto* o = object.if_object();
  return o ? member(*o, key) : nullptr;
}

const json::object* object_of(const json::value& object, std::string_view key) {
  const auto* found = member(object, key);
  return found ? found->if_object() : nullptr;
}

const json::array* array_of(const json::value& object, std::string_view key) {
  const auto* found = member(object, key);
  return found ? found->if_array() : nullptr;
}

const json::object* object_of(const json::object& object, std::string_view key) {
  const auto* found = member(object, key);
  return found ? found->if_object() : nullptr;
}

const json::array* array_of(const json::object& object, std::string_view key) {
  const auto* found = member(object, key);
  return found ? found->if_array() : nullptr;
}

std::string text_of(const json::value& object, std::string_view key) {
  const auto* found = member(object, key);
  if (!found) return {};
  if (const auto* text = found->if_string()) return std::string{*text};
  if (const auto* number = found->if_int64()) return std::to_string(*number);
  if (const auto* number = found->if_uint64()) return std::to_string(*number);
  if (found->is_double()) return json::serialize(*found);
  return {};
}

std::optional<std::int64_t> integer_of(const json::value& object, std::string_view key) {
  const auto* found = member(object, key);
  if (!found) return std::nullopt;
  if (const auto* number = found->if_int64()) return *number;
  if (const auto* number = found->if_double()) {
    if (!(std::abs(*number) < 9e15)) return std::nullopt;
    return static_cast<std::int64_t>(*number);
  }
  if (const auto* text = found->if_string()) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
    if (error == std::errc{} && end == text->data() + text->size()) return value;
  }
  return std::nullopt;
}

std::optional<double> number_of(const json::value& object, std::string_view key) {
  const auto* found = member(object, key);
  if (!found) return std::nullopt;
  if (found->is_number()) return found->to_number<double>();
  if (const auto* text = found->if_string()) {
    double value = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
    if (error == std::errc{} && end == text->data() + text->size()) return value;
  }
  return std::nullopt;
}

bool flag_of(const json::value& object, std::string_view key) {
  const auto* found = member(object, key);
  if (!found) return false;
  if (const auto* flag = found->if_bool()) return *flag;
  const std::string text = text_of(object, key);
  return text == "1" || text == "true";
}

std::vector<std::string> texts_of(const json::value& object, std::string_view key) {
  std::vector<std::string> out;
  if (const auto* list = array_of(object, key))
    for (const auto& item : *list)
      if (const auto* text = item.if_string()) out.emplace_back(*text);
  return out;
}

namespace {

// Boost.JSON refuses "\ud83d" without its other half. Guests' phones send such halves, so they are replaced before
// parsing. Only the escape itself is looked at: an escaped backslash before the u is no escape.
std::optional<std::string> without_lone_surrogates(std::string_view text) {
  std::string out;
  std::size_t kept = 0;
  const auto unit_at = [&](std::size_t at) -> int {
    if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') return -1;
    unsigned value = 0;
    const auto [end, error] = std::from_chars(text.data() + at + 2, text.data() + at + 6, value, 16);
    return error == std::errc{} && end == text.data() + at + 6 ? static_cast<int>(value) : -1;
  };
  for (std::size_t at = text.find('\\'); at != std::string_view::npos && at + 1 < text.size();) {
    const int unit = unit_at(at);
    std::size_t next = at + 2;
    if (unit >= 0) next = at + 6;
    if (unit >= 0xd800 && unit <= 0xdfff) {
      const int low = unit < 0xdc00 ? unit_at(at + 6) : -1;
      if (low >= 0xdc00 && low <= 0xdfff) {
        next = at + 12;
      } else {
        out.append(text.substr(kept, at - kept)).append("\\ufffd");
        kept = next;
      }
    }
    at = text.find('\\', next);
  }
  if (kept == 0) return std::nullopt;
  out.append(text.substr(kept));
  return out;
}

}  // namespace

std::optional<json::value> parse_json(std::string_view text, std::size_t depth) {
  json::parse_options options;
  options.max_depth = depth;
  boost::system::error_code error;
  json::value value = json::parse(text, error, {}, options);
  if (!error) return value;
  const auto mended = without_lone_surrogates(text);
  if (!mended) return std::nullopt;
  value = json::parse(*mended, error, {}, options);
  if (error) return std::nullopt;
  return value;
}

json::value text_or_null(std::string_view text) {
  // Parentheses: braces would make an array of one element.
  return text.empty() ? json::value(nullptr) : json::value(text);
}

}  // namespace hotel::wire
