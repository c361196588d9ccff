#include "domain/guest_action.h"

#include <array>

namespace hotel::domain {

std::string_view name(GuestAction action) {
  static constexpr std::array<std::string_view, 31> kNames{"fallback",
                                                           "greet",
                                                           "ask_dates",
                                                           "ask_check_out",
                                                           "confirm_dates",
                                                           "reject_dates",
                                                           "ask_guests",
                                                           "ask_child_ages",
                                                           "offer_rooms",
                                                           "offer_alternatives",
                                                           "ask_room_type",
                                                           "ask_name",
                                                           "ask_email",
                                                           "ask_booking_code",
                                                           "ask_room_number",
                                                           "ask_change",
                                                           "confirm_booking",
                                                           "booked",
                                                           "confirm_modify",
                                                           "modified",
                                                           "confirm_cancel",
                                                           "cancelled",
                                                           "show_booking",
                                                           "answer_faq",
                                                           "create_ticket",
                                                           "handoff",
                                                           "emergency_handoff",
                                                           "opted_out",
                                                           "refuse",
                                                           "ack",
                                                           "goodbye"};
  return kNames.at(static_cast<std::size_t>(action));
}

}  // namespace hotel::domain
