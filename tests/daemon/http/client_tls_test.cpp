// The client under TLS: whom it believes, and that what it does not believe was never told anything.
#include "certificate.h"
#include "http/client.h"
#include "running_server.h"

namespace hotel::http::test {
namespace {

using Kind = ClientResponse::Kind;

class ClientTlsTest : public testing::Test {
 protected:
  void start(const std::string& names) {
    files_ = make_certificate(folder_.path(), "server", names);
    running_.config.tls_cert_file = files_.cert;
    running_.config.tls_key_file = files_.key;
    running_.add("POST", "/echo", [this](Request& request) -> rt::Task<Response> {
      ++served_;
      co_return Response::text(200, request.header("Host"));
    });
    running_.start();
  }
  ClientResponse post(const std::string& host, const std::string& ca_file) {
    Client::Config config;
    config.ca_file = ca_file;
    const auto client = std::make_shared<Client>(running_.io(), config);
    return post_with(*client, host);
  }
  ClientResponse post_with(Client& client, const std::string& host) {
    ClientRequest request;
    request.method = "POST";
    request.url = "https://" + host + ":" + std::to_string(running_.port()) + "/echo";
    request.body = "secret";
    return boost::asio::co_spawn(running_.io(), client.send(std::move(request)), boost::asio::use_future).get();
  }
  int served() {
    return running_.on_thread([this] { return served_; });
  }
  TempFolder folder_;
  CertificateFiles files_;
  int served_ = 0;
  RunningServer running_;
};

TEST_F(ClientTlsTest, BelievesACertificateOfItsAuthorityWithTheRightName) {
  start("DNS:localhost,IP:127.0.0.1");
  for (const std::string host : {"localhost", "127.0.0.1"}) {
    const auto answer = post(host, files_.cert);
    EXPECT_EQ(answer.kind, Kind::kAnswer) << answer.fault;
    EXPECT_EQ(answer.body, host + ":" + std::to_string(running_.port()));
  }
  EXPECT_EQ(served(), 2);
}

TEST_F(ClientTlsTest, KeepsTheConnection) {
  start("DNS:localhost,IP:127.0.0.1");
  Client::Config config;
  config.ca_file = files_.cert;
  Client client{running_.io(), config};
  for (int i = 0; i < 3; ++i) EXPECT_EQ(post_with(client, "127.0.0.1").kind, Kind::kAnswer);
  EXPECT_EQ(served(), 3);
}

TEST_F(ClientTlsTest, AWrongNameIsNotSent) {
  start("DNS:other.example");
  for (const std::string host : {"localhost", "127.0.0.1"}) {
    const auto answer = post(host, files_.cert);
    EXPECT_EQ(answer.kind, Kind::kNotSent);
    EXPECT_THAT(answer.fault, testing::HasSubstr("TLS handshake"));
  }
  EXPECT_EQ(served(), 0);
}

TEST_F(ClientTlsTest, AnUnknownAuthorityIsNotSent) {
  start("DNS:localhost,IP:127.0.0.1");
  EXPECT_EQ(post("127.0.0.1", "").kind, Kind::kNotSent);
  const auto other = make_certificate(folder_.path(), "other");
  EXPECT_EQ(post("127.0.0.1", other.cert).kind, Kind::kNotSent);
  const auto missing = post("127.0.0.1", folder_.path() / "missing");
  EXPECT_EQ(missing.kind, Kind::kNotSent);
  EXPECT_FALSE(missing.fault.empty());
  EXPECT_EQ(served(), 0);
}

}  // namespace
}  // namespace hotel::http::test
