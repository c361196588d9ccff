#include "http/cidr.h"

#include <algorithm>
#include <arpa/inet.h>
#include <charconv>
#include <cstring>
#include <netinet/in.h>

namespace hotel::http {
namespace {

constexpr std::array<std::uint8_t, 12> kMapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

bool same_bits(const Address& a, const Address& b, int prefix) {
  const auto whole = static_cast<std::size_t>(prefix / 8);
  if (!std::equal(a.bytes.begin(), a.bytes.begin() + static_cast<std::ptrdiff_t>(whole), b.bytes.begin())) return false;
  const int rest = prefix % 8;
  return rest == 0 || ((a.bytes[whole] ^ b.bytes[whole]) >> (8 - rest)) == 0;
}

}  // namespace

std::string Address::text() const {
  std::array<char, INET6_ADDRSTRLEN> out{};
  return ::inet_ntop(v6 ? AF_INET6 : AF_INET, bytes.data(), out.data(), out.size()) ? out.data() : "";
}

std::optional<Address> parse_address(std::string_view text) {
  const std::string copy{text};
  if (copy.size() != std::strlen(copy.c_str())) return std::nullopt;
  Address address;
  if (::inet_pton(AF_INET, copy.c_str(), address.bytes.data()) == 1) return address;
  if (::inet_pton(AF_INET6, copy.c_str(), address.bytes.data()) != 1) return std::nullopt;
  if (std::equal(kMapped.begin(), kMapped.end(), address.bytes.begin())) {
    Address plain;
    std::copy(address.bytes.begin() + 12, address.bytes.end(), plain.bytes.begin());
    return plain;
  }
  address.v6 = true;
  return address;
}

base::Result<Network> Network::parse(std::string_view text) {
  const auto wrong = [&](std::string_view why) {
    return base::error(base::ErrorCode::kInvalid,
                       "«" + std::string{text} + "» " + std::string{why} + "; right would be 10.0.0.0/8 or fd00::/8");
  };
  const auto slash = text.find('/');
  const auto address = parse_address(text.substr(0, slash));
  if (!address) return wrong("is no address");
  Network network;
  network.base_ = *address;
  const int bits = address->v6 ? 128 : 32;
  network.prefix_ = bits;
  if (slash != std::string_view::npos) {
    const std::string_view number = text.substr(slash + 1);
    const auto [end, fault] = std::from_chars(number.data(), number.data() + number.size(), network.prefix_);
    if (fault != std::errc{} || end != number.data() + number.size() || number.front() == '-' || network.prefix_ > bits)
      return wrong("has no valid prefix length");
  }
  Address masked = network.base_;
  for (int bit = network.prefix_; bit < bits; ++bit)
    masked.bytes[static_cast<std::size_t>(bit / 8)] &= static_cast<std::uint8_t>(~(0x80 >> (bit % 8)));
  if (masked != network.base_) return wrong("has bits beyond its prefix");
  return network;
}

bool Network::contains(const Address& address) const {
  return address.v6 == base_.v6 && same_bits(address, base_, prefix_);
}

base::Result<Networks> Networks::parse(const std::vector<std::string>& texts) {
  Networks all;
  for (const auto& text : texts) {
    auto network = Network::parse(text);
    if (!network) return network.error();
    all.networks_.push_back(*network);
  }
  return all;
}

bool Networks::contains(const Address& address) const {
  return std::any_of(networks_.begin(), networks_.end(), [&](const Network& n) { return n.contains(address); });
}

bool Networks::contains(std::string_view text) const {
  const auto address = parse_address(text);
  return address && contains(*address);
}

std::string client_address(const std::string& neighbour, bool neighbour_trusted, std::string_view forwarded_for,
                           const Networks& trusted) {
  std::string client = neighbour;
  if (!neighbour_trusted) return client;
  while (!forwarded_for.empty()) {
    const auto comma = forwarded_for.rfind(',');
    const std::string_view last =
        trimmed(comma == std::string_view::npos ? forwarded_for : forwarded_for.substr(comma + 1));
    forwarded_for = comma == std::string_view::npos ? std::string_view{} : forwarded_for.substr(0, comma);
    const auto address = parse_address(last);
    if (!address) return client;
    client = address->text();
    if (!trusted.contains(*address)) return client;
  }
  return client;
}

}  // namespace hotel::http
