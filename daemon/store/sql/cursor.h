// Opaque cursors of paged lists (two numbers), and small conversions that several repositories share. Pure.
#pragma once

#include <boost/json/object.hpp>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "wire/time.h"

namespace hotel::store {

struct Cursor {
  std::int64_t key = std::numeric_limits<std::int64_t>::max();
  std::int64_t seq = std::numeric_limits<std::int64_t>::max();
};

std::string cursor_text(std::int64_t key, std::int64_t seq);
// `start` for an empty text. Throws ErrorException(kBadRequest) for a text that no list of ours gave.
Cursor cursor_from(std::string_view text, Cursor start = {});

std::int64_t day_number(wire::Date day);
std::string digits_of(std::string_view text);
// A LIKE pattern (ESCAPE '\') for «contains».
std::string contains_pattern(std::string_view folded);

// "" for an empty object: most columns of messages hold none.
std::string object_text(const boost::json::object& object);
boost::json::object object_from(std::string_view text);

// "$3, $4, $5"
std::string placeholders(std::size_t from, std::size_t count);

}  // namespace hotel::store
