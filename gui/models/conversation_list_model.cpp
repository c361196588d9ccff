#include "models/conversation_list_model.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

#include "core/text.h"

namespace hotel::guimodels {

using guicore::toQt;

namespace {

constexpr wire::Millis kMinute = 60'000;
constexpr std::size_t kManyRuns = 256;  // removing more scattered rows than this is a reset

SortKeys keysOf(const wire::Conversation& c) {
  return {c.waiting_since.value_or(0), c.last_message ? c.last_message->at : c.updated_at};
}

bool sameAsShown(const wire::Conversation& a, const wire::Conversation& b) {
  return a.version == b.version && a.updated_at == b.updated_at && a.unread == b.unread && a.typing == b.typing &&
         a.typing_until == b.typing_until;
}

QString oneLine(const std::string& text) {
  return toQt(text).simplified();
}

// What a machine heard is no quotation of the guest; in brackets stands what the daemon calls things without words.
QString snippetOf(const wire::LastMessage& last) {
  const auto text = oneLine(last.text);
  if (last.type != "audio") return text;
  if (text.isEmpty() || text.startsWith(u'['))
    return QCoreApplication::translate("hotel::guimodels::ConversationListModel", "Voice message");
  return QCoreApplication::translate("hotel::guimodels::ConversationListModel", "Voice message: %1").arg(text);
}

// Calls `take(first, last)` for each contiguous run of the sorted rows.
template <class Take>
void eachRun(const std::vector<int>& rows, Take take) {
  for (std::size_t i = 0; i < rows.size();) {
    std::size_t j = i;
    while (j + 1 < rows.size() && rows[j + 1] == rows[j] + 1) ++j;
    take(rows[i], rows[j]);
    i = j + 1;
  }
}

const QList<int> kAgeingRoles{Qt::AccessibleTextRole,
                              role(ConversationRole::kWaitingMinutes),
                              role(ConversationRole::kWaitingText),
                              role(ConversationRole::kSlaState),
                              role(ConversationRole::kTyping),
                              role(ConversationRole::kWindowOpen)};

}  // namespace

QString guestName(const wire::Guest& guest) {
  if (!guest.name.empty()) return toQt(guest.name);
  if (!guest.phone.empty()) return toQt(guest.phone);
  return QCoreApplication::translate("hotel::guimodels::ConversationListModel", "Guest");
}

QString waitingText(int minutes) {
  const auto tr = [](const char* text, int n) {
    return QCoreApplication::translate("hotel::guimodels::ConversationListModel", text).arg(QLocale().toString(n));
  };
  if (minutes < 0) return {};
  if (minutes < 60) return tr(QT_TRANSLATE_NOOP("hotel::guimodels::ConversationListModel", "%1m"), minutes);
  if (minutes < 48 * 60) return tr(QT_TRANSLATE_NOOP("hotel::guimodels::ConversationListModel", "%1h"), minutes / 60);
  return tr(QT_TRANSLATE_NOOP("hotel::guimodels::ConversationListModel", "%1d"), minutes / (24 * 60));
}

ConversationListModel::ConversationListModel(guicore::GuiClock& clock, QObject* parent)
    : QAbstractListModel(parent), clock_(clock), batch_(clock.makeTimer()), now_(clock.now()) {}

ConversationListModel::~ConversationListModel() = default;

int ConversationListModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

void ConversationListModel::setUser(const QString& name) {
  if (user_ == guicore::toStd(name)) return;
  user_ = guicore::toStd(name);
  if (!rows_.empty()) Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

QString ConversationListModel::user() const {
  return toQt(user_);
}

void ConversationListModel::apply(const std::vector<wire::Conversation>& changed) {
  now_ = clock_.now();
  std::vector<Row> fresh;
  QHash<QString, std::size_t> freshIndex;
  for (const auto& c : changed) {
    const auto id = toQt(c.id);
    wire::Conversation* known = nullptr;
    const auto row = index_.constFind(id);
    if (row != index_.constEnd()) {
      known = rows_[static_cast<std::size_t>(*row)].now.get();
    } else if (const auto added = freshIndex.constFind(id); added != freshIndex.constEnd()) {
      known = fresh[*added].now.get();
    }
    if (!known) {
      freshIndex.insert(id, fresh.size());
      fresh.push_back({std::make_unique<wire::Conversation>(c), {}, {}});
      continue;
    }
    if (c.version < known->version || sameAsShown(c, *known)) continue;
    *known = c;
    if (row != index_.constEnd()) touch(*row);
  }
  if (fresh.empty()) return;
  const int first = rowCount();
  beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
  for (auto& row : fresh) {
    row.keys = keysOf(*row.now);
    row.told = ageing(*row.now);
    rows_.push_back(std::move(row));
  }
  reindex(first);
  endInsertRows();
}

void ConversationListModel::remove(const QStringList& ids) {
  flush();
  std::vector<int> rows;
  for (const auto& id : ids)
    if (const auto row = index_.constFind(id); row != index_.constEnd()) rows.push_back(*row);
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  std::vector<std::pair<int, int>> runs;
  eachRun(rows, [&](int first, int last) { runs.emplace_back(first, last); });
  const bool all = runs.size() > kManyRuns;
  if (all) beginResetModel();
  for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
    if (!all) beginRemoveRows({}, run->first, run->second);
    for (int row = run->first; row <= run->second; ++row) index_.remove(toQt(at(row).id));
    rows_.erase(rows_.begin() + run->first, rows_.begin() + run->second + 1);
    if (!all) {
      reindex(run->first);
      endRemoveRows();
    }
  }
  if (!all) return;
  reindex(0);
  endResetModel();
}

void ConversationListModel::clear() {
  beginResetModel();
  batch_->stop();
  rows_.clear();
  index_.clear();
  touched_.clear();
  endResetModel();
}

void ConversationListModel::reindex(int from) {
  for (int row = from; row < rowCount(); ++row) index_.insert(toQt(at(row).id), row);
}

void ConversationListModel::setDraft(const QString& id, bool has) {
  if (drafts_.contains(id) == has) return;
  has ? void(drafts_.insert(id)) : void(drafts_.remove(id));
  if (const auto row = index_.constFind(id); row != index_.constEnd()) touch(*row);
}

void ConversationListModel::setTyping(const QString& id, const QString& user, wire::Millis until) {
  const auto row = index_.constFind(id);
  if (row == index_.constEnd()) return;
  auto& c = *rows_[static_cast<std::size_t>(*row)].now;
  c.typing = guicore::toStd(user);
  c.typing_until = user.isEmpty() || until == 0 ? std::nullopt : std::optional{until};
  touch(*row);
}

void ConversationListModel::touch(int row) {
  touched_.insert(row);
  if (!batch_->isActive()) batch_->start(kBatch, [this] { flush(); });
}

void ConversationListModel::flush() {
  batch_->stop();
  if (touched_.isEmpty()) return;
  std::vector<int> rows(touched_.cbegin(), touched_.cend());
  touched_.clear();
  tell(std::move(rows), {});
  Q_EMIT batchTold();
}

void ConversationListModel::tellAgain(int row) {
  Q_EMIT dataChanged(index(row), index(row));
}

void ConversationListModel::tell(std::vector<int> rows, const QList<int>& roles) {
  std::sort(rows.begin(), rows.end());
  eachRun(rows, [&](int first, int last) {
    for (int i = first; i <= last; ++i) {
      auto& row = rows_[static_cast<std::size_t>(i)];
      if (roles.isEmpty()) row.keys = keysOf(*row.now);
      row.told = ageing(*row.now);
    }
    Q_EMIT dataChanged(index(first), index(last), roles);
  });
}

void ConversationListModel::tick(wire::Millis now) {
  now_ = now;
  std::vector<int> older;
  for (int i = 0; i < rowCount(); ++i) {
    const auto& row = rows_[static_cast<std::size_t>(i)];
    if (!touched_.contains(i) && !(ageing(*row.now) == row.told)) older.push_back(i);
  }
  tell(std::move(older), kAgeingRoles);
}

QModelIndex ConversationListModel::indexOf(const QString& id) const {
  const auto row = index_.constFind(id);
  return row == index_.constEnd() ? QModelIndex() : index(*row);
}

const wire::Conversation* ConversationListModel::find(const QString& id) const {
  const auto row = index_.constFind(id);
  return row == index_.constEnd() ? nullptr : &at(*row);
}

ConversationListModel::Ageing ConversationListModel::ageing(const wire::Conversation& c) const {
  Ageing out;
  if (c.waiting_since) out.minutes = static_cast<int>(std::max<wire::Millis>(0, now_ - *c.waiting_since) / kMinute);
  if (c.sla_due_at) {
    const auto left = *c.sla_due_at - now_;
    const auto whole = c.waiting_since ? *c.sla_due_at - *c.waiting_since : 0;
    out.sla = left <= 0                                  ? SlaState::kBreached
              : left <= std::max(whole / 5, 2 * kMinute) ? SlaState::kWarning
                                                         : SlaState::kOk;
  }
  out.typing = !c.typing.empty() && c.typing != user_ && (!c.typing_until || *c.typing_until > now_);
  out.window = c.window_expires_at && *c.window_expires_at > now_;
  return out;
}

QVariant ConversationListModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
  const auto& c = at(index.row());
  if (role == Qt::DisplayRole) return guestName(c.guest);
  if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole) return sentence(c);
  return detail(c, static_cast<ConversationRole>(role));
}

QVariant ConversationListModel::detail(const wire::Conversation& c, ConversationRole role) const {
  switch (role) {
    case ConversationRole::kId:
      return toQt(c.id);
    case ConversationRole::kGuestName:
      return guestName(c.guest);
    case ConversationRole::kPhone:
      return toQt(c.guest.phone);
    case ConversationRole::kLanguage:
      return toQt(c.guest.language);
    case ConversationRole::kSnippet:
      return c.last_message ? snippetOf(*c.last_message) : QString();
    case ConversationRole::kSnippetFromUs:
      return c.last_message && c.last_message->direction != wire::Direction::kIn;
    case ConversationRole::kUnread:
      return c.unread;
    case ConversationRole::kOwnerAgent:
      return c.owner == wire::Owner::kAgent;
    case ConversationRole::kAssignee:
      return toQt(c.assignee);
    case ConversationRole::kMine:
      return !c.assignee.empty() && c.assignee == user_;
    case ConversationRole::kStatus:
      return static_cast<int>(c.status);
    case ConversationRole::kTyping:
      return ageing(c).typing ? toQt(c.typing) : QString();
    case ConversationRole::kHasDraft:
      return drafts_.contains(toQt(c.id));
    case ConversationRole::kLabels: {
      QStringList labels;
      for (const auto& label : c.labels) labels << toQt(label);
      return labels;
    }
    case ConversationRole::kHandoverReason:
      return toQt(c.handover_reason);
    case ConversationRole::kOptedOut:
      return c.opted_out;
    case ConversationRole::kVersion:
      return qint64{c.version};
    default:
      return times(c, role);
  }
}

QVariant ConversationListModel::times(const wire::Conversation& c, ConversationRole role) const {
  switch (role) {
    case ConversationRole::kLastAt:
      return qint64{c.last_message ? c.last_message->at : 0};
    case ConversationRole::kWaitingSince:
      return qint64{c.waiting_since.value_or(0)};
    case ConversationRole::kWaitingMinutes:
      return ageing(c).minutes;
    case ConversationRole::kWaitingText:
      return waitingText(ageing(c).minutes);
    case ConversationRole::kSlaDueAt:
      return qint64{c.sla_due_at.value_or(0)};
    case ConversationRole::kSlaState:
      return static_cast<int>(ageing(c).sla);
    case ConversationRole::kWindowExpiresAt:
      return qint64{c.window_expires_at.value_or(0)};
    case ConversationRole::kWindowOpen:
      return ageing(c).window;
    case ConversationRole::kSnoozedUntil:
      return qint64{c.snoozed_until.value_or(0)};
    case ConversationRole::kUpdatedAt:
      return qint64{c.updated_at};
    default:
      return {};
  }
}

// «María López, waiting 12 minutes, 3 unread, bot paused, assigned to you»
QString ConversationListModel::sentence(const wire::Conversation& c) const {
  const auto age = ageing(c);
  QStringList parts{guestName(c.guest)};
  if (age.minutes >= 0) {
    if (age.minutes < 120)
      parts << tr("waiting %n minute(s)", nullptr, age.minutes);
    else if (age.minutes < 48 * 60)
      parts << tr("waiting %n hour(s)", nullptr, age.minutes / 60);
    else
      parts << tr("waiting %n day(s)", nullptr, age.minutes / (24 * 60));
  }
  if (age.sla == SlaState::kBreached) parts << tr("overdue");
  if (age.sla == SlaState::kWarning) parts << tr("due soon");
  if (c.unread > 0) parts << tr("%n unread", nullptr, c.unread);
  parts << (c.owner == wire::Owner::kAgent ? tr("bot is answering") : tr("bot paused"));
  if (!c.assignee.empty())
    parts << (c.assignee == user_ ? tr("assigned to you") : tr("assigned to %1").arg(toQt(c.assignee)));
  else if (c.owner == wire::Owner::kStaff)
    parts << tr("unassigned");
  if (age.typing) parts << tr("%1 is replying").arg(toQt(c.typing));
  if (drafts_.contains(toQt(c.id))) parts << tr("unsent draft");
  if (c.status == wire::ConversationStatus::kSnoozed) parts << tr("snoozed");
  if (c.status == wire::ConversationStatus::kClosed) parts << tr("closed");
  if (c.opted_out) parts << tr("wants no messages");
  return parts.join(tr(", ", "between the parts of a sentence"));
}

QHash<int, QByteArray> ConversationListModel::roleNames() const {
  auto names = QAbstractListModel::roleNames();
  names.insert(role(ConversationRole::kId), "id");
  names.insert(role(ConversationRole::kUnread), "unread");
  names.insert(role(ConversationRole::kWaitingSince), "waitingSince");
  return names;
}

}  // namespace hotel::guimodels
