// Deployment lists. This daemon carries no deployment controller and reads no DEPLOY_CONFIG, so there is no
// environment, no release and no deployment that it could know of: the lists are empty because that is the truth. They
// exist, with the roles they will have, so that a console can ask without guessing.
#include "app/routes/routes.h"
#include "app/routes/support.h"

namespace hotel::app {
namespace {

rt::Task<http::Response> nothing(Context& context, http::Request&) {
  auto look = context.store.read([](ports::UnitOfWork& unit) { return unit.events().last_seq(); });
  const auto as_of_seq = co_await std::move(look);
  co_return http::Response::json(200, list_of({}, "", as_of_seq));
}

}  // namespace

void add_deployment_routes(http::Router& router, Context& context) {
  add(router, context, "GET", "/environments", http::Access::kRelease, nothing);
  add(router, context, "GET", "/deployments", http::Access::kRelease, nothing);
  add(router, context, "GET", "/releases", http::Access::kRelease, nothing);
}

}  // namespace hotel::app
