#include "support_qt/fake_daemon.h"

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <tuple>

#include "core/text.h"
#include "wire/codec.h"
#include "wire/event.h"
#include "wire/filter.h"

namespace hotel::support_qt {
namespace json = boost::json;
using guicore::toQt;
using guicore::toStd;

namespace {

QByteArray bytes(const json::value& value) {
  return QByteArray::fromStdString(json::serialize(value));
}

json::value parsed(const QByteArray& body) {
  return wire::parse_json(std::string_view(body.constData(), static_cast<std::size_t>(body.size())))
      .value_or(json::object{});
}

constexpr wire::Millis kNow = 1'790'000'000'000;

}  // namespace

FakeDaemon::FakeDaemon(QObject* parent) : QObject(parent) {
  listen();
}

FakeDaemon::~FakeDaemon() {
  close();
}

void FakeDaemon::listen() {
  server_ = std::make_unique<QTcpServer>();
  connect(server_.get(), &QTcpServer::newConnection, this, &FakeDaemon::accept);
  if (!server_->listen(QHostAddress::LocalHost, port_))
    qFatal("FakeDaemon cannot listen: %s", qPrintable(server_->errorString()));
  port_ = server_->serverPort();
}

void FakeDaemon::close() {
  server_.reset();
  for (const auto& connection : std::exchange(connections_, {}))
    if (connection->socket) {
      connection->socket->disconnect(this);
      connection->socket->abort();
      connection->socket->deleteLater();
    }
}

QUrl FakeDaemon::url() const {
  return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port_));
}

// ----------------------------------------------------------------------------------------------------------------
// content
void FakeDaemon::put(const wire::Conversation& conversation, bool tell) {
  conversations_[conversation.id] = conversation;
  if (tell) emitEvent(wire::kConversationUpdated, wire::to_json(conversation), conversation.version);
}

const wire::Conversation* FakeDaemon::find(const QString& id) const {
  const auto found = conversations_.find(id.toStdString());
  return found == conversations_.end() ? nullptr : &found->second;
}

void FakeDaemon::say(const wire::Message& message, bool tell, bool created) {
  auto& list = messages_[message.conversation_id];
  const auto known = std::find_if(list.begin(), list.end(), [&](const auto& m) { return m.id == message.id; });
  known == list.end() ? list.push_back(message) : void(*known = message);
  std::sort(list.begin(), list.end(),
            [](const auto& a, const auto& b) { return std::tie(a.sent_at, a.id) < std::tie(b.sent_at, b.id); });
  if (!tell) return;
  const auto seq =
      emitEvent(created ? wire::kMessageCreated : wire::kMessageUpdated, wire::to_json(message), message.version);
  if (created && message.direction == wire::Direction::kOut && message.author.kind == wire::AuthorKind::kStaff)
    staffSaid_[message.conversation_id] = seq;
}

void FakeDaemon::putAlert(const wire::Alert& alert, bool tell) {
  std::erase_if(alerts_, [&](const auto& a) { return a.id == alert.id; });
  alerts_.insert(alerts_.begin(), alert);
  if (tell) emitEvent(wire::kAlertUpdated, wire::to_json(alert), 1);
}

QByteArray FakeDaemon::frame(qint64 seq, std::string_view kind, const QByteArray& data) {
  return "id: " + QByteArray::number(seq) + "\nevent: " + QByteArray(kind.data(), static_cast<qsizetype>(kind.size())) +
         "\ndata: " + data + "\n\n";
}

qint64 FakeDaemon::emitEvent(std::string_view kind, json::object entity, std::int64_t version) {
  ++seq_;
  log_.push_back({seq_, frame(seq_, kind, bytes(wire::event_data(kind, std::move(entity), version, seq_)))});
  if (!holdEvents) pump();
  return seq_;
}

void FakeDaemon::release() {
  holdEvents = false;
  pump();
}

void FakeDaemon::pump() {
  for (const auto& connection : std::vector(connections_)) {  // a copy: one that is cut removes itself
    if (!connection->streaming || !connection->socket) continue;
    for (const auto& entry : log_) {
      if (entry.seq <= connection->sent) continue;
      connection->sent = entry.seq;
      connection->socket->write(entry.frame);
    }
    connection->socket->flush();
  }
}

void FakeDaemon::sendRaw(const QByteArray& raw) {
  for (const auto& connection : std::vector(connections_))
    if (connection->streaming && connection->socket) {
      connection->socket->write(raw);
      connection->socket->flush();
    }
}

void FakeDaemon::cutStreams() {
  for (const auto& connection : std::vector(connections_))
    if (connection->streaming && connection->socket) connection->socket->abort();
}

int FakeDaemon::streams() const {
  return static_cast<int>(std::count_if(connections_.begin(), connections_.end(), [](const auto& c) {
    return c->streaming && c->socket && c->socket->state() == QAbstractSocket::ConnectedState;
  }));
}

std::string FakeDaemon::newId(const char* kind) {
  return std::string(kind) + std::to_string(++ids_);
}

// -------------------------------------------------------------------------------------------------------------------
// HTTP
void FakeDaemon::accept() {
  while (auto* socket = server_->nextPendingConnection()) {
    auto connection = std::make_shared<Connection>();
    connection->socket = socket;
    connections_.push_back(connection);
    connect(socket, &QTcpSocket::readyRead, this, [this, connection] { read(connection); });
    connect(socket, &QTcpSocket::disconnected, this, [this, connection] {
      if (connection->socket) connection->socket->deleteLater();
      std::erase(connections_, connection);
    });
  }
}

void FakeDaemon::read(const std::shared_ptr<Connection>& connection) {
  connection->in += connection->socket->readAll();
  while (connection->socket && takeOne(connection)) {
  }
}

bool FakeDaemon::takeOne(const std::shared_ptr<Connection>& connection) {
  auto& in = connection->in;
  const auto end = in.indexOf("\r\n\r\n");
  if (end < 0) return false;
  const auto lines = in.left(end).split('\n');
  const auto first = lines.front().trimmed().split(' ');
  if (first.size() != 3) {
    connection->socket->abort();
    return false;
  }
  Request request;
  request.method = first[0];
  const QUrl target = QUrl::fromEncoded(first[1]);
  request.path = target.path();
  if (request.path.startsWith(u"/api/v1")) request.path.remove(0, 7);
  request.query = QUrlQuery(target);
  for (qsizetype i = 1; i < lines.size(); ++i) {
    const auto colon = lines[i].indexOf(':');
    request.headers.insert(lines[i].left(colon).toLower(), lines[i].mid(colon + 1).trimmed());
  }
  const auto length = request.headers.value("content-length").toLongLong();
  if (in.size() < end + 4 + length) return false;
  request.body = in.mid(end + 4, length);
  in.remove(0, end + 4 + length);
  requests_.push_back(request);
  serve(connection, request);
  return true;
}

void FakeDaemon::serve(const std::shared_ptr<Connection>& connection, const Request& request) {
  const auto scripted =
      std::find_if(script_.begin(), script_.end(), [&](const auto& s) { return s.first == request.path; });
  if (scripted != script_.end()) {
    const auto answer = scripted->second;
    script_.erase(scripted);
    return write(*connection->socket, answer);
  }
  if (request.path == u"/events") return stream(connection, request);
  write(*connection->socket, route(request));
}

void FakeDaemon::write(QTcpSocket& socket, const Answer& answer) {
  if (answer.never) return;
  QByteArray out = "HTTP/1.1 " + QByteArray::number(answer.status) +
                   " X\r\nContent-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
  bool typed = false;
  for (const auto& [name, value] : answer.headers) {
    out += name + ": " + value + "\r\n";
    typed |= name.toLower() == "content-type";
  }
  if (!typed)
    out += answer.status >= 400 ? "Content-Type: application/problem+json\r\n" : "Content-Type: application/json\r\n";
  out += "\r\n" + answer.body;
  if (answer.cutAfter >= 0) {
    socket.write(out.left(answer.cutAfter));
    socket.disconnectFromHost();
    return;
  }
  socket.write(out);
  socket.flush();
}

void FakeDaemon::stream(const std::shared_ptr<Connection>& connection, const Request& request) {
  if (!streamScript_.empty()) {
    const auto answer = streamScript_.front();
    streamScript_.erase(streamScript_.begin());
    return write(*connection->socket, answer);
  }
  if (request.headers.value("authorization") != "Bearer " + token.toUtf8())
    return write(*connection->socket, {401, problem(401, "unauthenticated"), {}});
  connection->socket->write(
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n");
  connection->streaming = true;
  const auto from = request.headers.value("last-event-id");
  connection->sent = from.isEmpty() ? seq_ : from.toLongLong();
  const qint64 oldest = log_.empty() ? seq_ : log_.front().seq - 1;
  if (connection->sent > seq_ || connection->sent < oldest) {
    connection->socket->write("id: " + QByteArray::number(seq_) +
                              "\nevent: reset\ndata: {\"as_of_seq\":" + QByteArray::number(seq_) + "}\n\n");
    connection->sent = seq_;
  }
  connection->socket->flush();
  if (!holdEvents) pump();
}

QByteArray FakeDaemon::problem(int status, const char* code, const char* detail) {
  return bytes(json::object{{"type", "about:blank"},
                            {"title", "T"},
                            {"status", status},
                            {"code", code},
                            {"detail", detail},
                            {"request_id", "req-7"}});
}

void FakeDaemon::answerNext(const QString& path, const Answer& answer) {
  script_.emplace_back(path, answer);
}
void FakeDaemon::streamAnswerNext(const Answer& answer) {
  streamScript_.push_back(answer);
}

std::vector<Request> FakeDaemon::requests(const QByteArray& method, const QString& path) const {
  std::vector<Request> out;
  for (const auto& request : requests_)
    if (request.method == method && request.path == path) out.push_back(request);
  return out;
}

// -----------------------------------------------------------------------------------------------------------------
// routes
Answer FakeDaemon::listed(json::array items, const std::string& next) const {
  return {200,
          bytes(json::object{{"items", std::move(items)}, {"next", wire::text_or_null(next)}, {"as_of_seq", seq_}}),
          {}};
}

Answer FakeDaemon::session(const Request& request) {
  if (request.method == "DELETE") return {204, {}, {}};
  const auto body = parsed(request.body);
  if (wire::text_of(body, "user") != toStd(user) || wire::text_of(body, "password") != "right")
    return {401, problem(401, "unauthenticated", "User or password is wrong."), {}};
  return {201,
          bytes(json::object{{"token", toStd(token)},
                             {"user", wire::to_json(wire::Operator{toStd(user), roles})},
                             {"expires_at", "2099-01-01T00:00:00.000Z"}}),
          {}};
}

Answer FakeDaemon::route(const Request& request) {
  if (request.path == u"/session" && request.method == "POST") return session(request);
  if (request.headers.value("authorization") != "Bearer " + token.toUtf8())
    return {401, problem(401, "unauthenticated", "Sign in."), {}};
  const auto parts = request.path.split(QChar(u'/'), Qt::SkipEmptyParts);
  if (request.path == u"/session") return session(request);
  if (request.path == u"/me") return {200, bytes(wire::to_json(wire::Operator{toStd(user), roles})), {}};
  if (request.path == u"/conversations") return conversationList(request);
  if (request.path == u"/alerts") {
    json::array items;
    for (const auto& alert : alerts_) items.push_back(wire::to_json(alert));
    return listed(std::move(items), {});
  }
  if (parts.size() == 3 && parts[0] == u"alerts" && parts[2] == u"ack") {
    for (auto alert : alerts_)
      if (alert.id == toStd(parts[1])) {
        alert.acked_by = toStd(user);
        putAlert(alert);
        return {200, bytes(wire::to_json(alert)), {}};
      }
  }
  if (!parts.isEmpty() && parts[0] == u"tickets") return ticketRoute(request, parts);
  if (!parts.isEmpty() && parts[0] == u"knowledge") return knowledgeRoute(request, parts);
  if (request.path == u"/canned-replies")
    return listed(
        {json::object{
            {"id", "c1"}, {"title", "Late check-out"}, {"language", "en"}, {"text", "Until {{time|noon}}, {{name}}."}}},
        {});
  if (request.path == u"/sandbox/messages") return sandbox(request);
  if (!parts.isEmpty() && parts[0] == u"conversations" && parts.size() >= 2) {
    const auto found = conversations_.find(toStd(parts[1]));
    if (found == conversations_.end()) return {404, problem(404, "not_found", "No such conversation."), {}};
    if (parts.size() == 2) return {200, bytes(wire::to_json(found->second)), {}};
    if (request.method == "GET" && parts[2] == u"messages") return messageList(found->first, request);
    if (request.method == "GET" && parts[2] == u"draft") return {200, "{\"draft\":null}", {}};
    return act(found->second, parts[2], request);
  }
  unexpected_ << QString::fromLatin1(request.method) + u' ' + request.path;
  return {404, problem(404, "not_found", "No such route."), {}};
}

Answer FakeDaemon::conversationList(const Request& request) const {
  const auto view =
      wire::view_from(toStd(request.query.queryItemValue(QStringLiteral("view")))).value_or(wire::View::kAll);
  const auto start = request.query.queryItemValue(QStringLiteral("cursor")).toInt();
  const int limit = std::min(pageSize, request.query.queryItemValue(QStringLiteral("limit")).toInt());
  json::array items;
  int at = 0;
  std::string next;
  for (const auto& [id, c] : conversations_) {
    if (!wire::matches(view, c, toStd(user))) continue;
    if (at >= start + limit) {
      next = std::to_string(start + limit);
      break;
    }
    if (at++ >= start) items.push_back(wire::to_json(c));
  }
  return listed(std::move(items), next);
}

Answer FakeDaemon::messageList(const std::string& id, const Request& request) {
  const auto& all = messages_[id];
  const auto before = request.query.queryItemValue(QStringLiteral("before"));
  const auto end = before.isEmpty() ? static_cast<int>(all.size()) : before.toInt();
  const int limit = std::min(pageSize, request.query.queryItemValue(QStringLiteral("limit")).toInt());
  const int start = std::max(0, end - limit);
  json::array items;
  for (int i = end - 1; i >= start; --i) items.push_back(wire::to_json(all[static_cast<std::size_t>(i)]));
  return listed(std::move(items), start > 0 ? std::to_string(start) : std::string());
}

Answer FakeDaemon::reply(wire::Conversation& c, const Request& request) {
  const auto body = parsed(request.body);
  const auto clientId = wire::text_of(body, "client_id");
  const auto answer = [&](const wire::Message& m) {
    auto out = wire::to_json(m);
    out["as_of_seq"] = seq_;
    return Answer{201, bytes(out), {}};
  };
  if (const auto known = clientIds_.find(clientId); known != clientIds_.end())
    for (const auto& m : messages_[c.id])
      if (m.id == known->second) return answer(m);
  if (staffSaid_[c.id] > wire::integer_of(body, "last_seen_seq").value_or(0))
    return {409, problem(409, "newer_reply", "Somebody answered meanwhile."), {}};
  const bool isTemplate = wire::member(body, "template");
  if (!isTemplate && c.window_expires_at && *c.window_expires_at < kNow)
    return {409, problem(409, "window_closed", "The window is closed."), {}};
  wire::Message m;
  m.id = newId("made-m");
  m.conversation_id = c.id;
  m.direction = wire::Direction::kOut;
  m.author = {wire::AuthorKind::kStaff, toStd(user)};
  m.type = isTemplate ? "template" : "text";
  m.text = isTemplate ? "[template]" : wire::text_of(body, "text");
  m.status = wire::MessageStatus::kQueued;
  m.sent_at = m.created_at = kNow + ids_;
  clientIds_[clientId] = m.id;
  say(m);
  c.owner = wire::Owner::kStaff;
  c.waiting_since.reset();
  if (c.assignee.empty()) c.assignee = toStd(user);
  ++c.version;
  put(c);
  return answer(m);
}

Answer FakeDaemon::note(const wire::Conversation& c, const Request& request) {
  wire::Message m;
  m.id = newId("made-n");
  m.conversation_id = c.id;
  m.direction = wire::Direction::kNote;
  m.author = {wire::AuthorKind::kStaff, toStd(user)};
  m.text = wire::text_of(parsed(request.body), "text");
  m.status = wire::MessageStatus::kSent;
  m.sent_at = m.created_at = kNow + ids_;
  say(m);
  return {201, bytes(wire::to_json(m)), {}};
}

Answer FakeDaemon::act(wire::Conversation& c, const QString& verb, const Request& request) {
  const auto body = parsed(request.body);
  if (verb == u"messages") return reply(c, request);
  if (verb == u"notes") return note(c, request);
  if (verb == u"draft") return {409, problem(409, "not_now", "No draft is held."), {}};
  if (verb == u"takeover") {
    c.owner = wire::Owner::kStaff;
    if (c.assignee.empty()) c.assignee = toStd(user);
  } else if (verb == u"handback") {
    c.owner = wire::Owner::kAgent;
    c.assignee.clear();
  } else if (verb == u"assign") {
    c.assignee = wire::text_of(body, "assignee");
  } else if (verb == u"snooze") {
    c.snoozed_until = wire::parse_rfc3339(wire::text_of(body, "until"));
    c.status = c.snoozed_until ? wire::ConversationStatus::kSnoozed : wire::ConversationStatus::kOpen;
  } else if (verb == u"close") {
    c.status = wire::ConversationStatus::kClosed;
  } else if (verb == u"reopen") {
    c.status = wire::ConversationStatus::kOpen;
  } else if (verb == u"labels") {
    c.labels = wire::texts_of(body, "labels");
  } else if (verb == u"read" || verb == u"unread") {
    c.unread = verb == u"unread" ? 1 : 0;
  } else if (verb == u"typing") {
    c.typing = toStd(user);
    c.typing_until = kNow + 60'000;
  } else {
    unexpected_ << QStringLiteral("POST ") + request.path;
    return {404, problem(404, "not_found"), {}};
  }
  ++c.version;
  put(c);
  auto out = wire::to_json(c);
  if (verb == u"typing") {
    out["user"] = c.typing;
    out["until"] = wire::to_rfc3339(*c.typing_until);
  }
  return {200, bytes(out), {}};
}

Answer FakeDaemon::sandbox(const Request& request) {
  const auto body = parsed(request.body);
  const auto phone = wire::text_of(body, "phone");
  const auto id = "c" + phone;
  auto c = conversations_.contains(id) ? conversations_[id] : wire::Conversation{};
  c.id = id;
  c.guest = {"g" + phone, wire::text_of(body, "name"), phone, ""};
  c.updated_at = kNow + ids_;
  ++c.version;
  ++c.unread;
  wire::Message m;
  m.id = newId("made-m");
  m.conversation_id = id;
  m.text = wire::text_of(body, "text");
  m.sent_at = m.created_at = kNow + ids_;
  c.last_message = wire::LastMessage{m.text, m.direction, m.author.kind, "text", m.sent_at};
  say(m);
  put(c);
  return {201, "{\"external_id\":\"wamid.1\"}", {}};
}

}  // namespace hotel::support_qt
