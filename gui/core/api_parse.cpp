#include "core/api_parse.h"

#include <QCoreApplication>
#include <QDateTime>
#include <boost/json/array.hpp>

namespace hotel::guicore::parse {
namespace json = boost::json;
namespace {

QString text(const json::value& value, std::string_view key) {
  return toQt(wire::text_of(value, key));
}

std::optional<wire::Millis> time(const json::value& value, std::string_view key) {
  return wire::parse_rfc3339(wire::text_of(value, key));
}

std::optional<wire::Money> money(const json::value& value, std::string_view key) {
  const auto* found = wire::member(value, key);
  return found ? wire::money_from_json(*found) : std::nullopt;
}

QString plainText(int status) {
  switch (status) {
    case 401:
      return QCoreApplication::translate("hotel::guicore::ApiError", "You are not signed in.");
    case 403:
      return QCoreApplication::translate("hotel::guicore::ApiError", "Your role does not allow this.");
    case 404:
      return QCoreApplication::translate("hotel::guicore::ApiError", "This does not exist any more.");
    case 429:
      return QCoreApplication::translate("hotel::guicore::ApiError", "Too many requests. Try again in a moment.");
    case 503:
      return QCoreApplication::translate("hotel::guicore::ApiError", "The server cannot answer just now.");
    default:
      return QCoreApplication::translate("hotel::guicore::ApiError", "The server answered with status %1.").arg(status);
  }
}

QString plainCode(int status) {
  switch (status) {
    case 400:
      return QStringLiteral("bad_request");
    case 401:
      return QStringLiteral("unauthenticated");
    case 403:
      return QStringLiteral("forbidden");
    case 404:
      return QStringLiteral("not_found");
    case 405:
      return QStringLiteral("method_not_allowed");
    case 409:
      return QStringLiteral("conflict");
    case 413:
      return QStringLiteral("too_large");
    case 415:
      return QStringLiteral("unsupported_media_type");
    case 422:
      return QStringLiteral("invalid");
    case 429:
      return QStringLiteral("too_many_requests");
    case 503:
      return QStringLiteral("unavailable");
    default:
      return status >= 500 ? QStringLiteral("internal") : QStringLiteral("unreadable");
  }
}

// RFC 9110: seconds, or a date.
std::optional<int> seconds(const QByteArray& retryAfter) {
  bool number = false;
  const int wait = retryAfter.trimmed().toInt(&number);
  if (number) return wait >= 0 ? std::optional{wait} : std::nullopt;
  const auto at = QDateTime::fromString(QString::fromLatin1(retryAfter), Qt::RFC2822Date);
  if (!at.isValid()) return std::nullopt;
  return static_cast<int>(std::max<qint64>(0, QDateTime::currentDateTimeUtc().secsTo(at)));
}

RoomOffer offer(const json::value& value) {
  RoomOffer out;
  const auto* type = wire::object_of(value, "room_type");
  if (!type) type = wire::object_of(value, "type");
  if (type) {
    const json::value inner(*type);
    out.roomTypeId = text(inner, "id");
    out.roomType = text(inner, "name");
  } else {
    out.roomTypeId = text(value, "room_type_id");
    out.roomType = text(value, "room_type");
  }
  out.free = static_cast<int>(wire::integer_of(value, "free").value_or(0));
  out.fits = wire::flag_of(value, "fits");
  out.nightly = money(value, "nightly");
  out.total = money(value, "total");
  return out;
}

}  // namespace

std::optional<Session> session(const json::value& value) {
  const auto* user = wire::member(value, "user");
  if (!user) return std::nullopt;
  auto person = wire::operator_from_json(*user);
  Session out{text(value, "token"), {}, time(value, "expires_at")};
  if (!person || out.token.isEmpty()) return std::nullopt;
  out.user = std::move(*person);
  return out;
}

std::optional<Acted> acted(const json::value& value) {
  const auto* inner = wire::member(value, "conversation");
  const auto& from = inner ? *inner : value;
  // Anything with an owner is a conversation; notes and other answers are not taken for one.
  if (!wire::member(from, "owner")) return Acted{};
  return Acted{wire::conversation_from_json(from)};
}

// A conversation with `user` and `until` of whoever holds the lease.
std::optional<TypingLease> typingLease(const json::value& value) {
  if (wire::member(value, "user")) return TypingLease{text(value, "user"), time(value, "until")};
  return TypingLease{text(value, "typing"), time(value, "typing_until")};
}

std::optional<BookingOrder> order(const json::value& value) {
  BookingOrder out{text(value, "intent_id"), text(value, "kind"), text(value, "state"), text(value, "booking_id"),
                   text(value, "detail")};
  return out.intentId.isEmpty() ? std::nullopt : std::optional{out};
}

std::optional<SentMessage> sent(const json::value& value) {
  auto message = wire::message_from_json(value);
  if (!message) return std::nullopt;
  return SentMessage{std::move(*message), wire::integer_of(value, "as_of_seq").value_or(0)};
}

std::optional<AgentDraft> draft(const json::value& value) {
  const auto* inner = wire::member(value, "draft");
  const auto& from = inner ? *inner : value;
  AgentDraft out{text(from, "id"), text(from, "text"), {}, wire::integer_of(from, "version").value_or(1)};
  if (const auto* why = wire::object_of(from, "why")) out.why = *why;
  return out.text.isEmpty() ? std::nullopt : std::optional{out};
}

std::optional<CannedReply> cannedReply(const json::value& value) {
  CannedReply out{text(value, "id"), text(value, "title"), text(value, "language"), text(value, "text"),
                  wire::integer_of(value, "version").value_or(1)};
  return out.text.isEmpty() ? std::nullopt : std::optional{out};
}

std::optional<MessageTemplate> messageTemplate(const json::value& value) {
  MessageTemplate out{text(value, "name"), text(value, "language"), text(value, "status"), text(value, "body"), {}};
  for (const auto& variable : wire::texts_of(value, "variables")) out.variables << toQt(variable);
  return out.name.isEmpty() ? std::nullopt : std::optional{out};
}

std::optional<KnowledgeEntry> knowledge(const json::value& value) {
  KnowledgeEntry out{text(value, "key"),
                     text(value, "language"),
                     text(value, "text"),
                     text(value, "updated_by"),
                     time(value, "updated_at"),
                     wire::integer_of(value, "version").value_or(1),
                     wire::flag_of(value, "removed")};
  return out.key.isEmpty() ? std::nullopt : std::optional{out};
}

std::optional<AvailabilityAnswer> availability(const json::value& value) {
  const auto* offers = wire::array_of(value, "offers");
  if (!offers) offers = wire::array_of(value, "items");
  if (!offers) return std::nullopt;
  AvailabilityAnswer out;
  for (const auto& each : *offers) out.offers.push_back(offer(each));
  out.readAt = time(value, "read_at").value_or(0);
  out.source = text(value, "source");
  return out;
}

std::optional<AuditEntry> audit(const json::value& value) {
  return AuditEntry{wire::integer_of(value, "seq").value_or(0),
                    time(value, "at").value_or(0),
                    text(value, "actor"),
                    text(value, "action"),
                    text(value, "object"),
                    text(value, "detail")};
}

ApiError problem(int status, const QByteArray& body, const QByteArray& retryAfter) {
  ApiError error{plainCode(status), status, {}, {}, seconds(retryAfter)};
  if (const auto value = wire::parse_json(std::string_view(body.constData(), static_cast<std::size_t>(body.size())))) {
    if (const auto code = text(*value, "code"); !code.isEmpty()) error.code = code;
    error.detail = text(*value, "detail");
    if (error.detail.isEmpty()) error.detail = text(*value, "title");
    error.requestId = text(*value, "request_id");
    if (!error.retryAfterSeconds)
      if (const auto wait = wire::integer_of(*value, "retry_after")) error.retryAfterSeconds = static_cast<int>(*wait);
  }
  if (error.detail.isEmpty()) error.detail = plainText(status);
  return error;
}

}  // namespace hotel::guicore::parse
