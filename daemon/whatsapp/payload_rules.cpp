// Shapes and limits of what is sent (contract, chapter 9).
#include <algorithm>
#include <array>
#include <boost/json/value.hpp>
#include <fmt/format.h>
#include <set>

#include "whatsapp/payloads.h"
#include "whatsapp/text_split.h"
#include "wire/codec.h"

namespace hotel::whatsapp {
namespace json = boost::json;
namespace {

using Fault = std::optional<base::Error>;

Fault wrong(std::string text) {
  return base::error(base::ErrorCode::kInvalid, std::move(text));
}

std::string text_at(const Payload& object, std::string_view key) {
  const auto* found = object.if_contains(key);
  const auto* text = found ? found->if_string() : nullptr;
  return text ? std::string{*text} : std::string{};
}

const Payload* object_at(const Payload& object, std::string_view key) {
  const auto* found = object.if_contains(key);
  return found ? found->if_object() : nullptr;
}

const json::array* list_at(const Payload& object, std::string_view key) {
  const auto* found = object.if_contains(key);
  return found ? found->if_array() : nullptr;
}

Fault length(std::string_view what, std::string_view text, std::size_t least, std::size_t most) {
  const auto units = utf16_length(text);
  if (units < least || (least > 0 && is_blank(text))) return wrong(fmt::format("{} must not be empty", what));
  if (units > most) return wrong(fmt::format("{} has {} characters; at most {} are allowed", what, units, most));
  return std::nullopt;
}

Fault edges(std::string_view what, std::string_view text) {
  return trim(text) == text ? std::nullopt : wrong(fmt::format("{} must not begin or end with a blank", what));
}

class Distinct {
 public:
  Fault add(std::string_view what, const std::string& value) {
    return seen_.insert(value).second
               ? std::nullopt
               : wrong(fmt::format("{} must differ from each other; «{}» comes twice", what, value));
  }

 private:
  std::set<std::string> seen_;
};

Fault text_fault(const Payload& text) {
  return length("the text", text_at(text, "body"), 1, kTextLimit);
}

Fault media_fault(std::string_view kind, const Payload& media) {
  const auto id = text_at(media, "id"), link = text_at(media, "link"), caption = text_at(media, "caption");
  if (id.empty() == link.empty()) return wrong(fmt::format("{} needs exactly one of id and link", kind));
  if (!link.empty() && !link.starts_with("https://") && !link.starts_with("http://"))
    return wrong("link must be a public https:// address");
  if (!caption.empty() && (kind == "audio" || kind == "sticker"))
    return wrong(fmt::format("{} takes no caption; send the words as a text of their own", kind));
  if (media.contains("filename") && kind != "document") return wrong("only a document takes a filename");
  return length("the caption", caption, 0, kInteractiveLimit);
}

Fault reaction_fault(const Payload& reaction) {
  if (text_at(reaction, "message_id").empty()) return wrong("a reaction needs the message_id it belongs to");
  const auto* emoji = reaction.if_contains("emoji");
  if (!emoji || !emoji->is_string()) return wrong("a reaction needs an emoji, or an empty text to take it back");
  const auto text = text_at(reaction, "emoji");
  if (utf16_length(text) > 32) return wrong("a reaction is one emoji");
  return std::nullopt;
}

Fault location_fault(const Payload& place) {
  for (const auto& [key, limit] : {std::pair{"latitude", 90.0}, std::pair{"longitude", 180.0}}) {
    const auto value = wire::number_of(json::value(place), key);
    if (!value || !(*value >= -limit && *value <= limit))
      return wrong(fmt::format("{} must be a number between -{} and {}", key, limit, limit));
  }
  return std::nullopt;
}

Fault buttons_fault(const Payload& action) {
  const auto* buttons = list_at(action, "buttons");
  if (!buttons || buttons->empty() || buttons->size() > 3)
    return wrong("between 1 and 3 buttons are allowed; a list takes up to 10 rows");
  Distinct ids, titles;
  for (const auto& item : *buttons) {
    const auto* button = item.if_object();
    const auto* reply = button ? object_at(*button, "reply") : nullptr;
    if (!reply || text_at(*button, "type") != "reply")
      return wrong("a button must be {type:\"reply\",reply:{id,title}}");
    const auto id = text_at(*reply, "id"), title = text_at(*reply, "title");
    if (auto fault = length("the id of a button", id, 1, 256)) return fault;
    if (auto fault = length("the title of a button", title, 1, 20)) return fault;
    if (auto fault = edges("the id of a button", id)) return fault;
    if (auto fault = edges("the title of a button", title)) return fault;
    if (auto fault = ids.add("ids of buttons", id)) return fault;
    if (auto fault = titles.add("titles of buttons", title)) return fault;
  }
  return std::nullopt;
}

Fault row_fault(const json::value& value, Distinct& ids) {
  const auto* row = value.if_object();
  if (!row) return wrong("a row of a list must be an object {id,title,description?}");
  const auto id = text_at(*row, "id");
  if (auto fault = length("the id of a row", id, 1, 200)) return fault;
  if (auto fault = length("the title of a row", text_at(*row, "title"), 1, 24)) return fault;
  if (auto fault = length("the description of a row", text_at(*row, "description"), 0, 72)) return fault;
  return ids.add("ids of rows", id);
}

Fault list_fault(const Payload& action) {
  if (auto fault = length("the button of a list", text_at(action, "button"), 1, 20)) return fault;
  const auto* sections = list_at(action, "sections");
  if (!sections || sections->empty() || sections->size() > 10) return wrong("a list has between 1 and 10 sections");
  std::size_t rows = 0;
  Distinct ids;
  for (const auto& item : *sections) {
    const auto* section = item.if_object();
    const auto* own = section ? list_at(*section, "rows") : nullptr;
    if (!own || own->empty()) return wrong("a section of a list needs rows");
    if (auto fault = length("the title of a section", text_at(*section, "title"), sections->size() > 1 ? 1 : 0, 24))
      return fault;
    rows += own->size();
    for (const auto& row : *own)
      if (auto fault = row_fault(row, ids)) return fault;
  }
  if (rows > 10)
    return wrong(
        fmt::format("a list has at most 10 rows over all sections, not {}; more choices go into a text", rows));
  return std::nullopt;
}

Fault url_fault(const Payload& action) {
  const auto* parameters = object_at(action, "parameters");
  if (!parameters) return wrong("a URL button needs parameters{display_text,url}");
  if (auto fault = length("the label of a URL button", text_at(*parameters, "display_text"), 1, 20)) return fault;
  const auto url = text_at(*parameters, "url");
  if (!url.starts_with("https://") && !url.starts_with("http://"))
    return wrong("the address of a URL button must begin with https://");
  return std::nullopt;
}

Fault action_name(const Payload& action, std::string_view name) {
  return text_at(action, "name") == name ? std::nullopt : wrong(fmt::format("the action's name must be {}", name));
}

Fault interactive_fault(const Payload& interactive) {
  const auto type = text_at(interactive, "type");
  const auto* action = object_at(interactive, "action");
  const auto* body = object_at(interactive, "body");
  if (!action) return wrong("an interactive message needs an action");
  if (auto fault = length("the body", body ? text_at(*body, "text") : "", 1, kInteractiveLimit)) return fault;
  if (const auto* header = object_at(interactive, "header")) {
    const auto kind = text_at(*header, "type");
    if (kind == "text" || kind.empty())
      if (auto fault = length("the header", text_at(*header, "text"), 1, 60)) return fault;
  }
  if (const auto* footer = object_at(interactive, "footer"))
    if (auto fault = length("the footer", text_at(*footer, "text"), 1, 60)) return fault;
  if (type == "button") return buttons_fault(*action);
  if (type == "list") return list_fault(*action);
  if (type == "cta_url") return url_fault(*action);
  if (type == "location_request_message") return action_name(*action, "send_location");
  if (type == "contact_request") return action_name(*action, "request_contact_info");
  return wrong(
      "the type of an interactive message must be button, list, cta_url, location_request_message or contact_request");
}

Fault parameter_fault(const json::value& value) {
  const auto* parameter = value.if_object();
  if (!parameter) return wrong("a parameter of a template must be an object {type,…}");
  if (text_at(*parameter, "type") != "text") return std::nullopt;
  const auto text = text_at(*parameter, "text");
  if (is_blank(text)) return wrong("a text parameter of a template must not be empty");
  if (text.find_first_of("\n\r\t") != std::string::npos || text.find("     ") != std::string::npos)
    return wrong("a text parameter of a template must hold no line break, no tab and at most 4 blanks in a row");
  return length("a text parameter of a template", text, 1, kInteractiveLimit);
}

Fault template_fault(const Payload& content) {
  if (text_at(content, "name").empty()) return wrong("a template needs its name");
  const auto* language = object_at(content, "language");
  if (!language || text_at(*language, "code").empty())
    return wrong("a template needs language.code, exactly as it was approved (es is not es_AR)");
  const auto* components = content.if_contains("components");
  if (!components || components->is_null()) return std::nullopt;
  if (!components->is_array()) return wrong("the components of a template must be a list");
  for (const auto& item : components->get_array()) {
    const auto* component = item.if_object();
    const auto type = component ? text_at(*component, "type") : "";
    if (type != "header" && type != "body" && type != "button")
      return wrong("a component of a template must have the type header, body or button");
    const auto* parameters = list_at(*component, "parameters");
    if (!parameters) continue;
    for (const auto& parameter : *parameters)
      if (auto fault = parameter_fault(parameter)) return fault;
  }
  return std::nullopt;
}

Fault read_fault(const Payload& payload) {
  if (text_at(payload, "status") != "read") return wrong("the only status that can be sent is read");
  return text_at(payload, "message_id").empty() ? wrong("a read mark needs a message_id") : std::nullopt;
}

}  // namespace

Fault fault_of(const Payload& payload) {
  if (payload.contains("status")) return read_fault(payload);
  const auto type = text_at(payload, "type");
  constexpr std::array<std::string_view, 10> kTypes{"text",  "reaction", "location", "interactive", "template",
                                                    "image", "video",    "document", "audio",       "sticker"};
  if (std::find(kTypes.begin(), kTypes.end(), type) == kTypes.end())
    return wrong(
        "type must be text, reaction, location, interactive, template, image, video, document, audio or sticker");
  const auto* content = object_at(payload, type);
  if (!content) return wrong(fmt::format("the object {} is missing", type));
  if (type == "text") return text_fault(*content);
  if (type == "reaction")
    return payload.contains("context") ? wrong("a reaction cannot quote") : reaction_fault(*content);
  if (type == "location") return location_fault(*content);
  if (type == "interactive") return interactive_fault(*content);
  if (type == "template") return template_fault(*content);
  return media_fault(type, *content);
}

}  // namespace hotel::whatsapp
