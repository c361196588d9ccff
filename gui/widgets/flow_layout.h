// Lays chips side by side and wraps them, in the reading direction.
#pragma once

#include <QLayout>
#include <QList>

namespace hotel::guiwidgets {

class FlowLayout : public QLayout {
 public:
  FlowLayout(int gap, QWidget* parent);
  ~FlowLayout() override;
  void addItem(QLayoutItem* item) override { items_ << item; }
  int count() const override { return static_cast<int>(items_.size()); }
  QLayoutItem* itemAt(int index) const override { return items_.value(index); }
  QLayoutItem* takeAt(int index) override {
    return index >= 0 && index < items_.size() ? items_.takeAt(index) : nullptr;
  }
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;
  QSize sizeHint() const override { return minimumSize(); }
  QSize minimumSize() const override;
  void setGeometry(const QRect& rect) override;

 private:
  int place(const QRect& rect, bool apply) const;
  int gap_;
  QList<QLayoutItem*> items_;
};

}  // namespace hotel::guiwidgets
