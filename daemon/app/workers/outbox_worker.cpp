#include "app/workers/outbox_worker.h"

#include <algorithm>

#include "app/agent_output.h"
#include "app/alerting.h"
#include "app/outbox_rules.h"
#include "app/workers/loop.h"
#include "base/log.h"

namespace hotel::app {
namespace {

constexpr wire::Millis kLease = 45'000;  // longer than the whole call of a send (30 s)
constexpr wire::Millis kProbeEvery = 15'000;
constexpr wire::Millis kSettleEvery = 2'000;
constexpr std::size_t kSideBySide = 64;

std::string_view result_name(domain::SendClass what) {
  switch (what) {
    case domain::SendClass::kAccepted:
      return "accepted";
    case domain::SendClass::kNotSent:
      return "not_sent";
    case domain::SendClass::kUnknown:
      return "unknown";
    case domain::SendClass::kThrottledNumber:
    case domain::SendClass::kThrottledGuest:
    case domain::SendClass::kThrottledApp:
    case domain::SendClass::kMaintenance:
      return "throttled";
    case domain::SendClass::kAuth:
    case domain::SendClass::kAccount:
      return "stopped";
    default:
      return "refused";
  }
}

}  // namespace

OutboxWorker::OutboxWorker(Context& context) : context_(context), tasks_(context.io.get_executor()) {}

rt::Task<void> OutboxWorker::run() {
  co_await work_loop(context_, "outbox", context_.signals.outbox, std::chrono::milliseconds{1000},
                     [this] { return round(); });
}

void OutboxWorker::token_replaced() {
  probe_at_ = 0;
  context_.signals.outbox.notify();
}

void OutboxWorker::stop_sending(std::string why) {
  stopped_ = true;
  probe_at_ = context_.clock.now() + kProbeEvery;
  base::log::error("sender.stopped", {{"why", why}});
}

// While stopped nothing is claimed, so the queue stays as it is; a cheap look at our number shows when the token is
// good again.
rt::Task<bool> OutboxWorker::sender_is_well() {
  if (!stopped_) co_return true;
  const wire::Millis now = context_.clock.now();
  if (now < probe_at_ || context_.settings.number_ids.empty()) co_return false;
  probe_at_ = now + kProbeEvery;
  const auto info = co_await context_.messenger.number(context_.settings.number_ids.front());
  if (!info) co_return false;
  stopped_ = false;
  base::log::info("sender.started", {});
  co_return true;
}

rt::Task<void> OutboxWorker::settle_old() {
  const wire::Millis now = context_.clock.now();
  if (now - settled_at_ < kSettleEvery) co_return;
  settled_at_ = now;
  const auto sla = context_.settings.sla_first_response;
  auto job = [now, sla](ports::UnitOfWork& unit) { settle_old_sends(unit, now, sla); };
  co_await context_.store.write(std::move(job));
}

rt::Task<std::optional<wire::Millis>> OutboxWorker::round() {
  co_await settle_old();
  const bool well = co_await sender_is_well();
  if (!well) co_return probe_at_;
  if (tasks_.size() >= kSideBySide) co_return context_.clock.now() + 20;
  const wire::Millis now = context_.clock.now();
  const int room = static_cast<int>(kSideBySide - tasks_.size());
  const auto sla = context_.settings.sla_first_response;
  struct Claimed {
    std::vector<ClaimedSend> sends;
    std::optional<wire::Millis> next;
  };
  const bool held = context_.settings.agent_hold.count() > 0;  // then consoles show what waits
  auto job = [now, room, sla, held](ports::UnitOfWork& unit) {
    Claimed out;
    out.next = unit.outbox().next_due_at();
    if (!out.next || *out.next > now) return out;
    out.sends = claim_sends(unit, now, now + kLease, room, sla);
    for (const auto& item : out.sends)
      if (held && item.row.by_agent && item.row.visible) tell_draft(unit, item.row.conversation_id, now);
    out.next = unit.outbox().next_due_at();
    return out;
  };
  Claimed claimed = co_await context_.store.write(std::move(job));
  for (auto& item : claimed.sends) tasks_.spawn("send", send({std::move(item.row), std::move(item.message)}));
  co_return claimed.next;
}

rt::Task<void> OutboxWorker::send(Send item) {
  const wire::Millis now = context_.clock.now();
  const std::string guest = item.message.to_phone.empty() ? item.message.to_user_id : item.message.to_phone;
  const wire::Millis at = pacing_.may_send_at(item.row.number_id, guest, now);
  domain::SendOutcome outcome;
  if (at > now || context_.draining) {
    // Not sent at all: the row goes back as it was, without counting a try.
    domain::Decision later;
    later.step = domain::NextStep::kRetryAt;
    later.at = std::max(at, now + (context_.draining ? 1000 : 0));
    outcome.what = domain::SendClass::kNotSent;
    item.row.attempts = std::max(0, item.row.attempts - 1);
    auto back = [row = item.row, outcome, later, now, sla = context_.settings.sla_first_response](
                    ports::UnitOfWork& unit) { settle_send(unit, row, outcome, later, now, sla); };
    co_await context_.store.write(std::move(back));
  } else {
    const auto begun = context_.clock.steady();
    auto message = item.message;
    outcome = co_await context_.messenger.send(std::move(message));
    context_.metrics.observe("hotel_agent_send_seconds",
                             std::chrono::duration<double>(context_.clock.steady() - begun).count());
    context_.metrics.count("hotel_agent_sends_total", {{"result", std::string{result_name(outcome.what)}}});
    co_await finish(item, outcome);
  }
  context_.signals.sends.notify();
  context_.signals.outbox.notify();
}

rt::Task<void> OutboxWorker::finish(const Send& item, const domain::SendOutcome& outcome) {
  const wire::Millis now = context_.clock.now();
  const auto decision = domain::after_send(outcome, item.row.attempts, now, chance_);
  if (decision.pause_number_until) pacing_.pause_number(item.row.number_id, decision.pause_number_until);
  if (outcome.what != domain::SendClass::kAccepted)
    base::log::warning("send.ended", {{"result", result_name(outcome.what)},
                                      {"code", outcome.code},
                                      {"attempt", item.row.attempts},
                                      {"title", outcome.title}});
  const bool tell = decision.stop_sender && !stopped_;
  if (decision.stop_sender) stop_sending(outcome.title);
  const auto sla = context_.settings.sla_first_response;
  auto job = [row = item.row, outcome, decision, now, sla, tell](ports::UnitOfWork& unit) {
    settle_send(unit, row, outcome, decision, now, sla);
    if (!tell) return;
    const bool token = outcome.what == domain::SendClass::kAuth;
    const std::string kind = token ? "whatsapp_token" : "whatsapp_account";
    raise_alert(unit, now, kind, "critical",
                token ? "WhatsApp refuses the access token: nothing is sent until it is replaced"
                      : "WhatsApp refuses this account or number: nothing is sent",
                kind);
  };
  // The store may be away just now. What became of the send must not be forgotten: try until it is written; the lease
  // makes the row unknown if this process dies before.
  for (bool written = false; !written;) {
    try {
      auto again = job;
      co_await context_.store.write(std::move(again));
      written = true;
    } catch (const base::StoreUnavailable&) {
    }
    if (!written) co_await rt::sleep(std::chrono::milliseconds{300});
  }
}

}  // namespace hotel::app
