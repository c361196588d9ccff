#include <fmt/format.h>
#include <iostream>

#include "app/commands/with_store.h"
#include "app/passwords.h"
#include "base/crypto.h"

namespace hotel::app {
namespace {

constexpr const char* kBy = "command line";

std::string password_from_input() {
  std::string password;
  std::getline(std::cin, password);
  while (password.ends_with('\r')) password.pop_back();
  return password;
}

int say(bool good, const std::string& text) {
  (good ? std::cout : std::cerr) << text << '\n';
  return good ? 0 : 1;
}

std::optional<std::vector<std::string>> roles_of(const std::string& text) {
  auto roles = wire::split_roles(text);
  for (const auto& role : roles)
    if (!wire::is_role(role)) {
      std::cerr << fmt::format(
          "--roles: {} is no role; right would be frontdesk, release, admin, release_manager, operations, "
          "hotel_manager or owner\n",
          role);
      return std::nullopt;
    }
  if (roles.empty()) {
    std::cerr << "--roles: at least one is needed\n";
    return std::nullopt;
  }
  return roles;
}

bool good_name(const std::string& name) {
  const bool good =
      !name.empty() && name.size() <= 64 &&
      name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-@") == std::string::npos;
  if (!good) std::cerr << "A name has 1 to 64 letters, digits or . _ - @\n";
  return good;
}

}  // namespace

int user_add_command(const EnvFile& env_file, const std::string& name, const std::string& roles_text) {
  const auto roles = roles_of(roles_text);
  if (!roles || !good_name(name)) return 2;
  const std::string password = password_from_input();
  if (const auto fault = password_fault(password))
    return say(false, "The password is read from standard input: " + *fault);
  const std::string hash = hash_password(password);
  const bool added = with_store(env_file, [&](ports::UnitOfWork& unit, wire::Millis now) {
    if (!unit.operators().add_user({name, *roles, hash, false, now})) return false;
    unit.operators().audit(now, kBy, "user.add", name, wire::join_roles(*roles));
    return true;
  });
  return say(added, added ? fmt::format("user {} added", name) : fmt::format("there is a user {} already", name));
}

int user_password_command(const EnvFile& env_file, const std::string& name) {
  const std::string password = password_from_input();
  if (const auto fault = password_fault(password))
    return say(false, "The password is read from standard input: " + *fault);
  const std::string hash = hash_password(password);
  const bool done = with_store(env_file, [&](ports::UnitOfWork& unit, wire::Millis now) {
    if (!unit.operators().set_password(name, hash)) return false;
    unit.operators().audit(now, kBy, "user.password", name, "");
    return true;
  });
  return say(done, done ? fmt::format("password of {} changed", name) : fmt::format("there is no user {}", name));
}

int user_disable_command(const EnvFile& env_file, const std::string& name) {
  const bool done = with_store(env_file, [&](ports::UnitOfWork& unit, wire::Millis now) {
    if (!unit.operators().disable_user(name)) return false;
    unit.operators().audit(now, kBy, "user.disable", name, "");
    return true;
  });
  return say(done,
             done ? fmt::format("user {} disabled, sessions ended", name) : fmt::format("there is no user {}", name));
}

int user_list_command(const EnvFile& env_file) {
  const auto users =
      with_store(env_file, [](ports::UnitOfWork& unit, wire::Millis) { return unit.operators().users(); });
  for (const auto& user : users)
    std::cout << fmt::format("{:24} {:32} {}\n", user.name, wire::join_roles(user.roles),
                             user.disabled ? "disabled" : "");
  return 0;
}

int token_create_command(const EnvFile& env_file, const std::string& name, const std::string& roles_text, int days) {
  const auto roles = roles_of(roles_text);
  if (!roles || !good_name(name)) return 2;
  const std::string token = base::random_token();
  const bool made = with_store(env_file, [&](ports::UnitOfWork& unit, wire::Millis now) {
    for (const auto& known : unit.operators().tokens())
      if (known.name == name) return false;
    ports::SessionRow row;
    row.token_hash = base::to_hex(base::sha256(token));
    row.name = name;
    row.roles = *roles;
    row.script = true;
    row.created_at = now;
    row.expires_at = now + days * 86'400'000LL;
    unit.operators().add_session(row);
    unit.operators().audit(now, kBy, "token.create", name, wire::join_roles(*roles));
    return true;
  });
  return say(made, made ? fmt::format("token {} for {} days, shown once: {}", name, days, token)
                        : fmt::format("there is a token {} already; revoke it first", name));
}

int token_revoke_command(const EnvFile& env_file, const std::string& name) {
  const bool done = with_store(env_file, [&](ports::UnitOfWork& unit, wire::Millis now) {
    if (!unit.operators().revoke_token(name)) return false;
    unit.operators().audit(now, kBy, "token.revoke", name, "");
    return true;
  });
  return say(done, done ? fmt::format("token {} revoked", name) : fmt::format("there is no token {}", name));
}

}  // namespace hotel::app
