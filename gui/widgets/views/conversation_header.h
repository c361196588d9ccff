// Who the open conversation is with, who answers it, and what can be done with it. The chip of the owner is always
// visible.
#pragma once

#include <QWidget>

#include "widgets/context.h"
#include "wire/conversation.h"

class QPushButton;
class QToolButton;

namespace hotel::guiwidgets {

class Avatar;
class Chip;
class ElidedLabel;

class ConversationHeader : public QWidget {
  Q_OBJECT
 public:
  explicit ConversationHeader(const Context& context, QWidget* parent = nullptr);
  void show(const wire::Conversation& conversation);

 Q_SIGNALS:
  void takeOverWanted();
  void handBackWanted();
  void assignWanted();
  void snoozeWanted();
  void closeWanted();

 private:
  void retranslate();

  Context context_;
  wire::Conversation conversation_;
  Avatar* avatar_;
  ElidedLabel* name_;
  ElidedLabel* detail_;
  Chip* owner_;
  Chip* state_;
  QPushButton* take_over_;
  QPushButton* hand_back_;
  QToolButton* assign_;
  QToolButton* snooze_;
  QToolButton* close_;
};

}  // namespace hotel::guiwidgets
