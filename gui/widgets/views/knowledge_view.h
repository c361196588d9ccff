// What the bot may say: topics with their texts in three languages, a filter, and the editor of the chosen one. Read
// from the server when it is shown and again after the connection came back; changes of others come by events. The age
// of what is shown is always told. GUI thread.
#pragma once

#include <QSortFilterProxyModel>
#include <QWidget>

#include "widgets/context.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace hotel::guiwidgets {

class Banner;
class Chip;
class KnowledgeEditor;
class StateView;

class KnowledgeView : public QWidget {
  Q_OBJECT
 public:
  explicit KnowledgeView(const Context& context, QWidget* parent = nullptr);

  void answer(const QString& ticketId);  // the question of this ticket shall become an entry
  KnowledgeEditor& editor() { return *editor_; }

 Q_SIGNALS:
  void conversationWanted(const QString& id);
  void undoable(const QString& text, std::function<void()> undo);

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  class Filter : public QSortFilterProxyModel {
   public:
    explicit Filter(QObject* parent) : QSortFilterProxyModel(parent) {}
    void look(const QString& words, bool onlyToDo);
    bool filtering() const { return only_ || !words_.empty(); }

   protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

   private:
    std::string words_;  // folded
    bool only_ = false;
  };

  void build();
  void buildHead(QWidget* parent);
  void retranslate();
  void load();
  void onConnection();
  void refresh();
  void showState();
  void showAge();
  void newTopic();
  void select(const QString& key, const QString& language = {});
  void onCurrent(const QModelIndex& current);

  Context context_;
  Filter* filter_;
  QLabel* title_;
  Chip* samples_;
  Chip* missing_;
  QLineEdit* search_;
  QPushButton* only_;
  QPushButton* new_;
  Banner* banner_;
  QStackedWidget* pages_;
  StateView* state_;
  QSplitter* split_;
  QTableView* table_;
  KnowledgeEditor* editor_;
  QLabel* age_;
  bool loading_ = false;
  bool again_ = false;  // something changed while the list was under way
  bool loaded_ = false;
  bool live_ = false;
  wire::Millis read_at_ = 0;
  guicore::ApiError error_;
  QString asked_;  // a ticket that waits for the first list
};

}  // namespace hotel::guiwidgets
