// The side of CacheDb that lives on the worker thread: owns the SQLite connection. See cache_db.h.
#pragma once

#include <QObject>
#include <QSqlDatabase>
#include <QString>

#include "core/cache_db.h"

class QSqlQuery;

namespace hotel::guicore {

class CacheWorker : public QObject {
  Q_OBJECT
 public:
  ~CacheWorker() override;

  void open(const QString& file, const QString& account, qint64 capBytes);
  void apply(const CacheDb::Change& change);
  void wipe();
  void close();
  CacheDb::Snapshot load();
  std::vector<wire::Message> messages(const QString& conversationId, int limit);
  std::vector<CacheDb::Hit> search(const QString& query, int limit);

 Q_SIGNALS:
  void failed(const QString& what);

 private:
  bool connectTo(const QString& file);
  bool prepareSchema(const QString& account);
  bool run(const QString& sql, const QVariantList& values = {});
  QString meta(const QString& key);
  bool setMeta(const QString& key, const QString& value);
  bool put(const CacheDb::Change& change);
  bool putMessage(const wire::Message& message);
  bool keepPage(const CacheDb::Change& change);
  bool trim(const QString& conversationId);
  void respectCap();
  void removeFile();
  bool say(const QSqlQuery& query);

  QString file_;
  QString connection_;
  QSqlDatabase db_;
  qint64 cap_ = CacheDb::kDefaultCap;
  int sinceCheck_ = 0;
};

}  // namespace hotel::guicore
