#include "app/workers/inbox_worker.h"

#include <algorithm>

#include "app/workers/loop.h"
#include "base/log.h"
#include "whatsapp/webhook_parse.h"

namespace hotel::app {
namespace {

constexpr int kMost = 256;
constexpr std::chrono::milliseconds kWriterTime{10};  // webhooks wait for the writer meanwhile
constexpr std::chrono::milliseconds kGivenWay{100};   // between two batches while webhooks come in a burst

struct Processed {
  InboundEffects effects;
  int bodies = 0;
  bool more = false;
};

void apply_body(ports::UnitOfWork& unit, const ports::InboxRow& row, const std::vector<std::string>& numbers,
                const InboundRules& rules, InboundEffects& effects) {
  const auto parsed = whatsapp::parse_webhook(row.body, numbers, row.received_at);
  if (parsed.dead_body) {
    bury(unit, *parsed.dead_body, row.body, rules.now);
    ++effects.dead;
  }
  for (const auto& element : parsed.elements) apply_element(unit, element, rules, effects);
  effects.foreign += parsed.foreign;
}

void count(ports::UnitOfWork& unit, const InboundEffects& effects) {
  unit.messages().count_received({effects.messages, effects.statuses, effects.foreign, 0});
}

}  // namespace

InboxWorker::InboxWorker(Context& context, std::function<bool()> pressed, std::function<void(std::string)> stop_sender)
    : context_(context), pressed_(std::move(pressed)), stop_sender_(std::move(stop_sender)) {}

InboundRules InboxWorker::rules() const {
  return {context_.clock.now(), context_.settings.reply_debounce.count(), context_.settings.sla_first_response,
          !context_.settings.stt_base_url.empty()};
}

rt::Task<void> InboxWorker::run() {
  co_await work_loop(context_, "inbox", context_.signals.inbox, std::chrono::milliseconds{1000},
                     [this] { return round(); });
}

rt::Task<std::optional<wire::Millis>> InboxWorker::round() {
  bool more = true;
  while (more && !context_.draining) {
    more = co_await together(reach_);
    if (more && pressed_()) co_await rt::sleep(kGivenWay);
  }
  co_return std::nullopt;
}

void InboxWorker::tell(const InboundEffects& effects) {
  auto& signals = context_.signals;
  if (effects.turn) signals.turns.notify();
  if (effects.media) signals.media.notify();
  if (effects.outbox) signals.outbox.notify();
  if (!effects.stop_sender.empty()) stop_sender_(effects.stop_sender);
  if (effects.messages)
    context_.metrics.count("hotel_agent_webhook_messages_total", {}, static_cast<double>(effects.messages));
  if (effects.statuses)
    context_.metrics.count("hotel_agent_webhook_statuses_total", {}, static_cast<double>(effects.statuses));
  if (effects.foreign)
    context_.metrics.count("hotel_agent_webhook_foreign_total", {}, static_cast<double>(effects.foreign));
  if (effects.dead) base::log::warning("webhook.dead_letter", {{"elements", effects.dead}});
}

// True: there may be more. An exception of the store itself goes to the loop; any other one is pinned down body by
// body.
rt::Task<bool> InboxWorker::together(int limit) {
  const auto rules_now = rules();
  const auto& numbers = context_.settings.number_ids;
  auto job = [limit, rules_now, &numbers, &clock = context_.clock](ports::UnitOfWork& unit) {
    Processed out;
    std::vector<std::int64_t> ids;
    const auto rows = unit.inbox().claim(limit);
    const auto until = clock.steady() + kWriterTime;
    for (const auto& row : rows) {
      apply_body(unit, row, numbers, rules_now, out.effects);
      ids.push_back(row.id);
      if (clock.steady() > until) break;
    }
    if (!ids.empty()) unit.inbox().done(ids);
    count(unit, out.effects);
    out.bodies = static_cast<int>(ids.size());
    out.more = ids.size() < rows.size() || out.bodies == limit;
    return out;
  };
  std::string fault;
  try {
    const Processed done = co_await context_.store.write(std::move(job));
    tell(done.effects);
    if (limit > 1) reach_ = std::clamp(2 * done.bodies, 16, kMost);
    co_return done.more;
  } catch (const base::StoreUnavailable&) {
    throw;
  } catch (const boost::system::system_error&) {
    throw;
  } catch (const std::exception& e) {
    fault = e.what();
  }
  base::log::error("inbox.fault", {{"bodies", limit}, {"error", fault}});
  if (limit > 1) {
    for (int i = 0; i < limit; ++i) {
      const bool more = co_await together(1);
      if (!more) break;
    }
    co_return true;
  }
  co_return co_await one();
}

rt::Task<bool> InboxWorker::one() {
  auto look = [](ports::UnitOfWork& unit) { return unit.inbox().claim(1); };
  auto rows = co_await context_.store.write(std::move(look));
  if (rows.empty()) co_return false;
  co_await piecemeal(std::move(rows.front()));
  co_return true;
}

rt::Task<void> InboxWorker::piecemeal(ports::InboxRow row) {
  const auto rules_now = rules();
  const auto parsed = std::make_shared<whatsapp::Parsed>(
      whatsapp::parse_webhook(row.body, context_.settings.number_ids, row.received_at));
  for (std::size_t i = 0; i < parsed->elements.size(); ++i) {
    auto job = [parsed, i, rules_now](ports::UnitOfWork& unit) {
      InboundEffects effects;
      apply_element(unit, parsed->elements[i], rules_now, effects);
      count(unit, effects);
      return effects;
    };
    std::string fault;
    try {
      const InboundEffects effects = co_await context_.store.write(std::move(job));
      tell(effects);
    } catch (const base::StoreUnavailable&) {
      throw;
    } catch (const boost::system::system_error&) {
      throw;
    } catch (const std::exception& e) {
      fault = e.what();
    }
    if (fault.empty()) continue;
    auto dead = [fault, i, body = row.body, now = rules_now.now](ports::UnitOfWork& unit) {
      bury(unit, "element " + std::to_string(i) + " was refused by the store: " + fault, body, now);
    };
    co_await context_.store.write(std::move(dead));
  }
  const std::int64_t id = row.id;
  auto done = [id, parsed, body = std::move(row.body), now = rules_now.now](ports::UnitOfWork& unit) {
    if (parsed->dead_body) bury(unit, *parsed->dead_body, body, now);
    unit.messages().count_received({.foreign = parsed->foreign});
    unit.inbox().done({id});
  };
  co_await context_.store.write(std::move(done));
}

}  // namespace hotel::app
