// The stable error codes of the API and their HTTP status. Codes are chosen once: scripts and old consoles rely on
// them.
#pragma once

#include <boost/json/value.hpp>
#include <string>
#include <string_view>

namespace hotel::wire {

enum class ErrorCode {
  kBadRequest,        // 400 bad_request
  kUnauthenticated,   // 401 unauthenticated
  kForbidden,         // 403 forbidden
  kNotFound,          // 404 not_found
  kMethodNotAllowed,  // 405 method_not_allowed
  kConflict,          // 409 conflict
  kNewerReply,        // 409 newer_reply: somebody answered meanwhile
  kWindowClosed,      // 409 window_closed: more than 24 hours since the guest wrote
  kNotNow,            // 409 not_now: the state does not allow it
  kVersionConflict,   // 409 version_conflict
  kTooLarge,          // 413 too_large
  kUnsupportedMedia,  // 415 unsupported_media_type
  kInvalid,           // 422 invalid: readable, but a value is wrong; the detail says what would be right
  kSoldOut,           // 409 sold_out: the PMS has no such room any more
  kOutcomeUnknown,    // 502 outcome_unknown: the PMS may or may not have done it
  kTooMany,           // 429 too_many_requests
  kPmsUnavailable,    // 503 pms_unavailable
  kUnavailable,       // 503 unavailable: store away, disk full, draining
  kInternal,          // 500 internal
};

std::string_view code_name(ErrorCode code);
int http_status(ErrorCode code);
std::string_view title(ErrorCode code);

// RFC 9457 application/problem+json. `detail` is for the caller: never an internal message, never a guest's data.
boost::json::value problem(ErrorCode code, std::string_view detail, std::string_view request_id);

}  // namespace hotel::wire
