// One turn while it is thought through. Lives for one call of Agent::turn on its executor; talks to the PMS only
// through the port. What the PMS cannot tell is said so and given to a person; no price, date or room is said that is
// not of this turn's answer or of the guest's own words.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "agent/agent.h"
#include "agent/dialogue.h"
#include "agent/evidence.h"
#include "agent/model_help.h"
#include "agent/phrases.h"
#include "agent/wording.h"

namespace hotel::agent {

// The PMS tells how many children a booked room has, not how old they are; the middle of childhood stands for it.
inline constexpr int kAgeNotKnown = 8;

class Turn {
 public:
  Turn(ports::Pms& pms, const House& house, ports::LanguageModel* model, TurnInput input);
  rt::Task<TurnResult> run();

 private:
  // turn.cpp: what is wanted
  void read_messages();
  bool people_first();  // emergency, opt-out, person, complaint, steering, media
  rt::Task<void> decide();
  rt::Task<bool> chosen();  // a button or a row of a list
  rt::Task<void> question_or_stay();
  rt::Task<void> social_or_unknown();
  void finish();
  void finish_more();
  void answer();  // what was written so far, if its claims hold

  // turn_model.cpp: where a language model may help
  rt::Task<void> ask_model_for_intent();
  rt::Task<void> reword();

  // turn_answers.cpp: what was asked before
  void take_expected_answer();      // the very data that was asked for is no other wish
  void take_bare_answers();         // "2", "7 y 9", "Lucía Ferrer" after the question for them
  rt::Task<bool> pending_answer();  // yes or no to what was asked
  rt::Task<bool> answer_to_cancel(bool yes, bool no);
  rt::Task<bool> answer_to_change(bool yes, bool no);
  rt::Task<bool> answer_to_stay(bool yes, bool no);
  bool says_yes() const;
  bool says_no() const;

  // turn_stay.cpp: availability, price, booking
  rt::Task<void> stay_turn();
  bool dates_rejected();
  bool dates_doubtful();
  bool something_missing();  // asks for it
  rt::Task<void> offer();
  rt::Task<bool> look(int rooms, ports::Freshness freshness);  // fills found_; false: said why not
  void tell_full();
  void tell_offers(const std::vector<const domain::Offer*>& offers);
  void offer_choice(const std::vector<const domain::Offer*>& fitting);
  rt::Task<void> quote();  // the price of a room that is only asked about
  int rooms_wanted() const;

  // turn_summary.cpp: from the chosen rooms to the order
  enum class Wish { kNone, kUnknown, kFull, kSmall, kFree };
  Wish choose_wished();  // fills form.chosen from the guest's words
  rt::Task<void> go_on_with_choice();
  rt::Task<void> summarise(std::string head);
  rt::Task<void> confirm();
  void order();
  std::optional<domain::BookingRequest> request() const;  // of the chosen rooms, as far as found_ holds them

  // turn_booking.cpp: existing bookings
  rt::Task<bool> about_a_booking();
  rt::Task<void> existing(std::string task);
  rt::Task<std::optional<wire::Booking>> find_booking(std::string task);
  bool may_see(const wire::Booking& booking) const;
  void show(const wire::Booking& booking);
  void ask_cancel(const wire::Booking& booking);
  void cancel_now();
  void invoice(const wire::Booking* booking);

  // turn_change.cpp: other days, people or room for an existing booking
  rt::Task<void> change_booking(const wire::Booking& booking);
  std::optional<domain::Stay> changed_stay(const wire::Booking& booking) const;
  void change_now();

  // turn_questions.cpp: the knowledge base, and what staff does
  std::vector<std::string> question_keys() const;
  bool answer_question();  // false: an entry is missing; staff was told
  void add_pin();
  bool asks_photos() const;
  bool add_photos(const ports::KnowledgeEntry& entry);
  bool for_the_house();  // service, transfer, review
  void service();
  void ticket(std::string kind, std::string text, std::string topic = {});

  void tell(std::string_view key, Values values = {});
  void add(std::string text);
  // Why the reply may say what it says; every claim of its text must rest on one of them (evidence.h).
  void fact(Fact fact);
  void guest_fact(std::string what, std::string value);
  void offer_fact(std::string what, std::string value);  // of found_
  void stay_fact();                                      // days and people that found_ was asked for
  void free_fact(const domain::Offer& offer);
  void hand_over(std::string reason, std::string_view key, Values values = {});
  void ask(Asked asked, std::string_view key, Values values = {});
  void fault(const base::Error& error);
  void act(domain::GuestAction action) { out_.action = action; }
  bool is(std::string_view intent) const { return said_.intent() == intent; }
  bool has(std::string_view intent) const { return said_.has(intent); }

  ports::Pms& pms_;
  const House& house_;
  ModelHelp help_;
  TurnInput input_;
  Dialogue state_;
  TurnResult out_;
  nlu::Understanding said_;
  std::string text_, lang_;
  std::vector<std::string> choice_ids_;
  bool media_ = false;
  bool voice_ = false, unclear_ = false;  // a voice note without its words; with a service that did not get them
  bool transcript_ = false;               // some of text_ is one
  bool form_changed_ = false;
  bool renames_ = false;       // a change of the booking's name is asked for
  bool was_complete_ = false;  // nothing was missing before this message
  domain::Availability found_;
  std::string body_;             // the reply that is being written
  boost::json::object payload_;  // empty: a plain text of body_
  domain::Purpose purpose_ = domain::Purpose::kCourtesy;
  std::vector<Fact> facts_;
  std::vector<Reply> more_;     // after the text: a pin, photos
  bool done_ = false;           // the turn's answer is complete
  const std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
  bool model_failed_ = false;   // not asked again in this turn
  bool model_intent_ = false;   // the intent is the model's guess
  bool model_wording_ = false;  // the words are the model's
};

}  // namespace hotel::agent
