#include "domain/proactive.h"

#include <array>
#include <utility>

namespace hotel::domain {
namespace {

constexpr int kDaysBefore = 3;

constexpr std::array<std::pair<ProactiveKind, std::string_view>, 5> kNames{
    {{ProactiveKind::kConfirmation, "booking_confirmation"},
     {ProactiveKind::kBeforeArrival, "before_arrival"},
     {ProactiveKind::kCheckInInfo, "check_in_info"},
     {ProactiveKind::kLateCheckOut, "late_check_out"},
     {ProactiveKind::kReview, "review_request"}}};

bool between(int hour, int from, int to) {
  return hour >= from && hour < to;
}

bool is_due(ProactiveKind kind, const wire::Booking& b, const LocalMoment& now, bool is_new) {
  using wire::BookingState;
  const auto& stay = b.rooms.front();
  const int until_arrival = wire::nights_between(now.today, stay.check_in);
  const int until_departure = wire::nights_between(now.today, stay.check_out);
  const bool expected = b.state == BookingState::kConfirmed;
  const bool in_house = b.state == BookingState::kCheckedIn;
  switch (kind) {
    case ProactiveKind::kConfirmation:
      return expected && is_new && until_arrival >= 0 && between(now.hour, 8, 21);
    case ProactiveKind::kBeforeArrival:
      return expected && until_arrival >= 1 && until_arrival <= kDaysBefore && between(now.hour, 10, 20);
    case ProactiveKind::kCheckInInfo:
      return expected && until_arrival == 0 && between(now.hour, 8, 16);
    case ProactiveKind::kLateCheckOut:
      return (in_house || expected) && until_arrival <= 0 && until_departure == 1 && between(now.hour, 12, 20);
    case ProactiveKind::kReview:
      return (in_house || b.state == BookingState::kCheckedOut) && until_departure == -1 && between(now.hour, 11, 19);
  }
  return false;
}

}  // namespace

std::string_view name(ProactiveKind kind) {
  for (const auto& [known, word] : kNames)
    if (known == kind) return word;
  return "";
}

std::optional<ProactiveKind> proactive_kind(std::string_view name) {
  for (const auto& [kind, word] : kNames)
    if (word == name) return kind;
  return std::nullopt;
}

std::vector<ProactiveKind> due_messages(const wire::Booking& booking, const std::set<ProactiveKind>& switched_on,
                                        const LocalMoment& now, bool is_new) {
  std::vector<ProactiveKind> out;
  if (booking.rooms.empty() || booking.phone.empty()) return out;
  for (const auto kind : switched_on)
    if (is_due(kind, booking, now, is_new)) out.push_back(kind);
  return out;
}

}  // namespace hotel::domain
