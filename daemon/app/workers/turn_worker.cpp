#include "app/workers/turn_worker.h"

#include <algorithm>

#include "app/agent_output.h"
#include "app/voice_rules.h"
#include "app/workers/loop.h"
#include "base/log.h"
#include "rt/timeout.h"
#include "whatsapp/phone.h"

namespace hotel::app {
namespace {

constexpr wire::Millis kLease = 30'000;
constexpr std::chrono::seconds kThinkingTime{25};
constexpr std::size_t kSideBySide = 16;
constexpr int kTries = 3;

struct Material {
  std::vector<wire::Booking> bookings;
  std::vector<ports::KnowledgeEntry> knowledge;
};

wire::Millis newest(const std::vector<wire::Message>& messages) {
  wire::Millis at = 0;
  for (const auto& m : messages) at = std::max(at, m.created_at);
  return at;
}

}  // namespace

TurnWorker::TurnWorker(Context& context) : context_(context), tasks_(context.io.get_executor()) {}

rt::Task<void> TurnWorker::run() {
  co_await work_loop(context_, "turns", context_.signals.turns, std::chrono::milliseconds{1000},
                     [this] { return claim(); });
}

rt::Task<std::optional<wire::Millis>> TurnWorker::claim() {
  if (tasks_.size() >= kSideBySide) co_return context_.clock.now() + 50;
  const wire::Millis now = context_.clock.now();
  const int room = static_cast<int>(kSideBySide - tasks_.size());
  struct Claimed {
    std::vector<ports::TurnClaim> turns;
    std::optional<wire::Millis> next;
    bool typing = false;
  };
  auto job = [now, room, started_at = context_.started_at, today = context_.zone.today(now)](ports::UnitOfWork& unit) {
    Claimed out;
    out.turns = unit.conversations().claim_turns(now, now + kLease, room);
    // In this transaction: a transcript that comes in right now makes the turn due afterwards, not before.
    std::erase_if(out.turns, [&](const ports::TurnClaim& turn) {
      const auto until = turn_waits_until(turn, started_at, today, now);
      if (until) unit.conversations().release_turn(turn.conversation.shown.id, *until);
      return until.has_value();
    });
    for (const auto& turn : out.turns) out.typing = enqueue_typing(unit, turn, now) || out.typing;
    out.next = unit.conversations().next_turn_at();
    return out;
  };
  Claimed claimed = co_await context_.store.write(std::move(job));
  if (claimed.typing) context_.signals.outbox.notify();
  for (auto& turn_claim : claimed.turns) tasks_.spawn("turn", turn(std::move(turn_claim)));
  co_return claimed.next;
}

rt::Task<void> TurnWorker::turn(ports::TurnClaim claim) {
  std::string fault;
  try {
    co_await answer(claim);
    failures_.erase(claim.conversation.shown.id);
  } catch (const boost::system::system_error& e) {
    if (e.code() == boost::asio::error::operation_aborted) throw;
    fault = e.what();
  } catch (const std::exception& e) {
    fault = e.what();
  }
  if (!fault.empty()) co_await failed(claim, fault);
  context_.signals.turns.notify();
}

rt::Task<void> TurnWorker::answer(const ports::TurnClaim& claim) {
  const auto& conversation = claim.conversation;
  const auto variants = whatsapp::variants(conversation.wa_id);
  auto look = [variants](ports::UnitOfWork& unit) {
    Material out;
    if (!variants.empty()) out.bookings = unit.bookings().by_phone(variants);
    out.knowledge = unit.content().knowledge();
    return out;
  };
  Material material = co_await context_.store.read(std::move(look));
  agent::TurnInput input;
  input.conversation_id = conversation.shown.id;
  input.messages = claim.unanswered;
  input.dialogue = conversation.dialogue;
  input.language = conversation.language;
  input.guest_name = conversation.shown.guest.name;
  input.phone = conversation.wa_id;
  input.now = context_.clock.now();
  input.today = context_.zone.today(input.now);
  input.bookings = std::move(material.bookings);
  input.knowledge = std::move(material.knowledge);
  auto thinking = context_.agent.turn(std::move(input));
  auto result = co_await rt::with_timeout(std::move(thinking), kThinkingTime);
  if (!result) throw std::runtime_error("the agent did not finish in time");

  auto shared = std::make_shared<agent::TurnResult>(std::move(*result));
  const wire::Millis now = context_.clock.now();
  const OutputRules rules{context_.settings.sla_first_response, context_.settings.agent_hold};
  auto commit = [claim, shared, now, rules](ports::UnitOfWork& unit) {
    return commit_turn(unit, claim, *shared, now, rules);
  };
  const TurnEnd end = co_await context_.store.write(std::move(commit));
  context_.metrics.count("hotel_agent_turns_total", {{"result", std::string{name(end)}}});
  if (end == TurnEnd::kAnswered || end == TurnEnd::kHandedOver)
    context_.metrics.observe("hotel_agent_turn_answer_seconds",
                             static_cast<double>(std::max<wire::Millis>(0, now - newest(claim.unanswered))) / 1000.0);
  context_.signals.outbox.notify();
  if (shared->book || shared->cancel || shared->change) context_.signals.intents.notify();
  base::log::info(
      "turn.ended",
      {{"conversation", claim.conversation.shown.id}, {"result", name(end)}, {"replies", shared->replies.size()}});
}

// A turn that fails is tried again; after the third failure a person gets the conversation, so that nobody stays
// unanswered.
rt::Task<void> TurnWorker::failed(const ports::TurnClaim& claim, const std::string& why) {
  const std::string id = claim.conversation.shown.id;
  const int times = ++failures_[id];
  base::log::error("turn.failed", {{"conversation", id}, {"times", times}, {"error", why}});
  context_.metrics.count("hotel_agent_turns_total", {{"result", "failed"}});
  const wire::Millis now = context_.clock.now();
  if (times < kTries) {
    auto again = [id, now, times](ports::UnitOfWork& unit) {
      unit.conversations().release_turn(id, now + 1000LL * times);
    };
    co_await context_.store.write(std::move(again));
    co_return;
  }
  failures_.erase(id);
  auto shared = std::make_shared<agent::TurnResult>();
  shared->dialogue = claim.conversation.dialogue;
  shared->language = claim.conversation.language;
  shared->hand_over = true;
  shared->reason = "agent_failed";
  shared->alert = "agent_failed";
  const OutputRules rules{context_.settings.sla_first_response, context_.settings.agent_hold};
  auto commit = [claim, shared, now, rules](ports::UnitOfWork& unit) {
    return commit_turn(unit, claim, *shared, now, rules);
  };
  co_await context_.store.write(std::move(commit));
}

}  // namespace hotel::app
