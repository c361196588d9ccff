// Keeps the store's copy of the PMS's bookings: what changed every few seconds, everything once a day. The mark moves
// in the transaction that stores the bookings, so a kill between them repeats work and loses nothing.
#pragma once

#include "app/context.h"

namespace hotel::app {

class SyncWorker {
 public:
  explicit SyncWorker(Context& context);
  rt::Task<void> run();

 private:
  rt::Task<std::optional<wire::Millis>> round();
  rt::Task<void> store(ports::SyncResult result, bool whole);

  Context& context_;
  rt::Notifier never_;
  bool down_ = false;
};

}  // namespace hotel::app
