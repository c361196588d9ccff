// WhatsApp without WhatsApp: for development and demonstrations nothing leaves the machine. Every message is accepted
// with an id of our own; the guest simulator of the console reads the conversation through the API and writes through
// the real webhook with a body that `sandbox_body` signs as Meta would.
//
// Runs on the io_context thread.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/clock.h"
#include "ports/messenger.h"

namespace hotel::whatsapp {

class SandboxMessenger final : public ports::Messenger {
 public:
  SandboxMessenger(std::filesystem::path media_dir, const base::Clock& clock);

  // Called for every accepted message with the id it was given; not for read marks and typing.
  std::function<void(const ports::Outgoing& message, const std::string& external_id)> on_sent;

  // A file that a simulated guest sends; the id goes into the webhook body and is fetched by download() as usual.
  std::string add_media(std::string bytes);

  rt::Task<domain::SendOutcome> send(ports::Outgoing message) override;
  rt::Task<base::Result<ports::MediaFile>> download(std::string number_id, std::string media_id,
                                                    std::string expected_sha256_base64) override;
  rt::Task<base::Result<std::string>> upload(std::string number_id, std::string bytes, std::string mime_type,
                                             std::string filename) override;
  rt::Task<base::Result<ports::NumberInfo>> number(std::string number_id) override;
  void set_token(std::string token) override;
  ports::MessengerHealth health() const override;

 private:
  std::filesystem::path media_dir_;
  const base::Clock& clock_;
  std::map<std::string, std::string> media_;  // bytes by id
  std::size_t media_bytes_ = 0;
};

struct SandboxMedia {
  std::string kind = "image";  // image, video, document, audio, sticker
  std::string id;              // of add_media()
  std::string mime_type, sha256_base64, filename, caption;
  bool voice = false;
};

struct SandboxMessage {
  std::string phone;  // digits, with or without +
  std::string name;
  std::string text;
  std::optional<SandboxMedia> media;
  std::string button_id, button_title;  // a tap on a button or row
  bool list_row = false;
  std::string replies_to;  // wamid
};

struct SignedBody {
  std::string body;
  std::string signature;    // value of X-Hub-Signature-256
  std::string external_id;  // of the message in it
};

// Escaped as Meta does it (non-ASCII as \uXXXX, / < % @ escaped), so that the simulator takes the very way of real
// messages.
base::Result<SignedBody> sandbox_body(const SandboxMessage& message, const std::string& number_id,
                                      const std::string& secret, wire::Millis now);

}  // namespace hotel::whatsapp
