#include "models/alert_model.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>
#include <algorithm>

#include "core/text.h"
#include "models/desk_texts.h"

namespace hotel::guimodels {

using guicore::toQt;

namespace {

bool before(const wire::Alert& a, const wire::Alert& b) {
  return a.at != b.at ? a.at > b.at : a.id > b.id;
}

bool same(const wire::Alert& a, const wire::Alert& b) {
  return a.text == b.text && a.severity == b.severity && a.kind == b.kind && a.acked_by == b.acked_by &&
         a.acked_at == b.acked_at && a.conversation_id == b.conversation_id;
}

}  // namespace

QString severityText(const wire::Alert& alert) {
  if (alert.severity == "critical") return QCoreApplication::translate("hotel::guimodels::AlertModel", "Critical");
  if (alert.severity == "warning") return QCoreApplication::translate("hotel::guimodels::AlertModel", "Warning");
  return QCoreApplication::translate("hotel::guimodels::AlertModel", "Information");
}

int AlertModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(alerts_.size());
}

int AlertModel::open() const {
  return static_cast<int>(
      std::count_if(alerts_.begin(), alerts_.end(), [](const auto& a) { return a.acked_by.empty(); }));
}

QModelIndex AlertModel::indexOf(const QString& id) const {
  const auto found = std::find_if(alerts_.begin(), alerts_.end(), [&](const auto& a) { return toQt(a.id) == id; });
  return found == alerts_.end() ? QModelIndex() : index(static_cast<int>(found - alerts_.begin()));
}

void AlertModel::remove(int row) {
  beginRemoveRows({}, row, row);
  alerts_.erase(alerts_.begin() + row);
  endRemoveRows();
}

void AlertModel::put(const wire::Alert& alert) {
  if (const auto known = indexOf(toQt(alert.id)); known.isValid()) {
    auto& have = alerts_[static_cast<std::size_t>(known.row())];
    // An alert has no version, but an acknowledgement is never taken back: a list read before it must not undo it.
    if (!have.acked_by.empty() && alert.acked_by.empty()) return;
    if (have.at == alert.at) {
      if (same(have, alert)) return;
      have = alert;
      Q_EMIT dataChanged(known, known);
      return;
    }
    remove(known.row());
  }
  const auto place = std::lower_bound(alerts_.begin(), alerts_.end(), alert, before);
  const int row = static_cast<int>(place - alerts_.begin());
  beginInsertRows({}, row, row);
  alerts_.insert(place, alert);
  endInsertRows();
}

void AlertModel::apply(const wire::Alert& alert) {
  const int was = open();
  put(alert);
  if (open() != was) Q_EMIT openChanged(open());
}

void AlertModel::setAll(const std::vector<wire::Alert>& alerts) {
  const int was = open();
  QSet<QString> in;
  wire::Millis oldest = 0;
  for (const auto& alert : alerts) {
    in.insert(toQt(alert.id));
    oldest = oldest == 0 ? alert.at : std::min(oldest, alert.at);
  }
  // The list is the newest page: older ones may exist all the same.
  for (int row = rowCount() - 1; row >= 0; --row) {
    const auto& alert = alerts_[static_cast<std::size_t>(row)];
    const bool newerThanAll = !alerts.empty() && alert.at > alerts.front().at;  // came by an event meanwhile
    if (!in.contains(toQt(alert.id)) && alert.at >= oldest && !newerThanAll) remove(row);
  }
  for (const auto& alert : alerts) put(alert);
  if (open() != was) Q_EMIT openChanged(open());
}

void AlertModel::clear() {
  if (alerts_.empty()) return;
  const int was = open();
  beginResetModel();
  alerts_.clear();
  endResetModel();
  if (was != 0) Q_EMIT openChanged(0);
}

QVariant AlertModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
  const auto& a = alerts_[static_cast<std::size_t>(index.row())];
  if (role == Qt::DisplayRole) return alertText(a);
  if (role == Qt::AccessibleTextRole) {
    const auto when = QLocale().toString(guicore::toLocal(a.at), QLocale::ShortFormat);
    const auto said = tr("%1, %2, %3", "severity, text, time of an alert").arg(severityText(a), alertText(a), when);
    return a.acked_by.empty() ? said : tr("%1, seen by %2").arg(said, toQt(a.acked_by));
  }
  switch (static_cast<AlertRole>(role)) {
    case AlertRole::kId:
      return toQt(a.id);
    case AlertRole::kKind:
      return toQt(a.kind);
    case AlertRole::kSeverity:
      return toQt(a.severity);
    case AlertRole::kText:
      return alertText(a);
    case AlertRole::kAt:
      return qint64{a.at};
    case AlertRole::kConversationId:
      return toQt(a.conversation_id);
    case AlertRole::kAckedBy:
      return toQt(a.acked_by);
    case AlertRole::kAcked:
      return !a.acked_by.empty();
  }
  return {};
}

QHash<int, QByteArray> AlertModel::roleNames() const {
  auto names = QAbstractListModel::roleNames();
  names.insert(role(AlertRole::kId), "id");
  names.insert(role(AlertRole::kSeverity), "severity");
  return names;
}

}  // namespace hotel::guimodels
