#include "app/workers/booking_worker.h"

#include <algorithm>

#include "app/agent_output.h"
#include "app/alerting.h"
#include "app/booking_request_json.h"
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

// What a person reads in the conversation when the agent may not speak there any more.
void write_note(ports::UnitOfWork& unit, const ports::BookingIntent& intent, std::string text, wire::Millis now) {
  if (intent.conversation_id.empty()) return;
  wire::Message note;
  note.id = wire::new_id(now);
  note.conversation_id = intent.conversation_id;
  note.direction = wire::Direction::kNote;
  note.author = {wire::AuthorKind::kSystem, ""};
  note.text = std::move(text);
  note.status = wire::MessageStatus::kReceived;
  note.sent_at = note.created_at = now;
  unit.messages().insert(note, "");
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
    write_note(unit, intent, outcome_text(end, reference), now);
    tell_staff(unit, intent, "booking_ended", outcome_text(end, ""), now);
  };
  co_await context_.store.write(std::move(job));
  context_.signals.outbox.notify();
}

}  // namespace hotel::app
