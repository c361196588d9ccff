#include "base/crypto.h"

#include <gtest/gtest.h>
#include <set>

using namespace hotel::base;

// RFC 4231, test case 2.
TEST(Crypto, HmacSha256AgreesWithTheRfc) {
  EXPECT_EQ(to_hex(hmac_sha256("Jefe", "what do ya want for nothing?")),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

// FIPS 180-4, example of one block.
TEST(Crypto, Sha256AgreesWithTheStandard) {
  EXPECT_EQ(to_hex(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Crypto, ComparesWholeTexts) {
  EXPECT_TRUE(equal_in_constant_time("secret", "secret"));
  EXPECT_FALSE(equal_in_constant_time("secret", "secreT"));
  EXPECT_FALSE(equal_in_constant_time("secret", "secre"));
  EXPECT_TRUE(equal_in_constant_time("", ""));
}

TEST(Crypto, HexDigestsAreExact) {
  const std::string good(64, 'a');
  EXPECT_TRUE(digest_from_hex(good));
  EXPECT_FALSE(digest_from_hex(good.substr(1)));
  EXPECT_FALSE(digest_from_hex(good + "a"));
  EXPECT_FALSE(digest_from_hex(std::string(63, 'a') + "g"));
}

TEST(Crypto, Base64KeepsEveryLength) {
  for (std::size_t n = 0; n < 40; ++n) {
    std::string bytes;
    for (std::size_t i = 0; i < n; ++i) bytes.push_back(static_cast<char>(i * 7 + 200));
    EXPECT_EQ(from_base64(to_base64(bytes)), bytes) << n;
  }
  EXPECT_FALSE(from_base64("abc"));
  EXPECT_FALSE(from_base64("ab!="));
}

TEST(Crypto, TokensAreLongUrlSafeAndNeverTheSame) {
  std::set<std::string> seen;
  for (int i = 0; i < 200; ++i) {
    const auto token = random_token();
    EXPECT_EQ(token.size(), 43u);
    EXPECT_EQ(token.find_first_of("+/="), std::string::npos);
    EXPECT_TRUE(seen.insert(token).second);
  }
}
