// Meta's shapes and limits of POST /messages, and the errors it answers with.
#include <algorithm>
#include <boost/json/value.hpp>
#include <map>
#include <regex>

#include "support/fake_graph/fake_graph.h"

namespace hotel::test::fake_graph {
namespace json = boost::json;
namespace {

struct Refusal {
  int code;
  std::string message, details;
};

void need(bool condition, int code, std::string details, std::string message = {}) {
  if (!condition) throw Refusal{code, std::move(message), std::move(details)};
}

const json::value* at(const json::value& value, std::string_view key) {
  const auto* object = value.if_object();
  return object ? object->if_contains(key) : nullptr;
}

std::string text(const json::value& value, std::string_view key) {
  const auto* found = at(value, key);
  return found && found->is_string() ? std::string{found->get_string()} : std::string{};
}

json::value inner(const json::value& value, std::string_view key) {
  const auto* found = at(value, key);
  return found ? *found : json::value{};
}

json::array list(const json::value& value, std::string_view key) {
  const auto* found = at(value, key);
  return found && found->is_array() ? found->get_array() : json::array{};
}

std::size_t code_points(std::string_view utf8) {
  return static_cast<std::size_t>(
      std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

bool blank(std::string_view words) {
  return words.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

void length(const std::string& words, std::size_t least, std::size_t most, const std::string& what) {
  const auto size = code_points(words);
  need(size >= least && size <= most, 131009,
       what + " length invalid. Min length: " + std::to_string(least) + ", Max length: " + std::to_string(most));
}

void distinct(std::vector<std::string> values, const std::string& what) {
  std::sort(values.begin(), values.end());
  need(std::adjacent_find(values.begin(), values.end()) == values.end(), 131009, what + " are not unique");
}

class Judge {
 public:
  explicit Judge(Verdict& out) : out_(out) {}

  void whole(const json::value& body) {
    need(body.is_object(), 100, "", "(#100) The body is not a JSON object.");
    need(text(body, "messaging_product") == "whatsapp", 100, "", "(#100) The parameter messaging_product is required.");
    if (text(body, "status") == "read") {
      need(!text(body, "message_id").empty(), 131008, "message_id is missing");
      out_.kind = at(body, "typing_indicator") ? "typing" : "read";
      return;
    }
    receiver(body);
    need(text(body, "biz_opaque_callback_data").size() <= 512, 131009, "biz_opaque_callback_data is too long");
    out_.kind = text(body, "type").empty() ? "text" : text(body, "type");
    const auto content = inner(body, out_.kind);
    const std::vector<std::string> media{"image", "video", "document", "audio", "sticker"};
    if (std::find(media.begin(), media.end(), out_.kind) != media.end()) return this->media(content);
    if (out_.kind == "text") return words(content);
    if (out_.kind == "interactive") return interactive(content);
    if (out_.kind == "template") return template_(content);
    if (out_.kind == "location") return location(content);
    if (out_.kind == "reaction") {
      need(!text(content, "message_id").empty(), 131008, "reaction: message_id is missing");
      need(at(content, "emoji") != nullptr, 131008, "reaction: emoji is missing");
      return;
    }
    need(false, 100, "",
         "(#100) Param type must be one of {AUDIO, CONTACTS, DOCUMENT, IMAGE, INTERACTIVE, LOCATION, REACTION, "
         "STICKER, TEMPLATE, TEXT, VIDEO}");
  }

 private:
  void broken_rule(std::string sentence) { out_.violations.push_back(std::move(sentence)); }

  void receiver(const json::value& body) {
    const auto to = text(body, "to"), user = text(body, "recipient");
    need(!to.empty() || !user.empty(), 100, "", "(#100) The parameter to is required.");
    if (!to.empty()) {
      need(std::regex_match(to, std::regex{R"(\+?[\d \-()]{5,25})"}), 131009, "to is not a phone number");
      if (to.front() != '+') broken_rule("`to` without +: " + to);
    } else {
      need(std::regex_match(user, std::regex{R"([A-Z]{2}\.[A-Za-z0-9.]{1,140})"}), 131009,
           "recipient is not a user id");
    }
    if (text(body, "recipient_type") != "individual") broken_rule("recipient_type is not \"individual\"");
  }

  void words(const json::value& content) {
    const auto body = text(content, "body");
    need(!blank(body), 100, "", "(#100) The parameter text['body'] is required.");
    need(code_points(body) <= 4096, 100, "", "(#100) Param text['body'] must be at most 4096 characters long.");
    if (std::regex_search(body, std::regex{R"(\*\*|(^|\n)#{1,6} |\]\(http)"}))
      broken_rule("Markdown in a text: " + body.substr(0, 80));
    out_.text = body;
  }

  void media(const json::value& content) {
    need(text(content, "id").empty() != text(content, "link").empty(), 131009,
         out_.kind + ": exactly one of id and link");
    out_.text = text(content, "caption");
    need(out_.text.empty() || (out_.kind != "audio" && out_.kind != "sticker"), 131009,
         out_.kind + " takes no caption");
    need(code_points(out_.text) <= 1024, 131009, "caption length invalid. Max length: 1024");
  }

  void location(const json::value& content) {
    for (const std::string key : {"latitude", "longitude"}) {
      const auto* value = at(content, key);
      need(value && (value->is_number() || !text(content, key).empty()), 131009,
           "location: latitude and longitude are required");
    }
    out_.text = text(content, "name") + " " + text(content, "address");
  }

  void template_(const json::value& content) {
    out_.text = text(content, "name");
    need(!out_.text.empty(), 131008, "template: name is missing");
    need(!text(inner(content, "language"), "code").empty(), 131008, "template: language.code is missing");
    for (const auto& component : list(content, "components"))
      for (const auto& parameter : list(component, "parameters")) {
        if (text(parameter, "type") != "text") continue;
        const auto value = text(parameter, "text");
        need(!value.empty(), 131008, "Parameter of type text is missing text value");
        need(!std::regex_search(value, std::regex{R"([\n\r\t]| {5,})"}), 100,
             "Param text cannot have new-line/tab characters or more than 4 consecutive spaces");
        out_.text += " " + value;
      }
  }

  void add_line(const std::string& line) {
    if (!line.empty()) out_.text += (out_.text.empty() ? "" : "\n") + line;
  }

  void interactive(const json::value& content) {
    const auto kind = text(content, "type");
    const auto action = inner(content, "action");
    const auto body = text(inner(content, "body"), "text"), footer = text(inner(content, "footer"), "text");
    length(body, 1, kind == "list" ? 4096 : 1024, "Body text");
    if (kind == "list" && code_points(body) > 1024) broken_rule("list body above 1024");
    const auto header = inner(content, "header");
    if (header.is_object() && (text(header, "type") == "text" || text(header, "type").empty()))
      length(text(header, "text"), 1, 60, "Header text");
    length(footer, 0, 60, "Footer text");
    add_line(text(header, "text"));
    add_line(body);
    if (kind == "button") {
      buttons(action);
    } else if (kind == "list") {
      rows(action);
    } else if (kind == "cta_url") {
      const auto parameters = inner(action, "parameters");
      length(text(parameters, "display_text"), 1, 20, "Display text");
      need(text(parameters, "url").starts_with("http"), 131009, "url is not valid");
    } else if (kind == "location_request_message") {
      need(text(action, "name") == "send_location", 131009, "action name is not send_location");
    } else {
      need(kind == "contact_request" && text(action, "name") == "request_contact_info", 131009,
           "interactive type is not valid");
    }
    add_line(footer);
  }

  void buttons(const json::value& action) {
    const auto all = list(action, "buttons");
    need(!all.empty() && all.size() <= 3, 131009,
         "Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3");
    std::vector<std::string> ids, titles;
    for (const auto& button : all) {
      const auto reply = inner(button, "reply");
      need(text(button, "type") == "reply", 131009, "Button type is not reply");
      length(text(reply, "title"), 1, 20, "Button title");
      length(text(reply, "id"), 1, 256, "Button id");
      ids.push_back(text(reply, "id"));
      titles.push_back(text(reply, "title"));
      add_line(titles.back());
    }
    distinct(ids, "Button ids");
    distinct(titles, "Button titles");
  }

  void rows(const json::value& action) {
    length(text(action, "button"), 1, 20, "Button");
    const auto sections = list(action, "sections");
    need(!sections.empty() && sections.size() <= 10, 131009,
         "Invalid sections count. Min allowed sections: 1, Max allowed sections: 10");
    std::vector<std::string> ids;
    for (const auto& section : sections) {
      length(text(section, "title"), sections.size() > 1 ? 1 : 0, 24, "Section title");
      for (const auto& row : list(section, "rows")) {
        length(text(row, "title"), 1, 24, "Row title");
        length(text(row, "id"), 1, 200, "Row id");
        length(text(row, "description"), 0, 72, "Row description");
        ids.push_back(text(row, "id"));
        add_line(text(row, "title") + (text(row, "description").empty() ? "" : " " + text(row, "description")));
      }
    }
    need(!ids.empty() && ids.size() <= 10, 131009, "Total row count exceed max allowed count: 10");
    distinct(ids, "Row ids");
  }

  Verdict& out_;
};

struct KnownError {
  int status;
  std::string message, details;
};

const std::map<int, KnownError>& known_errors() {
  static const std::map<int, KnownError> errors{
      {190, {401, "Error validating access token: Session has expired on Monday, 08-Jun-26 03:00:00 PDT.", ""}},
      {10, {403, "(#10) Application does not have permission for this action", ""}},
      {100, {400, "(#100) Invalid parameter", ""}},
      {80007, {400, "(#80007) Rate limit issues", "The WhatsApp Business Account has reached its rate limit."}},
      {130429, {400, "(#130429) Rate limit hit", "Cloud API message throughput has been reached."}},
      {131000, {500, "(#131000) Something went wrong", "Message failed to send due to an unknown error."}},
      {131008, {400, "(#131008) Required parameter is missing", ""}},
      {131009, {400, "(#131009) Parameter value is not valid", ""}},
      {131016, {500, "(#131016) Service unavailable", "A service is temporarily unavailable."}},
      {131026, {400, "(#131026) Message undeliverable", "Message Undeliverable."}},
      {131042,
       {400, "(#131042) Business eligibility payment issue", "There was an error related to your payment method."}},
      {131047,
       {400, "(#131047) Re-engagement message",
        "Message failed to send because more than 24 hours have passed since the customer last replied to this "
        "number."}},
      {131056,
       {400, "(#131056) (Business Account, Consumer Account) pair rate limit hit",
        "Message failed to send because there were too many messages sent from this phone number to the same phone "
        "number in a short period of time."}},
      {131057, {500, "(#131057) Account in maintenance mode", ""}},
      {132001, {404, "(#132001) Template name does not exist in the translation", "template name does not exist"}},
  };
  return errors;
}

}  // namespace

Verdict judge(const json::value& body) {
  Verdict out;
  try {
    Judge{out}.whole(body);
  } catch (const Refusal& refusal) {
    out.refused = refusal.code;
    out.message = refusal.message;
    out.details = refusal.details;
  }
  return out;
}

ErrorAnswer error_answer(int code, std::string message, std::string details, int subcode) {
  const auto found = known_errors().find(code);
  const KnownError usual =
      found != known_errors().end() ? found->second : KnownError{400, "(#" + std::to_string(code) + ") Error", ""};
  if (message.empty()) message = usual.message;
  if (details.empty()) details = usual.details;
  json::object error{{"message", message}, {"type", "OAuthException"}, {"code", code}};
  if (code == 190) error["error_subcode"] = 463;
  if (subcode != 0) error["error_subcode"] = subcode;
  if (code == 131000) error["is_transient"] = true;
  if (!details.empty()) error["error_data"] = {{"messaging_product", "whatsapp"}, {"details", details}};
  error["fbtrace_id"] = "AFakeTrace";
  ErrorAnswer out;
  out.status = usual.status;
  out.body["error"] = std::move(error);
  return out;
}

}  // namespace hotel::test::fake_graph
