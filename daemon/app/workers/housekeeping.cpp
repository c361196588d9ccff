#include "app/workers/housekeeping.h"

#include <algorithm>

#include "app/alerting.h"
#include "app/workers/loop.h"
#include "base/log.h"

namespace hotel::app {
namespace {

constexpr wire::Millis kDay = 24LL * 3600 * 1000;
constexpr wire::Millis kRawBodies = 7 * kDay;  // as long as WhatsApp may repeat them
constexpr wire::Millis kEvents = 14 * kDay;    // a console that was away longer starts from a snapshot
constexpr wire::Millis kAnswers = 2 * kDay;    // Idempotency-Key
constexpr int kIndexBatch = 200;

}  // namespace

Housekeeping::Housekeeping(Context& context) : context_(context) {}

rt::Task<void> Housekeeping::index() {
  co_await work_loop(context_, "search_index", never_, std::chrono::milliseconds{700},
                     [this]() -> rt::Task<std::optional<wire::Millis>> {
                       auto job = [](ports::UnitOfWork& unit) { return unit.messages().index_for_search(kIndexBatch); };
                       const int done = co_await context_.store.write(std::move(job));
                       if (done == kIndexBatch)
                         co_return context_.clock.now() + 20;  // more waits; others get the writer in between
                       co_return std::nullopt;
                     });
}

rt::Task<void> Housekeeping::clean() {
  co_await work_loop(context_, "cleaning", never_, std::chrono::minutes{1},
                     [this]() -> rt::Task<std::optional<wire::Millis>> {
                       const wire::Millis now = context_.clock.now();
                       auto job = [now](ports::UnitOfWork& unit) {
                         unit.conversations().wake_snoozed(now);
                         unit.inbox().purge_done_before(now - kRawBodies);
                         unit.events().purge_before(now - kEvents);
                         unit.state().purge_answers_before(now - kAnswers);
                       };
                       co_await context_.store.write(std::move(job));
                       co_return std::nullopt;
                     });
}

rt::Task<void> Housekeeping::gauges() {
  co_await work_loop(context_, "gauges", never_, std::chrono::seconds{2},
                     [this]() -> rt::Task<std::optional<wire::Millis>> {
                       co_await context_.store.probe();
                       struct Seen {
                         ports::InboxAge inbox;
                         ports::OutboxAge outbox;
                         std::optional<wire::Millis> unanswered;
                         ports::Received received;
                       };
                       auto job = [](ports::UnitOfWork& unit) {
                         return Seen{unit.inbox().age(), unit.outbox().age(),
                                     unit.conversations().oldest_unanswered_at(), unit.messages().received()};
                       };
                       const Seen seen = co_await context_.store.read(std::move(job));
                       const wire::Millis now = context_.clock.now();
                       const auto age = [now](const std::optional<wire::Millis>& at) {
                         return at ? static_cast<double>(std::max<wire::Millis>(0, now - *at)) / 1000.0 : 0.0;
                       };
                       auto& metrics = context_.metrics;
                       metrics.set("hotel_agent_inbox_oldest_unprocessed_seconds", age(seen.inbox.oldest_at));
                       metrics.set("hotel_agent_outbox_oldest_unsent_seconds", age(seen.outbox.oldest_at));
                       metrics.set("hotel_agent_outbox_waiting", static_cast<double>(seen.outbox.waiting));
                       metrics.set("hotel_agent_oldest_unanswered_seconds", age(seen.unanswered));
                       metrics.set("hotel_agent_dead_letters", static_cast<double>(seen.received.dead_letters));
                       co_return std::nullopt;
                     });
}

rt::Task<void> Housekeeping::whatsapp() {
  co_await work_loop(context_, "whatsapp_probe", never_, std::chrono::hours{1},
                     [this]() -> rt::Task<std::optional<wire::Millis>> {
                       bool well = true;
                       std::string why;
                       for (const auto& number : context_.settings.number_ids) {
                         const auto info = co_await context_.messenger.number(number);
                         if (info) continue;
                         well = false;
                         why = info.error().detail;
                       }
                       const wire::Millis now = context_.clock.now();
                       if (well) co_return std::nullopt;
                       base::log::warning("whatsapp.probe_failed", {{"why", why}});
                       auto job = [now](ports::UnitOfWork& unit) {
                         raise_alert(unit, now, "whatsapp_probe", "warning",
                                     "WhatsApp does not answer for our number, or refuses it", "whatsapp_probe");
                       };
                       co_await context_.store.write(std::move(job));
                       co_return now + 60'000;
                     });
}

}  // namespace hotel::app
