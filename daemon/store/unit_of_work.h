// The repositories over one session. Made once per connection and used for one transaction after the other; what
// belongs to a transaction (has it written an event?) is in Scope.
#pragma once

#include <memory>

#include "base/clock.h"
#include "ports/store.h"
#include "store/sql/repositories.h"

namespace hotel::store {

class SqlUnitOfWork final : public ports::UnitOfWork {
 public:
  SqlUnitOfWork(Session& session, const base::Clock& clock);

  ports::InboxRepository& inbox() override {
    return inbox_;
  }  // appends take no lock: webhooks of several daemons do not wait
  ports::ConversationRepository& conversations() override { return serialised(conversations_); }
  ports::MessageRepository& messages() override { return serialised(messages_); }
  ports::OutboxRepository& outbox() override { return serialised(outbox_); }
  ports::BookingRepository& bookings() override { return serialised(bookings_); }
  ports::EventRepository& events() override { return serialised(events_); }
  ports::OperatorRepository& operators() override { return serialised(operators_); }
  ports::AlertRepository& alerts() override { return serialised(alerts_); }
  ports::TicketRepository& tickets() override { return serialised(tickets_); }
  ports::ContentRepository& content() override { return serialised(content_); }
  ports::StateRepository& state() override { return serialised(state_); }

  bool wrote_event() const { return scope_.wrote_event; }
  void set_wrote_event(bool value) { scope_.wrote_event = value; }

 private:
  template <class R>
  R& serialised(R& repository) {
    scope_.db.serialise();
    return repository;
  }

  Scope scope_;
  EventSql events_;
  InboxSql inbox_;
  ConversationSql conversations_;
  MessageSql messages_;
  OutboxSql outbox_;
  BookingSql bookings_;
  OperatorSql operators_;
  AlertSql alerts_;
  TicketSql tickets_;
  ContentSql content_;
  StateSql state_;
};

}  // namespace hotel::store
