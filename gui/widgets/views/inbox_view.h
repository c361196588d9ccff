// The inbox: saved views with live counts, the list, and the open conversation. GUI thread.
#pragma once

#include <QHash>
#include <QWidget>

#include "widgets/context.h"

class QPushButton;
class QSplitter;

namespace hotel::guiwidgets {

class CommandRegistry;
class ConversationListPane;
class ConversationView;

class InboxView : public QWidget {
  Q_OBJECT
 public:
  InboxView(const Context& context, CommandRegistry& commands, QWidget* parent = nullptr);

  void open(const QString& id);
  void openLast();  // Ctrl+Tab: the one before
  void setView(wire::View view);
  ConversationListPane& list() { return *list_; }
  ConversationView& conversation() { return *conversation_; }
  QList<QWidget*> panes() const;  // for F6, in order
  QByteArray state() const;
  void restore(const QByteArray& state);

 Q_SIGNALS:
  void conversationOpened(const QString& id);

 private:
  void retranslate();

  Context context_;
  QWidget* views_;
  QHash<int, QPushButton*> buttons_;
  QSplitter* splitter_;
  ConversationListPane* list_;
  ConversationView* conversation_;
  QString last_;
};

}  // namespace hotel::guiwidgets
