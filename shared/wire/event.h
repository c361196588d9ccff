// Events of GET /api/v1/events: kinds, who may see them, and the form of their data.
#pragma once

#include <boost/json/object.hpp>
#include <cstdint>
#include <string>
#include <string_view>

#include "wire/operator.h"

namespace hotel::wire {

inline constexpr std::string_view kMessageCreated = "message.created";
inline constexpr std::string_view kMessageUpdated = "message.updated";
inline constexpr std::string_view kConversationUpdated = "conversation.updated";
inline constexpr std::string_view kDraftUpdated = "draft.updated";
inline constexpr std::string_view kBookingUpdated = "booking.updated";
inline constexpr std::string_view kDeploymentUpdated = "deployment.updated";
inline constexpr std::string_view kChecklistUpdated = "checklist.updated";
inline constexpr std::string_view kAlertUpdated = "alert.updated";
inline constexpr std::string_view kTicketUpdated = "ticket.updated";
inline constexpr std::string_view kKnowledgeUpdated = "knowledge.updated";
inline constexpr std::string_view kHealthUpdated = "health.updated";
inline constexpr std::string_view kPresenceUpdated = "presence.updated";
inline constexpr std::string_view kOperatorUpdated = "operator.updated";

// The entity's name in the data: "message.created" -> "message".
std::string_view entity_of(std::string_view kind);

// Who may receive this kind. Kinds that carry a guest's words or name are for the front desk alone.
Right audience(std::string_view kind);

// {"<entity>": {…}, "version": n, "seq": n}
boost::json::object event_data(std::string_view kind, boost::json::object entity, std::int64_t version,
                               std::int64_t seq);

}  // namespace hotel::wire
