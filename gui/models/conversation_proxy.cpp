#include "models/conversation_proxy.h"

#include <algorithm>

#include "core/text.h"

namespace hotel::guimodels {

using guicore::toQt;
using guicore::toStd;

ConversationProxy::ConversationProxy(ConversationListModel& source, guicore::GuiClock& clock, QObject* parent)
    : QSortFilterProxyModel(parent), source_(source), limit_(clock.makeTimer()) {
  setSourceModel(&source_);
  // After the base class has looked at the change: it asks filterAcceptsRow and lessThan with the frozen state.
  connect(&source_, &QAbstractItemModel::dataChanged, this,
          [this](const QModelIndex& from, const QModelIndex& to) { note(from.row(), to.row()); });
  connect(&source_, &QAbstractItemModel::rowsInserted, this,
          [this](const QModelIndex&, int first, int last) { note(first, last); });
  connect(&source_, &QAbstractItemModel::rowsAboutToBeRemoved, this,
          &ConversationProxy::thaw);  // rows get other numbers
  connect(&source_, &QAbstractItemModel::modelAboutToBeReset, this, &ConversationProxy::thaw);
  setDynamicSortFilter(true);
  sort(0);
}

ConversationProxy::~ConversationProxy() = default;

SortOrder ConversationProxy::defaultOrder(wire::View view) {
  switch (view) {
    case wire::View::kWaiting:
    case wire::View::kMine:
    case wire::View::kUnassigned:
      return SortOrder::kWaitingLongest;
    case wire::View::kAgent:
    case wire::View::kAll:
    case wire::View::kClosed:
      break;
  }
  return SortOrder::kNewestActivity;
}

void ConversationProxy::refilter() {
  thaw();
  invalidate();
}

void ConversationProxy::setView(wire::View view) {
  view_ = view;
  order_ = defaultOrder(view);
  refilter();
}

void ConversationProxy::setOrder(SortOrder order) {
  if (order_ == order) return;
  order_ = order;
  refilter();
}

void ConversationProxy::setHits(std::optional<QSet<QString>> ids) {
  if (!ids && !hits_) return;
  hits_ = std::move(ids);
  thaw();
  invalidateFilter();
}

void ConversationProxy::setLabel(const QString& label) {
  if (label_ == label) return;
  label_ = label;
  thaw();
  invalidateFilter();
}

bool ConversationProxy::accepts(const wire::Conversation& c) const {
  if (hits_ && !hits_->contains(toQt(c.id))) return false;
  if (!label_.isEmpty() && std::find(c.labels.begin(), c.labels.end(), toStd(label_)) == c.labels.end()) return false;
  // A search looks everywhere: what was found must not be hidden by the view that happened to be open.
  return hits_ || wire::matches(view_, c, toStd(source_.user()));
}

bool ConversationProxy::shownWhenFrozen(int sourceRow) const {
  const auto row = static_cast<std::size_t>(sourceRow);
  return row < frozenShown_.size() && frozenShown_[row];
}

bool ConversationProxy::filterAcceptsRow(int sourceRow, const QModelIndex&) const {
  return frozen_ ? shownWhenFrozen(sourceRow) : accepts(source_.at(sourceRow));
}

const SortKeys& ConversationProxy::keys(int sourceRow) const {
  const auto row = static_cast<std::size_t>(sourceRow);
  return frozen_ && row < frozenKeys_.size() ? frozenKeys_[row] : source_.toldKeys(sourceRow);
}

bool ConversationProxy::lessThan(const QModelIndex& left, const QModelIndex& right) const {
  const auto& a = keys(left.row());
  const auto& b = keys(right.row());
  switch (order_) {
    case SortOrder::kWaitingLongest:
      if ((a.waitingSince == 0) != (b.waitingSince == 0)) return a.waitingSince != 0;
      if (a.waitingSince != b.waitingSince) return a.waitingSince < b.waitingSince;
      [[fallthrough]];
    case SortOrder::kNewestActivity:
      if (a.lastAt != b.lastAt) return a.lastAt > b.lastAt;
      break;
    case SortOrder::kOldestActivity:
      if (a.lastAt != b.lastAt) return a.lastAt < b.lastAt;
      break;
    case SortOrder::kName:
      if (const int order = QString::localeAwareCompare(guestName(source_.at(left.row()).guest),
                                                        guestName(source_.at(right.row()).guest));
          order != 0)
        return order < 0;
      break;
  }
  return left.row() < right.row();
}

void ConversationProxy::freeze() {
  if (frozen_) return;
  const int rows = source_.rowCount();
  frozenKeys_.clear();
  frozenKeys_.reserve(static_cast<std::size_t>(rows));
  frozenShown_.assign(static_cast<std::size_t>(rows), false);
  for (int row = 0; row < rows; ++row) frozenKeys_.push_back(source_.toldKeys(row));
  for (int row = 0; row < rowCount(); ++row)
    frozenShown_[static_cast<std::size_t>(mapToSource(index(row, 0)).row())] = true;
  frozen_ = true;
  limit_->start(kMaxFreeze, [this] { thaw(); });
  Q_EMIT frozenChanged(true);
}

// Row by row: each gets its new key and presence at the moment at which it is told, so that all others are in order
// meanwhile.
void ConversationProxy::thaw() {
  if (!frozen_ || thawing_) return;
  thawing_ = true;
  limit_->stop();
  const auto waiting = std::exchange(waiting_, {});
  for (const auto& id : waiting) {
    const auto index = source_.indexOf(id);
    if (!index.isValid()) continue;
    const auto row = static_cast<std::size_t>(index.row());
    if (row < frozenKeys_.size()) frozenKeys_[row] = source_.toldKeys(index.row());
    if (row >= frozenShown_.size()) frozenShown_.resize(row + 1, false);
    frozenShown_[row] = accepts(source_.at(index.row()));
    source_.tellAgain(index.row());
  }
  thawing_ = frozen_ = false;
  frozenKeys_.clear();
  frozenShown_.clear();
  if (!waiting.isEmpty()) Q_EMIT updatesChanged(0);
  Q_EMIT frozenChanged(false);
}

void ConversationProxy::note(int first, int last) {
  if (!frozen_ || thawing_) return;
  const auto before = waiting_.size();
  for (int row = first; row <= last; ++row) {
    const auto& c = source_.at(row);
    const bool shown = shownWhenFrozen(row);
    const bool moves = shown && !(frozenKeys_[static_cast<std::size_t>(row)] == source_.toldKeys(row));
    if (shown != accepts(c) || moves) waiting_.insert(toQt(c.id));
  }
  if (waiting_.size() != before) Q_EMIT updatesChanged(updates());
}

QModelIndex ConversationProxy::indexOf(const QString& id) const {
  return mapFromSource(source_.indexOf(id));
}

QString ConversationProxy::idAt(int row) const {
  const auto source = mapToSource(index(row, 0));
  return source.isValid() ? toQt(source_.at(source.row()).id) : QString();
}

QString ConversationProxy::nextNeedingAttention(const QString& after) const {
  const int rows = rowCount();
  const auto from = indexOf(after);
  for (int step = 1; step <= rows; ++step) {
    const int row = ((from.isValid() ? from.row() : -1) + step) % rows;
    const auto& c = source_.at(mapToSource(index(row, 0)).row());
    const bool wants = c.waiting_since || (c.unread > 0 && c.owner == wire::Owner::kStaff);
    if (wants && toQt(c.id) != after) return toQt(c.id);
  }
  return {};
}

}  // namespace hotel::guimodels
