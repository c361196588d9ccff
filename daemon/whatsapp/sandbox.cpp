#include "whatsapp/sandbox.h"

#include <boost/json/serialize.hpp>
#include <fmt/format.h>
#include <unicode/utf8.h>

#include "base/crypto.h"
#include "whatsapp/media_file.h"
#include "whatsapp/payloads.h"
#include "whatsapp/phone.h"
#include "whatsapp/signature.h"
#include "whatsapp/text_split.h"
#include "wire/ids.h"

namespace hotel::whatsapp {
namespace json = boost::json;
namespace {

using base::ErrorCode;

constexpr std::size_t kMostMedia = 64 * 1024 * 1024;
constexpr std::string_view kDisplayNumber = "15550100001";

// Meta's own form of JSON: ASCII only, and / < % @ escaped.
std::string as_meta(std::string_view text) {
  std::string out;
  out.reserve(text.size() * 2);
  const auto size = static_cast<int32_t>(text.size());
  for (int32_t at = 0; at < size;) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(text.data(), at, size, c);
    if (c == '/') {
      out += "\\/";
    } else if (c == '<') {
      out += "\\u003C";
    } else if (c == '%' || c == '@') {
      out += fmt::format("\\u{:04x}", c);
    } else if (c < 0x80) {
      out.push_back(static_cast<char>(c));
    } else if (c < 0x10000) {
      out += fmt::format("\\u{:04x}", c);
    } else {
      out += fmt::format("\\u{:04x}\\u{:04x}", 0xd7c0 + (c >> 10), 0xdc00 + (c & 0x3ff));
    }
  }
  return out;
}

json::object media_content(const SandboxMedia& media) {
  json::object content{{"id", media.id}, {"mime_type", media.mime_type}, {"sha256", media.sha256_base64}};
  if (!media.filename.empty()) content["filename"] = media.filename;
  if (!media.caption.empty()) content["caption"] = media.caption;
  if (media.kind == "audio") content["voice"] = media.voice;
  return content;
}

}  // namespace

SandboxMessenger::SandboxMessenger(std::filesystem::path media_dir, const base::Clock& clock)
    : media_dir_(std::move(media_dir)), clock_(clock) {}

std::string SandboxMessenger::add_media(std::string bytes) {
  std::string id = wire::new_id(clock_.now());
  media_bytes_ += bytes.size();
  media_.emplace(id, std::move(bytes));
  while (media_bytes_ > kMostMedia && media_.size() > 1) {  // the oldest goes: ids sort by time
    media_bytes_ -= media_.begin()->second.size();
    media_.erase(media_.begin());
  }
  return id;
}

rt::Task<domain::SendOutcome> SandboxMessenger::send(ports::Outgoing message) {
  domain::SendOutcome out;
  if (const auto fault = fault_of(message.payload)) {
    out.what = domain::SendClass::kRefused;
    out.title = "the message breaks a rule of WhatsApp";
    out.detail = fault->detail;
    co_return out;
  }
  out.what = domain::SendClass::kAccepted;
  if (message.payload.contains("status")) co_return out;
  out.external_id = "sandbox." + wire::new_id(clock_.now());
  if (on_sent) on_sent(message, out.external_id);
  co_return out;
}

rt::Task<base::Result<ports::MediaFile>> SandboxMessenger::download(std::string, std::string media_id,
                                                                    std::string expected_sha256) {
  const auto found = media_.find(media_id);
  if (found == media_.end()) co_return base::error(ErrorCode::kNotFound, "the sandbox has no such file");
  co_return store_media(media_dir_, wire::new_id(clock_.now()), found->second, expected_sha256);
}

rt::Task<base::Result<std::string>> SandboxMessenger::upload(std::string, std::string bytes, std::string, std::string) {
  if (bytes.empty()) co_return base::error(ErrorCode::kInvalid, "the file is empty");
  co_return add_media(std::move(bytes));
}

rt::Task<base::Result<ports::NumberInfo>> SandboxMessenger::number(std::string) {
  co_return ports::NumberInfo{std::string{kDisplayNumber}, "SANDBOX"};
}

void SandboxMessenger::set_token(std::string) {}

ports::MessengerHealth SandboxMessenger::health() const {
  ports::MessengerHealth out;
  out.ok = true;
  out.detail = "sandbox: nothing leaves this machine";
  out.checked_at = clock_.now();
  return out;
}

base::Result<SignedBody> sandbox_body(const SandboxMessage& in, const std::string& number_id, const std::string& secret,
                                      wire::Millis now) {
  const auto phone = normalise(in.phone);
  if (!phone) return base::error(ErrorCode::kInvalid, "phone must be a number of 7 to 15 digits with its country code");
  SignedBody out;
  out.external_id = "wamid.sandbox." + wire::new_id(now);
  json::object message{{"from", *phone}, {"id", out.external_id}, {"timestamp", std::to_string(now / 1000)}};
  if (!in.replies_to.empty()) message["context"] = {{"from", kDisplayNumber}, {"id", in.replies_to}};
  if (!in.button_id.empty()) {
    const std::string kind = in.list_row ? "list_reply" : "button_reply";
    message["type"] = "interactive";
    message["interactive"] = {
        {"type", kind},
        {kind, {{"id", in.button_id}, {"title", in.button_title.empty() ? in.button_id : in.button_title}}}};
  } else if (in.media) {
    message["type"] = in.media->kind;
    message[in.media->kind] = media_content(*in.media);
  } else if (!is_blank(in.text)) {
    message["type"] = "text";
    message["text"] = {{"body", in.text}};
  } else {
    return base::error(ErrorCode::kInvalid, "one of text, media and button is needed");
  }
  json::object contact{{"wa_id", *phone}};
  if (!in.name.empty()) contact["profile"] = {{"name", in.name}};
  json::object value{{"messaging_product", "whatsapp"},
                     {"metadata", {{"display_phone_number", kDisplayNumber}, {"phone_number_id", number_id}}},
                     {"contacts", json::array{std::move(contact)}},
                     {"messages", json::array{std::move(message)}}};
  json::object change{{"value", std::move(value)}, {"field", "messages"}};
  json::object entry{{"id", "100000000000001"}, {"changes", json::array{std::move(change)}}};
  out.body = as_meta(
      json::serialize(json::object{{"object", "whatsapp_business_account"}, {"entry", json::array{std::move(entry)}}}));
  out.signature = sign(out.body, secret);
  return out;
}

}  // namespace hotel::whatsapp
