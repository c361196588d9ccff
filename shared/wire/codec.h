// Lenient reading of JSON: a missing, null or wrongly typed member reads as empty; numbers may come as text and text as
// numbers. Old consoles and new daemons must understand each other, and so must we and Meta.
#pragma once

#include <boost/json/value.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hotel::wire {

const boost::json::value* member(const boost::json::value& object, std::string_view key);  // nullptr: missing or null
const boost::json::object* object_of(const boost::json::value& object, std::string_view key);
const boost::json::array* array_of(const boost::json::value& object, std::string_view key);
// The same for objects: through the conversion to a value they would point into a temporary copy.
const boost::json::value* member(const boost::json::object& object, std::string_view key);
const boost::json::object* object_of(const boost::json::object& object, std::string_view key);
const boost::json::array* array_of(const boost::json::object& object, std::string_view key);
// They point into the value, so a temporary is refused by the compiler.
const boost::json::value* member(boost::json::value&& object, std::string_view key) = delete;
const boost::json::object* object_of(boost::json::value&& object, std::string_view key) = delete;
const boost::json::array* array_of(boost::json::value&& object, std::string_view key) = delete;
std::string text_of(const boost::json::value& object,
                    std::string_view key);  // strings, and integers as digits; else ""
std::optional<std::int64_t> integer_of(const boost::json::value& object, std::string_view key);  // also from "12"
std::optional<double> number_of(const boost::json::value& object, std::string_view key);
bool flag_of(const boost::json::value& object, std::string_view key);  // true, 1, "1", "true"
std::vector<std::string> texts_of(const boost::json::value& object, std::string_view key);

// Parses without exceptions, at most `depth` levels. Invalid UTF-8 is refused, a lone surrogate escape is read as
// U+FFFD.
std::optional<boost::json::value> parse_json(std::string_view text, std::size_t depth = 64);

boost::json::value text_or_null(std::string_view text);  // "" becomes null

}  // namespace hotel::wire
