// A language model that may help with words. It is never asked for a fact and never holds authority: what it answers is
// text of a stranger, and whoever uses it checks that text first (agent/claims.h, agent/model_help.h).
//
// Faults are values, and none of them is the guest's affair: whoever asks must be able to go on without the model.
#pragma once

#include <boost/json/object.hpp>
#include <boost/system/result.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "rt/task.h"
#include "wire/time.h"

namespace hotel::ports {

struct ModelMessage {
  enum class Role { kUser, kAssistant } role = Role::kUser;
  std::string text;
};

struct ModelRequest {
  std::string guest;   // whose budget it is: any stable id of the conversation; never sent, never logged
  wire::Date today{};  // the hotel's day: budgets are counted by it
  std::string system;
  std::vector<ModelMessage> messages;
  std::optional<boost::json::object> schema;  // JSON schema that the answer should keep; the peer may ignore it
  int max_tokens = 400;
};

struct ModelAnswer {
  std::string text;
  std::int64_t tokens = 0;  // used by request and answer together; an estimate when the peer does not say
  std::string model;
  bool whole = true;  // false: cut at max_tokens
};

enum class ModelFault {
  kUnavailable,  // away, refused, answers with an error, or left alone for a moment after faults
  kTimeout,
  kBusy,       // this guest's last request, or too many of others, are still under way
  kBudget,     // used up for this guest or for the hotel's day
  kMalformed,  // answered, but not with a text
};

struct ModelError {
  ModelFault fault = ModelFault::kUnavailable;
  std::string detail;  // for logs: no text of a guest, no secret, no words of the peer
};

// Not base::Error: its codes are those of the console's API, and none of these faults ever gets there.
template <class T>
using ModelResult = boost::system::result<T, ModelError>;

[[noreturn]] inline void throw_exception_from_error(const ModelError& error, const boost::source_location&) {
  throw std::runtime_error(error.detail);
}

inline std::string_view name(ModelFault fault) {
  switch (fault) {
    case ModelFault::kUnavailable:
      return "unavailable";
    case ModelFault::kTimeout:
      return "timeout";
    case ModelFault::kBusy:
      return "busy";
    case ModelFault::kBudget:
      return "budget";
    case ModelFault::kMalformed:
      return "malformed";
  }
  return "unavailable";
}

class LanguageModel {
 public:
  virtual ~LanguageModel() = default;
  virtual rt::Task<ModelResult<ModelAnswer>> complete(ModelRequest request) = 0;  // one exchange, no retry
};

}  // namespace hotel::ports
