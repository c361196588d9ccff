// The models behind the screens, bound to one SyncEngine: this is what the widgets hold.
//
// Keeps a MessageModel per open conversation and the last kResident of the closed ones. GUI thread.
#pragma once

#include <QObject>
#include <QString>
#include <array>
#include <map>
#include <memory>

#include "core/draft_store.h"
#include "core/sync_engine.h"
#include "models/alert_model.h"
#include "models/canned_reply_model.h"
#include "models/conversation_list_model.h"
#include "models/conversation_proxy.h"
#include "models/knowledge_edits.h"
#include "models/knowledge_model.h"
#include "models/message_model.h"
#include "models/ticket_model.h"
#include "models/timer_wheel.h"
#include "wire/filter.h"

namespace hotel::guimodels {

class Workspace : public QObject {
  Q_OBJECT
 public:
  static constexpr std::size_t kResident = 50;

  Workspace(guicore::SyncEngine& engine, guicore::DraftStore& drafts, guicore::GuiClock& clock,
            QObject* parent = nullptr);
  ~Workspace() override;

  guicore::SyncEngine& engine() { return engine_; }
  guicore::DraftStore& drafts() { return drafts_; }
  guicore::GuiClock& clock() { return clock_; }
  TimerWheel& wheel() { return *wheel_; }
  ConversationListModel& conversations() { return *conversations_; }
  AlertModel& alerts() { return *alerts_; }
  TicketModel& tickets() { return *tickets_; }
  KnowledgeModel& knowledge() { return *knowledge_; }
  KnowledgeEdits& knowledgeEdits() { return knowledge_edits_; }
  CannedReplyModel& cannedReplies() { return *canned_; }

  std::unique_ptr<ConversationProxy> makeProxy(wire::View view);
  MessageModel& open(const QString& conversationId);  // opens it in the engine too
  void close(const QString& conversationId);          // may be opened again without a fetch while it is resident
  MessageModel* resident(const QString& conversationId) const;  // nullptr: not in memory

  int count(wire::View view) const;  // live number of conversations in a view
  int unreadMine() const;            // for the badge: unread messages of conversations that are mine or nobody's
  void loadCannedReplies();          // after signing in

 Q_SIGNALS:
  void countsChanged();

 private:
  struct Resident {
    std::unique_ptr<MessageModel> model;
    int users = 0;
    quint64 usedAt = 0;
  };
  void bindConversations();
  void bindMessages();
  void bindDesk();
  void evict();
  void recountSoon();
  void recount();

  guicore::SyncEngine& engine_;
  guicore::DraftStore& drafts_;
  guicore::GuiClock& clock_;
  std::unique_ptr<TimerWheel> wheel_;
  std::unique_ptr<ConversationListModel> conversations_;
  std::unique_ptr<AlertModel> alerts_;
  std::unique_ptr<TicketModel> tickets_;
  std::unique_ptr<KnowledgeModel> knowledge_;
  std::unique_ptr<CannedReplyModel> canned_;
  KnowledgeEdits knowledge_edits_;
  std::map<QString, Resident> residents_;
  std::map<wire::View, int> counts_;
  int unreadMine_ = 0;
  std::unique_ptr<guicore::GuiTimer> recount_;
  quint64 use_ = 0;
};

}  // namespace hotel::guimodels
