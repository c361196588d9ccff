#include "widgets/format.h"

#include <QDateTime>

#include "core/text.h"
#include "models/desk_texts.h"

namespace hotel::guiwidgets {
using guicore::toLocal;
using guicore::toQt;
using namespace Qt::StringLiterals;
namespace {

constexpr wire::Millis kMinute = 60'000, kHour = 60 * kMinute, kDay = 24 * kHour;

QDate toDate(wire::Date day) {
  return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
          static_cast<int>(static_cast<unsigned>(day.day()))};
}

}  // namespace

QString Format::shortAge(wire::Millis from, wire::Millis now) {
  const wire::Millis age = qMax<wire::Millis>(0, now - from);
  if (age < kMinute) return tr("now", "age of less than a minute");
  if (age < kHour) return tr("%1 min").arg(age / kMinute);
  if (age < kDay) return tr("%1 h").arg(age / kHour);
  return tr("%1 d").arg(age / kDay);
}

QString Format::longAge(wire::Millis from, wire::Millis now) {
  const wire::Millis age = qMax<wire::Millis>(0, now - from);
  if (age < kMinute) return tr("less than a minute");
  if (age < kHour) return tr("%n minute(s)", nullptr, static_cast<int>(age / kMinute));
  if (age < kDay) return tr("%n hour(s)", nullptr, static_cast<int>(age / kHour));
  return tr("%n day(s)", nullptr, static_cast<int>(age / kDay));
}

QString Format::readAge(wire::Millis at, wire::Millis now) {
  const wire::Millis age = qMax<wire::Millis>(0, now - at);
  if (age < 2'000) return tr("just now");
  if (age < kMinute) return tr("%1 s ago").arg(age / 1000);
  if (age < kHour) return tr("%1 min ago").arg(age / kMinute);
  if (age < kDay) return tr("%1 h ago").arg(age / kHour);
  return tr("%1 d ago").arg(age / kDay);
}

QString Format::clock(wire::Millis at) {
  return QLocale().toString(toLocal(at).time(), QLocale::ShortFormat);
}

QString Format::stamp(wire::Millis at, wire::Millis now) {
  const QDate day = toLocal(at).date(), today = toLocal(now).date();
  if (day == today) return clock(at);
  if (day.daysTo(today) == 1) return tr("Yesterday");
  if (day.daysTo(today) < 7 && day < today) return QLocale().dayName(day.dayOfWeek(), QLocale::ShortFormat);
  return QLocale().toString(day, QLocale::ShortFormat);
}

QString Format::moment(wire::Millis at, wire::Millis now) {
  const QString day = stamp(at, now), time = clock(at);
  return day == time ? time : tr("%1, %2", "day, time of day").arg(day, time);
}

QString Format::day(QDate day, QDate today) {
  if (day == today) return tr("Today");
  if (day.daysTo(today) == 1) return tr("Yesterday");
  return QLocale().toString(day, QLocale::LongFormat);
}

QString Format::dateRange(wire::Date from, wire::Date to) {
  return tr("%1 – %2", "a stay: first day, last day")
      .arg(QLocale().toString(toDate(from), u"ddd d MMM"_s), QLocale().toString(toDate(to), u"ddd d MMM"_s));
}

QString Format::money(const wire::Money& money) {
  const double amount = static_cast<double>(money.cents) / 100.0;
  return money.currency.empty() ? QLocale().toString(amount, 'f', 2)
                                : QLocale().toCurrencyString(amount, toQt(money.currency) + u' ', 2);
}

QString Format::status(wire::MessageStatus status) {
  switch (status) {
    case wire::MessageStatus::kReceived:
      return tr("received");
    case wire::MessageStatus::kQueued:
      return tr("queued");
    case wire::MessageStatus::kSending:
      return tr("sending");
    case wire::MessageStatus::kAccepted:
      return tr("accepted by WhatsApp");
    case wire::MessageStatus::kSent:
      return tr("sent");
    case wire::MessageStatus::kDelivered:
      return tr("delivered");
    case wire::MessageStatus::kRead:
      return tr("read");
    case wire::MessageStatus::kPlayed:
      return tr("played");
    case wire::MessageStatus::kFailed:
      return tr("not delivered");
    case wire::MessageStatus::kRefused:
      return tr("refused");
    case wire::MessageStatus::kUnknown:
      return tr("unknown whether it arrived");
  }
  return {};
}

QString Format::bookingState(wire::BookingState state) {
  switch (state) {
    case wire::BookingState::kConfirmed:
      return tr("Confirmed");
    case wire::BookingState::kCheckedIn:
      return tr("In house");
    case wire::BookingState::kCheckedOut:
      return tr("Checked out");
    case wire::BookingState::kCancelled:
      return tr("Cancelled");
  }
  return {};
}

QString Format::language(const QString& code) {
  if (code == u"es") return tr("Spanish");
  if (code == u"en") return tr("English");
  if (code == u"pt" || code == u"pt_BR") return tr("Portuguese");
  if (code.isEmpty()) return tr("Not known yet");
  const QLocale locale(code);
  return locale.language() == QLocale::C ? code : QLocale::languageToString(locale.language());
}

QString Format::reason(const std::string& reason) {
  return guimodels::reasonText(reason);
}

QString Format::windowLeft(wire::Millis expires, wire::Millis now) {
  const wire::Millis left = qMax<wire::Millis>(0, expires - now);
  if (left >= kHour) return tr("%1 h %2 min left").arg(left / kHour).arg((left % kHour) / kMinute);
  if (left >= kMinute) return tr("%1 min left").arg(left / kMinute);
  return tr("%1 s left").arg(left / 1000);
}

QString Format::guestName(const wire::Guest& guest) {
  if (!guest.name.empty()) return toQt(guest.name);
  if (!guest.phone.empty()) return toQt(guest.phone);
  return tr("Guest without a name");
}

}  // namespace hotel::guiwidgets
