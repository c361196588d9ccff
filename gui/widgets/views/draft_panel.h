// What the bot is about to say in the open conversation, and why; a person may send it, take it into the composer, or
// stop it. Fetched when a conversation opens and at each draft.updated. An answer for another conversation is dropped.
// GUI thread.
#pragma once

#include <QFrame>
#include <optional>

#include "widgets/context.h"

class QLabel;
class QPushButton;

namespace hotel::guiwidgets {

class Banner;
class WhyPanel;

class DraftPanel : public QFrame {
  Q_OBJECT
 public:
  explicit DraftPanel(const Context& context, QWidget* parent = nullptr);
  void setConversation(const QString& id);
  bool hasDraft() const { return draft_.has_value(); }

 Q_SIGNALS:
  void editWanted(const QString& text);
  void failed(const QString& what);

 private:
  void fetch();
  void showDraft();
  void settle(const guicore::ApiReply<guicore::Nothing>& reply);

  Context context_;
  QString conversation_;
  std::optional<guicore::AgentDraft> draft_;
  QLabel* icon_;
  QLabel* title_;
  QLabel* text_;
  WhyPanel* why_;
  QPushButton* toggle_;
  QPushButton* approve_;
  QPushButton* edit_;
  QPushButton* discard_;
};

}  // namespace hotel::guiwidgets
