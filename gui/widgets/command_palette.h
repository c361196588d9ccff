// Ctrl+K: every command and every conversation, found by words in any order, accents ignored.
#pragma once

#include <QDialog>

#include "models/workspace.h"
#include "widgets/command_registry.h"

class QLineEdit;
class QListWidget;

namespace hotel::guiwidgets {

class CommandPalette : public QDialog {
  Q_OBJECT
 public:
  CommandPalette(CommandRegistry& commands, guimodels::Workspace& workspace, const Theme& theme, QWidget* parent);

 Q_SIGNALS:
  void conversationChosen(const QString& id);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void find(const QString& words);
  void choose();

  CommandRegistry& commands_;
  guimodels::Workspace& workspace_;
  const Theme& theme_;
  QLineEdit* input_;
  QListWidget* list_;
};

}  // namespace hotel::guiwidgets
