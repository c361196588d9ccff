// Carries out ordered bookings and cancellations. The rules are domain/booking_saga.h's; this is the loop around it:
// each step is written to the store before and after it touches the PMS, so that a kill at any point leaves one booking
// or an honest question.
#pragma once

#include <string>

#include "app/context.h"
#include "domain/booking_saga.h"

namespace hotel::app {

class BookingWorker {
 public:
  explicit BookingWorker(Context& context);
  rt::Task<void> run();
  rt::TaskGroup& tasks() { return tasks_; }

 private:
  rt::Task<std::optional<wire::Millis>> claim();
  rt::Task<void> work(ports::BookingIntent intent);
  rt::Task<void> book(ports::BookingIntent intent);
  rt::Task<void> cancel(ports::BookingIntent intent);
  rt::Task<void> change(ports::BookingIntent intent);
  rt::Task<void> save(ports::BookingIntent intent, const domain::Saga& saga, wire::Millis next_at);
  rt::Task<void> finish(ports::BookingIntent intent, agent::OrderEnd end, std::optional<wire::Booking> booking,
                        std::string staff_note);

  Context& context_;
  rt::TaskGroup tasks_;
};

}  // namespace hotel::app
