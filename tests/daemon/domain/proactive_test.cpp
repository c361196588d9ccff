// When the hotel writes by itself: each kind on its days and hours, in the states of a booking that it fits.
#include "domain/proactive.h"

#include <gtest/gtest.h>

namespace hotel::domain {
namespace {

using wire::BookingState;
const std::set<ProactiveKind> kAll{ProactiveKind::kConfirmation, ProactiveKind::kBeforeArrival,
                                   ProactiveKind::kCheckInInfo, ProactiveKind::kLateCheckOut, ProactiveKind::kReview};

wire::Date day(const char* iso) {
  return *wire::parse_iso(iso);
}

wire::Booking booking(BookingState state = BookingState::kConfirmed) {
  wire::Booking b;
  b.id = "7", b.phone = "34600123456", b.state = state;
  b.rooms.push_back({});
  b.rooms[0].check_in = day("2027-01-14"), b.rooms[0].check_out = day("2027-01-17");
  return b;
}

std::string due(const wire::Booking& b, const char* today, int hour, bool is_new = false,
                const std::set<ProactiveKind>& on = kAll) {
  std::string out;
  for (const auto kind : due_messages(b, on, {day(today), hour}, is_new))
    out += (out.empty() ? "" : " ") + std::string(name(kind));
  return out;
}

TEST(Proactive, EachKindHasItsDays) {
  EXPECT_EQ(due(booking(), "2027-01-10", 12), "");
  EXPECT_EQ(due(booking(), "2027-01-11", 12), "before_arrival");
  EXPECT_EQ(due(booking(), "2027-01-13", 12), "before_arrival");
  EXPECT_EQ(due(booking(), "2027-01-14", 12), "check_in_info");
  EXPECT_EQ(due(booking(), "2027-01-15", 12), "");
  EXPECT_EQ(due(booking(BookingState::kCheckedIn), "2027-01-16", 12), "late_check_out");
  EXPECT_EQ(due(booking(BookingState::kCheckedOut), "2027-01-17", 12), "");
  EXPECT_EQ(due(booking(BookingState::kCheckedOut), "2027-01-18", 12), "review_request");
  EXPECT_EQ(due(booking(BookingState::kCheckedOut), "2027-01-19", 12), "");
}

TEST(Proactive, NobodyIsWokenUp) {
  EXPECT_EQ(due(booking(), "2027-01-11", 9), "");
  EXPECT_EQ(due(booking(), "2027-01-11", 20), "");
  EXPECT_EQ(due(booking(), "2027-01-14", 7), "");
  EXPECT_EQ(due(booking(BookingState::kCheckedOut), "2027-01-18", 19), "");
  EXPECT_EQ(due(booking(), "2027-01-01", 7, true), "");
}

TEST(Proactive, AConfirmationIsForNewBookings) {
  EXPECT_EQ(due(booking(), "2027-01-01", 8, true), "booking_confirmation");
  EXPECT_EQ(due(booking(), "2027-01-01", 8, false), "");
  EXPECT_EQ(due(booking(BookingState::kCancelled), "2027-01-01", 8, true), "");
}

TEST(Proactive, WhoCancelledOrNeverCameHearsNothing) {
  for (const char* today : {"2027-01-11", "2027-01-14", "2027-01-16", "2027-01-18"})
    EXPECT_EQ(due(booking(BookingState::kCancelled), today, 12), "") << today;
  EXPECT_EQ(due(booking(BookingState::kConfirmed), "2027-01-18", 12), "");
}

TEST(Proactive, OnlyWhatIsSwitchedOnAndCanBeSent) {
  EXPECT_EQ(due(booking(), "2027-01-11", 12, false, {}), "");
  EXPECT_EQ(due(booking(), "2027-01-11", 12, true, {ProactiveKind::kBeforeArrival}), "before_arrival");
  auto nameless = booking();
  nameless.phone.clear();
  EXPECT_EQ(due(nameless, "2027-01-11", 12), "");
  auto empty = booking();
  empty.rooms.clear();
  EXPECT_EQ(due(empty, "2027-01-11", 12), "");
}

TEST(Proactive, NamesAreThoseOfTheSettings) {
  for (const auto kind : kAll) EXPECT_EQ(proactive_kind(name(kind)), kind);
  EXPECT_FALSE(proactive_kind("reminder"));
}

}  // namespace
}  // namespace hotel::domain
