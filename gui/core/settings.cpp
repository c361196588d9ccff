#include "core/settings.h"

#include <algorithm>
#include <array>

#include "core/text.h"

namespace hotel::guicore {
namespace {

template <std::size_t N>
int indexIn(const std::array<const char*, N>& names, const QString& text, int fallback) {
  for (std::size_t i = 0; i < N; ++i)
    if (text == QLatin1StringView(names[i])) return static_cast<int>(i);
  return fallback;
}

constexpr std::array kThemes{"system", "light", "dark", "high-contrast"};
constexpr std::array kLevels{"none", "name", "preview"};
const QString kTime = QStringLiteral("HH:mm");

}  // namespace

Settings::Settings(const QString& file, QObject* parent) : QObject(parent), store_(file, QSettings::IniFormat) {}

QVariant Settings::read(const QString& key, const QVariant& fallback) const {
  return store_.value(key, fallback);
}

void Settings::write(const QString& key, const QVariant& value) {
  if (store_.contains(key) && store_.value(key) == value) return;
  store_.setValue(key, value);
  Q_EMIT changed(key);
}

QUrl Settings::server() const {
  return QUrl(read(QStringLiteral("server")).toString(), QUrl::StrictMode);
}

void Settings::setServer(const QUrl& url) {
  // A password typed into the address must not end up in a file.
  QUrl bare = url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::StripTrailingSlash);
  if (bare.path() == u"/") bare.setPath(QString());
  write(QStringLiteral("server"), bare.toString());
}

QString Settings::lastUser() const {
  return read(QStringLiteral("user")).toString();
}
void Settings::setLastUser(const QString& name) {
  write(QStringLiteral("user"), name);
}
bool Settings::staySignedIn() const {
  return read(QStringLiteral("stay_signed_in"), false).toBool();
}
void Settings::setStaySignedIn(bool stay) {
  write(QStringLiteral("stay_signed_in"), stay);
}

QString Settings::language() const {
  return read(QStringLiteral("language")).toString();
}
void Settings::setLanguage(const QString& language) {
  write(QStringLiteral("language"), language);
}

Theme Settings::theme() const {
  return static_cast<Theme>(indexIn(kThemes, read(QStringLiteral("theme")).toString(), 0));
}
void Settings::setTheme(Theme theme) {
  write(QStringLiteral("theme"), QString::fromLatin1(kThemes[static_cast<std::size_t>(theme)]));
}

int Settings::fontPercent() const {
  return std::clamp(read(QStringLiteral("font_percent"), 100).toInt(), 100, 200);
}
void Settings::setFontPercent(int percent) {
  write(QStringLiteral("font_percent"), std::clamp(percent, 100, 200));
}

QByteArray Settings::geometry(const QString& window) const {
  return read(QString(QStringLiteral("geometry/") + window)).toByteArray();
}
void Settings::setGeometry(const QString& window, const QByteArray& geometry) {
  write(QString(QStringLiteral("geometry/") + window), geometry);
}
QByteArray Settings::windowState(const QString& window) const {
  return read(QString(QStringLiteral("state/") + window)).toByteArray();
}
void Settings::setWindowState(const QString& window, const QByteArray& state) {
  write(QString(QStringLiteral("state/") + window), state);
}

NotificationLevel Settings::notifications() const {
  return static_cast<NotificationLevel>(indexIn(kLevels, read(QStringLiteral("notifications")).toString(),
                                                static_cast<int>(NotificationLevel::kNameOnly)));
}
void Settings::setNotifications(NotificationLevel level) {
  write(QStringLiteral("notifications"), QString::fromLatin1(kLevels[static_cast<std::size_t>(level)]));
}
bool Settings::sounds() const {
  return read(QStringLiteral("sounds"), true).toBool();
}
void Settings::setSounds(bool on) {
  write(QStringLiteral("sounds"), on);
}

std::optional<std::pair<QTime, QTime>> Settings::doNotDisturb() const {
  const auto from = QTime::fromString(read(QStringLiteral("dnd_from")).toString(), kTime);
  const auto to = QTime::fromString(read(QStringLiteral("dnd_to")).toString(), kTime);
  return from.isValid() && to.isValid() ? std::optional{std::pair{from, to}} : std::nullopt;
}

void Settings::setDoNotDisturb(std::optional<std::pair<QTime, QTime>> span) {
  write(QStringLiteral("dnd_from"), span ? span->first.toString(kTime) : QString());
  write(QStringLiteral("dnd_to"), span ? span->second.toString(kTime) : QString());
}

bool Settings::enterSends() const {
  return read(QStringLiteral("enter_sends"), false).toBool();
}
void Settings::setEnterSends(bool on) {
  write(QStringLiteral("enter_sends"), on);
}

QString Settings::shortcut(const QString& command, const QString& fallback) const {
  return read(QString(QStringLiteral("shortcuts/") + command), fallback).toString();
}

void Settings::setShortcut(const QString& command, const std::optional<QString>& keys) {
  const QString key = QStringLiteral("shortcuts/") + command;
  if (keys) return write(key, *keys);
  if (!store_.contains(key)) return;
  store_.remove(key);
  Q_EMIT changed(key);
}

QString Settings::sortOf(wire::View view) const {
  return read(QString(QStringLiteral("sort/") + toQt(wire::name(view)))).toString();
}
void Settings::setSortOf(wire::View view, const QString& sort) {
  write(QString(QStringLiteral("sort/") + toQt(wire::name(view))), sort);
}

wire::View Settings::view() const {
  return wire::view_from(toStd(read(QStringLiteral("view")).toString())).value_or(wire::View::kWaiting);
}
void Settings::setView(wire::View view) {
  write(QStringLiteral("view"), toQt(wire::name(view)));
}

void Settings::sync() {
  store_.sync();
}

}  // namespace hotel::guicore
