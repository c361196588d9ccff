// What a person must know, newest first, with «Acknowledge» and the way to its conversation. GUI thread.
#pragma once

#include <QWidget>

#include "widgets/context.h"

class QLabel;
class QListView;
class QPushButton;
class QStackedWidget;

namespace hotel::guiwidgets {

class Banner;
class StateView;

class AlertsView : public QWidget {
  Q_OBJECT
 public:
  explicit AlertsView(const Context& context, QWidget* parent = nullptr);

 Q_SIGNALS:
  void conversationWanted(const QString& id);

 private:
  void retranslate();
  void refresh();
  void acknowledge();

  Context context_;
  QLabel* title_;
  Banner* banner_;
  QStackedWidget* pages_;
  StateView* state_;
  QListView* list_;
  QPushButton* open_;
  QPushButton* acknowledge_;
};

}  // namespace hotel::guiwidgets
