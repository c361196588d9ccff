// What the elements of a webhook change: messages, conversations, statuses, identities, alerts. Each element is applied
// on its own; applying one twice changes nothing, because unique keys decide which copy counts.
#pragma once

#include <chrono>
#include <string>

#include "ports/store.h"
#include "whatsapp/webhook_parse.h"

namespace hotel::app {

struct InboundRules {
  wire::Millis now = 0;
  wire::Millis debounce = 1'500;  // quiet time before a burst is answered
  std::chrono::seconds sla{120};
  bool transcribes = false;  // a service for voice notes is set
};

// What the workers have to do afterwards.
struct InboundEffects {
  bool turn = false;
  bool media = false;
  bool outbox = false;
  std::string stop_sender;  // not empty: why the account must not send any more
  std::int64_t messages = 0, statuses = 0, foreign = 0, dead = 0;
};

void apply_element(ports::UnitOfWork& unit, const whatsapp::Element& element, const InboundRules& rules,
                   InboundEffects& effects);
void bury(ports::UnitOfWork& unit, std::string why, std::string body, wire::Millis now);

}  // namespace hotel::app
