// Address, name, password; and the question of trust: an unknown key is shown as words and fingerprint and must be
// confirmed once, a changed key is a hard stop without a button to go on. The password leaves this dialog only to the
// API client. GUI thread.
#pragma once

#include <QByteArray>
#include <QUrl>

#include "widgets/context.h"
#include "widgets/dialogs/dialog_base.h"

class QCheckBox;
class QFrame;
class QLabel;
class QLineEdit;

namespace hotel::guiwidgets {

class Banner;

class SignInDialog : public DialogBase {
  Q_OBJECT
 public:
  SignInDialog(const Context& context, QWidget* parent);
  void prefill(const QUrl& server, const QString& user);
  void signIn(const QString& password);  // from the command line; the same way as by hand
  void showProblem(const QString& text);

 Q_SIGNALS:
  void signedIn(const guicore::Session& session);

 private:
  void submit();
  void retranslate();
  void failed(const guicore::ApiError& error);
  void showUnknownKey(const QUrl& url, const QByteArray& spki);
  void showChangedKey(const QByteArray& pinned, const QByteArray& spki);
  void setBusy(bool busy);

  Context context_;
  QLineEdit* server_;
  QLineEdit* user_;
  QLineEdit* password_;
  QLabel* server_label_;
  QLabel* user_label_;
  QLabel* password_label_;
  QCheckBox* stay_;
  Banner* problem_;
  QFrame* trust_;
  QLabel* trust_text_;
  QLabel* words_;
  QLabel* fingerprint_;
  QPushButton* accept_;
  QByteArray offered_;
  QUrl offered_for_;
  bool busy_ = false;
};

}  // namespace hotel::guiwidgets
