// Conversations: lists, and what people do with one. The acts themselves stand in desk.h.
#include "app/agent_output.h"
#include "app/desk.h"
#include "app/routes/routes.h"
#include "app/routes/support.h"
#include "wire/codec.h"
#include "wire/filter.h"

namespace hotel::app {
using base::ErrorCode;
using http::Access;
namespace json = boost::json;
namespace {

Desk::Act act_of(const Context& context, const http::Request& request) {
  return {user_of(request), request.param("id"), context.clock.now()};
}

// Runs one act of the desk and answers with the conversation as it is then.
using DeskAct = std::function<Desk::Shown(ports::UnitOfWork&, const Desk::Act&)>;
rt::Task<http::Response> act(Context& context, http::Request& request, DeskAct desk_act) {
  Work work = [who = act_of(context, request), desk_act = std::move(desk_act),
               request_id = request.request_id](ports::UnitOfWork& unit) {
    const auto shown = desk_act(unit, who);
    return shown ? http::Response::json(200, wire::to_json(*shown)) : failure(shown.error(), request_id);
  };
  co_return co_await write_once(context, request, std::move(work));
}

rt::Task<http::Response> list(Context& context, http::Request& request) {
  const auto limit = limit_of(request);
  if (!limit) co_return failure(limit.error(), request);
  const auto view = wire::view_from(request.query_value("view").value_or("all"));
  if (!view)
    co_return failure(ErrorCode::kInvalid, "view: one of waiting, mine, unassigned, agent, all, closed", request);
  auto look = context.store.read([view = *view, user = user_of(request), query = request.query_value("q").value_or(""),
                                  cursor = cursor_of(request), limit = *limit](ports::UnitOfWork& unit) {
    return unit.conversations().list(view, user, query, cursor, limit);
  });
  const auto page = co_await std::move(look);
  co_return list_response(page, [](const wire::Conversation& c) { return wire::to_json(c); });
}

rt::Task<http::Response> one(Context& context, http::Request& request) {
  auto look =
      context.store.read([id = request.param("id")](ports::UnitOfWork& unit) { return unit.conversations().find(id); });
  const auto row = co_await std::move(look);
  if (!row) co_return failure(ErrorCode::kNotFound, "there is no such conversation", request);
  co_return http::Response::json(200, wire::to_json(row->shown));
}

rt::Task<http::Response> take_over(Context& context, http::Request& request) {
  auto response = co_await act(context, request, [&desk = context.desk](ports::UnitOfWork& unit, const Desk::Act& a) {
    return desk.take_over(unit, a);
  });
  // Also for a repeated key: whoever is told «taken over» may rely on it.
  if (response.status < 400) co_await context.desk.until_agent_is_silent(request.param("id"));
  co_return response;
}

rt::Task<http::Response> hand_back(Context& context, http::Request& request) {
  const auto body = body_of(request);
  if (!body) co_return failure(body.error(), request);
  DeskAct desk_act = [&desk = context.desk, note = wire::text_of(*body, "note")](
                         ports::UnitOfWork& unit, const Desk::Act& a) { return desk.hand_back(unit, a, note); };
  auto response = co_await act(context, request, std::move(desk_act));
  context.signals.turns.notify();
  co_return response;
}

rt::Task<http::Response> assign(Context& context, http::Request& request) {
  const auto body = body_of(request);
  if (!body) co_return failure(body.error(), request);
  const auto* given = body->if_contains("assignee");
  if (!given) given = body->if_contains("user");
  if (!given || !(given->is_string() || given->is_null()))
    co_return failure(ErrorCode::kInvalid, "assignee: a user's name, or null for nobody", request);
  DeskAct desk_act = [&desk = context.desk,
                      assignee = given->is_string() ? std::string{given->get_string()} : std::string{}](
                         ports::UnitOfWork& unit, const Desk::Act& a) { return desk.assign(unit, a, assignee); };
  co_return co_await act(context, request, std::move(desk_act));
}

rt::Task<http::Response> snooze(Context& context, http::Request& request) {
  const auto body = body_of(request);
  if (!body) co_return failure(body.error(), request);
  const auto text = wire::text_of(*body, "until");
  const auto until = wire::parse_rfc3339(text);
  if (!body->contains("until") || (!text.empty() && !until))
    co_return failure(ErrorCode::kInvalid, "until: an RFC 3339 time, or null to wake it now", request);
  DeskAct desk_act = [&desk = context.desk, until](ports::UnitOfWork& unit, const Desk::Act& a) {
    return desk.snooze(unit, a, until);
  };
  co_return co_await act(context, request, std::move(desk_act));
}

rt::Task<http::Response> close(Context& context, http::Request& request) {
  co_return co_await act(context, request, [&desk = context.desk](ports::UnitOfWork& unit, const Desk::Act& a) {
    return desk.close(unit, a);
  });
}

rt::Task<http::Response> reopen(Context& context, http::Request& request) {
  co_return co_await act(context, request, [&desk = context.desk](ports::UnitOfWork& unit, const Desk::Act& a) {
    return desk.reopen(unit, a);
  });
}

rt::Task<http::Response> label(Context& context, http::Request& request) {
  auto body = body_of(request);
  if (!body) co_return failure(body.error(), request);
  if (!wire::array_of(*body, "labels") && !wire::array_of(*body, "add") && !wire::array_of(*body, "remove"))
    co_return failure(ErrorCode::kInvalid, "labels: the whole list, or add and remove: lists of labels", request);
  DeskAct desk_act = [&desk = context.desk, labels = std::move(*body)](ports::UnitOfWork& unit, const Desk::Act& a) {
    return desk.label(unit, a, labels);
  };
  co_return co_await act(context, request, std::move(desk_act));
}

// The conversation, and beside it who holds the lease and until when.
rt::Task<http::Response> typing(Context& context, http::Request& request) {
  const auto body = body_of(request);
  if (!body) co_return failure(body.error(), request);
  const bool on = !body->contains("typing") || wire::flag_of(*body, "typing");
  Work work = [&desk = context.desk, who = act_of(context, request), on,
               request_id = request.request_id](ports::UnitOfWork& unit) {
    const auto shown = desk.typing(unit, who, on);
    if (!shown) return failure(shown.error(), request_id);
    json::object answer = wire::to_json(*shown);
    answer["user"] = answer["typing"];
    answer["until"] = answer["typing_until"];
    return http::Response::json(200, answer);
  };
  co_return co_await write_once(context, request, std::move(work));
}

rt::Task<http::Response> read(Context& context, http::Request& request) {
  auto response = co_await act(context, request, [&desk = context.desk](ports::UnitOfWork& unit, const Desk::Act& a) {
    return desk.read(unit, a);
  });
  context.signals.outbox.notify();
  co_return response;
}

rt::Task<http::Response> unread(Context& context, http::Request& request) {
  co_return co_await act(context, request, [&desk = context.desk](ports::UnitOfWork& unit, const Desk::Act& a) {
    return desk.unread(unit, a);
  });
}

rt::Task<http::Response> draft(Context& context, http::Request& request) {
  struct Seen {
    bool known = false;
    std::optional<AgentDraft> draft;
  };
  auto look = context.store.read([id = request.param("id")](ports::UnitOfWork& unit) {
    return Seen{unit.conversations().find(id).has_value(), draft_of(unit, id)};
  });
  const auto seen = co_await std::move(look);
  if (!seen.known) co_return failure(ErrorCode::kNotFound, "there is no such conversation", request);
  if (!seen.draft) co_return http::Response::json(200, json::object{{"draft", nullptr}});
  const auto& d = *seen.draft;
  co_return http::Response::json(
      200, json::object{
               {"draft", {{"id", d.id}, {"text", d.text}, {"why", d.why}, {"due_at", wire::to_rfc3339(d.due_at)}}}});
}

rt::Task<http::Response> approve_draft(Context& context, http::Request& request) {
  auto response = co_await act(context, request, [&desk = context.desk](ports::UnitOfWork& unit, const Desk::Act& a) {
    return desk.approve_draft(unit, a);
  });
  context.signals.outbox.notify();
  co_return response;
}

rt::Task<http::Response> discard_draft(Context& context, http::Request& request) {
  auto response = co_await act(context, request, [&desk = context.desk](ports::UnitOfWork& unit, const Desk::Act& a) {
    return desk.discard_draft(unit, a);
  });
  if (response.status < 400) co_await context.desk.until_agent_is_silent(request.param("id"));
  co_return response;
}

}  // namespace

void add_conversation_routes(http::Router& router, Context& context) {
  add(router, context, "GET", "/conversations", Access::kFrontdesk, list);
  add(router, context, "GET", "/conversations/{id}", Access::kFrontdesk, one);
  add(router, context, "POST", "/conversations/{id}/takeover", Access::kFrontdesk, take_over);
  add(router, context, "POST", "/conversations/{id}/handback", Access::kFrontdesk, hand_back);
  add(router, context, "POST", "/conversations/{id}/assign", Access::kFrontdesk, assign);
  add(router, context, "POST", "/conversations/{id}/snooze", Access::kFrontdesk, snooze);
  add(router, context, "POST", "/conversations/{id}/close", Access::kFrontdesk, close);
  add(router, context, "POST", "/conversations/{id}/reopen", Access::kFrontdesk, reopen);
  add(router, context, "POST", "/conversations/{id}/labels", Access::kFrontdesk, label);
  add(router, context, "POST", "/conversations/{id}/typing", Access::kFrontdesk, typing);
  add(router, context, "POST", "/conversations/{id}/read", Access::kFrontdesk, read);
  add(router, context, "POST", "/conversations/{id}/unread", Access::kFrontdesk, unread);
  add(router, context, "GET", "/conversations/{id}/draft", Access::kFrontdesk, draft);
  add(router, context, "POST", "/conversations/{id}/draft/approve", Access::kFrontdesk, approve_draft);
  add(router, context, "POST", "/conversations/{id}/draft/discard", Access::kFrontdesk, discard_draft);
}

}  // namespace hotel::app
