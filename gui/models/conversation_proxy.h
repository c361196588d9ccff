// One view of the list: which conversations (wire::matches, the server's own predicate; or the hits of a search) and in
// which order. While the order is frozen (pointer over the list, keyboard focus in it) rows neither move, come nor go,
// but their contents stay current; what would have changed is counted and happens at thaw(), at the latest kMaxFreeze
// after freeze(). GUI thread.
#pragma once

#include <QSet>
#include <QSortFilterProxyModel>
#include <chrono>
#include <memory>
#include <optional>
#include <vector>

#include "core/gui_clock.h"
#include "models/conversation_list_model.h"
#include "wire/filter.h"

namespace hotel::guimodels {

enum class SortOrder { kWaitingLongest, kNewestActivity, kOldestActivity, kName };

class ConversationProxy : public QSortFilterProxyModel {
  Q_OBJECT
 public:
  static constexpr std::chrono::milliseconds kMaxFreeze{3'000};

  ConversationProxy(ConversationListModel& source, guicore::GuiClock& clock, QObject* parent = nullptr);
  ~ConversationProxy() override;

  void setView(wire::View view);  // also takes the view's default order
  wire::View view() const { return view_; }
  static SortOrder defaultOrder(
      wire::View view);  // waiting, mine, unassigned: waiting longest; others: newest activity
  void setOrder(SortOrder order);
  SortOrder order() const { return order_; }
  void setHits(std::optional<QSet<QString>> ids);  // of a text search; nothing: no search
  bool searching() const { return hits_.has_value(); }
  void setLabel(const QString& label);  // only conversations with this label; empty: all
  bool filtered() const { return searching() || !label_.isEmpty(); }

  void freeze();  // nothing when it is frozen already: kMaxFreeze counts from the first
  void thaw();
  bool frozen() const { return frozen_; }
  int updates() const { return static_cast<int>(waiting_.size()); }  // «N updates»

  QModelIndex indexOf(const QString& id) const;
  QString idAt(int row) const;
  QString nextNeedingAttention(const QString& after) const;  // in the shown order, round the end; empty: none

 Q_SIGNALS:
  void updatesChanged(int updates);
  void frozenChanged(bool frozen);

 protected:
  bool filterAcceptsRow(int sourceRow, const QModelIndex& parent) const override;
  bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

 private:
  bool accepts(const wire::Conversation& c) const;
  bool shownWhenFrozen(int sourceRow) const;
  const SortKeys& keys(int sourceRow) const;
  void note(int first, int last);
  void refilter();

  ConversationListModel& source_;
  std::unique_ptr<guicore::GuiTimer> limit_;
  wire::View view_ = wire::View::kWaiting;
  SortOrder order_ = SortOrder::kWaitingLongest;
  std::optional<QSet<QString>> hits_;
  QString label_;
  bool frozen_ = false;
  bool thawing_ = false;
  std::vector<SortKeys> frozenKeys_;  // per source row, as they were at freeze()
  std::vector<bool> frozenShown_;
  QSet<QString> waiting_;  // ids whose place or presence changes at thaw()
};

}  // namespace hotel::guimodels
