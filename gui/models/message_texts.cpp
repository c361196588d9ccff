#include <QCoreApplication>
#include <QDate>
#include <QLocale>

#include "core/text.h"
#include "models/message_model.h"
#include "wire/codec.h"

namespace hotel::guimodels {

using guicore::toQt;

bool failedForGood(wire::MessageStatus status) {
  return status == wire::MessageStatus::kFailed || status == wire::MessageStatus::kRefused ||
         status == wire::MessageStatus::kUnknown;
}

QString errorText(const wire::Message& message) {
  const boost::json::value error(message.error);
  for (const auto* key : {"detail", "title", "message", "code"})
    if (const auto text = toQt(wire::text_of(error, key)); !text.isEmpty()) return text;
  return {};
}

QString statusText(const wire::Message& message) {
  if (message.direction == wire::Direction::kNote)
    return QCoreApplication::translate("hotel::guimodels::MessageModel", "internal note");
  const auto why = errorText(message);
  switch (message.status) {
    case wire::MessageStatus::kReceived:
      return {};
    case wire::MessageStatus::kQueued:
      return QCoreApplication::translate("hotel::guimodels::MessageModel", "waiting to be sent");
    case wire::MessageStatus::kSending:
      return QCoreApplication::translate("hotel::guimodels::MessageModel", "sending");
    case wire::MessageStatus::kAccepted:
      return QCoreApplication::translate("hotel::guimodels::MessageModel", "accepted by WhatsApp");
    case wire::MessageStatus::kSent:
      return QCoreApplication::translate("hotel::guimodels::MessageModel", "sent");
    case wire::MessageStatus::kDelivered:
      return QCoreApplication::translate("hotel::guimodels::MessageModel", "delivered");
    case wire::MessageStatus::kRead:
      return QCoreApplication::translate("hotel::guimodels::MessageModel", "read");
    case wire::MessageStatus::kPlayed:
      return QCoreApplication::translate("hotel::guimodels::MessageModel", "played");
    case wire::MessageStatus::kFailed:
      return why.isEmpty()
                 ? QCoreApplication::translate("hotel::guimodels::MessageModel", "not delivered")
                 : QCoreApplication::translate("hotel::guimodels::MessageModel", "not delivered: %1").arg(why);
    case wire::MessageStatus::kRefused:
      return why.isEmpty() ? QCoreApplication::translate("hotel::guimodels::MessageModel", "not sent")
                           : QCoreApplication::translate("hotel::guimodels::MessageModel", "not sent: %1").arg(why);
    case wire::MessageStatus::kUnknown:
      return QCoreApplication::translate("hotel::guimodels::MessageModel",
                                         "nobody knows whether the guest has this message");
  }
  return {};
}

QString pendingText(const guicore::PendingMessage& pending) {
  switch (pending.state) {
    case guicore::PendingState::kSending:
      return QCoreApplication::translate("hotel::guimodels::MessageModel", "queued");
    case guicore::PendingState::kUnknown:
      return QCoreApplication::translate("hotel::guimodels::MessageModel",
                                         "no answer from the server; trying again is safe");
    case guicore::PendingState::kFailed:
      break;
  }
  if (pending.error.code == u"newer_reply")
    return QCoreApplication::translate("hotel::guimodels::MessageModel", "not sent: somebody answered meanwhile");
  if (pending.error.code == u"window_closed")
    return QCoreApplication::translate("hotel::guimodels::MessageModel",
                                       "not sent: the 24 hour window is closed, only a template can be sent");
  return QCoreApplication::translate("hotel::guimodels::MessageModel", "not sent: %1").arg(pending.error.detail);
}

QString dayText(qint64 day, qint64 today) {
  if (day == today) return QCoreApplication::translate("hotel::guimodels::MessageModel", "Today");
  if (day == today - 1) return QCoreApplication::translate("hotel::guimodels::MessageModel", "Yesterday");
  return QLocale().toString(QDate::fromJulianDay(day), QLocale::LongFormat);
}

QString timeText(wire::Millis at) {
  return QLocale().toString(guicore::toLocal(at).time(), QLocale::ShortFormat);
}

QString shownText(const wire::Message& message) {
  if (message.type == "audio" && !wire::text_is_transcript(message))
    return QCoreApplication::translate("hotel::guimodels::MessageModel", "Voice message");
  if (!message.text.empty()) return toQt(message.text);
  return QCoreApplication::translate("hotel::guimodels::MessageModel", "[%1]")
      .arg(message.type.empty() ? QStringLiteral("?") : toQt(message.type));
}

}  // namespace hotel::guimodels
