// WhatsApp's Graph API as a Messenger (contract, chapters 9 to 15): completes the body, sends it once, says what the
// answer means; fetches and uploads media. Retries, windows and queues are not its business.
//
// Runs on the io_context thread; digests of files are computed on a small pool of its own. A fault of the peer is a
// value, never an exception. The token leaves only for hosts of a fixed list and never appears in a log or an error.
#pragma once

#include <boost/asio/thread_pool.hpp>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/clock.h"
#include "http/client.h"
#include "ports/messenger.h"

namespace hotel::whatsapp {

struct GraphSettings {
  std::string graph_url = "https://graph.facebook.com";
  std::string api_version = "v25.0";
  std::string access_token;
  std::filesystem::path media_dir;  // made when missing
  std::string user_agent = "hotel-agent";
  std::chrono::milliseconds connect_timeout{5'000};
  std::chrono::milliseconds total_timeout{30'000};
  std::chrono::milliseconds media_timeout{120'000};  // a file of 100 MB over a slow line
};

class GraphClient final : public ports::Messenger {
 public:
  GraphClient(http::Client& http, GraphSettings settings, const base::Clock& clock);
  ~GraphClient() override;

  rt::Task<domain::SendOutcome> send(ports::Outgoing message) override;
  rt::Task<base::Result<ports::MediaFile>> download(std::string number_id, std::string media_id,
                                                    std::string expected_sha256_base64) override;
  rt::Task<base::Result<std::string>> upload(std::string number_id, std::string bytes, std::string mime_type,
                                             std::string filename) override;
  rt::Task<base::Result<ports::NumberInfo>> number(std::string number_id) override;
  void set_token(std::string token) override;
  ports::MessengerHealth health() const override;

 private:
  struct Located {
    std::string url;
    std::string sha256;  // hexadecimal
  };
  struct Fetched {
    bool expired = false;  // the url is too old: ask again
    base::Result<ports::MediaFile> file;
  };

  rt::Task<http::ClientResponse> exchange(http::ClientRequest request);
  http::ClientRequest request(std::string method, const std::string& path) const;
  void note(const http::ClientResponse& response);
  bool may_have_token(const std::string& url) const;
  rt::Task<base::Result<Located>> locate(std::string number_id, std::string media_id);
  rt::Task<Fetched> fetch(std::string url, std::string sha256);

  http::Client& http_;
  GraphSettings settings_;
  const base::Clock& clock_;
  std::string token_;
  ports::MessengerHealth health_;
  boost::asio::thread_pool pool_{1};
};

// The whole body of POST /messages; nothing when the message has no receiver that can be sent to.
std::optional<boost::json::object> complete_body(const ports::Outgoing& message);

}  // namespace hotel::whatsapp
