// SyncEngine: what people send and do.
#include <QUuid>
#include <algorithm>

#include "core/sync_engine.h"
#include "core/text.h"

namespace hotel::guicore {

QString SyncEngine::whyNoSending() const {
  return state_.whyNoSending(parts_.clock.now());
}

QString SyncEngine::sendText(const QString& conversationId, const QString& text) {
  PendingMessage pending;
  pending.conversationId = conversationId;
  pending.text = text;
  return queue(std::move(pending));
}

QString SyncEngine::sendTemplate(const QString& conversationId, const boost::json::object& templateObject,
                                 const QString& shownText) {
  PendingMessage pending;
  pending.conversationId = conversationId;
  pending.text = shownText;
  pending.templateObject = templateObject;
  return templateObject.empty() ? QString() : queue(std::move(pending));
}

QString SyncEngine::sendNote(const QString& conversationId, const QString& text) {
  PendingMessage pending;
  pending.conversationId = conversationId;
  pending.note = true;
  pending.text = text;
  return queue(std::move(pending));
}

QString SyncEngine::queue(PendingMessage pending) {
  if (!state_.maySend() || pending.conversationId.isEmpty() || pending.text.trimmed().isEmpty()) return {};
  pending.clientId = QUuid::createUuid().toString(QUuid::WithoutBraces);
  pending.writtenAt = parts_.clock.now();
  pending_.push_back(pending);
  Q_EMIT pendingChanged(pending);
  transmitNext(pending.conversationId);
  return pending.clientId;
}

void SyncEngine::transmit(const PendingMessage& pending) {
  const auto take = [this, clientId = pending.clientId, conversationId = pending.conversationId](
                        const ApiResult<SentMessage>& result) { answered(clientId, conversationId, result); };
  if (pending.note) {
    parts_.api.note(pending.conversationId, pending.text, pending.clientId).then(this, take);
    return;
  }
  const auto open = open_.constFind(pending.conversationId);
  OutgoingReply reply;
  reply.text = pending.text;
  reply.templateObject = pending.templateObject;
  reply.clientId = pending.clientId;
  reply.lastSeenSeq = std::max(lastSeq_, sentSeq_.value(pending.conversationId));
  if (open != open_.constEnd()) reply.lastSeenSeq = std::max(reply.lastSeenSeq, open->seenSeq);
  // The client id makes it one message; the key is new for each decision of a person, or a refusal would be answered
  // for ever.
  reply.idempotencyKey = pending.clientId + u'-' + QString::number(pending.attempt);
  parts_.api.reply(pending.conversationId, reply).then(this, take);
}

// One message of a conversation at a time: the next one must have seen the one before, and they must arrive in order.
void SyncEngine::transmitNext(const QString& conversationId) {
  for (auto& pending : pending_) {
    if (pending.conversationId != conversationId || pending.state != PendingState::kSending) continue;
    if (!pending.underWay) {
      pending.underWay = true;
      transmit(PendingMessage(pending));
    }
    return;
  }
}

PendingMessage* SyncEngine::findPending(const QString& clientId) {
  const auto found =
      std::find_if(pending_.begin(), pending_.end(), [&](const auto& p) { return p.clientId == clientId; });
  return found == pending_.end() ? nullptr : &*found;
}

void SyncEngine::answered(const QString& clientId, const QString& conversationId,
                          const ApiResult<SentMessage>& result) {
  auto* pending = findPending(clientId);
  if (result) {
    auto message = result->message;
    if (message.conversation_id.empty()) message.conversation_id = toStd(conversationId);
    auto& seen = sentSeq_[conversationId];
    seen = std::max(seen, result->asOfSeq);
    CacheDb::Change change;
    change.messages.push_back(message);
    parts_.cache.apply(std::move(change));
    if (pending) {
      pending_.erase(pending_.begin() + (pending - pending_.data()));
      Q_EMIT pendingDone(clientId, message);
    } else {
      Q_EMIT messageChanged(message, false, false);  // its event was faster
    }
  } else if (pending) {
    const auto& error = result.error();
    pending->underWay = false;
    pending->state = error.outcomeUnknown() || error.code == u"cancelled" || error.code == u"unreadable"
                         ? PendingState::kUnknown
                         : PendingState::kFailed;
    pending->error = error;
    const auto told = *pending;
    if (error.code == u"newer_reply")
      fetchMessages(conversationId);  // show what the colleague wrote, before «Send anyway»
    Q_EMIT pendingChanged(told);
    if (!told.note) return fail(conversationId, error);
  }
  transmitNext(conversationId);
}

// What was written after a message that failed must not overtake it: it fails too, unsent.
void SyncEngine::fail(const QString& conversationId, const ApiError& error) {
  std::vector<PendingMessage> told;
  for (auto& pending : pending_) {
    if (pending.conversationId != conversationId || pending.state != PendingState::kSending || pending.underWay)
      continue;
    pending.state = PendingState::kFailed;
    pending.error = error;
    told.push_back(pending);
  }
  for (const auto& pending : told) Q_EMIT pendingChanged(pending);
}

bool SyncEngine::retry(const QString& clientId) {
  auto* pending = findPending(clientId);
  if (!pending || pending->state == PendingState::kSending || !state_.maySend()) return false;
  pending->state = PendingState::kSending;
  pending->error = {};
  ++pending->attempt;
  const auto told = *pending;
  Q_EMIT pendingChanged(told);
  transmitNext(told.conversationId);
  return true;
}

void SyncEngine::dropPending(const QString& clientId) {
  auto* pending = findPending(clientId);
  if (!pending || pending->state == PendingState::kSending) return;  // it may be on its way
  const auto conversationId = pending->conversationId;
  pending_.erase(pending_.begin() + (pending - pending_.data()));
  Q_EMIT pendingDropped(conversationId, clientId);
}

std::vector<PendingMessage> SyncEngine::pending(const QString& conversationId) const {
  std::vector<PendingMessage> out;
  for (const auto& pending : pending_)
    if (pending.conversationId == conversationId) out.push_back(pending);
  return out;
}

void SyncEngine::settle(const wire::Message& message) {
  if (message.author.kind != wire::AuthorKind::kStaff || message.author.name != user_.name ||
      message.direction == wire::Direction::kIn)
    return;
  const bool note = message.direction == wire::Direction::kNote;
  const auto conversationId = toQt(message.conversation_id);
  const auto text = toQt(message.text);
  for (auto it = pending_.begin(); it != pending_.end(); ++it) {
    // An older message with the same words is not this one. The server's clock may be a little behind ours.
    const bool younger = message.created_at >= it->writtenAt - 60'000;
    if (it->state == PendingState::kFailed || it->note != note || it->conversationId != conversationId ||
        it->text != text || !younger)
      continue;
    const auto clientId = it->clientId;
    pending_.erase(it);
    Q_EMIT pendingDone(clientId, message);
    return;
  }
}

// ------------------------------------------------------------------------------------------------------------------
// actions
void SyncEngine::applyConversation(const wire::Conversation& conversation) {
  known_.insert(toQt(conversation.id));
  if (snapshotting_) seen_.insert(toQt(conversation.id));
  CacheDb::Change change;
  change.conversations.push_back(conversation);
  Q_EMIT conversationsChanged(change.conversations, false);
  parts_.cache.apply(std::move(change));
}

ApiReply<Acted> SyncEngine::followed(const QString& id, ApiReply<Acted> reply) {
  reply.then(this, [this, id, session = session_](const ApiResult<Acted>& result) {
    if (session != session_) return;
    if (result && result->conversation) return applyConversation(*result->conversation);
    // Done without saying what is now, or refused because the state is not what we show: ask.
    if (!result && result.error().status != 404 && result.error().status != 409) return;
    parts_.api.conversation(id).then(this, [this, session](const ApiResult<wire::Conversation>& now) {
      if (session == session_ && now) applyConversation(*now);
    });
  });
  return reply;
}

ApiReply<Acted> SyncEngine::takeOver(const QString& id) {
  return followed(id, parts_.api.takeOver(id));
}
ApiReply<Acted> SyncEngine::handBack(const QString& id, const QString& noteToAgent) {
  return followed(id, parts_.api.handBack(id, noteToAgent));
}
ApiReply<Acted> SyncEngine::assign(const QString& id, const QString& user) {
  return followed(id, parts_.api.assign(id, user));
}
ApiReply<Acted> SyncEngine::snooze(const QString& id, wire::Millis until) {
  return followed(id, parts_.api.snooze(id, until));
}
ApiReply<Acted> SyncEngine::close(const QString& id) {
  return followed(id, parts_.api.close(id));
}
ApiReply<Acted> SyncEngine::setLabels(const QString& id, const QStringList& labels) {
  return followed(id, parts_.api.setLabels(id, labels));
}
ApiReply<Acted> SyncEngine::markRead(const QString& id) {
  return followed(id, parts_.api.markRead(id));
}

ApiReply<Acted> SyncEngine::reopen(const QString& id) {
  return followed(id, parts_.api.reopen(id));
}
ApiReply<Acted> SyncEngine::markUnread(const QString& id) {
  return followed(id, parts_.api.markUnread(id));
}

ApiReply<TypingLease> SyncEngine::typing(const QString& id, bool on) {
  auto reply = parts_.api.typing(id, on);
  reply.then(this, [this, id, session = session_](const ApiResult<TypingLease>& result) {
    if (session == session_ && result) Q_EMIT typingChanged(id, result->user, result->until.value_or(0));
  });
  return reply;
}

ApiReply<wire::Ticket> SyncEngine::setTicketDone(const QString& id, bool done) {
  auto reply = parts_.api.setTicketDone(id, done);
  reply.then(this, [this, session = session_](const ApiResult<wire::Ticket>& result) {
    if (session == session_ && result) Q_EMIT ticketChanged(*result);
  });
  return reply;
}

ApiReply<wire::Alert> SyncEngine::acknowledge(const QString& alertId) {
  auto reply = parts_.api.acknowledge(alertId);
  reply.then(this, [this, session = session_](const ApiResult<wire::Alert>& result) {
    if (session == session_ && result) Q_EMIT alertChanged(*result, false);
  });
  return reply;
}

}  // namespace hotel::guicore
