// Where a language model may help a turn: with the intent of a message that our own understanding is unsure of, and
// with the wording of an answer that is already right. It decides nothing: what books, cancels or changes needs the
// guest's own yes to what was shown, and is never asked of it; its words are checked against the facts as ours are.
#include "agent/turn.h"
#include "rt/timeout.h"

namespace hotel::agent {
namespace {

using domain::GuestAction;

constexpr double kUnsure = 0.5;
constexpr double kOfTheModel = 0.6;  // the confidence that its guess is given
constexpr std::chrono::seconds kIntentTime{5}, kWordingTime{9};
// Kinder words are not worth a guest's waiting: a turn that has taken so long, with its PMS, is said as it is.
constexpr std::chrono::seconds kLateTurn{10};

bool may_be_worded(GuestAction action) {
  switch (action) {
    case GuestAction::kAnswerFaq:
    case GuestAction::kOfferRooms:
    case GuestAction::kOfferAlternatives:
    case GuestAction::kConfirmDates:
      return true;
    default:
      return false;
  }
}

}  // namespace

rt::Task<void> Turn::ask_model_for_intent() {
  const bool decides = state_.summary || state_.cancel || state_.change;
  const bool answers = state_.asked != Asked::kNothing;  // the words are an answer to our question
  if (!help_.is_on() || text_.empty() || decides || answers || said_.steering || !choice_ids_.empty()) co_return;
  if (said_.confidence() >= kUnsure) co_return;
  auto asking = help_.name_intent({input_.conversation_id, input_.today}, text_, lang_, {});
  const auto named = co_await rt::with_timeout(std::move(asking), kIntentTime);
  model_failed_ = !named || !*named;
  if (model_failed_ || (*named)->intent == "other") co_return;
  said_.intents = {{(*named)->intent, kOfTheModel}};
  model_intent_ = true;
}

rt::Task<void> Turn::reword() {
  const bool plain = payload_.empty() && !body_.empty() && may_be_worded(out_.action);
  if (!help_.is_on() || model_failed_ || !plain || out_.hand_over || out_.alert || out_.opt_out) co_return;
  if (std::chrono::steady_clock::now() - begun_ > kLateTurn) co_return;
  if (!link(body_, lang_, facts_, input_.now).unbound.empty()) co_return;  // finish() withholds it
  auto asking = help_.reword({input_.conversation_id, input_.today}, {facts_, body_, lang_, input_.now}, text_);
  auto worded = co_await rt::with_timeout(std::move(asking), kWordingTime);
  if (!worded || !worded->by_model) co_return;
  body_ = std::move(worded->text);
  model_wording_ = true;
}

}  // namespace hotel::agent
