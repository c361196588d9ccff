#include "models/workspace.h"

#include "core/text.h"

namespace hotel::guimodels {

using guicore::SyncEngine;
using guicore::toQt;
using guicore::toStd;

namespace {

constexpr std::array kViews{wire::View::kWaiting, wire::View::kMine, wire::View::kUnassigned,
                            wire::View::kAgent,   wire::View::kAll,  wire::View::kClosed};
constexpr std::chrono::seconds kAgeing{5};
constexpr std::chrono::seconds kDays{60};

}  // namespace

Workspace::Workspace(SyncEngine& engine, guicore::DraftStore& drafts, guicore::GuiClock& clock, QObject* parent)
    : QObject(parent),
      engine_(engine),
      drafts_(drafts),
      clock_(clock),
      wheel_(std::make_unique<TimerWheel>(clock)),
      conversations_(std::make_unique<ConversationListModel>(clock)),
      alerts_(std::make_unique<AlertModel>()),
      tickets_(std::make_unique<TicketModel>([this](const QString& id) {
        const auto* c = conversations_->find(id);
        return c ? guestName(c->guest) : tr("Guest");
      })),
      knowledge_(std::make_unique<KnowledgeModel>()),
      canned_(std::make_unique<CannedReplyModel>()),
      knowledge_edits_(drafts) {
  bindConversations();
  bindMessages();
  bindDesk();
}

Workspace::~Workspace() {
  for (const auto& [id, resident] : residents_) engine_.closeConversation(id);
}

void Workspace::bindConversations() {
  auto* list = conversations_.get();
  connect(&engine_, &SyncEngine::conversationsReset, this, [this] {
    for (const auto& [id, resident] : residents_) {
      resident.model->clear();
      resident.model->setUser(engine_.userName());
    }
    conversations_->clear();
    alerts_->clear();
    tickets_->clear();
    knowledge_->clear();
    conversations_->setUser(engine_.userName());
    for (const auto& id : drafts_.conversations()) conversations_->setDraft(id, true);
    for (const auto& [id, resident] : residents_) engine_.openConversation(id);
    recount();
  });
  connect(&engine_, &SyncEngine::conversationsChanged, list,
          [this](const std::vector<wire::Conversation>& changed, bool) {
            conversations_->apply(changed);
            for (const auto& c : changed)
              if (auto* model = resident(toQt(c.id)))
                model->setGuestName(guestName(conversations_->find(toQt(c.id))->guest));
            tickets_->guestsChanged();
            recountSoon();
          });
  connect(&engine_, &SyncEngine::conversationsRemoved, list, [this](const QStringList& ids) {
    conversations_->remove(ids);
    recountSoon();
  });
  connect(&engine_, &SyncEngine::typingChanged, list,
          [list](const QString& id, const QString& user, qint64 until) { list->setTyping(id, user, until); });
  connect(&drafts_, &guicore::DraftStore::changed, list,
          [this, list](const QString& id) { list->setDraft(id, drafts_.has(id)); });
  connect(&engine_, &SyncEngine::alertsLoaded, alerts_.get(), &AlertModel::setAll);
  connect(&engine_, &SyncEngine::alertChanged, alerts_.get(),
          [this](const wire::Alert& alert, bool) { alerts_->apply(alert); });
  wheel_->subscribe(list, kAgeing, [list](wire::Millis now) { list->tick(now); });
  recount_ = clock_.makeTimer();
}

void Workspace::bindMessages() {
  connect(&engine_, &SyncEngine::messagesLoaded, this,
          [this](const QString& id, const std::vector<wire::Message>& messages) {
            if (auto* model = resident(id)) model->apply(messages);
          });
  connect(&engine_, &SyncEngine::messagesReplaced, this,
          [this](const QString& id, const std::vector<wire::Message>& page, bool keepOlder) {
            if (auto* model = resident(id)) model->replacePage(page, keepOlder);
          });
  connect(&engine_, &SyncEngine::messageChanged, this, [this](const wire::Message& message, bool, bool) {
    if (auto* model = resident(toQt(message.conversation_id))) model->apply({message});
  });
  connect(&engine_, &SyncEngine::pendingChanged, this, [this](const guicore::PendingMessage& pending) {
    if (auto* model = resident(pending.conversationId)) model->setPending(pending);
  });
  connect(&engine_, &SyncEngine::pendingDone, this, [this](const QString& clientId, const wire::Message& message) {
    if (auto* model = resident(toQt(message.conversation_id))) model->pendingDone(clientId, message);
  });
  connect(&engine_, &SyncEngine::pendingDropped, this, [this](const QString& conversationId, const QString& clientId) {
    if (auto* model = resident(conversationId)) model->dropPending(clientId);
  });
  wheel_->subscribe(this, kDays, [this, day = QDate()](wire::Millis now) mutable {
    const auto today = guicore::toLocal(now).date();
    if (std::exchange(day, today) == today) return;
    for (const auto& [id, resident] : residents_) resident.model->refreshDays();
  });
}

void Workspace::bindDesk() {
  connect(&engine_, &SyncEngine::ticketsLoaded, tickets_.get(), &TicketModel::setOpen);
  connect(&engine_, &SyncEngine::ticketChanged, tickets_.get(), &TicketModel::apply);
  connect(&engine_, &SyncEngine::knowledgeChanged, knowledge_.get(), &KnowledgeModel::apply);
}

std::unique_ptr<ConversationProxy> Workspace::makeProxy(wire::View view) {
  auto proxy = std::make_unique<ConversationProxy>(*conversations_, clock_);
  proxy->setView(view);
  return proxy;
}

MessageModel& Workspace::open(const QString& conversationId) {
  auto& resident = residents_[conversationId];
  resident.usedAt = ++use_;
  ++resident.users;
  if (!resident.model) {
    resident.model = std::make_unique<MessageModel>(conversationId, clock_);
    resident.model->setUser(engine_.userName());
    if (const auto* c = conversations_->find(conversationId)) resident.model->setGuestName(guestName(c->guest));
    for (const auto& pending : engine_.pending(conversationId)) resident.model->setPending(pending);
    engine_.openConversation(conversationId);
  }
  auto& model = *resident.model;
  evict();
  return model;
}

void Workspace::close(const QString& conversationId) {
  const auto found = residents_.find(conversationId);
  if (found == residents_.end() || found->second.users == 0) return;
  --found->second.users;
  evict();
}

void Workspace::evict() {
  while (residents_.size() > kResident) {
    auto oldest = residents_.end();
    for (auto it = residents_.begin(); it != residents_.end(); ++it)
      if (it->second.users == 0 && (oldest == residents_.end() || it->second.usedAt < oldest->second.usedAt))
        oldest = it;
    if (oldest == residents_.end()) return;  // all of them are on the screen
    engine_.closeConversation(oldest->first);
    residents_.erase(oldest);
  }
}

MessageModel* Workspace::resident(const QString& conversationId) const {
  const auto found = residents_.find(conversationId);
  return found == residents_.end() ? nullptr : found->second.model.get();
}

int Workspace::count(wire::View view) const {
  const auto found = counts_.find(view);
  return found == counts_.end() ? 0 : found->second;
}

int Workspace::unreadMine() const {
  return unreadMine_;
}

void Workspace::recountSoon() {
  if (!recount_->isActive()) recount_->start(ConversationListModel::kBatch, [this] { recount(); });
}

void Workspace::recount() {
  recount_->stop();
  std::map<wire::View, int> counts;
  int unread = 0;
  const auto user = toStd(conversations_->user());
  for (int row = 0; row < conversations_->rowCount(); ++row) {
    const auto& c = conversations_->at(row);
    for (const auto view : kViews) counts[view] += wire::matches(view, c, user) ? 1 : 0;
    if (wire::matches(wire::View::kMine, c, user) || wire::matches(wire::View::kUnassigned, c, user))
      unread += c.unread;
  }
  if (counts == counts_ && unread == unreadMine_) return;
  counts_ = std::move(counts);
  unreadMine_ = unread;
  Q_EMIT countsChanged();
}

void Workspace::loadCannedReplies() {
  engine_.api().cannedReplies().then(canned_.get(),
                                     [this](const guicore::ApiResult<guicore::Page<guicore::CannedReply>>& result) {
                                       if (result) canned_->setReplies(result->items);
                                     });
}

}  // namespace hotel::guimodels
