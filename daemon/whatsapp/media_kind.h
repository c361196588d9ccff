// What a file is, by its first bytes: the kinds that WhatsApp carries (contract, chapter 14), whatever the sender
// called it. Pure and thread-safe.
#pragma once

#include <string_view>

namespace hotel::whatsapp {

struct MediaKind {
  std::string_view mime_type;  // "application/octet-stream" for what is not known
  std::string_view extension;  // with the point: ".jpg"
};

inline constexpr std::size_t kSniffedBytes = 4096;

MediaKind kind_of(std::string_view first_bytes);

}  // namespace hotel::whatsapp
