#include "certificate.h"

#include <cstdio>
#include <memory>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <stdexcept>
#include <stdlib.h>

namespace hotel::http::test {
namespace {

template <class T, void (*F)(T*)>
struct Freed {
  void operator()(T* p) const { F(p); }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY, EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509, X509_free>>;

struct Closed {
  void operator()(FILE* f) const { std::fclose(f); }
};

void must(bool ok, const char* what) {
  if (!ok) throw std::runtime_error(std::string{"cannot make a certificate: "} + what);
}

}  // namespace

CertificateFiles make_certificate(const std::filesystem::path& folder, const std::string& common_name,
                                  const std::string& names) {
  const Key key{EVP_EC_gen("P-256")};
  const Certificate certificate{X509_new()};
  must(key && certificate, "key");
  X509_set_version(certificate.get(), 2);
  static long serial = 1;
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), ++serial);
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
  X509_set_pubkey(certificate.get(), key.get());
  X509_NAME* name = X509_get_subject_name(certificate.get());
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(common_name.c_str()), -1,
                             -1, 0);
  X509_set_issuer_name(certificate.get(), name);
  X509_EXTENSION* alternative = X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, names.c_str());
  must(alternative, "names");
  X509_add_ext(certificate.get(), alternative, -1);
  X509_EXTENSION_free(alternative);
  must(X509_sign(certificate.get(), key.get(), EVP_sha256()) > 0, "signature");

  const CertificateFiles files{(folder / (common_name + ".crt")).string(), (folder / (common_name + ".key")).string()};
  const std::unique_ptr<FILE, Closed> cert_file{std::fopen(files.cert.c_str(), "w")},
      key_file{std::fopen(files.key.c_str(), "w")};
  must(cert_file && key_file, "files");
  must(PEM_write_X509(cert_file.get(), certificate.get()) == 1 &&
           PEM_write_PrivateKey(key_file.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1,
       "PEM");
  return files;
}

TempFolder::TempFolder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "hotel-http-XXXXXX").string();
  must(::mkdtemp(pattern.data()) != nullptr, "folder");
  path_ = pattern;
}

TempFolder::~TempFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace hotel::http::test
