#include "whatsapp/signature.h"

#include <gtest/gtest.h>

#include "payload_files.h"

namespace hotel::whatsapp {
namespace {

const std::string kBody = R"({"object":"whatsapp_business_account"})";
const std::string kSecret = "5f1d0c2b7a9e4d3c8b6a5f4e3d2c1b0a";

TEST(Signature, TakesTheRightOne) {
  EXPECT_TRUE(signature_is_right(kBody, {sign(kBody, kSecret)}, {kSecret}));
}

// RFC 4231, test case 2: the digest comes from elsewhere than our own code.
TEST(Signature, IsHmacSha256) {
  EXPECT_EQ(sign("what do ya want for nothing?", "Jefe"),
            "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST(Signature, TakesEitherSecretWhileRotating) {
  const std::vector<std::string> both{"new-secret-0123456789", kSecret};
  EXPECT_TRUE(signature_is_right(kBody, {sign(kBody, kSecret)}, both));
  EXPECT_TRUE(signature_is_right(kBody, {sign(kBody, "new-secret-0123456789")}, both));
  EXPECT_FALSE(signature_is_right(kBody, {sign(kBody, "a third one")}, both));
}

TEST(Signature, RefusesEveryOtherForm) {
  const auto good = sign(kBody, kSecret);
  const std::vector<std::vector<std::string>> cases{
      {},
      {""},
      {"sha256="},
      {good.substr(7)},
      {"sha1=" + good.substr(7)},
      {"SHA256=" + good.substr(7)},
      {good.substr(0, good.size() - 1)},
      {good + "0"},
      {good + " "},
      {" " + good},
      {good.substr(0, 70) + "g"},
      {good, good},
      {sign("{}", kSecret), good},
      {good + "," + good},
  };
  for (const auto& values : cases)
    EXPECT_FALSE(signature_is_right(kBody, values, {kSecret})) << testing::PrintToString(values);
}

TEST(Signature, RefusesWhenThereIsNoSecret) {
  EXPECT_FALSE(signature_is_right(kBody, {sign(kBody, "")}, {""}));
  EXPECT_FALSE(signature_is_right(kBody, {sign(kBody, kSecret)}, {}));
}

TEST(Signature, CoversEveryByteOfTheBody) {
  const auto good = sign(kBody, kSecret);
  for (std::size_t i = 0; i < kBody.size(); ++i) {
    auto changed = kBody;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    EXPECT_FALSE(signature_is_right(changed, {good}, {kSecret})) << i;
  }
  EXPECT_FALSE(signature_is_right(kBody + " ", {good}, {kSecret}));
}

class RecordedSignature : public testing::TestWithParam<test::WebhookFile> {};

TEST_P(RecordedSignature, IsJudgedAsTheFileSays) {
  const auto& file = GetParam();
  EXPECT_EQ(signature_is_right(file.body, {file.signature}, {file.app_secret}), file.http != 401);
}

INSTANTIATE_TEST_SUITE_P(Files, RecordedSignature, testing::ValuesIn(test::webhook_files()));

}  // namespace
}  // namespace hotel::whatsapp
