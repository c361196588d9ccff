// People who use the API. Passwords come in a body over TLS or loopback and are hashed at once; script tokens are made
// on the command line only.
#include <algorithm>

#include "app/routes/routes.h"
#include "app/routes/support.h"
#include "wire/codec.h"
#include "wire/event.h"

namespace hotel::app {
using base::ErrorCode;
using http::Access;
namespace json = boost::json;
namespace {

base::Error invalid(std::string detail) {
  return base::error(ErrorCode::kInvalid, std::move(detail));
}

bool is_user_name(std::string_view name) {
  return !name.empty() && name.size() <= 64 && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
           c == '.' || c == '@';
  });
}

json::object to_json(const ports::UserRow& user) {
  return {{"name", user.name},
          {"roles", json::array(user.roles.begin(), user.roles.end())},
          {"disabled", user.disabled},
          {"created_at", wire::to_rfc3339(user.created_at)}};
}

// Consoles learn of it; `version` is the time, since users have no version of their own.
void tell(ports::UnitOfWork& unit, const ports::UserRow& user, wire::Millis now) {
  unit.events().append(wire::kOperatorUpdated, to_json(user), now);
}

rt::Task<http::Response> list(Context& context, http::Request&) {
  struct Users {
    std::vector<ports::UserRow> rows;
    std::int64_t as_of_seq = 0;
  };
  auto look = context.store.read(
      [](ports::UnitOfWork& unit) { return Users{unit.operators().users(), unit.events().last_seq()}; });
  const auto users = co_await std::move(look);
  json::array items;
  for (const auto& user : users.rows) items.push_back(to_json(user));
  co_return http::Response::json(200, list_of(std::move(items), "", users.as_of_seq));
}

base::Result<ports::UserRow> user_from(const json::object& body) {
  ports::UserRow user;
  user.name = wire::text_of(body, "name");
  user.roles = wire::texts_of(body, "roles");
  if (!is_user_name(user.name)) return invalid("name: letters, digits and _ - . @, at most 64");
  if (user.roles.empty() ||
      !std::all_of(user.roles.begin(), user.roles.end(), [](const auto& role) { return wire::is_role(role); }))
    return invalid("roles: a list of frontdesk, release, admin, release_manager, operations, hotel_manager, owner");
  return user;
}

rt::Task<base::Result<std::string>> hashed(PasswordPool& passwords, std::string password) {
  if (const auto fault = password_fault(password)) co_return invalid("password: " + *fault);
  co_return co_await passwords.hash(std::move(password));
}

rt::Task<http::Response> create(Context& context, PasswordPool& passwords, http::Request& request) {
  const auto body = body_of(request);
  if (!body) co_return failure(body.error(), request);
  auto user = user_from(*body);
  if (!user) co_return failure(user.error(), request);
  const auto hash = co_await hashed(passwords, wire::text_of(*body, "password"));
  if (!hash) co_return failure(hash.error(), request);
  user->password_hash = *hash;
  user->created_at = context.clock.now();
  Work work = [user = *user, by = user_of(request), request_id = request.request_id](ports::UnitOfWork& unit) {
    if (!unit.operators().add_user(user))
      return failure(base::error(ErrorCode::kConflict, "this name is taken"), request_id);
    unit.operators().audit(user.created_at, by, "user.add", "user:" + user.name,
                           "roles " + wire::join_roles(user.roles));
    tell(unit, user, user.created_at);
    return http::Response::json(201, to_json(user));
  };
  co_return co_await write_once(context, request, std::move(work));
}

rt::Task<http::Response> set_password(Context& context, PasswordPool& passwords, http::Request& request) {
  const auto body = body_of(request);
  if (!body) co_return failure(body.error(), request);
  const auto hash = co_await hashed(passwords, wire::text_of(*body, "password"));
  if (!hash) co_return failure(hash.error(), request);
  Work work = [name = request.param("name"), hash = *hash, by = user_of(request), now = context.clock.now(),
               request_id = request.request_id](ports::UnitOfWork& unit) {
    if (!unit.operators().set_password(name, hash))
      return failure(base::error(ErrorCode::kNotFound, "there is no such user"), request_id);
    unit.operators().audit(now, by, "user.password", "user:" + name, "");
    return http::Response::empty(204);
  };
  co_return co_await write_once(context, request, std::move(work));
}

// The last administrator cannot be disabled here: nobody could undo it.
bool is_last_admin(ports::UnitOfWork& unit, const std::string& name) {
  bool is_admin = false, another = false;
  for (const auto& user : unit.operators().users()) {
    if (user.disabled || !wire::allows(user.roles, wire::Right::kAdmin)) continue;
    (user.name == name ? is_admin : another) = true;
  }
  return is_admin && !another;
}

rt::Task<http::Response> disable(Context& context, http::Request& request) {
  Work work = [name = request.param("name"), by = user_of(request), now = context.clock.now(),
               request_id = request.request_id](ports::UnitOfWork& unit) {
    auto user = unit.operators().user(name);
    if (!user) return failure(base::error(ErrorCode::kNotFound, "there is no such user"), request_id);
    if (is_last_admin(unit, name))
      return failure(base::error(ErrorCode::kNotNow, "this is the last administrator; make another one first"),
                     request_id);
    unit.operators().disable_user(name);
    user->disabled = true;
    unit.operators().audit(now, by, "user.disable", "user:" + name, "");
    tell(unit, *user, now);
    return http::Response::json(200, to_json(*user));
  };
  co_return co_await write_once(context, request, std::move(work));
}

}  // namespace

void add_user_routes(http::Router& router, Context& context, PasswordPool& passwords) {
  const auto path = [](std::string_view pattern) { return std::string{kApi} + std::string{pattern}; };
  add(router, context, "GET", "/users", Access::kAdmin, list);
  add(router, context, "POST", "/users/{name}/disable", Access::kAdmin, disable);
  router.add({.method = "POST",
              .pattern = path("/users"),
              .access = Access::kAdmin,
              .max_body = 8 * 1024,
              .handler = [&context, &passwords](http::Request& r) { return create(context, passwords, r); }});
  router.add({.method = "POST",
              .pattern = path("/users/{name}/password"),
              .access = Access::kAdmin,
              .max_body = 8 * 1024,
              .handler = [&context, &passwords](http::Request& r) { return set_password(context, passwords, r); }});
}

}  // namespace hotel::app
