// The guest's side, for the sandbox: a telephone on which one writes as a guest (POST /sandbox/messages) and sees what
// arrives there, buttons and lists to press. Reads the conversation with the telephone's number through the same models
// as the inbox; notes and what was not sent are not shown, because a guest does not see them. GUI thread.
#pragma once

#include <QHash>
#include <QWidget>

#include "widgets/context.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace hotel::guiwidgets {

class Banner;

class SimulatorWindow : public QWidget {
  Q_OBJECT
 public:
  explicit SimulatorWindow(const Context& context, QWidget* parent = nullptr);
  ~SimulatorWindow() override;
  QString conversationId() const { return conversation_; }

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void build();
  void retranslate();
  void follow();  // finds the conversation of the number
  void show(int first, int last);
  void addBubble(const wire::Message& message, int at);
  void sendText();
  void press(const QString& id, const QString& title, bool row);
  void post(boost::json::object body);
  void clear();
  void toEnd();
  QString digits() const;

  Context context_;
  QString conversation_;
  guimodels::MessageModel* model_ = nullptr;
  QHash<QString, QWidget*> bubbles_;
  QLineEdit* phone_;
  QLineEdit* name_;
  QLabel* title_;
  QLabel* hint_;
  Banner* banner_;
  QScrollArea* scroll_;
  QWidget* page_;
  QVBoxLayout* column_;
  QLineEdit* text_;
  QPushButton* send_;
  bool sending_ = false;
};

}  // namespace hotel::guiwidgets
