// Who asks. Tokens are 256 random bits, stored as their SHA-256, valid for twelve hours (script tokens: as long as they
// were made for). What the store says of a token is remembered for at most a second, so a sign-out, a revoked token or
// a disabled user takes effect at once, also when another process wrote it. Runs on the io_context thread.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "app/login_throttle.h"
#include "app/passwords.h"
#include "base/clock.h"
#include "base/error.h"
#include "http/message.h"
#include "ports/store.h"

namespace hotel::app {

inline constexpr wire::Millis kSessionLife = 12LL * 3600 * 1000;

struct NewSession {
  std::string token;
  wire::Operator user;
  wire::Millis expires_at = 0;
};

class Authentication {
 public:
  Authentication(const base::Clock& clock, ports::Store& store, PasswordPool& passwords,
                 LoginThrottle::Limits limits = {});

  rt::Task<std::optional<http::Principal>> principal(std::string token);  // http::Authenticator
  rt::Task<bool> still_signed_in(std::string session);                    // of a stream, asks the store

  // kUnauthenticated with the same words for a wrong password, an unknown and a disabled user; kTooMany with
  // retry_after.
  rt::Task<base::Result<NewSession>> sign_in(std::string user, std::string password, std::string peer);
  rt::Task<void> sign_out(std::string session);

 private:
  struct Remembered {
    http::Principal principal;
    std::chrono::steady_clock::time_point until;
  };

  const base::Clock& clock_;
  ports::Store& store_;
  PasswordPool& passwords_;
  LoginThrottle throttle_;
  std::map<std::string, Remembered> remembered_;  // by session
};

}  // namespace hotel::app
