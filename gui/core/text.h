// The border between Qt's strings and those of the wire types (UTF-8 std::string).
#pragma once

#include <QDateTime>
#include <QString>
#include <optional>
#include <string>
#include <string_view>

#include "wire/time.h"

namespace hotel::guicore {

inline QString toQt(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}
inline std::string toStd(const QString& text) {
  return text.toStdString();
}
inline QDateTime toLocal(wire::Millis at) {
  return QDateTime::fromMSecsSinceEpoch(at);
}

// Bidirectional isolation of a name inside a sentence: a Hebrew name must not turn the sentence around it.
inline QString isolated(const QString& text) {
  return QChar(0x2068) + text + QChar(0x2069);
}

}  // namespace hotel::guicore
