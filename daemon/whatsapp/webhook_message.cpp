// What a message says, by its type (contract, chapter 6). The text is what a person reads in the list of messages; for
// types without words it is a short placeholder in brackets, and the console shows them by type.
#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include "domain/reply_window.h"
#include "whatsapp/mend.h"
#include "whatsapp/webhook_read.h"

namespace hotel::whatsapp {
namespace json = boost::json;
namespace {

constexpr std::size_t kFormDepth = 16;

std::string bracket(std::string_view what, std::string_view more = {}) {
  return more.empty() ? fmt::format("[{}]", what) : fmt::format("[{}] {}", what, more);
}

bool is_media(std::string_view type) {
  return type == "image" || type == "video" || type == "document" || type == "audio" || type == "sticker";
}

void read_media(std::string_view type, const json::object* content, wire::Message& m) {
  if (!content) {
    m.media = json::object{{"mime_type", ""}, {"state", "failed"}};
    m.text = bracket(type);
    return;
  }
  const std::string id = read::text(*content, "id");
  m.media["state"] = id.empty() ? "failed" : "pending";
  if (!id.empty()) m.media["id"] = id;
  m.media["mime_type"] = read::text(*content, "mime_type");
  for (const std::string_view key : {"sha256", "filename"})
    if (auto value = read::text(*content, key); !value.empty()) m.media[key] = value;
  for (const std::string_view key : {"voice", "animated"})
    if (read::flag(*content, key)) m.media[key] = true;
  m.text = read::text(*content, "caption");
  if (m.text.empty())
    m.text = bracket(read::flag(*content, "voice") ? "voice note" : type, read::text(*content, "filename"));
}

std::string location_text(const json::object& place) {
  std::string words = read::text(place, "name");
  if (const auto address = read::text(place, "address"); !address.empty())
    words += (words.empty() ? "" : ", ") + address;
  if (words.empty()) words = read::text(place, "latitude") + ", " + read::text(place, "longitude");
  return bracket("location", words == ", " ? "" : words);
}

std::string card_text(const json::object& card) {
  std::string words;
  if (const auto* name = read::object(card, "name")) {
    words = read::text(*name, "formatted_name");
    if (words.empty()) words = read::text(*name, "first_name");
  }
  if (const auto* company = read::object(card, "org"); words.empty() && company)
    words = read::text(*company, "company");
  if (const auto* phones = read::array(card, "phones")) {
    for (const auto& item : *phones) {
      const auto* phone = item.if_object();
      const std::string number = phone ? read::text(*phone, "phone") : std::string{};
      if (!number.empty()) words += (words.empty() ? "" : " ") + number;
    }
  }
  return words;
}

std::string cards_text(const json::array& cards) {
  std::string all;
  for (const auto& item : cards) {
    const auto* card = item.if_object();
    const std::string words = card ? card_text(*card) : std::string{};
    if (!words.empty()) all += (all.empty() ? "" : "; ") + words;
  }
  return bracket("contact", all);
}

// A card that the guest sent with our button «share your number»: proof that user and phone belong together.
void read_shared_number(const json::array& cards, Inbound& in) {
  for (const auto& item : cards) {
    const auto* card = item.if_object();
    if (!card || read::view(*card, "origin") != "contact_request" || !in.who.known()) continue;
    const auto* phones = read::array(*card, "phones");
    if (!phones) continue;
    for (const auto& phone : *phones) {
      const auto* object = phone.if_object();
      IdentityMove move{in.message.number_id, in.who, {}, false, in.message.shown.sent_at};
      if (object) move.after.wa_id = read::phone(*object, "wa_id");
      if (!move.after.wa_id.empty() && move.after.wa_id != in.who.wa_id) in.moves.push_back(std::move(move));
    }
  }
}

void read_form(const json::object& form, wire::Message& m) {
  m.interactive["name"] = read::text(form, "name");
  m.text = bracket("form", read::text(form, "body"));
  const auto answers = parse_mended(read::view(form, "response_json"), kFormDepth);
  if (answers && answers->is_object()) m.interactive["answers"] = *answers;
}

void read_interactive(const json::object* content, wire::Message& m) {
  if (!content) {
    m.text = bracket("interactive");
    return;
  }
  std::string kind = read::text(*content, "type");
  if (kind.empty() && !content->empty())  // the inner object names itself
    for (const auto& [key, value] : *content)
      if (value.is_object()) kind = std::string{key};
  m.interactive["type"] = kind;
  const auto* reply = read::object(*content, kind);
  if (!reply) {
    m.text = bracket(kind.empty() ? "interactive" : kind);
    return;
  }
  if (kind == "nfm_reply") return read_form(*reply, m);
  for (const std::string_view key : {"id", "title", "description", "response"})
    if (auto value = read::text(*reply, key); !value.empty()) m.interactive[key] = value;
  m.text = read::text(*reply, "title");
  if (m.text.empty()) m.text = bracket(kind, read::text(*reply, "response"));
}

void read_button(const json::object* content, wire::Message& m) {
  m.interactive["type"] = "button";
  if (content) {
    m.text = read::text(*content, "text");
    const std::string payload = read::text(*content, "payload");
    m.interactive["id"] = payload.empty() ? m.text : payload;
    m.interactive["title"] = m.text;
  }
  if (m.text.empty()) m.text = bracket("button", content ? read::text(*content, "payload") : "");
}

std::string order_text(const json::object* content) {
  if (!content) return bracket("order");
  std::string words = read::text(*content, "text");
  if (const auto* items = read::array(*content, "product_items")) {
    for (const auto& item : *items) {
      const auto* product = item.if_object();
      if (!product) continue;
      words += (words.empty() ? "" : ", ") + read::text(*product, "quantity") + " x " +
               read::text(*product, "product_retailer_id");
    }
  }
  return bracket("order", words);
}

void read_system(const json::object* content, Inbound& in) {
  auto& m = in.message.shown;
  m.author = {wire::AuthorKind::kSystem, ""};
  m.text = content ? read::text(*content, "body") : "";
  if (m.text.empty()) m.text = bracket("system", content ? read::text(*content, "type") : "");
  if (!content) return;
  const std::string_view type = read::view(*content, "type");
  Identity told{
      read::phone(*content, "wa_id"), read::text(*content, "user_id"), read::text(*content, "parent_user_id"), {}, {}};
  if (told.wa_id.empty()) told.wa_id = read::phone(*content, "new_wa_id");  // before v12
  const bool changed =
      type == "user_changed_number" || type == "customer_changed_number" || type == "user_changed_user_id";
  if (!in.who.known()) {
    in.who = told;
  } else if (changed && told.known()) {
    in.moves.push_back({in.message.number_id, in.who, std::move(told), true, m.sent_at});
  }
}

void read_edit(const json::object* content, Inbound& in) {
  auto& m = in.message.shown;
  if (content) m.reply_to = read::text(*content, "original_message_id");
  const auto* inner = content ? read::object(*content, "message") : nullptr;
  if (!inner) {
    m.text = bracket("edited");
    return;
  }
  Inbound edited;
  const std::string type = read::text(*inner, "type");
  if (type != "edit") read_content(*inner, edited);
  m.text = bracket("edited", edited.message.shown.text);
  m.media = std::move(edited.message.shown.media);
}

void read_text(const json::object* content, wire::Message& m) {
  if (content) m.text = read::text(*content, "body");
  if (m.text.empty()) m.text = bracket("text");
}

void read_reaction(const json::object* content, wire::Message& m) {
  if (content) {
    m.text = read::text(*content, "emoji");
    m.reply_to = read::text(*content, "message_id");
  }
  if (m.text.empty()) m.text = bracket("reaction removed");
}

void read_by_type(const json::object& element, Inbound& in) {
  auto& m = in.message.shown;
  const std::string_view type = m.type;
  const auto* content = read::object(element, type);
  if (type == "text") return read_text(content, m);
  if (is_media(type)) return read_media(type, content, m);
  if (type == "interactive") return read_interactive(content, m);
  if (type == "button") return read_button(content, m);
  if (type == "reaction") return read_reaction(content, m);
  if (type == "system") return read_system(content, in);
  if (type == "edit") return read_edit(content, in);
  if (type == "location") {
    m.text = content ? location_text(*content) : bracket("location");
  } else if (type == "contacts") {
    const auto* cards = read::array(element, "contacts");
    m.text = cards ? cards_text(*cards) : bracket("contact");
    if (cards) read_shared_number(*cards, in);
  } else if (type == "order") {
    m.text = order_text(content);
  } else if (type == "revoke") {
    if (content) m.reply_to = read::text(*content, "original_message_id");
    m.text = bracket("deleted");
  } else if (type == "request_welcome") {
    m.text = bracket("chat opened");
  } else if (type == "unsupported" || type == "unknown") {
    m.text = bracket("unsupported", content ? read::text(*content, "type") : "");
  } else {
    m.text = bracket(type.empty() ? "unknown" : type.substr(0, 40));
  }
}

}  // namespace

void read_content(const json::object& element, Inbound& in) {
  auto& m = in.message.shown;
  m.type = read::text(element, "type");
  if (m.type.empty()) m.type = "unknown";
  if (const auto* context = read::object(element, "context")) m.reply_to = read::text(*context, "id");
  read_by_type(element, in);
  if (const auto* errors = read::array(element, "errors"); errors && !errors->empty())
    if (const auto* first = errors->front().if_object()) m.error = read::error(*first);
  in.opens_window = domain::opens_window(m.type);
  in.message.wants_answer = in.group_id.empty() && domain::wants_answer(m.type);
}

}  // namespace hotel::whatsapp
