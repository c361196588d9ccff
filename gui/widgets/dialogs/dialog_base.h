// The form of all dialogs: heading, content, buttons at the end; opened with open(), never exec(); focus goes back to
// where it was.
#pragma once

#include <QDialog>
#include <QPointer>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace hotel::guiwidgets {

class DialogBase : public QDialog {
  Q_OBJECT
 public:
  DialogBase(const QString& objectName, QWidget* parent);
  void open() override;

 protected:
  void setHeading(const QString& text);
  QVBoxLayout* content() const { return content_; }
  QPushButton* ok() const { return ok_; }
  QPushButton* cancel() const { return cancel_; }
  void done(int result) override;

 private:
  QLabel* heading_;
  QVBoxLayout* content_;
  QPushButton* ok_;
  QPushButton* cancel_;
  QPointer<QWidget> opener_;
};

}  // namespace hotel::guiwidgets
