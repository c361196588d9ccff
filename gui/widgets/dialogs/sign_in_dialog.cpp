#include "widgets/dialogs/sign_in_dialog.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/text.h"
#include "widgets/controls.h"

namespace hotel::guiwidgets {
using namespace Qt::StringLiterals;

SignInDialog::SignInDialog(const Context& context, QWidget* parent)
    : DialogBase(u"signInDialog"_s, parent), context_(context) {
  auto* form = new QVBoxLayout;
  form->setSpacing(6);
  const auto field = [&](QLabel*& label, const QString& name) {
    label = makeLabel(this, nullptr, "muted");
    auto* edit = new QLineEdit(this);
    edit->setObjectName(name);
    edit->setMinimumHeight(36);
    label->setBuddy(edit);
    form->addWidget(label);
    form->addWidget(edit);
    form->addSpacing(6);
    return edit;
  };
  server_ = field(server_label_, u"serverEdit"_s);
  user_ = field(user_label_, u"userEdit"_s);
  password_ = field(password_label_, u"passwordEdit"_s);
  password_->setEchoMode(QLineEdit::Password);
  stay_ = new QCheckBox(this);
  stay_->setObjectName(u"staySignedIn"_s);
  form->addWidget(stay_);
  content()->addLayout(form);
  problem_ = new Banner(context.theme, u"signInProblem"_s, this);
  content()->addWidget(problem_);
  trust_ = new QFrame(this);
  trust_->setObjectName(u"trustPanel"_s);
  trust_->setProperty("banner", u"warning"_s);
  auto* trust = new QVBoxLayout(trust_);
  trust_text_ = makeLabel(trust_);
  words_ = makeLabel(trust_, "title");
  words_->setObjectName(u"trustWords"_s);
  words_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  setPointSize(words_, 1.1, true);
  fingerprint_ = makeLabel(trust_, nullptr, "muted");
  fingerprint_->setObjectName(u"trustFingerprint"_s);
  fingerprint_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  accept_ = makeButton(u""_s, u"trustAccept"_s, trust_);
  trust->addWidget(trust_text_);
  trust->addWidget(words_);
  trust->addWidget(fingerprint_);
  trust->addWidget(accept_, 0, Qt::AlignRight);
  content()->addWidget(trust_);
  trust_->hide();
  setMinimumWidth(460);
  disconnect(ok(), nullptr, this, nullptr);
  connect(ok(), &QPushButton::clicked, this, &SignInDialog::submit);
  connect(accept_, &QPushButton::clicked, this, [this] {
    context_.trust.accept(offered_for_, offered_);
    trust_->hide();
    adjustSize();
    submit();
  });
  connect(server_, &QLineEdit::textEdited, this, [this] {
    trust_->hide();
    problem_->hide();
  });
  connect(&context.trust, &guicore::Trust::keyUnknown, this, &SignInDialog::showUnknownKey);
  connect(&context.trust, &guicore::Trust::keyChanged, this,
          [this](const QUrl&, const QByteArray& pinned, const QByteArray& spki) { showChangedKey(pinned, spki); });
  stay_->setChecked(context.settings.staySignedIn());
  prefill(context.settings.server(), context.settings.lastUser());
  retranslating(this, [this] { retranslate(); });
}

void SignInDialog::retranslate() {
  setHeading(tr("Sign in"));
  const auto name = [](QLabel* label, QLineEdit* edit, const QString& text) {
    label->setText(text);
    edit->setAccessibleName(text);
  };
  name(server_label_, server_, tr("Server"));
  name(user_label_, user_, tr("User"));
  name(password_label_, password_, tr("Password"));
  server_->setPlaceholderText(u"https://hotel.example:8000"_s);
  stay_->setText(tr("Stay signed in on this computer"));
  stay_->setAccessibleName(stay_->text());
  nameButton(ok(), busy_ ? tr("Signing in…") : tr("Sign in"));
  nameButton(accept_, tr("The words are the same: trust this server"));
}

void SignInDialog::prefill(const QUrl& server, const QString& user) {
  if (!server.isEmpty()) server_->setText(server.toString());
  if (!user.isEmpty()) user_->setText(user);
  (server_->text().isEmpty() ? server_ : user_->text().isEmpty() ? user_ : password_)->setFocus();
}

void SignInDialog::signIn(const QString& password) {
  password_->setText(password);
  submit();
}

void SignInDialog::showProblem(const QString& text) {
  problem_->show(u"danger"_s, u"error"_s, text);
}

void SignInDialog::setBusy(bool busy) {
  busy_ = busy;
  ok()->setEnabled(!busy);
  nameButton(ok(), busy ? tr("Signing in…") : tr("Sign in"));
}

void SignInDialog::submit() {
  if (busy_) return;
  QString text = server_->text().trimmed();
  if (!text.contains(u"://"_s) && !text.isEmpty())
    text.prepend(text.startsWith(u"localhost"_s) || text.startsWith(u"127.") ? u"http://"_s : u"https://"_s);
  const QUrl url(text, QUrl::StrictMode);
  if (!url.isValid() || url.host().isEmpty() || (url.scheme() != u"https" && url.scheme() != u"http"))
    return showProblem(tr("Write the address as https://host:port."));
  if (user_->text().trimmed().isEmpty() || password_->text().isEmpty())
    return showProblem(tr("User and password are needed."));
  if (context_.trust.judgeUrl(url) == guicore::Trust::Refusal::kPlainHttp)
    return showProblem(tr(
        "Without https the password could be read on the way. Plain http is only accepted for this computer itself."));
  problem_->hide();
  trust_->hide();
  setBusy(true);
  context_.api().setServer(url);
  context_.api().signIn(user_->text().trimmed(), password_->text()).then(this, [this, url](const auto& result) {
    setBusy(false);
    if (!result) return failed(result.error());
    password_->clear();
    context_.settings.setServer(url);
    context_.settings.setLastUser(guicore::toQt(result->user.name));
    context_.settings.setStaySignedIn(stay_->isChecked());
    if (stay_->isChecked())
      context_.secrets.keep({url.toString(), guicore::toQt(result->user.name), result->token});
    else
      context_.secrets.forget();
    Q_EMIT signedIn(*result);
    accept();
  });
}

void SignInDialog::failed(const guicore::ApiError& error) {
  if (error.code == u"untrusted_key" || error.code == u"changed_key") return;  // the panel asks
  if (error.status == 401)
    showProblem(tr("User or password is wrong."));
  else if (error.status == 429)
    showProblem(error.retryAfterSeconds
                    ? tr("Too many attempts. Try again in %n second(s).", nullptr, *error.retryAfterSeconds)
                    : tr("Too many attempts. Try again later."));
  else if (error.status == 0)
    showProblem(tr("The server cannot be reached: %1").arg(error.detail));
  else
    showProblem(error.requestId.isEmpty()
                    ? error.detail
                    : tr("%1 (request %2)", "error text, request id").arg(error.detail, error.requestId));
  password_->selectAll();
  password_->setFocus();
}

void SignInDialog::showUnknownKey(const QUrl& url, const QByteArray& spki) {
  offered_ = spki;
  offered_for_ = url;
  guiwidgets::setProperty(trust_, "banner", u"warning"_s);
  trust_text_->setText(tr("This computer has not talked to %1 before. Compare these words with the ones your "
                          "administrator reads from the server:")
                           .arg(guicore::isolated(url.host())));
  words_->setText(guicore::Trust::wordsOf(spki));
  fingerprint_->setText(guicore::Trust::hexOf(spki));
  accept_->show();
  trust_->show();
  adjustSize();
}

void SignInDialog::showChangedKey(const QByteArray& pinned, const QByteArray& spki) {
  guiwidgets::setProperty(trust_, "banner", u"danger"_s);
  trust_text_->setText(
      tr("Stopped: the server shows another key than before. Somebody may be listening in between. Nothing was sent. "
         "Ask your administrator; only when the change is known may the old key be forgotten in the settings."));
  words_->setText(tr("Known: %1").arg(guicore::Trust::wordsOf(pinned)));
  fingerprint_->setText(tr("Shown now: %1").arg(guicore::Trust::wordsOf(spki)));
  accept_->hide();
  trust_->show();
  adjustSize();
}

}  // namespace hotel::guiwidgets
