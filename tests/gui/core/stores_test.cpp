#include "stores_test.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include "core/cache_db.h"
#include "core/draft_store.h"
#include "core/secret_store.h"
#include "core/settings.h"
#include "support_qt/manual_clock.h"
#include "support_qt/samples.h"

using namespace hotel;
using namespace hotel::guicore;
using support_qt::conversation;
using support_qt::message;

namespace {

struct Cache {
  QTemporaryDir folder;
  QString file = folder.filePath(QStringLiteral("deep/cache.sqlite"));
  std::unique_ptr<CacheDb> db = std::make_unique<CacheDb>();
  QObject context;

  Cache() { db->open(file, QStringLiteral("ana")); }
  void reopen(const QString& account = QStringLiteral("ana")) {
    db = std::make_unique<CacheDb>();
    db->open(file, account);
  }
  template <class T>
  T wait(const std::function<void(std::function<void(T)>)>& ask) {
    std::optional<T> out;
    ask([&](T value) { out = std::move(value); });
    [[maybe_unused]] const bool came = QTest::qWaitFor([&] { return out.has_value(); }, 20'000);
    return out.value();
  }
  CacheDb::Snapshot load() {
    return wait<CacheDb::Snapshot>([&](auto then) { db->load(&context, then); });
  }
  std::vector<wire::Message> messages(const char* id) {
    return wait<std::vector<wire::Message>>(
        [&](auto then) { db->loadMessages(QString::fromLatin1(id), 500, &context, then); });
  }
  std::vector<CacheDb::Hit> search(const QString& words) {
    return wait<std::vector<CacheDb::Hit>>([&](auto then) { db->search(words, 50, &context, then); });
  }
  void put(std::vector<wire::Conversation> list, std::optional<qint64> seq = {}) {
    CacheDb::Change change;
    change.conversations = std::move(list);
    change.lastSeq = seq;
    change.at = 77;
    db->apply(std::move(change));
  }
  void say(std::vector<wire::Message> list, const QString& pageOf = {}) {
    CacheDb::Change change;
    change.messages = std::move(list);
    change.pageOf = pageOf;
    db->apply(std::move(change));
  }
};

std::string ids(const std::vector<wire::Message>& list) {
  std::string out;
  for (const auto& m : list) out += m.id + " ";
  return out;
}

}  // namespace

void StoresTest::cacheKeepsTheNewestVersion() {
  Cache cache;
  QVERIFY(!cache.load().asOf);
  cache.put({conversation("a", "María", 1, 5)}, 12);
  cache.put({conversation("a", "Old", 1, 4)});
  cache.reopen();
  const auto snapshot = cache.load();
  QCOMPARE(snapshot.conversations.size(), std::size_t{1});
  QCOMPARE(snapshot.conversations[0].guest.name, std::string("María"));
  QCOMPARE(snapshot.lastSeq, 12);
  QCOMPARE(snapshot.asOf, std::optional<wire::Millis>(77));
  auto newer = message("m", "a", "newer", 5);
  newer.version = 2;
  cache.say({newer});
  cache.say({message("m", "a", "older", 5)});
  QCOMPARE(cache.messages("a")[0].text, std::string("newer"));
  QCOMPARE(QFile::permissions(cache.file) & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
           QFileDevice::Permissions());
}

void StoresTest::cacheAppliesAllOrNothing() {
  Cache cache;
  QSignalSpy failed(cache.db.get(), &CacheDb::failed);
  cache.put({conversation("a", "María", 1)}, 3);
  cache.say({message("m", "a", "x", 1)});
  QCOMPARE(cache.load().lastSeq, 3);
  {
    // Another process writes for longer than the cache waits: the whole change must be missing afterwards, its number
    // too.
    auto other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other"));
    other.setDatabaseName(cache.file);
    QVERIFY(other.open());
    QVERIFY(QSqlQuery(other).exec(QStringLiteral("BEGIN IMMEDIATE")));
    cache.put({conversation("b", "Luis", 1)}, 4);
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20'000);
    QVERIFY(QSqlQuery(other).exec(QStringLiteral("ROLLBACK")));
  }
  QSqlDatabase::removeDatabase(QStringLiteral("other"));
  const auto snapshot = cache.load();
  QCOMPARE(snapshot.lastSeq, 3);
  QCOMPARE(snapshot.conversations.size(), std::size_t{1});
  CacheDb::Change change;
  change.removedConversations << QStringLiteral("a");
  change.lastSeq = 5;
  cache.db->apply(change);
  QVERIFY(cache.load().conversations.empty());
  QVERIFY(cache.messages("a").empty());
  QVERIFY(cache.search(QStringLiteral("x")).empty());
}

void StoresTest::cacheBelongsToOneAccount() {
  Cache cache;
  cache.put({conversation("a", "Unmistakable Name", 1)}, 3);
  cache.say({message("m", "a", "unmistakable text", 1)});
  cache.reopen(QStringLiteral("luis"));
  const auto snapshot = cache.load();
  QVERIFY(snapshot.conversations.empty());
  QCOMPARE(snapshot.lastSeq, 0);
  QVERIFY(!snapshot.asOf);
  QVERIFY(cache.search(QStringLiteral("unmistakable")).empty());
  cache.db.reset();
  for (const auto& info : QDir(QFileInfo(cache.file).absolutePath()).entryInfoList(QDir::Files)) {
    QFile file(info.absoluteFilePath());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY2(!file.readAll().toLower().contains("unmistakable"), qPrintable(info.fileName()));
  }
}

void StoresTest::cacheSurvivesDamage() {
  Cache cache;
  cache.put({conversation("a", "María", 1)}, 3);
  cache.db.reset();
  QFile file(cache.file);
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write(QByteArray(20'000, 'x'));
  file.close();
  cache.db = std::make_unique<CacheDb>();
  QSignalSpy failed(cache.db.get(), &CacheDb::failed);
  cache.db->open(cache.file, QStringLiteral("ana"));
  QVERIFY(cache.load().conversations.empty());
  QTRY_VERIFY(!failed.isEmpty());
  cache.put({conversation("b", "Luis", 1)}, 9);
  QCOMPARE(cache.load().lastSeq, 9);
}

void StoresTest::cacheSearchesWithoutAccents() {
  Cache cache;
  cache.put({conversation("a", "José Muñoz", 1), conversation("b", "Ana", 2)});
  cache.say({message("m1", "b", "¿Puedo cambiar la habitación?", 5), message("m2", "b", "Quero cancelar", 6)});
  QCOMPARE(cache.search(QStringLiteral("munoz")).size(), std::size_t{1});
  const auto hits = cache.search(QStringLiteral("HABITACION cambi"));
  QCOMPARE(hits.size(), std::size_t{1});
  QCOMPARE(hits[0].messageId, QStringLiteral("m1"));
  QCOMPARE(hits[0].conversationId, QStringLiteral("b"));
  QVERIFY(cache.search(QStringLiteral("habitación piscina")).empty());  // every word must occur
  for (const auto* hostile : {"\"", "a OR b", "NEAR(", "text:*", "-x", "' ; DROP", "*"})
    cache.search(QString::fromLatin1(hostile));
  auto changed = message("m2", "b", "Gracias", 6);
  changed.version = 2;
  cache.say({changed});
  QVERIFY(cache.search(QStringLiteral("cancelar")).empty());
  QCOMPARE(cache.search(QStringLiteral("gracias")).size(), std::size_t{1});
}

void StoresTest::cacheKeepsPagesWhole() {
  Cache cache;
  cache.say({message("old", "a", "1", 10), message("gone", "a", "2", 20), message("live", "a", "9", 90),
             message("other", "b", "1", 10)});
  cache.say({message("p1", "a", "3", 20), message("p2", "a", "4", 30)}, QStringLiteral("a"));
  QCOMPARE(ids(cache.messages("a")), std::string("p1 p2 live "));
  QCOMPARE(ids(cache.messages("b")), std::string("other "));
  std::vector<wire::Message> many;
  for (int i = 0; i < 250; ++i) many.push_back(message("x" + std::to_string(i), "c", "t", 1000 + i));
  cache.say(many);
  const auto kept = cache.messages("c");
  QCOMPARE(kept.size(), std::size_t{CacheDb::kMessagesPerConversation});
  QCOMPARE(kept.front().id, std::string("x50"));
}

void StoresTest::cacheRespectsItsCap() {
  Cache cache;
  constexpr qint64 kCap = 1024 * 1024;
  cache.db->open(cache.file, QStringLiteral("ana"), kCap);
  for (int c = 0; c < 80; ++c) {
    std::vector<wire::Message> list;
    for (int i = 0; i < 20; ++i)
      list.push_back(message("m" + std::to_string(c) + "-" + std::to_string(i), "c" + std::to_string(c),
                             std::string(1000, 'a' + i), c * 100 + i));
    cache.say(std::move(list));
  }
  QVERIFY(cache.messages("c0").empty());  // the oldest went
  QVERIFY(!cache.messages("c79").empty());
  cache.db.reset();
  QVERIFY2(QFileInfo(cache.file).size() < 2 * kCap, qPrintable(QString::number(QFileInfo(cache.file).size())));
}

void StoresTest::cacheForgetsDeadContexts() {
  Cache cache;
  int called = 0;
  auto context = std::make_unique<QObject>();
  cache.db->load(context.get(), [&](const auto&) { ++called; });
  context.reset();
  cache.load();
  QCOMPARE(called, 0);
  bool flushed = false;
  cache.db->flush(&cache.context, [&] { flushed = true; });
  QTRY_VERIFY(flushed);
}

void StoresTest::draftsSurviveACrash() {
  QTemporaryDir folder;
  support_qt::ManualClock clock;
  auto* store = new DraftStore(clock);
  store->open(folder.path(), QStringLiteral("ana@https://hotel"));
  QSignalSpy saved(store, &DraftStore::saved);
  store->set(QStringLiteral("a"), DraftMode::kReply, QStringLiteral("Sí, p"), 5);
  clock.advance(std::chrono::milliseconds(400));
  store->set(QStringLiteral("a"), DraftMode::kReply, QStringLiteral("Sí, puede"), 9);
  clock.advance(std::chrono::milliseconds(499));
  QCOMPARE(saved.size(), 0);
  clock.advance(std::chrono::milliseconds(1));
  QCOMPARE(saved.size(), 1);
  // A crash: another process reads what is on disk while this one never says goodbye.
  DraftStore after(clock);
  after.open(folder.path(), QStringLiteral("ana@https://hotel"));
  const auto draft = after.get(QStringLiteral("a"), DraftMode::kReply);
  QVERIFY(draft.has_value());
  QCOMPARE(draft->text, QStringLiteral("Sí, puede"));
  QCOMPARE(draft->cursor, 9);
  const auto files = QDir(folder.path()).entryInfoList(QDir::Files);
  QCOMPARE(files.size(), 1);
  QCOMPARE(QFile::permissions(files[0].absoluteFilePath()) & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
           QFileDevice::Permissions());
  delete store;
}

void StoresTest::draftsAreKeptApart() {
  QTemporaryDir folder;
  support_qt::ManualClock clock;
  DraftStore store(clock);
  store.open(folder.path(), QStringLiteral("ana"));
  QSignalSpy changed(&store, &DraftStore::changed);
  store.set(QStringLiteral("a"), DraftMode::kReply, QStringLiteral("reply"));
  store.set(QStringLiteral("a"), DraftMode::kNote, QStringLiteral("note"));
  store.set(QStringLiteral("b"), DraftMode::kReply, QStringLiteral("other"));
  QCOMPARE(changed.size(), 3);
  store.clear(QStringLiteral("a"), DraftMode::kReply);
  QVERIFY(!store.get(QStringLiteral("a"), DraftMode::kReply));
  QCOMPARE(store.get(QStringLiteral("a"), DraftMode::kNote)->text, QStringLiteral("note"));
  QVERIFY(store.has(QStringLiteral("a")));
  store.set(QStringLiteral("a"), DraftMode::kNote, {});
  QVERIFY(!store.has(QStringLiteral("a")));
  QCOMPARE(store.conversations(), QStringList{QStringLiteral("b")});
  store.open(folder.path(), QStringLiteral("luis"));  // saves Ana's first
  QVERIFY(store.conversations().isEmpty());
  store.open(folder.path(), QStringLiteral("ana"));
  QCOMPARE(store.get(QStringLiteral("b"), DraftMode::kReply)->text, QStringLiteral("other"));
}

void StoresTest::draftsKeepADamagedFile() {
  QTemporaryDir folder;
  support_qt::ManualClock clock;
  DraftStore store(clock);
  store.open(folder.path(), QStringLiteral("ana"));
  store.set(QStringLiteral("a"), DraftMode::kReply, QStringLiteral("words"));
  QVERIFY(store.flush());
  QFile file(QDir(folder.path()).entryInfoList(QDir::Files)[0].absoluteFilePath());
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write("{\"drafts\": [ words");
  file.close();
  QSignalSpy failed(&store, &DraftStore::failed);
  store.open(folder.path(), QStringLiteral("ana"));
  QCOMPARE(failed.size(), 1);
  store.set(QStringLiteral("a"), DraftMode::kReply, QStringLiteral("new"));
  QVERIFY(store.flush());
  QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 2);
}

void StoresTest::settingsRememberAndHoldNoPassword() {
  QTemporaryDir folder;
  const QString file = folder.filePath(QStringLiteral("console.ini"));
  {
    Settings settings(file);
    QCOMPARE(settings.theme(), Theme::kSystem);
    QCOMPARE(settings.notifications(), NotificationLevel::kNameOnly);
    QCOMPARE(settings.view(), wire::View::kWaiting);
    QSignalSpy changed(&settings, &Settings::changed);
    settings.setServer(QUrl(QStringLiteral("https://ana:secret@hotel.example:8443/?token=x")));
    settings.setTheme(Theme::kHighContrast);
    settings.setTheme(Theme::kHighContrast);
    QCOMPARE(changed.size(), 2);
    settings.setNotifications(NotificationLevel::kNone);
    settings.setDoNotDisturb(std::pair{QTime(22, 0), QTime(7, 30)});
    settings.setSortOf(wire::View::kMine, QStringLiteral("name"));
    settings.setView(wire::View::kMine);
    settings.setFontPercent(900);
    settings.setShortcut(QStringLiteral("palette"), QStringLiteral("Ctrl+J"));
    settings.setGeometry(QStringLiteral("main"), QByteArray("\0\1\2", 3));
  }
  Settings settings(file);
  QCOMPARE(settings.server(), QUrl(QStringLiteral("https://hotel.example:8443")));
  QCOMPARE(settings.theme(), Theme::kHighContrast);
  QCOMPARE(settings.notifications(), NotificationLevel::kNone);
  QCOMPARE(settings.doNotDisturb()->second, QTime(7, 30));
  QCOMPARE(settings.sortOf(wire::View::kMine), QStringLiteral("name"));
  QVERIFY(settings.sortOf(wire::View::kAll).isEmpty());
  QCOMPARE(settings.view(), wire::View::kMine);
  QCOMPARE(settings.fontPercent(), 200);
  QCOMPARE(settings.shortcut(QStringLiteral("palette"), QStringLiteral("Ctrl+K")), QStringLiteral("Ctrl+J"));
  settings.setShortcut(QStringLiteral("palette"), std::nullopt);
  QCOMPARE(settings.shortcut(QStringLiteral("palette"), QStringLiteral("Ctrl+K")), QStringLiteral("Ctrl+K"));
  QCOMPARE(settings.geometry(QStringLiteral("main")), QByteArray("\0\1\2", 3));
  QFile raw(file);
  QVERIFY(raw.open(QIODevice::ReadOnly));
  QVERIFY(!raw.readAll().contains("secret"));
}

void StoresTest::secretsAreForTheirOwnerOnly() {
  QTemporaryDir folder;
  const QString file = folder.filePath(QStringLiteral("a/session"));
  SecretStore store(file);
  QVERIFY(!store.load());
  QVERIFY(store.keep({QStringLiteral("https://h"), QStringLiteral("ana"), QStringLiteral("t0k3n")}));
  constexpr auto kOthers =
      QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
  QCOMPARE(QFile::permissions(file) & kOthers, QFileDevice::Permissions());
  QCOMPARE(store.load()->token, QStringLiteral("t0k3n"));
  QVERIFY(QFile::setPermissions(file, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadOther));
  QVERIFY(!store.load());  // somebody may have read it
  QVERIFY(store.keep({QStringLiteral("https://h"), QStringLiteral("ana"), QStringLiteral("new")}));
  QCOMPARE(store.load()->token, QStringLiteral("new"));
  QVERIFY(store.forget());
  QVERIFY(!store.load());
  QVERIFY(!QFile::exists(file));
}
