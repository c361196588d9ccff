// «What was said — where it comes from — read at»: each thing that a message of the bot states, with the fact it rests
// on. Read from `why.claims` and `why.facts`; a claim without a fact is marked loudly. GUI thread.
#pragma once

#include <QSet>
#include <QWidget>

#include "wire/time.h"

class QGridLayout;

namespace hotel::guiwidgets {

class ClaimsTable : public QWidget {
  Q_OBJECT
 public:
  explicit ClaimsTable(QWidget* parent = nullptr);
  // The facts that are shown beside a claim. Empty and hidden: the message tells of no claims.
  QSet<int> showClaims(const QByteArray& whyJson, wire::Millis now);
  QString text() const { return text_; }  // all of it, for screen readers and tests

 private:
  void addRow(const QString& said, const QString& source, const QString& age, bool known);
  QGridLayout* grid_;
  QString text_;
};

}  // namespace hotel::guiwidgets
