#include "widgets/dialogs/knowledge_dialogs.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "core/text.h"
#include "models/desk_texts.h"
#include "widgets/controls.h"
#include "widgets/format.h"
#include "wire/text.h"

namespace hotel::guiwidgets {
using guicore::KnowledgeEntry;
using namespace Qt::StringLiterals;
namespace {

constexpr qsizetype kKeyLength = 64;

QPlainTextEdit* shownText(const QString& name, const QString& text, QWidget* parent) {
  auto* edit = new QPlainTextEdit(text, parent);
  edit->setObjectName(name);
  edit->setReadOnly(true);
  edit->setTabChangesFocus(true);
  return edit;
}

}  // namespace

KnowledgeConflictDialog::KnowledgeConflictDialog(const Context& context, const std::optional<KnowledgeEntry>& theirs,
                                                 const QString& mine, QWidget* parent)
    : DialogBase(u"knowledgeConflict"_s, parent) {
  const wire::Millis now = context.clock().now();
  setHeading(tr("Somebody changed this text meanwhile"));
  auto* columns = new QHBoxLayout;
  columns->setSpacing(16);
  const auto column = [&](const QString& head, const QString& name, const QString& text) {
    auto* box = new QVBoxLayout;
    auto* label = makeLabel(this, "title");
    label->setText(head);
    box->addWidget(label);
    auto* edit = shownText(name, text, this);
    edit->setAccessibleName(head);
    box->addWidget(edit, 1);
    columns->addLayout(box, 1);
  };
  column(!theirs              ? tr("Removed by somebody")
         : !theirs->updatedAt ? tr("Saved by %1").arg(theirs->updatedBy)
                              : tr("Saved by %1, %2").arg(theirs->updatedBy, Format::readAge(*theirs->updatedAt, now)),
         u"knowledgeConflictTheirs"_s, theirs ? theirs->text : QString());
  column(tr("Your text, not saved"), u"knowledgeConflictMine"_s, mine);
  content()->addLayout(columns, 1);
  auto* use = makeButton(u""_s, u"knowledgeConflictUseTheirs"_s, this);
  nameButton(use, theirs ? tr("Use the saved text") : tr("Leave it removed"));
  content()->addWidget(use, 0, Qt::AlignLeft);
  connect(use, &QPushButton::clicked, this, [this] {
    Q_EMIT theirsChosen();
    reject();
  });
  nameButton(ok(), tr("Save mine over it"));
  nameButton(cancel(), tr("Go on editing"));
  resize(760, 420);
}

KnowledgeHistoryDialog::KnowledgeHistoryDialog(const Context& context, const QString& key, const QString& language,
                                               QWidget* parent)
    : DialogBase(u"knowledgeHistory"_s, parent), context_(context), key_(key), language_(language) {
  setHeading(tr("Versions of «%1», %2").arg(guimodels::topicTitle(key), Format::language(language)));
  pages_ = new QStackedWidget(this);
  state_ = new StateView(context.theme, u"knowledgeHistoryState"_s, pages_);
  auto* page = new QWidget(pages_);
  auto* row = new QHBoxLayout(page);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(16);
  list_ = new QListWidget(page);
  list_->setObjectName(u"knowledgeHistoryList"_s);
  list_->setAccessibleName(tr("Versions"));
  text_ = shownText(u"knowledgeHistoryText"_s, {}, page);
  text_->setAccessibleName(tr("Text of this version"));
  row->addWidget(list_, 2);
  row->addWidget(text_, 3);
  pages_->addWidget(state_);
  pages_->addWidget(page);
  content()->addWidget(pages_, 1);
  nameButton(ok(), tr("Put into the editor"));
  nameButton(cancel(), tr("Close"));
  ok()->setEnabled(false);
  resize(720, 440);
  connect(list_, &QListWidget::currentRowChanged, this, &KnowledgeHistoryDialog::choose);
  connect(this, &QDialog::accepted, this, [this] {
    if (list_->currentRow() >= 0) Q_EMIT restoreWanted(versions_[static_cast<std::size_t>(list_->currentRow())].text);
  });
  connect(state_->action(), &QPushButton::clicked, this, &KnowledgeHistoryDialog::load);
  load();
}

void KnowledgeHistoryDialog::load() {
  state_->show(StateView::Kind::kLoading, u"clock"_s, tr("Loading versions…"), {});
  pages_->setCurrentWidget(state_);
  context_.api().knowledgeHistory(key_, language_).then(this, [this](const auto& result) {
    if (!result)
      return state_->showError(tr("The versions could not be loaded"), result.error().detail, result.error().requestId);
    versions_ = result->items;
    list_->clear();
    if (versions_.empty())
      return state_->show(StateView::Kind::kEmpty, u"note"_s, tr("There has been no text in this language yet"), {});
    const wire::Millis now = context_.clock().now();
    for (const auto& version : versions_) {
      const QString who = version.updatedBy == u"default" ? tr("came with the program") : version.updatedBy;
      const QString head = version.removed ? tr("%1. removed by %2").arg(version.version).arg(who)
                                           : tr("%1. %2", "number of a version, author").arg(version.version).arg(who);
      list_->addItem(version.updatedAt ? head + u'\n' + Format::moment(*version.updatedAt, now) + u"  ·  "_s +
                                             Format::readAge(*version.updatedAt, now)
                                       : head);
    }
    pages_->setCurrentIndex(1);
    list_->setCurrentRow(0);
    list_->setFocus();
  });
}

void KnowledgeHistoryDialog::choose(int row) {
  const auto* version = row < 0 ? nullptr : &versions_[static_cast<std::size_t>(row)];
  text_->setPlainText(version ? version->text : QString());
  ok()->setEnabled(version && !version->removed);
}

NewTopicDialog::NewTopicDialog(const Context& context, QWidget* parent)
    : DialogBase(u"newTopic"_s, parent), context_(context) {
  setHeading(tr("New topic"));
  edit_ = new QLineEdit(this);
  edit_->setObjectName(u"newTopicEdit"_s);
  edit_->setAccessibleName(tr("Name of the topic"));
  edit_->setPlaceholderText(tr("for example: laundry"));
  content()->addWidget(edit_);
  hint_ = makeLabel(this, nullptr, "muted");
  hint_->setObjectName(u"newTopicHint"_s);
  content()->addWidget(hint_);
  nameButton(ok(), tr("Write its text"));
  connect(edit_, &QLineEdit::textChanged, this, &NewTopicDialog::refresh);
  refresh();
}

QString NewTopicDialog::keyOf(const QString& typed) {
  const QString folded = guicore::toQt(wire::fold(guicore::toStd(typed.trimmed())));
  QString out;
  for (const QChar c : folded) {
    const bool plain = (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_' || c == u'-' || c == u'.';
    if (plain)
      out += c;
    else if (!out.isEmpty() && !out.endsWith(u'_'))
      out += u'_';
  }
  while (out.endsWith(u'_')) out.chop(1);
  return out.left(kKeyLength);
}

QString NewTopicDialog::key() const {
  return keyOf(edit_->text());
}

void NewTopicDialog::refresh() {
  const QString made = key();
  ok()->setEnabled(!made.isEmpty());
  if (made.isEmpty())
    hint_->setText(tr("The bot finds the text by this name. Letters, digits and spaces."));
  else if (context_.workspace.knowledge().contains(made))
    hint_->setText(tr("There is «%1» already: its texts will be shown.").arg(made));
  else
    hint_->setText(tr("It will be kept as «%1».").arg(made));
}

}  // namespace hotel::guiwidgets
