// What the bot may say: a row per key of the knowledge base, a column per language after the topic. Texts that came
// with the program, and languages without a text, are told apart from what staff wrote. GUI thread.
#pragma once

#include <QAbstractTableModel>
#include <QStringList>
#include <map>
#include <optional>
#include <vector>

#include "core/api_types.h"
#include "models/roles.h"

namespace hotel::guimodels {

class KnowledgeModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  explicit KnowledgeModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

  static const QStringList& languages();  // es, en, pt: the columns after the first
  static bool isSample(const guicore::KnowledgeEntry& entry);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

  void setAll(const std::vector<guicore::KnowledgeEntry>& entries);  // a difference, not a reset
  void apply(const guicore::KnowledgeEntry& entry);                  // older versions are ignored
  void remove(const QString& key, const QString& language);
  void clear();
  void retranslate();  // titles and headers
  std::optional<guicore::KnowledgeEntry> find(const QString& key, const QString& language) const;
  bool contains(const QString& key) const { return rowOf(key) >= 0; }
  int rowOf(const QString& key) const;  // -1: no such key
  QString keyAt(int row) const { return rows_[static_cast<std::size_t>(row)].key; }
  int samples() const;  // texts to replace
  int missing() const;  // keys and languages without a text

 Q_SIGNALS:
  void entryChanged(const QString& key, const QString& language);

 private:
  struct Row {
    QString key;
    std::map<QString, guicore::KnowledgeEntry> texts;  // by language
  };
  int insert(const QString& key);
  void dropEmpty(int row);

  std::vector<Row> rows_;  // by key
};

}  // namespace hotel::guimodels
