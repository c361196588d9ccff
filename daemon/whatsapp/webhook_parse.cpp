#include "whatsapp/webhook_parse.h"

#include <algorithm>
#include <array>
#include <boost/json/monotonic_resource.hpp>
#include <boost/json/serialize.hpp>
#include <charconv>
#include <cmath>

#include "whatsapp/mend.h"
#include "whatsapp/phone.h"
#include "whatsapp/webhook_read.h"

namespace hotel::whatsapp {
namespace json = boost::json;

namespace read {

const json::value* find(const json::object& object, std::string_view key) {
  const auto* found = object.if_contains(key);
  return found && !found->is_null() ? found : nullptr;
}

const json::object* object(const json::object& parent, std::string_view key) {
  const auto* found = parent.if_contains(key);
  return found ? found->if_object() : nullptr;
}

const json::array* array(const json::object& parent, std::string_view key) {
  const auto* found = parent.if_contains(key);
  return found ? found->if_array() : nullptr;
}

std::string_view view(const json::object& object, std::string_view key) {
  const auto* found = object.if_contains(key);
  const auto* text = found ? found->if_string() : nullptr;
  return text ? std::string_view{text->data(), text->size()} : std::string_view{};
}

std::string text(const json::object& object, std::string_view key) {
  const auto* found = object.if_contains(key);
  if (!found) return {};
  if (const auto* text = found->if_string()) return {text->data(), text->size()};
  if (const auto* number = found->if_int64()) return std::to_string(*number);
  if (const auto* number = found->if_uint64()) return std::to_string(*number);
  if (const auto* number = found->if_double()) {
    if (std::abs(*number) < 9e15 && std::trunc(*number) == *number)
      return std::to_string(static_cast<std::int64_t>(*number));
    std::array<char, 64> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), *number).ptr;
    return {buffer.data(), end};
  }
  return {};
}

std::optional<std::int64_t> integer(const json::object& object, std::string_view key) {
  const auto* found = object.if_contains(key);
  if (!found) return std::nullopt;
  if (const auto* number = found->if_int64()) return *number;
  if (const auto* number = found->if_double()) {
    if (!(std::abs(*number) < 9e15)) return std::nullopt;
    return static_cast<std::int64_t>(*number);
  }
  if (const auto* text = found->if_string()) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
    if (error == std::errc{} && end == text->data() + text->size()) return value;
  }
  return std::nullopt;
}

bool flag(const json::object& object, std::string_view key) {
  const auto* found = object.if_contains(key);
  if (!found) return false;
  if (const auto* value = found->if_bool()) return *value;
  const std::string told = text(object, key);
  return told == "1" || told == "true";
}

std::optional<Millis> time(const json::object& object, std::string_view key, Millis received_at) {
  constexpr std::int64_t kLastSecond = 100'000'000'000;  // beyond it the number can only be milliseconds
  constexpr Millis kYear = 366LL * 24 * 3600 * 1000;
  const auto told = integer(object, key);
  if (!told || *told <= 0) return std::nullopt;
  const Millis at = *told < kLastSecond ? *told * 1000 : *told;
  // A time far ahead is a mistake, and would hold the 24-hour window open for ever.
  if (at > received_at + kYear) return std::nullopt;
  return at;
}

std::string phone(const json::object& object, std::string_view key) {
  const std::string told = text(object, key);
  std::string digits;
  for (const char c : told) {
    if (c >= '0' && c <= '9') {
      digits.push_back(c);
    } else if (std::string_view{"+ -().\xe2\x80\x8e"}.find(c) == std::string_view::npos) {
      return {};
    }
  }
  return digits;
}

json::object error(const json::object& told) {
  json::object out{{"code", integer(told, "code").value_or(0)}};
  std::string title = text(told, "title");
  if (title.empty()) title = text(told, "message");
  out["title"] = title;
  std::string detail = text(told, "error_data");
  if (const auto* data = object(told, "error_data")) detail = text(*data, "details");
  if (detail.empty()) detail = text(told, "message");
  out["detail"] = detail;
  return out;
}

}  // namespace read

namespace {

constexpr std::string_view kObject = "whatsapp_business_account";
constexpr std::size_t kDepth = 64;  // Meta's own bodies are about 12 deep
constexpr std::size_t kKeptOfDead = 64 * 1024;

std::string excerpt(const json::value& value) {
  std::string body = json::serialize(value);
  if (body.size() > kKeptOfDead) {  // the raw body holds the rest
    std::size_t end = kKeptOfDead;
    while (end > 0 && (static_cast<unsigned char>(body[end]) & 0xc0) == 0x80) --end;
    body.resize(end);
  }
  return body;
}

class Walk {
 public:
  Walk(const std::vector<std::string>& ours, Millis received_at, Parsed& out)
      : ours_(ours), received_at_(received_at), out_(out) {}

  void body(const json::value& root) {
    const auto* top = root.if_object();
    if (!top) return kill("the body is no JSON object");
    const std::string_view object = read::view(*top, "object");
    if (object.empty()) return kill("the body names no object");
    if (object != kObject) {
      ++out_.foreign;
      return;
    }
    const auto* entries = read::find(*top, "entry");
    if (!entries) return;
    if (!entries->is_array()) return kill("entry is no list");
    for (const auto& entry : entries->get_array()) this->entry(entry);
  }

 private:
  void kill(std::string why) { out_.dead_body = std::move(why); }
  void bury(std::string why, const json::value& element) {
    out_.elements.emplace_back(DeadElement{std::move(why), excerpt(element)});
  }

  void entry(const json::value& value) {
    const auto* entry = value.if_object();
    if (!entry) return bury("an entry is no object", value);
    const auto* changes = read::find(*entry, "changes");
    if (!changes) return;
    if (!changes->is_array()) return bury("changes is no list", value);
    for (const auto& change : changes->get_array()) this->change(change);
  }

  void change(const json::value& whole) {
    const auto* change = whole.if_object();
    const auto* value = change ? read::object(*change, "value") : nullptr;
    if (!value) return bury("a change without a value", whole);
    std::string_view field = read::view(*change, "field");
    if (field.empty() && (read::array(*value, "messages") || read::array(*value, "statuses"))) field = "messages";
    number_.clear();
    const auto* metadata = read::object(*value, "metadata");
    if (metadata) number_ = read::text(*metadata, "phone_number_id");
    const bool ours = std::find(ours_.begin(), ours_.end(), number_) != ours_.end();
    if (!number_.empty() && !ours) {
      out_.foreign += std::max<std::int64_t>(1, elements_in(*value));
      return;
    }
    if (field == "messages") return messages(*value, whole);
    if (field == "smb_message_echoes") return echoes(*value, whole);
    if (field == "user_id_update")
      return each(*value, "user_id_update", [this](const json::value& v) { user_id_update(v); });
    if (field == "user_preferences")
      return each(*value, "user_preferences", [this](const json::value& v) { preference(v); });
    if (field.starts_with("message_template_") || field == "template_category_update")
      return template_news(field, *value);
    if (is_account(field)) return account_news(field, *value);
    ++out_.foreign;
  }

  static std::int64_t elements_in(const json::object& value) {
    std::int64_t count = 0;
    for (const std::string_view key : {"messages", "statuses", "message_echoes", "user_id_update", "user_preferences"})
      if (const auto* list = read::array(value, key)) count += static_cast<std::int64_t>(list->size());
    return count;
  }

  static bool is_account(std::string_view field) {
    constexpr std::array<std::string_view, 8> kFields{"account_update",
                                                      "account_alerts",
                                                      "account_review_update",
                                                      "business_capability_update",
                                                      "phone_number_quality_update",
                                                      "phone_number_name_update",
                                                      "security",
                                                      "business_username_update"};
    return std::find(kFields.begin(), kFields.end(), field) != kFields.end();
  }

  template <class F>
  void each(const json::object& value, std::string_view key, F handle) {
    const auto* list = read::find(value, key);
    if (!list) return;
    if (!list->is_array()) return bury(std::string{key} + " is no list", *list);
    for (const auto& item : list->get_array()) {
      if (item.is_object()) {
        handle(item);
      } else {
        bury("an element of " + std::string{key} + " is no object", item);
      }
    }
  }

  void messages(const json::object& value, const json::value& whole) {
    if (number_.empty()) {
      if (elements_in(value) > 0) bury("no phone_number_id tells whom this is for", whole);
      return;
    }
    contacts_ = read::array(value, "contacts");
    each(value, "messages", [this](const json::value& v) { message(v); });
    each(value, "statuses", [this](const json::value& v) { status(v); });
    each(value, "errors", [this](const json::value& v) { value_error(v); });
  }

  // The sender's card, found by id and never by position; it may be missing.
  void complete(Identity& who) const {
    if (!contacts_ || !who.known()) return;
    for (const auto& item : *contacts_) {
      const auto* contact = item.if_object();
      if (!contact) continue;
      std::string wa_id = read::phone(*contact, "wa_id"), user_id = read::text(*contact, "user_id");
      const bool same = (!who.user_id.empty() && who.user_id == user_id) || (!who.wa_id.empty() && who.wa_id == wa_id);
      if (!same) continue;
      if (who.wa_id.empty()) who.wa_id = std::move(wa_id);
      if (who.user_id.empty()) who.user_id = std::move(user_id);
      if (who.parent_user_id.empty()) who.parent_user_id = read::text(*contact, "parent_user_id");
      if (const auto* profile = read::object(*contact, "profile")) {
        who.name = read::text(*profile, "name");
        who.username = read::text(*profile, "username");
      }
      return;
    }
  }

  void message(const json::value& whole) {
    const auto& element = whole.get_object();
    Inbound in;
    auto& m = in.message.shown;
    m.external_id = read::text(element, "id");
    if (m.external_id.empty()) return bury("a message without id cannot be told from its repetition", whole);
    in.message.number_id = number_;
    m.direction = wire::Direction::kIn;
    m.status = wire::MessageStatus::kReceived;
    m.created_at = received_at_;
    const auto at = read::time(element, "timestamp", received_at_);
    in.undated = !at;
    m.sent_at = at.value_or(received_at_);
    in.group_id = read::text(element, "group_id");
    in.who.wa_id = read::phone(element, "from");
    in.who.user_id = read::text(element, "from_user_id");
    if (in.who.user_id.empty() && is_user_id(read::view(element, "from"))) in.who.user_id = read::view(element, "from");
    in.who.parent_user_id = read::text(element, "from_parent_user_id");
    complete(in.who);
    m.author = {wire::AuthorKind::kGuest, in.who.name};
    read_content(element, in);
    if (!in.who.known() && m.type != "system") return bury("a message without a sender", whole);
    if (!in.group_id.empty()) in.message.participant = in.who.wa_id.empty() ? in.who.user_id : in.who.wa_id;
    in.message.raw = json::object(element, json::storage_ptr{});  // out of the walk's own memory
    out_.elements.emplace_back(std::move(in));
  }

  void status(const json::value& whole) {
    const auto& element = whole.get_object();
    Status s;
    s.row.external_id = read::text(element, "id");
    s.row.status = read::text(element, "status");
    if (s.row.external_id.empty() || s.row.status.empty()) return bury("a status without id or name", whole);
    s.row.at = read::time(element, "timestamp", received_at_).value_or(received_at_);
    s.row.opaque = read::text(element, "biz_opaque_callback_data");
    s.row.participant = read::text(element, "recipient_participant_id");
    if (s.row.participant.empty()) s.row.participant = read::text(element, "recipient_participant_user_id");
    s.number_id = number_;
    s.recipient.wa_id = read::phone(element, "recipient_id");
    s.recipient.user_id = read::text(element, "recipient_user_id");
    s.recipient.parent_user_id = read::text(element, "recipient_parent_user_id");
    const auto* errors = read::array(element, "errors");
    const auto* first = errors && !errors->empty() ? errors->front().if_object() : nullptr;
    if (first) {
      s.row.error = read::error(*first);
      s.code = read::integer(*first, "code").value_or(0);
    }
    out_.elements.emplace_back(std::move(s));
  }

  void value_error(const json::value& whole) {
    const auto told = read::error(whole.get_object());
    out_.elements.emplace_back(
        ValueError{number_, told.at("code").as_int64(), read::text(told, "title"), read::text(told, "detail")});
  }

  void echoes(const json::object& value, const json::value& whole) {
    if (number_.empty()) return bury("no phone_number_id tells whose message this repeats", whole);
    contacts_ = read::array(value, "contacts");
    each(value, "message_echoes", [this](const json::value& v) { echo(v); });
  }

  void echo(const json::value& whole) {
    const auto& element = whole.get_object();
    Inbound in;
    in.message.shown.external_id = read::text(element, "id");
    Identity to{read::phone(element, "to"),
                read::text(element, "to_user_id"),
                read::text(element, "to_parent_user_id"),
                {},
                {}};
    complete(to);
    if (in.message.shown.external_id.empty() || !to.known()) return bury("an echo without id or receiver", whole);
    in.message.number_id = number_;
    in.group_id = read::text(element, "group_id");
    read_content(element, in);
    auto& m = in.message.shown;
    m.direction = wire::Direction::kOut;
    m.author = {wire::AuthorKind::kStaff, ""};
    m.status = wire::MessageStatus::kSent;
    m.created_at = received_at_;
    m.sent_at = read::time(element, "timestamp", received_at_).value_or(received_at_);
    in.message.wants_answer = false;
    in.message.raw = json::object(element, json::storage_ptr{});
    out_.elements.emplace_back(Echo{std::move(in.message), std::move(to)});
  }

  void user_id_update(const json::value& whole) {
    const auto& element = whole.get_object();
    IdentityMove move;
    move.number_id = number_;
    move.replaces = true;
    move.at = read::time(element, "timestamp", received_at_).value_or(received_at_);
    move.before.wa_id = read::phone(element, "wa_id");
    for (const std::string_view key : {"user_id", "parent_user_id"}) {
      const auto* pair = read::object(element, key);
      if (!pair) continue;
      (key == "user_id" ? move.before.user_id : move.before.parent_user_id) = read::text(*pair, "previous");
      (key == "user_id" ? move.after.user_id : move.after.parent_user_id) = read::text(*pair, "current");
    }
    if (!move.before.known() || (!move.after.known() && move.after.parent_user_id.empty()))
      return bury("a change of user id without both ids", whole);
    out_.elements.emplace_back(std::move(move));
  }

  void preference(const json::value& whole) {
    const auto& element = whole.get_object();
    Preference p;
    p.number_id = number_;
    p.who.wa_id = read::phone(element, "wa_id");
    p.who.user_id = read::text(element, "user_id");
    p.category = read::text(element, "category");
    p.stop = read::view(element, "value") == "stop";
    p.at = read::time(element, "timestamp", received_at_).value_or(received_at_);
    if (!p.who.known()) return bury("a preference of nobody", whole);
    out_.elements.emplace_back(std::move(p));
  }

  void template_news(std::string_view field, const json::object& value) {
    TemplateNews news;
    news.field = field;
    news.name = read::text(value, "message_template_name");
    news.language = read::text(value, "message_template_language");
    news.template_id = read::text(value, "message_template_id");
    news.event = read::text(value, "event");
    if (news.event.empty()) news.event = read::text(value, "new_quality_score");
    news.reason = read::text(value, "reason");
    constexpr std::array<std::string_view, 6> kStops{"PAUSED",           "DISABLED", "REJECTED",
                                                     "PENDING_DELETION", "DELETED",  "LIMIT_EXCEEDED"};
    news.stopped = field == "message_template_status_update" &&
                   std::find(kStops.begin(), kStops.end(), news.event) != kStops.end();
    out_.elements.emplace_back(std::move(news));
  }

  void account_news(std::string_view field, const json::object& value) {
    AccountNews news;
    news.field = field;
    news.number_id = number_;
    news.event = read::text(value, "event");
    if (news.event.empty()) news.event = read::text(value, "alert_type");
    if (news.event.empty()) news.event = read::text(value, "decision");
    constexpr std::array<std::string_view, 3> kStops{"ACCOUNT_RESTRICTION", "DISABLED_UPDATE", "ACCOUNT_DELETED"};
    news.stops_sender =
        field == "account_update" && std::find(kStops.begin(), kStops.end(), news.event) != kStops.end();
    news.detail = excerpt(json::value(value));
    out_.elements.emplace_back(std::move(news));
  }

  const std::vector<std::string>& ours_;
  const Millis received_at_;
  Parsed& out_;
  std::string number_;                     // of the value at hand; empty: it names none
  const json::array* contacts_ = nullptr;  // of the value at hand
};

}  // namespace

ports::GuestIdentity conversation_of(const Inbound& in) {
  if (!in.group_id.empty()) return {"", std::string{kGroupPrefix} + in.group_id, "Group"};
  return {in.who.wa_id, in.who.user_id, in.who.name};
}

Parsed parse_webhook(std::string_view raw, const std::vector<std::string>& our_numbers, Millis received_at) {
  Parsed out;
  std::array<unsigned char, 16 * 1024> first;  // enough for an ordinary body: no allocation while parsing
  json::monotonic_resource memory(first.data(), first.size());
  const auto root = parse_mended(raw, kDepth, &memory);
  if (!root) {
    out.dead_body = "not JSON, or nested too deep";
    return out;
  }
  Walk{our_numbers, received_at, out}.body(*root);
  return out;
}

}  // namespace hotel::whatsapp
