// The frame: navigation rail, the screens, the guest's dock, connection banner, status bar, menus from the command
// registry. Holds no logic of a screen. Closing it quits; its geometry is remembered. GUI thread.
#pragma once

#include <QHash>
#include <QMainWindow>
#include <QPointer>

#include "widgets/command_registry.h"
#include "widgets/context.h"
#include "widgets/server_info.h"

class QLabel;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace hotel::guiwidgets {

class AlertsView;
class Banner;
class Chip;
class GuestDock;
class HealthView;
class InboxView;
class KnowledgeView;
class SimulatorWindow;
class TicketsView;
class Toast;

class MainWindow : public QMainWindow {
  Q_OBJECT
 public:
  MainWindow(const Context& context, QWidget* parent = nullptr);
  ~MainWindow() override;

  void setServer(const ServerInfo& info);
  void openConversation(const QString& id);
  void openSimulator();
  InboxView& inbox() { return *inbox_; }
  CommandRegistry& commands() { return *commands_; }
  GuestDock& guest() { return *guest_; }
  SimulatorWindow* simulator() const;

 Q_SIGNALS:
  void signOutWanted();
  void signInWanted();

 protected:
  void closeEvent(QCloseEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  enum Page { kInbox, kTickets, kKnowledge, kAlerts, kHealth };
  void addCommands();
  void addConversationCommands();
  void addViewCommands();
  void buildMenus();
  void buildRail(QWidget* rail);
  void buildStatus();
  void buildPages();
  void connectPages();
  bool keepsTickets() const;  // an older server does not
  void show(Page page);
  void cyclePane(int by);
  void refreshConnection();
  void refreshBadges();
  void retranslate();
  void paintRail();
  void paintBadges();
  QToolButton* railButton(Page page, const QString& name, QVBoxLayout* layout);

  Context context_;
  ServerInfo server_;
  CommandRegistry* commands_ = nullptr;
  QStackedWidget* pages_ = nullptr;
  InboxView* inbox_ = nullptr;
  AlertsView* alerts_ = nullptr;
  HealthView* health_ = nullptr;
  TicketsView* tickets_ = nullptr;
  KnowledgeView* knowledge_ = nullptr;
  GuestDock* guest_ = nullptr;
  Banner* banner_ = nullptr;
  Toast* toast_ = nullptr;
  QHash<int, QToolButton*> rail_;
  QHash<int, QLabel*> badges_;
  QHash<QString, QMenu*> menus_;
  QToolButton* settings_button_ = nullptr;
  QToolButton* simulator_button_ = nullptr;
  QLabel* link_icon_ = nullptr;
  QLabel* link_ = nullptr;
  QLabel* person_ = nullptr;
  Chip* environment_ = nullptr;
  QPointer<SimulatorWindow> simulator_;
};

}  // namespace hotel::guiwidgets
