// Messages of a conversation: reading them and their files, replying, noting, searching.
#include "app/desk.h"
#include "app/media_files.h"
#include "app/routes/routes.h"
#include "app/routes/support.h"
#include "base/crypto.h"
#include "wire/codec.h"
#include "wire/ids.h"

namespace hotel::app {
using base::ErrorCode;
using http::Access;
namespace json = boost::json;
namespace {

constexpr std::size_t kMediaBytes = 16 * 1024 * 1024;
constexpr std::size_t kReplyBytes = kMediaBytes / 3 * 4 + 64 * 1024;  // base64, and the rest of the body

rt::Task<http::Response> list(Context& context, http::Request& request) {
  const auto limit = limit_of(request);
  if (!limit) co_return failure(limit.error(), request);
  using Found = std::optional<ports::Page<wire::Message>>;
  auto look = context.store.read(
      [id = request.param("id"), before = cursor_of(request), limit = *limit](ports::UnitOfWork& unit) -> Found {
        if (!unit.conversations().find(id)) return std::nullopt;
        return unit.messages().list(id, before, limit);
      });
  const auto page = co_await std::move(look);
  if (!page) co_return failure(ErrorCode::kNotFound, "there is no such conversation", request);
  co_return list_response(*page, [](const wire::Message& m) { return wire::to_json(m); });
}

// What a template says, as far as it is known here: its stored body with the parameters put in.
std::string template_text(ports::UnitOfWork& unit, const json::object& object) {
  const std::string name = wire::text_of(object, "name");
  std::string language;
  if (const auto* value = wire::object_of(object, "language")) language = wire::text_of(*value, "code");
  std::string body = "[" + name + "]";
  for (const auto& known : unit.content().templates())
    if (wire::text_of(known, "name") == name && wire::text_of(known, "language") == language &&
        !wire::text_of(known, "body").empty())
      body = wire::text_of(known, "body");
  const auto* components = wire::array_of(object, "components");
  if (!components) return body;
  for (const auto& component : *components) {
    if (wire::text_of(component, "type") != "body") continue;
    const auto* parameters = wire::array_of(component, "parameters");
    for (std::size_t i = 0; parameters && i < parameters->size(); ++i) {
      const std::string hole = "{{" + std::to_string(i + 1) + "}}", text = wire::text_of((*parameters)[i], "text");
      for (auto at = body.find(hole); at != std::string::npos; at = body.find(hole, at + text.size()))
        body.replace(at, hole.size(), text);
    }
  }
  return body;
}

http::Response said_answer(const Done& done) {
  json::object answer = wire::to_json(done.message);
  answer["as_of_seq"] = done.as_of_seq;
  return http::Response::json(201, answer);
}

// The same client id gives the very same first answer, whoever asks with whatever Idempotency-Key.
http::Response reply_in(ports::UnitOfWork& unit, const Desk& desk, const Desk::Act& act, Said said,
                        const std::string& request_id) {
  const std::string first = "reply:" + act.conversation_id + ":" + said.client_id;
  if (!said.template_object.empty()) said.text = template_text(unit, said.template_object);
  const auto done = desk.reply(unit, act, said);
  if (!done) return failure(done.error(), request_id);
  if (done->repeated)
    if (const auto stored = unit.state().answer("client_id", first)) {
      http::Response response = http::Response::text(stored->status, stored->body);
      response.headers = {{"Content-Type", "application/json"}};
      return response;
    }
  auto response = said_answer(*done);
  unit.state().keep_answer("client_id", first, {response.status, response.body}, act.now);
  return response;
}

// A file that comes with the message goes to WhatsApp first; the message then names it by WhatsApp's id.
rt::Task<base::Result<void>> upload(Context& context, MediaFiles& files, Desk::Act act, Said& said) {
  auto look =
      context.store.read([act, client_id = said.client_id](ports::UnitOfWork& unit) -> std::optional<std::string> {
        const auto row = unit.conversations().find(act.conversation_id);
        if (!row) return std::nullopt;
        return unit.messages().by_client_id(act.conversation_id, client_id) ? std::string{} : row->number_id;
      });
  const auto number_id = co_await std::move(look);
  const auto bytes = base::from_base64(wire::text_of(said.media, "data"));
  said.media.erase("data");
  if (!number_id || number_id->empty())
    co_return base::Result<void>{};  // unknown conversation or a repetition: the desk says so
  if (!bytes || bytes->empty()) co_return base::error(ErrorCode::kInvalid, "media.data: base64 of the file");
  if (bytes->size() > kMediaBytes) co_return base::error(ErrorCode::kTooLarge, "media.data: at most 16 MiB");
  const auto mime = wire::text_of(said.media, "mime_type"), filename = wire::text_of(said.media, "filename");
  const auto id =
      co_await context.messenger.upload(*number_id, *bytes, mime, filename.empty() ? std::string{"file"} : filename);
  if (!id) co_return id.error();
  const std::string name = wire::new_id(act.now);
  const bool kept = co_await files.write(name, *bytes);
  said.media["id"] = *id;
  said.media["size"] = bytes->size();
  said.media["sha256"] = base::to_hex(base::sha256(*bytes));
  said.media["state"] = kept ? "stored" : "failed";
  if (kept) said.media["file"] = name;
  co_return base::Result<void>{};
}

rt::Task<http::Response> reply(Context& context, MediaFiles& files, http::Request& request) {
  const auto body = body_of(request);
  if (!body) co_return failure(body.error(), request);
  auto said = said_from_json(*body, request.header("Idempotency-Key"));
  if (!said) co_return failure(said.error(), request);
  const Desk::Act act{user_of(request), request.param("id"), context.clock.now()};
  if (said->media.contains("data")) {
    const auto uploaded = co_await upload(context, files, act, *said);
    if (!uploaded) co_return failure(uploaded.error(), request);
  } else if (!said->media.empty()) {
    for (const char* ours : {"file", "state", "sha256", "size"}) said->media.erase(ours);
  }
  Work work = [&desk = context.desk, act, said = *said, request_id = request.request_id](ports::UnitOfWork& unit) {
    return reply_in(unit, desk, act, said, request_id);
  };
  auto response = co_await write_once(context, request, std::move(work));
  if (response.status >= 400) co_return response;
  context.signals.outbox.notify();
  co_await context.desk.until_agent_is_silent(act.conversation_id);
  co_return response;
}

rt::Task<http::Response> note(Context& context, http::Request& request) {
  const auto body = body_of(request);
  if (!body) co_return failure(body.error(), request);
  const Desk::Act act{user_of(request), request.param("id"), context.clock.now()};
  Work work = [&desk = context.desk, act, text = wire::text_of(*body, "text"),
               client_id = wire::text_of(*body, "client_id"),
               request_id = request.request_id](ports::UnitOfWork& unit) {
    const auto done = desk.note(unit, act, text, client_id);
    return done ? said_answer(*done) : failure(done.error(), request_id);
  };
  co_return co_await write_once(context, request, std::move(work));
}

// A guest's file is shown by the console, never run by it: an opaque type unless it is a picture, sound or film, and no
// sniffing.
rt::Task<http::Response> media(Context& context, MediaFiles& files, http::Request& request) {
  auto look =
      context.store.read([id = request.param("id")](ports::UnitOfWork& unit) { return unit.messages().find(id); });
  const auto message = co_await std::move(look);
  if (!message || message->media.empty())
    co_return failure(ErrorCode::kNotFound, "there is no such message with a file", request);
  auto bytes = co_await files.read(wire::text_of(message->media, "file"));
  if (!bytes)
    co_return failure(ErrorCode::kNotFound, "the file is not here (yet); its state is media.state of the message",
                      request);
  const auto mime = wire::text_of(message->media, "mime_type");
  const bool shown = mime.find_first_of("\r\n") == std::string::npos &&
                     (mime.starts_with("image/") || mime.starts_with("audio/") || mime.starts_with("video/")) &&
                     !mime.starts_with("image/svg");
  http::Response response;
  response.headers = {{"Content-Type", shown ? mime : "application/octet-stream"},
                      {"Content-Disposition", "attachment"},
                      {"X-Content-Type-Options", "nosniff"},
                      {"Cache-Control", "private, no-store"}};
  response.body = std::move(*bytes);
  co_return response;
}

rt::Task<http::Response> search(Context& context, http::Request& request) {
  const auto limit = limit_of(request);
  if (!limit) co_return failure(limit.error(), request);
  const auto query = request.query_value("q").value_or("");
  if (query.find_first_not_of(' ') == std::string::npos || query.size() > 500)
    co_return failure(ErrorCode::kInvalid, "q: words to look for, at most 500 bytes", request);
  auto look = context.store.read([query, cursor = cursor_of(request), limit = *limit](ports::UnitOfWork& unit) {
    return unit.messages().search(query, cursor, limit);
  });
  const auto page = co_await std::move(look);
  co_return list_response(page, [](const wire::Message& m) { return wire::to_json(m); });
}

}  // namespace

void add_message_routes(http::Router& router, Context& context) {
  const auto files = std::make_shared<MediaFiles>(context.settings.media_dir());
  const auto path = [](std::string_view pattern) { return std::string{kApi} + std::string{pattern}; };
  router.add({.method = "POST",
              .pattern = path("/conversations/{id}/messages"),
              .access = Access::kFrontdesk,
              .max_body = kReplyBytes,
              .handler = [&context, files](http::Request& r) { return reply(context, *files, r); }});
  router.add({.method = "GET",
              .pattern = path("/messages/{id}/media"),
              .access = Access::kFrontdesk,
              .max_body = 1024,
              .handler = [&context, files](http::Request& r) { return media(context, *files, r); }});
  add(router, context, "GET", "/conversations/{id}/messages", Access::kFrontdesk, list);
  add(router, context, "POST", "/conversations/{id}/notes", Access::kFrontdesk, note);
  add(router, context, "GET", "/search", Access::kFrontdesk, search);
}

}  // namespace hotel::app
