#include "core/cache_worker.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <boost/json/serialize.hpp>

#include "core/text.h"
#include "wire/codec.h"
#include "wire/text.h"

namespace hotel::guicore {
namespace {

const QString kSchema = QStringLiteral("1");
constexpr int kCheckEvery = 16;  // applied changes between two looks at the size

const QStringList kTables{
    QStringLiteral("CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL)"),
    QStringLiteral("CREATE TABLE conversations(id TEXT PRIMARY KEY, version INTEGER NOT NULL, updated_at INTEGER NOT "
                   "NULL, folded TEXT NOT NULL, json TEXT NOT NULL)"),
    QStringLiteral("CREATE TABLE messages(n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, conversation_id TEXT NOT "
                   "NULL, sent_at INTEGER NOT NULL, "
                   "created_at INTEGER NOT NULL, version INTEGER NOT NULL, text TEXT NOT NULL, json TEXT NOT NULL)"),
    QStringLiteral("CREATE INDEX messages_of ON messages(conversation_id, sent_at, created_at, id)"),
    QStringLiteral("CREATE VIRTUAL TABLE words USING fts5(text, content='messages', content_rowid='n', "
                   "tokenize='unicode61 remove_diacritics 2')"),
    QStringLiteral("CREATE TRIGGER words_in AFTER INSERT ON messages BEGIN INSERT INTO words(rowid, text) "
                   "VALUES(new.n, new.text); END"),
    QStringLiteral("CREATE TRIGGER words_out AFTER DELETE ON messages BEGIN INSERT INTO words(words, rowid, text) "
                   "VALUES('delete', old.n, old.text); END"),
    QStringLiteral("CREATE TRIGGER words_new AFTER UPDATE OF text ON messages BEGIN INSERT INTO words(words, rowid, "
                   "text) VALUES('delete', old.n, old.text); "
                   "INSERT INTO words(rowid, text) VALUES(new.n, new.text); END")};

QString jsonText(const boost::json::object& object) {
  return toQt(boost::json::serialize(object));
}

template <class T>
std::optional<T> fromText(const QString& text, std::optional<T> (*read)(const boost::json::value&)) {
  const auto value = wire::parse_json(toStd(text));
  return value ? read(*value) : std::nullopt;
}

// Every word as a quoted prefix: nothing a person types is FTS syntax.
QString ftsQuery(const QString& words) {
  QStringList out;
  for (QString word : words.split(QChar(u' '), Qt::SkipEmptyParts))
    out << u'"' + word.replace(QChar(u'"'), QStringLiteral("\"\"")) + QStringLiteral("\"*");
  return out.join(u' ');
}

}  // namespace

CacheWorker::~CacheWorker() {
  close();
}

bool CacheWorker::say(const QSqlQuery& query) {
  Q_EMIT failed(query.lastError().text());
  return false;
}

bool CacheWorker::run(const QString& sql, const QVariantList& values) {
  QSqlQuery query(db_);
  if (!query.prepare(sql)) return say(query);
  for (const auto& value : values) query.addBindValue(value);
  return query.exec() || say(query);
}

void CacheWorker::open(const QString& file, const QString& account, qint64 capBytes) {
  close();
  file_ = file;
  cap_ = capBytes;
  for (int attempt = 0; attempt < 2; ++attempt) {
    if (connectTo(file) && prepareSchema(account)) return;
    removeFile();  // damaged, or of another program: it is only a cache
  }
  close();
}

bool CacheWorker::connectTo(const QString& file) {
  const QFileInfo info(file);
  QDir().mkpath(info.absolutePath());
  constexpr auto kOwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
  if (QFile made(file); !made.exists()) {
    if (!made.open(QIODevice::WriteOnly | QIODevice::NewOnly, kOwnerOnly)) {
      Q_EMIT failed(made.errorString());
      return false;
    }
  }
  QFile::setPermissions(file, kOwnerOnly);
  connection_ = QStringLiteral("cache-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
  db_ = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection_);
  db_.setDatabaseName(file);
  db_.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
  if (!db_.open()) {
    Q_EMIT failed(db_.lastError().text());
    return false;
  }
  // secure_delete: wiped guest data must not stay in free pages.
  for (const auto* pragma : {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=NORMAL", "PRAGMA secure_delete=ON"})
    if (QSqlQuery query(db_); !query.exec(QString::fromLatin1(pragma))) return say(query);
  return true;
}

bool CacheWorker::prepareSchema(const QString& account) {
  QSqlQuery query(db_);
  if (!query.exec(QStringLiteral("SELECT count(*) FROM sqlite_master WHERE name='meta'")) || !query.next())
    return say(query);
  const bool fresh = query.value(0).toInt() == 0;
  query.finish();
  if (!fresh && meta(QStringLiteral("schema")) != kSchema) {
    removeFile();
    if (!connectTo(file_)) return false;
    return prepareSchema(account);
  }
  if (fresh) {
    if (!db_.transaction()) return false;
    for (const auto& table : kTables)
      if (!run(table)) return db_.rollback() && false;
    if (!setMeta(QStringLiteral("schema"), kSchema) || !setMeta(QStringLiteral("account"), account) || !db_.commit())
      return false;
    return true;
  }
  if (meta(QStringLiteral("account")) != account) {
    wipe();
    return setMeta(QStringLiteral("account"), account);
  }
  return true;
}

void CacheWorker::close() {
  if (connection_.isEmpty()) return;
  db_.close();
  db_ = QSqlDatabase();
  QSqlDatabase::removeDatabase(connection_);
  connection_.clear();
}

void CacheWorker::removeFile() {
  close();
  for (const auto* tail : {"", "-wal", "-shm", "-journal"}) QFile::remove(QString(file_ + QString::fromLatin1(tail)));
}

QString CacheWorker::meta(const QString& key) {
  QSqlQuery query(db_);
  query.prepare(QStringLiteral("SELECT value FROM meta WHERE key=?"));
  query.addBindValue(key);
  return query.exec() && query.next() ? query.value(0).toString() : QString();
}

bool CacheWorker::setMeta(const QString& key, const QString& value) {
  return run(
      QStringLiteral("INSERT INTO meta(key, value) VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value=excluded.value"),
      {key, value});
}

void CacheWorker::wipe() {
  if (!db_.isOpen() || !db_.transaction()) return;
  const bool done = run(QStringLiteral("DELETE FROM messages")) && run(QStringLiteral("DELETE FROM conversations")) &&
                    run(QStringLiteral("INSERT INTO words(words) VALUES('rebuild')")) &&
                    run(QStringLiteral("DELETE FROM meta WHERE key IN ('last_seq', 'as_of')"));
  if (!done || !db_.commit()) {
    db_.rollback();
    return;
  }
  run(QStringLiteral("VACUUM"));
  run(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
}

void CacheWorker::apply(const CacheDb::Change& change) {
  if (!db_.isOpen()) return;
  if (!db_.transaction()) {
    Q_EMIT failed(db_.lastError().text());
    return;
  }
  if (!put(change)) {
    db_.rollback();
    return;
  }
  if (!db_.commit()) {
    Q_EMIT failed(db_.lastError().text());
    db_.rollback();
    return;
  }
  if (!change.messages.empty() && ++sinceCheck_ >= kCheckEvery) respectCap();
}

bool CacheWorker::put(const CacheDb::Change& change) {
  if (change.dropMessages && !run(QStringLiteral("DELETE FROM messages"))) return false;
  for (const auto& c : change.conversations) {
    const auto folded = toQt(wire::fold(c.guest.name + ' ' + c.guest.phone));
    if (!run(QStringLiteral(
                 "INSERT INTO conversations(id, version, updated_at, folded, json) VALUES(?, ?, ?, ?, ?) ON "
                 "CONFLICT(id) DO UPDATE SET "
                 "version=excluded.version, updated_at=excluded.updated_at, folded=excluded.folded, json=excluded.json "
                 "WHERE excluded.version >= conversations.version"),
             {toQt(c.id), qint64{c.version}, qint64{c.updated_at}, folded, jsonText(wire::to_json(c))}))
      return false;
  }
  for (const auto& id : change.removedConversations)
    if (!run(QStringLiteral("DELETE FROM conversations WHERE id=?"), {id}) ||
        !run(QStringLiteral("DELETE FROM messages WHERE conversation_id=?"), {id}))
      return false;
  if (!change.pageOf.isEmpty() && !keepPage(change)) return false;
  QSet<QString> touched;
  for (const auto& m : change.messages) {
    if (!putMessage(m)) return false;
    touched.insert(toQt(m.conversation_id));
  }
  for (const auto& id : touched)
    if (!trim(id)) return false;
  if (!change.lastSeq) return true;
  return setMeta(QStringLiteral("last_seq"), QString::number(*change.lastSeq)) &&
         setMeta(QStringLiteral("as_of"), QString::number(change.at));
}

bool CacheWorker::putMessage(const wire::Message& m) {
  return run(QStringLiteral("INSERT INTO messages(id, conversation_id, sent_at, created_at, version, text, json) "
                            "VALUES(?, ?, ?, ?, ?, ?, ?) "
                            "ON CONFLICT(id) DO UPDATE SET sent_at=excluded.sent_at, created_at=excluded.created_at, "
                            "version=excluded.version, "
                            "text=excluded.text, json=excluded.json WHERE excluded.version >= messages.version"),
             {toQt(m.id), toQt(m.conversation_id), qint64{m.sent_at}, qint64{m.created_at}, qint64{m.version},
              toQt(m.text), jsonText(wire::to_json(m))});
}

bool CacheWorker::keepPage(const CacheDb::Change& change) {
  if (change.messages.empty())
    return run(QStringLiteral("DELETE FROM messages WHERE conversation_id=?"), {change.pageOf});
  QSet<QString> in;
  qint64 newest = 0;
  for (const auto& m : change.messages) {
    in.insert(toQt(m.id));
    newest = std::max<qint64>(newest, m.sent_at);
  }
  QSqlQuery query(db_);
  query.prepare(QStringLiteral("SELECT id FROM messages WHERE conversation_id=? AND sent_at<=?"));
  query.addBindValue(change.pageOf);
  query.addBindValue(newest);
  if (!query.exec()) return say(query);
  QStringList gone;
  while (query.next())
    if (const auto id = query.value(0).toString(); !in.contains(id)) gone << id;
  for (const auto& id : gone)
    if (!run(QStringLiteral("DELETE FROM messages WHERE id=?"), {id})) return false;
  return true;
}

bool CacheWorker::trim(const QString& conversationId) {
  return run(QStringLiteral("DELETE FROM messages WHERE n IN (SELECT n FROM messages WHERE conversation_id=? "
                            "ORDER BY sent_at DESC, created_at DESC, id DESC LIMIT -1 OFFSET ?)"),
             {conversationId, CacheDb::kMessagesPerConversation});
}

void CacheWorker::respectCap() {
  sinceCheck_ = 0;
  const auto number = [this](const char* sql) {
    QSqlQuery query(db_);
    return query.exec(QString::fromLatin1(sql)) && query.next() ? query.value(0).toLongLong() : 0;
  };
  const auto used = [&] {
    return (number("PRAGMA page_count") - number("PRAGMA freelist_count")) * number("PRAGMA page_size");
  };
  if (used() <= cap_) return;
  // Down to three quarters, so that this is rare. The oldest messages go; the conversations stay.
  for (qint64 rows = number("SELECT count(*) FROM messages"); rows > 0 && used() > cap_ / 4 * 3;
       rows = number("SELECT count(*) FROM messages")) {
    if (!run(QStringLiteral("DELETE FROM messages WHERE n IN (SELECT n FROM messages ORDER BY sent_at LIMIT ?)"),
             {std::max<qint64>(1, rows / 5)}))
      return;
    run(QStringLiteral("INSERT INTO words(words) VALUES('optimize')"));
  }
  run(QStringLiteral("VACUUM"));
  run(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
}

CacheDb::Snapshot CacheWorker::load() {
  CacheDb::Snapshot out;
  if (!db_.isOpen()) return out;
  QSqlQuery query(db_);
  query.setForwardOnly(true);
  if (!query.exec(QStringLiteral("SELECT json FROM conversations"))) {
    say(query);
    return out;
  }
  while (query.next())
    if (auto c = fromText(query.value(0).toString(), wire::conversation_from_json))
      out.conversations.push_back(std::move(*c));
  out.lastSeq = meta(QStringLiteral("last_seq")).toLongLong();
  if (const auto at = meta(QStringLiteral("as_of")); !at.isEmpty()) out.asOf = at.toLongLong();
  return out;
}

std::vector<wire::Message> CacheWorker::messages(const QString& conversationId, int limit) {
  std::vector<wire::Message> out;
  if (!db_.isOpen()) return out;
  QSqlQuery query(db_);
  query.prepare(QStringLiteral(
      "SELECT json FROM messages WHERE conversation_id=? ORDER BY sent_at DESC, created_at DESC, id DESC LIMIT ?"));
  query.addBindValue(conversationId);
  query.addBindValue(limit);
  if (!query.exec()) say(query);
  while (query.next())
    if (auto m = fromText(query.value(0).toString(), wire::message_from_json)) out.push_back(std::move(*m));
  std::reverse(out.begin(), out.end());
  return out;
}

std::vector<CacheDb::Hit> CacheWorker::search(const QString& words, int limit) {
  std::vector<CacheDb::Hit> out;
  const auto folded = toQt(wire::fold(toStd(words.simplified())));
  if (!db_.isOpen() || folded.isEmpty()) return out;
  QSqlQuery names(db_);
  names.prepare(QStringLiteral(
      "SELECT id, updated_at FROM conversations WHERE instr(folded, ?) > 0 ORDER BY updated_at DESC LIMIT ?"));
  names.addBindValue(folded);
  names.addBindValue(limit);
  if (!names.exec()) say(names);
  while (names.next()) out.push_back({names.value(0).toString(), {}, {}, names.value(1).toLongLong()});
  QSqlQuery query(db_);
  query.prepare(
      QStringLiteral("SELECT m.conversation_id, m.id, snippet(words, 0, '', '', '…', 12), m.sent_at FROM words JOIN "
                     "messages m ON m.n = words.rowid "
                     "WHERE words MATCH ? ORDER BY m.sent_at DESC LIMIT ?"));
  query.addBindValue(ftsQuery(words.simplified()));
  query.addBindValue(limit);
  if (!query.exec()) say(query);
  while (query.next())
    out.push_back(
        {query.value(0).toString(), query.value(1).toString(), query.value(2).toString(), query.value(3).toLongLong()});
  return out;
}

}  // namespace hotel::guicore
