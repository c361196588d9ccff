// Why the bot says something: what it understood, how sure it is, and each fact with its source and age. Read from the
// `why` object of a message or draft; a member that is missing is not shown.
#pragma once

#include <QWidget>

#include "wire/time.h"

class QGridLayout;

namespace hotel::guiwidgets {

class WhyPanel : public QWidget {
  Q_OBJECT
 public:
  explicit WhyPanel(QWidget* parent = nullptr);
  void showWhy(const QByteArray& whyJson, wire::Millis now);
  QString text() const { return text_; }  // all of it, for screen readers and tests

 private:
  void addLine(const QString& what, const QString& value, const QString& source);
  QGridLayout* grid_;
  QString text_;
};

}  // namespace hotel::guiwidgets
