// Bodies of POST /messages without messaging_product, receiver and callback data: what an outbox row holds and
// GraphClient completes (contract, chapter 9). Every builder checks the limits of its kind; an error says which member
// is wrong and what would be right. Pure and thread-safe.
#pragma once

#include <boost/json/object.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace hotel::whatsapp {

using Payload = boost::json::object;
using PayloadResult = base::Result<Payload>;

struct Button {
  std::string id;
  std::string title;
};

struct ListRow {
  std::string id;
  std::string title;
  std::string description;
};

struct ListSection {
  std::string title;
  std::vector<ListRow> rows;
};

struct Frame {  // of an interactive message
  std::string header;
  std::string footer;
};

struct MediaSource {
  std::string id;    // of an upload; preferred
  std::string link;  // public HTTPS; exactly one of the two
};

PayloadResult text_payload(std::string body, std::optional<bool> preview_url = std::nullopt);
PayloadResult reaction_payload(std::string message_id, std::string emoji);  // "" takes it back
PayloadResult media_payload(std::string_view kind, const MediaSource& source, std::string caption = {},
                            std::string filename = {}, bool voice = false);
PayloadResult buttons_payload(std::string body, const std::vector<Button>& buttons, const Frame& frame = {});
PayloadResult list_payload(std::string body, std::string button, const std::vector<ListSection>& sections,
                           const Frame& frame = {});
PayloadResult url_payload(std::string body, std::string display_text, std::string url, const Frame& frame = {});
PayloadResult location_payload(double latitude, double longitude, std::string name = {}, std::string address = {});
PayloadResult location_request_payload(std::string body);
PayloadResult contact_request_payload(std::string body);
// {name, language{code}, components?}: as the API takes it and the template list knows it. White space in parameters is
// made one blank, because Meta refuses line breaks, tabs and runs of blanks.
PayloadResult template_payload(Payload described);
PayloadResult read_payload(std::string message_id, bool typing = false);

Payload quoting(Payload payload, std::string_view message_id);  // adds the context; reactions cannot quote

// The one place of the rules: what is wrong with a payload, or nothing. Also for payloads that others wrote.
std::optional<base::Error> fault_of(const Payload& payload);

std::string type_of(const Payload& payload);  // "text" …; "read" and "typing" for marks

// What a person reads of it: body, caption, header and body of interactive ones, a short placeholder for the rest.
// `template_body`: the approved text of the template with {{1}} or {{name}}, when it is known.
std::string render_text(const Payload& payload, std::string_view template_body = {});

// Choices that it offers: {type, button?, buttons|rows:[{id,title,description?}]}; empty for others.
boost::json::object choices_of(const Payload& payload);

}  // namespace hotel::whatsapp
