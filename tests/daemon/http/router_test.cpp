#include "http/router.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hotel::http {
namespace {

using testing::ElementsAre;
using testing::Pair;

rt::Task<Response> nothing(Request&) {
  co_return Response::empty(204);
}

Route route(std::string method, std::string pattern) {
  Route out;
  out.method = std::move(method);
  out.pattern = std::move(pattern);
  out.handler = nothing;
  return out;
}

class RouterTest : public testing::Test {
 protected:
  RouterTest() {
    for (const auto& [method, pattern] :
         std::vector<std::pair<std::string, std::string>>{{"GET", "/"},
                                                          {"GET", "/health"},
                                                          {"POST", "/webhooks/whatsapp"},
                                                          {"GET", "/c/{id}"},
                                                          {"DELETE", "/c/{id}"},
                                                          {"GET", "/c/{id}/m/{n}"},
                                                          {"POST", "/c/plan"},
                                                          {"GET", "/c/plan"},
                                                          {"GET", "/{any}/last"}})
      router_.add(route(method, pattern));
  }
  std::string found(std::string_view method, std::string_view path) const {
    const auto match = router_.match(method, path);
    return match.route ? match.route->method + " " + match.route->pattern : "";
  }
  Router router_;
};

TEST_F(RouterTest, FindsLiteralsAndParameters) {
  EXPECT_EQ(found("GET", "/"), "GET /");
  EXPECT_EQ(found("GET", "/health"), "GET /health");
  const auto match = router_.match("GET", "/c/7/m/a%2Fb%20c");
  ASSERT_TRUE(match.route);
  EXPECT_THAT(match.params, ElementsAre(Pair("id", "7"), Pair("n", "a/b c")));
}

TEST_F(RouterTest, ALiteralWinsOverAParameter) {
  EXPECT_EQ(found("GET", "/c/plan"), "GET /c/plan");
  EXPECT_EQ(found("GET", "/c/p%6Can"), "GET /c/plan");  // the same address, written otherwise
  EXPECT_EQ(found("DELETE", "/c/plan"), "DELETE /c/{id}");
  EXPECT_EQ(found("GET", "/c/last"), "GET /c/{id}");
}

TEST_F(RouterTest, WhatNobodyDeclaredDoesNotExist) {
  for (const auto* path : {"", "x", "/nothing", "/health/", "//health", "/Health", "/c/", "/c//m/1", "/c/1/m/1/",
                           "/c/1/../1", "/c/%zz", "/c/%00", "/c%2F7"}) {
    const auto match = router_.match("GET", path);
    EXPECT_FALSE(match.route) << path;
    EXPECT_TRUE(match.allowed.empty()) << path;
  }
}

TEST_F(RouterTest, AWrongMethodTellsTheRightOnes) {
  const auto match = router_.match("PUT", "/c/7");
  EXPECT_FALSE(match.route);
  EXPECT_THAT(match.allowed, ElementsAre("DELETE", "GET", "HEAD"));
  EXPECT_THAT(router_.match("GET", "/webhooks/whatsapp").allowed, ElementsAre("POST"));
  EXPECT_THAT(router_.match("PUT", "/c/plan").allowed, ElementsAre("DELETE", "GET", "HEAD", "POST"));
  EXPECT_FALSE(router_.match("get", "/health").route);
}

TEST_F(RouterTest, HeadFindsTheGetRoute) {
  EXPECT_EQ(found("HEAD", "/health"), "GET /health");
  EXPECT_EQ(found("HEAD", "/c/plan"), "GET /c/plan");
  EXPECT_EQ(found("HEAD", "/webhooks/whatsapp"), "");
}

TEST_F(RouterTest, TheSameAddressTwiceIsABug) {
  EXPECT_THROW(router_.add(route("GET", "/c/{other}")), std::logic_error);
  EXPECT_THROW(router_.add(route("GET", "no-slash")), std::logic_error);
  Route without;
  without.method = "GET";
  without.pattern = "/x";
  EXPECT_THROW(router_.add(std::move(without)), std::logic_error);
}

TEST_F(RouterTest, TheTableCanBeRead) {
  EXPECT_EQ(router_.routes().size(), 9U);
}

}  // namespace
}  // namespace hotel::http
