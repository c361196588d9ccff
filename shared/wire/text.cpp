#include "wire/text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace hotel::wire {

std::string fold(std::string_view utf8) {
  bool ascii = true;
  std::string out;
  out.reserve(utf8.size());
  for (const char c : utf8) {
    if (static_cast<unsigned char>(c) >= 0x80) {
      ascii = false;
      break;
    }
    out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
  }
  if (ascii) return out;
  UErrorCode error = U_ZERO_ERROR;
  const auto* normalizer = icu::Normalizer2::getNFKDInstance(error);
  const auto source = icu::UnicodeString::fromUTF8({utf8.data(), static_cast<int32_t>(utf8.size())});
  icu::UnicodeString split = U_SUCCESS(error) ? normalizer->normalize(source, error) : source;
  split.foldCase();
  icu::UnicodeString bare;
  for (int32_t i = 0; i < split.length(); i = split.moveIndex32(i, 1)) {
    const UChar32 c = split.char32At(i);
    if (u_charType(c) != U_NON_SPACING_MARK) bare.append(c);
  }
  out.clear();
  bare.toUTF8String(out);
  return out;
}

}  // namespace hotel::wire
