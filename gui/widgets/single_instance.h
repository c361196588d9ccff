// One console per person: a second start hands its link to the first over a local socket of that person alone and ends.
// GUI thread.
#pragma once

#include <QLocalServer>
#include <QObject>
#include <QString>

namespace hotel::guiwidgets {

class SingleInstance : public QObject {
  Q_OBJECT
 public:
  explicit SingleInstance(const QString& name, QObject* parent = nullptr);
  bool isFirst();                      // listens from now on if so
  bool handOver(const QString& line);  // to the first one; an empty line only raises its window

 Q_SIGNALS:
  void asked(const QString& line);

 private:
  QString name_;
  QLocalServer server_;
};

}  // namespace hotel::guiwidgets
