#include "guest_script.h"

#include <boost/json/array.hpp>

namespace hotel::trial {
namespace {

using domain::GuestAction;

const std::vector<std::string> kNames{"Lucía Ferrer", "Tom Baker",    "João Pereira",
                                      "Marta Núñez",  "Anne O'Neill", "Rafael Souza"};

void collect(const boost::json::value& value, std::vector<std::string>& out) {
  if (value.is_array())
    for (const auto& item : value.get_array()) collect(item, out);
  if (!value.is_object()) return;
  for (const auto& member : value.get_object())
    if (member.key() == "id" && member.value().is_string())
      out.emplace_back(member.value().get_string());
    else
      collect(member.value(), out);
}

std::string starting(const std::vector<std::string>& choices, std::string_view prefix) {
  for (const auto& id : choices)
    if (id.starts_with(prefix)) return id;
  return {};
}

}  // namespace

std::vector<std::string> choices_of(const agent::TurnResult& result) {
  std::vector<std::string> out;
  for (const auto& reply : result.replies) collect(reply.payload, out);
  return out;
}

std::string text_of(const agent::TurnResult& result) {
  std::string out;
  for (const auto& reply : result.replies) out += reply.text + "\n";
  return out;
}

GuestScript::GuestScript(Chance& chance, wire::Date today, std::string language, Goal goal, std::string code)
    : chance_(chance), today_(today), words_(std::move(language), chance), goal_(goal), code_(std::move(code)) {
  static const std::vector<std::string> kRooms{"", "", "single", "double", "double", "triple", "family", "suite"};
  other_days();
  wish_.adults = 1 + below(chance_, 4);
  if (one_in(chance_, 4))
    for (int n = 1 + below(chance_, 2); n > 0; --n) wish_.ages.push_back(1 + below(chance_, 15));
  wish_.room = any(chance_, kRooms);
  wish_.name = any(chance_, kNames);
}

void GuestScript::other_days() {
  wish_.from = wire::add_days(today_, 1 + below(chance_, 150));
  wish_.nights = 1 + below(chance_, 7);
}

Line GuestScript::first() {
  switch (goal_) {
    case Goal::kAsk:
      return words(one_in(chance_, 2) ? "price" : "availability");
    case Goal::kBook:
      return words("book");
    case Goal::kCancel:
      return words("cancel");
    case Goal::kChange:
      return words("change");
    case Goal::kLookup:
      return words("lookup");
    case Goal::kChat:
      return words(one_in(chance_, 2) ? "question" : "small_talk");
  }
  return words("small_talk");
}

// Who reads what is shown agrees only to his own days.
Line GuestScript::to_summary(const agent::TurnResult& last, const std::vector<std::string>& choices) {
  const auto text = text_of(last);
  if (last.action == GuestAction::kConfirmBooking &&
      text.find(shown_day(words_.language(), wish_.from)) == std::string::npos)
    return words("correct");
  switch (below(chance_, 8)) {
    case 0:
      return words("doubt");
    case 1:
      return words("no");
    case 2:
      other_days();
      return words("other_days");
    case 3:
      return words("question");
    case 4:
    case 5:
      for (const std::string_view yes : {"confirm:", "cancel:", "apply:"})
        if (auto id = starting(choices, yes); !id.empty()) return {"", id, true};
      return words("yes", true);
    default:
      return words("yes", true);
  }
}

Line GuestScript::to_offer(const std::vector<std::string>& choices) {
  if (one_in(chance_, 5)) {
    other_days();
    return words("other_days");
  }
  if (one_in(chance_, 5)) return words("question");
  if (goal_ != Goal::kBook && one_in(chance_, 2)) {
    content_ = true;
    return words("thanks");
  }
  std::vector<std::string> rows;
  for (const auto& id : choices)
    if (id.starts_with("room:")) rows.push_back(id);
  if (!rows.empty() && one_in(chance_, 2)) return {"", any(chance_, rows), false};
  if (!rows.empty()) {
    static const std::vector<std::string> kCommon{"double", "single", "triple", "family", "suite"};
    if (wish_.room.empty()) wish_.room = any(chance_, kCommon);
    return words("room");
  }
  return words("yes");
}

std::optional<Line> GuestScript::answer(const agent::TurnResult& last) {
  if (content_ || last.hand_over || last.opt_out || --left_ <= 0) return std::nullopt;
  const auto choices = choices_of(last);
  switch (last.action) {
    case GuestAction::kAskDates:
    case GuestAction::kAskCheckOut:
    case GuestAction::kRejectDates:
      return words("dates");
    case GuestAction::kConfirmDates:
      return one_in(chance_, 3) ? words("correct") : words("yes");
    case GuestAction::kAskGuests:
      return words("people");
    case GuestAction::kAskChildAges:
      if (wish_.ages.empty()) wish_.ages = {4};
      return words("ages");
    case GuestAction::kAskName:
      return words("name");
    case GuestAction::kAskBookingCode:
      return words("code");
    case GuestAction::kOfferRooms:
    case GuestAction::kAskRoomType:
      return to_offer(choices);
    case GuestAction::kOfferAlternatives:
      if (!starting(choices, "room:").empty() && one_in(chance_, 2)) return to_offer(choices);
      other_days();
      return words("other_days");
    case GuestAction::kConfirmBooking:
    case GuestAction::kConfirmCancel:
    case GuestAction::kConfirmModify:
      return to_summary(last, choices);
    case GuestAction::kAskChange:
      other_days();
      return words("other_days");
    case GuestAction::kBooked:
    case GuestAction::kCancelled:
    case GuestAction::kModified:
    case GuestAction::kShowBooking:
      content_ = !one_in(chance_, 3);
      return words(content_ ? "thanks" : "question");
    case GuestAction::kGreet:
    case GuestAction::kFallback:
    case GuestAction::kAnswerFaq:
    case GuestAction::kAck:
      if (goal_ == Goal::kChat && one_in(chance_, 2)) {
        goal_ = Goal::kAsk;
        return first();
      }
      return one_in(chance_, 3) ? words("question") : first();
    default:
      return words("small_talk");
  }
}

}  // namespace hotel::trial
