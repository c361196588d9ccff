// What a message says that the hotel sends by itself: the template's parameters, the text that staff sees of it, and
// the facts that both rest on. Pure.
#pragma once

#include "agent/agent.h"
#include "domain/proactive.h"

namespace hotel::agent {

struct ProactiveMaterial {
  wire::Booking booking;
  std::vector<ports::KnowledgeEntry> knowledge;
  std::optional<domain::Availability> next_night;  // kLateCheckOut: the night after the stay
  std::string language;
  wire::Millis now = 0;
};

// Nothing: what the message would say is not known, or not so (no room of the type is free after the stay).
std::optional<Reply> proactive_reply(domain::ProactiveKind kind, const ProactiveMaterial& material, const House& house);

}  // namespace hotel::agent
