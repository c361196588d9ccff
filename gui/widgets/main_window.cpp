#include "widgets/main_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/text.h"
#include "widgets/command_palette.h"
#include "widgets/composer.h"
#include "widgets/controls.h"
#include "widgets/dialogs/settings_dialog.h"
#include "widgets/dialogs/shortcuts_dialog.h"
#include "widgets/docks/guest_dock.h"
#include "widgets/simulator/simulator_window.h"
#include "widgets/views/alerts_view.h"
#include "widgets/views/conversation_list_pane.h"
#include "widgets/views/conversation_view.h"
#include "widgets/views/health_view.h"
#include "widgets/views/inbox_view.h"
#include "widgets/views/knowledge_view.h"
#include "widgets/views/message_list.h"
#include "widgets/views/tickets_view.h"

namespace hotel::guiwidgets {
using guicore::Link;
using guicore::toQt;
using namespace Qt::StringLiterals;

MainWindow::MainWindow(const Context& context, QWidget* parent)
    : QMainWindow(parent), context_(context), commands_(new CommandRegistry(context.settings, context.theme, this)) {
  setObjectName(u"mainWindow"_s);
  setWindowIcon(QIcon(u":/icons/hotel-console.svg"_s));
  auto* central = new QWidget(this);
  auto* layout = new QHBoxLayout(central);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  auto* rail = new QWidget(central);
  layout->addWidget(rail);
  auto* middle = new QVBoxLayout;
  middle->setSpacing(0);
  banner_ = new Banner(context.theme, u"connectionBanner"_s, central);
  auto* margin = new QHBoxLayout;
  margin->setContentsMargins(8, 0, 8, 0);
  margin->addWidget(banner_);
  middle->addLayout(margin);
  pages_ = new QStackedWidget(central);
  middle->addWidget(pages_, 1);
  layout->addLayout(middle, 1);
  setCentralWidget(central);
  buildPages();
  guest_ = new GuestDock(context, this);
  addDockWidget(Qt::RightDockWidgetArea, guest_);
  toast_ = new Toast(context.theme, this);
  addCommands();
  buildStatus();
  buildRail(rail);
  buildMenus();
  connectPages();
  connect(&context.engine(), &guicore::SyncEngine::connectionChanged, this, &MainWindow::refreshConnection);
  connect(&context.workspace, &guimodels::Workspace::countsChanged, this, &MainWindow::refreshBadges);
  connect(&context.workspace.alerts(), &guimodels::AlertModel::openChanged, this, &MainWindow::refreshBadges);
  connect(&context.workspace.tickets(), &guimodels::TicketModel::openChanged, this, &MainWindow::refreshBadges);
  connect(banner_->action(), &QPushButton::clicked, this, [this] {
    if (context_.engine().connection().link() == Link::kSignedOut)
      Q_EMIT signInWanted();
    else
      context_.engine().wakeUp();
  });
  context.workspace.wheel().subscribe(this, std::chrono::seconds(1), [this](wire::Millis) { refreshConnection(); });
  connect(&context.theme, &Theme::changed, this, &MainWindow::paintRail);
  resize(1360, 840);
  restoreGeometry(context.settings.geometry(u"main"_s));
  restoreState(context.settings.windowState(u"main"_s));
  inbox_->restore(context.settings.windowState(u"inbox"_s));
  show(kInbox);
  commands_->attach(this);
  retranslating(this, [this] { retranslate(); });
}

void MainWindow::buildPages() {
  inbox_ = new InboxView(context_, *commands_, pages_);
  tickets_ = new TicketsView(context_, pages_);
  knowledge_ = new KnowledgeView(context_, pages_);
  alerts_ = new AlertsView(context_, pages_);
  health_ = new HealthView(context_, pages_);
  for (QWidget* page : std::initializer_list<QWidget*>{inbox_, tickets_, knowledge_, alerts_, health_})
    pages_->addWidget(page);  // in the order of Page
}

void MainWindow::connectPages() {
  const auto tell = [this](const QString& text, const std::function<void()>& undo) {
    toast_->show(text, undo ? tr("Undo") : QString(), undo);
  };
  connect(inbox_, &InboxView::conversationOpened, this, [this](const QString& id) {
    guest_->setConversation(id);
    commands_->refresh();
  });
  connect(&inbox_->conversation(), &ConversationView::undoable, this, tell);
  connect(guest_, &GuestDock::failed, &inbox_->conversation().composer(), &Composer::showError);
  connect(alerts_, &AlertsView::conversationWanted, this, &MainWindow::openConversation);
  connect(tickets_, &TicketsView::undoable, this, tell);
  connect(tickets_, &TicketsView::conversationWanted, this, &MainWindow::openConversation);
  connect(tickets_, &TicketsView::knowledgeWanted, this, [this](const QString& ticketId) {
    show(kKnowledge);
    knowledge_->answer(ticketId);
  });
  connect(knowledge_, &KnowledgeView::undoable, this, tell);
  connect(knowledge_, &KnowledgeView::conversationWanted, this, &MainWindow::openConversation);
}

bool MainWindow::keepsTickets() const {
  return server_.features.isEmpty() || server_.features.contains(u"tickets"_s);
}

MainWindow::~MainWindow() {
  delete simulator_;
}

SimulatorWindow* MainWindow::simulator() const {
  return simulator_;
}

void MainWindow::addCommands() {
  addConversationCommands();
  addViewCommands();
  const auto add = [this](const char* id, const char* group, const char* icon, const char* keys,
                          std::function<QString()> title, std::function<void()> run,
                          std::function<bool()> enabled = {}) {
    commands_->add({QString::fromLatin1(id), QString::fromLatin1(group), QString::fromLatin1(icon),
                    QString::fromLatin1(keys), CommandRegistry::Scope::kGlobal, std::move(title), std::move(run),
                    std::move(enabled)});
  };
  add(
      "help.shortcuts", "help", "keyboard", "F1", [] { return tr("Keyboard shortcuts…"); },
      [this] { (new ShortcutsDialog(*commands_, this))->open(); });
  add(
      "help.about", "help", "info", "", [] { return tr("About Hotel Console…"); },
      [this] { (new AboutDialog(context_.theme, context_.api().server().toString(), this))->open(); });
  add(
      "view.settings", "view", "settings", "Ctrl+,", [] { return tr("Settings…"); },
      [this] { (new SettingsDialog(context_, this))->open(); });
  add(
      "view.simulator", "view", "simulator", "Ctrl+Shift+G", [] { return tr("Guest simulator"); },
      [this] { openSimulator(); }, [this] { return server_.sandbox; });
  add("view.sign_out", "view", "sign-out", "", [] { return tr("Sign out"); }, [this] { Q_EMIT signOutWanted(); });
  add("view.quit", "view", "close", "Ctrl+Q", [] { return tr("Quit"); }, [this] { close(); });
}

void MainWindow::addConversationCommands() {
  using Scope = CommandRegistry::Scope;
  auto* view = &inbox_->conversation();
  const auto open = [view] { return !view->conversationId().isEmpty(); };
  const auto add = [this, open](const char* id, const char* group, const char* icon, const char* keys, Scope scope,
                                std::function<QString()> title, std::function<void()> run) {
    commands_->add({QString::fromLatin1(id), QString::fromLatin1(group), QString::fromLatin1(icon),
                    QString::fromLatin1(keys), scope, std::move(title), std::move(run), open});
  };
  add(
      "conversation.take_over", "conversation", "takeover", "Ctrl+Shift+T", Scope::kGlobal,
      [] { return tr("Take over"); }, [view] { view->takeOver(); });
  add(
      "conversation.hand_back", "conversation", "bot", "Ctrl+Shift+B", Scope::kGlobal,
      [] { return tr("Hand back to bot…"); }, [view] { view->handBack(); });
  add(
      "conversation.assign", "conversation", "assign", "Ctrl+Shift+A", Scope::kGlobal, [] { return tr("Assign…"); },
      [view] { view->assign(); });
  add(
      "conversation.snooze", "conversation", "snooze", "", Scope::kGlobal, [] { return tr("Snooze…"); },
      [view] { view->snooze(); });
  add(
      "conversation.close", "conversation", "resolve", "", Scope::kGlobal, [] { return tr("Resolve"); },
      [view] { view->close(); });
  add(
      "conversation.mode", "conversation", "note", "Ctrl+Shift+M", Scope::kGlobal,
      [] { return tr("Switch between reply and note"); }, [view] { view->toggleMode(); });
  add(
      "conversation.template", "conversation", "template", "", Scope::kGlobal, [] { return tr("Send a template…"); },
      [view] { view->chooseTemplate(); });
  add(
      "conversation.write", "conversation", "reply", "Ctrl+R", Scope::kGlobal, [] { return tr("Write an answer"); },
      [view] { view->composer().focusEditor(); });
  add(
      "list.assign_me", "list", "assign", "A", Scope::kList, [] { return tr("Assign to me"); },
      [view] { view->assignToMe(); });
  add("list.resolve", "list", "resolve", "E", Scope::kList, [] { return tr("Resolve"); }, [view] { view->close(); });
  add("list.snooze", "list", "snooze", "S", Scope::kList, [] { return tr("Snooze…"); }, [view] { view->snooze(); });
  add(
      "list.unread", "list", "unread", "U", Scope::kList, [] { return tr("Mark unread"); },
      [view] { view->markUnread(); });
  const auto step = [this](const char* id, const char* keys, std::function<QString()> title, int by) {
    commands_->add({QString::fromLatin1(id),
                    u"list"_s,
                    {},
                    QString::fromLatin1(keys),
                    Scope::kList,
                    std::move(title),
                    [this, by] { inbox_->list().step(by); },
                    {}});
  };
  step("list.next", "J", [] { return tr("Next"); }, 1);
  step("list.previous", "K", [] { return tr("Previous"); }, -1);
}

void MainWindow::addViewCommands() {
  const auto add = [this](const char* id, const char* icon, const char* keys, std::function<QString()> title,
                          std::function<void()> run, std::function<bool()> enabled = {}) {
    commands_->add({QString::fromLatin1(id), u"go"_s, QString::fromLatin1(icon), QString::fromLatin1(keys),
                    CommandRegistry::Scope::kGlobal, std::move(title), std::move(run), std::move(enabled)});
  };
  add(
      "go.palette", "command", "Ctrl+K", [] { return tr("Commands…"); },
      [this] {
        auto* palette = new CommandPalette(*commands_, context_.workspace, context_.theme, this);
        connect(palette, &CommandPalette::conversationChosen, this, &MainWindow::openConversation);
        palette->open();
      });
  add("go.inbox", "inbox", "Ctrl+1", [] { return tr("Inbox"); }, [this] { show(kInbox); });
  add("go.alerts", "alerts", "Ctrl+4", [] { return tr("Alerts"); }, [this] { show(kAlerts); });
  add("go.health", "health", "Ctrl+5", [] { return tr("Health"); }, [this] { show(kHealth); });
  add(
      "go.requests", "requests", "Ctrl+6", [] { return tr("Requests"); }, [this] { show(kTickets); },
      [this] { return keepsTickets(); });
  add("go.knowledge", "knowledge", "Ctrl+7", [] { return tr("Knowledge"); }, [this] { show(kKnowledge); });
  add(
      "go.search", "search", "Ctrl+Shift+F", [] { return tr("Search everywhere"); },
      [this] {
        show(kInbox);
        inbox_->setView(wire::View::kAll);
        inbox_->list().focusSearch();
      });
  add(
      "go.search_here", "search", "Ctrl+F", [] { return tr("Search in this view"); },
      [this] {
        show(kInbox);
        inbox_->list().focusSearch();
      });
  add("go.next", "", "Ctrl+Down", [] { return tr("Next conversation"); }, [this] { inbox_->list().step(1); });
  add("go.previous", "", "Ctrl+Up", [] { return tr("Previous conversation"); }, [this] { inbox_->list().step(-1); });
  add(
      "go.next_attention", "", "Ctrl+Shift+Down", [] { return tr("Next that needs attention"); },
      [this] { inbox_->list().nextNeedingAttention(); });
  add("go.last", "", "Ctrl+Tab", [] { return tr("Last conversation"); }, [this] { inbox_->openLast(); });
  add("go.pane", "", "F6", [] { return tr("Next pane"); }, [this] { cyclePane(1); });
  add("go.pane_back", "", "Shift+F6", [] { return tr("Previous pane"); }, [this] { cyclePane(-1); });
  add(
      "go.resync", "refresh", "F5", [] { return tr("Read again from the server"); },
      [this] { context_.engine().resync(); });
}

void MainWindow::buildMenus() {
  for (const QString& group : {u"conversation"_s, u"go"_s, u"view"_s, u"help"_s}) {
    auto* menu = new QMenu(this);
    menu->setObjectName(u"menu_"_s + group);
    for (const auto& command : commands_->all())
      if (command.group == group) menu->addAction(commands_->action(command.id));
    connect(menu, &QMenu::aboutToShow, commands_, &CommandRegistry::refresh);
    menuBar()->addMenu(menu);
    menus_.insert(group, menu);
  }
  // With no Alt+letter there are no mnemonics; F10 opens the bar.
  menuBar()->setObjectName(u"menuBar"_s);
  menuBar()->setNativeMenuBar(false);
}

QToolButton* MainWindow::railButton(Page page, const QString& name, QVBoxLayout* layout) {
  auto* button = new QToolButton(this);
  button->setObjectName(u"rail_"_s + name);
  button->setCheckable(true);
  button->setAutoExclusive(true);
  button->setFocusPolicy(Qt::StrongFocus);
  button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
  button->setIconSize({24, 24});
  button->setMinimumSize(72, 60);
  button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  connect(button, &QToolButton::clicked, this, [this, page] { show(page); });
  auto* badge = new QLabel(button);
  badge->setAlignment(Qt::AlignCenter);
  badge->setAttribute(Qt::WA_TransparentForMouseEvents);
  badge->hide();
  rail_.insert(page, button);
  badges_.insert(page, badge);
  layout->addWidget(button);
  return button;
}

void MainWindow::buildRail(QWidget* rail) {
  rail->setObjectName(u"navRail"_s);
  rail->setAttribute(Qt::WA_StyledBackground);
  auto* layout = new QVBoxLayout(rail);
  layout->setContentsMargins(8, 12, 8, 12);
  layout->setSpacing(4);
  auto* logo = new QLabel(rail);
  logo->setPixmap(QIcon(u":/icons/hotel-console.svg"_s).pixmap(QSize(40, 40), devicePixelRatioF()));
  logo->setAlignment(Qt::AlignCenter);
  layout->addWidget(logo);
  layout->addSpacing(12);
  railButton(kInbox, u"inbox"_s, layout);
  railButton(kTickets, u"requests"_s, layout);
  railButton(kKnowledge, u"knowledge"_s, layout);
  railButton(kAlerts, u"alerts"_s, layout);
  railButton(kHealth, u"health"_s, layout);
  layout->addStretch();
  const auto small = [&](const QString& name) {
    auto* button = new QToolButton(rail);
    button->setObjectName(u"rail_"_s + name);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setIconSize({22, 22});
    button->setMinimumSize(72, 44);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    layout->addWidget(button);
    return button;
  };
  simulator_button_ = small(u"simulator"_s);
  simulator_button_->hide();
  settings_button_ = small(u"settings"_s);
  connect(simulator_button_, &QToolButton::clicked, this, [this] { commands_->run(u"view.simulator"_s); });
  connect(settings_button_, &QToolButton::clicked, this, [this] { commands_->run(u"view.settings"_s); });
  paintRail();
}

void MainWindow::paintRail() {
  const auto icon = [this](QToolButton* button, const QString& name) {
    button->setIcon(context_.theme.icon(name, button->isChecked() ? Ink::kRailActive : Ink::kRailText));
  };
  icon(rail_[kInbox], u"inbox"_s);
  icon(rail_[kTickets], u"requests"_s);
  icon(rail_[kKnowledge], u"knowledge"_s);
  icon(rail_[kAlerts], u"alerts"_s);
  icon(rail_[kHealth], u"health"_s);
  icon(simulator_button_, u"simulator"_s);
  icon(settings_button_, u"settings"_s);
  paintBadges();
  if (link_) refreshConnection();
}

void MainWindow::buildStatus() {
  link_icon_ = new QLabel(this);
  link_ = makeLabel(this);
  link_->setObjectName(u"connectionLabel"_s);
  link_->setWordWrap(false);
  person_ = makeLabel(this, nullptr, "muted");
  person_->setObjectName(u"personLabel"_s);
  person_->setWordWrap(false);
  environment_ = new Chip(this);
  environment_->setObjectName(u"environmentChip"_s);
  environment_->hide();
  auto* left = new QWidget(this);
  auto* row = new QHBoxLayout(left);
  row->setContentsMargins(12, 2, 0, 2);
  row->setSpacing(6);
  row->addWidget(link_icon_);
  row->addWidget(link_);
  statusBar()->addWidget(left);
  statusBar()->addPermanentWidget(person_);
  statusBar()->addPermanentWidget(environment_);
  statusBar()->setSizeGripEnabled(false);
  statusBar()->setContentsMargins(0, 0, 12, 0);
}

void MainWindow::retranslate() {
  const QString place = server_.environment.isEmpty() ? QString() : server_.environment.toUpper();
  setWindowTitle(place.isEmpty() ? tr("Hotel Console") : tr("Hotel Console — %1").arg(place));
  nameButton(rail_[kInbox], tr("Inbox"), tr("Inbox (Ctrl+1)"));
  nameButton(rail_[kTickets], tr("Requests"), tr("Requests (Ctrl+6)"));
  nameButton(rail_[kKnowledge], tr("Knowledge"), tr("Knowledge (Ctrl+7)"));
  nameButton(rail_[kAlerts], tr("Alerts"), tr("Alerts (Ctrl+4)"));
  nameButton(rail_[kHealth], tr("Health"), tr("Health (Ctrl+5)"));
  nameButton(simulator_button_, tr("Guest simulator"));
  nameButton(settings_button_, tr("Settings"));
  for (auto it = menus_.cbegin(); it != menus_.cend(); ++it)
    it.value()->setTitle(CommandRegistry::groupTitle(it.key()));
  commands_->retranslate();
  refreshConnection();
  refreshBadges();
}

void MainWindow::setServer(const ServerInfo& info) {
  server_ = info;
  simulator_button_->setVisible(info.sandbox);
  rail_[kTickets]->setVisible(keepsTickets());
  commands_->refresh();
  retranslate();
}

void MainWindow::refreshConnection() {
  const auto& state = context_.engine().connection();
  const wire::Millis now = context_.clock().now();
  const QString text = state.text(now);
  const bool live = state.live();
  const bool bad = state.link() == Link::kOffline || state.link() == Link::kUntrusted ||
                   state.link() == Link::kVersionMismatch || state.link() == Link::kSignedOut;
  link_->setText(text);
  link_icon_->setPixmap(context_.theme.pixmap(live  ? u"resolve"_s
                                              : bad ? u"offline"_s
                                                    : u"refresh"_s,
                                              live  ? Ink::kSuccess
                                              : bad ? Ink::kDanger
                                                    : Ink::kWarning,
                                              16, devicePixelRatioF()));
  const QString user = context_.engine().userName();
  person_->setText(
      user.isEmpty() ? QString()
                     : tr("%1 · %2", "user name, roles")
                           .arg(user, toQt(wire::join_roles(context_.engine().user().roles)).replace(u","_s, u", "_s)));
  const QString environment = server_.environment;
  if (environment == u"production")
    environment_->show(u"danger"_s, tr("PRODUCTION"));
  else if (server_.sandbox)
    environment_->show(u"info"_s, tr("SANDBOX"), tr("Sandbox: nothing leaves this machine"));
  else if (!environment.isEmpty())
    environment_->show(u"neutral"_s, environment.toUpper());
  else
    environment_->hide();
  if (live || state.link() == Link::kConnecting) return banner_->hide();
  if (state.link() == Link::kSignedOut)
    banner_->setAction(tr("Sign in…"));
  else if (state.link() == Link::kOffline || state.link() == Link::kReconnecting)
    banner_->setAction(tr("Try now"));
  else
    banner_->setAction({});
  const auto asOf = context_.engine().asOf();
  const QString age =
      asOf && !live && state.link() != Link::kResyncing
          ? u"  ·  "_s + tr("as of %1").arg(QLocale().toString(guicore::toLocal(*asOf).time(), QLocale::ShortFormat))
          : QString();
  banner_->show(bad ? u"danger"_s : u"warning"_s, bad ? u"offline"_s : u"refresh"_s, text + age);
}

void MainWindow::refreshBadges() {
  const int waiting = context_.workspace.count(wire::View::kWaiting), alerts = context_.workspace.alerts().open(),
            requests = context_.workspace.tickets().open();
  const auto set = [this](Page page, int count, const QString& name) {
    QLabel* badge = badges_[page];
    badge->setText(count > 99 ? u"99+"_s : QString::number(count));
    badge->setVisible(count > 0);
    rail_[page]->setAccessibleName(name);
  };
  set(kInbox, waiting, waiting > 0 ? tr("Inbox, %n waiting", nullptr, waiting) : tr("Inbox"));
  set(kTickets, requests, requests > 0 ? tr("Requests, %n open", nullptr, requests) : tr("Requests"));
  set(kAlerts, alerts, alerts > 0 ? tr("Alerts, %n open", nullptr, alerts) : tr("Alerts"));
  paintBadges();
}

void MainWindow::paintBadges() {
  for (QLabel* badge : std::as_const(badges_)) {
    badge->setStyleSheet(u"background:%1;color:%2;border-radius:9px;font-weight:600;padding:0 4px"_s.arg(
        context_.theme.color(Ink::kDanger).name(), context_.theme.color(Ink::kOnDanger).name()));
    setPointSize(badge, 0.82, true);
    badge->setFixedSize(qMax(18, badge->fontMetrics().horizontalAdvance(badge->text()) + 10), 18);
    badge->move(badge->parentWidget()->width() / 2 + 6, 4);
  }
}

void MainWindow::show(Page page) {
  pages_->setCurrentIndex(page);
  rail_[page]->setChecked(true);
  for (QToolButton* button : std::as_const(rail_))  // Tab comes to the page that is shown; arrows go to the others
    button->setFocusPolicy(button->isChecked() ? Qt::StrongFocus : Qt::ClickFocus);
  guest_->setVisible(page == kInbox);
  paintRail();
}

void MainWindow::openConversation(const QString& id) {
  show(kInbox);
  if (!context_.workspace.conversations().find(id)) return;
  if (!inbox_->list().proxy().indexOf(id).isValid()) inbox_->setView(wire::View::kAll);
  inbox_->open(id);
  inbox_->list().select(id);
}

void MainWindow::openSimulator() {
  if (!simulator_) simulator_ = new SimulatorWindow(context_);
  simulator_->QWidget::show();
  simulator_->raise();
  simulator_->activateWindow();
}

void MainWindow::cyclePane(int by) {
  QList<QWidget*> panes{rail_[pages_->currentIndex()]};
  if (pages_->currentIndex() == kInbox) panes << inbox_->panes();
  if (guest_->isVisible() && !inbox_->conversation().conversationId().isEmpty())
    panes << guest_->findChild<QWidget*>(u"labelEdit"_s);
  if (pages_->currentIndex() == kTickets) panes << tickets_->findChild<QWidget*>(u"ticketsList"_s);
  if (pages_->currentIndex() == kKnowledge)
    panes << knowledge_->findChild<QWidget*>(u"knowledgeTable"_s)
          << knowledge_->findChild<QWidget*>(u"knowledgeText"_s);
  if (pages_->currentIndex() == kAlerts) panes << alerts_->findChild<QWidget*>(u"alertsList"_s);
  if (pages_->currentIndex() == kHealth) panes << health_->findChild<QWidget*>(u"healthRefresh"_s);
  const QWidget* now = QApplication::focusWidget();
  qsizetype at = -1;
  for (qsizetype i = 0; i < panes.size(); ++i)
    if (now && (panes[i] == now || panes[i]->isAncestorOf(now))) at = i;
  panes[(at + by + panes.size()) % panes.size()]->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::closeEvent(QCloseEvent* event) {
  context_.settings.setGeometry(u"main"_s, saveGeometry());
  context_.settings.setWindowState(u"main"_s, saveState());
  context_.settings.setWindowState(u"inbox"_s, inbox_->state());
  context_.workspace.drafts().flush();
  delete simulator_;
  QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent* event) {
  if (event->type() == QEvent::FontChange && !badges_.isEmpty()) paintBadges();
  QMainWindow::changeEvent(event);
}

}  // namespace hotel::guiwidgets
