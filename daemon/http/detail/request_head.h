// Reads the head of an HTTP/1.x request strictly, after RFC 9112: what is not plainly right is refused, because
// whatever two readers can understand in two ways is how requests are smuggled past a proxy. (Library parsers are
// lenient where this must not be: missing and double Host, folded lines, bare LF.) Pure functions of bytes: no socket,
// no clock.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "http/message.h"

namespace hotel::http::detail {

constexpr std::size_t kMaxFields = 100;

struct Refusal {
  int status = 400;
  std::string_view why;
};

// Looks through bytes as they come for the end of a head, and for octets that no head may hold.
struct HeadScan {
  std::size_t scanned = 0;  // resume here with more bytes

  enum class Found { kMore, kEnd, kBad } found = Found::kMore;
  void feed(
      std::string_view bytes);  // all bytes so far; at kEnd `scanned` is the length of the head with its empty line
};

struct Framing {
  bool keep_alive = true;
  bool http10 = false;
  bool chunked = false;
  bool expect_continue = false;
  std::uint64_t length = 0;  // 0 without a body

  bool has_body() const { return chunked || length > 0; }
};

// `head` is what HeadScan found. Fills method, target, path (decoded), query and headers of the request.
std::optional<Refusal> read_head(std::string_view head, Request& request, Framing& framing);

// The raw path of a target, as the router wants it: without scheme, authority and query.
std::string_view raw_path(std::string_view target);

}  // namespace hotel::http::detail
