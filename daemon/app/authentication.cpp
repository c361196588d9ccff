#include "app/authentication.h"

#include <utility>

#include "base/crypto.h"
#include "base/log.h"
#include "rt/notifier.h"

namespace hotel::app {
using base::ErrorCode;
namespace {

constexpr auto kRememberFor = std::chrono::milliseconds{1'000};
constexpr std::size_t kRememberMost = 1'000;

std::string session_of(const std::string& token) {
  return base::to_hex(base::sha256(token));
}

}  // namespace

Authentication::Authentication(const base::Clock& clock, ports::Store& store, PasswordPool& passwords,
                               LoginThrottle::Limits limits)
    : clock_(clock), store_(store), passwords_(passwords), throttle_(limits) {}

rt::Task<std::optional<http::Principal>> Authentication::principal(std::string token) {
  if (token.empty() || token.size() > 256) co_return std::nullopt;
  const std::string session = session_of(token);
  const auto now = clock_.steady();
  if (const auto known = remembered_.find(session); known != remembered_.end()) {
    if (now < known->second.until) co_return known->second.principal;
    remembered_.erase(known);
  }
  auto look = store_.read(
      [session, at = clock_.now()](ports::UnitOfWork& unit) { return unit.operators().session(session, at); });
  const auto row = co_await std::move(look);
  if (!row) co_return std::nullopt;
  http::Principal principal{row->name, row->roles, session, row->script};
  if (remembered_.size() >= kRememberMost) remembered_.clear();
  remembered_[session] = {principal, now + kRememberFor};
  co_return principal;
}

rt::Task<bool> Authentication::still_signed_in(std::string session) {
  auto look = store_.read([session, at = clock_.now()](ports::UnitOfWork& unit) {
    return unit.operators().session(session, at).has_value();
  });
  co_return co_await std::move(look);
}

rt::Task<base::Result<NewSession>> Authentication::sign_in(std::string user, std::string password, std::string peer) {
  const auto verdict = throttle_.begin(user, peer, clock_.steady());
  if (verdict.refused_for)
    co_return base::Error{ErrorCode::kTooMany, "too many failed sign-ins; wait before the next one",
                          verdict.refused_for};
  if (verdict.delay.count() > 0) co_await rt::sleep(verdict.delay);

  auto look = store_.read([user](ports::UnitOfWork& unit) { return unit.operators().user(user); });
  auto row = co_await std::move(look);
  if (row && row->disabled) row.reset();
  std::optional<std::string> encoded = row ? std::optional{row->password_hash} : std::nullopt;
  const auto right = co_await passwords_.verify(std::move(encoded), std::move(password));
  if (!right) {
    throttle_.abandoned(user, peer);
    co_return right.error();
  }
  if (!*right) {
    base::log::warning("session.refused", {{"peer", peer}});
    co_return base::error(ErrorCode::kUnauthenticated, "user or password is wrong");
  }

  const auto now = clock_.now();
  NewSession session{base::random_token(), {row->name, row->roles}, now + kSessionLife};
  ports::SessionRow stored{session_of(session.token), row->name, row->roles, false, now, session.expires_at};
  auto keep = store_.write([stored](ports::UnitOfWork& unit) {
    // Disabled between the look and now: the session would outlive its user.
    const auto user_now = unit.operators().user(stored.name);
    if (!user_now || user_now->disabled) return false;
    unit.operators().add_session(stored);
    unit.operators().audit(stored.created_at, stored.name, "session.begin", "user:" + stored.name, "");
    return true;
  });
  if (!co_await std::move(keep)) co_return base::error(ErrorCode::kUnauthenticated, "user or password is wrong");
  throttle_.succeeded(user, peer);
  base::log::info("session.begin", {{"user", session.user.name}});
  co_return session;
}

rt::Task<void> Authentication::sign_out(std::string session) {
  remembered_.erase(session);
  auto end = store_.write([session, now = clock_.now()](ports::UnitOfWork& unit) {
    const auto row = unit.operators().session(session, now);
    if (row && unit.operators().end_session(session))
      unit.operators().audit(now, row->name, "session.end", "user:" + row->name, "");
  });
  co_await std::move(end);
  remembered_.erase(session);  // looked up again while the write was under way
}

}  // namespace hotel::app
