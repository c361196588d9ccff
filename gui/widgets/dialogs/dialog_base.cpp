#include "widgets/dialogs/dialog_base.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "widgets/controls.h"

namespace hotel::guiwidgets {
using namespace Qt::StringLiterals;

DialogBase::DialogBase(const QString& objectName, QWidget* parent) : QDialog(parent) {
  setObjectName(objectName);
  setAttribute(Qt::WA_DeleteOnClose);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(24, 20, 24, 20);
  layout->setSpacing(16);
  heading_ = makeLabel(this, "heading");
  setPointSize(heading_, 1.3, true);
  layout->addWidget(heading_);
  content_ = new QVBoxLayout;
  content_->setSpacing(10);
  layout->addLayout(content_, 1);
  auto* buttons = new QHBoxLayout;
  cancel_ = makeButton(u""_s, objectName + u"Cancel"_s, this);
  ok_ = makeButton(u"primary"_s, objectName + u"Ok"_s, this);
  ok_->setAutoDefault(true);
  ok_->setDefault(true);
  buttons->addStretch();
  buttons->addWidget(cancel_);
  buttons->addWidget(ok_);
  layout->addLayout(buttons);
  connect(ok_, &QPushButton::clicked, this, &QDialog::accept);
  connect(cancel_, &QPushButton::clicked, this, &QDialog::reject);
  nameButton(cancel_, tr("Cancel"));
}

void DialogBase::open() {
  opener_ = QApplication::focusWidget();
  setMinimumWidth(qMax(minimumWidth(), 440));
  QDialog::open();
}

void DialogBase::setHeading(const QString& text) {
  heading_->setText(text);
  setWindowTitle(text);
}

void DialogBase::done(int result) {
  QDialog::done(result);
  if (opener_) opener_->setFocus();
}

}  // namespace hotel::guiwidgets
