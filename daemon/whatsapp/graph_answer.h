// What an answer of the Graph API means (contract, chapter 11): decided by the error's code and details, not by HTTP
// status or title. Pure and thread-safe.
#pragma once

#include <boost/json/value.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"
#include "domain/outbox_policy.h"
#include "http/client.h"

namespace hotel::whatsapp {

struct GraphError {
  int code = -1;  // -1: none was told
  int subcode = 0;
  std::string title;    // for staff, shortened
  std::string details;  // error_data.details, or error_data itself when it is a text
  bool transient = false;
};

// The `error` of a body, in whatever shape; nothing: the body tells of no error, or is no JSON.
std::optional<GraphError> error_in(const std::optional<boost::json::value>& body);

domain::SendClass class_of(const GraphError& error, int http_status);

// The outcome of POST /messages. `sent_to`: digits or user id, to see whether Meta knows the phone by another wa_id.
domain::SendOutcome classify_send(const http::ClientResponse& response, std::string_view sent_to);

// The same for other calls (media, number): an error that is worth repeating has the code kUnavailable.
base::Error classify_call(const http::ClientResponse& response);

}  // namespace hotel::whatsapp
