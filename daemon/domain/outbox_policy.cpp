#include "domain/outbox_policy.h"

#include <algorithm>

#include "base/backoff.h"

namespace hotel::domain {
namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

// 131056: «after refusal wait 4^n s, n = 0, 1, 2 …» (contract, chapter 11).
milliseconds pair_wait(int attempts) {
  milliseconds wait = seconds{1};
  for (int i = 1; i < attempts && wait < minutes{10}; ++i) wait *= 4;
  return std::min<milliseconds>(wait, minutes{10});
}

Decision retry(wire::Millis now, milliseconds wait) {
  Decision d;
  d.step = NextStep::kRetryAt;
  d.at = now + wait.count();
  return d;
}

}  // namespace

Decision after_send(const SendOutcome& outcome, int attempts, wire::Millis now, std::mt19937_64& chance) {
  const base::Backoff quick{seconds{1}, minutes{2}}, slow{minutes{2}, minutes{30}};
  const auto at_least = [&](milliseconds wait) {
    return outcome.retry_after ? std::max<milliseconds>(wait, *outcome.retry_after) : wait;
  };
  Decision d;
  switch (outcome.what) {
    case SendClass::kAccepted:
      d.step = NextStep::kDone;
      return d;
    case SendClass::kNotSent:
      return retry(now, at_least(quick.after(attempts, chance)));
    case SendClass::kUnknown:
      d.step = NextStep::kAwaitStatus;
      d.alert = true;
      return d;
    case SendClass::kThrottledNumber:
      d = retry(now, at_least(std::chrono::milliseconds{static_cast<std::int64_t>(pair_wait(attempts).count())}));
      d.pause_number_until = d.at;
      return d;
    case SendClass::kThrottledGuest:
      return retry(now, at_least(pair_wait(attempts)));
    case SendClass::kThrottledApp:
      d = retry(now, at_least(slow.after(attempts, chance)));
      d.pause_number_until = d.at;
      d.alert = true;
      return d;
    case SendClass::kMaintenance:
      d = retry(now, at_least(minutes{1}));
      d.pause_number_until = d.at;
      return d;
    case SendClass::kAuth:
    case SendClass::kAccount:
      d.step = NextStep::kHold;
      d.stop_sender = true;
      d.alert = true;
      return d;
    case SendClass::kTemplatesStopped:
    case SendClass::kWindowClosed:
    case SendClass::kRefused:
    case SendClass::kOptedOut:
      d.step = NextStep::kRefuse;
      d.alert = true;
      return d;
  }
  return d;
}

AfterUnknown after_unknown(Purpose purpose) {
  switch (purpose) {
    case Purpose::kCourtesy:
      return AfterUnknown::kDrop;
    case Purpose::kReminder:
      return AfterUnknown::kSendOnceMore;
    case Purpose::kStaff:
    case Purpose::kFact:
      break;
  }
  return AfterUnknown::kLeaveToStaff;
}

}  // namespace hotel::domain
