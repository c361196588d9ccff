// A cell of the knowledge base: the text on two lines, or that it is missing; sample texts are marked. Colour is never
// alone: the mark is written too. GUI thread.
#pragma once

#include <QStyledItemDelegate>

#include "widgets/context.h"

namespace hotel::guiwidgets {

class KnowledgeDelegate : public QStyledItemDelegate {
  Q_OBJECT
 public:
  KnowledgeDelegate(const Context& context, QObject* parent) : QStyledItemDelegate(parent), context_(context) {}
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  void paintTopic(QPainter& painter, const QRect& inner, const QModelIndex& index, Qt::LayoutDirection side) const;
  void paintText(QPainter& painter, const QRect& inner, const QModelIndex& index, Qt::LayoutDirection side) const;
  Context context_;
};

}  // namespace hotel::guiwidgets
