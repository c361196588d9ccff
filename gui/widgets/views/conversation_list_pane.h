// The column of conversations: search, the list in one saved view, and its states. Clicks act on the id that was
// painted there; while the pointer is over the list or a row has the keyboard focus the order is frozen for a moment.
// GUI thread.
#pragma once

#include <QListView>
#include <QWidget>
#include <memory>

#include "widgets/context.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTimer;

namespace hotel::guiwidgets {

class CommandRegistry;
class ElidedLabel;
class StateView;

class ConversationListView : public QListView {
  Q_OBJECT
 public:
  explicit ConversationListView(QWidget* parent = nullptr) : QListView(parent) {}

 Q_SIGNALS:
  void letterPressed(int key, bool* used);
  void touched();  // pointer or keyboard is at work here
  void left();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void keyboardSearch(const QString&) override {}  // letters are commands here
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
};

class ConversationListPane : public QWidget {
  Q_OBJECT
 public:
  ConversationListPane(const Context& context, CommandRegistry& commands, QWidget* parent = nullptr);
  ~ConversationListPane() override;

  void setView(wire::View view);
  wire::View view() const { return proxy_->view(); }
  void select(const QString& id);  // shows it as current, if it is in the list
  QString current() const { return current_; }
  void step(int by);  // the next or previous conversation
  void nextNeedingAttention();
  void focusSearch();
  void clearSearch();
  ConversationListView& list() { return *list_; }
  guimodels::ConversationProxy& proxy() { return *proxy_; }

 Q_SIGNALS:
  void opened(const QString& id);
  void allWanted();  // «Show them» of the empty waiting view

 private:
  void build(CommandRegistry& commands);
  void search();
  void applyHits(int round, const QSet<QString>& more);
  void showState();
  void retranslate();
  QString viewTitle() const;

  Context context_;
  std::unique_ptr<guimodels::ConversationProxy> proxy_;
  QString current_;
  QString query_;
  int round_ = 0;
  QSet<QString> hits_;
  bool snapshot_ = false;
  QLabel* title_;
  QLineEdit* search_;
  QPushButton* updates_;
  QStackedWidget* pages_;
  ConversationListView* list_;
  StateView* state_;
  QTimer* debounce_;
};

}  // namespace hotel::guiwidgets
