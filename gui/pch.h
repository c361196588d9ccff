// Precompiled header of everything below gui/: the few Qt classes that nearly every file needs. No umbrella headers.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QUrl>
#include <QVariant>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>
