#include "store/unit_of_work.h"

namespace hotel::store {

SqlUnitOfWork::SqlUnitOfWork(Session& session, const base::Clock& clock)
    : scope_{session, clock},
      events_(scope_),
      inbox_(scope_),
      conversations_(scope_, events_),
      messages_(scope_, events_),
      outbox_(scope_),
      bookings_(scope_, events_),
      operators_(scope_),
      alerts_(scope_, events_),
      tickets_(scope_, events_),
      content_(scope_),
      state_(scope_) {}

}  // namespace hotel::store
