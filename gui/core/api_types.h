// What the staff API answers, where the wire types do not say it already. Read leniently: a missing member is empty.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <boost/json/object.hpp>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "wire/alert.h"
#include "wire/booking.h"
#include "wire/conversation.h"
#include "wire/message.h"
#include "wire/operator.h"
#include "wire/ticket.h"

namespace hotel::guicore {

// `code` is the stable code of the problem document, or one of ours when there was none:
//   network (not reachable, cut), timeout, untrusted_key, changed_key, plain_http, cancelled, unreadable (not what the
//   API says), offline (not sent at all).
struct ApiError {
  QString code;
  int status = 0;  // HTTP; 0: no answer
  QString detail;  // for a person; of the server, or ours and translated
  QString requestId;
  std::optional<int> retryAfterSeconds;

  // Whether the server may have acted although we have no answer.
  bool outcomeUnknown() const { return status == 0 && (code == u"network" || code == u"timeout"); }
};

struct Nothing {};

template <class T>
class ApiResult {
 public:
  ApiResult(T value) : state_(std::move(value)) {}
  ApiResult(ApiError error) : state_(std::move(error)) {}
  bool ok() const { return std::holds_alternative<T>(state_); }
  explicit operator bool() const { return ok(); }
  const T& value() const { return std::get<T>(state_); }
  const ApiError& error() const { return std::get<ApiError>(state_); }
  const T& operator*() const { return value(); }
  const T* operator->() const { return &value(); }

 private:
  std::variant<T, ApiError> state_;
};

template <class T>
struct Page {
  std::vector<T> items;
  std::string next;  // cursor of the next page; empty: that was the last
  qint64 asOfSeq = 0;
};

struct Session {
  QString token;
  wire::Operator user;
  std::optional<wire::Millis> expiresAt;
};

// Answer of an action on a conversation: the conversation after it, if the server sent it.
struct Acted {
  std::optional<wire::Conversation> conversation;
};

struct TypingLease {
  QString user;  // who holds it now; not always we
  std::optional<wire::Millis> until;
};

struct AgentDraft {  // what the agent is about to say, and why
  QString id;
  QString text;
  boost::json::object why;
  std::int64_t version = 1;
};

struct CannedReply {
  QString id;
  QString title;
  QString language;
  QString text;
  std::int64_t version = 1;
};

struct MessageTemplate {
  QString name;
  QString language;
  QString status;  // APPROVED, …
  QString body;    // with {{1}} …
  QStringList variables;
};

struct KnowledgeEntry {
  QString key;
  QString language;
  QString text;
  QString updatedBy;
  std::optional<wire::Millis> updatedAt;
  std::int64_t version = 1;  // 0: what a new entry is based on
  bool removed = false;      // this version says that there is no entry any more
};

struct RoomOffer {
  QString roomTypeId;
  QString roomType;
  int free = 0;
  bool fits = false;
  std::optional<wire::Money> nightly;
  std::optional<wire::Money> total;
};

struct AvailabilityAnswer {
  std::vector<RoomOffer> offers;
  wire::Millis readAt = 0;
  QString source;
};

struct AvailabilityQuery {
  wire::Date checkIn{};
  wire::Date checkOut{};
  int adults = 2;
  std::vector<int> childAges;
  int rooms = 1;
};

struct NewBooking {
  AvailabilityQuery stay;
  QString roomTypeId;
  QString guestName;
  QString email;
  QString phone;
  QString conversationId;
  std::optional<wire::Money> expectedTotal;
};

// A booking or cancellation that a worker of the daemon carries out; its end comes as a booking event too.
struct BookingOrder {
  QString intentId;
  QString kind;   // book, cancel
  QString state;  // new posting looking verifying confirmed lost refused unknown cancelling cancelled
  QString bookingId;
  QString detail;
  bool ended() const {
    return state == u"confirmed" || state == u"lost" || state == u"refused" || state == u"unknown" ||
           state == u"cancelled";
  }
};

// An own message as the server took it. `asOfSeq` is what the next send has seen: our own message must not count as a
// colleague's.
struct SentMessage {
  wire::Message message;
  qint64 asOfSeq = 0;
};

struct AuditEntry {
  qint64 seq = 0;
  wire::Millis at = 0;
  QString actor;
  QString action;
  QString object;
  QString detail;
};

struct Overview {  // GET /overview; `all` is the whole answer for the health screen
  boost::json::object all;
};

// What a reply consists of. Exactly one of text and templateObject.
struct OutgoingReply {
  QString text;
  boost::json::object templateObject;  // Graph's template object
  QString clientId;
  qint64 lastSeenSeq = 0;
  QString idempotencyKey;
};

struct SandboxMessage {
  QString phone;
  QString name;
  QString text;
};

}  // namespace hotel::guicore
