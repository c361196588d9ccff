#include "app/knowledge_seed.h"

#include "agent/default_knowledge.h"

namespace hotel::app {
namespace {
constexpr std::string_view kSeeded = "knowledge.seeded";
}

rt::Task<void> seed_knowledge(Context& context) {
  const auto& s = context.settings;
  const agent::House house{s.hotel_name, s.hotel_address, s.latitude, s.longitude, s.hotel_currency, s.hotel_language};
  auto entries = agent::default_knowledge(house);
  const wire::Millis now = context.clock.now();
  auto job = [entries = std::move(entries), now](ports::UnitOfWork& unit) {
    if (unit.state().get(kSeeded)) return;
    for (auto entry : entries) {
      entry.updated_at = now;
      entry.updated_by = "default";
      unit.content().put_knowledge(entry);
    }
    unit.state().put(kSeeded, wire::to_rfc3339(now));
  };
  co_await context.store.write(std::move(job));
}

}  // namespace hotel::app
