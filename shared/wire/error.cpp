#include "wire/error.h"

#include <array>

namespace hotel::wire {
namespace {

struct Row {
  ErrorCode code;
  int status;
  std::string_view name;
  std::string_view title;
};

constexpr std::array kRows{
    Row{ErrorCode::kBadRequest, 400, "bad_request", "The request cannot be read"},
    Row{ErrorCode::kUnauthenticated, 401, "unauthenticated", "Sign in first"},
    Row{ErrorCode::kForbidden, 403, "forbidden", "Your role does not allow this"},
    Row{ErrorCode::kNotFound, 404, "not_found", "There is no such thing"},
    Row{ErrorCode::kMethodNotAllowed, 405, "method_not_allowed", "This address does not take that method"},
    Row{ErrorCode::kConflict, 409, "conflict", "It is not as you think it is"},
    Row{ErrorCode::kNewerReply, 409, "newer_reply", "Somebody answered meanwhile"},
    Row{ErrorCode::kWindowClosed, 409, "window_closed", "The 24-hour window is closed"},
    Row{ErrorCode::kNotNow, 409, "not_now", "Not in this state"},
    Row{ErrorCode::kVersionConflict, 409, "version_conflict", "It was changed meanwhile"},
    Row{ErrorCode::kTooLarge, 413, "too_large", "Too large"},
    Row{ErrorCode::kUnsupportedMedia, 415, "unsupported_media_type", "This type is not taken"},
    Row{ErrorCode::kInvalid, 422, "invalid", "A value is wrong"},
    Row{ErrorCode::kSoldOut, 409, "sold_out", "The room is not free any more"},
    Row{ErrorCode::kOutcomeUnknown, 502, "outcome_unknown", "It is not known whether it was done"},
    Row{ErrorCode::kTooMany, 429, "too_many_requests", "Too many requests"},
    Row{ErrorCode::kPmsUnavailable, 503, "pms_unavailable", "The PMS does not answer"},
    Row{ErrorCode::kUnavailable, 503, "unavailable", "Not possible at the moment"},
    Row{ErrorCode::kInternal, 500, "internal", "A fault of ours"},
};

const Row& row(ErrorCode code) {
  for (const Row& r : kRows)
    if (r.code == code) return r;
  return kRows.back();
}

}  // namespace

std::string_view code_name(ErrorCode code) {
  return row(code).name;
}
int http_status(ErrorCode code) {
  return row(code).status;
}
std::string_view title(ErrorCode code) {
  return row(code).title;
}

boost::json::value problem(ErrorCode code, std::string_view detail, std::string_view request_id) {
  return {{"type", "about:blank"},   {"title", title(code)}, {"status", http_status(code)},
          {"code", code_name(code)}, {"detail", detail},     {"request_id", request_id}};
}

}  // namespace hotel::wire
