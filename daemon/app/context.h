// What routes and workers are given. Made by wiring, which owns all of it; references stay valid until the daemon has
// stopped.
#pragma once

#include <boost/asio/io_context.hpp>
#include <set>
#include <string>

#include "agent/agent.h"
#include "app/settings.h"
#include "base/clock.h"
#include "base/metrics.h"
#include "ports/messenger.h"
#include "ports/pms.h"
#include "ports/store.h"
#include "rt/notifier.h"
#include "rt/task_group.h"

namespace hotel::app {

class EventHub;
class Desk;

// Wakes a worker at once instead of at its next poll. Use on the io_context thread.
struct Signals {
  rt::Notifier inbox;    // webhooks were stored
  rt::Notifier outbox;   // something can be sent
  rt::Notifier turns;    // a conversation wants an answer
  rt::Notifier intents;  // a booking or cancellation was ordered
  rt::Notifier media;    // a media file can be fetched
  rt::Notifier sends;    // a send ended (take-over waits for it)
  rt::Notifier acts;     // an act outside the store ended, see routes/support.h
  std::set<std::string> acts_under_way;
};

struct Context {
  boost::asio::io_context& io;
  const Settings& settings;
  const base::Clock& clock;
  const base::HotelZone& zone;
  base::Metrics& metrics;
  ports::Store& store;
  ports::Pms& pms;
  ports::Messenger& messenger;
  agent::Agent& agent;
  EventHub& hub;
  Desk& desk;
  Signals& signals;
  bool& draining;
  wire::Millis started_at = 0;
};

}  // namespace hotel::app
