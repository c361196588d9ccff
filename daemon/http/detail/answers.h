// What the server says by itself, and how any answer looks on the wire. Pure functions.
#pragma once

#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.h"

namespace hotel::http::detail {

// An application/problem+json for a status that the server gives before any handler runs (400, 408, 413, 417, 431, 501,
// 505 …).
Response refusal(int status, std::string_view detail, std::string_view request_id);

// What a handler's exception means to the caller: 503 with Retry-After for StoreUnavailable, the code of an
// ErrorException, 500 for anything else, which is also logged.
Response from_failure(const std::exception_ptr& failure, std::string_view route, std::string_view request_id);

bool is_request_id(std::string_view text);  // 1–64 of A–Z a–z 0–9 - _

enum class BodyKind { kLength, kChunked, kUntilClose };
struct HeadOptions {
  BodyKind kind = BodyKind::kLength;
  bool keep_alive = true;
  bool http10 = false;
};

// Status line and fields with the empty line, appended to `out`. False, with nothing appended, when the response holds
// what would break the framing: a control character in a field, an informational or impossible status.
bool append_head(std::string& out, const Response& response, std::string_view request_id,
                 const std::vector<Header>& more, const HeadOptions& options);

bool may_have_body(int status);  // not 204, not 304

}  // namespace hotel::http::detail
