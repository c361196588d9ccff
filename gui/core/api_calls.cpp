// The calls of the API, one by one: path, body, and how the answer is read.
#include <QUuid>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "core/api_client.h"
#include "core/api_parse.h"
#include "core/text.h"
#include "wire/codec.h"

namespace hotel::guicore {
namespace json = boost::json;
namespace {

const QString kConversations = QStringLiteral("/conversations/");

QUrlQuery query(std::initializer_list<std::pair<const char*, QString>> items) {
  QUrlQuery out;
  for (const auto& [key, value] : items)
    if (!value.isEmpty())
      out.addQueryItem(QString::fromLatin1(key), QString::fromLatin1(QUrl::toPercentEncoding(value)));
  return out;
}

template <class T>
auto pageOf(std::optional<T> (*item)(const json::value&)) {
  return [item](const json::value& value) { return parse::page<T>(value, item); };
}

std::optional<Nothing> nothing(const json::value&) {
  return Nothing{};
}

QString iso(wire::Date day) {
  return toQt(wire::to_iso(day));
}

// "4,7"
QString ages(const std::vector<int>& childAges) {
  QStringList out;
  for (const int age : childAges) out << QString::number(age);
  return out.join(u',');
}

json::object bookingBody(const NewBooking& b) {
  json::array rooms;
  for (int i = 0; i < std::max(1, b.stay.rooms); ++i) {
    // All children sleep in the first room: the console has one field for them.
    json::array children;
    if (i == 0)
      for (const int age : b.stay.childAges) children.emplace_back(age);
    rooms.push_back(json::object{{"adults", b.stay.adults}, {"children", std::move(children)}});
  }
  json::object out{{"check_in", wire::to_iso(b.stay.checkIn)},
                   {"check_out", wire::to_iso(b.stay.checkOut)},
                   {"rooms", std::move(rooms)},
                   {"room_type_id", toStd(b.roomTypeId)},
                   {"guest_name", toStd(b.guestName)},
                   {"email", wire::text_or_null(toStd(b.email))},
                   {"phone", toStd(b.phone)},
                   {"conversation_id", wire::text_or_null(toStd(b.conversationId))}};
  if (b.expectedTotal) out["expected_total"] = wire::to_json(*b.expectedTotal);
  return out;
}

}  // namespace

ApiReply<Session> ApiClient::signIn(const QString& user, const QString& password) {
  token_.clear();
  Request request{"POST", QStringLiteral("/session"),
                  {},     json::object{{"user", toStd(user)}, {"password", toStd(password)}},
                  {},     kWriteDeadline};
  auto reply = call<Session>(request, parse::session);
  reply.then(this, [this](const ApiResult<Session>& result) {
    if (result) token_ = result->token;
  });
  return reply;
}

ApiReply<Nothing> ApiClient::signOut() {
  auto reply = bare({"DELETE", QStringLiteral("/session"), {}, {}, {}, kReadDeadline});
  token_.clear();
  return reply;
}

ApiReply<wire::Operator> ApiClient::me() {
  return call<wire::Operator>({"GET", QStringLiteral("/me"), {}, {}, {}, kReadDeadline}, [](const json::value& value) {
    const auto* user = wire::member(value, "user");
    return wire::operator_from_json(user ? *user : value);
  });
}

ApiReply<Page<wire::Conversation>> ApiClient::conversations(wire::View view, const QString& cursor, int limit,
                                                            const QString& words) {
  return call<Page<wire::Conversation>>(
      {"GET",
       QStringLiteral("/conversations"),
       query({{"view", toQt(wire::name(view))}, {"q", words}, {"cursor", cursor}, {"limit", QString::number(limit)}}),
       {},
       {},
       kReadDeadline},
      pageOf(wire::conversation_from_json));
}

ApiReply<wire::Conversation> ApiClient::conversation(const QString& id) {
  return call<wire::Conversation>({"GET", QString(kConversations + segment(id)), {}, {}, {}, kReadDeadline},
                                  wire::conversation_from_json);
}

ApiReply<Page<wire::Message>> ApiClient::messages(const QString& conversationId, const QString& before, int limit) {
  return call<Page<wire::Message>>({"GET",
                                    QString(kConversations + segment(conversationId) + QStringLiteral("/messages")),
                                    query({{"before", before}, {"limit", QString::number(limit)}}),
                                    {},
                                    {},
                                    kReadDeadline},
                                   pageOf(wire::message_from_json));
}

ApiReply<QByteArray> ApiClient::file(const QString& messageId) {
  ApiReply<QByteArray> out;
  Request request{"GET", QString(QStringLiteral("/messages/") + segment(messageId) + QStringLiteral("/media")),
                  {},    {},
                  {},    kFileDeadline};
  request.bytes = true;
  QPointer<QNetworkReply> reply = start(request, [out](Answer answer) {
    if (auto* error = std::get_if<ApiError>(&answer)) return out.finish(std::move(*error));
    out.finish(std::get<QByteArray>(std::move(answer)));
  });
  if (reply)
    out.onAbort([reply] {
      if (reply) abortReply(reply);
    });
  return out;
}

ApiReply<SentMessage> ApiClient::reply(const QString& conversationId, const OutgoingReply& reply) {
  json::object body{{"client_id", toStd(reply.clientId)}, {"last_seen_seq", reply.lastSeenSeq}};
  if (reply.templateObject.empty())
    body["text"] = toStd(reply.text);
  else
    body["template"] = reply.templateObject;
  return call<SentMessage>({"POST",
                            QString(kConversations + segment(conversationId) + QStringLiteral("/messages")),
                            {},
                            std::move(body),
                            reply.idempotencyKey,
                            kWriteDeadline},
                           parse::sent);
}

ApiReply<SentMessage> ApiClient::note(const QString& conversationId, const QString& text, const QString& clientId) {
  json::object body{{"text", toStd(text)}, {"client_id", toStd(clientId)}};
  return call<SentMessage>({"POST",
                            QString(kConversations + segment(conversationId) + QStringLiteral("/notes")),
                            {},
                            std::move(body),
                            clientId,
                            kWriteDeadline},
                           parse::sent);
}

ApiReply<Acted> ApiClient::act(const QString& id, const QString& verb, json::object body,
                               std::chrono::milliseconds deadline) {
  return call<Acted>({"POST", QString(kConversations + segment(id) + u'/' + verb), {}, std::move(body), {}, deadline},
                     parse::acted);
}

ApiReply<Acted> ApiClient::takeOver(const QString& id) {
  return act(id, QStringLiteral("takeover"), {}, kTakeOverDeadline);
}
ApiReply<Acted> ApiClient::reopen(const QString& id) {
  return act(id, QStringLiteral("reopen"), {});
}
ApiReply<Acted> ApiClient::markUnread(const QString& id) {
  return act(id, QStringLiteral("unread"), {});
}
ApiReply<Acted> ApiClient::close(const QString& id) {
  return act(id, QStringLiteral("close"), {});
}
ApiReply<Acted> ApiClient::markRead(const QString& id) {
  return act(id, QStringLiteral("read"), {});
}

ApiReply<Acted> ApiClient::handBack(const QString& id, const QString& noteToAgent) {
  json::object body;
  if (!noteToAgent.isEmpty()) body["note"] = toStd(noteToAgent);
  return act(id, QStringLiteral("handback"), std::move(body));
}

ApiReply<Acted> ApiClient::assign(const QString& id, const QString& user) {
  return act(id, QStringLiteral("assign"), {{"assignee", wire::text_or_null(toStd(user))}});
}

ApiReply<Acted> ApiClient::snooze(const QString& id, wire::Millis until) {
  return act(id, QStringLiteral("snooze"), {{"until", wire::to_rfc3339(until)}});
}

ApiReply<Acted> ApiClient::setLabels(const QString& id, const QStringList& labels) {
  json::array list;
  for (const auto& label : labels) list.emplace_back(toStd(label));
  return act(id, QStringLiteral("labels"), {{"labels", std::move(list)}});
}

ApiReply<TypingLease> ApiClient::typing(const QString& id, bool on) {
  return call<TypingLease>({"POST",
                            QString(kConversations + segment(id) + QStringLiteral("/typing")),
                            {},
                            json::object{{"typing", on}},
                            {},
                            kWriteDeadline},
                           parse::typingLease);
}

ApiReply<std::optional<AgentDraft>> ApiClient::draft(const QString& id) {
  using Draft = std::optional<AgentDraft>;
  const auto inner =
      call<Draft>({"GET", QString(kConversations + segment(id) + QStringLiteral("/draft")), {}, {}, {}, kReadDeadline},
                  [](const json::value& value) { return std::optional<Draft>(std::in_place, parse::draft(value)); });
  ApiReply<Draft> out;
  out.onAbort([inner] { inner.abort(); });
  inner.then(this, [out](const ApiResult<Draft>& result) {
    if (!result && result.error().status == 404) return out.finish(Draft{});  // no draft is no failure
    out.finish(result);
  });
  return out;
}

ApiReply<Nothing> ApiClient::approveDraft(const QString& id) {
  return bare({"POST",
               QString(kConversations + segment(id) + QStringLiteral("/draft/approve")),
               {},
               json::object{},
               {},
               kWriteDeadline});
}

ApiReply<Nothing> ApiClient::discardDraft(const QString& id) {
  return bare({"POST",
               QString(kConversations + segment(id) + QStringLiteral("/draft/discard")),
               {},
               json::object{},
               {},
               kWriteDeadline});
}

ApiReply<Nothing> ApiClient::bare(const Request& request) {
  return call<Nothing>(request, nothing);
}

ApiReply<Page<wire::Message>> ApiClient::search(const QString& words, const QString& cursor) {
  return call<Page<wire::Message>>(
      {"GET", QStringLiteral("/search"), query({{"q", words}, {"cursor", cursor}}), {}, {}, kReadDeadline},
      pageOf(wire::message_from_json));
}

ApiReply<AvailabilityAnswer> ApiClient::availability(const AvailabilityQuery& q) {
  return call<AvailabilityAnswer>({"GET",
                                   QStringLiteral("/availability"),
                                   query({{"check_in", iso(q.checkIn)},
                                          {"check_out", iso(q.checkOut)},
                                          {"adults", QString::number(q.adults)},
                                          {"children", ages(q.childAges)},
                                          {"rooms", QString::number(q.rooms)}}),
                                   {},
                                   {},
                                   kPmsDeadline},
                                  parse::availability);
}

ApiReply<Page<wire::Booking>> ApiClient::bookings(const QString& phone, const QString& words, const QString& cursor) {
  return call<Page<wire::Booking>>({"GET",
                                    QStringLiteral("/bookings"),
                                    query({{"phone", phone}, {"q", words}, {"cursor", cursor}}),
                                    {},
                                    {},
                                    kReadDeadline},
                                   pageOf(wire::booking_from_json));
}

ApiReply<wire::Booking> ApiClient::booking(const QString& id) {
  return call<wire::Booking>({"GET", QString(QStringLiteral("/bookings/") + segment(id)), {}, {}, {}, kPmsDeadline},
                             wire::booking_from_json);
}

ApiReply<BookingOrder> ApiClient::book(const NewBooking& booking, const QString& idempotencyKey) {
  return call<BookingOrder>(
      {"POST", QStringLiteral("/bookings"), {}, bookingBody(booking), idempotencyKey, kPmsDeadline}, parse::order);
}

ApiReply<BookingOrder> ApiClient::cancelBooking(const QString& id, const QString& idempotencyKey) {
  return call<BookingOrder>({"POST",
                             QString(QStringLiteral("/bookings/") + segment(id) + QStringLiteral("/cancel")),
                             {},
                             json::object{},
                             idempotencyKey,
                             kPmsDeadline},
                            parse::order);
}

ApiReply<BookingOrder> ApiClient::bookingIntent(const QString& intentId) {
  return call<BookingOrder>(
      {"GET", QString(QStringLiteral("/bookings/intents/") + segment(intentId)), {}, {}, {}, kReadDeadline},
      parse::order);
}

ApiReply<Page<CannedReply>> ApiClient::cannedReplies() {
  return call<Page<CannedReply>>({"GET", QStringLiteral("/canned-replies"), {}, {}, {}, kReadDeadline},
                                 pageOf(parse::cannedReply));
}

ApiReply<Page<MessageTemplate>> ApiClient::templates() {
  return call<Page<MessageTemplate>>({"GET", QStringLiteral("/templates"), {}, {}, {}, kReadDeadline},
                                     pageOf(parse::messageTemplate));
}

ApiReply<Page<KnowledgeEntry>> ApiClient::knowledge() {
  return call<Page<KnowledgeEntry>>({"GET", QStringLiteral("/knowledge"), {}, {}, {}, kReadDeadline},
                                    pageOf(parse::knowledge));
}

ApiReply<KnowledgeEntry> ApiClient::putKnowledge(const KnowledgeEntry& entry, const QString& ticketId) {
  json::object body{{"key", toStd(entry.key)},
                    {"language", toStd(entry.language)},
                    {"text", toStd(entry.text)},
                    {"version", entry.version}};
  if (!ticketId.isEmpty()) body["ticket_id"] = toStd(ticketId);
  return call<KnowledgeEntry>(
      {"PUT", QString(QStringLiteral("/knowledge/") + segment(entry.key)), {}, std::move(body), {}, kWriteDeadline},
      parse::knowledge);
}

ApiReply<Nothing> ApiClient::removeKnowledge(const QString& key, const QString& language, qint64 version) {
  return bare({"DELETE",
               QString(QStringLiteral("/knowledge/") + segment(key)),
               query({{"language", language}, {"version", QString::number(version)}}),
               {},
               {},
               kWriteDeadline});
}

ApiReply<Page<KnowledgeEntry>> ApiClient::knowledgeHistory(const QString& key, const QString& language) {
  return call<Page<KnowledgeEntry>>({"GET",
                                     QString(QStringLiteral("/knowledge/") + segment(key) + QStringLiteral("/history")),
                                     query({{"language", language}}),
                                     {},
                                     {},
                                     kReadDeadline},
                                    pageOf(parse::knowledge));
}

ApiReply<Page<wire::Ticket>> ApiClient::tickets(const QString& state, const QString& cursor) {
  return call<Page<wire::Ticket>>({"GET",
                                   QStringLiteral("/tickets"),
                                   query({{"state", state}, {"cursor", cursor}, {"limit", QStringLiteral("200")}}),
                                   {},
                                   {},
                                   kReadDeadline},
                                  pageOf(wire::ticket_from_json));
}

ApiReply<wire::Ticket> ApiClient::setTicketDone(const QString& id, bool done) {
  return call<wire::Ticket>({"POST",
                             QString(QStringLiteral("/tickets/") + segment(id) +
                                     (done ? QStringLiteral("/done") : QStringLiteral("/reopen"))),
                             {},
                             json::object{},
                             {},
                             kWriteDeadline},
                            wire::ticket_from_json);
}

ApiReply<Page<wire::Alert>> ApiClient::alerts(const QString& cursor) {
  return call<Page<wire::Alert>>({"GET", QStringLiteral("/alerts"), query({{"cursor", cursor}}), {}, {}, kReadDeadline},
                                 pageOf(wire::alert_from_json));
}

ApiReply<wire::Alert> ApiClient::acknowledge(const QString& alertId) {
  return call<wire::Alert>({"POST",
                            QString(QStringLiteral("/alerts/") + segment(alertId) + QStringLiteral("/ack")),
                            {},
                            json::object{},
                            {},
                            kWriteDeadline},
                           wire::alert_from_json);
}

ApiReply<Overview> ApiClient::overview() {
  return call<Overview>({"GET", QStringLiteral("/overview"), {}, {}, {}, kReadDeadline}, [](const json::value& value) {
    return value.is_object() ? std::optional<Overview>(Overview{value.get_object()}) : std::nullopt;
  });
}

ApiReply<Page<AuditEntry>> ApiClient::audit(const QString& cursor) {
  return call<Page<AuditEntry>>({"GET", QStringLiteral("/audit"), query({{"cursor", cursor}}), {}, {}, kReadDeadline},
                                pageOf(parse::audit));
}

ApiReply<Nothing> ApiClient::sandboxMessage(const SandboxMessage& message) {
  return bare(
      {"POST",
       QStringLiteral("/sandbox/messages"),
       {},
       json::object{{"phone", toStd(message.phone)}, {"name", toStd(message.name)}, {"text", toStd(message.text)}},
       {},
       kWriteDeadline});
}

}  // namespace hotel::guicore
