#include "http/detail/chunked.h"

#include <algorithm>
#include <charconv>

namespace hotel::http::detail {
namespace {

constexpr std::size_t kMaxLine = 256;
constexpr std::size_t kMaxTrailer = 8 * 1024;
constexpr std::size_t kMaxDigits = 15;  // fits 64 bits with room to add

bool is_text(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte == '\t' || (byte >= 0x20 && byte != 0x7f);
}

}  // namespace

ChunkDecoder::State ChunkDecoder::feed(std::string_view& bytes, std::string& body) {
  while (!bytes.empty()) {
    if (part_ == Part::kData) {
      const auto n = static_cast<std::size_t>(std::min<std::uint64_t>(left_, bytes.size()));
      body.append(bytes.substr(0, n));
      bytes.remove_prefix(n);
      left_ -= n;
      if (left_ == 0) part_ = Part::kDataEnd;
      continue;
    }
    const char c = bytes.front();
    bytes.remove_prefix(1);
    if (const State state = line_byte(c, body); state != State::kMore) return state;
  }
  return State::kMore;
}

ChunkDecoder::State ChunkDecoder::line_byte(char c, const std::string& body) {
  if (cr_) {
    cr_ = false;
    return c == '\n' ? end_of_line(body) : State::kBad;
  }
  if (c == '\r') {
    cr_ = true;
    return State::kMore;
  }
  if (part_ == Part::kDataEnd || !is_text(c)) return State::kBad;
  if (part_ == Part::kTrailer && ++trailer_bytes_ > kMaxTrailer) return State::kBad;
  if (part_ == Part::kSize && line_.size() == kMaxLine) return State::kBad;
  line_.push_back(c);
  return State::kMore;
}

ChunkDecoder::State ChunkDecoder::end_of_line(const std::string& body) {
  if (part_ == Part::kDataEnd) {
    part_ = Part::kSize;
    return State::kMore;
  }
  if (part_ == Part::kSize) return end_of_size(body);
  const bool last = line_.empty();
  line_.clear();
  return last ? State::kDone : State::kMore;
}

ChunkDecoder::State ChunkDecoder::end_of_size(const std::string& body) {
  const std::string_view text = line_;
  const auto digits = text.substr(0, text.find_first_not_of("0123456789abcdefABCDEF"));
  const auto rest = text.substr(digits.size());
  if (digits.empty() || digits.size() > kMaxDigits) return State::kBad;
  const auto extension = rest.find_first_not_of(" \t");  // RFC 9112 lets a blank stand before the semicolon only
  if (!rest.empty() && (extension == std::string_view::npos || rest[extension] != ';')) return State::kBad;
  std::from_chars(digits.data(), digits.data() + digits.size(), left_, 16);
  line_.clear();
  if (left_ == 0) {
    part_ = Part::kTrailer;
    return State::kMore;
  }
  if (body.size() + left_ > max_body_) return State::kTooLarge;
  part_ = Part::kData;
  return State::kMore;
}

}  // namespace hotel::http::detail
