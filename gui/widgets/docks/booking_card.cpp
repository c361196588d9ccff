#include "widgets/docks/booking_card.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "core/text.h"
#include "widgets/controls.h"
#include "widgets/format.h"

namespace hotel::guiwidgets {
using guicore::toQt;
using namespace Qt::StringLiterals;
namespace {

constexpr wire::Millis kStale = 5 * 60'000;

QString chipKind(wire::BookingState state) {
  switch (state) {
    case wire::BookingState::kConfirmed:
      return u"info"_s;
    case wire::BookingState::kCheckedIn:
      return u"success"_s;
    case wire::BookingState::kCheckedOut:
      return u"neutral"_s;
    case wire::BookingState::kCancelled:
      return u"danger"_s;
  }
  return u"neutral"_s;
}

QLabel* iconLabel(const Theme& theme, const QString& name, QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setPixmap(theme.pixmap(name, Ink::kTextMuted, 16, parent->devicePixelRatioF()));
  return label;
}

}  // namespace

BookingCard::BookingCard(const Theme& theme, const wire::Booking& booking, wire::Millis now, QWidget* parent)
    : QFrame(parent), booking_(booking) {
  setProperty("card", true);
  setObjectName(u"bookingCard"_s);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(12, 10, 12, 10);
  layout->setSpacing(8);
  auto* head = new QHBoxLayout;
  auto* reference = makeLabel(this, "title");
  reference->setWordWrap(false);
  reference->setTextInteractionFlags(Qt::TextSelectableByMouse);
  reference->setText(toQt(booking.reference.empty() ? booking.id : booking.reference));
  auto* state = new Chip(this);
  state->show(chipKind(booking.state), Format::bookingState(booking.state));
  head->addWidget(reference, 1);
  head->addWidget(state);
  layout->addLayout(head);
  if (!booking.guest_name.empty()) {
    auto* name = makeLabel(this, nullptr, "muted");
    name->setText(toQt(booking.guest_name));
    layout->addWidget(name);
  }
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(8);
  grid->setVerticalSpacing(6);
  grid->setColumnStretch(1, 1);
  int row = 0;
  const auto line = [&](const QString& icon, const QString& text, const char* tone = nullptr) {
    grid->addWidget(iconLabel(theme, icon, this), row, 0, Qt::AlignTop);
    auto* label = makeLabel(this, nullptr, tone);
    label->setText(text);
    grid->addWidget(label, row++, 1);
  };
  for (const auto& room : booking.rooms) {
    const int nights = wire::nights_between(room.check_in, room.check_out);
    line(u"calendar"_s,
         Format::dateRange(room.check_in, room.check_out) + u" · "_s + tr("%n night(s)", nullptr, nights));
    const QString people = room.children > 0 ? tr("%n adult(s)", nullptr, room.adults) + u", "_s +
                                                   tr("%n child(ren)", nullptr, room.children)
                                             : tr("%n adult(s)", nullptr, room.adults);
    line(u"bed"_s,
         (room.room.empty() ? toQt(room.room_type) : tr("Room %1 · %2").arg(toQt(room.room), toQt(room.room_type))) +
             u'\n' + people);
  }
  const std::int64_t open = booking.total.cents - booking.paid.cents;
  line(u"money"_s,
       tr("Total %1").arg(Format::money(booking.total)) + u'\n' +
           (open <= 0 ? tr("Paid in full")
                      : tr("Paid %1 · open %2")
                            .arg(Format::money(booking.paid), Format::money({open, booking.total.currency}))));
  layout->addLayout(grid);
  layout->addWidget(makeRule(this));
  age_ = makeLabel(this, nullptr, "muted");
  age_->setObjectName(u"bookingAge"_s);
  setPointSize(age_, 0.9);
  layout->addWidget(age_);
  tick(now);
}

void BookingCard::tick(wire::Millis now) {
  age_->setText(tr("Read from the hotel system %1").arg(Format::readAge(booking_.read_at, now)));
  guiwidgets::setProperty(age_, "tone", now - booking_.read_at > kStale ? u"warning"_s : u"muted"_s);
}

}  // namespace hotel::guiwidgets
