// One booking from the guest's yes to «confirmed» or an honest «no», as a resumable state machine without I/O.
//
// Why it exists: the PMS has no idempotency, an error may have booked, and the last room can be sold twice (contract of
// the PMS, «Unknown outcome» and «Last room»). The rules that hold for every sequence of answers, crashes and restarts:
//   - at most one POST, and it is only made right after a look that showed a free room at the price that the guest was
//   told;
//   - «confirmed» only after two looks, kRecheckAfter apart, at the lines that stand in the PMS;
//   - an order that we do not keep is cancelled; what we could not find out ends as kUnknown and belongs to a person.
//
// The driver is a thin loop; every action is one call of ports::Pms:
//   for (;;) {
//     const auto action = domain::next(saga, now);
//     switch (action.kind) {
//       case kCheck:      on_checked(saga, pms.availability(stay, kFresh), request, now); break;
//       case kPost:       begin_post(saga, now); PERSIST; on_posted(saga, pms.book(request), now); break;
//       case kFindMarker: on_found(saga, pms.find_by_marker(saga.marker), now); break;
//       case kVerify:     on_verified(saga, <RoomCheck and total of pms.verify(action.order_id)>, now); break;
//       case kCancel:     on_cancelled(saga, pms.cancel(action.order_id), now); break;
//       case kWait:       PERSIST, come back at action.at; return;
//       case kDone:       PERSIST, tell what saga.state, saga.reason and saga.tell_staff say; return;
//     }
//     PERSIST;
//   }
// PERSIST writes to_json(saga). A saga found in kPosting after a restart has an unknown outcome: next() looks for the
// marker. Pure values; `now` is given by the caller; nothing throws.
#pragma once

#include <boost/json/object.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "domain/stay.h"

namespace hotel::domain {

enum class SagaState { kNew, kPosting, kLooking, kVerifying, kCancelling, kConfirmed, kLost, kRefused, kUnknown };
std::string_view name(SagaState state);

// Why a saga ended as it did; stable codes for the reply texts.
enum class SagaReason {
  kNone,
  kSoldOut,       // kLost, kRefused: no free room any more
  kPriceChanged,  // kRefused: found_total holds the price of now
  kTakenByOther,  // kLost: another booking keeps the room
  kUnavailable,   // kRefused: the PMS did not answer, nothing was sent
  kInvalid,       // kRefused: the PMS (or its rules) will not take this request; see detail
  kNotFound,      // kUnknown: no order with our marker, kGiveUpAfter after the POST
  kNotVerified,   // kUnknown: the order exists but could not be looked at
};
std::string_view name(SagaReason reason);

inline constexpr Millis kRecheckAfter = 2'000;        // second look at the room
inline constexpr Millis kGiveUpAfter = 120'000;       // the PMS's own time limit has surely passed
inline constexpr Millis kGiveUpBlindAfter = 600'000;  // the same when the PMS could not even be asked
inline constexpr int kChecks = 3;                     // looks for a free room before «not available»
inline constexpr int kCancelTries = 8;                // then a person has to cancel

struct Saga {
  std::string marker;
  Money expected_total;

  SagaState state = SagaState::kNew;
  SagaReason reason = SagaReason::kNone;
  std::string detail;       // for staff; no guest's data
  bool tell_staff = false;  // a person has to look, whatever the guest is told; see staff_note
  std::string staff_note;
  std::string order_id;                // the order that we have in hand
  std::vector<std::string> to_cancel;  // orders of ours that must not stay
  std::optional<Money> found_total;    // what the PMS charges, or would charge now
  Millis posted_at = 0;                // 0: never posted
  Millis not_before = 0;               // the next action waits until then
  int tries = 0;                       // failures in a row of the current action
  int stood = 0;                       // looks at the lines that were good
  bool checked = false;                // a fresh look allowed the POST; not kept over a restart

  bool done() const { return state >= SagaState::kConfirmed; }
  bool posted() const { return posted_at != 0; }
};

struct SagaAction {
  enum class Kind { kCheck, kPost, kFindMarker, kVerify, kCancel, kWait, kDone } kind = Kind::kDone;
  std::string order_id;  // kVerify, kCancel
  Millis at = 0;         // kWait: come back then
};

// What a look at an order's lines showed (ports::Verification without the booking).
struct RoomCheck {
  enum class State { kStands, kLost, kClash } state = State::kLost;
  bool we_keep_the_room = true;  // kClash
  Money total;                   // what the PMS charges
};

Saga new_saga(const BookingRequest& request);
SagaAction next(const Saga& saga, Millis now);

void on_checked(Saga& saga, const base::Result<Availability>& found, const BookingRequest& request, Millis now);
void begin_post(Saga& saga, Millis now);  // persist the saga between this and the POST
void on_posted(Saga& saga, const base::Result<std::string>& order_id, Millis now);
void on_found(Saga& saga, const base::Result<std::vector<std::string>>& order_ids, Millis now);
void on_verified(Saga& saga, const base::Result<RoomCheck>& check, Millis now);
void on_cancelled(Saga& saga, const base::Result<void>& done, Millis now);

boost::json::object to_json(const Saga& saga);
std::optional<Saga> saga_from_json(const boost::json::object& value);

}  // namespace hotel::domain
