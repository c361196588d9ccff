// Why the bot says something: what it understood, how sure it is, and each fact with its source and age. Read from the
// `why` object of a message or draft; a member that is missing is not shown.
#pragma once

#include <QSet>
#include <QWidget>

#include "wire/time.h"

class QGridLayout;
class QJsonValue;

namespace hotel::guiwidgets {

class WhyPanel : public QWidget {
  Q_OBJECT
 public:
  explicit WhyPanel(QWidget* parent = nullptr);
  // `shown`: numbers of the facts that stand elsewhere already.
  void showWhy(const QByteArray& whyJson, wire::Millis now, const QSet<int>& shown = {});
  QString text() const { return text_; }  // all of it, for screen readers and tests

  static QString valueText(const QJsonValue& value);
  static QString sourceName(const QString& source);  // «hotel system»
  static QString factName(const QString& what);      // «knowledge:breakfast» becomes «Breakfast»

 private:
  void addLine(const QString& what, const QString& value, const QString& source);
  QGridLayout* grid_;
  QString text_;
};

}  // namespace hotel::guiwidgets
