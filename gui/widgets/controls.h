// The small parts that every view is made of. Whatever can be clicked or focused is made here, so that it has an
// objectName, an accessible name and a focus ring. Texts are set by the owner in its retranslate(). GUI thread.
#pragma once

#include <QFrame>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>
#include <functional>

#include "widgets/theme.h"

class QHBoxLayout;
class QTimer;
class QVBoxLayout;

namespace hotel::guiwidgets {

// Sets text, tool tip and accessible name; an icon-only button would have an empty name otherwise.
void nameButton(QAbstractButton* button, const QString& text, const QString& tip = {});
void nameWidget(QWidget* widget, const QString& accessibleName);

QToolButton* makeToolButton(const Theme& theme, const QString& icon, const QString& objectName, QWidget* parent);
QPushButton* makeButton(const QString& kind, const QString& objectName,
                        QWidget* parent);  // "", primary, note, danger, link
QLabel* makeLabel(QWidget* parent, const char* role = nullptr, const char* tone = nullptr);  // plain text, wraps
QFrame* makeRule(QWidget* parent);
void setProperty(QWidget* widget, const char* name, const QVariant& value);  // and lets the style sheet look again
void restyle(QWidget* widget);
void setPointSize(QWidget* widget, double factor, bool bold = false);  // relative to the application's font

// A rounded label with a short state: «Bot», «You», «Unassigned». `kind` is a chip of the style sheet.
class Chip : public QLabel {
  Q_OBJECT
 public:
  explicit Chip(QWidget* parent = nullptr);
  void show(const QString& kind, const QString& text, const QString& accessible = {});
};

// One line that is shortened with «…» and tells the whole in its tool tip and accessible name.
class ElidedLabel : public QLabel {
  Q_OBJECT
 public:
  explicit ElidedLabel(QWidget* parent = nullptr);
  void setFullText(const QString& text);
  QSize minimumSizeHint() const override;
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString full_;
};

// Initials in a stable colour.
class Avatar : public QWidget {
  Q_OBJECT
 public:
  Avatar(const Theme& theme, int size, QWidget* parent = nullptr);
  void setPerson(const QString& name, const QString& key);
  static void paint(QPainter& painter, const QRectF& rect, const QString& name, const QString& key, const Theme& theme);
  static QString initials(const QString& name);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Theme& theme_;
  QString name_;
  QString key_;
};

// A line with icon, text and up to two buttons: connection state, collisions, errors of an action.
class Banner : public QFrame {
  Q_OBJECT
 public:
  Banner(const Theme& theme, const QString& objectName, QWidget* parent = nullptr);
  void show(const QString& kind, const QString& icon, const QString& text);  // info, warning, danger, success, agent
  QString text() const { return text_->text(); }
  QPushButton* action() const { return action_; }
  void setAction(const QString& text, const QString& tip = {});  // empty: none
  void setClosable(bool closable);

 private:
  void paintIcon();
  const Theme& theme_;
  QLabel* icon_;
  QLabel* text_;
  QPushButton* action_;
  QToolButton* close_;
  QString icon_name_;
  QString kind_;
};

// What a view shows instead of its content: loading, nothing yet, nothing for this filter, error, no permission.
class StateView : public QWidget {
  Q_OBJECT
 public:
  enum class Kind { kLoading, kEmpty, kFiltered, kError, kForbidden };
  StateView(const Theme& theme, const QString& objectName, QWidget* parent = nullptr);
  void show(Kind kind, const QString& icon, const QString& title, const QString& detail, const QString& action = {});
  void showError(const QString& title, const QString& detail, const QString& requestId);
  Kind kind() const { return kind_; }
  QPushButton* action() const { return action_; }
  QString title() const { return title_->text(); }
  QString detail() const { return detail_->text(); }

 private:
  void paintIcon();
  const Theme& theme_;
  Kind kind_ = Kind::kLoading;
  QString icon_name_;
  QLabel* icon_;
  QLabel* title_;
  QLabel* detail_;
  QPushButton* action_;
};

// «Resolved. [Undo]» for 8 seconds at the bottom of its parent.
class Toast : public QFrame {
  Q_OBJECT
 public:
  static constexpr int kMillis = 8000;
  Toast(const Theme& theme, QWidget* parent);
  void show(const QString& text, const QString& actionText = {}, std::function<void()> action = {});
  QString text() const { return text_->text(); }
  QPushButton* action() const { return action_; }
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void place();
  QLabel* text_;
  QPushButton* action_;
  QTimer* timer_;
  std::function<void()> run_;
};

// Polite announcement for screen readers (QAccessible::Alert on a live label); Qt 6.4 has no announcement event.
class LiveLabel : public QLabel {
  Q_OBJECT
 public:
  explicit LiveLabel(QWidget* parent);
  void announce(const QString& text);
};

}  // namespace hotel::guiwidgets
