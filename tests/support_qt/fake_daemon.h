// The staff API in memory behind a real socket, for tests of the console. Runs in the event loop of the test.
//
// Knows sessions, conversations, messages, replies (with their 409s and client ids), notes, actions, alerts, tickets,
// the knowledge base with its versions, and the event stream with its log. What the script says comes first:
// answerNext() for one coming request of a path, streamAnswerNext() for one coming stream. Every request is recorded.
// An unknown path is a 404, recorded in unexpected().
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QUrl>
#include <QUrlQuery>
#include <boost/json/object.hpp>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "wire/alert.h"
#include "wire/conversation.h"
#include "wire/message.h"
#include "wire/ticket.h"

class QTcpServer;
class QTcpSocket;

namespace hotel::support_qt {

struct Request {
  QByteArray method;
  QString path;  // below /api/v1, decoded
  QUrlQuery query;
  QHash<QByteArray, QByteArray> headers;  // names in lower case
  QByteArray body;
};

struct Answer {
  int status = 200;
  QByteArray body;
  QList<std::pair<QByteArray, QByteArray>> headers;
  bool never = false;       // keeps the client waiting
  qsizetype cutAfter = -1;  // closes the connection after so many bytes of the whole answer
};

class FakeDaemon : public QObject {
  Q_OBJECT
 public:
  explicit FakeDaemon(QObject* parent = nullptr);
  ~FakeDaemon() override;

  QUrl url() const;
  void close();   // refuses connections, cuts the open ones
  void listen();  // again, at the same port

  // --- what it holds
  QString token = QStringLiteral("token-1");
  QString user = QStringLiteral("ana");
  std::vector<std::string> roles{"frontdesk"};
  void put(const wire::Conversation& conversation, bool tell = true);
  void erase(const QString& id) { conversations_.erase(id.toStdString()); }
  const wire::Conversation* find(const QString& id) const;
  void say(const wire::Message& message, bool tell = true, bool created = true);  // into the history, and as an event
  void putAlert(const wire::Alert& alert, bool tell = true);
  void putTicket(const wire::Ticket& ticket, bool tell = true);
  const std::vector<wire::Ticket>& tickets() const { return tickets_; }
  // One version more, written by `by` at `at`. An empty text removes the entry.
  void putKnowledge(const std::string& key, const std::string& language, const std::string& text, const std::string& by,
                    wire::Millis at, bool tell = true);
  std::string knowledge(const std::string& key, const std::string& language) const;  // empty: none
  const std::vector<wire::Message>& messages(const QString& conversationId) {
    return messages_[conversationId.toStdString()];
  }
  qint64 seq() const { return seq_; }
  void setSeq(qint64 seq) {
    seq_ = seq;
    log_.clear();
  }  // as after a restored backup, or retention
  qint64 emitEvent(std::string_view kind, boost::json::object entity, std::int64_t version);
  int pageSize = 200;  // at most

  // --- script
  void answerNext(const QString& path, const Answer& answer);
  void streamAnswerNext(const Answer& answer);
  bool holdEvents = false;                // logged, but not sent: the stream lags
  void release();                         // sends what was held
  void sendRaw(const QByteArray& bytes);  // to every open stream
  void cutStreams();
  int streams() const;
  static QByteArray problem(int status, const char* code, const char* detail = "");
  static QByteArray frame(qint64 seq, std::string_view kind, const QByteArray& data);

  // --- what came
  const std::vector<Request>& requests() const { return requests_; }
  std::vector<Request> requests(const QByteArray& method, const QString& path) const;
  QStringList unexpected() const { return unexpected_; }

 private:
  struct LogEntry {
    qint64 seq;
    QByteArray frame;
  };
  struct Connection {
    QPointer<QTcpSocket> socket;
    QByteArray in;
    bool streaming = false;
    qint64 sent = 0;
  };

  void accept();
  void read(const std::shared_ptr<Connection>& connection);
  bool takeOne(const std::shared_ptr<Connection>& connection);
  void write(QTcpSocket& socket, const Answer& answer);
  void serve(const std::shared_ptr<Connection>& connection, const Request& request);
  void stream(const std::shared_ptr<Connection>& connection, const Request& request);
  void pump();
  Answer route(const Request& request);
  Answer session(const Request& request);
  Answer listed(boost::json::array items, const std::string& next) const;
  Answer conversationList(const Request& request) const;
  Answer messageList(const std::string& id, const Request& request);
  Answer act(wire::Conversation& conversation, const QString& verb, const Request& request);
  Answer reply(wire::Conversation& conversation, const Request& request);
  Answer note(const wire::Conversation& conversation, const Request& request);
  Answer sandbox(const Request& request);
  Answer ticketRoute(const Request& request, const QStringList& parts);
  Answer knowledgeRoute(const Request& request, const QStringList& parts);
  Answer changeKnowledge(const Request& request, const std::string& key);
  std::string newId(const char* kind);

  std::unique_ptr<QTcpServer> server_;
  quint16 port_ = 0;
  qint64 seq_ = 0;
  qint64 oldest_ = 0;
  int ids_ = 0;
  std::map<std::string, wire::Conversation> conversations_;
  std::map<std::string, std::vector<wire::Message>> messages_;
  std::map<std::string, std::string> clientIds_;  // client id -> message id
  std::map<std::string, qint64> staffSaid_;       // conversation -> seq of the last message of staff
  std::vector<wire::Alert> alerts_;
  std::vector<wire::Ticket> tickets_;
  std::map<std::pair<std::string, std::string>, std::vector<boost::json::object>> knowledge_;  // versions, oldest first
  std::vector<LogEntry> log_;
  std::vector<std::shared_ptr<Connection>> connections_;
  std::vector<std::pair<QString, Answer>> script_;
  std::vector<Answer> streamScript_;
  std::vector<Request> requests_;
  QStringList unexpected_;
};

}  // namespace hotel::support_qt
