#include "pms/guest_fields.h"

#include <algorithm>
#include <cctype>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace hotel::pms {
namespace {

constexpr int kLongestName = 32;
constexpr std::size_t kMostDigits = 20;
constexpr std::size_t kLongestEmail = 128;

bool taken_in_names(UChar32 c) {
  switch (c) {
    case '-':
    case '\'':
    case 0x2019:
    case '.':
    case '/':
    case '&':
    case 0xAA:
    case 0xBA:
      return true;
    default:
      break;
  }
  if (c >= 0xFE00 && c <= 0xFE0F) return false;  // variation selectors: marks, but of emoji
  if (c > 0xFFFF) return false;                  // QloApps stores «????» for these
  return u_isUAlphabetic(c) || (U_GET_GC_MASK(c) & (U_GC_MN_MASK | U_GC_MC_MASK)) != 0;
}

bool digit(char c) {
  return c >= '0' && c <= '9';
}

std::string digits_of(std::string_view text) {
  std::string out;
  std::copy_if(text.begin(), text.end(), std::back_inserter(out), digit);
  return out;
}

bool sound_atom(std::string_view part) {
  if (part.empty() || part.front() == '.' || part.back() == '.' || part.find("..") != std::string_view::npos)
    return false;
  return std::all_of(part.begin(), part.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x80 && (std::isalnum(byte) != 0 || std::string_view("._+-").find(c) != std::string_view::npos);
  });
}

}  // namespace

std::string clean_name(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* compose = icu::Normalizer2::getNFCInstance(status);
  const auto* compatible = icu::Normalizer2::getNFKCInstance(status);
  auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
  if (U_FAILURE(status)) return {};
  icu::UnicodeString out;
  int length = 0;
  bool blank = false;
  const auto add = [&](UChar32 c) {
    if (!taken_in_names(c)) {
      // A joiner or a variation mark inside a word is no gap between words.
      blank = blank || (c != 0x200D && c != 0xFE0F && c != 0x200B && (U_GET_GC_MASK(c) & U_GC_CF_MASK) == 0);
      return;
    }
    if (length == 0 && (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0) return;  // a mark without its letter
    if (blank && length > 0 && length < kLongestName) out.append(UChar32{' '}), ++length;
    blank = false;
    if (length < kLongestName) out.append(c), ++length;
  };
  text = compose->normalize(text, status);
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (c <= 0xFFFF) {
      add(c);
      continue;
    }
    // «𝓐𝓷𝓪» is written with letters beyond the basic plane that mean «Ana».
    const auto plain = compatible->normalize(icu::UnicodeString(c), status);
    for (std::int32_t k = 0; k < plain.length(); k = plain.moveIndex32(k, 1)) add(plain.char32At(k));
  }
  out.trim();
  // A name of nothing but signs («-», «. .») is no name.
  bool has_letter = false;
  for (std::int32_t i = 0; i < out.length(); i = out.moveIndex32(i, 1))
    has_letter = has_letter || u_isUAlphabetic(out.char32At(i));
  std::string result;
  if (has_letter && U_SUCCESS(status)) out.toUTF8String(result);
  return result;
}

std::pair<std::string, std::string> clean_names(std::string_view first, std::string_view last) {
  auto a = clean_name(first), b = clean_name(last);
  if (a.empty() && b.empty()) return {"Guest", "WhatsApp"};
  if (a.empty()) a = b;
  if (b.empty()) b = a;
  return {std::move(a), std::move(b)};
}

std::optional<std::string> clean_phone(std::string_view phone) {
  const auto digits = digits_of(phone);
  if (digits.empty() || digits.size() > kMostDigits) return std::nullopt;
  const auto start = phone.find_first_of("+0123456789");
  return (phone[start] == '+' ? "+" : "") + digits;
}

bool sound_email(std::string_view email) {
  if (email.size() > kLongestEmail) return false;
  const auto at = email.find('@');
  if (at == std::string_view::npos || email.find('@', at + 1) != std::string_view::npos) return false;
  const auto domain = email.substr(at + 1);
  return sound_atom(email.substr(0, at)) && sound_atom(domain) && domain.find('.') != std::string_view::npos &&
         domain.find_first_of("_+") == std::string_view::npos;
}

std::string email_for_phone(std::string_view phone, std::string_view domain) {
  return "wa" + digits_of(phone) + "@" + std::string(domain);
}

}  // namespace hotel::pms
