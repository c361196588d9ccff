// What the daemon needs of OpenSSL, without its headers: digests, HMAC, constant-time comparison, random tokens.
// Every function is thread-safe.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hotel::base {

using Digest = std::array<std::uint8_t, 32>;

Digest sha256(std::string_view data);
Digest hmac_sha256(std::string_view key, std::string_view data);
bool equal_in_constant_time(std::string_view a, std::string_view b);  // tells the length of the two, nothing else
std::string to_hex(std::string_view bytes);
std::string to_hex(const Digest& digest);
std::optional<Digest> digest_from_hex(std::string_view hex);  // exactly 64 digits
std::optional<std::string> from_base64(std::string_view text);
std::string to_base64(std::string_view bytes);
std::string random_token(std::size_t bytes = 32);  // base64url, from the system's generator

}  // namespace hotel::base
