#include "http/cidr.h"

#include <gtest/gtest.h>

namespace hotel::http {
namespace {

bool inside(std::string_view network, std::string_view address) {
  const auto parsed = Network::parse(network);
  const auto known = parse_address(address);
  EXPECT_TRUE(parsed.has_value()) << network;
  EXPECT_TRUE(known.has_value()) << address;
  return parsed && known && parsed->contains(*known);
}

TEST(Cidr, MatchesPrefixesOfAnyLength) {
  EXPECT_TRUE(inside("127.0.0.0/8", "127.255.0.1"));
  EXPECT_FALSE(inside("127.0.0.0/8", "128.0.0.1"));
  EXPECT_TRUE(inside("10.1.2.128/25", "10.1.2.200"));
  EXPECT_FALSE(inside("10.1.2.128/25", "10.1.2.127"));
  EXPECT_TRUE(inside("0.0.0.0/0", "255.255.255.255"));
  EXPECT_TRUE(inside("10.0.0.1", "10.0.0.1"));
  EXPECT_FALSE(inside("10.0.0.1", "10.0.0.2"));
  EXPECT_TRUE(inside("::1/128", "::1"));
  EXPECT_FALSE(inside("::1", "::2"));
  EXPECT_TRUE(inside("fd00::/8", "fdab::1"));
  EXPECT_FALSE(inside("fd00::/9", "fdab::1"));
  EXPECT_TRUE(inside("::/0", "2001:db8::1"));
}

TEST(Cidr, FamiliesDoNotMixButMappedAddressesAreIpv4) {
  EXPECT_FALSE(inside("0.0.0.0/0", "::1"));
  EXPECT_FALSE(inside("::/0", "1.2.3.4"));
  EXPECT_TRUE(inside("10.0.0.0/8", "::ffff:10.1.1.1"));
}

TEST(Cidr, MalformedTextIsAnErrorValue) {
  for (const auto* text :
       {"", "/", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/+8", "10.0.0.0/8x", "10.0.0/8", "::1/129",
        "10.0.0.1/8", "fd00::1/8", "localhost", "10.0.0.0/8/8", " 10.0.0.0/8", "010.0.0.1", "1.2.3.4.5", "::g"}) {
    const auto network = Network::parse(text);
    EXPECT_FALSE(network.has_value()) << text;
    if (!network) EXPECT_EQ(network.error().code, base::ErrorCode::kInvalid);
  }
  EXPECT_FALSE(Networks::parse({"127.0.0.0/8", "nonsense"}).has_value());
  EXPECT_FALSE(parse_address(std::string_view{"1.2.3.4\0x", 9}).has_value());
}

TEST(ForwardedFor, OnlyTrustedNeighboursMayName) {
  const auto trusted = *Networks::parse({"10.0.0.0/8", "::1"});
  EXPECT_EQ(client_address("9.9.9.9", false, "1.2.3.4", trusted), "9.9.9.9");
  EXPECT_EQ(client_address("10.0.0.1", true, "1.2.3.4", trusted), "1.2.3.4");
  EXPECT_EQ(client_address("10.0.0.1", true, "", trusted), "10.0.0.1");
}

TEST(ForwardedFor, IsReadFromTheRightUntilTheFirstStranger) {
  const auto trusted = *Networks::parse({"10.0.0.0/8"});
  EXPECT_EQ(client_address("10.0.0.1", true, "6.6.6.6, 1.2.3.4, 10.0.0.9", trusted), "1.2.3.4");
  EXPECT_EQ(client_address("10.0.0.1", true, "10.0.0.7,10.0.0.8", trusted), "10.0.0.7");
  EXPECT_EQ(client_address("10.0.0.1", true, "1.2.3.4, unknown", trusted), "10.0.0.1");
  EXPECT_EQ(client_address("10.0.0.1", true, "evil, 10.0.0.9", trusted), "10.0.0.9");
  EXPECT_EQ(client_address("10.0.0.1", true, "2001:db8::7", trusted), "2001:db8::7");
}

}  // namespace
}  // namespace hotel::http
