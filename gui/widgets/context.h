// What the widgets work with. Everything is owned by ConsoleApp and outlives them; there is no other way to reach it.
#pragma once

#include "core/api_client.h"
#include "core/draft_store.h"
#include "core/secret_store.h"
#include "core/settings.h"
#include "core/sync_engine.h"
#include "core/trust.h"
#include "models/workspace.h"
#include "widgets/language.h"
#include "widgets/theme.h"

namespace hotel::guiwidgets {

struct Context {
  guimodels::Workspace& workspace;
  guicore::Settings& settings;
  guicore::SecretStore& secrets;
  guicore::Trust& trust;
  Theme& theme;
  Language& language;

  guicore::SyncEngine& engine() const { return workspace.engine(); }
  guicore::ApiClient& api() const { return workspace.engine().api(); }
  guicore::GuiClock& clock() const { return workspace.clock(); }
};

}  // namespace hotel::guiwidgets
