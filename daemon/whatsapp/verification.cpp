#include "whatsapp/verification.h"

#include <algorithm>

#include "base/crypto.h"

namespace hotel::whatsapp {
namespace {

const std::string* only(const std::vector<std::pair<std::string, std::string>>& query, std::string_view name) {
  const std::string* found = nullptr;
  for (const auto& [key, value] : query) {
    if (key != name) continue;
    if (found) return nullptr;
    found = &value;
  }
  return found;
}

std::size_t characters(std::string_view utf8) {
  return static_cast<std::size_t>(
      std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

}  // namespace

VerificationAnswer answer_verification(const std::vector<std::pair<std::string, std::string>>& query,
                                       std::string_view verify_token) {
  const auto* mode = only(query, "hub.mode");
  const auto* challenge = only(query, "hub.challenge");
  const auto* token = only(query, "hub.verify_token");
  if (!mode || !challenge || !token || verify_token.empty()) return {};
  const bool same = base::equal_in_constant_time(*token, verify_token);
  if (!same || *mode != "subscribe" || challenge->empty() || characters(*challenge) > kLongestChallenge) return {};
  return {200, *challenge};
}

}  // namespace hotel::whatsapp
