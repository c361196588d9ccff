#include "agent/turn.h"

#include <algorithm>
#include <boost/json/array.hpp>

#include "wire/codec.h"

namespace hotel::agent {
namespace {

namespace json = boost::json;
using domain::GuestAction;

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

Turn::Turn(ports::Pms& pms, const House& house, ports::LanguageModel* model, TurnInput input)
    : pms_(pms), house_(house), help_(model), input_(std::move(input)), state_(dialogue_from_json(input_.dialogue)) {}

void Turn::tell(std::string_view key, Values values) {
  add(say(lang_, key, values));
  if (auto own = fact_of_wording(lang_, key, input_.now)) facts_.push_back(std::move(*own));
}
void Turn::add(std::string text) {
  if (!body_.empty() && !body_.ends_with('\n') && !body_.ends_with(' ')) body_ += '\n';
  body_ += text;
}
void Turn::fact(Fact fact) {
  facts_.push_back(std::move(fact));
  purpose_ = domain::Purpose::kFact;
}
void Turn::guest_fact(std::string what, std::string value) {
  facts_.push_back(fact_of_guest(std::move(what), std::move(value), lang_, input_.now));
}
void Turn::hand_over(std::string reason, std::string_view key, Values values) {
  tell(key, values);
  out_.hand_over = true;
  out_.reason = std::move(reason);
  state_.misses = 0;
  act(GuestAction::kHandoff);
  done_ = true;
}
void Turn::ask(Asked asked, std::string_view key, Values values) {
  tell(key, values);
  state_.asked = asked;
  act(action_of(asked));
  done_ = true;
}
void Turn::fault(const base::Error& error) {
  if (error.code == base::ErrorCode::kInvalid) {
    state_.form.check_in.reset(), state_.form.check_out.reset();
    ask(Asked::kDates, "reject_long");
    return act(GuestAction::kRejectDates);
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
    if (m.type == "audio" && !wire::text_is_transcript(m)) {
      voice_ = true;
      unclear_ = unclear_ || (!wire::transcript_state(m).empty() && wire::transcript_state(m) != "off");
      continue;  // what its text says is a placeholder of ours
    }
    transcript_ = transcript_ || m.type == "audio";
    if (m.type != "text" && m.type != "audio" && m.type != "interactive" && m.type != "button" &&
        m.type != "request_welcome")
      media_ = true;
    if (m.text.empty()) continue;
    if (!text_.empty()) text_ += '\n';
    text_ += m.text;
  }
}

rt::Task<TurnResult> Turn::run() {
  read_messages();
  const auto prior = input_.language.empty() ? house_.default_language : input_.language;
  const auto& form = state_.form;
  nlu::DateContext context;
  context.rules = house_.date_rules;
  if (form.period)
    context.period = nlu::Span{form.period->first, form.period->second};
  else if (form.check_in)  // "del 6 al 9 de noviembre" … "¿y del 13 al 16?"
    context.period = nlu::month_span(static_cast<int>(form.check_in->year()),
                                     static_cast<int>(static_cast<unsigned>(form.check_in->month())));
  context.departure_wanted = state_.asked == Asked::kCheckOut;
  context.check_in = state_.stay ? form.check_in : std::nullopt;
  said_ = nlu::understand(text_, input_.today, prior, context);
  lang_ = text_.empty() ? prior : said_.language;
  out_.language = lang_;
  was_complete_ = state_.stay && domain::missing(form) == domain::Missing::kNothing;
  co_await ask_model_for_intent();
  co_await decide();
  co_await reword();
  finish();
  co_return std::move(out_);
}

rt::Task<void> Turn::decide() {
  take_expected_answer();
  if (people_first()) co_return;
  if (!choice_ids_.empty()) {
    const bool handled = co_await chosen();
    if (handled) co_return;
  }
  if (text_.empty() && choice_ids_.empty()) {
    if (!state_.greeted) tell("greeting", {{"hotel", house_.name}}), state_.greeted = true;
    act(GuestAction::kGreet);
    done_ = true;
    co_return;
  }
  take_bare_answers();
  if (!said_.entities.room_number.empty()) state_.room_number = said_.entities.room_number;
  const bool answered = co_await pending_answer();
  if (answered) co_return;
  const bool booking = co_await about_a_booking();
  if (booking) co_return;
  if (for_the_house()) co_return;
  co_await question_or_stay();
}

rt::Task<void> Turn::question_or_stay() {
  const bool in_form = state_.stay && !state_.order_open;
  const bool question =
      std::any_of(said_.intents.begin(), said_.intents.end(), [](const auto& i) { return question_intent(i.name); });
  const bool data = says_stay_data(said_.entities) || form_changed_;
  const auto& e = said_.entities;
  const bool photos = asks_photos() && !e.check_in && !e.nights && !e.adults && !e.guests && !has("book_room");
  const bool only_question = photos || (question_intent(said_.intent()) && !has("book_room") &&
                                        !has("check_availability") && !(has("ask_price") && data));
  if (only_question) {
    // A question leaves the form as it was; it is answered, and the open question stays open.
    state_.misses = 0;
    answer_question();
    co_return;
  }
  const bool social = is("goodbye") || is("other");
  const bool wants_stay =
      stay_intent(said_.intent()) || has("book_room") || has("check_availability") || (has("ask_price") && data);
  if (!(wants_stay || (data && !social) || (is("modify_booking") && in_form))) {
    co_await social_or_unknown();
    co_return;
  }
  state_.misses = 0;
  // Picking one of the offered rooms, or giving the name for it, is a wish to book; nothing is booked before the
  // summary's yes.
  const bool asks = has("ask_price") || has("check_availability") || text_.find('?') != std::string::npos;
  const bool picks =
      (state_.asked == Asked::kRoom || state_.asked == Asked::kBookIt || state_.asked == Asked::kOtherDates) &&
      !said_.entities.room_wishes.empty() && !asks;
  const bool names = state_.stay && !said_.entities.name.empty();
  if (state_.form_done) {
    // A new stay of the same guest: nothing of the old one is taken for granted.
    state_.form = {};
    state_.form_done = state_.wants_booking = false;
  }
  if (has("book_room") || picks || names) state_.wants_booking = true;
  state_.stay = true;
  state_.task.clear();
  co_await stay_turn();
  if (question && !out_.hand_over && payload_.empty() && !question_keys().empty()) {
    const auto action = out_.action;
    const auto ask_again = std::exchange(body_, {});
    answer_question();
    add(ask_again);
    act(action);
  }
}

bool Turn::people_first() {
  if (is("emergency")) {
    out_.alert = "emergency";
    hand_over("emergency", "handover_emergency");
    act(GuestAction::kEmergencyHandoff);
    return true;
  }
  if (is("opt_out")) {
    tell("opted_out");
    act(GuestAction::kOptedOut);
    out_.opt_out = true;
    state_.asked = Asked::kNothing;
    return true;
  }
  if (said_.asks_who && text_.find('?') != std::string::npos && (is("human_agent") || is("other"))) {
    tell("who_answers", {{"hotel", house_.name}});
    act(GuestAction::kAnswerFaq);
    return true;
  }
  if (is("human_agent")) return hand_over("wants_person", "handover_person"), true;
  if (media_) return hand_over("media", "handover_media"), true;
  if (voice_ && text_.empty() && choice_ids_.empty()) {
    if (input_.language.empty()) out_.language.clear();  // nobody has heard it yet
    return act(GuestAction::kFallback), true;            // finish() asks for text
  }
  if (said_.steering && is("other")) return tell("refuse"), act(GuestAction::kRefuse), true;
  if (is("complaint")) return hand_over("complaint", "handover_complaint"), true;
  return false;
}

rt::Task<bool> Turn::chosen() {
  const auto id = choice_ids_.back();
  const auto rest = [&](std::string_view prefix) {
    return id.starts_with(prefix) ? id.substr(prefix.size()) : std::string();
  };
  const auto again = [&](const std::string& intent) {  // the same button twice
    if (intent != state_.ordered) return false;
    tell(state_.order_open ? "already" : "ack");
    act(GuestAction::kAck);
    return true;
  };
  if (const auto intent = rest("confirm:"); !intent.empty()) {
    if (again(intent)) co_return true;
    if (state_.stay && state_.summary && state_.summary->intent_id == intent) {
      co_await confirm();
      co_return true;
    }
  } else if (const auto change = rest("change:"); !change.empty()) {
    if (again(change)) co_return true;
    if (state_.stay && state_.summary && state_.summary->intent_id == change) {
      state_.summary.reset();
      ask(Asked::kChange, "ask_change");
      co_return true;
    }
  } else if (const auto type = rest("room:"); !type.empty()) {
    const auto known =
        std::find_if(state_.offered.begin(), state_.offered.end(), [&](const auto& t) { return t.id == type; });
    if (known != state_.offered.end() && state_.stay) {
      state_.form.chosen = {{known->id, known->name, rooms_wanted()}};
      state_.form.wishes.clear();
      state_.wants_booking = true;
      co_await stay_turn();
      co_return true;
    }
  } else if (const auto cancel = rest("cancel:"); !cancel.empty()) {
    if (again(cancel)) co_return true;
    if (state_.cancel && state_.cancel->intent_id == cancel) {
      cancel_now();
      co_return true;
    }
  } else if (const auto apply = rest("apply:"); !apply.empty()) {
    if (again(apply)) co_return true;
    if (state_.change && state_.change->intent_id == apply) {
      change_now();
      co_return true;
    }
  } else if (const auto keep = rest("keep:"); !keep.empty()) {
    const bool mine =
        (state_.cancel && state_.cancel->intent_id == keep) || (state_.change && state_.change->intent_id == keep);
    if (mine) {
      tell("kept");
      act(GuestAction::kAck);
      state_.cancel.reset(), state_.change.reset();
      state_.asked = Asked::kNothing;
      co_return true;
    }
  }
  // Old or foreign buttons do nothing by themselves.
  tell("offer_gone");
  if (state_.stay && !state_.order_open) co_await stay_turn();
  co_return true;
}

rt::Task<void> Turn::social_or_unknown() {
  const bool open = state_.stay && !state_.order_open && state_.asked != Asked::kNothing;
  if (is("greeting")) {
    state_.misses = 0;
    tell(state_.greeted ? "greeting_again" : "greeting", {{"hotel", house_.name}});
    act(GuestAction::kGreet);
    state_.greeted = true;
    co_return;
  }
  if (is("thanks")) {
    tell("thanks");
    act(GuestAction::kAck);
    co_return;
  }
  if (is("goodbye")) {
    tell("goodbye");
    act(GuestAction::kGoodbye);
    co_return;
  }
  if ((is("affirm") || is("deny")) && !open) {
    tell("ack");
    act(GuestAction::kAck);
    co_return;
  }
  if (is("deny")) {
    tell("ack_no_thanks");
    act(GuestAction::kAck);
    state_.stay = state_.wants_booking = false;
    state_.asked = Asked::kNothing;
    co_return;
  }
  if (++state_.misses >= 2) {
    hand_over("not_understood", "handover_not_understood");
    co_return;
  }
  act(GuestAction::kFallback);
  if (!open) {
    tell("capabilities");
    co_return;
  }
  // In the middle of a form what is open is asked again, with what is known.
  tell("not_understood");
  const auto misses = state_.misses;
  co_await stay_turn();
  state_.misses = misses;
}

void Turn::finish() {
  out_.dialogue = to_json(state_);
  if (!body_.empty() || !payload_.empty()) answer();
  // A person has it anyhow, or the guest wants to be left alone.
  if (!voice_ || out_.hand_over || out_.opt_out) return;
  if (!out_.alert) out_.alert = "voice_note";
  Reply please;
  please.text = say(lang_, unclear_ ? "voice_unclear" : "voice");
  please.payload = text_payload(please.text);
  please.purpose = domain::Purpose::kCourtesy;
  please.why = {{"intent", said_.intent()},
                {"confidence", said_.confidence()},
                {"language", lang_},
                {"action", name(out_.action)},
                {"facts", json::array{}}};
  out_.replies.push_back(std::move(please));
}

void Turn::answer() {
  auto links = link(body_, lang_, facts_, input_.now);
  const auto payload = payload_.empty() ? text_payload(body_) : payload_;
  json::object why{{"language", lang_}, {"facts", facts_json(facts_)}};
  const auto fault = fault_of_evidence(why, payload, input_.now);
  if (fault) {
    // Never said: a claim without a reason is a fault of ours, or words of the guest's that would read as the house's.
    out_.book.reset(), out_.cancel.reset(), out_.change.reset();
    out_.dialogue = input_.dialogue;
    out_.hand_over = true;
    out_.reason = std::string(fault->code);
    out_.action = GuestAction::kHandoff;
    body_ = say(lang_, "handover_request");
    payload_ = {};
    facts_.clear();
    links = {};
    purpose_ = domain::Purpose::kCourtesy;
  }
  Reply reply;
  reply.text = body_;
  reply.payload = payload_.empty() ? text_payload(body_) : payload_;
  reply.purpose = purpose_;
  reply.why = {{"intent", said_.intent()},    {"confidence", said_.confidence()}, {"language", lang_},
               {"action", name(out_.action)}, {"facts", facts_json(facts_)},      {"claims", links_json(body_, links)}};
  if (fault) reply.why["withheld"] = fault->detail;  // for staff: what was not said
  if (transcript_) reply.why["transcript"] = true;   // what was understood, a machine heard
  if (model_intent_) reply.why["understood_by"] = "model";
  if (model_wording_ && !fault) reply.why["worded_by"] = "model";
  out_.replies.push_back(std::move(reply));
  if (!fault) finish_more();
}

// A pin, photos: each stands for itself, with the language and the action of the answer.
void Turn::finish_more() {
  for (auto& reply : more_) {
    reply.purpose = domain::Purpose::kFact;
    reply.why["intent"] = said_.intent();
    reply.why["confidence"] = said_.confidence();
    reply.why["language"] = lang_;
    reply.why["action"] = name(out_.action);
    reply.why["claims"] = links_json(reply.text, link(reply.text, lang_, facts_of(reply.why), input_.now));
    if (!fault_of_evidence(reply.why, reply.payload, input_.now)) out_.replies.push_back(std::move(reply));
  }
}

}  // namespace hotel::agent
