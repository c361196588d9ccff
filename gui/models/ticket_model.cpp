#include "models/ticket_model.h"

#include <QSet>
#include <algorithm>
#include <utility>

#include "core/text.h"
#include "models/desk_texts.h"

namespace hotel::guimodels {

using guicore::toQt;

namespace {

bool before(const wire::Ticket& a, const wire::Ticket& b) {
  return a.created_at != b.created_at ? a.created_at > b.created_at : a.id > b.id;
}

bool isOpen(const wire::Ticket& ticket) {
  return ticket.state == wire::TicketState::kOpen;
}

}  // namespace

TicketModel::TicketModel(GuestName guestName, QObject* parent)
    : QAbstractListModel(parent), guest_name_(std::move(guestName)) {}

int TicketModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(tickets_.size());
}

int TicketModel::rowOf(const std::string& id) const {
  const auto found = std::find_if(tickets_.begin(), tickets_.end(), [&](const auto& t) { return t.id == id; });
  return found == tickets_.end() ? -1 : static_cast<int>(found - tickets_.begin());
}

const wire::Ticket* TicketModel::find(const QString& id) const {
  const int row = rowOf(guicore::toStd(id));
  return row < 0 ? nullptr : &tickets_[static_cast<std::size_t>(row)];
}

void TicketModel::put(const wire::Ticket& ticket) {
  if (const int row = rowOf(ticket.id); row >= 0) {
    auto& have = tickets_[static_cast<std::size_t>(row)];
    if (have.version >= ticket.version) return;
    have = ticket;  // its place is that of its first asking and stays
    Q_EMIT dataChanged(index(row), index(row));
    return;
  }
  const auto place = std::lower_bound(tickets_.begin(), tickets_.end(), ticket, before);
  const int row = static_cast<int>(place - tickets_.begin());
  beginInsertRows({}, row, row);
  tickets_.insert(place, ticket);
  endInsertRows();
}

void TicketModel::recount() {
  const int now = static_cast<int>(std::count_if(tickets_.begin(), tickets_.end(), isOpen));
  if (std::exchange(open_, now) != now) Q_EMIT openChanged(now);
}

void TicketModel::apply(const wire::Ticket& ticket) {
  put(ticket);
  recount();
}

void TicketModel::setOpen(const std::vector<wire::Ticket>& open) {
  QSet<QString> in;
  for (const auto& ticket : open) in.insert(toQt(ticket.id));
  for (int row = rowCount() - 1; row >= 0; --row) {
    const auto& ticket = tickets_[static_cast<std::size_t>(row)];
    if (!isOpen(ticket) || in.contains(toQt(ticket.id))) continue;
    beginRemoveRows({}, row, row);  // done, or erased, while nobody told us
    tickets_.erase(tickets_.begin() + row);
    endRemoveRows();
  }
  for (const auto& ticket : open) put(ticket);
  recount();
}

void TicketModel::clear() {
  if (tickets_.empty()) return;
  beginResetModel();
  tickets_.clear();
  endResetModel();
  recount();
}

void TicketModel::guestsChanged() {
  if (!tickets_.empty())
    Q_EMIT dataChanged(index(0), index(rowCount() - 1), {role(TicketRole::kGuest), Qt::AccessibleTextRole});
}

QVariant TicketModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
  const auto& t = tickets_[static_cast<std::size_t>(index.row())];
  if (role == Qt::DisplayRole) return toQt(t.text);
  if (role == Qt::AccessibleTextRole) {
    const auto said = tr("%1, %2: %3", "kind of a request, guest, words")
                          .arg(ticketKindText(t.kind), guest_name_(toQt(t.conversation_id)), toQt(t.text));
    return isOpen(t) ? said : tr("%1, done by %2").arg(said, toQt(t.done_by));
  }
  switch (static_cast<TicketRole>(role)) {
    case TicketRole::kId:
      return toQt(t.id);
    case TicketRole::kKind:
      return toQt(t.kind);
    case TicketRole::kTopic:
      return toQt(t.topic);
    case TicketRole::kText:
      return toQt(t.text);
    case TicketRole::kLanguage:
      return toQt(t.language);
    case TicketRole::kOpen:
      return isOpen(t);
    case TicketRole::kCreatedAt:
      return qint64{t.created_at};
    case TicketRole::kLastAt:
      return qint64{t.last_at};
    case TicketRole::kTimes:
      return static_cast<int>(t.times);
    case TicketRole::kDoneAt:
      return qint64{t.done_at.value_or(0)};
    case TicketRole::kDoneBy:
      return toQt(t.done_by);
    case TicketRole::kConversationId:
      return toQt(t.conversation_id);
    case TicketRole::kGuest:
      return guest_name_(toQt(t.conversation_id));
  }
  return {};
}

QHash<int, QByteArray> TicketModel::roleNames() const {
  auto names = QAbstractListModel::roleNames();
  names.insert(role(TicketRole::kId), "id");
  names.insert(role(TicketRole::kKind), "kind");
  return names;
}

}  // namespace hotel::guimodels
