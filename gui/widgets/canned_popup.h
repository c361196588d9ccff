// The list of canned replies above the composer, opened by «/». The editor keeps the focus; the composer passes the
// keys on.
#pragma once

#include <QFrame>
#include <QListView>

#include "models/canned_reply_model.h"
#include "widgets/theme.h"

class QLabel;

namespace hotel::guiwidgets {

class CannedPopup : public QFrame {
  Q_OBJECT
 public:
  CannedPopup(const Theme& theme, guimodels::CannedReplyModel& model, QWidget* parent);
  void open(const QString& words, const QString& language, const QRect& above);  // in the parent's coordinates
  bool handle(int key);  // Up, Down, Enter, Tab, Esc; false: not for us
  QListView* list() const { return list_; }

 Q_SIGNALS:
  void chosen(const QModelIndex& index);

 private:
  guimodels::CannedReplyModel& model_;
  QListView* list_;
  QLabel* empty_;
};

}  // namespace hotel::guiwidgets
