// One booking: reference and state, rooms with dates, total and paid, and how old this knowledge is.
#pragma once

#include <QFrame>

#include "widgets/theme.h"
#include "wire/booking.h"

class QLabel;

namespace hotel::guiwidgets {

class BookingCard : public QFrame {
  Q_OBJECT
 public:
  BookingCard(const Theme& theme, const wire::Booking& booking, wire::Millis now, QWidget* parent = nullptr);
  void tick(wire::Millis now);  // «read from QloApps 12 s ago»

 private:
  wire::Booking booking_;
  QLabel* age_;
};

}  // namespace hotel::guiwidgets
