// Networks of IPv4 and IPv6 addresses in CIDR notation, for TRUSTED_PROXIES and METRICS_ALLOWED. An IPv4 address that
// comes mapped into IPv6 (::ffff:10.0.0.1) counts as the IPv4 address. Values without locks; malformed text is an error
// value.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace hotel::http {

struct Address {
  bool v6 = false;
  std::array<std::uint8_t, 16> bytes{};  // of an IPv4 address the first four

  bool operator==(const Address&) const = default;
  std::string text() const;
};

std::optional<Address> parse_address(std::string_view text);  // no zone, no port, no brackets

class Network {
 public:
  // "10.0.0.0/8", "::1/128"; without a prefix one address. Bits beyond the prefix must be zero: «10.0.0.1/8» is a slip.
  static base::Result<Network> parse(std::string_view text);
  bool contains(const Address& address) const;

 private:
  Address base_;
  int prefix_ = 0;
};

class Networks {
 public:
  static base::Result<Networks> parse(const std::vector<std::string>& texts);
  bool contains(const Address& address) const;
  bool contains(std::string_view address) const;  // false for what is no address
  bool empty() const { return networks_.empty(); }

 private:
  std::vector<Network> networks_;
};

// Whose request it is: the neighbour, or what trusted proxies said in X-Forwarded-For (all of its fields, in order,
// joined by commas). Read from the right: the first address that is no trusted proxy. Text that is no address ends the
// walk, so that a client cannot choose its own address.
std::string client_address(const std::string& neighbour, bool neighbour_trusted, std::string_view forwarded_for,
                           const Networks& trusted);

}  // namespace hotel::http
