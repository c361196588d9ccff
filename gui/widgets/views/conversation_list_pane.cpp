#include "widgets/views/conversation_list_pane.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include "core/text.h"
#include "models/roles.h"
#include "widgets/command_registry.h"
#include "widgets/controls.h"
#include "widgets/delegates/conversation_delegate.h"
#include "wire/text.h"

namespace hotel::guiwidgets {
using guicore::toQt;
using guimodels::ConversationRole;
using guimodels::role;
using namespace Qt::StringLiterals;

void ConversationListView::keyPressEvent(QKeyEvent* event) {
  Q_EMIT touched();
  if (!(event->modifiers() & ~Qt::KeypadModifier) && event->key() >= Qt::Key_A && event->key() <= Qt::Key_Z) {
    bool used = false;
    Q_EMIT letterPressed(event->key(), &used);
    if (used) return;
  }
  if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
    Q_EMIT activated(currentIndex());
    return;
  }
  QListView::keyPressEvent(event);
}

void ConversationListView::mouseMoveEvent(QMouseEvent* event) {
  Q_EMIT touched();
  QListView::mouseMoveEvent(event);
}

void ConversationListView::leaveEvent(QEvent* event) {
  Q_EMIT left();
  QListView::leaveEvent(event);
}

void ConversationListView::focusOutEvent(QFocusEvent* event) {
  Q_EMIT left();
  QListView::focusOutEvent(event);
}

ConversationListPane::ConversationListPane(const Context& context, CommandRegistry& commands, QWidget* parent)
    : QWidget(parent), context_(context), proxy_(context.workspace.makeProxy(context.settings.view())) {
  setObjectName(u"conversationPane"_s);
  setAttribute(Qt::WA_StyledBackground);
  setProperty("pane", u"side"_s);
  build(commands);
  connect(proxy_.get(), &QAbstractItemModel::rowsInserted, this, &ConversationListPane::showState);
  connect(proxy_.get(), &QAbstractItemModel::rowsRemoved, this, &ConversationListPane::showState);
  connect(proxy_.get(), &QAbstractItemModel::modelReset, this, &ConversationListPane::showState);
  connect(proxy_.get(), &QAbstractItemModel::layoutChanged, this, [this] { select(current_); });
  connect(proxy_.get(), &guimodels::ConversationProxy::updatesChanged, this, [this](int updates) {
    nameButton(updates_, tr("%n update(s)", nullptr, updates),
               tr("The order is kept while you work here; press to see the updates"));
    updates_->setVisible(updates > 0);
  });
  connect(updates_, &QPushButton::clicked, this, [this] { proxy_->thaw(); });
  connect(list_, &ConversationListView::touched, this, [this] { proxy_->freeze(); });
  connect(list_, &ConversationListView::left, this, [this] { proxy_->thaw(); });
  connect(&context_.engine(), &guicore::SyncEngine::snapshotFinished, this, [this] {
    snapshot_ = true;
    showState();
  });
  connect(&context_.engine(), &guicore::SyncEngine::conversationsReset, this, [this] { snapshot_ = false; });
  connect(&context_.engine(), &guicore::SyncEngine::connectionChanged, this, &ConversationListPane::showState);
  // What is not in this view changes what an empty one says.
  connect(&context_.workspace, &guimodels::Workspace::countsChanged, this, &ConversationListPane::showState);
  retranslating(this, [this] { retranslate(); });
}

ConversationListPane::~ConversationListPane() {
  list_->setModel(nullptr);
}

void ConversationListPane::build(CommandRegistry& commands) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 12, 0, 0);
  layout->setSpacing(8);
  auto* head = new QVBoxLayout;
  head->setContentsMargins(16, 0, 16, 4);
  head->setSpacing(8);
  title_ = makeLabel(this, "title");
  title_->setObjectName(u"viewTitle"_s);
  setPointSize(title_, 1.2, true);
  search_ = new QLineEdit(this);
  search_->setObjectName(u"searchEdit"_s);
  search_->setClearButtonEnabled(true);
  search_->setMinimumHeight(34);
  auto* icon = search_->addAction(context_.theme.icon(u"search"_s, Ink::kTextMuted), QLineEdit::LeadingPosition);
  connect(&context_.theme, &Theme::changed, icon,
          [this, icon] { icon->setIcon(context_.theme.icon(u"search"_s, Ink::kTextMuted)); });
  head->addWidget(title_);
  head->addWidget(search_);
  layout->addLayout(head);
  updates_ = makeButton(u"link"_s, u"updatesButton"_s, this);
  updates_->hide();
  layout->addWidget(updates_, 0, Qt::AlignHCenter);
  pages_ = new QStackedWidget(this);
  state_ = new StateView(context_.theme, u"listState"_s, pages_);
  list_ = new ConversationListView(pages_);
  list_->setObjectName(u"conversationList"_s);
  list_->setModel(proxy_.get());
  list_->setItemDelegate(new ConversationDelegate(context_.theme, context_.clock(), list_));
  list_->setUniformItemSizes(true);
  list_->setMouseTracking(true);
  list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  list_->setSelectionMode(QAbstractItemView::SingleSelection);
  list_->setFrameShape(QFrame::NoFrame);
  pages_->addWidget(state_);
  pages_->addWidget(list_);
  layout->addWidget(pages_, 1);
  debounce_ = new QTimer(this);
  debounce_->setSingleShot(true);
  debounce_->setInterval(200);
  connect(search_, &QLineEdit::textChanged, this, [this] { debounce_->start(); });
  connect(debounce_, &QTimer::timeout, this, &ConversationListPane::search);
  connect(search_, &QLineEdit::returnPressed, this, [this] {
    debounce_->stop();
    search();
    if (list_->model()->rowCount() > 0) list_->setFocus();
  });
  // The id of the row at the moment of the click, whatever moves afterwards.
  const auto openRow = [this](const QModelIndex& index) {
    current_ = index.data(role(ConversationRole::kId)).toString();
    if (!current_.isEmpty()) Q_EMIT opened(current_);
  };
  connect(list_, &QListView::clicked, this, openRow);
  connect(list_, &QListView::activated, this, openRow);
  connect(list_, &ConversationListView::letterPressed, this,
          [&commands](int key, bool* used) { *used = commands.runListKey(key); });
  connect(state_->action(), &QPushButton::clicked, this, [this] {
    if (state_->kind() == StateView::Kind::kFiltered)
      clearSearch();
    else if (state_->kind() == StateView::Kind::kError)
      context_.engine().resync();
    else
      Q_EMIT allWanted();
  });
}

QString ConversationListPane::viewTitle() const {
  switch (proxy_->view()) {
    case wire::View::kWaiting:
      return tr("Waiting for a person");
    case wire::View::kMine:
      return tr("Assigned to me");
    case wire::View::kUnassigned:
      return tr("Assigned to nobody");
    case wire::View::kAgent:
      return tr("The bot is handling");
    case wire::View::kAll:
      return tr("All conversations");
    case wire::View::kClosed:
      return tr("Resolved");
  }
  return {};
}

void ConversationListPane::retranslate() {
  title_->setText(viewTitle());
  search_->setPlaceholderText(tr("Search names and messages"));
  search_->setAccessibleName(tr("Search names and messages"));
  list_->setAccessibleName(viewTitle());
  nameButton(updates_, tr("%n update(s)", nullptr, proxy_->updates()));
  showState();
}

void ConversationListPane::setView(wire::View view) {
  proxy_->setView(view);
  context_.settings.setView(view);
  retranslate();
  select(current_);
}

void ConversationListPane::select(const QString& id) {
  current_ = id;
  const QModelIndex index = proxy_->indexOf(id);
  if (!index.isValid()) {
    list_->clearSelection();
    list_->setCurrentIndex({});
  } else if (index != list_->currentIndex()) {
    list_->setCurrentIndex(index);
  }
}

void ConversationListPane::step(int by) {
  const int rows = proxy_->rowCount();
  if (rows == 0) return;
  const QModelIndex now = proxy_->indexOf(current_);
  const int row = now.isValid() ? qBound(0, now.row() + by, rows - 1) : by > 0 ? 0 : rows - 1;
  const QString id = proxy_->idAt(row);
  select(id);
  Q_EMIT opened(id);
}

void ConversationListPane::nextNeedingAttention() {
  const QString id = proxy_->nextNeedingAttention(current_);
  if (id.isEmpty()) return;
  select(id);
  Q_EMIT opened(id);
}

void ConversationListPane::focusSearch() {
  search_->setFocus();
  search_->selectAll();
}

void ConversationListPane::clearSearch() {
  search_->clear();
  debounce_->stop();
  search();
}

void ConversationListPane::search() {
  query_ = search_->text().trimmed();
  const int round = ++round_;
  hits_.clear();
  if (query_.isEmpty()) {
    proxy_->setHits(std::nullopt);
    return showState();
  }
  const std::string folded = wire::fold(guicore::toStd(query_));
  auto& model = context_.workspace.conversations();
  for (int row = 0; row < model.rowCount(); ++row) {
    const auto& c = model.at(row);
    if (wire::fold(c.guest.name).find(folded) != std::string::npos || c.guest.phone.find(folded) != std::string::npos)
      hits_ << toQt(c.id);
  }
  applyHits(round, {});
  context_.engine().searchCache(query_, 500, this, [this, round](const std::vector<guicore::CacheDb::Hit>& found) {
    QSet<QString> ids;
    for (const auto& hit : found) ids << hit.conversationId;
    applyHits(round, ids);
  });
  context_.api().search(query_).then(this, [this, round](const auto& result) {
    if (!result) return;  // what the cache found stays
    QSet<QString> ids;
    for (const auto& message : result->items) ids << toQt(message.conversation_id);
    applyHits(round, ids);
  });
}

void ConversationListPane::applyHits(int round, const QSet<QString>& more) {
  if (round != round_) return;
  hits_.unite(more);
  proxy_->setHits(hits_);
  showState();
}

void ConversationListPane::showState() {
  if (proxy_->rowCount() > 0) {
    const bool first = pages_->currentWidget() != list_ && !search_->hasFocus();
    pages_->setCurrentWidget(list_);
    // The list is where work begins; whoever writes already is left alone.
    if (first && (!window()->focusWidget() || qobject_cast<QAbstractButton*>(window()->focusWidget())))
      list_->setFocus();
    return;
  }
  pages_->setCurrentWidget(state_);
  const auto link = context_.engine().connection().link();
  const bool allowed = wire::allows(context_.engine().user().roles, wire::Right::kFrontdesk);
  if (!context_.engine().userName().isEmpty() && !allowed) {
    state_->show(StateView::Kind::kForbidden, u"lock"_s, tr("No permission"),
                 tr("Conversations are for the front desk. Your role does not see what guests write."));
  } else if (proxy_->filtered()) {
    state_->show(StateView::Kind::kFiltered, u"search"_s, tr("Nothing found"),
                 tr("No conversation in this view has «%1».").arg(query_), tr("Clear search"));
  } else if (!snapshot_ && (link == guicore::Link::kOffline || link == guicore::Link::kReconnecting) &&
             context_.workspace.conversations().rowCount() == 0) {
    state_->show(StateView::Kind::kError, u"offline"_s, tr("The server does not answer"),
                 context_.engine().connection().text(context_.clock().now()), tr("Retry"));
  } else if (!snapshot_ && context_.workspace.conversations().rowCount() == 0) {
    state_->show(StateView::Kind::kLoading, u"clock"_s, tr("Loading conversations…"), {});
  } else if (context_.workspace.conversations().rowCount() == 0) {
    state_->show(StateView::Kind::kEmpty, u"inbox"_s, tr("No conversations yet"),
                 tr("They appear here as soon as a guest writes."));
  } else if (proxy_->view() == wire::View::kWaiting) {
    state_->show(StateView::Kind::kEmpty, u"resolve"_s, tr("Nobody is waiting"),
                 tr("The bot is handling %n conversation(s).", nullptr, context_.workspace.count(wire::View::kAgent)),
                 tr("Show them"));
  } else {
    state_->show(StateView::Kind::kEmpty, u"inbox"_s, tr("Nothing in this view"), {});
  }
}

}  // namespace hotel::guiwidgets
