#include "whatsapp/verification.h"

#include <gtest/gtest.h>

namespace hotel::whatsapp {
namespace {

using Query = std::vector<std::pair<std::string, std::string>>;
const std::string kToken = "a-verify-token-of-this-test";
const Query kGood{{"hub.mode", "subscribe"}, {"hub.challenge", "1158201444"}, {"hub.verify_token", kToken}};

TEST(Verification, EchoesTheChallengeExactly) {
  for (const std::string challenge : {"1158201444", "00012", "a b/c+%1", "ñ"}) {
    auto query = kGood;
    query[1].second = challenge;
    const auto answer = answer_verification(query, kToken);
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, challenge);
  }
}

TEST(Verification, TakesAnyOrderAndUnknownParameters) {
  const Query query{{"hub.verify_token", kToken}, {"x", "y"}, {"hub.challenge", "7"}, {"hub.mode", "subscribe"}};
  EXPECT_EQ(answer_verification(query, kToken).body, "7");
}

TEST(Verification, RefusesEverythingElseWithoutAWord) {
  const auto with = [](std::size_t i, std::string value) {
    auto query = kGood;
    query[i].second = std::move(value);
    return query;
  };
  const auto twice = [](std::size_t i) {
    auto query = kGood;
    query.push_back(kGood[i]);
    return query;
  };
  const std::vector<Query> cases{with(2, "x" + kToken.substr(1)),
                                 with(2, kToken.substr(1)),
                                 with(2, ""),
                                 with(0, "unsubscribe"),
                                 with(1, ""),
                                 with(1, std::string(257, '1')),
                                 twice(0),
                                 twice(1),
                                 twice(2),
                                 {kGood[0], kGood[1]},
                                 {kGood[1], kGood[2]},
                                 {kGood[0], kGood[2]},
                                 {}};
  for (const auto& query : cases) {
    const auto answer = answer_verification(query, kToken);
    EXPECT_EQ(answer.status, 403) << testing::PrintToString(query);
    EXPECT_EQ(answer.body, "");
  }
}

TEST(Verification, CountsCharactersOfTheChallengeNotBytes) {
  std::string accents;
  for (int i = 0; i < 256; ++i) accents += "ñ";
  const Query query{kGood[0], {"hub.challenge", accents}, kGood[2]};
  EXPECT_EQ(answer_verification(query, kToken).status, 200);
}

TEST(Verification, AnEmptyTokenOfOursMatchesNothing) {
  const Query query{kGood[0], kGood[1], {"hub.verify_token", ""}};
  EXPECT_EQ(answer_verification(query, "").status, 403);
}

}  // namespace
}  // namespace hotel::whatsapp
