#include "models/knowledge_model.h"

#include <QSet>
#include <algorithm>

#include "models/desk_texts.h"

namespace hotel::guimodels {

using guicore::KnowledgeEntry;

const QStringList& KnowledgeModel::languages() {
  static const QStringList all{QStringLiteral("es"), QStringLiteral("en"), QStringLiteral("pt")};
  return all;
}

// Whoever saves a text with the mark still in it has not replaced it.
bool KnowledgeModel::isSample(const KnowledgeEntry& entry) {
  if (entry.updatedBy == u"default") return true;
  return entry.text.contains(u"(Texto de ejemplo)") || entry.text.contains(u"(Example text)") ||
         entry.text.contains(u"(Texto de exemplo)");
}

int KnowledgeModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int KnowledgeModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : 1 + static_cast<int>(languages().size());
}

int KnowledgeModel::rowOf(const QString& key) const {
  const auto place =
      std::lower_bound(rows_.begin(), rows_.end(), key, [](const Row& row, const QString& k) { return row.key < k; });
  return place == rows_.end() || place->key != key ? -1 : static_cast<int>(place - rows_.begin());
}

std::optional<KnowledgeEntry> KnowledgeModel::find(const QString& key, const QString& language) const {
  const int row = rowOf(key);
  if (row < 0) return std::nullopt;
  const auto& texts = rows_[static_cast<std::size_t>(row)].texts;
  const auto found = texts.find(language);
  return found == texts.end() ? std::nullopt : std::optional{found->second};
}

int KnowledgeModel::insert(const QString& key) {
  const auto place =
      std::lower_bound(rows_.begin(), rows_.end(), key, [](const Row& row, const QString& k) { return row.key < k; });
  const int row = static_cast<int>(place - rows_.begin());
  beginInsertRows({}, row, row);
  rows_.insert(place, Row{key, {}});
  endInsertRows();
  return row;
}

void KnowledgeModel::dropEmpty(int row) {
  if (!rows_[static_cast<std::size_t>(row)].texts.empty()) return;
  beginRemoveRows({}, row, row);
  rows_.erase(rows_.begin() + row);
  endRemoveRows();
}

void KnowledgeModel::apply(const KnowledgeEntry& entry) {
  if (!languages().contains(entry.language)) return;
  const auto known = find(entry.key, entry.language);
  if (known && known->version >= entry.version) return;
  if (entry.removed || entry.text.isEmpty()) return remove(entry.key, entry.language);
  int row = rowOf(entry.key);
  if (row < 0) row = insert(entry.key);
  rows_[static_cast<std::size_t>(row)].texts[entry.language] = entry;
  Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
  Q_EMIT entryChanged(entry.key, entry.language);
}

void KnowledgeModel::remove(const QString& key, const QString& language) {
  const int row = rowOf(key);
  if (row < 0 || rows_[static_cast<std::size_t>(row)].texts.erase(language) == 0) return;
  Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
  dropEmpty(row);
  Q_EMIT entryChanged(key, language);
}

void KnowledgeModel::setAll(const std::vector<KnowledgeEntry>& entries) {
  QSet<std::pair<QString, QString>> in;
  for (const auto& entry : entries) in.insert({entry.key, entry.language});
  for (int row = rowCount() - 1; row >= 0; --row) {
    const Row copy = rows_[static_cast<std::size_t>(row)];
    for (const auto& [language, entry] : copy.texts)
      if (!in.contains({copy.key, language})) remove(copy.key, language);
  }
  for (const auto& entry : entries) apply(entry);
}

void KnowledgeModel::clear() {
  if (rows_.empty()) return;
  beginResetModel();
  rows_.clear();
  endResetModel();
}

void KnowledgeModel::retranslate() {
  Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
  if (!rows_.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int KnowledgeModel::samples() const {
  int out = 0;
  for (const auto& row : rows_)
    for (const auto& [language, entry] : row.texts) out += isSample(entry) ? 1 : 0;
  return out;
}

int KnowledgeModel::missing() const {
  int out = 0;
  for (const auto& row : rows_) out += static_cast<int>(languages().size()) - static_cast<int>(row.texts.size());
  return out;
}

QVariant KnowledgeModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
    case 0:
      return tr("Topic");
    case 1:
      return tr("Spanish");
    case 2:
      return tr("English");
    default:
      return tr("Portuguese");
  }
}

QVariant KnowledgeModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
  const Row& row = rows_[static_cast<std::size_t>(index.row())];
  const bool topic = index.column() == 0;
  const QString language = topic ? QString() : languages().at(index.column() - 1);
  const auto found = row.texts.find(language);
  const auto* entry = found == row.texts.end() ? nullptr : &found->second;
  const auto state = !entry             ? KnowledgeState::kMissing
                     : isSample(*entry) ? KnowledgeState::kSample
                                        : KnowledgeState::kWritten;
  if (role == Qt::DisplayRole) return topic ? topicTitle(row.key) : entry ? entry->text : QString();
  if (role == Qt::ToolTipRole) return topic ? row.key : entry ? entry->text : QString();
  if (role == Qt::AccessibleTextRole) {
    const QString title = topicTitle(row.key);
    if (topic) return title;
    const QString name = headerData(index.column(), Qt::Horizontal).toString();
    if (!entry) return tr("%1, %2: no text", "topic, language").arg(title, name);
    return (state == KnowledgeState::kSample ? tr("%1, %2, sample text to replace: %3", "topic, language, text")
                                             : tr("%1, %2: %3", "topic, language, text"))
        .arg(title, name, entry->text);
  }
  switch (static_cast<KnowledgeRole>(role)) {
    case KnowledgeRole::kKey:
      return row.key;
    case KnowledgeRole::kLanguage:
      return language;
    case KnowledgeRole::kText:
      return entry ? entry->text : QString();
    case KnowledgeRole::kState:
      return static_cast<int>(state);
    case KnowledgeRole::kVersion:
      return qint64{entry ? entry->version : 0};
    case KnowledgeRole::kUpdatedBy:
      return entry ? entry->updatedBy : QString();
    case KnowledgeRole::kUpdatedAt:
      return qint64{entry && entry->updatedAt ? *entry->updatedAt : 0};
  }
  return {};
}

}  // namespace hotel::guimodels
