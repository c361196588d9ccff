#include "models/message_model.h"

#include <QDate>
#include <algorithm>
#include <boost/json/serialize.hpp>

#include "core/text.h"

namespace hotel::guimodels {

using guicore::toQt;

namespace {

constexpr wire::Millis kTogether = 2 * 60'000;

qint64 dayOf(wire::Millis at) {
  return guicore::toLocal(at).date().toJulianDay();
}

QString jsonOrEmpty(const boost::json::object& object) {
  return object.empty() ? QString() : toQt(boost::json::serialize(object));
}

}  // namespace

MessageModel::MessageModel(const QString& conversationId, guicore::GuiClock& clock, QObject* parent)
    : QAbstractListModel(parent), conversationId_(conversationId), clock_(clock) {}

int MessageModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

void MessageModel::setUser(const QString& name) {
  if (std::exchange(user_, name) != name) tellAll();
}

void MessageModel::setGuestName(const QString& name) {
  if (std::exchange(guestName_, name) != name) tellAll();
}

void MessageModel::refreshDays() {
  tellAll();
}

void MessageModel::tellAll() {
  if (!rows_.empty()) Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

// ----------------------------------------------------------------------------------------------------------------
// content
bool MessageModel::put(const wire::Message& message) {
  const auto id = toQt(message.id);
  if (const auto known = keys_.constFind(id); known != keys_.constEnd()) {
    const auto& have = *messages_.at(*known);
    // The same version is the same message: a page that was under way brings nothing new.
    if (message.version <= have.version) return false;
    messages_.erase(*known);
  }
  keys_.insert(id, keyOf(message));
  messages_[keyOf(message)] = std::make_shared<const wire::Message>(message);
  return true;
}

void MessageModel::erase(const QString& messageId) {
  const auto key = keys_.constFind(messageId);
  if (key == keys_.constEnd()) return;
  messages_.erase(*key);
  keys_.erase(key);
  rowIds_.remove(messageId);
}

void MessageModel::apply(const std::vector<wire::Message>& messages) {
  bool changed = false;
  for (const auto& message : messages) changed |= put(message);
  if (changed) relayout();
}

void MessageModel::replacePage(const std::vector<wire::Message>& page, bool keepOlder) {
  QSet<QString> in;
  std::optional<Key> oldest, newest;
  for (const auto& message : page) {
    in.insert(toQt(message.id));
    const auto key = keyOf(message);
    if (!oldest || key < *oldest) oldest = key;
    if (!newest || key > *newest) newest = key;
  }
  QStringList gone;
  for (const auto& [key, message] : messages_) {
    const auto id = toQt(message->id);
    if (in.contains(id)) continue;
    if (!newest ? !keepOlder : key < *newest && (!keepOlder || key > *oldest)) gone << id;
  }
  for (const auto& id : gone) erase(id);
  for (const auto& message : page) put(message);
  relayout();
}

void MessageModel::setPending(const guicore::PendingMessage& pending) {
  const auto known =
      std::find_if(pending_.begin(), pending_.end(), [&](const auto& p) { return p->clientId == pending.clientId; });
  auto fresh = std::make_shared<const guicore::PendingMessage>(pending);
  if (known == pending_.end())
    pending_.push_back(std::move(fresh));
  else
    *known = std::move(fresh);
  relayout();
}

void MessageModel::pendingDone(const QString& clientId, const wire::Message& message) {
  const auto id = toQt(message.id);
  const bool had = std::erase_if(pending_, [&](const auto& p) { return p->clientId == clientId; }) > 0;
  if (had && !keys_.contains(id)) rowIds_.insert(id, clientId);
  put(message);
  relayout();
}

void MessageModel::dropPending(const QString& clientId) {
  if (std::erase_if(pending_, [&](const auto& p) { return p->clientId == clientId; }) > 0) relayout();
}

void MessageModel::clear() {
  messages_.clear();
  keys_.clear();
  rowIds_.clear();
  pending_.clear();
  relayout();
}

// -----------------------------------------------------------------------------------------------------------------
// layout
MessageModel::Row MessageModel::rowOf(const std::shared_ptr<const wire::Message>& message) const {
  Row row;
  row.kind = message->author.kind == wire::AuthorKind::kSystem ? RowKind::kSystem : RowKind::kMessage;
  row.id = toQt(message->id);
  if (const auto alias = rowIds_.constFind(row.id); alias != rowIds_.constEnd()) row.id = *alias;
  row.message = message;
  row.at = message->sent_at;
  row.day = dayOf(row.at);
  return row;
}

std::vector<MessageModel::Row> MessageModel::layout() const {
  std::vector<Row> out;
  out.reserve(rows_.size() + 8);
  std::optional<qint64> day;
  const auto add = [&](Row row) {
    if (!day || row.day > *day) {
      day = row.day;
      Row separator;
      separator.kind = RowKind::kDay;
      separator.id = QStringLiteral("day:") + QDate::fromJulianDay(row.day).toString(Qt::ISODate);
      separator.day = row.day;
      separator.at = row.at;
      out.push_back(std::move(separator));
    }
    out.push_back(std::move(row));
  };
  for (const auto& [key, message] : messages_) add(rowOf(message));
  for (const auto& pending : pending_) {
    Row row;
    row.id = pending->clientId;
    row.pending = pending;
    row.at = pending->writtenAt;
    row.day = dayOf(row.at);
    add(std::move(row));
  }
  return out;
}

void MessageModel::removeRun(int first, int last) {
  beginRemoveRows({}, first, last);
  rows_.erase(rows_.begin() + first, rows_.begin() + last + 1);
  reindex();
  endRemoveRows();
}

// Rows that stay keep their order; a row that moves (its time was corrected) is removed and inserted.
void MessageModel::relayout() {
  const auto wanted = layout();
  QHash<QString, int> place;
  place.reserve(static_cast<qsizetype>(wanted.size()));
  for (std::size_t i = 0; i < wanted.size(); ++i) place.insert(wanted[i].id, static_cast<int>(i));

  // From the back: the longest tail that is in order stays. What breaks the order, or is not wanted, goes.
  std::vector<bool> stays(rows_.size(), false);
  int next = static_cast<int>(wanted.size());
  for (int row = rowCount() - 1; row >= 0; --row) {
    const auto found = place.constFind(rows_[static_cast<std::size_t>(row)].id);
    if (found == place.constEnd() || *found >= next) continue;
    stays[static_cast<std::size_t>(row)] = true;
    next = *found;
  }
  for (int last = rowCount() - 1; last >= 0;) {
    if (stays[static_cast<std::size_t>(last)]) {
      --last;
      continue;
    }
    int first = last;
    while (first > 0 && !stays[static_cast<std::size_t>(first - 1)]) --first;
    removeRun(first, last);
    last = first - 1;
  }
  for (std::size_t at = 0; at < wanted.size();) {
    if (at < rows_.size() && rows_[at].id == wanted[at].id) {
      ++at;
      continue;
    }
    std::size_t end = at + 1;
    while (end < wanted.size() && (at >= rows_.size() || wanted[end].id != rows_[at].id)) ++end;
    beginInsertRows({}, static_cast<int>(at), static_cast<int>(end) - 1);
    rows_.insert(rows_.begin() + static_cast<std::ptrdiff_t>(at), wanted.begin() + static_cast<std::ptrdiff_t>(at),
                 wanted.begin() + static_cast<std::ptrdiff_t>(end));
    reindex();
    endInsertRows();
    at = end;
  }
  tellChanged(wanted);
}

void MessageModel::tellChanged(const std::vector<Row>& wanted) {
  const auto same = [](const Row& a, const Row& b) {
    return a.message == b.message && a.pending == b.pending && a.kind == b.kind;
  };
  for (std::size_t first = 0; first < wanted.size(); ++first) {
    if (same(rows_[first], wanted[first])) continue;
    std::size_t last = first;
    while (last + 1 < wanted.size() && !same(rows_[last + 1], wanted[last + 1])) ++last;
    for (std::size_t i = first; i <= last; ++i) rows_[i] = wanted[i];
    // The row below may begin or cease to continue this one.
    const auto below = std::min(last + 1, wanted.size() - 1);
    Q_EMIT dataChanged(index(static_cast<int>(first)), index(static_cast<int>(below)));
    first = last;
  }
}

void MessageModel::reindex() {
  index_.clear();
  for (int row = 0; row < rowCount(); ++row) index_.insert(rows_[static_cast<std::size_t>(row)].id, row);
}

// -----------------------------------------------------------------------------------------------------------------
// lookup
QModelIndex MessageModel::indexOfRow(const QString& id) const {
  auto row = index_.constFind(id);
  if (row == index_.constEnd()) row = index_.constFind(rowIds_.value(id));
  return row == index_.constEnd() ? QModelIndex() : index(*row);
}

QString MessageModel::rowIdAt(int row) const {
  return row >= 0 && row < rowCount() ? rows_[static_cast<std::size_t>(row)].id : QString();
}

std::optional<wire::Message> MessageModel::messageAt(int row) const {
  if (row < 0 || row >= rowCount() || !rows_[static_cast<std::size_t>(row)].message) return std::nullopt;
  return *rows_[static_cast<std::size_t>(row)].message;
}

const wire::Message* MessageModel::find(const QString& messageId) const {
  const auto key = keys_.constFind(messageId);
  return key == keys_.constEnd() ? nullptr : messages_.at(*key).get();
}

QString MessageModel::firstUnread(int unread) const {
  QString first;
  for (auto it = messages_.rbegin(); it != messages_.rend() && unread > 0; ++it) {
    if (it->second->direction != wire::Direction::kIn) continue;
    first = rowOf(it->second).id;
    --unread;
  }
  return first;
}

bool MessageModel::continues(int row) const {
  if (row == 0) return false;
  const auto& here = rows_[static_cast<std::size_t>(row)];
  const auto& above = rows_[static_cast<std::size_t>(row - 1)];
  if (!here.message || !above.message || here.kind != RowKind::kMessage || above.kind != RowKind::kMessage)
    return false;
  return here.message->direction == above.message->direction &&
         here.message->author.kind == above.message->author.kind &&
         here.message->author.name == above.message->author.name && here.at - above.at < kTogether;
}

// -------------------------------------------------------------------------------------------------------------------
// data
QVariant MessageModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
  const auto& row = rows_[static_cast<std::size_t>(index.row())];
  if (role == Qt::DisplayRole)
    return row.kind == RowKind::kDay ? QVariant(dayText(row.day, dayOf(clock_.now())))
                                     : messageData(row, index.row(), MessageRole::kText);
  if (role == Qt::AccessibleTextRole) return sentence(row);
  return messageData(row, index.row(), static_cast<MessageRole>(role));
}

QVariant MessageModel::messageData(const Row& row, int number, MessageRole role) const {
  switch (role) {
    case MessageRole::kRowId:
      return row.id;
    case MessageRole::kKind:
      return static_cast<int>(row.kind);
    case MessageRole::kSentAt:
      return qint64{row.at};
    case MessageRole::kDayText:
      return row.kind == RowKind::kDay ? dayText(row.day, dayOf(clock_.now())) : QString();
    case MessageRole::kTimeText:
      return row.kind == RowKind::kDay ? QString() : timeText(row.at);
    case MessageRole::kAuthorName:
      return authorName(row);
    case MessageRole::kPending:
      return row.pending != nullptr;
    case MessageRole::kContinues:
      return continues(number);
    default:
      break;
  }
  if (row.pending) return pendingData(*row.pending, role);
  return row.message ? wireData(*row.message, role) : QVariant();
}

QVariant MessageModel::pendingData(const guicore::PendingMessage& p, MessageRole role) const {
  const bool failed = p.state != guicore::PendingState::kSending;
  switch (role) {
    case MessageRole::kClientId:
      return p.clientId;
    case MessageRole::kDirection:
      return static_cast<int>(p.note ? wire::Direction::kNote : wire::Direction::kOut);
    case MessageRole::kAuthorKind:
      return static_cast<int>(wire::AuthorKind::kStaff);
    case MessageRole::kText:
      return p.text;
    case MessageRole::kType:
      return p.templateObject.empty() ? QStringLiteral("text") : QStringLiteral("template");
    case MessageRole::kStatus:
      return static_cast<int>(!failed                                     ? wire::MessageStatus::kQueued
                              : p.state == guicore::PendingState::kFailed ? wire::MessageStatus::kFailed
                                                                          : wire::MessageStatus::kUnknown);
    case MessageRole::kStatusText:
      return pendingText(p);
    case MessageRole::kFailed:
    case MessageRole::kRetryable:
      return failed;
    case MessageRole::kErrorCode:
      return p.error.code;
    case MessageRole::kErrorText:
      return p.error.detail;
    default:
      return {};
  }
}

QVariant MessageModel::wireData(const wire::Message& m, MessageRole role) const {
  switch (role) {
    case MessageRole::kMessageId:
      return toQt(m.id);
    case MessageRole::kDirection:
      return static_cast<int>(m.direction);
    case MessageRole::kAuthorKind:
      return static_cast<int>(m.author.kind);
    case MessageRole::kText:
      return shownText(m);
    case MessageRole::kType:
      return toQt(m.type);
    case MessageRole::kMedia:
      return jsonOrEmpty(m.media);
    case MessageRole::kInteractive:
      return jsonOrEmpty(m.interactive);
    case MessageRole::kReplyTo:
      return toQt(m.reply_to);
    case MessageRole::kStatus:
      return static_cast<int>(m.status);
    case MessageRole::kStatusText:
      return statusText(m);
    case MessageRole::kFailed:
      return m.direction == wire::Direction::kOut && failedForGood(m.status);
    case MessageRole::kRetryable:
      return false;  // the server's own outbox decides about these
    case MessageRole::kErrorCode:
      return m.error.contains("code") ? toQt(boost::json::serialize(m.error.at("code"))).remove(u'"') : QString();
    case MessageRole::kErrorText:
      return errorText(m);
    case MessageRole::kWhy:
      return jsonOrEmpty(m.why);
    case MessageRole::kVersion:
      return qint64{m.version};
    case MessageRole::kTranscript:
      return toQt(wire::transcript_state(m));
    default:
      return {};
  }
}

QString MessageModel::authorName(const Row& row) const {
  if (row.pending) return tr("You");
  if (!row.message) return {};
  const auto name = toQt(row.message->author.name);
  switch (row.message->author.kind) {
    case wire::AuthorKind::kGuest:
      return !name.isEmpty() ? name : !guestName_.isEmpty() ? guestName_ : tr("Guest");
    case wire::AuthorKind::kAgent:
      return tr("Bot");
    case wire::AuthorKind::kStaff:
      return !name.isEmpty() && name == user_ ? tr("You") : name.isEmpty() ? tr("Staff") : name;
    case wire::AuthorKind::kSystem:
      break;
  }
  return {};
}

// «María López, 21:04: ¿Tienen piscina?», «You, note, 10:45: …, not delivered: …»
QString MessageModel::sentence(const Row& row) const {
  if (row.kind == RowKind::kDay) return dayText(row.day, dayOf(clock_.now()));
  auto text = messageData(row, 0, MessageRole::kText).toString();
  if (row.message && wire::text_is_transcript(*row.message))
    text = tr("voice message, transcript by machine: %1").arg(text);
  if (row.kind == RowKind::kSystem) return tr("%1, at %2").arg(text, timeText(row.at));
  const bool note = row.pending ? row.pending->note : row.message->direction == wire::Direction::kNote;
  const auto status = row.pending ? pendingText(*row.pending) : note ? QString() : statusText(*row.message);
  const auto said = note ? tr("%1, internal note, %2: %3").arg(authorName(row), timeText(row.at), text)
                         : tr("%1, %2: %3").arg(authorName(row), timeText(row.at), text);
  return status.isEmpty() ? said : tr("%1, %2", "a message and its state").arg(said, status);
}

QHash<int, QByteArray> MessageModel::roleNames() const {
  auto names = QAbstractListModel::roleNames();
  names.insert(role(MessageRole::kRowId), "rowId");
  names.insert(role(MessageRole::kText), "text");
  return names;
}

}  // namespace hotel::guimodels
