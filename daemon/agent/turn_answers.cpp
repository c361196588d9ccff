// What a message says to the question that was asked before it.
#include <algorithm>

#include "agent/turn.h"
#include "agent/wording.h"

namespace hotel::agent {
using domain::GuestAction;
namespace {
constexpr double kSureOfAnother = 0.9;
constexpr std::size_t kBareOrder = 4;  // words of "sí, cancelala por favor" without the yes
constexpr std::ptrdiff_t kPlainWords = 8;

// "6 anos", "ocho meses": ages with their unit, whatever other numbers a message has.
std::vector<int> ages_with_unit(const std::vector<nlu::Token>& tokens) {
  std::vector<int> out;
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    const auto& unit = tokens[i + 1].folded;
    const bool months = unit == "meses" || unit == "months" || unit == "mes" || unit == "month";
    const bool years = unit == "anos" || unit == "ano" || unit == "anito" || unit == "anitos" || unit == "aninho" ||
                       unit == "aninhos" || unit == "years" || unit == "year" || unit == "yrs" || unit == "anios";
    if (tokens[i].value >= 0 && tokens[i].value < (months ? 36 : 18) && (months || years))
      out.push_back(months ? tokens[i].value / 12 : tokens[i].value);
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::ptrdiff_t words_in(const std::string& text) {
  const auto tokens = nlu::tokenise(text);
  return std::count_if(tokens.begin(), tokens.end(), [](const nlu::Token& t) {
    return t.kind != nlu::Kind::kPunctuation && t.kind != nlu::Kind::kBreak;
  });
}
}  // namespace

void Turn::take_expected_answer() {
  const auto& e = said_.entities;
  if (text_.find('?') != std::string::npos || is("emergency") || is("opt_out") || said_.steering) return;
  const auto given = [&] {
    switch (state_.asked) {
      case Asked::kPeople:
      case Asked::kAdults:
        return e.adults || e.guests || e.children;
      case Asked::kDates:
      case Asked::kCheckOut:
      case Asked::kConfirmDates:
        return e.check_in || e.check_out || e.nights;
      case Asked::kAges:
        return !e.child_ages.empty();
      case Asked::kEmail:
        return !e.email.empty();
      case Asked::kName:
        return !e.name.empty();
      case Asked::kRoom:
      case Asked::kBookIt:
        return said_.that_one || !e.room_wishes.empty();
      default:
        return false;
    }
  };
  // A sure other wish stays: "a nombre de Ana, ¿y me pasás con alguien?"
  if (!given() || said_.confidence() >= kSureOfAnother) return;
  const bool same_form = is("book_room") || is("check_availability") || is("inform") || is("ask_price");
  if (!same_form) said_.intents = {{"inform", 0.9}};
}

void Turn::take_bare_answers() {
  const auto tokens = nlu::tokenise(text_);
  auto& e = said_.entities;
  const auto numbers = nlu::bare_numbers(tokens);
  const bool few = tokens.size() <= 8;
  const auto count = [&](int most) { return few && numbers.size() == 1 && numbers[0] >= 1 && numbers[0] <= most; };
  switch (state_.asked) {
    case Asked::kPeople:
      if (!e.adults && !e.guests && !e.children && count(60)) e.guests = numbers[0], said_.intents = {{"inform", 0.9}};
      break;
    case Asked::kAdults:
      if (!e.adults && count(60)) e.adults = numbers[0], e.guests.reset(), said_.intents = {{"inform", 0.9}};
      break;
    case Asked::kAges: {
      const auto wanted = static_cast<std::size_t>(state_.form.children.value_or(0));
      if (!e.child_ages.empty()) break;
      if (auto ages = ages_with_unit(tokens); !ages.empty() && ages.size() <= std::max<std::size_t>(wanted, 1)) {
        // "os gêmeos têm 3 anos": one age for all of them
        if (ages.size() == 1 && wanted > 1) ages.resize(wanted, ages.front());
        e.child_ages = std::move(ages);
        e.check_in.reset(), e.check_out.reset(), e.nights.reset(), e.children.reset();
        said_.intents = {{"inform", 0.9}};
        break;
      }
      const bool ages = std::all_of(numbers.begin(), numbers.end(), [](int n) { return n < 18; });
      if (!numbers.empty() && numbers.size() <= std::max<std::size_t>(wanted, 1) && ages) {
        e.child_ages = numbers;
        std::sort(e.child_ages.begin(), e.child_ages.end());
        e.adults.reset(), e.guests.reset(), e.children.reset(), e.check_in.reset(), e.check_out.reset(),
            e.nights.reset();
        said_.intents = {{"inform", 0.9}};
      }
      break;
    }
    case Asked::kRooms:
      if (!e.rooms && count(9)) e.rooms = numbers[0], e.guests.reset(), said_.intents = {{"inform", 0.9}};
      break;
    case Asked::kName:
      // What looks like a name after the question for one is the name, whatever word it may share with a cue.
      if (e.name.empty())
        if (const auto name = nlu::name_answer(tokens)) {
          e = nlu::Entities{};
          e.name = *name;
          said_.intents = {{"inform", 0.9}};
          said_.affirms = said_.denies = said_.steering = false;
        }
      break;
    case Asked::kRoomNumber:
      if (e.room_number.empty() && few)
        for (const auto& t : tokens)
          if (t.kind == nlu::Kind::kNumber && t.raw.size() <= 4) e.room_number = t.raw;
      break;
    case Asked::kCode:
      if (e.booking_code.empty() && tokens.size() == 1 && tokens[0].raw.size() >= 5 && tokens[0].raw.size() <= 20) {
        e.booking_code = tokens[0].raw;
        std::transform(e.booking_code.begin(), e.booking_code.end(), e.booking_code.begin(),
                       [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
        said_.intents = {{"inform", 0.8}};
      } else if (e.booking_code.empty() && e.name.empty()) {
        if (const auto name = nlu::name_answer(tokens)) e.name = *name, said_.intents = {{"inform", 0.8}};
      }
      break;
    default:
      break;
  }
}

bool Turn::says_yes() const {
  // What is written in the PMS needs a yes without a doubt in it.
  if (said_.denies || said_.hesitates || text_.find('?') != std::string::npos) return false;
  // Nor is a long speech one: a machine heard it, and may have lost the word that mattered.
  if (transcript_ && words_in(text_) > kPlainWords) return false;
  if (said_.affirms || has("affirm")) return true;
  // "Reservala" goes ahead with what was shown; "quiero reservar del 3 al 5 para dos" is a wish of its own.
  const auto& e = said_.entities;
  const bool own_wish = e.check_in || e.check_out || e.nights || e.adults || e.guests || e.children || e.rooms ||
                        !e.room_wishes.empty() || !e.name.empty() || !e.booking_code.empty();
  return said_.goes_ahead && !own_wish;
}
bool Turn::says_no() const {
  return said_.denies || is("deny");
}

rt::Task<bool> Turn::pending_answer() {
  const bool yes = says_yes(), no = says_no();
  if (state_.asked == Asked::kCancel && state_.cancel) {
    const bool done = co_await answer_to_cancel(yes, no);
    if (done) co_return true;
  }
  if (state_.asked == Asked::kModify && state_.change) {
    const bool done = co_await answer_to_change(yes, no);
    if (done) co_return true;
  }
  if (state_.asked == Asked::kEmail && state_.task == "invoice" && !said_.entities.email.empty()) {
    state_.form.email = said_.entities.email;
    invoice(nullptr);
    co_return true;
  }
  if (!state_.stay) {
    if (yes && !state_.ordered.empty() && is("affirm")) {
      tell(state_.order_open ? "still_working" : "ack");
      act(GuestAction::kAck);
      co_return true;
    }
    co_return false;
  }
  co_return co_await answer_to_stay(yes, no);
}

rt::Task<bool> Turn::answer_to_cancel(bool yes, bool no) {
  const auto& e = said_.entities;
  const bool question = text_.find('?') != std::string::npos;
  const bool other_wish = is("modify_booking") || e.check_in || e.nights || e.extra_nights;
  if (other_wish && !question) {
    // "No la canceles, mejor pasala al 17": the same booking, another wish.
    state_.booking_id = state_.cancel->booking_id;
    state_.cancel.reset();
    state_.asked = Asked::kNothing;
    co_await existing("change");
    co_return true;
  }
  if (question && (has("cancel_booking") || has("ask_policy"))) {
    said_.intents = {{"ask_policy", said_.confidence()}};
    answer_question();
    co_return true;
  }
  if (no || said_.keeps) {
    tell("kept");
    act(GuestAction::kAck);
    state_.cancel.reset();
    state_.asked = Asked::kNothing;
    co_return true;
  }
  const bool cancels = is("cancel_booking");
  const bool other_code = !e.booking_code.empty() && e.booking_code != state_.cancel->reference;
  if (other_code || (!e.booking_code.empty() && !yes && (cancels || is("inform")))) {
    co_await existing("cancel");  // a code instead of yes or no, or another one: asked again, for that one
    co_return true;
  }
  // "Cancelala" is a yes to what was shown; the whole wish once more is not, and is asked again.
  if (yes || (cancels && !said_.hesitates && !transcript_ && nlu::tokenise(text_).size() <= kBareOrder)) {
    cancel_now();
    co_return true;
  }
  co_return false;
}

rt::Task<bool> Turn::answer_to_change(bool yes, bool no) {
  auto trial = state_.form;
  const bool changes =
      merge(trial, said_of_stay(said_.entities), rules_after(state_.asked)) || said_.entities.extra_nights;
  const bool question = text_.find('?') != std::string::npos;
  if (changes && !question) {
    state_.booking_id = state_.change->booking_id;
    co_await existing("change");
    co_return true;
  }
  if (question) co_return false;
  if (said_.keeps && !yes) {
    tell("kept");
    act(GuestAction::kAck);
    state_.change.reset();
    state_.asked = Asked::kNothing;
    co_return true;
  }
  if (yes) {
    change_now();
    co_return true;
  }
  if (no) {
    state_.change.reset();
    ask(Asked::kModifyWhat, "ask_change_booking");
    co_return true;
  }
  co_return false;
}

rt::Task<bool> Turn::answer_to_stay(bool yes, bool no) {
  // A change of the form is never an answer to what was shown before it.
  auto trial = state_.form;
  form_changed_ = merge(trial, said_of_stay(said_.entities), rules_after(state_.asked));
  // Beside a plain yes the words of booking are no other wish: "dale, confirmá la reserva".
  const bool request = std::any_of(said_.intents.begin(), said_.intents.end(), [&](const auto& i) {
    const bool of_it = i.name == "book_room" ||
                       (yes && (i.name == "lookup_booking" || i.name == "check_availability" || i.name == "ask_price"));
    return i.wants() && !of_it;
  });
  const bool plain_yes = yes && !form_changed_ && !request;
  // A yes somewhere in a long spoken message: shown again, for a plain one.
  if (transcript_ && state_.summary && said_.affirms && !yes && !no && !form_changed_ &&
      text_.find('?') == std::string::npos) {
    co_await summarise("");
    co_return true;
  }
  if (state_.asked == Asked::kConfirm || state_.summary) {
    if (plain_yes || (said_.keeps && yes && !form_changed_)) {
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
  const bool that_one = (has("book_room") || said_.that_one) && text_.find('?') == std::string::npos &&
                        said_.entities.room_wishes.empty() &&
                        (state_.asked == Asked::kRoom || state_.asked == Asked::kBookIt);
  const bool one_offered = state_.asked == Asked::kBookIt || that_one;
  const bool no_request = !request || has("book_room") || said_.that_one;
  const bool takes = yes || has("book_room") || that_one;
  if (one_offered && !form_changed_ && no_request && takes && !no && !state_.focus.empty()) {
    const auto type =
        std::find_if(state_.offered.begin(), state_.offered.end(), [&](const auto& t) { return t.id == state_.focus; });
    state_.wants_booking = true;
    if (type != state_.offered.end()) {
      state_.form.chosen = {{type->id, type->name, rooms_wanted()}};
      state_.form.wishes = {{std::string(room_word(type->name)), 1}};
    }
    co_await stay_turn();
    co_return true;
  }
  const bool offered = state_.asked == Asked::kBookIt || state_.asked == Asked::kRoom ||
                       state_.asked == Asked::kOtherDates || state_.asked == Asked::kChange;
  if (offered && no && !form_changed_ && !request) {
    tell("ack_no_thanks");
    act(GuestAction::kAck);
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

}  // namespace hotel::agent
