// Reading JSON that strangers wrote: what cannot be stored or shown is replaced by U+FFFD instead of being refused
// (contract, chapter 14). Replaced are bytes that are no UTF-8, escapes of half a surrogate pair, and the escape
// \u0000. Clean text (nearly all of it) is parsed as it is, without a copy. Pure and thread-safe.
#pragma once

#include <boost/json/storage_ptr.hpp>
#include <boost/json/value.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace hotel::whatsapp {

// Nothing: not JSON, or nested deeper than `depth`.
std::optional<boost::json::value> parse_mended(std::string_view text, std::size_t depth,
                                               boost::json::storage_ptr storage = {});

std::string mend_utf8(std::string_view bytes);    // each invalid byte becomes U+FFFD
std::string mend_escapes(std::string_view json);  // \u0000 and lone surrogates become \ufffd

}  // namespace hotel::whatsapp
