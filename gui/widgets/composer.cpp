#include "widgets/composer.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTextBlock>
#include <QVBoxLayout>

#include "core/text.h"
#include "models/roles.h"
#include "widgets/canned_popup.h"
#include "widgets/controls.h"
#include "widgets/format.h"

namespace hotel::guiwidgets {
using guicore::DraftMode;
using namespace Qt::StringLiterals;
namespace {

constexpr wire::Millis kLeaseEvery = 30'000;
constexpr wire::Millis kWindowSoon = 2 * 3'600'000;

}  // namespace

Composer::Composer(const Context& context, QWidget* parent) : QFrame(parent), context_(context) {
  setObjectName(u"composer"_s);
  build();
  connectParts();
  retranslating(this, [this] { retranslate(); });
}

void Composer::build() {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(16, 8, 16, 10);
  layout->setSpacing(8);
  auto* top = new QHBoxLayout;
  top->setSpacing(8);
  reply_tab_ = makeButton(u""_s, u"replyTab"_s, this);
  reply_tab_->setProperty("tab", u"reply"_s);
  note_tab_ = makeButton(u""_s, u"noteTab"_s, this);
  note_tab_->setProperty("tab", u"note"_s);
  for (QPushButton* tab : {reply_tab_, note_tab_}) {
    tab->setCheckable(true);
    tab->setAutoExclusive(true);
    top->addWidget(tab);
  }
  reply_tab_->setChecked(true);
  top->addStretch();
  window_icon_ = new QLabel(this);
  window_ = makeLabel(this, nullptr, "muted");
  window_->setObjectName(u"windowLabel"_s);
  window_->setWordWrap(false);
  top->addWidget(window_icon_);
  top->addWidget(window_);
  layout->addLayout(top);
  banner_ = new Banner(context_.theme, u"composerBanner"_s, this);
  layout->addWidget(banner_);

  stack_ = new QStackedWidget(this);
  stack_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  editor_ = new QPlainTextEdit(stack_);
  editor_->setObjectName(u"composerEditor"_s);
  editor_->setTabChangesFocus(true);
  editor_->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
  editor_->installEventFilter(this);
  closed_ = new QWidget(stack_);
  auto* row = new QHBoxLayout(closed_);
  row->setContentsMargins(0, 4, 0, 4);
  closed_text_ = makeLabel(closed_);
  closed_text_->setObjectName(u"closedWindowText"_s);
  closed_template_ = makeButton(u"primary"_s, u"closedTemplateButton"_s, closed_);
  row->addWidget(closed_text_, 1);
  row->addWidget(closed_template_);
  stack_->addWidget(editor_);
  stack_->addWidget(closed_);
  layout->addWidget(stack_);

  auto* bottom = new QHBoxLayout;
  bottom->setSpacing(8);
  canned_button_ = makeToolButton(context_.theme, u"label"_s, u"cannedButton"_s, this);
  template_button_ = makeToolButton(context_.theme, u"template"_s, u"templateButton"_s, this);
  hint_ = makeLabel(this, nullptr, "muted");
  hint_->setObjectName(u"composerHint"_s);
  send_ = makeButton(u"primary"_s, u"sendButton"_s, this);
  bottom->addWidget(canned_button_);
  bottom->addWidget(template_button_);
  bottom->addWidget(hint_, 1);
  bottom->addWidget(send_);
  layout->addLayout(bottom);
  // The popup lies over the timeline, so it belongs to the conversation view.
  canned_ = new CannedPopup(context_.theme, context_.workspace.cannedReplies(), parentWidget() ? parentWidget() : this);
}

void Composer::connectParts() {
  connect(reply_tab_, &QPushButton::clicked, this, [this] { setMode(DraftMode::kReply); });
  connect(note_tab_, &QPushButton::clicked, this, [this] { setMode(DraftMode::kNote); });
  connect(editor_, &QPlainTextEdit::textChanged, this, &Composer::textChanged);
  connect(send_, &QPushButton::clicked, this, &Composer::send);
  connect(template_button_, &QToolButton::clicked, this, &Composer::templateWanted);
  connect(closed_template_, &QPushButton::clicked, this, &Composer::templateWanted);
  connect(canned_button_, &QToolButton::clicked, this, [this] {
    const QString before = editor_->textCursor().block().text().left(editor_->textCursor().positionInBlock());
    editor_->insertPlainText(before.isEmpty() || before.endsWith(u' ') ? u"/"_s : u" /"_s);
    editor_->setFocus();
  });
  connect(canned_, &CannedPopup::chosen, this, &Composer::insertCanned);
  connect(&context_.engine(), &guicore::SyncEngine::connectionChanged, this, &Composer::refresh);
  connect(&context_.engine(), &guicore::SyncEngine::pendingChanged, this, &Composer::onPending);
  connect(&context_.engine(), &guicore::SyncEngine::pendingDone, this, [this](const QString& clientId) {
    if (!conflict_ || conflict_->clientId != clientId) return;
    conflict_.reset();
    banner_->hide();
    refresh();
  });
  connect(&context_.engine(), &guicore::SyncEngine::messageChanged, this, [this](const wire::Message& message) {
    if (conflict_ && guicore::toQt(message.conversation_id) == id_)
      showConflict();  // what the colleague wrote has come
  });
  connect(&context_.workspace.drafts(), &guicore::DraftStore::saved, this, [this](qint64 at) {
    if (!text().isEmpty() && !id_.isEmpty()) hint_->setText(tr("Draft saved %1").arg(Format::clock(at)));
  });
  connect(&context_.workspace.drafts(), &guicore::DraftStore::failed, this,
          [this](const QString& what) { showError(tr("The draft could not be saved: %1").arg(what)); });
  connect(&context_.theme, &Theme::changed, this, &Composer::retranslate);
}

void Composer::retranslate() {
  nameButton(reply_tab_, tr("Reply"), tr("Write to the guest (Ctrl+Shift+M switches)"));
  nameButton(note_tab_, tr("Note"), tr("Write for staff only (Ctrl+Shift+M switches)"));
  nameButton(canned_button_, tr("Canned replies"), tr("Canned replies: type / and a word"));
  nameButton(template_button_, tr("Send a template…"));
  nameButton(closed_template_, tr("Choose a template…"));
  setAccessibleName(tr("Composer"));
  refresh();
}

QString Composer::text() const {
  return editor_->toPlainText();
}
QString Composer::guestName() const {
  return Format::guestName(conversation_.guest);
}
void Composer::focusEditor() {
  (stack_->currentWidget() == editor_ ? static_cast<QWidget*>(editor_) : closed_template_)->setFocus();
}

bool Composer::windowClosed() const {
  return conversation_.window_expires_at.value_or(0) <= context_.clock().now();
}

void Composer::setConversation(const wire::Conversation& conversation) {
  const bool same = guicore::toQt(conversation.id) == id_;
  conversation_ = conversation;
  id_ = guicore::toQt(conversation.id);
  setEnabled(true);
  if (!same) {
    banner_->hide();
    canned_->hide();
    conflict_.reset();
    leaseAt_ = 0;
    for (const auto& pending : context_.engine().pending(id_)) onPending(pending);
    loadDraft();
  }
  refresh();
}

void Composer::clearConversation() {
  id_.clear();
  conversation_ = {};
  conflict_.reset();
  loadDraft();
  banner_->hide();
  setEnabled(false);
  refresh();
}

void Composer::setMode(DraftMode mode) {
  if (mode != mode_) {
    mode_ = mode;
    canned_->hide();
    loadDraft();
  }
  reply_tab_->setChecked(mode == DraftMode::kReply);
  note_tab_->setChecked(mode == DraftMode::kNote);
  refresh();
  focusEditor();
}

void Composer::loadDraft() {
  loading_ = true;
  const auto draft = id_.isEmpty() ? std::nullopt : context_.workspace.drafts().get(id_, mode_);
  editor_->setPlainText(draft ? draft->text : QString());
  if (draft) {
    QTextCursor cursor = editor_->textCursor();
    cursor.setPosition(qBound(0, draft->cursor, static_cast<int>(draft->text.size())));
    editor_->setTextCursor(cursor);
  }
  loading_ = false;
  fitHeight();
}

void Composer::textChanged() {
  fitHeight();
  if (loading_ || id_.isEmpty()) return;
  context_.workspace.drafts().set(id_, mode_, text(), editor_->textCursor().position());
  if (mode_ == DraftMode::kReply && !text().isEmpty() && context_.clock().now() - leaseAt_ >= kLeaseEvery &&
      context_.engine().whyNoSending().isEmpty()) {
    leaseAt_ = context_.clock().now();
    context_.engine().typing(id_);
  }
  updateCanned();
  refresh();
}

void Composer::fitHeight() {
  const int line = editor_->fontMetrics().lineSpacing();
  int lines = 0;
  for (QTextBlock block = editor_->document()->begin(); block.isValid(); block = block.next())
    lines += qMax(1, block.lineCount());
  stack_->setFixedHeight(qBound(2, lines, 8) * line + 26);
}

void Composer::updateCanned() {
  const QTextCursor cursor = editor_->textCursor();
  const QString before = cursor.block().text().left(cursor.positionInBlock());
  const qsizetype slash = before.lastIndexOf(u'/');
  const bool open = slash >= 0 && (slash == 0 || before.at(slash - 1).isSpace()) && before.size() - slash <= 40 &&
                    !before.mid(slash).contains(u"  "_s);
  if (!open) return canned_->hide();
  const QRect above(editor_->mapTo(canned_->parentWidget(), QPoint(0, 0)), editor_->size());
  canned_->open(before.mid(slash + 1), guicore::toQt(conversation_.guest.language), above);
}

void Composer::insertCanned(const QModelIndex& index) {
  QTextCursor cursor = editor_->textCursor();
  const QString before = cursor.block().text().left(cursor.positionInBlock());
  const qsizetype slash = before.lastIndexOf(u'/');
  const QHash<QString, QString> values{{u"name"_s, guicore::toQt(conversation_.guest.name)},
                                       {u"operator"_s, context_.engine().userName()},
                                       {u"phone"_s, guicore::toQt(conversation_.guest.phone)}};
  const auto filled =
      guimodels::CannedReplyModel::fill(index.data(guimodels::role(guimodels::CannedRole::kText)).toString(), values);
  canned_->hide();
  cursor.setPosition(cursor.block().position() + static_cast<int>(slash), QTextCursor::KeepAnchor);
  cursor.insertText(filled.text);
  editor_->setTextCursor(cursor);
  canned_->hide();
  editor_->setFocus();
}

void Composer::insertText(const QString& text) {
  editor_->insertPlainText(text);
}

void Composer::replaceReply(const QString& text) {
  setMode(DraftMode::kReply);
  editor_->setPlainText(text);
  editor_->moveCursor(QTextCursor::End);
}

void Composer::refreshWindow() {
  const wire::Millis now = context_.clock().now();
  const bool closed = windowClosed();
  Ink ink = Ink::kTextMuted;
  const char* tone = "muted";
  if (id_.isEmpty()) {
    window_->clear();
    window_icon_->clear();
    return;
  }
  if (closed) {
    ink = Ink::kDanger;
    tone = "danger";
    window_->setText(tr("24 h window closed"));
  } else {
    const wire::Millis left = *conversation_.window_expires_at - now;
    if (left < kWindowSoon) {
      ink = Ink::kWarning;
      tone = "warning";
    }
    window_->setText(Format::windowLeft(*conversation_.window_expires_at, now));
  }
  setProperty("closed", closed);
  guiwidgets::setProperty(window_, "tone", QString::fromLatin1(tone));
  window_->setToolTip(
      tr("WhatsApp allows free messages for 24 hours after the guest's last one; later only templates."));
  window_icon_->setPixmap(context_.theme.pixmap(closed ? u"lock"_s : u"clock"_s, ink, 16, devicePixelRatioF()));
}

void Composer::refresh() {
  const bool note = mode_ == DraftMode::kNote, closed = windowClosed() && !note && !id_.isEmpty();
  const QString modeName = note ? u"note"_s : u"reply"_s;
  guiwidgets::setProperty(this, "mode", modeName);
  guiwidgets::setProperty(editor_, "mode", modeName);
  guiwidgets::setProperty(send_, "kind", note ? u"note"_s : u"primary"_s);
  reply_tab_->setIcon(context_.theme.icon(u"reply"_s, note ? Ink::kTextMuted : Ink::kAccent));
  note_tab_->setIcon(context_.theme.icon(u"note"_s, note ? Ink::kNote : Ink::kTextMuted));
  const QString name = guicore::isolated(guestName());
  editor_->setAccessibleName(note ? tr("Note for staff, the guest does not see it") : tr("Reply to %1").arg(name));
  editor_->setPlaceholderText(note ? tr("Only your colleagues see this note…")
                                   : tr("Write to %1… (/ for canned replies)").arg(name));
  stack_->setCurrentWidget(closed ? closed_ : static_cast<QWidget*>(editor_));
  stack_->setVisible(!id_.isEmpty());
  const auto expired = conversation_.window_expires_at;
  closed_text_->setText(expired ? tr("The 24 h window closed at %1. Only a template can be sent.")
                                      .arg(Format::stamp(*expired, context_.clock().now()))
                                : tr("This guest has not written yet. Only a template can be sent."));
  refreshWindow();
  const bool again = conflict_ && !note;
  nameButton(send_, note ? tr("Save note") : again ? tr("Send anyway") : tr("Send to guest"));
  send_->setIcon(note ? context_.theme.icon(u"note"_s, Ink::kSurface) : context_.theme.icon(u"send"_s, Ink::kOnAccent));
  send_->setVisible(!closed);
  canned_button_->setVisible(!closed);
  template_button_->setVisible(!note && !closed);
  hint_->setVisible(!closed || !context_.engine().whyNoSending().isEmpty());
  const QString why = context_.engine().whyNoSending();
  const QStringList left = guimodels::CannedReplyModel::variablesLeft(text());
  closed_template_->setEnabled(why.isEmpty());
  template_button_->setEnabled(why.isEmpty());
  send_->setEnabled(!id_.isEmpty() && !text().trimmed().isEmpty() && why.isEmpty() && (note || left.isEmpty()));
  if (!why.isEmpty()) {
    hint_->setText(why);
    send_->setToolTip(why);
  } else if (!left.isEmpty() && !note) {
    hint_->setText(tr("Fill in %1 before sending.").arg(left.join(u", "_s)));
    send_->setToolTip(hint_->text());
  } else if (context_.settings.enterSends()) {
    hint_->setText(tr("Enter sends · Shift+Enter: new line"));
  } else {
    hint_->setText(tr("Ctrl+Enter sends"));
  }
}

void Composer::tick(wire::Millis) {
  const bool was = property("closed").toBool();
  refreshWindow();
  if (was != windowClosed()) refresh();
}

void Composer::showError(const QString& text) {
  banner_->setAction({});
  banner_->setClosable(true);
  banner_->show(u"danger"_s, u"error"_s, text);
}

void Composer::send() {
  if (!send_->isEnabled() || !send_->isVisible()) return;
  const QString body = text().trimmed();
  if (mode_ == DraftMode::kNote) {
    if (context_.engine().sendNote(id_, body).isEmpty()) return showError(context_.engine().whyNoSending());
    context_.workspace.drafts().clear(id_, mode_);
    loadDraft();
    refresh();
    Q_EMIT sent(true);
    return;
  }
  sendReply(body);
}

void Composer::sendReply(const QString& body) {
  if (conflict_) {
    const Conflict conflict = *std::exchange(conflict_, std::nullopt);
    banner_->hide();
    if (conflict.text == body) {
      if (!context_.engine().retry(conflict.clientId)) return showError(context_.engine().whyNoSending());
    } else {
      context_.engine().dropPending(conflict.clientId);
      if (context_.engine().sendText(id_, body).isEmpty()) return showError(context_.engine().whyNoSending());
    }
  } else if (context_.engine().sendText(id_, body).isEmpty()) {
    return showError(context_.engine().whyNoSending());
  }
  context_.workspace.drafts().clear(id_, DraftMode::kReply);
  leaseAt_ = 0;
  loadDraft();
  refresh();
  Q_EMIT sent(false);
}

void Composer::onPending(const guicore::PendingMessage& pending) {
  if (pending.conversationId != id_ || pending.note) return;
  if (pending.state == guicore::PendingState::kSending || pending.error.code != u"newer_reply") return;
  // Somebody was faster: the text comes back into the editor, beside what the colleague wrote.
  conflict_ = Conflict{pending.clientId, pending.text};
  mode_ = DraftMode::kReply;
  reply_tab_->setChecked(true);
  if (pending.templateObject.empty() && text().trimmed().isEmpty())
    context_.workspace.drafts().set(id_, DraftMode::kReply, pending.text, static_cast<int>(pending.text.size()));
  loadDraft();
  showConflict();
  refresh();
}

void Composer::showConflict() {
  QString newer;
  QString who;
  if (const auto* model = context_.workspace.resident(id_)) {
    for (int row = model->rowCount() - 1; row >= 0 && newer.isEmpty(); --row) {
      const auto message = model->messageAt(row);
      if (!message || message->direction != wire::Direction::kOut) continue;
      newer = guicore::toQt(message->text);
      who = guicore::toQt(message->author.name);
    }
  }
  banner_->setClosable(false);
  banner_->setAction({});
  banner_->show(u"warning"_s, u"warning"_s,
                newer.isEmpty() ? tr("Somebody answered while you were writing. Your message was not sent.")
                                : tr("%1 answered while you were writing: «%2». Your message was not sent.")
                                      .arg(guicore::isolated(who), guicore::isolated(newer)));
}

bool Composer::eventFilter(QObject* watched, QEvent* event) {
  if (watched != editor_ || event->type() != QEvent::KeyPress) return QFrame::eventFilter(watched, event);
  auto* key = static_cast<QKeyEvent*>(event);
  if (canned_->handle(key->key())) return true;
  const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
  const bool plain = !(key->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier | Qt::AltModifier));
  if (enter && ((key->modifiers() & Qt::ControlModifier) || (plain && context_.settings.enterSends()))) {
    send();
    return true;
  }
  if (key->key() == Qt::Key_Escape) {
    Q_EMIT leaveWanted();
    return true;
  }
  return QFrame::eventFilter(watched, event);
}

}  // namespace hotel::guiwidgets
