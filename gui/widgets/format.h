// How times, ages, amounts and states are said to a person, in the language of the console. Pure functions; «now» is
// passed in.
#pragma once

#include <QCoreApplication>
#include <QDate>
#include <QLocale>
#include <QString>

#include "wire/booking.h"
#include "wire/conversation.h"
#include "wire/message.h"
#include "wire/money.h"

namespace hotel::guiwidgets {

class Format {
  Q_DECLARE_TR_FUNCTIONS(hotel::guiwidgets::Format)
 public:
  static QString shortAge(wire::Millis from, wire::Millis now);  // «12 min», «3 h», «2 d»
  static QString longAge(wire::Millis from, wire::Millis now);   // «12 minutes», for sentences and screen readers
  static QString readAge(wire::Millis at, wire::Millis now);     // «12 s ago», «just now»
  static QString clock(wire::Millis at);                         // local time of day
  static QString stamp(wire::Millis at, wire::Millis now);       // clock today, else the day
  static QString moment(wire::Millis at, wire::Millis now);      // clock today, else the day and the clock
  static QString day(QDate day, QDate today);                    // «Today», «Yesterday», «Monday 3 November»
  static QString dateRange(wire::Date from, wire::Date to);
  static QString money(const wire::Money& money);
  static QString status(wire::MessageStatus status);
  static QString bookingState(wire::BookingState state);
  static QString language(const QString& code);                       // «Spanish»
  static QString reason(const std::string& handoverReason);           // «the guest asked for a person»
  static QString windowLeft(wire::Millis expires, wire::Millis now);  // «22 h 10 min left»
  static QString guestName(const wire::Guest& guest);                 // name, else number, else «Guest without a name»
};

}  // namespace hotel::guiwidgets
