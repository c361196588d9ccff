// SyncEngine: events of the stream, and the messages of open conversations.
#include <algorithm>

#include "core/api_parse.h"
#include "core/sync_engine.h"
#include "core/text.h"
#include "wire/codec.h"
#include "wire/event.h"

namespace hotel::guicore {
namespace {

constexpr int kPage = 200;

std::vector<wire::Message> oldestFirst(std::vector<wire::Message> page) {
  std::reverse(page.begin(), page.end());
  return page;
}

}  // namespace

void SyncEngine::onEvent(qint64 seq, const QString& kind, const QByteArray& data) {
  const auto value = wire::parse_json(std::string_view(data.constData(), static_cast<std::size_t>(data.size())));
  const auto* entity = value ? wire::member(*value, wire::entity_of(toStd(kind))) : nullptr;
  const bool live = liveFrom_ && seq > *liveFrom_;
  CacheDb::Change change;
  change.lastSeq = seq;
  change.at = parts_.clock.now();
  if (entity && entity->is_object()) applyEvent(kind, *entity, live, change);
  // The number goes on also after an event of a kind this version cannot read: asking for it again would bring the
  // same.
  lastSeq_ = seq;
  asOf_ = change.at;
  parts_.cache.apply(std::move(change));
  Q_EMIT eventApplied(seq, kind, data);
}

void SyncEngine::applyEvent(const QString& kind, const boost::json::value& entity, bool live, CacheDb::Change& change) {
  const std::string name = toStd(kind);
  const auto is = [&](std::string_view known) { return name == known; };
  if (is(wire::kConversationUpdated)) {
    auto conversation = wire::conversation_from_json(entity);
    if (!conversation) return;
    known_.insert(toQt(conversation->id));
    if (snapshotting_) seen_.insert(toQt(conversation->id));
    change.conversations.push_back(std::move(*conversation));
    Q_EMIT conversationsChanged(change.conversations, live);
  } else if (is(wire::kMessageCreated) || is(wire::kMessageUpdated)) {
    auto message = wire::message_from_json(entity);
    if (!message || message->conversation_id.empty()) return;
    applyMessage(*message, is(wire::kMessageCreated), live);
    change.messages.push_back(std::move(*message));
  } else if (is(wire::kDraftUpdated)) {
    Q_EMIT draftChanged(toQt(wire::text_of(entity, "conversation_id")));
  } else if (is(wire::kBookingUpdated)) {
    if (const auto booking = wire::booking_from_json(entity)) Q_EMIT bookingChanged(*booking);
  } else if (is(wire::kAlertUpdated)) {
    if (const auto alert = wire::alert_from_json(entity)) Q_EMIT alertChanged(*alert, live);
  } else if (is(wire::kTicketUpdated)) {
    const auto ticket = wire::ticket_from_json(entity);
    if (!ticket) return;
    if (ticketsDuring_) ticketsDuring_->push_back(*ticket);
    Q_EMIT ticketChanged(*ticket);
  } else if (is(wire::kKnowledgeUpdated)) {
    if (const auto entry = parse::knowledge(entity)) Q_EMIT knowledgeChanged(*entry);
  } else if (is(wire::kPresenceUpdated)) {
    applyPresence(entity);
  }
}

void SyncEngine::applyMessage(const wire::Message& message, bool created, bool live) {
  if (const auto open = open_.find(toQt(message.conversation_id)); open != open_.end() && open->loading)
    open->during.push_back(message);
  settle(message);
  Q_EMIT messageChanged(message, created, live);
}

void SyncEngine::applyPresence(const boost::json::value& presence) {
  auto id = wire::text_of(presence, "conversation_id");
  if (id.empty()) id = wire::text_of(presence, "id");
  if (id.empty()) return;
  const bool named = wire::member(presence, "user");
  const auto until = wire::parse_rfc3339(wire::text_of(presence, named ? "until" : "typing_until"));
  Q_EMIT typingChanged(toQt(id), toQt(wire::text_of(presence, named ? "user" : "typing")), until.value_or(0));
}

// ------------------------------------------------------------------------------------------- messages of open
// conversations
void SyncEngine::openConversation(const QString& id) {
  if (id.isEmpty() || open_.contains(id)) return;
  open_.insert(id, {});
  parts_.cache.loadMessages(id, CacheDb::kMessagesPerConversation, this,
                            [this, id, session = session_](std::vector<wire::Message> cached) {
                              if (session != session_) return;
                              const auto open = open_.constFind(id);
                              if (open != open_.constEnd() && !open->loaded && !cached.empty())
                                Q_EMIT messagesLoaded(id, cached);
                            });
  fetchMessages(id);
}

void SyncEngine::closeConversation(const QString& id) {
  open_.remove(id);
}

bool SyncEngine::hasOlder(const QString& id) const {
  const auto open = open_.constFind(id);
  return open != open_.constEnd() && !open->next.isEmpty();
}

bool SyncEngine::loadingOlder(const QString& id) const {
  const auto open = open_.constFind(id);
  return open != open_.constEnd() && open->loadingOlder;
}

void SyncEngine::fetchMessages(const QString& id) {
  const auto open = open_.find(id);
  if (open == open_.end() || !running_) return;
  if (open->loading) {
    open->again = true;
    return;
  }
  open->loading = true;
  open->during.clear();
  parts_.api.messages(id, {}, kPage)
      .then(this, [this, id, session = session_](const ApiResult<Page<wire::Message>>& result) {
        if (session != session_) return;
        const auto found = open_.find(id);
        if (found == open_.end()) return;
        found->loading = false;
        const bool again = std::exchange(found->again, false);
        if (result)
          takeMessages(id, *result);
        else
          Q_EMIT messagesFailed(id, result.error());
        if (again) fetchMessages(id);
      });
}

void SyncEngine::takeMessages(const QString& id, const Page<wire::Message>& page) {
  auto& open = open_[id];
  const bool keepOlder = open.loaded;  // events have kept us whole since the page before
  open.loaded = true;
  open.seenSeq = page.asOfSeq;
  if (!keepOlder) open.next = toQt(page.next);
  auto messages = oldestFirst(page.items);
  CacheDb::Change change;
  change.pageOf = id;
  change.messages = messages;
  change.messages.insert(change.messages.end(), open.during.begin(), open.during.end());
  messages = change.messages;
  open.during.clear();
  parts_.cache.apply(std::move(change));
  for (const auto& message : messages) settle(message);
  Q_EMIT messagesReplaced(id, messages, keepOlder);
  Q_EMIT olderChanged(id);
}

void SyncEngine::loadOlder(const QString& id) {
  const auto open = open_.find(id);
  if (open == open_.end() || open->next.isEmpty() || open->loadingOlder) return;
  open->loadingOlder = true;
  Q_EMIT olderChanged(id);
  parts_.api.messages(id, open->next, kPage)
      .then(this, [this, id, cursor = open->next, session = session_](const ApiResult<Page<wire::Message>>& result) {
        if (session != session_) return;
        const auto found = open_.find(id);
        if (found == open_.end() || found->next != cursor) return;  // closed, or begun anew meanwhile
        found->loadingOlder = false;
        if (!result) {
          Q_EMIT olderFailed(id, result.error());
        } else {
          found->next = toQt(result->next);
          Q_EMIT messagesLoaded(id, oldestFirst(result->items));
        }
        Q_EMIT olderChanged(id);
      });
}

}  // namespace hotel::guicore
