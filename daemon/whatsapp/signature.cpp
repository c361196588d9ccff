#include "whatsapp/signature.h"

#include "base/crypto.h"

namespace hotel::whatsapp {
namespace {

constexpr std::string_view kPrefix = "sha256=";

std::string_view bytes_of(const base::Digest& digest) {
  return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

}  // namespace

bool signature_is_right(std::string_view raw_body, const std::vector<std::string>& header_values,
                        const std::vector<std::string>& secrets) {
  if (header_values.size() != 1) return false;
  std::string_view value = header_values.front();
  if (!value.starts_with(kPrefix)) return false;
  const auto told = base::digest_from_hex(value.substr(kPrefix.size()));
  if (!told) return false;
  // Every secret is tried whatever the first one said, so that the time does not tell which one is in use.
  bool right = false;
  for (const auto& secret : secrets) {
    if (secret.empty()) continue;
    const auto computed = base::hmac_sha256(secret, raw_body);
    right |= base::equal_in_constant_time(bytes_of(*told), bytes_of(computed));
  }
  return right;
}

std::string sign(std::string_view raw_body, std::string_view secret) {
  return std::string{kPrefix} + base::to_hex(base::hmac_sha256(secret, raw_body));
}

}  // namespace hotel::whatsapp
