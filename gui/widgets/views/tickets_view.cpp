#include "widgets/views/tickets_view.h"

#include <QButtonGroup>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "core/text.h"
#include "models/desk_texts.h"
#include "models/roles.h"
#include "widgets/controls.h"
#include "widgets/delegates/ticket_delegate.h"
#include "widgets/format.h"

namespace hotel::guiwidgets {
using guicore::toQt;
using guimodels::role;
using guimodels::TicketRole;
using namespace Qt::StringLiterals;

void TicketsView::Filter::show(bool open) {
  open_ = open;
  invalidateFilter();
}

bool TicketsView::Filter::filterAcceptsRow(int row, const QModelIndex& parent) const {
  return sourceModel()->index(row, 0, parent).data(role(TicketRole::kOpen)).toBool() == open_;
}

TicketsView::TicketsView(const Context& context, QWidget* parent)
    : QWidget(parent), context_(context), filter_(new Filter(this)) {
  setObjectName(u"ticketsView"_s);
  filter_->setSourceModel(&context.workspace.tickets());
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(24, 20, 24, 20);
  layout->setSpacing(16);
  auto* head = new QHBoxLayout;
  title_ = makeLabel(this, "title");
  title_->setWordWrap(false);
  setPointSize(title_, 1.4, true);
  head->addWidget(title_);
  head->addSpacing(16);
  auto* group = new QButtonGroup(this);
  const auto tab = [&](const QString& name) {
    auto* button = makeButton(u""_s, name, this);
    button->setProperty("tab", u"reply"_s);
    button->setCheckable(true);
    group->addButton(button);
    head->addWidget(button);
    return button;
  };
  open_tab_ = tab(u"ticketsOpenTab"_s);
  done_tab_ = tab(u"ticketsDoneTab"_s);
  open_tab_->setChecked(true);
  head->addStretch();
  layout->addLayout(head);
  banner_ = new Banner(context.theme, u"ticketsBanner"_s, this);
  banner_->setClosable(true);
  layout->addWidget(banner_);
  pages_ = new QStackedWidget(this);
  state_ = new StateView(context.theme, u"ticketsState"_s, pages_);
  content_ = new QWidget(pages_);
  auto* row = new QHBoxLayout(content_);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(16);
  list_ = new QListView(content_);
  list_->setObjectName(u"ticketsList"_s);
  list_->setModel(filter_);
  list_->setItemDelegate(new TicketDelegate(context, list_));
  list_->setUniformItemSizes(true);
  list_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  row->addWidget(list_, 3);
  row->addWidget(makeDetail(), 2);
  pages_->addWidget(state_);
  pages_->addWidget(content_);
  layout->addWidget(pages_, 1);

  for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
    connect(filter_, signal, this, &TicketsView::refresh);
  connect(filter_, &QAbstractItemModel::modelReset, this, &TicketsView::refresh);
  connect(filter_, &QAbstractItemModel::dataChanged, this, &TicketsView::refreshDetail);
  connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this, &TicketsView::refreshDetail);
  connect(&context.workspace.tickets(), &guimodels::TicketModel::openChanged, this, [this] { retranslate(); });
  connect(&context.engine(), &guicore::SyncEngine::connectionChanged, this, &TicketsView::refresh);
  connect(&context.engine(), &guicore::SyncEngine::conversationsReset, this,
          [this] { loaded_ = done_loaded_ = false; });
  connect(&context.engine(), &guicore::SyncEngine::ticketsLoaded, this, [this] {
    loaded_ = true;
    error_ = {};
    refresh();
  });
  connect(&context.engine(), &guicore::SyncEngine::ticketsFailed, this, [this](const guicore::ApiError& error) {
    error_ = error;
    refresh();
  });
  connect(state_->action(), &QPushButton::clicked, this, [this] {
    error_ = {};
    filter_->open() ? context_.engine().refreshTickets() : loadDone();
    refresh();
  });
  connect(open_tab_, &QPushButton::clicked, this, [this] { choose(true); });
  connect(done_tab_, &QPushButton::clicked, this, [this] { choose(false); });
  connect(list_, &QListView::activated, conversation_, &QPushButton::click);
  connect(conversation_, &QPushButton::clicked, this, [this] {
    if (const auto* ticket = current()) Q_EMIT conversationWanted(toQt(ticket->conversation_id));
  });
  connect(knowledge_, &QPushButton::clicked, this, [this] {
    if (const auto* ticket = current()) Q_EMIT knowledgeWanted(toQt(ticket->id));
  });
  connect(done_, &QPushButton::clicked, this, [this] {
    if (const auto* ticket = current()) setDone(toQt(ticket->id), ticket->state == wire::TicketState::kOpen);
  });
  context.workspace.wheel().subscribe(this, std::chrono::seconds(20), [this](wire::Millis) {
    if (!isVisible()) return;
    list_->viewport()->update();
    refreshDetail();
  });
  retranslating(this, [this] { retranslate(); });
}

QWidget* TicketsView::makeDetail() {
  card_ = new QFrame(content_);
  card_->setProperty("card", true);
  card_->setMinimumWidth(320);
  auto* layout = new QVBoxLayout(card_);
  layout->setContentsMargins(20, 16, 20, 16);
  layout->setSpacing(12);
  auto* head = new QHBoxLayout;
  kind_ = makeLabel(card_, "title");
  setPointSize(kind_, 1.15, true);
  times_ = new Chip(card_);
  times_->setObjectName(u"ticketTimes"_s);
  head->addWidget(kind_, 1);
  head->addWidget(times_, 0, Qt::AlignTop);
  layout->addLayout(head);
  guest_ = makeLabel(card_);
  guest_->setObjectName(u"ticketGuest"_s);
  layout->addWidget(guest_);
  auto* quote = new QFrame(card_);
  quote->setProperty("banner", u"info"_s);
  auto* inside = new QVBoxLayout(quote);
  text_ = makeLabel(quote);
  text_->setObjectName(u"ticketText"_s);
  text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  inside->addWidget(text_);
  auto* scroll = new QScrollArea(card_);  // a guest may write pages
  scroll->setObjectName(u"ticketScroll"_s);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  auto* holder = new QWidget(scroll);
  holder->setProperty("pane", u"surface"_s);
  auto* column = new QVBoxLayout(holder);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(12);
  column->addWidget(quote);
  facts_ = makeLabel(holder, nullptr, "muted");
  facts_->setObjectName(u"ticketFacts"_s);
  column->addWidget(facts_);
  column->addStretch();
  scroll->setWidget(holder);
  layout->addWidget(scroll, 1);
  knowledge_ = makeButton(u"primary"_s, u"ticketKnowledgeButton"_s, card_);
  done_ = makeButton(u"primary"_s, u"ticketDoneButton"_s, card_);
  conversation_ = makeButton(u""_s, u"ticketOpenButton"_s, card_);
  layout->addWidget(knowledge_);
  layout->addWidget(done_);
  layout->addWidget(conversation_);
  return card_;
}

const wire::Ticket* TicketsView::current() const {
  const auto id = list_->currentIndex().data(role(TicketRole::kId)).toString();
  return id.isEmpty() ? nullptr : context_.workspace.tickets().find(id);
}

void TicketsView::retranslate() {
  const int open = context_.workspace.tickets().open();
  title_->setText(tr("Requests"));
  setAccessibleName(tr("Requests"));
  list_->setAccessibleName(tr("Requests"));
  nameButton(open_tab_, open > 0 ? tr("Open (%1)").arg(open) : tr("Open"));
  nameButton(done_tab_, tr("Done"));
  nameButton(conversation_, tr("Open conversation"));
  nameButton(knowledge_, tr("Add to knowledge…"));
  refresh();
}

void TicketsView::refresh() {
  if (!list_->currentIndex().isValid() && filter_->rowCount() > 0) list_->setCurrentIndex(filter_->index(0, 0));
  refreshDetail();
  showState();
}

void TicketsView::refreshDetail() {
  const auto* ticket = current();
  card_->setVisible(ticket);
  if (!ticket) return;
  const wire::Millis now = context_.clock().now();
  const bool open = ticket->state == wire::TicketState::kOpen, live = context_.engine().connection().live();
  const bool question = ticket->kind == "unanswered_question";
  kind_->setText(guimodels::ticketKindText(ticket->kind));
  times_->setVisible(ticket->times > 1);
  if (ticket->times > 1) times_->show(u"warning"_s, tr("asked %n times", nullptr, static_cast<int>(ticket->times)));
  guest_->setText(list_->currentIndex().data(role(TicketRole::kGuest)).toString());
  text_->setText(toQt(ticket->text));
  QStringList facts;
  if (!ticket->topic.empty()) facts << tr("Topic: %1").arg(guimodels::topicTitle(toQt(ticket->topic)));
  if (!ticket->language.empty()) facts << tr("Language: %1").arg(Format::language(toQt(ticket->language)));
  facts << tr("Since %1 (%2)").arg(Format::moment(ticket->created_at, now), Format::readAge(ticket->created_at, now));
  if (ticket->times > 1) facts << tr("Asked again %1").arg(Format::readAge(ticket->last_at, now));
  if (ticket->done_at) facts << tr("Done by %1, %2").arg(toQt(ticket->done_by), Format::readAge(*ticket->done_at, now));
  facts_->setText(facts.join(u'\n'));
  nameButton(done_, open ? tr("Mark as done") : tr("Reopen"), live ? QString() : context_.engine().whyNoSending());
  guiwidgets::setProperty(done_, "kind", open && !question ? u"primary"_s : u""_s);
  done_->setEnabled(live);
  knowledge_->setVisible(question && open);
  conversation_->setEnabled(context_.workspace.conversations().find(toQt(ticket->conversation_id)));
}

void TicketsView::showState() {
  if (filter_->rowCount() > 0) {
    pages_->setCurrentWidget(content_);
    return;
  }
  pages_->setCurrentWidget(state_);
  const auto& roles = context_.engine().user().roles;
  if (!roles.empty() && !wire::allows(roles, wire::Right::kFrontdesk))
    state_->show(StateView::Kind::kForbidden, u"lock"_s, tr("No permission"),
                 tr("Your role may not read what guests ask for."));
  else if (error_.status == 404)
    state_->show(StateView::Kind::kEmpty, u"question"_s, tr("This server keeps no requests"),
                 tr("It is of an older release; its notes and alerts tell of them."));
  else if (!error_.code.isEmpty())
    state_->showError(tr("The requests could not be loaded"), error_.detail, error_.requestId);
  else if (!loaded_ || (!filter_->open() && !done_loaded_))
    state_->show(StateView::Kind::kLoading, u"clock"_s, tr("Loading requests…"), {});
  else if (filter_->open())
    state_->show(StateView::Kind::kEmpty, u"check"_s, tr("No open requests"),
                 tr("What the bot leaves to people appears here: services, invoices, transfers, and questions that "
                    "have no entry in the knowledge base."));
  else
    state_->show(StateView::Kind::kEmpty, u"check"_s, tr("Nothing has been done yet"), {});
}

void TicketsView::choose(bool open) {
  filter_->show(open);
  list_->setCurrentIndex(filter_->index(0, 0));
  if (!open && !done_loaded_) loadDone();
  refresh();
}

void TicketsView::loadDone() {
  context_.api().tickets(u"done"_s).then(this, [this](const auto& result) {
    if (result) {
      done_loaded_ = true;
      for (const auto& ticket : result->items) context_.workspace.tickets().apply(ticket);
    } else {
      error_ = result.error();
    }
    refresh();
  });
}

void TicketsView::setDone(const QString& id, bool done) {
  done_->setEnabled(false);
  context_.engine().setTicketDone(id, done).then(this, [this, id, done](const auto& result) {
    if (result) {
      banner_->hide();
      if (done) Q_EMIT undoable(tr("The request is done."), [this, id] { setDone(id, false); });
    } else {
      banner_->show(u"danger"_s, u"error"_s, tr("The request was not changed: %1").arg(result.error().detail));
    }
    refresh();
  });
}

}  // namespace hotel::guiwidgets
