// FakeDaemon: tickets and the knowledge base.
#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "core/text.h"
#include "support_qt/fake_daemon.h"
#include "wire/codec.h"
#include "wire/event.h"

namespace hotel::support_qt {
namespace json = boost::json;
using guicore::toStd;

namespace {

constexpr wire::Millis kNow = 1'790'000'000'000;

Answer answerOf(const json::value& value) {
  return {200, QByteArray::fromStdString(json::serialize(value)), {}};
}

bool there(const json::object& entry) {
  return !entry.at("text").as_string().empty();
}

}  // namespace

void FakeDaemon::putTicket(const wire::Ticket& ticket, bool tell) {
  const auto known = std::find_if(tickets_.begin(), tickets_.end(), [&](const auto& t) { return t.id == ticket.id; });
  known == tickets_.end() ? void(tickets_.insert(tickets_.begin(), ticket)) : void(*known = ticket);
  if (tell) emitEvent(wire::kTicketUpdated, wire::to_json(ticket), ticket.version);
}

void FakeDaemon::putKnowledge(const std::string& key, const std::string& language, const std::string& text,
                              const std::string& by, wire::Millis at, bool tell) {
  auto& versions = knowledge_[{key, language}];
  const auto version = static_cast<std::int64_t>(versions.size()) + 1;
  versions.push_back({{"key", key},
                      {"language", language},
                      {"text", text},
                      {"version", version},
                      {"removed", text.empty()},
                      {"updated_by", by},
                      {"updated_at", wire::to_rfc3339(at)}});
  if (tell) emitEvent(wire::kKnowledgeUpdated, versions.back(), version);
}

std::string FakeDaemon::knowledge(const std::string& key, const std::string& language) const {
  const auto found = knowledge_.find({key, language});
  return found == knowledge_.end() ? std::string() : std::string(found->second.back().at("text").as_string());
}

Answer FakeDaemon::ticketRoute(const Request& request, const QStringList& parts) {
  if (parts.size() == 1) {
    const auto state = request.query.queryItemValue(QStringLiteral("state")).toStdString();
    json::array items;
    for (const auto& ticket : tickets_)
      if (state == "all" || state == wire::name(ticket.state)) items.push_back(wire::to_json(ticket));
    return listed(std::move(items), {});
  }
  for (auto ticket : tickets_) {
    if (ticket.id != toStd(parts[1]) || parts.size() != 3) continue;
    const bool done = parts[2] == u"done";
    ticket.state = done ? wire::TicketState::kDone : wire::TicketState::kOpen;
    ticket.done_by = done ? toStd(user) : std::string();
    ticket.done_at = done ? std::optional{kNow} : std::nullopt;
    ++ticket.version;
    putTicket(ticket);
    return answerOf(wire::to_json(ticket));
  }
  return {404, problem(404, "not_found", "No such ticket."), {}};
}

Answer FakeDaemon::changeKnowledge(const Request& request, const std::string& key) {
  const auto body = wire::parse_json(request.body.toStdString()).value_or(json::object{});
  const bool removes = request.method == "DELETE";
  const auto asked = [&](const char* name) {
    return removes ? toStd(request.query.queryItemValue(QString::fromLatin1(name))) : wire::text_of(body, name);
  };
  const auto language = asked("language");
  const auto& versions = knowledge_[{key, language}];
  const std::int64_t current =
      versions.empty() || !there(versions.back()) ? 0 : versions.back().at("version").as_int64();
  if (asked("version") != std::to_string(current))
    return {409, problem(409, "version_conflict", "It was changed meanwhile."), {}};
  putKnowledge(key, language, removes ? std::string() : wire::text_of(body, "text"), toStd(user), kNow);
  if (removes) return {204, {}, {}};
  const auto answer = answerOf(knowledge_[{key, language}].back());
  for (auto ticket : tickets_)
    if (ticket.id == wire::text_of(body, "ticket_id")) {
      ticket.state = wire::TicketState::kDone;
      ticket.done_by = toStd(user);
      ticket.done_at = kNow;
      ++ticket.version;
      putTicket(ticket);
      break;
    }
  return answer;
}

Answer FakeDaemon::knowledgeRoute(const Request& request, const QStringList& parts) {
  if (parts.size() == 2 && (request.method == "PUT" || request.method == "DELETE"))
    return changeKnowledge(request, toStd(parts[1]));
  json::array items;
  if (parts.size() == 3) {  // history, newest first
    const auto& versions =
        knowledge_[{toStd(parts[1]), toStd(request.query.queryItemValue(QStringLiteral("language")))}];
    for (auto version = versions.rbegin(); version != versions.rend(); ++version) items.push_back(*version);
    return listed(std::move(items), {});
  }
  for (const auto& [name, versions] : knowledge_)
    if (!versions.empty() && there(versions.back()) && (parts.size() == 1 || name.first == toStd(parts[1])))
      items.push_back(versions.back());
  return listed(std::move(items), {});
}

}  // namespace hotel::support_qt
