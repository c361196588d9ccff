// All conversations, one row each, in the order in which they became known. Rows never move: order and views are the
// proxy's. Changes are collected and told once per kBatch, as contiguous runs. An older version never replaces a newer
// one. GUI thread.
#pragma once

#include <QAbstractListModel>
#include <QHash>
#include <QSet>
#include <QString>
#include <chrono>
#include <memory>
#include <optional>
#include <vector>

#include "core/gui_clock.h"
#include "models/roles.h"
#include "wire/conversation.h"

namespace hotel::guimodels {

class ConversationListModel : public QAbstractListModel {
  Q_OBJECT
 public:
  static constexpr std::chrono::milliseconds kBatch{50};

  explicit ConversationListModel(guicore::GuiClock& clock, QObject* parent = nullptr);
  ~ConversationListModel() override;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QHash<int, QByteArray> roleNames() const override;

  void setUser(const QString& name);  // whose console this is
  QString user() const;
  void apply(const std::vector<wire::Conversation>& changed);  // inserts or updates
  void remove(const QStringList& ids);
  void clear();
  void setDraft(const QString& id, bool has);
  void tick(wire::Millis now);  // waiting times went on: tells the rows whose text or SLA state changed
  void flush();                 // tells the collected changes now

  QModelIndex indexOf(const QString& id) const;
  const wire::Conversation* find(const QString& id) const;
  const wire::Conversation& at(int row) const { return *rows_[static_cast<std::size_t>(row)]; }
  QString sentence(const wire::Conversation& conversation) const;  // for screen readers
  wire::Millis now() const { return now_; }

 Q_SIGNALS:
  void batchTold();  // after a batch of dataChanged

 private:
  void touch(int row);
  SlaState slaState(const wire::Conversation& c) const;
  QVariant detail(const wire::Conversation& c, ConversationRole role) const;
  void reindex(int from);

  guicore::GuiClock& clock_;
  std::unique_ptr<guicore::GuiTimer> batch_;
  std::vector<std::unique_ptr<wire::Conversation>> rows_;
  QHash<QString, int> index_;
  QSet<int> touched_;
  QSet<QString> drafts_;
  std::vector<std::pair<int, SlaState>> told_;  // per row: waiting minutes and SLA state as last told
  std::string user_;
  wire::Millis now_ = 0;
};

QString guestName(const wire::Guest& guest);  // name, else number, else «Guest»
QString waitingText(int minutes);             // «12m», «3h», «2d»

}  // namespace hotel::guimodels
