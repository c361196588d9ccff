#include "app/workers/proactive_worker.h"

#include <algorithm>
#include <charconv>

#include "agent/proactive.h"
#include "app/agent_output.h"
#include "app/workers/loop.h"
#include "base/log.h"
#include "whatsapp/phone.h"

namespace hotel::app {
namespace {

using domain::ProactiveKind;

constexpr std::chrono::minutes kEvery{5};
constexpr int kPage = 200;
// The PMS's ids rise: what is above this one when the feature is first switched on is new.
constexpr std::string_view kNewSince = "proactive.new_since";
constexpr std::string_view kOurMarker = "agente-hotelero/";  // made in this chat: told there already

std::int64_t number_of(const std::string& id) {
  std::int64_t out = 0;
  std::from_chars(id.data(), id.data() + id.size(), out);
  return out;
}

template <class F>
void each_booking(ports::UnitOfWork& unit, std::optional<wire::Date> from, F&& use) {
  std::string cursor;
  do {
    auto page = unit.bookings().list("", from, std::nullopt, cursor, kPage);
    for (auto& booking : page.items) use(std::move(booking));
    cursor = std::move(page.next);
  } while (!cursor.empty());
}

// Written once; nothing is new before it stands.
std::int64_t new_since(ports::UnitOfWork& unit) {
  if (const auto kept = unit.state().get(kNewSince)) return number_of(*kept);
  std::int64_t highest = 0;
  each_booking(unit, std::nullopt, [&](const wire::Booking& b) { highest = std::max(highest, number_of(b.id)); });
  unit.state().put(kNewSince, std::to_string(highest));
  return highest;
}

}  // namespace

rt::Task<void> ProactiveWorker::run() {
  co_await work_loop(context_, "proactive", never_, kEvery, [this]() -> rt::Task<std::optional<wire::Millis>> {
    co_await round();
    co_return std::nullopt;
  });
}

rt::Task<std::vector<ProactiveWorker::Due>> ProactiveWorker::due() {
  const wire::Millis now = context_.clock.now();
  const auto local = now + std::chrono::milliseconds{context_.zone.offset_at(now)}.count();
  const domain::LocalMoment moment{context_.zone.today(now), static_cast<int>(local / 3'600'000 % 24)};
  auto look = [moment, on = context_.settings.proactive](ports::UnitOfWork& unit) {
    std::vector<Due> out;
    const auto since = new_since(unit);
    each_booking(unit, wire::add_days(moment.today, -1), [&](wire::Booking b) {
      const bool is_new = number_of(b.id) > since && !b.source.starts_with(kOurMarker);
      auto kinds = domain::due_messages(b, on, moment, is_new);
      if (!kinds.empty()) out.push_back({std::move(b), std::move(kinds)});
    });
    return out;
  };
  co_return co_await context_.store.write(std::move(look));
}

rt::Task<int> ProactiveWorker::round() {
  if (context_.settings.proactive.empty() || context_.settings.number_ids.empty()) co_return 0;
  int written = 0;
  const auto all = co_await due();
  for (const auto& [booking, kinds] : all)
    for (const auto kind : kinds) {
      const bool sent = co_await write(booking, kind);
      written += sent ? 1 : 0;
    }
  if (written > 0) context_.signals.outbox.notify();
  co_return written;
}

rt::Task<bool> ProactiveWorker::write(const wire::Booking& booking, ProactiveKind kind) {
  const auto phones = whatsapp::variants(booking.phone);
  if (phones.empty()) co_return false;
  const std::string number = context_.settings.number_ids.front();
  const std::string client_id = "proactive:" + booking.id + ":" + std::string(domain::name(kind));
  struct Known {
    std::string language;
    std::vector<ports::KnowledgeEntry> knowledge;
    bool sent = false;
  };
  auto look = [phones, number, client_id](ports::UnitOfWork& unit) {
    Known out;
    for (const auto& conversation : unit.conversations().of_guest_phone(phones)) {
      if (out.language.empty()) out.language = conversation.guest.language;
      out.sent = out.sent || unit.messages().by_client_id(conversation.id, client_id).has_value();
    }
    out.knowledge = unit.content().knowledge();
    return out;
  };
  Known known = co_await context_.store.read(std::move(look));
  if (known.sent) co_return false;
  agent::ProactiveMaterial material;
  material.knowledge = std::move(known.knowledge);
  material.language = known.language.empty() ? context_.settings.hotel_language : known.language;
  // As the PMS holds it now, not as the copy has it.
  const std::string booking_id = booking.id;
  auto fresh = co_await context_.pms.booking(booking_id);
  if (!fresh || fresh->state != booking.state || fresh->rooms.empty()) co_return false;
  material.booking = std::move(*fresh);
  if (kind == ProactiveKind::kLateCheckOut) {
    const auto& stay = material.booking.rooms.front();
    domain::Stay next{stay.check_out, wire::add_days(stay.check_out, 1), {domain::Party{std::max(1, stay.adults), {}}}};
    auto found = co_await context_.pms.availability(std::move(next), ports::Freshness::kFresh);
    if (!found) co_return false;
    material.next_night = std::move(*found);
  }
  material.now = context_.clock.now();
  auto reply = agent::proactive_reply(kind, material, context_.agent.house());
  if (!reply) co_return false;
  auto job = [phones, number, client_id, name = material.booking.guest_name, reply = std::move(*reply),
              now = material.now](ports::UnitOfWork& unit) {
    const auto row = unit.conversations().open({phones.front(), "", name}, phones, number, now);
    return commit_proactive(unit, row.shown.id, client_id, reply, now);
  };
  const auto end = co_await context_.store.write(std::move(job));
  if (end == ProactiveEnd::kWritten)
    base::log::info("proactive.written", {{"kind", domain::name(kind)}, {"booking", booking.id}});
  co_return end == ProactiveEnd::kWritten;
}

}  // namespace hotel::app
