// The way out to guests: WhatsApp's Graph API, or the sandbox that keeps everything on this machine.
#pragma once

#include <boost/json/object.hpp>
#include <optional>
#include <string>

#include "base/error.h"
#include "domain/outbox_policy.h"
#include "rt/task.h"
#include "wire/time.h"

namespace hotel::ports {

struct Outgoing {
  std::string number_id;
  std::string to_phone;  // digits; empty: use to_user_id
  std::string to_user_id;
  boost::json::object payload;  // {"type":"text","text":{…}} or {"status":"read",…}
  std::string callback_data;    // comes back in statuses; empty for read marks
};

struct MediaFile {
  std::string path;       // below DATA_DIR/media, named by us
  std::string mime_type;  // by content
  std::string sha256;     // hex
  std::int64_t size = 0;
};

struct NumberInfo {
  std::string display_phone_number;
  std::string quality_rating;
};

struct MessengerHealth {
  std::optional<bool> ok;  // nothing before the first exchange
  std::string detail;
  double latency_ms = 0;
  std::optional<wire::Millis> checked_at;
};

class Messenger {
 public:
  virtual ~Messenger() = default;
  virtual rt::Task<domain::SendOutcome> send(
      Outgoing message) = 0;  // one POST, no retry; never throws for a peer's fault
  virtual rt::Task<base::Result<MediaFile>> download(std::string number_id, std::string media_id,
                                                     std::string expected_sha256_base64) = 0;
  virtual rt::Task<base::Result<std::string>> upload(std::string number_id, std::string bytes, std::string mime_type,
                                                     std::string filename) = 0;
  virtual rt::Task<base::Result<NumberInfo>> number(std::string number_id) = 0;  // also the token's hourly probe
  virtual void set_token(std::string token) = 0;                                 // replaced without restart
  virtual MessengerHealth health() const = 0;
};

}  // namespace hotel::ports
