// Every access with every kind of caller, through the real server: deny by default.
#include "running_server.h"
#include "wire_client.h"

namespace hotel::http::test {
namespace {

struct Case {
  Access access;
  std::string path;
  std::vector<std::string> allowed;  // of kCallers
};

const std::vector<std::string> kCallers{
    "",           "nonsense",   "role-frontdesk", "role-release", "role-release_manager",
    "role-owner", "role-admin", "role-nobody",    "role-"};

TEST(Access, EveryRouteWithEveryCaller) {
  const std::vector<std::string> release{"role-release", "role-release_manager", "role-owner", "role-admin"};
  const std::vector<std::string> known{
      "role-frontdesk", "role-release", "role-release_manager", "role-owner", "role-admin", "role-nobody", "role-"};
  const std::vector<Case> cases{{Access::kPublic, "/public", kCallers},
                                {Access::kAny, "/any", known},
                                {Access::kFrontdesk, "/frontdesk", {"role-frontdesk", "role-admin"}},
                                {Access::kRelease, "/release", release},
                                {Access::kAdmin, "/admin", {"role-admin"}}};
  RunningServer running;
  int handled = 0;
  for (const auto& c : cases) {
    Route route;
    route.method = "GET";
    route.pattern = c.path;
    route.access = c.access;
    route.handler = [&handled](Request&) -> rt::Task<Response> {
      ++handled;
      co_return Response::empty(204);
    };
    running.router.add(std::move(route));
  }
  running.start();
  int granted = 0;
  for (const auto& c : cases)
    for (const auto& caller : kCallers) {
      const bool may = std::find(c.allowed.begin(), c.allowed.end(), caller) != c.allowed.end();
      const auto answer = caller.empty()
                              ? ask(running.port(), request("GET " + c.path))
                              : ask(running.port(), request("GET " + c.path, {"Authorization: Bearer " + caller}));
      const int refused = caller.starts_with("role-") ? 403 : 401;
      EXPECT_EQ(answer.status, may ? 204 : refused) << c.path << " as «" << caller << "»";
      granted += may;
      if (may) continue;
      EXPECT_EQ(answer.header("Content-Type"), "application/problem+json");
      const auto problem = boost::json::parse(answer.body);
      EXPECT_EQ(problem.at("code").as_string(), refused == 401 ? "unauthenticated" : "forbidden");
      EXPECT_EQ(problem.at("request_id").as_string(), answer.header("X-Request-Id"));
      EXPECT_EQ(answer.header("WWW-Authenticate"), refused == 401 ? "Bearer" : "");
    }
  running.stop();
  EXPECT_EQ(handled, granted);
}

TEST(Access, TheDefaultOfARouteIsTheClosestOne) {
  const Route route;
  EXPECT_EQ(route.access, Access::kAdmin);
  EXPECT_FALSE(allows(Access::kAny, std::nullopt));
  EXPECT_FALSE(allows(static_cast<Access>(99), std::nullopt));
}

class TokenTest : public testing::Test {
 protected:
  TokenTest() {
    Route route;
    route.method = "POST";
    route.pattern = "/x";
    route.access = Access::kAny;
    route.handler = echo;
    running_.router.add(std::move(route));
    running_.start();
  }
  RunningServer running_;
};

TEST_F(TokenTest, ItsFormIsStrict) {
  for (const auto* field : {"Authorization: role-admin", "Authorization: Basic role-admin", "Authorization: Bearer",
                            "Authorization: Bearer role-admin x", "X-Token: role-admin"})
    EXPECT_EQ(ask(running_.port(), request("POST /x", {field})).status, 401) << field;
  EXPECT_EQ(
      ask(running_.port(), request("POST /x", {"Authorization: Bearer role-admin", "Authorization: Bearer role-admin"}))
          .status,
      401);
  EXPECT_EQ(ask(running_.port(), request("POST /x", {"authorization: bearer role-admin"})).status, 200);
  EXPECT_EQ(ask(running_.port(), request("POST /x?token=role-admin")).status, 401);
}

TEST_F(TokenTest, TheHandlerKnowsWhoAsks) {
  const auto answer = ask(running_.port(), request("POST /x", {"Authorization: Bearer role-release"}));
  EXPECT_EQ(boost::json::parse(answer.body).at("user").as_string(), "role-release");
}

TEST_F(TokenTest, ARefusedCallersBodyIsNotWaitedFor) {
  WireClient client{running_.port()};
  client.send(request("POST /x", {"Content-Length: 60000"}));
  EXPECT_EQ(client.read().status, 401);
  EXPECT_TRUE(client.closed_by_server());
}

TEST_F(TokenTest, AStoreThatIsAwayIsNotARefusal) {
  const auto answer = ask(running_.port(), request("POST /x", {"Authorization: Bearer store-away"}));
  EXPECT_EQ(answer.status, 503);
  EXPECT_EQ(answer.header("Retry-After"), "2");
  EXPECT_EQ(boost::json::parse(answer.body).at("code").as_string(), "unavailable");
}

}  // namespace
}  // namespace hotel::http::test
