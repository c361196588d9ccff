// The other side: what guests write and what becomes of our messages, as Meta tells it.
#include <boost/json/serialize.hpp>
#include <ctime>
#include <stdexcept>

#include "base/crypto.h"
#include "support/fake_graph/fake_graph.h"

namespace hotel::test {
namespace json = boost::json;
namespace {

json::object value_for_us() {
  return {{"messaging_product", "whatsapp"},
          {"metadata", {{"display_phone_number", kFakeDisplay}, {"phone_number_id", kFakeNumber}}}};
}

}  // namespace

int FakeGraph::deliver(json::object value, std::string_view field) const {
  json::object change{{"value", std::move(value)}, {"field", field}};
  json::object entry{{"id", "100000000000001"}, {"changes", json::array{std::move(change)}}};
  const json::object body{{"object", "whatsapp_business_account"}, {"entry", json::array{std::move(entry)}}};
  return post_webhook(fake_graph::meta_json(json::value(body)));
}

int FakeGraph::status(const GraphCall& call, std::string_view name, json::object more) const {
  json::object status{{"id", call.wamid},
                      {"status", name},
                      {"timestamp", std::to_string(std::time(nullptr))},
                      {"recipient_id", call.to}};
  if (!call.opaque.empty()) status["biz_opaque_callback_data"] = call.opaque;
  for (auto& [key, member] : more) status[key] = std::move(member);
  auto value = value_for_us();
  value["statuses"] = json::array{std::move(status)};
  return deliver(std::move(value));
}

std::string Guest::write(std::string_view type, json::value content, json::object more,
                         std::optional<std::int64_t> unix_seconds) {
  const std::int64_t at = unix_seconds.value_or(std::time(nullptr));
  const std::string id = new_wamid();
  json::object message{{"from", phone_}, {"id", id}, {"timestamp", std::to_string(at)}, {"type", type}};
  if (!content.is_null()) message[type] = std::move(content);
  for (auto& [key, member] : more) message[key] = std::move(member);
  auto value = value_for_us();
  json::object contact{{"profile", {{"name", name_}}}, {"wa_id", phone_}};
  value["contacts"] = json::array{std::move(contact)};
  value["messages"] = json::array{std::move(message)};
  graph_->note_inbound(phone_, at);
  const int answer = graph_->deliver(std::move(value));
  if (answer != 200) throw std::runtime_error("the webhook was answered " + std::to_string(answer));
  return id;
}

std::string Guest::say(std::string_view text, std::optional<std::int64_t> unix_seconds) {
  json::object content{{"body", text}};
  return write("text", std::move(content), {}, unix_seconds);
}

std::string Guest::tap(const GraphCall& call, std::size_t index) {
  const bool list = call.body.at("interactive").at("type").as_string() == "list";
  const char* kind = list ? "list_reply" : "button_reply";
  json::object content{{"type", kind}, {kind, {{"id", call.choices().at(index)}, {"title", "choice"}}}};
  json::object context{{"from", kFakeDisplay}, {"id", call.wamid}};
  json::object more;
  more["context"] = std::move(context);
  return write("interactive", std::move(content), std::move(more));
}

std::string Guest::media(std::string_view kind, std::string bytes, std::string_view mime_type, json::object more) {
  const auto digest = base::sha256(bytes);
  const std::string id = "1000390" + base::to_hex(base::random_token(6));
  json::object content{{"id", id},
                       {"mime_type", mime_type},
                       {"sha256", base::to_base64({reinterpret_cast<const char*>(digest.data()), digest.size()})}};
  for (auto& [key, member] : more) content[key] = std::move(member);
  graph_->add_media(id, std::move(bytes), std::string{mime_type});
  return write(kind, std::move(content));
}

}  // namespace hotel::test
