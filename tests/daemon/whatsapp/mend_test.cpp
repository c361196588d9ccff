#include "whatsapp/mend.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>

#include "wire/codec.h"

namespace hotel::whatsapp {
namespace {

constexpr const char* kLost = "\xef\xbf\xbd";

std::string text_of(std::string_view json) {
  const auto value = parse_mended(json, 8);
  return value ? wire::text_of(*value, "t") : "refused";
}

bool clean(std::string_view text) {
  return mend_utf8(text) == text && text.find('\0') == std::string_view::npos;
}

bool clean(const boost::json::value& value) {
  if (const auto* text = value.if_string()) return clean(std::string_view{*text});
  if (const auto* list = value.if_array())
    return std::all_of(list->begin(), list->end(), [](const auto& item) { return clean(item); });
  if (const auto* object = value.if_object())
    return std::all_of(object->begin(), object->end(),
                       [](const auto& item) { return clean(std::string_view{item.key()}) && clean(item.value()); });
  return true;
}

TEST(Mend, CleanJsonIsReadAsItIs) {
  EXPECT_EQ(text_of(R"({"t":"\u00bfTen\u00e9is \ud83d\ude00 2\/3?"})"), "¿Tenéis 😀 2/3?");
  EXPECT_EQ(text_of(R"({"t":"¿Tenéis 😀?"})"), "¿Tenéis 😀?");
}

TEST(Mend, ZeroEscapesBecomeTheReplacementCharacter) {
  EXPECT_EQ(text_of(R"({"t":"a\u0000b"})"), std::string{"a"} + kLost + "b");
  EXPECT_EQ(text_of(R"({"t":"a\\u0000b"})"), "a\\u0000b") << "an escaped backslash before u0000 is no escape";
  EXPECT_EQ(text_of(R"({"t":"\u0001"})"), "\x01") << "other controls stay";
}

TEST(Mend, HalvesOfPairsAreReplacedAndWholePairsStay) {
  EXPECT_EQ(text_of(R"({"t":"half \ud83d and low \ude00 and reversed \ude00\ud83d"})"),
            std::string{"half "} + kLost + " and low " + kLost + " and reversed " + kLost + kLost);
  EXPECT_EQ(text_of(R"({"t":"\ud83d\ud83d\ude00"})"), std::string{kLost} + "😀");
  EXPECT_EQ(text_of(R"({"t":"\uD83D\uDE00"})"), "😀");
}

TEST(Mend, BytesThatAreNoUtf8AreReplaced) {
  EXPECT_EQ(text_of("{\"t\":\"ho\xff\xfe\x61\"}"), std::string{"ho"} + kLost + kLost + "a");
  EXPECT_EQ(text_of("{\"t\":\"\xed\xa0\xbd\"}"), std::string{kLost} + kLost + kLost) << "a surrogate written as UTF-8";
  EXPECT_EQ(mend_utf8("\xf0\x9f\x98\x80 ok \xc3"), std::string{"\xf0\x9f\x98\x80 ok "} + kLost);
}

TEST(Mend, DepthIsLimitedWithoutRecursion) {
  std::string deep = "{\"a\":" + std::string(100'000, '[') + std::string(100'000, ']') + "}";
  EXPECT_FALSE(parse_mended(deep, 64));
  EXPECT_TRUE(parse_mended("[[[]]]", 3));
  EXPECT_FALSE(parse_mended("[[[[]]]]", 3));
}

TEST(Mend, WhatIsNoJsonIsRefused) {
  for (const std::string_view text : {"", "hola", "{", "{\"a\":}", "{\"a\":1}x", "{\"t\":\"a\nb\"}"})
    EXPECT_FALSE(parse_mended(text, 8)) << text;
}

// Any bytes inside a JSON text either are refused or give valid UTF-8 without NUL.
TEST(Mend, WhateverComesInIsCleanAfterwards) {
  std::mt19937 chance{20261125};
  const std::string_view alphabet = "ab\\\"u0dDcC89{}[]:,tn \xc3\xb1\xff\xf0\x9f\x98\x80";
  int read = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string inner;
    for (int i = static_cast<int>(chance() % 24); i > 0; --i) inner.push_back(alphabet[chance() % alphabet.size()]);
    if (chance() % 2 == 0) inner += "\\ud83d";
    if (chance() % 3 == 0) inner += "\\u0000\\ude00";
    const auto value = parse_mended("{\"t\":\"" + inner + "\"}", 8);
    if (!value) continue;
    ++read;
    EXPECT_TRUE(clean(*value)) << inner;
  }
  EXPECT_GT(read, 1000);
}

}  // namespace
}  // namespace hotel::whatsapp
