// Fetches guests' files after their messages are stored: never before the webhook's 200. A file that cannot be had is
// tried again with growing pauses for the seven days that WhatsApp keeps it, then marked as failed.
#pragma once

#include <map>
#include <string>

#include "app/context.h"

namespace hotel::app {

class MediaWorker {
 public:
  explicit MediaWorker(Context& context);
  rt::Task<void> run();

 private:
  struct Retry {
    int times = 0;
    wire::Millis at = 0;
  };
  rt::Task<std::optional<wire::Millis>> round();
  rt::Task<void> fetch(wire::Message message);

  Context& context_;
  std::map<std::string, Retry> retries_;  // by message
};

}  // namespace hotel::app
