// Sends what the hotel says by itself (domain/proactive.h), as WhatsApp templates, each at most once a booking. Never
// to a guest who opted out, never while a person has the conversation, and nothing that is not switched on. Two daemons
// on one database send it once: the message's client id is of the booking and the kind.
#pragma once

#include <set>

#include "app/context.h"
#include "domain/proactive.h"

namespace hotel::app {

class ProactiveWorker {
 public:
  explicit ProactiveWorker(Context& context) : context_(context) {}
  rt::Task<void> run();
  rt::Task<int> round();  // number of messages that were written

 private:
  struct Due {
    wire::Booking booking;
    std::vector<domain::ProactiveKind> kinds;
  };
  rt::Task<std::vector<Due>> due();
  rt::Task<bool> write(const wire::Booking& booking, domain::ProactiveKind kind);

  Context& context_;
  rt::Notifier never_;
};

}  // namespace hotel::app
