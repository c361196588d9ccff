// The signature of a webhook body: HMAC-SHA256 over the bytes as they came, keyed with the app secret (contract,
// chapter 2).
//
// While a secret is rotated there are two, and either may have signed. Pure and thread-safe; comparison in constant
// time. Whoever calls this does so before a byte of the body is parsed, and tells the sender nothing but 401.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hotel::whatsapp {

inline constexpr std::string_view kSignatureHeader = "X-Hub-Signature-256";

// `header_values`: every value of that header, in any number. Exactly one of the form `sha256=` and 64 hexadecimal
// digits is accepted. An empty secret matches nothing.
bool signature_is_right(std::string_view raw_body, const std::vector<std::string>& header_values,
                        const std::vector<std::string>& secrets);

std::string sign(std::string_view raw_body, std::string_view secret);  // the header's value

}  // namespace hotel::whatsapp
