// A row of the requests: icon of the kind, kind and guest, the words on one line, the age. GUI thread.
#pragma once

#include <QStyledItemDelegate>

#include "widgets/context.h"

namespace hotel::guiwidgets {

QString ticketIcon(const QString& kind);

class TicketDelegate : public QStyledItemDelegate {
  Q_OBJECT
 public:
  TicketDelegate(const Context& context, QObject* parent) : QStyledItemDelegate(parent), context_(context) {}
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  Context context_;
};

}  // namespace hotel::guiwidgets
