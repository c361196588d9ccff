#include "http/detail/request_head.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "http/uri.h"

namespace hotel::http::detail {
namespace {

constexpr std::array<bool, 256> make_token_table() {
  std::array<bool, 256> table{};
  for (char c = '0'; c <= '9'; ++c) table[static_cast<unsigned char>(c)] = true;
  for (char c = 'a'; c <= 'z'; ++c) table[static_cast<unsigned char>(c)] = true;
  for (char c = 'A'; c <= 'Z'; ++c) table[static_cast<unsigned char>(c)] = true;
  for (const char c : std::string_view{"!#$%&'*+-.^_`|~"}) table[static_cast<unsigned char>(c)] = true;
  return table;
}
constexpr auto kToken = make_token_table();

bool is_token(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return kToken[static_cast<unsigned char>(c)]; });
}

// Octets that may stand in a head, apart from the CR LF of its line ends: no controls, no DEL.
bool is_allowed(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte == '\t' || (byte >= 0x20 && byte != 0x7f);
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

std::string_view take_line(std::string_view& text) {
  const auto end = text.find("\r\n");
  const auto line = text.substr(0, end);
  text.remove_prefix(end + 2);
  return line;
}

// Only what a host and port are made of: letters, digits and -._~ : [ ] (RFC 3986 reg-name without escapes).
bool is_host(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    const char l = lower(c);
    return (l >= 'a' && l <= 'z') || (c >= '0' && c <= '9') ||
           std::string_view{"-._~:[]"}.find(c) != std::string_view::npos;
  });
}

std::optional<Refusal> read_target(std::string_view target, Request& request) {
  if (target.empty() || target.front() != '/') {
    const auto scheme = target.find("://");
    const bool absolute = scheme != std::string_view::npos &&
                          (iequals(target.substr(0, scheme), "http") || iequals(target.substr(0, scheme), "https"));
    if (!absolute) return Refusal{400, "the target is no path"};
  }
  if (std::any_of(target.begin(), target.end(), [](char c) {
        return static_cast<unsigned char>(c) <= 0x20 || static_cast<unsigned char>(c) >= 0x7f || c == '#';
      }))
    return Refusal{400, "the target holds a character that must be escaped"};
  auto path = percent_decode(raw_path(target));
  const auto question = target.find('?');
  auto query = parse_query(question == std::string_view::npos ? std::string_view{} : target.substr(question + 1));
  if (!path || !query) return Refusal{400, "the target holds a broken escape"};
  request.target = std::string{target};
  request.path = std::move(*path);
  request.query = std::move(*query);
  return std::nullopt;
}

std::optional<Refusal> read_request_line(std::string_view line, Request& request, Framing& framing) {
  const auto first = line.find(' ');
  const auto last = line.rfind(' ');
  if (first == std::string_view::npos || first == last || line.find(' ', first + 1) != last)
    return Refusal{400, "the request line is not METHOD TARGET VERSION"};
  const auto method = line.substr(0, first), target = line.substr(first + 1, last - first - 1),
             version = line.substr(last + 1);
  if (!is_token(method) || method.size() > 32) return Refusal{400, "the method is no token"};
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (version.size() != 8 || !version.starts_with("HTTP/") || !is_digit(version[5]) || version[6] != '.' ||
      !is_digit(version[7]))
    return Refusal{400, "the version is not HTTP/1.1"};
  if (version[5] != '1' || version[7] > '1') return Refusal{505, "only HTTP/1.1 is spoken here"};
  framing.http10 = version[7] == '0';
  request.method = std::string{method};
  return read_target(target, request);
}

// What the fields of one head said about its framing.
struct Seen {
  int hosts = 0, lengths = 0, encodings = 0;
  bool close = false, keep = false;
};

std::optional<Refusal> note_field(std::string_view name, std::string_view value, Framing& framing, Seen& seen) {
  if (iequals(name, "host")) {
    if (++seen.hosts > 1) return Refusal{400, "two Host fields"};
    if (!is_host(value)) return Refusal{400, "the Host field is malformed"};
  } else if (iequals(name, "content-length")) {
    if (++seen.lengths > 1) return Refusal{400, "two Content-Length fields"};
    const auto digits = std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
    const auto [end, fault] = std::from_chars(value.data(), value.data() + value.size(), framing.length);
    if (value.empty() || !digits || fault != std::errc{} || end != value.data() + value.size())
      return Refusal{400, "the Content-Length field is no number"};
  } else if (iequals(name, "transfer-encoding")) {
    if (++seen.encodings > 1) return Refusal{400, "two Transfer-Encoding fields"};
    if (!iequals(value, "chunked")) return Refusal{501, "the only transfer coding taken is chunked"};
    framing.chunked = true;
  } else if (iequals(name, "connection")) {
    while (!value.empty()) {
      const auto comma = value.find(',');
      const auto option = trimmed(value.substr(0, comma));
      value = comma == std::string_view::npos ? std::string_view{} : value.substr(comma + 1);
      seen.close = seen.close || iequals(option, "close");
      seen.keep = seen.keep || iequals(option, "keep-alive");
    }
  } else if (iequals(name, "expect")) {
    if (!iequals(value, "100-continue")) return Refusal{417, "the only expectation met is 100-continue"};
    framing.expect_continue = true;
  }
  return std::nullopt;
}

}  // namespace

void HeadScan::feed(std::string_view bytes) {
  while (scanned < bytes.size()) {
    const char c = bytes[scanned];
    if (c == '\n') {
      if (scanned == 0 || bytes[scanned - 1] != '\r') {
        found = Found::kBad;
        return;
      }
      ++scanned;
      if (scanned >= 4 && bytes[scanned - 3] == '\n') {
        found = Found::kEnd;
        return;
      }
      continue;
    }
    // A CR stands only before LF; the byte after it decides, so one at the end waits for more.
    if ((scanned > 0 && bytes[scanned - 1] == '\r') || (c != '\r' && !is_allowed(c))) {
      found = Found::kBad;
      return;
    }
    ++scanned;
  }
}

std::string_view raw_path(std::string_view target) {
  target = target.substr(0, target.find('?'));
  if (target.starts_with('/')) return target;
  const auto authority = target.find("://");
  const auto path = authority == std::string_view::npos ? authority : target.find('/', authority + 3);
  return path == std::string_view::npos ? std::string_view{"/"} : target.substr(path);
}

std::optional<Refusal> read_head(std::string_view head, Request& request, Framing& framing) {
  if (auto refusal = read_request_line(take_line(head), request, framing)) return refusal;
  Seen seen;
  request.headers.reserve(12);
  while (true) {
    const std::string_view line = take_line(head);
    if (line.empty()) break;
    if (line.front() == ' ' || line.front() == '\t') return Refusal{400, "a folded header line"};
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || !is_token(line.substr(0, colon)))
      return Refusal{400, "a header line without a proper name"};
    if (request.headers.size() == kMaxFields) return Refusal{431, "too many header fields"};
    const auto name = line.substr(0, colon), value = trimmed(line.substr(colon + 1));
    if (auto refusal = note_field(name, value, framing, seen)) return refusal;
    request.headers.emplace_back(name, value);
  }
  if (seen.hosts == 0 && !framing.http10) return Refusal{400, "no Host field"};
  if (framing.chunked && seen.lengths > 0) return Refusal{400, "Content-Length together with Transfer-Encoding"};
  if (framing.chunked && framing.http10) return Refusal{400, "Transfer-Encoding in HTTP/1.0"};
  framing.keep_alive = !seen.close && (!framing.http10 || seen.keep);
  return std::nullopt;
}

}  // namespace hotel::http::detail
