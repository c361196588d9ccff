#include "http/detail/tls.h"

#include <openssl/ssl.h>
#include <string_view>

#include "base/error.h"

namespace hotel::http::detail {
namespace {
namespace ssl = boost::asio::ssl;

constexpr auto kCiphers = "ECDHE+AESGCM:ECDHE+CHACHA20";

void harden(TlsContext& context) {
  SSL_CTX* native = context.native_handle();
  SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION);
  SSL_CTX_set_options(native, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE);
  SSL_CTX_set_mode(native, SSL_MODE_RELEASE_BUFFERS);
  SSL_CTX_set_cipher_list(native, kCiphers);
}

[[noreturn]] void refuse(std::string_view variable, const std::string& file, const boost::system::error_code& why) {
  throw base::ConfigError({std::string{variable} + ": " + file + " cannot be used (" + why.message() +
                           "); right would be a readable PEM file"});
}

int choose_http11(SSL*, const unsigned char** out, unsigned char* size, const unsigned char* offered,
                  unsigned int length, void*) {
  static constexpr unsigned char kProtocols[] = "\x08http/1.1";
  unsigned char* chosen = nullptr;
  if (SSL_select_next_proto(&chosen, size, kProtocols, sizeof kProtocols - 1, offered, length) !=
      OPENSSL_NPN_NEGOTIATED)
    return SSL_TLSEXT_ERR_NOACK;
  *out = chosen;
  return SSL_TLSEXT_ERR_OK;
}

}  // namespace

std::shared_ptr<TlsContext> server_context(const std::string& cert_file, const std::string& key_file) {
  auto context = std::make_shared<TlsContext>(TlsContext::tls_server);
  harden(*context);
  boost::system::error_code error;
  context->use_certificate_chain_file(cert_file, error);
  if (error) refuse("TLS_CERT_FILE", cert_file, error);
  context->use_private_key_file(key_file, TlsContext::pem, error);
  if (error) refuse("TLS_KEY_FILE", key_file, error);
  if (SSL_CTX_check_private_key(context->native_handle()) != 1)
    throw base::ConfigError({"TLS_KEY_FILE: " + key_file + " does not belong to the certificate " + cert_file});
  SSL_CTX_set_alpn_select_cb(context->native_handle(), choose_http11, nullptr);
  return context;
}

std::shared_ptr<TlsContext> client_context(const std::string& ca_file) {
  auto context = std::make_shared<TlsContext>(TlsContext::tls_client);
  harden(*context);
  boost::system::error_code error;
  if (ca_file.empty())
    context->set_default_verify_paths(error);
  else
    context->load_verify_file(ca_file, error);
  if (error) refuse("certificate authorities", ca_file.empty() ? "the system's store" : ca_file, error);
  context->set_verify_mode(ssl::verify_peer);
  return context;
}

}  // namespace hotel::http::detail
