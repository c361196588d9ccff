#include "widgets/views/knowledge_editor.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/text.h"
#include "models/desk_texts.h"
#include "widgets/controls.h"
#include "widgets/dialogs/knowledge_dialogs.h"
#include "widgets/format.h"

namespace hotel::guiwidgets {
using guicore::KnowledgeEntry;
using guicore::toQt;
using guimodels::KnowledgeEdits;
using guimodels::KnowledgeModel;
using namespace Qt::StringLiterals;

KnowledgeEditor::KnowledgeEditor(const Context& context, QWidget* parent)
    : QWidget(parent), context_(context), language_(KnowledgeModel::languages().front()) {
  setObjectName(u"knowledgeEditor"_s);
  build();
  auto& model = context.workspace.knowledge();
  connect(&model, &KnowledgeModel::entryChanged, this, &KnowledgeEditor::onEntry);
  connect(&context.engine(), &guicore::SyncEngine::connectionChanged, this, &KnowledgeEditor::refresh);
  connect(text_, &QPlainTextEdit::textChanged, this, &KnowledgeEditor::onText);
  connect(question_->action(), &QPushButton::clicked, this, [this] {
    if (ticket_) Q_EMIT conversationWanted(toQt(ticket_->conversation_id));
  });
  connect(history_, &QPushButton::clicked, this, &KnowledgeEditor::showHistory);
  connect(remove_, &QPushButton::clicked, this, &KnowledgeEditor::remove);
  connect(discard_, &QPushButton::clicked, this, &KnowledgeEditor::discard);
  connect(save_, &QPushButton::clicked, this, &KnowledgeEditor::save);
  context.workspace.wheel().subscribe(this, std::chrono::seconds(10), [this](wire::Millis) {
    if (isVisible()) refresh();
  });
  retranslating(this, [this] { retranslate(); });
}

void KnowledgeEditor::build() {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(20, 16, 20, 16);
  layout->setSpacing(12);
  title_ = makeLabel(this, "title");
  title_->setObjectName(u"knowledgeTitle"_s);
  setPointSize(title_, 1.25, true);
  key_label_ = makeLabel(this, nullptr, "muted");
  key_label_->setObjectName(u"knowledgeKey"_s);
  auto* head = new QVBoxLayout;
  head->setSpacing(2);
  head->addWidget(title_);
  head->addWidget(key_label_);
  layout->addLayout(head);
  question_ = new Banner(context_.theme, u"knowledgeQuestion"_s, this);
  question_->hide();
  layout->addWidget(question_);
  auto* tabs = new QHBoxLayout;
  tabs->setSpacing(4);
  auto* group = new QButtonGroup(this);
  for (const QString& language : KnowledgeModel::languages()) {
    auto* tab = makeButton(u""_s, u"knowledgeTab_"_s + language, this);
    tab->setProperty("tab", u"reply"_s);
    tab->setCheckable(true);
    group->addButton(tab);
    tabs_.insert(language, tab);
    tabs->addWidget(tab);
    connect(tab, &QPushButton::clicked, this, [this, language] { showLanguage(language); });
  }
  tabs->addStretch();
  layout->addLayout(tabs);
  sample_ = new Banner(context_.theme, u"knowledgeSample"_s, this);
  sample_->hide();
  layout->addWidget(sample_);
  text_ = new QPlainTextEdit(this);
  text_->setObjectName(u"knowledgeText"_s);
  text_->setTabChangesFocus(true);
  layout->addWidget(text_, 1);
  meta_ = makeLabel(this, nullptr, "muted");
  meta_->setObjectName(u"knowledgeMeta"_s);
  layout->addWidget(meta_);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(8);
  history_ = makeButton(u""_s, u"knowledgeHistoryButton"_s, this);
  remove_ = makeButton(u""_s, u"knowledgeRemoveButton"_s, this);
  discard_ = makeButton(u""_s, u"knowledgeDiscardButton"_s, this);
  save_ = makeButton(u"primary"_s, u"knowledgeSaveButton"_s, this);
  buttons->addWidget(history_);
  buttons->addWidget(remove_);
  buttons->addStretch();
  buttons->addWidget(discard_);
  buttons->addWidget(save_);
  layout->addLayout(buttons);
}

void KnowledgeEditor::retranslate() {
  setAccessibleName(tr("Text of the topic"));
  nameButton(history_, tr("History…"));
  nameButton(remove_, tr("Remove"));
  nameButton(discard_, tr("Discard changes"));
  nameButton(save_, tr("Save"));
  question_->setAction(tr("Open conversation"));
  refresh();
}

std::optional<KnowledgeEntry> KnowledgeEditor::saved() const {
  return context_.workspace.knowledge().find(key_, language_);
}

// Of an edit that was begun, else of what is shown.
qint64 KnowledgeEditor::base() const {
  if (const auto edit = context_.workspace.knowledgeEdits().get(key_, language_)) return edit->base;
  const auto entry = saved();
  return entry ? entry->version : 0;
}

bool KnowledgeEditor::newKey() const {
  return !key_.isEmpty() && !context_.workspace.knowledge().contains(key_);
}

void KnowledgeEditor::open(const QString& key, const QString& language) {
  if (key != key_) ticket_.reset();
  key_ = key;
  showLanguage(KnowledgeModel::languages().contains(language) ? language : language_);
}

void KnowledgeEditor::answer(const wire::Ticket& ticket, const QString& key) {
  ticket_ = ticket;
  key_ = key;
  const QString language = toQt(ticket.language);
  showLanguage(KnowledgeModel::languages().contains(language) ? language : language_);
  focusText();
}

void KnowledgeEditor::focusText() {
  text_->setFocus();
  text_->moveCursor(QTextCursor::End);
}

void KnowledgeEditor::showLanguage(const QString& language) {
  language_ = language;
  tabs_[language]->setChecked(true);
  loadText();
  refresh();
}

void KnowledgeEditor::loadText() {
  const auto edit = context_.workspace.knowledgeEdits().get(key_, language_);
  const auto entry = saved();
  const QString text = edit ? edit->text : entry ? entry->text : QString();
  if (text_->toPlainText() == text) return;
  filling_ = true;
  text_->setPlainText(text);
  filling_ = false;
}

void KnowledgeEditor::onText() {
  if (filling_ || key_.isEmpty()) return;
  auto& edits = context_.workspace.knowledgeEdits();
  const auto entry = saved();
  const QString text = text_->toPlainText();
  const qint64 read = base();  // before the edit goes
  if (entry && entry->version == read && text == entry->text)
    edits.clear(key_, language_);
  else
    edits.set(key_, language_, {text, read});
  refresh();
  Q_EMIT editsChanged();
}

// Somebody, perhaps we, saved or removed it: what is being written stays as it is, and Save will find the conflict.
void KnowledgeEditor::onEntry(const QString& key, const QString& language) {
  if (key != key_) return;
  if (language == language_ && !context_.workspace.knowledgeEdits().get(key, language)) loadText();
  refresh();
}

void KnowledgeEditor::refreshTabs() {
  auto& model = context_.workspace.knowledge();
  for (const QString& language : KnowledgeModel::languages()) {
    const auto entry = model.find(key_, language);
    const QString name = Format::language(language);
    const bool edited = context_.workspace.knowledgeEdits().get(key_, language).has_value();
    const QString state = edited                             ? tr("not saved")
                          : !entry                           ? tr("missing")
                          : KnowledgeModel::isSample(*entry) ? tr("sample")
                                                             : QString();
    nameButton(tabs_[language], state.isEmpty() ? name : tr("%1 · %2", "language, state of its text").arg(name, state));
  }
}

void KnowledgeEditor::refresh() {
  const bool live = context_.engine().connection().live();
  const wire::Millis now = context_.clock().now();
  const auto entry = saved();
  const auto edit = context_.workspace.knowledgeEdits().get(key_, language_);
  title_->setText(guimodels::topicTitle(key_));
  key_label_->setText(newKey() ? tr("%1 · a new topic", "key of the knowledge base").arg(key_) : key_);
  refreshTabs();
  text_->setAccessibleName(
      tr("%1, %2", "topic, language").arg(guimodels::topicTitle(key_), Format::language(language_)));
  text_->setPlaceholderText(tr("What the bot says about it in %1").arg(Format::language(language_)));
  if (ticket_) {
    const auto* c = context_.workspace.conversations().find(toQt(ticket_->conversation_id));
    question_->show(u"agent"_s, u"question"_s,
                    tr("%1 asked: «%2» Saving this text closes the request.")
                        .arg(guicore::isolated(c ? Format::guestName(c->guest) : tr("A guest")), toQt(ticket_->text)));
  } else {
    question_->hide();
  }
  if (entry && KnowledgeModel::isSample(*entry))
    sample_->show(u"warning"_s, u"warning"_s,
                  tr("Sample text that came with the program. Replace it with what is true for this house: the bot "
                     "says it to guests as it stands."));
  else
    sample_->hide();
  if (!entry)
    meta_->setText(tr("No text in this language yet: the bot leaves such a question to you."));
  else if (const QString who = entry->updatedBy == u"default" ? tr("came with the program") : entry->updatedBy;
           entry->updatedAt)
    meta_->setText(tr("Version %1 · %2 · %3", "number, author, age")
                       .arg(entry->version)
                       .arg(who, Format::readAge(*entry->updatedAt, now)));
  else
    meta_->setText(tr("Version %1 · %2", "number, author").arg(entry->version).arg(who));
  const QString away = live ? QString() : context_.engine().whyNoSending();
  save_->setEnabled(live && !saving_ && edit && !text_->toPlainText().trimmed().isEmpty());
  save_->setToolTip(away.isEmpty() ? save_->text() : away);
  remove_->setEnabled(live && !saving_ && entry && !edit);
  history_->setEnabled(live && !key_.isEmpty());
  discard_->setEnabled(!saving_ && edit);
  text_->setReadOnly(saving_);
}

void KnowledgeEditor::save() {
  KnowledgeEntry entry;
  entry.key = key_;
  entry.language = language_;
  entry.text = text_->toPlainText().trimmed();
  entry.version = base();
  put(entry);
}

void KnowledgeEditor::put(const KnowledgeEntry& entry) {
  saving_ = true;
  refresh();
  const QString ticket = ticket_ ? toQt(ticket_->id) : QString();
  context_.api().putKnowledge(entry, ticket).then(this, [this, entry, ticket](const auto& result) {
    saving_ = false;
    if (!result && result.error().code == u"version_conflict") return conflict(entry);
    if (!result) {
      refresh();
      return Q_EMIT failed(tr("The text was not saved: %1").arg(result.error().detail));
    }
    context_.workspace.knowledgeEdits().clear(entry.key, entry.language);
    context_.workspace.knowledge().apply(*result);
    if (ticket_ && toQt(ticket_->id) == ticket) ticket_.reset();
    if (key_ == entry.key && language_ == entry.language) loadText();
    refresh();
    Q_EMIT failed({});
    Q_EMIT editsChanged();
    Q_EMIT undoable(ticket.isEmpty() ? tr("Saved. The bot says it from now on.")
                                     : tr("Saved, and the request is done. The bot says it from now on."),
                    {});
  });
}

void KnowledgeEditor::conflict(const KnowledgeEntry& mine) {
  context_.api().knowledge().then(this, [this, mine](const auto& result) {
    if (result) context_.workspace.knowledge().setAll(result->items);
    refresh();
    if (!result) return Q_EMIT failed(tr("The text was not saved: %1").arg(result.error().detail));
    showConflict(mine);
  });
}

void KnowledgeEditor::showConflict(const KnowledgeEntry& mine) {
  const auto theirs = context_.workspace.knowledge().find(mine.key, mine.language);
  auto* dialog = new KnowledgeConflictDialog(context_, theirs, mine.text, this);
  connect(dialog, &QDialog::accepted, this, [this, mine, version = theirs ? theirs->version : 0] {
    auto entry = mine;
    entry.version = version;
    context_.workspace.knowledgeEdits().set(mine.key, mine.language, {mine.text, version});
    put(entry);
  });
  connect(dialog, &KnowledgeConflictDialog::theirsChosen, this, [this, mine] {
    context_.workspace.knowledgeEdits().clear(mine.key, mine.language);
    if (key_ == mine.key && language_ == mine.language) loadText();
    refresh();
    Q_EMIT editsChanged();
  });
  dialog->open();
}

void KnowledgeEditor::remove() {
  const auto entry = saved();
  if (!entry) return;
  saving_ = true;
  refresh();
  context_.api()
      .removeKnowledge(entry->key, entry->language, entry->version)
      .then(this, [this, was = *entry](const auto& result) {
        saving_ = false;
        if (!result) {
          refresh();
          return Q_EMIT failed(tr("The text was not removed: %1").arg(result.error().detail));
        }
        context_.workspace.knowledge().remove(was.key, was.language);
        refresh();
        Q_EMIT failed({});
        Q_EMIT undoable(tr("Removed. The bot does not say it any more."), [this, was] {
          auto again = was;
          again.version = 0;
          open(was.key, was.language);
          put(again);
        });
      });
}

void KnowledgeEditor::showHistory() {
  auto* dialog = new KnowledgeHistoryDialog(context_, key_, language_, this);
  connect(dialog, &KnowledgeHistoryDialog::restoreWanted, this, [this](const QString& text) {
    text_->setPlainText(text);
    focusText();
  });
  dialog->open();
}

void KnowledgeEditor::discard() {
  const auto edit = context_.workspace.knowledgeEdits().get(key_, language_);
  if (!edit) return;
  const QString key = key_, language = language_;
  context_.workspace.knowledgeEdits().clear(key, language);
  loadText();
  refresh();
  Q_EMIT editsChanged();
  Q_EMIT undoable(tr("Changes discarded."), [this, key, language, was = *edit] {
    context_.workspace.knowledgeEdits().set(key, language, was);
    open(key, language);
    Q_EMIT editsChanged();
  });
}

}  // namespace hotel::guiwidgets
