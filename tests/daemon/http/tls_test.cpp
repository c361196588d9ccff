// The server under TLS, seen by OpenSSL's own client.
#include <filesystem>
#include <fstream>
#include <openssl/ssl.h>

#include "certificate.h"
#include "running_server.h"
#include "wire_client.h"

namespace hotel::http::test {
namespace {

using namespace std::chrono_literals;

// A blocking TLS client over a WireClient's socket.
class TlsClient {
 public:
  explicit TlsClient(std::uint16_t port, int max_version = TLS1_3_VERSION)
      : wire_(port), context_(SSL_CTX_new(TLS_client_method())) {
    SSL_CTX_set_max_proto_version(context_, max_version);
    static constexpr unsigned char kOffer[] = "\x02h2\x08http/1.1";
    SSL_CTX_set_alpn_protos(context_, kOffer, sizeof kOffer - 1);
    ssl_ = SSL_new(context_);
    SSL_set_fd(ssl_, wire_.fd());
    connected_ = SSL_connect(ssl_) == 1;
  }
  TlsClient(const TlsClient&) = delete;
  TlsClient& operator=(const TlsClient&) = delete;
  ~TlsClient() {
    SSL_free(ssl_);
    SSL_CTX_free(context_);
  }
  bool connected() const { return connected_; }
  std::string version() const { return SSL_get_version(ssl_); }
  std::string cipher() const { return SSL_get_cipher_name(ssl_); }
  std::string protocol() const {
    const unsigned char* chosen = nullptr;
    unsigned size = 0;
    SSL_get0_alpn_selected(ssl_, &chosen, &size);
    return {chosen, chosen + size};
  }
  std::string peer_name() const {
    X509* certificate = SSL_get1_peer_certificate(ssl_);
    char name[256] = "";
    X509_NAME_get_text_by_NID(X509_get_subject_name(certificate), NID_commonName, name, sizeof name);
    X509_free(certificate);
    return name;
  }
  // The status line and what follows, until `mark` was seen or the end.
  std::string ask(const std::string& bytes, const std::string& mark) {
    SSL_write(ssl_, bytes.data(), static_cast<int>(bytes.size()));
    std::string out;
    char piece[16384];
    int n = 0;
    while (out.find(mark) == std::string::npos && (n = SSL_read(ssl_, piece, sizeof piece)) > 0)
      out.append(piece, static_cast<std::size_t>(n));
    return out;
  }

 private:
  WireClient wire_;
  SSL_CTX* context_;
  SSL* ssl_ = nullptr;
  bool connected_ = false;
};

class TlsTest : public testing::Test {
 protected:
  TlsTest() {
    const auto files = make_certificate(folder_.path(), "first");
    cert_ = running_.config.tls_cert_file = files.cert;
    key_ = running_.config.tls_key_file = files.key;
    running_.add("GET", "/echo", echo);
    running_.add("POST", "/echo", echo, 4 * 1024 * 1024);
  }
  void replace(const CertificateFiles& by) {
    std::filesystem::rename(by.cert, cert_);
    std::filesystem::rename(by.key, key_);
  }
  TempFolder folder_;
  std::string cert_, key_;
  RunningServer running_;
};

TEST_F(TlsTest, AnswersOverTls12And13) {
  running_.start();
  for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
    TlsClient client{running_.port(), version};
    ASSERT_TRUE(client.connected());
    EXPECT_EQ(client.protocol(), "http/1.1");
    EXPECT_TRUE(client.cipher().find("GCM") != std::string::npos ||
                client.cipher().find("CHACHA20") != std::string::npos)
        << client.cipher();
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(client.ask(request("GET /echo"), "}").starts_with("HTTP/1.1 200 "));
  }
}

TEST_F(TlsTest, AThreeMegabyteBodyArrives) {
  running_.start();
  TlsClient client{running_.port()};
  const auto answer = client.ask(request("POST /echo", {}, std::string(3 * 1024 * 1024, 'q')), "\"user\":\"\"}");
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 "));
  const auto body = answer.find("\r\n\r\n");
  ASSERT_NE(body, std::string::npos);
  EXPECT_EQ(std::count(answer.begin() + static_cast<std::ptrdiff_t>(body), answer.end(), 'q'),
            3 * 1024 * 1024 + 1);  // and the one of "query"
}

TEST_F(TlsTest, OldVersionsAndPlainTextAreRefused) {
  running_.start();
  const TlsClient old{running_.port(), TLS1_1_VERSION};
  EXPECT_FALSE(old.connected());
  WireClient plain{running_.port()};
  plain.send(request("GET /echo"));
  EXPECT_NE(plain.read().kind, WireAnswer::Kind::kAnswer);
  TlsClient still{running_.port()};
  EXPECT_TRUE(still.ask(request("GET /echo"), "}").starts_with("HTTP/1.1 200 "));
}

TEST_F(TlsTest, ReloadHoldsForNewConnections) {
  running_.start();
  TlsClient before{running_.port()};
  EXPECT_EQ(before.peer_name(), "first");
  replace(make_certificate(folder_.path(), "second"));
  running_.on_thread([this] { running_.server->reload_tls(); });
  TlsClient after{running_.port()};
  EXPECT_EQ(after.peer_name(), "second");
  EXPECT_TRUE(before.ask(request("GET /echo"), "}").starts_with("HTTP/1.1 200 "));
}

TEST_F(TlsTest, ABrokenCertificateKeepsTheOldOne) {
  running_.start();
  std::ofstream{cert_} << "nonsense";
  running_.on_thread([this] { running_.server->reload_tls(); });
  TlsClient client{running_.port()};
  EXPECT_EQ(client.peer_name(), "first");
}

TEST_F(TlsTest, WrongFilesAreToldAtTheStart) {
  const auto other = make_certificate(folder_.path(), "other");
  running_.config.tls_key_file = other.key;
  EXPECT_THROW(running_.start(), base::ConfigError);
  running_.config.tls_key_file = folder_.path() / "missing";
  EXPECT_THROW(running_.start(), base::ConfigError);
  running_.config.tls_key_file = key_;
  running_.config.tls_cert_file = key_;
  EXPECT_THROW(running_.start(), base::ConfigError);
}

TEST_F(TlsTest, StreamsEndProperlyAndNoticeTheEnd) {
  bool ended = false;
  running_.get("/s", [&ended](Request&) -> rt::Task<Response> {
    Response response;
    response.stream = [&ended](StreamWriter& writer) -> rt::Task<void> {
      co_await writer.write("hello");
      try {
        co_await rt::sleep(1h);
      } catch (const boost::system::system_error&) {
        ended = true;
        throw;
      }
    };
    co_return response;
  });
  running_.start();
  {
    TlsClient client{running_.port()};
    EXPECT_NE(client.ask(request("GET /s"), "hello").find("hello"), std::string::npos);
  }
  EXPECT_TRUE(running_.eventually([&] { return ended && running_.server->streams() == 0; }));
}

}  // namespace
}  // namespace hotel::http::test
