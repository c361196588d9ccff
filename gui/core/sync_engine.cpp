#include "core/sync_engine.h"

#include <QRandomGenerator>

#include "core/text.h"
#include "core/trust.h"

namespace hotel::guicore {
namespace {

constexpr std::chrono::milliseconds kTick{1'000};
constexpr int kPage = 200;

double chance() {
  return QRandomGenerator::global()->generateDouble();
}

}  // namespace

SyncEngine::SyncEngine(Parts parts, QObject* parent)
    : QObject(parent),
      parts_(parts),
      ticker_(parts.clock.makeTimer()),
      snapshotRetry_(parts.clock.makeTimer()),
      snapshotPolicy_(chance) {
  connectParts();
}

SyncEngine::~SyncEngine() {
  parts_.stream.stop();
}

void SyncEngine::connectParts() {
  auto& stream = parts_.stream;
  connect(&stream, &EventStream::bytes, this, [this] { announce(state_.bytes(parts_.clock.now())); });
  connect(&stream, &EventStream::opened, this, &SyncEngine::refreshAlerts);
  connect(&stream, &EventStream::opened, this, &SyncEngine::refreshTickets);
  connect(&stream, &EventStream::received, this, &SyncEngine::onEvent);
  connect(&stream, &EventStream::resetAsked, this, &SyncEngine::onReset);
  connect(&stream, &EventStream::unauthorized, this, &SyncEngine::onSignedOut);
  connect(&stream, &EventStream::incompatible, this, [this] { announce(state_.versionMismatch()); });
  connect(&stream, &EventStream::refusedByTrust, this, [this] { announce(state_.untrusted()); });
  connect(&stream, &EventStream::lost, this, [this](int retryInMs, const QString&) {
    announce(state_.lost(parts_.clock.now(), std::chrono::milliseconds(retryInMs)));
  });
  connect(&parts_.api, &ApiClient::signedOut, this, &SyncEngine::onSignedOut);
}

QString SyncEngine::userName() const {
  return toQt(user_.name);
}

void SyncEngine::start(const wire::Operator& user, const QString& cacheFile) {
  stop();
  user_ = user;
  running_ = true;
  frontdesk_ = wire::allows(user.roles, wire::Right::kFrontdesk);
  lastSeq_ = 0;
  asOf_.reset();
  liveFrom_.reset();
  known_.clear();
  open_.clear();
  pending_.clear();
  sentSeq_.clear();
  snapshotPolicy_.reset();
  jump_ = {};
  // One person at one server: both are the account whose data the file holds. Before anything asks the cache for
  // messages.
  if (cacheFile.isEmpty())
    parts_.cache.close();
  else
    parts_.cache.open(cacheFile, QString(parts_.api.server().toString() + u' ' + userName()));
  Q_EMIT conversationsReset();
  announce(state_.signedIn(parts_.clock.now()));
  tick();
  if (cacheFile.isEmpty()) return beginSync();
  parts_.cache.load(this, [this, round = round_](CacheDb::Snapshot cached) {
    if (!running_ || round != round_) return;
    for (const auto& c : cached.conversations) known_.insert(toQt(c.id));
    lastSeq_ = cached.lastSeq;
    asOf_ = cached.asOf;
    if (!cached.conversations.empty()) Q_EMIT conversationsChanged(cached.conversations, false);
    Q_EMIT connectionChanged();  // «as of»
    beginSync();
  });
}

void SyncEngine::stop() {
  ++round_;
  ++session_;
  running_ = snapshotting_ = false;
  std::vector<PendingMessage> told;
  for (auto& pending : pending_) {
    if (pending.state != PendingState::kSending) continue;
    // One that is under way may have arrived; nobody will tell us any more.
    pending.state = pending.underWay ? PendingState::kUnknown : PendingState::kFailed;
    pending.underWay = false;
    pending.error = ApiError{QStringLiteral("offline"), 0, tr("You were signed out."), {}, {}};
    told.push_back(pending);
  }
  for (const auto& pending : told) Q_EMIT pendingChanged(pending);
  ticker_->stop();
  snapshotRetry_->stop();
  parts_.stream.stop();
  announce(state_.signedOut());
}

void SyncEngine::onSignedOut() {
  if (!running_) return;
  stop();
  Q_EMIT signedOut();
}

void SyncEngine::announce(bool changed) {
  if (changed) Q_EMIT connectionChanged();
}

void SyncEngine::tick() {
  const auto now = parts_.clock.now();
  announce(state_.tick(now));
  if (jump_.jumped(now, parts_.clock.steady())) wakeUp();
  ticker_->start(kTick, [this] { tick(); });
}

void SyncEngine::beginSync() {
  if (!frontdesk_) {
    liveFrom_ = lastSeq_;
    openStream(lastSeq_ > 0 ? lastSeq_ : -1);
    return;
  }
  if (lastSeq_ > 0) openStream(lastSeq_);
  beginSnapshot();
}

void SyncEngine::openStream(qint64 seq) {
  parts_.stream.start(parts_.api.urlOf(QStringLiteral("/events")), parts_.api.token(), seq);
}

void SyncEngine::wakeUp() {
  if (!running_) return;
  if (snapshotRetry_->isActive()) {
    snapshotRetry_->stop();
    fetchPage(retryCursor_);
  }
  if (parts_.stream.running())
    parts_.stream.reconnectNow();
  else if (!snapshotting_)
    beginSync();
}

void SyncEngine::resync() {
  if (!running_) return;
  if (!parts_.stream.running())
    beginSync();
  else if (frontdesk_)
    beginSnapshot();
  for (const auto& id : open_.keys()) fetchMessages(id);
}

// The server's log does not reach back to our number, or is another one: whatever was said since then is unknown.
void SyncEngine::onReset() {
  CacheDb::Change change;
  change.dropMessages = true;
  change.lastSeq = 0;
  change.at = asOf_.value_or(parts_.clock.now());
  parts_.cache.apply(std::move(change));
  lastSeq_ = 0;
  for (auto& open : open_) open.loaded = false;
  for (const auto& id : open_.keys()) fetchMessages(id);
  beginSync();
}

// ------------------------------------------------------------------------------------------------------------ snapshot
void SyncEngine::beginSnapshot() {
  ++round_;
  snapshotRetry_->stop();
  snapshotting_ = true;
  seqAtSnapshot_ = lastSeq_;
  seen_.clear();
  announce(state_.resyncStarted());
  fetchPage({});
}

void SyncEngine::fetchPage(const QString& cursor) {
  parts_.api.conversations(wire::View::kAll, cursor, kPage)
      .then(this, [this, cursor, round = round_](const ApiResult<Page<wire::Conversation>>& result) {
        if (!running_ || round != round_) return;
        if (!result) return snapshotFailed(cursor, result.error());
        takePage(*result, cursor.isEmpty());
      });
}

void SyncEngine::takePage(const Page<wire::Conversation>& page, bool first) {
  snapshotPolicy_.reset();
  CacheDb::Change change;
  if (first) {
    liveFrom_ = page.asOfSeq;
    const bool behind = page.asOfSeq < seqAtSnapshot_;  // the server was set back (restored from a backup)
    if (seqAtSnapshot_ == 0 || behind) {
      change.dropMessages = behind;
      lastSeq_ = page.asOfSeq;
      openStream(lastSeq_);
    }
  }
  for (const auto& c : page.items) {
    seen_.insert(toQt(c.id));
    known_.insert(toQt(c.id));
  }
  if (!page.items.empty()) Q_EMIT conversationsChanged(page.items, false);
  change.conversations = page.items;
  parts_.cache.apply(std::move(change));
  if (page.next.empty())
    finishSnapshot();
  else
    fetchPage(toQt(page.next));
}

void SyncEngine::finishSnapshot() {
  snapshotting_ = false;
  asOf_ = parts_.clock.now();
  CacheDb::Change change;
  change.lastSeq = lastSeq_;
  change.at = *asOf_;
  for (const auto& id : std::as_const(known_))
    if (!seen_.contains(id)) change.removedConversations << id;
  const QStringList gone = change.removedConversations;
  for (const auto& id : gone) known_.remove(id);
  parts_.cache.apply(std::move(change));
  if (!gone.isEmpty()) Q_EMIT conversationsRemoved(gone);
  seen_.clear();
  announce(state_.resyncFinished());
  Q_EMIT snapshotFinished();
}

void SyncEngine::snapshotFailed(const QString& cursor, const ApiError& error) {
  if (error.status == 401) return;  // onSignedOut comes by itself
  if (error.status == 404 || error.code == u"unreadable") {
    announce(state_.versionMismatch());
    return;
  }
  if (error.code == u"untrusted_key" || error.code == u"changed_key" || error.code == u"plain_http") {
    snapshotting_ = false;
    announce(state_.untrusted());
    return;
  }
  retryCursor_ = cursor;
  const auto wait = error.retryAfterSeconds ? std::chrono::milliseconds(std::min(*error.retryAfterSeconds, 300) * 1000)
                                            : snapshotPolicy_.next();
  snapshotRetry_->start(wait, [this] { fetchPage(retryCursor_); });
  // While the stream runs it tells the state; without it this is the only sign.
  if (!parts_.stream.running()) announce(state_.lost(parts_.clock.now(), wait));
}

void SyncEngine::refreshAlerts() {
  parts_.api.alerts().then(this, [this, session = session_](const ApiResult<Page<wire::Alert>>& result) {
    if (session == session_ && result) Q_EMIT alertsLoaded(result->items);
  });
}

void SyncEngine::refreshTickets() {
  if (!running_ || !frontdesk_) return;
  ++ticketsRound_;
  ticketsDuring_.emplace();
  fetchTickets({}, {});
}

void SyncEngine::fetchTickets(std::vector<wire::Ticket> before, const QString& cursor) {
  parts_.api.tickets(QStringLiteral("open"), cursor)
      .then(this, [this, before = std::move(before), session = session_,
                   round = ticketsRound_](const ApiResult<Page<wire::Ticket>>& result) {
        if (session != session_ || round != ticketsRound_) return;
        if (!result) {
          ticketsDuring_.reset();
          return Q_EMIT ticketsFailed(result.error());
        }
        auto all = before;
        all.insert(all.end(), result->items.begin(), result->items.end());
        if (!result->next.empty()) return fetchTickets(std::move(all), toQt(result->next));
        const auto during = std::exchange(ticketsDuring_, std::nullopt);
        Q_EMIT ticketsLoaded(all);
        for (const auto& ticket : *during) Q_EMIT ticketChanged(ticket);
      });
}

void SyncEngine::searchCache(const QString& query, int limit, QObject* context,
                             std::function<void(std::vector<CacheDb::Hit>)> then) {
  parts_.cache.search(query, limit, context, std::move(then));
}

}  // namespace hotel::guicore
