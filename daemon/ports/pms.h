// The hotel's property management system. Two adapters: the simulated hotel and QloApps.
//
// Outcomes are values. kPmsUnavailable: nothing is known, say so. kOutcomeUnknown (writes only): it may have been done.
// Every answer carries the time at which the PMS gave it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "domain/stay.h"
#include "rt/task.h"
#include "wire/booking.h"

namespace hotel::ports {

using base::Result;

enum class Freshness { kCached, kFresh };  // kCached: at most a minute old

struct PmsHealth {
  std::string status = "unknown";  // up, degraded, down; unknown before the first exchange
  std::string pms;                 // mock, qloapps
  std::optional<bool> ok;          // the last exchange; nothing before the first
  double latency_ms = 0;
  std::string breaker = "closed";  // closed, open, half_open
  std::optional<wire::Millis> last_ok_at;
  std::optional<wire::Millis> last_sync_at;
  std::string detail;  // why not up: no secret
};

// What a look at the PMS after a booking showed (QloApps contract, «Last room»).
struct Verification {
  enum class State {
    kStands,
    kLost,
    kClash
  } state = State::kLost;        // kClash: another live line overlaps in the same room
  bool we_keep_the_room = true;  // kClash: the lower line id keeps it
  wire::Booking booking;
};

struct SyncResult {
  std::vector<wire::Booking> changed;  // whole bookings as they are now
  std::string mark;                    // store it in the same transaction as the bookings
};

class Pms {
 public:
  virtual ~Pms() = default;
  virtual rt::Task<Result<domain::Availability>> availability(domain::Stay stay, Freshness freshness) = 0;

  // One POST, no retry. The value is the PMS's id of the booking.
  virtual rt::Task<Result<std::string>> book(domain::BookingRequest request) = 0;
  virtual rt::Task<Result<std::vector<std::string>>> find_by_marker(std::string marker) = 0;  // ids, lowest first
  virtual rt::Task<Result<Verification>> verify(std::string booking_id) = 0;

  virtual rt::Task<Result<wire::Booking>> booking(std::string booking_id) = 0;
  virtual rt::Task<Result<std::optional<wire::Booking>>> by_reference(std::string reference) = 0;
  virtual rt::Task<Result<void>> cancel(std::string booking_id) = 0;  // idempotent
  // Other days, people or another room type. kNotNow: only staff can change this booking.
  virtual rt::Task<Result<wire::Booking>> change_stay(std::string booking_id, domain::StayChange change) = 0;

  virtual rt::Task<Result<SyncResult>> changes_since(
      std::string mark) = 0;  // empty mark: everything that ends today or later
  virtual rt::Task<Result<SyncResult>> reconcile(wire::Date today) = 0;  // all stays that end today or later
  virtual rt::Task<void> probe() = 0;                                    // one cheap real exchange
  virtual PmsHealth health() const = 0;
};

}  // namespace hotel::ports
