#include "scene.h"

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "wire/booking.h"
#include "wire/text.h"
#include "wire/ticket.h"

namespace hotel::guiwidgets_test {
namespace json = boost::json;
using wire::Millis;
namespace {

constexpr Millis kMinute = 60'000, kHour = 60 * kMinute;

struct Row {
  const char* id;
  const char* name;
  const char* phone;
  const char* language;
  wire::Owner owner = wire::Owner::kAgent;
  const char* assignee = "";
  int unread = 0;
  Millis waitingFor = 0;
  Millis slaIn = 0;
  Millis windowLeft = 20 * kHour;
  const char* last = "";
  wire::Direction direction = wire::Direction::kIn;
  Millis ago = 0;
  const char* reason = "";
  const char* typing = "";
};

wire::Conversation conversationOf(const Row& row, Millis now) {
  wire::Conversation c;
  c.id = row.id;
  c.guest = {std::string("g-") + row.id, row.name, row.phone, row.language};
  c.owner = row.owner;
  c.assignee = row.assignee;
  c.unread = row.unread;
  if (row.waitingFor > 0) c.waiting_since = now - row.waitingFor;
  if (row.slaIn != 0) c.sla_due_at = now + row.slaIn;
  c.window_expires_at = now + row.windowLeft;
  c.last_message =
      wire::LastMessage{row.last, row.direction,
                        row.direction == wire::Direction::kIn ? wire::AuthorKind::kGuest : wire::AuthorKind::kAgent,
                        "text", now - row.ago};
  c.handover_reason = row.reason;
  c.typing = row.typing;
  if (*row.typing) c.typing_until = now + 60'000;
  c.updated_at = now - row.ago;
  return c;
}

wire::Message message(const char* conversation, int number, wire::Direction direction, wire::AuthorKind kind,
                      const char* name, const char* text, Millis at, wire::MessageStatus status) {
  wire::Message m;
  m.id = std::string(conversation) + "-m" + std::to_string(100 + number);
  m.conversation_id = conversation;
  m.direction = direction;
  m.author = {kind, name};
  m.text = text;
  m.sent_at = m.created_at = at;
  m.status = status;
  m.external_id = "wamid." + m.id;
  return m;
}

json::object whyOf(Millis at) {
  return {{"intent", "availability"},
          {"confidence", 0.94},
          {"language", "es"},
          {"facts", json::array{json::object{{"what", "free rooms"},
                                             {"value", "Doble superior: 2"},
                                             {"source", "pms"},
                                             {"read_at", wire::to_rfc3339(at - 4000)}},
                                json::object{{"what", "price per night"},
                                             {"value", "EUR 128.00"},
                                             {"source", "pms"},
                                             {"read_at", wire::to_rfc3339(at - 4000)}},
                                json::object{{"what", "breakfast"},
                                             {"value", "07:00–10:30"},
                                             {"source", "knowledge"},
                                             {"read_at", wire::to_rfc3339(at - 3 * kHour)}}}}};
}

json::object claimOf(const char* text, int fact) {
  return {{"text", text}, {"kind", "money"}, {"value", text}, {"begin", 0}, {"end", 9}, {"fact", fact}};
}

void talkWithMaria(support_qt::FakeDaemon& daemon, Millis now) {
  using D = wire::Direction;
  using A = wire::AuthorKind;
  using S = wire::MessageStatus;
  const Millis day = 24 * kHour, yesterday = now - day;
  int n = 0;
  const auto in = [&](const char* text, Millis at) {
    daemon.say(message(kMaria, ++n, D::kIn, A::kGuest, "María López", text, at, S::kReceived), false);
  };
  const auto agent = [&](const char* text, Millis at, S status, const char* interactive = nullptr) {
    auto m = message(kMaria, ++n, D::kOut, A::kAgent, "Asistente", text, at, status);
    m.why = whyOf(at);
    if (interactive)
      m.why["claims"] = json::array{claimOf("Doble superior", 0), claimOf("128,00 EUR la noche", 1),
                                    claimOf("384,00 EUR en total", 1), claimOf("cuna incluida", -1)};
    if (interactive) m.interactive = json::parse(interactive).as_object();
    daemon.say(m, false);
  };
  in("Buenas tardes, ¿tienen una habitación doble del 12 al 15 de octubre para dos adultos y una niña de 4 años?",
     yesterday - 40 * kMinute);
  agent(
      "¡Buenas tardes, María! Sí: del 12 al 15 de octubre queda la Doble superior por 128,00 EUR la noche, 384,00 EUR "
      "en total con la cuna incluida. ¿Se la reservo?",
      yesterday - 39 * kMinute, S::kRead,
      R"({"type":"button","action":{"buttons":[{"type":"reply","reply":{"id":"yes","title":"Sí, reservar"}},{"type":"reply","reply":{"id":"dates","title":"Otras fechas"}}]}})");
  in("Sí, reservar", yesterday - 35 * kMinute);
  agent(
      "Reservado. Su código es HTL-4821: Doble superior, 12–15 oct, 384,00 EUR. El desayuno se sirve de 7:00 a 10:30.",
      yesterday - 34 * kMinute, S::kRead);
  in("¡Perfecto, muchas gracias!", yesterday - 33 * kMinute);
  in("Hola, una pregunta: ¿puedo cambiar la habitación por una con vistas al jardín? Mi hija es alérgica al polen, así "
     "que solo si tiene ventana que cierre bien.",
     now - 14 * kMinute);
  agent("Lo consulto con la recepción y le respondo en unos minutos.", now - 13 * kMinute - 40'000, S::kDelivered);
  auto line = message(kMaria, ++n, D::kOut, A::kSystem, "", "The bot asked for a person: a booking must be changed",
                      now - 13 * kMinute - 30'000, S::kSent);
  line.type = "system";
  daemon.say(line, false);
  daemon.say(message(kMaria, ++n, D::kNote, A::kStaff, "Luis",
                     "La 204 da al jardín y tiene ventana nueva. Está libre esas noches, misma tarifa.",
                     now - 9 * kMinute, S::kReceived),
             false);
  daemon.say(message(kMaria, ++n, D::kOut, A::kStaff, "ana",
                     "Hola María, soy Ana, de recepción. Tenemos la 204, con vistas al jardín y ventana de doble "
                     "cierre. ¿Se la cambio sin coste?",
                     now - 6 * kMinute, S::kDelivered),
             false);
  in("¡Sí, por favor! ¿Y podría ser un poco antes la entrada, sobre las 12?", now - 2 * kMinute);
}

}  // namespace

void layScene(support_qt::FakeDaemon& daemon, Millis now) {
  using wire::Owner;
  const Row rows[] = {
      {.id = kMaria,
       .name = "María López",
       .phone = "+34600123456",
       .language = "es",
       .owner = Owner::kStaff,
       .assignee = "ana",
       .unread = 1,
       .waitingFor = 2 * kMinute,
       .slaIn = 3 * kMinute,
       .windowLeft = 23 * kHour + 58 * kMinute,
       .last = "¡Sí, por favor! ¿Y podría ser un poco antes la entrada, sobre las 12?",
       .ago = 2 * kMinute,
       .reason = "booking_change"},
      {.id = kRafael,
       .name = "Rafael Souza",
       .phone = "+5511987654321",
       .language = "pt",
       .owner = Owner::kStaff,
       .unread = 2,
       .waitingFor = 12 * kMinute,
       .slaIn = -2 * kMinute,
       .last = "Quero cancelar a reserva, por favor. Meu voo foi cancelado.",
       .ago = 12 * kMinute,
       .reason = "wants_person"},
      {.id = kJohn,
       .name = "John Smith",
       .phone = "+447700900123",
       .language = "en",
       .owner = Owner::kStaff,
       .assignee = "luis",
       .unread = 1,
       .waitingFor = 5 * kMinute,
       .slaIn = 40'000,
       .last = "Is a late check-out at 2 pm possible tomorrow?",
       .ago = 5 * kMinute,
       .typing = "luis"},
      {.id = kOmar,
       .name = "عمر حداد",
       .phone = "+971501234567",
       .language = "en",
       .owner = Owner::kStaff,
       .unread = 1,
       .waitingFor = 8 * kMinute,
       .slaIn = 20 * kMinute,
       .last = "هل يوجد موقف سيارات؟",
       .ago = 8 * kMinute},
      {.id = "0190a1b2-0000-7000-8000-000000000005",
       .name = "Kenji Watanabe",
       .phone = "+81312345678",
       .language = "en",
       .last = "Thank you, see you tomorrow!",
       .ago = 25 * kMinute},
      {.id = "0190a1b2-0000-7000-8000-000000000006",
       .name = "Claire Dubois",
       .phone = "+33612345678",
       .language = "en",
       .last = "Breakfast is served from 7:00 to 10:30.",
       .direction = wire::Direction::kOut,
       .ago = 50 * kMinute},
      {.id = "0190a1b2-0000-7000-8000-000000000007",
       .name = "Beatriz Lima",
       .phone = "+5521998765432",
       .language = "pt",
       .last = "Obrigada! Até sexta.",
       .ago = 3 * kHour},
      {.id = "0190a1b2-0000-7000-8000-000000000008",
       .name = "",
       .phone = "+34699887766",
       .language = "es",
       .windowLeft = -3 * kHour,
       .last = "¿Tienen piscina climatizada?",
       .ago = 27 * kHour},
  };
  for (const Row& row : rows) {
    auto c = conversationOf(row, now);
    if (row.id == std::string(kMaria)) c.labels = {"familia", "VIP"};
    daemon.put(c, false);
    if (row.id == std::string(kMaria)) continue;
    auto m = message(row.id, 1, wire::Direction::kIn, wire::AuthorKind::kGuest, row.name, row.last, now - row.ago,
                     wire::MessageStatus::kReceived);
    if (row.direction == wire::Direction::kOut)
      m.direction = row.direction, m.author = {wire::AuthorKind::kAgent, "Assistant"},
      m.status = wire::MessageStatus::kRead;
    daemon.say(m, false);
  }
  auto closed = conversationOf({.id = "0190a1b2-0000-7000-8000-000000000009",
                                .name = "Paul Meyer",
                                .phone = "+491701234567",
                                .language = "en",
                                .last = "Great stay, thanks.",
                                .ago = 30 * kHour},
                               now);
  closed.status = wire::ConversationStatus::kClosed;
  daemon.put(closed, false);
  talkWithMaria(daemon, now);
  daemon.putAlert({"a1", "pms_down", "warning", "The hotel system answered slowly: 2.4 s at the 95th percentile",
                   now - 18 * kMinute, "", "", std::nullopt},
                  false);
  daemon.putAlert({"a2", "handover", "critical", "A guest has been waiting for 12 minutes", now - 2 * kMinute, kRafael,
                   "", std::nullopt},
                  false);
  daemon.putAlert(
      {"a3", "whatsapp_token", "info", "The WhatsApp token was renewed", now - 5 * kHour, "", "luis", now - 4 * kHour},
      false);
}

void answerBooking(support_qt::FakeDaemon& daemon, Millis now) {
  wire::Booking b;
  b.id = "4821";
  b.reference = "HTL-4821";
  b.guest_name = "María López García";
  b.phone = "+34600123456";
  b.rooms = {{"1", "Doble superior", "204", *wire::parse_iso("2026-10-12"), *wire::parse_iso("2026-10-15"), 2, 1,
              wire::BookingState::kConfirmed}};
  b.total = {38400, "EUR"};
  b.paid = {10000, "EUR"};
  b.read_at = now - 12'000;
  const json::object page{{"items", json::array{wire::to_json(b)}}, {"next", nullptr}, {"as_of_seq", daemon.seq()}};
  daemon.answerNext(QStringLiteral("/bookings"), {200, QByteArray::fromStdString(json::serialize(page)), {}});
}

void answerDraft(support_qt::FakeDaemon& daemon, const char* conversation, Millis now) {
  const json::object draft{{"draft",
                            {{"id", "d1"},
                             {"text",
                              "¡Claro! La 204 está lista desde las 12:00, así que puede entrar a esa hora sin coste. "
                              "¿Le preparo también la cuna?"},
                             {"why", whyOf(now)},
                             {"version", 1}}}};
  daemon.answerNext(QStringLiteral("/conversations/%1/draft").arg(QLatin1StringView(conversation)),
                    {200, QByteArray::fromStdString(json::serialize(draft)), {}});
}

void answerTemplates(support_qt::FakeDaemon& daemon) {
  const json::object page{
      {"items",
       json::array{
           json::object{{"name", "booking_update"},
                        {"language", "es"},
                        {"status", "APPROVED"},
                        {"body", "Hola {{1}}, hay novedades de su reserva {{2}}."}},
           json::object{
               {"name", "see_you_soon"}, {"language", "en"}, {"status", "APPROVED"}, {"body", "See you soon!"}},
           json::object{{"name", "not_yet"}, {"language", "en"}, {"status", "PENDING"}, {"body", "Never shown"}}}},
      {"next", nullptr}};
  daemon.answerNext(QStringLiteral("/templates"), {200, QByteArray::fromStdString(json::serialize(page)), {}});
}

void layDesk(support_qt::FakeDaemon& daemon, Millis now) {
  const auto ticket = [&](const char* id, const char* conversation, const char* kind, const char* topic,
                          const char* text, const char* language, Millis ago, std::int64_t times = 1) {
    wire::Ticket t;
    t.id = id;
    t.conversation_id = conversation;
    t.kind = kind;
    t.topic = topic;
    t.text = text;
    t.language = language;
    t.created_at = now - ago;
    t.last_at = times > 1 ? now - ago / 4 : t.created_at;
    t.times = times;
    t.version = times;
    daemon.putTicket(t, false);
    return t;
  };
  auto done = ticket("t-0", kJohn, "service_request", "", "Room 118: the shower does not drain", "en", 5 * kHour);
  done.state = wire::TicketState::kDone;
  done.done_by = "luis";
  done.done_at = now - 4 * kHour;
  daemon.putTicket(done, false);
  ticket("t-1", kRafael, "invoice_request", "", "Invoice for booking HTL-4790 to rafael.moreira@example.com", "pt",
         3 * kHour);
  ticket("t-2", kJohn, "transfer_request", "",
         "We land on the 14th at 23:40 with two big suitcases, can someone pick us up?", "en", 65 * kMinute);
  ticket("t-3", kOmar, "service_request", "", "Room 204: no sale agua caliente y faltan toallas", "es", 22 * kMinute);
  ticket("t-4", kMaria, "unanswered_question", "spa",
         "Hola, ¿tienen spa en el hotel? Mi hermana viene con nosotros y quería saber también si hace falta reservar "
         "el masaje antes de llegar o si se puede pedir en recepción el mismo día.",
         "es", 8 * kMinute, 2);
  const auto text = [&](const char* key, const char* language, const char* words, const char* by, Millis ago) {
    daemon.putKnowledge(key, language, words, by, now - ago, false);
  };
  const Millis day = 24 * kHour;
  text("breakfast", "es", "El desayuno está incluido y se sirve de 7:00 a 10:00. (Texto de ejemplo)", "default",
       9 * day);
  text("breakfast", "es", "El desayuno buffet está incluido. Se sirve de 7:00 a 10:30 en el salón de la planta baja.",
       "ana", 3 * day);
  text("breakfast", "en", "The breakfast buffet is included. It is served from 7:00 to 10:30 on the ground floor.",
       "ana", 3 * day);
  text("breakfast", "pt", "O café da manhã está incluído e é servido das 7:00 às 10:00. (Texto de exemplo)", "default",
       9 * day);
  text("check_in_time", "es", "El check-in es a partir de las 15:00.", "luis", 2 * day);
  text("check_in_time", "en", "Check-in is from 15:00.", "luis", 2 * day);
  text("check_in_time", "pt", "O check-in é a partir das 15:00.", "luis", 2 * day);
  text("gym", "es", "El gimnasio está abierto las 24 horas. (Texto de ejemplo)", "default", 9 * day);
  text("gym", "en", "The gym is open 24 hours. (Example text)", "default", 9 * day);
  text("gym", "pt", "A academia funciona 24 horas. (Texto de exemplo)", "default", 9 * day);
  text("laundry", "es", "Lavamos su ropa en el día si la deja en recepción antes de las 9:00.", "ana", 4 * kHour);
  text("parking", "es", "Hay estacionamiento propio sin cargo, sujeto a disponibilidad; altura máxima 2,10 m.", "luis",
       6 * day);
  text("parking", "en", "There is free parking, subject to availability; maximum height 2.10 m.", "luis", 6 * day);
  text("pool", "es", "La piscina está abierta de 9:00 a 20:00. (Texto de ejemplo)", "default", 9 * day);
  text("pool", "en", "The pool is open from 9:00 to 20:00. (Example text)", "default", 9 * day);
  text("pool", "pt", "A piscina funciona das 9:00 às 20:00. (Texto de exemplo)", "default", 9 * day);
}

}  // namespace hotel::guiwidgets_test
