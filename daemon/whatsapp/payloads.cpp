#include "whatsapp/payloads.h"

#include <boost/json/value.hpp>
#include <fmt/format.h>

#include "wire/codec.h"

namespace hotel::whatsapp {
namespace json = boost::json;
namespace {

PayloadResult checked(Payload payload) {
  if (auto fault = fault_of(payload)) return *std::move(fault);
  return payload;
}

PayloadResult interactive(std::string_view type, std::string body, Payload action, const Frame& frame) {
  Payload content{{"type", type}, {"body", {{"text", std::move(body)}}}, {"action", std::move(action)}};
  if (!frame.header.empty()) content["header"] = {{"type", "text"}, {"text", frame.header}};
  if (!frame.footer.empty()) content["footer"] = {{"text", frame.footer}};
  return checked({{"type", "interactive"}, {"interactive", std::move(content)}});
}

std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (space && (out.empty() || out.back() == ' ')) continue;
    out.push_back(space ? ' ' : c);
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

void tidy_parameters(Payload& content) {
  auto* components = content.if_contains("components");
  auto* list = components ? components->if_array() : nullptr;
  if (!list) return;
  for (auto& item : *list) {
    auto* component = item.if_object();
    auto* parameters = component ? component->if_contains("parameters") : nullptr;
    auto* values = parameters ? parameters->if_array() : nullptr;
    if (!values) continue;
    for (auto& value : *values) {
      auto* parameter = value.if_object();
      auto* text = parameter ? parameter->if_contains("text") : nullptr;
      if (text && text->is_string()) *text = one_line(std::string_view{text->get_string()});
    }
  }
}

std::string joined(std::string first, std::string_view separator, std::string_view second) {
  if (first.empty()) return std::string{second};
  if (!second.empty()) first.append(separator).append(second);
  return first;
}

std::string text_in(const json::value& object, std::string_view key) {
  const auto* inner = wire::member(object, key);
  return inner ? wire::text_of(*inner, "text") : std::string{};
}

void fill_in(std::string& text, std::string_view name, std::string_view value) {
  const std::string mark = "{{" + std::string{name} + "}}";
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size()))
    text.replace(at, mark.size(), value);
}

std::string render_template(const json::value& content, std::string_view body) {
  std::string shown{body}, words;
  if (const auto* components = wire::array_of(content, "components")) {
    for (const auto& component : *components) {
      const auto* parameters = wire::array_of(component, "parameters");
      if (!parameters || wire::text_of(component, "type") != "body") continue;
      int position = 0;
      for (const auto& parameter : *parameters) {
        const std::string value = wire::text_of(parameter, "text"), name = wire::text_of(parameter, "parameter_name");
        fill_in(shown, name.empty() ? std::to_string(++position) : name, value);
        words = joined(std::move(words), ", ", value);
      }
    }
  }
  if (!shown.empty()) return shown;
  return joined("[template] " + wire::text_of(content, "name"), ": ", words);
}

}  // namespace

PayloadResult text_payload(std::string body, std::optional<bool> preview_url) {
  Payload content{{"body", std::move(body)}};
  if (preview_url) content["preview_url"] = *preview_url;
  return checked({{"type", "text"}, {"text", std::move(content)}});
}

PayloadResult reaction_payload(std::string message_id, std::string emoji) {
  Payload content{{"message_id", std::move(message_id)}, {"emoji", std::move(emoji)}};
  return checked({{"type", "reaction"}, {"reaction", std::move(content)}});
}

PayloadResult media_payload(std::string_view kind, const MediaSource& source, std::string caption, std::string filename,
                            bool voice) {
  Payload content;
  if (!source.id.empty()) content["id"] = source.id;
  if (!source.link.empty()) content["link"] = source.link;
  if (!caption.empty()) content["caption"] = std::move(caption);
  if (!filename.empty()) content["filename"] = std::move(filename);
  if (voice) content["voice"] = true;
  return checked({{"type", kind}, {kind, std::move(content)}});
}

PayloadResult buttons_payload(std::string body, const std::vector<Button>& buttons, const Frame& frame) {
  json::array list;
  for (const auto& button : buttons)
    list.push_back({{"type", "reply"}, {"reply", {{"id", button.id}, {"title", button.title}}}});
  return interactive("button", std::move(body), {{"buttons", std::move(list)}}, frame);
}

PayloadResult list_payload(std::string body, std::string button, const std::vector<ListSection>& sections,
                           const Frame& frame) {
  json::array list;
  for (const auto& section : sections) {
    json::array rows;
    for (const auto& row : section.rows) {
      Payload entry{{"id", row.id}, {"title", row.title}};
      if (!row.description.empty()) entry["description"] = row.description;
      rows.push_back(std::move(entry));
    }
    Payload entry{{"rows", std::move(rows)}};
    if (!section.title.empty()) entry["title"] = section.title;
    list.push_back(std::move(entry));
  }
  return interactive("list", std::move(body), {{"button", std::move(button)}, {"sections", std::move(list)}}, frame);
}

PayloadResult url_payload(std::string body, std::string display_text, std::string url, const Frame& frame) {
  Payload parameters{{"display_text", std::move(display_text)}, {"url", std::move(url)}};
  return interactive("cta_url", std::move(body), {{"name", "cta_url"}, {"parameters", std::move(parameters)}}, frame);
}

PayloadResult location_payload(double latitude, double longitude, std::string name, std::string address) {
  // Documented as texts; fmt writes a point whatever the locale.
  Payload content{{"latitude", fmt::format("{:.6f}", latitude)}, {"longitude", fmt::format("{:.6f}", longitude)}};
  if (!name.empty()) content["name"] = std::move(name);
  if (!address.empty()) content["address"] = std::move(address);
  return checked({{"type", "location"}, {"location", std::move(content)}});
}

PayloadResult location_request_payload(std::string body) {
  return interactive("location_request_message", std::move(body), {{"name", "send_location"}}, {});
}

PayloadResult contact_request_payload(std::string body) {
  return interactive("contact_request", std::move(body), {{"name", "request_contact_info"}}, {});
}

PayloadResult template_payload(Payload described) {
  Payload content;  // only what Graph knows, whatever the caller's object holds besides
  for (const std::string_view key : {"name", "language", "components"})
    if (const auto* found = described.if_contains(key); found && !found->is_null()) content[key] = *found;
  if (auto* language = content.if_contains("language"); language && language->is_string()) {
    json::value code = *language;
    content["language"] = {{"code", std::move(code)}};
  }
  tidy_parameters(content);
  return checked({{"type", "template"}, {"template", std::move(content)}});
}

PayloadResult read_payload(std::string message_id, bool typing) {
  Payload payload{{"status", "read"}, {"message_id", std::move(message_id)}};
  if (typing) payload["typing_indicator"] = {{"type", "text"}};
  return checked(std::move(payload));
}

Payload quoting(Payload payload, std::string_view message_id) {
  if (!message_id.empty() && type_of(payload) != "reaction") payload["context"] = {{"message_id", message_id}};
  return payload;
}

std::string type_of(const Payload& payload) {
  if (payload.contains("status")) return payload.contains("typing_indicator") ? "typing" : "read";
  const auto* type = payload.if_contains("type");
  return type && type->is_string() ? std::string{type->get_string()} : std::string{};
}

std::string render_text(const Payload& payload, std::string_view template_body) {
  const std::string type = type_of(payload);
  const auto* content = payload.if_contains(type);
  if (!content || !content->is_object()) return {};
  if (type == "text") return wire::text_of(*content, "body");
  if (type == "template") return render_template(*content, template_body);
  if (type == "reaction") {
    auto emoji = wire::text_of(*content, "emoji");
    return emoji.empty() ? "[reaction removed]" : emoji;
  }
  if (type == "interactive")
    return joined(joined(text_in(*content, "header"), "\n", text_in(*content, "body")), "\n",
                  text_in(*content, "footer"));
  if (type == "location") {
    auto words = joined(wire::text_of(*content, "name"), ", ", wire::text_of(*content, "address"));
    if (words.empty()) words = wire::text_of(*content, "latitude") + ", " + wire::text_of(*content, "longitude");
    return "[location] " + words;
  }
  if (auto caption = wire::text_of(*content, "caption"); !caption.empty()) return caption;
  const auto filename = wire::text_of(*content, "filename");
  return joined("[" + (wire::flag_of(*content, "voice") ? std::string{"voice note"} : type) + "]", " ", filename);
}

json::object choices_of(const Payload& payload) {
  json::object out;
  const auto* content = payload.if_contains("interactive");
  const auto* action = content ? wire::member(*content, "action") : nullptr;
  if (!action) return out;
  json::array choices;
  if (const auto* buttons = wire::array_of(*action, "buttons")) {
    for (const auto& button : *buttons)
      if (const auto* reply = wire::member(button, "reply")) choices.push_back(*reply);
    out["buttons"] = std::move(choices);
  } else if (const auto* sections = wire::array_of(*action, "sections")) {
    for (const auto& section : *sections)
      if (const auto* rows = wire::array_of(section, "rows"))
        for (const auto& row : *rows) choices.push_back(row);
    out["button"] = wire::text_of(*action, "button");
    out["rows"] = std::move(choices);
  } else if (const auto* parameters = wire::object_of(*action, "parameters")) {
    out["url"] = *parameters;
  } else {
    return out;
  }
  out["type"] = wire::text_of(*content, "type");
  return out;
}

}  // namespace hotel::whatsapp
