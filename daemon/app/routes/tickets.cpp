// What the agent left to people: list, done, reopen.
#include "app/routes/routes.h"
#include "app/routes/support.h"
#include "app/ticketing.h"

namespace hotel::app {
using base::ErrorCode;
using http::Access;
using wire::TicketState;
namespace {

rt::Task<http::Response> list(Context& context, http::Request& request) {
  const auto limit = limit_of(request);
  if (!limit) co_return failure(limit.error(), request);
  const auto wanted = request.query_value("state").value_or("open");
  const auto state = wire::ticket_state_from(wanted);
  if (!state && wanted != "all") co_return failure(ErrorCode::kInvalid, "state: open, done or all", request);
  auto look = context.store.read([state, cursor = cursor_of(request), limit = *limit](ports::UnitOfWork& unit) {
    return unit.tickets().list(state, cursor, limit);
  });
  const auto page = co_await std::move(look);
  co_return list_response(page, [](const wire::Ticket& ticket) { return wire::to_json(ticket); });
}

rt::Task<http::Response> set_state(Context& context, http::Request& request, TicketState state) {
  Work work = [id = request.param("id"), state, user = user_of(request), now = context.clock.now(),
               request_id = request.request_id](ports::UnitOfWork& unit) {
    const auto ticket = set_ticket_state(unit, id, state, user, now);
    if (!ticket) return failure(base::error(ErrorCode::kNotFound, "there is no such ticket"), request_id);
    return http::Response::json(200, wire::to_json(*ticket));
  };
  co_return co_await write_once(context, request, std::move(work));
}

rt::Task<http::Response> done(Context& context, http::Request& request) {
  co_return co_await set_state(context, request, TicketState::kDone);
}

rt::Task<http::Response> reopen(Context& context, http::Request& request) {
  co_return co_await set_state(context, request, TicketState::kOpen);
}

}  // namespace

void add_ticket_routes(http::Router& router, Context& context) {
  add(router, context, "GET", "/tickets", Access::kFrontdesk, list);
  add(router, context, "POST", "/tickets/{id}/done", Access::kFrontdesk, done);
  add(router, context, "POST", "/tickets/{id}/reopen", Access::kFrontdesk, reopen);
}

}  // namespace hotel::app
