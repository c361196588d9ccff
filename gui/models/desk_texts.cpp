#include "models/desk_texts.h"

#include <QCoreApplication>
#include <array>

#include "core/text.h"

namespace hotel::guimodels {

using guicore::toQt;

namespace {

constexpr const char* kContext = "hotel::guimodels::DeskTexts";

struct Word {
  const char* word;
  const char* text;
};

constexpr std::array kReasons{
    Word{"wants_person", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "the guest asked for a person")},
    Word{"emergency", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "it may be an emergency")},
    Word{"not_understood", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "the bot did not understand")},
    Word{"complaint", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "the guest complains")},
    Word{"pms_unavailable", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "the hotel system does not answer")},
    Word{"booking_unknown", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "the outcome of a booking is not known")},
    Word{"booking_refused", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "the hotel system refused a booking")},
    Word{"cancel_failed", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "a booking could not be cancelled")},
    Word{"change_failed", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "a booking could not be changed")},
    Word{"cancel_request",
         QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "a booking is to be cancelled by a person")},
    Word{"change_request", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "a booking must be changed")},
    Word{"booking_change", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "a booking must be changed")},
    Word{"verify_identity",
         QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "it is not sure whether the booking is this guest's")},
    Word{"group", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "a group wants to book")},
    Word{"low_confidence", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "the bot is not sure")},
    Word{"opt_out", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "the guest asked for silence")},
    Word{"media", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "the guest sent something only a person can judge")},
    Word{"service_request", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "the guest needs a service")},
    Word{"invoice_request", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "the guest wants an invoice")},
    Word{"transfer_request", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "the guest wants a transfer")},
    Word{"unanswered_question",
         QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "the guest asked something that the bot has no answer to")},
    Word{"agent_failed", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "the bot failed several times")},
    Word{"window_closed", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "the 24 hour window is closed")},
    Word{"answer_expired",
         QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "the bot's answer became too old before it could be sent")},
    Word{"not_sent", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "WhatsApp refused a message")},
    Word{"not_delivered", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "a message could not be delivered")},
    Word{"send_unknown",
         QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "nobody knows whether a message reached the guest")},
};

constexpr std::array kTickets{
    Word{"service_request", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "Service")},
    Word{"invoice_request", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "Invoice")},
    Word{"transfer_request", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "Transfer")},
    Word{"unanswered_question", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "Question without an answer")},
};

// Kinds whose text says no more than the kind. The others (a WhatsApp error, a template, an alarm) keep their details.
constexpr std::array kAlerts{
    Word{"emergency", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "A guest reports an emergency")},
    Word{"service_request", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "A guest needs a service")},
    Word{"invoice_request", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "A guest wants an invoice")},
    Word{"transfer_request", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "A guest wants a transfer")},
    Word{"unanswered_question",
         QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "A guest asked something that the bot has no answer to")},
    Word{"agent_failed",
         QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "The bot failed several times; a person must answer")},
    Word{"identity_changed",
         QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts",
                           "A guest's number changed: check who writes before telling anything about a booking")},
    Word{"dead_letter", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts",
                                          "Something from WhatsApp could not be processed and was kept")},
    Word{"send_unknown",
         QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "Nobody knows whether a message reached its guest")},
    Word{"not_delivered", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "WhatsApp could not deliver a message")},
    Word{"whatsapp_token",
         QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts",
                           "WhatsApp refuses the access token: nothing is sent until it is replaced")},
    Word{"whatsapp_probe",
         QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "WhatsApp does not answer for our number, or refuses it")},
    Word{"pms_down", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts",
                                       "The hotel system does not answer: the bot cannot tell prices or book")},
};

constexpr std::array kTopics{
    Word{"check_in_time", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "Check-in time")},
    Word{"check_out_time", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "Check-out time")},
    Word{"early_checkin", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "Early check-in")},
    Word{"late_checkout", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "Late check-out")},
    Word{"breakfast", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "Breakfast")},
    Word{"pool", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "Pool")},
    Word{"wifi", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "Wi-Fi")},
    Word{"parking", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "Parking")},
    Word{"pets", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "Pets")},
    Word{"gym", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "Gym")},
    Word{"restaurant", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "Restaurant and bar")},
    Word{"payment", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "Payment")},
    Word{"cancellation", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "Cancellation")},
    Word{"address", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "Address")},
    Word{"smoking", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "Smoking")},
    Word{"children", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "Children")},
    Word{"invoice", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "Invoice")},
    Word{"transfer", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "Transfer")},
    Word{"luggage", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "Luggage")},
    Word{"reception", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "Reception")},
    Word{"policy", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "House rules")},
    Word{"spa", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "Spa")},
    Word{"laundry", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "Laundry")},
    Word{"room_service", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "Room service")},
    Word{"air_conditioning", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "Air conditioning")},
    Word{"heating", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "Heating")},
    Word{"minibar", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "Minibar")},
    Word{"kitchen", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "Kitchen")},
    Word{"balcony", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "Balcony")},
    Word{"sea_view", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "Sea view")},
    Word{"elevator", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "Lift")},
    Word{"ev_charger", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "Charging of electric cars")},
    Word{"playground", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "Playground")},
    Word{"meeting_room", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "Meeting rooms")},
    Word{"tv", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "Television")},
    Word{"safe", QT_TRANSLATE_NOOP("hotel::guimodels::DeskTexts", "Safe")},
};

template <class Table>
QString found(const Table& table, std::string_view word) {
  for (const auto& each : table)
    if (word == each.word) return QCoreApplication::translate(kContext, each.text);
  return {};
}

QString spaced(const QString& word) {
  return QString(word).replace(QChar(u'_'), QChar(u' '));
}

}  // namespace

QString reasonText(const std::string& reason) {
  const QString text = found(kReasons, reason);
  return text.isEmpty() ? spaced(toQt(reason)) : text;
}

QString ticketKindText(const std::string& kind) {
  const QString text = found(kTickets, kind);
  return text.isEmpty() ? spaced(toQt(kind)) : text;
}

QString alertText(const wire::Alert& alert) {
  if (const QString text = found(kAlerts, alert.kind); !text.isEmpty()) return text;
  constexpr std::string_view kAsks = "The agent asks for a person: ";
  if (alert.kind == "handover" && alert.text.starts_with(kAsks))
    return QCoreApplication::translate("hotel::guimodels::DeskTexts", "The bot asks for a person: %1")
        .arg(reasonText(alert.text.substr(kAsks.size())));
  return toQt(alert.text);
}

QString topicTitle(const QString& key) {
  const QString text = found(kTopics, guicore::toStd(key));
  return text.isEmpty() ? spaced(key) : text;
}

}  // namespace hotel::guimodels
