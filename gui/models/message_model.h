// The timeline of one conversation: messages by (sent_at, created_at, id), a separator before each day, and own pending
// messages at the end. History is inserted in front with stable row ids, so that a view can keep its place. Never reset
// by an update. GUI thread.
#pragma once

#include <QAbstractListModel>
#include <QHash>
#include <QString>
#include <QTimeZone>
#include <memory>
#include <optional>
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
  void setUser(const QString& name) { user_ = name; }  // whose messages are «You»
  void setGuestName(const QString& name);
  void apply(const std::vector<wire::Message>& messages);  // a page, or one event; any order
  void setPending(const guicore::PendingMessage& pending);
  void pendingDone(const QString& clientId, const wire::Message& message);
  void dropPending(const QString& clientId);
  void refreshDays();  // midnight passed: «Today» became «Yesterday»

  QModelIndex indexOfRow(const QString& rowId) const;  // message id, client id or day
  QString rowIdAt(int row) const;
  std::optional<wire::Message> messageAt(int row) const;
  const wire::Message* find(const QString& messageId) const;
  int messageCount() const;  // without days and pending ones
  int pendingCount() const;
  bool empty() const { return rows_.empty(); }
  // The first message of the guest after the newest of ours, if the conversation has `unread` of them; empty: none.
  QString firstUnread(int unread) const;

 private:
  struct Row {
    RowKind kind = RowKind::kMessage;
    QString id;
    wire::Message message;  // kMessage, kSystem
    std::optional<guicore::PendingMessage> pending;
    qint64 day = 0;  // Julian day in local time
    wire::Millis at = 0;
  };

  void applyOne(const wire::Message& message);
  void insertSorted(std::vector<Row> sorted);
  void insertRowsAt(int at, std::vector<Row> rows);
  void removeRowAt(int at);
  void updateRow(int at, const wire::Message& message);
  void rebuildIndex(int from);
  int upperBound(const Row& row) const;
  int pendingBegin() const;
  Row rowOf(const wire::Message& message) const;
  Row dayRow(qint64 day) const;
  QVariant messageData(const Row& row, int rowNumber, MessageRole role) const;
  QString sentence(const Row& row) const;
  QString authorName(const Row& row) const;
  QString statusText(const Row& row) const;
  QString dayText(qint64 day) const;
  bool continues(int row) const;

  QString conversationId_;
  guicore::GuiClock& clock_;
  QString user_;
  QString guestName_;
  std::vector<Row> rows_;
  QHash<QString, int> index_;
};

}  // namespace hotel::guimodels
