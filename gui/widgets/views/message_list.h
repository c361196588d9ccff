// The timeline of the open conversation: a QListView, so that screen readers see items. Keeps its place when history
// comes in front, stays at the end while it is there, and says how many messages came while it was not. Links are never
// opened. GUI thread.
#pragma once

#include <QListView>
#include <QPointer>

#include "models/message_model.h"
#include "widgets/delegates/message_delegate.h"

class QPushButton;

namespace hotel::guiwidgets {

class VoicePlayer;

class MessageList : public QListView {
  Q_OBJECT
 public:
  explicit MessageList(const Theme& theme, QWidget* parent = nullptr);

  void setMessages(guimodels::MessageModel* model);  // nullptr: none
  guimodels::MessageModel* messages() const { return messages_; }
  void setFirstUnread(const QString& rowId);
  QString firstUnread() const { return delegate_->firstUnread(); }
  void goToEnd();
  void goToStart();  // the marker of the unread ones, or the end
  bool atEnd() const;
  int unseen() const { return unseen_; }
  QPushButton* jumpButton() const { return jump_; }
  MessageDelegate& bubbles() { return *delegate_; }
  void setPlayer(VoicePlayer* player);  // of voice notes; outlives the list or is its sibling

 Q_SIGNALS:
  void olderWanted();
  void whyAsked(const QString& rowId);
  void retryAsked(const QString& clientId);
  void discardAsked(const QString& clientId);
  void playAsked(const QString& messageId);  // or pause
  void seenAll();                            // the end is on the screen

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  struct Anchor {
    QPersistentModelIndex index;
    int offset = 0;
    bool end = true;
  };
  Anchor anchor() const;
  void restore(const Anchor& anchor);
  void placeJump();
  void updateJump();
  MessageDelegate::Spot spotAt(const QPoint& at, QModelIndex* index) const;
  void act(const QModelIndex& index, MessageDelegate::Spot spot);

  const Theme& theme_;
  MessageDelegate* delegate_;
  QPushButton* jump_;
  VoicePlayer* player_ = nullptr;
  guimodels::MessageModel* messages_ = nullptr;
  QList<QMetaObject::Connection> connections_;
  Anchor kept_;
  int unseen_ = 0;
};

}  // namespace hotel::guiwidgets
