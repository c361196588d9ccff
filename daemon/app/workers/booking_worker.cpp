#include "app/workers/booking_worker.h"

#include <algorithm>

#include "app/agent_output.h"
#include "app/alerting.h"
#include "app/booking_request_json.h"
#include "app/system_note.h"
#include "app/workers/change_order.h"
#include "app/workers/loop.h"
#include "base/log.h"
#include "wire/codec.h"
#include "wire/ids.h"

namespace hotel::app {
namespace {

using ports::IntentState;

constexpr wire::Millis kLease = 60'000;  // longer than one call of the PMS; taken again before each
constexpr int kCancelTries = 6;

IntentState state_of(domain::SagaState state) {
  switch (state) {
    case domain::SagaState::kNew:
      return IntentState::kNew;
    case domain::SagaState::kPosting:
      return IntentState::kPosting;
    case domain::SagaState::kLooking:
      return IntentState::kLooking;
    case domain::SagaState::kVerifying:
      return IntentState::kVerifying;
    case domain::SagaState::kCancelling:
      return IntentState::kCancelling;
    case domain::SagaState::kConfirmed:
      return IntentState::kConfirmed;
    case domain::SagaState::kLost:
      return IntentState::kLost;
    case domain::SagaState::kRefused:
      return IntentState::kRefused;
    case domain::SagaState::kUnknown:
      return IntentState::kUnknown;
  }
  return IntentState::kUnknown;
}

agent::OrderEnd end_of(domain::SagaState state) {
  switch (state) {
    case domain::SagaState::kConfirmed:
      return agent::OrderEnd::kConfirmed;
    case domain::SagaState::kLost:
      return agent::OrderEnd::kLost;
    case domain::SagaState::kRefused:
      return agent::OrderEnd::kRefused;
    default:
      return agent::OrderEnd::kUnknown;
  }
}

domain::RoomCheck check_of(const ports::Verification& seen) {
  domain::RoomCheck out;
  switch (seen.state) {
    case ports::Verification::State::kStands:
      out.state = domain::RoomCheck::State::kStands;
      break;
    case ports::Verification::State::kLost:
      out.state = domain::RoomCheck::State::kLost;
      break;
    case ports::Verification::State::kClash:
      out.state = domain::RoomCheck::State::kClash;
      break;
  }
  out.we_keep_the_room = seen.we_keep_the_room;
  out.total = seen.booking.total;
  return out;
}

void tell_staff(ports::UnitOfWork& unit, const ports::BookingIntent& intent, std::string kind, std::string text,
                wire::Millis now) {
  const std::string key = kind + ":" + intent.id;
  raise_alert(unit, now, std::move(kind), "warning", std::move(text), key, intent.conversation_id);
}

std::string outcome_text(agent::OrderEnd end, const std::string& reference) {
  switch (end) {
    case agent::OrderEnd::kConfirmed:
      return "The ordered booking stands in the PMS: " + reference;
    case agent::OrderEnd::kLost:
      return "The ordered booking was lost: the room is not free any more";
    case agent::OrderEnd::kRefused:
      return "The ordered booking was not made";
    case agent::OrderEnd::kUnknown:
      return "It is not known whether the ordered booking was made; look in the PMS";
    case agent::OrderEnd::kCancelled:
      return "The booking was cancelled in the PMS: " + reference;
    case agent::OrderEnd::kCancelFailed:
      return "The booking could not be cancelled in the PMS: " + reference;
    case agent::OrderEnd::kModified:
      return "The booking was changed in the PMS: " + reference;
    case agent::OrderEnd::kModifyFailed:
      return "The booking could not be changed in the PMS, or it is not known: " + reference;
  }
  return "";
}

}  // namespace

BookingWorker::BookingWorker(Context& context) : context_(context), tasks_(context.io.get_executor()) {}

rt::Task<void> BookingWorker::run() {
  co_await work_loop(context_, "bookings", context_.signals.intents, std::chrono::milliseconds{1000},
                     [this] { return claim(); });
}

rt::Task<std::optional<wire::Millis>> BookingWorker::claim() {
  const wire::Millis now = context_.clock.now();
  struct Claimed {
    std::vector<ports::BookingIntent> intents;
    std::optional<wire::Millis> next;
  };
  auto look = [](ports::UnitOfWork& unit) { return unit.bookings().next_intent_at(); };
  auto next = co_await context_.store.read(std::move(look));
  if (!next || *next > now) co_return next;
  auto job = [now](ports::UnitOfWork& unit) {
    Claimed out;
    out.intents = unit.bookings().claim_intents(now, now + kLease, 8);
    out.next = unit.bookings().next_intent_at();
    return out;
  };
  Claimed claimed = co_await context_.store.write(std::move(job));
  for (auto& intent : claimed.intents) tasks_.spawn("booking", work(std::move(intent)));
  co_return claimed.next;
}

rt::Task<void> BookingWorker::work(ports::BookingIntent intent) {
  const std::string id = intent.id;
  std::string fault;
  try {
    if (intent.kind == "cancel")
      co_await cancel(std::move(intent));
    else if (intent.kind == "change")
      co_await change(std::move(intent));
    else
      co_await book(std::move(intent));
  } catch (const boost::system::system_error& e) {
    if (e.code() == boost::asio::error::operation_aborted) throw;
    fault = e.what();
  } catch (const std::exception& e) {
    fault = e.what();
  }
  // The lease runs out and another round takes the intent up from what the store holds.
  if (!fault.empty()) base::log::error("booking.fault", {{"intent", id}, {"error", fault}});
  context_.signals.intents.notify();
}

rt::Task<void> BookingWorker::save(ports::BookingIntent intent, const domain::Saga& saga, wire::Millis next_at) {
  intent.request["saga"] = domain::to_json(saga);
  intent.state = state_of(saga.state);
  intent.order_id = saga.order_id;
  intent.attempts = saga.tries;
  intent.next_at = next_at;
  intent.detail = saga.detail;
  auto job = [intent = std::move(intent)](ports::UnitOfWork& unit) { unit.bookings().save_intent(intent); };
  co_await context_.store.write(std::move(job));
}

rt::Task<void> BookingWorker::book(ports::BookingIntent intent) {
  using Kind = domain::SagaAction::Kind;
  const auto request = booking_request_from_json(intent.request);
  if (!request) {
    co_await finish(std::move(intent), agent::OrderEnd::kRefused, std::nullopt, "The stored order cannot be read");
    co_return;
  }
  const boost::json::value stored(intent.request);
  const auto* kept = wire::object_of(stored, "saga");
  auto saga = domain::new_saga(*request);
  if (kept) saga = domain::saga_from_json(*kept).value_or(saga);
  std::optional<wire::Booking> booking;
  for (;;) {
    const wire::Millis now = context_.clock.now();
    const auto action = domain::next(saga, now);
    // The lease is renewed with every step, so a crash is noticed within one of them.
    switch (action.kind) {
      case Kind::kCheck: {
        auto stay = request->stay;
        const auto found = co_await context_.pms.availability(std::move(stay), ports::Freshness::kFresh);
        domain::on_checked(saga, found, *request, context_.clock.now());
        break;
      }
      case Kind::kPost: {
        domain::begin_post(saga, now);
        co_await save(intent, saga, now + kLease);
        auto order = *request;
        const auto made = co_await context_.pms.book(std::move(order));
        domain::on_posted(saga, made, context_.clock.now());
        break;
      }
      case Kind::kFindMarker: {
        const auto ids = co_await context_.pms.find_by_marker(saga.marker);
        domain::on_found(saga, ids, context_.clock.now());
        break;
      }
      case Kind::kVerify: {
        auto seen = co_await context_.pms.verify(action.order_id);
        if (seen) booking = seen->booking;
        const base::Result<domain::RoomCheck> check =
            seen ? base::Result<domain::RoomCheck>{check_of(*seen)} : base::Result<domain::RoomCheck>{seen.error()};
        domain::on_verified(saga, check, context_.clock.now());
        break;
      }
      case Kind::kCancel: {
        const auto done = co_await context_.pms.cancel(action.order_id);
        domain::on_cancelled(saga, done, context_.clock.now());
        break;
      }
      case Kind::kWait: {
        // Short waits are kept here, long ones go back to the store.
        const wire::Millis wait = action.at - context_.clock.now();
        if (wait > 5'000 || context_.draining) {
          co_await save(std::move(intent), saga, action.at);
          co_return;
        }
        co_await save(intent, saga, context_.clock.now() + kLease);
        co_await rt::sleep(std::chrono::milliseconds{std::max<wire::Millis>(1, wait)});
        continue;
      }
      case Kind::kDone: {
        intent.request["saga"] = domain::to_json(saga);
        intent.state = state_of(saga.state);
        intent.order_id = saga.order_id;
        intent.detail = saga.detail;
        base::log::info(
            "booking.ended",
            {{"intent", intent.id}, {"state", domain::name(saga.state)}, {"reason", domain::name(saga.reason)}});
        const auto end = end_of(saga.state);
        if (end == agent::OrderEnd::kConfirmed && !booking) {
          const auto read = co_await context_.pms.booking(saga.order_id);
          if (!read) {  // the booking stands; it only cannot be read this moment
            co_await save(std::move(intent), saga, context_.clock.now() + 2'000);
            co_return;
          }
          booking = *read;
        }
        if (end != agent::OrderEnd::kConfirmed) booking.reset();
        co_await finish(std::move(intent), end, std::move(booking), saga.tell_staff ? saga.staff_note : std::string{});
        co_return;
      }
    }
    co_await save(intent, saga, context_.clock.now() + kLease);
  }
}

rt::Task<void> BookingWorker::cancel(ports::BookingIntent intent) {
  intent.state = IntentState::kCancelling;
  const auto done = co_await context_.pms.cancel(intent.order_id);
  auto read = co_await context_.pms.booking(intent.order_id);
  const bool gone = read && read->state == wire::BookingState::kCancelled;
  if (gone) {
    intent.state = IntentState::kCancelled;
    co_await finish(std::move(intent), agent::OrderEnd::kCancelled, *read, "");
    co_return;
  }
  const bool hopeless = done.has_error() && (done.error().code == base::ErrorCode::kNotFound ||
                                             done.error().code == base::ErrorCode::kInvalid);
  if (!hopeless && ++intent.attempts < kCancelTries) {
    intent.next_at = context_.clock.now() + 2'000LL * intent.attempts;
    auto job = [intent = std::move(intent)](ports::UnitOfWork& unit) { unit.bookings().save_intent(intent); };
    co_await context_.store.write(std::move(job));
    co_return;
  }
  intent.state = IntentState::kRefused;
  intent.detail = done.has_error() ? done.error().detail : "the PMS still holds the booking";
  std::optional<wire::Booking> booking;
  if (read) booking = *read;
  co_await finish(std::move(intent), agent::OrderEnd::kCancelFailed, std::move(booking),
                  "A guest asked to cancel; the PMS did not do it");
}

rt::Task<void> BookingWorker::change(ports::BookingIntent intent) {
  const auto order = change_order_from_json(intent.request);
  if (!order) {
    co_await finish(std::move(intent), agent::OrderEnd::kModifyFailed, std::nullopt,
                    "The stored change cannot be read");
    co_return;
  }
  const std::string id = intent.order_id;
  auto read = co_await context_.pms.booking(id);
  // Asked for before a crash, and done: nothing is sent twice.
  if (read && stands_as(*read, order->change)) {
    intent.state = IntentState::kConfirmed;
    co_await finish(std::move(intent), agent::OrderEnd::kModified, *read, "");
    co_return;
  }
  std::string why;
  if (intent.state == IntentState::kNew) {
    auto stay = order->change.stay;
    const auto found = co_await context_.pms.availability(std::move(stay), ports::Freshness::kFresh);
    why = fault_of_change(found, *order, read);
    if (why.empty()) {
      // Kept before it is sent: after a crash the booking is looked at first.
      intent.state = IntentState::kPosting;
      intent.next_at = context_.clock.now() + kLease;
      auto keep = [intent](ports::UnitOfWork& unit) { unit.bookings().save_intent(intent); };
      co_await context_.store.write(std::move(keep));
      auto wanted = order->change;
      const auto changed = co_await context_.pms.change_stay(id, std::move(wanted));
      if (changed) {
        intent.state = IntentState::kConfirmed;
        co_await finish(std::move(intent), agent::OrderEnd::kModified, *changed, "");
        co_return;
      }
      why = changed.error().detail;
      if (changed.error().code == base::ErrorCode::kOutcomeUnknown && ++intent.attempts < kCancelTries) {
        intent.next_at = context_.clock.now() + 2'000LL * intent.attempts;  // looked at again before anybody is told
        auto again = [intent](ports::UnitOfWork& unit) { unit.bookings().save_intent(intent); };
        co_await context_.store.write(std::move(again));
        co_return;
      }
    }
  } else if (++intent.attempts < kCancelTries) {
    intent.next_at = context_.clock.now() + 2'000LL * intent.attempts;
    auto again = [intent](ports::UnitOfWork& unit) { unit.bookings().save_intent(intent); };
    co_await context_.store.write(std::move(again));
    co_return;
  }
  intent.state = IntentState::kRefused;
  intent.detail = why;
  std::optional<wire::Booking> booking;
  if (read) booking = *read;
  co_await finish(std::move(intent), agent::OrderEnd::kModifyFailed, std::move(booking),
                  "A guest asked to change a booking; the PMS did not do it, or it is not known: " + why);
}

// Tells the guest, or the person who took over meanwhile, in the transaction that ends the intent.
rt::Task<void> BookingWorker::finish(ports::BookingIntent intent, agent::OrderEnd end,
                                     std::optional<wire::Booking> booking, std::string staff_note) {
  const wire::Millis now = context_.clock.now();
  const OutputRules rules{context_.settings.sla_first_response, context_.settings.agent_hold};
  const agent::Agent& agent = context_.agent;
  const std::string reference =
      booking ? booking->reference : std::string{wire::text_of(boost::json::value(intent.request), "reference")};
  auto job = [intent = std::move(intent), end, booking = std::move(booking), staff_note = std::move(staff_note),
              reference, now, rules, &agent](ports::UnitOfWork& unit) {
    auto ended = intent;
    ended.next_at = 0;
    if (ended.state < IntentState::kConfirmed) ended.state = IntentState::kRefused;
    unit.bookings().save_intent(ended);
    if (booking) unit.bookings().put(*booking);
    if (!staff_note.empty()) tell_staff(unit, intent, "booking_check", staff_note, now);
    if (intent.conversation_id.empty()) return;
    const auto row = unit.conversations().find(intent.conversation_id);
    if (!row) return;
    const auto result = agent.order_ended(end, booking, row->dialogue, row->language, now);
    if (commit_order_end(unit, intent.conversation_id, intent.turn_token, result, now, rules)) return;
    write_system_note(unit, intent.conversation_id, outcome_text(end, reference), now);
    tell_staff(unit, intent, "booking_ended", outcome_text(end, ""), now);
  };
  co_await context_.store.write(std::move(job));
  context_.signals.outbox.notify();
}

}  // namespace hotel::app
