// Every colour of the console. Palettes are JSON in the resources (palettes/*.json); widgets, delegates and the style
// sheet ask here and hold no colour of their own. «System» follows the lightness of the desktop's palette, read at
// construction, because applying a palette hides it. GUI thread only. A palette that lacks a role throws
// std::runtime_error: it is part of the program.
#pragma once

#include <QColor>
#include <QHash>
#include <QIcon>
#include <QObject>
#include <QPalette>
#include <QStringList>
#include <array>

class QApplication;

namespace hotel::guiwidgets {

enum class Ink {
  kWindow,
  kSurface,
  kSurfaceAlt,
  kHover,
  kSelection,
  kBorder,
  kBorderStrong,
  kShadow,
  kText,
  kTextMuted,
  kTextDisabled,
  kAccent,
  kAccentHover,
  kOnAccent,
  kAccentSoft,
  kFocus,
  kRail,
  kRailText,
  kRailActive,
  kRailActiveBackground,
  kChatBackground,
  kBubbleGuest,
  kBubbleStaff,
  kBubbleAgent,
  kBubbleNote,
  kBubbleMeta,
  kTickRead,
  kAgent,
  kAgentSoft,
  kNote,
  kNoteSoft,
  kDanger,
  kOnDanger,
  kDangerSoft,
  kWarning,
  kWarningSoft,
  kSuccess,
  kSuccessSoft,
  kInfo,
  kInfoSoft,
  kCount
};

QString inkName(Ink ink);  // the key in the palette files

class Theme : public QObject {
  Q_OBJECT

 public:
  enum class Mode { kSystem, kLight, kDark, kHighContrast };

  explicit Theme(QObject* parent = nullptr);

  static QStringList paletteNames();                         // light, dark, high_contrast
  static double contrast(const QColor& a, const QColor& b);  // WCAG 2 ratio, 1..21
  static Mode modeFrom(const QString& name);                 // system, light, dark, high_contrast
  static QString nameOf(Mode mode);

  void setMode(Mode mode);
  Mode mode() const { return mode_; }
  bool isDark() const { return dark_; }
  QString paletteName() const { return palette_name_; }
  int revision() const { return revision_; }  // changes with every palette: part of layout and pixmap cache keys

  QColor color(Ink ink) const { return colors_[static_cast<std::size_t>(ink)]; }
  QColor avatarColor(const QString& key) const;  // the same for the same key, always
  QColor onAvatar() const { return on_avatar_; }

  QIcon icon(const QString& name, Ink ink = Ink::kText) const;  // drawn from icons/NAME.svg in that colour
  QPixmap pixmap(const QString& name, Ink ink, int size, qreal ratio) const;

  QPalette qtPalette() const;
  QString styleSheet() const;
  void apply(QApplication& application) const;  // Fusion, palette and style sheet

  void loadPalette(const QString& name);  // also used by tests to look at each palette

 Q_SIGNALS:
  void changed();

 private:
  QString resolved() const;

  Mode mode_ = Mode::kSystem;
  bool system_is_dark_ = false;
  bool dark_ = false;
  int revision_ = 0;
  QString palette_name_;
  std::array<QColor, static_cast<std::size_t>(Ink::kCount)> colors_;
  QList<QColor> avatars_;
  QColor on_avatar_;
  mutable QHash<QString, QPixmap> pixmaps_;
};

}  // namespace hotel::guiwidgets
