#include "agent/agent.h"

#include <algorithm>

#include "agent/evidence.h"
#include "agent/turn.h"

namespace hotel::agent {
namespace {

std::string end_key(OrderEnd end) {
  switch (end) {
    case OrderEnd::kConfirmed:
      return "confirmed";
    case OrderEnd::kLost:
      return "lost";
    case OrderEnd::kRefused:
      return "refused";
    case OrderEnd::kUnknown:
      return "unknown";
    case OrderEnd::kCancelled:
      return "cancelled";
    case OrderEnd::kCancelFailed:
      return "cancel_failed";
    case OrderEnd::kModified:
      return "modified";
    case OrderEnd::kModifyFailed:
      return "modify_failed";
  }
  return "unknown";
}

// A confirmation needs the booking as the PMS holds it; without it nobody knows.
bool complete(const std::optional<wire::Booking>& booking) {
  return booking && !booking->reference.empty() && !booking->rooms.empty();
}

std::string rooms_text(std::string_view language, const wire::Booking& booking) {
  const auto& type = booking.rooms.front().room_type;
  const auto same =
      std::count_if(booking.rooms.begin(), booking.rooms.end(), [&](const auto& r) { return r.room_type == type; });
  std::string out = same > 1 ? std::to_string(same) + " x " + room_text(language, type) : room_text(language, type);
  for (const auto& room : booking.rooms)
    if (room.room_type != type) out += ", " + room_text(language, room.room_type);
  return out;
}

std::string end_text(OrderEnd end, const std::optional<wire::Booking>& booking, const std::string& language,
                     const House& house) {
  if (end == OrderEnd::kConfirmed || end == OrderEnd::kModified) {
    auto total = booking->total;
    if (total.currency.empty()) total.currency = house.currency;
    const auto& room = booking->rooms.front();
    return say(language, end_key(end),
               {{"code", booking->reference},
                {"room", rooms_text(language, *booking)},
                {"check_in", day_text(language, room.check_in)},
                {"check_out", day_text(language, room.check_out)},
                {"name", booking->guest_name},
                {"total", money_text(total)}});
  }
  return say(language, end_key(end), {{"code", booking ? booking->reference : std::string()}});
}

}  // namespace

Agent::Agent(ports::Pms& pms, House house, ports::LanguageModel* model)
    : pms_(pms), house_(std::move(house)), model_(model) {}

rt::Task<TurnResult> Agent::turn(TurnInput input) {
  Turn turn(pms_, house_, model_, std::move(input));
  co_return co_await turn.run();
}

TurnResult Agent::order_ended(OrderEnd end, const std::optional<wire::Booking>& booking, boost::json::object dialogue,
                              const std::string& language, wire::Millis now) const {
  namespace json = boost::json;
  const auto lang = language.empty() ? house_.default_language : language;
  if ((end == OrderEnd::kConfirmed || end == OrderEnd::kModified) && !complete(booking)) end = OrderEnd::kUnknown;
  auto state = dialogue_from_json(dialogue);
  state.order_open = false;
  TurnResult out;
  out.language = lang;
  Reply reply;
  reply.text = end_text(end, booking, lang, house_);
  reply.payload = text_payload(reply.text);
  std::vector<Fact> facts;
  if (booking) facts.push_back(fact_of_booking(*booking, lang, house_.currency, now));
  if (auto own = fact_of_wording(lang, end_key(end), now)) facts.push_back(std::move(*own));
  using domain::GuestAction;
  switch (end) {
    case OrderEnd::kConfirmed:
      out.action = GuestAction::kBooked;
      state.booking_id = booking->id;
      break;
    case OrderEnd::kModified:
      out.action = GuestAction::kModified;
      break;
    case OrderEnd::kCancelled:
      out.action = GuestAction::kCancelled;
      break;
    case OrderEnd::kLost:
      out.action = GuestAction::kOfferAlternatives;
      // The form stays, without the room that is gone, so that another can be chosen.
      state.form_done = false;
      if (state.stay) break;
      state.stay = state.wants_booking = true;
      state.form.chosen.clear(), state.form.wishes.clear();
      state.asked = Asked::kRoom;
      break;
    default:
      out.action = GuestAction::kHandoff;
      out.hand_over = true;
      out.reason = end == OrderEnd::kRefused        ? "booking_refused"
                   : end == OrderEnd::kUnknown      ? "booking_unknown"
                   : end == OrderEnd::kModifyFailed ? "change_failed"
                                                    : "cancel_failed";
  }
  reply.why = {{"intent", "order_ended"},    {"confidence", 1.0},
               {"language", lang},           {"action", name(out.action)},
               {"facts", facts_json(facts)}, {"claims", links_json(reply.text, link(reply.text, lang, facts, now))}};
  out.replies.push_back(std::move(reply));
  out.dialogue = to_json(state);
  return out;
}

}  // namespace hotel::agent
