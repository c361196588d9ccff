#include "wire/codec.h"

#include <gtest/gtest.h>

using namespace hotel::wire;

TEST(Codec, ReadsWrongTypesAsEmpty) {
  const auto value =
      *parse_json(R"({"s":"x","n":12,"t":"34","f":1.5,"b":true,"z":null,"one":"1","list":["a",2,"b"],"o":{}})");
  EXPECT_EQ(text_of(value, "s"), "x");
  EXPECT_EQ(text_of(value, "n"), "12");
  EXPECT_EQ(text_of(value, "z"), "");
  EXPECT_EQ(text_of(value, "o"), "");
  EXPECT_EQ(integer_of(value, "t"), 34);
  EXPECT_EQ(integer_of(value, "s"), std::nullopt);
  EXPECT_EQ(number_of(value, "f"), 1.5);
  EXPECT_TRUE(flag_of(value, "b"));
  EXPECT_TRUE(flag_of(value, "one"));
  EXPECT_FALSE(flag_of(value, "missing"));
  EXPECT_EQ(member(value, "z"), nullptr);
  EXPECT_EQ(texts_of(value, "list"), (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(text_of(boost::json::value(5), "x"), "");
}

TEST(Codec, HugeNumbersAreNoIntegers) {
  EXPECT_EQ(integer_of(*parse_json(R"({"x":1e300})"), "x"), std::nullopt);
  EXPECT_EQ(integer_of(*parse_json(R"({"x":"99999999999999999999"})"), "x"), std::nullopt);
}

TEST(Codec, LoneSurrogatesBecomeTheReplacementCharacter) {
  EXPECT_EQ(text_of(*parse_json(R"({"t":"half \ud83d end"})"), "t"), "half \ufffd end");
  EXPECT_EQ(text_of(*parse_json(R"({"t":"\udc00"})"), "t"), "\ufffd");
  EXPECT_EQ(text_of(*parse_json(R"({"t":"\ud83d\ude00 ok \ud83d"})"), "t"), "😀 ok \ufffd");
  EXPECT_EQ(text_of(*parse_json(R"({"t":"\\ud83d \ud83d"})"), "t"), "\\ud83d \ufffd");
  EXPECT_EQ(text_of(*parse_json(R"({"t":"\ud83d\ud83d\ude00"})"), "t"), "\ufffd😀");
}

TEST(Codec, RefusesBrokenAndTooDeepText) {
  EXPECT_FALSE(parse_json(""));
  EXPECT_FALSE(parse_json("{"));
  EXPECT_FALSE(parse_json("{} x"));
  EXPECT_FALSE(parse_json(std::string(100'000, '[')));
  EXPECT_FALSE(parse_json(std::string(65, '[') + std::string(65, ']')));
  EXPECT_TRUE(parse_json(std::string(60, '[') + std::string(60, ']')));
}
