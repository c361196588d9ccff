// What one answer of the agent does: the stable names of the dialogue policy, used in the reasons of an answer, in
// metrics and in evaluations.
#pragma once

#include <string_view>

namespace hotel::domain {

enum class GuestAction {
  kFallback,  // not understood, or nothing to do
  kGreet,
  kAskDates,
  kAskCheckOut,
  kConfirmDates,
  kRejectDates,
  kAskGuests,
  kAskChildAges,
  kOfferRooms,
  kOfferAlternatives,
  kAskRoomType,
  kAskName,
  kAskEmail,
  kAskBookingCode,
  kAskRoomNumber,
  kAskChange,
  kConfirmBooking,
  kBooked,
  kConfirmModify,
  kModified,
  kConfirmCancel,
  kCancelled,
  kShowBooking,
  kAnswerFaq,
  kCreateTicket,
  kHandoff,
  kEmergencyHandoff,
  kOptedOut,
  kRefuse,
  kAck,
  kGoodbye
};

std::string_view name(GuestAction action);

}  // namespace hotel::domain
