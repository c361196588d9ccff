#include "widgets/flow_layout.h"

#include <QStyle>
#include <QWidget>

namespace hotel::guiwidgets {

FlowLayout::FlowLayout(int gap, QWidget* parent) : QLayout(parent), gap_(gap) {
  setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() {
  qDeleteAll(items_);
}

int FlowLayout::heightForWidth(int width) const {
  return place(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::minimumSize() const {
  QSize size;
  for (const QLayoutItem* item : items_) size = size.expandedTo(item->minimumSize());
  return size;
}

void FlowLayout::setGeometry(const QRect& rect) {
  QLayout::setGeometry(rect);
  place(rect, true);
}

int FlowLayout::place(const QRect& rect, bool apply) const {
  int x = rect.left(), y = rect.top(), line = 0;
  for (QLayoutItem* item : items_) {
    const QSize size = item->sizeHint().boundedTo(QSize(rect.width(), item->sizeHint().height()));
    if (x > rect.left() && x + size.width() > rect.right() + 1) {
      x = rect.left();
      y += line + gap_;
      line = 0;
    }
    if (apply)
      item->setGeometry(QStyle::visualRect(parentWidget()->layoutDirection(), rect, QRect(QPoint(x, y), size)));
    x += size.width() + gap_;
    line = qMax(line, size.height());
  }
  return y + line - rect.top();
}

}  // namespace hotel::guiwidgets
