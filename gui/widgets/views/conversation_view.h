// The open conversation: header, banners, timeline, the bot's draft, composer. Knows one id at a time. GUI thread.
#pragma once

#include <QWidget>

#include "widgets/context.h"

class QStackedWidget;

namespace hotel::guiwidgets {

class Banner;
class Composer;
class ConversationHeader;
class DraftPanel;
class LiveLabel;
class MessageList;
class StateView;
class Toast;
class VoicePlayer;

class ConversationView : public QWidget {
  Q_OBJECT
 public:
  explicit ConversationView(const Context& context, QWidget* parent = nullptr);
  ~ConversationView() override;

  void open(const QString& id);                // empty: none
  void showMessage(const QString& messageId);  // at once, or when its page has come
  QString conversationId() const { return id_; }
  MessageList& list() { return *list_; }
  Composer& composer() { return *composer_; }
  VoicePlayer& voice() { return *voice_; }

  // Actions of the commands and of the header; nothing without an open conversation.
  void takeOver();
  void handBack();
  void assign();
  void assignToMe();
  void snooze();
  void close();
  void markUnread();  // and shows the marker at the newest words of the guest
  void toggleMode();
  void chooseTemplate();

 Q_SIGNALS:
  void leftComposer();
  void undoable(const QString& text, std::function<void()> undo);  // shown as a toast by the window

 private:
  void build();
  void connectParts();
  void refresh();
  void refreshCollision(wire::Millis now);
  void showState();
  void messagesCame(const QString& id);
  void onMessage(const wire::Message& message, bool created, bool live);
  void explain(const QString& rowId);
  void report(const guicore::ApiReply<guicore::Acted>& reply, const QString& done = {},
              std::function<void()> undo = {});
  guicore::ApiReply<guicore::Acted> post(const QString& id, const QString& verb);  // reopen, unread
  const wire::Conversation* conversation() const;
  void markSeen();

  Context context_;
  QString id_;
  QString wanted_message_;
  std::int64_t marked_version_ = 0;  // of the conversation that was marked read last
  bool failed_ = false;
  guicore::ApiError error_;
  QStackedWidget* pages_;
  StateView* nothing_;
  ConversationHeader* header_;
  Banner* reason_;
  Banner* collision_;
  Banner* older_;
  QStackedWidget* timeline_;
  StateView* state_;
  MessageList* list_;
  VoicePlayer* voice_;
  DraftPanel* draft_;
  Composer* composer_;
  LiveLabel* live_;
};

}  // namespace hotel::guiwidgets
