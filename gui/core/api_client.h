// Client of the staff API (/api/v1). GUI thread; nothing blocks.
//
// Every call has a deadline, follows no redirect, reads at most kMaxBody bytes, and ends in an ApiReply: a value, or an
// ApiError made of the problem document. A 401 on any call but sign-in is announced by signedOut() too. The token is
// only kept in memory.
#pragma once

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QUrl>
#include <QUrlQuery>
#include <boost/json/value.hpp>
#include <chrono>
#include <functional>
#include <optional>

#include "core/api_reply.h"
#include "core/api_types.h"
#include "wire/filter.h"

namespace hotel::guicore {

class Trust;

class ApiClient : public QObject {
  Q_OBJECT
 public:
  static constexpr std::chrono::milliseconds kReadDeadline{15'000};
  static constexpr std::chrono::milliseconds kWriteDeadline{20'000};
  static constexpr std::chrono::milliseconds kTakeOverDeadline{
      45'000};                                                      // the daemon waits up to 35 s for a send under way
  static constexpr std::chrono::milliseconds kPmsDeadline{45'000};  // bookings: the daemon itself waits up to 30 s
  static constexpr std::chrono::milliseconds kFileDeadline{60'000};
  static constexpr qint64 kMaxBody = 32 * 1024 * 1024;

  ApiClient(Trust& trust, QObject* parent = nullptr);
  ~ApiClient() override;

  void setServer(const QUrl& server);  // https://host:port, without /api/v1
  QUrl server() const { return server_; }
  void setToken(const QString& token) { token_ = token; }
  QString token() const { return token_; }
  static QByteArray userAgent();
  QUrl urlOf(const QString& path) const;  // "/me" -> https://host/api/v1/me

  // --- session
  ApiReply<Session> signIn(const QString& user, const QString& password);  // sets the token
  ApiReply<Nothing> signOut();                                             // clears it whatever the server says
  ApiReply<wire::Operator> me();

  // --- conversations
  ApiReply<Page<wire::Conversation>> conversations(wire::View view, const QString& cursor = {}, int limit = 200,
                                                   const QString& query = {});
  ApiReply<wire::Conversation> conversation(const QString& id);
  ApiReply<Page<wire::Message>> messages(const QString& conversationId, const QString& before = {},
                                         int limit = 200);  // newest first
  ApiReply<SentMessage> reply(const QString& conversationId, const OutgoingReply& reply);
  ApiReply<SentMessage> note(const QString& conversationId, const QString& text, const QString& clientId);
  ApiReply<Acted> takeOver(const QString& id);
  ApiReply<Acted> handBack(const QString& id, const QString& noteToAgent = {});
  ApiReply<Acted> assign(const QString& id, const QString& user);  // empty: nobody
  ApiReply<Acted> snooze(const QString& id, wire::Millis until);
  ApiReply<Acted> close(const QString& id);
  ApiReply<Acted> reopen(const QString& id);
  ApiReply<Acted> markUnread(const QString& id);
  ApiReply<Acted> setLabels(const QString& id, const QStringList& labels);
  ApiReply<Acted> markRead(const QString& id);
  ApiReply<TypingLease> typing(const QString& id,
                               bool on = true);                  // takes or renews the lease of 60 s, or gives it back
  ApiReply<std::optional<AgentDraft>> draft(const QString& id);  // nothing: the agent prepares nothing
  ApiReply<Nothing> approveDraft(const QString& id);
  ApiReply<Nothing> discardDraft(const QString& id);

  ApiReply<QByteArray> file(const QString& messageId);  // the bytes of what came, or went, with a message

  // --- the rest
  ApiReply<Page<wire::Message>> search(const QString& query, const QString& cursor = {});
  ApiReply<AvailabilityAnswer> availability(const AvailabilityQuery& query);
  ApiReply<Page<wire::Booking>> bookings(const QString& phone = {}, const QString& query = {},
                                         const QString& cursor = {});
  ApiReply<wire::Booking> booking(const QString& id);
  ApiReply<BookingOrder> book(const NewBooking& booking, const QString& idempotencyKey);
  ApiReply<BookingOrder> cancelBooking(const QString& id, const QString& idempotencyKey);
  ApiReply<BookingOrder> bookingIntent(const QString& intentId);
  ApiReply<Page<CannedReply>> cannedReplies();
  ApiReply<Page<MessageTemplate>> templates();
  ApiReply<Page<KnowledgeEntry>> knowledge();
  // `entry.version` is the one that was read: the server refuses it when it is not the newest (`version_conflict`).
  // The ticket, if any, is done in the same transaction.
  ApiReply<KnowledgeEntry> putKnowledge(const KnowledgeEntry& entry, const QString& ticketId = {});
  ApiReply<Nothing> removeKnowledge(const QString& key, const QString& language, qint64 version);
  ApiReply<Page<KnowledgeEntry>> knowledgeHistory(const QString& key, const QString& language);  // newest first
  ApiReply<Page<wire::Ticket>> tickets(const QString& state, const QString& cursor = {});        // open, done, all
  ApiReply<wire::Ticket> setTicketDone(const QString& id, bool done);
  ApiReply<Page<wire::Alert>> alerts(const QString& cursor = {});
  ApiReply<wire::Alert> acknowledge(const QString& alertId);
  ApiReply<Overview> overview();
  ApiReply<Page<AuditEntry>> audit(const QString& cursor = {});
  ApiReply<Nothing> sandboxMessage(const SandboxMessage& message);

  // Anything else: `parse` turns the answer (null without a body) into a value, or returns nothing for "not what the
  // API says".
  struct Request {
    QByteArray method = "GET";
    QString path;  // below /api/v1, ids already percent-encoded (see segment())
    QUrlQuery query;
    std::optional<boost::json::value> body;
    QString idempotencyKey;  // writes get a fresh one when empty
    std::chrono::milliseconds deadline = kReadDeadline;
    bool bytes = false;  // the answer is a file, whatever it holds
  };
  template <class T>
  using Parser = std::function<std::optional<T>(const boost::json::value&)>;
  template <class T>
  ApiReply<T> call(const Request& request, Parser<T> parse);
  static QString segment(const QString& id);  // percent-encoded path segment

  void abortAll();  // every running call ends with `cancelled`

 Q_SIGNALS:
  void signedOut();  // the token is not valid any more

 private:
  using Answer = std::variant<boost::json::value, QByteArray, ApiError>;
  using Done = std::function<void(Answer)>;
  QNetworkReply* start(const Request& request, Done done);
  void finished(QNetworkReply* reply, const QString& sentToken, bool bytes, const Done& done);
  static void abortReply(QNetworkReply* reply);
  ApiReply<Acted> act(const QString& id, const QString& verb, boost::json::object body,
                      std::chrono::milliseconds deadline = kWriteDeadline);
  ApiReply<Nothing> bare(const Request& request);

  Trust& trust_;
  QNetworkAccessManager network_;
  QUrl server_;
  QString token_;
};

template <class T>
ApiReply<T> ApiClient::call(const Request& request, Parser<T> parse) {
  ApiReply<T> out;
  QPointer<QNetworkReply> reply = start(request, [out, parse = std::move(parse)](Answer answer) {
    if (auto* error = std::get_if<ApiError>(&answer)) return out.finish(std::move(*error));
    if (auto value = parse(std::get<boost::json::value>(answer))) return out.finish(std::move(*value));
    out.finish(ApiError{
        QStringLiteral("unreadable"), 200, tr("The server answered in a form this version does not know."), {}, {}});
  });
  if (reply)
    out.onAbort([reply] {
      if (reply) abortReply(reply);
    });
  return out;
}

}  // namespace hotel::guicore
