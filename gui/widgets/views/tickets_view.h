// What the bot left to people: the list of requests with their age, and the chosen one in full with «Done», the way to
// its conversation, and for a question «Add to knowledge». Done ones are read when they are asked for. GUI thread.
#pragma once

#include <QSortFilterProxyModel>
#include <QWidget>

#include "widgets/context.h"
#include "wire/ticket.h"

class QButtonGroup;
class QFrame;
class QLabel;
class QListView;
class QPushButton;
class QStackedWidget;

namespace hotel::guiwidgets {

class Banner;
class Chip;
class StateView;

class TicketsView : public QWidget {
  Q_OBJECT
 public:
  explicit TicketsView(const Context& context, QWidget* parent = nullptr);

 Q_SIGNALS:
  void conversationWanted(const QString& id);
  void knowledgeWanted(const QString& ticketId);  // its question shall become an entry
  void undoable(const QString& text, std::function<void()> undo);

 private:
  class Filter : public QSortFilterProxyModel {
   public:
    explicit Filter(QObject* parent) : QSortFilterProxyModel(parent) {}
    void show(bool open);
    bool open() const { return open_; }

   protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

   private:
    bool open_ = true;
  };

  QWidget* makeDetail();
  void retranslate();
  void refresh();
  void refreshDetail();
  void showState();
  void choose(bool open);
  void loadDone();
  void setDone(const QString& id, bool done);
  const wire::Ticket* current() const;

  Context context_;
  Filter* filter_;
  QLabel* title_;
  QPushButton* open_tab_;
  QPushButton* done_tab_;
  Banner* banner_;
  QStackedWidget* pages_;
  StateView* state_;
  QWidget* content_;
  QListView* list_;
  QFrame* card_;
  QLabel* kind_;
  Chip* times_;
  QLabel* guest_;
  QLabel* text_;
  QLabel* facts_;
  QPushButton* conversation_;
  QPushButton* knowledge_;
  QPushButton* done_;
  bool loaded_ = false;
  bool done_loaded_ = false;
  guicore::ApiError error_;
};

}  // namespace hotel::guiwidgets
