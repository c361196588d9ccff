// What GET /me says beside the person: which daemon this is and what it can do. Features are asked by name, never
// guessed from a version.
#pragma once

#include <QString>
#include <QStringList>

#include "core/api_client.h"
#include "wire/codec.h"

namespace hotel::guiwidgets {

struct ServerInfo {
  wire::Operator user;
  QString environment;  // empty: the daemon does not say
  QString release;
  QStringList features;
  bool sandbox = false;
};

guicore::ApiReply<ServerInfo> fetchServerInfo(guicore::ApiClient& api);

}  // namespace hotel::guiwidgets
