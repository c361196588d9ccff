#include "core/secret_store.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "core/text.h"
#include "wire/codec.h"

namespace hotel::guicore {

std::optional<SecretStore::Kept> SecretStore::load() const {
  QFile file(file_);
#ifndef Q_OS_WIN
  constexpr auto kOthers =
      QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
  if (file.permissions() & kOthers) return std::nullopt;  // whoever could read it has it: sign in anew
#endif
  if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
  const QByteArray bytes = file.read(64 * 1024);
  const auto value = wire::parse_json(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
  if (!value) return std::nullopt;
  Kept out{toQt(wire::text_of(*value, "server")), toQt(wire::text_of(*value, "user")),
           toQt(wire::text_of(*value, "token"))};
  return out.token.isEmpty() ? std::nullopt : std::optional{out};
}

bool SecretStore::keep(const Kept& secret) {
  QDir().mkpath(QFileInfo(file_).absolutePath());
  const boost::json::object json{
      {"server", toStd(secret.server)}, {"user", toStd(secret.user)}, {"token", toStd(secret.token)}};
  // Made with mode 0600 before a byte is in it: a mode set afterwards leaves a moment for others.
  const QString fresh = file_ + QStringLiteral(".new");
  QFile::remove(fresh);
  QFile file(fresh);
  if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
    return false;
  const QByteArray bytes = QByteArray::fromStdString(boost::json::serialize(json));
  if (file.write(bytes) != bytes.size() || !file.flush()) return false;
  file.close();
  QFile::remove(file_);
  return QFile::rename(fresh, file_);
}

bool SecretStore::forget() {
  QFile::remove(QString(file_ + QStringLiteral(".new")));
  return !QFile::exists(file_) || QFile::remove(file_);
}

}  // namespace hotel::guicore
