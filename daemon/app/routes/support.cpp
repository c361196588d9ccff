#include "app/routes/support.h"

#include <charconv>
#include <set>
#include <stdexcept>

#include "rt/notifier.h"
#include "wire/codec.h"

namespace hotel::app {
using base::ErrorCode;
namespace json = boost::json;
namespace {

constexpr std::size_t kKeyBytes = 255;

// Thrown out of a transaction so that it is rolled back; carries the answer.
struct Refusal : std::runtime_error {
  explicit Refusal(http::Response answer) : std::runtime_error("refused"), response(std::move(answer)) {}
  http::Response response;
};

// Another transaction kept an answer for the same key meanwhile (two writers on PostgreSQL).
struct AnsweredMeanwhile : std::runtime_error {
  AnsweredMeanwhile() : std::runtime_error("answered meanwhile") {}
};

struct Key {
  std::string user, key, act;  // act: what the key was used for
};

std::optional<Key> key_of(const http::Request& request) {
  auto key = request.header("Idempotency-Key");
  if (key.empty()) return std::nullopt;
  const bool script = request.principal && request.principal->script;
  return Key{(script ? "token:" : "user:") + user_of(request), std::move(key), request.method + " " + request.path};
}

http::Response replay(const ports::StoredAnswer& stored, const Key& key, const std::string& request_id) {
  const auto line = stored.body.find('\n');
  if (stored.body.substr(0, line) != key.act)
    return http::Response::problem(
        ErrorCode::kInvalid, "this Idempotency-Key was used for another request; every act needs a key of its own",
        request_id);
  http::Response response;
  response.status = stored.status;
  response.body = stored.body.substr(line + 1);
  if (!response.body.empty()) response.headers.emplace_back("Content-Type", "application/json");
  return response;
}

void keep(ports::UnitOfWork& unit, const Key& key, const http::Response& response, wire::Millis now) {
  const ports::StoredAnswer stored{response.status, key.act + "\n" + response.body};
  if (!unit.state().keep_answer(key.user, key.key, stored, now)) throw AnsweredMeanwhile();
}

http::Response once(ports::UnitOfWork& unit, const std::optional<Key>& key, const Work& work, wire::Millis now,
                    const std::string& request_id) {
  if (key)
    if (const auto stored = unit.state().answer(key->user, key->key)) return replay(*stored, *key, request_id);
  auto response = work(unit);
  if (response.status >= 400) throw Refusal(std::move(response));
  if (key) keep(unit, *key, response, now);
  return response;
}

rt::Task<std::optional<http::Response>> try_once(Context& context, Work job) {
  auto write = context.store.write(std::move(job));
  std::optional<http::Response> response;
  try {
    response = co_await std::move(write);
  } catch (const Refusal& refusal) {
    response = refusal.response;
  } catch (const AnsweredMeanwhile&) {
  }
  co_return response;
}

base::Result<void> key_fits(const http::Request& request) {
  if (request.header("Idempotency-Key").size() > kKeyBytes)
    return base::error(ErrorCode::kInvalid, "Idempotency-Key: at most 255 bytes");
  return {};
}

}  // namespace

void add(http::Router& router, Context& context, std::string method, std::string_view pattern, http::Access access,
         Handle handle, std::size_t max_body) {
  http::Route route;
  route.method = std::move(method);
  route.pattern = std::string{kApi} + std::string{pattern};
  route.access = access;
  route.max_body = max_body;
  route.handler = [&context, handle](http::Request& request) { return handle(context, request); };
  router.add(std::move(route));
}

base::Result<json::object> body_of(const http::Request& request) {
  if (request.body.find_first_not_of(" \t\r\n") == std::string::npos) return json::object{};
  auto value = wire::parse_json(request.body, 32);
  if (!value) return base::error(ErrorCode::kBadRequest, "the body is no JSON");
  if (!value->is_object()) return base::error(ErrorCode::kInvalid, "the body must be a JSON object");
  return std::move(value->get_object());
}

base::Result<int> limit_of(const http::Request& request, int fallback) {
  const auto text = request.query_value("limit");
  if (!text) return fallback;
  int limit = 0;
  const auto [end, fault] = std::from_chars(text->data(), text->data() + text->size(), limit);
  if (fault != std::errc{} || end != text->data() + text->size() || limit < 1)
    return base::error(ErrorCode::kInvalid, "limit: a number between 1 and 200");
  return std::min(limit, kPageMost);
}

std::string cursor_of(const http::Request& request) {
  if (auto cursor = request.query_value("cursor")) return *cursor;
  return request.query_value("before").value_or("");
}

const std::string& user_of(const http::Request& request) {
  static const std::string nobody;  // public routes only
  return request.principal ? request.principal->name : nobody;
}

bool sees_guests(const http::Request& request) {
  return request.principal && wire::allows(request.principal->roles, wire::Right::kFrontdesk);
}

http::Response failure(const base::Error& error, const http::Request& request) {
  return failure(error, request.request_id);
}

http::Response failure(const base::Error& error, const std::string& request_id) {
  auto response = http::Response::problem(error.code, error.detail, request_id);
  if (error.retry_after) response.headers.emplace_back("Retry-After", std::to_string(error.retry_after->count()));
  return response;
}

http::Response failure(ErrorCode code, std::string_view detail, const http::Request& request) {
  return http::Response::problem(code, detail, request.request_id);
}

json::object list_of(json::array items, std::string_view next, std::int64_t as_of_seq) {
  return {{"items", std::move(items)}, {"next", wire::text_or_null(next)}, {"as_of_seq", as_of_seq}};
}

rt::Task<http::Response> write_once(Context& context, const http::Request& request, Work work) {
  if (const auto fits = key_fits(request); !fits) co_return failure(fits.error(), request);
  Work job = [key = key_of(request), work = std::move(work), now = context.clock.now(),
              request_id = request.request_id](ports::UnitOfWork& unit) {
    return once(unit, key, work, now, request_id);
  };
  for (int attempt = 0; attempt < 3; ++attempt) {
    auto response = co_await try_once(context, job);
    if (response) co_return std::move(*response);
  }
  co_return failure(ErrorCode::kConflict, "the same Idempotency-Key is being used at this moment", request);
}

rt::Task<std::optional<http::Response>> kept_answer(Context& context, const http::Request& request) {
  const auto key = key_of(request);
  if (!key) co_return std::nullopt;
  auto look = context.store.read([key](ports::UnitOfWork& unit) { return unit.state().answer(key->user, key->key); });
  const auto stored = co_await std::move(look);
  if (!stored) co_return std::nullopt;
  co_return replay(*stored, *key, request.request_id);
}

rt::Task<http::Response> act_once(Context& context, const http::Request& request, OutsideAct act) {
  if (const auto fits = key_fits(request); !fits) co_return failure(fits.error(), request);
  const auto key = key_of(request);
  if (!key) co_return co_await act();

  // One at a time per key: the second waits and then finds the kept answer.
  const std::string held = key->user + "\n" + key->key;
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{50};
  auto& busy = context.signals.acts_under_way;
  while (busy.contains(held)) {
    if (std::chrono::steady_clock::now() >= end)
      co_return failure(ErrorCode::kConflict, "the same Idempotency-Key is being used at this moment", request);
    co_await context.signals.acts.wait(context.signals.acts.generation(), std::chrono::seconds{1});
  }
  struct Hold {
    Signals& signals;
    const std::string& name;
    Hold(Signals& all, const std::string& one) : signals(all), name(one) { signals.acts_under_way.insert(name); }
    ~Hold() {
      signals.acts_under_way.erase(name);
      signals.acts.notify();
    }
  };
  const Hold hold(context.signals, held);
  auto kept = co_await kept_answer(context, request);
  if (kept) co_return std::move(*kept);
  auto response = co_await act();
  if (response.status < 400) {
    const ports::StoredAnswer answer{response.status, key->act + "\n" + response.body};
    auto write = context.store.write([key, answer, now = context.clock.now()](ports::UnitOfWork& unit) {
      return unit.state().keep_answer(key->user, key->key, answer, now);
    });
    co_await std::move(write);
  }
  co_return response;
}

}  // namespace hotel::app
