#include "app/passwords.h"

#include <argon2.h>
#include <boost/asio/post.hpp>
#include <stdexcept>
#include <utility>

#include "base/crypto.h"
#include "rt/offload.h"

namespace hotel::app {
using base::ErrorCode;
namespace {

constexpr std::size_t kSalt = 16, kHash = 32;

struct Waiting {
  std::shared_ptr<std::size_t> count;
  explicit Waiting(std::shared_ptr<std::size_t> counter) : count(std::move(counter)) { ++*count; }
  Waiting(const Waiting&) = delete;
  Waiting& operator=(const Waiting&) = delete;
  ~Waiting() { --*count; }
};

base::Error busy() {
  return {ErrorCode::kTooMany, "too many sign-ins at once; try again in a moment", std::chrono::seconds{2}};
}

}  // namespace

std::optional<std::string> password_fault(std::string_view password) {
  std::size_t characters = 0;
  for (const char c : password) characters += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  if (characters < kPasswordLeast) return "a password has at least 10 characters";
  if (password.size() > kPasswordMost) return "a password has at most 1024 bytes";
  return std::nullopt;
}

std::string hash_password(std::string_view password, HashCost cost) {
  const std::string salt = base::random_token(kSalt).substr(0, kSalt);
  std::string encoded(argon2_encodedlen(cost.passes, cost.memory_kib, 1, kSalt, kHash, Argon2_id), '\0');
  const int result = argon2id_hash_encoded(cost.passes, cost.memory_kib, 1, password.data(), password.size(),
                                           salt.data(), salt.size(), kHash, encoded.data(), encoded.size());
  if (result != ARGON2_OK)
    throw std::runtime_error(std::string{"hashing a password failed: "} + argon2_error_message(result));
  encoded.resize(encoded.find('\0'));
  return encoded;
}

bool password_matches(const std::string& encoded, std::string_view password) {
  return argon2id_verify(encoded.c_str(), password.data(), password.size()) == ARGON2_OK;
}

PasswordPool::PasswordPool(HashCost cost, std::size_t most_waiting)
    : cost_(cost), most_waiting_(most_waiting), pool_(2) {
  std::packaged_task<std::string()> make([cost] { return hash_password(base::random_token(), cost); });
  nobody_ = make.get_future().share();
  boost::asio::post(pool_, std::move(make));
}

PasswordPool::~PasswordPool() {
  pool_.join();
}

rt::Task<base::Result<std::string>> PasswordPool::hash(std::string password) {
  if (*waiting_ >= most_waiting_) co_return busy();
  const Waiting counted(waiting_);
  auto job =
      rt::offload(pool_, [password = std::move(password), cost = cost_] { return hash_password(password, cost); });
  std::string encoded = co_await std::move(job);
  co_return encoded;
}

rt::Task<base::Result<bool>> PasswordPool::verify(std::optional<std::string> encoded, std::string password) {
  if (*waiting_ >= most_waiting_) co_return busy();
  const Waiting counted(waiting_);
  const bool known = encoded.has_value();
  auto job = rt::offload(pool_, [encoded = std::move(encoded), nobody = nobody_, password = std::move(password)] {
    return password_matches(encoded ? *encoded : nobody.get(), password);
  });
  const bool same = co_await std::move(job);
  co_return known&& same;
}

}  // namespace hotel::app
