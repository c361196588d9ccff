// What the bot left to people, newest first: all open requests, and those done that were loaded or done since. A newer
// version is never replaced by an older one. GUI thread.
#pragma once

#include <QAbstractListModel>
#include <functional>
#include <vector>

#include "models/roles.h"
#include "wire/ticket.h"

namespace hotel::guimodels {

class TicketModel : public QAbstractListModel {
  Q_OBJECT
 public:
  using GuestName = std::function<QString(const QString& conversationId)>;
  explicit TicketModel(GuestName guestName, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QHash<int, QByteArray> roleNames() const override;

  void setOpen(const std::vector<wire::Ticket>& open);  // the server's whole list of open ones: a difference
  void apply(const wire::Ticket& ticket);               // of an event, an answer or a list of done ones
  void clear();
  void guestsChanged();  // names of guests may be others now
  int open() const { return open_; }
  const wire::Ticket* find(const QString& id) const;

 Q_SIGNALS:
  void openChanged(int open);

 private:
  void put(const wire::Ticket& ticket);
  int rowOf(const std::string& id) const;  // -1: not here
  void recount();

  GuestName guest_name_;
  std::vector<wire::Ticket> tickets_;
  int open_ = 0;
};

}  // namespace hotel::guimodels
