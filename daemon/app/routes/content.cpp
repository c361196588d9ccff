// What the agent and staff may say: knowledge base, canned replies, templates.
#include <algorithm>
#include <charconv>

#include "app/routes/routes.h"
#include "app/routes/support.h"
#include "app/ticketing.h"
#include "wire/codec.h"
#include "wire/event.h"
#include "wire/ids.h"

namespace hotel::app {
using base::ErrorCode;
using http::Access;
namespace json = boost::json;
namespace {

constexpr std::size_t kTextBytes = 8 * 1024;

base::Error invalid(std::string detail) {
  return base::error(ErrorCode::kInvalid, std::move(detail));
}

bool is_language(std::string_view language) {
  return language == "es" || language == "en" || language == "pt";
}

bool is_key(std::string_view key) {
  return !key.empty() && key.size() <= 64 && std::all_of(key.begin(), key.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
  });
}

json::object to_json(const ports::KnowledgeEntry& e) {
  return {{"key", e.key},
          {"language", e.language},
          {"text", e.text},
          {"version", e.version},
          {"removed", e.text.empty()},
          {"updated_by", wire::text_or_null(e.updated_by)},
          {"updated_at", wire::to_rfc3339(e.updated_at)}};
}

json::object to_json(const ports::CannedReply& r) {
  return {{"id", r.id}, {"title", r.title}, {"language", r.language}, {"text", r.text}, {"version", r.version}};
}

// A list that is read as a whole, in the form of all lists.
template <class Read>
rt::Task<http::Response> whole_list(Context& context, Read read) {
  struct Whole {
    json::array items;
    std::int64_t as_of_seq = 0;
  };
  auto look = context.store.read([read](ports::UnitOfWork& unit) {
    Whole whole;
    for (const auto& item : read(unit)) whole.items.push_back(json::value(item));
    whole.as_of_seq = unit.events().last_seq();
    return whole;
  });
  auto whole = co_await std::move(look);
  co_return http::Response::json(200, list_of(std::move(whole.items), "", whole.as_of_seq));
}

std::vector<json::object> knowledge_json(const std::vector<ports::KnowledgeEntry>& entries, const std::string& key) {
  std::vector<json::object> out;
  for (const auto& entry : entries)
    if (key.empty() || entry.key == key) out.push_back(to_json(entry));
  return out;
}

rt::Task<http::Response> knowledge(Context& context, http::Request& request) {
  const auto read = [key = request.param("key")](ports::UnitOfWork& unit) {
    return knowledge_json(unit.content().knowledge(), key);
  };
  co_return co_await whole_list(context, read);
}

rt::Task<http::Response> knowledge_history(Context& context, http::Request& request) {
  const std::string key = request.param("key"), language = request.query_value("language").value_or("");
  if (!is_language(language)) co_return failure(ErrorCode::kInvalid, "language: es, en or pt", request);
  const auto read = [key, language](ports::UnitOfWork& unit) {
    return knowledge_json(unit.content().knowledge_history(key, language), "");
  };
  co_return co_await whole_list(context, read);
}

base::Result<ports::KnowledgeEntry> entry_of(const json::object& body, std::string key) {
  ports::KnowledgeEntry entry;
  entry.key = std::move(key);
  entry.language = wire::text_of(body, "language");
  entry.text = wire::text_of(body, "text");
  if (!is_key(entry.key)) return invalid("key: small letters, digits, _ - and ., at most 64");
  if (!is_language(entry.language)) return invalid("language: es, en or pt");
  if (entry.text.empty() || entry.text.size() > kTextBytes)
    return invalid("text: what the agent says about it, at most 8192 bytes");
  return entry;
}

// Nothing: the entry is as the caller read it. 0 is the version of an entry that is not there.
std::optional<base::Error> version_fault(ports::UnitOfWork& unit, const std::string& key, const std::string& language,
                                         std::optional<std::int64_t> read_version) {
  if (!read_version) return std::nullopt;
  std::int64_t current = 0;
  for (const auto& known : unit.content().knowledge())
    if (known.key == key && known.language == language) current = known.version;
  if (current == *read_version) return std::nullopt;
  return base::error(ErrorCode::kVersionConflict,
                     "the entry was changed meanwhile; its version is " + std::to_string(current));
}

void tell_entry(ports::UnitOfWork& unit, const ports::KnowledgeEntry& entry, const char* action) {
  unit.events().append(wire::kKnowledgeUpdated, to_json(entry), entry.version);
  unit.operators().audit(entry.updated_at, entry.updated_by, action, "knowledge:" + entry.key + "/" + entry.language,
                         "version " + std::to_string(entry.version));
}

http::Response put_entry(ports::UnitOfWork& unit, ports::KnowledgeEntry entry, std::optional<std::int64_t> read_version,
                         const std::string& ticket_id, const std::string& request_id) {
  if (const auto fault = version_fault(unit, entry.key, entry.language, read_version))
    return failure(*fault, request_id);
  const auto kept = unit.content().put_knowledge(std::move(entry));
  tell_entry(unit, kept, "knowledge.put");
  if (!ticket_id.empty() &&
      !set_ticket_state(unit, ticket_id, wire::TicketState::kDone, kept.updated_by, kept.updated_at))
    return failure(base::error(ErrorCode::kInvalid, "ticket_id: there is no such ticket"), request_id);
  return http::Response::json(200, to_json(kept));
}

rt::Task<http::Response> put_knowledge(Context& context, http::Request& request) {
  auto body = body_of(request);
  if (!body) co_return failure(body.error(), request);
  if (!body->contains("language")) (*body)["language"] = request.query_value("language").value_or("");
  const auto entry = entry_of(*body, request.param("key"));
  if (!entry) co_return failure(entry.error(), request);
  Work work = [entry = *entry, user = user_of(request), now = context.clock.now(),
               version = wire::integer_of(*body, "version"), ticket_id = wire::text_of(*body, "ticket_id"),
               request_id = request.request_id](ports::UnitOfWork& unit) {
    auto mine = entry;
    mine.updated_by = user;
    mine.updated_at = now;
    return put_entry(unit, std::move(mine), version, ticket_id, request_id);
  };
  co_return co_await write_once(context, request, std::move(work));
}

base::Result<std::optional<std::int64_t>> version_of(const http::Request& request) {
  const auto text = request.query_value("version");
  if (!text) return std::optional<std::int64_t>{};
  std::int64_t version = 0;
  const auto [end, fault] = std::from_chars(text->data(), text->data() + text->size(), version);
  if (fault != std::errc{} || end != text->data() + text->size()) return invalid("version: the number that was read");
  return std::optional{version};
}

rt::Task<http::Response> remove_knowledge(Context& context, http::Request& request) {
  const std::string key = request.param("key"), language = request.query_value("language").value_or("");
  if (!is_language(language)) co_return failure(ErrorCode::kInvalid, "language: es, en or pt", request);
  const auto version = version_of(request);
  if (!version) co_return failure(version.error(), request);
  Work work = [key, language, version = *version, user = user_of(request), now = context.clock.now(),
               request_id = request.request_id](ports::UnitOfWork& unit) {
    if (const auto fault = version_fault(unit, key, language, version)) return failure(*fault, request_id);
    const auto removed = unit.content().remove_knowledge(key, language, user, now);
    if (!removed) return failure(base::error(ErrorCode::kNotFound, "there is no such entry"), request_id);
    tell_entry(unit, *removed, "knowledge.remove");
    return http::Response::empty(204);
  };
  co_return co_await write_once(context, request, std::move(work));
}

std::vector<json::object> canned_json(ports::UnitOfWork& unit) {
  std::vector<json::object> out;
  for (const auto& reply : unit.content().canned_replies()) out.push_back(to_json(reply));
  return out;
}

rt::Task<http::Response> canned_replies(Context& context, http::Request&) {
  co_return co_await whole_list(context, canned_json);
}

rt::Task<http::Response> templates(Context& context, http::Request&) {
  co_return co_await whole_list(context, [](ports::UnitOfWork& unit) { return unit.content().templates(); });
}

base::Result<ports::CannedReply> canned_of(const json::object& body) {
  ports::CannedReply reply;
  reply.title = wire::text_of(body, "title");
  reply.language = wire::text_of(body, "language");
  reply.text = wire::text_of(body, "text");
  if (reply.title.empty() || reply.title.size() > 200) return invalid("title: how staff finds it, at most 200 bytes");
  if (!reply.language.empty() && !is_language(reply.language)) return invalid("language: es, en, pt, or none");
  if (reply.text.empty() || reply.text.size() > kTextBytes) return invalid("text: the reply, at most 8192 bytes");
  return reply;
}

rt::Task<http::Response> put_canned(Context& context, http::Request& request) {
  const auto body = body_of(request);
  if (!body) co_return failure(body.error(), request);
  auto reply = canned_of(*body);
  if (!reply) co_return failure(reply.error(), request);
  const auto now = context.clock.now();
  const bool is_new = request.param("id").empty();
  reply->id = is_new ? wire::new_id(now) : request.param("id");
  Work work = [reply = *reply, is_new, user = user_of(request), now,
               request_id = request.request_id](ports::UnitOfWork& unit) {
    const auto all = unit.content().canned_replies();
    if (!is_new && std::none_of(all.begin(), all.end(), [&](const auto& known) { return known.id == reply.id; }))
      return failure(base::error(ErrorCode::kNotFound, "there is no such canned reply"), request_id);
    const auto kept = unit.content().put_canned_reply(reply);
    unit.operators().audit(now, user, "canned_reply.put", "canned_reply:" + kept.id,
                           "version " + std::to_string(kept.version));
    return http::Response::json(is_new ? 201 : 200, to_json(kept));
  };
  co_return co_await write_once(context, request, std::move(work));
}

rt::Task<http::Response> remove_canned(Context& context, http::Request& request) {
  Work work = [id = request.param("id"), user = user_of(request), now = context.clock.now(),
               request_id = request.request_id](ports::UnitOfWork& unit) {
    if (!unit.content().remove_canned_reply(id))
      return failure(base::error(ErrorCode::kNotFound, "there is no such canned reply"), request_id);
    unit.operators().audit(now, user, "canned_reply.remove", "canned_reply:" + id, "");
    return http::Response::empty(204);
  };
  co_return co_await write_once(context, request, std::move(work));
}

}  // namespace

void add_content_routes(http::Router& router, Context& context) {
  add(router, context, "GET", "/knowledge", Access::kFrontdesk, knowledge);
  add(router, context, "GET", "/knowledge/{key}", Access::kFrontdesk, knowledge);
  add(router, context, "PUT", "/knowledge/{key}", Access::kFrontdesk, put_knowledge);
  add(router, context, "DELETE", "/knowledge/{key}", Access::kFrontdesk, remove_knowledge);
  add(router, context, "GET", "/knowledge/{key}/history", Access::kFrontdesk, knowledge_history);
  add(router, context, "GET", "/canned-replies", Access::kFrontdesk, canned_replies);
  add(router, context, "POST", "/canned-replies", Access::kFrontdesk, put_canned);
  add(router, context, "PUT", "/canned-replies/{id}", Access::kFrontdesk, put_canned);
  add(router, context, "DELETE", "/canned-replies/{id}", Access::kFrontdesk, remove_canned);
  add(router, context, "GET", "/templates", Access::kFrontdesk, templates);
}

}  // namespace hotel::app
