// TLS settings of server and client: TLS 1.2 or newer, forward secrecy and authenticated encryption only.
#pragma once

#include <memory>
#include <string>

#include "http/detail/channel.h"

namespace hotel::http::detail {

// Throws base::ConfigError with a sentence for a file that cannot be read, is no certificate or key, or does not match.
std::shared_ptr<TlsContext> server_context(const std::string& cert_file, const std::string& key_file);

// `ca_file` empty: the system's authorities. Throws base::ConfigError when the file cannot be used.
std::shared_ptr<TlsContext> client_context(const std::string& ca_file);

}  // namespace hotel::http::detail
