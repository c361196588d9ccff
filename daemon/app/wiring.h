// Makes everything and connects it: the only place that constructs adapters, workers and routes. One object is one
// running daemon.
#pragma once

#include <functional>
#include <memory>

#include "app/settings.h"

namespace hotel::app {

class Daemon {
 public:
  // `reload` gives the settings anew when SIGHUP asks for it (secrets from files).
  Daemon(Settings settings, std::function<Settings()> reload);
  ~Daemon();

  // Serves until SIGTERM or SIGINT, then drains; returns the exit code. `on_listening` is told the port. Throws
  // base::ConfigError and base::StoreUnavailable while starting.
  int serve(const std::function<void(std::uint16_t port)>& on_listening);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace hotel::app
