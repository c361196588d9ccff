// Percent-coding of request targets and queries. Strict: a broken escape, a NUL (no database takes it)
// or text that is no UTF-8 is refused here, once, instead of by every handler. Pure functions.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.h"

namespace hotel::http {

bool is_utf8(std::string_view text);
bool iequals(std::string_view a, std::string_view b);  // ASCII case folded
char lower(char c);                                    // ASCII

enum class Plus { kLiteral, kSpace };  // paths keep '+'; queries are form-encoded (WHATWG URL, 5.1)
std::optional<std::string> percent_decode(std::string_view text, Plus plus = Plus::kLiteral);

// "a=1&b&a=2" in order; names keep their dots ("hub.challenge"); empty parts are skipped. Nothing for a broken escape.
std::optional<std::vector<Header>> parse_query(std::string_view query);

}  // namespace hotel::http
