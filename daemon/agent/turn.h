// One turn while it is thought through. Lives for one call of Agent::turn on its executor; talks to the PMS only
// through the port. What the PMS cannot tell is said so and given to a person; no price, date or room is said that is
// not of this turn's answer or of the guest's own words.
#pragma once

#include <string>
#include <vector>

#include "agent/agent.h"
#include "agent/dialogue.h"
#include "agent/phrases.h"
#include "agent/wording.h"

namespace hotel::agent {

class Turn {
 public:
  Turn(ports::Pms& pms, const House& house, TurnInput input);
  rt::Task<TurnResult> run();

 private:
  // turn.cpp: what is wanted
  void read_messages();
  bool people_first();  // emergency, opt-out, person, complaint, steering, media
  rt::Task<void> decide();
  rt::Task<bool> chosen();          // a button or a row of a list
  rt::Task<bool> pending_answer();  // yes or no to what was asked
  void take_bare_answers();         // "2", "7 y 9", "Lucía Ferrer" after the question for them
  void social_or_unknown();
  void finish();

  // turn_stay.cpp: availability, price, booking
  rt::Task<void> stay_turn();
  bool dates_missing();  // asks for what is missing of the dates
  bool people_missing();
  rt::Task<void> offer();
  rt::Task<bool> look(int rooms, ports::Freshness freshness);  // fills found_; false: said why not
  void tell_full();
  void tell_offers(const std::vector<const domain::Offer*>& offers, const std::string& head);
  rt::Task<void> choose(const domain::Offer& offer);
  rt::Task<void> summarise(std::string head);
  rt::Task<void> confirm();
  void order();
  const domain::Offer* wanted() const;  // what the guest named, as the PMS has it
  bool names_unknown_room() const;

  // turn_booking.cpp: existing bookings
  rt::Task<void> existing(std::string task);
  rt::Task<std::optional<wire::Booking>> find_booking(std::string task);
  bool may_see(const wire::Booking& booking) const;
  void show(const wire::Booking& booking);
  void ask_cancel(const wire::Booking& booking);
  void cancel_now();

  // turn_questions.cpp: the knowledge base
  std::vector<std::string> question_keys() const;
  bool answer_question();  // false: no entry for it
  void service();

  void tell(std::string_view key, Values values = {});
  void add(std::string text);
  void fact(std::string what, std::string value, std::string source, wire::Millis read_at);
  void hand_over(std::string reason, std::string_view key, Values values = {});
  void ask(Asked asked, std::string_view key, Values values = {});
  void fault(const base::Error& error);
  bool is(std::string_view intent) const { return said_.intent() == intent; }
  bool has(std::string_view intent) const { return said_.has(intent); }

  ports::Pms& pms_;
  const House& house_;
  TurnInput input_;
  Dialogue state_;
  TurnResult out_;
  nlu::Understanding said_;
  std::string text_, lang_;
  std::vector<std::string> choice_ids_;
  bool media_ = false, voice_ = false;
  bool form_changed_ = false;
  domain::Availability found_;
  std::string body_;             // the reply that is being written
  boost::json::object payload_;  // empty: a plain text of body_
  domain::Purpose purpose_ = domain::Purpose::kCourtesy;
  boost::json::array facts_;
  bool done_ = false;  // the turn's answer is complete
};

}  // namespace hotel::agent
