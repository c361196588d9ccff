#include "widgets/views/knowledge_view.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include "core/text.h"
#include "models/roles.h"
#include "widgets/controls.h"
#include "widgets/delegates/knowledge_delegate.h"
#include "widgets/dialogs/knowledge_dialogs.h"
#include "widgets/format.h"
#include "widgets/views/knowledge_editor.h"
#include "wire/text.h"

namespace hotel::guiwidgets {
using guicore::toQt;
using guicore::toStd;
using guimodels::KnowledgeRole;
using guimodels::KnowledgeState;
using guimodels::role;
using namespace Qt::StringLiterals;

void KnowledgeView::Filter::look(const QString& words, bool onlyToDo) {
  words_ = wire::fold(toStd(words.trimmed()));
  only_ = onlyToDo;
  invalidateFilter();
}

bool KnowledgeView::Filter::filterAcceptsRow(int row, const QModelIndex& parent) const {
  std::string all;
  bool toDo = false;
  for (int column = 0; column < sourceModel()->columnCount(); ++column) {
    const auto index = sourceModel()->index(row, column, parent);
    all += wire::fold(toStd(index.data().toString())) + '\n';
    if (column == 0)
      all += toStd(index.data(role(KnowledgeRole::kKey)).toString()) + '\n';
    else
      toDo = toDo || index.data(role(KnowledgeRole::kState)).toInt() != static_cast<int>(KnowledgeState::kWritten);
  }
  return (!only_ || toDo) && (words_.empty() || all.find(words_) != std::string::npos);
}

KnowledgeView::KnowledgeView(const Context& context, QWidget* parent)
    : QWidget(parent), context_(context), filter_(new Filter(this)) {
  setObjectName(u"knowledgeView"_s);
  auto& model = context.workspace.knowledge();
  filter_->setSourceModel(&model);
  build();
  for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
    connect(filter_, signal, this, &KnowledgeView::refresh);
  connect(filter_, &QAbstractItemModel::modelReset, this, &KnowledgeView::refresh);
  connect(&model, &guimodels::KnowledgeModel::entryChanged, this, &KnowledgeView::refresh);
  auto& engine = context.engine();
  connect(&engine, &guicore::SyncEngine::connectionChanged, this, &KnowledgeView::onConnection);
  connect(&engine, &guicore::SyncEngine::conversationsReset, this, [this] {
    loaded_ = false;
    read_at_ = 0;
    asked_.clear();
    refresh();
  });
  connect(&engine, &guicore::SyncEngine::knowledgeChanged, this, [this] { again_ = loading_; });
  const auto look = [this] {
    filter_->look(search_->text(), only_->isChecked());
    refresh();
  };
  connect(search_, &QLineEdit::textChanged, this, look);
  connect(only_, &QPushButton::toggled, this, look);
  connect(new_, &QPushButton::clicked, this, &KnowledgeView::newTopic);
  connect(state_->action(), &QPushButton::clicked, this, [this] {
    if (state_->kind() == StateView::Kind::kError) return load();
    search_->clear();
    only_->setChecked(false);
  });
  connect(table_->selectionModel(), &QItemSelectionModel::currentChanged, this, &KnowledgeView::onCurrent);
  connect(table_, &QTableView::activated, editor_, &KnowledgeEditor::focusText);
  connect(editor_, &KnowledgeEditor::conversationWanted, this, &KnowledgeView::conversationWanted);
  connect(editor_, &KnowledgeEditor::undoable, this, &KnowledgeView::undoable);
  connect(editor_, &KnowledgeEditor::editsChanged, table_->viewport(), qOverload<>(&QWidget::update));
  connect(editor_, &KnowledgeEditor::failed, this, [this](const QString& what) {
    if (what.isEmpty()) return banner_->hide();
    banner_->show(u"danger"_s, u"error"_s, what);
  });
  context.workspace.wheel().subscribe(this, std::chrono::seconds(5), [this](wire::Millis) {
    if (isVisible()) showAge();
  });
  retranslating(this, [this] { retranslate(); });
}

void KnowledgeView::buildHead(QWidget* parent) {
  title_ = makeLabel(parent, "title");
  title_->setWordWrap(false);
  setPointSize(title_, 1.4, true);
  samples_ = new Chip(parent);
  samples_->setObjectName(u"knowledgeSamples"_s);
  missing_ = new Chip(parent);
  missing_->setObjectName(u"knowledgeMissing"_s);
  search_ = new QLineEdit(parent);
  search_->setObjectName(u"knowledgeSearch"_s);
  search_->setClearButtonEnabled(true);
  only_ = makeButton(u""_s, u"knowledgeOnly"_s, parent);
  only_->setProperty("toggle", true);
  only_->setCheckable(true);
  new_ = makeButton(u""_s, u"knowledgeNew"_s, parent);
}

void KnowledgeView::build() {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(24, 20, 24, 12);
  layout->setSpacing(12);
  buildHead(this);
  auto* head = new QHBoxLayout;
  head->setSpacing(12);
  head->addWidget(title_);
  head->addWidget(samples_);
  head->addWidget(missing_);
  head->addStretch();
  head->addWidget(new_);
  layout->addLayout(head);
  auto* tools = new QHBoxLayout;
  tools->setSpacing(8);
  tools->addWidget(search_, 1);
  tools->addWidget(only_);
  layout->addLayout(tools);
  banner_ = new Banner(context_.theme, u"knowledgeBanner"_s, this);
  banner_->setClosable(true);
  layout->addWidget(banner_);
  split_ = new QSplitter(this);
  split_->setChildrenCollapsible(false);
  split_->setHandleWidth(16);
  pages_ = new QStackedWidget(split_);
  state_ = new StateView(context_.theme, u"knowledgeState"_s, pages_);
  table_ = new QTableView(pages_);
  table_->setObjectName(u"knowledgeTable"_s);
  table_->setModel(filter_);
  table_->setItemDelegate(new KnowledgeDelegate(context_, table_));
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table_->setTabKeyNavigation(false);
  table_->setShowGrid(false);
  if (auto* corner = table_->findChild<QAbstractButton*>()) corner->setObjectName(u"knowledgeCorner"_s);
  table_->horizontalHeader()->setObjectName(u"knowledgeHeader"_s);
  table_->verticalHeader()->setObjectName(u"knowledgeRows"_s);
  table_->verticalHeader()->hide();
  table_->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  table_->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
  table_->horizontalHeader()->setHighlightSections(false);
  table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
  pages_->addWidget(state_);
  pages_->addWidget(table_);
  auto* card = new QFrame(split_);
  card->setProperty("card", true);
  auto* inside = new QVBoxLayout(card);
  inside->setContentsMargins(0, 0, 0, 0);
  editor_ = new KnowledgeEditor(context_, card);
  editor_->hide();
  inside->addWidget(editor_);
  split_->addWidget(pages_);
  split_->addWidget(card);
  split_->setStretchFactor(0, 3);
  split_->setStretchFactor(1, 2);
  layout->addWidget(split_, 1);
  age_ = makeLabel(this, nullptr, "muted");
  age_->setObjectName(u"knowledgeAge"_s);
  layout->addWidget(age_);
}

void KnowledgeView::retranslate() {
  title_->setText(tr("Knowledge"));
  setAccessibleName(tr("Knowledge"));
  table_->setAccessibleName(tr("Topics and their texts"));
  search_->setPlaceholderText(tr("Search topics and texts"));
  search_->setAccessibleName(tr("Search topics and texts"));
  nameButton(only_, tr("Only what needs a text"));
  nameButton(new_, tr("New topic…"));
  context_.workspace.knowledge().retranslate();
  refresh();
}

void KnowledgeView::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  load();
}

void KnowledgeView::onConnection() {
  const bool live = context_.engine().connection().live();
  if (std::exchange(live_, live) != live && live && isVisible()) load();
  refresh();
}

void KnowledgeView::load() {
  if (loading_ || context_.api().token().isEmpty()) return;
  if (!wire::allows(context_.engine().user().roles, wire::Right::kFrontdesk)) return refresh();
  loading_ = true;
  again_ = false;
  error_ = {};
  context_.api().knowledge().then(this, [this](const auto& result) {
    loading_ = false;
    if (again_) return load();
    if (result) {
      loaded_ = true;
      read_at_ = context_.clock().now();
      context_.workspace.knowledge().setAll(result->items);
    } else {
      error_ = result.error();
    }
    refresh();
    if (loaded_ && !asked_.isEmpty()) answer(std::exchange(asked_, {}));
  });
  refresh();
}

void KnowledgeView::refresh() {
  auto& model = context_.workspace.knowledge();
  const bool live = context_.engine().connection().live();
  samples_->setVisible(model.samples() > 0);
  if (model.samples() > 0) samples_->show(u"warning"_s, tr("%n sample text(s) to replace", nullptr, model.samples()));
  missing_->setVisible(model.missing() > 0);
  if (model.missing() > 0) missing_->show(u"danger"_s, tr("%n text(s) missing", nullptr, model.missing()));
  new_->setEnabled(loaded_ && live);
  new_->setToolTip(live ? new_->text() : context_.engine().whyNoSending());
  if (!table_->currentIndex().isValid() && filter_->rowCount() > 0 && editor_->key().isEmpty())
    table_->setCurrentIndex(filter_->index(0, 0));
  editor_->setVisible(loaded_ && !editor_->key().isEmpty());
  showState();
  showAge();
}

void KnowledgeView::showState() {
  if (filter_->rowCount() > 0) {
    pages_->setCurrentWidget(table_);
    return;
  }
  pages_->setCurrentWidget(state_);
  const auto& roles = context_.engine().user().roles;
  if (!roles.empty() && !wire::allows(roles, wire::Right::kFrontdesk))
    state_->show(StateView::Kind::kForbidden, u"lock"_s, tr("No permission"),
                 tr("Your role may not change what the bot says."));
  else if (!error_.code.isEmpty() && !loaded_)
    state_->showError(tr("The knowledge base could not be loaded"), error_.detail, error_.requestId);
  else if (!loaded_)
    state_->show(StateView::Kind::kLoading, u"clock"_s, tr("Loading the knowledge base…"), {});
  else if (filter_->filtering())
    state_->show(StateView::Kind::kFiltered, u"search"_s, tr("No topic matches"), {}, tr("Clear the filter"));
  else
    state_->show(StateView::Kind::kEmpty, u"note"_s, tr("The knowledge base is empty"),
                 tr("What guests ask and the bot shall answer by itself is written here, in each language."));
}

void KnowledgeView::showAge() {
  const bool live = context_.engine().connection().live();
  if (read_at_ == 0) return age_->clear();
  const QString age = Format::readAge(read_at_, context_.clock().now());
  age_->setText(live ? tr("Read %1; changes by others appear at once.").arg(age)
                     : tr("Offline: this was read %1 (%2). Nothing can be saved now; what you write is kept.")
                           .arg(age, Format::clock(read_at_)));
  guiwidgets::setProperty(age_, "tone", live ? u"muted"_s : u"warning"_s);
}

void KnowledgeView::onCurrent(const QModelIndex& current) {
  if (!current.isValid()) return;
  const QString key = current.data(role(KnowledgeRole::kKey)).toString();
  const QString language = current.data(role(KnowledgeRole::kLanguage)).toString();
  editor_->open(key, language);
  editor_->setVisible(loaded_);
}

// Also a topic that has no row: the editor shows it, the table chooses nothing.
void KnowledgeView::select(const QString& key, const QString& language) {
  if (const int row = context_.workspace.knowledge().rowOf(key); row >= 0) {
    search_->clear();
    only_->setChecked(false);
    const auto index = filter_->mapFromSource(context_.workspace.knowledge().index(row, 0));
    const QSignalBlocker quiet(table_->selectionModel());
    table_->setCurrentIndex(index);
    table_->selectRow(index.row());
    table_->scrollTo(index);
  } else {
    table_->clearSelection();
    table_->setCurrentIndex({});
  }
  table_->viewport()->update();
  editor_->open(key, language);
  editor_->show();
}

void KnowledgeView::newTopic() {
  auto* dialog = new NewTopicDialog(context_, this);
  connect(dialog, &QDialog::accepted, this, [this, dialog] {
    select(dialog->key());
    editor_->focusText();
  });
  dialog->open();
}

void KnowledgeView::answer(const QString& ticketId) {
  if (!loaded_) {
    asked_ = ticketId;
    return;
  }
  const auto* found = context_.workspace.tickets().find(ticketId);
  if (!found) return;
  const wire::Ticket ticket = *found;
  const auto begin = [this, ticket](const QString& key) {
    select(key, toQt(ticket.language));
    editor_->answer(ticket, key);
  };
  if (!ticket.topic.empty()) return begin(toQt(ticket.topic));
  auto* dialog = new NewTopicDialog(context_, this);  // nobody knows what the question is about
  connect(dialog, &QDialog::accepted, this, [dialog, begin] { begin(dialog->key()); });
  dialog->open();
}

}  // namespace hotel::guiwidgets
