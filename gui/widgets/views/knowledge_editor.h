// One topic of the knowledge base: its text in each language with version, author and age; saving with the version that
// was read, history, removal. What is not saved is kept with the drafts (KnowledgeEdits). When a guest's question is to
// be answered by it, the question stands above, and the first save closes its ticket. GUI thread.
#pragma once

#include <QHash>
#include <QWidget>

#include "widgets/context.h"
#include "wire/ticket.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace hotel::guiwidgets {

class Banner;

class KnowledgeEditor : public QWidget {
  Q_OBJECT
 public:
  explicit KnowledgeEditor(const Context& context, QWidget* parent = nullptr);

  void open(const QString& key, const QString& language = {});  // empty: the language that is shown now
  void answer(const wire::Ticket& ticket, const QString& key);
  QString key() const { return key_; }
  QString language() const { return language_; }
  bool newKey() const;  // nothing of it has been saved yet
  void focusText();

 Q_SIGNALS:
  void failed(const QString& what);
  void undoable(const QString& text, std::function<void()> undo);
  void conversationWanted(const QString& id);
  void editsChanged();

 private:
  void build();
  void retranslate();
  void showLanguage(const QString& language);
  void onText();
  void onEntry(const QString& key, const QString& language);
  void refresh();
  void refreshTabs();
  void save();
  void put(const guicore::KnowledgeEntry& entry);
  void conflict(const guicore::KnowledgeEntry& mine);
  void showConflict(const guicore::KnowledgeEntry& mine);
  void remove();
  void showHistory();
  void discard();
  void loadText();
  std::optional<guicore::KnowledgeEntry> saved() const;
  qint64 base() const;

  Context context_;
  QString key_;
  QString language_;
  std::optional<wire::Ticket> ticket_;
  bool saving_ = false;
  bool filling_ = false;

  QLabel* title_;
  QLabel* key_label_;
  Banner* question_;
  QHash<QString, QPushButton*> tabs_;
  Banner* sample_;
  QPlainTextEdit* text_;
  QLabel* meta_;
  QPushButton* history_;
  QPushButton* remove_;
  QPushButton* discard_;
  QPushButton* save_;
};

}  // namespace hotel::guiwidgets
