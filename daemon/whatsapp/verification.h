// Answers Meta's GET request when the callback URL is saved (contract, chapter 1). Pure.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hotel::whatsapp {

struct VerificationAnswer {
  int status = 403;
  std::string body;  // the challenge, text/plain; empty with 403
};

inline constexpr std::size_t kLongestChallenge = 256;  // characters

// `query`: decoded pairs in order. hub.mode, hub.challenge and hub.verify_token must each come exactly once.
VerificationAnswer answer_verification(const std::vector<std::pair<std::string, std::string>>& query,
                                       std::string_view verify_token);

}  // namespace hotel::whatsapp
