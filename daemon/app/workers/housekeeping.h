// What must be done from time to time: search index, snoozed conversations, old raw bodies and events, gauges, the look
// at the WhatsApp number and at the store.
#pragma once

#include "app/context.h"

namespace hotel::app {

class Housekeeping {
 public:
  explicit Housekeeping(Context& context);
  rt::Task<void> index();     // full-text index, soon after messages arrive
  rt::Task<void> clean();     // each minute
  rt::Task<void> gauges();    // each two seconds; also probes the store
  rt::Task<void> whatsapp();  // at the start, then hourly

 private:
  Context& context_;
  rt::Notifier never_;
};

}  // namespace hotel::app
