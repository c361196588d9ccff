#include "http/uri.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "http/client.h"

namespace hotel::http {
namespace {

using testing::ElementsAre;
using testing::Pair;

TEST(PercentDecode, DecodesBytesAndKeepsTheRest) {
  EXPECT_EQ(percent_decode("a%20b%C3%B1+c"), "a b\xC3\xB1+c");
  EXPECT_EQ(percent_decode("a+b%2B", Plus::kSpace), "a b+");
  EXPECT_EQ(percent_decode(""), "");
}

TEST(PercentDecode, RefusesWhatIsBroken) {
  for (const auto* text : {"%", "%2", "%zz", "a%2", "%G1", "%-1", "%00", "a%00b", "%FF", "%C3", "%ED%A0%80", "%C0%AF"})
    EXPECT_EQ(percent_decode(text), std::nullopt) << text;
}

TEST(Query, KeepsOrderDotsAndDuplicates) {
  const auto query = parse_query("hub.mode=subscribe&hub.challenge=1%2F2&a=1&a=2&flag&&empty=&x=a=b");
  ASSERT_TRUE(query);
  EXPECT_THAT(*query, ElementsAre(Pair("hub.mode", "subscribe"), Pair("hub.challenge", "1/2"), Pair("a", "1"),
                                  Pair("a", "2"), Pair("flag", ""), Pair("empty", ""), Pair("x", "a=b")));
  EXPECT_FALSE(parse_query("a=%zz"));
  EXPECT_FALSE(parse_query("%00=1"));
}

TEST(Query, EncodingIsUndoneByDecoding) {
  std::string all;
  for (int c = 1; c < 128; ++c) all.push_back(static_cast<char>(c));
  all.append("ñ日😀");
  EXPECT_EQ(percent_decode(encode_query(all), Plus::kSpace), all);
  EXPECT_EQ(encode_query("a-b_c.d~E 1+&="), "a-b_c.d~E%201%2B%26%3D");
}

TEST(Utf8, KnowsTheWellFormedRanges) {
  for (const auto* good : {"", "abc", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80",
                           "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"})
    EXPECT_TRUE(is_utf8(good)) << good;
  for (const auto* bad : {"\x80", "\xC1\xBF", "\xC2", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF",
                          "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "a\xC2", "\xE2\x82"})
    EXPECT_FALSE(is_utf8(bad));
}

TEST(Url, IsTakenApart) {
  const auto url = parse_url("HTTPS://Graph.Facebook.com/v25.0/1/messages?a=b%20c");
  ASSERT_TRUE(url);
  EXPECT_EQ(url->scheme, "https");
  EXPECT_EQ(url->host, "graph.facebook.com");
  EXPECT_EQ(url->port, "443");
  EXPECT_EQ(url->target, "/v25.0/1/messages?a=b%20c");
  EXPECT_EQ(parse_url("http://h")->target, "/");
  EXPECT_EQ(parse_url("http://h?x=1")->target, "/?x=1");
  EXPECT_EQ(parse_url("http://h:8080/a#part")->target, "/a");
  EXPECT_EQ(parse_url("http://[::1]:81/")->host, "::1");
  EXPECT_EQ(parse_url("http://127.0.0.1:81/")->port, "81");
}

TEST(Url, RefusesWhatTheClientDoesNotSpeak) {
  for (const auto* text :
       {"", "ftp://h/", "h/path", "/path", "http://", "http:///x", "http://user:pw@h/", "http://h:99999/",
        "http://h:0/", "http://h:99999999999/", "http://h/a b", "http://h/a\r\nX: y"})
    EXPECT_FALSE(parse_url(text)) << text;
}

}  // namespace
}  // namespace hotel::http
