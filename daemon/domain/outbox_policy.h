// What to do after a send to WhatsApp ended one way or another (contract, chapters 11 and 12). The adapter classifies
// the answer once (SendOutcome); this decides. Pure.
#pragma once

#include <chrono>
#include <optional>
#include <random>
#include <string>

#include "wire/time.h"

namespace hotel::domain {

enum class SendClass {
  kAccepted,          // WhatsApp has it
  kNotSent,           // failed before the request was written: nothing can have happened
  kUnknown,           // time-out, connection lost, 5xx, HTML: it may have been sent
  kThrottledNumber,   // 130429: back off the number
  kThrottledGuest,    // 131056: back off this guest
  kThrottledApp,      // 4, 80007: minutes
  kAuth,              // token or permission: stop the sender, keep the queue
  kAccount,           // account restricted, wrong number id: stop the sender
  kWindowClosed,      // 131047
  kRefused,           // this message will never be taken
  kOptedOut,          // 131050: the guest stopped marketing
  kTemplatesStopped,  // 131042, 131048 …: templates must pause, other messages may go on
  kMaintenance,       // 131057: about a minute
};

struct SendOutcome {
  SendClass what = SendClass::kUnknown;
  int code = 0;       // Graph's error code, 0: none
  std::string title;  // for staff; no guest's data
  std::string detail;
  std::string external_id;  // wamid when accepted
  std::string wa_id;        // contacts[0].wa_id when it differs from what we sent to
  std::optional<std::chrono::seconds> retry_after;
};

// What the message says decides what happens when nobody knows whether it went out.
enum class Purpose {
  kStaff,
  kFact,
  kCourtesy,
  kReminder
};  // kFact: price, confirmation, link. kCourtesy: greeting, holding line.

enum class NextStep {
  kDone,         // accepted
  kRetryAt,      // the same row again at `at`
  kHold,         // keep queued until the sender is started again
  kRefuse,       // for good; staff sees the reason
  kAwaitStatus,  // state unknown: wait for a status webhook with our id
};

struct Decision {
  NextStep step = NextStep::kRefuse;
  wire::Millis at = 0;                  // kRetryAt
  wire::Millis pause_number_until = 0;  // 0: no pause
  bool stop_sender = false;             // until the token or the account is well again
  bool alert = false;
};

Decision after_send(const SendOutcome& outcome, int attempts, wire::Millis now, std::mt19937_64& chance);

// An unknown message without any status after two minutes: courtesies are dropped, reminders go once more, facts and
// staff's words are left to people.
enum class AfterUnknown { kLeaveToStaff, kDrop, kSendOnceMore };
AfterUnknown after_unknown(Purpose purpose);
inline constexpr wire::Millis kUnknownPatience = 120'000;

// An answer of the agent that has waited longer than this is not sent late; staff decides.
inline constexpr wire::Millis kAnswerLife = 15LL * 60 * 1000;

}  // namespace hotel::domain
