// The small dialogs of a conversation: assign, snooze, hand back. They only ask; the conversation view acts.
#pragma once

#include "widgets/context.h"
#include "widgets/dialogs/dialog_base.h"

class QComboBox;
class QDateTimeEdit;
class QListWidget;
class QPlainTextEdit;

namespace hotel::guiwidgets {

class AssignDialog : public DialogBase {
  Q_OBJECT
 public:
  AssignDialog(const Context& context, const QString& assignee, QWidget* parent);
  QString user() const;  // empty: nobody

 private:
  QComboBox* who_;
  QString me_;
};

class SnoozeDialog : public DialogBase {
  Q_OBJECT
 public:
  SnoozeDialog(wire::Millis now, QWidget* parent);
  wire::Millis until() const;

 private:
  QListWidget* choices_;
  QDateTimeEdit* time_;
};

class HandBackDialog : public DialogBase {
  Q_OBJECT
 public:
  explicit HandBackDialog(QWidget* parent);
  QString note() const;

 private:
  QPlainTextEdit* note_;
};

}  // namespace hotel::guiwidgets
