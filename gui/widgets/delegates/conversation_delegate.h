// Paints a conversation of the list: two lines of a fixed height, everything from the roles of ConversationListModel.
// The whole sentence for screen readers is the model's AccessibleTextRole.
#pragma once

#include <QStyledItemDelegate>

#include "core/gui_clock.h"
#include "widgets/theme.h"

namespace hotel::guiwidgets {

class ConversationDelegate : public QStyledItemDelegate {
  Q_OBJECT
 public:
  ConversationDelegate(const Theme& theme, guicore::GuiClock& clock, QObject* parent = nullptr);
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  struct Lines {
    QRect avatar, first, second;
  };
  static Lines linesOf(const QStyleOptionViewItem& option);
  void paintAvatar(QPainter& painter, const QRect& rect, const QModelIndex& index, const QColor& ground) const;
  void paintFirst(QPainter& painter, QRect rect, const QStyleOptionViewItem& option, const QModelIndex& index) const;
  void paintSecond(QPainter& painter, QRect rect, const QStyleOptionViewItem& option, const QModelIndex& index) const;

  const Theme& theme_;
  guicore::GuiClock& clock_;
};

}  // namespace hotel::guiwidgets
