// Help made from the command registry: the shortcut sheet, where keys can be changed too; and «About».
#pragma once

#include "widgets/command_registry.h"
#include "widgets/dialogs/dialog_base.h"

class QKeySequenceEdit;
class QLabel;
class QTreeWidget;

namespace hotel::guiwidgets {

class ShortcutsDialog : public DialogBase {
  Q_OBJECT
 public:
  ShortcutsDialog(CommandRegistry& commands, QWidget* parent);

 private:
  void fill();
  CommandRegistry& commands_;
  QTreeWidget* tree_;
  QKeySequenceEdit* keys_;
  QPushButton* change_;
  QLabel* problem_;
};

class AboutDialog : public DialogBase {
  Q_OBJECT
 public:
  AboutDialog(const Theme& theme, const QString& server, QWidget* parent);
};

}  // namespace hotel::guiwidgets
