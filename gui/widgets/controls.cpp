#include "widgets/controls.h"

#include <QAccessible>
#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>
#include <QTimer>
#include <QVBoxLayout>

namespace hotel::guiwidgets {
using namespace Qt::StringLiterals;

void nameButton(QAbstractButton* button, const QString& text, const QString& tip) {
  button->setText(text);
  button->setToolTip(tip.isEmpty() ? text : tip);
  button->setAccessibleName(text);
}

void nameWidget(QWidget* widget, const QString& accessibleName) {
  widget->setAccessibleName(accessibleName);
  if (widget->toolTip().isEmpty()) widget->setToolTip(accessibleName);
}

QToolButton* makeToolButton(const Theme& theme, const QString& icon, const QString& objectName, QWidget* parent) {
  auto* button = new QToolButton(parent);
  button->setObjectName(objectName);
  button->setFocusPolicy(Qt::StrongFocus);
  button->setIconSize({20, 20});
  button->setToolButtonStyle(Qt::ToolButtonIconOnly);
  const auto draw = [&theme, button, icon] { button->setIcon(theme.icon(icon, Ink::kText)); };
  draw();
  QObject::connect(&theme, &Theme::changed, button, draw);
  return button;
}

QPushButton* makeButton(const QString& kind, const QString& objectName, QWidget* parent) {
  auto* button = new QPushButton(parent);
  button->setObjectName(objectName);
  button->setAutoDefault(false);
  if (!kind.isEmpty()) button->setProperty("kind", kind);
  button->setCursor(Qt::PointingHandCursor);
  return button;
}

QLabel* makeLabel(QWidget* parent, const char* role, const char* tone) {
  auto* label = new QLabel(parent);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  if (role) label->setProperty("role", QString::fromLatin1(role));
  if (tone) label->setProperty("tone", QString::fromLatin1(tone));
  return label;
}

QFrame* makeRule(QWidget* parent) {
  auto* rule = new QFrame(parent);
  rule->setProperty("rule", true);
  rule->setFixedHeight(1);
  return rule;
}

void setProperty(QWidget* widget, const char* name, const QVariant& value) {
  if (widget->property(name) == value) return;
  widget->setProperty(name, value);
  restyle(widget);
}

void restyle(QWidget* widget) {
  widget->style()->unpolish(widget);
  widget->style()->polish(widget);
  QEvent event(QEvent::StyleChange);  // frames measure their margins again
  QCoreApplication::sendEvent(widget, &event);
  widget->updateGeometry();
  widget->update();
}

void setPointSize(QWidget* widget, double factor, bool bold) {
  QFont font = widget->font();
  font.setPointSizeF(QApplication::font().pointSizeF() * factor);
  if (bold) font.setWeight(QFont::DemiBold);
  widget->setFont(font);
}

Chip::Chip(QWidget* parent) : QLabel(parent) {
  setTextFormat(Qt::PlainText);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Chip::show(const QString& kind, const QString& text, const QString& accessible) {
  const bool other = property("chip") != kind;
  if (other) {
    setProperty("chip", kind);
    restyle(this);
  }
  if (other || text != this->text()) {
    // The label keeps its size hint while the text is the same; padding came with the kind.
    setText(QString());
    setText(text);
    updateGeometry();
  }
  setAccessibleName(accessible.isEmpty() ? text : accessible);
  QLabel::show();
}

ElidedLabel::ElidedLabel(QWidget* parent) : QLabel(parent) {
  setTextFormat(Qt::PlainText);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ElidedLabel::setFullText(const QString& text) {
  full_ = text;
  setToolTip(text);
  setAccessibleName(text);
  updateGeometry();
  update();
}

QSize ElidedLabel::minimumSizeHint() const {
  return {fontMetrics().horizontalAdvance(u"…"_s), fontMetrics().height() + 2};
}
QSize ElidedLabel::sizeHint() const {
  return {fontMetrics().horizontalAdvance(full_) + 4, fontMetrics().height() + 2};
}

void ElidedLabel::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const auto direction = full_.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight;
  painter.setLayoutDirection(direction);
  style()->drawItemText(
      &painter, rect(),
      static_cast<int>(Qt::AlignVCenter | Qt::AlignAbsolute | (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft)),
      palette(), isEnabled(), fontMetrics().elidedText(full_, Qt::ElideRight, width()), foregroundRole());
}

Avatar::Avatar(const Theme& theme, int size, QWidget* parent) : QWidget(parent), theme_(theme) {
  setFixedSize(size, size);
  connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Avatar::setPerson(const QString& name, const QString& key) {
  name_ = name;
  key_ = key;
  update();
}

QString Avatar::initials(const QString& name) {
  QString out;
  for (const QString& word : name.split(u' ', Qt::SkipEmptyParts)) {
    // A grapheme may be a surrogate pair; digits of a telephone number are no initials.
    const QString first = word.at(0).isHighSurrogate() && word.size() > 1 ? word.left(2) : word.left(1);
    if (!first.at(0).isLetter() && !first.at(0).isHighSurrogate()) continue;
    if (out.isEmpty())
      out = first;
    else {
      out = out.left(first.size() > 1 ? 2 : 1) + first;
    }
  }
  return out.toUpper();
}

void Avatar::paint(QPainter& painter, const QRectF& rect, const QString& name, const QString& key, const Theme& theme) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme.avatarColor(key));
  painter.drawEllipse(rect);
  const QString text = initials(name);
  painter.setPen(theme.onAvatar());
  QFont font = painter.font();
  font.setPixelSize(qMax(8, static_cast<int>(rect.height() * 0.38)));
  font.setWeight(QFont::DemiBold);
  painter.setFont(font);
  if (!text.isEmpty()) {
    painter.drawText(rect, Qt::AlignCenter, text);
  } else {  // a person without a name: head and shoulders
    const QPointF c = rect.center();
    const qreal r = rect.width();
    painter.setPen(QPen(theme.onAvatar(), r * 0.06));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(c - QPointF(0, r * 0.12), r * 0.14, r * 0.14);
    painter.drawArc(QRectF(c.x() - r * 0.25, c.y() + r * 0.09, r * 0.5, r * 0.42), 0, 180 * 16);
  }
  painter.restore();
}

void Avatar::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paint(painter, QRectF(rect()).adjusted(1, 1, -1, -1), name_, key_, theme_);
}

Banner::Banner(const Theme& theme, const QString& objectName, QWidget* parent) : QFrame(parent), theme_(theme) {
  setObjectName(objectName);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(12, 6, 8, 6);
  layout->setSpacing(8);
  icon_ = new QLabel(this);
  text_ = makeLabel(this);
  text_->setObjectName(objectName + u"Text"_s);
  action_ = makeButton(u""_s, objectName + u"Action"_s, this);
  close_ = makeToolButton(theme, u"close"_s, objectName + u"Close"_s, this);
  nameButton(close_, tr("Dismiss"));
  layout->addWidget(icon_, 0, Qt::AlignTop);
  layout->addWidget(text_, 1);
  layout->addWidget(action_);
  layout->addWidget(close_);
  action_->hide();
  close_->hide();
  connect(close_, &QToolButton::clicked, this, &QWidget::hide);
  connect(&theme, &Theme::changed, this, &Banner::paintIcon);
  hide();
}

void Banner::show(const QString& kind, const QString& icon, const QString& text) {
  kind_ = kind;
  icon_name_ = icon;
  text_->setText(text);
  setAccessibleName(text);
  setProperty("banner", kind);
  restyle(this);
  paintIcon();
  QFrame::show();
}

void Banner::paintIcon() {
  if (icon_name_.isEmpty()) return;
  const Ink ink = kind_ == u"danger"    ? Ink::kDanger
                  : kind_ == u"warning" ? Ink::kWarning
                  : kind_ == u"success" ? Ink::kSuccess
                  : kind_ == u"agent"   ? Ink::kAgent
                                        : Ink::kInfo;
  icon_->setPixmap(theme_.pixmap(icon_name_, ink, 20, devicePixelRatioF()));
}

void Banner::setAction(const QString& text, const QString& tip) {
  nameButton(action_, text, tip);
  action_->setVisible(!text.isEmpty());
}

void Banner::setClosable(bool closable) {
  nameButton(close_, tr("Dismiss"));
  close_->setVisible(closable);
}

StateView::StateView(const Theme& theme, const QString& objectName, QWidget* parent) : QWidget(parent), theme_(theme) {
  setObjectName(objectName);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(24, 24, 24, 24);
  layout->setSpacing(8);
  icon_ = new QLabel(this);
  icon_->setAlignment(Qt::AlignCenter);
  title_ = makeLabel(this, "title");
  title_->setObjectName(objectName + u"Title"_s);
  title_->setAlignment(Qt::AlignCenter);
  setPointSize(title_, 1.15, true);
  detail_ = makeLabel(this, nullptr, "muted");
  detail_->setObjectName(objectName + u"Detail"_s);
  detail_->setAlignment(Qt::AlignCenter);
  detail_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  action_ = makeButton(u""_s, objectName + u"Action"_s, this);
  layout->addStretch(2);
  layout->addWidget(icon_);
  layout->addWidget(title_);
  layout->addWidget(detail_);
  layout->addSpacing(8);
  layout->addWidget(action_, 0, Qt::AlignHCenter);
  layout->addStretch(3);
  connect(&theme, &Theme::changed, this, &StateView::paintIcon);
}

void StateView::show(Kind kind, const QString& icon, const QString& title, const QString& detail,
                     const QString& action) {
  kind_ = kind;
  icon_name_ = icon;
  title_->setText(title);
  detail_->setText(detail);
  detail_->setVisible(!detail.isEmpty());
  setAccessibleName(title);
  setAccessibleDescription(detail);
  nameButton(action_, action);
  action_->setVisible(!action.isEmpty());
  paintIcon();
  QWidget::show();
}

void StateView::showError(const QString& title, const QString& detail, const QString& requestId) {
  const QString whole = requestId.isEmpty() ? detail : detail + u'\n' + tr("Request %1").arg(requestId);
  show(Kind::kError, u"error"_s, title, whole, tr("Retry"));
}

void StateView::paintIcon() {
  if (!icon_name_.isEmpty())
    icon_->setPixmap(
        theme_.pixmap(icon_name_, kind_ == Kind::kError ? Ink::kDanger : Ink::kTextMuted, 40, devicePixelRatioF()));
}

Toast::Toast(const Theme& theme, QWidget* parent) : QFrame(parent) {
  setObjectName(u"toast"_s);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(16, 8, 8, 8);
  layout->setSpacing(16);
  text_ = new QLabel(this);
  text_->setObjectName(u"toastText"_s);
  text_->setTextFormat(Qt::PlainText);
  action_ = makeButton(u"link"_s, u"toastAction"_s, this);
  layout->addWidget(text_);
  layout->addWidget(action_);
  timer_ = new QTimer(this);
  timer_->setSingleShot(true);
  const auto paint = [this, &theme] {
    const QString text = theme.color(Ink::kRailActive).name();
    setStyleSheet(
        u"QFrame#toast{background:%1;border:1px solid %2;border-radius:8px} QFrame#toast QLabel{color:%3} QFrame#toast QPushButton{color:%3;font-weight:600}"_s
            .arg(theme.color(Ink::kRail).name(), theme.color(Ink::kBorderStrong).name(), text));
  };
  paint();
  connect(&theme, &Theme::changed, this, paint);
  connect(timer_, &QTimer::timeout, this, &QWidget::hide);
  connect(action_, &QPushButton::clicked, this, [this] {
    hide();
    if (const auto run = std::exchange(run_, {})) run();
  });
  parent->installEventFilter(this);
  hide();
}

void Toast::show(const QString& text, const QString& actionText, std::function<void()> action) {
  text_->setText(text);
  setAccessibleName(text);
  run_ = std::move(action);
  nameButton(action_, actionText);
  action_->setVisible(!actionText.isEmpty());
  QFrame::show();
  adjustSize();
  place();
  raise();
  timer_->start(kMillis);
  QAccessibleEvent event(this, QAccessible::Alert);
  QAccessible::updateAccessibility(&event);
}

void Toast::place() {
  const QSize area = parentWidget()->size();
  move((area.width() - width()) / 2, area.height() - height() - 48);
}

bool Toast::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Resize && isVisible()) place();
  return QFrame::eventFilter(watched, event);
}

LiveLabel::LiveLabel(QWidget* parent) : QLabel(parent) {
  setObjectName(u"liveLabel"_s);
  setFixedSize(1, 1);
  setFocusPolicy(Qt::NoFocus);
}

void LiveLabel::announce(const QString& text) {
  setAccessibleName(text);
  QAccessibleEvent event(this, QAccessible::Alert);
  QAccessible::updateAccessibility(&event);
}

}  // namespace hotel::guiwidgets
