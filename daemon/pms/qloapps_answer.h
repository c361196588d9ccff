// What an answer of the QloApps webservice means: one place that turns status, body and error lists into an outcome,
// apart for reads and for writes, because an error after a write may have done the work. Pure. Source: contract of
// QloApps, «Failures and what they mean».
#pragma once

#include <boost/json/value.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "http/client.h"

namespace hotel::pms {

enum class Effect { kRead, kWrite };

struct Answer {
  enum class Kind {
    kOk,       // `body` holds what was asked for; [] for an empty list
    kNoRow,    // 404 without a body: no such id
    kRefused,  // QloApps said no and gave a reason: `code`, `detail`
    kFault,    // nothing was done, or (reads) nothing is known
    kUnknown,  // writes only: it may have been done
  } kind = Kind::kFault;
  boost::json::value body;
  std::string detail;     // for people: what was wrong and, where it is a setting, which
  bool sold_out = false;  // kRefused
  bool counts = true;     // kFault, kUnknown: says that the PMS is ill (not so for a wrong key)
};

struct WebserviceError {
  int code = 0;
  std::string message;
};

// The error list of a body in JSON or XML; empty when there is none.
std::vector<WebserviceError> errors_of(std::string_view body);

Answer read_answer(const http::ClientResponse& response, Effect effect);

// The domain's error for anything but kOk.
base::Error error_of(const Answer& answer);

}  // namespace hotel::pms
