#include <algorithm>
#include <array>
#include <initializer_list>

#include "agent/turn.h"
#include "wire/text.h"

namespace hotel::agent {
using domain::GuestAction;
namespace {

struct Topic {
  std::string_view amenity, key;
};
constexpr std::array<Topic, 10> kTopics{{{"pool", "pool"},
                                         {"breakfast", "breakfast"},
                                         {"wifi", "wifi"},
                                         {"parking", "parking"},
                                         {"pets", "pets"},
                                         {"gym", "gym"},
                                         {"restaurant", "restaurant"},
                                         {"bar", "restaurant"},
                                         {"luggage_storage", "luggage"},
                                         {"crib", "children"}}};

bool any_of(const std::string& folded, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view w) { return folded.find(w) != std::string::npos; });
}

}  // namespace

// The entries of the knowledge base that the message asks for.
std::vector<std::string> Turn::question_keys() const {
  std::vector<std::string> keys;
  const auto put = [&](std::string_view key) {
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.emplace_back(key);
  };
  for (const auto& amenity : said_.entities.amenities) {
    const auto topic =
        std::find_if(kTopics.begin(), kTopics.end(), [&](const Topic& t) { return t.amenity == amenity; });
    put(topic != kTopics.end() ? topic->key
                               : std::string_view(amenity));  // staff may add entries under the amenity's own name
  }
  const auto folded = wire::fold(text_);
  if (has("late_checkout")) put("late_checkout");
  if (has("early_checkin")) put("early_checkin");
  if (is("request_invoice")) put("invoice");
  if (is("request_transfer")) put("transfer");
  if (has("ask_location")) put("address");
  if (has("ask_payment")) put("payment");
  if (has("ask_policy")) {
    if (any_of(folded, {"cancel", "anular"}))
      put("cancellation");
    else if (any_of(folded, {"fum", "smok"}))
      put("smoking");
    else if (any_of(folded, {"nin", "kid", "child", "crian", "toddler", "bebe", "menor"}))
      put("children");
    else if (keys.empty())
      put("policy");
  }
  if (is("ask_times") && keys.empty()) {
    const bool leaving = any_of(folded, {"out", "salida", "salir", "dejar", "saida", "sair", "leave", "entregar"});
    const bool entering = any_of(
        folded, {"check in", "check-in", "checkin", "chek in", "entrada", "entrar", "ingres", "get in", "llegar"});
    if (any_of(folded, {"recep", "front desk"}))
      put("reception");
    else {
      if (entering || !leaving) put("check_in_time");
      if (leaving) put("check_out_time");
    }
  }
  return keys;
}

bool Turn::answer_question() {
  bool missing = false, any = false;
  auto keys = question_keys();
  if (keys.empty()) missing = true;
  for (const auto& key : keys) {
    const auto entry = std::find_if(input_.knowledge.begin(), input_.knowledge.end(),
                                    [&](const auto& k) { return k.key == key && k.language == lang_; });
    if (entry != input_.knowledge.end() && !entry->text.empty()) {
      add(entry->text);
      fact(fact_of_entry(*entry, lang_, input_.now));
      any = true;
    } else if (key == "address" && !house_.address.empty()) {
      tell("address", {{"address", house_.address}});
      fact(fact_of_record("address", house_.address, lang_, std::string(kSettingsSource), input_.now));
      any = true;
    } else {
      missing = true;
    }
  }
  act(GuestAction::kAnswerFaq);
  if (!missing) return true;
  // The agent goes on with what it was about; staff answers this one, and can make an entry of it.
  tell(any ? "unanswered_part" : "handover_unanswered");
  ticket("unanswered_question", text_);
  act(GuestAction::kAnswerFaq);
  return false;
}

void Turn::ticket(std::string kind, std::string text) {
  out_.tickets.push_back({std::move(kind), std::move(text)});
  act(GuestAction::kCreateTicket);
}

// What people of the house do. Returns whether this was it.
bool Turn::for_the_house() {
  if (is("request_service") || state_.asked == Asked::kRoomNumber) {
    if (is("request_service") || !said_.entities.room_number.empty()) return service(), true;
  }
  if (is("request_transfer")) {
    state_.misses = 0;
    ticket("transfer_request", text_);
    tell("ticket_transfer");
    return true;
  }
  if (is("give_review")) {
    tell("review");
    act(GuestAction::kAck);
    return true;
  }
  return false;
}

void Turn::service() {
  state_.misses = 0;
  const auto request = is("request_service") ? text_ : state_.request;
  if (state_.room_number.empty()) {
    state_.task = "service";
    state_.request = request;
    return ask(Asked::kRoomNumber, "ask_room_number");
  }
  const auto wanted = state_.request.empty() || request == state_.request ? request : state_.request + "; " + request;
  ticket("service_request", "Room " + state_.room_number + ": " + wanted);
  state_.asked = Asked::kNothing;
  state_.task.clear();
  state_.request.clear();
  guest_fact("room_number", state_.room_number);
  tell("handover_service", {{"room", state_.room_number}});
}

}  // namespace hotel::agent
