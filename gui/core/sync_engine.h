// Keeps what the console shows equal to what the server holds.
//
// start(): paints from the cache at once («as of»), fetches all conversations page by page and applies the difference,
// and opens the event stream at the number the first page was read at, so that nothing is missed between the two. Every
// event goes to the cache together with its number, and to the models by signals. An older version never replaces a
// newer one. A `reset` of the server begins a resync. The models of gui/models connect to the signals; see
// models/workspace.h, which does it.
//
// Sending: one pending message per client id. It is shown at once, sent once, and sent again only by a person
// (retry()); the client id makes a retry safe after an unknown outcome. Every send carries the number of the last event
// this console has shown, so that the server can refuse it when a colleague was faster (`newer_reply`). Nothing is sent
// while the stream is down. GUI thread.
#pragma once

#include <QHash>
#include <QObject>
#include <QSet>
#include <QString>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <memory>
#include <optional>
#include <vector>

#include "core/api_client.h"
#include "core/cache_db.h"
#include "core/connection_state.h"
#include "core/event_stream.h"
#include "core/gui_clock.h"

namespace hotel::guicore {

enum class PendingState { kSending, kFailed, kUnknown };  // kUnknown: perhaps the server has it; retry is safe

struct PendingMessage {
  QString clientId;
  QString conversationId;
  bool note = false;
  QString text;                        // what a person reads
  boost::json::object templateObject;  // empty: plain text
  wire::Millis writtenAt = 0;
  PendingState state = PendingState::kSending;
  ApiError error;  // of kFailed and kUnknown; code newer_reply: «Ana answered meanwhile»
  int attempt = 1;
  bool underWay = false;  // given to the network; the next of its conversation waits, so that the order is kept
};

class SyncEngine : public QObject {
  Q_OBJECT
 public:
  struct Parts {  // all outlive the engine
    ApiClient& api;
    EventStream& stream;
    CacheDb& cache;
    GuiClock& clock;
  };
  explicit SyncEngine(Parts parts, QObject* parent = nullptr);
  ~SyncEngine() override;

  // Signed in: api has server and token. `cacheFile` empty: no cache (policy).
  void start(const wire::Operator& user, const QString& cacheFile);
  void stop();    // signed out or quitting; models keep what they show until the next start
  void resync();  // F5
  void wakeUp();  // the machine slept or the network came back: try at once

  ApiClient& api() { return parts_.api; }
  const wire::Operator& user() const { return user_; }
  QString userName() const;
  const ConnectionState& connection() const { return state_; }
  qint64 lastSeq() const { return lastSeq_; }
  std::optional<wire::Millis> asOf() const { return asOf_; }  // of what is shown while not live

  // --- messages of conversations that are open on the screen
  void openConversation(const QString& id);  // cache first, then the newest page; keeps following it
  void closeConversation(const QString& id);
  void loadOlder(const QString& id);  // one more page; messagesLoaded() follows, or olderFailed()
  bool hasOlder(const QString& id) const;
  bool loadingOlder(const QString& id) const;

  // --- sending. Empty when nothing was sent: whyNoSending() says why.
  QString sendText(const QString& conversationId, const QString& text);
  QString sendTemplate(const QString& conversationId, const boost::json::object& templateObject,
                       const QString& shownText);
  QString sendNote(const QString& conversationId, const QString& text);
  bool retry(const QString& clientId);        // also «Send anyway» after newer_reply
  void dropPending(const QString& clientId);  // a failed one is thrown away by its author
  std::vector<PendingMessage> pending(const QString& conversationId) const;
  QString whyNoSending() const;  // empty: sending is possible

  // --- actions; the answer is applied at once, without waiting for the event
  ApiReply<Acted> takeOver(const QString& id);
  ApiReply<Acted> handBack(const QString& id, const QString& noteToAgent = {});
  ApiReply<Acted> assign(const QString& id, const QString& user);
  ApiReply<Acted> snooze(const QString& id, wire::Millis until);
  ApiReply<Acted> close(const QString& id);
  ApiReply<Acted> setLabels(const QString& id, const QStringList& labels);
  ApiReply<Acted> markRead(const QString& id);
  ApiReply<Acted> reopen(const QString& id);
  ApiReply<Acted> markUnread(const QString& id);
  ApiReply<TypingLease> typing(const QString& id, bool on = true);
  ApiReply<wire::Alert> acknowledge(const QString& alertId);
  ApiReply<wire::Ticket> setTicketDone(const QString& id, bool done);
  void refreshTickets();  // all open ones; ticketsLoaded() or ticketsFailed() follows

  // Local search in the cache; the server's is api().search().
  void searchCache(const QString& query, int limit, QObject* context,
                   std::function<void(std::vector<CacheDb::Hit>)> then);

 Q_SIGNALS:
  void connectionChanged();
  void signedOut();  // the server does not know our token any more

  // Conversations. `live`: an event of now, not the cache and not a snapshot (notifications look at it).
  void conversationsReset();  // another account: forget all rows
  void conversationsChanged(const std::vector<wire::Conversation>& changed, bool live);
  void conversationsRemoved(const QStringList& ids);
  void typingChanged(const QString& conversationId, const QString& user, qint64 until);  // user empty: nobody
  void snapshotFinished();

  // Messages, oldest first. `live` as above.
  void messagesLoaded(const QString& conversationId, const std::vector<wire::Message>& messages);
  // The newest page as the server has it. What is shown between its oldest and newest message and is not in it goes;
  // what is older goes too unless keepOlder (there may be a hole between).
  void messagesReplaced(const QString& conversationId, const std::vector<wire::Message>& page, bool keepOlder);
  void messageChanged(const wire::Message& message, bool created, bool live);
  void messagesFailed(const QString& conversationId, const ApiError& error);
  void olderFailed(const QString& conversationId, const ApiError& error);
  void olderChanged(const QString& conversationId);  // hasOlder() or loadingOlder()

  void pendingChanged(const PendingMessage& pending);
  void pendingDone(const QString& clientId, const wire::Message& message);  // replaces the pending row
  void pendingDropped(const QString& conversationId, const QString& clientId);

  void draftChanged(const QString& conversationId);  // the agent's draft: fetch it again
  void bookingChanged(const wire::Booking& booking);
  void alertsLoaded(const std::vector<wire::Alert>& alerts);
  void alertChanged(const wire::Alert& alert, bool live);
  void ticketsLoaded(const std::vector<wire::Ticket>& open);
  void ticketsFailed(const ApiError& error);
  void ticketChanged(const wire::Ticket& ticket);
  void knowledgeChanged(const KnowledgeEntry& entry);  // by anybody; `removed` when there is none any more
  // Every event as it came, after it was applied: deployment, checklist, health, operator … have no models here.
  void eventApplied(qint64 seq, const QString& kind, const QByteArray& data);

 private:
  struct OpenConversation {
    QString next;         // cursor of older messages
    bool loaded = false;  // a page of the server has come, and every event since
    bool loading = false;
    bool again = false;  // fetch once more when this page is here
    bool loadingOlder = false;
    qint64 seenSeq = 0;                 // as_of_seq of the newest page
    std::vector<wire::Message> during;  // came by events while the page was under way
  };

  void connectParts();
  void tick();
  void announce(bool changed);

  void beginSync();
  void beginSnapshot();
  void fetchPage(const QString& cursor);
  void takePage(const Page<wire::Conversation>& page, bool first);
  void finishSnapshot();
  void snapshotFailed(const QString& cursor, const ApiError& error);
  void openStream(qint64 seq);
  void onReset();
  void onSignedOut();

  void onEvent(qint64 seq, const QString& kind, const QByteArray& data);
  void applyEvent(const QString& kind, const boost::json::value& entity, bool live, CacheDb::Change& change);
  void applyMessage(const wire::Message& message, bool created, bool live);
  void applyPresence(const boost::json::value& presence);
  void applyConversation(const wire::Conversation& conversation);
  void fetchMessages(const QString& id);
  void takeMessages(const QString& id, const Page<wire::Message>& page);
  void refreshAlerts();
  void fetchTickets(std::vector<wire::Ticket> before, const QString& cursor);

  QString queue(PendingMessage pending);
  void transmit(const PendingMessage& pending);
  void answered(const QString& clientId, const QString& conversationId, const ApiResult<SentMessage>& result);
  void transmitNext(const QString& conversationId);
  void fail(const QString& conversationId, const ApiError& error);
  PendingMessage* findPending(const QString& clientId);
  void settle(const wire::Message& message);  // an own message came by an event before its answer
  ApiReply<Acted> followed(const QString& id, ApiReply<Acted> reply);

  Parts parts_;
  wire::Operator user_;
  ConnectionState state_;
  JumpDetector jump_;
  std::unique_ptr<GuiTimer> ticker_;
  std::unique_ptr<GuiTimer> snapshotRetry_;
  ReconnectPolicy snapshotPolicy_;
  bool running_ = false;
  bool frontdesk_ = false;  // others see no conversations
  int session_ = 0;         // which sign-in: answers that belong to an older one are dropped
  int ticketsRound_ = 0;    // which list of tickets
  std::optional<std::vector<wire::Ticket>> ticketsDuring_;  // a list is under way: what came by events meanwhile
  int round_ = 0;                                           // which snapshot: answers of an older one are dropped
  bool snapshotting_ = false;
  QString retryCursor_;             // of the page that failed
  qint64 lastSeq_ = 0;              // of the last event that was applied
  qint64 seqAtSnapshot_ = 0;        // lastSeq_ when the snapshot began
  std::optional<qint64> liveFrom_;  // events after it are of now, those before it are catching up
  std::optional<wire::Millis> asOf_;
  QSet<QString> known_;  // conversations in the models
  QSet<QString> seen_;   // in this snapshot, or by an event since it began
  QHash<QString, OpenConversation> open_;
  QHash<QString, qint64> sentSeq_;  // per conversation: as_of_seq of our own last message
  std::vector<PendingMessage> pending_;
};

}  // namespace hotel::guicore
