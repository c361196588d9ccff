#include "whatsapp/media_kind.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <unicode/utf8.h>

namespace hotel::whatsapp {
namespace {

struct Magic {
  std::size_t at;
  std::string_view bytes;
  MediaKind kind;
};

using std::string_view_literals::operator""sv;

constexpr std::array kMagic{
    Magic{0, "\xff\xd8\xff"sv, {"image/jpeg", ".jpg"}},
    Magic{0, "\x89PNG\r\n\x1a\n"sv, {"image/png", ".png"}},
    Magic{0, "GIF87a"sv, {"image/gif", ".gif"}},
    Magic{0, "GIF89a"sv, {"image/gif", ".gif"}},
    Magic{8, "WEBP"sv, {"image/webp", ".webp"}},
    Magic{0, "OggS"sv, {"audio/ogg", ".ogg"}},
    Magic{0, "ID3"sv, {"audio/mpeg", ".mp3"}},
    Magic{0, "#!AMR"sv, {"audio/amr", ".amr"}},
    Magic{0, "%PDF-"sv, {"application/pdf", ".pdf"}},
    Magic{0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv, {"application/x-ole-storage", ".ole"}},  // Office before 2007
    Magic{8, "WAVE"sv, {"audio/wav", ".wav"}},
    Magic{0, "\x1a\x45\xdf\xa3"sv, {"video/webm", ".webm"}},
};

MediaKind iso_media(std::string_view bytes) {
  const std::string_view brand = bytes.substr(8, 4);
  if (brand.starts_with("3g")) return {"video/3gpp", ".3gp"};
  if (brand.starts_with("M4A") || brand.starts_with("M4B")) return {"audio/mp4", ".m4a"};
  if (brand.starts_with("heic") || brand.starts_with("heix") || brand.starts_with("mif1"))
    return {"image/heic", ".heic"};
  if (brand.starts_with("qt")) return {"video/quicktime", ".mov"};
  return {"video/mp4", ".mp4"};
}

// A ZIP of Office names its kind in the first entries.
MediaKind zip(std::string_view bytes) {
  const auto holds = [&](std::string_view text) { return bytes.find(text) != std::string_view::npos; };
  if (holds("word/")) return {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"};
  if (holds("xl/")) return {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"};
  if (holds("ppt/")) return {"application/vnd.openxmlformats-officedocument.presentationml.presentation", ".pptx"};
  if (holds("application/vnd.oasis.opendocument.text")) return {"application/vnd.oasis.opendocument.text", ".odt"};
  return {"application/zip", ".zip"};
}

bool is_mpeg_frame(std::string_view bytes) {
  if (bytes.size() < 3) return false;
  const auto first = static_cast<std::uint8_t>(bytes[0]), second = static_cast<std::uint8_t>(bytes[1]),
             third = static_cast<std::uint8_t>(bytes[2]);
  // 11 bits of sync, layer III, a bit rate and a sampling rate that exist.
  return first == 0xff && (second & 0xe6U) == 0xe2U && (third & 0xf0U) != 0xf0U && (third & 0x0cU) != 0x0cU;
}

bool is_adts(std::string_view bytes) {
  return bytes.size() >= 2 && static_cast<std::uint8_t>(bytes[0]) == 0xff &&
         (static_cast<std::uint8_t>(bytes[1]) & 0xf6U) == 0xf0U;
}

bool is_text(std::string_view bytes) {
  if (bytes.empty()) return false;
  const auto size = static_cast<int32_t>(bytes.size());
  for (int32_t at = 0; at < size;) {
    const bool near_end = size - at < 4;  // the excerpt may end inside a character
    UChar32 c = 0;
    U8_NEXT(bytes.data(), at, size, c);
    if (c < 0 && near_end && bytes.size() == kSniffedBytes) return true;
    if (c < 0 || c == 0x7f || (c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f')) return false;
  }
  return true;
}

}  // namespace

MediaKind kind_of(std::string_view bytes) {
  bytes = bytes.substr(0, kSniffedBytes);
  for (const auto& magic : kMagic) {
    if (bytes.size() < magic.at + magic.bytes.size() || bytes.substr(magic.at, magic.bytes.size()) != magic.bytes)
      continue;
    if (magic.at == 8 && !bytes.starts_with("RIFF")) continue;
    return magic.kind;
  }
  if (bytes.size() >= 12 && bytes.substr(4, 4) == "ftyp") return iso_media(bytes);
  if (bytes.starts_with("PK\x03\x04")) return zip(bytes);
  if (is_adts(bytes)) return {"audio/aac", ".aac"};
  if (is_mpeg_frame(bytes)) return {"audio/mpeg", ".mp3"};
  if (is_text(bytes)) return {"text/plain", ".txt"};
  return {"application/octet-stream", ".bin"};
}

}  // namespace hotel::whatsapp
