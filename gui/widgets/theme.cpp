#include "widgets/theme.h"

#include <QApplication>
#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QPixmapCache>
#include <QStyleFactory>
#include <QSvgRenderer>
#include <QtMath>
#include <cmath>
#include <stdexcept>

namespace hotel::guiwidgets {
using namespace Qt::StringLiterals;
namespace {

constexpr std::array<const char*, static_cast<std::size_t>(Ink::kCount)> kInkNames{
    "window",         "surface",      "surfaceAlt",  "hover",       "selection",
    "border",         "borderStrong", "shadow",      "text",        "textMuted",
    "textDisabled",   "accent",       "accentHover", "onAccent",    "accentSoft",
    "focus",          "rail",         "railText",    "railActive",  "railActiveBackground",
    "chatBackground", "bubbleGuest",  "bubbleStaff", "bubbleAgent", "bubbleNote",
    "bubbleMeta",     "tickRead",     "agent",       "agentSoft",   "note",
    "noteSoft",       "danger",       "onDanger",    "dangerSoft",  "warning",
    "warningSoft",    "success",      "successSoft", "info",        "infoSoft"};

double channel(double c) {
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}
double luminance(const QColor& c) {
  return 0.2126 * channel(c.redF()) + 0.7152 * channel(c.greenF()) + 0.0722 * channel(c.blueF());
}

QPixmap drawSvg(const QString& name, const QColor& color, QSize size, qreal ratio) {
  QFile file(u":/icons/"_s + name + u".svg"_s);
  if (!file.open(QIODevice::ReadOnly)) throw std::runtime_error("icon " + name.toStdString() + " is missing");
  QSvgRenderer renderer(file.readAll().replace("#000000", color.name().toLatin1()));
  QPixmap pixmap(size * ratio);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  renderer.render(&painter, QRectF(QPointF(0, 0), QSizeF(pixmap.size())));
  painter.end();
  pixmap.setDevicePixelRatio(ratio);
  return pixmap;
}

// Draws an icon at any size and pixel ratio in one colour, dimmed when disabled.
class SvgEngine : public QIconEngine {
 public:
  SvgEngine(QString name, QColor color, QColor disabled) : name_(std::move(name)), color_(color), disabled_(disabled) {}
  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
    const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
    painter->drawPixmap(rect, draw(rect.size(), ratio, mode));
  }
  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
    return scaledPixmap(size, mode, state, 1.0);
  }
  QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale) override {
    return draw(QSize(qRound(size.width() / scale), qRound(size.height() / scale)), scale, mode);
  }
  QIconEngine* clone() const override { return new SvgEngine(name_, color_, disabled_); }
  QString key() const override { return u"hotel-svg"_s; }

 private:
  QPixmap draw(QSize size, qreal ratio, QIcon::Mode mode) const {
    return drawSvg(name_, mode == QIcon::Disabled ? disabled_ : color_, size, ratio);
  }
  QString name_;
  QColor color_;
  QColor disabled_;
};

}  // namespace

QString inkName(Ink ink) {
  return QString::fromLatin1(kInkNames[static_cast<std::size_t>(ink)]);
}

Theme::Theme(QObject* parent) : QObject(parent) {
  const QPalette system = QGuiApplication::palette();
  system_is_dark_ = system.color(QPalette::WindowText).lightness() > system.color(QPalette::Window).lightness();
  loadPalette(resolved());
}

QStringList Theme::paletteNames() {
  return {u"light"_s, u"dark"_s, u"high_contrast"_s};
}

double Theme::contrast(const QColor& a, const QColor& b) {
  const double x = luminance(a), y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

Theme::Mode Theme::modeFrom(const QString& name) {
  for (const Mode mode : {Mode::kLight, Mode::kDark, Mode::kHighContrast})
    if (name == nameOf(mode)) return mode;
  return Mode::kSystem;
}

QString Theme::nameOf(Mode mode) {
  switch (mode) {
    case Mode::kLight:
      return u"light"_s;
    case Mode::kDark:
      return u"dark"_s;
    case Mode::kHighContrast:
      return u"high_contrast"_s;
    case Mode::kSystem:
      break;
  }
  return u"system"_s;
}

QString Theme::resolved() const {
  if (mode_ == Mode::kSystem) return system_is_dark_ ? u"dark"_s : u"light"_s;
  return nameOf(mode_);
}

void Theme::setMode(Mode mode) {
  mode_ = mode;
  if (resolved() == palette_name_) return;
  loadPalette(resolved());
  Q_EMIT changed();
}

void Theme::loadPalette(const QString& name) {
  QFile file(u":/palettes/"_s + name + u".json"_s);
  if (!file.open(QIODevice::ReadOnly)) throw std::runtime_error("palette " + name.toStdString() + " is missing");
  const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
  const QJsonObject colors = root[u"colors"].toObject();
  for (std::size_t i = 0; i < colors_.size(); ++i) {
    const QColor color(colors[QLatin1StringView(kInkNames[i])].toString());
    if (!color.isValid()) throw std::runtime_error(std::string("palette lacks ") + kInkNames[i]);
    colors_[i] = color;
  }
  avatars_.clear();
  for (const QJsonValue& value : root[u"avatars"].toArray()) avatars_.append(QColor(value.toString()));
  on_avatar_ = QColor(root[u"onAvatar"].toString());
  if (avatars_.isEmpty() || !on_avatar_.isValid()) throw std::runtime_error("palette lacks avatars");
  dark_ = root[u"dark"].toBool();
  palette_name_ = name;
  pixmaps_.clear();
  ++revision_;
}

QColor Theme::avatarColor(const QString& key) const {
  quint32 hash = 2166136261U;  // FNV-1a: qHash is seeded per process
  for (const char c : key.toUtf8()) hash = (hash ^ static_cast<quint8>(c)) * 16777619U;
  return avatars_[static_cast<qsizetype>(hash % static_cast<quint32>(avatars_.size()))];
}

QIcon Theme::icon(const QString& name, Ink ink) const {
  return QIcon(new SvgEngine(name, color(ink), color(Ink::kTextDisabled)));
}

QPixmap Theme::pixmap(const QString& name, Ink ink, int size, qreal ratio) const {
  const QString key = name + u'|' + inkName(ink) + u'|' + QString::number(size) + u'|' + QString::number(ratio);
  auto found = pixmaps_.find(key);
  if (found == pixmaps_.end()) found = pixmaps_.insert(key, drawSvg(name, color(ink), QSize(size, size), ratio));
  return *found;
}

QPalette Theme::qtPalette() const {
  QPalette p;
  const auto set = [&](QPalette::ColorRole role, Ink ink) { p.setColor(QPalette::All, role, color(ink)); };
  set(QPalette::Window, Ink::kWindow);
  set(QPalette::WindowText, Ink::kText);
  set(QPalette::Base, Ink::kSurface);
  set(QPalette::AlternateBase, Ink::kSurfaceAlt);
  set(QPalette::Text, Ink::kText);
  set(QPalette::Button, Ink::kSurface);
  set(QPalette::ButtonText, Ink::kText);
  set(QPalette::BrightText, Ink::kOnAccent);
  set(QPalette::ToolTipBase, Ink::kRail);
  set(QPalette::ToolTipText, Ink::kRailActive);
  set(QPalette::PlaceholderText, Ink::kTextMuted);
  set(QPalette::Highlight, Ink::kAccent);
  set(QPalette::HighlightedText, Ink::kOnAccent);
  set(QPalette::Link, Ink::kAccent);
  set(QPalette::LinkVisited, Ink::kAccent);
  set(QPalette::Light, Ink::kSurface);
  set(QPalette::Midlight, Ink::kSurfaceAlt);
  set(QPalette::Mid, Ink::kBorder);
  set(QPalette::Dark, Ink::kBorderStrong);
  set(QPalette::Shadow, Ink::kShadow);
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
    p.setColor(QPalette::Disabled, role, color(Ink::kTextDisabled));
  return p;
}

QString Theme::styleSheet() const {
  QFile file(u":/palettes/style.qss"_s);
  if (!file.open(QIODevice::ReadOnly)) throw std::runtime_error("the style sheet is missing");
  QString text = QString::fromUtf8(file.readAll());
  for (std::size_t i = 0; i < colors_.size(); ++i)
    text.replace(u"@"_s + QString::fromLatin1(kInkNames[i]) + u"@"_s, colors_[i].name());
  return text;
}

void Theme::apply(QApplication& application) const {
  QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
  QApplication::setPalette(qtPalette());
  application.setStyleSheet(styleSheet());
}

}  // namespace hotel::guiwidgets
