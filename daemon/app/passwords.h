// Passwords, hashed with Argon2id (RFC 9106, second recommended setting: 64 MiB, three passes, one lane).
//
// Hashing takes tens of milliseconds and 64 MiB, so the daemon does it on a pool of its own, at most two at once and
// only so many waiting; the command line uses the plain functions.
#pragma once

#include <boost/asio/thread_pool.hpp>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"
#include "rt/task.h"

namespace hotel::app {

inline constexpr std::size_t kPasswordLeast = 10;   // characters
inline constexpr std::size_t kPasswordMost = 1024;  // bytes

struct HashCost {
  std::uint32_t memory_kib = 64 * 1024;
  std::uint32_t passes = 3;
};

std::optional<std::string> password_fault(
    std::string_view password);  // what would be right; nothing: the password will do
std::string hash_password(std::string_view password, HashCost cost = {});  // "$argon2id$v=19$m=65536,t=3,p=1$…$…"
bool password_matches(const std::string& encoded, std::string_view password);

class PasswordPool {
 public:
  explicit PasswordPool(HashCost cost = {}, std::size_t most_waiting = 32);
  ~PasswordPool();

  // kTooMany when too many wait already.
  rt::Task<base::Result<std::string>> hash(std::string password);
  // Nothing stored (unknown user): the same work is done against a hash that no password has, and the answer is no.
  rt::Task<base::Result<bool>> verify(std::optional<std::string> encoded, std::string password);

 private:
  HashCost cost_;
  std::size_t most_waiting_;
  std::shared_ptr<std::size_t> waiting_ =
      std::make_shared<std::size_t>(0);     // calls may be destroyed after the pool, with their executor
  std::shared_future<std::string> nobody_;  // made on the pool: a start must not wait for it
  boost::asio::thread_pool pool_;
};

}  // namespace hotel::app
