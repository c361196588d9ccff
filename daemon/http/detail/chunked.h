// Decodes a chunked body as it comes (RFC 9112, 7.1), strictly: sizes are hex digits and nothing else, line ends are CR
// LF. Extensions are skipped, trailer fields are dropped, both bounded. No socket, no clock.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hotel::http::detail {

class ChunkDecoder {
 public:
  enum class State { kMore, kDone, kBad, kTooLarge };

  explicit ChunkDecoder(std::size_t max_body) : max_body_(max_body) {}

  // Appends what the bytes hold to `body` and removes from `bytes` what was read; after kDone the rest belongs to the
  // next request. kTooLarge comes as soon as a chunk announces more than the limit, before its data.
  State feed(std::string_view& bytes, std::string& body);

 private:
  enum class Part { kSize, kData, kDataEnd, kTrailer };
  State line_byte(char c, const std::string& body);
  State end_of_line(const std::string& body);
  State end_of_size(const std::string& body);

  std::size_t max_body_;
  Part part_ = Part::kSize;
  std::string line_;  // of a size or trailer, without its end
  std::size_t trailer_bytes_ = 0;
  std::uint64_t left_ = 0;  // of the chunk's data
  bool cr_ = false;
};

}  // namespace hotel::http::detail
