// The recorded bodies of tests/data/whatsapp: 50 webhook bodies and 42 pairs of request and answer.
#pragma once

#include <boost/json/value.hpp>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

namespace hotel::test {

struct WebhookFile {
  std::string file, name, body, signature, app_secret;
  int http = 200;
  std::optional<int> messages, statuses;  // nothing: see the note of the file
};

struct OutboundFile {
  std::string file, name;
  boost::json::value request, response;
};

const std::vector<WebhookFile>& webhook_files();
const WebhookFile& webhook_file(std::string_view name);
const std::vector<OutboundFile>& outbound_files();
const OutboundFile& outbound_file(std::string_view name);

inline void PrintTo(const WebhookFile& file, std::ostream* out) {
  *out << file.file;
}
inline void PrintTo(const OutboundFile& file, std::ostream* out) {
  *out << file.file;
}

inline constexpr const char* kOurNumber = "200000000000001";

}  // namespace hotel::test
