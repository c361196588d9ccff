#include "app/workers/sync_worker.h"

#include "app/alerting.h"
#include "app/workers/loop.h"
#include "base/log.h"

namespace hotel::app {
namespace {

constexpr std::string_view kMark = "pms.mark", kReconciled = "pms.reconciled_on";

struct Marks {
  std::string mark;
  std::string reconciled_on;
};

}  // namespace

SyncWorker::SyncWorker(Context& context) : context_(context) {}

rt::Task<void> SyncWorker::run() {
  co_await work_loop(context_, "pms_sync", never_, context_.settings.pms_sync_interval, [this] { return round(); });
}

rt::Task<std::optional<wire::Millis>> SyncWorker::round() {
  auto look = [](ports::UnitOfWork& unit) {
    return Marks{unit.state().get(kMark).value_or(""), unit.state().get(kReconciled).value_or("")};
  };
  const Marks marks = co_await context_.store.read(std::move(look));
  const wire::Date today = context_.zone.today(context_.clock.now());
  const bool whole = marks.reconciled_on != wire::to_iso(today) && !marks.mark.empty();
  // A whole look is made beside the usual one: it does not move the mark.
  auto changed = co_await context_.pms.changes_since(marks.mark);
  if (changed) co_await store(std::move(*changed), false);
  if (changed && whole) {
    auto all = co_await context_.pms.reconcile(today);
    if (all) co_await store(std::move(*all), true);
  }
  const bool down = changed.has_error();
  if (down) co_await context_.pms.probe();  // also the breaker's trial: shows when the PMS is back
  if (down != down_) {
    down_ = down;
    const wire::Millis now = context_.clock.now();
    const std::string why = down ? changed.error().detail : std::string{};
    base::log::warning(down ? "pms.down" : "pms.up", {{"why", why}});
    auto job = [down, now](ports::UnitOfWork& unit) {
      unit.events().append(wire::kHealthUpdated, {{"part", "pms"}, {"ok", !down}, {"at", wire::to_rfc3339(now)}}, now);
      if (down)
        raise_alert(unit, now, "pms_down", "warning", "The PMS does not answer: the agent cannot tell prices or book",
                    "pms_down");
    };
    co_await context_.store.write(std::move(job));
  }
  co_return std::nullopt;
}

rt::Task<void> SyncWorker::store(ports::SyncResult result, bool whole) {
  if (result.changed.empty() && result.mark.empty() && !whole) co_return;
  const std::string today = wire::to_iso(context_.zone.today(context_.clock.now()));
  auto job = [result = std::move(result), whole, today](ports::UnitOfWork& unit) {
    for (const auto& booking : result.changed) unit.bookings().put(booking);
    if (whole)
      unit.state().put(kReconciled, today);
    else if (!result.mark.empty() && unit.state().get(kMark) != result.mark)
      unit.state().put(kMark, result.mark);
  };
  co_await context_.store.write(std::move(job));
}

}  // namespace hotel::app
