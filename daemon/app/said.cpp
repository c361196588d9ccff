// Reading what a person wants to say, and refusing what WhatsApp would refuse (contract, chapter 9), with what would be
// right.
#include <array>

#include "app/desk.h"
#include "wire/codec.h"

namespace hotel::app {
using base::ErrorCode;
namespace json = boost::json;
namespace {

base::Error invalid(std::string detail) {
  return base::error(ErrorCode::kInvalid, std::move(detail));
}

bool blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::optional<base::Error> fault_of_template(const json::object& value) {
  if (wire::text_of(value, "name").empty())
    return invalid("template: Graph's object {name, language:{code}, components}");
  const auto* language = wire::object_of(value, "language");
  if (!language || wire::text_of(*language, "code").empty())
    return invalid("template.language.code: the exact code of the approved template, such as es or pt_BR");
  return std::nullopt;
}

std::optional<base::Error> fault_of_media(const json::object& value) {
  static constexpr std::array<std::string_view, 5> kTypes{"image", "video", "document", "audio", "sticker"};
  const auto type = wire::text_of(value, "type");
  if (std::find(kTypes.begin(), kTypes.end(), type) == kTypes.end())
    return invalid("media.type: one of image, video, document, audio, sticker");
  const int sources = !wire::text_of(value, "id").empty() + !wire::text_of(value, "link").empty() +
                      !wire::text_of(value, "data").empty();
  if (sources != 1)
    return invalid("media: exactly one of id (of WhatsApp), link (https) and data (base64, with mime_type)");
  if (const auto link = wire::text_of(value, "link"); !link.empty() && !link.starts_with("https://"))
    return invalid("media.link: begins with https://");
  if (!wire::text_of(value, "data").empty() && wire::text_of(value, "mime_type").empty())
    return invalid("media.mime_type: the type of data, such as image/jpeg");
  const auto caption = wire::text_of(value, "caption");
  if (!caption.empty() && (type == "audio" || type == "sticker"))
    return invalid("media.caption: audio and stickers have none");
  if (utf16_units(caption) > kCaptionLimit) return invalid("media.caption: at most 1024 characters");
  return std::nullopt;
}

}  // namespace

std::size_t utf16_units(std::string_view utf8) {
  std::size_t units = 0;
  for (const char c : utf8) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) == 0x80U) continue;
    units += byte >= 0xF0U ? 2 : 1;  // beyond the basic plane: a surrogate pair
  }
  return units;
}

Result<Said> said_from_json(const json::object& body, std::string_view idempotency_key) {
  Said said;
  said.client_id = wire::text_of(body, "client_id");
  if (said.client_id.empty()) said.client_id = idempotency_key;
  if (said.client_id.empty() || said.client_id.size() > 255)
    return invalid("client_id: your own unique id of this message, at most 255 bytes; the same id is sent once");
  const auto seen = wire::integer_of(body, "last_seen_seq");
  if (!seen || *seen < 0)
    return invalid("last_seen_seq: as_of_seq of the message list you answer, or the number of the last event you saw");
  said.last_seen_seq = *seen;
  said.text = wire::text_of(body, "text");
  said.reply_to = wire::text_of(body, "reply_to");
  if (const auto* object = wire::object_of(body, "template")) said.template_object = *object;
  if (const auto* object = wire::object_of(body, "media")) said.media = *object;
  const int kinds = !said.text.empty() + !said.template_object.empty() + !said.media.empty();
  if (kinds != 1) return invalid("exactly one of text, template and media, not empty");
  if (!said.template_object.empty()) {
    if (auto fault = fault_of_template(said.template_object)) return *fault;
  } else if (!said.media.empty()) {
    if (auto fault = fault_of_media(said.media)) return *fault;
  } else {
    if (blank(said.text)) return invalid("text: WhatsApp sends no blank text");
    if (const auto units = utf16_units(said.text); units > kTextLimit)
      return invalid("text: at most 4096 characters, this one has " + std::to_string(units) + "; send it in parts");
  }
  return said;
}

}  // namespace hotel::app
