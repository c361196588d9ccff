// Messages that the hotel sends by itself around a stay, and when each is due. Pure; the days and hours are the
// hotel's.
#pragma once

#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "wire/booking.h"

namespace hotel::domain {

enum class ProactiveKind {
  kConfirmation,   // a booking that was made elsewhere: at the desk, on the web
  kBeforeArrival,  // three days before, or later when the booking is younger
  kCheckInInfo,    // on the day of arrival
  kLateCheckOut,   // on the day before departure; an offer, so only what the PMS holds at that moment
  kReview          // on the day after departure, to who was there
};
std::string_view name(ProactiveKind kind);  // also the template's name at WhatsApp
std::optional<ProactiveKind> proactive_kind(std::string_view name);

struct LocalMoment {
  wire::Date today{};
  int hour = 0;  // 0 … 23
};

// `is_new`: the booking is younger than the feature and no guest of this chat made it.
std::vector<ProactiveKind> due_messages(const wire::Booking& booking, const std::set<ProactiveKind>& switched_on,
                                        const LocalMoment& now, bool is_new);

}  // namespace hotel::domain
