// Self-signed certificates, made when a test needs them: no key in the repository, no expiry date that breaks a build
// one day.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace hotel::http::test {

struct CertificateFiles {
  std::string cert, key;
};

// `names`: "DNS:localhost", "IP:127.0.0.1"
CertificateFiles make_certificate(const std::filesystem::path& folder, const std::string& common_name,
                                  const std::string& names = "DNS:localhost,IP:127.0.0.1");

// A folder of its own, removed at the end.
class TempFolder {
 public:
  TempFolder();
  ~TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace hotel::http::test
