#include "core/cache_db.h"

#include <QPointer>

#include "core/cache_worker.h"

namespace hotel::guicore {

CacheDb::CacheDb(QObject* parent) : QObject(parent), worker_(std::make_unique<CacheWorker>()) {
  worker_->moveToThread(&thread_);
  connect(worker_.get(), &CacheWorker::failed, this, &CacheDb::failed);
  thread_.setObjectName(QStringLiteral("cache"));
  thread_.start();
}

CacheDb::~CacheDb() {
  // The last job closes the connection on its own thread, after everything that was queued before it.
  QMetaObject::invokeMethod(worker_.get(), [worker = worker_.get()] { worker->close(); }, Qt::BlockingQueuedConnection);
  thread_.quit();
  thread_.wait();
}

void CacheDb::post(std::function<void(CacheWorker&)> job) {
  QMetaObject::invokeMethod(
      worker_.get(), [worker = worker_.get(), job = std::move(job)] { job(*worker); }, Qt::QueuedConnection);
}

void CacheDb::open(const QString& file, const QString& account, qint64 capBytes) {
  post([=](CacheWorker& worker) { worker.open(file, account, capBytes); });
}

void CacheDb::apply(Change change) {
  post([change = std::move(change)](CacheWorker& worker) { worker.apply(change); });
}

void CacheDb::wipe() {
  post([](CacheWorker& worker) { worker.wipe(); });
}

void CacheDb::close() {
  post([](CacheWorker& worker) { worker.close(); });
}

// Brings a result of the worker to the context's thread. The hop over this object keeps the context from being looked
// at on the worker's thread, where it may die at any moment.
template <class T, class Work>
void CacheDb::ask(QObject* context, std::function<void(T)> then, Work work) {
  post([this, context = QPointer<QObject>(context), then = std::move(then),
        work = std::move(work)](CacheWorker& worker) {
    auto result = std::make_shared<T>(work(worker));
    QMetaObject::invokeMethod(
        this,
        [context, then, result] {
          if (context) then(std::move(*result));
        },
        Qt::QueuedConnection);
  });
}

void CacheDb::load(QObject* context, std::function<void(Snapshot)> then) {
  ask<Snapshot>(context, std::move(then), [](CacheWorker& worker) { return worker.load(); });
}

void CacheDb::loadMessages(const QString& conversationId, int limit, QObject* context,
                           std::function<void(std::vector<wire::Message>)> then) {
  ask<std::vector<wire::Message>>(context, std::move(then),
                                  [=](CacheWorker& worker) { return worker.messages(conversationId, limit); });
}

void CacheDb::search(const QString& query, int limit, QObject* context, std::function<void(std::vector<Hit>)> then) {
  ask<std::vector<Hit>>(context, std::move(then), [=](CacheWorker& worker) { return worker.search(query, limit); });
}

void CacheDb::flush(QObject* context, std::function<void()> then) {
  ask<bool>(context, [then = std::move(then)](bool) { then(); }, [](CacheWorker&) { return true; });
}

}  // namespace hotel::guicore
