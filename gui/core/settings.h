// What the console remembers for this person on this machine. Never a password, never a token (see SecretStore). GUI
// thread.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QSettings>
#include <QString>
#include <QTime>
#include <QUrl>
#include <optional>

#include "wire/filter.h"

namespace hotel::guicore {

enum class Theme { kSystem, kLight, kDark, kHighContrast };
enum class NotificationLevel { kNone, kNameOnly, kPreview };

class Settings : public QObject {
  Q_OBJECT
 public:
  explicit Settings(const QString& file, QObject* parent = nullptr);  // an INI file

  QUrl server() const;
  void setServer(const QUrl& url);
  QString lastUser() const;
  void setLastUser(const QString& name);
  bool staySignedIn() const;
  void setStaySignedIn(bool stay);

  QString language() const;  // "en", "es", "pt_BR"; empty: the system's
  void setLanguage(const QString& language);
  Theme theme() const;
  void setTheme(Theme theme);
  int fontPercent() const;  // 100 … 200
  void setFontPercent(int percent);

  QByteArray geometry(const QString& window) const;
  void setGeometry(const QString& window, const QByteArray& geometry);
  QByteArray windowState(const QString& window) const;
  void setWindowState(const QString& window, const QByteArray& state);

  NotificationLevel notifications() const;  // kNameOnly unless set
  void setNotifications(NotificationLevel level);
  bool sounds() const;
  void setSounds(bool on);
  std::optional<std::pair<QTime, QTime>> doNotDisturb() const;
  void setDoNotDisturb(std::optional<std::pair<QTime, QTime>> span);

  bool enterSends() const;  // false: Enter is a new line, Ctrl+Enter sends
  void setEnterSends(bool on);
  QString shortcut(const QString& command, const QString& fallback) const;
  void setShortcut(const QString& command, const std::optional<QString>& keys);  // nothing: back to the fallback
  QString sortOf(wire::View view) const;  // remembered per view; empty: the view's own
  void setSortOf(wire::View view, const QString& sort);
  wire::View view() const;
  void setView(wire::View view);

  void sync();

 Q_SIGNALS:
  void changed(const QString& key);

 private:
  QVariant read(const QString& key, const QVariant& fallback = {}) const;
  void write(const QString& key, const QVariant& value);
  QSettings store_;
};

}  // namespace hotel::guicore
