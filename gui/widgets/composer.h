// Where staff writes: a reply to the guest, or a note that only staff sees. Bound to one conversation id; what is sent
// takes the id the text was written for. Drafts live in DraftStore and change only by typing, sending or discarding.
// Reply and note differ in colour, icon, label and the text of the button, and end in different calls of the engine.
// GUI thread.
#pragma once

#include <QFrame>
#include <optional>

#include "core/draft_store.h"
#include "widgets/context.h"
#include "wire/conversation.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace hotel::guiwidgets {

class Banner;
class CannedPopup;

class Composer : public QFrame {
  Q_OBJECT
 public:
  explicit Composer(const Context& context, QWidget* parent = nullptr);

  void setConversation(const wire::Conversation& conversation);  // also a newer version of the same one
  void clearConversation();
  QString conversationId() const { return id_; }
  guicore::DraftMode mode() const { return mode_; }
  void setMode(guicore::DraftMode mode);
  void insertText(const QString& text);    // at the cursor of the present mode
  void replaceReply(const QString& text);  // the bot's draft, taken over by a person
  void focusEditor();
  QString text() const;
  void send();
  void showError(const QString& text);
  void tick(wire::Millis now);

 Q_SIGNALS:
  void templateWanted();
  void sent(bool note);
  void leaveWanted();  // Esc

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void build();
  void connectParts();
  void retranslate();
  void loadDraft();
  void textChanged();
  void refresh();
  void refreshWindow();
  void updateCanned();
  void insertCanned(const QModelIndex& index);
  void onPending(const guicore::PendingMessage& pending);
  void showConflict();
  void sendReply(const QString& text);
  bool windowClosed() const;
  QString guestName() const;
  void fitHeight();

  Context context_;
  QString id_;
  wire::Conversation conversation_;
  guicore::DraftMode mode_ = guicore::DraftMode::kReply;
  bool loading_ = false;
  wire::Millis leaseAt_ = 0;
  struct Conflict {
    QString clientId;
    QString text;
  };
  std::optional<Conflict> conflict_;

  QPushButton* reply_tab_;
  QPushButton* note_tab_;
  QLabel* window_icon_;
  QLabel* window_;
  Banner* banner_;
  QStackedWidget* stack_;
  QPlainTextEdit* editor_;
  QWidget* closed_;
  QLabel* closed_text_;
  QPushButton* closed_template_;
  QLabel* hint_;
  QToolButton* canned_button_;
  QToolButton* template_button_;
  QPushButton* send_;
  CannedPopup* canned_;
};

}  // namespace hotel::guiwidgets
