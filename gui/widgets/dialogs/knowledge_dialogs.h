// Questions about an entry of the knowledge base: both texts after a conflict, all versions, a new topic. GUI thread.
#pragma once

#include <vector>

#include "widgets/context.h"
#include "widgets/dialogs/dialog_base.h"

class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QStackedWidget;

namespace hotel::guiwidgets {

class StateView;

// Somebody saved another text meanwhile: accepted() saves mine over it, theirsChosen() throws mine away, rejected()
// goes on editing.
class KnowledgeConflictDialog : public DialogBase {
  Q_OBJECT
 public:
  KnowledgeConflictDialog(const Context& context, const std::optional<guicore::KnowledgeEntry>& theirs,
                          const QString& mine, QWidget* parent);

 Q_SIGNALS:
  void theirsChosen();
};

// Who wrote which text when. The chosen one is put into the editor, where it is saved like any other.
class KnowledgeHistoryDialog : public DialogBase {
  Q_OBJECT
 public:
  KnowledgeHistoryDialog(const Context& context, const QString& key, const QString& language, QWidget* parent);

 Q_SIGNALS:
  void restoreWanted(const QString& text);

 private:
  void load();
  void choose(int row);

  Context context_;
  QString key_;
  QString language_;
  QStackedWidget* pages_;
  StateView* state_;
  QListWidget* list_;
  QPlainTextEdit* text_;
  std::vector<guicore::KnowledgeEntry> versions_;
};

class NewTopicDialog : public DialogBase {
  Q_OBJECT
 public:
  explicit NewTopicDialog(const Context& context, QWidget* parent);
  QString key() const;
  static QString keyOf(const QString& typed);  // «Sala de juegos» becomes sala_de_juegos; empty: no key

 private:
  void refresh();
  Context context_;
  QLineEdit* edit_;
  QLabel* hint_;
};

}  // namespace hotel::guiwidgets
