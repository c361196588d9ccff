#include "whatsapp/text_split.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <memory>
#include <random>
#include <set>
#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "payload_files.h"
#include "whatsapp/mend.h"
#include "whatsapp/webhook_parse.h"

namespace hotel::whatsapp {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

icu::UnicodeString wide(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
}

std::string without_space(std::string_view text) {
  icu::UnicodeString out;
  const auto source = wide(text);
  for (int32_t i = 0; i < source.length(); i = source.moveIndex32(i, 1))
    if (!u_isUWhiteSpace(source.char32At(i)) &&
        !u_hasBinaryProperty(source.char32At(i), UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
      out.append(source.char32At(i));
  std::string utf8;
  out.toUTF8String(utf8);
  return utf8;
}

std::set<int32_t> cluster_borders(const icu::UnicodeString& text) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks{
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), error)};
  breaks->setText(text);
  std::set<int32_t> out;
  for (int32_t at = breaks->first(); at != icu::BreakIterator::DONE; at = breaks->next()) out.insert(at);
  return out;
}

// What must hold for every text: nothing lost but white space at cuts, all parts short enough and visible, and every
// part a run of whole grapheme clusters of the text.
void expect_sound(const std::string& text, const std::vector<std::string>& parts, std::size_t limit) {
  std::string joined;
  const auto whole = wide(text);
  const auto borders = cluster_borders(whole);
  int32_t from = 0;
  for (const auto& part : parts) {
    EXPECT_LE(utf16_length(part), limit * 95 / 100);
    EXPECT_FALSE(is_blank(part));
    EXPECT_EQ(mend_utf8(part), part) << "a part that is no UTF-8";
    const auto piece = wide(part);
    const int32_t at = whole.indexOf(piece, from);
    ASSERT_GE(at, 0);
    EXPECT_TRUE(borders.contains(at) && borders.contains(at + piece.length())) << "a cut inside a cluster at " << at;
    from = at + piece.length();
    joined += part;
  }
  EXPECT_EQ(without_space(joined), without_space(text));
}

TEST(TextSplit, CountsUtf16Units) {
  EXPECT_EQ(utf16_length(""), 0U);
  EXPECT_EQ(utf16_length("año"), 3U);
  EXPECT_EQ(utf16_length("😀"), 2U);
  EXPECT_EQ(utf16_length("👨‍👩‍👧‍👦"), 11U);
}

TEST(TextSplit, BlankIsNothing) {
  for (const std::string_view text :
       {"", " ", "\n\t \r\n", "\xe2\x80\x8b", "\xef\xbb\xbf", "\xc2\xa0", "\xe2\xa0\x80", "\xe3\x85\xa4"}) {
    EXPECT_TRUE(is_blank(text)) << testing::PrintToString(text);
    EXPECT_THAT(split_text(text), IsEmpty());
  }
  EXPECT_FALSE(is_blank("."));
  EXPECT_FALSE(is_blank("😀"));
}

TEST(TextSplit, ShortTextsAreOnePartTrimmed) {
  EXPECT_THAT(split_text("  Buenos días\n"), ElementsAre("Buenos días"));
  EXPECT_THAT(split_text("a\n\nb"), ElementsAre("a\n\nb"));
}

TEST(TextSplit, PrefersParagraphThenLineThenSentenceThenBlank) {
  std::string block = "Palabras";
  while (block.size() < 60) block += " palabra";
  EXPECT_THAT(split_text(block + "\n\n" + block, 100), ElementsAre(block, block));
  EXPECT_THAT(split_text(block + "\n" + block, 100), ElementsAre(block, block));
  EXPECT_THAT(split_text(block + ". " + block, 100), ElementsAre(block + ".", block));
  EXPECT_THAT(split_text(block + " " + block, 100), SizeIs(2));
}

TEST(TextSplit, FullStopsInsideNumbersAndAddressesAreNoEnds) {
  const std::string text =
      "Nuestra página es www.hotel.example/es y el precio total es 1.234.567,89 pesos, con todos los impuestos "
      "incluidos";
  for (const auto& part : split_text(text, 60)) {
    EXPECT_FALSE(part.ends_with("www.") || part.ends_with("1.")) << part;
  }
}

TEST(TextSplit, NoScrapsForANicerCut) {
  std::string text = "Hola.\n\n";
  for (int i = 0; i < 40; ++i) text += "Tenemos una habitación para usted. ";
  EXPECT_GT(split_text(text, 200).front().size(), 100U);
}

TEST(TextSplit, WordsThatFitAPartStayWhole) {
  const std::string x(150, 'x'), y(150, 'y');
  EXPECT_THAT(split_text("Hola " + x + " " + y, 200), ElementsAre("Hola " + x, y));
  EXPECT_THAT(split_text("Hola a todos " + std::string(185, 'x'), 200),
              ElementsAre("Hola a todos", std::string(185, 'x')));
}

TEST(TextSplit, LongWordsAreCutBetweenClusters) {
  const std::string family = "👨‍👩‍👧‍👦";
  std::string text;
  for (int i = 0; i < 500; ++i) text += family;
  const auto parts = split_text(text, 1024);
  EXPECT_GT(parts.size(), 4U);
  expect_sound(text, parts, 1024);
  for (const auto& part : parts) EXPECT_EQ(part.size() % family.size(), 0U);
}

TEST(TextSplit, OneClusterLongerThanAMessageIsStillCutBetweenCharacters) {
  std::string text = "e";
  for (int i = 0; i < 5000; ++i) text += "\xcc\x81";
  const auto parts = split_text(text);
  EXPECT_EQ(parts.size(), 2U);
  std::string joined;
  for (const auto& part : parts) {
    EXPECT_LE(utf16_length(part), 3891U);
    joined += part;
  }
  EXPECT_EQ(joined, text);
}

TEST(TextSplit, RecordedLongTextIsSound) {
  const auto parsed = parse_webhook(test::webhook_file("very-long-text").body, {test::kOurNumber}, 0);
  const auto& text = std::get<Inbound>(parsed.elements.at(0)).message.shown.text;
  expect_sound(text, split_text(text), kTextLimit);
  expect_sound(text, split_text(text, kInteractiveLimit), kInteractiveLimit);
}

std::string random_text(std::mt19937& chance) {
  static const std::vector<std::string> kPieces{"a",
                                                "ñ",
                                                " ",
                                                "  ",
                                                "\n",
                                                "\n\n",
                                                ". ",
                                                "! ",
                                                "😀",
                                                "👍🏽",
                                                "👨‍👩‍👧‍👦",
                                                "🇦🇷",
                                                "e\xcc\x81",
                                                "क्षि",
                                                "各",
                                                "\r\n",
                                                "\xc2\xa0",
                                                "\xe2\x80\x8d",
                                                "\xcc\x88",
                                                "palabra",
                                                "10.30",
                                                "¿Qué? ",
                                                "العربية",
                                                "한국어",
                                                "\t",
                                                "🏳️‍🌈"};
  std::string out;
  for (int i = static_cast<int>(chance() % 400); i >= 0; --i) out += kPieces[chance() % kPieces.size()];
  return out;
}

TEST(TextSplit, RandomUnicodeIsNeverBroken) {
  std::mt19937 chance{20261125};
  for (int round = 0; round < 1500; ++round) {
    const std::string text = random_text(chance);
    const std::size_t limit = std::array<std::size_t, 4>{40, 64, 200, 1024}[chance() % 4];
    expect_sound(text, split_text(text, limit), limit);
    if (HasFatalFailure() || HasNonfatalFailure()) FAIL() << "round " << round;
  }
}

TEST(TextSplit, ChoicesGoOnALastPartThatIsShortEnough) {
  std::mt19937 chance{5};
  for (int round = 0; round < 60; ++round) {
    std::string text;
    while (text.size() < chance() % 12'000) text += random_text(chance);
    const auto parts = split_before_choices(text);
    expect_sound(text, parts, kTextLimit);
    if (!parts.empty()) EXPECT_LE(utf16_length(parts.back()), kInteractiveLimit * 95 / 100);
  }
  EXPECT_THAT(split_before_choices("¿Confirma?"), ElementsAre("¿Confirma?"));
  EXPECT_THAT(split_before_choices(std::string(2000, 'x') + " " + std::string(900, 'y')), SizeIs(2));
}

TEST(TextSplit, LabelsAreShortenedBetweenClusters) {
  EXPECT_EQ(shorten("Confirmar", 20), "Confirmar");
  EXPECT_EQ(shorten("Habitación doble superior", 20), "Habitación doble su…");
  EXPECT_EQ(shorten("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 20), "👨‍👩‍👧‍👦…");
  EXPECT_EQ(shorten("  a  ", 20), "a");
  std::mt19937 chance{9};
  for (int round = 0; round < 500; ++round) EXPECT_LE(utf16_length(shorten(random_text(chance), 24)), 24U);
}

}  // namespace
}  // namespace hotel::whatsapp
