// All conversations, one row each, in the order in which they became known. Rows never move: order and views are the
// proxy's.
//
// Changes are collected and told once per kBatch, as contiguous runs. data() is always the newest; toldKeys() is what a
// proxy may sort by: it changes at the moment at which the row is told, so that a sorted list is never out of order
// behind its back. An older version never replaces a newer one. GUI thread.
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

struct SortKeys {
  wire::Millis waitingSince = 0;  // 0: nobody waits
  wire::Millis lastAt = 0;
  friend bool operator==(const SortKeys&, const SortKeys&) = default;
};

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
  void setTyping(const QString& id, const QString& user,
                 wire::Millis until);  // between two versions of the conversation
  void tick(wire::Millis now);         // waiting times went on: tells the rows whose text or state changed
  void flush();                        // tells the collected changes now
  void tellAgain(int row);             // for a proxy that held it back

  QModelIndex indexOf(const QString& id) const;
  const wire::Conversation* find(const QString& id) const;
  const wire::Conversation& at(int row) const { return *rows_[static_cast<std::size_t>(row)].now; }
  const SortKeys& toldKeys(int row) const { return rows_[static_cast<std::size_t>(row)].keys; }
  QString sentence(const wire::Conversation& conversation) const;  // for screen readers

 Q_SIGNALS:
  void batchTold();  // after a batch of dataChanged

 private:
  struct Ageing {  // what a row shows that changes without an event
    int minutes = -1;
    SlaState sla = SlaState::kNone;
    bool typing = false;
    bool window = false;
    friend bool operator==(const Ageing&, const Ageing&) = default;
  };
  struct Row {
    std::unique_ptr<wire::Conversation> now;
    SortKeys keys;
    Ageing told;
  };

  void touch(int row);
  void tell(std::vector<int> rows, const QList<int>& roles);
  void reindex(int from);
  Ageing ageing(const wire::Conversation& c) const;
  QVariant detail(const wire::Conversation& c, ConversationRole role) const;
  QVariant times(const wire::Conversation& c, ConversationRole role) const;

  guicore::GuiClock& clock_;
  std::unique_ptr<guicore::GuiTimer> batch_;
  std::vector<Row> rows_;
  QHash<QString, int> index_;
  QSet<int> touched_;
  QSet<QString> drafts_;
  std::string user_;
  wire::Millis now_ = 0;
};

QString guestName(const wire::Guest& guest);  // name, else number, else «Guest»
QString waitingText(int minutes);             // «12m», «3h», «2d»

}  // namespace hotel::guimodels
