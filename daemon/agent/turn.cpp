#include "agent/turn.h"

#include <algorithm>
#include <boost/json/array.hpp>

#include "wire/codec.h"

namespace hotel::agent {
namespace {

namespace json = boost::json;

bool stay_intent(std::string_view intent) {
  return intent == "check_availability" || intent == "book_room" || intent == "ask_price";
}
bool question_intent(std::string_view intent) {
  return intent == "ask_amenities" || intent == "ask_times" || intent == "ask_policy" || intent == "ask_location" ||
         intent == "ask_payment" || intent == "late_checkout" || intent == "early_checkin";
}
bool says_stay_data(const nlu::Entities& e) {
  return e.check_in || e.check_out || e.nights || e.adults || e.children || e.guests || e.rooms ||
         !e.room_wishes.empty() || e.period || !e.child_ages.empty();
}
bool silent_type(const std::string& type) {
  return type == "reaction" || type == "system" || type == "edit" || type == "revoke";
}

}  // namespace

Turn::Turn(ports::Pms& pms, const House& house, TurnInput input)
    : pms_(pms), house_(house), input_(std::move(input)), state_(dialogue_from_json(input_.dialogue)) {}

void Turn::tell(std::string_view key, Values values) {
  add(say(lang_, key, values));
}
void Turn::add(std::string text) {
  if (!body_.empty() && !body_.ends_with('\n') && !body_.ends_with(' ')) body_ += '\n';
  body_ += text;
}
void Turn::fact(std::string what, std::string value, std::string source, wire::Millis read_at) {
  facts_.push_back(json::object{{"what", std::move(what)},
                                {"value", std::move(value)},
                                {"source", std::move(source)},
                                {"read_at", wire::to_rfc3339(read_at)}});
  purpose_ = domain::Purpose::kFact;
}
void Turn::hand_over(std::string reason, std::string_view key, Values values) {
  tell(key, values);
  out_.hand_over = true;
  out_.reason = std::move(reason);
  state_.misses = 0;
  done_ = true;
}
void Turn::ask(Asked asked, std::string_view key, Values values) {
  tell(key, values);
  state_.asked = asked;
  done_ = true;
}
void Turn::fault(const base::Error& error) {
  if (error.code == base::ErrorCode::kInvalid) {
    state_.form.check_in.reset(), state_.form.check_out.reset();
    return ask(Asked::kDates, "reject_long");
  }
  hand_over("pms_unavailable", "pms_unavailable");
}

void Turn::read_messages() {
  for (const auto& m : input_.messages) {
    const json::value interactive(m.interactive);
    const auto id = wire::text_of(interactive, "id");
    if ((m.type == "interactive" || m.type == "button") && !id.empty()) {
      choice_ids_.push_back(id);
      continue;  // the title is our own word, not the guest's
    }
    if (silent_type(m.type)) continue;
    if (m.type == "audio" && m.text.empty())
      voice_ = true;
    else if (m.type != "text" && m.type != "audio" && m.type != "interactive" && m.type != "button" &&
             m.type != "request_welcome")
      media_ = true;
    if (m.text.empty() || (m.type == "audio" && m.text.empty())) continue;
    if (!text_.empty()) text_ += '\n';
    text_ += m.text;
  }
}

rt::Task<TurnResult> Turn::run() {
  read_messages();
  const auto prior = input_.language.empty() ? house_.default_language : input_.language;
  nlu::DateContext context;
  context.period = state_.form.period;
  context.departure_wanted = state_.asked == Asked::kCheckOut;
  context.check_in = state_.stay ? state_.form.check_in : std::nullopt;
  said_ = nlu::understand(text_, input_.today, prior, context);
  lang_ = text_.empty() ? prior : said_.language;
  out_.language = lang_;
  co_await decide();
  finish();
  co_return std::move(out_);
}

rt::Task<void> Turn::decide() {
  if (people_first()) co_return;
  if (!choice_ids_.empty()) {
    const bool handled = co_await chosen();
    if (handled) co_return;
  }
  if (text_.empty() && choice_ids_.empty()) {
    if (!state_.greeted) tell("greeting", {{"hotel", house_.name}}), state_.greeted = true;
    done_ = true;
    co_return;
  }
  take_bare_answers();
  const bool answered = co_await pending_answer();
  if (answered) co_return;

  const bool in_form = state_.stay && !state_.order_open;
  const bool code = !said_.entities.booking_code.empty();
  if (has("cancel_booking") && (!is("modify_booking") || code) && !is("ask_policy")) {
    if (in_form && !code && input_.bookings.empty() && state_.asked != Asked::kNothing) {
      state_ =
          Dialogue{{}, false,         false, Asked::kNothing, {}, {}, {}, {}, {}, {}, state_.ordered, state_.order_open,
                   0,  state_.greeted};
      tell("ack_no_thanks");
      co_return;
    }
    co_await existing("cancel");
    co_return;
  }
  if (is("modify_booking") && !in_form) {
    hand_over("change_request", "handover_change");
    co_return;
  }
  if (is("lookup_booking") || (code && !state_.stay && state_.task.empty() && is("inform"))) {
    co_await existing("lookup");
    co_return;
  }
  if (state_.asked == Asked::kCode && (code || !said_.entities.name.empty())) {
    auto task = state_.task.empty() ? std::string("lookup") : state_.task;
    co_await existing(std::move(task));
    co_return;
  }
  if (is("request_service") || (state_.asked == Asked::kRoomNumber && !said_.entities.room_number.empty())) {
    service();
    co_return;
  }
  if (is("request_invoice") || is("request_transfer")) {
    answer_question();
    hand_over(is("request_invoice") ? "invoice_request" : "transfer_request", "handover_request");
    co_return;
  }
  if (is("give_review")) {
    tell("review");
    co_return;
  }
  const bool question =
      std::any_of(said_.intents.begin(), said_.intents.end(), [](const auto& i) { return question_intent(i.name); });
  const bool data = says_stay_data(said_.entities) || form_changed_;
  const bool only_question =
      question_intent(said_.intent()) && !has("book_room") && !has("check_availability") && !(has("ask_price") && data);
  if (only_question) {
    // A question leaves the form as it was; it is answered, and the open question stays open.
    state_.misses = 0;
    if (!answer_question()) hand_over("unanswered_question", "handover_unanswered");
    co_return;
  }
  const bool wants_stay =
      stay_intent(said_.intent()) || has("book_room") || has("check_availability") || (has("ask_price") && data);
  if (wants_stay || data || (is("modify_booking") && in_form)) {
    state_.misses = 0;
    // Picking one of the offered rooms, or giving the name for it, is a wish to book; nothing is booked before the
    // summary's yes.
    const bool asks = has("ask_price") || has("check_availability") || text_.find('?') != std::string::npos;
    const bool picks =
        (state_.asked == Asked::kRoom || state_.asked == Asked::kBookIt || state_.asked == Asked::kOtherDates) &&
        !said_.entities.room_wishes.empty() && !asks;
    const bool names = state_.stay && !said_.entities.name.empty();
    if (has("book_room") || picks || names) state_.wants_booking = true;
    state_.stay = true;
    state_.task.clear();
    co_await stay_turn();
    if (question && !out_.hand_over && payload_.empty() && !question_keys().empty()) {
      const auto ask_again = std::move(body_);
      body_.clear();
      if (!answer_question())
        add(say(lang_, "handover_unanswered")), out_.hand_over = true, out_.reason = "unanswered_question";
      add(ask_again);
    }
    co_return;
  }
  social_or_unknown();
}

bool Turn::people_first() {
  if (is("emergency")) {
    out_.alert = "emergency";
    hand_over("emergency", "handover_emergency");
    return true;
  }
  if (is("opt_out")) {
    tell("opted_out");
    out_.opt_out = true;
    state_ = Dialogue{};
    return true;
  }
  if (is("human_agent")) return hand_over("wants_person", "handover_person"), true;
  if (media_) return hand_over("media", "handover_media"), true;
  if (voice_ && text_.empty()) return tell("voice"), true;
  if (said_.steering && is("other")) return tell("refuse"), true;
  if (is("complaint")) return hand_over("complaint", "handover_complaint"), true;
  return false;
}

void Turn::take_bare_answers() {
  const auto tokens = nlu::tokenise(text_);
  auto& e = said_.entities;
  const auto numbers = nlu::bare_numbers(tokens);
  const bool few = tokens.size() <= 8;
  const auto count = [&](int most) { return few && numbers.size() == 1 && numbers[0] >= 1 && numbers[0] <= most; };
  switch (state_.asked) {
    case Asked::kPeople:
      if (!e.adults && !e.guests && !e.children && count(60)) e.guests = numbers[0];
      break;
    case Asked::kAdults:
      if (!e.adults && count(60)) e.adults = numbers[0], e.guests.reset();
      break;
    case Asked::kAges: {
      const auto wanted = static_cast<std::size_t>(state_.form.children.value_or(0));
      const bool ages = std::all_of(numbers.begin(), numbers.end(), [](int n) { return n < 18; });
      if (e.child_ages.empty() && !numbers.empty() && numbers.size() <= std::max<std::size_t>(wanted, 1) && ages) {
        e.child_ages = numbers;
        std::sort(e.child_ages.begin(), e.child_ages.end());
        e.adults.reset(), e.guests.reset(), e.children.reset(), e.check_in.reset(), e.check_out.reset();
      }
      break;
    }
    case Asked::kRooms:
      if (!e.rooms && count(9)) e.rooms = numbers[0], e.guests.reset();
      break;
    case Asked::kName:
      // What looks like a name after the question for one is the name, whatever cue its words may share.
      if (e.name.empty() && (!said_.intents.front().wants() || !text_.empty()))
        if (const auto name = nlu::name_answer(tokens)) {
          e = nlu::Entities{};
          e.name = *name;
          said_.intents = {{"inform", 0.9}};
          said_.affirms = said_.denies = false;
        }
      break;
    case Asked::kRoomNumber:
      if (e.room_number.empty())
        for (const auto& t : tokens)
          if (t.kind == nlu::Kind::kNumber && t.raw.size() <= 4 && few) e.room_number = t.raw;
      break;
    case Asked::kCode:
      if (e.booking_code.empty() && tokens.size() == 1 && tokens[0].raw.size() >= 5 && tokens[0].raw.size() <= 20) {
        e.booking_code = tokens[0].raw;
        std::transform(e.booking_code.begin(), e.booking_code.end(), e.booking_code.begin(),
                       [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
        said_.intents = {{"inform", 0.8}};
      }
      break;
    default:
      break;
  }
}

rt::Task<bool> Turn::pending_answer() {
  const bool question = text_.find('?') != std::string::npos;
  const bool yes = said_.affirms && !question;
  const bool no = said_.denies || is("deny");
  if (state_.asked == Asked::kCancel && state_.cancel) {
    if (yes) {
      cancel_now();
      co_return true;
    }
    if (no) {
      tell("kept");
      state_.cancel.reset();
      state_.asked = Asked::kNothing;
      co_return true;
    }
    // A code instead of yes or no says which booking is meant: asked again, for that one.
    if (!said_.entities.booking_code.empty() && is("inform")) {
      co_await existing("cancel");
      co_return true;
    }
  }
  if (!state_.stay) {
    if (yes && !state_.ordered.empty() && is("affirm")) {
      tell(state_.order_open ? "still_working" : "ack");
      co_return true;
    }
    co_return false;
  }
  // A change of the form is never an answer to what was shown before it.
  auto trial = state_.form;
  form_changed_ = merge(trial, said_, state_.asked);
  const bool request = std::any_of(said_.intents.begin(), said_.intents.end(),
                                   [](const auto& i) { return i.wants() && i.name != "book_room"; });
  const bool plain_yes = yes && !form_changed_ && !request;
  if (state_.asked == Asked::kConfirm || state_.summary) {
    if (plain_yes) {
      co_await confirm();
      co_return true;
    }
    if (no && !form_changed_ && !request && state_.asked == Asked::kConfirm) {
      state_.summary.reset();
      ask(Asked::kChange, "ask_change");
      co_return true;
    }
  }
  if (state_.asked == Asked::kConfirmDates && plain_yes) {
    state_.other.reset();
    co_await stay_turn();
    co_return true;
  }
  if (state_.asked == Asked::kConfirmDates && no && !form_changed_ && !request && state_.other) {
    // "No" to the first reading means the second one; it is still shown before anything is booked.
    if (state_.other->check_in) state_.form.check_in = state_.other->check_in;
    state_.form.check_out = state_.other->check_out;
    state_.other.reset();
    co_await stay_turn();
    co_return true;
  }
  const bool one_offered = state_.asked == Asked::kBookIt || (has("book_room") && said_.entities.room_wishes.empty() &&
                                                              !state_.focus.empty() && state_.asked == Asked::kRoom);
  if (one_offered && !form_changed_ && !request && (yes || has("book_room")) && !state_.focus.empty()) {
    state_.wants_booking = true;
    state_.form.type_id = state_.focus;
    co_await stay_turn();
    co_return true;
  }
  const bool offered = state_.asked == Asked::kBookIt || state_.asked == Asked::kRoom ||
                       state_.asked == Asked::kOtherDates || state_.asked == Asked::kChange;
  if (offered && no && !form_changed_ && !request) {
    tell("ack_no_thanks");
    state_.stay = state_.wants_booking = false;
    state_.summary.reset();
    state_.asked = Asked::kNothing;
    co_return true;
  }
  if (state_.asked == Asked::kOtherDates && plain_yes) {
    state_.form.check_in.reset(), state_.form.check_out.reset();
    ask(Asked::kDates, "ask_dates");
    co_return true;
  }
  co_return false;
}

rt::Task<bool> Turn::chosen() {
  const auto id = choice_ids_.back();
  const auto rest = [&](std::string_view prefix) {
    return id.starts_with(prefix) ? id.substr(prefix.size()) : std::string();
  };
  if (const auto intent = rest("confirm:"); !intent.empty()) {
    if (intent == state_.ordered) {
      tell(state_.order_open ? "already" : "ack");
      co_return true;
    }
    if (state_.stay && state_.summary && state_.summary->intent_id == intent) {
      co_await confirm();
      co_return true;
    }
  } else if (const auto change = rest("change:"); !change.empty()) {
    if (change == state_.ordered) {
      tell(state_.order_open ? "already" : "ack");
      co_return true;
    }
    if (state_.stay && state_.summary && state_.summary->intent_id == change) {
      state_.summary.reset();
      ask(Asked::kChange, "ask_change");
      co_return true;
    }
  } else if (const auto type = rest("room:"); !type.empty()) {
    const bool known =
        std::any_of(state_.offered.begin(), state_.offered.end(), [&](const auto& t) { return t.id == type; });
    if (known && state_.stay) {
      state_.form.type_id = type;
      state_.form.wishes.clear();
      state_.wants_booking = true;
      co_await stay_turn();
      co_return true;
    }
  } else if (const auto cancel = rest("cancel:"); !cancel.empty()) {
    if (state_.cancel && state_.cancel->intent_id == cancel) {
      cancel_now();
      co_return true;
    }
    if (cancel == state_.ordered) {
      tell("already");
      co_return true;
    }
  } else if (const auto keep = rest("keep:"); !keep.empty() && state_.cancel && state_.cancel->intent_id == keep) {
    tell("kept");
    state_.cancel.reset();
    state_.asked = Asked::kNothing;
    co_return true;
  }
  // Old or foreign buttons do nothing by themselves.
  tell("offer_gone");
  if (state_.stay && !state_.order_open) co_await stay_turn();
  co_return true;
}

void Turn::social_or_unknown() {
  done_ = true;
  if (is("greeting")) {
    state_.misses = 0;
    tell(state_.greeted ? "greeting_again" : "greeting", {{"hotel", house_.name}});
    state_.greeted = true;
    return;
  }
  if (is("thanks")) return tell("thanks");
  if (is("goodbye")) return tell("goodbye");
  if (is("affirm") && state_.asked == Asked::kNothing) return tell("ack");
  if (is("deny") && state_.asked == Asked::kNothing) return tell("ack");
  if (++state_.misses >= 2) return hand_over("not_understood", "handover_not_understood");
  tell("capabilities");
}

void Turn::finish() {
  out_.dialogue = to_json(state_);
  if (body_.empty() && payload_.empty()) return;
  Reply reply;
  reply.text = body_;
  reply.payload = payload_.empty() ? text_payload(body_) : payload_;
  reply.purpose = purpose_;
  reply.why = {{"intent", said_.intent()}, {"confidence", said_.confidence()}, {"language", lang_}, {"facts", facts_}};
  out_.replies.push_back(std::move(reply));
}

}  // namespace hotel::agent
