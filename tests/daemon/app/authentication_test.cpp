// Passwords, tokens, and how guessing is made slow.
#include "app/authentication.h"

#include <boost/asio/co_spawn.hpp>
#include <gtest/gtest.h>

#include "app/login_throttle.h"
#include "base/crypto.h"
#include "staff_stage.h"

namespace hotel::app {
namespace {

using namespace std::chrono_literals;

TEST(PasswordTest, IsArgon2idWithOurCostAndItsOwnSalt) {
  const auto one = hash_password("correct horse"), two = hash_password("correct horse");
  EXPECT_TRUE(one.starts_with("$argon2id$v=19$m=65536,t=3,p=1$")) << one;
  EXPECT_NE(one, two);
  EXPECT_TRUE(password_matches(one, "correct horse"));
  EXPECT_FALSE(password_matches(one, "correct horse "));
  EXPECT_FALSE(password_matches("no hash at all", "correct horse"));
  EXPECT_TRUE(password_fault("kurz"));
  EXPECT_FALSE(password_fault("lang genug"));
}

TEST(LoginThrottleTest, GrowsPerNameAndRefusesBeyondTheBound) {
  LoginThrottle throttle;
  LoginThrottle::Time now{};
  std::vector<std::int64_t> delays;
  for (int i = 0; i < 20; ++i) {
    const auto verdict = throttle.begin("berta", "192.0.2." + std::to_string(i), now);
    ASSERT_FALSE(verdict.refused_for) << i;
    delays.push_back(verdict.delay.count());
  }
  EXPECT_EQ(delays.front(), 0);
  EXPECT_TRUE(std::is_sorted(delays.begin(), delays.end()));
  EXPECT_EQ(delays.back(), 5'000);
  const auto refused = throttle.begin("berta", "192.0.2.99", now);
  EXPECT_EQ(refused.refused_for, 60s);
  EXPECT_FALSE(throttle.begin("another", "192.0.2.98", now).refused_for);
  EXPECT_EQ(throttle.begin("berta", "192.0.2.99", now + 45s).refused_for, 15s);
  EXPECT_FALSE(throttle.begin("berta", "192.0.2.99", now + 60s).refused_for);
  EXPECT_EQ(throttle.begin("berta", "192.0.2.97", now + 60s + 16min).delay, 0ms);
}

TEST(LoginThrottleTest, OneAddressThatTriesManyNames) {
  LoginThrottle throttle;
  const LoginThrottle::Time now{};
  for (int i = 0; i < 60; ++i)
    ASSERT_FALSE(throttle.begin("user" + std::to_string(i), "192.0.2.1", now).refused_for) << i;
  EXPECT_TRUE(throttle.begin("yet another", "192.0.2.1", now).refused_for);
  EXPECT_FALSE(throttle.begin("yet another", "192.0.2.2", now).refused_for);
}

TEST(LoginThrottleTest, SuccessForgetsTheNameAndMemoryIsBounded) {
  LoginThrottle::Limits limits;
  limits.entries = 50;
  LoginThrottle throttle(limits);
  LoginThrottle::Time now{};
  for (int i = 0; i < 5; ++i) throttle.begin("berta", "192.0.2.1", now);
  throttle.succeeded("berta", "192.0.2.1");
  EXPECT_EQ(throttle.begin("berta", "192.0.2.1", now).delay, 0ms);
  for (int i = 0; i < 500; ++i) throttle.begin("name" + std::to_string(i), "peer" + std::to_string(i), now += 1ms);
  EXPECT_EQ(throttle.begin("berta", "192.0.2.1", now).delay, 0ms);  // the oldest were dropped, none of it crashed
}

class SignInTest : public testing::Test {
 protected:
  void SetUp() override {
    stage.write([now = stage.clock.now()](ports::UnitOfWork& unit) {
      unit.operators().add_user(
          {"berta", {"frontdesk"}, hash_password("the right password", HashCost{1024, 1}), false, now});
    });
  }
  Answer sign_in(const std::string& user, const std::string& password) {
    return stage.post("/session", {{"user", user}, {"password", password}}, "", "");
  }
  std::optional<http::Principal> who(const std::string& token) {
    return stage.run(stage.authentication.principal(token));
  }

  Stage stage;
};

TEST_F(SignInTest, TheTokenIsKnownUntilSignOut) {
  const auto answer = sign_in("berta", "the right password");
  ASSERT_EQ(answer.status, 201) << answer.text;
  const auto token = answer.at("token");
  EXPECT_GE(token.size(), 43U);  // 256 bits
  EXPECT_EQ(answer.at("expires_at"), wire::to_rfc3339(stage.clock.now() + kSessionLife));
  const auto principal = who(token);
  ASSERT_TRUE(principal);
  EXPECT_EQ(principal->name, "berta");
  EXPECT_EQ(principal->roles, std::vector<std::string>{"frontdesk"});
  EXPECT_FALSE(who(token + "x"));
  stage.run(stage.authentication.sign_out(principal->session));
  EXPECT_FALSE(who(token));
}

TEST_F(SignInTest, WrongPasswordUnknownAndDisabledUserGetTheSameAnswer) {
  stage.write([now = stage.clock.now()](ports::UnitOfWork& unit) {
    unit.operators().add_user(
        {"carla", {"frontdesk"}, hash_password("the right password", HashCost{1024, 1}), true, now});
  });
  auto strip = [](Answer answer) {
    answer.body.as_object().erase("request_id");
    return std::pair{answer.status, boost::json::serialize(answer.body)};
  };
  const auto wrong = strip(sign_in("berta", "the wrong password"));
  EXPECT_EQ(wrong.first, 401);
  EXPECT_EQ(wrong, strip(sign_in("nobody-of-that-name", "the wrong password")));
  EXPECT_EQ(wrong, strip(sign_in("carla", "the right password")));
}

TEST_F(SignInTest, ATokenEndsWhenItsTimeIsOver) {
  const auto token = sign_in("berta", "the right password").at("token");
  stage.clock.advance(std::chrono::milliseconds{kSessionLife - 1});
  EXPECT_TRUE(who(token));
  stage.clock.advance(2s);
  EXPECT_FALSE(who(token));
}

TEST_F(SignInTest, DisablingAUserActsWithinASecond) {
  const auto token = sign_in("berta", "the right password").at("token");
  ASSERT_TRUE(who(token));
  ASSERT_EQ(stage.post("/users/berta/disable", boost::json::object{}, "", "root").status, 200);
  stage.clock.advance(1s);
  EXPECT_FALSE(who(token));
  EXPECT_EQ(sign_in("berta", "the right password").status, 401);
}

TEST_F(SignInTest, TooManyFailuresAreRefusedWithATime) {
  for (int i = 0; i < 60; ++i) {
    // Failures that were counted without waiting for their delays: begun at once, as an attacker would.
    boost::asio::co_spawn(stage.io, stage.authentication.sign_in("name" + std::to_string(i), "wrong", "192.0.2.7"),
                          [](const std::exception_ptr&, const auto&) {});
  }
  const auto answer = sign_in("berta", "the right password");
  EXPECT_EQ(answer.status, 429);
  EXPECT_EQ(answer.code(), "too_many_requests");
  EXPECT_EQ(answer.header("Retry-After"), "60");
}

TEST_F(SignInTest, WhoIAm) {
  const auto token = sign_in("berta", "the right password").at("token");
  const auto principal = *who(token);
  const auto me = stage.ask({"GET", "/me", nullptr, "", {}, principal});
  ASSERT_EQ(me.status, 200);
  EXPECT_EQ(me.at("name"), "berta");
  EXPECT_EQ(me.at("roles"), "[\"frontdesk\"]");
  EXPECT_EQ(me.at("script"), "false");
  EXPECT_NE(me.at("features").find("events-resume"), std::string::npos);
  EXPECT_EQ(me.at("features").find("sandbox"), std::string::npos);
  EXPECT_EQ(stage.ask({"DELETE", "/session", nullptr, "", {}, principal}).status, 204);
  EXPECT_EQ(stage.ask({"GET", "/me", nullptr, "", {}, principal}).status, 401);
}

}  // namespace
}  // namespace hotel::app
