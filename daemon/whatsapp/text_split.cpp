#include "whatsapp/text_split.h"

#include <memory>
#include <stdexcept>
#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace hotel::whatsapp {
namespace {

constexpr std::size_t kMarginPercent = 95;

using Breaks = std::unique_ptr<icu::BreakIterator>;

Breaks make_breaks(bool sentences) {
  UErrorCode error = U_ZERO_ERROR;
  const auto locale = icu::Locale::getRoot();
  Breaks out{sentences ? icu::BreakIterator::createSentenceInstance(locale, error)
                       : icu::BreakIterator::createCharacterInstance(locale, error)};
  if (U_FAILURE(error) || !out) throw std::runtime_error("ICU has no break iterator");
  return out;
}

icu::UnicodeString from_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
}

std::string to_utf8(const icu::UnicodeString& text, int32_t from, int32_t to) {
  std::string out;
  text.tempSubStringBetween(from, to).toUTF8String(out);
  return out;
}

bool is_space(UChar32 c) {
  return u_isUWhiteSpace(c) != 0;
}

bool unseen(UChar32 c) {
  // The Braille blank and the Hangul fillers are drawn as nothing although they are no white space.
  return is_space(c) || c == 0x2800 || c == 0x3164 || c == 0x115f || c == 0x1160 || c == 0xffa0 ||
         u_charType(c) == U_CONTROL_CHAR || u_charType(c) == U_FORMAT_CHAR ||
         u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

// Finds cuts in one text. A cut is the index where the next part may begin.
class Cutter {
 public:
  explicit Cutter(const icu::UnicodeString& text)
      : text_(text), clusters_(make_breaks(false)), sentences_(make_breaks(true)) {
    clusters_->setText(text_);
    sentences_->setText(text_);
  }

  icu::BreakIterator& clusters() { return *clusters_; }

  // The best cut in (from, from + limit]; there is more text than that.
  int32_t best(int32_t from, int32_t limit) {
    const int32_t last = from + limit, least = from + limit / 4;  // no scrap of a part for the sake of a nicer cut
    if (const int32_t at = back(last, least, [this](int32_t i) { return newline(i - 1) && newline(i - 2); })) return at;
    if (const int32_t at = back(last, least, [this](int32_t i) { return newline(i - 1); })) return at;
    if (const int32_t at = sentence(last, least)) return at;
    if (const int32_t at = back(last, from + 1, [this](int32_t i) { return is_space(text_.char32At(i - 1)); }))
      return at;
    return cluster(from, last);
  }

 private:
  bool newline(int32_t i) const { return i >= 0 && text_.charAt(i) == u'\n'; }

  template <class F>
  int32_t back(int32_t last, int32_t least, F fits) {
    for (int32_t i = last; i > least; --i)
      if (fits(i) && clusters_->isBoundary(i)) return i;
    return 0;
  }

  int32_t sentence(int32_t last, int32_t least) {
    int32_t at = sentences_->isBoundary(last) ? last : sentences_->preceding(last);
    while (at != icu::BreakIterator::DONE && at > least) {
      // Only where white space follows the full stop: "10.30" and "example.org" stay whole.
      if (is_space(text_.char32At(at - 1)) && clusters_->isBoundary(at)) return at;
      at = sentences_->preceding(at);
    }
    return 0;
  }

  int32_t cluster(int32_t from, int32_t last) {
    const int32_t at = clusters_->isBoundary(last) ? last : clusters_->preceding(last);
    if (at != icu::BreakIterator::DONE && at > from) return at;
    return text_.getChar32Start(last) > from ? text_.getChar32Start(last)
                                             : last;  // one cluster longer than a whole message
  }

  const icu::UnicodeString& text_;
  Breaks clusters_, sentences_;
};

int32_t with_margin(std::size_t limit) {
  return static_cast<int32_t>(limit * kMarginPercent / 100);
}

bool all_space(const icu::UnicodeString& text, int32_t from, int32_t to) {
  for (int32_t i = from; i < to; i = text.moveIndex32(i, 1))
    if (!is_space(text.char32At(i))) return false;
  return true;
}

// Both go by whole clusters: a blank that carries an accent is no white space.
int32_t skip_space(icu::BreakIterator& clusters, const icu::UnicodeString& text, int32_t from) {
  while (from < text.length() && is_space(text.char32At(from))) {
    const int32_t next = clusters.following(from);
    if (!all_space(text, from, next)) break;
    from = next;
  }
  return from;
}

int32_t skip_space_back(icu::BreakIterator& clusters, const icu::UnicodeString& text, int32_t from, int32_t to) {
  while (to > from) {
    const int32_t before = clusters.preceding(to);
    if (before < from || !all_space(text, before, to)) break;
    to = before;
  }
  return to;
}

void add_part(icu::BreakIterator& clusters, const icu::UnicodeString& text, int32_t from, int32_t to,
              std::vector<std::string>& out) {
  std::string part = to_utf8(text, from, skip_space_back(clusters, text, from, to));
  if (!is_blank(part)) out.push_back(std::move(part));
}

}  // namespace

std::size_t utf16_length(std::string_view utf8) {
  std::size_t units = 0;
  for (const char c : utf8) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xc0U) != 0x80U) units += byte >= 0xf0U ? 2 : 1;
  }
  return units;
}

bool is_blank(std::string_view utf8) {
  const auto text = from_utf8(utf8);
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1))
    if (!unseen(text.char32At(i))) return false;
  return true;
}

std::string trim(std::string_view utf8) {
  const auto text = from_utf8(utf8);
  if (text.isEmpty() || (!is_space(text.char32At(0)) && !is_space(text.char32At(text.length() - 1))))
    return std::string{utf8};
  const auto clusters = make_breaks(false);
  clusters->setText(text);
  const int32_t from = skip_space(*clusters, text, 0);
  return to_utf8(text, from, skip_space_back(*clusters, text, from, text.length()));
}

std::vector<std::string> split_text(std::string_view utf8, std::size_t limit) {
  std::vector<std::string> out;
  if (is_blank(utf8)) return out;
  const auto text = from_utf8(utf8);
  const int32_t part = std::max(with_margin(limit), 2);
  Cutter cutter{text};
  auto& clusters = cutter.clusters();
  int32_t from = skip_space(clusters, text, 0);
  while (text.length() - from > part) {
    const int32_t cut = cutter.best(from, part);
    add_part(clusters, text, from, cut, out);
    from = skip_space(clusters, text, cut);
  }
  add_part(clusters, text, from, text.length(), out);
  return out;
}

std::vector<std::string> split_before_choices(std::string_view utf8) {
  auto parts = split_text(utf8);
  if (parts.empty() || utf16_length(parts.back()) <= static_cast<std::size_t>(with_margin(kInteractiveLimit)))
    return parts;
  const std::string whole = std::move(parts.back());
  parts.pop_back();
  const std::string tail = split_text(whole, kInteractiveLimit).back();
  for (auto& piece : split_text(std::string_view{whole}.substr(0, whole.size() - tail.size())))
    parts.push_back(std::move(piece));
  parts.push_back(tail);
  return parts;
}

std::string shorten(std::string_view utf8, std::size_t limit) {
  const std::string trimmed = trim(utf8);
  if (utf16_length(trimmed) <= limit) return trimmed;
  const auto text = from_utf8(trimmed);
  const auto clusters = make_breaks(false);
  clusters->setText(text);
  const auto room = static_cast<int32_t>(limit) - 1;
  int32_t at = room <= 0 ? 0 : clusters->isBoundary(room) ? room : clusters->preceding(room);
  if (at == icu::BreakIterator::DONE) at = 0;
  return to_utf8(text, 0, skip_space_back(*clusters, text, 0, at)) + "…";
}

}  // namespace hotel::whatsapp
