#include "whatsapp/mend.h"

#include <boost/json/parse.hpp>
#include <charconv>
#include <unicode/utf8.h>

namespace hotel::whatsapp {
namespace json = boost::json;
namespace {

// The value of the escape \uXXXX at `at`, or -1.
int unit_at(std::string_view text, std::size_t at) {
  if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') return -1;
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data() + at + 2, text.data() + at + 6, value, 16);
  return error == std::errc{} && end == text.data() + at + 6 ? static_cast<int>(value) : -1;
}

}  // namespace

std::string mend_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + 8);
  const auto size = static_cast<int32_t>(bytes.size());
  for (int32_t at = 0; at < size;) {
    const int32_t from = at;
    UChar32 c = 0;
    U8_NEXT(bytes.data(), at, size, c);
    if (c >= 0) {
      out.append(bytes.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(at - from)));
    } else {
      out.append("\xef\xbf\xbd");
    }
  }
  return out;
}

std::string mend_escapes(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::size_t kept = 0;
  for (std::size_t at = text.find('\\'); at != std::string_view::npos && at + 1 < text.size();) {
    const int unit = unit_at(text, at);
    std::size_t next = unit >= 0 ? at + 6 : at + 2;
    bool broken = unit == 0;
    if (unit >= 0xd800 && unit <= 0xdfff) {
      const int low = unit < 0xdc00 ? unit_at(text, next) : -1;
      broken = low < 0xdc00 || low > 0xdfff;
      if (!broken) next += 6;
    }
    if (broken) {
      out.append(text.substr(kept, at - kept)).append("\\ufffd");
      kept = next;
    }
    at = text.find('\\', next);
  }
  out.append(text.substr(kept));
  return out;
}

std::optional<json::value> parse_mended(std::string_view text, std::size_t depth, json::storage_ptr storage) {
  json::parse_options options;
  options.max_depth = depth;
  boost::system::error_code error;
  if (text.find("\\u0000") == std::string_view::npos) {
    json::value value = json::parse(text, error, storage, options);
    if (!error) return value;
    if (error == json::error::too_deep) return std::nullopt;
  }
  const std::string mended = mend_escapes(mend_utf8(text));
  json::value value = json::parse(mended, error, storage, options);
  if (error) return std::nullopt;
  return value;
}

}  // namespace hotel::whatsapp
