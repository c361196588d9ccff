// What the console remembers between two runs and shows while it is offline: conversations, their newest messages, the
// number of the last event. SQLite on a worker thread with a connection of its own; calls return at once and are done
// in order.
//
// Belongs to one account: opening it for another one empties it. An old entity never replaces a newer one (version).
// The file is readable by its owner only. Failures (disk full, damaged file: it is removed and made anew) are told
// by failed(); the console works without a cache.
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <QThread>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "wire/conversation.h"
#include "wire/message.h"

namespace hotel::guicore {

class CacheWorker;

class CacheDb : public QObject {
  Q_OBJECT
 public:
  static constexpr int kMessagesPerConversation = 200;
  static constexpr qint64 kDefaultCap = 256LL * 1024 * 1024;

  struct Snapshot {
    std::vector<wire::Conversation> conversations;
    qint64 lastSeq = 0;
    std::optional<wire::Millis> asOf;  // when lastSeq was written; nothing: empty cache
  };
  struct Hit {  // local search
    QString conversationId;
    QString messageId;  // empty: found by the guest's name or number
    QString excerpt;
    wire::Millis at = 0;
  };
  struct Change {  // one event, or a part of a snapshot
    std::vector<wire::Conversation> conversations;
    std::vector<wire::Message> messages;
    QStringList removedConversations;
    // The newest page of a conversation as the server has it: what is cached up to its newest message and not in it
    // goes, so that no hole is shown as if nothing had been said there.
    QString pageOf;
    bool dropMessages = false;      // events were missed: all cached messages are doubtful
    std::optional<qint64> lastSeq;  // in the same transaction
    wire::Millis at = 0;
  };

  explicit CacheDb(QObject* parent = nullptr);
  ~CacheDb() override;  // finishes what is queued

  void open(const QString& file, const QString& account, qint64 capBytes = kDefaultCap);
  void apply(Change change);
  void wipe();  // everything, and the space is given back
  void close();

  // The callback runs on this object's thread, in the order of the calls; not at all when `context` is gone.
  void load(QObject* context, std::function<void(Snapshot)> then);
  void loadMessages(const QString& conversationId, int limit, QObject* context,
                    std::function<void(std::vector<wire::Message>)> then);  // oldest first
  void search(const QString& query, int limit, QObject* context, std::function<void(std::vector<Hit>)> then);
  void flush(QObject* context, std::function<void()> then);  // everything before this call is on disk

 Q_SIGNALS:
  void failed(const QString& what);

 private:
  void post(std::function<void(CacheWorker&)> job);
  template <class T, class Work>
  void ask(QObject* context, std::function<void(T)> then, Work work);
  QThread thread_;
  std::unique_ptr<CacheWorker> worker_;
};

}  // namespace hotel::guicore
