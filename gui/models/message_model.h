// The timeline of one conversation: messages by (sent_at, created_at, id), a separator before each day, and own pending
// messages at the end. History is inserted in front with stable row ids, so that a view can keep its place; the row of
// a pending message becomes the row of the message it turns into. Changes are told as runs of removed, inserted and
// changed rows, never as a reset. An older version never replaces a newer one. GUI thread.
#pragma once

#include <QAbstractListModel>
#include <QHash>
#include <QSet>
#include <QString>
#include <map>
#include <memory>
#include <optional>
#include <tuple>
#include <vector>

#include "core/gui_clock.h"
#include "core/sync_engine.h"
#include "models/roles.h"
#include "wire/message.h"

namespace hotel::guimodels {

class MessageModel : public QAbstractListModel {
  Q_OBJECT
 public:
  MessageModel(const QString& conversationId, guicore::GuiClock& clock, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QHash<int, QByteArray> roleNames() const override;

  QString conversationId() const { return conversationId_; }
  void setUser(const QString& name);  // whose messages are «You»
  void setGuestName(const QString& name);
  void apply(const std::vector<wire::Message>& messages);  // history, or one event; any order
  // The newest page as the server has it, see SyncEngine::messagesReplaced.
  void replacePage(const std::vector<wire::Message>& page, bool keepOlder);
  void setPending(const guicore::PendingMessage& pending);
  void pendingDone(const QString& clientId, const wire::Message& message);
  void dropPending(const QString& clientId);
  void clear();        // another account
  void refreshDays();  // midnight passed: «Today» became «Yesterday»

  QModelIndex indexOfRow(const QString& id) const;  // message id, client id or day
  QString rowIdAt(int row) const;
  std::optional<wire::Message> messageAt(int row) const;  // nothing for days and pending ones
  const wire::Message* find(const QString& messageId) const;
  int messageCount() const { return static_cast<int>(messages_.size()); }  // without days and pending ones
  int pendingCount() const { return static_cast<int>(pending_.size()); }
  bool empty() const { return rows_.empty(); }
  // Row id of the first of the guest's last `unread` messages; empty: none.
  QString firstUnread(int unread) const;

 private:
  using Key = std::tuple<wire::Millis, wire::Millis, std::string>;
  struct Row {
    RowKind kind = RowKind::kMessage;
    QString id;
    std::shared_ptr<const wire::Message> message;  // kMessage, kSystem; nullptr: day or pending
    std::shared_ptr<const guicore::PendingMessage> pending;
    qint64 day = 0;  // Julian day, local time
    wire::Millis at = 0;
  };

  static Key keyOf(const wire::Message& message) { return {message.sent_at, message.created_at, message.id}; }
  bool put(const wire::Message& message);  // false: known, or an older version
  void erase(const QString& messageId);
  std::vector<Row> layout() const;
  Row rowOf(const std::shared_ptr<const wire::Message>& message) const;
  void relayout();  // makes rows_ equal to layout(), telling the difference
  void removeRun(int first, int last);
  void tellChanged(const std::vector<Row>& wanted);
  void reindex();
  void tellAll();

  QVariant messageData(const Row& row, int number, MessageRole role) const;
  QVariant pendingData(const guicore::PendingMessage& pending, MessageRole role) const;
  QVariant wireData(const wire::Message& message, MessageRole role) const;
  QString sentence(const Row& row) const;
  QString authorName(const Row& row) const;
  bool continues(int row) const;

  QString conversationId_;
  guicore::GuiClock& clock_;
  QString user_;
  QString guestName_;
  std::map<Key, std::shared_ptr<const wire::Message>> messages_;
  QHash<QString, Key> keys_;        // by message id
  QHash<QString, QString> rowIds_;  // message id -> client id of the row it came from
  std::vector<std::shared_ptr<const guicore::PendingMessage>> pending_;
  std::vector<Row> rows_;
  QHash<QString, int> index_;
};

// Texts of a timeline, for people (message_texts.cpp).
QString statusText(const wire::Message& message);
QString pendingText(const guicore::PendingMessage& pending);
QString errorText(const wire::Message& message);
bool failedForGood(wire::MessageStatus status);  // loud: failed, refused, unknown
QString dayText(qint64 day, qint64 today);
QString timeText(wire::Millis at);
QString shownText(const wire::Message& message);  // never empty

}  // namespace hotel::guimodels
